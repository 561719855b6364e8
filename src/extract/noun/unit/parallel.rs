//! The unit of a bare figure that goes on as the one before it in its sentence did.
//!
//! | text | unit |
//! |---|---|
//! | `62 percent of women, compared with 41 of men` | percent |
//! | `62 percent of women backed it, 30 were against` | percent |
//! | `raised by four metres, and again by three` | metre |
//! | `the Greens on 22 percent, Labour on 14` | percent |
//! | `the Greens had 22 percent and Labour 14` | percent |
//! | `9.6 percent against 9.2` | percent |
//! | `3 million euros, or about 4,500 each` | EUR |
//! | `400 dollars in 1980 and 2,500 in 2019` | USD |

use super::super::antecedent::Antecedents;
use super::super::{Figure, QuantityPiece};
use crate::claim::{Claim, Decimal, Stated, Unit};
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// What people of whom a share is given do with a proposal.
const OPINIONS: [&str; 12] = [
    "agree",
    "approve",
    "back",
    "believe",
    "disagree",
    "disapprove",
    "favour",
    "feel",
    "oppose",
    "prefer",
    "support",
    "think",
];
/// How they are told to answer.
const ANSWERS: [&str; 4] = ["say", "reply", "answer", "be"];

/// Percent, for a bare figure that gives the share of others, or of another answer.
pub(super) fn share(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let percent = last(figure, before)?.quantity.unit == Unit::Percent;
    let within = || matches!(figure.piece().stated, Stated::Point(value) if value <= Decimal::ONE_HUNDRED);
    let alike = || is_of_others(figure) || is_of_another_answer(figure) || is_of_next(figure) || is_as_fine(figure);
    (percent && within() && alike()).then_some(Unit::Percent)
}

/// The unit of the last step or standing, for a bare figure behind the same preposition: "by four metres and again by
/// three", "the Greens on 22 percent, Labour on 14".
pub(super) fn step(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let previous = figure.pieces.get(figure.at.checked_sub(1)?)?;
    let joint = figure.before(1);
    let same = previous.tokens.start.checked_sub(1).is_some_and(|at| figure.tokens.from(at).letters() == joint);
    let stands = joint == "by" || ["on", "at", "with"].contains(&joint) && figure.behind.is_empty();
    let unit = &last(figure, before)?.quantity.unit;
    let measured = !matches!(unit, Unit::Count | Unit::Ratio);
    (same && stands && measured).then(|| unit.clone())
}

/// The unit of the figure before, for what is left of it to each ("3 million euros, or 4,500 each") and for one that goes
/// on with the same preposition ("40 euros for rent and 30 for food").
pub(super) fn goes_on(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let unit = &last(figure, before)?.quantity.unit;
    let measured = matches!(unit, Unit::Money(_)) || matches!(unit, Unit::Measure(_)) && !unit.is_time();
    (measured && (is_for_each(figure) || is_behind_same_joint(figure) || is_of_other_time(figure)))
        .then(|| unit.clone())
}

/// `or 4,500 each`, `or something like 40 a day`
fn is_for_each(figure: &Figure<'_>) -> bool {
    let told = figure.before(1) == "or"
        || (figure.before(3), figure.before(2), figure.before(1)) == ("or", "something", "like");
    told && ["each", "apiece", "a", "an", "per", "annually"].contains(&figure.behind_letters(0))
}

/// `40 euros for rent and 30 for food`: behind both the same preposition, and no verb that tells what the second does.
fn is_behind_same_joint(figure: &Figure<'_>) -> bool {
    const JOINTS: [&str; 6] = ["in", "on", "for", "at", "from", "to"];
    let tokens = figure.tokens;
    let joint = figure.behind_letters(0);
    let same = tokens.from(figure.pieces[figure.at - 1].tokens.end).letters() == joint && JOINTS.contains(&joint);
    let verb =
        |token: &Token| tokens.lexicon().verb(token.word).is_some() || tokens.lexicon().is(token.word, List::Auxiliary);
    let behind = || tokens.from(figure.piece().tokens.end).rest().iter().take_while(|token| token.is_word());
    same && matches!(figure.before(1), "and" | ",") && !behind().any(verb)
}

/// `400 dollars for a drum in 1980 and 2,500 in 2019`, `and 2,500 at the end`: the same at another time.
fn is_of_other_time(figure: &Figure<'_>) -> bool {
    let (tokens, end) = (figure.tokens, figure.piece().tokens.end);
    let in_year = |at: usize| {
        tokens.from(at).letters() == "in" && tokens.nth(at + 1).is_some_and(|next| next.shape == Shape::Number)
    };
    let words = (tokens.from(end).letters(), tokens.from(end + 1).letters(), tokens.from(end + 2).letters());
    let later = in_year(end) || matches!(words, ("at", "the", "end" | "start")) || matches!(words, ("at", "first", _));
    let year = (figure.pieces[figure.at - 1].tokens.end..figure.start()).any(in_year);
    figure.before(1) == "and" && later && year
}

/// The claim of the figure before this one in its sentence.
fn last<'b>(figure: &Figure<'_>, before: &'b Antecedents<'_>) -> Option<&'b Claim> {
    before.claims().last().filter(|_| figure.at > 0)
}

/// "41 of men": of things that are counted, "of" tells which: "41 of the men".
fn is_of_others(figure: &Figure<'_>) -> bool {
    let lexicon = figure.tokens.lexicon();
    let several = |token: &Token| {
        let noun = lexicon.noun(token.word).is_some_and(|noun| *noun.lemma != *token.letters);
        noun && !lexicon.is_any(token.word, &[List::Determiner, List::Pronoun])
    };
    let head = figure.behind.end.checked_sub(1).filter(|_| !figure.behind.is_empty());
    let directly = figure.behind.start == figure.piece().tokens.end + 1;
    figure.behind_letters(0) == "of" && directly && head.and_then(|at| figure.tokens.nth(at)).is_some_and(several)
}

/// "The Greens had 33 percent of the vote and Labour 31": behind a name alone, a bare figure goes on with the verb.
fn is_of_next(figure: &Figure<'_>) -> bool {
    let (tokens, start) = (figure.tokens, figure.start());
    let previous = figure.pieces[figure.at - 1].tokens.end;
    let lexicon = tokens.lexicon();
    let name = |token: &Token| token.is_capitalised() && lexicon.calendar(token.word).is_empty();
    let verb = |at: usize| tokens.nth(at).is_some_and(|token| !name(token) && lexicon.verb(token.word).is_some());
    let named = start.checked_sub(1).and_then(|at| tokens.nth(at)).is_some_and(name);
    let joint = (previous..start).rev().find(|&at| [",", "and", ";"].contains(&tokens.from(at).letters()));
    let ends = tokens.nth(figure.piece().tokens.end).is_none_or(|next| !next.is_word() || next.letters == "and");
    figure.behind.is_empty() && named && ends && joint.is_some_and(|at| !(at..start).any(verb))
}

/// "9.6 percent against 9.2", "led by 27.5 percent to 27.1": as many places behind the point.
fn is_as_fine(figure: &Figure<'_>) -> bool {
    let places = |piece: &QuantityPiece| match piece.stated {
        Stated::Point(value) => value.scale(),
        _ => 0,
    };
    let previous = &figure.pieces[figure.at - 1];
    let joined = previous.tokens.end + 1 == figure.start() && matches!(figure.before(1), "against" | "to");
    joined && figure.behind.is_empty() && places(figure.piece()) > 0 && places(figure.piece()) == places(previous)
}

/// "62 percent backed it, 30 were against": an opinion in front of the comma, and one or an answer behind the figure.
fn is_of_another_answer(figure: &Figure<'_>) -> bool {
    let (tokens, start) = (figure.tokens, figure.start());
    let lemma = |at: usize| tokens.nth(at).and_then(|token| tokens.lexicon().verb(token.word));
    let first = figure.pieces[figure.at - 1].tokens.end;
    let opinion = |at: usize| lemma(at).is_some_and(|verb| OPINIONS.contains(&verb));
    let joined = [",", "and", "while", "but", ";"].contains(&figure.before(1));
    let answer =
        lemma(figure.piece().tokens.end).is_some_and(|verb| OPINIONS.contains(&verb) || ANSWERS.contains(&verb));
    let copula = ["were", "are", "was"].contains(&figure.behind_letters(0));
    figure.behind.is_empty() && joined && (answer || copula) && (first..start).any(opinion)
}
