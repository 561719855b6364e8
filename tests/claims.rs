//! Claims as data, as `docs/claims.md` describes them: the columns of the table, and objects that schema.org knows.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]

use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// What schema.org calls the things in a graph of claims, and which of their properties may be there.
const KNOWN: [(&str, &[&str]); 5] = [
    (
        "Claim",
        &["name", "text", "author", "isBasedOn", "datePublished", "temporalCoverage", "mainEntity", "appearance"],
    ),
    ("Person", &["name"]),
    ("Organization", &["name"]),
    ("QuantitativeValue", &["value", "minValue", "maxValue", "unitText"]),
    ("CreativeWork", &["name", "identifier", "url", "datePublished", "publisher"]),
];

/// The claims of all stories in some format.
fn claims(format: &str) -> String {
    let arguments = ["extract", "--format", format, "fixtures/stories"];
    let out = Command::new(env!("CARGO_BIN_EXE_numerate")).args(arguments).output().unwrap();
    assert!(out.status.success());
    String::from_utf8(out.stdout).unwrap()
}

/// What stands in backquotes in the first cells of the table below a heading of the page.
fn documented(heading: &str) -> Vec<String> {
    let page = fs::read_to_string("docs/claims.md").unwrap();
    let part = page.split("\n## ").find(|part| part.starts_with(heading)).unwrap();
    let rows = part.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    rows.flat_map(|cell| cell.split('`').step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn the_columns_are_those_of_the_page_in_its_order() {
    let header = claims("csv").lines().next().unwrap().to_owned();
    assert_eq!(header.split(',').collect::<Vec<_>>(), documented("CSV"));
}

#[test]
fn every_format_has_the_same_claims() {
    let report: Value = serde_json::from_str(&claims("json")).unwrap();
    let whole = report["claims"].as_array().unwrap();
    let lines: Vec<Value> = claims("ndjson").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(&lines, whole);
    let table = claims("csv");
    let rows: Vec<_> = csv::Reader::from_reader(table.as_bytes()).into_records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), whole.len());
    for (row, claim) in rows.iter().zip(whole) {
        let [line, start] = [&claim["line"], &claim["span"]["start"]].map(Value::to_string);
        assert_eq!([&row[0], &row[2], &row[4]], [claim["id"].as_str().unwrap(), &line, &start]);
    }
    let graph: Value = serde_json::from_str(&claims("jsonld")).unwrap();
    let of_claims = |value: &Value| value.as_array().unwrap().iter().map(|one| one["@id"].clone()).collect::<Vec<_>>();
    let claimed = whole.iter().filter(|claim| !["denied", "hypothetical"].contains(&claim["status"].as_str().unwrap()));
    let claimed: Vec<Value> = claimed.map(|claim| format!("#{}", claim["id"].as_str().unwrap()).into()).collect();
    assert_eq!(of_claims(&graph["@graph"]), claimed);
}

#[test]
fn a_graph_is_whole_whichever_drafts_have_claims() {
    let (goats, denied, none) = ("There were 40 goats.", "He denied that 30 people had died.", "Nothing.");
    for (drafts, count) in
        [(vec![], 0), (vec![none], 0), (vec![denied, none], 0), (vec![none, goats, denied, none, goats, goats], 3)]
    {
        let lines: Vec<_> = drafts.iter().map(|text| json!({"text": text}).to_string() + "\n").collect();
        let mut child = Command::new(env!("CARGO_BIN_EXE_numerate"));
        let child = child.args(["extract", "--format", "jsonld", "--input-format", "ndjson", "-"]);
        let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.concat().as_bytes()).unwrap();
        let graph: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
        assert_eq!(graph["@graph"].as_array().map(Vec::len), Some(count), "{drafts:?}");
    }
}

#[test]
fn the_graph_is_made_of_what_schema_org_knows() {
    let page: Value = serde_json::from_str(&claims("jsonld")).unwrap();
    assert_eq!(page["@context"], "https://schema.org");
    let graph = page["@graph"].as_array().unwrap();
    assert!(graph.len() > 50 && graph.iter().all(|claim| claim["@type"] == "Claim"));
    graph.iter().for_each(assert_known);
    let described = documented("JSON-LD");
    assert!(KNOWN[0].1.iter().all(|name| described.iter().any(|known| known == name)), "{described:?}");
}

/// Asserts of an object, and of those in it, that type and properties are known; of figures that they are numbers.
fn assert_known(value: &Value) {
    let Value::Object(members) = value else { return };
    // Of officials and witnesses nobody knows whether they are people or bodies.
    let kind = members.get("@type").map_or("Person", |kind| kind.as_str().unwrap());
    let (_, properties) = KNOWN.iter().find(|(known, _)| *known == kind).unwrap();
    for (name, value) in members {
        assert!(name.starts_with('@') || properties.contains(&name.as_str()), "{kind} has no {name}");
        assert!(!name.ends_with("alue") || value.is_number(), "{name} {value}");
        assert!(name != "datePublished" || value.as_str().unwrap().parse::<jiff::civil::Date>().is_ok(), "{value}");
        assert_known(value);
    }
}
