//! The browser functions that the page uses besides drawing and storage. A call that fails is ignored, or reported in
//! its result.

use gloo::{
    file::{Blob, ObjectUrl},
    utils::{body, document, window},
};
use leptos::prelude::request_animation_frame;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FilePropertyBag, HtmlAnchorElement, HtmlElement, HtmlTextAreaElement, ShareData};

use crate::code_page;

/// Returns the fragment of the address, `#` included; empty if there is none.
#[must_use]
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Returns the address of the page without its fragment, percent-decoded, to show people where their data belongs.
#[must_use]
pub fn address() -> String {
    let href = window().location().href().unwrap_or_default();
    let address = href.split('#').next().unwrap_or_default();
    // An address whose escapes are not UTF-8 stays percent-encoded.
    js_sys::decode_uri(address).map_or_else(|_| address.to_owned(), String::from)
}

/// Returns whether the page was opened from disk.
#[must_use]
pub fn from_disk() -> bool {
    origin().0 == "file:"
}

/// Returns the protocol (such as `file:`) and the host name of the address, as the browser spells them.
#[must_use]
pub fn origin() -> (String, String) {
    let location = window().location();
    (location.protocol().unwrap_or_default(), location.hostname().unwrap_or_default())
}

/// Goes to an address of the page, `#` included.
pub fn go(hash: &str) {
    let _refused = window().location().set_hash(hash);
}

/// Loads the page again.
pub fn reload() {
    let _refused = window().location().reload();
}

/// Keeps a text in the session storage, for the page that is loaded next in the same tab. It is gone with the tab.
pub fn note(name: &str, text: &str) {
    let _full = notes().map(|storage| storage.set_item(name, text));
}

/// Returns the text that [`note`] kept under a name; `None` if there is none, or the session storage cannot be read.
#[must_use]
pub fn noted(name: &str) -> Option<String> {
    notes()?.get_item(name).ok()?
}

/// Deletes what [`note`] kept under a name.
pub fn forget_note(name: &str) {
    let _gone = notes().map(|storage| storage.remove_item(name));
}

fn notes() -> Option<web_sys::Storage> {
    window().session_storage().ok()?
}

/// Opens the print dialog.
pub fn print() {
    let _refused = window().print();
}

/// Waits 15 ms, so that the browser can draw and handle events.
pub async fn breath() {
    pause(15).await;
}

/// Waits for a number of milliseconds.
pub async fn pause(ms: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _refused = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
    });
    let _never_fails = JsFuture::from(promise).await;
}

/// Sets the title, language and type size of the document.
pub fn dress(title: &str, lang: &str, large: bool) {
    let document = document();
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _refused = root.set_attribute("lang", lang);
        root.set_class_name(if large { "large" } else { "" });
    }
}

/// Moves the focus to the screen's heading, so that a keyboard or a screen reader begins there.
pub fn focus_heading() {
    if let Ok(Some(heading)) = document().query_selector("main h1") {
        focus(&heading);
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Begins a new screen in the next frame, at the place that it asks for with `data-begin`, else at its heading; not if a field
/// of the screen has the focus by then: on a busy machine a frame can come after somebody began to type.
pub fn begin_at_heading() {
    request_animation_frame(|| {
        let typing = document()
            .active_element()
            .is_some_and(|it| it.matches("main input, main textarea, main select").unwrap_or(false));
        let begin = document().query_selector("main [data-begin]").ok().flatten();
        match begin {
            _ if typing => {}
            Some(begin) => focus(&begin),
            None => focus_heading(),
        }
    });
}

/// Returns whether the focus is on the screen's heading.
#[must_use]
pub fn focus_is_on_heading() -> bool {
    document().active_element().is_some_and(|it| it.matches("main h1").unwrap_or(false))
}

/// Moves the focus to the element with this id.
pub fn focus_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus(&element);
    }
}

/// Moves the focus to the first element that matches a CSS selector.
pub fn focus_at(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        focus(&element);
    }
}

fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _refused = element.focus();
    }
}

/// Sets or clears an attribute on the document's root element, for style sheets.
pub fn mark_root(name: &str, on: bool) {
    if let Some(root) = document().document_element() {
        let _refused = root.toggle_attribute_with_force(name, on);
    }
}

/// Hands a text to the browser as a file to download. Returns false if the link for it could not be made or attached;
/// whether the browser saves the file is not known to any page.
pub fn download(name: &str, kind: &str, text: &str) -> bool {
    download_blob(name, Blob::new_with_options(text, Some(kind)))
}

/// Hands bytes to the browser as a file to download, as [`download`] does.
pub fn download_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    download_blob(name, Blob::new_with_options(bytes, Some(kind)))
}

fn download_blob(name: &str, blob: Blob) -> bool {
    let url = ObjectUrl::from(blob);
    let Some(anchor) = document().create_element("a").ok().and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok())
    else {
        return false;
    };
    anchor.set_href(&url);
    anchor.set_download(name);
    let shown = body().append_child(&anchor).is_ok();
    anchor.click();
    anchor.remove();
    // The browser reads the file after this call; the address is freed with the page.
    std::mem::forget(url);
    shown
}

/// Puts a text on the clipboard; returns whether that worked. Works without a secure context, where the newer interface
/// is missing.
pub fn copy(text: &str) -> bool {
    copied(text, |_| {})
}

/// Puts a table on the clipboard as text and as HTML; whoever pastes it takes the form that it understands. Returns
/// whether that worked.
pub fn copy_table(text: &str, html: &str) -> bool {
    let (plain, rich) = (text.to_owned(), html.to_owned());
    let put = Closure::<dyn Fn(web_sys::ClipboardEvent)>::new(move |event: web_sys::ClipboardEvent| {
        let Some(data) = event.clipboard_data() else { return };
        if data.set_data("text/plain", &plain).and_then(|()| data.set_data("text/html", &rich)).is_ok() {
            event.prevent_default();
        }
    });
    copied(text, |area| {
        let _refused = area.add_event_listener_with_callback("copy", put.as_ref().unchecked_ref());
    })
}

/// Copies a text out of a field that is there for a moment, after `prepare` has had it.
fn copied(text: &str, prepare: impl FnOnce(&HtmlTextAreaElement)) -> bool {
    let Some(area) =
        document().create_element("textarea").ok().and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return false;
    };
    area.set_value(text);
    area.set_class_name("hidden-text");
    if body().append_child(&area).is_err() {
        return false;
    }
    prepare(&area);
    area.select();
    let document = document().dyn_into::<web_sys::HtmlDocument>();
    let copied = document.is_ok_and(|document| document.exec_command("copy").unwrap_or(false));
    area.remove();
    copied
}

/// Returns the data for a share sheet: one text file. `None` if the browser cannot share files.
///
/// Chromium refuses every type that is not on its list when it comes to it, though it said that it can share it; text
/// files are on the list and JSON is not. Whoever imports one heeds neither name nor type.
#[must_use]
pub fn shareable(name: &str, text: &str) -> Option<ShareData> {
    let navigator = window().navigator();
    js_sys::Reflect::get(&navigator, &JsValue::from_str("canShare")).ok().filter(JsValue::is_function)?;
    let options = FilePropertyBag::new();
    options.set_type("text/plain");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let file = web_sys::File::new_with_str_sequence_and_options(&parts, &format!("{name}.txt"), &options).ok()?;
    let data = ShareData::new();
    data.set_files(&js_sys::Array::of1(&file));
    navigator.can_share_with_data(&data).then_some(data)
}

/// Opens the share sheet, and returns false if the browser refuses to share this. Whether the person goes through with
/// it is not reported: who closes the sheet has not been refused.
pub async fn share(data: &ShareData) -> bool {
    let Err(error) = JsFuture::from(window().navigator().share_with_data(data)).await else { return true };
    error.dyn_ref::<web_sys::DomException>().is_some_and(|error| error.name() == "AbortError")
}

/// Returns whether the page is shown by a messenger's own browser, which saves no files: those of WeChat and its office
/// edition, QQ and DingTalk name themselves so.
#[must_use]
pub fn in_messenger() -> bool {
    let agent = window().navigator().user_agent().unwrap_or_default();
    ["MicroMessenger", "wxwork", "DingTalk", " QQ/"].iter().any(|name| agent.contains(name))
}

/// Reads the bytes of a chosen file; `None` if it cannot be read.
pub async fn bytes_of(file: web_sys::File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Reads the text of a chosen file, in whatever code an editor saved it; `None` if it cannot be read.
pub async fn text_of(file: web_sys::File) -> Option<String> {
    bytes_of(file).await.map(|bytes| code_page::marked(&bytes))
}

/// Asks the browser to keep the data, and returns its answer; `None` if it cannot be asked. May wait until a person has
/// answered.
pub async fn persist() -> Option<bool> {
    let storage = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("storage")).ok()?;
    let storage = storage.dyn_into::<web_sys::StorageManager>().ok()?;
    JsFuture::from(storage.persist().ok()?).await.ok()?.as_bool()
}

/// Returns whether the page came by a connection that nobody on the way can change. Over any other, browsers hold
/// downloads back until a person decides to keep them.
#[must_use]
pub fn is_secure() -> bool {
    window().is_secure_context()
}

/// Returns whether this looks like a private window, whose data goes when it closes: Chromium gives one less storage
/// than its memory holds, Firefox and WebKit no files of its own. Chromium of today hides the difference, so `false`
/// promises nothing.
pub async fn seems_private() -> bool {
    let get = |of: &JsValue, name: &str| {
        js_sys::Reflect::get(of, &JsValue::from_str(name)).ok().filter(|it| !it.is_undefined())
    };
    let Some(storage) = get(&window().navigator(), "storage") else { return false };
    let call = async |name: &str| {
        let function = get(&storage, name)?.dyn_into::<js_sys::Function>().ok()?;
        let promise = function.call0(&storage).ok()?.dyn_into::<js_sys::Promise>().ok()?;
        Some(JsFuture::from(promise).await)
    };
    let memory = get(&window(), "performance").and_then(|it| get(&it, "memory"));
    if let Some(heap) = memory.and_then(|it| get(&it, "jsHeapSizeLimit")?.as_f64()) {
        let quota = call("estimate").await.and_then(Result::ok).and_then(|it| get(&it, "quota")?.as_f64());
        return quota.is_some_and(|quota| quota < heap);
    }
    // A page from disk is refused such files by some browsers in every window.
    !from_disk() && matches!(call("getDirectory").await, Some(Err(_)))
}

/// Returns random bytes from the browser's cryptographic generator; `None` if it gives none.
#[must_use]
pub fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes)
}
