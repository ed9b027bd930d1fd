//! Files that are refused, one module a layer. No file here opens.

mod content;
mod facts;
mod file;
mod filter;
mod form;
mod header;
mod key;
mod signature;

use super::{
    Vector,
    opened::with,
    payload::{complete, fire},
    refused,
    writer::{Parts, TYP, b64, canonical, good as sign, header, jwk, key, thumbprint},
};

pub(super) fn all() -> Vec<Vector> {
    let layers = [
        file::all(),
        signature::all(),
        header::all(),
        key::all(),
        form::all(),
        content::all(),
        facts::all(),
        filter::all(),
    ];
    layers.into_iter().flatten().collect()
}

fn good() -> Parts {
    sign(&complete())
}
