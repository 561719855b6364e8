//! Cases for so many people, in a place of which the people are counted too.
//!
//! ```text
//! per_many = city … total … restates rate "per" many | rate "per" many … city (":" | "," ["or"]) total
//! many     = "1,000" | "10,000" | "100,000" | "1,000,000"
//! ```

use super::Figures;
use super::sum::is_in_all;
use crate::claim::{Decimal, Relation, Unit};

/// How many people a rate may be told of.
const MANY: [i64; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// How many words may stand between the people of a city and how many of them there were.
const NEAR: usize = 5;

/// "The city of 2 million had 300 murders, or 15 per 100,000": of the only two counts before, the smaller is spread over the
/// larger.
pub(super) fn of_city(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let many = many(figures, at)?;
    let [one, other] = (0..at).filter(|at| is_count(figures, *at)).collect::<Vec<_>>()[..] else { return None };
    let value = |at: usize| figures.claims[at].quantity.value();
    let (total, number) = if value(one) < value(other) { (one, other) } else { (other, one) };
    rate(figures, [total, number, at], many)
}

/// "12 deaths per 100,000 in a city of 2 million: 240".
pub(super) fn rates(figures: &Figures<'_>) -> Vec<Relation> {
    (0..figures.pieces.len().saturating_sub(3)).filter_map(|at| before_city(figures, at)).collect()
}

fn before_city(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let (number, total) = (at + 2, at + 3);
    let many = many(figures, at)?;
    let between = figures.letters(figures.between(number, total));
    let follows = match between[..] {
        [.., ":" | "—" | "–" | "("] | [.., ",", "or"] | [.., ",", "which", "means" | "makes"] => true,
        [.., ","] => is_in_all(figures, total),
        _ => false,
    };
    let counts = is_count(figures, at) && is_count(figures, number) && is_count(figures, total);
    let apart = figures.claims.get(total + 1).is_some();
    (follows && counts && !apart && between.len() <= NEAR).then(|| rate(figures, [total, number, at], many)).flatten()
}

/// For how many people a figure is told: those right behind it.
fn many(figures: &Figures<'_>, at: usize) -> Option<Decimal> {
    let next = figures.claims.get(at + 1)?;
    let per = figures.letters_before(figures.pieces[at + 1].tokens.start, 1);
    let near = figures.between(at, at + 1).len() <= 3 && ["per", "for", "in", "every"].contains(&per);
    next.quantity.value().filter(|many| near && MANY.iter().any(|one| Decimal::from(*one) == *many))
}

fn is_count(figures: &Figures<'_>, at: usize) -> bool {
    let quantity = &figures.claims[at].quantity;
    quantity.unit == Unit::Count && quantity.value().is_some() && !figures.pieces[at].age
}

fn rate(figures: &Figures<'_>, [total, number, rate]: [usize; 3], many: Decimal) -> Option<Relation> {
    // "300 per 100,000" is told of towns of 40,000 too.
    let large = figures.claims[number].quantity.value()?.checked_mul(Decimal::TEN)? >= many;
    let scale = Decimal::ONE.checked_div(many).filter(|_| large)?;
    Some(Relation::Rate {
        total: figures.place(total),
        number: figures.place(number),
        rate: figures.place(rate),
        scale,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    #[test]
    fn cases_in_so_many() {
        for (text, expected) in [
            ("There were 12 deaths per 100,000 in a city of 2 million: 240.", "240 of 2 million is 12"),
            ("There were 12 deaths per 100,000 in a city of 2 million, 240 in all.", "240 of 2 million is 12"),
            ("There were 12 deaths for every 100,000 people in a city of 2 million, or 240.", "240 of 2 million is 12"),
            ("The city of 2 million had 240 deaths, or 12 per 100,000.", "240 of 2 million is 12"),
            ("In a town of 40,000 people, 60 caught the disease: 300 per 100,000.", "60 of 40,000 is 300"),
            ("In a club of 400 people, 60 caught the disease: 300 per 100,000.", "-"),
            ("There were 12 deaths per 100,000 in a city of 2 million and 240 elsewhere.", "-"),
            ("There were 12 deaths per 100,000 in a city of 2 million, or 240 in May and 90 in June.", "-"),
        ] {
            let found = ties(text, |relation, figure| match relation {
                Relation::Rate { total, number, rate, .. } => {
                    Some(format!("{} of {} is {}", figure(*total), figure(*number), figure(*rate)))
                }
                _ => None,
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
