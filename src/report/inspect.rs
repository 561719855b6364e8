//! `pretty` of `numerate inspect`: what the grammar recognised in a draft, a line each.

use super::safe::{safe, safe_line};
use super::shape::place;
use super::{Count, words};
use crate::extract::Draft;
use crate::text::{Document, Span};
use std::io::{self, Write};

/// Writes one draft.
pub(crate) fn write(draft: &Draft, before: Count, out: &mut dyn Write) -> io::Result<()> {
    let (document, pieces) = (&draft.document, &draft.pieces);
    if before.documents > 0 {
        writeln!(out)?;
    }
    let published = document.published().map_or("undated".to_owned(), |date| date.to_string());
    writeln!(out, "{} ({}, {published})", safe_line(document.id()), document.format())?;
    list(out, document, "quantities", &draft.claims, |claim| (claim.quantity.span, words::claim(claim)))?;
    list(out, document, "dates", &pieces.dates, |date| {
        (date.span, format!("{}: {}", words::days(&date.timing), safe(&date.why)))
    })?;
    list(out, document, "attributions", &pieces.attributions, |one| {
        let (cue, content) = (one.cue.of(document.text()), one.content.of(document.text()));
        (one.source, format!("{} → {}", safe(cue), safe(content)))
    })?;
    list(out, document, "passed over", &pieces.passed_over, |one| (one.span, one.why.clone().into_owned()))
}

/// Writes pieces of one sort under their name: place, words, and what was made of them.
fn list<T>(
    out: &mut dyn Write,
    document: &Document,
    name: &str,
    pieces: &[T],
    line: impl Fn(&T) -> (Span, String),
) -> io::Result<()> {
    if pieces.is_empty() {
        return Ok(());
    }
    writeln!(out, "  {name}")?;
    for piece in pieces {
        let (span, made) = line(piece);
        let place = place(document, span);
        let place = format!("{}:{}", place.line, place.column);
        writeln!(out, "    {place:<8} {:<24} {made}", safe(span.of(document.text())))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::report::example::streamed;

    #[test]
    fn pieces_a_line_each() {
        let expected = "\
ferry.txt (text, 2031-05-04)
  quantities
    1:15     1,200                    ≈ 1,200 (1,080–1,320), port, said 2031-05-02
    2:12     43.60                    43.60 %
  dates
    1:53     on Friday                2031-05-02: before 2031-05-04
  attributions
    1:39     the port                 said → about 1,200 islanders waited
  passed over
    1:3      Maro                     name

late.txt (text, 2031-05-04)
  quantities
    1:6      300                      300
";
        assert_eq!(streamed(write), expected);
    }
}
