//! The released criteria documents and real division codes, as bytes. Reads and judges nothing.

mod released;

pub use released::RELEASED;

/// One released pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Released {
    /// The document's id.
    pub id: &'static str,
    /// The pack's version; a correction is a new one, and old ones keep shipping.
    pub version: u32,
    /// Canonical JSON (RFC 8785); its SHA-256 is the pack digest.
    pub json: &'static [u8],
}

/// Real division codes of the areas that the packs hold for (统计用区划代码), as CSV with a header line:
/// `code,name,township_code,township,county_code,county`, one village a line.
pub const UNITS: &[&[u8]] = &[
    include_bytes!("../units/150626200.csv"),
    include_bytes!("../units/370406103.csv"),
    include_bytes!("../units/411422100.csv"),
    include_bytes!("../units/429006104.csv"),
    include_bytes!("../units/5329.csv"),
];

/// The prefectures and provinces that those areas lie in, as CSV with a header line: `code,name`.
pub const AREAS: &[u8] = include_bytes!("../units/areas.csv");
