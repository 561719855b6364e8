//! Our TOML files as editors hold them against their schemas: with taplo, which is behind most of them.
//!
//! Skipped where taplo is not there; `.ci/run` installs it.

#![expect(clippy::unwrap_used, reason = "what cannot be run fails the test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program, where the machine has it.
fn taplo() -> Option<PathBuf> {
    let own = PathBuf::from("target/tools/bin/taplo");
    [own, PathBuf::from("taplo")].into_iter().find(|path| Command::new(path).arg("--version").output().is_ok())
}

/// Whether taplo passes a file, and what it says; `None` where there is no taplo.
fn lint(path: &Path) -> Option<(bool, String)> {
    let Some(taplo) = taplo() else {
        eprintln!("skipped: there is no taplo (`pip install taplo` brings one)");
        return None;
    };
    let out = Command::new(taplo).args(["lint", "--no-auto-config"]).arg(path).output().unwrap();
    Some((out.status.success(), String::from_utf8_lossy(&out.stderr).into_owned()))
}

#[test]
fn the_files_that_we_ship_pass() {
    for folder in ["rules/default", "rules/packs"] {
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let Some((passes, words)) = lint(&path) else { return };
            assert!(passes, "{}: {words}", path.display());
        }
    }
}

#[test]
fn mistakes_are_told() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("taplo");
    fs::create_dir_all(&folder).unwrap();
    for name in ["rule", "test", "config"] {
        fs::copy(format!("rules/schema/{name}.json"), folder.join(format!("{name}.json"))).unwrap();
    }
    let rule = "id = 'a'\nkind = 'sum'\ntitle = 'A'\nwhy = 'B'\n";
    for (schema, text, passes) in [
        ("rule", rule.to_owned(), true),
        ("rule", format!("{rule}window = 3\n"), false),
        (
            "rule",
            "pack = 'a'\ntitle = 'A'\n[[rule]]\nid = 'b'\nkind = 'sum'\ntitle = 'B'\nwhy = 'C'\n".to_owned(),
            true,
        ),
        ("rule", "pack = 'a'\ntitle = 'A'\n[[rule]]\nid = 'b'\nkind = 'summ'\n".to_owned(), false),
        ("rule", "[[measure]]\nid = 'a'\ntitle = 'A'\nwhat = ['people']\n".to_owned(), true),
        ("rule", "[[measure]]\nid = 'a'\ntitle = 'A'\nwaht = ['people']\n".to_owned(), false),
        ("test", "[[example]]\nrule = 'wrong-sum'\ntext = 'a'\nexpect = []\n".to_owned(), true),
        ("test", "[[example]]\ntext = 'a'\nexpect = []\n".to_owned(), false),
        ("config", "extends = ['health', './desk.toml']\n".to_owned(), true),
        ("config", "extend = ['health']\n".to_owned(), false),
    ] {
        let path = folder.join("a.toml");
        fs::write(&path, format!("#:schema ./{schema}.json\n{text}")).unwrap();
        let Some((passed, words)) = lint(&path) else { return };
        assert_eq!(passed, passes, "{text}: {words}");
    }
}
