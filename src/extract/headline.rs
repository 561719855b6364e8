//! The period of a figure in a headline, which gives none: the lead gives the same figure with its own.
//!
//! | headline | lead | period |
//! |---|---|---|
//! | `40 die in slide` | `A slide on Friday killed 40.` | Friday |
//! | `Slide kills dozens` | `A slide on Friday killed 40.` | none: another figure |

use crate::claim::Claim;
use crate::text::Role;

/// Gives the figures of a headline the period of the same figure among those of the lead.
pub(super) fn take_from_lead(headline: &mut [Claim], lead: &[Claim]) {
    for claim in headline.iter_mut().filter(|claim| claim.role == Role::Headline && claim.as_of.is_none()) {
        let same = |other: &&Claim| {
            other.quantity.unit == claim.quantity.unit && other.quantity.stated == claim.quantity.stated
        };
        claim.as_of = lead.iter().find(same).and_then(|other| other.as_of);
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::noun::testing::claims;

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
