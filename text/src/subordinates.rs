//! What the units below reported, in words: for the office above them, and for whoever reads its file.

use cunping_core::{
    bundle::groups,
    facts::{Gathered, Subordinates},
    pack::Pack,
};

use crate::{answer::LabeledValue, lang::Lang, number, term, when};

/// Describes the sum of what the units below reported on one topic.
#[must_use]
pub fn sum(lang: Lang, gathered: &Gathered) -> String {
    let (least, unclear) = (number::grouped(gathered.counted), number::grouped(gathered.unclear));
    let parts = [
        (gathered.counted > 0).then(|| match gathered.covered {
            None => say!(lang, "至少 {least} 起", "at least {least}"),
            Some(_) => say!(lang, "共 {least} 起", "{least} in all"),
        }),
        (gathered.unclear > 0)
            .then(|| say!(lang, "{unclear} 起登记不全，算不算未定", "{unclear} of which too little is known to say")),
    ];
    let known: Vec<String> = parts.into_iter().flatten().collect();
    let known = known.join(lang.pick("，另有 ", ", and "));
    match (gathered.covered.map(|day| when::day(lang, day)), known.is_empty()) {
        (None, true) => lang
            .pick(
                "未定：还没有登记，也还不能说没有发生",
                "open: none registered, and nobody can say yet that there was none",
            )
            .to_string(),
        (None, false) => say!(lang, "{known}；其余未定", "{known}; the rest is open"),
        (Some(day), true) => {
            say!(lang, "截至 {day}，全部下级都答没有发生", "up to {day} every unit states that there was none")
        }
        (Some(day), false) => say!(lang, "截至 {day}，{known}", "up to {day}, {known}"),
    }
}

/// Says how many of the units below reported.
#[must_use]
pub fn reported(lang: Lang, subordinates: &Subordinates) -> String {
    let (reported, expected) = (subordinates.units.len(), number::grouped(subordinates.expected));
    say!(lang, "应报 {expected} 个，已报 {reported} 个", "{reported} of {expected} reported")
}

/// Says in one line what an office had before it. Its findings are its own, not the sum of what the units below
/// reported.
#[must_use]
pub fn line(lang: Lang, subordinates: &Subordinates) -> String {
    let reported = reported(lang, subordinates);
    say!(
        lang,
        "下级汇总：{reported}；以本单位填报为准，所依据的文件编号见签名文件。",
        "From the units below: {reported}. This unit's own answers count; its signed file names the files."
    )
}

/// Describes everything that a file says about the units below, line by line.
#[must_use]
pub fn lines(lang: Lang, pack: &Pack, subordinates: &Subordinates) -> Vec<LabeledValue> {
    let mut out = vec![LabeledValue::new(lang.pick("直接下级", "Units directly below"), reported(lang, subordinates))];
    out.extend(
        subordinates
            .topics
            .iter()
            .map(|gathered| LabeledValue::new(term::topic(lang, pack, &gathered.topic), sum(lang, gathered))),
    );
    let file = |digest| {
        let digest = groups(digest);
        say!(lang, "文件指纹 {digest}", "file {digest}")
    };
    out.extend(subordinates.units.iter().map(|(unit, digest)| LabeledValue::new(unit.to_string(), file(*digest))));
    out
}

#[cfg(test)]
mod tests {
    use cunping_core::{facts::Topic, id::Digest, pack::condition::Filter};

    use super::*;
    use crate::sample::{level, none, pack};

    fn gathered(counted: i64, unclear: i64, covered: Option<&str>) -> Gathered {
        let covered = covered.map(|day| day.parse().unwrap());
        Gathered { topic: Topic::whole("crime".parse().unwrap()), counted, unclear, covered }
    }

    #[test]
    fn nothing_is_called_none_before_every_unit_has_said_so() {
        for (counted, unclear, covered, text) in [
            (0, 0, None, "未定：还没有登记，也还不能说没有发生"),
            (0, 0, Some("2026-06-30"), "截至 2026年6月30日，全部下级都答没有发生"),
            (2, 0, None, "至少 2 起；其余未定"),
            (2, 1, None, "至少 2 起，另有 1 起登记不全，算不算未定；其余未定"),
            (2, 0, Some("2026-06-30"), "截至 2026年6月30日，共 2 起"),
            (0, 1, Some("2026-06-30"), "截至 2026年6月30日，1 起登记不全，算不算未定"),
        ] {
            assert_eq!(sum(Lang::Zh, &gathered(counted, unclear, covered)), text);
        }
    }

    #[test]
    fn a_file_names_every_file_that_it_rests_on() {
        let pack = pack(level(none("crime", Filter::Every)));
        let digest = Digest::of(b"file");
        let subordinates = Subordinates {
            expected: 2,
            units: [("990101001001".parse().unwrap(), digest)].into(),
            topics: vec![gathered(1, 0, None)],
        };
        let told: Vec<_> = lines(Lang::Zh, &pack, &subordinates).into_iter().map(|it| it.value).collect();
        let file = format!("文件指纹 {}", groups(digest));
        assert_eq!(told, ["应报 2 个，已报 1 个", "至少 1 起；其余未定", &file]);
    }
}
