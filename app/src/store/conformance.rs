//! The conformance suite of the store's backends: cases that each harness runs under its own test attribute.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop"
)]

mod backups;
#[cfg(target_arch = "wasm32")]
mod browser;
mod mirror;
mod rows;
pub(crate) mod sample;
mod together;
mod typed;

use super::{Store, table::Write};

#[cfg(target_arch = "wasm32")]
pub use browser::*;
pub use {backups::*, mirror::*, rows::*, together::*, typed::*};

/// Passes the name of every case that any backend must pass to the macro `$each`.
#[macro_export]
macro_rules! store_cases {
    ($each:ident) => {
        $each! {
            rows_come_back_by_prefix_in_key_order,
            any_text_comes_back_as_it_was,
            a_failing_insert_undoes_the_whole_batch,
            a_missing_row_undoes_the_whole_batch,
            later_writes_see_the_earlier_ones,
            a_row_that_is_there_is_kept,
            a_prefix_deletes_only_what_it_begins,
            everything_saved_is_there_after_reopening,
            two_handles_see_each_others_writes,
            a_removed_workplace_leaves_nothing_behind,
            a_workplace_that_is_gone_takes_nothing,
            a_bad_record_hides_no_other,
            a_sequence_number_is_taken_once,
            a_file_keeps_the_moment_it_was_first_seen,
            a_removed_file_comes_back,
            a_statement_is_the_only_word_on_its_days,
            the_area_is_kept_whole,
            a_loaded_document_is_kept_for_every_workplace,
            the_first_release_can_still_be_read,
            a_backup_restores_everything_elsewhere,
            a_backup_leaves_examples_out,
            a_restore_replaces_or_leaves_alone,
            an_unreadable_record_is_named_and_left_out,
            a_refused_backup_changes_nothing,
            what_a_backup_holds_changes_with_everything,
            a_passphrase_and_what_is_followed_do_not_undo_each_other,
            a_key_is_changed_only_as_it_was,
            a_unit_is_renamed_only_as_it_was,
            two_tabs_confirm_and_follow_side_by_side,
            the_last_document_is_not_left,
            what_is_taken_back_is_what_is_there,
            a_deleted_file_is_not_hidden_into_being,
            only_a_change_of_the_key_writes_it,
            memory_is_what_the_store_holds,
        }
    };
}

/// A store on which several handles can be opened.
pub trait Bench {
    /// Opens another handle.
    #[expect(async_fn_in_trait, reason = "one thread: no future of the store crosses threads")]
    async fn open(&self) -> Store;
}

async fn write(store: &Store, writes: Vec<Write>) -> Result<(), super::StoreError> {
    use super::Records;

    store.backend().apply(writes).await
}

#[cfg(test)]
mod in_memory {
    //! The cases on the memory backend, whose futures are ready at once.

    use std::{
        pin::pin,
        task::{Context, Poll, Waker},
    };

    use super::{
        super::{backend::Backend, tabs::Tabs},
        *,
    };

    struct Memory(super::super::memory::Memory);

    impl Bench for Memory {
        async fn open(&self) -> Store {
            Store::with(Backend::Memory(self.0.clone()), Tabs::alone())
        }
    }

    fn now<T>(work: impl Future<Output = T>) -> T {
        match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("memory never waits"),
        }
    }

    macro_rules! each {
        ($($case:ident),* $(,)?) => {
            $(#[test]
            fn $case() {
                now(super::$case(&Memory(Default::default())));
            })*
        };
    }

    crate::store_cases!(each);
}
