//! What stands beside a number and says what it is measured in.
//!
//! ```text
//! unit      = percent | points | measure | money
//! percent   = "%" | "percent" | "per" "cent" | "pct" | "pc"~
//! points    = percent ["age"] "points" | "percentage" "points"
//! measure   = ["-"] unit word or symbol of the lexicon
//! money     = ["-"] word for money of the lexicon
//! ```

use super::tokens::{Parsed, Tokens, fail, is_dash, one_of, token, word};
use crate::claim::Unit;
use crate::lexicon::{CalendarKind, Classes, Money};
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{pair, preceded};

/// A unit as read, with the others that the same words may mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Denomination {
    /// What the words mean when nothing else decides.
    pub unit: Unit,
    /// What else they may mean: other currencies, or a currency for a mass ("pounds").
    pub others: Vec<Unit>,
}

impl Denomination {
    const fn only(unit: Unit) -> Self {
        Self { unit, others: Vec::new() }
    }
}

/// The unit that words by themselves name, such as those in brackets in a table's heading.
pub fn named(input: Tokens<'_>) -> Option<Unit> {
    unit(input).ok().or_else(|| money_sign(input).ok()).map(|(_, read)| read.unit)
}

/// `unit = percent | points | measure | money`, behind a number.
pub(super) fn unit(input: Tokens<'_>) -> Parsed<'_, Denomination> {
    if !may_begin(&input) {
        return fail();
    }
    if may_be_percent(&input) {
        return alt((points, percent, preceded(opt(compound_hyphen), measure_or_money))).parse(input);
    }
    preceded(opt(compound_hyphen), measure_or_money).parse(input)
}

/// Whether a unit may begin here: most words that stand behind a number name what it counts.
fn may_begin(input: &Tokens<'_>) -> bool {
    input.peek().is_some_and(|token| {
        let dash = token.shape == Shape::Mark && is_dash(token.letters);
        dash || input.lexicon().classes(token.word).meets(Classes::UNIT)
    })
}

/// Whether percent or points may stand here, by their first letter: most units are neither.
fn may_be_percent(input: &Tokens<'_>) -> bool {
    let letters = if is_dash(input.letters()) { input.letters_at(1) } else { input.letters() };
    letters.starts_with(['%', 'p', 'P'])
}

/// A hyphen between number and unit, as in `six-foot`, `$2-billion`, or set with spaces in a wire's `30 - year`.
pub(super) fn compound_hyphen(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|input, token| {
        let next = input.nth(1);
        let joins = token.glued && next.is_some_and(|next| next.glued);
        let singular = |next: &Token| !next.glued && next.shape == Shape::Lower && is_time(input, next);
        let spaced = !token.glued && token.letters == "-" && next.is_some_and(singular);
        (joins && is_dash(token.letters) || spaced).then_some(())
    })
    .parse(input)
}

/// Whether a word is a time's unit in the singular, which no sentence begins with.
fn is_time(input: &Tokens<'_>, token: &Token) -> bool {
    let unit = input.lexicon().calendar_value(token.word, CalendarKind::Unit).is_some();
    unit && !token.letters.ends_with('s')
}

fn percent(input: Tokens<'_>) -> Parsed<'_, Denomination> {
    let sign = one_of(&["%", "percent", "pct", "percentage"]).map(|_| ());
    let words = pair(word("per"), word("cent")).map(|_| ());
    let pc = token(|_, token| (token.glued && token.letters == "pc").then_some(()));
    preceded(opt(compound_hyphen), alt((sign, words, pc))).map(|()| Denomination::only(Unit::Percent)).parse(input)
}

fn points(input: Tokens<'_>) -> Parsed<'_, Denomination> {
    let of_percent = preceded(alt((percent.map(|_| ()), word("percentage").map(|_| ()))), opt(compound_hyphen));
    let points = preceded(of_percent, one_of(&["point", "points"])).map(|_| ());
    let short = token(|_, token| matches!(token.letters, "pp" | "ppt" | "ppts").then_some(()));
    preceded(opt(compound_hyphen), alt((points, short)))
        .map(|()| Denomination::only(Unit::PercentagePoint))
        .parse(input)
}

/// "Litres per 100 kilometres", "l/100 km": how many tokens the words of such a unit take. A figure is no word of the
/// lexicon, so that its phrases hold none.
fn fuel(input: &Tokens<'_>) -> Option<usize> {
    let litres =
        input.letters().starts_with(['l', 'L']) && is_any(input.letters(), &["litres", "litre", "liters", "l"]);
    let of_distance = || {
        is_any(input.letters_at(1), &["per", "/", "for", "every"])
            && input.letters_at(2) == "100"
            && is_any(input.letters_at(3), &["km", "kilometres", "kilometers"])
    };
    (litres && of_distance()).then_some(4)
}

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// A word or symbol of measure or money; where it may be either, both are kept.
fn measure_or_money(input: Tokens<'_>) -> Parsed<'_, Denomination> {
    if let Some(taken) = fuel(&input) {
        let unit = Unit::Measure("litre_per_100_kilometres".into());
        return Ok((input.from(input.at() + taken), Denomination::only(unit)));
    }
    let (tokens, lexicon) = (input.rest(), input.lexicon());
    let measure = lexicon.unit_phrases.at(tokens).filter(|(len, _)| *len > 1 || symbol_may_stand(&input));
    let money = money_candidates(&input);
    let taken = measure.map_or(0, |(len, _)| len).max(money.first().map_or(0, |(len, _)| *len));
    if taken == 0 {
        return fail();
    }
    let measure =
        measure.filter(|(len, _)| *len == taken).map(|(_, &at)| Unit::Measure(lexicon.units()[at].name.clone()));
    let money = money.into_iter().filter(|(len, _)| *len == taken).map(|(_, unit)| unit);
    let mut units = measure.into_iter().chain(money);
    let unit = units.next().unwrap_or_default();
    Ok((input.from(input.at() + taken), Denomination { unit, others: units.collect() }))
}

/// Whether a single token may be a unit: a symbol of one letter only where it touches the figure, or where a space in
/// front is all that parts it and no word could be meant.
fn symbol_may_stand(input: &Tokens<'_>) -> bool {
    let figure = input.back(1).is_some_and(|back| back.shape == Shape::Number);
    let ends = input.nth(1).is_none_or(|next| {
        matches!(next.shape, Shape::Mark | Shape::Lower) && !next.glued || matches!(next.letters, "." | "," | ")")
    });
    let spaced = figure && ends;
    input.peek().is_some_and(|token| {
        token.glued || spaced || token.span.len() > 1 || token.shape == Shape::Mark || !token.is_word()
    })
}

/// The money that words behind a number may mean, the usual one first, each with the tokens it takes.
fn money_candidates(input: &Tokens<'_>) -> Vec<(usize, Unit)> {
    let found = input.lexicon().money_words.all_at(input.rest());
    let mut money: Vec<(usize, Money)> = found.map(|(len, money)| (len, *money)).collect();
    // "100 ₾", "20 €": a sign behind the figure.
    if money.is_empty() && input.peek().is_some_and(|token| token.shape == Shape::Mark) {
        money.extend(input.lexicon().money_signs.all_at(input.rest()).map(|(len, money)| (len, *money)));
    }
    money.sort_by_key(|(len, money)| (std::cmp::Reverse(*len), money.shared));
    money.into_iter().map(|(len, money)| (len, money_unit(input, money))).collect()
}

/// The unit of a piece of money: the currency, or its hundredth by name.
fn money_unit(input: &Tokens<'_>, money: Money) -> Unit {
    let currency = &input.lexicon().currencies()[money.currency];
    match &currency.minor {
        Some(minor) if money.minor => Unit::Measure(minor.clone()),
        _ => Unit::Money(currency.code.clone()),
    }
}

/// A sign for money in front of a figure: `$`, `US$`, `A$`, `RM`, `dlrs`.
pub(super) fn money_sign(input: Tokens<'_>) -> Parsed<'_, Denomination> {
    let found = input.lexicon().money_signs.all_at(input.rest());
    let mut money: Vec<(usize, Money)> = found.map(|(len, money)| (len, *money)).collect();
    money.sort_by_key(|(len, money)| (std::cmp::Reverse(*len), money.shared));
    let Some(&(taken, _)) = money.first() else { return fail() };
    let mut units = money.iter().filter(|(len, _)| *len == taken).map(|(_, money)| money_unit(&input, *money));
    let unit = units.next().unwrap_or_default();
    let others = if converts(&input) { Vec::new() } else { units.collect() };
    Ok((input.from(input.at() + taken), Denomination { unit, others }))
}

/// Whether a sum opens brackets behind another: "10 million Australian dollars ($7 million)" gives it in a currency
/// that needs no country named.
fn converts(input: &Tokens<'_>) -> bool {
    let bracket = input.back(1).is_some_and(|back| back.letters == "(");
    let word = input.at().checked_sub(2).map(|at| input.from(at));
    bracket && word.is_some_and(|word| word.lexicon().money_words.at(word.rest()).is_some())
}
