//! Claims tables checked in place of drafts: what is found in the drafts is found in the table, to the letter.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]

mod desk;

use desk::Desk;
use numerate::cli::{self, Status};
use numerate::report::CHECK;
use proptest::prelude::*;
use std::ffi::OsString;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

/// The formats of a table that are text.
const TEXTS: [&str; 2] = ["ndjson", "csv"];

/// All formats of a table that this program writes.
const TABLES: &[&str] = if cfg!(feature = "parquet") { &["ndjson", "csv", "parquet"] } else { &TEXTS };

/// Runs the program with something on its standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_numerate"));
    command.env_remove("GITHUB_STEP_SUMMARY").args(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A run that is told to read nothing closes the pipe, which is no error.
    let _ = writer.join().unwrap();
    output
}

/// The table of some drafts, for a check.
fn table(format: &str, drafts: &[&str]) -> Vec<u8> {
    let out = run(&[&["extract", "--for-check", "--format", format], drafts].concat(), b"");
    assert_eq!(out.status.code(), Some(0));
    out.stdout
}

#[test]
fn a_table_is_checked_as_its_drafts_are() {
    let drafts = ["fixtures"];
    for format in CHECK {
        let checked = run(&[&["check", "--format", format.name], &drafts[..]].concat(), b"");
        for &rows in TABLES {
            let again = run(&["check", "--format", format.name, "--claims", "-"], &table(rows, &drafts));
            assert_eq!(again.status, checked.status, "{} of {rows}", format.name);
            let [again, checked] = [&again, &checked].map(|output| String::from_utf8(output.stdout.clone()).unwrap());
            assert!(again == checked, "{} of {rows}:\n{again}\n{checked}", format.name);
        }
    }
}

/// The table of some drafts, sorted by key.
fn sorted(format: &str, drafts: &[&str]) -> Vec<u8> {
    let out = run(&[&["extract", "--for-check", "--by-key", "--format", format], drafts].concat(), b"");
    let text = String::from_utf8(out.stdout).unwrap();
    let mut lines: Vec<_> = text.split_inclusive('\n').collect();
    let header = usize::from(format == "csv");
    lines[header..].sort_unstable();
    lines.concat().into_bytes()
}

#[test]
fn a_sorted_table_is_checked_as_its_drafts_are() {
    let tables = TEXTS.map(|rows| (rows, sorted(rows, &["fixtures/stories", "fixtures/newsroom"])));
    for format in CHECK {
        let checked = run(&["check", "--format", format.name, "fixtures/stories", "fixtures/newsroom"], b"");
        for ((rows, table), memory) in tables.iter().zip(["256m", "100k"]) {
            let check = ["check", "--format", format.name, "--memory", memory, "--claims", "-"];
            let again = run(&check, table);
            assert_eq!(again.status, checked.status, "{} of {rows} in {memory}", format.name);
            let [again, checked] = [&again, &checked].map(|output| String::from_utf8_lossy(&output.stdout));
            assert!(again == checked, "{} of {rows} in {memory}:\n{again}\n{checked}", format.name);
        }
    }
}

#[test]
fn parts_of_a_sorted_table_are_found_what_is_found_in_all_of_it() {
    let findings = |table: &[u8]| {
        let out = run(&["check", "--format", "csv", "--fail-on", "never", "--claims", "-"], table);
        assert_eq!(out.status.code(), Some(0));
        String::from_utf8(out.stdout).unwrap().lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let table = String::from_utf8(sorted("ndjson", &["fixtures/stories"])).unwrap();
    let key = |line: &str| line.split('"').nth(3).unwrap().to_owned();
    let lines: Vec<_> = table.lines().collect();
    let parts = lines.chunk_by(|one, other| key(one) == key(other));
    let mut of_parts: Vec<_> = parts.flat_map(|part| findings(part.join("\n").as_bytes())).collect();
    let mut of_all = findings(table.as_bytes());
    of_parts.sort();
    of_all.sort();
    assert!(of_all.len() > 5 && of_parts == of_all, "{of_parts:#?}\n{of_all:#?}");
}

#[test]
fn what_a_table_is_sorted_by() {
    let draft = r#"{"id":"a","text":"Nine boats sank. The repairs will cost 40 euros, or 3 percent."}"#;
    let extract = ["extract", "--for-check", "--by-key", "--input-format", "ndjson", "-"];
    let table = String::from_utf8(run(&extract, draft.as_bytes()).stdout).unwrap();
    let sorted_by = table.lines().map(|line| line.split('"').collect::<Vec<_>>()).map(|words| [words[3], words[7]]);
    let rows = [
        "00000001-ca978112-000000",
        "00000001-ca978112-000001",
        "00000001-ca978112-000002",
        "00000001-ca978112-000003",
    ];
    let wanted = ["EUR", "count", "percent"].map(|key| rows.map(|row| [key, row]));
    assert_eq!(sorted_by.collect::<Vec<_>>(), wanted.concat());
}

#[test]
fn a_table_that_is_not_sorted_is_told() {
    let table = run(&["extract", "--for-check", "--by-key", "fixtures/stories"], b"").stdout;
    let out = run(&["check", "--claims", "-"], &table);
    let told = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(told.contains("come too late, expected a table that is sorted by `key` and then by `row`"), "{told}");
}

#[test]
fn what_a_desk_teaches_is_in_the_table() {
    let desk = ["--rules", "rules/packs", "fixtures/newsroom"];
    let checked = run(&[&["check", "--format", "json"], &desk[..]].concat(), b"");
    let again = ["check", "--format", "json", "--rules", "rules/packs", "--claims", "-"];
    for &rows in TABLES {
        assert_eq!(run(&again, &table(rows, &desk)).stdout, checked.stdout, "{rows}");
    }
}

/// A small table of each kind, in lines.
static SMALL: LazyLock<[String; 2]> = LazyLock::new(|| {
    TEXTS.map(|rows| String::from_utf8(table(rows, &["fixtures/formats", "tests/cmd/desk/monday.txt"])).unwrap())
});

/// What is told of a table on standard error, and the number of documents that were checked.
fn told(table: &str) -> (String, String) {
    let out = run(&["check", "--format", "ndjson", "--claims", "-"], table.as_bytes());
    assert_eq!(out.status.code(), Some(2));
    let summary = String::from_utf8(out.stdout).unwrap();
    let documents = summary.split(r#""documents":"#).nth(1).unwrap().split(',').next().unwrap().to_owned();
    (String::from_utf8(out.stderr).unwrap(), documents)
}

#[test]
fn faults_are_told_with_their_place_and_leave_the_other_drafts_alone() {
    let ndjson = &SMALL[0];
    let whole = ndjson.lines().filter(|line| !line.contains(r#""id":"c"#)).count();
    // The last row is the only claim of the last draft.
    let claim = ndjson.lines().count() - 1;
    let change = |from: &str, to: &str| {
        let lines = ndjson.lines().enumerate();
        let changed = lines.map(|(at, line)| if at == claim { line.replacen(from, to, 1) } else { line.to_owned() });
        changed.collect::<Vec<_>>().join("\n")
    };
    let line = claim + 1;
    for (table, wanted) in [
        (change("{", "["), format!("-:{line}:")),
        (
            change(r#""document":"#, r#""dokument":"#),
            format!("-:{line}:1: no `document`, expected the name of a draft"),
        ),
        (change(r#","facts":"#, r#","fact":"#), format!("-:{line}:1: no `facts`, expected a table that")),
        (change(r#""facts":{"role":""#, r#""facts":{"role":"un"#), format!("-:{line}:")),
        (change(r#""unit":"count""#, r#""unit":"dozen""#), format!("-:{line}:1: `quantity` is {{")),
        (
            change(r#","facts":{"role":"body","span":{"start":"#, r#","facts":{"role":"body","span":{"start":999"#),
            format!("-:{line}:1: a span of the claim does not lie in the draft"),
        ),
    ] {
        let (told, documents) = told(&table);
        assert!(told.starts_with(&wanted), "{told}");
        assert_eq!(told.lines().filter(|line| line.starts_with("-:")).count(), 1, "{told}");
        assert_eq!(documents, (whole - 1).to_string(), "{told}");
    }
}

#[test]
fn tables_that_are_none() {
    let [ndjson, csv] = &*SMALL;
    let plain = run(&["extract", "--format", "csv", "tests/cmd/desk/monday.txt"], b"").stdout;
    let lines = run(&["extract", "--format", "ndjson", "tests/cmd/desk/monday.txt"], b"").stdout;
    let first_row = ndjson.lines().next().unwrap();
    for (table, wanted) in [
        (String::from_utf8(plain).unwrap(), "-:1:1: no column `facts`, expected a table that"),
        (String::from_utf8(lines).unwrap(), "-:1:1: no `facts`, expected a table that"),
        ("Nine boats sank.\n".to_owned(), "-:1:1: no column `claim`, expected a table that"),
        (format!("{first_row}\n"), "-:1:1: 0 claims behind the row of a draft, expected its "),
        (ndjson.split_once('\n').unwrap().1.to_owned(), "-:1:1: a claim of `"),
        (
            csv.lines().take(3).collect::<Vec<_>>().join("\n") + "\nc9,x\n",
            "-:4:1: 2 cells, expected one for each of the 34 columns",
        ),
    ] {
        let (told, _) = told(&table);
        assert!(told.starts_with(wanted), "{told}");
    }
}

#[test]
fn rows_may_stand_under_columns_in_another_order_or_without_those_for_people() {
    let mut reader = csv::Reader::from_reader(SMALL[1].as_bytes());
    let columns: Vec<_> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let needed = ["facts", "document", "claim"].map(|name| columns.iter().position(|column| column == name).unwrap());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["facts", "document", "claim"]).unwrap();
    for row in reader.records().map(Result::unwrap) {
        writer.write_record(needed.map(|at| &row[at])).unwrap();
    }
    let lean = writer.into_inner().unwrap();
    let check = ["check", "--format", "json", "--claims", "-"];
    assert_eq!(run(&check, &lean).stdout, run(&check, SMALL[1].as_bytes()).stdout);
}

#[cfg(not(feature = "parquet"))]
#[test]
fn what_this_program_is_built_without_is_told_with_the_way_to_it() {
    let asked = run(&["extract", "--format", "parquet", "tests/cmd/desk/monday.txt"], b"");
    let given = run(&["check", "--claims", "-"], b"PAR1 and more");
    for (out, wanted) in [
        (asked, "--format: this program cannot write `parquet`, expected a program that was built with it: "),
        (given, "-: a table in Parquet, which this program cannot read; expected a program that was built with it: "),
    ] {
        let told = String::from_utf8(out.stderr).unwrap();
        assert_eq!(out.status.code(), Some(2), "{told}");
        assert_eq!(
            told.strip_prefix(wanted).map(str::trim),
            Some("`cargo build --release --features parquet`"),
            "{told}"
        );
    }
}

#[cfg(feature = "parquet")]
mod parquet {
    use super::{SMALL, run, table};
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static COLUMNS: LazyLock<Vec<u8>> = LazyLock::new(|| table("parquet", &["fixtures/formats/story.txt"]));

    #[test]
    fn columns_are_those_of_csv_and_hold_numbers_and_days() {
        let file = SerializedFileReader::new(bytes::Bytes::from(COLUMNS.clone())).unwrap();
        let schema = file.metadata().file_metadata().schema_descr_ptr();
        let names: Vec<_> = schema.columns().iter().map(|column| column.name().to_owned()).collect();
        assert_eq!(names.join(","), SMALL[1].lines().next().unwrap());
        let claim = file.get_row_iter(None).unwrap().nth(1).unwrap().unwrap().into_columns();
        let value = |wanted: &str| claim.iter().find(|(name, _)| name == wanted).unwrap().1.clone();
        assert_eq!(value("claim"), Field::Str("c1".to_owned()));
        assert_eq!(value("low"), Field::Null);
        assert_eq!(value("line"), Field::Long(1));
        assert!(matches!(value("said_start"), Field::Date(1..)), "{claim:?}");
    }

    #[test]
    fn a_broken_file_is_told() {
        for (file, wanted) in [(&COLUMNS[..COLUMNS.len() / 2], "-: "), (b"PAR1", "-: ")] {
            let out = run(&["check", "--claims", "-"], file);
            assert_eq!(out.status.code(), Some(2));
            assert!(String::from_utf8(out.stderr).unwrap().starts_with(wanted));
        }
        let plain = run(&["extract", "--format", "parquet", "tests/cmd/desk/monday.txt"], b"").stdout;
        let told = String::from_utf8(run(&["check", "--claims", "-"], &plain).stderr).unwrap();
        assert!(told.starts_with("-:1:1: no column `facts`, expected a table that"), "{told}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn no_changed_byte_ends_the_program(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut file = COLUMNS.clone();
            *at.get_mut(&mut file) = byte;
            prop_assert!(run(&["check", "--claims", "-"], &file).status.code().is_some_and(|code| code <= 2));
        }
    }
}

/// A table in which something was changed: bytes of it replaced, cut out or put in.
fn changed() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0..12_usize, "[-0-9a-z\"{}:,\\[\\]é\n]{0,6}");
    (0..TEXTS.len(), prop::collection::vec(change, 1..6)).prop_map(|(table, changes)| {
        let mut text: Vec<char> = SMALL[table].chars().collect();
        for (at, cut, put) in changes {
            let start = at.index(text.len());
            let end = text.len().min(start + cut);
            text.splice(start..end, put.chars());
        }
        text.into_iter().collect()
    })
}

/// A table in which numbers were changed, which leaves it well formed more often.
fn miscounted() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), prop::sample::select(vec!["0", "1", "7", "99999999", "-1"]));
    (0..TEXTS.len(), prop::collection::vec(change, 1..4)).prop_map(|(table, changes)| {
        let mut text = SMALL[table].clone();
        for (at, put) in changes {
            let numbers: Vec<_> =
                text.match_indices(|letter: char| letter.is_ascii_digit()).map(|(at, _)| at).collect();
            let start = numbers[at.index(numbers.len())];
            let end = start + text[start..].find(|letter: char| !letter.is_ascii_digit()).unwrap_or_default();
            text.replace_range(start..end, put);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_table_makes_a_check_panic(table in prop_oneof![changed(), miscounted()]) {
        let arguments = ["numerate", "check", "--claims", "-", "--format", "pretty"].map(OsString::from);
        let status = cli::run(arguments, &Desk(table));
        prop_assert!(matches!(status, Status::Clean | Status::Found | Status::Failed));
    }
}
