//! Finishes what Trunk built: hashed names, compressed siblings, a report of sizes.

mod budget;
mod compress;
mod names;
mod single;

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};

use crate::say::say;
use crate::stop::{Done, Stop};
use crate::{bindgen, files};

/// A flat folder held in memory: name to bytes.
type Folder = BTreeMap<String, Vec<u8>>;

/// Finishes the folder that Trunk names in its hook's environment.
pub(crate) fn run() -> Done {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or_else(|| Stop::usage("`finish` is run by Trunk's hook; run `cargo xtask build`"))?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");

    let mut plain = with_chunk(take(&staging)?)?;
    names::strip(&mut plain);
    let single = single::of(&plain)?;
    let mut folder = names::hash(plain)?;
    if release {
        compress::add_siblings(&mut folder);
    }
    folder.insert(single::NAME.to_owned(), single);
    if release {
        report(&folder);
        budget::check(&folder)?;
    }
    for (name, bytes) in &folder {
        files::write(&staging.join(name), bytes)?;
    }
    Ok(())
}

/// Reads the files of the folder and removes them from it.
fn take(staging: &Path) -> Done<Folder> {
    let mut folder = Folder::new();
    for path in files::walk(staging, &|_| false)? {
        let name = path.strip_prefix(staging).ok().and_then(Path::to_str).unwrap_or_default();
        if name.contains(['/', '\\']) {
            return Err(Stop::failed(format!("`{name}` lies in a folder: what ships is flat")));
        }
        folder.insert(name.to_owned(), files::read(&path)?);
        files::remove(&path)?;
    }
    Ok(folder)
}

/// Adds the chunk that the page fetches later, and points the glue to its loader in `public/boot.js`: the glue is a
/// classic script, which has no `require`.
fn with_chunk(mut folder: Folder) -> Done<Folder> {
    let glue = folder.get_mut("page.js").ok_or_else(|| Stop::failed("Trunk made no `page.js`"))?;
    let asked = format!("require(\"{}\")", bindgen::LOADERS);
    let text = String::from_utf8_lossy(glue).into_owned();
    if !text.contains(&asked) {
        return Err(Stop::failed(format!("`page.js` does not ask for its chunk by `{asked}`")));
    }
    *glue = text.replace(&asked, "window.cunpingChunks").into_bytes();
    folder.insert(bindgen::CHUNK.to_owned(), files::read(&bindgen::chunk())?);
    Ok(folder)
}

fn report(folder: &Folder) {
    let size = |name: &str| folder.get(name).map_or_else(String::new, |bytes| bytes.len().to_string());
    say(format!("{:>10} {:>9} {:>9}  bytes", "plain", "gzip", "brotli"));
    for (name, bytes) in folder.iter().filter(|(name, _)| !compress::is_sibling(name)) {
        let (gz, br) = (size(&format!("{name}.gz")), size(&format!("{name}.br")));
        say(format!("{:>10} {gz:>9} {br:>9}  {name}", bytes.len()));
    }
}
