//! Opens the store, and reads into memory what the screens show.

use cunping_text::lang::Lang;
use leptos::prelude::*;

use super::{App, Phase, documents, saving};
use crate::{
    browser,
    store::{FileRecord, Register, Settings, Store, StoreError, StoreReader, Touched, Workplace, WorkplaceId},
};

/// Opens the store, or one in memory if the browser keeps no data, and reads it. Sets the phase when that is done or
/// has failed.
pub async fn open(app: App) {
    let store = match Store::open(move |notice| app.notice.set(Some(notice))).await {
        Err(StoreError::Unavailable) => Ok(Store::memory()),
        other => other,
    };
    let store = match store {
        Ok(store) => store,
        Err(error) => return app.phase.set(Phase::Stopped(error)),
    };
    app.lasting.set(store.is_lasting());
    store.on_change(move |touched| heard(app, touched));
    saving::begin(app, store);
    match read_all(app, true).await {
        Ok(()) => {
            app.phase.set(Phase::Ready);
            app.private.set(browser::seems_private().await);
        }
        Err(error) => app.phase.set(Phase::Stopped(error)),
    }
}

/// Reads everything again after another tab has changed it or a backup was restored.
pub async fn read_again(app: App) {
    if let Err(error) = read_all(app, false).await {
        app.saving.set(super::Saving::Failed(error));
    }
}

/// Reads the register and the files of the current workplace.
pub async fn read_current(app: App) -> Result<(), StoreError> {
    let Some(store) = app.store() else { return Ok(()) };
    let read = async || WorkplaceContent::read(&store, app.settings.with_untracked(|it| it.current_workplace)).await;
    if let Some(held) = in_step(app, read).await? {
        held.show(app);
    }
    Ok(())
}

/// Reads everything that the screens show. At the start the stored workplace becomes the current one; later another
/// tab's choice does not change this tab's.
async fn read_all(app: App, start: bool) -> Result<(), StoreError> {
    let Some(store) = app.store() else { return Ok(()) };
    let read = async || {
        let mut settings = store.settings().await?;
        let workplaces = store.workplaces().await?.good;
        let packs = store.packs().await?.good;
        let mine = app.settings.with_untracked(|shown| shown.current_workplace);
        if !start && mine.is_some() {
            settings.current_workplace = mine;
            settings.current_document = app.settings.with_untracked(|shown| shown.current_document.clone());
        }
        settings.current_workplace =
            settings.current_workplace.filter(|id| workplaces.iter().any(|workplace| workplace.id == *id));
        let held = WorkplaceContent::read(&store, settings.current_workplace).await?;
        Ok((settings, workplaces, packs, held))
    };
    if let Some((settings, workplaces, packs, held)) = in_step(app, read).await? {
        documents::load(packs.iter().map(|pack| pack.text.as_str()));
        app.hold();
        show(app, settings, workplaces);
        held.show(app);
    }
    Ok(())
}

/// Reads, and returns what was read only if nothing was queued or written meanwhile: it would undo on the screen what
/// was saved. Reads anew if something was; if writing is still under way, leaves the reading to its end and returns
/// `None`.
async fn in_step<T>(app: App, read: impl AsyncFn() -> Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    loop {
        let turns = saving::turns(app);
        let found = read().await?;
        if saving::unsaved(app) {
            saving::mark_stale(app);
            return Ok(None);
        }
        if saving::turns(app) == turns {
            return Ok(Some(found));
        }
    }
}

fn show(app: App, settings: Settings, workplaces: Vec<Workplace>) {
    if let Some(lang) = settings.lang.as_deref().and_then(Lang::from_tag) {
        app.lang.set(lang);
    }
    app.settings.set(settings);
    if app.workplaces.with_untracked(|it| *it != workplaces) {
        app.workplaces.set(workplaces);
    }
}

/// The content of the store that belongs to one workplace.
#[derive(Default)]
struct WorkplaceContent {
    register: Register,
    files: Vec<FileRecord>,
}

impl WorkplaceContent {
    async fn read(store: &StoreReader, of: Option<WorkplaceId>) -> Result<Self, StoreError> {
        let Some(of) = of else { return Ok(Self::default()) };
        Ok(Self { register: store.register(of).await?, files: store.files(of).await?.good })
    }

    fn show(self, app: App) {
        app.register.set(self.register);
        app.files.set(self.files);
    }
}

fn heard(app: App, touched: Touched) {
    let concerns = match touched {
        Touched::Settings => true,
        Touched::Workplace(id) => {
            app.settings.with_untracked(|settings| settings.current_workplace) == Some(id)
                || app.workplaces.with_untracked(|all| all.iter().all(|workplace| workplace.id != id))
        }
    };
    if concerns {
        saving::mark_stale(app);
    }
}
