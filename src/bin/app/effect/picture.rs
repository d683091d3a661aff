//! The SVG of a picture → a PNG of twice its size, as a file or on the clipboard.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use rampline::state::msg::Msg;
use rampline::t;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::{download, logged, text};
use crate::shell::Shell;

/// Picture elements a CSS pixel.
const SCALE: u32 = 2;
const PNG: &str = "image/png";

pub fn save_png(shell: Shell, name: String, svg: Uint8Array) {
    spawn_local(async move {
        let saved = async { download::blob(&png(&download::typed(&svg, "image/svg+xml")?).await?, &name) };
        if let Err(why) = saved.await {
            shell.send(Msg::PictureFailed { why: text(why) });
        }
    });
}

pub fn copy_png(shell: Shell, svg: Uint8Array) {
    spawn_local(async move {
        let copied = async {
            let png: JsValue = png(&download::typed(&svg, "image/svg+xml")?).await?.into();
            let form = Object::new();
            Reflect::set(&form, &PNG.into(), &png)?;
            let item: JsValue = ClipboardItem::new(&form)?.into();
            write(&Array::of1(&item)).await
        };
        shell.send(match copied.await {
            Ok(()) => Msg::PictureCopied,
            Err(why) => Msg::CopyFailed { why: text(why) },
        });
    });
}

#[wasm_bindgen]
extern "C" {
    type ClipboardItem;

    #[wasm_bindgen(constructor, catch)]
    fn new(forms: &Object) -> Result<ClipboardItem, JsValue>;

    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], catch)]
    async fn write(items: &Array) -> Result<(), JsValue>;
}

async fn png(svg: &Blob) -> Result<Blob, JsValue> {
    let address = Url::create_object_url_with_blob(svg)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    let drawn = decoded.and_then(|_| draw(&image));
    Url::revoke_object_url(&address)?;
    encode(drawn?).await
}

fn draw(image: &HtmlImageElement) -> Result<HtmlCanvasElement, JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(image.natural_width() * SCALE);
    canvas.set_height(image.natural_height() * SCALE);
    let context = canvas.get_context("2d")?.ok_or_else(|| js_sys::Error::new(t!("This browser draws no pictures.")))?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context
        .unchecked_into::<CanvasRenderingContext2d>()
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

async fn encode(canvas: HtmlCanvasElement) -> Result<Blob, JsValue> {
    let encoded = Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        if let Err(why) = canvas.to_blob(done.unchecked_ref()) {
            logged("A promise was not kept", reject.call1(&JsValue::NULL, &why));
        }
    });
    JsFuture::from(encoded)
        .await?
        .dyn_into()
        .map_err(|_| js_sys::Error::new(t!("The picture is too large for this browser.")).into())
}
