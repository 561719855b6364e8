//! `pretty`: each finding with all its passages, as compilers show theirs.

use super::coverage::Coverage;
use super::frame::{Frame, Mark, frames};
use super::safe::{safe, safe_lines};
use super::{Look, Outcome, Suppressed, words};
use crate::input::{self, Reader};
use crate::rules::{Finding, Severity};
use crate::text::Document;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};
use anstyle_hyperlink::Hyperlink;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// How wide passages may be where no terminal says so: more than a frame ever takes.
const WIDTH: usize = 240;

/// Writes the findings, then how many there are and how many figures were read to find them.
pub(crate) fn write(outcome: &Outcome<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(look.width.map_or(WIDTH, usize::from));
    let mut explained = BTreeSet::new();
    for finding in outcome.findings {
        let why = explained.insert(&finding.rule).then(|| why(outcome, finding)).flatten();
        let level = level(finding.severity);
        writeln!(out, "{}\n", renderer.render(&groups(outcome, look, finding, &level, why.map(|why| ("why", why)))))?;
    }
    for known in outcome.suppressed.iter().filter(|_| outcome.show_suppressed) {
        let level = Level::NOTE.with_name("suppressed");
        let reason = Some(("reason", reason(known)));
        writeln!(out, "{}\n", renderer.render(&groups(outcome, look, &known.finding, &level, reason)))?;
    }
    writeln!(out, "{}; {}", words::summary(outcome), Coverage::of(outcome.drafts).words())
}

/// Why a finding does not count, who says so, and where.
fn reason(known: &Suppressed) -> String {
    let reason = known.reason.as_deref().map_or("none given".into(), safe_lines);
    let by = known.by.as_deref().map(|by| format!("{}, ", safe(by))).unwrap_or_default();
    format!("{reason} ({by}{})", safe(&known.place))
}

/// A finding: its message, its passages, why they do not go together, and a last word. Place and passage are groups of their own,
/// since a passage that was cut no longer knows its column in the file.
fn groups<'a>(
    outcome: &Outcome<'a>,
    look: Look,
    finding: &'a Finding,
    level: &Level<'a>,
    help: Option<(&'static str, String)>,
) -> Vec<Group<'a>> {
    let title = level.clone().primary_title(safe(&finding.message)).id(safe(&finding.rule));
    let mut groups = vec![Group::with_title(title)];
    for frame in frames(marks(outcome, finding)) {
        let origin = Origin::path(name(frame.document, look));
        let origin = origin.line(frame.place.line).char_column(frame.place.column);
        groups.push(Group::with_level(level.clone()).element(origin));
        groups.push(Group::with_level(level.clone()).element(snippet(frame)).element(Padding));
    }
    let evidence = finding.evidence.iter().map(|line| Level::NOTE.message(safe(line)));
    let help = help.map(|(name, help)| Level::HELP.with_name(name).message(help));
    groups.push(Group::with_level(level.clone()).elements(evidence.chain(help)));
    groups
}

/// What a document is called, as a link to its file where the terminal opens one. What a line of a file calls itself is not
/// to name a file to open.
fn name(document: &Document, look: Look) -> String {
    let name = safe(document.id());
    let is_file = input::by_name(document.format().0).is_some_and(|input| matches!(input.reader, Reader::Whole(_)));
    match look.link.filter(|_| is_file && name != "-").and_then(|link| link(document.id())) {
        Some(address) => {
            let link = Hyperlink::with_url(address);
            format!("{link}{name}{link:#}")
        }
        None => name.into_owned(),
    }
}

/// Why a rule exists: its first paragraph, told with its first finding only.
fn why(outcome: &Outcome<'_>, finding: &Finding) -> Option<String> {
    let rule = outcome.rules.get(finding.rule.as_str())?;
    rule.why.split("\n\n").next().map(safe_lines)
}

const fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

/// The figures of a finding's claims, and the place of the finding where none of them is there.
fn marks<'a>(outcome: &Outcome<'a>, finding: &Finding) -> Vec<Mark<'a>> {
    let claims = finding.claims.iter().filter_map(|at| {
        let draft = outcome.drafts.get(at.draft)?;
        let claim = draft.claims.get(at.claim)?;
        let span = claim.quantity.span;
        let primary = at.draft == finding.draft && span == finding.span;
        Some(Mark { document: &draft.document, span, label: words::claim(claim), primary })
    });
    let mut marks: Vec<_> = claims.collect();
    if !marks.iter().any(|mark| mark.primary)
        && let Some(draft) = outcome.drafts.get(finding.draft)
    {
        marks.insert(0, Mark { document: &draft.document, span: finding.span, label: String::new(), primary: true });
    }
    marks
}

fn snippet(frame: Frame<'_>) -> Snippet<'_, Annotation<'_>> {
    let marks = frame.marks.into_iter().map(|(range, mark)| {
        let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        kind.span(range).label(Some(mark.label).filter(|label| !label.is_empty()))
    });
    Snippet::source(frame.text).line_start(frame.line).annotations(marks)
}

#[cfg(test)]
mod tests {
    use super::{name, write};
    use crate::report::Look;
    use crate::report::example::{document, suppressed, written};

    #[test]
    fn a_finding_shows_both_passages_and_why() {
        let expected = "\
error[conflicting-figures]: port says 1,200, late.txt says 300
  |
 --> ferry.txt:1:15
  |
1 | À Maro, about 1,200 islanders waited, the port said on Friday.
  |               ^^^^^ ≈ 1,200 (1,080–1,320), port, said 2031-05-02
  |
 --> late.txt:1:6
  |
1 | Only 300 islanders waited.
  |      --- 300
  |
  = note: same thing: islanders
  = note: two days apart
  = why: two figures for one thing

1 error in 2 documents with 3 claims; 4 figures seen, 3 read, 1 passed over: 1 name
";
        assert_eq!(written(write), expected);
        let closing = "nothing found beside 1 suppressed in 2 documents with 3 claims; 4 figures seen, 3 read, 1 passed over: 1 name\n";
        assert_eq!(suppressed(write, false), closing);
        let shown = suppressed(write, true);
        assert!(
            shown.starts_with("suppressed[conflicting-figures]: port says")
                && shown.contains("= reason: the port counts anew (harbour desk, known.json)")
        );
    }

    #[test]
    fn files_are_linked_where_links_are_opened() {
        let look = Look { link: Some(|path| Some(format!("file:///desk/{path}"))), ..Look::default() };
        let linked = "\u{1b}]8;;file:///desk/a.txt\u{1b}\\a.txt\u{1b}]8;;\u{1b}\\";
        assert_eq!(name(&document("a.txt", ""), look), linked);
        assert_eq!(name(&document("a.txt", ""), Look::default()), "a.txt");
        assert_eq!(name(&document("-", ""), look), "-");
    }
}
