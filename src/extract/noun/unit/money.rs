//! The money that a bare figure is of.
//!
//! | text | why |
//! |---|---|
//! | `Income was 16 million euros. Wages took 7 million` | a magnitude, where sums were given before |
//! | `took 90,000 euros: 50,000 from the choir` | a part of the sum before the colon |
//! | `one for 40,000 zlotys ($10,000) and the other for 32,000 ($8,000)` | it is converted |
//! | `Waiters get 600 euros, while cooks get 300` | somebody else gets it, or pays it |
//! | `The wage is 900 euros. They asked to be paid 1,200` | its clause speaks of paying |

use super::super::Figure;
use super::super::ahead;
use super::super::antecedent::Antecedents;
use crate::claim::{Claim, Decimal, Unit};
use crate::grammar::Tokens;
use crate::text::Token;

/// How many claims back a sum may stand that says in which money another is.
const REACH: usize = 8;
/// From here on a magnitude is mostly one of money, where the text speaks of money.
const LARGE: i64 = 100_000;
/// How far before a figure its clause may speak of money, in tokens.
const CLAUSE: usize = 8;

/// The money of a bare figure, which it shares with one before it.
pub(super) fn shared(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let piece = figure.piece();
    let large = piece.written.is_some_and(|number| number.scale >= Decimal::from(LARGE));
    if is_converted(figure) {
        return last_sum(figure, before);
    }
    if let Some(whole) = whole(figure, before).filter(|_| is_part(figure)) {
        return Some(whole);
    }
    let paid = || !large && is_paid(figure) && before.claims().last().is_some_and(is_sum);
    if is_got(figure)
        && let Some(sum) = last_of_sentence(figure, before)
    {
        return Some(sum);
    }
    (large && !is_of_people(figure) || paid()).then(|| last_sum(figure, before)).flatten()
}

/// The money of the last large figure, where it is one of money. What stands in brackets only converts it.
fn last_sum(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let large = |claim: &&Claim| match claim.quantity.unit {
        Unit::Money(_) => !is_bracketed(figure, claim),
        Unit::Count => claim.quantity.value().is_some_and(|value| value >= Decimal::from(LARGE)),
        _ => false,
    };
    let last = before.claims().iter().rev().take(REACH).find(large)?;
    is_sum(last).then(|| last.quantity.unit.clone())
}

fn is_sum(claim: &Claim) -> bool {
    matches!(claim.quantity.unit, Unit::Money(_))
}

/// Whether a bracket opens right before a figure and its sign, as before one that converts another.
pub(super) fn is_bracketed(figure: &Figure<'_>, claim: &Claim) -> bool {
    let text = figure.tokens.text().get(..claim.quantity.span.start).unwrap_or_default();
    let sign = |letter: char| letter.is_alphabetic() || "$£€¥₹ ".contains(letter);
    text.trim_end_matches(sign).ends_with('(')
}

/// Whether a sum in brackets follows at once: "32,000 ($8,000)".
fn is_converted(figure: &Figure<'_>) -> bool {
    let here = figure.tokens.from(figure.piece().tokens.end);
    let sign = here.from(here.at() + 1);
    here.letters() == "(" && here.lexicon().money_signs.at(sign.rest()).is_some()
}

/// Whether the figure is one of several behind a colon, each with what it is from or for.
pub(super) fn is_part(figure: &Figure<'_>) -> bool {
    let (tokens, start) = (figure.tokens, figure.start());
    let joined = ["from", "for", "to", "on", "in"].contains(&tokens.from(figure.piece().tokens.end).letters());
    let opens = [":", ",", "and"].contains(&figure.before(1));
    joined && opens && (0..start).any(|at| tokens.from(at).letters() == ":")
}

/// The money of the sum that stands last before the colon.
fn whole(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let colon = (0..figure.start()).rev().find(|&at| figure.tokens.from(at).letters() == ":")?;
    let sentence = before.claims().len().saturating_sub(figure.at);
    let mut others = before.claims()[sentence..].iter().zip(figure.pieces).rev();
    let (last, _) = others.find(|(_, piece)| piece.tokens.end <= colon)?;
    is_sum(last).then(|| last.quantity.unit.clone())
}

/// The money of the sum before in the same sentence, whatever multiple stands between the two.
fn last_of_sentence(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let sentence = before.claims().len().saturating_sub(figure.at);
    let last = before.claims()[sentence..].iter().rev().find(|claim| claim.quantity.unit != Unit::Ratio)?;
    is_sum(last).then(|| last.quantity.unit.clone())
}

/// `while cooks get 300`, `children pay 20`: a verb of paying right in front, and nothing counted behind.
fn is_got(figure: &Figure<'_>) -> bool {
    const GETTING: [&str; 6] = ["get", "receive", "pay", "earn", "charge", "cost"];
    let tokens = figure.tokens;
    let verb = figure.start().checked_sub(1).and_then(|at| tokens.nth(at));
    let got = verb.and_then(|token| tokens.lexicon().verb(token.word)).is_some_and(|verb| GETTING.contains(&verb));
    let ends = |token: &Token| !token.is_word() || tokens.lexicon().is_frame(token.word);
    got && figure.behind.is_empty() && tokens.nth(figure.piece().tokens.end).is_none_or(ends)
}

/// Whether the clause speaks of paying: "offered to pay 1,200", "the fine was 50,000".
fn is_paid(figure: &Figure<'_>) -> bool {
    const PAYING: [&str; 8] = ["pay", "cost", "earn", "charge", "owe", "spend", "sell", "donate"];
    const WISHING: [&str; 4] = ["want", "demand", "offer", "propose"];
    let (tokens, start) = (figure.tokens, figure.start());
    let lexicon = tokens.lexicon();
    let clause = || (start.saturating_sub(CLAUSE)..start).rev().filter_map(|at| tokens.nth(at));
    let ends = |token: &&Token| !matches!(token.letters, ";" | "(" | ")");
    // "the number of paid employees"
    let hired = |token: &Token| token.letters == "paid" && is_in_front_of_noun(tokens, token);
    let spoken = |token: &Token| {
        let noun = lexicon.noun(token.word).is_some_and(|noun| noun.class.as_deref() == Some("money"));
        noun || lexicon.verb(token.word).is_some_and(|verb| PAYING.contains(&verb)) && !hired(token)
    };
    // "It offers 900 euros; the union wants 1,200".
    let wanted = tokens.nth(start.saturating_sub(1)).and_then(|token| lexicon.verb(token.word));
    let wanted = wanted.is_some_and(|verb| WISHING.contains(&verb));
    let value = figure.piece().written.is_some_and(|number| number.value >= Decimal::ONE_HUNDRED);
    let ends_phrase =
        tokens.nth(figure.piece().tokens.end).is_none_or(|next| !next.is_word() || lexicon.is_frame(next.word));
    value && ends_phrase && (wanted || clause().take_while(ends).any(spoken))
}

fn is_in_front_of_noun(tokens: Tokens<'_>, token: &Token) -> bool {
    let next = tokens.from(0).rest().iter().find(|next| next.span.start > token.span.start);
    next.is_some_and(|next| tokens.lexicon().noun(next.word).is_some_and(|noun| *noun.lemma != *next.letters))
}

/// "some 7 million, of whom half", "1.2 million are foreigners".
fn is_of_people(figure: &Figure<'_>) -> bool {
    let here = figure.tokens.from(figure.piece().tokens.end);
    let whom = here.letters() == "," && here.letters_at(1) == "of" && here.letters_at(2) == "whom";
    whom || is_doing(figure) || ahead::predicate(figure).is_some()
}

/// "Households owe £3.9bn, and 1.1 million are behind": what is spent or owed would be told by a verb of paying.
fn is_doing(figure: &Figure<'_>) -> bool {
    let here = figure.tokens.from(figure.piece().tokens.end);
    let verb = here.nth(1).is_some_and(|next| here.lexicon().verb(next.word).is_some());
    figure.before(1) == "and" && here.letters() == "are" && !verb
}
