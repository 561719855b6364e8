//! Some of a whole that is counted as well.
//!
//! ```text
//! part = N "of" the M | N "of" M noun | "of" [the] M … "," N | M noun [when | where] ("," | ";") N "of" them
//!      | ("of" | "from") them "," … N | M noun "," "of" "which" N | N "of" {modifier} noun
//! ```
//! Behind a full stop, "them" are the only things counted with a noun in the sentence before. A whole that is told
//! elsewhere is the only figure of its noun, and its sentence holds the modifiers as well.

use super::addend::head;
use super::{Figures, is_any};
use crate::claim::{Claim, Decimal, Noun, Relation, Stated, Unit};
use crate::extract::noun::lemma;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// What may stand before the noun of a whole: an article, or whose it is.
pub(super) const THE: [&str; 7] = ["the", "its", "his", "her", "their", "our", "those"];

/// What takes up a whole.
const THEM: [&str; 4] = ["them", "those", "these", "whom"];

/// How many tokens behind "of" the noun of a whole may stand.
const REACH: usize = 6;

/// How many figures back a whole may have been told.
const LOOK_BACK: usize = 200;

/// The whole that a figure is a part of.
pub(super) fn part(figures: &Figures<'_>, at: usize) -> Option<Relation> {
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
    let (one, other) = (&figures.claims[at].quantity.unit, &figures.claims[at + 1].quantity.unit);
    let the = between.len() == 2 && figures.is_one_of(between.start + 1, &THE);
    // "14 of 96 leavers", and not "12 of one family".
    let many = figures.claims[at + 1].quantity.value() >= Some(Decimal::TEN);
    let bare = || between.len() == 1 && many && *one == Unit::Count && head(&figures.claims[at + 1]).is_some();
    let joined = figures.is_one_of(between.start, &["of"]) && (the || bare()) && figures.word(next.tokens.end) != "-";
    (joined && is_countable(figures, at) && one == other).then_some(figures.first + at + 1)
}

/// `"of" the M … "," N`
fn part_of_last(figures: &Figures<'_>, at: usize) -> Option<usize> {
    let whole = at.checked_sub(1)?;
    let (piece, last) = (&figures.pieces[at], &figures.pieces[whole]);
    let front = last.tokens.start;
    let of_the = |start| figures.is_one_of(start, &["of", "among"]) && figures.is_one_of(start + 1, &THE);
    let the = front.checked_sub(2).is_some_and(|start| of_the(start) && opens_clause(figures, start));
    // "Of 60 votes cast, 45 were for it".
    let opens = the || front == 1 && figures.is_one_of(0, &["of"]);
    let comma = figures.letters_before(piece.tokens.start, 1) == ",";
    let counted =
        [whole, at].iter().all(|at| figures.claims[*at].quantity.unit == Unit::Count && !figures.pieces[*at].age);
    // "Of the 40 people hurt, 12 were children": what they were is no other noun.
    let told = || figures.is_one_of(piece.tokens.end, &["were", "are", "was", "is"]);
    let like = told() || alike(&figures.claims[whole], &figures.claims[at]);
    (opens && comma && counted && like).then_some(figures.first + whole)
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
    let behind = is_of_them(figures, at);
    let which =
        figures.letters_before(start, 2) == "of" && is_any(figures.letters_before(start, 1), &["which", "whom"]);
    // "24 teas, 12 coffees, 30 of which": of all that is listed.
    let first = at == 1 && figures.is_one_of(piece.tokens.end, &["of"]);
    let them = behind || which || first && figures.is_one_of(piece.tokens.end + 1, &["which"]);
    let comma = figures.token(start.checked_sub(if which { 3 } else { 1 })?);
    let comma = comma.filter(|token| [",", ";"].iter().any(|mark| token.reads(mark)))?;
    let counted = only_counted(figures, figures.first + whole..figures.first + at)?;
    let end = figures.all[counted].span.end;
    let told = end == comma.span.start || is_all_told(figures, end, comma.span.start);
    (them && told && !is_of_more(figures, whole, at)).then_some(counted)
}

/// "Police held 72 people in two cities, 45 of them in Orr": a figure that only one further in front can hold is of that.
fn is_of_more(figures: &Figures<'_>, whole: usize, part: usize) -> bool {
    let value = |at: usize| figures.claims[at].quantity.value();
    let holds = |at: usize| figures.claims[at].quantity.unit == Unit::Count && value(at) >= value(part);
    value(whole) < value(part) && (0..whole).any(holds)
}

/// Whether "of them" stands behind a figure.
pub(super) fn is_of_them(figures: &Figures<'_>, at: usize) -> bool {
    let end = figures.pieces[at].tokens.end;
    figures.is_one_of(end, &["of"]) && figures.is_one_of(end + 1, &THEM)
}

/// Whether nothing but what happened to the counted, or when and where, stands between them and a comma: "40 people were
/// hurt, 12 of them", "40 people in Orr last year, 12 of them".
fn is_all_told(figures: &Figures<'_>, from: usize, comma: usize) -> bool {
    let lexicon = figures.tokens.lexicon();
    let tokens = figures.tokens.rest();
    let mut between = (0..tokens.len()).filter(|&at| from <= tokens[at].span.start && tokens[at].span.end <= comma);
    let verb = |token: &Token| lexicon.verb(token.word).is_some() || lexicon.is_any(token.word, &[List::Auxiliary]);
    let dated = |at: usize| figures.dates.iter().any(|dated| dated.tokens.contains(&at));
    let placed = |token: &Token| token.is_capitalised() || lexicon.is(token.word, List::Preposition);
    if between.clone().all(|at| dated(at) || placed(&tokens[at])) {
        return between.next().is_some();
    }
    between.all(|at| verb(&tokens[at]))
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
    let (head, _) = lemma(lexicon, figures.token(phrase.end.checked_sub(1)?)?);
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
            let verb = lexicon.is_only_verb(token.word);
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

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::{draft, figures};

    #[test]
    fn parts_and_wholes() {
        for (text, wanted) in [
            ("Some 60 of the 50 members voted.", "60 50"),
            ("Some 60 of 50 members voted.", "60 50"),
            ("Some 60 of one family voted.", ""),
            ("The club fed 50 members in Orr last year, 60 of them women.", "60 50"),
            ("The club has 50 boats with engines, 60 of them old.", ""),
            ("The club saw 90 people in 50 boats, 60 of them women.", ""),
            ("The club saw 50 people in 40 boats, 60 of them women.", "60 40"),
            ("Of the 50 members, 60 voted.", "60 50"),
            ("Of the 50 people hurt, 60 were children.", "60 50"),
            ("Some 50 people were hurt, 60 of them children.", "60 50"),
            ("Some 50 people were moved to tents, 60 of them new.", ""),
            ("The club has 50 members. Of those, 60 voted.", "60 50"),
            ("The club has 50 members, 60 of them women.", "60 50"),
            ("The club has 50 members; 60 of them sail.", "60 50"),
            ("The club has 50 boats, of which 60 are old.", "60 50"),
            ("The club has 50 boats, 60 of which are old.", "60 50"),
            ("Of 50 votes cast, 60 were for it.", "60 50"),
            ("The harbour club has 50 members.\n60 of the club's members voted.", "60 50"),
            ("The harbour club has 50 members.\n60 of the town's members voted.", ""),
            ("Of the 50 members, 60 votes were cast.", ""),
            ("It has 50 members and 12 boats. Of those, 60 are old.", ""),
            ("The shop sells 24 teas, 12 coffees, 30 of which are new.", ""),
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
}
