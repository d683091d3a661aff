//! The sample company: two files of this site, given to the worker like any other.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use rampline::state::msg::Msg;
use rampline::t;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Response};

use super::{files, text};
use crate::shell::Shell;

const FILES: [(&str, &str); 2] = [("people.csv", "samples/people.csv"), ("events.csv", "samples/events.csv")];

pub fn fetch(shell: Shell) {
    spawn_local(async move {
        let fetched = async {
            let mut fetched = Vec::with_capacity(FILES.len());
            for (name, address) in FILES {
                fetched.push(file(name, address).await?);
            }
            Ok::<_, String>(fetched)
        };
        match fetched.await {
            Ok(fetched) => {
                let (batch, names) = files::keep(fetched);
                shell.send(Msg::SampleFetched { batch, names });
            }
            Err(why) => shell.send(Msg::SampleMissed { why }),
        }
    });
}

async fn file(name: &str, address: &str) -> Result<File, String> {
    let wrong =
        |error: JsValue| t!("{address}: {why}. Check the connection and try again.", address, why = text(error));
    let response: Response = JsFuture::from(window().fetch_with_str(address)).await.map_err(wrong)?.unchecked_into();
    if !response.ok() {
        return Err(t!("{address}: the server answered {status}.", address, status = response.status()));
    }
    let blob = JsFuture::from(response.blob().map_err(wrong)?).await.map_err(wrong)?;
    File::new_with_blob_sequence(&Array::of1(&blob), name).map_err(wrong)
}
