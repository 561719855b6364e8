//! How old somebody was, and the years of a life that are told beside it.
//!
//! ```text
//! life   = "(" year "–" year ")" … "died" … ("at" | "aged" | "at the age of") N
//! turned = "born" … year … "turned" N ["in" year]
//! died   = "has" "died" ("at" | "aged" | "at the age of") N … "born" … year
//! now    = ("," | "is") N "," … year … ("aged" | "at the age of") N
//! then   = "was" N "when" … year … "is" "now" N
//! when   = "born" … year … "was" N "when" … year
//! ```
//! Nothing but the years is told, so that a year more or less is nothing.

use super::super::is_any;
use super::age::told_before;
use super::{Figures, is_year};
use crate::claim::{Decimal, Relation, Timing};
use crate::text::Shape;
use jiff::civil::Date;

/// How many tokens may stand between a life's years and the age, and between two of the words above.
const REACH: usize = 12;

/// The ages of a sentence that its years tell as well.
pub(super) fn lives(figures: &Figures<'_>) -> Vec<Relation> {
    (0..figures.pieces.len())
        .filter_map(|at| {
            life(figures, at)
                .or_else(|| turned(figures, at))
                .or_else(|| then(figures, at))
                .or_else(|| when(figures, at))
                .or_else(|| died(figures, at))
                .or_else(|| as_of_then(figures, at))
        })
        .collect()
}

/// "The baker (1931–2020) died at 79".
fn life(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let start = figures.pieces[at].tokens.start;
    let back = |back| figures.letters_before(start, back);
    let aged = is_any(back(1), &["at", "aged"]) || back(1) == "of" && back(2) == "age";
    let died = (start.saturating_sub(REACH)..start).rev().find(|&at| figures.is_one_of(at, &["died", "dead"]))?;
    let close = (died.saturating_sub(REACH)..died).rev().find(|&at| figures.word(at) == ")")?;
    let dash = matches!(figures.letters_before(close, 2), "–" | "-" | "—");
    let open = figures.letters_before(close, 4) == "(";
    let (born, gone) = (year(figures, close.checked_sub(3)?)?, year(figures, close - 1)?);
    (aged && dash && open && born < gone && is_bare(figures, at)).then(|| age(figures, at, born, gone))
}

/// "Born in 1950, turned 70 in 2024".
fn turned(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let piece = &figures.pieces[at];
    if !is_any(figures.letters_before(piece.tokens.start, 1), &["turned", "turns"]) {
        return None;
    }
    let start = piece.tokens.start.saturating_sub(REACH);
    let birth = (start..piece.tokens.start).find(|&at| figures.is_one_of(at, &["born"]))?;
    let whose = (0..birth).any(|at| figures.is_one_of(at, &["son", "daughter", "whose", "mother", "father"]));
    let years = (birth..piece.tokens.start).filter_map(|at| year(figures, at));
    let [born] = years.collect::<Vec<_>>()[..] else { return None };
    let end = piece.tokens.end;
    let then = figures.is_one_of(end, &["in"]).then(|| year(figures, end + 1)).flatten();
    let closed = is_any(figures.word(end), &[".", ",", "this"]);
    let when = then.or_else(|| figures.published().map(Date::year).filter(|_| closed))?;
    (!whose && is_bare(figures, at)).then(|| age(figures, at, born, when))
}

/// "Brandt, who has died aged 79, was born in 1931".
fn died(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let tokens = &figures.pieces[at].tokens;
    let back = |back| figures.letters_before(tokens.start, back);
    let verb = if is_any(back(1), &["aged", "at"]) { 2 } else { 5 };
    let aged = verb == 2 || [back(4), back(3), back(2), back(1)] == ["at", "the", "age", "of"];
    if !aged || back(verb) != "died" || back(verb + 1) != "has" {
        return None;
    }
    let end = figures.tokens.rest().len();
    let birth = (tokens.end..end.min(tokens.end + REACH)).find(|&at| figures.is_one_of(at, &["born"]))?;
    let subject = !(tokens.end..birth).any(|at| figures.is_one_of(at, &["son", "daughter", "whose", "and"]));
    let [born] = (0..end).filter_map(|at| year(figures, at)).collect::<Vec<_>>()[..] else { return None };
    let today = figures.published().filter(|_| subject)?;
    Some(age(figures, at, born, today.year()))
}

/// "Brandt, 48, first dived at the age of 27, in 2003": the year of birth follows from the first.
fn as_of_then(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let [first, second] = figures.pieces else { return None };
    let (now, then) = (&first.tokens, &second.tokens);
    let back = |back| figures.letters_before(then.start, back);
    let aged = back(1) == "aged" || [back(3), back(2), back(1)] == ["the", "age", "of"];
    let before = figures.letters_before(now.start, 1);
    let told = first.age && before == "," || before == "is" && !first.united;
    if at != 1 || !aged || !told || figures.word(now.end) != "," {
        return None;
    }
    let years: Vec<_> = (0..figures.tokens.rest().len()).filter_map(|at| Some((at, year(figures, at)?))).collect();
    let [(place, then_year)] = years[..] else { return None };
    let near = place.abs_diff(then.start) <= NEAR || place.abs_diff(then.end) <= NEAR;
    let named = (0..now.start).any(|at| figures.token(at).is_some_and(crate::text::Token::is_capitalised));
    let years_old = figures.claims[0].quantity.value().filter(Decimal::is_integer)?;
    let born = figures.published()?.year().checked_sub(i16::try_from(years_old).ok()?)?;
    let alone = !figures.is_any_word(&["son", "daughter", "mother", "father", "brother", "sister", "wife", "husband"]);
    (named && near && alone && born < then_year).then(|| age_from(figures, at, (born - 1, born), then_year))
}

/// How many words may stand between an age and its year.
const NEAR: usize = 8;

/// "She was 30 when she won in 2000 and is now 42": the year of birth follows from the first.
fn then(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let first = at.checked_sub(1)?;
    let (one, other) = (&figures.pieces[first].tokens, &figures.pieces[at].tokens);
    let was = is_any(figures.letters_before(one.start, 1), &["was"]) && figures.is_one_of(one.end, &["when"]);
    let is = match [2, 1].map(|back| figures.letters_before(other.start, back)) {
        ["is", "now"] => true,
        [_, "is"] => figures.is_one_of(other.end, &["now"]),
        _ => false,
    };
    let years = figures.between(first, at).filter_map(|at| year(figures, at));
    let [then] = years.collect::<Vec<_>>()[..] else { return None };
    let years_old = figures.claims[first].quantity.value().filter(Decimal::is_integer)?;
    let born = then.checked_sub(i16::try_from(years_old).ok()?)?;
    let now = figures.published()?.year();
    let near = figures.between(first, at).len() <= REACH;
    (was && is && near && is_bare(figures, at)).then(|| age_from(figures, at, (born - 1, born), now))
}

/// "Born in 1950, she was 30 when the dam broke in 1990"; the birth may stand before in the paragraph.
fn when(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let tokens = &figures.pieces[at].tokens;
    let told = is_any(figures.letters_before(tokens.start, 1), &["was", "aged", "only"])
        && is_any(figures.letters_before(tokens.start, 2), &["he", "she", "was", ","]);
    if !told || !figures.is_one_of(tokens.end, &["when"]) {
        return None;
    }
    let end = figures.tokens.rest().len().min(tokens.end + REACH);
    let years = (tokens.end..end).filter_map(|at| year(figures, at));
    let [then] = years.collect::<Vec<_>>()[..] else { return None };
    let born = figures.is_one_of(0, &["born"]).then(|| (1..tokens.start).filter_map(|at| year(figures, at)));
    let here = born.and_then(|mut years| years.next().filter(|_| years.next().is_none()));
    let before = || told_before(figures)?.start.map(Date::year);
    let born = here.or_else(before)?;
    (born < then).then(|| age(figures, at, born, then))
}

/// Whether nothing is counted by a figure: an age, or no more than a number.
fn is_bare(figures: &Figures<'_>, at: usize) -> bool {
    let behind = figures.pieces[at].tokens.end;
    let closed = figures.token(behind).is_none_or(|next| next.shape == Shape::Mark)
        || figures.is_one_of(behind, &["in", "on", "at", "this", "and", "after", "when", "now"]);
    figures.pieces[at].age || !figures.pieces[at].united && closed
}

fn age(figures: &Figures<'_>, at: usize, born: i16, then: i16) -> Relation {
    age_from(figures, at, (born, born), then)
}

/// An age in one year, of somebody born in one of some years.
fn age_from(figures: &Figures<'_>, at: usize, born: (i16, i16), then: i16) -> Relation {
    let years = |first: i16, last: i16| {
        let day = |year, month, day| Date::new(year, month, day).ok();
        Timing { span: None, start: day(first, 1, 1), end: day(last, 12, 31) }
    };
    Relation::Age { age: figures.place(at), born: years(born.0, born.1), at: years(then, then) }
}

fn year(figures: &Figures<'_>, at: usize) -> Option<i16> {
    figures.token(at).filter(|token| is_year(token))?.letters.parse().ok()
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::relations;

    #[test]
    fn ages_by_years() {
        // The draft is of 12 March 2025.
        for (text, wanted) in [
            ("The baker (1931–2020) died at 79.", "1931 at 2020"),
            ("Olga Brandt (1931-2020) died at home at the age of 79.", "1931 at 2020"),
            ("The singer, who was born in 1950, turned 70 in 2024.", "1950 at 2024"),
            ("Born in 1950, she turned 70 this year.", "1950 at 2025"),
            ("She was 30 when she won in 2000 and is now 42.", "1969 at 2025"),
            ("Ada Holt, who has died aged 84, was born in 1931.", "1931 at 2025"),
            ("Ada Holt, 48, first dived at the age of 29, in 2003.", "1976 at 2003"),
            ("Holt, who is 48, first dived in 2003, at the age of 29.", "1976 at 2003"),
            ("Holt, 48, whose son dived in 2003 at the age of 9, is ill.", ""),
            ("Holt, who has died aged 84, and Lind, born in 1960, sang.", ""),
            ("Born in 1950, she was 30 when the dam broke in 1990.", "1950 at 1990"),
            ("Lund was born in 1950 in Orr. She was 30 when she won the cup in 1990.", "1950 at 1990"),
            ("Lund was born in 1950 in Orr. Her rival was 30 when she won the cup in 1990.", ""),
            ("His son, born in 1950, turned 70 in 2024.", ""),
            ("The war (1931–2020) died at 79 places.", ""),
            ("She was 30 when she won in 2000 and now owns 42 boats.", ""),
        ] {
            let found: Vec<_> = relations(text).iter().filter_map(shown).collect();
            assert_eq!(found.join("; "), wanted, "{text}");
        }
    }

    fn shown(relation: &Relation) -> Option<String> {
        let Relation::Age { born, at, .. } = relation else { return None };
        Some(format!("{} at {}", born.start?.year(), at.start?.year()))
    }
}
