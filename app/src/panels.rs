//! Panels: larger parts that several screens share. Screens draw them; a panel may not name a screen.

pub mod alerts;
pub mod distance;
pub mod due;
pub mod edition;
pub mod encryption;
pub mod files;
pub mod forward;
pub mod import;
pub mod not_found;
pub mod notes;
pub mod parties;
pub mod passphrase;
pub mod periods;
pub mod published;
pub mod received;
pub mod registering;
pub mod reported;
pub mod send;
pub mod signed;
pub mod standing;
pub mod subordinates;
pub mod table_in;
pub mod units;
