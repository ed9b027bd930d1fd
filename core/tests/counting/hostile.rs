//! Hostile files of somebody who knows everything public and has no enrolled key, or one of another part.

use cunping_core::{
    bundle::{Counted, Decision, LinePosition, PackRef, Payload, Rollup, verify},
    evaluate::Verdict,
};

use super::folder::{COUNTY, TOWNSHIP, VILLAGES, decision, digest, pack, party, report, signed, stated};

/// A generator of numbers that look random and are the same every time.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, end: u64) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % end).unwrap()
    }
}

/// Makes some hostile files, drawn from a seed.
pub(crate) fn files(count: usize, seed: u64) -> Vec<String> {
    let mut drawn = Drawn(seed);
    (0..count).map(|_| one(&mut drawn)).collect()
}

fn one(drawn: &mut Drawn) -> String {
    let pack = pack();
    let which = drawn.below(4);
    let unit = VILLAGES[which].0;
    // A stranger's keys; the police station's own, which may opine; a retired one of the third village.
    let stranger = 100 + u8::try_from(drawn.below(20)).unwrap();
    let real = signed(&report(pack, unit, which == 1, LinePosition::FIRST), VILLAGES[which].1);
    let sequence = [1, 2, 9, u32::MAX][drawn.below(4)];
    let supersedes = (sequence > 1).then(|| digest(&real));
    let turn = LinePosition { sequence, supersedes };
    let forged = signed(&report(pack, unit, drawn.below(2) == 0, turn), stranger);
    let on = if drawn.below(2) == 0 { digest(&real) } else { digest(&forged) };
    let what = match drawn.below(4) {
        0 => Decision::Qualified,
        1 => Decision::NotQualified,
        2 => Decision::Returned,
        _ => Decision::Removed("step.removal".parse().unwrap()),
    };
    let office = ["sumu-pingan", "flag-pingan"][drawn.below(2)];
    match drawn.below(7) {
        0 => forged,
        // The retired key of the third village, and the same words by a fresh one.
        1 => signed(&report(pack, VILLAGES[2].0, drawn.below(2) == 0, turn), 33),
        2 => {
            let by = [party(TOWNSHIP, "a"), party(COUNTY, "zz"), party(TOWNSHIP, "pingan"), party(COUNTY, "pingan")];
            let mut it = decision(pack, by[drawn.below(4)].clone(), office, unit, on, what);
            it.place = turn;
            signed(&it, stranger)
        }
        // The police station, as the office that decides.
        3 => signed(&decision(pack, party(TOWNSHIP, "police"), office, unit, on, what), 4),
        // The township, as its county; a village, as its township.
        4 => signed(&decision(pack, party(TOWNSHIP, "pingan"), "flag-pingan", unit, on, what), 3),
        5 => signed(&decision(pack, party(unit, "pingan"), office, unit, on, what), VILLAGES[which].1),
        _ => rollup(drawn, unit, stranger),
    }
}

/// Makes a roll-up that counts a village as an attacker would like it: of a stranger, of the police station, of the
/// village itself.
fn rollup(drawn: &mut Drawn, unit: &str, stranger: u8) -> String {
    let pack = pack();
    let (by, seed) = [
        (party(TOWNSHIP, "x"), stranger),
        (party(TOWNSHIP, "pingan"), stranger),
        (party(TOWNSHIP, "police"), 4),
        (party(unit, ""), VILLAGES.iter().find(|it| it.0 == unit).unwrap().1),
    ][drawn.below(4)]
    .clone();
    let counted = Counted {
        unit: unit.parse().unwrap(),
        bundle: cunping_core::id::Digest([u8::try_from(drawn.below(200)).unwrap(); 32]),
        verdict: [Verdict::Qualified, Verdict::NotQualified][drawn.below(2)],
        provisional: false,
        recognition: None,
        removed: None,
    };
    let it = Rollup {
        stated: stated(by),
        place: LinePosition::FIRST,
        area_name: "示例".to_owned(),
        pack: PackRef::to(pack),
        level: "village".parse().unwrap(),
        period: "2025".parse().unwrap(),
        overlays: Vec::new(),
        children: Vec::new(),
        expected: vec![unit.parse().unwrap()],
        counted: vec![counted],
        unsettled: Vec::new(),
    };
    let text = signed(&it, seed);
    assert!(matches!(verify(text.as_bytes()).unwrap().payload, Payload::Rollup(_)));
    text
}
