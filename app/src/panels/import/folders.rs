//! Reads the folders that somebody drops, by the entries interface (WICG File and Directory Entries), which every browser
//! that can drop folders has.

use cunping_core::received::is_of_the_computer;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

use crate::state::inbox::ImportSource;

/// At most this many files are taken out of folders: whoever drops a whole disk is stopped, and told.
const MOST: usize = 20_000;

/// Returns what was dropped, folders and files, as entries. They have to be taken out before the event is over. Empty if
/// the browser has no entries, or none of them is a folder: then the files are enough.
pub(super) fn entries(carried: &DataTransfer) -> Vec<FileSystemEntry> {
    let items = carried.items();
    let entry = |at: u32| items.get(at)?.webkit_get_as_entry().ok()?;
    let entries: Vec<FileSystemEntry> = (0..items.length()).filter_map(entry).collect();
    if entries.iter().any(FileSystemEntry::is_directory) { entries } else { Vec::new() }
}

/// Reads the files in entries, folders inside folders included, in the order of their names; `None` if there are no
/// entries. A folder or file that cannot be read is offered by its name, so that the import names it.
pub(super) async fn files(entries: Vec<FileSystemEntry>) -> Option<Vec<ImportSource>> {
    if entries.is_empty() {
        return None;
    }
    let mut open: Vec<FileSystemEntry> = entries.into_iter().rev().collect();
    let mut found = Vec::new();
    while let Some(entry) = open.pop() {
        let path = entry.full_path().trim_start_matches('/').to_owned();
        if found.len() >= MOST {
            // The rest is not taken, and the import names where it stopped.
            found.push(ImportSource::Folder(path));
            break;
        }
        if entry.is_directory() {
            match inside(entry.unchecked_into()).await {
                Some(mut inner) => {
                    inner.sort_by_key(FileSystemEntry::name);
                    open.extend(inner.into_iter().rev());
                }
                None => found.push(ImportSource::Folder(path)),
            }
        } else if !is_of_the_computer(path.as_bytes()) {
            let file = file(entry.unchecked_into()).await;
            found.push(file.map_or(ImportSource::Folder(path), ImportSource::File));
        }
    }
    Some(found)
}

/// Reads the entries of a folder: browsers hand out a hundred at a time.
async fn inside(folder: FileSystemDirectoryEntry) -> Option<Vec<FileSystemEntry>> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let some = some_of(&reader).await?;
        if some.length() == 0 {
            return Some(all);
        }
        all.extend(some.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
        if all.len() > MOST {
            return Some(all);
        }
    }
}

async fn some_of(reader: &FileSystemDirectoryReader) -> Option<Array> {
    let called = awaited(|done, failed| reader.read_entries_with_callback_and_callback(done, failed).is_ok()).await?;
    called.dyn_into().ok()
}

async fn file(entry: FileSystemFileEntry) -> Option<File> {
    let called = awaited(|done, failed| {
        entry.file_with_callback_and_callback(done, failed);
        true
    });
    called.await?.dyn_into().ok()
}

/// Waits for one of two callbacks; `None` if it was that of a failure, or nothing was asked.
async fn awaited(ask: impl FnOnce(&js_sys::Function, &js_sys::Function) -> bool) -> Option<JsValue> {
    let mut ask = Some(ask);
    let promise = Promise::new(&mut |resolve, reject| {
        let asked = ask.take().is_some_and(|ask| ask(&resolve, &reject));
        if !asked {
            let _settled = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.ok()
}
