//! Reads the files of the units below that count in a period, for the office's own answers.

use std::sync::Arc;

use cunping_core::{
    bundle::{Assessment, verify_as},
    id::{Digest, UnitCode},
    period::Period,
};
use leptos::prelude::*;

use super::{Inbox, is_here, scope};
use crate::{
    state::{
        App, Here,
        subordinates::CountingFiles,
        township::{CountedSubject, Stand},
    },
    store::{FileRecord, ListedUnit, StoreError},
};

/// The files below; `None` while they are being reviewed or read.
pub type SubordinateFiles = Option<Result<Arc<CountingFiles>, StoreError>>;

impl Inbox {
    /// Reads the files of the units below that count in a period, as a signal. Always `None` for a workplace that does
    /// not both collect and assess.
    pub fn subordinates(self, app: App, here: &Here, period: Period) -> Signal<SubordinateFiles> {
        let Some(scope) = scope(here, period).filter(|_| here.assesses()) else { return Signal::derive(|| None) };
        let (table, unit) = (self.table(app, scope.clone()), here.followed.unit);
        let counted = Memo::new(move |_| {
            table.with(|table| {
                let lines = table.lines.iter().filter(|line| line.expected);
                let counted = lines.filter_map(|line| match line.stand {
                    Stand::Counted(digest) => Some((line.unit, digest)),
                    _ => None,
                });
                counted.collect::<Vec<_>>()
            })
        });
        let read = LocalResource::new(move || {
            let (counted, expected) = (counted.get(), self.expected_at(app, unit));
            async move { read(app, counted, expected).await.map(Arc::new) }
        });
        let reviewed = Memo::new(move |_| self.is_reviewed(app, &scope));
        Signal::derive(move || read.get().filter(|_| reviewed.get()))
    }

    /// Returns whether every file that could count has been reviewed, or the review has failed.
    fn is_reviewed(self, app: App, scope: &CountedSubject) -> bool {
        let of = |file: &&FileRecord| is_here(file) && file.assesses(&scope.pack, &scope.level, scope.period);
        let waits = app.files.with(|files| {
            self.sheets.with(|sheets| files.iter().filter(of).any(|file| !sheets.contains_key(&file.digest)))
        });
        self.running.with(Option::is_none) && (!waits || self.trouble.with(Option::is_some))
    }
}

async fn read(
    app: App,
    counted: Vec<(UnitCode, Digest)>,
    expected: Vec<ListedUnit>,
) -> Result<CountingFiles, StoreError> {
    let (Some(store), Some(of)) = (app.store(), app.current.get_untracked()) else {
        return Ok(CountingFiles::default());
    };
    let mut files = Vec::with_capacity(counted.len());
    for (unit, digest) in counted {
        let text = store.file_text(of, digest).await?.unwrap_or_default();
        if let Ok(verified) = verify_as::<Assessment>(text.as_bytes())
            && verified.digest == digest
        {
            files.push((unit, digest, verified.payload.facts));
        }
    }
    Ok(CountingFiles { expected, counted: files })
}
