//! The sample company: two files of this site, given to the worker like any other.

use js_sys::Array;
use leptos::task::spawn_local;
use rampline::state::msg::Msg;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::{files, site_file};
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
    let broken = |error| site_file::broken(address, error);
    let response = site_file::fetch(address).await?;
    let blob = JsFuture::from(response.blob().map_err(broken)?).await.map_err(broken)?;
    File::new_with_blob_sequence(&Array::of1(&blob), name).map_err(broken)
}
