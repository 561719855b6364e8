//! What one figure counts: a claim from the pieces of its sentence, before anything is told of it.

use super::context::{Place, context, of_elected, of_pronoun};
use super::echo::echo;
use super::noun::{self, Antecedents, Figure};
use super::said::Said;
use crate::claim::{Claim, Decimal, Noun, Quantity, Stated, Status, Unit};
use crate::grammar::{AttributionPiece, Number, QuantityPiece, Tokens};
use crate::text::{Block, Span};
use std::ops::Range;

/// The sentence whose figures are counted.
pub(super) struct Counting<'s> {
    pub(super) block: &'s Block,
    /// The block's place in the document.
    pub(super) block_at: usize,
    pub(super) said: &'s Said<'s>,
    /// Its attributions.
    pub(super) cues: &'s [&'s AttributionPiece],
    /// Whether claims are to be compared, and so need their context.
    pub(super) comparable: bool,
}

/// The claim of the quantity at `at` among those of the sentence: how much, and of what.
pub(super) fn claim(around: &Counting<'_>, at: usize, unit: &Unit, before: &Antecedents<'_>) -> Claim {
    let (tokens, pieces, cues) = (around.said.tokens, around.said.quantities, around.cues);
    let (piece, phrase) = (&pieces[at], around.said.phrase(at));
    let noun_phrase = around.said.behind[at].clone();
    let figure = Figure::new(tokens, pieces, at, unit, noun_phrase.clone());
    let neighbours = at.checked_sub(1).map_or(0, |before| pieces[before].tokens.end)
        ..pieces.get(at + 1).map_or(tokens.rest().len(), |next| next.tokens.start);
    let taken_over = noun::unit_taken_over(&figure, before);
    let unit = taken_over.unwrap_or_else(|| unit.clone());
    let figure = figure.in_unit(&unit);
    // "Ana Ruiz, 40, said": the age is hers.
    let noun = noun::of_figure(&figure, before)
        .filter(|noun| unit.is_years() || !is_speaker(tokens, noun, cues, piece.tokens.end - 1));
    let context = || {
        let thing = noun::thing(tokens.lexicon(), noun.as_ref(), unit == Unit::Count);
        let named = noun.as_ref().map_or(0..0, |noun| tokens_of(tokens, noun.span));
        let place = Place {
            phrase: phrase.clone(),
            number_end: piece.tokens.end,
            noun: noun_phrase,
            named,
            unit: unit.clone(),
            neighbours,
            speakers: speakers(cues),
        };
        let mut context = context(tokens, &place, thing);
        if unit == Unit::Count {
            echo(tokens, &phrase, before, &mut context);
        }
        let age = || before.sentence().and_then(|before| of_pronoun(tokens, &phrase, before));
        if context.holder.is_empty()
            && context.kin.iter().any(|kin| kin == "ballot")
            && let Some(before) = before.sentence()
        {
            context.holder = of_elected(tokens, phrase.start, before);
        }
        if let Some(name) = unit.is_years().then(age).flatten() {
            context.thing = format!("age of {name}");
        }
        Box::new(context)
    };
    let context = around.comparable.then(context);
    Claim {
        role: around.block.role,
        span: tokens.from(phrase.start).span_to(&tokens.from(words_end(tokens, &phrase))),
        sentence: tokens.span_to(&tokens.from(tokens.rest().len())),
        block: around.block_at,
        cell: around.block.cell,
        noun,
        measure: None,
        source: None,
        said: None,
        as_of: None,
        status: Status::default(),
        context,
        quantity: quantity(piece, unit),
    }
}

/// Where the words of a claim end: with the pronoun of "12 of them", and before an "of" that something else follows.
fn words_end(tokens: Tokens<'_>, phrase: &Range<usize>) -> usize {
    let last = phrase.end - 1;
    match (tokens.from(last).letters(), tokens.from(phrase.end).letters()) {
        ("of", "them" | "these" | "those" | "whom" | "which" | "us") => phrase.end + 1,
        ("of", _) if last > phrase.start => last,
        _ => phrase.end,
    }
}

/// Whether a noun is whoever says the figure, and so nothing that it counts or measures: "The owner said 300 tonnes leaked",
/// "police estimated 40", but "two witnesses said".
fn is_speaker(tokens: Tokens<'_>, noun: &Noun, cues: &[&AttributionPiece], figure: usize) -> bool {
    if cues.is_empty() {
        return false;
    }
    let range = tokens_of(tokens, noun.span);
    let within = |party: &Range<usize>| party.start <= range.start && range.end <= party.end;
    let says = |party: &Range<usize>| within(party) && !party.contains(&figure);
    !range.is_empty() && cues.iter().any(|piece| says(&piece.party))
}

/// The tokens of a sentence that lie in a span; none where the span lies elsewhere.
fn tokens_of(sentence: Tokens<'_>, span: Span) -> Range<usize> {
    let at = |byte: usize| sentence.rest().partition_point(|token| token.span.start < byte);
    at(span.start)..at(span.end)
}

fn quantity(piece: &QuantityPiece, unit: Unit) -> Quantity {
    let step = piece.written.and_then(|number| step(&number, &unit)).filter(|_| piece.stated != Stated::Vague);
    Quantity { span: piece.number, stated: piece.stated, qualifier: piece.qualifier, unit, step }
}

/// The rounding unit of a number as written. Behind a magnitude ("20 million") every digit counts; a plain figure of
/// three digits or more is taken as rounded to its last digit that is no zero; a count below a hundred, and any count
/// that ends in another digit, is taken as counted.
fn step(number: &Number, unit: &Unit) -> Option<Decimal> {
    let last_digit = || Decimal::try_new(1, number.decimals).ok();
    if *unit == Unit::Ratio {
        return None;
    }
    if number.scale > Decimal::ONE || number.decimals > 0 {
        return last_digit()?.checked_mul(number.scale);
    }
    if matches!(unit, Unit::Percent | Unit::PercentagePoint) {
        return Some(Decimal::ONE);
    }
    let count = *unit == Unit::Count;
    if number.value.abs() < Decimal::ONE_HUNDRED {
        return (!count).then_some(Decimal::ONE);
    }
    let zeros = trailing_zeros(number.value);
    (!count || zeros > Decimal::ONE).then_some(zeros)
}

/// The greatest power of ten that divides a whole number.
fn trailing_zeros(value: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    while let Some(next) = power.checked_mul(Decimal::TEN).filter(|next| !value.is_zero() && (value % *next).is_zero())
    {
        power = next;
    }
    power
}

fn speakers(cues: &[&AttributionPiece]) -> Vec<Range<usize>> {
    cues.iter().flat_map(|piece| [piece.party.clone(), piece.cue.clone()]).collect()
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn the_words_of_a_claim() {
        for (text, wanted) in [
            ("Twelve of them sank.", "Twelve of them"),
            ("Twelve of the 40 boats sank.", "Twelve of the 40 boats"),
            ("About 40 fishing boats sank.", "About 40 fishing boats"),
        ] {
            let draft = draft(text);
            assert_eq!(draft.claims[0].span.of(draft.document.text()), wanted, "{text}");
        }
    }
}
