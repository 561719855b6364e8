//! The words that the grammar knows: TOML as written, compiled into quick lookups.
//!
//! The grammar asks by [`WordId`], which every token carries, or for the longest phrase at a place. Nothing here knows
//! how words are put together.

mod borrowed;
mod by_word;
mod classes;
mod compile;
mod entry;
mod fault;
mod feast;
mod gate;
mod glued_sign;
pub mod inflect;
mod list;
mod phrases;
mod starts;
mod teach;
mod words;
pub mod written;

pub use classes::Classes;
pub use entry::{
    CalendarEntry, CalendarKind, CueEntry, CurrencyEntry, Fraction, Money, NounEntry, Order, PartyEntry, PlaceEntry,
    PlaceName, TitleEntry, UnitEntry,
};
pub use fault::Fault;
pub use feast::Feast;
pub use list::List;
pub use phrases::Phrases;
pub use starts::Starts;

use crate::claim::{Decimal, Qualifier, Unit};
use crate::text::{Habits, Shape, Span, Token, WordHash, WordId, tokenize};
use by_word::ByWord;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;
use words::Words;
use written::Written;

/// The files of `rules/lexicon`, packed by the build script.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The words that the grammar knows.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Words,
    /// The classes of each word, by its id.
    classes: Vec<Classes>,
    /// What may begin at each word, by its id.
    starts: Vec<Starts>,
    numerals: ByWord<u32>,
    fractions: ByWord<Fraction>,
    nouns: ByWord<NounEntry>,
    verbs: ByWord<Arc<str>>,
    calendar: ByWord<Vec<CalendarEntry>>,
    kin: FxHashMap<Box<str>, Box<str>>,
    happens_to: FxHashMap<Box<str>, Vec<Box<str>>>,
    sudden: FxHashSet<Box<str>>,
    accounts: FxHashSet<Box<str>>,
    synonyms: FxHashMap<Box<str>, Arc<str>>,
    place_by_name: FxHashMap<Box<str>, usize>,
    /// Words that multiply the number before them.
    pub magnitudes: Phrases<Decimal>,
    /// Symbols that multiply the figure that they touch.
    pub glued_magnitudes: Phrases<Decimal>,
    /// Words that are multiples in themselves.
    pub multiples: Phrases<Decimal>,
    /// Quantities without a value.
    pub vague: Phrases<()>,
    /// Qualifiers that stand before a number.
    pub qualifiers_before: Phrases<Qualifier>,
    /// Qualifiers that stand after a number.
    pub qualifiers_after: Phrases<Qualifier>,
    /// Words and symbols of measure, each by its place in [`Lexicon::units`].
    pub unit_phrases: Phrases<usize>,
    /// Signs that stand before a figure.
    pub money_signs: Phrases<Money>,
    /// Words that stand after one.
    pub money_words: Phrases<Money>,
    /// What happens to what is counted.
    pub events: Phrases<Arc<str>>,
    /// Names of places.
    pub place_names: Phrases<PlaceName>,
    /// Names of bodies, each by its place in [`Lexicon::parties`].
    pub party_names: Phrases<usize>,
    /// What media are called: `newspaper`, `news agency`.
    pub media: Phrases<()>,
    /// Words that tell a newsroom's credit: `desk`, `wire`.
    pub newsrooms: Phrases<()>,
    /// Bodies of which each place or people has its own: `ministry`, `town hall`.
    pub local_bodies: Phrases<()>,
    /// People who speak for the body that they are from: `officials`, `members`.
    pub delegates: Phrases<()>,
    /// People who speak for themselves, wherever they work or live: `workers`, `residents`.
    pub own_voices: Phrases<()>,
    /// What bodies see to, by which their people are told apart: `health`, `immigration`.
    pub fields: Phrases<()>,
    /// Words that attribute, each by its place in [`Lexicon::cues`].
    pub cue_phrases: Phrases<usize>,
    /// Days with a name.
    pub feasts: Phrases<Feast>,
    /// Words for a person's office, each by its place in [`Lexicon::titles`].
    pub title_phrases: Phrases<usize>,
    units: Vec<UnitEntry>,
    unit_by_name: FxHashMap<Arc<str>, usize>,
    currencies: Vec<CurrencyEntry>,
    places: Vec<PlaceEntry>,
    parties: Vec<PartyEntry>,
    cues: Vec<CueEntry>,
    titles: Vec<TitleEntry>,
}

impl Lexicon {
    /// The lexicon that the program carries.
    pub fn embedded() -> Self {
        Self::compile(&Self::packed()).0
    }

    /// The lexicon that the program carries, with a desk's own tables after ours.
    ///
    /// # Errors
    /// What does not fit, a line each: a value that is no decimal, a list or kind that does not exist.
    pub fn with(desk: Written<'_>) -> Result<Self, Vec<String>> {
        let mut written = Self::packed();
        written.append(desk);
        let (lexicon, errors) = Self::compile(&written);
        if errors.is_empty() { Ok(lexicon) } else { Err(errors) }
    }

    /// The tables that the program carries.
    pub(crate) fn packed<'a>() -> Written<'a> {
        postcard::from_bytes(PACKED).unwrap_or_default()
    }

    /// The word of these letters, whatever their case.
    pub fn word(&self, letters: &str) -> WordId {
        self.words.get(WordHash::of(letters))
    }

    /// The word of this number.
    pub fn word_of(&self, letters: WordHash) -> WordId {
        self.words.get(letters)
    }

    /// Cuts a part of a text into tokens that carry this lexicon's words.
    pub fn tokenize<'t>(&self, text: &'t str, span: Span, tokens: &mut Vec<Token<'t>>) {
        let start = tokens.len();
        tokenize(text, span, |hash| self.words.get(hash), tokens);
        if tokens[start..].iter().any(|token| glued_sign::may_hold_sign(text, token)) {
            glued_sign::cut(self, text, tokens, start);
        }
    }

    /// What a word is.
    pub fn classes(&self, word: WordId) -> Classes {
        self.classes.get(word.0 as usize).copied().unwrap_or_default()
    }

    /// What a token is; any figure is [numeric](Classes::NUMERIC).
    pub fn classes_of(&self, token: &Token) -> Classes {
        if token.shape == Shape::Number { Classes::NUMERIC } else { self.classes(token.word) }
    }

    /// Whether a word belongs to a closed class.
    pub fn is(&self, word: WordId, list: List) -> bool {
        self.classes(word).meets(Classes::list(list))
    }

    /// Whether a word belongs to one of several closed classes.
    pub fn is_any(&self, word: WordId, lists: &[List]) -> bool {
        self.classes(word).meets(lists.iter().fold(Classes::default(), |all, list| all.or(Classes::list(*list))))
    }

    /// Whether a word tells of a rise or a fall.
    pub fn is_change(&self, word: WordId) -> bool {
        self.is_any(word, &[List::Rise, List::Fall])
    }

    /// Whether a word belongs to the frame of a sentence, [`List::FRAME`], rather than to one of its noun phrases.
    pub fn is_frame(&self, word: WordId) -> bool {
        self.is_any(word, &List::FRAME)
    }

    /// Whether a quantity may begin with a token: a figure, a number word, a sign for money, a fraction, a multiple.
    pub fn may_begin_quantity(&self, token: &Token) -> bool {
        self.classes_of(token).meets(Classes::NUMERIC)
    }

    /// The value of a number word: 0 to 90, or 100.
    pub fn numeral(&self, word: WordId) -> Option<u32> {
        self.numerals.get(word).copied()
    }

    /// The fraction that a word names.
    pub fn fraction(&self, word: WordId) -> Option<Fraction> {
        self.fractions.get(word).copied()
    }

    /// The noun that a word is a form of.
    pub fn noun(&self, word: WordId) -> Option<&NounEntry> {
        self.nouns.get(word)
    }

    /// The classes of nouns, some of them more than once.
    pub fn noun_classes(&self) -> impl Iterator<Item = &str> {
        self.nouns.values().filter_map(|noun| noun.class.as_deref())
    }

    /// The infinitive that a word is a form of.
    pub fn verb(&self, word: WordId) -> Option<&str> {
        self.verbs.get(word).map(|lemma| &**lemma)
    }

    /// Whether a word is a form of a verb and no noun: "sank", but not "works".
    pub fn is_only_verb(&self, word: WordId) -> bool {
        self.verb(word).is_some() && self.noun(word).is_none()
    }

    /// What a word means in the calendar.
    pub fn calendar(&self, word: WordId) -> &[CalendarEntry] {
        self.calendar.get(word).map_or(&[], Vec::as_slice)
    }

    /// The value of a word as one kind of calendar name.
    pub fn calendar_value(&self, word: WordId, kind: CalendarKind) -> Option<i32> {
        self.calendar(word).iter().find(|entry| entry.kind == kind).map(|entry| entry.value)
    }

    /// The word that stands for a lemma's synonyms; `None` where it has none.
    pub fn synonym(&self, lemma: &str) -> Option<&str> {
        self.synonyms.get(lemma).map(|first| &**first)
    }

    /// The word that stands for a lemma and all its synonyms.
    pub fn canonical<'a>(&'a self, lemma: &'a str) -> &'a str {
        self.synonym(lemma).unwrap_or(lemma)
    }

    /// What an event shares with others that may be told of the same thing.
    pub fn kin(&self, event: &str) -> Option<&str> {
        self.kin.get(event).map(|kin| &**kin)
    }

    /// The noun that stands for all to whom an event may happen, where the given one is among them.
    pub fn happens_to(&self, event: &str, thing: &str) -> Option<&str> {
        let nouns = self.happens_to.get(event)?;
        nouns.iter().any(|noun| **noun == *thing).then(|| nouns.first().map(|noun| &**noun)).flatten()
    }

    /// Whether a noun, by its lemma, is one of somebody's accounts: `income`, `cost`.
    pub fn is_of_accounts(&self, lemma: &str) -> bool {
        self.accounts.contains(lemma)
    }

    /// Whether an event is over within a day.
    pub fn is_sudden(&self, event: &str) -> bool {
        self.sudden.contains(event)
    }

    /// Whether a single word tells of something that happens.
    pub fn event(&self, letters: &str) -> bool {
        let mut tokens = Vec::new();
        self.tokenize(letters, Span::new(0, letters.len()), &mut tokens);
        self.events.at(&tokens).is_some()
    }

    /// Whether a single word is a unit, a magnitude, or money: "million", "metres", "percent".
    pub fn is_measure(&self, token: &Token) -> bool {
        let one = std::slice::from_ref(token);
        let percent = ["percent", "cent", "percentage", "point", "points"].contains(&token.letters);
        percent
            || self.unit_phrases.at(one).is_some()
            || self.magnitudes.at(one).is_some()
            || self.money_words.at(one).is_some()
    }

    /// All units of measure.
    pub fn units(&self) -> &[UnitEntry] {
        &self.units
    }

    /// The unit of that name.
    pub fn unit_named(&self, name: &str) -> Option<&UnitEntry> {
        self.unit_by_name.get(name).map(|&at| &self.units[at])
    }

    /// Whether a unit measures time, be it one of a desk's own.
    pub fn measures_time(&self, unit: &Unit) -> bool {
        let Unit::Measure(name) = unit else { return false };
        self.unit_named(name).is_some_and(|unit| &*unit.dimension == "time")
    }

    /// All currencies.
    pub fn currencies(&self) -> &[CurrencyEntry] {
        &self.currencies
    }

    /// All places.
    pub fn places(&self) -> &[PlaceEntry] {
        &self.places
    }

    /// All bodies.
    pub fn parties(&self) -> &[PartyEntry] {
        &self.parties
    }

    /// All cues.
    pub fn cues(&self) -> &[CueEntry] {
        &self.cues
    }

    /// All titles.
    pub fn titles(&self) -> &[TitleEntry] {
        &self.titles
    }

    /// The place of that name.
    pub fn place(&self, name: &str) -> Option<&PlaceEntry> {
        self.place_by_name.get(name).map(|&at| &self.places[at])
    }

    /// The places that hold the one of that name, the nearest first.
    pub fn places_around<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        // A chain of places is short; the bound only guards against a desk's circle.
        let within = |name: &&'a str| self.place(name).and_then(|place| place.within.as_deref());
        std::iter::successors(Some(name), within).skip(1).take(8)
    }

    /// Whether the place called `inner` lies in the one called `outer`, or is it.
    pub fn lies_in(&self, inner: &str, outer: &str) -> bool {
        inner == outer || self.places_around(inner).any(|place| place == outer)
    }
}

impl Habits for Lexicon {
    fn is_abbreviation(&self, word: WordId) -> bool {
        self.is(word, List::Abbreviation)
    }

    fn is_opener(&self, word: WordId) -> bool {
        self.is(word, List::Opener)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_files_compile_without_complaint() {
        let written = postcard::from_bytes(PACKED).unwrap();
        assert_eq!(Lexicon::compile(&written).1, Vec::<String>::new());
    }
    #[test]
    fn an_event_joins_those_whom_it_happens_to() {
        let lexicon = Lexicon::embedded();
        for (event, thing, common) in [
            ("lay_off", "worker", Some("job")),
            ("lay_off", "job", Some("job")),
            ("lay_off", "boat", None),
            ("lose", "worker", None),
            ("kill", "worker", None),
        ] {
            assert_eq!(lexicon.happens_to(event, thing), common, "{event} {thing}");
        }
    }
}
