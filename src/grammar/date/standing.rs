//! Whether four figures stand as a year does.
//!
//! News writes 2,013 people and the year 2013; drafts are less strict, so what stands beside the figures decides.

use super::terminal::{figures, four_figures, is_counted, year};
use super::year::year_span;
use crate::grammar::tokens::{Tokens, is_dash};
use crate::lexicon::{CalendarKind, List};
use crate::text::{Shape, Token};

/// Years that need no word beside them to be read as years.
const PLAIN: std::ops::Range<i16> = 1900..2100;

/// Words after which any four figures are a year.
const BEFORE: [&str; 17] = [
    "in", "since", "until", "till", "during", "by", "from", "early", "late", "mid", "year", "circa", "after", "before",
    "spring", "summer", "winter",
];

/// What a year has and nobody counts two thousand of: `2019 levels`.
const OF_A_YEAR: [&str; 6] = ["levels", "figures", "results", "prices", "highs", "lows"];

/// Whether the next token is four figures that stand as a year does, whether or not the year belongs to a name
/// ("Agenda 2030").
pub fn is_year(input: &Tokens<'_>) -> bool {
    let Some(found) = input.peek().and_then(|token| four_figures(figures(token)?)) else { return false };
    let Ok((rest, _)) = year(*input) else { return false };
    let clock = rest.peek().is_some_and(|next| next.shape == Shape::Upper && rest.is(List::Clock));
    if clock || is_amount(input) || is_counted_year(input, &rest, found) || is_part_of_code(input, &rest) {
        return false;
    }
    PLAIN.contains(&found) || has_year_word(input) || in_brackets(input, &rest)
}

fn has_year_word(input: &Tokens<'_>) -> bool {
    let before = input.back(1).map_or("", |token| token.letters);
    BEFORE.iter().any(|word| before.eq_ignore_ascii_case(word))
        || reaches_back(input)
        || input.back(1).is_some_and(|token| input.lexicon().calendar_value(token.word, CalendarKind::Month).is_some())
}

/// `dates to 1648`, `dating back to 1648`
fn reaches_back(input: &Tokens<'_>) -> bool {
    let verb =
        |at: usize| input.back(at).is_some_and(|verb| ["back", "dates", "dating", "dated"].contains(&verb.letters));
    input.back(1).is_some_and(|to| to.letters == "to") && verb(2)
}

/// A sign or a qualifier before it makes it an amount: `$1950`, `at least 2000`.
pub(super) fn is_amount(input: &Tokens<'_>) -> bool {
    const QUALIFIERS: [&str; 10] =
        ["about", "around", "nearly", "almost", "some", "least", "most", "than", "over", "approximately"];
    let Some(before) = input.back(1) else { return false };
    let letters = before.letters;
    let touches = input.peek().is_some_and(|token| token.glued);
    let sign = touches && before.shape == Shape::Mark && !is_opening(letters);
    let round = input.letters().ends_with("00");
    let qualified = QUALIFIERS.iter().any(|word| letters.eq_ignore_ascii_case(word));
    sign || (qualified && (round || !PLAIN.contains(&four_figures(input.letters()).unwrap_or_default())))
}

fn is_opening(letters: &str) -> bool {
    is_dash(letters) || matches!(letters, "(" | "[" | "\"" | "“" | "‘" | "'" | "/" | "=" | "~")
}

/// `2000 people` are people; `the 2010 floods` and `in 2024 prices rose` are years.
fn is_counted_year(input: &Tokens<'_>, rest: &Tokens<'_>, year: i16) -> bool {
    if !is_counted(rest) || (PLAIN.contains(&year) && OF_A_YEAR.contains(&rest.letters())) {
        return false;
    }
    let before = input.back(1).map_or("", |token| token.letters);
    let told = after_determiner(input) || before.eq_ignore_ascii_case("in");
    let class = rest.peek().and_then(|token| input.lexicon().noun(token.word)).and_then(|noun| noun.class.as_deref());
    let measured = rest.peek().is_some_and(|token| input.lexicon().noun(token.word).is_none());
    let people = class == Some("person");
    measured || people || year % 100 == 0 && !after_determiner(input) || !told
}

/// Whether an article or possessive brings it: `the 2010 floods`.
fn after_determiner(input: &Tokens<'_>) -> bool {
    input
        .back(1)
        .is_some_and(|token| token.shape == Shape::Possessive || input.lexicon().is(token.word, List::Determiner))
}

/// Figures within a code, a telephone number or a date that does not exist: other figures or names touch them.
fn is_part_of_code(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let touches = |token: Option<&Token>| token.is_some_and(|token| token.glued);
    let joins = |token: Option<&Token>| token.is_some_and(|token| matches!(token.letters, "-" | "/" | "."));
    let joined = touches(input.peek()) && joins(input.back(1)) && touches(input.back(1));
    let after_year = input.back(2).is_some_and(|token| {
        let portion = input.lexicon().is(token.word, List::DatePortion);
        portion || figures(token).and_then(four_figures).is_some()
    });
    let goes_on = touches(rest.peek())
        && joins(rest.peek())
        && touches(rest.nth(1))
        && rest.nth(1).is_some_and(|token| token.shape == Shape::Number);
    (joined && !after_year) || (goes_on && year_span(*input).is_err())
}

fn in_brackets(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    input.back(1).is_some_and(|token| token.letters == "(") && matches!(rest.letters(), ")" | "-" | "–" | ",")
}

/// A year that is the second half of a name: `Agenda 2030`, `room 2024`.
pub(super) fn is_named(input: &Tokens<'_>) -> bool {
    let Some(before) = input.back(1) else { return false };
    let lexicon = input.lexicon();
    if lexicon.is_any(before.word, &[List::Label, List::NameBefore]) {
        return true;
    }
    let opens = input.at() == 1;
    let known =
        !lexicon.calendar(before.word).is_empty() || lexicon.is_any(before.word, &[List::Preposition, List::Opener]);
    before.is_capitalised() && !opens && !known
}

#[cfg(test)]
mod tests {
    use super::is_year;
    use crate::grammar::date::testing::with_tokens;

    #[test]
    fn years_for_the_grammar_of_quantities() {
        for (text, at, year) in
            [("in 1648", 1, true), ("Agenda 2030", 1, true), ("2013 people", 0, false), ("sold 1648", 1, false)]
        {
            with_tokens(text, |tokens| assert_eq!(is_year(&tokens.from(at)), year, "{text}"));
        }
    }
}
