//! Villages by seed: what each states about a year. The same seed gives the same village everywhere.

use cunping_core::{
    days::Day,
    facts::{Facts, Incident, Says, Statement},
    id::IncidentId,
    pack::condition::Filter,
    period::Period,
};

use crate::document::named;

/// A village in numbers. What is `None` was never answered.
#[derive(Clone, Debug)]
pub struct Village {
    /// Whether it answers quarter by quarter.
    pub quarterly: bool,
    /// Incidents by category, and whether it stated that there are no others.
    pub categories: [(u64, bool); 22],
    pub numbers: [Option<i64>; 5],
    /// Parts of wholes.
    pub ratios: [Option<(i64, i64)>; 3],
    pub stated: [Option<bool>; 4],
}

impl Village {
    /// The village of this seed, which is not 0.
    pub fn seeded(seed: u64) -> Self {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let answered = |dice: &mut Dice| !dice.one_in(400);
        Self {
            quarterly: dice.one_in(2),
            categories: std::array::from_fn(|_| {
                let count = if dice.one_in(25) { 1 + dice.subordinates(3) } else { 0 };
                (count, answered(&mut dice))
            }),
            numbers: std::array::from_fn(|_| answered(&mut dice).then(|| number(dice.subordinates(20)))),
            ratios: std::array::from_fn(|_| {
                let whole = dice.subordinates(60);
                let part = whole - dice.subordinates(whole / 8 + 1);
                answered(&mut dice).then(|| (number(part), number(whole)))
            }),
            stated: std::array::from_fn(|_| answered(&mut dice).then(|| !dice.one_in(12))),
        }
    }

    /// The village's statements and incidents.
    pub fn facts(&self) -> Facts {
        let mut facts = Facts::silent("150626200205".parse().expect("a code"), year());
        let whole = [year()].map(Period::days);
        let quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
        let quarters = quarters.map(|it| it.parse::<Period>().expect("a quarter").days());
        let mut say = |kind, i, all: bool, says: Says| {
            // Who does not answer in the end has answered for the quarters before.
            let runs = if self.quarterly { &quarters[..] } else { &whole[..] };
            for days in runs.iter().take(if all { 4 } else { runs.len() - 1 }) {
                let made_on = days.last().succ_opt().expect("a day");
                let (about, says) = (named(kind, i), says.clone());
                facts.statements.push(Statement { about, only: Filter::Every, days: *days, made_on, says });
            }
        };
        for (i, (_, complete)) in self.categories.iter().enumerate() {
            say("category", i, *complete, Says::Complete);
        }
        for (i, n) in self.numbers.iter().enumerate().filter_map(|(i, n)| Some((i, (*n)?))) {
            say("number", i, true, Says::Count(n));
        }
        for (i, (part, whole)) in self.ratios.iter().enumerate().filter_map(|(i, it)| Some((i, (*it)?))) {
            say("ratio", i, true, Says::Ratio { part, whole });
        }
        for (i, yes) in self.stated.iter().enumerate().filter_map(|(i, yes)| Some((i, (*yes)?))) {
            say("stated", i, true, if yes { Says::Yes } else { Says::No });
        }
        for (i, (count, _)) in self.categories.iter().enumerate() {
            facts.incidents.extend((0..*count).map(|n| incident(i, n)));
        }
        facts.sort();
        facts
    }
}

/// The last day of the year.
pub fn last_day() -> Day {
    year().days().last()
}

fn year() -> Period {
    "2026".parse().expect("a year")
}

fn incident(category: usize, n: u64) -> Incident {
    let day = year().days().first() + chrono::Days::new(n * 97 + 13);
    Incident {
        id: IncidentId([(category as u8) * 8 + n as u8; 16]),
        day,
        categories: [named("category", category)].into(),
        attributes: Default::default(),
        note: None,
        repeats: None,
        stated_on: day,
    }
}

fn number(n: u64) -> i64 {
    i64::try_from(n).expect("a small number")
}

/// Numbers that look random (xorshift64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        for (left, by) in [(true, 13), (false, 7), (true, 17)] {
            self.0 ^= if left { self.0 << by } else { self.0 >> by };
        }
        self.0 >> 16
    }

    fn subordinates(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.subordinates(n) == 0
    }
}
