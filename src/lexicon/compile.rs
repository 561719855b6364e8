//! Written to ready: words get their numbers, phrases their tables.

use super::borrowed::Text;
use super::entry::{
    CalendarEntry, CalendarKind, CueEntry, CurrencyEntry, Fraction, Money, NounEntry, Order, PartyEntry, PlaceEntry,
    PlaceName, TitleEntry, UnitEntry,
};
use super::inflect::plural;
use super::phrases::{Letters, Phrases};
use super::written::{Class, Cue, Currency, Plural, Unit, Words, Written};
use super::{Classes, Lexicon, List};
use crate::claim::{Decimal, Qualifier};
use crate::text::{Span, WordId, tokenize};
use rustc_hash::FxHashMap;
use std::sync::Arc;

impl Lexicon {
    /// Compiles all tables; what does not fit is left out and complained of, a line each.
    pub(super) fn compile(written: &Written<'_>) -> (Self, Vec<String>) {
        let mut compiler = Compiler::default();
        // The commonest words come first, so that what is known of them lies close together in every table.
        compiler.lists(written);
        compiler.numbers(written);
        compiler.qualifiers(written);
        written.unit.iter().for_each(|unit| compiler.unit(unit));
        written.currency.iter().for_each(|currency| compiler.currency(currency));
        compiler.nouns(written);
        compiler.events(written);
        compiler.places(written);
        compiler.parties(written);
        written.cue.iter().for_each(|cue| compiler.cue(cue));
        compiler.titles(written);
        compiler.verbs(written);
        compiler.calendar(written);
        compiler.feasts(written);
        compiler.gates();
        compiler.starts();
        (compiler.lexicon, compiler.errors)
    }
}

#[derive(Default)]
pub(super) struct Compiler {
    pub(super) lexicon: Lexicon,
    pub(super) errors: Vec<String>,
    /// The first word of the phrase that was added last.
    pub(super) first: WordId,
}

/// The table of the lexicon that a phrase goes into.
pub(super) type Table<T> = fn(&mut Lexicon) -> &mut Phrases<T>;

impl Compiler {
    /// The number of a word, a new one where it has none yet.
    pub(super) fn word(&mut self, letters: &str) -> WordId {
        self.lexicon.words.add(letters)
    }

    pub(super) fn phrase<T>(&mut self, table: Table<T>, phrase: &str, letters: Letters, meaning: T) {
        if !phrase.is_empty() && phrase.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            // A plain word is its own only token, as most phrases are.
            self.first = self.word(phrase);
            let word = std::iter::once((self.first, phrase));
            return table(&mut self.lexicon).add(word, letters, meaning);
        }
        let mut tokens = Vec::new();
        tokenize(phrase, Span::new(0, phrase.len()), |_| WordId::NONE, &mut tokens);
        for token in &mut tokens {
            token.word = self.word(token.letters);
        }
        let words = tokens.iter().map(|token| (token.word, token.letters));
        table(&mut self.lexicon).add(words, letters, meaning);
        self.first = tokens.first().map_or(WordId::NONE, |token| token.word);
    }

    fn decimal(&mut self, value: &str, of: &str) -> Decimal {
        let read = Decimal::from_str_exact(value);
        read.unwrap_or_else(|_| {
            self.errors.push(format!("{of}: `{value}` is no decimal"));
            Decimal::ONE
        })
    }

    fn numbers(&mut self, written: &Written<'_>) {
        for numeral in &written.numeral {
            for word in &numeral.words {
                let word = self.word(word);
                self.lexicon.numerals.add([word], numeral.value);
            }
        }
        for magnitude in &written.magnitude {
            let value = self.decimal(&magnitude.value, "magnitude");
            magnitude.words.iter().for_each(|word| self.phrase(|l| &mut l.magnitudes, word, Letters::Any, value));
            magnitude
                .glued
                .iter()
                .for_each(|word| self.phrase(|l| &mut l.glued_magnitudes, word, Letters::Exact, value));
        }
        for fraction in &written.fraction {
            let value = Fraction { numerator: fraction.numerator, denominator: fraction.denominator };
            for word in &fraction.words {
                let word = self.word(word);
                self.lexicon.fractions.add([word], value);
            }
        }
        for multiple in &written.multiple {
            let value = self.decimal(&multiple.value, "multiple");
            multiple.words.iter().for_each(|word| self.phrase(|l| &mut l.multiples, word, Letters::Any, value));
        }
        let words: [(&[Words<'_>], Table<()>); 7] = [
            (&written.vague, |l| &mut l.vague),
            (&written.medium, |l| &mut l.media),
            (&written.newsroom, |l| &mut l.newsrooms),
            (&written.local_body, |l| &mut l.local_bodies),
            (&written.delegate, |l| &mut l.delegates),
            (&written.own_voice, |l| &mut l.own_voices),
            (&written.field, |l| &mut l.fields),
        ];
        for (listed, table) in words {
            for phrase in listed.iter().flat_map(|words| &words.words) {
                self.phrase(table, phrase, Letters::Any, ());
            }
        }
    }

    fn qualifiers(&mut self, written: &Written<'_>) {
        for qualifier in &written.qualifier {
            let Some(kind) = Qualifier::named(&qualifier.kind) else {
                self.errors.push(format!("qualifier: there is no kind `{}`", qualifier.kind));
                continue;
            };
            qualifier
                .before
                .iter()
                .for_each(|word| self.phrase(|l| &mut l.qualifiers_before, word, Letters::Any, kind));
            qualifier.after.iter().for_each(|word| self.phrase(|l| &mut l.qualifiers_after, word, Letters::Any, kind));
        }
    }

    fn unit(&mut self, unit: &Unit<'_>) {
        let (factor, divisor) = unit.factor.split_once('/').unwrap_or((&unit.factor, "1"));
        let entry = UnitEntry {
            name: unit.name.as_str().into(),
            dimension: unit.dimension.as_str().into(),
            factor: self.decimal(factor, &unit.name),
            divisor: self.decimal(divisor, &unit.name),
            offset: unit.offset.as_deref().map_or(Decimal::ZERO, |offset| self.decimal(offset, &unit.name)),
        };
        let at = self.lexicon.units.len();
        self.lexicon.unit_by_name.entry(entry.name.clone()).or_insert(at);
        self.lexicon.units.push(entry);
        unit.words.iter().for_each(|word| self.phrase(|l| &mut l.unit_phrases, word, Letters::Any, at));
        unit.symbols.iter().for_each(|symbol| self.phrase(|l| &mut l.unit_phrases, symbol, Letters::Exact, at));
    }

    fn currency(&mut self, currency: &Currency<'_>) {
        let at = self.lexicon.currencies.len();
        self.lexicon.currencies.push(CurrencyEntry {
            code: currency.code.as_str().into(),
            name: currency.name.as_str().into(),
            minor: currency.minor.first().map(|minor| minor.as_str().into()),
            places: currency.places.iter().map(|place| place.as_str().into()).collect(),
        });
        let money = Money { currency: at, minor: false, shared: false };
        currency.signs.iter().for_each(|sign| self.phrase(|l| &mut l.money_signs, sign, Letters::Exact, money));
        currency.words.iter().for_each(|word| self.phrase(|l| &mut l.money_words, word, Letters::Any, money));
        self.phrase(|l| &mut l.money_words, &currency.code, Letters::Exact, money);
        let minor = Money { minor: true, ..money };
        currency.minor.iter().for_each(|word| self.phrase(|l| &mut l.money_words, word, Letters::Any, minor));
        let shared = Money { shared: true, ..money };
        for word in &currency.shared {
            self.phrase(|l| &mut l.money_words, word, Letters::Any, shared);
            self.phrase(|l| &mut l.money_signs, word, Letters::Exact, shared);
        }
    }

    fn nouns(&mut self, written: &Written<'_>) {
        let irregular: FxHashMap<&str, &Plural<'_>> =
            written.plural.iter().rev().map(|plural| (plural.singular.as_str(), plural)).collect();
        for Class { name, nouns } in &written.class {
            let class: Arc<str> = name.as_str().into();
            for noun in nouns {
                match irregular.get(noun.as_str()) {
                    Some(irregular) => self.irregular(irregular, Some(&class)),
                    None => self.noun(noun, [plural(noun).as_str()], Some(&class)),
                }
            }
        }
        written.plural.iter().for_each(|plural| self.irregular(plural, None));
        let accounts = written.account.iter().flat_map(|account| &account.words);
        self.lexicon.accounts.extend(accounts.map(|noun| Box::from(noun.as_str())));
        for synonym in &written.synonym {
            let Some(first) = synonym.words.first() else { continue };
            let first: Arc<str> = first.as_str().into();
            for word in &synonym.words {
                self.lexicon.synonyms.entry(word.as_str().into()).or_insert_with(|| first.clone());
            }
        }
    }

    fn irregular(&mut self, noun: &Plural<'_>, class: Option<&Arc<str>>) {
        self.noun(&noun.singular, noun.plurals.iter().map(Text::as_str), class);
    }

    /// A noun and its plurals; the class that comes first stands.
    fn noun<'w>(&mut self, noun: &'w str, plurals: impl IntoIterator<Item = &'w str>, class: Option<&Arc<str>>) {
        let entry = NounEntry { lemma: noun.into(), class: class.cloned() };
        let forms = std::iter::once(noun).chain(plurals);
        let Lexicon { words, nouns, .. } = &mut self.lexicon;
        nouns.add(forms.map(|form| words.add(form)), entry);
    }

    fn events(&mut self, written: &Written<'_>) {
        for event in &written.event {
            let name: Arc<str> = event.name.as_str().into();
            event.words.iter().for_each(|word| self.phrase(|l| &mut l.events, word, Letters::Any, name.clone()));
            if let Some(kin) = &event.kin {
                self.lexicon.kin.insert(event.name.as_str().into(), kin.as_str().into());
            }
            if event.sudden {
                self.lexicon.sudden.insert(event.name.as_str().into());
            }
            if !event.nouns.is_empty() {
                let nouns = event.nouns.iter().map(|noun| noun.as_str().into()).collect();
                self.lexicon.happens_to.insert(event.name.as_str().into(), nouns);
            }
        }
    }

    fn places(&mut self, written: &Written<'_>) {
        let count = written.place.iter().map(|place| 1 + place.aliases.len() + place.demonyms.len()).sum();
        self.lexicon.place_names.reserve(count);
        self.lexicon.place_by_name.reserve(written.place.len());
        for place in &written.place {
            let at = self.lexicon.places.len();
            let (name, kind) = (place.name.as_str().into(), place.kind.as_str().into());
            self.lexicon.places.push(PlaceEntry { name, kind, within: place.within.as_deref().map(Into::into) });
            self.lexicon.place_by_name.entry(place.name.as_str().into()).or_insert(at);
            let named = PlaceName { place: at, demonym: false };
            for name in std::iter::once(&place.name).chain(&place.aliases) {
                self.phrase(|l| &mut l.place_names, name, Letters::Capitals, named);
            }
            let demonym = PlaceName { place: at, demonym: true };
            place
                .demonyms
                .iter()
                .for_each(|name| self.phrase(|l| &mut l.place_names, name, Letters::Capitals, demonym));
        }
    }

    fn parties(&mut self, written: &Written<'_>) {
        self.lexicon.party_names.reserve(written.source.iter().map(|party| 1 + party.aliases.len()).sum());
        for party in &written.source {
            let at = self.lexicon.parties.len();
            let (id, name, kind) = (party.id.as_str().into(), party.name.as_str().into(), party.kind.as_str().into());
            self.lexicon.parties.push(PartyEntry { id, name, kind });
            for name in std::iter::once(&party.name).chain(&party.aliases) {
                self.phrase(|l| &mut l.party_names, name, Letters::Capitals, at);
                if name.as_str().starts_with(char::is_lowercase) {
                    self.classify(self.first, Classes::BODY);
                }
            }
        }
    }

    fn cue(&mut self, cue: &Cue<'_>) {
        let order = match cue.order.as_str() {
            "verb" => Order::Verb,
            "preposition" => Order::Preposition,
            "noun" => Order::Noun,
            "passive" => Order::Passive,
            "label" => Order::Label,
            other => {
                self.errors.push(format!("cue {}: there is no order `{other}`", cue.lemma));
                return;
            }
        };
        let at = self.lexicon.cues.len();
        let (lemma, stance) = (cue.lemma.as_str().into(), cue.stance.as_str().into());
        let needs = cue.needs.as_deref().map(Into::into);
        self.lexicon.cues.push(CueEntry { lemma, order, stance, object: cue.object, needs, addressee: cue.addressee });
        for form in std::iter::once(&cue.lemma).chain(&cue.forms) {
            self.phrase(|l| &mut l.cue_phrases, form, Letters::Any, at);
        }
    }

    fn titles(&mut self, written: &Written<'_>) {
        for title in &written.title {
            let at = self.lexicon.titles.len();
            let gender = title.gender.as_deref().map(Into::into);
            self.lexicon.titles.push(TitleEntry { kind: title.kind.as_str().into(), gender });
            title.words.iter().for_each(|word| self.phrase(|l| &mut l.title_phrases, word, Letters::Any, at));
        }
    }

    fn verbs(&mut self, written: &Written<'_>) {
        for verb in &written.verb {
            let lemma: Arc<str> = verb.lemma.as_str().into();
            let forms = std::iter::once(&verb.lemma).chain(&verb.forms);
            let Lexicon { words, verbs, .. } = &mut self.lexicon;
            verbs.add(forms.map(|form| words.add(form)), lemma);
        }
    }

    fn calendar(&mut self, written: &Written<'_>) {
        for entry in &written.calendar {
            let Some(kind) = CalendarKind::named(&entry.kind) else {
                self.errors.push(format!("calendar: there is no kind `{}`", entry.kind));
                continue;
            };
            for word in &entry.words {
                let word = self.word(word);
                self.classify(word, Classes::calendar(kind));
                self.lexicon.calendar.get_or_default(word).push(CalendarEntry { kind, value: entry.value });
            }
        }
    }

    /// The closed classes. Only single words belong to them.
    fn lists(&mut self, written: &Written<'_>) {
        for (name, words) in &written.list {
            let Some(list) = List::named(name) else {
                self.errors.push(format!("list: there is no list `{name}`"));
                continue;
            };
            for word in words {
                let word = self.word(word);
                self.classify(word, Classes::list(list));
            }
        }
    }
}
