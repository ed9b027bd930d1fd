//! Overlays at the terminal: used where they fit, refused whole with every problem where they do not.

use crate::process::{cunping, file};

const HEAD: &str = r#""kind":"overlay","format":1,"pack":"changgang-pingan-fazhi-xing-2023","level":"village",
    "title":"示例","issuer":"示例","issued":"2023-06-01""#;

fn refused(name: &str, bodies: &[&str], says: &[&str]) {
    let facts = file(
        "overlay-facts.json",
        br#"{"format":1,"unit":"411422100399","period":"2025","incidents":[],"statements":[],"remarks":{}}"#,
    );
    let files = bodies.iter().enumerate();
    let files: Vec<String> = files.map(|(n, body)| file(&format!("{name}-{n}.json"), body.as_bytes())).collect();
    let mut args = vec!["evaluate", "--lang", "en", &facts];
    args.extend(files.iter().flat_map(|path| ["--overlay", path.as_str()]));
    let run = cunping(&args, b"");
    assert_eq!((run.code, run.out.as_str()), (3, ""), "{name}: {}", run.err);
    for words in says {
        assert!(run.err.contains(words), "{name}: “{words}” is not in {}", run.err);
    }
}

#[test]
fn what_does_not_fit_is_refused_with_every_problem() {
    let with = |rest: &str| format!("{{{HEAD},{rest}}}");
    let weights = |first: i64| {
        with(&format!(
            r#""weights":{{"village.1":{first},"village.2":20,"village.3":15,"village.4":15,"village.5":10,"village.6":10,
            "village.7":10}}"#
        ))
    };
    refused("sum-99", &[&weights(19)], &["add up to 99"]);
    refused("sum-101", &[&weights(21)], &["add up to 101"]);
    let twice = weights(19).replace(r#""village.7":10"#, r#""village.7":10,"village.1.1":1"#);
    refused("twice", &[&twice], &["and for items in it"]);
    refused("goal", &[&weights(20).replace("village.7", "village.goal")], &["no points, or wrong ones"]);
    refused("mark-101", &[&with(r#""pass_mark":101"#)], &["not between 0 and 100"]);
    refused("mark-below", &[&with(r#""pass_mark":-1"#)], &["not between 0 and 100"]);
    refused("no-such-veto", &[&with(r#""vetoes":["village.9.9"]"#)], &["no criterion village.9.9"]);
    refused("nothing-open", &[&with(r#""settles":{"village.1.4":"met"}"#)], &["leaves nothing open at village.1.4"]);
    refused("no-value", &[&with(r#""values":{"reference.weights":1}"#)], &["no reference reference.weights"]);
    refused("no-text", &[&with(r#""texts":{"reference.pass-mark":["x"]}"#)], &["no reference reference.pass-mark"]);
    refused("empty", &[&format!("{{{HEAD}}}")], &["it brings nothing"]);
    refused("level", &[&with(r#""pass_mark":80"#).replace("\"village\"", "\"township\"")], &["no such level"]);
    refused("twice-a-key", &[&with(r#""pass_mark":80,"pass_mark":81"#)], &["name twice"]);
    refused("newer", &[&with(r#""pass_mark":80"#).replace("\"format\":1", "\"format\":2")], &["format 2"]);
    refused("unknown-key", &[&with(r#""pass_mark":80,"more":1"#)], &["not in the format"]);
    refused("two", &[&with(r#""pass_mark":80"#), &with(r#""pass_mark":81"#)], &["sets the same thing"]);
    let many = with(r#""pass_mark":101,"vetoes":["village.9.9"],"settles":{"village.1.4":"met"}"#);
    refused("many", &[&many], &["not between 0 and 100", "no criterion", "leaves nothing open"]);
}
