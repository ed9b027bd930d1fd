//! How many units a second the core judges, beside a general rules engine that is given the same rules and facts.
//! Prints `name value` lines for `cargo xtask bench`. Ships nowhere.

mod document;
mod rego;
mod village;

use std::{hint::black_box, time::Instant};

use cunping_core::evaluate::{Answers, Program, Sheet};

use village::Village;

/// As many different villages are judged, in turn.
const VILLAGES: u64 = 10_000;

/// As few stay near the processor, as the facts of a file do that was read a moment ago.
const NEAR: usize = 100;

/// As many rounds are timed. The two engines take turns.
const ROUNDS: usize = 1_001;

fn main() {
    let document = document::new();
    let villages: Vec<Village> = (1..=VILLAGES).map(Village::seeded).collect();
    let program = Program::new(&document.pack, document.level(), &[&document.overlay]);
    let answers: Vec<Answers> = villages.iter().map(|it| program.answers(&it.facts())).collect();
    let inputs: Vec<regorus::Value> = villages.iter().map(|it| rego::input(it)).collect();
    let mut rego = rego::Rules::new();
    let mut sheet = Sheet::default();
    let as_of = village::last_day();

    let mut seen = std::collections::BTreeMap::<String, u32>::new();
    for (village, (answers, input)) in villages.iter().zip(answers.iter().zip(&inputs)) {
        let (ours, theirs) = (document::result(program.judge(answers, as_of, &mut sheet)), rego.result(input));
        assert_eq!(ours, theirs, "{village:?}");
        *seen.entry(ours.verdict).or_default() += 1;
    }
    println!("evaluate_agree {VILLAGES}");
    seen.iter().for_each(|(verdict, count)| println!("verdict_{verdict} {count}"));

    let (mut ours, mut near, mut theirs) = (Rate::new(250), Rate::new(250), Rate::new(8));
    for _ in 0..ROUNDS {
        let mut judge = |it: &Answers| {
            black_box(program.judge(black_box(it), as_of, &mut sheet).verdict());
        };
        ours.round(&answers, &mut judge);
        near.round(&answers[..NEAR], &mut judge);
        theirs.round(&inputs, |it| {
            black_box(rego.run(black_box(it)));
        });
    }
    println!("evaluate_per_second {}", ours.per_second());
    println!("evaluate_near_per_second {}", near.per_second());
    println!("regorus_per_second {}", theirs.per_second());
}

/// Rounds too short for another process to come between in most of them; the median counts.
struct Rate {
    times: usize,
    next: usize,
    took: Vec<u128>,
}

impl Rate {
    fn new(times: usize) -> Self {
        Self { times, next: 0, took: Vec::new() }
    }

    /// One round, on the units that come next.
    fn round<T>(&mut self, all: &[T], mut work: impl FnMut(&T)) {
        let units: Vec<&T> = all.iter().cycle().skip(self.next).take(self.times).collect();
        self.next = (self.next + self.times) % all.len();
        let start = Instant::now();
        units.into_iter().for_each(&mut work);
        self.took.push(start.elapsed().as_nanos().max(1));
    }

    fn per_second(mut self) -> u128 {
        self.took.sort_unstable();
        self.times as u128 * 1_000_000_000 / self.took[self.took.len() / 2]
    }
}
