//! The words of the page, one file for each screen. Words of documents come from packs and must not stand here.

pub mod answers;
pub mod backup;
pub mod boot;
pub mod check_answers;
pub mod common;
pub mod compare;
pub mod day;
pub mod desk;
pub mod directory;
pub mod document;
pub mod edition;
pub mod encrypt;
pub mod example;
pub mod export;
pub mod history;
pub mod import;
pub mod incident;
pub mod keys;
pub mod label;
pub mod opinion;
pub mod overlay;
pub mod passing;
pub mod passphrase;
pub mod print;
pub mod published;
pub mod question;
pub mod receipt;
pub mod recognition;
pub mod result;
pub mod rollup;
pub mod setup;
pub mod shell;
pub mod store;
pub mod subordinates;
pub mod tasks;
pub mod township;
pub mod unit;
pub mod welcome;
pub mod workplace;

#[cfg(test)]
mod tests;
