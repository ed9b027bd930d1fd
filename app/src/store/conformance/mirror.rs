//! A case about the page's memory: after any changes it holds the same as the store.

use cunping_core::{
    days::Days,
    facts::{Says, Topic},
    id::{Digest, IncidentId},
};

use super::{Bench, sample};
use crate::store::{
    Change, ChangedOver, Direction, Draft, FileRecord, Followed, Held, Key, ListedUnit, Moved, OwnKey, Register, Saved,
    StoreReader, Workplace, WorkplaceId, Wrapped,
};

/// The number of batches of changes.
const CHANGES: u32 = 600;

/// A generator of numbers that look random and are the same every time.
struct Dice(u32);

impl Dice {
    fn below(&mut self, bound: u32) -> u32 {
        // Numerical Recipes' congruential generator; its upper bits are the better ones.
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % bound
    }

    fn byte(&mut self, bound: u32) -> u8 {
        u8::try_from(self.below(bound)).unwrap()
    }

    fn days(&mut self) -> Days {
        let (first, more) = (1 + self.below(20), self.below(9));
        let day = |n: u32| format!("2026-03-{n:02}").parse().unwrap();
        Days::new(day(first), day(first + more)).unwrap()
    }

    fn topic(&mut self) -> &'static str {
        ["crime", "crime/theft", "count"][self.below(3) as usize]
    }

    fn rule(&mut self) -> cunping_core::id::RuleId {
        format!("village.{}", 1 + self.below(3)).parse().unwrap()
    }

    fn pack(&mut self) -> &'static str {
        ["sulide-bawu-2022", "another-2026", "third-2026"][self.below(3) as usize]
    }

    fn key(&mut self) -> OwnKey {
        let n = self.byte(2);
        let wrapped = Key::Wrapped(Wrapped { salt: [n; 16], memory: 19_456, passes: 2, encrypted: [n; 48] });
        let own = sample::workplace(1).own;
        if self.below(2) == 0 { own } else { OwnKey { key: wrapped, ..own } }
    }

    fn rename(&mut self, of: WorkplaceId) -> Change {
        let mut unit = || {
            if self.below(2) == 0 {
                sample::unit()
            } else {
                ListedUnit { code: "150626200299".parse().unwrap(), ..sample::unit() }
            }
        };
        Change::Rename { of, was: unit(), now: unit(), at: sample::moment() }
    }

    fn file(&mut self, direction: Direction) -> FileRecord {
        let n = self.byte(6);
        FileRecord { sequence: u32::from(n), ..sample::file(n, direction) }
    }
}

fn followed(pack: &str) -> Followed {
    Followed { pack: pack.parse().unwrap(), ..sample::workplace(1).documents.remove(0) }
}

/// Makes any change, of something that is in memory or not.
fn change(dice: &mut Dice) -> Change {
    let of = sample::id(1 + dice.byte(4) / 3);
    match dice.below(29) {
        0 => Change::AddWorkplace(sample::workplace(1 + dice.byte(3))),
        1 if dice.below(6) == 0 => Change::RemoveWorkplace(of),
        2 => Change::Follow(of, vec![followed(dice.pack())]),
        3 => Change::Unfollow(of, dice.pack().parse().unwrap()),
        4 => {
            let again = [dice.rule(), dice.rule()];
            let from = 1 + dice.below(3);
            let moved = Some(Moved { from, at_ms: sample::AT_MS, again: again.clone().into() });
            let now = Followed { version: from + 1, moved, ..followed(dice.pack()) };
            Change::ChangeOver(of, vec![ChangedOver { now, asks: [dice.rule(), dice.rule()].into() }])
        }
        5 => Change::Confirm(of, dice.pack().parse().unwrap(), "village".parse().unwrap(), dice.rule()),
        6 => Change::SetOwnKey { of, was: dice.key(), now: dice.key() },
        7 | 8 => {
            let mut incident = sample::incident();
            (incident.value.id, incident.at_ms) = (IncidentId([dice.byte(4); 16]), i64::from(dice.below(9)));
            Change::PutIncident(of, incident)
        }
        9 => Change::DeleteIncident(of, IncidentId([dice.byte(4); 16])),
        10..=13 => {
            let says = [Says::Complete, Says::Unknown, Says::Count(3)][dice.below(3) as usize].clone();
            let mut said = sample::statement(dice.topic(), "2026-03-01", "2026-03-01", says);
            said.value.days = dice.days();
            Change::State(of, said)
        }
        14 => Change::TakeBack(of, Topic::whole(dice.topic().parse().unwrap()), dice.days()),
        15 => {
            let mut remark = sample::remark();
            (remark.value.rule, remark.at_ms) = (dice.rule(), i64::from(dice.below(9)));
            Change::PutRemark(of, remark)
        }
        16 => Change::DeleteRemark(of, "2026-Q1".parse().unwrap(), dice.rule()),
        17 => Change::PutOverlay(of, sample::overlay()),
        18 => Change::DeleteOverlay(of, sample::overlay().value.overlay.digest),
        19 => Change::PutReview(of, sample::reviewed()),
        20 => Change::DeleteReview(of, sample::reviewed().value),
        21 => Change::AddReceived(of, dice.file(Direction::Received), "text".into()),
        22 => Change::AddSent(of, dice.file(Direction::Sent), "text".into()),
        23 => Change::HideFile(of, Digest([dice.byte(6); 32])),
        24 => Change::UnhideFile(of, Digest([dice.byte(6); 32])),
        25 => Change::DeleteFile(of, Digest([dice.byte(6); 32])),
        26 => Change::PutDraft(of, Saved { value: Draft { place: "a".into(), text: "b".into() }, at_ms: 0 }),
        27 => dice.rename(of),
        _ => Change::PutUnit(of, sample::unit()),
    }
}

/// The records that the page has in memory.
#[derive(Debug, Default, PartialEq)]
struct Page {
    workplaces: Vec<Workplace>,
    register: Register,
    files: Vec<FileRecord>,
}

impl Page {
    async fn read(store: &StoreReader) -> Self {
        let (of, workplaces) = (sample::id(1), store.workplaces().await.unwrap().good);
        Self { workplaces, register: store.register(of).await.unwrap(), files: store.files(of).await.unwrap().good }
    }

    fn show(&mut self, changes: Vec<Change>) {
        let Self { workplaces, register, files } = &*self;
        let effects = Held { of: Some(sample::id(1)), workplaces, register, files }.effects(changes).unwrap();
        let before = Self { workplaces: workplaces.clone(), register: register.clone(), files: files.clone() };
        effects.on_workplaces(&mut self.workplaces);
        effects.on_register(&mut self.register);
        effects.on_files(&mut self.files);
        // A screen is drawn again only if the effects say that it is concerned.
        assert!(effects.concern_workplaces() || before.workplaces == self.workplaces);
        assert!(effects.concern_register() || before.register == self.register);
        assert!(effects.concern_files() || before.files == self.files);
    }
}

/// After any changes, memory holds what is read from the store, in the same order.
pub async fn memory_is_what_the_store_holds(bench: &impl Bench) {
    let store = bench.open().await;
    let (mut dice, mut page, mut made) = (Dice(2026), Page::default(), 0);
    for _ in 0..CHANGES {
        let changes: Vec<_> = (0..1 + dice.below(3)).map(|_| change(&mut dice)).collect();
        if store.apply(changes.clone()).await.is_ok() {
            made += 1;
            page.show(changes.clone());
            assert_eq!(page, Page::read(&store).await, "{changes:?}");
        }
    }
    assert!(made > CHANGES / 8, "{made}");
}
