//! The command as users run it: one run a file in `tests/cmd`, with what it takes and what it prints; here, what cannot
//! be told by a file.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]

use numerate::report::{CHECK, Format};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[test]
fn runs() {
    trycmd::TestCases::new().case("tests/cmd/*.toml");
}

/// A run in the folder of the drafts.
fn run(arguments: &[&str]) -> Output {
    numerate(arguments).output().unwrap()
}

fn numerate(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_numerate"));
    command
        .env_remove("GITHUB_STEP_SUMMARY")
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/desk"));
    command
}

/// An empty folder of that name to write to.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn the_exit_status_is_the_same_in_every_format() {
    for (drafts, status) in
        [(["monday.txt", "tuesday.md"], 1), (["monday.txt", "monday.txt"], 0), (["monday.txt", "gone"], 2)]
    {
        for Format { name, .. } in CHECK {
            let out = run(&["check", "--format", name, drafts[0], drafts[1]]);
            assert_eq!(out.status.code(), Some(status), "{name} {drafts:?}");
        }
    }
}

#[test]
fn the_report_is_the_same_with_any_number_of_jobs() {
    for Format { name, .. } in CHECK {
        let report = |jobs| run(&["check", "--format", name, "--jobs", jobs, "."]).stdout;
        assert_eq!(report("1"), report("8"), "{name}");
    }
}

#[test]
fn reports_go_to_files_in_their_formats() {
    let folder = folder("reports");
    let (json, csv) = (folder.join("out.json"), folder.join("out.csv"));
    fs::write(&json, "old").unwrap();
    let typed = |format: &str, file: &Path| format!("{format}:{}", file.display());
    let check = |more: &[&str]| {
        let outputs = ["--output", &typed("json", &json), "--output", &typed("csv", &csv), "monday.txt", "tuesday.md"];
        let out = run(&[&["check"], more, &outputs].concat());
        assert_eq!((out.status.code(), out.stderr.as_slice()), (Some(1), &b""[..]));
        String::from_utf8(out.stdout).unwrap()
    };
    assert_eq!(check(&[]), "");
    assert!(
        check(&["--output", "pretty:-"])
            .ends_with("\n1 error in 2 documents with 2 claims; 2 figures seen, all of them read\n")
    );
    assert!(fs::read_to_string(json).unwrap().starts_with(r#"{"schema": "numerate.report/1""#));
    assert!(fs::read_to_string(csv).unwrap().starts_with("rule,kind,severity,"));
    assert_eq!(fs::read_dir(folder).unwrap().count(), 2);
}

#[test]
fn a_report_takes_the_place_of_an_older_one_only_when_it_is_whole() {
    let folder = folder("whole");
    let report = folder.join("out.json");
    fs::write(&report, "old").unwrap();
    let output = format!("json:{}", report.display());
    let check = |more: &[&str]| run(&[&["check", "--output", &output, "monday.txt"], more].concat()).status.code();
    assert_eq!(check(&["--diff", "no-such-revision"]), Some(2));
    assert_eq!(fs::read_to_string(&report).unwrap(), "old");
    assert_eq!(check(&["--output", "csv:gone/out.csv"]), Some(2));
    assert_eq!(fs::read_to_string(&report).unwrap(), "old");
    assert_eq!(check(&[]), Some(0));
    assert!(fs::read_to_string(&report).unwrap().ends_with("}\n"));
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
#[cfg(unix)]
fn a_report_goes_where_a_link_leads_and_stays_as_open_as_it_was() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder("linked");
    let (link, report) = (folder.join("latest.csv"), folder.join("out.csv"));
    fs::write(&report, "old").unwrap();
    fs::set_permissions(&report, fs::Permissions::from_mode(0o600)).unwrap();
    symlink(&report, &link).unwrap();
    assert_eq!(run(&["check", "--output", &format!("csv:{}", link.display()), "monday.txt"]).status.code(), Some(0));
    assert!(link.is_symlink() && fs::read_to_string(&report).unwrap().starts_with("rule,"));
    assert_eq!(fs::metadata(&report).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_run_may_be_told_what_day_it_is() {
    let dated = |epoch: &str, more: &[&str]| {
        let mut command =
            numerate(&[&["extract", "--format", "jsonld", "--date", "today", "monday.txt"], more].concat());
        String::from_utf8(command.env("SOURCE_DATE_EPOCH", epoch).output().unwrap().stdout).unwrap()
    };
    assert!(dated("1935964800", &[]).contains(r#""datePublished":"2031-05-08""#));
    assert!(dated("1935964800", &["--today", "2031-06-01"]).contains(r#""datePublished":"2031-06-01""#));
    assert!(!dated("soon", &[]).contains("2031"));
}

#[test]
fn a_baseline_is_written_and_keeps_its_reasons() {
    let path = folder("baseline").join("known.json");
    let check = |update: &[&str], draft: &str| {
        let baseline = ["check", "--format", "csv", "--baseline", path.to_str().unwrap()];
        let out = run(&[&baseline, update, &["monday.txt", draft]].concat());
        (out.status.code(), String::from_utf8(out.stdout).unwrap().lines().count() - 1)
    };
    assert_eq!(check(&["--update-baseline"], "tuesday.md"), (Some(0), 0));
    assert_eq!(check(&[], "./tuesday.md"), (Some(0), 0));
    assert_eq!(check(&[], "hostile.txt"), (Some(1), 1));
    let reasoned = fs::read_to_string(&path).unwrap().replace("\"}]}", "\",\"reason\":\"under review\"}]}");
    fs::write(&path, &reasoned).unwrap();
    assert_eq!(check(&["--update-baseline"], "tuesday.md"), (Some(0), 0));
    assert_eq!(fs::read_to_string(&path).unwrap(), reasoned);
}

#[test]
fn annotations_come_with_a_summary_where_there_is_a_place_for_one() {
    let place = folder("summary").join("summary.md");
    fs::write(&place, "# Earlier steps\n").unwrap();
    let check = |format: &str| {
        let mut command = numerate(&["check", "--format", format, "monday.txt", "tuesday.md"]);
        assert_eq!(command.env("GITHUB_STEP_SUMMARY", &place).output().unwrap().status.code(), Some(1));
        fs::read_to_string(&place).unwrap()
    };
    assert_eq!(check("csv"), "# Earlier steps\n");
    assert!(check("github").starts_with("# Earlier steps\n## 1 error in 2 documents with 2 claims\n"));
}

#[test]
fn a_reader_who_goes_away_is_no_error() {
    for command in
        [["extract", "--format", "ndjson"], ["inspect", "--format", "ndjson"], ["extract", "--format", "table"]]
    {
        let mut child = numerate(&command);
        let child = child.args(["--input-format", "ndjson", "-"]).stdin(Stdio::piped());
        let mut child = child.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut feed = child.stdin.take().unwrap();
        let line = b"{\"text\": \"There were 40 goats.\"}\n";
        // The program may stop listening once nobody listens to it.
        let _ = feed.write_all(&line.repeat(5_000));
        drop(feed);
        let out = child.wait_with_output().unwrap();
        assert_eq!((out.status.code(), String::from_utf8_lossy(&out.stderr).as_ref()), (Some(0), ""), "{command:?}");
    }
}

#[test]
fn what_is_known_is_printed_before_the_rest_arrives() {
    for (command, format) in
        [("extract", "ndjson"), ("extract", "csv"), ("extract", "jsonld"), ("inspect", "ndjson"), ("inspect", "pretty")]
    {
        let mut child = numerate(&[command, "--format", format, "--input-format", "ndjson", "-"]);
        let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (mut feed, mut out) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        feed.write_all(b"{\"text\": \"There were 40 goats.\"}\n").unwrap();
        feed.flush().unwrap();
        let (mut first, mut some) = (Vec::new(), [0; 512]);
        // Were it kept back, this would wait for ever.
        while !String::from_utf8_lossy(&first).contains("40") {
            let count = out.read(&mut some).unwrap();
            assert!(count > 0, "{command} --format {format} ended without a figure");
            first.extend_from_slice(&some[..count]);
        }
        drop(feed);
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn a_desk_begins_with_a_rule_that_is_tested() {
    let folder = folder("init");
    let run = |arguments: &[&str]| {
        let out = numerate(arguments).current_dir(&folder).output().unwrap();
        let [said, told] = [out.stdout, out.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        (out.status.code(), said, told)
    };
    let written = "numerate.toml\nrules/tolls-differ.toml\nschema/config.json\nschema/rule.json\n"
        .replace('/', std::path::MAIN_SEPARATOR_STR);
    assert_eq!(run(&["init"]), (Some(0), written, String::new()));
    let rules = folder.join("rules");
    for named in ["rules", "./rules/tolls-differ.toml", rules.to_str().unwrap()] {
        let (status, said, told) = run(&["test", named]);
        assert!(said.ends_with("2 passed, 0 failed\n"), "{said}");
        assert_eq!((status, told.as_str()), (Some(0), ""));
    }
    fs::write(folder.join("numerate.toml"), "date = 2031-05-06\n").unwrap();
    let there = "numerate.toml: is there already, so nothing was written\n";
    assert_eq!(run(&["init"]), (Some(2), String::new(), there.to_owned()));
    assert_eq!(fs::read_to_string(folder.join("numerate.toml")).unwrap(), "date = 2031-05-06\n");
}

#[test]
fn examples_are_made_to_expect_what_is_found() {
    let folder = folder("update");
    let (rule, drafts) = (folder.join("deaths.toml"), "Police said 12 people died. The army said 15 people died.");
    let file = |first: &str, second: &str| {
        format!(
            "id = 'deaths'\nkind = 'conflict'\ntitle = 'A'\nwhy = 'B'\n\n[[example]]\ntext = '{drafts}'\ndate = 2025-03-11\n\
             expect = {first} # both\n\n# None.\n[[example]]\nexpect = {second}\ntext = 'Nobody.'\n"
        )
    };
    fs::write(&rule, file("[]", "[ '3' ]")).unwrap();
    let test = |more: &[&str]| {
        let out = numerate(&["test"]).arg(&rule).args(more).output().unwrap();
        (out.status.code(), String::from_utf8(out.stdout).unwrap().lines().last().unwrap_or_default().to_owned())
    };
    assert_eq!(test(&[]), (Some(1), "0 passed, 2 failed".to_owned()));
    assert_eq!(test(&["--update"]), (Some(0), "2 passed, 0 failed".to_owned()));
    assert_eq!(fs::read_to_string(&rule).unwrap(), file("[\"12\", \"15\"]", "[]"));
    assert_eq!(test(&[]), (Some(0), "2 passed, 0 failed".to_owned()));
}

#[test]
fn a_name_that_is_a_command_to_a_log_is_none() {
    for name in ["::error::gone.txt", " ::error::gone.txt"] {
        let told = String::from_utf8(run(&["check", name]).stderr).unwrap();
        assert!(told.starts_with(&format!("./{name}: ")), "{told}");
    }
}

#[test]
#[cfg(unix)]
fn a_name_that_is_no_text_is_told() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder("names");
    fs::write(folder.join(std::ffi::OsStr::from_bytes(b"caf\xE9.txt")), "There were 40 goats.").unwrap();
    let out = numerate(&["extract"]).arg(&folder).output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("not UTF-8"));
}
