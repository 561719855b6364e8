//! The unit that a bare figure takes over from one before it, or has from the words of its clause.
//!
//! | text | unit |
//! |---|---|
//! | `profit of £4 million, against £3 million` | its own |
//! | `an output of 30 tonnes, against 25` | tonne |
//! | `income was 16 million euros; wages took 7 million` | EUR |
//! | `turnout fell to 61 percent from 64` | percent |
//! | `the pension age will be 67` | year |
//! | `a magnitude 6.2 earthquake` | magnitude |
//! | `fell to minus 4C; blossom dies at minus 2` | degree_celsius |
//! | `62 percent of women, compared with 41 of men` | percent |
//! | `stood at 22 percent, a gain of three points` | percentage_point |

mod age;
mod frost;
mod magnitude;
mod money;
mod parallel;
mod point;

use super::antecedent::Antecedents;
use super::restated::{is_compared, is_told_of_it};
use super::{Figure, QuantityPiece};
use crate::claim::{Decimal, Stated, Unit};

/// How many claims back the height may stand that a change is told of: "It came to 30 tonnes. It had risen from 25".
const REACH: usize = 3;

/// The unit that a figure without one has from those before it; `None` where it counts.
pub(in super::super) fn taken_over(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let piece = figure.piece();
    if piece.united || piece.stated == Stated::Vague || before.heading().is_some() {
        return None;
    }
    if let Some(unit) = parallel::share(figure, before).or_else(|| magnitude::of_quake(figure)) {
        return Some(unit);
    }
    if !figure.behind.is_empty() {
        return point::of_percentage(figure, before);
    }
    let compared = || is_compared(figure).then(|| compared(figure, before)).flatten();
    parallel::step(figure, before)
        .or_else(compared)
        .or_else(|| parallel::goes_on(figure, before))
        .or_else(|| money::shared(figure, before))
        .or_else(|| frost::below_zero(figure, before))
        .or_else(|| age::told(figure))
}

/// Whether a figure is one of the parts that a colon brings: "90,000 euros: 50,000 from the choir and …".
pub(super) fn is_part(figure: &Figure<'_>) -> bool {
    !figure.piece().united && money::is_part(figure)
}

/// The unit of the figure that this one is compared with.
fn compared(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let sentence = before.claims().len().saturating_sub(figure.at);
    let others = before.claims()[sentence..].iter().zip(figure.pieces).rev();
    let others = others.filter(|(claim, piece)| {
        let stretch = claim.quantity.unit.is_time() && is_stretch(figure, piece);
        let aged = piece.age && is_past_ages(figure);
        !stretch && !aged && !money::is_bracketed(figure, claim)
    });
    let level = others.filter(|(claim, piece)| claim.quantity.unit != Unit::Percent || is_level(figure, piece));
    let mut units = level.map(|(claim, _)| &claim.quantity.unit).filter(|unit| **unit != Unit::Ratio);
    let told = is_told_of_it(figure);
    let earlier = || {
        let claims = before.claims()[..sentence].iter().rev().take(REACH);
        let mut units = claims.map(|claim| &claim.quantity.unit);
        units.find(|unit| **unit != Unit::Ratio && (told || **unit != Unit::Percent))
    };
    // "It has more than doubled from 12": of what the sentence before gave.
    let taken_up = told || ["It", "They", "That", "This"].contains(&figure.tokens.from(0).letters());
    let unit = units.next().or_else(|| taken_up.then(earlier).flatten())?;
    (*unit != Unit::Count).then(|| unit.clone())
}

/// The most years that somebody may be old.
const OLDEST: i64 = 120;

/// Whether a figure is no age: "those aged 65 rose from 9,020".
fn is_past_ages(figure: &Figure<'_>) -> bool {
    matches!(figure.piece().stated, Stated::Point(value) if value > Decimal::from(OLDEST))
}

/// Whether a length of time is that of a period: "in the six months to June", "the 26 weeks ended 30 August".
fn is_stretch(figure: &Figure<'_>, piece: &QuantityPiece) -> bool {
    const ENDS: [&str; 5] = ["to", "through", "until", "ended", "ending"];
    let before = piece.tokens.start.checked_sub(1).map(|at| figure.tokens.from(at).letters());
    let behind = figure.tokens.from(piece.tokens.end);
    before == Some("the") && (ENDS.contains(&behind.letters()) || ENDS.contains(&behind.letters_at(1)))
}

/// Whether a percentage is a height that another may be compared with, and not the size of a change.
fn is_level(figure: &Figure<'_>, piece: &QuantityPiece) -> bool {
    const LEVELS: [&str; 8] = ["to", "at", "from", "was", "is", "were", "are", "of"];
    let low = matches!(figure.piece().stated, Stated::Point(value) if value <= Decimal::ONE_HUNDRED);
    let before = piece.tokens.start.checked_sub(1).map(|at| figure.tokens.from(at).letters());
    low && before.is_some_and(|before| LEVELS.contains(&before))
}

#[cfg(test)]
mod tests {
    use super::super::testing::claims;

    #[test]
    fn units_that_are_taken_over() {
        for (text, unit) in [
            ("The mill made 30 tonnes in May, against 25 in June.", "tonne"),
            ("It cut 30 hectares. It has more than doubled from 12.", "hectare"),
            ("Income was 16 million euros. Wages took 7 million.", "EUR"),
            ("Income was 16 million euros ($17 million). Wages took 7 million.", "EUR"),
            ("She took 90,000 euros: 50,000 from the choir and 40,000 from the school.", "EUR"),
            ("The wage is 900 euros a month. The union asked to be paid 1,200.", "EUR"),
            ("Turnout fell to 61 percent from 64 in the spring.", "percent"),
            ("Profit fell to 142 million crowns ($13 million) from 206 million.", "SEK"),
            ("Exports rose 12 percent from 760 in the spring.", "count"),
            ("Sales were £4 million in the 26 weeks to May, against 3 million a year earlier.", "GBP"),
            ("Exports were 4 tonnes in the six months to June, against 3 in the same period last year.", "tonne"),
            ("Turnout was 61 percent in 2019, and in 2015 it was 58.", "percent"),
            ("The quay is 90 metres by 40.", "metre"),
            ("It lost 4 tonnes of fish in the first term and 5 in the second.", "tonne"),
            ("They want a 36-hour week instead of 38.", "hour"),
            ("Vora Inskel was born in 1988 and is 37.", "year"),
            ("His son, who was 41, left.", "year"),
            ("Vora Inskel, now 41, sings.", "year"),
            ("Of these, 900 were under 16.", "year"),
            ("The wells are under 16.", "count"),
            ("Some 40 percent of those who came were under 25.", "year"),
            ("Some 40 percent of the wells were under 25.", "count"),
            ("The boats cost 90,000 euros. The union wants 40,000.", "EUR"),
            ("The boats cost 90,000 euros. The union wants 400 boats.", "count"),
            ("Turnout was 61 percent in 2019. In 2015 it was 58.", "percent"),
            ("Income was 16 million euros. It has 7 million members.", "count"),
            ("Tenants owe 16 million euros, and 2 million are behind with the rent.", "count"),
            ("Tenants owe 16 million euros, and 2 million are spent on the roof.", "EUR"),
            ("It sowed 4.9 million hectares, little changed from the 5.0 million of a year ago.", "hectare"),
            ("Income was 16 million euros. Some 7 million are pensioners.", "count"),
            ("The number of people aged 65 or over rose from 9,020", "count"),
            ("They want to raise the pension age to 67.", "year"),
            ("The oldest is 93.", "year"),
            ("The Greens stood at 22 percent, a gain of three points.", "percentage_point"),
            ("The index rose 0.4 percent, or 58.2 points.", "count"),
            ("A magnitude 6.2 earthquake struck.", "magnitude"),
            ("A magnitude-6.2 tremor struck.", "magnitude"),
            ("A 6.2-magnitude tremor struck.", "magnitude"),
            ("The quake measured 6.2, from a magnitude of 5.9.", "magnitude"),
            ("The quake measured 6.2.", "magnitude"),
            ("The institute put its magnitude at 6.2.", "magnitude"),
            ("Its magnitude was about 6.2.", "magnitude"),
            ("A 6.2 -magnitude tremor struck.", "magnitude"),
            ("A poll put the Greens on 22 percent, Labour on 14 and the Centre on nine.", "percent"),
            ("It stood at 22 percent on Monday and at 14 ports on Tuesday.", "count"),
            ("A 6.2 quake struck.", "magnitude"),
            ("The quake displaced 6.2 million.", "count"),
            ("It won 62 percent of women, compared with 41 of men.", "percent"),
            ("It won 62 percent of the vote and 41 of the seats.", "count"),
            ("The Greens had 33.2 percent of the vote and Labour 31.4.", "percent"),
            ("The poll gave the Greens 33 percent, Labour 31 and the Centre nine.", "percent"),
            ("The Greens had 33 percent of the vote and lost Tarrow 31.", "count"),
            ("The Greens had 33 percent of the vote, and Labour 31 seats.", "count"),
            ("Boys did better, by 9.6 percent against 9.2.", "percent"),
            ("Sales rose by 9.6 percent to 92.", "count"),
            ("Some 62 percent of voters backed the plan, 30 opposed it.", "percent"),
            ("Some 62 percent of voters backed the plan, and 30 were against.", "percent"),
            ("Some 62 percent of the homes were lost, and 30 were hurt.", "count"),
            ("Some 62 percent of voters backed the plan, and 30 councils took part.", "count"),
            ("The dam was raised by four metres in 2019, and again, by three, in 2023.", "metre"),
            ("Sales grew by 2 percent but exports fell by 1.", "percent"),
            ("It fell to minus 4C. Blossom dies at about minus 2.", "degree_celsius"),
            ("It fell to minus 4C. The team has 2 on board.", "count"),
            ("He hit 40 percent from three-point range.", "count"),
            ("The gang took in 3 million euros, or something like 4,500 a head.", "EUR"),
            ("The gang took in 3 million euros, or about 4,500 each.", "EUR"),
            ("They lost 400 hectares, or 40 a day.", "hectare"),
            ("They lost 400 boats, or 40 a day.", "count"),
            ("He asked 400 dollars in 1980 and 2,500 in 2019.", "USD"),
            ("He asked 400 dollars for a drum in 1980 and 2,500 at the end.", "USD"),
            ("He asked 400 dollars for a drum in 1980 and 2,500 at the fair.", "count"),
            ("The gang took in 3 million euros, or 4,500 apiece.", "EUR"),
            ("She has 40 euros for rent and 30 for food.", "EUR"),
            ("It rained 40 mm on Monday and 30 on Tuesday.", "millimetre"),
            ("It has 40 euros in Lune and 300 in the village left home.", "count"),
            ("It cost 40 euros in Lune and 300 men in the village.", "count"),
            ("They walked for 40 days in May and 30 in June fell ill.", "count"),
            ("Waiters get 600 euros a month, while cooks get 300.", "EUR"),
            ("A ticket costs 40 euros; children pay 20.", "EUR"),
            ("A ticket costs 40 euros, and 20 get in free.", "count"),
            ("A ticket costs 40 euros, and the choirs get 20 seats.", "count"),
            ("A ticket costs 40 euros. On Monday the choirs get 20.", "count"),
        ] {
            let last = claims(text).pop().map(|claim| claim.quantity.unit.to_string());
            assert_eq!(last.as_deref(), Some(unit), "{text}");
        }
    }
}
