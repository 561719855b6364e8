//! A number of things, and the things by their ordinals: in the sentences behind it, or in headings below it.
//!
//! ```text
//! told   = N noun "." "First" "," … "Second" "," … ["Finally" "," …]
//! headed = headline with N noun, headings "1." … "2." …
//! titled = heading that begins with N noun, list "1." … "2." … right below it
//! ```
//! Sentences may leave ordinals out: fewer than announced only count where the last of them says so.

use super::count::{FEWEST, MOST};
use crate::claim::{Claim, Decimal, Relation, Unit};
use crate::text::{Block, Document, Role, Span};

const ORDINALS: [[&str; 2]; 8] = [
    ["First", "Firstly"],
    ["Second", "Secondly"],
    ["Third", "Thirdly"],
    ["Fourth", "Fourthly"],
    ["Fifth", "Fifthly"],
    ["Sixth", "Sixthly"],
    ["Seventh", "Seventhly"],
    ["Eighth", "Eighthly"],
];

/// How many letters behind a number its things are looked for.
const REACH: usize = 4_000;

/// Words before the last of some things.
const LAST: [&str; 2] = ["Finally,", "Lastly,"];

/// What the ordinals of a draft number.
pub(super) fn numbered(document: &Document, claims: &[Claim]) -> Vec<Relation> {
    let announcing = |claim: &Claim| {
        let small = (Decimal::from(FEWEST)..=Decimal::from(MOST)).contains(&claim.quantity.value().unwrap_or_default());
        small && claim.quantity.unit == Unit::Count && claim.noun.as_ref().is_some_and(|noun| !noun.span.is_empty())
    };
    let announcing = claims.iter().enumerate().filter(|(_, claim)| announcing(claim));
    let listed = announcing.filter_map(|(at, claim)| {
        let found = told(document, claim).or_else(|| headed(document, claim)).or_else(|| titled(document, claim));
        let (items, span) = found?;
        Some(Relation::Listed { announced: at, items: (items, items), span })
    });
    listed.collect()
}

/// How many things the sentences right behind a claim number, and all of them.
fn told(document: &Document, claim: &Claim) -> Option<(usize, Span)> {
    let text = document.text();
    let block = document.blocks().get(claim.block)?;
    let rest = text.get(claim.sentence.end..block.span.end)?;
    let begins = |sentence: &str, words: &[&str]| {
        words.iter().any(|word| sentence.strip_prefix(word).is_some_and(|rest| rest.starts_with([',', ':'])))
    };
    if !begins(rest.trim_start(), &ORDINALS[0]) {
        return None;
    }
    let rest = rest.char_indices().nth(REACH).map_or(rest, |(end, _)| &rest[..end]);
    let starts = || std::iter::once(rest.trim_start()).chain(rest.match_indices(". ").map(|(at, _)| &rest[at + 2..]));
    let mut found = 0;
    for words in &ORDINALS {
        if !starts().any(|sentence| begins(sentence, words)) {
            break;
        }
        found += 1;
    }
    let closed = starts().any(|sentence| LAST.iter().any(|word| sentence.starts_with(word)));
    let items = found + usize::from(closed);
    let more = Decimal::from(items) >= claim.quantity.value()?;
    (found > 1 && (closed || more)).then(|| (items, Span::new(claim.sentence.end, block.span.end)))
}

/// How many headings below a headline are numbered, and all of them.
fn headed(document: &Document, claim: &Claim) -> Option<(usize, Span)> {
    let is_heading = |block: &&Block| block.role == Role::Subhead;
    if document.blocks().get(claim.block)?.role != Role::Headline {
        return None;
    }
    let headings: Vec<_> = document.blocks().iter().filter(is_heading).collect();
    let number = |block: &Block| {
        let text = block.span.of(document.text()).trim_start_matches('#');
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (digits, rest) = text.split_at(digits);
        rest.starts_with(['.', ')', ':']).then(|| digits.parse::<usize>().ok()).flatten()
    };
    let numbers: Vec<_> = headings.iter().filter_map(|block| number(block)).collect();
    let rising = numbers.iter().copied().eq(1..=numbers.len());
    let falling = numbers.iter().rev().copied().eq(1..=numbers.len());
    let span = headings.first()?.span.to(headings.last()?.span);
    (numbers.len() > 1 && (rising || falling)).then_some((numbers.len(), span))
}

/// How many items the numbered list right below a heading has, and all of them.
fn titled(document: &Document, claim: &Claim) -> Option<(usize, Span)> {
    let (text, source) = (document.text(), document.source());
    let heading = document.blocks().get(claim.block)?;
    let before = text.get(heading.span.start..claim.span.start)?.trim_start_matches(['#', ' ']);
    if !matches!(heading.role, Role::Subhead | Role::Headline) || !matches!(before, "" | "The ") {
        return None;
    }
    let some = text.get(claim.quantity.span.end..)?.starts_with(" of ");
    let mut words = heading.span.of(text).split_whitespace();
    let whole = !some && words.all(|word| !INCOMPLETE.contains(&&*word.to_lowercase()));
    let below = document.blocks().get(claim.block + 1..)?;
    let items: Vec<_> = below.iter().take_while(|block| block.role == Role::List).collect();
    let number = |block: &Block| {
        let start = document.in_source(block.span).start;
        let line = source.get(..start)?.rsplit('\n').next()?;
        line.trim_end().strip_suffix(['.', ')'])?.parse::<usize>().ok()
    };
    let lists = |at: usize, block: &Block| block.role == Role::List && number(block) == Some(at + 1);
    let goes_on = below[items.len()..].iter().any(|block| lists(items.len(), block));
    let numbered = !goes_on && items.iter().enumerate().all(|(at, block)| lists(at, block));
    // "Three dead" announces nothing.
    let alive = claim.noun.as_ref().and_then(|noun| noun.class.as_deref());
    let things = !matches!(alive, Some("person" | "casualty"));
    let span = items.first()?.span.to(items.last()?.span);
    (whole && numbered && things && items.len() > 1).then_some((items.len(), span))
}

/// Words of a heading that say that the list below it is not all there is.
const INCOMPLETE: [&str; 6] = ["including", "among", "some", "more", "other", "top"];

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::ties;

    #[test]
    fn things_by_their_ordinals() {
        for (text, wanted) in [
            (
                "There are three reasons. First, it leaks. Second, it is dear. Third, it is old. Fourth, nobody comes.",
                "4",
            ),
            ("There are four reasons. First, it leaks. Second, it is dear. Finally, it is old.", "3"),
            ("There are three reasons. First, it leaks. Second, it is dear.", ""),
            ("There are three reasons. It leaks. Second, it is dear.", ""),
            ("# Five things to know\n\n## 1. It is late\n\nSo.\n\n## 2. It is dear\n\nVery.", "2"),
            ("# Fees\n\n## Five changes\n\n1. Late\n2. Dear\n3. Old\n4. New\n\nSo.", "4"),
            ("# Fees\n\n## Two of the five changes\n\n1. Late\n2. Dear\n", ""),
            ("# Fees\n\n## Two dead, say police\n\n- Late\n- Dear\n- Old\n", ""),
            ("# Three dead in blaze\n\n1. Late\n2. Dear\n", ""),
            ("# Fees\n\n## Five changes\n\n1. Late\n2. Dear\n\nAnd more:\n\n3. Old\n4. New\n5. Odd\n", ""),
            ("# Fees\n\n## Five changes\n\nSo.\n\n1. Late\n2. Dear\n", ""),
            ("# Five things to know\n\n## It is late\n\nSo.\n\n## 2. It is dear\n\nVery.", ""),
        ] {
            let found = ties(text, |relation, _| match relation {
                Relation::Listed { items, .. } => Some(items.0.to_string()),
                _ => None,
            });
            assert_eq!(found.trim_matches('-'), wanted, "{text}");
        }
    }
}
