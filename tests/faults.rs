//! What is wrong with a desk's files: told at its place with what was expected, and nothing is checked; with `--keep-going`,
//! the drafts are checked with what is sound.

#![expect(clippy::unwrap_used, reason = "a desk that cannot be written fails the test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Two parties that disagree, of which a rule of the program tells.
const DRAFT: &str = "Police said on 3 May 2025 that 40 people were killed in the Halden fire.\n\n\
                     The Red Cross said on 3 May 2025 that 55 people were killed in the Halden fire.\n";

/// A rule of the desk up to its options.
const RULE: &str = "id = 'mine'\nkind = 'conflict'\ntitle = 'Mine'\nwhy = 'For readers.'\n";

/// A policy up to its condition, which stands in the fifth line.
const POLICY: &str = "id = 'mine'\nkind = 'policy'\ntitle = 'Mine'\nwhy = 'For readers.'\n";

/// What is told of a fault: the files that have it beside the draft, and the message with its place.
type Fault<'a> = (&'a [(&'a str, &'a str)], &'a str);

/// A desk in a folder of its own, its settings naming `rule.toml` where it has no others.
fn desk(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("draft.md"), DRAFT).unwrap();
    fs::write(folder.join("numerate.toml"), "rules = ['rule.toml']\n").unwrap();
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_numerate"));
    let command = command.current_dir(folder).args(["check", "draft.md", "--format", "csv"]);
    command.args(arguments).output().unwrap()
}

/// How many findings a report has.
fn found(out: &Output) -> usize {
    out.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count() - 1
}

/// Asserts for each case that its message is told with a mark under the place, and what is checked.
fn assert_told(kind: &str, faults: &[Fault<'_>]) {
    for (number, (files, message)) in faults.iter().enumerate() {
        let folder = desk(&format!("{kind}-{number}"), files);
        let [strict, lenient] = [&[][..], &["--keep-going"]].map(|arguments| check(&folder, arguments));
        let told = String::from_utf8(strict.stderr.clone()).unwrap();
        assert!(told.lines().any(|line| line == *message), "{message}\n{told}");
        let mark = told.lines().skip_while(|line| line != message).nth(3).unwrap_or_default();
        assert!(mark.trim_start_matches([' ', '|']).starts_with('^'), "{told}");
        assert_eq!((strict.status.code(), found(&strict)), (Some(2), 0), "{message}");
        assert_eq!((lenient.status.code(), found(&lenient)), (Some(2), 1), "{message}");
        assert!(String::from_utf8_lossy(&lenient.stderr).contains(message), "{message}");
    }
}

#[test]
fn the_desk_is_told_of_what_is_sound() {
    let folder = desk("sound", &[("rule.toml", RULE)]);
    let out = check(&folder, &[]);
    assert_eq!((out.status.code(), found(&out), out.stderr.as_slice()), (Some(1), 2, &b""[..]));
}

#[test]
fn settings() {
    let of = |text| [("numerate.toml", text)];
    let faults = [
        (of("severty = 1\n"), "numerate.toml:1:1: unknown key `severty`, did you mean `severity`?"),
        (of("fail_on = 'eror'\n"), "numerate.toml:1:11: `fail_on` is `eror`, did you mean `error`?"),
        (of("rules = 'rule.toml'\n"), "numerate.toml:1:9: `rules` is `'rule.toml'`, expected a list of strings"),
        (of("rules = ['a.toml'\n"), "numerate.toml:1:18: unclosed array, expected `]`"),
        (of("date = 2025-13-01\n"), "numerate.toml:1:8: invalid date, expected month between 01 and 12"),
        (
            of("ignore = ['wrong-sums']\n"),
            "numerate.toml:1:11: there is no rule `wrong-sums`, did you mean `wrong-sum`?",
        ),
        (
            of("enable = ['round-numbr']\n"),
            "numerate.toml:1:11: there is no rule `round-numbr`, did you mean `round-number`?",
        ),
        (of("[severity]\nwrong-sum = 'inf'\n"), "numerate.toml:2:13: `wrong-sum` is `inf`, did you mean `info`?"),
        (of("[[override]]\nignore = []\n"), "numerate.toml:1:1: `paths` is missing, expected a list of globs"),
        (of("extends = ['disaster']\n"), "numerate.toml:1:12: there is no pack `disaster`, did you mean `disasters`?"),
        (
            of("[[ignore]]\nfingerprint = '46eed9806684bca923476219bbe848d5'\n"),
            "numerate.toml:1:1: `reason` is missing, expected a string",
        ),
        (
            of("[[ignore]]\nfingerprint = '46eed'\nreason = 'agreed'\n"),
            "numerate.toml:2:15: `46eed` is no fingerprint, expected 32 digits and letters from `a` to `f`",
        ),
    ];
    assert_told("settings", &faults.each_ref().map(|(files, message)| (&files[..], *message)));
}

#[test]
fn files_that_settings_name() {
    let missing = if cfg!(windows) {
        "The system cannot find the file specified. (os error 2)"
    } else {
        "No such file or directory (os error 2)"
    };
    for (text, place) in [
        ("rules = ['no.toml']\n", "1:10"),
        ("extends = ['./no.toml']\n", "1:12"),
        ("lexicon.files = ['no.toml']\n", "1:18"),
    ] {
        assert_told(
            "missing",
            &[(&[("numerate.toml", text)], &format!("numerate.toml:{place}: cannot read no.toml: {missing}"))],
        );
    }
    let round = [("numerate.toml", "extends = ['./more.toml']\n"), ("more.toml", "extends = ['./numerate.toml']\n")];
    let words = [("numerate.toml", "lexicon.files = ['words.toml']\n"), ("words.toml", "[[unti]]\nname = 'cord'\n")];
    assert_told(
        "named",
        &[
            (&round, "more.toml:1:12: these settings extend themselves: numerate.toml → more.toml → numerate.toml"),
            (&words, "words.toml:1:3: unknown key `unti`, did you mean `unit`?"),
        ],
    );
}

#[test]
fn rules() {
    for (number, (options, message)) in [
        ("windw = 3", "rule.toml:5:1: unknown key `windw`, did you mean `window`?"),
        ("window = 'three'", "rule.toml:5:10: `window` is `'three'`, expected a whole number from 0 to 36500"),
        ("window = ", "rule.toml:5:10: the value is missing"),
        ("severity = 'eror'", "rule.toml:5:12: `severity` is `eror`, did you mean `error`?"),
        ("units = ['percnt']", "rule.toml:5:10: there is no unit `percnt`, did you mean `percent`?"),
        ("classes = ['persn']", "rule.toml:5:12: there is no class of nouns `persn`, did you mean `person`?"),
        ("classes = []", "rule.toml:5:11: `classes` is empty, expected one string at least"),
        ("measures = ['toll']", "rule.toml:5:13: there is no measure `toll`, the desk declares none"),
        ("paths = ['sport/[']", "rule.toml:5:10: `sport/[` is no glob: unclosed character class; missing ']'"),
        ("[[example]]\ntext = 'x'", "rule.toml:5:1: `expect` is missing, expected a list of the figures flagged"),
        (
            "[[example]]\ntext = 'Police said 12 people died.'\nexpect = ['12']",
            "rule.toml:7:10: the example of `mine` does not hold: expected `12`, the rule flags none",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let text = format!("{RULE}{options}\n");
        assert_told(&format!("rule-{number}"), &[(&[("rule.toml", &text)], message)]);
    }
}

#[test]
fn conditions() {
    for (number, (line, message)) in [
        (
            "when = 'claim.value >'",
            "rule.toml:5:22: the condition ends here, expected a fact, a number, a text in quotes or a bracket",
        ),
        ("when = 'claim.nuon == \"x\"'", "rule.toml:5:15: `claim` has no `nuon`, did you mean `noun`?"),
        ("when = 'claim.value > \"3\"'", "rule.toml:5:21: `>` cannot stand between a number and a text"),
        (
            "when = '''\nclaim.value > 3 &&\n  claim.role == \"bodi\"'''",
            "rule.toml:7:17: `role` is never `bodi`, did you mean `body`?",
        ),
        (
            "when = \"claim.unit == \\\"percnt\\\"\"",
            "rule.toml:5:23: there is no unit `percnt`, did you mean `percent`?",
        ),
        ("when = 'claim.noun.matches(\"(é\")'", "rule.toml:5:28: `(é` is no pattern: unclosed group"),
        (
            "when = 'claim.value > 3 && claim.value < 2'",
            "rule.toml:5:28: the rule can never match: `claim.value` cannot be more than 3 and less than 2",
        ),
        (
            "when = 'claim.value > 3'\nmessage = '{claim.txt}'",
            "rule.toml:6:19: `claim` has no `txt`, did you mean `text`?",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let text = format!("{POLICY}{line}\n");
        assert_told(&format!("condition-{number}"), &[(&[("rule.toml", &text)], message)]);
    }
}

#[test]
fn what_files_claim_together() {
    let both = ("numerate.toml", "rules = ['rule.toml', 'other.toml']\n");
    let pack = "pack = 'fires'\ntitle = 'Fires'\nincludes = ['wrong-sum']\n";
    let out = check(&desk("ids", &[both, ("rule.toml", RULE), ("other.toml", RULE)]), &[]);
    assert!(String::from_utf8_lossy(&out.stderr).starts_with("other.toml:1:6: the id `mine` is taken by rule.toml\n"));
    let source = |id: &str, more: &str| format!("[[source]]\nid = '{id}'\nname = 'Rescue {id}'\n{more}\n");
    let measure =
        |id: &str| format!("[[measure]]\nid = '{id}'\ntitle = 'Dead'\nwhat = ['people']\nabout = ['killed']\n");
    let aliases = source("north", "aliases = ['HQ Fire']") + &source("south", "aliases = ['HQ Fire']");
    let twins = source("north", "") + &source("north", "");
    let measures = measure("dead") + &measure("killed");
    assert_told(
        "together",
        &[
            (
                &[both, ("rule.toml", pack), ("other.toml", pack)],
                "other.toml:1:8: the pack `fires` is that of rule.toml already",
            ),
            (
                &[("rule.toml", &aliases)],
                "rule.toml:8:12: `HQ Fire` is a name of `south` here and of `north` (rule.toml:4:12), expected one source for a name",
            ),
            (&[("rule.toml", &twins)], "rule.toml:6:6: the id `north` is taken (rule.toml:2:6)"),
            (
                &[("rule.toml", &measures)],
                "rule.toml:7:6: the measure `killed` overlaps with `dead` (rule.toml:2:6): one figure would be both, expected words under `of`, `about` or `except` that tell them apart",
            ),
            (
                &[("rule.toml", "[[source]]\nid = 'a'\nname = 'Rescue A'\nparent = 'a'\n")],
                "rule.toml:4:10: `a` belongs to itself this way",
            ),
        ],
    );
}

#[test]
fn a_desk_with_several_faults_is_told_of_all() {
    let rule = format!("{POLICY}when = 'claim.nuon == 1 || claim.valu > 2'\nsevrity = 'info'\n");
    let folder = desk("several", &[("rule.toml", &rule), ("numerate.toml", "rules = ['rule.toml']\nignor = []\n")]);
    let told = String::from_utf8(check(&folder, &[]).stderr).unwrap();
    let places = ["numerate.toml:2:1: ", "rule.toml:5:15: ", "rule.toml:5:34: ", "rule.toml:6:1: "];
    assert!(places.iter().all(|place| told.contains(place)), "{told}");
}

#[test]
fn bytes_that_are_no_text_have_a_place() {
    let folder = desk("bytes", &[]);
    fs::write(folder.join("rule.toml"), b"id = 'mine'\ntitle = 'na\xffve'\n").unwrap();
    let out = check(&folder, &[]);
    assert_eq!(out.status.code(), Some(2));
    let told = String::from_utf8(out.stderr).unwrap();
    assert_eq!(told, "rule.toml:2:12: no letter of UTF-8 stands here, expected the file in UTF-8\n");
}
