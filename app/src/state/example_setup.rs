//! Sets up the example: a township that collects files, and a village in it with some questions answered.

use cunping_core::{
    facts::{Says, Topic, named_indicators},
    id::UnitLevel,
    pack::Pack,
    period::Period,
};

use super::{App, answers::statement, documents, example, here, new_workplace};
use crate::{
    browser, clock,
    store::{Change, ClockTime, ListedUnit, Role, Saved, StoreError, Workplace, WorkplaceId},
};

/// The number of the village's questions that are answered.
const ANSWERED: usize = 5;

/// Makes the example's workplaces and switches to the village's. Fails as the store fails.
pub async fn set_up(app: App) -> Result<(), StoreError> {
    let Some(pack) = documents::all().first() else { return Ok(()) };
    let created = clock::moment();
    let villages = example::villages();
    let (Some(township), Some(village)) = (example::township(), villages.first().cloned()) else { return Ok(()) };
    let (Some(office), Some(clerk)) =
        (made(pack, Role::Township, township, created), made(pack, Role::Village, village, created))
    else {
        return Err(StoreError::Failed { said: "crypto.getRandomValues".to_owned() });
    };
    let mut changes = vec![Change::AddWorkplace(office.clone()), Change::AddWorkplace(clerk.clone())];
    changes.extend(villages.into_iter().map(|unit| Change::PutUnit(office.id, unit)));
    changes.extend(half_done(pack, clerk.id, created));
    app.write(changes).await?;
    app.switch_to(Some(clerk.id)).await
}

fn made(pack: &Pack, role: Role, unit: ListedUnit, created: ClockTime) -> Option<Workplace> {
    let random = browser::random().zip(browser::random())?;
    let made = new_workplace::make(&[pack], role, (unit.code, unit.name), random, created)?;
    Some(Workplace { example: true, ..made })
}

/// Returns the changes that answer the first questions of the year with “none” up to today.
fn half_done(pack: &'static Pack, of: WorkplaceId, created: ClockTime) -> Vec<Change> {
    let level = here::level(pack, UnitLevel::Village);
    let year = Period::quarter_of(created.day).map(Period::whole_year);
    let Some((level, days)) = level.zip(year.and_then(|year| year.days().until(created.day))) else {
        return Vec::new();
    };
    let state = |about| {
        let value = statement(Topic::whole(about), days, created.day, Says::Complete);
        Change::State(of, Saved { value, at_ms: created.ms })
    };
    named_indicators(level).into_iter().take(ANSWERED).map(state).collect()
}
