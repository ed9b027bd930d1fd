//! Parses `Accept-Encoding` (RFC 9110 §12.5.3): how much the client wants each form that a file may have.

/// A form in which a file is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Uncompressed.
    Identity,
    /// gzip.
    Gzip,
    /// Brotli.
    Brotli,
}

impl Encoding {
    /// Returns the name in `Content-Encoding`; `None` for identity.
    pub(crate) fn token(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// The client's weights, in thousandths.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Accepted {
    brotli: u16,
    gzip: u16,
    identity: u16,
}

impl Accepted {
    /// Parses the header's value; absent or unreadable means identity only.
    pub(crate) fn read(header: Option<&[u8]>) -> Self {
        let text = header.and_then(|value| std::str::from_utf8(value).ok()).unwrap_or_default();
        let (mut brotli, mut gzip, mut identity, mut any) = (None, None, None, None);
        for item in text.split(',') {
            let (coding, weight) = weighted(item);
            let slot = match coding {
                _ if coding.eq_ignore_ascii_case("br") => &mut brotli,
                _ if coding.eq_ignore_ascii_case("gzip") || coding.eq_ignore_ascii_case("x-gzip") => &mut gzip,
                _ if coding.eq_ignore_ascii_case("identity") => &mut identity,
                "*" => &mut any,
                _ => continue,
            };
            *slot = Some(weight);
        }
        Self {
            brotli: brotli.or(any).unwrap_or(0),
            gzip: gzip.or(any).unwrap_or(0),
            // Identity stays acceptable unless it is refused by name or by `*;q=0`, but ranks below everything that
            // was named.
            identity: identity.or(any.filter(|weight| *weight == 0)).unwrap_or(1),
        }
    }

    /// Returns how much the client wants this form, in thousandths; 0 means refused.
    pub(crate) fn weight(self, encoding: Encoding) -> u16 {
        match encoding {
            Encoding::Brotli => self.brotli,
            Encoding::Gzip => self.gzip,
            Encoding::Identity => self.identity,
        }
    }
}

/// Parses one item: `gzip;q=0.5` → (`gzip`, 500). An invalid weight counts as 0.
fn weighted(item: &str) -> (&str, u16) {
    let mut parts = item.split(';').map(str::trim);
    let coding = parts.next().unwrap_or_default();
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    (coding, weight.map_or(1000, |digits| thousandths(digits).unwrap_or(0)))
}

/// Parses a weight exactly, without floating point: `0.5` → 500.
fn thousandths(digits: &str) -> Option<u16> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(header: &str) -> (u16, u16, u16) {
        let accepted = Accepted::read(Some(header.as_bytes()));
        (accepted.brotli, accepted.gzip, accepted.identity)
    }

    #[test]
    fn names_and_weights() {
        for (header, expected) in [
            ("", (0, 0, 1)),
            ("gzip, deflate, br, zstd", (1000, 1000, 1)),
            ("br;q=0.5, gzip ; q=0.75", (500, 750, 1)),
            ("GZIP;Q=1.000", (0, 1000, 1)),
            ("br;q=0, *", (0, 1000, 1)),
            ("identity;q=0.3, br;q=0.2", (200, 0, 300)),
            ("*;q=0", (0, 0, 0)),
            ("br;q=1.5, gzip;q=0.1234", (0, 0, 1)),
            ("br;q=", (0, 0, 1)),
        ] {
            assert_eq!(weights(header), expected, "{header}");
        }
    }

    #[test]
    fn no_header_is_identity() {
        assert_eq!(Accepted::read(None).weight(Encoding::Identity), 1);
        assert_eq!(Accepted::read(None).weight(Encoding::Brotli), 0);
    }
}
