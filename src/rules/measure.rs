//! What a row of a ledger measures, and how much of that is told of a figure.
//!
//! The thing itself must stand beside the figure ("output"); what narrows it may have been said before ("copper"). It
//! knows no subject, source or period.

use crate::claim::{Claim, Decimal, Unit};
use crate::extract::content_words;
use crate::lexicon::Lexicon;
use std::collections::BTreeSet;

/// What a word said earlier in the draft counts for, beside one in the figure's own sentence, in hundredths.
const EARLIER: i64 = 50;

/// Words that go with any measure.
const GENERIC: [&str; 13] = [
    "number",
    "total",
    "count",
    "level",
    "rate",
    "figure",
    "amount",
    "annual",
    "monthly",
    "quarterly",
    "yearly",
    "sum",
    "all",
];

/// Words that an amount of money says by itself.
const OF_MONEY: [&str; 3] = ["price", "cost", "value"];

/// Where a measure's own noun ends: "deaths from measles", "price per kilogram".
const BREAKS: [&str; 9] = [" of ", " from ", " in ", " by ", " per ", " at ", " for ", " on ", " to "];

/// Words that tell one measure in several forms.
const FAMILIES: &[&[&str]] = &[
    &["death", "die", "dead", "fatality", "kill"],
    &["murder", "homicide"],
    &["robbery", "rob"],
    &["burglary", "burgle", "break-in"],
    &["theft", "steal", "larceny"],
    &["arrest", "detain"],
    &["birth", "bear", "born"],
    &["sale", "sell"],
    &["output", "produce", "production"],
    &["worker", "employ", "workforce", "headcount", "payroll"],
    &["injury", "injure", "wound", "hurt"],
    &["infection", "infect"],
    &["visitor", "visit", "visitation"],
    &["arrival", "arrive"],
    &["shooting", "shoot"],
    &["spending", "spend", "expenditure"],
    &["unemployment", "jobless", "unemployed"],
    &["wage", "pay", "salary"],
    &["export", "ship"],
    &["harvest", "crop", "reap"],
    &["vaccination", "vaccinate", "inoculate"],
    &["evacuation", "evacuate", "evacuee"],
];

/// The words of a measure that carry meaning, as claims have them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    words: BTreeSet<String>,
    /// The thing that is measured, of those words; `None` where they name none that a figure would have to repeat.
    head: Option<String>,
}

impl Measure {
    /// Reads what a ledger's cell says.
    pub(super) fn new(lexicon: &Lexicon, cell: &str) -> Self {
        let all = content_words(lexicon, cell);
        let telling = |word: &&String| !GENERIC.contains(&word.as_str());
        let words: BTreeSet<_> = all.iter().filter(telling).cloned().collect();
        let own =
            BREAKS.iter().filter_map(|word| cell.find(word)).min().and_then(|end| cell.get(..end)).unwrap_or(cell);
        let head = content_words(lexicon, own).into_iter().next_back().filter(|head| words.contains(head));
        Self { words: if words.is_empty() { all.into_iter().collect() } else { words }, head }
    }

    /// How much of it is told of a claim, in hundredths, and how many of its words; `None` where the thing itself is not.
    pub(super) fn told(&self, claim: &Claim, around: &Around<'_>) -> Option<(Decimal, usize)> {
        let money = matches!(claim.quantity.unit, Unit::Money(_));
        let implied = |word: &str| money && OF_MONEY.contains(&word);
        let words: Vec<_> = self.words.iter().filter(|word| !implied(word)).collect();
        let beside = words.iter().filter(|word| around.beside(word)).count();
        let earlier = words.iter().filter(|word| !around.beside(word) && around.earlier(word)).count();
        let head = self.head.as_deref().is_none_or(|head| implied(head) || around.beside(head));
        let points = Decimal::from(beside * 100) + Decimal::from(earlier) * Decimal::from(EARLIER);
        let share = points.checked_div(Decimal::from(words.len()))?;
        (head && beside > 0).then_some((share, beside))
    }
}

/// What is said around a claim.
pub(super) struct Around<'d> {
    /// The words of its sentence that carry meaning.
    beside: BTreeSet<String>,
    /// The draft up to the claim, in lower case.
    earlier: &'d str,
}

impl<'d> Around<'d> {
    /// The surroundings of a claim, beside others of its sentence, and the draft's text up to it in lower case. What those
    /// in the same unit count is not what this one counts.
    pub(super) fn new<'c>(claim: &Claim, others: impl Iterator<Item = &'c Claim>, earlier: &'d str) -> Self {
        let context = claim.context();
        let lists = [&context.modifiers, &context.words, &context.events, &context.names, &context.places];
        let noun = claim.noun.iter();
        let noun = noun.flat_map(|noun| noun.text.split(' ').map(str::to_lowercase).chain([noun.head.to_string()]));
        let mut beside: BTreeSet<_> =
            lists.into_iter().flatten().cloned().chain([context.thing.clone()]).chain(noun).collect();
        let rivals = others.filter(|other| other.quantity.unit == claim.quantity.unit);
        rivals.filter_map(counted).filter(|other| *other != context.thing).for_each(|other| {
            beside.remove(other);
        });
        Self { beside, earlier }
    }

    fn beside(&self, word: &str) -> bool {
        self.beside.contains(word) || family(word).iter().any(|other| self.beside.contains(*other))
    }

    fn earlier(&self, word: &str) -> bool {
        let begins = |at: usize| !self.earlier[..at].ends_with(char::is_alphanumeric);
        self.earlier.match_indices(word).any(|(at, _)| begins(at))
    }
}

/// What a claim counts by a noun of its own.
fn counted(claim: &Claim) -> Option<&str> {
    let own = claim.noun.as_ref().is_some_and(|noun| !noun.span.is_empty());
    own.then(|| claim.context().thing.as_str())
}

/// The words that tell the same measure as one.
fn family(word: &str) -> &'static [&'static str] {
    FAMILIES.iter().find(|family| family.contains(&word)).copied().unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use super::Measure;
    use crate::lexicon::Lexicon;

    #[test]
    fn the_thing_measured() {
        let lexicon = Lexicon::embedded();
        for (cell, head) in [
            ("copper output", Some("output")),
            ("deaths from measles", Some("death")),
            ("retail price of rice per kg", Some("price")),
            ("number of robberies", None),
            ("inflation rate", None),
        ] {
            assert_eq!(Measure::new(&lexicon, cell).head.as_deref(), head, "{cell}");
        }
    }
}
