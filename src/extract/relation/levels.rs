//! A rise or fall that one sentence tells, and its two levels that a later one gives.
//!
//! ```text
//! levels  = subject rise_or_fall size … "." subject … figure former figure
//! former  = ["," | "("] ("compared" ("with" | "to") | ["up" | "down"] "from" | "against") ["the"]
//! subject = noun, with the same words in front of it | "They" | "It" | "There" …, right behind the first sentence
//! ```
//! "Profit rose by a quarter. Profit was €50, compared with €45." Both are told of the same place, holder and time, and
//! neither is adjusted in a way that the other is not.

use super::way::plain_verb;
use crate::claim::{Claim, Direction, Measure, Relation, Timing, Unit};

/// How many paragraphs further on the levels may stand.
const BLOCKS: usize = 2;

/// Words of a sentence whose figures are of no plain comparison.
#[rustfmt::skip]
const ADJUSTED: [&str; 20] = [
    "like-for-like", "underlying", "adjusted", "organic", "constant", "currency", "currencies", "excluding", "real terms",
    "inflation", "seasonally", "per share", "average", "expected", "forecast", "annualised", "annualized", "a year to", "since",
    "times",
];

/// Words that take up the subject of the sentence before.
const TAKEN_UP: [&str; 6] = ["They ", "It ", "There were ", "There are ", "This was ", "That was "];

/// The changes of a draft whose levels stand in a later sentence, but for sizes that are tied already.
pub(super) fn levels(text: &str, claims: &[Claim], known: &[Relation]) -> Vec<Relation> {
    let is_tied =
        |at: usize| known.iter().any(|tie| matches!(tie, Relation::Change { by: Some((by, _)), .. } if *by == at));
    let sizes = (0..claims.len()).filter(|&at| is_size(&claims[at]));
    sizes
        .filter_map(|at| Some((at, tie(text, claims, at)?)))
        .filter(|(at, _)| !is_tied(*at))
        .map(|(_, tie)| tie)
        .collect()
}

/// Whether a claim tells by how much something rose or fell.
fn is_size(claim: &Claim) -> bool {
    matches!(claim.quantity.unit, Unit::Percent | Unit::Ratio)
        && claim.quantity.value().is_some()
        && claim.noun.is_some()
}

fn tie(text: &str, claims: &[Claim], by: usize) -> Option<Relation> {
    let size = &claims[by];
    let direction = way(text, size)?;
    let alone =
        |at: usize| claims.get(at).is_none_or(|other| other.sentence != size.sentence || other.quantity.unit.is_time());
    if !by.checked_sub(1).is_none_or(alone) || !alone(by + 1) || is_adjusted(size.sentence.of(text)) {
        return None;
    }
    let later = (by + 1..claims.len()).skip_while(|&at| claims[at].sentence == size.sentence);
    let to =
        later.take_while(|&at| claims[at].block <= size.block + BLOCKS).find(|&at| is_of_same(text, claims, by, at))?;
    let from = to + 1;
    let former = claims.get(from).filter(|former| is_former(text, &claims[to], former))?;
    let measure = if size.quantity.unit == Unit::Percent { Measure::Percent } else { Measure::Fraction };
    let fits = former.quantity.unit == claims[to].quantity.unit && !is_adjusted(former.sentence.of(text));
    fits.then_some(Relation::Change { from, to, by: Some((by, measure)), direction: Some(direction) })
}

/// Which way the verb in front of a size points: "rose 5 %", "fell by a quarter".
fn way(text: &str, size: &Claim) -> Option<Direction> {
    let before = text.get(size.sentence.start..size.span.start)?.trim_end();
    let behind = text.get(size.span.end..size.sentence.end)?.trim_start();
    let based = ["from ", "to ", "on ", "a year", "of "].iter().any(|word| behind.starts_with(word));
    let verb = before.strip_suffix(" by").unwrap_or(before).rsplit(' ').next()?;
    plain_verb(verb).filter(|_| !based && verb != "up" && verb != "down")
}

fn is_adjusted(sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    ADJUSTED.iter().any(|word| sentence.contains(word))
}

/// Whether a figure is a level of what rose or fell.
fn is_of_same(text: &str, claims: &[Claim], by: usize, at: usize) -> bool {
    let (size, level) = (&claims[by], &claims[at]);
    let told = level.sentence.of(text);
    let next = size.block == level.block
        && text.get(size.sentence.end..level.sentence.start).is_some_and(|gap| gap.trim().is_empty());
    let taken_up =
        next && TAKEN_UP.iter().any(|word| told.starts_with(word)) && claims[at - 1].sentence != level.sentence;
    let head = |claim: &Claim| claim.noun.as_ref().map(|noun| noun.head.clone());
    let whose = |word: &String| is_owner(size.sentence.of(text), word) || level.context().modifiers.contains(word);
    let (own, others) = (&level.context().modifiers, &size.context().modifiers);
    let modified = own.iter().all(|word| others.contains(word)) && others.iter().all(whose);
    let same = head(size) == head(level) && modified;
    let places = level.context().places.iter().all(|place| size.context().places.contains(place));
    let holder = level.context().holder.is_empty() || level.context().holder == size.context().holder;
    let period = |claim: &Claim| claim.as_of.as_ref().map(Timing::days);
    let time = period(level).is_none() || period(level) == period(size) || taken_up && period(size).is_none();
    let counted = matches!(level.quantity.unit, Unit::Count | Unit::Money(_)) && level.quantity.value().is_some();
    counted && (same || taken_up) && places && holder && time
}

/// Whether a word, in lower case, is the owner of something in a sentence: "Orr's".
fn is_owner(sentence: &str, word: &str) -> bool {
    let owners = sentence.split(' ').filter_map(|one| one.strip_suffix("'s").or_else(|| one.strip_suffix("’s")));
    owners.into_iter().any(|owner| owner.eq_ignore_ascii_case(word))
}

/// Whether a figure is what another was before.
fn is_former(text: &str, now: &Claim, former: &Claim) -> bool {
    let Some(between) = text.get(now.span.end..former.span.start).filter(|_| now.sentence == former.sentence) else {
        return false;
    };
    let words = between.trim().trim_start_matches([',', '(']).trim();
    let words = words.strip_suffix(" the").unwrap_or(words);
    ["compared with", "compared to", "up from", "down from", "from", "against"].iter().any(|end| words.ends_with(end))
        && words.len() <= FAR
}

/// How many letters may stand between what is and what was.
const FAR: usize = 40;

#[cfg(test)]
mod tests {
    use super::super::change::tests::changes;

    #[test]
    fn levels_in_a_later_sentence() {
        for (text, expected) in [
            (
                "Profit rose by a quarter in six months. Profit was €48m, compared with €45m a year before.",
                "45m > 48m up Fraction a quarter",
            ),
            ("Orr's profit rose 20 percent.\n\nProfit was €48m, compared with €45m.", "45m > 48m up Percent 20"),
            ("Thefts fell by 20 percent. There were 480 of them, against 500 in 2023.", "500 > 480 down Percent 20"),
            ("Sales grew 20 percent. They came to €48m, against €45m in 2023.", "45m > 48m up Percent 20"),
            // Of something else.
            ("Profit rose by a quarter. Sales were €48m, compared with €45m.", "-"),
            ("Profit rose by a quarter. In Norway profit was €48m, compared with €45m.", "-"),
            ("Profit rose by a quarter. Gross profit was €48m, compared with €45m.", "-"),
            ("Underlying profit rose by a quarter. Profit was €48m, compared with €45m.", "-"),
            ("Profit rose by a quarter. In 2022 profit was €48m, compared with €45m.", "-"),
            ("Profit rose by a quarter from 2020. Profit was €48m, compared with €45m.", "-"),
        ] {
            assert_eq!(changes(text), expected, "{text}");
        }
    }
}
