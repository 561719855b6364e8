//! The lexicon as a desk writes it: the shapes of `rules/lexicon/*.toml`.
//!
//! Every file may hold any of the tables; those of all files are put together, and those of the desk's own files come
//! after ours. Words are written in lower case unless they are names or symbols. A phrase is written with single
//! spaces; hyphens stand where the text has them. This file is read by the build script too.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All tables of the lexicon.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Written {
    /// Number words below a hundred, and "hundred".
    pub numeral: Vec<Numeral>,
    /// Words and letters that multiply the number before them.
    pub magnitude: Vec<Magnitude>,
    /// The names of fractions.
    pub fraction: Vec<Fraction>,
    /// Words that are multiples in themselves.
    pub multiple: Vec<Multiple>,
    /// Phrases that are a quantity without a value.
    pub vague: Vec<Words>,
    /// Words that loosen or bound a figure.
    pub qualifier: Vec<Qualifier>,
    /// Units of measure.
    pub unit: Vec<Unit>,
    /// Currencies.
    pub currency: Vec<Currency>,
    /// Counted nouns by class.
    pub class: Vec<Class>,
    /// Nouns whose plural is not formed by rule.
    pub plural: Vec<Plural>,
    /// What happens to what is counted.
    pub event: Vec<Event>,
    /// Words that mean the same when two claims are compared.
    pub synonym: Vec<Synonym>,
    /// Countries, regions, provinces and cities.
    pub place: Vec<Place>,
    /// Bodies that figures come from.
    pub source: Vec<Party>,
    /// Words that attribute.
    pub cue: Vec<Cue>,
    /// Words that name a person's office.
    pub title: Vec<Title>,
    /// Verbs and their forms.
    pub verb: Vec<Verb>,
    /// Months, weekdays and what else the calendar names.
    pub calendar: Vec<Calendar>,
    /// Closed classes of words, by name; the names are those of `lexicon::List`.
    pub list: BTreeMap<String, Vec<String>>,
}

/// A number word.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numeral {
    /// 0 to 90, or 100.
    pub value: u32,
    /// Its spellings.
    pub words: Vec<String>,
}

/// A power by which the number before it is multiplied.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Magnitude {
    /// As a decimal: `1000000`.
    pub value: String,
    /// Words that stand apart from the number: `million`, `mn`.
    #[serde(default)]
    pub words: Vec<String>,
    /// Symbols that only count when they touch the figure, in exact case: `m`, `bn`, `K`.
    #[serde(default)]
    pub glued: Vec<String>,
}

/// A fraction's name.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fraction {
    /// 2 for `half`, 3 for `third`.
    pub denominator: u32,
    /// 1 unless it says otherwise (3 for `¾`).
    #[serde(default = "one")]
    pub numerator: u32,
    /// Singular and plural.
    pub words: Vec<String>,
}

fn one() -> u32 {
    1
}

/// A multiple in one word.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Multiple {
    /// 2 for `doubled`, `twice`, `twofold`.
    pub value: String,
    /// Its words.
    pub words: Vec<String>,
}

/// Words that share a meaning of their own table.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Words or phrases.
    pub words: Vec<String>,
}

/// Phrases that qualify a figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Qualifier {
    /// `about`, `at_least`, `more_than`, `at_most`, `less_than`.
    pub kind: String,
    /// Phrases before the number.
    #[serde(default)]
    pub before: Vec<String>,
    /// Phrases after the number: `or more`, `or so`.
    #[serde(default)]
    pub after: Vec<String>,
}

/// A unit of measure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Singular English name, words joined by `_`: `kilometre`, `square_metre`, `degree_celsius`. A compound unit is
    /// written `kilometre_per_hour`.
    pub name: String,
    /// `length`, `mass`, `time`, `area`, `volume`, `speed`, `temperature`, `energy`, `power`, `data` …; only units of
    /// one dimension are converted into each other.
    pub dimension: String,
    /// Exact decimal factor to the dimension's base unit (metre, kilogram, second, square metre, litre …), or a
    /// fraction `1/3`.
    pub factor: String,
    /// What is added after the factor is applied (temperatures).
    #[serde(default)]
    pub offset: Option<String>,
    /// Spelled out, singular and plural, British and American.
    #[serde(default)]
    pub words: Vec<String>,
    /// Symbols, in exact case; they stand after a figure.
    #[serde(default)]
    pub symbols: Vec<String>,
}

/// A currency.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currency {
    /// ISO 4217.
    pub code: String,
    /// Its English name in full: `US dollar`.
    pub name: String,
    /// Signs and prefixes that stand before the figure, in exact case: `$`, `US$`, `A$`, `RM`, `dlrs`.
    #[serde(default)]
    pub signs: Vec<String>,
    /// Words that stand after the figure: `dollars`, `US dollars`; for a word that several currencies share, the
    /// currency that is meant when nothing else decides lists it in `words`, the others in `shared`.
    #[serde(default)]
    pub words: Vec<String>,
    /// Signs and words that mean this currency only in a draft that is about its country.
    #[serde(default)]
    pub shared: Vec<String>,
    /// Its hundredth, its name in the singular first: `cent`, `cents`, `¢`.
    #[serde(default)]
    pub minor: Vec<String>,
    /// The places (by gazetteer name) whose money it is.
    #[serde(default)]
    pub places: Vec<String>,
}

/// Nouns of one class.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// `person`, `casualty`, `vehicle`, `building`, `organisation`, `event`, `animal`, `case`, `document`, `money` …
    pub name: String,
    /// Singular; plurals follow by rule or from `plural`.
    pub nouns: Vec<String>,
}

/// An irregular plural.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plural {
    /// The lemma: `man`.
    pub singular: String,
    /// Its plurals: `men`.
    pub plurals: Vec<String>,
}

/// What happens to what is counted, or the state it is in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// A verb's lemma: `kill`, `injure`, `arrest`.
    pub name: String,
    /// All forms of verbs, nouns and adjectives that tell of it: `killed`, `died`, `dead`, `deaths`, `toll`.
    pub words: Vec<String>,
    /// What it shares with events that may be told of one thing in other words: to join a force is to fight for it.
    #[serde(default)]
    pub kin: Option<String>,
}

/// Words that count as one when claims are compared.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonym {
    /// Lemmas; the first stands for all.
    pub words: Vec<String>,
}

/// A place.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its usual English name.
    pub name: String,
    /// `continent`, `region`, `country`, `province`, `city`.
    pub kind: String,
    /// The next larger place that holds it.
    #[serde(default)]
    pub within: Option<String>,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Adjective and people: `Russian`, `Russians`.
    #[serde(default)]
    pub demonyms: Vec<String>,
}

/// A body that figures come from.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Short and lasting: `who`, `fsb`.
    pub id: String,
    /// Its name in full.
    pub name: String,
    /// Acronyms, short forms, translations, in exact case.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// `agency`, `ministry`, `company`, `media`, `ngo`, `court`, `police`, `document`.
    pub kind: String,
    /// The country it belongs to, where it belongs to one.
    #[serde(default)]
    pub country: Option<String>,
}

/// A word that attributes a statement.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// `say`, `according to`.
    pub lemma: String,
    /// All forms in which it attributes: `says`, `said`, `saying`.
    pub forms: Vec<String>,
    /// Where its subject stands: `verb` (X said, said X), `preposition` (according to X), `noun` (X's estimate, data
    /// from X), `passive` (put at 40 by X).
    pub order: String,
    /// How the speaker stands to it: `say`, `find`, `estimate`, `report`, `claim`, `deny`, `forecast`, `target`.
    pub stance: String,
    /// Whether it attributes a figure in an object without a clause (`estimated 40`, `reported 12 deaths`).
    #[serde(default)]
    pub object: bool,
    /// Whether the one spoken to stands behind it as its object (`told the court`).
    #[serde(default)]
    pub addressee: bool,
}

/// A word that names a person's office or role.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// `honorific` (Mr, Dr), `rank` (Gen, Sgt), `office` (minister, director), `role` (resident, analyst), `spokesman`.
    pub kind: String,
    /// Its words, in lower case, without the full stop.
    pub words: Vec<String>,
    /// `m` or `f`, where it tells.
    #[serde(default)]
    pub gender: Option<String>,
}

/// A verb.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verb {
    /// The infinitive.
    pub lemma: String,
    /// Its other forms.
    pub forms: Vec<String>,
}

/// A name of the calendar.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// `month`, `weekday`, `season`, `unit` (day, week …), `part` (morning …), `ordinal`, `relative` (today …),
    /// `decade`, `feast`.
    pub kind: String,
    /// The month's or weekday's number (Monday is 1), the unit's days, the ordinal's value, the shift in days.
    pub value: i32,
    /// Its words.
    pub words: Vec<String>,
}

impl Written {
    /// Puts the tables of another file after these.
    pub fn append(&mut self, mut more: Self) {
        self.numeral.append(&mut more.numeral);
        self.magnitude.append(&mut more.magnitude);
        self.fraction.append(&mut more.fraction);
        self.multiple.append(&mut more.multiple);
        self.vague.append(&mut more.vague);
        self.qualifier.append(&mut more.qualifier);
        self.unit.append(&mut more.unit);
        self.currency.append(&mut more.currency);
        self.class.append(&mut more.class);
        self.plural.append(&mut more.plural);
        self.event.append(&mut more.event);
        self.synonym.append(&mut more.synonym);
        self.place.append(&mut more.place);
        self.source.append(&mut more.source);
        self.cue.append(&mut more.cue);
        self.title.append(&mut more.title);
        self.verb.append(&mut more.verb);
        self.calendar.append(&mut more.calendar);
        for (name, mut words) in more.list {
            self.list.entry(name).or_default().append(&mut words);
        }
    }
}
