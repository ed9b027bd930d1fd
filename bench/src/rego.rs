//! The same rules in Rego, compiled to the bytecode of `regorus`, its fastest form. Knows nothing of days.
//!
//! It is given what the core works out itself: how many incidents a category has in the period, and whether
//! statements cover all of its days. That is in its favour.

use std::{fmt::Write as _, sync::Arc};

use regorus::{Engine, Value, languages::rego::compiler::Compiler, rvm::vm::RegoVM};

use crate::{
    document::{Asks, Found, PASS, criteria, weight},
    village::Village,
};

/// The compiled rules, with the machine that runs them.
pub struct Rules(RegoVM);

impl Rules {
    /// Compiles the rules.
    pub fn new() -> Self {
        let entry: Arc<str> = "data.village.result".into();
        let mut engine = Engine::new();
        engine.add_policy("village.rego".to_owned(), policy()).expect("the policy parses");
        let policy = engine.compile_with_entrypoint(&entry).expect("the policy compiles");
        let mut machine = RegoVM::new();
        machine.load_program(Compiler::compile_from_policy(&policy, &[&entry]).expect("the policy has bytecode"));
        Self(machine)
    }

    /// Runs the rules on an input; the value holds every finding, the points and the verdict.
    pub fn run(&mut self, input: &Value) -> Value {
        self.0.set_input(input.clone());
        self.0.execute().expect("the rules run")
    }

    /// The same, taken apart.
    pub fn result(&mut self, input: &Value) -> Found {
        let value = self.run(input);
        let points = |name: &str| value[name].as_i64().expect("points");
        let text = |value: &Value| value.as_string().expect("a word").to_string();
        let findings = criteria().map(|(i, _)| text(&value["findings"][format!("f{i}").as_str()]));
        Found { verdict: text(&value["verdict"]), score: (points("low"), points("high")), findings: findings.collect() }
    }
}

/// What the rules are run on.
pub fn input(village: &Village) -> Value {
    let mut text = String::from("{");
    for (i, (count, complete)) in village.categories.iter().enumerate() {
        let _ = write!(text, r#""category_{i}":{count},"complete_{i}":{complete},"#);
    }
    for (i, n) in village.numbers.iter().enumerate().filter_map(|(i, n)| Some((i, (*n)?))) {
        let _ = write!(text, r#""number_{i}":{n},"#);
    }
    for (i, (part, whole)) in village.ratios.iter().enumerate().filter_map(|(i, it)| Some((i, (*it)?))) {
        let _ = write!(text, r#""part_{i}":{part},"whole_{i}":{whole},"#);
    }
    for (i, yes) in village.stated.iter().enumerate().filter_map(|(i, yes)| Some((i, (*yes)?))) {
        let _ = write!(text, r#""stated_{i}":{yes},"#);
    }
    text.push_str(r#""year":2026}"#);
    Value::from_json_str(&text).expect("plain JSON")
}

/// The rules as a person would write them: each criterion is broken, met, or still open.
fn policy() -> String {
    let mut rules = String::from("package village\n\nimport rego.v1\n\n");
    for (i, asks) in criteria() {
        let (broken, met) = bodies(asks);
        let broken: Vec<_> = broken.iter().map(|body| format!("\"not-met\" if {{ {body} }}")).collect();
        let broken = broken.join("\nelse := ");
        let _ = write!(rules, "f{i} := {broken}\nelse := \"met\" if {{ {met} }}\nelse := \"undetermined\"\n\n");
    }
    let list = |of: &dyn Fn(usize) -> String| criteria().map(|(i, _)| of(i)).collect::<Vec<_>>().join(", ");
    let findings = list(&|i| format!("\"f{i}\": f{i}"));
    let weights = list(&|i| format!("\"f{i}\": {}", weight(i)));
    let _ = write!(
        rules,
        r#"findings := {{ {findings} }}

weights := {{ {weights} }}

low := sum([weight | some id, weight in weights; findings[id] == "met"])

open := sum([weight | some id, weight in weights; findings[id] == "undetermined"])

verdict := "vetoed" if f31 == "not-met"
else := "open" if open > 0
else := "pending" if low >= {PASS}
else := "not-qualified"

result := {{ "findings": findings, "low": low, "high": low + open, "verdict": verdict }}
"#
    );
    rules
}

/// When a criterion is broken, in one way or another, and when it is met.
fn bodies(asks: Asks) -> (Vec<String>, String) {
    match asks {
        Asks::None(i) => (vec![format!("input.category_{i} > 0")], format!("input.complete_{i}")),
        Asks::Number(i, least) => (vec![format!("input.number_{i} < {least}")], format!("input.number_{i} >= {least}")),
        Asks::Ratio(i, least) => {
            let compare = |sign: &str| format!("input.part_{i} * 100 {sign} input.whole_{i} * {least}");
            (vec![compare("<")], compare(">="))
        }
        Asks::Stated(i) => (vec![format!("input.stated_{i} == false")], format!("input.stated_{i} == true")),
        Asks::Three => {
            let parts = [Asks::Stated(3), Asks::Number(4, 1), Asks::None(20)].map(bodies);
            let met = parts.iter().map(|(_, met)| met.clone()).collect::<Vec<_>>().join("; ");
            (parts.into_iter().flat_map(|(broken, _)| broken).collect(), met)
        }
    }
}
