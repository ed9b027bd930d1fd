//! Golden cases: a short TOML form, spelled out into the facts format. Evaluates nothing.
//!
//! A file gives `level`, `unit`, `period`, `as_of`, `complete` (categories stated as complete for the days of the
//! period up to `as_of`, on `as_of`; a table with `about` and `only` for part of one), `statements`, and `otherwise` (the finding of all rules that a case does not
//! name). A case may give each anew; its own `statements` and `incidents` come on top, and `without` takes the
//! statements about some indicators away. Everything else is the facts format. An incident without an `id` gets the
//! next one; without `stated_on` it was stated on its day.

use std::path::Path;

use cunping_core::{days::Day, period::Period};
use serde_json::{Map, Value, json};

use crate::files;

/// One case, spelled out: `pack`, `name`, `level`, `as_of`, `facts`, `expect`.
pub(crate) fn cases(folder: &Path) -> Vec<Value> {
    let mut cases = Vec::new();
    for (file_name, text) in files::toml_files(&folder.join("cases")) {
        let file: toml::Table = toml::from_str(&text).unwrap_or_else(|error| panic!("{file_name}: {error}"));
        let file = serde_json::to_value(file).unwrap();
        for case in file["cases"].as_array().unwrap() {
            let name = format!("{file_name}: {}", case["name"].as_str().unwrap());
            cases.push(spell_out(folder, &name, &file, case));
        }
    }
    cases
}

fn spell_out(folder: &Path, name: &str, file: &Value, case: &Value) -> Value {
    let pack = files::name(folder);
    let own = |key: &str| case.get(key).or_else(|| file.get(key)).unwrap_or(&Value::Null).clone();
    let list = |value: Value| value.as_array().cloned().unwrap_or_default();
    let (period, as_of) = (own("period"), own("as_of"));
    let mut statements: Vec<Value> = list(own("complete"));
    statements = statements.iter().filter_map(|about| complete(about, &period, &as_of)).collect();
    statements.extend(list(file.get("statements").cloned().unwrap_or_default()));
    let without = list(own("without"));
    statements.retain(|statement| !without.contains(&statement["about"]));
    statements.extend(list(case.get("statements").cloned().unwrap_or_default()));
    let mut incidents = list(case.get("incidents").cloned().unwrap_or_default());
    for (n, incident) in incidents.iter_mut().enumerate() {
        let (day, incident) = (incident["day"].clone(), incident.as_object_mut().unwrap());
        incident.entry("id").or_insert_with(|| format!("{:032x}", n + 1).into());
        incident.entry("stated_on").or_insert(day);
        incident.entry("attributes").or_insert_with(|| json!({}));
    }
    let mut expect: Map<String, Value> = case["expect"].as_object().unwrap().clone();
    expect.entry("provisional").or_insert(false.into());
    expect.entry("otherwise").or_insert(own("otherwise"));
    let mut spelled = json!({
        "pack": pack,
        "name": name,
        "level": own("level"),
        "as_of": as_of,
        "facts": {
            "format": 1, "unit": own("unit"), "period": period,
            "incidents": incidents, "statements": statements, "remarks": {},
        },
        "expect": expect,
    });
    if let Some(name) = own("overlay").as_str() {
        let text = files::text(&folder.join("cases/overlays").join(format!("{name}.json")));
        spelled["overlays"] = json!([serde_json::from_str::<Value>(&text).unwrap()]);
    }
    spelled
}

/// “Nothing but what is registered”, of the period's days up to `as_of`; nothing before the period.
fn complete(about: &Value, period: &Value, as_of: &Value) -> Option<Value> {
    let days = period.as_str()?.parse::<Period>().ok()?.days();
    let stated: Day = as_of.as_str()?.parse().ok()?;
    let days = days.until(stated)?;
    let mut statement = match about {
        Value::Object(topic) => Value::Object(topic.clone()),
        about => json!({ "about": about }),
    };
    for (key, value) in
        [("from", days.first().to_string()), ("to", days.last().to_string()), ("says", "complete".into())]
    {
        statement[key] = value.into();
    }
    statement["made_on"] = as_of.clone();
    Some(statement)
}
