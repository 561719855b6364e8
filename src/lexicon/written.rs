//! The lexicon as a desk writes it: the shapes of `rules/lexicon/*.toml`.
//!
//! Every file may hold any of the tables; those of all files are put together, and those of the desk's own files come
//! after ours. Words are written in lower case unless they are names or symbols. A phrase is written with single
//! spaces; hyphens stand where the text has them. This file is read by the build script too.

use super::borrowed::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All tables of the lexicon.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct Written<'a> {
    /// Number words below a hundred, and "hundred".
    pub numeral: Vec<Numeral<'a>>,
    /// Words and letters that multiply the number before them.
    pub magnitude: Vec<Magnitude<'a>>,
    /// The names of fractions.
    pub fraction: Vec<Fraction<'a>>,
    /// Words that are multiples in themselves.
    pub multiple: Vec<Multiple<'a>>,
    /// Phrases that are a quantity without a value.
    pub vague: Vec<Words<'a>>,
    /// Words that loosen or bound a figure.
    pub qualifier: Vec<Qualifier<'a>>,
    /// Units of measure.
    pub unit: Vec<Unit<'a>>,
    /// Currencies.
    pub currency: Vec<Currency<'a>>,
    /// Counted nouns by class.
    pub class: Vec<Class<'a>>,
    /// Nouns whose plural is not formed by rule.
    pub plural: Vec<Plural<'a>>,
    /// Nouns of somebody's accounts, by their lemmas.
    pub account: Vec<Words<'a>>,
    /// What happens to what is counted.
    pub event: Vec<Event<'a>>,
    /// Words that mean the same when two claims are compared.
    pub synonym: Vec<Synonym<'a>>,
    /// Countries, regions, provinces and cities.
    pub place: Vec<Place<'a>>,
    /// Bodies that figures come from.
    pub source: Vec<Party<'a>>,
    /// What media are called.
    pub medium: Vec<Words<'a>>,
    /// Words of a newsroom's credit.
    pub newsroom: Vec<Words<'a>>,
    /// Bodies of which each place or people has its own.
    pub local_body: Vec<Words<'a>>,
    /// People who speak for the body that they are from.
    pub delegate: Vec<Words<'a>>,
    /// People who speak for themselves, wherever they work or live.
    pub own_voice: Vec<Words<'a>>,
    /// What bodies see to, by which their people are told apart.
    pub field: Vec<Words<'a>>,
    /// Words that attribute.
    pub cue: Vec<Cue<'a>>,
    /// Words that name a person's office.
    pub title: Vec<Title<'a>>,
    /// Verbs and their forms.
    pub verb: Vec<Verb<'a>>,
    /// Months, weekdays and what else the calendar names.
    pub calendar: Vec<Calendar<'a>>,
    /// Days with a name that come once a year.
    pub feast: Vec<Feast<'a>>,
    /// Closed classes of words, by name; the names are those of `lexicon::List`.
    pub list: BTreeMap<Text<'a>, Vec<Text<'a>>>,
}

/// A number word.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Numeral<'a> {
    /// 0 to 90, or 100.
    pub value: u32,
    /// Its spellings.
    pub words: Vec<Text<'a>>,
}

/// A power by which the number before it is multiplied.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Magnitude<'a> {
    /// As a decimal: `1000000`.
    pub value: Text<'a>,
    /// Words that stand apart from the number: `million`, `mn`.
    #[serde(default)]
    pub words: Vec<Text<'a>>,
    /// Symbols that only count when they touch the figure, in exact case: `m`, `bn`, `K`.
    #[serde(default)]
    pub glued: Vec<Text<'a>>,
}

/// A fraction's name.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Fraction<'a> {
    /// 2 for `half`, 3 for `third`.
    pub denominator: u32,
    /// 1 unless it says otherwise (3 for `¾`).
    #[serde(default = "one")]
    pub numerator: u32,
    /// Singular and plural.
    pub words: Vec<Text<'a>>,
}

fn one() -> u32 {
    1
}

/// A multiple in one word.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Multiple<'a> {
    /// 2 for `doubled`, `twice`, `twofold`.
    pub value: Text<'a>,
    /// Its words.
    pub words: Vec<Text<'a>>,
}

/// Words that share a meaning of their own table.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Words<'a> {
    /// Words or phrases.
    pub words: Vec<Text<'a>>,
}

/// Phrases that qualify a figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Qualifier<'a> {
    /// `about`, `at_least`, `more_than`, `at_most`, `less_than`.
    pub kind: Text<'a>,
    /// Phrases before the number.
    #[serde(default)]
    pub before: Vec<Text<'a>>,
    /// Phrases after the number: `or more`, `or so`.
    #[serde(default)]
    pub after: Vec<Text<'a>>,
}

/// A unit of measure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Unit<'a> {
    /// Singular English name, words joined by `_`: `kilometre`, `square_metre`, `degree_celsius`. A compound unit is
    /// written `kilometre_per_hour`.
    pub name: Text<'a>,
    /// `length`, `mass`, `time`, `area`, `volume`, `speed`, `temperature`, `energy`, `power`, `data` …; only units of
    /// one dimension are converted into each other.
    pub dimension: Text<'a>,
    /// Exact decimal factor to the dimension's base unit (metre, kilogram, second, square metre, litre …), or a
    /// fraction `1/3`.
    pub factor: Text<'a>,
    /// What is added after the factor is applied (temperatures).
    #[serde(default)]
    pub offset: Option<Text<'a>>,
    /// Spelled out, singular and plural, British and American.
    #[serde(default)]
    pub words: Vec<Text<'a>>,
    /// Symbols, in exact case; they stand after a figure.
    #[serde(default)]
    pub symbols: Vec<Text<'a>>,
}

/// A currency.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Currency<'a> {
    /// ISO 4217.
    pub code: Text<'a>,
    /// Its English name in full: `US dollar`.
    pub name: Text<'a>,
    /// Signs and prefixes that stand before the figure, in exact case: `$`, `US$`, `A$`, `RM`, `dlrs`.
    #[serde(default)]
    pub signs: Vec<Text<'a>>,
    /// Words that stand after the figure: `dollars`, `US dollars`; for a word that several currencies share, the
    /// currency that is meant when nothing else decides lists it in `words`, the others in `shared`.
    #[serde(default)]
    pub words: Vec<Text<'a>>,
    /// Signs and words that mean this currency only in a draft that is about its country.
    #[serde(default)]
    pub shared: Vec<Text<'a>>,
    /// Its hundredth, its name in the singular first: `cent`, `cents`, `¢`.
    #[serde(default)]
    pub minor: Vec<Text<'a>>,
    /// The places (by gazetteer name) whose money it is.
    #[serde(default)]
    pub places: Vec<Text<'a>>,
}

/// Nouns of one class.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Class<'a> {
    /// `person`, `casualty`, `vehicle`, `building`, `organisation`, `event`, `animal`, `case`, `document`, `money` …
    pub name: Text<'a>,
    /// Singular; plurals follow by rule or from `plural`.
    pub nouns: Vec<Text<'a>>,
}

/// An irregular plural.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Plural<'a> {
    /// The lemma: `man`.
    pub singular: Text<'a>,
    /// Its plurals: `men`.
    pub plurals: Vec<Text<'a>>,
}

/// What happens to what is counted, or the state it is in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Event<'a> {
    /// A verb's lemma: `kill`, `injure`, `arrest`.
    pub name: Text<'a>,
    /// All forms of verbs, nouns and adjectives that tell of it: `killed`, `died`, `dead`, `deaths`, `toll`.
    pub words: Vec<Text<'a>>,
    /// What it shares with events that may be told of one thing in other words: to join a force is to fight for it.
    #[serde(default)]
    pub kin: Option<Text<'a>>,
    /// Nouns for those whom it happens to, any of which may stand for the others: jobs, posts and workers that are cut.
    #[serde(default)]
    pub nouns: Vec<Text<'a>>,
    /// Whether it is over within a day: people march and vote on one, and a toll grows for many.
    #[serde(default)]
    pub sudden: bool,
}

/// Words that count as one when claims are compared.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Synonym<'a> {
    /// Lemmas; the first stands for all.
    pub words: Vec<Text<'a>>,
}

/// A place.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Place<'a> {
    /// Its usual English name.
    pub name: Text<'a>,
    /// `continent`, `region`, `country`, `province`, `city`.
    pub kind: Text<'a>,
    /// The next larger place that holds it.
    #[serde(default)]
    pub within: Option<Text<'a>>,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text<'a>>,
    /// Adjective and people: `Russian`, `Russians`.
    #[serde(default)]
    pub demonyms: Vec<Text<'a>>,
}

/// A body that figures come from.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Party<'a> {
    /// Short and lasting: `who`, `fsb`.
    pub id: Text<'a>,
    /// Its name in full.
    pub name: Text<'a>,
    /// Acronyms, short forms, translations, in exact case.
    #[serde(default)]
    pub aliases: Vec<Text<'a>>,
    /// `agency`, `ministry`, `company`, `media`, `ngo`, `court`, `police`, `document`.
    pub kind: Text<'a>,
    /// The country it belongs to, where it belongs to one.
    #[serde(default)]
    pub country: Option<Text<'a>>,
}

/// A word that attributes a statement.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Cue<'a> {
    /// `say`, `according to`.
    pub lemma: Text<'a>,
    /// All forms in which it attributes: `says`, `said`, `saying`.
    pub forms: Vec<Text<'a>>,
    /// Where its subject stands: `verb` (X said, said X), `preposition` (according to X), `noun` (X's estimate, data
    /// from X), `passive` (put at 40 by X).
    pub order: Text<'a>,
    /// How the speaker stands to it: `say`, `find`, `estimate`, `think`, `report`, `claim`, `deny`, `forecast`, `target`.
    pub stance: Text<'a>,
    /// Whether it attributes a figure in an object without a clause (`estimated 40`, `reported 12 deaths`).
    #[serde(default)]
    pub object: bool,
    /// What it must have to attribute: `clause` (wrote that …), `object` (gave the toll as 40).
    #[serde(default)]
    pub needs: Option<Text<'a>>,
    /// Whether the one spoken to stands behind it as its object (`told the court`).
    #[serde(default)]
    pub addressee: bool,
}

/// A word that names a person's office or role.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Title<'a> {
    /// `honorific` (Mr, Dr), `rank` (Gen, Sgt), `office` (minister, director), `role` (resident, analyst), `spokesman`.
    pub kind: Text<'a>,
    /// Its words, in lower case, without the full stop.
    pub words: Vec<Text<'a>>,
    /// `m` or `f`, where it tells.
    #[serde(default)]
    pub gender: Option<Text<'a>>,
}

/// A verb.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Verb<'a> {
    /// The infinitive.
    pub lemma: Text<'a>,
    /// Its other forms.
    pub forms: Vec<Text<'a>>,
}

/// A name of the calendar.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Calendar<'a> {
    /// `month`, `weekday`, `season`, `unit` (day, week …), `part` (morning …), `ordinal`, `relative` (today …),
    /// `decade`, `feast`.
    pub kind: Text<'a>,
    /// The month's or weekday's number (Monday is 1), the unit's days, the ordinal's value, the shift in days.
    pub value: i32,
    /// Its words.
    pub words: Vec<Text<'a>>,
}

/// A day with a name that comes once a year, by one of these rules: a month and a day; a month, a weekday and which of
/// these; so many days after Easter Sunday or a Jewish feast; a month of the Muslim year, with or without a day; dates.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Feast<'a> {
    /// Its names.
    pub words: Vec<Text<'a>>,
    /// From 1 to 12.
    #[serde(default)]
    pub month: Option<i8>,
    /// From 1 to 31.
    #[serde(default)]
    pub day: Option<i8>,
    /// From 1, Monday, to 7.
    #[serde(default)]
    pub weekday: Option<i8>,
    /// Which of these weekdays in the month; from -1 back, counted from its end.
    #[serde(default)]
    pub nth: Option<i8>,
    /// How many days after the day of the rule, where it is not the day itself.
    #[serde(default)]
    pub later: Option<i8>,
    /// How many days it lasts, where more than one.
    #[serde(default)]
    pub lasts: Option<i8>,
    /// Days after Easter Sunday of the western churches; fewer than 0 before it.
    #[serde(default)]
    pub easter: Option<i8>,
    /// Days after Easter Sunday of the eastern churches.
    #[serde(default)]
    pub orthodox_easter: Option<i8>,
    /// Days after the first of Passover.
    #[serde(default)]
    pub passover: Option<i8>,
    /// Days after the first of the Jewish year.
    #[serde(default)]
    pub rosh_hashanah: Option<i8>,
    /// A month of the Muslim year, from 1 to 12.
    #[serde(default)]
    pub hijri: Option<i8>,
    /// Its days, one by one and parted by spaces, where no rule gives them.
    #[serde(default)]
    pub dates: Option<Text<'a>>,
}

impl Written<'_> {
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
        self.medium.append(&mut more.medium);
        self.newsroom.append(&mut more.newsroom);
        self.local_body.append(&mut more.local_body);
        self.delegate.append(&mut more.delegate);
        self.own_voice.append(&mut more.own_voice);
        self.field.append(&mut more.field);
        self.account.append(&mut more.account);
        self.cue.append(&mut more.cue);
        self.title.append(&mut more.title);
        self.verb.append(&mut more.verb);
        self.calendar.append(&mut more.calendar);
        self.feast.append(&mut more.feast);
        for (name, mut words) in more.list {
            self.list.entry(name).or_default().append(&mut words);
        }
    }
}
