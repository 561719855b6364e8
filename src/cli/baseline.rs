//! Baselines: the findings that a desk has looked at and lives with, so that a run tells only of new ones.
//!
//! A finding is known again by its fingerprint; what else a line holds is for the people who review the file.

use super::trouble::Trouble;
use super::world::{self, World};
use super::{Status, args};
use crate::extract::Draft;
use crate::report::{Suppressed, path, write_line};
use crate::rules::{Description, Finding};
use crate::text::Problem;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// The findings that are known, and the file that they stand in.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Baseline {
    path: String,
    /// By fingerprint.
    known: BTreeMap<String, Known>,
    /// The line of each, where it was read.
    lines: BTreeMap<String, usize>,
}

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    document: String,
    rule: String,
    message: String,
    fingerprint: String,
    /// Why the desk lives with it, in its own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// The file: one object.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "schema")]
    _schema: Schema,
    findings: Vec<Known>,
}

/// What the file must call itself; another number is another shape.
#[derive(Deserialize)]
enum Schema {
    #[serde(rename = "numerate.baseline/1")]
    One,
}

impl Baseline {
    /// Reads the baseline, if there is one. A file that is about to be written need not be there.
    pub(super) fn open(typed: &args::Known, trouble: &mut Trouble<'_>) -> Self {
        let world = trouble.world();
        let path = typed.baseline.as_deref().filter(|path| !typed.update_baseline || world.open(path).is_ok());
        path.map_or_else(|| Ok(Self::default()), |path| Self::read(path, world)).unwrap_or_else(|problem| {
            trouble.add([problem]);
            Self::default()
        })
    }

    /// The baseline as a run leaves it that found all this. A run that could not see everything leaves it alone.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(super) fn updated(
        self,
        typed: &args::Known,
        found: &[Finding],
        drafts: &[Draft],
        trouble: &mut Trouble<'_>,
    ) -> Result<Self, Problem> {
        let Some(path) = typed.baseline.as_ref().filter(|_| typed.update_baseline) else { return Ok(self) };
        if trouble.status() != Status::Clean {
            trouble.add([Problem::file(path, "left as it is, since the run has problems")]);
            return Ok(self);
        }
        let known = self.of(found, drafts);
        known.write(path, trouble.world())?;
        Ok(known)
    }

    /// Sets apart the findings that are known.
    pub(super) fn split(&self, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Suppressed>) {
        let (known, new): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|finding| self.known.contains_key(&finding.fingerprint));
        let suppressed = known.into_iter().map(|finding| {
            let reason = self.known.get(&finding.fingerprint).and_then(|known| known.reason.clone());
            Suppressed { finding, in_draft: false, place: self.path.clone(), reason, by: None }
        });
        (new, suppressed.collect())
    }

    /// What is known of these drafts and was not found again, though its rule is in force.
    pub(super) fn stale(
        &self,
        found: &[Finding],
        drafts: &[Draft],
        rules: &BTreeMap<&str, Description<'_>>,
    ) -> Vec<Problem> {
        let found: BTreeSet<_> = found.iter().map(|finding| finding.fingerprint.as_str()).collect();
        let read: BTreeSet<_> = drafts.iter().map(|draft| path(draft.document.id())).collect();
        let stale = self.known.values().filter(|known| {
            read.contains(&known.document)
                && rules.contains_key(known.rule.as_str())
                && !found.contains(known.fingerprint.as_str())
        });
        let told = stale.map(|known| Problem {
            path: self.path.clone(),
            line: self.lines.get(&known.fingerprint).copied(),
            column: None,
            message: format!("what `{}` found in {} is found no more", known.rule, known.document),
        });
        told.collect()
    }

    fn read(path: &str, world: &dyn World) -> Result<Self, Problem> {
        Self::from_json(path, &world::text(world, path)?).map_err(|error| problem(path, &error))
    }

    fn from_json(path: &str, text: &str) -> serde_json::Result<Self> {
        let written: Written = serde_json::from_str(text)?;
        let known = written.findings.into_iter().map(|known| (known.fingerprint.clone(), known)).collect();
        let prints = text.lines().zip(1..).filter_map(|(line, number)| Some((fingerprint(line)?.to_owned(), number)));
        Ok(Self { path: path.to_owned(), known, lines: prints.collect() })
    }

    /// The baseline that knows these findings, with the reasons that were given for them.
    fn of(&self, findings: &[Finding], drafts: &[Draft]) -> Self {
        let known = findings.iter().filter_map(|finding| {
            let known = Known {
                document: path(drafts.get(finding.draft)?.document.id()),
                rule: finding.rule.clone(),
                message: finding.message.clone(),
                fingerprint: finding.fingerprint.clone(),
                reason: self.known.get(&finding.fingerprint).and_then(|known| known.reason.clone()),
            };
            Some((finding.fingerprint.clone(), known))
        });
        Self { path: self.path.clone(), known: known.collect(), lines: BTreeMap::new() }
    }

    /// Writes the file, a finding a line, sorted by draft.
    fn write(&self, path: &str, world: &dyn World) -> Result<(), Problem> {
        let json = self.to_json().map_err(|error| Problem::file(path, error.to_string()))?;
        world::put(world, path, &json)
    }

    fn to_json(&self) -> io::Result<Vec<u8>> {
        let mut known: Vec<_> = self.known.values().collect();
        known.sort();
        let mut json = b"{\"schema\": \"numerate.baseline/1\", \"findings\": [".to_vec();
        for (at, known) in known.into_iter().enumerate() {
            json.write_all(if at == 0 { b"\n  " } else { b",\n  " })?;
            write_line(&mut json, known)?;
        }
        json.write_all(b"]}\n")?;
        Ok(json)
    }
}

/// The fingerprint in a line of the file, each finding having one of its own.
fn fingerprint(line: &str) -> Option<&str> {
    line.split_once("\"fingerprint\":\"")?.1.split('"').next()
}

fn problem(path: &str, error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    // The end of an empty line is column 0 to the reader.
    Problem::at(path, error.line(), error.column().max(1), message)
}

#[cfg(test)]
mod tests {
    use super::{Baseline, problem};

    const KNOWN: &str = r#"{"schema": "numerate.baseline/1", "findings": [
  {"document":"a.md","rule":"sums","message":"12 is not 13","fingerprint":"f2","reason":"as the ministry has it"},
  {"document":"b.md","rule":"sums","message":"1 is not 2","fingerprint":"f1"}]}
"#;

    #[test]
    fn what_is_written_can_be_read() {
        let baseline = Baseline::from_json("b.json", KNOWN).unwrap();
        assert_eq!(String::from_utf8(baseline.to_json().unwrap()).unwrap(), KNOWN);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, told) in [
            (
                "{\"schema\": \"numerate.baseline/2\"}",
                "b.json:1:32: unknown variant `numerate.baseline/2`, expected `numerate.baseline/1`",
            ),
            ("{\n\"finding\": []}", "b.json:2:9: unknown field `finding`, expected `schema` or `findings`"),
        ] {
            let error = Baseline::from_json("b.json", text).unwrap_err();
            assert_eq!(problem("b.json", &error).to_string(), told);
        }
    }
}
