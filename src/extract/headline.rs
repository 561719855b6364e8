//! What a headline leaves out for the lead to tell: the period of the same figure, and in which money a sum is.
//!
//! | headline | lead | taken over |
//! |---|---|---|
//! | `40 die in slide` | `A slide on Friday killed 40.` | Friday |
//! | `Slide kills dozens` | `A slide on Friday killed 40.` | nothing: another figure |
//! | `Athletics club sells stadium for 9 million` | `The stand brought €8 million.` | euros |
//! | `Isle draws 9 million` | `Some 8 million guests spent €2 million.` | nothing: millions are counted |

use crate::claim::{Claim, Decimal, Unit};
use crate::text::Role;

/// From how much on a bare figure may be a sum of money.
const SUM: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// In how many paragraphs the money of a headline's sum may be told.
const OPENING: usize = 3;

/// Gives the figures of a headline, which are among those before a paragraph, what one of the first paragraphs tells of them:
/// the one that so many stand before.
pub(super) fn take_from_opening(before: &mut [Claim], paragraph: &[Claim], paragraphs: usize) {
    if paragraphs == 0 {
        take_period(before, paragraph);
    }
    if paragraphs < OPENING
        && let Some(money) = only_money(paragraph)
    {
        let bare = |claim: &&mut Claim| claim.role == Role::Headline && is_great_count(claim) && claim.noun.is_none();
        before.iter_mut().filter(bare).for_each(|claim| claim.quantity.unit = money.clone());
    }
}

/// Gives the figures of a headline the period of the same figure among those of the lead.
fn take_period(headline: &mut [Claim], lead: &[Claim]) {
    for claim in headline.iter_mut().filter(|claim| claim.role == Role::Headline && claim.as_of.is_none()) {
        let same = |other: &&Claim| {
            other.quantity.unit == claim.quantity.unit && other.quantity.stated == claim.quantity.stated
        };
        claim.as_of = lead.iter().find(same).and_then(|other| other.as_of);
    }
}

/// The currency of a paragraph that tells of sums in no other, and counts nothing in millions.
fn only_money(paragraph: &[Claim]) -> Option<&Unit> {
    let mut sums = paragraph.iter().map(|claim| &claim.quantity.unit).filter(|unit| matches!(unit, Unit::Money(_)));
    let first = sums.next()?;
    (sums.all(|unit| unit == first) && !paragraph.iter().any(is_great_count)).then_some(first)
}

fn is_great_count(claim: &Claim) -> bool {
    claim.quantity.unit == Unit::Count && claim.quantity.value() >= Some(SUM)
}

#[cfg(test)]
mod tests {
    use crate::extract::noun::testing::claims;

    #[test]
    fn a_sum_in_a_headline_is_in_the_money_of_the_lead() {
        for (title, lead, unit) in [
            ("Athletics club sells stadium for 9 million", "The stand brought the club 8 million euros.", "EUR"),
            (
                "Athletics club sells stadium for 9 million",
                "The stand brought the club 8 million euros, not $6 million.",
                "count",
            ),
            ("Isle draws 9 million", "Some 8 million guests spent 2 million euros.", "count"),
            ("Athletics club sells stadium for 900", "The stand brought the club 800 euros.", "count"),
        ] {
            let found = claims(&format!("---\ntitle: {title}\n---\n\n{lead}\n"));
            assert_eq!(found[0].quantity.unit.name(), unit, "{title}: {lead}");
        }
    }

    #[test]
    fn a_headline_is_of_the_day_of_the_lead() {
        let story = "---\ndate: 2025-03-12\n---\n\nA slide in the hills on Monday killed 40 people.\n\nNine left.\n";
        for (title, day) in [("Slide kills 40 people", Some("2025-03-10")), ("Slide leaves 41 dead", None)] {
            let text = story.replacen("---\n", &format!("---\ntitle: {title}\n"), 1);
            let as_of = claims(&text)[0].as_of.and_then(|period| period.start).map(|day| day.to_string());
            assert_eq!(as_of.as_deref(), day, "{title}");
        }
    }
}
