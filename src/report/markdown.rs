//! `markdown`: the report as a page, for a merge request, a wiki, or the summary of a run.
//!
//! What a draft says stays text: whatever Markdown would take for markup is escaped, and nobody is notified whom a draft
//! mentions.

use super::location::{Location, others, own};
use super::{Look, Outcome, safe, words};
use crate::claim::Claim;
use crate::rules::Finding;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes how much was found, each finding with its claims, and what could not be read.
pub(crate) fn write(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    write_within(usize::MAX, outcome, out)
}

/// How many bytes a summary of a step may have on GitHub; it shows nothing of a longer one.
const STEP: usize = 1 << 20;
/// How many of them are kept for what follows the findings.
const CLOSING: usize = 1 << 16;

/// Writes as much of the page as GitHub takes for the summary of a step.
pub(crate) fn step_summary(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    write_within(STEP, outcome, out)
}

/// Writes the page, in at most so many bytes: what has no room is counted.
fn write_within(limit: usize, outcome: &Outcome<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut page = format!("## {}\n", words::summary(outcome));
    let sections = outcome.findings.iter().filter_map(|finding| section(outcome, finding));
    let problems = outcome.problems.iter().map(|problem| format!("- {}\n", escaped(&problem.to_string())));
    let left_out = fill(&mut page, limit.saturating_sub(CLOSING), sections);
    if left_out > 0 {
        // Writing into a string cannot fail.
        let _ = writeln!(page, "\n{} not shown for want of room.", words::many(left_out, "finding"));
    }
    if !outcome.problems.is_empty() {
        page.push_str("\n### Problems\n\n");
        let left_out = fill(&mut page, limit.saturating_sub(CLOSING / 2), problems);
        if left_out > 0 {
            let _ = writeln!(page, "- {} not shown for want of room", words::many(left_out, "problem"));
        }
    }
    out.write_all(page.as_bytes())
}

/// Adds parts as long as there is room for them, and returns how many there was none for.
fn fill(page: &mut String, limit: usize, parts: impl Iterator<Item = String>) -> usize {
    let mut left_out = 0;
    for part in parts {
        if left_out == 0 && page.len() + part.len() <= limit {
            page.push_str(&part);
        } else {
            left_out += 1;
        }
    }
    left_out
}

/// A finding: its sentence, the claims with their places, and why they do not go together.
fn section(outcome: &Outcome<'_>, finding: &Finding) -> Option<String> {
    let at = Location::of(outcome, finding)?;
    let mut section = format!("\n### {}: {}\n\n", finding.severity.name(), escaped(&finding.message));
    section.push_str(&passage(at, own(outcome, finding)));
    section.extend(others(outcome, finding).map(|(at, claim)| passage(at, Some(claim))));
    let evidence: Vec<_> = finding.evidence.iter().map(|line| escaped(line)).collect();
    if !evidence.is_empty() {
        let _ = writeln!(section, "\n{}", evidence.join("; "));
    }
    let title = outcome.rules.get(finding.rule.as_str()).map_or("", |rule| rule.title);
    let _ = writeln!(section, "\n{} {}", code(&finding.rule), escaped(title));
    Some(section)
}

/// `- ferry.txt:1:15: 1,200, port, said 2031-05-02`
fn passage(at: Location<'_>, claim: Option<&Claim>) -> String {
    let words = claim.map(|claim| format!(": {}", escaped(&words::claim(claim)))).unwrap_or_default();
    format!("- {}{words}\n", code(&at.shown()))
}

/// Text as itself. A mention is cut in two by a comment, since it would count even where it is escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in safe(text).chars() {
        match letter {
            '@' => escaped.push_str("@<!-- -->"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' | '#' | ':' | '/' | '.' | '!' => {
                escaped.extend(['\\', letter]);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Text as code, fenced by more backticks than it has in a row.
fn code(text: &str) -> String {
    let text = safe(text);
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::{STEP, code, escaped, step_summary, write};
    use crate::report::example::{many, nothing, written};
    use pulldown_cmark::{Event, Options, Parser};

    #[test]
    fn a_finding_is_a_section() {
        let expected = "\
## 1 error in 2 documents with 3 claims

### error: port says 1,200, late\\.txt says 300

- `ferry.txt:1:15`: ≈ 1,200 (1,080–1,320), port, said 2031-05-02
- `late.txt:1:6`: 300

same thing\\: islanders; two days apart

`conflicting-figures` Two figures differ

### Problems

- gone\\.txt\\:3\\:1\\: no such line
";
        assert_eq!(written(write), expected);
        assert_eq!(written(step_summary), expected);
        assert_eq!(nothing(write), "## nothing found in 0 documents with 0 claims\n");
    }

    #[test]
    fn a_summary_of_a_step_is_no_longer_than_it_may_be() {
        let summary = many(step_summary, 2_000);
        assert!(summary.len() < STEP && summary.contains("findings not shown for want of room"), "{}", summary.len());
        assert!(many(write, 2_000).len() > STEP);
    }

    #[test]
    fn nothing_in_a_draft_is_markup() {
        let hostile =
            "<script>x</script> *a* _b_ [c](http://d.example) www.e.example ~~f~~ `g` | h | #1 &lt; $i$ ![j](k)";
        let page = escaped(hostile);
        let mut text = String::new();
        for event in Parser::new_ext(&page, Options::all()).skip(1) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::End(_) => {}
                other => panic!("{other:?} in {page}"),
            }
        }
        assert_eq!(text, hostile);
        assert_eq!(escaped("@desk"), "@<!-- -->desk");
    }

    #[test]
    fn backticks_do_not_end_code() {
        for (text, expected) in [("a.md:1", "`a.md:1`"), ("`", "`` ` ``"), ("a``b", "``` a``b ```")] {
            assert_eq!(code(text), expected);
        }
    }
}
