//! The words and figures that dates are made of.
//!
//! ```text
//! day      = figure [~suffix] | ordinal          14 · 14th · twenty-second
//! year     = four figures                         2025
//! count    = "a" | "an" | figure | numeral [["-"] numeral]
//! which    = ["the"] ("last" | "this" | "next" | "previous" | "following" | "that" | "same" …)
//! ```

use super::anchor::Tense;
use super::days::Unit;
use super::expression::Which;
use super::tense::tense_at;
use crate::grammar::tokens::{Parsed, Tokens, fail, is_dash, one_of, token};
use crate::lexicon::{CalendarKind, List};
use crate::text::{Shape, Token};
use jiff::civil::Weekday;
use nom::Parser;
use nom::combinator::opt;
use nom::sequence::preceded;

/// Words that are a month or weekday only where something beside them says so.
const DOUBTFUL: [&str; 13] =
    ["may", "march", "mar", "jan", "dec", "jun", "apr", "sat", "sun", "mon", "wed", "weds", "fall"];

/// Words after which a doubtful name of the calendar is meant, capital or not.
const BEFORE: [&str; 7] = ["in", "of", "since", "until", "during", "early", "late"];

/// Words after which one with a capital is meant.
const BEFORE_CAPITAL: [&str; 14] = [
    "on",
    "till",
    "by",
    "from",
    "to",
    "through",
    "between",
    "and",
    "mid",
    "this",
    "before",
    "after",
    "beginning",
    "or",
];

/// A short word in lower case; longer ones, and those with other letters than English ones, come out empty.
pub(super) struct Lower {
    letters: [u8; 16],
    len: usize,
}

impl Lower {
    pub(super) fn new(word: &str) -> Self {
        let mut letters = [0; 16];
        let len = if word.len() <= letters.len() && word.is_ascii() { word.len() } else { 0 };
        letters[..len].copy_from_slice(&word.as_bytes()[..len]);
        letters.make_ascii_lowercase();
        Self { letters, len }
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.letters[..self.len]).unwrap_or_default()
    }
}

/// A name of the calendar, whatever stands around it.
pub(super) fn named<'a>(kind: CalendarKind) -> impl Parser<Tokens<'a>, Output = i8, Error = ()> {
    token(move |input: &Tokens<'a>, token| value(input, token, kind))
}

fn value(input: &Tokens<'_>, token: &Token, kind: CalendarKind) -> Option<i8> {
    i8::try_from(input.lexicon().calendar_value(token.word, kind)?).ok()
}

/// A month's name, and the full stop of its abbreviation.
pub(super) fn month(input: Tokens<'_>) -> Parsed<'_, i8> {
    let (rest, month) = named(CalendarKind::Month).parse(input)?;
    Ok((past_stop(&input, rest), month))
}

/// A month's name that needs no figure beside it to be one.
pub(super) fn sure_month(input: Tokens<'_>) -> Parsed<'_, i8> {
    if is_sure(&input) { month(input) } else { fail() }
}

/// A weekday in the singular, and the full stop of its abbreviation.
pub(super) fn weekday(input: Tokens<'_>) -> Parsed<'_, Weekday> {
    if input.letters().ends_with("days") {
        return fail();
    }
    let (rest, number) = named(CalendarKind::Weekday).parse(input)?;
    let Ok(weekday) = Weekday::from_monday_one_offset(number) else { return fail() };
    Ok((past_stop(&input, rest), weekday))
}

/// Weekdays in the plural.
pub(super) fn plural_weekday(input: Tokens<'_>) -> Parsed<'_, Weekday> {
    if !input.letters().ends_with("days") {
        return fail();
    }
    let (rest, number) = named(CalendarKind::Weekday).parse(input)?;
    Weekday::from_monday_one_offset(number).map_or_else(|_| fail(), |weekday| Ok((rest, weekday)))
}

/// A weekday's name that needs no date beside it to be one.
pub(super) fn sure_weekday(input: Tokens<'_>) -> Parsed<'_, Weekday> {
    if is_sure(&input) { weekday(input) } else { fail() }
}

/// A season's first month.
pub(super) fn season(input: Tokens<'_>) -> Parsed<'_, i8> {
    if is_sure(&input) || is_picked(&input) { named(CalendarKind::Season).parse(input) } else { fail() }
}

/// `this fall`, `by the fall`, `the fall of 2024`; but "this fall in prices" is none, and what somebody lost "in the fall"
/// is of a season only in a sentence that looks ahead.
fn is_picked(input: &Tokens<'_>) -> bool {
    let before =
        |at: usize, words: &[&str]| input.back(at).is_some_and(|before| words.iter().any(|word| before.reads(word)));
    let of_year = input.letters_at(1) == "of" && year(input.from(input.at() + 2)).is_ok();
    let ahead = || tense_at(input, input.at(), input.at() + 1) == Tense::Future;
    let the = || before(1, &["the"]) && (before(2, &["by", "until"]) || before(2, &["in"]) && ahead());
    of_year || (before(1, &["this", "last", "next"]) || the()) && !matches!(input.letters_at(1), "in" | "of")
}

/// Whether the next word is a name of the calendar beyond doubt, by itself or by the word before it.
fn is_sure(input: &Tokens<'_>) -> bool {
    let letters = input.letters();
    let doubtful = DOUBTFUL.iter().any(|word| letters.eq_ignore_ascii_case(word));
    let before = input.back(1).map_or("", |before| before.letters);
    let follows = |words: &[&str]| words.iter().any(|word| before.eq_ignore_ascii_case(word));
    let capital = input.peek().is_some_and(Token::is_capitalised);
    !doubtful
        || is_month_range(input)
        || follows(&BEFORE)
        || (capital && (is_dash(before) || follows(&BEFORE_CAPITAL) || describes(input)))
}

/// `Jan-Feb`: whether another month follows behind a dash.
pub(super) fn is_month_range(input: &Tokens<'_>) -> bool {
    is_dash(input.letters_at(1)) && input.nth(2).is_some_and(|next| value(input, next, CalendarKind::Month).is_some())
}

/// `the May election`; but "the March on Rome" is no month.
fn describes(input: &Tokens<'_>) -> bool {
    let told = input.back(1).is_some_and(|before| input.lexicon().is(before.word, List::Determiner));
    told && input
        .nth(1)
        .is_some_and(|next| next.shape == Shape::Lower && !input.lexicon().is(next.word, List::Preposition))
}

/// Past the full stop of `Sept.`, where more of the date follows it.
fn past_stop<'a>(name: &Tokens<'a>, rest: Tokens<'a>) -> Tokens<'a> {
    let abbreviated = name.letters().len() <= 5 && rest.peek().is_some_and(|stop| stop.glued) && rest.letters() == ".";
    let goes_on = rest
        .nth(1)
        .is_some_and(|next| next.shape == Shape::Number || value(&rest, next, CalendarKind::Month).is_some());
    if abbreviated && goes_on { rest.from(rest.at() + 1) } else { rest }
}

/// A unit's name.
pub(super) fn unit(input: Tokens<'_>) -> Parsed<'_, Unit> {
    token(|input: &Tokens<'_>, token| Unit::lasting(input.lexicon().calendar_value(token.word, CalendarKind::Unit)?))
        .parse(input)
}

/// `day = figure [~suffix] | ordinal`
pub(super) fn day(input: Tokens<'_>) -> Parsed<'_, i8> {
    if input.peek().is_some_and(|token| token.shape == Shape::Number) {
        let (rest, day) = figure_day(input)?;
        let (rest, _) = opt(suffix).parse(rest)?;
        return if is_whole(&rest) { Ok((rest, day)) } else { fail() };
    }
    ordinal(input).and_then(|(rest, day)| if day <= 31 { Ok((rest, day)) } else { fail() })
}

/// A day that is written as an ordinal: `14th`, `fourteenth`.
pub(super) fn ordinal_day(input: Tokens<'_>) -> Parsed<'_, i8> {
    if input.peek().is_some_and(|token| token.shape == Shape::Number) {
        return (figure_day, suffix).map(|(day, ())| day).parse(input);
    }
    day(input)
}

/// A day in one or two figures, with nothing behind them looked at.
pub(super) fn figure_day(input: Tokens<'_>) -> Parsed<'_, i8> {
    token(|_: &Tokens<'_>, token| {
        let letters = figures(token)?;
        (letters.len() <= 2).then(|| letters.parse().ok()).flatten().filter(|day| (1..=31).contains(day))
    })
    .parse(input)
}

/// A month in one or two figures.
pub(super) fn figure_month(input: Tokens<'_>) -> Parsed<'_, i8> {
    let (rest, month) = figure_day(input)?;
    if month <= 12 { Ok((rest, month)) } else { fail() }
}

fn suffix(input: Tokens<'_>) -> Parsed<'_, ()> {
    if input.peek().is_some_and(|token| token.glued) {
        return one_of(&["st", "nd", "rd", "th"]).map(|_| ()).parse(input);
    }
    fail()
}

/// Whether a figure ends here: no letter, percent sign or clock time goes on.
fn is_whole(rest: &Tokens<'_>) -> bool {
    let timed = || rest.nth(1).is_some_and(|next| next.glued && next.shape == Shape::Number);
    rest.peek().is_none_or(|next| {
        !next.glued
            || value(rest, next, CalendarKind::Month).is_some()
            || (next.letters == ":" && !timed())
            || !(next.is_word() || matches!(next.letters, "%" | ":" | "°" | "£" | "$" | "€"))
    })
}

/// `ordinal = word | numeral ["-"] word`
pub(super) fn ordinal(input: Tokens<'_>) -> Parsed<'_, i8> {
    let lexicon = input.lexicon();
    let tens = input.peek().and_then(|token| lexicon.numeral(token.word)).filter(|tens| (20..100).contains(tens));
    let Some(tens) = tens.and_then(|tens| i8::try_from(tens).ok()) else {
        return named(CalendarKind::Ordinal).parse(input);
    };
    let rest = input.from(input.at() + 1);
    let (rest, ones) = preceded(opt(hyphen), named(CalendarKind::Ordinal)).parse(rest)?;
    if ones < 10 { Ok((rest, tens + ones)) } else { fail() }
}

/// A hyphen or dash.
pub(super) fn hyphen(input: Tokens<'_>) -> Parsed<'_, ()> {
    crate::grammar::tokens::dash().map(|_| ()).parse(input)
}

/// Four figures without a separator, from 1000 to 2199.
pub(super) fn year(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, year) = token(|_: &Tokens<'_>, token| four_figures(figures(token)?)).parse(input)?;
    if is_whole(&rest) { Ok((rest, year)) } else { fail() }
}

/// The year that four figures give.
pub(super) fn four_figures(letters: &str) -> Option<i16> {
    (letters.len() == 4).then(|| letters.parse().ok()).flatten().filter(|year| (1000..2200).contains(year))
}

/// The letters of a figure without points and commas.
pub(super) fn figures<'a>(token: &Token<'a>) -> Option<&'a str> {
    let letters = (token.shape == Shape::Number).then_some(token.letters)?;
    letters.bytes().all(|byte| byte.is_ascii_digit()).then_some(letters)
}

/// `count = "a" | "an" | figure | numeral [["-"] numeral]`
pub(super) fn count(input: Tokens<'_>) -> Parsed<'_, i32> {
    let (rest, first) = token(small_number).parse(input)?;
    if !(20..100).contains(&first) || input.peek().is_some_and(|token| token.shape == Shape::Number) {
        return Ok((rest, first));
    }
    let (rest, ones) = opt(preceded(opt(hyphen), token(small_numeral))).parse(rest)?;
    Ok((rest, first + ones.unwrap_or_default()))
}

fn small_number(input: &Tokens<'_>, token: &Token) -> Option<i32> {
    if token.shape == Shape::Number {
        return figures(token)?.parse().ok().filter(|count| *count < 1000);
    }
    let letters = token.letters;
    if letters.eq_ignore_ascii_case("a") || letters.eq_ignore_ascii_case("an") {
        return Some(1);
    }
    input.lexicon().numeral(token.word).and_then(|count| i32::try_from(count).ok())
}

fn small_numeral(input: &Tokens<'_>, token: &Token) -> Option<i32> {
    let ones = input.lexicon().numeral(token.word).filter(|ones| (1..10).contains(ones))?;
    i32::try_from(ones).ok()
}

/// Whether what follows makes a figure before it a number of something: `people`, `tonnes`, `million`, `%`.
pub(super) fn is_counted(rest: &Tokens<'_>) -> bool {
    let Some(next) = rest.peek() else { return false };
    let lexicon = rest.lexicon();
    let letters = next.letters;
    let plural = next.shape == Shape::Lower
        && lexicon.noun(next.word).is_some_and(|noun| !noun.lemma.eq_ignore_ascii_case(letters));
    plural
        || lexicon.magnitudes.at(rest.rest()).is_some()
        || lexicon.unit_phrases.at(rest.rest()).is_some_and(|_| lexicon.calendar(next.word).is_empty())
        || lexicon.money_words.at(rest.rest()).is_some()
}

/// The article, where there is one.
pub(super) fn article(input: Tokens<'_>) -> Parsed<'_, bool> {
    opt(one_of(&["the"])).map(|article| article.is_some()).parse(input)
}

/// Whether a verb is what follows: "will last two days"; but "in May last year" names a month.
pub(super) fn is_after_auxiliary(input: &Tokens<'_>) -> bool {
    input.back(1).is_some_and(|before| {
        let month = input.at() > 1 && before.letters == "May";
        !month && input.lexicon().is(before.word, List::Auxiliary) || before.reads("to")
    })
}

/// `which = ["the"] ("last" | "this" | "next" …)`
pub(super) fn which(input: Tokens<'_>) -> Parsed<'_, Which> {
    let (rest, _) = article(input)?;
    if !rest.is(List::DateWhich) || input.letters() == "last" && is_after_auxiliary(&input) || opens_clause(&input) {
        return fail();
    }
    which_of(rest.letters()).map_or_else(fail, |which| Ok((rest.from(rest.at() + 1), which)))
}

/// "Said that Friday's game", "found that Monday", "fell ill following Friday's meal": the word brings what is said or what
/// went before, and points to no day spoken of.
fn opens_clause(input: &Tokens<'_>) -> bool {
    let lexicon = input.lexicon();
    let weekday = || {
        let kinds = input.nth(1).map(|next| lexicon.calendar(next.word)).unwrap_or_default();
        kinds.iter().any(|entry| entry.kind == CalendarKind::Weekday)
    };
    let owned = || input.nth(2).is_some_and(|next| next.shape == Shape::Possessive);
    let told = || input.at() > 0 && lexicon.cue_phrases.at(input.from(input.at() - 1).rest()).is_some();
    match input.letters() {
        "that" => weekday() && (owned() || told()),
        "following" => weekday() && owned(),
        _ => false,
    }
}

fn which_of(letters: &str) -> Option<Which> {
    const WORDS: [(&str, Which); 15] = [
        ("last", Which::Last),
        ("latest", Which::Last),
        ("past", Which::Last),
        ("this", Which::This),
        ("current", Which::This),
        ("next", Which::Next),
        ("coming", Which::Next),
        ("upcoming", Which::Next),
        ("previous", Which::Previous),
        ("preceding", Which::Previous),
        ("prior", Which::Previous),
        ("following", Which::Following),
        ("ensuing", Which::Following),
        ("that", Which::That),
        ("same", Which::That),
    ];
    WORDS.iter().find(|(word, _)| letters.eq_ignore_ascii_case(word)).map(|(_, which)| *which)
}
