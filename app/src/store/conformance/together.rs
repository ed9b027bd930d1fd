//! Cases about two handles that change one workplace, each from an older state: neither undoes the other's change.

use cunping_core::{
    facts::Says,
    id::{Digest, RuleId},
};

use super::{Bench, sample};
use crate::store::{
    Change, ChangedOver, Direction, EarlierUnit, FileRecord, Followed, Key, Moved, OwnKey, RowKey, Store, StoreError,
    Table, Workplace, Wrapped, table::Records,
};

/// The key of the sample under a passphrase; `n` stands for the passphrase.
fn wrapped(n: u8) -> OwnKey {
    let key = Key::Wrapped(Wrapped { salt: [n; 16], memory: 19_456, passes: 2, encrypted: [n; 48] });
    OwnKey { key, ..sample::workplace(1).own }
}

fn set(was: OwnKey, now: OwnKey) -> Change {
    Change::SetOwnKey { of: sample::id(1), was, now }
}

fn followed(pack: &str) -> Followed {
    Followed { pack: pack.parse().unwrap(), ..sample::workplace(1).documents.remove(0) }
}

async fn workplace(store: &Store) -> Workplace {
    store.workplaces().await.unwrap().good.remove(0)
}

fn packs(workplace: &Workplace) -> Vec<&str> {
    workplace.documents.iter().map(|it| it.pack.as_str()).collect()
}

/// A passphrase that was set stays set when a tab that still knows the plain key follows or stops following a document;
/// and so does what the tab did.
pub async fn a_passphrase_and_what_is_followed_do_not_undo_each_other(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    let of = sample::id(1);
    one.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    let open = workplace(&two).await.own;
    one.apply(vec![set(open.clone(), wrapped(1))]).await.unwrap();
    two.apply(vec![Change::Follow(of, vec![followed("another-2026")])]).await.unwrap();
    let after = workplace(&one).await;
    assert_eq!((after.own.clone(), packs(&after)), (wrapped(1), vec!["sulide-bawu-2022", "another-2026"]));
    // The other way round: a new passphrase is prepared, then a document is followed, then the passphrase is written.
    let was = workplace(&one).await.own;
    two.apply(vec![Change::Follow(of, vec![followed("third-2026")])]).await.unwrap();
    one.apply(vec![set(was, wrapped(2))]).await.unwrap();
    two.apply(vec![Change::Unfollow(of, "another-2026".parse().unwrap())]).await.unwrap();
    let after = workplace(&two).await;
    assert_eq!((after.own.clone(), packs(&after)), (wrapped(2), vec!["sulide-bawu-2022", "third-2026"]));
}

/// A key is replaced only if it is as it was when that was decided; otherwise the whole batch fails.
pub async fn a_key_is_changed_only_as_it_was(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    one.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    let open = workplace(&two).await.own;
    one.apply(vec![set(open.clone(), wrapped(1))]).await.unwrap();
    let other = OwnKey { thumbprint: "another".into(), ..open.clone() };
    for now in [wrapped(2), open.clone(), other] {
        let sent = Change::AddSent(sample::id(1), sample::file(1, Direction::Sent), "enrolment".into());
        let refused = two.apply(vec![sent, set(open.clone(), now)]).await;
        assert!(matches!(refused, Err(StoreError::Changed(RowKey { table: Table::Keys, .. }))), "{refused:?}");
    }
    assert_eq!(workplace(&one).await.own, wrapped(1));
    assert_eq!(one.files(sample::id(1)).await.unwrap().good, []);
}

/// A unit gets another code only if it still has the one from which this was decided; its new key comes with it or not
/// at all. What it had before is kept, and under the new code sequence numbers begin anew.
pub async fn a_unit_is_renamed_only_as_it_was(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    let (of, first) = (sample::id(1), sample::file(1, Direction::Sent));
    one.apply(sample::everything(1)).await.unwrap();
    let register = two.register(of).await.unwrap();
    let open = workplace(&two).await.own;
    one.apply(vec![sample::renamed(1), set(open.clone(), wrapped(1))]).await.unwrap();
    let refused = two.apply(vec![set(wrapped(1), wrapped(2)), sample::renamed(1)]).await;
    assert!(matches!(refused, Err(StoreError::Changed(RowKey { table: Table::Workplaces, .. }))), "{refused:?}");
    let after = workplace(&two).await;
    let before = EarlierUnit { unit: first.unit, name: "示例一村".into(), until: sample::moment() };
    assert_eq!((after.unit_name.as_str(), &after.own, after.earlier), ("示例新村", &wrapped(1), vec![before]));
    assert_eq!(two.register(of).await.unwrap(), register, "all that is registered stays");
    let again = FileRecord { digest: Digest([3; 32]), ..first.clone() };
    let taken = two.apply(vec![Change::AddSent(of, again.clone(), "old".into())]).await;
    assert!(matches!(taken, Err(StoreError::Exists(_))), "{taken:?}");
    let new = FileRecord { unit: after.unit, ..again };
    two.apply(vec![Change::AddSent(of, new.clone(), "new".into())]).await.unwrap();
    let files = one.files(of).await.unwrap().good;
    assert!(files.contains(&first) && files.contains(&new));
}

/// Two tabs confirm and follow, and everything is kept.
pub async fn two_tabs_confirm_and_follow_side_by_side(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    let of = sample::id(1);
    one.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    let rule = |text: &str| text.parse::<RuleId>().unwrap();
    let again = ["village.2", "village.5", "village.8"].map(rule);
    let moved = Moved { from: 1, at_ms: sample::AT_MS, again: again.clone().into() };
    let now = Followed { version: 2, moved: Some(moved), ..followed("sulide-bawu-2022") };
    let over = Change::ChangeOver(of, vec![ChangedOver { now, asks: again.into() }]);
    one.apply(vec![over.clone()]).await.unwrap();
    let confirm = |text: &str| {
        let (pack, level) = ("sulide-bawu-2022".parse().unwrap(), "village".parse().unwrap());
        Change::Confirm(of, pack, level, rule(text))
    };
    one.apply(vec![confirm("village.2")]).await.unwrap();
    two.apply(vec![confirm("village.8"), Change::Follow(of, vec![followed("another-2026")])]).await.unwrap();
    // A tab that has not heard of it moves to the edition once more: nothing has to be confirmed again.
    one.apply(vec![over]).await.unwrap();
    let after = workplace(&two).await;
    let open = after.documents[0].moved.as_ref().unwrap().again.iter().map(RuleId::as_str);
    assert_eq!((open.collect::<Vec<_>>(), packs(&after).len()), (vec!["village.5"], 2));
}

/// A workplace always follows a document, whatever two tabs stop following.
pub async fn the_last_document_is_not_left(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    let of = sample::id(1);
    one.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    one.apply(vec![Change::Follow(of, vec![followed("another-2026")])]).await.unwrap();
    one.apply(vec![Change::Unfollow(of, "another-2026".parse().unwrap())]).await.unwrap();
    two.apply(vec![Change::Unfollow(of, "sulide-bawu-2022".parse().unwrap())]).await.unwrap();
    assert_eq!(packs(&workplace(&one).await), ["sulide-bawu-2022"]);
}

/// A tab withdraws what another tab has stated by then.
pub async fn what_is_taken_back_is_what_is_there(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    let of = sample::id(1);
    let said = |from, to, says| sample::statement("crime", from, to, says);
    one.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    one.apply(vec![Change::State(of, said("2026-01-01", "2026-01-31", Says::Complete))]).await.unwrap();
    two.apply(vec![Change::State(of, said("2026-01-01", "2026-03-31", Says::Complete))]).await.unwrap();
    let (january, topic) = {
        let statement = said("2026-01-01", "2026-01-31", Says::Complete).value;
        (statement.days, cunping_core::facts::Topic::of(&statement))
    };
    one.apply(vec![Change::TakeBack(of, topic, january)]).await.unwrap();
    let left = said("2026-02-01", "2026-03-31", Says::Complete);
    assert_eq!(one.register(of).await.unwrap().statements, [left]);
}

/// A file that another tab has deleted does not come back without its text.
pub async fn a_deleted_file_is_not_hidden_into_being(bench: &impl Bench) {
    let (one, two) = (bench.open().await, bench.open().await);
    let (of, file) = (sample::id(1), sample::file(2, Direction::Received));
    one.apply(vec![Change::AddWorkplace(sample::workplace(1))]).await.unwrap();
    one.apply(vec![Change::AddReceived(of, file.clone(), "text".into())]).await.unwrap();
    two.apply(vec![Change::DeleteFile(of, file.digest)]).await.unwrap();
    one.apply(vec![Change::HideFile(of, file.digest)]).await.unwrap();
    one.apply(vec![Change::UnhideFile(of, file.digest)]).await.unwrap();
    assert_eq!(one.files(of).await.unwrap().good, []);
}

/// The key is in a row of its own, which only a change of the key writes.
pub async fn only_a_change_of_the_key_writes_it(bench: &impl Bench) {
    let store = bench.open().await;
    store.apply(sample::everything(1)).await.unwrap();
    let keys = async || store.backend().scan(&[(Table::Keys, String::new())]).await.unwrap();
    let places = store.backend().scan(&[(Table::Workplaces, String::new())]).await.unwrap();
    let seed = "01".repeat(32);
    assert!(places.iter().flatten().all(|(_, text)| !text.contains(&seed)), "{places:?}");
    let before = keys().await;
    assert_eq!(before.iter().flatten().filter(|(_, text)| text.contains(&seed)).count(), 1);
    store.apply(vec![Change::Follow(sample::id(1), vec![followed("another-2026")])]).await.unwrap();
    assert_eq!(keys().await, before);
}
