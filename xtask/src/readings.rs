//! `cargo xtask readings`: reads the source texts beside the packs. The texts stay outside the repository.

use std::path::Path;

use crate::run::Run;
use crate::stop::{Done, Stop};
use crate::{paths, today};

const USAGE: &str = "readings SEEDS [PACK | --record]: SEEDS is the folder of the source texts";

/// Prints every source clause by clause with what its pack makes of it, or one pack's; with `--record` writes what was
/// found into packs/read.toml. Fails on official words that are in no source and not on the list of ours.
pub(crate) fn run(words: &[&str]) -> Done {
    let (seeds, rest) = match words {
        [seeds] => (seeds, Vec::new()),
        [seeds, "--record"] => (seeds, vec!["--record".to_owned(), today::today()]),
        [seeds, pack] if !pack.starts_with('-') => (seeds, vec![(*pack).to_owned()]),
        _ => return Err(Stop::usage(USAGE)),
    };
    let seeds = Path::new(seeds);
    let folder = seeds.canonicalize().map_err(|error| Stop::io(seeds, &error))?;
    if paths::root().canonicalize().is_ok_and(|root| folder.starts_with(root)) {
        return Err(Stop::usage(format!(
            "`{}` lies in the repository: keep the source texts outside",
            folder.display()
        )));
    }
    Run::new("cargo")
        .args(["run", "--quiet", "--package", "cunping-golden", "--", "readings"])
        .arg(folder)
        .args(rest)
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_in_the_repository_is_refused() {
        let inside = paths::root().join("docs");
        let refused = run(&[inside.to_str().unwrap()]).unwrap_err();
        assert_eq!(refused.code(), 2);
        assert!(refused.to_string().contains("keep the source texts outside"), "{refused}");
    }

    #[test]
    fn one_pack_is_not_recorded_alone() {
        for words in [&["/tmp", "pack", "--record"][..], &["/tmp", "--recrod"], &[]] {
            assert_eq!(run(words).unwrap_err().code(), 2, "{words:?}");
        }
    }
}
