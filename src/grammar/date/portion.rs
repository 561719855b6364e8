//! Loose parts: "early March", "the end of the month".
//!
//! ```text
//! portion = ("early" | "mid" | "late") ["-"] ["in"] base             the whole of it: the words are too loose
//!         | ["the"] ("beginning" | "middle" | "end" | …) "of" base    about a third of it
//!         | "end" "-" base                                            its last day
//!         | ["the"] "year" ("-" | "'s") "end" [year]                  year-end 2024
//! ```

use super::anchor::Tense;
use super::days::{Days, Unit};
use super::expression::{Counted, DateExpression, Portion, Which};
use super::point::base;
use super::tense::tense_at;
use super::terminal::{article, hyphen, year};
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, token, word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, success, verify};
use nom::sequence::preceded;

/// `portion`
pub(super) fn portion(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((loose, closing, named, year_end)).parse(input)
}

/// `["the"] "year" ("-" | "'s") "end" [year]`: the last one's, unless the sentence looks ahead or sets a term.
fn year_end(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let termed = input.back(1).is_some_and(|before| ["by", "at", "until", "before"].contains(&before.letters));
    let space = verify(success(()), move |()| termed);
    let joint = alt((hyphen, one_of(&["'s", "’s"]).map(|_| ()), space));
    let (rest, _) = (article, word("year"), joint, word("end")).parse(input)?;
    let (rest, named) = opt(year).parse(rest)?;
    let base = match named {
        Some(year) => Days::year(year).map(DateExpression::Fixed),
        None => Some(DateExpression::Unit(Unit::Year, which_end(&input, rest.at()))),
    };
    base.map_or_else(fail, |base| Ok((rest, DateExpression::Portion(Portion::Deadline, Box::new(base)))))
}

/// `("early" | "mid" | "late") ["-"] ["in"] base`
fn loose(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, loose) = preceded(article, one_of(&["early", "mid", "late"])).parse(input)?;
    let (rest, base) = preceded((opt(hyphen), opt(one_of(&["in", "on"])), article), base).parse(rest)?;
    let mid = loose.reads("mid");
    Ok((rest, if mid { DateExpression::Portion(Portion::Mid, Box::new(base)) } else { base }))
}

/// `"end" "-" base`, as accounts are dated.
fn closing(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, base) = preceded((word("end"), hyphen), base).parse(input)?;
    Ok((rest, DateExpression::Nth(-1, Counted::Unit(Unit::Day), Box::new(base))))
}

/// `["the"] ("beginning" | "middle" | "end" | …) ["of"] base`; "by the end of" may be any day up to then.
fn named(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, portion) = preceded(article, token(|_, token| portion_of(token.letters))).parse(input)?;
    let (rest, base) = preceded(word("of"), base).parse(rest)?;
    let by = input.back(1).is_some_and(|before| before.letters.eq_ignore_ascii_case("by"));
    if portion == Portion::Beginning && matches!(base, DateExpression::Fixed(days) if days.start == days.end) {
        return fail();
    }
    // "At the turn of the year" is about its first day.
    if turns(&input) && matches!(base, DateExpression::Unit(Unit::Year, _)) {
        let which = if tense_at(&input, input.at(), rest.at()) == Tense::Future { Which::Next } else { Which::This };
        let year = Box::new(DateExpression::Unit(Unit::Year, which));
        return Ok((rest, DateExpression::Nth(1, Counted::Unit(Unit::Day), year)));
    }
    Ok((
        rest,
        match portion {
            Portion::End if by => DateExpression::Portion(Portion::Deadline, Box::new(base)),
            _ if by => base,
            _ => DateExpression::Portion(portion, Box::new(base)),
        },
    ))
}

/// `["the"] "turn"`
fn turns(input: &Tokens<'_>) -> bool {
    input.letters() == "turn" || input.letters_at(1) == "turn"
}

fn which_end(input: &Tokens<'_>, end: usize) -> Which {
    let term = input.back(1).is_some_and(|before| before.letters.eq_ignore_ascii_case("by"));
    match tense_at(input, input.at(), end) {
        Tense::Past => Which::Last,
        Tense::Silent if !term => Which::Last,
        _ => Which::This,
    }
}

fn portion_of(letters: &str) -> Option<Portion> {
    const WORDS: [(&str, Portion); 9] = [
        ("beginning", Portion::Beginning),
        ("start", Portion::Beginning),
        ("middle", Portion::Middle),
        ("end", Portion::End),
        ("close", Portion::End),
        ("turn", Portion::Beginning),
        ("rest", Portion::Rest),
        ("remainder", Portion::Rest),
        ("ending", Portion::End),
    ];
    WORDS.iter().find(|(word, _)| letters.eq_ignore_ascii_case(word)).map(|(_, portion)| *portion)
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn loose_parts() {
        check(&[
            ("It fell in early March.", "2025-05-12", "2025-03-01/2025-03-31"),
            ("It fell in late 2023.", "2025-05-12", "2023-01-01/2023-12-31"),
            ("It fell in mid-April 2024.", "2025-05-12", "2024-04-01/2024-04-30"),
            ("It fell late last year.", "2025-05-12", "2024-01-01/2024-12-31"),
            ("It fell at the end of April.", "2025-05-12", "2025-04-21/2025-04-30"),
            ("It fell at the turn of the year.", "2025-05-12", "2025-01-01"),
            ("It will fall at the turn of the year.", "2025-11-12", "2026-01-01"),
            ("It was their turn of the wheel.", "2025-11-12", ""),
            ("It fell at the end of 2012.", "2025-05-12", "2012-09-01/2012-12-31"),
            ("It stood at 5 at the end of the month.", "2025-05-06", "2025-04-21/2025-04-30"),
            ("It will fall by the end of 2026.", "2025-05-12", "2026-01-01/2026-12-31"),
            ("It will fall by the end of the year.", "2025-05-12", "2025-01-01/2025-12-31"),
            ("It was founded in mid-1987.", "2025-05-12", "1987-01-01/1987-12-31"),
            ("It will fall by year-end.", "2025-05-12", "2025-01-01/2025-12-31"),
            ("It will fall by year end.", "2025-05-12", "2025-01-01/2025-12-31"),
            ("Debt at year-end was 5.", "2025-02-12", "2024-01-01/2024-12-31"),
            ("It stood at 5 at year-end 2023.", "2025-05-12", "2023-01-01/2023-12-31"),
            ("It stood at 5 at end-September 2024.", "2025-05-12", "2024-09-30"),
        ]);
    }
}
