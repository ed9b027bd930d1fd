//! `cunping serve --dir` over folders with more in them than files.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::process::Command;

use super::{Outcome, Server};

#[test]
fn what_is_no_file_of_the_folder_is_named_and_left_out() -> Outcome {
    let mut server = Server::with("links", |folder| {
        assert!(Command::new("mkfifo").arg(folder.join("pipe.txt")).status()?.success());
        let _socket = UnixListener::bind(folder.join("socket.txt"))?;
        symlink("nowhere", folder.join("dangling.txt"))?;
        symlink("loop.txt", folder.join("loop.txt"))?;
        symlink("..", folder.join("deep/around"))?;
        symlink(folder.with_extension("secret"), folder.join("secret.txt"))?;
        symlink("/dev/zero", folder.join("zero.txt"))?;
        symlink("deep/note.txt", folder.join("inside.txt"))?;
        symlink("deep", folder.join("shallow"))?;
        Ok(())
    })?;
    for path in ["/inside.txt", "/shallow/note.txt", "/deep/note.txt"] {
        assert_eq!(server.get(path, &[])?.body, "deep", "{path}");
    }
    let left_out = [
        ("pipe.txt", "no ordinary file"),
        ("socket.txt", "no ordinary file"),
        ("dangling.txt", "does not exist"),
        ("loop.txt", "leads back to itself"),
        ("deep/around", "leads back to itself"),
        ("secret.txt", "leads out of the folder"),
        ("zero.txt", "leads out of the folder"),
    ];
    for (name, _) in left_out {
        assert_eq!(server.get(&format!("/{name}"), &[])?.status, 404, "{name}");
    }
    let words = server.said()?;
    for (name, why) in left_out {
        let named = format!("/{name}`: ");
        let line = words.lines().find(|line| line.starts_with("not served: ") && line.contains(&named));
        assert!(line.is_some_and(|line| line.contains(why)), "{name}: {words}");
        assert!(words.contains(&format!("/{name}`：")), "{name}: {words}");
    }
    Ok(())
}

#[test]
fn a_page_that_is_a_dangling_link_is_named() -> Outcome {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("serve-dangling-index");
    let _left = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    symlink("gone.html", folder.join("index.html"))?;
    let output = Command::new(env!("CARGO_BIN_EXE_cunping"))
        .args(["serve", "--listen", "127.0.0.1:0", "--dir"])
        .arg(&folder)
        .output()?;
    let words = String::from_utf8(output.stderr)?;
    assert_eq!(output.status.code(), Some(1));
    assert!(words.contains("/index.html`: what it links to does not exist"), "{words}");
    assert!(words.contains("has no index.html"), "{words}");
    fs::remove_dir_all(&folder)?;
    Ok(())
}

#[test]
fn any_name_can_be_asked_for_and_hidden_ones_are_not_served() -> Outcome {
    let mut server = Server::with("names", |folder| {
        fs::create_dir_all(folder.join(".git"))?;
        fs::create_dir_all(folder.join("村 一"))?;
        fs::write(folder.join(".git/config"), "hidden")?;
        fs::write(folder.join(".env"), "hidden")?;
        fs::write(folder.join("deep/.htpasswd"), "hidden")?;
        fs::write(folder.join("村 一/说明.txt"), "shown")?;
        fs::write(folder.join("100%.txt"), "shown")?;
        Ok(())
    })?;
    for path in
        ["/%E6%9D%91%20%E4%B8%80/%e8%af%b4%e6%98%8e.txt", "/%E6%9D%91%20一/说明.txt", "/100%25.txt", "/%69ndex.html"]
    {
        assert_eq!(server.get(path, &[])?.status, 200, "{path}");
    }
    for path in ["/.git/config", "/.env", "/%2eenv", "/deep/.htpasswd", "/%E6%9D.txt", "/deep%2F..%2F.env"] {
        assert_eq!(server.get(path, &[])?.status, 404, "{path}");
    }
    assert_eq!(server.said()?, "");
    Ok(())
}
