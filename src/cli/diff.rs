//! `--diff REV`: which lines of the drafts git calls changed since a revision, and which findings touch them.

use super::desk::identity;
use super::world::World;
use crate::extract::Draft;
use crate::input::{self, Reader};
use crate::rules::Finding;
use crate::text::{Document, Problem, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::path::Path;

/// The changed lines of the drafts of a run.
pub(super) struct Changes<'d> {
    drafts: &'d [Draft],
    /// By the number of the draft; `None` where git knows nothing of it, so that all of it counts as new.
    lines: Vec<Option<Vec<Stretch>>>,
}

/// Some lines that a change left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    /// 1-based; the line before the gap where there is none left.
    first: usize,
    count: usize,
}

impl Stretch {
    /// All lines of a file.
    const ALL: Self = Self { first: 1, count: usize::MAX };

    /// Whether one of the lines is changed, or something between two of them is gone.
    fn touches(self, lines: &RangeInclusive<usize>) -> bool {
        match self.count {
            0 => *lines.start() <= self.first && self.first < *lines.end(),
            count => self.first <= *lines.end() && *lines.start() < self.first.saturating_add(count),
        }
    }
}

impl<'d> Changes<'d> {
    /// What has changed in the drafts since a revision.
    ///
    /// # Errors
    /// What git says against it.
    pub(super) fn since(revision: &str, drafts: &'d [Draft], world: &dyn World) -> Result<Self, Problem> {
        let names: Vec<_> = drafts.iter().map(|draft| file(&draft.document, world)).collect();
        let mut changed = BTreeMap::new();
        for folder in names.iter().flatten().map(|name| folder(name)).collect::<BTreeSet<_>>() {
            let files = read(revision, folder, world).map_err(|told| Problem::file("--diff", told))?;
            changed.extend(files.into_iter().map(|(name, lines)| (Path::new(folder).join(name), lines)));
        }
        let lines = |name: Option<String>| Some(changed.get(Path::new(&name?)).cloned().unwrap_or_default());
        Ok(Self { drafts, lines: names.into_iter().map(lines).collect() })
    }

    /// Whether a changed line is part of what a finding is about: its own place, or a sentence that one of its claims
    /// stands in.
    pub(super) fn touch(&self, finding: &Finding) -> bool {
        let sentences = finding.claims.iter().map(|at| (at.draft, at.of(self.drafts).sentence));
        std::iter::once((finding.draft, finding.span)).chain(sentences).any(|(draft, span)| self.has(draft, span))
    }

    fn has(&self, draft: usize, span: Span) -> bool {
        let lines = self.drafts[draft].document.lines_of(span);
        self.lines[draft].as_ref().is_none_or(|changed| changed.iter().any(|stretch| stretch.touches(&lines)))
    }
}

/// The name of a document's file from the folder that the program runs in, if it lies in there, else from the root;
/// `None` where the document is no file of its own.
fn file(document: &Document, world: &dyn World) -> Option<String> {
    let format = input::by_name(document.format().0)?;
    let is_file = document.id() != "-" && matches!(format.reader, Reader::Whole(_));
    is_file.then(|| identity(world, document.id()))
}

/// The folder to ask git about a file in: its own, since any folder may be in a repository of its own.
fn folder(name: &str) -> &str {
    Path::new(name).parent().and_then(Path::to_str).unwrap_or_default()
}

/// The files below a folder that are not as they were, with their changed lines.
fn read(revision: &str, folder: &str, world: &dyn World) -> Result<BTreeMap<String, Vec<Stretch>>, String> {
    const DIFF: [&str; 13] = [
        "-c",
        "core.quotePath=false",
        "diff",
        "--relative",
        "--unified=0",
        "--inter-hunk-context=0",
        "--find-renames",
        "--no-prefix",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--text",
        "--end-of-options",
    ];
    let known = world.git(folder, &[&DIFF[..], &[revision, "--", "."]].concat())?;
    let new = world.git(folder, &["ls-files", "--others", "--exclude-standard", "-z", "--", "."])?;
    let mut files = changed_lines(&known);
    files.extend(new.split('\0').map(|name| (name.to_owned(), vec![Stretch::ALL])));
    Ok(files)
}

/// The lines of each file that a diff without context calls changed.
fn changed_lines(diff: &str) -> BTreeMap<String, Vec<Stretch>> {
    let mut files: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let (mut file, mut content) = (String::new(), 0);
    for line in diff.split('\n') {
        if content > 0 && line.starts_with(['+', '-']) {
            content -= 1;
        } else if let Some(name) = line.strip_prefix("+++ ") {
            file = unquoted(name);
        } else if let Some((gone, left)) = hunk(line) {
            content = gone.count + left.count;
            files.entry(file.clone()).or_default().push(left);
        }
    }
    files
}

/// `@@ -12,3 +14 @@`: the lines that were, and those that are.
fn hunk(line: &str) -> Option<(Stretch, Stretch)> {
    let (gone, left) = line.strip_prefix("@@ -")?.split_once(" @@")?.0.split_once(" +")?;
    Some((stretch(gone)?, stretch(left)?))
}

fn stretch(written: &str) -> Option<Stretch> {
    let (first, count) = written.split_once(',').unwrap_or((written, "1"));
    Some(Stretch { first: first.parse().ok()?, count: count.parse().ok()? })
}

/// A name as git writes it: in quotes where it must be, and with a tab behind it where it holds a space.
fn unquoted(name: &str) -> String {
    let name = name.trim_end_matches(['\t', '\r']);
    let quoted = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
    quoted.map_or_else(|| name.to_owned(), |name| name.replace("\\\"", "\"").replace("\\\\", "\\"))
}

#[cfg(test)]
mod tests {
    use super::{Stretch, changed_lines};

    #[test]
    fn a_diff_tells_the_lines_that_are_left() {
        let diff = "diff --git a b.md b.md\n--- b.md\n+++ b.md\n@@ -3 +3,2 @@ Head\n-One\n+++ two\n+Three\n@@ -9,2 +10,0 @@\n\
                    --- x\n-y\n\\ No newline at end of file\n--- /dev/null\n+++ c d.md\t\n@@ -0,0 +1 @@\n+One\n";
        let files = changed_lines(diff);
        let shown: Vec<_> = files.iter().map(|(name, lines)| format!("{name} {lines:?}")).collect();
        assert_eq!(
            shown,
            [
                "b.md [Stretch { first: 3, count: 2 }, Stretch { first: 10, count: 0 }]",
                "c d.md [Stretch { first: 1, count: 1 }]"
            ]
        );
    }

    #[test]
    fn lines_that_are_changed_are_touched() {
        for (first, count, lines, touched) in [
            (3, 2, 4..=4, true),
            (3, 2, 5..=6, false),
            (3, 2, 1..=3, true),
            (3, 2, 1..=2, false),
            (3, 0, 3..=4, true),
            (3, 0, 3..=3, false),
            (3, 0, 4..=5, false),
            (1, usize::MAX, 7..=7, true),
        ] {
            assert_eq!(Stretch { first, count }.touches(&lines), touched, "{first},{count} {lines:?}");
        }
    }
}
