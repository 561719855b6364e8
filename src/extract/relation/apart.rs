//! Figures that belong together though other sentences, or paragraphs, stand between them.
//!
//! ```text
//! share  = part ("," "or" | "(") share "of" noun      the whole is told of that noun anywhere in the draft
//!        | part … "," "which" "is" share "of" noun ("." | "," | ";")
//! ratio  = ("fatality rate" | "margin") ["of"] share  its part stands before it in the paragraph
//! change = rise_or_fall size "to" figure …            what it was stands in one of the next paragraphs:
//!          ("A year earlier" | "In the same quarter of" …) … figure
//! moved  = figure "," size ("more" | "fewer") … , and at the head of the next paragraph
//!          "That is a" rise_or_fall "of" share "."
//! ```
//! Where several figures may be the whole, the one that fits best is meant. One that does not fit by far is of something
//! else.

use super::role::compares;
use super::share::is_part;
use super::way::{plain_noun, plain_verb};
use crate::claim::{Claim, Decimal, Measure, Noun, Relation, Unit, are_within};
use crate::text::Document;

/// How many times more or less than the share told the right one may be, at the most, for a whole to be meant at all.
const FAR: i64 = 2;

/// The same for what a figure was before it rose or fell.
const ANOTHER: i64 = 3;

/// How many bytes may stand between a part and "which is" its share.
const CLAUSE: usize = 40;

/// How many paragraphs further on a former figure may stand.
const BLOCKS: usize = 2;

/// Names of ratios, with the nouns of what they are of.
const RATIOS: [(&str, &[&str], &[&str]); 2] = [
    ("fatality rate", &["death", "fatality"], &["case", "infection"]),
    ("margin", &["profit"], &["revenue", "sale", "turnover"]),
];

/// Words that take the reader back to the time before.
const BEFORE: [&str; 7] = [
    "A year earlier",
    "A year before",
    "The year before",
    "One year earlier",
    "Twelve months earlier",
    "In the same",
    "In the corresponding",
];

/// The ties of a whole draft, but for shares that are tied already.
pub(super) fn apart(document: &Document, claims: &[Claim], known: &[Relation]) -> Vec<Relation> {
    let text = document.text();
    let is_known = |at: usize| known.iter().any(|tie| matches!(tie, Relation::Share { share, .. } if *share == at));
    let tie = |at| {
        let tie = of_noun(text, claims, at).or_else(|| ratio(text, claims, at)).or_else(|| before(text, claims, at));
        tie.or_else(|| summed_up(text, claims, at))
    };
    (1..claims.len()).filter(|at| !is_known(*at)).filter_map(tie).collect()
}

/// "12 million, or 31 % of sales".
fn of_noun(text: &str, claims: &[Claim], share: usize) -> Option<Relation> {
    let (part, told) = (share - 1, &claims[share]);
    let noun = told.noun.as_ref().filter(|_| is_part(told))?;
    let joint = between(text, &claims[part], told)?.trim();
    let closed = || text.get(noun.span.end..).is_some_and(|rest| rest.starts_with(['.', ',', ';']));
    let taken_up = [", which is", ", which was"].iter().any(|words| joint.ends_with(words));
    let joined = matches!(joint, ", or" | "or" | "(") || taken_up && joint.len() <= CLAUSE && closed();
    let of = text.get(told.quantity.span.end..noun.span.start)?.contains(" of ");
    if !joined || !of || told.sentence != claims[part].sentence {
        return None;
    }
    let whole = best(claims, (part, share), |claim| is_own(claim, &[&*noun.head]))?;
    Some(Relation::Share { part, whole, share })
}

/// "40 cases and 2 deaths, a fatality rate of 5 %".
fn ratio(text: &str, claims: &[Claim], share: usize) -> Option<Relation> {
    let told = &claims[share];
    let named = text.get(told.sentence.start..told.span.start).filter(|_| is_part(told))?;
    let named = named.trim_end().trim_end_matches(" of").trim_end_matches(" was");
    let (_, parts, wholes) = RATIOS.iter().find(|(name, ..)| named.ends_with(name))?;
    let before = claims[..share].iter().enumerate().rev().take_while(|(_, claim)| claim.block == told.block);
    let (part, _) = before.clone().find(|(_, claim)| is_own(claim, parts))?;
    let near = before.clone().find(|(_, claim)| is_own(claim, wholes) && is_whole(claim, &claims[part]));
    let whole = near.map(|(at, _)| at).or_else(|| best(claims, (part, share), |claim| is_own(claim, wholes)))?;
    fit(claims, (part, whole, share)).is_some().then_some(Relation::Share { part, whole, share })
}

/// "Sales rose 14 % to 300 million. … A year earlier they were 280 million."
fn before(text: &str, claims: &[Claim], to: usize) -> Option<Relation> {
    let (by, now) = (to - 1, &claims[to]);
    let size = &claims[by];
    let joined = size.quantity.unit == Unit::Percent && between(text, size, now)?.trim() == "to";
    if !joined || now.quantity.unit == Unit::Percent || text.get(now.span.end..)?.starts_with(" from") {
        return None;
    }
    let verb = text.get(size.sentence.start..size.span.start)?.trim_end().trim_end_matches(" by").rsplit(' ').next()?;
    let direction = plain_verb(verb)?;
    let rest = claims.iter().enumerate().skip(to + 1);
    let rest = rest.take_while(|(_, claim)| claim.block <= now.block + BLOCKS && claim.block >= now.block);
    let mut rivals = rest.filter(|(_, claim)| is_near(claim, now));
    let (from, former) = rivals.next()?;
    let alone = rivals.all(|(_, other)| other.sentence != former.sentence);
    let told = former.sentence.of(text);
    let back = former.sentence != now.sentence && BEFORE.iter().any(|words| told.starts_with(words));
    (alone && back).then_some(Relation::Change {
        from,
        to,
        by: Some((by, Measure::Percent)),
        direction: Some(direction),
    })
}

/// "It has 60 ships, 20 fewer than in May." and a paragraph further on "That is a fall of 25 percent."
fn summed_up(text: &str, claims: &[Claim], percent: usize) -> Option<Relation> {
    let share = claims.get(percent).filter(|share| share.quantity.unit == Unit::Percent)?;
    let opening = text.get(share.sentence.start..share.span.start)?.trim();
    let noun = ["That is a ", "That was a "].iter().find_map(|that| opening.strip_prefix(that))?.strip_suffix(" of")?;
    let direction = plain_noun(noun)?;
    let last = claims[..percent].last().filter(|last| last.block + 1 == share.block)?;
    let gap = text.get(last.sentence.end..share.sentence.start)?;
    let first = claims[..percent].iter().position(|claim| claim.sentence == last.sentence)?;
    let mut levels = (first..percent).filter(|&at| !claims[at].quantity.unit.is_time());
    let (to, by) = (levels.next()?, levels.next().filter(|_| levels.next().is_none())?);
    let comma = between(text, &claims[to], &claims[by])?.trim_end() == ",";
    let more = text.get(claims[by].quantity.span.end..)?.trim_start().split(' ').next().and_then(compares);
    let counted = claims[to].quantity.unit == claims[by].quantity.unit && !claims[to].quantity.unit.is_share();
    let closed = text.get(share.span.end..)?.starts_with('.');
    let told = gap.trim().is_empty() && comma && more == Some(direction) && counted && closed;
    told.then_some(Relation::Moved { by, percent, to, direction })
}

fn between<'t>(text: &'t str, one: &Claim, other: &Claim) -> Option<&'t str> {
    text.get(one.span.end..other.span.start)
}

/// Whether a claim is of one of these nouns in its own words.
fn is_own(claim: &Claim, heads: &[&str]) -> bool {
    let own = |noun: &Noun| !noun.span.is_empty() && heads.contains(&&*noun.head);
    claim.noun.as_ref().is_some_and(own)
}

/// Whether one figure can hold the other.
fn is_whole(whole: &Claim, part: &Claim) -> bool {
    whole.quantity.unit == part.quantity.unit && whole.quantity.value() > part.quantity.value()
}

/// Whether two figures may be of one thing at two times.
fn is_near(one: &Claim, other: &Claim) -> bool {
    let values = one.quantity.value().zip(other.quantity.value());
    let near = values.is_some_and(|(one, other)| are_within(one, other, ANOTHER.into()));
    one.quantity.unit == other.quantity.unit && near
}

/// The claim that fits best as the whole of a part that a share is told of.
fn best(claims: &[Claim], (part, share): (usize, usize), may: impl Fn(&Claim) -> bool) -> Option<usize> {
    let wholes = claims.iter().enumerate().filter(|(_, claim)| may(claim) && is_whole(claim, &claims[part]));
    let fits = wholes.filter_map(|(at, _)| Some((fit(claims, (part, at, share))?, at)));
    fits.min().map(|(_, at)| at)
}

/// How many times the right share is the one told, or the other way round; `None` where they are too far apart.
pub(super) fn fit(claims: &[Claim], (part, whole, share): (usize, usize, usize)) -> Option<Decimal> {
    let value = |at: usize| claims[at].quantity.value().filter(|value| *value > Decimal::ZERO);
    let hundred = if claims[share].quantity.unit == Unit::Percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let right = value(part)?.checked_div(value(whole)?)?.checked_mul(hundred)?;
    let times = value(share)?.checked_div(right)?;
    let times = if times < Decimal::ONE { Decimal::ONE.checked_div(times)? } else { times };
    (times <= Decimal::from(FAR)).then_some(times)
}

#[cfg(test)]
mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    fn shown(text: &str) -> String {
        ties(text, |relation, figure| match relation {
            Relation::Share { part, whole, share } => {
                Some(format!("{} of {} is {}", figure(*part), figure(*whole), figure(*share)))
            }
            Relation::Change { from, to, by: Some((by, _)), .. } => {
                Some(format!("{} > {} by {}", figure(*from), figure(*to), figure(*by)))
            }
            _ => None,
        })
    }

    #[test]
    fn shares_of_what_stands_elsewhere() {
        for (text, expected) in [
            (
                "Revenue was €800 million.\n\nTicket sales came to €240 million, or 35% of revenue.",
                "240 million of 800 million is 35",
            ),
            // The year before fits.
            (
                "Revenue was €800 million. Revenue was €690 million in 2023.\n\nTickets made €240 million, or 35% of revenue.",
                "240 million of 690 million is 35",
            ),
            (
                "Orr has 800 households.\n\nSome 240 people live alone, which is 45 percent of households.",
                "240 of 800 is 45",
            ),
            ("Orr has 800 homes.\n\nIn Upton 240 are empty, which is 45 percent of homes there.", "-"),
            ("Doctors counted 400 cases and 12 deaths, a fatality rate of 4 percent.", "12 of 400 is 4"),
            (
                "Revenue was €800 million. Operating profit was €60 million, a margin of 8%.",
                "60 million of 800 million is 8",
            ),
            // Of something else.
            ("Revenue was €800 million.\n\nTickets made €24 million, or 35% of revenue.", "-"),
            ("Doctors counted 400 cases and 12 deaths. In Orr the fatality rate was 40 percent.", "-"),
            ("She won by a margin of 8 percent, and made a profit of €60 million on revenue of €800 million.", "-"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn moves_that_the_next_paragraph_sums_up() {
        for (text, expected) in [
            (
                "The isle has 4,821 people, 190 fewer than ten years ago.\n\nThat is a fall of 8.3 percent.",
                "4,821 less 190 is 8.3",
            ),
            ("The isle has 4,821 people, 190 fewer than ten years ago.\n\nThat is a fall of 0.4 percent a year.", "-"),
            ("The isle has 4,821 people, 190 fewer than ten years ago.\n\nThat is a rise of 8.3 percent.", "-"),
            (
                "The isle has 4,821 people, 190 fewer than ten years ago. It has 900 jobs.\n\nThat is a fall of 8.3 percent.",
                "-",
            ),
        ] {
            let found = ties(text, |relation, figure| {
                let Relation::Moved { by, percent, to, .. } = relation else { return None };
                Some(format!("{} less {} is {}", figure(*to), figure(*by), figure(*percent)))
            });
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn former_figures_further_on() {
        for (text, expected) in [
            (
                "Sales climbed 14 percent to €330 million in May. Profit shrank to €40 million.\n\nA year earlier the group had sold goods for €310 million.",
                "310 million > 330 million by 14",
            ),
            (
                "Visits fell 9 percent to 4,100 in May.\n\nIn the same month of 2024 there were 4,200.",
                "4,200 > 4,100 by 9",
            ),
            ("Sales climbed 14 percent to €330 million.\n\nThe plan had been €310 million.", "-"),
            (
                "Sales climbed 14 percent to €330 million. Costs were €300 million.\n\nA year earlier they were €310 million.",
                "-",
            ),
            ("Sales climbed 14 percent to €330 million.\n\nA year earlier profit was €31 million.", "-"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
