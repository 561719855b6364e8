//! One claim from the pieces of its sentence.

use super::context::{Place, context};
use super::echo::echo;
use super::noun::{self, Antecedents, Figure};
use super::period::{self, Measured};
use super::said::Attributed;
use super::status;
use crate::claim::{Claim, Decimal, Noun, Quantity, Source, Stated, Timing, Unit};
use crate::grammar::date::Dated;
use crate::grammar::{AttributionPiece, Number, QuantityPiece, Tokens};
use crate::text::{Block, Span, Token};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// What stands around a figure.
pub(super) struct Surroundings<'s> {
    pub(super) block: &'s Block,
    /// The block's place in the document.
    pub(super) block_at: usize,
    pub(super) tokens: Tokens<'s>,
    pub(super) dates: &'s [Dated],
    pub(super) attributed: &'s [Attributed],
    /// The sentence's stretches in quotation marks.
    pub(super) quoted: &'s [Range<usize>],
    /// The attribution of the quotation that the sentence stands in.
    pub(super) quotation: Option<&'s Attributed>,
    /// The attribution that the sentence goes on with.
    pub(super) continued: Option<&'s Attributed>,
    /// The statement that the story opens with, while it lasts.
    pub(super) led: Option<&'s Attributed>,
    /// The body whose voice the draft's own is.
    pub(super) issuer: Option<&'s Arc<Source>>,
    /// Whether claims are to be compared, and so need their context.
    pub(super) comparable: bool,
    pub(super) published: Option<Date>,
}

/// The claim of the quantity at `at` among those of the sentence.
pub(super) fn claim(
    around: &Surroundings<'_>,
    pieces: &[QuantityPiece],
    at: usize,
    unit: &Unit,
    before: &Antecedents<'_>,
) -> Claim {
    let (tokens, piece) = (around.tokens, &pieces[at]);
    let figure = Figure::new(tokens, pieces, at, unit);
    let noun_phrase = figure.behind.clone();
    let phrase = piece.tokens.start..noun_phrase.end.max(piece.tokens.end);
    let neighbours = at.checked_sub(1).map_or(0, |before| pieces[before].tokens.end)
        ..pieces.get(at + 1).map_or(tokens.rest().len(), |next| next.tokens.start);
    let accounts = |piece: &QuantityPiece| matches!(piece.unit.unit, Unit::Money(_) | Unit::Percent);
    let led = || around.led.filter(|led| pieces.iter().any(accounts) || is_statistical(&led.source));
    let speaker = speaker(around, piece.tokens.end - 1).or_else(led).filter(|_| !is_age(tokens, &piece.tokens));
    let stance = speaker.map(|attributed| &*tokens.lexicon().cues()[attributed.piece.cue_entry].stance);
    let cues: Vec<&AttributionPiece> = around.attributed.iter().map(|attributed| &attributed.piece).collect();
    let taken_over = noun::unit_taken_over(&figure, before);
    let unit = taken_over.unwrap_or_else(|| unit.clone());
    let figure = figure.in_unit(&unit);
    // "Ana Ruiz, 40, said": the age is hers.
    let counts = unit == Unit::Count || unit.is_years();
    let noun = noun::of_figure(&figure, before).filter(|noun| counts || !is_speaker(tokens, noun, &cues));
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
            speakers: speakers(&cues),
        };
        let mut context = context(tokens, &place, thing);
        if unit == Unit::Count {
            echo(tokens, &phrase, before, &mut context);
        }
        Box::new(context)
    };
    let context = around.comparable.then(context);
    let measured = Measured { phrase: &phrase, unit: &unit, stated: piece.stated };
    let as_of = period::as_of(tokens, &measured, around.dates, &cues, around.published);
    Claim {
        role: around.block.role,
        span: tokens.from(phrase.start).span_to(&tokens.from(words_end(tokens, &phrase))),
        sentence: tokens.span_to(&tokens.from(tokens.rest().len())),
        block: around.block_at,
        cell: around.block.cell,
        noun,
        measure: None,
        // What a body's own staff count, its paper says as the body's.
        source: speaker
            .filter(|one| !(one.weak && !one.outside && around.issuer.is_some()))
            .map(|one| &one.source)
            .or(around.issuer)
            .cloned(),
        said: said(around, speaker),
        as_of,
        status: status::status(tokens, &phrase, stance),
        context,
        quantity: quantity(piece, unit),
    }
}

/// Whether a body counts for a living: "the statistics office", "the State Statistical Agency".
fn is_statistical(source: &Source) -> bool {
    source.name.split(' ').any(|word| word.get(..9).is_some_and(|word| word.eq_ignore_ascii_case("statistic")))
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

/// Whether a noun is whoever says the figure, and so nothing that it measures: "The owner said 300 tonnes leaked".
fn is_speaker(tokens: Tokens<'_>, noun: &Noun, cues: &[&AttributionPiece]) -> bool {
    if cues.is_empty() {
        return false;
    }
    let range = tokens_of(tokens, noun.span);
    let within = |party: &Range<usize>| party.start <= range.start && range.end <= party.end;
    !range.is_empty() && cues.iter().any(|piece| within(&piece.party))
}

/// Whether a figure is an age between commas behind a name, which whoever speaks of them does not state: "Ana Ruiz, 40,".
fn is_age(tokens: Tokens<'_>, figure: &Range<usize>) -> bool {
    let here = tokens.from(figure.start);
    let named = here.back(2).is_some_and(Token::is_capitalised);
    let comma = here.back(1).is_some_and(|back| back.letters == ",");
    let closed = matches!(tokens.from(figure.end).letters(), "," | ";" | "." | "");
    figure.len() == 1 && named && comma && closed && here.peek().is_some_and(|token| token.span.len() <= 2)
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

/// The attribution that a figure belongs to: of a figure in quotation marks, that of the quotation; else of those that
/// cover it, the innermost of a party that is no mere medium; else the one that the sentence goes on with.
fn speaker<'s>(around: &Surroundings<'s>, token: usize) -> Option<&'s Attributed> {
    let covering = |quoted: bool| {
        let covering = around.attributed.iter().filter(move |attributed| attributed.quoted == quoted);
        let covering = covering.filter(|attributed| attributed.piece.covers(token));
        covering.min_by_key(|attributed| (attributed.weak, attributed.party.medium, distance(&attributed.piece, token)))
    };
    if around.quoted.iter().any(|range| range.contains(&token)) {
        return covering(false).or(around.quotation).or_else(|| covering(true));
    }
    covering(false).or(around.continued)
}

/// How far a cue stands from a figure; one behind the figure counts as farther than any before it.
fn distance(piece: &AttributionPiece, token: usize) -> usize {
    if piece.cue.start <= token { token - piece.cue.start } else { 1000 + piece.cue.start - token }
}

/// When it was said: the date at the cue, else the draft's own.
fn said(around: &Surroundings<'_>, speaker: Option<&Attributed>) -> Option<Timing> {
    speaker.and_then(|attributed| attributed.said).or_else(|| around.published.map(Timing::day))
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
