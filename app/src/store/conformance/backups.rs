//! Cases about backup and restore.

use super::{Bench, sample, write};
use crate::store::{
    Backup, BackupError, Change, Remark, RestoreError, RestoreMode, RowKey, Saved, Setting, Store, Table, Workplace,
    table::{Records, StoredRow, Write},
};

async fn all_rows(store: &Store) -> Vec<Vec<StoredRow>> {
    store.backend().scan(&Table::ALL.map(|table| (table, String::new()))).await.unwrap()
}

async fn restore(store: &Store, text: &str, mode: RestoreMode) {
    let read = store.read_backup(text).await.unwrap();
    store.restore(read, mode).await.unwrap();
}

fn other_remark() -> Saved<Remark> {
    let mut remark = sample::remark();
    remark.value.text = "另一句".into();
    remark
}

/// After a restore, a clean profile has every row, keys included, and knows the age of the backup.
pub async fn a_backup_restores_everything_elsewhere(bench: &impl Bench) {
    let (here, elsewhere) = (bench.open().await, Store::memory());
    here.apply(sample::everything(1)).await.unwrap();
    here.apply(sample::everything(2)).await.unwrap();
    let promised = Change::Set(Setting::Persisted(true));
    here.apply(vec![Change::Set(Setting::Lang("en".into())), promised.clone()]).await.unwrap();
    let Backup { text, contents } = here.backup(sample::moment()).await.unwrap();
    let read = elsewhere.read_backup(&text).await.unwrap();
    assert_eq!((read.made, read.unreadable.len()), (sample::moment(), 0));
    let found: Vec<(Workplace, bool)> = read.workplaces.iter().map(|it| (it.workplace.clone(), it.is_here)).collect();
    assert_eq!(found, [(sample::workplace(1), false), (sample::workplace(2), false)]);
    elsewhere.restore(read, RestoreMode::Merge).await.unwrap();
    let settings = elsewhere.settings().await.unwrap();
    assert_eq!((settings.last_backup, settings.backup_count), (Some((sample::AT_MS, contents)), 1));
    assert_eq!((settings.lang.as_deref(), settings.persisted), (Some("en"), None));
    elsewhere.apply(vec![promised]).await.unwrap();
    here.apply(vec![Change::Set(Setting::Backup { at_ms: sample::AT_MS, count: 1, contents })]).await.unwrap();
    assert_eq!(all_rows(&elsewhere).await, all_rows(&here).await);
    let back = elsewhere.backup(sample::moment()).await.unwrap().text;
    here.apply(vec![Change::RemoveWorkplace(sample::id(1)), Change::RemoveWorkplace(sample::id(2))]).await.unwrap();
    restore(&here, &back, RestoreMode::Merge).await;
    assert_eq!(here.workplaces().await.unwrap().good.len(), 2);
    assert_eq!(here.files(sample::id(2)).await.unwrap(), elsewhere.files(sample::id(2)).await.unwrap());
}

/// Example data is never in a backup, nor is the setting that points at it.
pub async fn a_backup_leaves_examples_out(bench: &impl Bench) {
    let store = bench.open().await;
    store.apply(sample::everything(5)).await.unwrap();
    let example = Workplace { example: true, ..sample::workplace(6) };
    let mut changes = sample::everything(6);
    changes[0] = Change::AddWorkplace(example);
    changes.push(Change::Set(Setting::CurrentWorkplace(Some(sample::id(6)))));
    store.apply(changes).await.unwrap();
    let text = store.backup(sample::moment()).await.unwrap().text;
    assert!(text.contains(&sample::id(5).to_string()));
    assert!(!text.contains(&sample::id(6).to_string()));
}

/// A workplace that is here already is replaced as a whole or left alone; others stay.
pub async fn a_restore_replaces_or_leaves_alone(bench: &impl Bench) {
    let store = bench.open().await;
    store.apply(sample::everything(1)).await.unwrap();
    let text = store.backup(sample::moment()).await.unwrap().text;
    let later = [
        Change::PutRemark(sample::id(1), other_remark()),
        Change::DeleteUnit(sample::id(1), sample::unit().code),
        Change::PutUnit(
            sample::id(1),
            crate::store::ListedUnit { code: "150626200206".parse().unwrap(), name: "新村".into() },
        ),
    ];
    store.apply(later.into()).await.unwrap();
    store.apply(sample::everything(3)).await.unwrap();
    let before = all_rows(&store).await;
    restore(&store, &text, RestoreMode::Merge).await;
    assert_eq!(all_rows(&store).await, before);
    assert!(store.read_backup(&text).await.unwrap().workplaces[0].is_here);
    restore(&store, &text, RestoreMode::Replace).await;
    assert_eq!(store.register(sample::id(1)).await.unwrap().remarks, [sample::remark()]);
    assert_eq!(store.units(sample::id(1)).await.unwrap().good, [sample::unit()]);
    assert_eq!(store.workplaces().await.unwrap().good.len(), 2);
}

/// A record that was bad before the backup, or that a newer program wrote, keeps no other from being restored.
pub async fn an_unreadable_record_is_named_and_left_out(bench: &impl Bench) {
    let store = bench.open().await;
    store.apply(sample::everything(1)).await.unwrap();
    let key = format!("{} {}", sample::id(1), "0".repeat(32));
    write(&store, vec![Write::Put(Table::Incidents, key.clone(), "{\"v\":7}".into())]).await.unwrap();
    let text = store.backup(sample::moment()).await.unwrap().text;
    let elsewhere = Store::memory();
    let read = elsewhere.read_backup(&text).await.unwrap();
    assert_eq!(read.unreadable, [RowKey { table: Table::Incidents, key }]);
    elsewhere.restore(read, RestoreMode::Merge).await.unwrap();
    let register = elsewhere.register(sample::id(1)).await.unwrap();
    assert_eq!((register.incidents.len(), register.bad.len()), (1, 0));
}

/// A text that is not exactly a backup is refused before anything is written.
pub async fn a_refused_backup_changes_nothing(bench: &impl Bench) {
    let store = bench.open().await;
    store.apply(sample::everything(1)).await.unwrap();
    let text = store.backup(sample::moment()).await.unwrap().text;
    let before = all_rows(&store).await;
    let edited = text.replace(r"\u4e00\u6751", r"\u4e8c\u6751");
    assert_ne!(edited, text);
    for (bad, problem) in [
        (&text[..text.len() - 1], BackupError::Truncated),
        (edited.as_str(), BackupError::Altered),
        (r#"{"payload":"","protected":"","signature":""}"#, BackupError::NotABackup),
    ] {
        assert_eq!(store.read_backup(bad).await, Err(RestoreError::Backup(problem)));
    }
    assert_eq!(all_rows(&store).await, before);
}

/// The digest of a backup's content changes with every change of real data, deletions included, and only then:
/// settings, example data and the time make no difference.
pub async fn what_a_backup_holds_changes_with_everything(bench: &impl Bench) {
    let store = bench.open().await;
    let of = sample::id(1);
    let mut held = vec![store.contents().await.unwrap()];
    let office = sample::office();
    let after = [
        Change::PutOffice(of, office.clone()),
        Change::PutKey(of, sample::enrolled()),
        Change::Confirm(of, "x".parse().unwrap(), "y".parse().unwrap(), "z".parse().unwrap()),
        Change::DeleteIncident(of, sample::incident().value.id),
        Change::DeleteRemark(of, sample::remark().value.period, sample::remark().value.rule),
        Change::DeleteOverlay(of, sample::overlay().value.overlay.digest),
        Change::DeleteReview(of, sample::reviewed().value),
        Change::HideFile(of, sample::file(2, crate::store::Direction::Received).digest),
        Change::DeleteFile(of, sample::file(2, crate::store::Direction::Received).digest),
        Change::DeleteKey(of, sample::enrolled()),
        Change::DeleteOffice(of, office.unit, office.office),
        Change::RemoveWorkplace(of),
    ];
    for change in sample::everything(1).into_iter().chain(after) {
        let same = matches!(change, Change::Confirm(..));
        store.apply(vec![change.clone()]).await.unwrap();
        let now = store.contents().await.unwrap();
        assert_eq!(store.backup(sample::moment()).await.unwrap().contents, now, "{change:?}");
        assert_eq!(held.last() == Some(&now), same, "{change:?}");
        held.push(now);
    }
    let nothing = store.contents().await.unwrap();
    let example = Change::AddWorkplace(Workplace { example: true, ..sample::workplace(2) });
    let set = sample::settings().into_iter().map(Change::Set);
    store.apply(set.chain([example, Change::PutRemark(sample::id(2), sample::remark())]).collect()).await.unwrap();
    assert_eq!(store.contents().await.unwrap(), nothing);
}
