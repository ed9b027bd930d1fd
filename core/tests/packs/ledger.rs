//! Every pack has exactly the ids that its ledger lists.

use std::collections::BTreeSet;

use cunping_core::pack::Pack;

use crate::files;

#[test]
fn packs_have_the_promised_ids() {
    for folder in files::authored() {
        let promised = files::text(&folder.join("ledger-ids.txt"));
        let promised: BTreeSet<&str> = promised.lines().filter(|line| !line.starts_with('#')).collect();
        let pack = files::pack(&folder);
        let has = ids(&pack);
        let has: BTreeSet<&str> = has.iter().map(String::as_str).collect();
        let missing: Vec<_> = promised.difference(&has).collect();
        let extra: Vec<_> = has.difference(&promised).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{}: missing {missing:?}, extra {extra:?}", pack.id);
    }
}

fn ids(pack: &Pack) -> Vec<String> {
    let mut ids = Vec::new();
    let mut put = |kind: &str, id: &dyn ToString| ids.push(format!("{kind} {}", id.to_string()));
    let sections = pack.levels.iter().flat_map(|level| &level.sections);
    sections.for_each(|it| put("section", &it.id));
    for criterion in pack.levels.iter().flat_map(|level| &level.criteria) {
        put("criterion", &criterion.id);
        criterion.checks.iter().for_each(|check| put("check", &check.id));
        criterion.measures.iter().for_each(|measure| put("measure", &measure.id));
    }
    pack.targets.iter().for_each(|it| put("target", &it.id));
    pack.priorities.iter().for_each(|it| put("priority", &it.id));
    pack.bonus.iter().for_each(|_| put("bonus", &"bonus"));
    pack.references.iter().for_each(|it| put("reference", &it.id));
    pack.calendar.iter().for_each(|it| put("deadline", &it.id));
    pack.procedure.iter().for_each(|it| put("step", &it.id));
    pack.forms.iter().for_each(|it| put("form", &it.id));
    pack.contradictions.iter().for_each(|it| put("contradiction", &it.id));
    pack.readings.iter().for_each(|it| put("reading", &it.note.id));
    ids
}
