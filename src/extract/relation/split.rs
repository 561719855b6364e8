//! The parts of a whole that stand in the sentence behind it.
//!
//! ```text
//! split  = whole … ("splits" | "divided" | "broken" "down") … number ("ways" | "parts") "." list of as many
//! of     = whole … "." "Of" ("this" | "that" | "it") "," list          no more than the whole
//! them   = whole … "." "Of" ("them" | "those" | "these") "," list, whose parts exclude each other      no more than the whole
//! made   = whole … "." ("They" | "These" | "The" noun) "comprise" list
//! closed = whole … "." list "." ("There is nothing else" | "That is all")
//! placed = whole … "." part { "," part } "and" part "elsewhere"
//! held   = whole … "." holder "has" part "of" "them" { "," holder part }
//! shared = number owners verb … whole "." list of as many, with the same verb
//! list   = part { … part }
//! ```

use super::addend::{are_near, head, is_in_unit, is_plain};
use super::divided::are_set_apart;
use super::sum::{is_made_of, is_open};
use super::{Figures, begins, is_any};
use crate::claim::{Claim, Decimal, Relation, Unit};

/// The sums of which the last sentence of a passage gives the parts, and the one before it the whole.
pub(super) fn split(passage: &[Figures<'_>]) -> Option<Relation> {
    let [.., before, list] = passage else { return None };
    if !are_neighbours(before, list) {
        return None;
    }
    let at = shared(before, list).unwrap_or(0);
    let total = before.claims.get(at).filter(|total| is_plain(total) && !total.quantity.unit.is_share())?;
    let parts: Vec<_> = (0..list.claims.len()).filter(|&at| is_part(list, at, total)).collect();
    let near = are_near(parts.iter().map(|&at| &list.claims[at]), total);
    let announced = ways(before).is_some_and(|ways| ways == Decimal::from(parts.len()));
    let (every, alone) = (parts.len() == list.claims.len(), before.claims.len() == 1);
    let all = every && (is_closed(list) && !is_open(list) || is_told_of(list) && alone || is_placed(list, total));
    let complete = parts.len() > 2 && near && (announced || all || at > 0);
    let money = matches!(total.quantity.unit, Unit::Money(_));
    let granted = || parts.len() > 1 && every && alone && money && is_of_this(list);
    let lone = before.claims.iter().filter(|claim| claim.quantity.unit == total.quantity.unit).count() == 1;
    let of_them = || parts.len() > 1 && every && lone && is_of_them(list) && are_set_apart(list, 0..list.claims.len());
    let held = || parts.len() > 2 && every && near && is_held(list) && !is_open(list);
    (complete || granted() || of_them() || held()).then(|| Relation::Sum {
        parts: parts.iter().map(|&at| list.place(at)).collect(),
        total: before.place(at),
        complete,
    })
}

/// "About 40 of the jobs will go in Spain, 20 in Chile and nine elsewhere".
fn is_placed(list: &Figures<'_>, total: &Claim) -> bool {
    let end = list.claims.len() - 1;
    let same = head(&list.claims[0]).is_none_or(|own| head(total) == Some(own));
    let listed = |at: usize| matches!(list.letters(list.between(at - 1, at))[..], [.., "," | "and"]);
    same && (1..=end).all(listed) && list.word_behind(end, 0) == "elsewhere"
}

/// "Primary schools have 400 of them, secondary schools 200 and special schools 100": nobody is had twice.
fn is_held(list: &Figures<'_>) -> bool {
    let has = is_any(list.word_before(0, 1), &["have", "has", "hold", "holds", "own", "owns"]);
    let them = list.word_behind(0, 0) == "of" && is_any(list.word_behind(0, 1), &["them", "these", "those"]);
    let bare = |at: usize| matches!(list.word_behind(at, 0), "," | "and" | ".") && head(&list.claims[at]).is_none();
    has && them && (1..list.claims.len()).all(bare)
}

/// "Of this, €24 is for roads and €30 for parks": what is for one thing is not for another.
fn is_of_this(list: &Figures<'_>) -> bool {
    let opening = list.letters(0..3);
    let nested = list.is_any_word(&["which", "it", "including", "up", "down", "from", "than"]);
    matches!(opening[..], ["Of", "this" | "that", ","]) && !nested
}

/// "Of those, 24 are in Orr and 30 in Lund": where the list of a sentence is of what was counted before.
fn is_of_them(list: &Figures<'_>) -> bool {
    let opening = list.letters(0..3);
    let nested = list.is_any_word(&["which", "including", "than", "whom"]);
    matches!(opening[..], ["Of", "them" | "those" | "these", ","]) && !nested
}

/// "They comprise …", "The finds are made up of …".
fn is_told_of(list: &Figures<'_>) -> bool {
    let opening = list.letters(0..list.pieces.first().map_or(0, |first| first.tokens.start));
    let subject = opening.first().is_some_and(|word| is_any(word, &["they", "these", "the", "it"]));
    subject && opening.len() <= SUBJECT && is_made_of(&opening) && !is_open(list)
}

/// How many words "the finds are made up of" may have.
const SUBJECT: usize = 6;

/// Whether no sentence stands between two.
pub(super) fn are_neighbours(one: &Figures<'_>, other: &Figures<'_>) -> bool {
    let ends = one.tokens.rest().last().map(|token| token.span.end);
    let starts = other.tokens.peek().map(|token| token.span.start);
    let between = ends.zip(starts).and_then(|(end, start)| one.document.text().get(end..start));
    between.is_some_and(|between| between.trim().is_empty()) && one.block == other.block
}

/// "Splits four ways", "is divided into three parts": how many.
fn ways(figures: &Figures<'_>) -> Option<Decimal> {
    let splits = |at: usize| {
        let word = figures.word(at);
        begins(word, "split") || begins(word, "divid") || is_any(word, &["broken", "breaks", "falls"])
    };
    let verb = (0..figures.tokens.rest().len()).find(|&at| splits(at))?;
    let ways = |at: &usize| {
        figures.pieces[*at].tokens.start > verb
            && is_any(figures.word_behind(*at, 0), &["ways", "parts", "pots", "shares"])
    };
    (0..figures.claims.len()).find(ways).and_then(|at| figures.claims[at].quantity.value())
}

/// "The three farms lost 90 sheep. Orr lost …": the place of the total, where the list tells of as many by that verb.
fn shared(before: &Figures<'_>, list: &Figures<'_>) -> Option<usize> {
    let [owners, _] = before.claims else { return None };
    let as_many = owners.quantity.value() == Some(Decimal::from(list.claims.len())) && is_plain(owners);
    let lexicon = before.tokens.lexicon();
    let verbs =
        before.between(0, 1).filter(|&at| before.token(at).is_some_and(|word| lexicon.verb(word.word).is_some()));
    let same = verbs.map(|at| before.word(at)).any(|verb| list.is_any_word(&[verb]));
    let bare = list.claims.iter().all(|part| head(part).is_none_or(|own| head(&before.claims[1]) == Some(own)));
    (as_many && same && bare && !is_open(list)).then_some(1)
}

/// Whether the sentence behind says that the list holds all.
fn is_closed(list: &Figures<'_>) -> bool {
    let end = list.tokens.rest().last().map_or(usize::MAX, |token| token.span.end);
    let behind = list.document.text().get(end..).unwrap_or_default().trim_start_matches(' ');
    ["There is nothing else", "There was nothing else", "That is all", "That was all", "Nothing else"]
        .iter()
        .any(|closing| behind.starts_with(closing))
}

fn is_part(list: &Figures<'_>, at: usize, total: &Claim) -> bool {
    let part = &list.claims[at];
    is_in_unit(list, at, total) && is_plain(part) && part.quantity.value() < total.quantity.value()
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn parts_in_the_next_sentence() {
        for (text, expected) in [
            (
                "Spending of £60 million splits three ways. Roads take £24 million, schools £20 million and parks £11 million.",
                "24 million + 20 million + 11 million = 60 million",
            ),
            (
                "The income was 60 million euros. Fees brought 24 million, sales 20 million and the rest of the shops 12 million. There is nothing else.",
                "-",
            ),
            (
                "The income was 60 million euros. Fees brought 24 million, sales 20 million and tickets 12 million. There is nothing else.",
                "24 million + 20 million + 12 million = 60 million",
            ),
            ("The income was 60 million euros. Fees brought 24 million, sales 20 million and tickets 12 million.", "-"),
            ("The team found 60 species. They comprise 24 crabs, 16 corals and 12 fish.", "24 + 16 + 12 = 60"),
            ("The state gave €60. Of this, €24 is for roads, €20 for parks and €19 for schools.", "24 + 20 + 19 < 60"),
            ("The mill will cut 60 jobs. Of those, 40 are in Orr and 30 in Lund.", "40 + 30 < 60"),
            ("The mill will cut 60 jobs. Of those, 40 are for women and 30 for clerks.", "-"),
            ("The state gave €60. Of this, €40 is for roads, €30 of it in Orr.", "-"),
            ("The team found 60 species. They include 24 crabs, 16 corals and 12 fish.", "-"),
            (
                "The mill will cut 60 jobs. About 24 of the jobs will go in Spain, 20 in Chile and 11 elsewhere.",
                "24 + 20 + 11 = 60",
            ),
            ("The mill will cut 60 jobs. About 24 people went to Spain, 20 to Chile and 11 elsewhere.", "-"),
            (
                "The town has 60 pupils. The mill school has 24 of them, the hill school 20 and Orr 19.",
                "24 + 20 + 19 < 60",
            ),
            ("The town has 60 pupils. The mill school saw 24 of them, the hill school 20 and Orr 19.", "-"),
            ("The three farms lost 60 sheep. Orr lost 24, Upton lost 20 and Westby lost 11.", "24 + 20 + 11 = 60"),
            ("The three farms lost 60 sheep. Orr sold 24, Upton sold 20 and Westby sold 11.", "-"),
            ("The five farms lost 60 sheep. Orr lost 24, Upton lost 20 and Westby lost 11.", "-"),
            (
                "Spending of £60 million splits four ways. Roads take £24 million, schools £20 million and parks £11 million.",
                "-",
            ),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
