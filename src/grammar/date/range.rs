//! Stretches from one date to another, and those with one end.
//!
//! ```text
//! range = "between" date "and" date | ["from"] date ("to" | "until" | "-" …) date
//!       | date ("to" | "until" | "-" …) "the" ordinal
//! since = "since" date | date ("onward" | "onwards" | ("or" | "and") ("later" | "after"))
//! until = ("until" | "till") date | "no" "later" "than" date
//! within = "within" [["the"] "next"] count units                    within nine months, looking ahead
//! apart = ("before" | "after" | "earlier" "than" | "later" "than") (month | year)
//! ```

use super::anchor::Tense;
use super::day::ends;
use super::expression::DateExpression;
use super::opening::Opening;
use super::point::{point, point_opened};
use super::tense::tense_at;
use super::terminal::{article, count, hyphen, ordinal_day, unit};
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, word};
use crate::lexicon::List;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// `range | since | until | within | apart`, or a date alone, where the words begin in these ways.
pub(super) fn stretch(input: Tokens<'_>, ways: Opening) -> Parsed<'_, DateExpression> {
    if ways.meets(Opening::RANGE)
        && let Ok(open) = alt((since, until, between, from, within, apart)).parse(input)
    {
        return Ok(open);
    }
    if ways.meets(Opening::WHICH)
        && let Ok(open) = alt((no_later, apart)).parse(input)
    {
        return Ok(open);
    }
    let (rest, first) = point_opened(input, ways)?;
    if let Ok((rest, ())) = onwards(rest) {
        return Ok((rest, DateExpression::Onwards(Box::new(first))));
    }
    match last(rest, &first) {
        Ok((rest, last)) if may_range(&first, &last) => Ok((rest, ranged(first, last))),
        _ => Ok((rest, first)),
    }
}

/// What a range from `first` ends with: "from 27 April to the 3rd" leaves out the month.
fn last<'a>(input: Tokens<'a>, first: &DateExpression) -> Parsed<'a, DateExpression> {
    let (rest, ()) = joiner(input)?;
    let lone = preceded(word("the"), ordinal_day).map(DateExpression::DayOfMonth);
    if first.is_day() { alt((point, lone)).parse(rest) } else { point(rest) }
}

/// `"between" date "and" date`
fn between(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let and = alt((one_of(&["and", "&"]).map(|_| ()), joiner));
    let now = word("now").map(|_| DateExpression::Relative(0));
    let (rest, (_, first, (), last)) = (word("between"), point, and, alt((point, now))).parse(input)?;
    Ok((rest, ranged(first, last)))
}

/// `"from" date ("to" | "until" | "-") date`
fn from(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, first) = preceded(word("from"), point).parse(input)?;
    let (rest, last) = last(rest, &first)?;
    if may_range(&first, &last) { Ok((rest, ranged(first, last))) } else { fail() }
}

/// "from 2023 to last month" names two figures' dates or one stretch; only dates of one kind are taken for a stretch.
fn may_range(first: &DateExpression, last: &DateExpression) -> bool {
    !matches!(first, DateExpression::Unit(..) | DateExpression::Rolling(..) | DateExpression::Shifted(..))
        && !matches!(last, DateExpression::Shifted(..))
}

fn ranged(first: DateExpression, last: DateExpression) -> DateExpression {
    DateExpression::Range(Box::new(first), Box::new(last))
}

/// `"to" | "until" | "through" | "-"`
pub(super) fn joiner(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((hyphen, one_of(&["to", "until", "till", "through", "thru"]).map(|_| ()))).parse(input)
}

/// `since`
fn since(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, date) = preceded((word("since"), opt(one_of(&["the", "about", "around"]))), point).parse(input)?;
    // "Since March, when 40 died" goes on with March itself.
    let goes_on = rest.letters() == "," && rest.letters_at(1) == "when";
    Ok((rest, if goes_on { date } else { DateExpression::Since(Box::new(date)) }))
}

/// `until`
fn until(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, date) = preceded(one_of(&["until", "till"]), point).parse(input)?;
    Ok((rest, DateExpression::Until(Box::new(date))))
}

/// `"no" "later" "than" date`, from the second word on.
fn no_later(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let no = input.back(1).is_some_and(|before| before.reads("no"));
    let (rest, date) = preceded((word("later"), word("than")), point).parse(input)?;
    if no { Ok((rest, DateExpression::Until(Box::new(date)))) } else { fail() }
}

/// `"onward" | "onwards" | ("or" | "and") ("later" | "after")`
fn onwards(input: Tokens<'_>) -> Parsed<'_, ()> {
    let later = (one_of(&["or", "and"]), one_of(&["later", "after"])).map(|_| ());
    let (rest, ()) = alt((one_of(&["onward", "onwards"]).map(|_| ()), later)).parse(input)?;
    if ends(&rest) { Ok((rest, ())) } else { fail() }
}

/// `within`; in a sentence that looks back it is how long something took.
fn within(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let next = opt((article, one_of(&["next", "coming"])));
    let (rest, (count, unit)) = preceded((word("within"), next), (count, unit)).parse(input)?;
    let ahead = matches!(tense_at(&input, input.at(), rest.at()), Tense::Future | Tense::Alone);
    if !ahead || matches!(rest.letters(), "of" | "after" | "from") {
        return fail();
    }
    Ok((rest, DateExpression::Term(count, unit, Box::new(DateExpression::Relative(0)))))
}

/// `("before" | "after" | "earlier" "than" | "later" "than") (month | year)`; what happened "after the 2010 floods" did
/// so in a year that nobody tells.
fn apart(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let beside = alt((one_of(&["before", "after"]), terminated(one_of(&["earlier", "later"]), word("than"))));
    let (rest, (side, date)) = (beside, point).parse(input)?;
    if !date.is_month_or_year() || !(ends(&rest) || rest.is(List::Determiner)) {
        return fail();
    }
    let later = side.reads("after") || side.reads("later");
    let date = Box::new(date);
    Ok((rest, if later { DateExpression::After(date) } else { DateExpression::Before(date) }))
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn stretches() {
        check(&[
            ("It fell between March and May.", "2025-08-12", "2025-03-01/2025-05-31"),
            ("It fell between May 2024 and now.", "2025-08-12", "2024-05-01/2025-08-12"),
            ("It fell from 3 May to 9 June 2024.", "2025-08-12", "2024-05-03/2024-06-09"),
            ("From January to mid-June it fell.", "2025-08-12", "2025-01-01/2025-06-15"),
            ("It ran from 27 May to the 3rd.", "2025-08-12", "2025-05-27/2025-06-03"),
            ("It fell from November to March.", "2025-08-12", "2024-11-01/2025-03-31"),
            ("It fell from 2014 until last January.", "2025-08-12", "2014-01-01/2025-01-31"),
            ("It fell from 2014 to 2018.", "2025-08-12", "2014-01-01/2018-12-31"),
            ("It ran 30 April - 2 May 2024.", "2025-08-12", "2024-04-30/2024-05-02"),
            ("It fell between Monday and Wednesday.", "2025-08-15", "2025-08-11/2025-08-13"),
            ("It has risen since January.", "2025-08-12", "2025-01-01/2025-08-12"),
            ("It will close, the first to do so since November.", "2025-08-12", "2024-11-01/2025-08-12"),
            ("It was the worst since May, when 40 died.", "2025-08-12", "2025-05-01/2025-05-31"),
            ("It has risen since 2014.", "2025-08-12", "2014-01-01/2025-08-12"),
            ("It will run until Friday.", "2025-08-12", "/2025-08-15"),
            ("It has until 15 January to appeal if the case is closed.", "2025-08-12", "/2026-01-15"),
        ]);
    }

    #[test]
    fn stretches_that_are_open() {
        check(&[
            ("It must pay no later than 1 January.", "2025-08-12", "/2026-01-01"),
            ("It closed no later than most.", "2025-08-12", ""),
            ("It will run from May onwards.", "2025-08-12", "2026-05-01/"),
            ("It has sold more in 2012 or later.", "2025-08-12", "2012-01-01/2025-08-12"),
            ("It had fallen before 2010.", "2025-08-12", "/2009-12-31"),
            ("It fell after May, the bank said.", "2025-08-12", "2025-06-01/2025-08-12"),
            ("It was built later than 2010.", "2025-08-12", "2011-01-01/2025-08-12"),
            ("It fell after the 2010 floods.", "2025-08-12", "2010-01-01/2010-12-31"),
            ("It fell before Theresa May left.", "2025-08-12", ""),
        ]);
    }

    #[test]
    fn terms_that_begin_today() {
        check(&[
            ("It will close within nine months.", "2025-08-12", "2025-08-12/2026-05-11"),
            ("It will close within the next two weeks.", "2025-08-12", "2025-08-12/2025-08-25"),
            ("It closed within nine months.", "2025-08-12", ""),
            ("It will close within a year of the vote.", "2025-08-12", ""),
        ]);
    }
}
