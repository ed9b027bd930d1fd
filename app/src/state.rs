//! The state that the screens share, and how it changes. The store keeps it, core evaluates it.

pub mod answers;
pub mod applicants;
pub mod assessing;
pub mod backup_age;
pub mod closed;
pub mod documents;
pub mod due;
pub mod edition;
pub mod examined;
pub mod example;
pub mod filing;
pub mod findable;
pub mod following;
pub mod here;
pub mod idle;
pub mod new_workplace;
pub mod parts;
pub mod passing;
pub mod progress;
pub mod published;
pub mod registered;
pub mod renaming;
pub mod responses;
pub mod rollup;
pub mod roster;
pub mod standing;
pub mod stopping;
pub mod subordinates;
pub mod supplement;
pub mod township;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
pub mod bundles;
#[cfg(target_arch = "wasm32")]
pub mod encryption;
#[cfg(target_arch = "wasm32")]
pub mod example_setup;
#[cfg(target_arch = "wasm32")]
pub mod inbox;
#[cfg(target_arch = "wasm32")]
pub mod keys;
#[cfg(target_arch = "wasm32")]
pub mod locking;
#[cfg(target_arch = "wasm32")]
pub mod opening;
#[cfg(target_arch = "wasm32")]
pub mod passphrase;
#[cfg(target_arch = "wasm32")]
pub mod saving;
#[cfg(target_arch = "wasm32")]
pub mod signing;
#[cfg(target_arch = "wasm32")]
pub mod today;

#[cfg(target_arch = "wasm32")]
pub use app::{App, Phase};
pub use here::Here;
#[cfg(target_arch = "wasm32")]
pub use saving::Saving;
pub use standing::PeriodStanding;
