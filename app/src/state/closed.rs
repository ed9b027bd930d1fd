//! The reasons why a workplace's key cannot sign. Pure.

use crate::store::{Key, Workplace};

/// Why a workplace cannot sign now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Its passphrase has not been given in this tab.
    #[error("the key is locked")]
    Locked,
    /// The page was opened where others can read the key, so it needs a passphrase first.
    #[error("the key has no passphrase where others can read it")]
    Unprotected(Exposed),
}

/// The ways of opening the page that leave a key without a passphrase within others' reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposed {
    /// From disk: any other page from disk can read the database.
    Disk,
    /// Over plain HTTP from another machine: anybody on the network path can replace the page by one that reads the
    /// database.
    Network,
}

/// Returns how the page's address exposes a key without a passphrase, given its protocol and host as a browser spells
/// them; `None` if it does not. This machine's own addresses are 127.0.0.0/8 (RFC 1122 §3.2.1.3), `[::1]`, `localhost`
/// and names that end in it (RFC 6761 §6.3).
#[must_use]
pub fn exposed(protocol: &str, host: &str) -> Option<Exposed> {
    match protocol {
        "file:" => Some(Exposed::Disk),
        "http:" if !is_this_machine(host) => Some(Exposed::Network),
        _ => None,
    }
}

fn is_this_machine(host: &str) -> bool {
    let name = host.strip_suffix('.').unwrap_or(host);
    // A browser leaves digits and dots alone in a host only if it is an address.
    let loopback = host.starts_with("127.") && host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    loopback || host == "[::1]" || name == "localhost" || name.ends_with(".localhost")
}

/// Returns why a workplace cannot sign; `None` if it can. An example's key protects nothing, and may sign unprotected
/// anywhere. `opened` says that the passphrase was given.
#[must_use]
pub fn closed(workplace: &Workplace, exposed: Option<Exposed>, opened: bool) -> Option<KeyError> {
    match &workplace.own.key {
        Key::Plain(_) => exposed.filter(|_| !workplace.example).map(KeyError::Unprotected),
        Key::Wrapped(_) => (!opened).then_some(KeyError::Locked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::{documents, edition::sample},
        store::{OwnKey, Role, Wrapped},
    };

    const EVERYWHERE: [Option<Exposed>; 3] = [None, Some(Exposed::Disk), Some(Exposed::Network)];

    fn workplace() -> Workplace {
        sample::workplace(documents::all().first().unwrap(), Role::Village, "150626200205")
    }

    #[test]
    fn from_disk_nothing_is_signed_without_a_passphrase() {
        let plain = workplace();
        assert_eq!(closed(&plain, None, false), None);
        for exposed in [Exposed::Disk, Exposed::Network] {
            assert_eq!(closed(&plain, Some(exposed), false), Some(KeyError::Unprotected(exposed)));
            assert_eq!(closed(&Workplace { example: true, ..plain.clone() }, Some(exposed), false), None);
        }
    }

    #[test]
    fn a_key_under_a_passphrase_signs_when_it_was_opened() {
        let key = Key::Wrapped(Wrapped { salt: [1; 16], memory: 19_456, passes: 2, encrypted: [2; 48] });
        let own = OwnKey { key, ..workplace().own };
        let wrapped = Workplace { own, ..workplace() };
        for exposed in EVERYWHERE {
            assert_eq!(closed(&wrapped, exposed, false), Some(KeyError::Locked));
            assert_eq!(closed(&wrapped, exposed, true), None);
        }
    }

    #[test]
    fn plain_http_from_another_machine_wants_a_passphrase_and_this_machines_addresses_do_not() {
        for host in
            ["localhost", "localhost.", "cunping.localhost", "127.0.0.1", "127.0.0.2", "127.255.255.254", "[::1]"]
        {
            assert_eq!(exposed("http:", host), None, "{host}");
        }
        for host in [
            "192.168.1.20",
            "10.0.0.1",
            "0.0.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "127.example.com",
            "127.0.0.1.example.com",
            "localhost.example.com",
            "notlocalhost",
            "pingan-office",
            "[fe80::1]",
            "[::ffff:7f00:1]",
            "",
        ] {
            assert_eq!(exposed("http:", host), Some(Exposed::Network), "{host}");
            assert_eq!(exposed("https:", host), None, "{host}");
        }
        assert_eq!(exposed("file:", ""), Some(Exposed::Disk));
    }
}
