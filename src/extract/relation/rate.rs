//! A total, what it is spread over, and how much of it falls to one.
//!
//! ```text
//! rate = total … number … restates figure ("a" | "an" | "per" | "each" | "every") unit
//!      | total … number noun "," ("giving" | "leaving" | …) "each" figure
//!      | total … number … restates figure ("each" | "per" ("1,000" | "10,000" | "100,000" | "1,000,000"))
//! restates = "or" | "which" ("is" | "means") | (("which" | "that") ("comes" | "amounts") "to") | … "works" "out" "at" | …
//! ```
//! The total is the only figure before in the rate's unit, the number the only one before in what the rate is of; both
//! are looked for in the sentence, then in the two before it in the paragraph, a number of things in all of the draft before. What follows the rate must not limit it:
//! "or £6m a year for the first two".

use super::per_many::of_city;
use super::{Figures, is_any};
use crate::claim::{Claim, Decimal, Relation, Stated, Unit};
use crate::extract::noun::lemma;
use crate::grammar::QuantityPiece;
use crate::lexicon::{List, UnitEntry};
use crate::text::Shape;
use std::sync::Arc;

const EACH: [&str; 6] = ["a", "an", "per", "each", "every", "apiece"];

/// Words right before a rate that make it follow from the figures before it, the last word first.
const RESTATES: [&[&str]; 19] = [
    &["of", "speed", "average", "an"],
    &["of", "price", "average", "an"],
    &["of", "cost", "average", "an"],
    &["of", "rate", "a", ","],
    &["was", "rate", "the"],
    &["is", "rate", "the"],
    &["about", "or"],
    &["or"],
    &["is", "which"],
    &["means", "which"],
    &["to", "comes"],
    &["to", "amounts"],
    &["to", "equates"],
    &["at", "out", "works"],
    &["to", "out", "works"],
    &["to", "equivalent"],
    &["to", "equal"],
    &["of", "average", "an", "or"],
    &["of", "average", "an", ","],
];

/// Words behind a rate that limit it.
const LIMITS: [&str; 12] =
    ["for", "in", "from", "until", "since", "during", "before", "after", "at", "more", "less", "rising"];

/// How many sentences before its own a rate may follow from.
const SENTENCES: usize = 2;

/// What one of the things is of which a rate is told.
enum Per {
    /// A unit of measure.
    Unit(UnitEntry),
    /// Things counted, by the lemma of their noun.
    Noun(Arc<str>),
    /// Whatever is counted: "€40 each".
    Any,
}

/// The rates of a sentence that follow from figures before them.
pub(super) fn rates(figures: &Figures<'_>) -> Vec<Relation> {
    let told = |at| rate(figures, at).or_else(|| giving_each(figures, at));
    (0..figures.pieces.len()).filter_map(told).collect()
}

/// "£9,000 is shared among 30 clubs, giving each £400".
fn giving_each(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let piece = &figures.pieces[at];
    let words: Vec<_> = (1..=3).map(|back| figures.letters_before(piece.tokens.start, back)).collect();
    let ["each", "giving" | "leaving" | "paying" | "earning" | "handing" | "sending", ","] = words[..] else {
        return None;
    };
    let (total, number) = in_scope(figures, at, figures.first, &Per::Any);
    let (total, (number, scale)) = total.zip(number).filter(|_| is_closed(figures, piece.tokens.end))?;
    Some(Relation::Rate { total, number, rate: figures.place(at), scale })
}

fn rate(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let piece = &figures.pieces[at];
    let apposed = is_apposed(figures, piece);
    if !apposed && !restates(figures, piece) {
        return None;
    }
    let united = compound(&figures.claims[at].quantity.unit).and_then(|(_, per)| time_unit(figures, per));
    let each = piece.tokens.end + usize::from(!figures.is_one_of(piece.tokens.end, &EACH));
    let average = united.is_none() && !figures.is_one_of(each, &EACH);
    if average && !is_average(figures, piece) {
        return None;
    }
    if let Some(rate) = of_city(figures, at) {
        return Some(rate);
    }
    let (per, behind) = if let Some(unit) = united {
        (Per::Unit(unit), piece.tokens.end)
    } else if average {
        (Per::Any, piece.tokens.end)
    } else {
        let per = per(figures, each + 1)?;
        let taken = if matches!(per, Per::Any) { 1 } else { 2 };
        (per, each + taken)
    };
    let limited = figures.is_one_of(behind, &LIMITS) || figures.word(behind) == "-" || is_longer(figures, behind);
    if limited {
        return None;
    }
    if matches!(per, Per::Any) && figures.claims[at].quantity.unit == Unit::Count {
        return of_counts(figures, at);
    }
    let mut from = figures.first;
    let mut found = in_scope(figures, at, from, &per);
    if apposed && (found.0.is_none() || found.1.is_none() || !is_closed(figures, behind)) {
        return None;
    }
    // What an average price is of was sold in the same sentence.
    let priced = is_any(figures.letters_before(piece.tokens.start, 2), &["price", "cost"]);
    for said in figures.earlier.iter().rev().take(if priced { 0 } else { SENTENCES }) {
        if found.0.is_some() && found.1.is_some() {
            break;
        }
        from = from.checked_sub(said.quantities.len())?;
        found = in_scope(figures, at, from, &per);
    }
    let (total, (number, scale)) = (found.0?, found.1.or_else(|| in_draft(figures, at, &per).filter(|_| !priced))?);
    Some(Relation::Rate { total, number, rate: figures.first + at, scale })
}

/// "The 25 farms lost 500 sheep, an average of 20 each": of the only two counts before, the larger is spread over the smaller.
fn of_counts(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    if at != 2 {
        return None;
    }
    let own = |at: &usize| figures.claims[*at].noun.as_ref().is_some_and(|noun| !noun.span.is_empty());
    let counted = |at: &usize| figures.claims[*at].quantity.unit == Unit::Count && !figures.pieces[*at].age;
    let (one, other) = (0, 1);
    let value = |at: usize| figures.claims[at].quantity.value();
    let (total, number) = if value(one)? > value(other)? { (one, other) } else { (other, one) };
    let [total_at, number_at] = [total, number].map(|at| figures.place(at));
    let told = [one, other].iter().all(|at| counted(at) && own(at)) && value(at)? < value(total)?;
    let rate = figures.place(at);
    told.then_some(Relation::Rate { total: total_at, number: number_at, rate, scale: Decimal::ONE })
}

/// ", an average of £75": for each of the things counted before.
fn is_average(figures: &Figures<'_>, piece: &QuantityPiece) -> bool {
    let words: Vec<_> = (1..=3).map(|back| figures.letters_before(piece.tokens.start, back)).collect();
    matches!(words[..], ["of", "average", "an"]) && is_closed(figures, piece.tokens.end)
}

/// Whether a rate is set behind a comma or a dash: "spent £90 on 30 pupils, £3 a pupil".
fn is_apposed(figures: &Figures<'_>, piece: &QuantityPiece) -> bool {
    matches!(figures.letters_before(piece.tokens.start, 1), "," | "—" | "–" | "(" | ":")
}

/// Whether a sentence, clause or bracket ends at a place.
fn is_closed(figures: &Figures<'_>, at: usize) -> bool {
    figures.token(at).is_none_or(|_| matches!(figures.word(at), "." | "," | ";" | ")" | "—" | "–"))
}

/// Whether the noun of a rate goes on: "a year group".
fn is_longer(figures: &Figures<'_>, at: usize) -> bool {
    let lexicon = figures.tokens.lexicon();
    figures
        .token(at)
        .is_some_and(|next| next.is_word() && !lexicon.is_frame(next.word) && lexicon.noun(next.word).is_some())
}

/// Whether the words before a rate say that it follows from what was said.
fn restates(figures: &Figures<'_>, piece: &QuantityPiece) -> bool {
    let start = piece.tokens.start;
    RESTATES.iter().any(|words| {
        words.iter().enumerate().all(|(back, word)| figures.letters_before(start, back + 1).eq_ignore_ascii_case(word))
    })
}

/// The unit of time of that name.
fn time_unit(figures: &Figures<'_>, name: &str) -> Option<UnitEntry> {
    let unit = figures.tokens.lexicon().unit_named(name)?;
    Unit::Measure(unit.name.clone()).is_time().then(|| unit.clone())
}

/// What a rate is told of.
fn per(figures: &Figures<'_>, at: usize) -> Option<Per> {
    let ends = figures.token(at).is_none_or(|next| next.shape == Shape::Mark) || is_closed(figures, at);
    if figures.is_one_of(at - 1, &["apiece"]) || figures.is_one_of(at - 1, &["each"]) && ends {
        return Some(Per::Any);
    }
    let (tokens, token) = (figures.tokens, figures.token(at)?);
    let (lemma, _) = lemma(tokens.lexicon(), token);
    let unit = tokens.lexicon().unit_named(&lemma);
    let unit = unit.filter(|unit| unit.factor > Decimal::ZERO && unit.offset.is_zero());
    let noun = token.shape == Shape::Lower && !tokens.lexicon().is(token.word, List::Preposition);
    unit.cloned().map(Per::Unit).or_else(|| noun.then_some(Per::Noun(lemma)))
}

/// The only total and the only number among the claims from a place up to the rate.
fn in_scope(figures: &Figures<'_>, at: usize, from: usize, per: &Per) -> (Option<usize>, Option<(usize, Decimal)>) {
    let rate = &figures.claims[at];
    let claims = || (from..figures.first + at).map(|at| (at, &figures.all[at]));
    let number = only(claims().filter_map(|(at, claim)| Some((at, scale(figures, claim, per)?))));
    // "£12 an hour" is no total.
    let behind = |claim: &Claim| figures.tokens.text().get(claim.span.end..).unwrap_or_default().trim_start();
    let paced = |claim: &Claim| ["a ", "an ", "per "].iter().any(|word| behind(claim).starts_with(word));
    let is_total = |claim: &Claim| same_unit(claim, rate) && claim.quantity.stated != Stated::Vague && !paced(claim);
    let total = only(claims().filter(|(at, claim)| is_total(claim) && number.is_none_or(|(number, _)| number != *at)));
    (total.map(|(at, _)| at), number)
}

/// The only number of the things in the whole draft before, where they are counted by their own noun.
fn in_draft(figures: &Figures<'_>, at: usize, per: &Per) -> Option<(usize, Decimal)> {
    let Per::Noun(_) = per else { return None };
    let claims = figures.all[..figures.first + at].iter().enumerate();
    let bare = |claim: &Claim| claim.noun.as_ref().is_some_and(|noun| !noun.text.contains(' '));
    only(claims.filter_map(|(at, claim)| Some((at, scale(figures, claim, per)?))))
        .filter(|(at, _)| bare(&figures.all[*at]))
}

fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}

/// The two units that one is made of: `litre` and `day` for "litres a day".
fn compound(unit: &Unit) -> Option<(&str, &str)> {
    let Unit::Measure(name) = unit else { return None };
    name.split_once("_per_")
}

/// Whether a rate may be of a total: of the same unit; a bare "2.9 million a kilometre" may be of money.
fn same_unit(total: &Claim, rate: &Claim) -> bool {
    let (total, unit) = (&total.quantity.unit, &rate.quantity.unit);
    let bare = *unit == Unit::Count && rate.noun.is_none() && matches!(total, Unit::Money(_) | Unit::Measure(_));
    let of_compound = compound(unit).is_some_and(|(of, _)| total.name() == of);
    !unit.is_share() && (total == unit || bare || of_compound)
}

/// How many of what a rate is told of are in one of what a claim counts; `None` where it counts something else.
fn scale(figures: &Figures<'_>, claim: &Claim, per: &Per) -> Option<Decimal> {
    let quantity = &claim.quantity;
    if quantity.stated == Stated::Vague {
        return None;
    }
    match (per, &quantity.unit) {
        (Per::Unit(per), Unit::Measure(name)) => {
            let unit = figures.tokens.lexicon().unit_named(name).filter(|unit| unit.dimension == per.dimension)?;
            let per_one = unit.factor.checked_mul(per.divisor)?;
            per_one.checked_div(unit.divisor.checked_mul(per.factor)?)
        }
        (Per::Noun(noun), Unit::Count) => {
            claim.noun.as_ref().filter(|own| own.head == *noun && !own.span.is_empty()).map(|_| Decimal::ONE)
        }
        (Per::Any, Unit::Count) => claim
            .noun
            .as_ref()
            .filter(|own| claim.span.contains(own.span) && !own.span.is_empty())
            .map(|_| Decimal::ONE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::{draft, figures};

    #[test]
    fn totals_numbers_and_rates() {
        for (text, wanted) in [
            ("It will cost £28m over four years, or £9m a year.", "28m four 9m × 1"),
            ("It costs £24m over two years, or £3m a month.", "24m two 3m × 12"),
            ("He sold 30 pairs for €900, at an average price of €40 a pair.", "900 30 40 × 1"),
            ("He took 40 pairs. He sold 30 of them for €900, at an average price of €30 a pair.", ""),
            ("They paid 900 euros to 30 pupils, which is 40 euros a pupil.", "900 30 40 × 1"),
            ("The club has 300 members. It spent €9,000. That works out at €40 a member.", "9,000 300 40 × 1"),
            (
                "The club has 300 members.\nIt has a pool.\nIt spent €9,000. That works out at €40 a member.",
                "9,000 300 40 × 1",
            ),
            ("The club has 300 paying members.\nIt has a pool.\nIt spent €9,000. That works out at €40 a member.", ""),
            ("The club has 300 members.\nThe other has 90 members.\nIt spent €9,000, or €40 a member.", ""),
            ("The €9,000 is shared among 30 clubs, or €400 each.", "9,000 30 400 × 1"),
            ("The €9,000 is shared among 30 clubs and 40 schools, or €400 each.", ""),
            ("The €9,000 is shared among 30 clubs, giving each €400.", "9,000 30 400 × 1"),
            ("The €9,000 is shared among 30 clubs, giving each €400 more than in May.", ""),
            ("The city of 2 million had 500 murders, or 12 per 100,000.", "500 2 million 12 × 0"),
            ("The city had 500 murders, or 12 per 100,000.", ""),
            ("The port bought 40 cranes for €18 million, or €550,000 apiece.", "18 million 40 550,000 × 1"),
            ("The town spends $90 million on 6,000 pupils, $19,000 per pupil.", "90 million 6,000 19,000 × 1"),
            ("The tank lost 60 litres in 30 days — 4 litres a day.", "60 30 4 × 1"),
            ("The 12 winners share a prize of £3,600, £400 each.", "3,600 12 400 × 1"),
            ("The league saw 1,240 goals in 400 games, 4.1 goals per game.", "1,240 400 4.1 × 1"),
            ("The town spends $90 million on 6,000 pupils, $19,000 per pupil in the north.", ""),
            ("The 25 farms lost 500 sheep, an average of 30 each.", "500 25 30 × 1"),
            ("The 25 farms lost 500 sheep and 90 goats, an average of 30 each.", ""),
            ("She sold 400 flats for £30m, an average of £90,000.", "30m 400 90,000 × 1"),
            ("She sold 400 flats in 12 towns for £30m, an average of £90,000.", ""),
            ("She sold 400 flats for £30m, an average of £90,000 in the north.", ""),
            ("In a city of 2 million, 500 were murdered: 12 per 100,000.", "500 2 million 12 × 0"),
            ("The city of 2 million had 500 murders, a rate of 12 per 100,000.", "500 2 million 12 × 0"),
            ("It will cost £28m over four years, or £9m a year for the first two.", ""),
            ("It will cost £28m over four years. Staff earn £6m a year.", ""),
            ("It cost £18m, then £9m over four years, or £6m a year.", ""),
        ] {
            let draft = draft(text);
            let rates = draft.relations.iter().filter_map(|one| match one {
                Relation::Rate { total, number, rate, scale } => {
                    Some(format!("{} × {}", figures(&draft, &[*total, *number, *rate]), scale.round_dp(2).normalize()))
                }
                _ => None,
            });
            assert_eq!(rates.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }
}
