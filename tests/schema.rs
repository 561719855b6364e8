//! The JSON Schemas that `numerate schema` prints say what the code says: the same keys, the same words, the same fields.

#![expect(clippy::unwrap_used, reason = "a schema that cannot be read fails the test")]

use jsonschema::Validator;
use numerate::config::{Config, FailOn};
use numerate::rules::{KINDS, Kind, Ruleset, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A key that is near no other.
const ODD: &str = "zzzzzzzzzz";

/// What the program prints.
fn run(arguments: &[&str]) -> Value {
    let out = Command::new(env!("CARGO_BIN_EXE_numerate")).args(arguments).output().unwrap();
    serde_json::from_slice(&out.stdout).unwrap()
}

fn schema(name: &str) -> Value {
    run(&["schema", name])
}

fn errors(schema: &Value, instance: &Value) -> Vec<String> {
    let options = jsonschema::options().should_validate_formats(true);
    let validator: Validator = options.build(schema).unwrap();
    validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// A TOML file as editors hold it against a schema: dates are strings.
fn as_json(text: &str) -> Value {
    fn value(toml: toml::Value) -> Value {
        match toml {
            toml::Value::Table(entries) => entries.into_iter().map(|(key, one)| (key, value(one))).collect(),
            toml::Value::Array(list) => list.into_iter().map(value).collect(),
            toml::Value::Datetime(date) => date.to_string().into(),
            other => serde_json::to_value(other).unwrap(),
        }
    }
    value(toml::Value::Table(text.parse().unwrap()))
}

fn problems_of_rule(text: &str) -> Vec<String> {
    problems_of_file("a.toml", text)
}

fn problems_of_file(path: &str, text: &str) -> Vec<String> {
    let problems = Ruleset::embedded().add(&[(path.to_owned(), text.to_owned())]);
    problems.iter().map(|problem| problem.message.clone()).collect()
}

fn problems_of_config(text: &str) -> Vec<String> {
    let problems = Config::read("numerate.toml", text).err().unwrap_or_default();
    problems.iter().map(|problem| problem.message.clone()).collect()
}

/// The keys that the code knows where it has met [`ODD`], as its complaint lists them.
fn known(problems: &[String]) -> BTreeSet<String> {
    let complaint = problems.iter().find_map(|message| message.strip_prefix(&format!("unknown key `{ODD}`, ")));
    complaint.unwrap().split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The keys that a schema knows.
fn keys(schema: &Value) -> BTreeSet<String> {
    schema["properties"].as_object().unwrap().keys().cloned().collect()
}

fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Value {
    words.into_iter().collect()
}

fn rule(kind: &Kind, rest: &str) -> String {
    format!("id = 'a'\nkind = '{}'\ntitle = 'A'\nwhy = 'For tests.'\n{rest}\n", kind.name)
}

#[test]
fn rules_have_the_keys_of_their_kind() {
    let whole = schema("rule");
    let (schema, declared) = (&whole["definitions"]["rule"], declared());
    let mut all = BTreeSet::new();
    for (at, kind) in KINDS.iter().enumerate() {
        let branch = &schema["allOf"][at];
        let needed = branch["then"]["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let needed: Vec<_> = needed.map(|key| format!("{key} = 'true'\n")).collect();
        let known = known(&problems_of_rule(&rule(kind, &format!("{}{ODD} = 1", needed.concat()))));
        let known = &known - &declared;
        assert_eq!(branch["if"]["properties"]["kind"]["const"], kind.name);
        let forbidden = keys(&branch["then"]);
        let forbidden: BTreeSet<_> =
            forbidden.into_iter().filter(|key| branch["then"]["properties"][key] == false).collect();
        assert_eq!(&keys(schema) - &forbidden, known, "{}", kind.name);
        all.extend(known);
    }
    assert_eq!(keys(schema), all);
    let packed: BTreeSet<String> =
        serde_json::from_value(whole["definitions"]["packed"]["propertyNames"]["enum"].clone()).unwrap();
    assert_eq!(packed, all);
    assert_eq!(schema["properties"]["kind"]["enum"], words(KINDS.iter().map(|kind| kind.name)));
    assert_eq!(schema["properties"]["severity"]["enum"], words(Severity::ALL.map(|(name, _)| name)));
}

/// The keys of what a file declares beside rules.
fn declared() -> BTreeSet<String> {
    known(&problems_of_rule(&format!("same = ['a', 'b']\n{ODD} = 1")))
}

#[test]
fn packs_and_declarations_have_their_keys() {
    let schema = schema("rule");
    let pack = known(&problems_of_rule(&format!("pack = 'a'\ntitle = 'A'\n{ODD} = 1")));
    let of_rules = keys(&schema["definitions"]["rule"]);
    assert_eq!(keys(&schema), &(&pack | &of_rules) | &declared());
    for (key, needed) in [("measure", "what = ['a']"), ("source", ""), ("class", "nouns = []"), ("event", "words = []")]
    {
        let text = format!("[[{key}]]\nid = 'a'\nname = 'a'\ntitle = 'A'\n{needed}\n{ODD} = 1");
        assert_eq!(keys(&schema["definitions"][key]), known(&problems_of_rule(&text)), "{key}");
    }
}

#[test]
fn files_of_examples_have_their_keys() {
    let schema = schema("test");
    let known = |text: &str| known(&problems_of_file("a.test.toml", text));
    assert_eq!(keys(&schema), known(&format!("{ODD} = 1")));
    let example = known(&format!("[[example]]\nrule = 'wrong-sum'\ntext = 'a'\nexpect = []\n{ODD} = 1"));
    assert_eq!(keys(&schema["definitions"]["example"]), example);
    for (text, sound) in [
        ("[[example]]\nrule = 'wrong-sum'\ntext = 'a'\nexpect = ['1']", true),
        ("[[example]]\ntext = 'a'\nexpect = []", false),
        ("example = 3", false),
    ] {
        assert_eq!(problems_of_file("a.test.toml", text).is_empty(), sound, "{text}");
        assert_eq!(errors(&schema, &as_json(text)).is_empty(), sound, "{text}");
    }
}

#[test]
fn examples_have_their_keys() {
    let schema = schema("rule");
    let known = |rest: &str| known(&problems_of_rule(&rule(&KINDS[0], rest)));
    let example = known(&format!("[[example]]\ntext = 'a'\nexpect = []\n{ODD} = 1"));
    assert_eq!(keys(&schema["definitions"]["example"]), example);
    let draft = known(&format!("[[example]]\nexpect = []\ndrafts = [{{ text = 'a', {ODD} = 1 }}]"));
    assert_eq!(keys(&schema["definitions"]["draft"]), draft);
}

#[test]
fn settings_have_their_keys() {
    let schema = schema("config");
    let known = |text: &str| known(&problems_of_config(text));
    assert_eq!(keys(&schema), known(&format!("{ODD} = 1")));
    assert_eq!(keys(&schema["properties"]["lexicon"]), known(&format!("[lexicon]\n{ODD} = 1")));
    assert_eq!(keys(&schema["definitions"]["override"]), known(&format!("[[override]]\npaths = []\n{ODD} = 1")));
    let ignored = known(&format!("ignore = [{{ fingerprint = 'a', reason = 'b', {ODD} = 1 }}]"));
    assert_eq!(keys(&schema["definitions"]["known"]), ignored);
    assert_eq!(schema["properties"]["fail_on"]["enum"], words(FailOn::ALL.map(|(name, _)| name)));
}

#[test]
fn schema_and_code_refuse_alike() {
    let schemas = (schema("rule"), schema("config"));
    let conflict = |rest: &str| rule(&KINDS[0], rest);
    for (text, sound) in [
        (conflict("window = 3\ntolerance = 2.5\nclasses = ['person']\nsources = 'named'\nmin_sources = 2"), true),
        (conflict("tolerance = '5%'\nscope = 'passage'\nroles = ['body']\npaths = ['a/**']"), true),
        (conflict("measures = []"), false),
        (conflict("tolerance = 'reading'"), true),
        (conflict("tolerance = 'a lot'"), false),
        (conflict("scope = 'house'"), false),
        (conflict("roles = ['bodi']"), false),
        (conflict("same = ['post', 'vacancy']\n[[measure]]\nid = 'dead'\ntitle = 'T'\nwhat = ['people']"), true),
        ("apart = [['post', 'vacancy'], ['a', 'b']]".to_owned(), true),
        ("same = ['post']".to_owned(), false),
        ("[[measure]]\nid = 'dead'\ntitle = 'T'\nwhat = ['people']\ntolerance = '3'\nunit = 'count'".to_owned(), true),
        ("[[measure]]\nid = 'dead'\ntitle = 'T'\nwhat = []".to_owned(), false),
        ("[[source]]\nid = 'a'\nname = 'A'\npeople = ['Ida Brandt']\nkind = 'police'".to_owned(), true),
        ("[[source]]\nid = 'a'\nname = 'A'\nkind = 'polise'".to_owned(), false),
        ("pack = 'a'\ntitle = 'A'\n[[rule]]\nid = 'b'\nkind = 'sum'\ntitle = 'B'\nwhy = 'C'".to_owned(), true),
        (
            "pack = 'a'\ntitle = 'A'\n[[rule]]\nid = 'b'\nkind = 'sum'\ntitle = 'B'\nwhy = 'C'\nwindow = 3".to_owned(),
            false,
        ),
        ("pack = 'a'\ntitle = 'A'\nkind = 'sum'".to_owned(), false),
        (conflict("window = -1"), false),
        (conflict("tolerance = 101"), false),
        (conflict("min_sources = 0"), false),
        (conflict("sources = 'nobody'"), false),
        (conflict("units = 'count'"), false),
        (conflict("enabled = 'no'"), false),
        (conflict("severity = 'fatal'"), false),
        (conflict("example = [{ text = 'a', expect = [], date = 2025-03-11 }]"), true),
        (conflict("example = [{ text = 'a' }]"), false),
        (conflict("example = [{ text = 'a', drafts = [{ text = 'b' }], expect = [] }]"), false),
        ("kind = 'sum'\ntitle = 'A'\nwhy = 'B'".to_owned(), false),
        ("id = 'A'\nkind = 'sum'\ntitle = 'A'\nwhy = 'B'".to_owned(), false),
        ("id = 'a'\nkind = 'sum'\ntitle = 'A'\nwhy = 'B'\nwindow = 3".to_owned(), false),
    ] {
        let told = (problems_of_rule(&text), errors(&schemas.0, &as_json(&text)));
        assert_eq!((told.0.is_empty(), told.1.is_empty()), (sound, sound), "{text} {told:?}");
    }
    for (text, sound) in [
        (
            "rules = ['a']\nignore = ['a', { fingerprint = '46eed9806684bca923476219bbe848d5', reason = 'so', by = 'Ada', expires = 2025-03-11 }]",
            true,
        ),
        ("ignore = [{ fingerprint = '46eed9806684bca923476219bbe848d5' }]", false),
        ("ignore = [{ fingerprint = 'f', reason = 'so' }]", false),
        ("fail_on = 'never'\nmin_severity = 'info'\ndate = 2025-03-11\n[severity]\na = 'info'", true),
        ("min_severity = 'never'", false),
        ("[severity]\na = 'fatal'", false),
        ("date = 'soon'", false),
        (
            "extends = ['a', './b.toml']\n[[override]]\npaths = ['c/**']\nignore = ['d']\nseverity = { e = 'info' }",
            true,
        ),
        ("[[override]]\nignore = ['d']", false),
    ] {
        let told = (problems_of_config(text), errors(&schemas.1, &as_json(text)));
        assert_eq!((told.0.is_empty(), told.1.is_empty()), (sound, sound), "{text} {told:?}");
    }
}

#[test]
fn the_rules_that_there_are_fit() {
    let schema = schema("rule");
    let mut count = 0;
    for path in ["rules/default", "rules/packs", "rules/init/rules"].iter().flat_map(|folder| files(Path::new(folder)))
    {
        let rule = as_json(&fs::read_to_string(&path).unwrap());
        assert_eq!(errors(&schema, &rule), Vec::<String>::new(), "{}", path.display());
        count += 1;
    }
    assert!(count > KINDS.len());
    let settings = as_json(&fs::read_to_string("rules/init/numerate.toml").unwrap());
    assert_eq!(errors(&self::schema("config"), &settings), Vec::<String>::new());
}

#[test]
fn our_rules_name_their_schema() {
    for path in ["rules/default", "rules/packs"].iter().flat_map(|folder| files(Path::new(folder))) {
        let file = fs::read_to_string(&path).unwrap();
        assert!(file.starts_with("#:schema ../schema/rule.json\n"), "{}", path.display());
    }
}

#[test]
fn reports_have_the_fields_that_are_listed_and_no_others() {
    let schema = closed(schema("report"));
    let broken = "tests/cmd/desk/broken.ndjson";
    let report = run(&["check", "--format", "json", "fixtures/stories", broken]);
    for list in ["documents", "claims", "findings", "problems"] {
        assert_ne!(report[list], json!([]), "{list}");
    }
    for field in ["source", "said", "as_of"] {
        assert!(report["claims"].as_array().unwrap().iter().any(|claim| claim[field].is_object()), "{field}");
    }
    assert_eq!(errors(&schema, &report), Vec::<String>::new());
    let kinds = &schema["definitions"]["finding"]["properties"]["kind"]["enum"];
    assert_eq!(*kinds, words(KINDS.iter().map(|kind| kind.name)));
}

/// The schema, every field of it being required and no other one allowed.
fn closed(mut schema: Value) -> Value {
    if schema["properties"].is_object() {
        let listed: BTreeSet<String> = serde_json::from_value(schema["required"].clone()).unwrap();
        assert_eq!(listed, keys(&schema));
        schema["additionalProperties"] = false.into();
    }
    for (_, within) in schema.as_object_mut().unwrap().iter_mut().filter(|(_, within)| within.is_object()) {
        *within = closed(within.take());
    }
    schema
}

/// The TOML files in a folder and those below it, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}
