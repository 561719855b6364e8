//! Suppressions: findings that a draft itself says to pass over, each for a reason that stands in its note.
//!
//! | note | covers |
//! |---|---|
//! | `numerate-ignore RULE: reason` behind words | the line that it stands in |
//! | `numerate-ignore RULE: reason` on a line of its own | the next line that holds words |
//! | `numerate-ignore-begin RULE: reason` … `numerate-ignore-end` | all lines between the two, and theirs |
//! | `numerate-ignore: RULE: reason` in front matter | the draft |

use super::KINDS;
use super::finding::Finding;
use super::nearest::expected;
use super::ruleset::Ruleset;
use crate::compare::ClaimRef;
use crate::extract::Draft;
use crate::text::{Column, Document, Note, Position, Problem, Span};
use std::ops::RangeInclusive;

/// The names of notes, without `numerate-`.
const NAMES: [&str; 3] = ["ignore", "ignore-begin", "ignore-end"];

/// A wish of a draft to have some findings passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// Ids of rules, and kinds of them.
    pub rules: Vec<String>,
    /// Why, in the words of whoever wrote it; never empty.
    pub reason: String,
    /// Where it stands in the draft.
    pub place: Position,
    /// The lines it covers, from 1; all of the draft where it is `None`.
    lines: Option<RangeInclusive<usize>>,
}

impl Suppression {
    /// The suppressions that stand in a draft, and all that is wrong with its notes.
    pub fn read(document: &Document, rules: &Ruleset) -> (Vec<Self>, Vec<Problem>) {
        let mut reader = Reader { document, rules, done: Vec::new(), open: Vec::new(), problems: Vec::new() };
        document.notes().iter().for_each(|note| reader.take(note));
        for (note, _) in std::mem::take(&mut reader.open) {
            reader.complain(note.span.start, "`numerate-ignore-begin` has no `numerate-ignore-end`".to_owned());
        }
        (reader.done, reader.problems)
    }

    /// Whether it is about a finding, the draft that it stands in being the one of that number: one of the figures, or the
    /// finding itself, stands in its lines.
    pub fn covers(&self, finding: &Finding, drafts: &[Draft], draft: usize) -> bool {
        let names = |finding: &Finding| self.rules.iter().any(|name| *name == finding.rule || *name == finding.kind);
        names(finding)
            && passages(finding, drafts).any(|(at, span)| {
                let lines = || drafts[at].document.lines_of(span);
                at == draft && self.lines.as_ref().is_none_or(|covered| meet(covered, &lines()))
            })
    }

    /// Whether any rule in force could raise what it is about.
    pub fn is_in_force(&self, rules: &Ruleset) -> bool {
        let mut in_force = rules.rules().iter().filter(|rule| rule.enabled);
        in_force.any(|rule| self.rules.iter().any(|name| *name == rule.id || *name == rule.kind))
    }
}

/// The places that a finding is about, each a draft and a span of its text: its own, and the figures of its claims.
fn passages<'a>(finding: &'a Finding, drafts: &'a [Draft]) -> impl Iterator<Item = (usize, Span)> + 'a {
    let figure = |at: &ClaimRef| (at.draft, at.of(drafts).quantity.span);
    std::iter::once((finding.draft, finding.span)).chain(finding.claims.iter().map(figure))
}

/// Whether two ranges of lines have one in common.
fn meet(one: &RangeInclusive<usize>, other: &RangeInclusive<usize>) -> bool {
    one.start() <= other.end() && other.start() <= one.end()
}

/// The notes of a draft under reading.
struct Reader<'d> {
    document: &'d Document,
    rules: &'d Ruleset,
    done: Vec<Suppression>,
    /// What has begun and not ended, and where it stands among those done, if it is sound.
    open: Vec<(&'d Note, Option<usize>)>,
    problems: Vec<Problem>,
}

impl<'d> Reader<'d> {
    fn take(&mut self, note: &'d Note) {
        match note.name.as_str() {
            "ignore" => {
                let lines = (!note.whole).then(|| self.covered(note));
                self.add(note, lines);
            }
            "ignore-begin" => {
                let line = self.place(note.span.start).line;
                let at = self.add(note, Some(line..=line));
                self.open.push((note, at));
            }
            "ignore-end" => self.end(note),
            name => {
                let hint = expected(name, NAMES);
                self.complain(note.span.start, format!("there is no note `numerate-{name}`, {hint}"));
            }
        }
    }

    /// Adds what a note says, if it is sound, and tells where.
    fn add(&mut self, note: &Note, lines: Option<RangeInclusive<usize>>) -> Option<usize> {
        let words = note.words.of(self.document.source());
        let (names, reason) = words.split_once(':').unwrap_or((words, ""));
        let rules: Vec<_> = names.split(',').map(|name| name.trim().to_owned()).collect();
        let unknown = rules.iter().filter_map(|name| self.unknown(name)).collect::<Vec<_>>();
        let is_sound = unknown.is_empty() && !reason.trim().is_empty();
        for message in unknown {
            self.complain(note.words.start, message);
        }
        if reason.trim().is_empty() {
            self.complain(note.words.end, "a reason is missing, expected `RULE: reason`".to_owned());
        }
        let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        is_sound.then(|| {
            let place = self.place(note.span.start);
            self.done.push(Suppression { rules, reason, place, lines });
            self.done.len() - 1
        })
    }

    fn unknown(&self, name: &str) -> Option<String> {
        let kinds = KINDS.iter().map(|kind| kind.name);
        let known = self.rules.rules().iter().map(|rule| rule.id.as_str()).chain(kinds);
        let is_known = known.clone().any(|known| known == name);
        (!is_known).then(|| format!("there is no rule or kind `{name}`, {}", expected(name, known)))
    }

    /// Ends what was begun last.
    fn end(&mut self, note: &Note) {
        match self.open.pop() {
            Some((_, Some(at))) => {
                let end = self.place(note.span.end).line;
                self.done[at].lines = self.done[at].lines.take().map(|lines| *lines.start()..=end);
            }
            Some((_, None)) => {}
            None => self.complain(note.span.start, "`numerate-ignore-end` ends nothing".to_owned()),
        }
    }

    /// The line of a note that stands among words, else the next one that holds any.
    fn covered(&self, note: &Note) -> RangeInclusive<usize> {
        let source = self.document.source();
        let (before, behind) = (&source[..note.span.start], &source[note.span.end..]);
        let alone = |line: Option<&str>| line.unwrap_or_default().trim().is_empty();
        let (first, last) = (self.place(note.span.start).line, self.place(note.span.end).line);
        if !(alone(before.rsplit('\n').next()) && alone(behind.split('\n').next())) {
            return first..=last;
        }
        let holds_words = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with("<!-- numerate-");
        let next = behind.split('\n').skip(1).position(holds_words).map_or(last, |skipped| last + 1 + skipped);
        next..=next
    }

    fn place(&self, offset: usize) -> Position {
        self.document.lines().position(self.document.source(), offset, Column::CodePoints)
    }

    fn complain(&mut self, offset: usize, message: String) {
        let Position { line, column } = self.place(offset);
        self.problems.push(Problem::at(self.document.id(), line, column, message));
    }
}

#[cfg(test)]
mod tests {
    use super::Suppression;
    use crate::input;
    use crate::rules::Ruleset;

    /// The lines that each suppression covers, and what is wrong.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let document = input::read("a.md", text.into(), None).remove(0).unwrap();
        let (done, problems) = Suppression::read(&document, &Ruleset::embedded());
        let lines = |one: &Suppression| one.lines.as_ref().map_or("all".to_owned(), |lines| format!("{lines:?}"));
        let shown = done.iter().map(|one| format!("{} {}: {}", lines(one), one.rules.join("+"), one.reason));
        (shown.collect(), problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn notes_cover_lines() {
        for (text, covered) in [
            ("One.\nTwo. <!-- numerate-ignore sum: so -->\nThree.", "2..=2 sum: so"),
            ("One.\n\n<!-- numerate-ignore wrong-sum, share: so  it is -->\n\nTwo.", "5..=5 wrong-sum+share: so it is"),
            (
                "<!-- numerate-ignore-begin sum: so -->\n\nOne.\n\nTwo.\n\n<!-- numerate-ignore-end -->\n",
                "1..=7 sum: so",
            ),
            ("---\nnumerate-ignore: \"sum: why: so\"\n---\nOne.", "all sum: why: so"),
            ("One <!-- numerate-ignore sum: so --> is two.", "1..=1 sum: so"),
        ] {
            assert_eq!(read(text), (vec![covered.to_owned()], vec![]), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_note_is_told_at_its_place() {
        for (text, told) in [
            ("One. <!-- numerate-ignore sum -->", "a.md:1:30: a reason is missing, expected `RULE: reason`"),
            ("One. <!-- numerate-ignore sum: -->", "a.md:1:31: a reason is missing, expected `RULE: reason`"),
            ("é <!-- numerate-ignore smu: so -->", "a.md:1:24: there is no rule or kind `smu`, did you mean `sum`?"),
            (
                "<!-- numerate-ingore sum: so -->",
                "a.md:1:1: there is no note `numerate-ingore`, did you mean `ignore`?",
            ),
            (
                "<!-- numerate-ignore-begin sum: so -->",
                "a.md:1:1: `numerate-ignore-begin` has no `numerate-ignore-end`",
            ),
            ("One.\n\n<!-- numerate-ignore-end -->", "a.md:3:1: `numerate-ignore-end` ends nothing"),
            ("---\nnumerate-ignore: sum\n---\n", "a.md:2:21: a reason is missing, expected `RULE: reason`"),
        ] {
            assert_eq!(read(text).1, [told], "{text}");
        }
    }

    #[test]
    fn code_is_not_for_us() {
        assert_eq!(read("`<!-- numerate-ignore sum -->`\n\n```\n<!-- numerate-ignore -->\n```\n"), (vec![], vec![]));
    }
}
