//! What the whole draft tells before any of its sentences is read.

use crate::claim::Unit;
use crate::grammar::Denomination;
use crate::lexicon::Lexicon;
use crate::text::{Document, Shape, Span, Token};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::Arc;

/// How much of a draft is searched for the country that it is about, in bytes; a country is named early or not at all.
const OPENING: usize = 4096;

/// What the draft is about, as far as words with two meanings need it.
#[derive(Debug, Default)]
pub(super) struct Setting {
    /// How often the opening names the places whose money a currency is, by its code.
    money: FxHashMap<Arc<str>, usize>,
    /// The country that the opening names most often.
    country: Option<String>,
    /// Whether the draft writes pounds as money (`£`).
    pound_is_money: bool,
}

impl Setting {
    /// Looks over the draft.
    pub(super) fn new(document: &Document, lexicon: &Lexicon) -> Self {
        let text = document.text();
        let mut setting = Self { pound_is_money: text.contains('£'), ..Self::default() };
        let (mut tokens, mut countries) = (Vec::new(), FxHashMap::default());
        let mut end = text.len().min(OPENING);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        lexicon.tokenize(text, Span::new(0, end), &mut tokens);
        count_places(lexicon, &tokens, &mut countries);
        let codes = codes(lexicon, &tokens);
        let dateline = document.dateline().unwrap_or_default();
        tokens.clear();
        lexicon.tokenize(dateline, Span::new(0, dateline.len()), &mut tokens);
        (0..3).for_each(|_| count_places(lexicon, &tokens, &mut countries));
        let most = countries.iter().max_by_key(|(name, count)| (**count, Reverse(**name)));
        setting.country = most.map(|(name, _)| (*name).to_owned());
        setting.money = money(lexicon, &countries);
        for code in codes {
            *setting.money.entry(code).or_default() += 1;
        }
        setting
    }

    /// The country that the opening names most often; of two, the first by name.
    pub(super) fn most_named(&self) -> Option<&str> {
        self.country.as_deref()
    }

    /// The unit that words mean here: a currency of a country that the draft is about, before one that it does not name;
    /// "pounds" as a mass where the sentence weighs something.
    pub(super) fn unit(&self, lexicon: &Lexicon, read: &Denomination, sentence: &[Token]) -> Unit {
        if read.others.is_empty() {
            return read.unit.clone();
        }
        let units = || std::iter::once(&read.unit).chain(&read.others);
        let mass = units().find(|unit| matches!(unit, Unit::Measure(_)));
        let british = || units().any(|unit| self.weight(unit) > 0);
        let weighed = || weighs(lexicon, sentence) || !british() && is_body_weight(sentence);
        if mass.is_some() && !self.pound_is_money && weighed() && !is_paid(sentence) {
            return mass.cloned().unwrap_or_default();
        }
        let here = money(lexicon, &located(lexicon, sentence));
        let weight = |unit: &Unit| (weight_in(&here, unit), self.weight(unit));
        let mut best = units().find(|unit| matches!(unit, Unit::Money(_))).unwrap_or(&read.unit);
        let mut most = weight(best);
        for unit in units().filter(|unit| matches!(unit, Unit::Money(_))) {
            let weight = weight(unit);
            if weight > most {
                (best, most) = (unit, weight);
            }
        }
        best.clone()
    }

    /// How often the opening names the places whose money a unit is.
    fn weight(&self, unit: &Unit) -> usize {
        weight_in(&self.money, unit)
    }
}

/// How often places whose money a unit is were named, of those that were counted.
fn weight_in(money: &FxHashMap<Arc<str>, usize>, unit: &Unit) -> usize {
    let Unit::Money(code) = unit else { return 0 };
    money.get(code).copied().unwrap_or_default()
}

/// The countries in which a sentence places what it tells: "In Kampala it costs 3,000 shillings".
fn located<'l>(lexicon: &'l Lexicon, sentence: &[Token]) -> FxHashMap<&'l str, usize> {
    let mut countries = FxHashMap::default();
    for (at, _) in sentence.iter().enumerate().filter(|(_, token)| token.letters.eq_ignore_ascii_case("in")) {
        let article = sentence.get(at + 1).is_some_and(|token| token.letters == "the");
        let place = sentence.get(at + 1 + usize::from(article)..).unwrap_or_default();
        if let Some(country) = country(lexicon, place) {
            *countries.entry(country).or_default() += 1;
        }
    }
    countries
}

/// Adds how often words name each country, or a place in it.
fn count_places<'l>(lexicon: &'l Lexicon, tokens: &[Token], countries: &mut FxHashMap<&'l str, usize>) {
    let capitals = (0..tokens.len()).filter(|&at| tokens[at].is_capitalised());
    for country in capitals.filter_map(|at| country(lexicon, &tokens[at..])) {
        *countries.entry(country).or_default() += 1;
    }
}

/// The country that the tokens begin with, or that of the place.
fn country<'l>(lexicon: &'l Lexicon, tokens: &[Token]) -> Option<&'l str> {
    let (_, name) = lexicon.place_names.at(tokens)?;
    let mut place = Some(&lexicon.places()[name.place]);
    while let Some(entry) = place.filter(|entry| &*entry.kind != "country") {
        place = entry.within.as_deref().and_then(|within| lexicon.place(within));
    }
    place.map(|country| &*country.name)
}

/// The currencies that the draft writes by their codes: "DKK 8 billion", and "kroner" later on.
fn codes(lexicon: &Lexicon, tokens: &[Token]) -> Vec<Arc<str>> {
    let upper = (0..tokens.len()).filter(|&at| tokens[at].shape == Shape::Upper && tokens[at].span.len() == 3);
    let money = upper.filter_map(|at| lexicon.money_signs.at(&tokens[at..]));
    money
        .filter(|(_, money)| !money.shared)
        .map(|(_, money)| lexicon.currencies()[money.currency].code.clone())
        .collect()
}

/// How often the places of each currency were named.
fn money(lexicon: &Lexicon, countries: &FxHashMap<&str, usize>) -> FxHashMap<Arc<str>, usize> {
    if countries.is_empty() {
        return FxHashMap::default();
    }
    let named = lexicon.currencies().iter().map(|currency| {
        let places = currency.places.iter().filter_map(|place| countries.get(&**place));
        (currency.code.clone(), places.sum())
    });
    named.filter(|(_, times)| *times > 0).collect()
}

/// "pounds of meat", "drams of distilled water": what is eaten or is a substance is weighed.
fn is_weighed(lexicon: &Lexicon, tokens: &[Token]) -> bool {
    let [unit, of, what @ ..] = tokens else { return false };
    let weighed = |token: &Token| {
        let class = lexicon.noun(token.word).and_then(|noun| noun.class.as_deref());
        matches!(class, Some("food" | "substance" | "plant"))
    };
    let unit = matches!(unit.letters, "pound" | "pounds" | "dram" | "drams") && of.letters == "of";
    unit && what.iter().take(2).any(weighed)
}

/// "300 tonnes of fish worth 2 million pounds": what pounds are paid for may be weighed in another unit.
fn is_paid(sentence: &[Token]) -> bool {
    const PAYING: [&str; 7] = ["worth", "cost", "costs", "costing", "paid", "paying", "fetched"];
    const NEAR: usize = 4;
    let paid = |at: usize| sentence[at.saturating_sub(NEAR)..at].iter().any(|token| PAYING.contains(&token.letters));
    sentence.iter().enumerate().any(|(at, token)| token.letters == "pounds" && paid(at))
}

/// "dropped from 208 pounds to 193", "the baby is over two pounds": what a body loses and gains, where nothing else
/// speaks of British money.
fn is_body_weight(sentence: &[Token]) -> bool {
    const BODY: [&str; 8] = ["shed", "dropping", "slimmed", "gained", "baby", "diet", "overweight", "muscle"];
    sentence.iter().any(|token| BODY.contains(&token.letters))
}

/// Whether a sentence speaks of weight: a unit of mass that is no pound, or a word such as "weighs", "heavy".
fn weighs(lexicon: &Lexicon, sentence: &[Token]) -> bool {
    const WEIGHT: [&str; 9] = ["weigh", "weighs", "weighed", "weighing", "weight", "heavy", "heavier", "sack", "sacks"];
    sentence.iter().enumerate().any(|(at, token)| {
        let letters = token.letters;
        let unit = lexicon.unit_phrases.at(&sentence[at..]).map(|(_, &unit)| &lexicon.units()[unit]);
        let mass = unit.is_some_and(|unit| {
            &*unit.dimension == "mass" && &*unit.name != "pound" && token.shape != Shape::Number && letters.len() > 1
        });
        mass || WEIGHT.contains(&letters) || is_weighed(lexicon, &sentence[at..]) || is_of_a_weight(sentence, at)
    })
}

/// "40-pound packs": what a hyphen joins to its weight, if it is nothing that is paid.
fn is_of_a_weight(sentence: &[Token], at: usize) -> bool {
    const PAID: [&str; 9] = ["note", "notes", "coin", "fine", "ticket", "fee", "bill", "bet", "prize"];
    let [figure, hyphen, unit, rest @ ..] = sentence.get(at.saturating_sub(2)..).unwrap_or_default() else {
        return false;
    };
    let joined = unit.letters == "pound" && unit.glued && hyphen.letters == "-" && figure.shape == Shape::Number;
    joined && rest.first().is_some_and(|thing| thing.shape == Shape::Lower && !PAID.contains(&thing.letters))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn what_is_weighed() {
        for (text, unit) in [
            ("They walked with 40-pound packs.", "pound"),
            ("They paid a 40-pound fine.", "GBP"),
            ("They sold 40-pound packs for £3.", "GBP"),
        ] {
            assert_eq!(draft(text).claims[0].quantity.unit.name(), unit, "{text}");
        }
    }

    #[test]
    fn what_is_paid_for() {
        for (text, unit) in [
            ("They landed 300 tonnes of cod worth 2 million pounds.", "GBP"),
            ("They landed 300 tonnes of cod and 40 pounds of eels.", "pound"),
        ] {
            assert_eq!(draft(text).claims[1].quantity.unit.name(), unit, "{text}");
        }
    }

    #[test]
    fn whose_money_it_is() {
        for (text, units) in [
            ("It costs $40. In Sydney it costs $60. In the United States it is $30.", "USD AUD USD"),
            ("Kampala is dear, say Ugandans. It costs 900 shillings. In Nairobi it costs 40 shillings.", "UGX KES"),
            ("The Kampala market sells beans from Kenya and Uganda. It costs 900 shillings.", "UGX"),
        ] {
            let claims = draft(text).claims;
            let found: Vec<_> = claims.iter().map(|claim| claim.quantity.unit.name()).collect();
            assert_eq!(found.join(" "), units, "{text}");
        }
    }
}
