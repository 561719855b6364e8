//! Figures that something else bounds: parts of a whole, hundredths of people, people counted.
//!
//! ```text
//! part        = N "of" the M | "of" [the] M … "," N | M noun ("," | ";") N "of" them | ("of" | "from") them "," … N
//!             | M noun "," "of" "which" N | N "of" {modifier} noun
//! part_of_all = P "percent" "of" [the] people | "turnout" ("was" | "of" | …) P
//! headcount   = "-" N people
//! ```
//! Behind a full stop, "them" are the only things counted with a noun in the sentence before. A whole that is told
//! elsewhere is the only figure of its noun, and its sentence holds the modifiers as well.

use super::{Figures, begins, is_any};
use crate::claim::{Claim, Decimal, Noun, Relation, Stated, Unit};
use crate::extract::noun::lemma;
use crate::lexicon::List;
use crate::text::{Shape, WordId};
use std::ops::Range;

const THE: [&str; 7] = ["the", "its", "his", "her", "their", "our", "those"];
const THEM: [&str; 4] = ["them", "those", "these", "whom"];

/// How many tokens behind "of" the noun of a whole may stand.
const REACH: usize = 6;

/// How many figures back a whole may have been told.
const LOOK_BACK: usize = 200;

/// Words of a sentence in which hundredths are not of a whole, by how they begin.
const MEASURED_AGAINST: [&str; 9] =
    ["target", "capacit", "equivalent", "compar", "quota", "usual", "expect", "plann", "growth"];

/// Words of a sentence in which fewer than none may be counted.
const BALANCES: [&str; 10] =
    ["net", "change", "growth", "balance", "difference", "minus", "migration", "rate", "fell", "by"];

/// All figures of a sentence that something else bounds.
pub(super) fn bounds(figures: &Figures<'_>) -> Vec<Relation> {
    let mut found = Vec::new();
    for at in 0..figures.pieces.len() {
        found.extend(part(figures, at));
        found.extend(part_of_all(figures, at));
        found.extend(headcount(figures, at));
    }
    found
}

/// The whole that a figure is a part of.
fn part(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let whole = part_of_next(figures, at)
        .or_else(|| part_of_last(figures, at))
        .or_else(|| part_of_them(figures, at))
        .or_else(|| part_of_named(figures, at))?;
    Some(Relation::Part { part: figures.first + at, whole })
}

/// `N "of" the M`
fn part_of_next(figures: &Figures<'_>, at: usize) -> Option<usize> {
    let (piece, next) = (figures.pieces.get(at)?, figures.pieces.get(at + 1)?);
    let between = piece.tokens.end..next.tokens.start;
    let joined = between.len() == 2
        && figures.is_one_of(between.start, &["of"])
        && figures.is_one_of(between.start + 1, &THE)
        && figures.word(next.tokens.end) != "-";
    let (one, other) = (&figures.claims[at].quantity.unit, &figures.claims[at + 1].quantity.unit);
    (joined && is_countable(figures, at) && one == other).then_some(figures.first + at + 1)
}

/// `"of" the M … "," N`
fn part_of_last(figures: &Figures<'_>, at: usize) -> Option<usize> {
    let whole = at.checked_sub(1)?;
    let (piece, last) = (&figures.pieces[at], &figures.pieces[whole]);
    let front = last.tokens.start;
    let of_the = |start| figures.is_one_of(start, &["of"]) && figures.is_one_of(start + 1, &THE);
    let the = front.checked_sub(2).is_some_and(|start| of_the(start) && opens_clause(figures, start));
    // "Of 60 votes cast, 45 were for it".
    let opens = the || front == 1 && figures.is_one_of(0, &["of"]);
    let comma = figures.letters_before(piece.tokens.start, 1) == ",";
    let counted =
        [whole, at].iter().all(|at| figures.claims[*at].quantity.unit == Unit::Count && !figures.pieces[*at].age);
    (opens && comma && counted && alike(&figures.claims[whole], &figures.claims[at])).then_some(figures.first + whole)
}

/// Whether a clause begins at a place.
fn opens_clause(figures: &Figures<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| figures.token(at));
    before.is_none_or(|token| token.shape == Shape::Mark || figures.tokens.lexicon().is(token.word, List::Conjunction))
}

/// `M noun "," N "of" them`, `("of" | "from") them … "," N`
fn part_of_them(figures: &Figures<'_>, at: usize) -> Option<usize> {
    if !is_countable(figures, at) || figures.claims[at].quantity.unit != Unit::Count {
        return None;
    }
    apposed(figures, at).or_else(|| of_those(figures, at))
}

/// What is counted right before the comma in front of "N of them".
fn apposed(figures: &Figures<'_>, at: usize) -> Option<usize> {
    let (piece, whole) = (&figures.pieces[at], at.checked_sub(1)?);
    let start = piece.tokens.start;
    let behind = figures.is_one_of(piece.tokens.end, &["of"]) && figures.is_one_of(piece.tokens.end + 1, &THEM);
    let which =
        figures.letters_before(start, 2) == "of" && is_any(figures.letters_before(start, 1), &["which", "whom"]);
    let them = behind || which;
    let comma = figures.token(start.checked_sub(if which { 3 } else { 1 })?);
    let comma = comma.filter(|token| [",", ";"].iter().any(|mark| token.reads(figures.tokens.text(), mark)))?;
    let counted = only_counted(figures, figures.first + whole..figures.first + at)?;
    (them && figures.all[counted].span.end == comma.span.start).then_some(counted)
}

/// What is counted in the sentence before one that begins with "Of those".
fn of_those(figures: &Figures<'_>, at: usize) -> Option<usize> {
    let leads = figures.is_one_of(0, &["of", "from"]) && figures.is_one_of(1, &THEM) && figures.word(2) == ",";
    let whole = (leads && at == 0).then(|| only_counted(figures, sentence_before(figures)?)).flatten()?;
    let same = alike(&figures.all[whole], &figures.claims[at]) && is_near(figures, whole, at);
    same.then_some(whole)
}

/// Whether a part is not so much larger than a whole that they can hardly belong together.
fn is_near(figures: &Figures<'_>, whole: usize, part: usize) -> bool {
    let most = figures.all[whole].quantity.value().and_then(|value| value.checked_mul(Decimal::TWO));
    most.zip(figures.claims[part].quantity.value()).is_some_and(|(most, part)| part <= most)
}

/// The claims of the sentence before in the paragraph.
fn sentence_before(figures: &Figures<'_>) -> Option<Range<usize>> {
    let count = figures.earlier.last()?.quantities.len();
    Some(figures.first.checked_sub(count)?..figures.first)
}

/// The only one of some claims that counts things with a noun.
fn only_counted(figures: &Figures<'_>, claims: Range<usize>) -> Option<usize> {
    let mut counted = claims.filter(|at| {
        let claim = &figures.all[*at];
        claim.quantity.unit == Unit::Count && claim.quantity.stated != Stated::Vague && claim.noun.is_some()
    });
    counted.next().filter(|_| counted.next().is_none())
}

/// `N "of" {modifier} noun`
fn part_of_named(figures: &Figures<'_>, at: usize) -> Option<usize> {
    let end = figures.pieces[at].tokens.end;
    if !figures.is_one_of(end, &["of"]) || figures.claims[at].quantity.unit != Unit::Count || !is_countable(figures, at)
    {
        return None;
    }
    let phrase = end + 1..phrase_end(figures, end + 1);
    let (text, lexicon) = (figures.tokens.text(), figures.tokens.lexicon());
    let (head, _) = lemma(lexicon, text, figures.token(phrase.end.checked_sub(1)?)?);
    let of_noun = |claim: &Claim| {
        claim.quantity.unit == Unit::Count
            && claim.noun.as_ref().is_some_and(|noun| noun.head == head && !noun.span.is_empty())
    };
    let mut wholes = (figures.first.saturating_sub(LOOK_BACK)..figures.first).filter(|at| of_noun(&figures.all[*at]));
    let whole = wholes.next().filter(|_| wholes.next().is_none())?;
    let sentence = figures.all[whole].sentence.of(text);
    let mut modifiers = (phrase.start..phrase.end - 1).filter(|at| !is_frame(figures, *at)).peekable();
    modifiers.peek()?;
    let same = modifiers.all(|at| has_word(sentence, figures.word(at))) && is_near(figures, whole, at);
    same.then_some(whole)
}

/// The end of the noun phrase at a place; the place itself where there is none.
fn phrase_end(figures: &Figures<'_>, start: usize) -> usize {
    let definite = figures.is_one_of(start, &THE);
    let goes_on = |at: &usize| {
        figures.token(*at).is_some_and(|token| {
            let lexicon = figures.tokens.lexicon();
            let verb = lexicon.verb(token.word).is_some() && lexicon.noun(token.word).is_none();
            let framed = *at > start && lexicon.is_frame(token.word);
            token.shape == Shape::Possessive || token.is_word() && !framed && !verb
        })
    };
    if definite { start + (start..start + REACH).take_while(goes_on).count() } else { start }
}

/// Articles and possessive endings.
fn is_frame(figures: &Figures<'_>, at: usize) -> bool {
    figures.is_one_of(at, &THE) || figures.token(at).is_some_and(|token| token.shape == Shape::Possessive)
}

fn has_word(sentence: &str, word: &str) -> bool {
    sentence.split(|c: char| !c.is_alphanumeric()).any(|one| one.eq_ignore_ascii_case(word))
}

/// Whether a figure counts or measures something, and is no age, fraction or vague number.
fn is_countable(figures: &Figures<'_>, at: usize) -> bool {
    let (piece, claim) = (&figures.pieces[at], &figures.claims[at]);
    let unit = !matches!(claim.quantity.unit, Unit::Ratio | Unit::Percent | Unit::PercentagePoint);
    unit && !piece.age && claim.quantity.stated != Stated::Vague
}

/// Whether a part may be of what a whole counts: it has no noun of its own, or the same.
fn alike(whole: &Claim, part: &Claim) -> bool {
    let own = |noun: &&Noun| !noun.span.is_empty();
    let head = |claim: &Claim| claim.noun.as_ref().filter(own).map(|noun| noun.head.clone());
    head(part).is_none_or(|part| Some(part) == head(whole))
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
            || matches!(next.text(figures.tokens.text()), "." | ",")
            || next.is_word() && (lexicon.is_frame(next.word) || lexicon.verb(next.word).is_some())
    });
    (ends && !against()).then_some(Relation::PartOfAll { share: figures.first + at })
}

/// "Turnout was 60 %", "a turnout of 60 %".
fn is_turnout(figures: &Figures<'_>, start: usize) -> bool {
    let verb = is_any(figures.letters_before(start, 1), &["was", "is", "of", "reached", "stood", "at"]);
    let back = 2 + usize::from(figures.letters_before(start, 2) == "stood");
    verb && figures.letters_before(start, back).eq_ignore_ascii_case("turnout")
}

/// Nouns of what nobody can have more than all of.
const COUNTED: [&str; 10] =
    ["households", "homes", "families", "votes", "vote", "ballots", "seats", "schools", "houses", "respondents"];

fn is_people(figures: &Figures<'_>, word: WordId) -> bool {
    figures.tokens.lexicon().noun(word).and_then(|noun| noun.class.as_deref()) == Some("person")
}

/// Whether the sentence has a word that begins with one of these.
fn says_one_of(figures: &Figures<'_>, starts: &[&str]) -> bool {
    let words = figures.tokens.rest().iter().map(|token| token.text(figures.tokens.text()));
    words.into_iter().any(|word| starts.iter().any(|start| begins(word, start)))
}

/// `"-" N people`
fn headcount(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let claim = &figures.claims[at];
    let negative = matches!(claim.quantity.stated, Stated::Point(value) if value.is_sign_negative());
    let person = || claim.noun.as_ref().is_some_and(|noun| noun.class.as_deref() == Some("person"));
    let counts = negative && claim.quantity.unit == Unit::Count && person();
    (counts && !says_one_of(figures, &BALANCES)).then_some(Relation::Headcount { count: figures.first + at })
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::{draft, figures};

    #[test]
    fn parts_and_wholes() {
        for (text, wanted) in [
            ("Some 60 of the 50 members voted.", "60 50"),
            ("Of the 50 members, 60 voted.", "60 50"),
            ("The club has 50 members. Of those, 60 voted.", "60 50"),
            ("The club has 50 members, 60 of them women.", "60 50"),
            ("The club has 50 members; 60 of them sail.", "60 50"),
            ("The club has 50 boats, of which 60 are old.", "60 50"),
            ("Of 50 votes cast, 60 were for it.", "60 50"),
            ("The harbour club has 50 members.\n60 of the club's members voted.", "60 50"),
            ("The harbour club has 50 members.\n60 of the town's members voted.", ""),
            ("Of the 50 members, 60 votes were cast.", ""),
            ("It has 50 members and 12 boats. Of those, 60 are old.", ""),
            ("Two ships saved 60 of them.", ""),
            ("Two ships came. Of those, 60 were old.", ""),
            ("60 of the 50-metre boats sank.", ""),
        ] {
            let draft = draft(text);
            let parts = draft.relations.iter().filter_map(|one| match one {
                Relation::Part { part, whole } => Some(figures(&draft, &[*part, *whole])),
                _ => None,
            });
            assert_eq!(parts.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }

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
            ("Net growth was -5 residents.", false),
        ] {
            let found = draft(text).relations;
            let bounded = |one: &Relation| matches!(one, Relation::PartOfAll { .. } | Relation::Headcount { .. });
            assert_eq!(found.iter().any(bounded), wanted, "{text}");
        }
    }
}
