//! Every refusal in two sentences: what happened, and what to do. Each kind of problem must have words to compile.

mod bundle;
mod facts;
mod json;
mod pack;
mod privacy;
mod state;

pub use bundle::{bundle, kind};
pub use facts::{facts, facts_file};
pub use json::misfit;
pub use pack::pack;
pub use privacy::{looks_like, personal};
pub use state::{axis, state};

/// What to say of one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What happened.
    pub what: String,
    /// What to do.
    pub advice: String,
}

impl Problem {
    fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { what: what.into(), advice: advice.into() }
    }
}

#[cfg(test)]
mod tests;
