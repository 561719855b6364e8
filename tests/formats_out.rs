//! Reports for other programs: valid by the schemas of those programs, and pointing where the figures are.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]

mod xsd;

use jsonschema::Validator;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A draft in which everything has its own width: letters of two bytes, a character of two UTF-16 units, tabs, CRLF.
const WIDE: &str = "Café Größe 🚢 reports from Port Vell.\r\n\r\n\t🚢 Señor Núñez wrote that the ferry Halcyon sank off \
                    Port Vell and 55 people were killed.\r\n";
const PLAIN: &str = "The ferry Halcyon sank off Port Vell and 40 people were killed.\n";

/// A folder with these drafts and no others.
fn folder(name: &str, drafts: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in drafts {
        fs::write(folder.join(name), text).unwrap();
    }
    folder
}

/// The report on all drafts of a folder.
fn report(folder: &Path, format: &str) -> String {
    report_with(folder, format, &[])
}

/// The same, with further arguments.
fn report_with(folder: &Path, format: &str, more: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_numerate"));
    let command = command.args(["check", "--format", format]).args(more).current_dir(folder);
    let out = command.env_remove("GITHUB_STEP_SUMMARY").output().unwrap();
    String::from_utf8(out.stdout).unwrap()
}

fn json(folder: &Path, format: &str) -> Value {
    serde_json::from_str(&report(folder, format)).unwrap()
}

fn validator(schema: &str) -> Validator {
    let schema = fs::read_to_string(Path::new("tests/schemas").join(schema)).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap()
}

fn assert_valid(schema: &str, instance: &Value) {
    let errors: Vec<_> = validator(schema).iter_errors(instance).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

/// Folders with findings, without any, without any draft, and with a file that is none.
fn folders(test: &str) -> Vec<PathBuf> {
    let named = |name: &str, drafts: &[(&str, &str)]| folder(&format!("{test}-{name}"), drafts);
    vec![
        named("findings", &[("plain.txt", PLAIN), ("wide.txt", WIDE)]),
        named("clean", &[("plain.txt", PLAIN)]),
        named("nothing", &[]),
        named("broken", &[("plain.txt", PLAIN), ("wide.txt", WIDE), ("broken.ndjson", "no object\n")]),
    ]
}

#[test]
fn sarif_is_valid() {
    for folder in folders("sarif") {
        assert_valid("sarif-2.1.0.json", &json(&folder, "sarif"));
    }
    let known = format!("<!-- numerate-ignore conflict: the port counts the crew -->\n{PLAIN}");
    let log = report_with(
        &folder("sarif-known", &[("plain.txt", &known), ("wide.txt", WIDE)]),
        "sarif",
        &["--show-suppressed"],
    );
    let log: Value = serde_json::from_str(&log).unwrap();
    assert_valid("sarif-2.1.0.json", &log);
    assert_eq!(log["runs"][0]["results"][0]["suppressions"][0]["kind"], "inSource");
}

#[test]
fn gitlab_reports_are_valid() {
    for folder in folders("gitlab") {
        assert_valid("gitlab.json", &json(&folder, "gitlab"));
    }
}

#[test]
fn rdjson_is_valid() {
    for folder in folders("rdjson") {
        assert_valid("rdf-result.json", &json(&folder, "rdjson"));
        for line in report(&folder, "rdjsonl").lines() {
            assert_valid("rdf-diagnostic.json", &serde_json::from_str(line).unwrap());
        }
    }
}

#[test]
fn junit_is_valid() {
    let schema = fs::read_to_string("tests/schemas/junit.xsd").unwrap();
    for folder in folders("junit") {
        assert_eq!(xsd::complaints(&schema, &report(&folder, "junit")), Vec::<String>::new());
    }
    let odd = "<testsuites><testsuite tests='1' size='2'>x<testcase name='a'/><properties/></testsuite></testsuites>";
    assert_eq!(xsd::complaints(&schema, odd).len(), 5);
    let trial = ["test", "--format", "junit", "tests/cmd/desk/failing"];
    let trial = Command::new(env!("CARGO_BIN_EXE_numerate")).args(trial).output().unwrap();
    assert_eq!(trial.status.code(), Some(1));
    assert_eq!(xsd::complaints(&schema, &String::from_utf8(trial.stdout).unwrap()), Vec::<String>::new());
}

/// Where the figures of a finding stand, as counted in the bytes of their files: line, column and end in code points,
/// column and end in bytes.
fn counted(folder: &Path, path: &str, span: &Value) -> [u64; 5] {
    let bytes = fs::read(folder.join(path.trim_start_matches("./"))).unwrap();
    let [start, end] = ["start", "end"].map(|key| usize::try_from(span[key].as_u64().unwrap()).unwrap());
    let mut line = bytes[..start].split(|&byte| byte == b'\n');
    let number = line.clone().count();
    let before = line.next_back().unwrap();
    let letters = |bytes: &[u8]| std::str::from_utf8(bytes).unwrap().chars().count();
    let figure = &bytes[start..end];
    let (in_letters, in_bytes) = (letters(before) + 1, before.len() + 1);
    [number, in_letters, in_letters + letters(figure), in_bytes, in_bytes + figure.len()].map(|count| count as u64)
}

#[test]
fn places_are_those_that_can_be_counted() {
    let folder = folder("places", &[("plain.txt", PLAIN), ("wide.txt", WIDE)]);
    let finding = json(&folder, "json")["findings"][0].take();
    assert_eq!(finding["document"], "./wide.txt");
    let [line, column, end, byte, byte_end] = counted(&folder, "wide.txt", &finding["span"]);
    assert!(line == 3 && byte > column, "{line}:{column} {byte}");

    let run = json(&folder, "sarif")["runs"][0].take();
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let result = &run["results"][0];
    let region = &result["locations"][0]["physicalLocation"]["region"];
    let keys = ["startLine", "startColumn", "endLine", "endColumn"];
    assert_eq!(keys.map(|key| region[key].as_u64().unwrap()), [line, column, line, end]);

    let range = json(&folder, "rdjson")["diagnostics"][0]["location"]["range"].take();
    let point = |of: &str| [&range[of]["line"], &range[of]["column"]].map(|number| number.as_u64().unwrap());
    assert_eq!((point("start"), point("end")), ([line, byte], [line, byte_end]));

    let command = format!("::error file=wide.txt,line={line},endLine={line},col={column},endColumn={end},title=");
    assert!(report(&folder, "github").starts_with(&command));
    assert!(report(&folder, "markdown").contains(&format!("- `wide.txt:{line}:{column}`:")));
    assert!(report(&folder, "junit").contains(&format!(" at {line}:{column}\"")));
    assert_eq!(json(&folder, "gitlab")[0]["location"]["lines"]["begin"], line);
    assert!(report(&folder, "csv").lines().nth(1).unwrap().contains(&format!(",./wide.txt,{line},{column},")));
    assert!(report(&folder, "pretty").contains(&format!("--> ./wide.txt:{line}:{column}\n")));
    assert!(report(&folder, "table").contains(&format!("│ ./wide.txt:{line} ")));
    assert!(report(&folder, "html").contains(&format!("<cite>wide.txt:{line}:{column}</cite>")));
    let first = report(&folder, "ndjson").lines().next().map(serde_json::from_str::<Value>).unwrap().unwrap();
    assert_eq!([&first["line"], &first["column"]].map(Value::as_u64), [Some(line), Some(column)]);
}

#[test]
fn the_validator_tells_what_is_wrong() {
    let folder = folder("refused", &[("plain.txt", PLAIN), ("wide.txt", WIDE)]);
    let mut log = json(&folder, "sarif");
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 0.into();
    assert!(!validator("sarif-2.1.0.json").is_valid(&log));
}
