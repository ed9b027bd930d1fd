//! Opens the store and reads into memory what the screens show. Writes nothing.

use cunping_office::lang::Lang;
use leptos::prelude::*;

use super::{App, Phase, documents, saving};
use crate::store::{Register, Store, StoreError, Touched};

/// Opens the store, or a memory that is gone with the page where the browser keeps no data, and reads it.
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
    app.store.set_value(Some(store));
    match read_all(app, true).await {
        Ok(()) => app.phase.set(Phase::Ready),
        Err(error) => app.phase.set(Phase::Stopped(error)),
    }
}

/// Reads again what another tab, or a restored backup, has changed.
pub async fn read_again(app: App) {
    if let Err(error) = read_all(app, false).await {
        app.saving.set(super::Saving::Failed(error));
    }
}

/// Reads the register and the files of the current workplace.
pub async fn read_current(app: App) -> Result<(), StoreError> {
    let Some(store) = app.store() else { return Ok(()) };
    let Some(id) = app.settings.with_untracked(|it| it.current_workplace) else {
        app.register.set(Register::default());
        app.files.set(Vec::new());
        return Ok(());
    };
    let (register, files) = (store.register(id).await?, store.files(id).await?);
    if app.settings.with_untracked(|it| it.current_workplace) == Some(id) && !saving::unsaved(app) {
        app.register.set(register);
        app.files.set(files.good);
    }
    Ok(())
}

/// At the start the stored workplace is the current one; later another tab's choice does not change this tab's.
async fn read_all(app: App, start: bool) -> Result<(), StoreError> {
    let Some(store) = app.store() else { return Ok(()) };
    let mut settings = store.settings().await?;
    let workplaces = store.workplaces().await?.good;
    let packs = store.packs().await?.good;
    documents::load(packs.iter().map(|it| it.text.as_str()));
    app.hold();
    let mine = app.settings.with_untracked(|it| it.current_workplace);
    if !start && mine.is_some() {
        settings.current_workplace = mine;
        settings.current_document = app.settings.with_untracked(|it| it.current_document.clone());
    }
    settings.current_workplace = settings.current_workplace.filter(|id| workplaces.iter().any(|it| it.id == *id));
    if let Some(lang) = settings.lang.as_deref().and_then(Lang::from_tag) {
        app.lang.set(lang);
    }
    app.settings.set(settings);
    if app.workplaces.with_untracked(|it| *it != workplaces) {
        app.workplaces.set(workplaces);
    }
    read_current(app).await
}

fn heard(app: App, touched: Touched) {
    let concerns = match touched {
        Touched::Settings => true,
        Touched::Workplace(id) => {
            app.settings.with_untracked(|it| it.current_workplace) == Some(id)
                || app.workplaces.with_untracked(|all| all.iter().all(|it| it.id != id))
        }
    };
    if concerns {
        saving::mark_stale(app);
    }
}
