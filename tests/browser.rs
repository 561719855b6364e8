//! The discrepancy report in a real browser, where there is one: `NUMERATE_BROWSER` names the folder with the packages of
//! npm that the tests need, as `tests/browser/install` prints it.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]

use serde_json::json;
use std::fmt::Write as _;
use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder that reports are written to.
fn reports() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser")
}

fn report(name: &str, drafts: &str) {
    let output = format!("html:{}", reports().join(name).with_extension("html").display());
    let arguments = ["check", drafts, "--fail-on", "never", "--output", &output];
    let out = Command::new(env!("CARGO_BIN_EXE_numerate")).args(arguments).output().unwrap();
    assert_ne!(out.status.code(), Some(1), "{}", String::from_utf8_lossy(&out.stderr));
}

/// A file with something in it, beside the reports.
fn file(name: &str, content: &str) -> String {
    let path = reports().join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// So many drafts of ten claims each, of which a tenth are in dispute: a line each.
fn many(drafts: usize) -> String {
    let mut lines = String::new();
    for draft in 0..drafts {
        let mut text = String::new();
        for (at, thing) in ["boats", "houses", "schools", "farms", "shops"].iter().enumerate() {
            let (one, same) = (20 + draft % 70 + at, draft % 10 != at);
            let other = if same { one } else { one + 9 };
            let place = format!(
                "Port {}{}",
                char::from(b'A' + u8::try_from(draft % 26).unwrap()),
                "elora".repeat(1 + draft / 26)
            );
            let _ = writeln!(
                text,
                "{one} {thing} burned down in {place}, police said. The Red Cross said {other} {thing} burned down in {place}.\n"
            );
        }
        let _ = writeln!(lines, "{}", json!({"id": format!("d{draft}"), "text": text, "published": "2031-05-06"}));
    }
    lines
}

/// A draft that would run something, go somewhere or turn the page around.
const ODD: &str = "The ferry Halcyon sank off Port Vell and 61 people were killed </table><script>alert(3)</script> \u{202e}at \
                   <img src=http://odd.example/x onerror=alert(1)> sea.\n\n\
                   55 people were killed when the ferry Halcyon sank off Port Vell. <style>*{display:none}</style> There \
                   were 12 people in a-word-without-any-blank-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on.\n";

#[test]
fn the_report_in_a_browser() {
    let Some(packages) = std::env::var_os("NUMERATE_BROWSER") else {
        // Past the harness, which keeps to itself what a passing test prints.
        let skipped = "skipped: no browser; NUMERATE_BROWSER=$(tests/browser/install) has it run\n";
        stderr().write_all(skipped.as_bytes()).unwrap();
        return;
    };
    fs::create_dir_all(reports()).unwrap();
    report("stories", "fixtures/stories");
    report("odd", &file("odd.txt", ODD));
    report("nothing", &file("nothing.txt", "Nothing to count.\n"));
    report("broken", &file("broken.ndjson", "no object\n"));
    report("many", &file("many.ndjson", &many(500)));
    let mut node = Command::new("node");
    let node = node.args(["--test", "tests/browser/report.test.cjs"]);
    let out = node.env("NUMERATE_BROWSER", packages).env("REPORTS", reports()).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
}
