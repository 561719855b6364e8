//! Whatever a draft says, and however it and its file are called, it is text in every report: it steers no terminal and
//! no log, opens no element, starts no formula. Formats that other programs read keep every letter of it besides.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]
#![cfg(unix)]

use numerate::report::{CHECK, EXTRACT, INSPECT};
use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Words that somebody may put into a draft to be obeyed by whoever reads a report on it.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "::error file=x::owned",
    "a\n::error file=x::owned",
    "a\u{2028} \t::stop-commands::x",
    "##[add-mask]owned",
    "[click](http://odd.example) @everyone",
    "]]><failure/>&lt; --> <!--",
    "\u{1b}[31mred\u{7} \u{9b}2J \u{7f}",
    "\u{202e}right to left \u{2066}\u{200f}\u{61c}",
    "\u{e0041}unseen \u{fff9}",
    "=HYPERLINK(\"http://odd.example\")",
];

/// What is asked of a report in some format, beside that it steers nothing: whether it holds what it must, and no more.
type Judge = fn(&str, hostile: &str);

/// The formats of a command, each with what is asked of it.
fn judge(command: &str, format: &str) -> Judge {
    match format {
        "pretty" | "table" => is_plain,
        "json" | "jsonld" | "gitlab" | "rdjson" => is_exact_json,
        "ndjson" | "rdjsonl" => are_exact_json_lines,
        "sarif" => has_only_our_links,
        "csv" => has_no_formula,
        "github" => has_only_our_commands,
        "junit" => is_one_failure,
        "markdown" => has_no_markup,
        "html" => has_only_our_elements,
        _ => panic!("nothing is asked of `{command} --format {format}`"),
    }
}

#[test]
fn what_a_draft_says_stays_text_in_every_format() {
    for (number, hostile) in HOSTILE.iter().enumerate() {
        let folder = folder(number, hostile);
        for (command, formats) in [("check", CHECK), ("extract", EXTRACT), ("inspect", INSPECT)] {
            // Columns are for programs alone, which show them as they like.
            let names = formats.iter().map(|format| format.name).filter(|name| *name != "parquet");
            let names: Vec<_> = names.collect();
            for (format, report) in names.iter().zip(reports(&folder, command, &names)) {
                let own = if *format == "github" { "::error " } else { "-" };
                assert_steers_nothing(&report, own, &format!("{command} --format {format} of {hostile:?}"));
                judge(command, format)(&report, hostile);
            }
        }
    }
}

/// The reports of one run, each in a format.
fn reports(folder: &Path, command: &str, formats: &[&str]) -> Vec<String> {
    let away = folder.with_extension("reports");
    fs::create_dir_all(&away).unwrap();
    let outputs = formats.iter().map(|format| format!("--output={format}:{}", away.join(format).display()));
    let arguments: Vec<_> = [command.to_owned()].into_iter().chain(outputs).collect();
    let out = run(folder, &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!((out.status.code(), out.stdout.as_slice()), (Some(2), &b""[..]), "a file is no draft");
    assert_steers_nothing(&utf_8(out.stderr), "-", command);
    formats.iter().map(|format| fs::read_to_string(away.join(format)).unwrap()).collect()
}

#[test]
fn a_comparison_stays_text() {
    for (number, hostile) in HOSTILE.iter().enumerate() {
        let folder = folder(100 + number, hostile);
        let name = format!("{}.md", in_name(hostile));
        for format in ["text", "json"] {
            let report = run(&folder, &["compare", "--format", format, &format!("{name}:5"), &format!("{name}:7")]);
            assert_eq!(report.status.code(), Some(0), "{}", utf_8(report.stderr));
            assert_steers_nothing(&utf_8(report.stdout), "-", &format!("compare --format {format} of {hostile:?}"));
        }
    }
}

/// A folder with drafts that disagree. The hostile words are their names, outlets, titles, addresses, sources and part of
/// their sentences; one file is no draft, so that problems have them too.
fn folder(number: usize, hostile: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("hostile-{number}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let line = |toll: u8| {
        let text = format!(
            "The ferry Halcyon sank off Port Vell and {toll} people were killed {hostile} at sea.\n\n{hostile}\n"
        );
        let named = |what: &str| format!("{hostile} {what} {toll}");
        let document = json!({
            "id": named("id"), "title": named("title"), "outlet": named("Post"), "url": format!("javascript:{hostile}"),
            "published": "2031-05-06", "text": text,
        });
        format!("{document}\n")
    };
    fs::write(folder.join("feed.ndjson"), line(40) + &line(55)).unwrap();
    let words = format!(
        "In the harbour lay 12 boats, police said.\n\nIn the harbour lay 12 boats, {hostile} said.\n\n{hostile}\n"
    );
    fs::write(folder.join(format!("{}.md", in_name(hostile))), format!("---\ndate: 2031-05-06\n---\n\n{words}"))
        .unwrap();
    fs::write(folder.join(format!("{}.jsonl", in_name(hostile))), "no object\n").unwrap();
    folder
}

/// The words as a file may be called on most systems.
fn in_name(hostile: &str) -> String {
    hostile.replace(['/', '\n'], "-")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_numerate"));
    command.args(arguments).current_dir(folder).env_remove("GITHUB_STEP_SUMMARY").output().unwrap()
}

fn utf_8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// Asserts that no terminal and no log would obey anything but commands that begin as our own do.
fn assert_steers_nothing(report: &str, own: &str, place: &str) {
    let obeyed = |letter: char| {
        (letter.is_control() && letter != '\n')
            || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(letter, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
    };
    assert!(!report.contains(obeyed) && !report.contains("##["), "{place}: {report:?}");
    let commands = report.lines().filter(|line| line.trim_start().starts_with("::") && !line.starts_with(own));
    assert_eq!(commands.collect::<Vec<_>>(), Vec::<&str>::new(), "{place}");
}

fn is_plain(report: &str, _: &str) {
    assert!(report.contains("55") && report.contains("40"), "{report}");
}

fn has_only_our_links(report: &str, _: &str) {
    let log: Value = serde_json::from_str(report).unwrap();
    let message = log["runs"][0]["results"][0]["message"]["text"].as_str().unwrap();
    assert_eq!(message.replace(r"\]", "").matches("](").count(), 1, "{message}");
}

/// What is in the report is what the draft says, to the letter.
fn is_exact_json(report: &str, hostile: &str) {
    assert!(holds(&serde_json::from_str(report).unwrap(), hostile), "{report}");
}

fn are_exact_json_lines(report: &str, hostile: &str) {
    let lines: Vec<_> = report.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.iter().any(|line| holds(line, hostile)), "{report}");
}

/// Whether some string of a value has these words in it.
fn holds(value: &Value, words: &str) -> bool {
    match value {
        Value::String(text) => text.contains(words),
        Value::Array(values) => values.iter().any(|value| holds(value, words)),
        Value::Object(members) => members.values().any(|value| holds(value, words)),
        _ => false,
    }
}

fn has_no_formula(report: &str, _: &str) {
    let mut rows = csv::Reader::from_reader(report.as_bytes());
    let rows: Vec<_> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len() + 1, report.lines().count(), "a row is a line");
    assert!(rows.iter().flatten().all(|cell| !cell.trim_start().starts_with(['=', '+', '-', '@'])), "{report}");
}

fn has_only_our_commands(report: &str, _: &str) {
    let commands = report.lines().filter(|line| line.contains("::")).count();
    assert_eq!(commands, 2, "a problem and a finding: {report}");
}

fn is_one_failure(report: &str, _: &str) {
    let page = roxmltree::Document::parse(report).unwrap();
    let count = |name| page.descendants().filter(|node| node.has_tag_name(name)).count();
    assert_eq!((count("failure"), count("error")), (1, 1), "{report}");
}

fn has_no_markup(report: &str, _: &str) {
    let markup = Parser::new_ext(report, Options::all()).find(|event| match event {
        Event::InlineHtml(html) | Event::Html(html) => &**html != "<!-- -->",
        Event::Start(Tag::Link { .. } | Tag::Image { .. }) => true,
        _ => false,
    });
    assert_eq!(markup, None);
    let mut words = Parser::new_ext(report, Options::all());
    assert!(!words.any(|event| matches!(event, Event::Text(words) if words.contains("@everyone"))), "{report}");
}

fn has_only_our_elements(report: &str, _: &str) {
    let page = Html::parse_document(report);
    let all = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!(
        (all("script"), all("article"), all("img, failure, [onerror], a:not([href^='#'])")),
        (1, 1, 0),
        "{report}"
    );
}
