//! Lists of which the last item, or the first, is the total of the others, or which a total brings.
//!
//! ```text
//! tally = { list_item with one figure } list_item "Total" … figure
//!       | total … ":" { list_item that begins with a sum of money }
//! ```
//! Each item holds exactly one figure, all in one unit. Of a list that a total brings, the items come near to it, and the
//! sentence in front holds no other figure and leaves nothing open.

use super::addend::{are_near, is_plain};
use super::is_any;
use super::sum::OPEN;
use super::table::{can_be_added, is_of_no_sum, is_total, label};
use crate::claim::{Claim, Relation, Unit};
use crate::text::{Block, Document, Role};
use std::ops::Range;

/// The sums of all lists of a document.
pub(super) fn tallies(document: &Document, claims: &[Claim]) -> Vec<Relation> {
    let blocks = document.blocks();
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(first) = blocks[start..].iter().position(|block| block.role == Role::List).map(|at| start + at) {
        let len = blocks[first..].iter().take_while(|block| block.role == Role::List).count();
        let items = first..first + len;
        let own = tally(document.text(), &blocks[items.clone()], first, claims);
        found.extend(own.or_else(|| brought(document.text(), blocks, items, claims)));
        start = first + len;
    }
    found
}

fn tally(text: &str, items: &[Block], first: usize, claims: &[Claim]) -> Option<Relation> {
    let total = total_item(text, items)? + first;
    let range = claims_of(claims, first..first + items.len());
    let own = claims.get(range.clone())?;
    let one_each = own.len() == items.len() && own.windows(2).all(|pair| pair[0].block < pair[1].block);
    let sum = range.clone().find(|at| claims[*at].block == total)?;
    let alike =
        |claim: &Claim| claim.quantity.unit == claims[sum].quantity.unit && is_plain(claim) && can_be_added(claim);
    (one_each && own.len() > 2 && own.iter().all(alike)).then(|| Relation::Sum {
        parts: range.filter(|at| *at != sum).collect(),
        total: sum,
        complete: true,
    })
}

/// "The board found £830,000 in savings:", and a list of what was saved.
fn brought(text: &str, blocks: &[Block], items: Range<usize>, claims: &[Claim]) -> Option<Relation> {
    let intro = items.start.checked_sub(1).filter(|&at| blocks[at].role == Role::Body)?;
    let front = claims_of(claims, intro..items.start);
    let total = front.clone().next_back()?;
    let whole = &claims[total];
    let alone = total == front.start || claims[total - 1].sentence != whole.sentence;
    let sentence = text.get(whole.sentence.start..blocks[intro].span.end)?.trim_end();
    let open = sentence.split(|c: char| !c.is_alphabetic()).any(|word| is_any(word, &OPEN));
    let range = claims_of(claims, items.clone());
    let own = claims.get(range.clone())?;
    let one_each = own.len() == items.len() && own.windows(2).all(|pair| pair[0].block < pair[1].block);
    let opens = |claim: &Claim| text.get(blocks[claim.block].span.start..claim.span.start).is_some_and(str::is_empty);
    let priced = |claim: &Claim| {
        matches!(claim.quantity.unit, Unit::Money(_)) && claim.quantity.unit == whole.quantity.unit && is_plain(claim)
    };
    let told = alone && sentence.ends_with(':') && !open && priced(whole);
    let listed =
        one_each && own.len() > 2 && own.iter().all(|claim| priced(claim) && can_be_added(claim) && opens(claim));
    (told && listed && are_near(own, whole)).then(|| Relation::Sum { parts: range.collect(), total, complete: true })
}

/// The only item that is a total, where it is the first or the last.
fn total_item(text: &str, items: &[Block]) -> Option<usize> {
    let labels = || items.iter().map(|block| label(text, block));
    if labels().any(|label| {
        is_of_no_sum(&label) || label.contains("year") || label.starts_with("of which") || label.starts_with("sub")
    }) {
        return None;
    }
    let mut totals = labels().enumerate().filter(|(_, label)| leads(label));
    let (at, _) = totals.next().filter(|_| totals.next().is_none())?;
    (at == 0 || at + 1 == items.len()).then_some(at)
}

/// "Total: 60", "In all, 60".
fn leads(label: &str) -> bool {
    let words: String =
        label.chars().take_while(|c| !c.is_ascii_digit() && !matches!(c, ':' | ',' | '–' | '—')).collect();
    is_total(words.trim())
}

/// The claims of some blocks, which stand in the order of the text.
fn claims_of(claims: &[Claim], blocks: Range<usize>) -> Range<usize> {
    let start = claims.partition_point(|claim| claim.block < blocks.start);
    start..claims.partition_point(|claim| claim.block < blocks.end)
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn items_and_their_total() {
        for (text, expected) in [
            ("- Bread: 40 tonnes\n- Rice: 35 tonnes\n- Oil: 12 tonnes\n- Total: 97 tonnes", "40 + 35 + 12 = 97"),
            ("- In all: €97\n- Bread: €40\n- Rice: €35\n- Oil: €12", "40 + 35 + 12 = 97"),
            (
                "The board found €97 in savings:\n\n- €40 from lamps;\n- €35 from paint;\n- €12 in fares.",
                "40 + 35 + 12 = 97",
            ),
            (
                "The board found €97 in savings, including:\n\n- €40 from lamps;\n- €35 from paint;\n- €12 in fares.",
                "-",
            ),
            ("The board found €970 in savings:\n\n- €40 from lamps;\n- €35 from paint;\n- €12 in fares.", "-"),
            ("A phone of €97 costs this a year:\n\n- Lamps: €40\n- Paint: €35\n- Fares: €12", "-"),
            ("- Bread: 40 tonnes\n- Rice: 35 tonnes\n- Oil: 12 tonnes", "-"),
            ("- Bread: 40 tonnes\n- Rice: €35\n- Oil: 12 tonnes\n- Total: 97 tonnes", "-"),
            ("- Bread: 40 tonnes in May and 10 in June\n- Rice: 35 tonnes\n- Total: 97 tonnes", "-"),
            ("- Bread: 40 tonnes\n- of which rye: 35 tonnes\n- Oil: 12 tonnes\n- Total: 97 tonnes", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
