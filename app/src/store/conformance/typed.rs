//! Cases about records: saving them, deleting what belongs together, and bad ones.

use cunping_core::{facts::Says, id::Digest};

use super::{Bench, sample, write};
use crate::store::{
    Change, ClockTime, Direction, FileRecord, LoadedPack, Register, RowKey, Saved, Setting, Settings, Store,
    StoreError, Table, WorkplaceId,
    table::{Records, Write},
};

/// Rows of a database of the first release, one of every kind.
const FIRST_RELEASE: &str = include_str!("../migrations/fixtures/v1.json");

async fn assert_has_everything(store: &Store, n: u8) {
    let of = sample::id(n);
    let workplaces = store.workplaces().await.unwrap();
    assert_eq!(workplaces.bad, []);
    assert!(workplaces.good.contains(&sample::workplace(n)));
    let register = Register {
        incidents: vec![sample::incident()],
        statements: sample::statements(),
        remarks: vec![sample::remark()],
        overlays: vec![sample::overlay()],
        reviews: vec![sample::reviewed()],
        bad: Vec::new(),
    };
    assert_eq!(store.register(of).await.unwrap(), register);
    let files = store.files(of).await.unwrap();
    assert_eq!(files.good, [sample::file(1, Direction::Sent), sample::file(2, Direction::Received)]);
    let texts =
        [(Digest([1; 32]), r#"{"payload":"sent"}"#.into()), (Digest([2; 32]), r#"{"payload":"received"}"#.into())];
    assert_eq!(store.file_texts(of).await.unwrap(), texts);
    assert_eq!(store.texts_of(of, &[Digest([2; 32]), Digest([9; 32])]).await.unwrap(), texts[1..]);
    assert_eq!(store.texts_of(of, &[]).await.unwrap(), []);
    assert_eq!(store.file_text(of, Digest([2; 32])).await.unwrap().as_deref(), Some(r#"{"payload":"received"}"#));
    assert_eq!(store.units(of).await.unwrap().good, [sample::unit()]);
    assert_eq!(store.drafts(of).await.unwrap().good, [sample::draft()]);
}

fn all_settings() -> Settings {
    let mut settings = Settings::default();
    sample::settings().into_iter().for_each(|setting| settings.take(setting));
    settings
}

async fn rows_of(store: &Store, of: WorkplaceId) -> usize {
    let ranges = Table::ALL.map(|table| (table, of.to_string()));
    store.backend().scan(&ranges).await.unwrap().iter().map(Vec::len).sum()
}

/// A record of every kind outlives the handle it was saved through.
pub async fn everything_saved_is_there_after_reopening(bench: &impl Bench) {
    let store = bench.open().await;
    store.apply(sample::everything(1)).await.unwrap();
    store.apply(sample::settings().into_iter().map(Change::Set).collect()).await.unwrap();
    drop(store);
    let store = bench.open().await;
    assert_has_everything(&store, 1).await;
    assert_eq!(store.settings().await.unwrap(), all_settings());
}

/// A handle reads at once what another has saved.
pub async fn two_handles_see_each_others_writes(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    one.apply(vec![Change::AddWorkplace(sample::workplace(1)), Change::Set(Setting::LargeType(true))]).await.unwrap();
    two.apply(vec![Change::PutIncident(sample::id(1), sample::incident())]).await.unwrap();
    two.apply(vec![Change::Set(Setting::Lang("en".into()))]).await.unwrap();
    assert_eq!(one.register(sample::id(1)).await.unwrap().incidents, [sample::incident()]);
    let settings = one.settings().await.unwrap();
    assert_eq!((settings.large_type, settings.lang.as_deref()), (true, Some("en")));
}

/// A workplace is removed with all that belongs to it, and nothing of another.
pub async fn a_removed_workplace_leaves_nothing_behind(bench: &impl Bench) {
    let store = bench.open().await;
    store.apply(sample::everything(1)).await.unwrap();
    store.apply(sample::everything(2)).await.unwrap();
    assert!(rows_of(&store, sample::id(1)).await > 10);
    store.apply(vec![Change::RemoveWorkplace(sample::id(1))]).await.unwrap();
    assert_eq!(rows_of(&store, sample::id(1)).await, 0);
    assert_has_everything(&store, 2).await;
}

/// A tab that does not know that a workplace was removed can write nothing that nobody would see again.
pub async fn a_workplace_that_is_gone_takes_nothing(bench: &impl Bench) {
    let store = bench.open().await;
    let missing = StoreError::Missing(RowKey { table: Table::Workplaces, key: sample::id(1).to_string() });
    for change in sample::everything(1).into_iter().skip(1) {
        assert_eq!(store.apply(vec![change]).await, Err(missing.clone()));
    }
    assert_eq!(rows_of(&store, sample::id(1)).await, 0);
}

/// Records that are not JSON, of another version, or under another record's key are listed as bad; the rest is read.
pub async fn a_bad_record_hides_no_other(bench: &impl Bench) {
    let store = bench.open().await;
    store.apply(sample::everything(1)).await.unwrap();
    let good = store.register(sample::id(1)).await.unwrap();
    let (key, text) = {
        let rows = store.backend().scan(&[(Table::Incidents, String::new())]).await.unwrap().pop().unwrap();
        rows.into_iter().next().unwrap()
    };
    let bad = [
        ("1", "{".to_owned()),
        ("2", text.replace("\"v\":1", "\"v\":2")),
        ("3", text.clone()),
        ("4", text.replace("\"v\":1", "\"v\":1,\"who\":\"\"")),
        ("5", text.replace("2026-02-03", "2026-02-30")),
    ];
    let broken = |(end, text): &(&str, String)| Write::Put(Table::Incidents, format!("{key}{end}"), text.clone());
    write(&store, bad.iter().map(broken).collect()).await.unwrap();
    let register = store.register(sample::id(1)).await.unwrap();
    let named = bad.map(|(end, _)| RowKey { table: Table::Incidents, key: format!("{key}{end}") });
    assert_eq!(register.bad, named);
    assert_eq!(Register { bad: Vec::new(), ..register }, good);
    write(&store, vec![Write::Put(Table::Workplaces, sample::id(9).to_string(), "{}".into())]).await.unwrap();
    let workplaces = store.workplaces().await.unwrap();
    assert_eq!((workplaces.good.len(), workplaces.bad.len()), (1, 1));
}

/// Two tabs that sign at once cannot both take the same sequence number.
pub async fn a_sequence_number_is_taken_once(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    let of = sample::id(1);
    one.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    one.apply(vec![Change::AddSent(of, sample::file(1, Direction::Sent), "first".into())]).await.unwrap();
    let second = sample::file(2, Direction::Sent);
    let refused = two.apply(vec![Change::AddSent(of, second.clone(), "second".into())]).await;
    assert!(matches!(refused, Err(StoreError::Exists(RowKey { table: Table::Sent, .. }))), "{refused:?}");
    assert_eq!(two.file_text(of, second.digest).await.unwrap(), None);
    let next = FileRecord { sequence: 2, ..second };
    two.apply(vec![Change::AddSent(of, next, "second".into())]).await.unwrap();
    assert_eq!(one.files(of).await.unwrap().good.len(), 2);
}

/// Importing a file again changes neither the moment it was first seen nor its text.
pub async fn a_file_keeps_the_moment_it_was_first_seen(bench: &impl Bench) {
    let store = bench.open().await;
    let of = sample::id(1);
    let first = sample::file(1, Direction::Received);
    let later = ClockTime { ms: sample::AT_MS + 1, ..sample::moment() };
    let again = FileRecord { first_seen: later, file_name: "again.json".into(), ..first.clone() };
    store.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    store.apply(vec![Change::AddReceived(of, first.clone(), "text".into())]).await.unwrap();
    store.apply(vec![Change::AddReceived(of, again, "text".into())]).await.unwrap();
    assert_eq!(store.files(of).await.unwrap().good, [first]);
}

/// A hidden file is kept and can be shown again; a deleted one is gone with its text.
pub async fn a_removed_file_comes_back(bench: &impl Bench) {
    let store = bench.open().await;
    let of = sample::id(1);
    let file = sample::file(1, Direction::Received);
    store.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    store.apply(vec![Change::AddReceived(of, file.clone(), "text".into())]).await.unwrap();
    store.apply(vec![Change::HideFile(of, file.digest)]).await.unwrap();
    let hidden = store.files(of).await.unwrap().good;
    assert_eq!(hidden, [FileRecord { hidden: true, ..file.clone() }]);
    store.apply(vec![Change::UnhideFile(of, file.digest)]).await.unwrap();
    assert_eq!(store.files(of).await.unwrap().good, std::slice::from_ref(&file));
    store.apply(vec![Change::DeleteFile(of, file.digest)]).await.unwrap();
    assert_eq!(store.files(of).await.unwrap().good, []);
    assert_eq!(store.file_text(of, file.digest).await.unwrap(), None);
}

/// A statement made in one tab replaces what another tab has stated meanwhile.
pub async fn a_statement_is_the_only_word_on_its_days(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    let of = sample::id(1);
    let said = |from, to, says| sample::statement("crime", from, to, says);
    one.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    one.apply(vec![Change::State(of, said("2026-01-01", "2026-03-31", Says::Complete))]).await.unwrap();
    two.apply(vec![Change::State(of, said("2026-02-01", "2026-02-28", Says::Unknown))]).await.unwrap();
    let left: Vec<Saved<_>> = vec![
        said("2026-01-01", "2026-01-31", Says::Complete),
        said("2026-02-01", "2026-02-28", Says::Unknown),
        said("2026-03-01", "2026-03-31", Says::Complete),
    ];
    assert_eq!(one.register(of).await.unwrap().statements, left);
}

/// A loaded document belongs to no workplace, is loaded once, and goes into a backup and out of it again.
pub async fn a_loaded_document_is_kept_for_every_workplace(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    one.apply(vec![Change::PutPack(sample::pack())]).await.unwrap();
    two.apply(vec![Change::PutPack(LoadedPack { at_ms: 0, ..sample::pack() })]).await.unwrap();
    assert_eq!(two.packs().await.unwrap().good, [sample::pack()]);
    one.apply(sample::everything(1)).await.unwrap();
    one.apply(vec![Change::RemoveWorkplace(sample::id(1))]).await.unwrap();
    assert_eq!(one.packs().await.unwrap().good, [sample::pack()]);
    let backup = one.backup(sample::moment()).await.unwrap().text;
    one.apply(vec![Change::DeletePack(sample::pack().bundle)]).await.unwrap();
    assert_eq!(one.packs().await.unwrap().good, []);
    let restore = one.read_backup(&backup).await.unwrap();
    assert_eq!(restore.unreadable, []);
    one.restore(restore, crate::store::RestoreMode::Merge).await.unwrap();
    assert_eq!(two.packs().await.unwrap().good, [sample::pack()]);
}

/// Units, offices and keys are in one table and do not mix; a backup has them all.
pub async fn the_area_is_kept_whole(bench: &impl Bench) {
    let store = bench.open().await;
    let of = sample::id(1);
    let changes = vec![Change::PutOffice(of, sample::office()), Change::PutKey(of, sample::enrolled())];
    store.apply(sample::everything(1).into_iter().chain(changes).collect()).await.unwrap();
    let backup = store.backup(sample::moment()).await.unwrap().text;
    store.apply(vec![Change::RemoveWorkplace(of)]).await.unwrap();
    let restore = store.read_backup(&backup).await.unwrap();
    assert_eq!(restore.unreadable, []);
    store.restore(restore, crate::store::RestoreMode::Replace).await.unwrap();
    let listed = store.units(of).await.unwrap();
    assert_eq!((listed.good, listed.bad), (vec![sample::unit()], Vec::new()));
    let offices = store.offices(of).await.unwrap();
    assert_eq!((offices.good, offices.bad), (vec![sample::office()], Vec::new()));
    let keys = store.keys(of).await.unwrap();
    assert_eq!((keys.good, keys.bad), (vec![sample::enrolled()], Vec::new()));
    let (office, enrolled) = (sample::office(), sample::enrolled());
    let gone = vec![Change::DeleteOffice(of, office.unit, office.office), Change::DeleteKey(of, enrolled)];
    store.apply(gone).await.unwrap();
    assert!(store.offices(of).await.unwrap().good.is_empty() && store.keys(of).await.unwrap().good.is_empty());
    assert_eq!(store.units(of).await.unwrap().good, [sample::unit()]);
}

/// Every record of the first release is still read as it was.
pub async fn the_first_release_can_still_be_read(bench: &impl Bench) {
    let store = bench.open().await;
    let tables: std::collections::BTreeMap<String, std::collections::BTreeMap<String, String>> =
        serde_json::from_str(FIRST_RELEASE).unwrap();
    let rows = tables.into_iter().flat_map(|(name, rows)| {
        let table = Table::named(&name).unwrap();
        rows.into_iter().map(move |(key, value)| Write::Put(table, key, value))
    });
    write(&store, rows.collect()).await.unwrap();
    assert_has_everything(&store, 1).await;
    assert_eq!(store.settings().await.unwrap(), all_settings());
    let taken = Change::AddSent(sample::id(1), sample::file(3, Direction::Sent), String::new());
    assert!(matches!(store.apply(vec![taken]).await, Err(StoreError::Exists(_))));
}
