//! Figures that something else bounds: parts of a whole, hundredths of people, people counted.
//!
//! ```text
//! part_of_all = P "percent" "of" [the] people | "turnout" ("was" | "of" | …) P
//! headcount   = "-" N people
//! aged        = person [","] "aged" N | N "-year-old" person
//! ```
//! Parts of a whole that is counted as well are read in [`part`](super::part).

use super::part::{THE, part};
use super::{Figures, begins, is_any};
use crate::claim::{Relation, Stated, Unit};
use crate::text::{Shape, Token, WordId};

/// Words of a sentence in which hundredths are not of a whole, by how they begin.
const MEASURED_AGAINST: [&str; 9] =
    ["target", "capacit", "equivalent", "compar", "quota", "usual", "expect", "plann", "growth"];

/// Words of a sentence in which fewer than none may be counted.
const BALANCES: [&str; 9] = ["net", "change", "growth", "balance", "difference", "migration", "rate", "fell", "by"];

/// All figures of a sentence that something else bounds.
pub(super) fn bounds(figures: &Figures<'_>) -> Vec<Relation> {
    let mut found = Vec::new();
    for at in 0..figures.pieces.len() {
        found.extend(part(figures, at));
        found.extend(part_of_all(figures, at));
        found.extend(headcount(figures, at));
        found.extend(aged(figures, at));
    }
    found
}

/// `P "percent" "of" [the] people`
fn part_of_all(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let (piece, claim) = (&figures.pieces[at], &figures.claims[at]);
    if claim.quantity.unit != Unit::Percent {
        return None;
    }
    let against = || says_one_of(figures, &MEASURED_AGAINST);
    let of = figures.is_one_of(piece.tokens.end, &["of"]);
    if is_turnout(figures, piece.tokens.start) && !of && !against() {
        return Some(Relation::PartOfAll { share: figures.first + at });
    }
    if !of {
        return None;
    }
    let start = piece.tokens.end + 1 + usize::from(figures.is_one_of(piece.tokens.end + 1, &THE));
    let counted = |at: usize| {
        figures.is_one_of(at, &COUNTED) || figures.token(at).is_some_and(|token| is_people(figures, token.word))
    };
    let noun = (start..start + 3).find(|at| counted(*at))?;
    let ends = figures.token(noun + 1).is_none_or(|next| {
        let lexicon = figures.tokens.lexicon();
        next.shape == Shape::Mark && !next.glued
            || matches!(next.letters, "." | ",")
            || next.is_word() && (lexicon.is_frame(next.word) || lexicon.verb(next.word).is_some())
    });
    (ends && !against()).then_some(Relation::PartOfAll { share: figures.first + at })
}

/// "Turnout was 60 %", "a turnout of 60 %", "a literacy rate of 60 %".
fn is_turnout(figures: &Figures<'_>, start: usize) -> bool {
    let verb = is_any(figures.letters_before(start, 1), &["was", "is", "of", "reached", "stood", "at"]);
    let back = 2 + usize::from(figures.letters_before(start, 2) == "stood");
    let rate = figures.letters_before(start, back).eq_ignore_ascii_case("rate")
        && is_any(figures.letters_before(start, back + 1), &RATES);
    verb && (rate || figures.letters_before(start, back).eq_ignore_ascii_case("turnout"))
}

/// What is told in hundredths of people, as a rate that nothing exceeds.
const RATES: [&str; 12] = [
    "unemployment",
    "jobless",
    "employment",
    "literacy",
    "illiteracy",
    "vaccination",
    "immunisation",
    "poverty",
    "survival",
    "fatality",
    "conviction",
    "graduation",
];

/// Nouns of what nobody can have more than all of.
const COUNTED: [&str; 10] =
    ["households", "homes", "families", "votes", "vote", "ballots", "seats", "schools", "houses", "respondents"];

fn is_people(figures: &Figures<'_>, word: WordId) -> bool {
    figures.tokens.lexicon().noun(word).and_then(|noun| noun.class.as_deref()) == Some("person")
}

/// Whether the sentence has a word that begins with one of these.
fn says_one_of(figures: &Figures<'_>, starts: &[&str]) -> bool {
    let words = figures.tokens.rest().iter().map(|token| token.letters);
    words.into_iter().any(|word| starts.iter().any(|start| begins(word, start)))
}

/// `"-" N people`
fn headcount(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let claim = &figures.claims[at];
    let negative = matches!(claim.quantity.stated, Stated::Point(value) if value.is_sign_negative());
    // "Blossom is killed at minus 2": what is killed is not counted.
    let person = || {
        let noun = claim.noun.as_ref().filter(|noun| !noun.span.is_empty());
        noun.is_some_and(|noun| noun.class.as_deref() == Some("person") && claim.span.contains(noun.span))
    };
    let counts = negative && claim.quantity.unit == Unit::Count && person();
    let balance = || says_one_of(figures, &BALANCES) || (figures.pieces[at].tokens.start > 0 && is_less(figures, at));
    (counts && !balance()).then_some(Relation::Headcount { count: figures.first + at })
}

/// "90 minus 12 patients".
fn is_less(figures: &Figures<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| figures.between(before, at).len());
    before.is_some_and(|words| words <= 2)
}

/// `person [","] "aged" N`, `N "-year-old" person`
fn aged(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let piece = &figures.pieces[at];
    let start = piece.tokens.start;
    let told = figures.is_one_of(start.checked_sub(1)?, &["aged"]) && {
        let comma = usize::from(figures.letters_before(start, 2) == ",");
        start.checked_sub(2 + comma).is_some_and(|owner| is_person(figures, owner))
    };
    let old = || {
        let hyphen = figures.word(piece.tokens.end) == "-" && figures.is_one_of(piece.tokens.end + 1, &["old"]);
        let person = piece.tokens.end + 2;
        hyphen && is_person(figures, person) && !is_longer(figures, person + 1)
    };
    (told || old()).then_some(Relation::Aged { age: figures.first + at })
}

/// Whether a noun goes on at a place: "man-made", "teacher training college".
fn is_longer(figures: &Figures<'_>, at: usize) -> bool {
    let lexicon = figures.tokens.lexicon();
    let noun = |token: &Token| {
        token.is_word()
            && lexicon.noun(token.word).is_some()
            && !lexicon.is_frame(token.word)
            && lexicon.verb(token.word).is_none()
    };
    figures.word(at) == "-" || figures.token(at).is_some_and(|token| noun(token) || token.letters.ends_with("ing"))
}

/// Whether a token is a noun for a person: "the man", "a suspect".
fn is_person(figures: &Figures<'_>, at: usize) -> bool {
    figures.token(at).is_some_and(|token| token.shape == Shape::Lower && is_people(figures, token.word))
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::draft;

    #[test]
    fn hundredths_of_people_and_heads() {
        for (text, wanted) in [
            ("In the poll, 120 percent of voters said no.", true),
            ("Some 120 percent of households have a boat.", true),
            ("She won 120 percent of the vote.", true),
            ("The turnout was 120 percent.", true),
            ("The turnout was 120 percent of that in May.", false),
            ("It reached 120 percent of the children targeted.", false),
            ("Debt is 120 percent of workers' income.", false),
            ("Sales were 120 percent of last year's.", false),
            ("The report lists -5 passengers.", true),
            ("The report lists minus 5 patients.", true),
            ("It has 40 minus 5 patients.", false),
            ("A cow is killed at minus 5.", false),
            ("Net growth was -5 residents.", false),
            ("The unemployment rate is 140 percent.", true),
            ("The growth rate is 140 percent.", false),
            ("The man, aged 190, was found.", true),
            ("The 190-year-old suspect was held.", true),
            ("The tree, aged 190, was felled.", false),
            ("The 190-year-old church was sold.", false),
            ("The 190-year-old man-made lake dried up.", false),
            ("The 190-year-old teacher training college closed.", false),
        ] {
            let found = draft(text).relations;
            let bounded = |one: &Relation| {
                matches!(one, Relation::PartOfAll { .. } | Relation::Headcount { .. } | Relation::Aged { .. })
            };
            assert_eq!(found.iter().any(bounded), wanted, "{text}");
        }
    }
}
