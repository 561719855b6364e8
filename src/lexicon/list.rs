//! The closed classes of words that the grammar asks for by name.

/// A closed class: each is one line `name = [words]` under `[list]` in `rules/lexicon/words.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum List {
    /// `the`, `a`, `these`, `its`, `every`.
    Determiner,
    /// `of`, `in`, `from`, `among`.
    Preposition,
    /// `and`, `or`, `but`, `while`.
    Conjunction,
    /// Words that open a subordinate clause: `that`, `who`, `which`, `when`, `because`.
    Subordinator,
    /// `is`, `were`, `have`, `will`, `could`.
    Auxiliary,
    /// `not`, `no`, `never`, `n't`.
    Negation,
    /// Pronouns for one man: `he`, `him`.
    PronounHe,
    /// Pronouns for one woman: `she`, `her`.
    PronounShe,
    /// Pronouns for a thing or a body: `it`.
    PronounIt,
    /// Pronouns for several: `they`, `them`.
    PronounThey,
    /// All other pronouns: `we`, `you`, `some`, `others`.
    Pronoun,
    /// Words that take a full stop of their own: `gen`, `no`, `inc`, `sept`.
    Abbreviation,
    /// Words that commonly open a sentence: `the`, `he`, `in`, `but`.
    Opener,
    /// Adverbs that may stand between a number and its noun or verb: `already`, `also`, `still`.
    Adverb,
    /// Adjectives that are no part of a name.
    Adjective,
    /// Words after which a number is part of a name: `boeing`, `article`, `route`, `channel`.
    NameBefore,
    /// Words that make the number before them a name: `dreamliner`.
    NameAfter,
    /// Words that bring a version, a place in a row or an address: `chapter`, `page`, `no`, `room`.
    Label,
    /// Words that forecast: `expect`, `predict`, `will`, `likely`.
    Forecast,
    /// Words that aim: `target`, `goal`, `plan`, `promise`.
    Target,
    /// Words that suppose: `if`, `would`, `could`.
    Hypothetical,
    /// Words that deny: `deny`, `dispute`, `reject`.
    Denial,
    /// Words that make a figure an increment: `another`, `additional`, `further`, `more`, `extra`.
    Increment,
    /// Words that make it what is left: `remaining`, `rest`.
    Remainder,
    /// Words that make it a whole: `total`, `altogether`, `overall`.
    Total,
    /// Words that make it an average or a rate: `average`, `median`, `typical`.
    Average,
    /// Words of rising: `rose`, `increase`, `gained`, `up`.
    Rise,
    /// Words of falling: `fell`, `decline`, `lost`, `down`.
    Fall,
    /// First names of men.
    FirstNameHe,
    /// First names of women.
    FirstNameShe,
    /// Nouns that stand for a body spoken of before: `ministry`, `agency`, `company`.
    Body,
    /// Nouns for people whom a draft does not name: `officials`, `witnesses`, `sources`.
    Unnamed,
    /// Nouns for papers that hold figures: `report`, `data`, `poll`, `survey`.
    Paper,
    /// Words that count games, goals and odds, after which figures are scores: `won`, `beat`, `draw`.
    Score,
    /// Words that bring a date of birth, an age or a time of day and are no unit of count: `aged`.
    Age,
    /// Words that pick one of several periods: `last`, `same`, `following`.
    DateWhich,
    /// Words for a part of a period: `early`, `end`, `rest`.
    DatePortion,
    /// Words that open a stretch of days: `between`, `since`.
    DateRange,
    /// Words that make a year one of accounts: `fiscal`, `tax`.
    FiscalWord,
    /// Parts of a year by their short names, and years of accounts: `q1`, `h2`, `fy25`.
    YearPart,
    /// Words that set a clause against the one before: `but`, `while`.
    Contrast,
    /// Words that make the number before them a time of day: `am`, `noon`, `gmt`, `hours`.
    Clock,
    /// Words that a date goes on with behind a unit of time: `ago`, `later`, `to`, `ended`.
    DateGoesOn,
    /// Words that look ahead by themselves: `will`, `due`.
    LooksAhead,
    /// Words that look ahead before "to", "for" or "on": `expected`, `plans`.
    LooksAheadTo,
    /// Verbs that look back and do not end in "ed": `was`, `said`.
    LooksBack,
}

impl List {
    /// All of them, with the names that the files use.
    pub const ALL: [(&'static str, Self); 46] = [
        ("determiner", Self::Determiner),
        ("preposition", Self::Preposition),
        ("conjunction", Self::Conjunction),
        ("subordinator", Self::Subordinator),
        ("auxiliary", Self::Auxiliary),
        ("negation", Self::Negation),
        ("pronoun_he", Self::PronounHe),
        ("pronoun_she", Self::PronounShe),
        ("pronoun_it", Self::PronounIt),
        ("pronoun_they", Self::PronounThey),
        ("pronoun", Self::Pronoun),
        ("abbreviation", Self::Abbreviation),
        ("opener", Self::Opener),
        ("adverb", Self::Adverb),
        ("adjective", Self::Adjective),
        ("name_before", Self::NameBefore),
        ("name_after", Self::NameAfter),
        ("label", Self::Label),
        ("forecast", Self::Forecast),
        ("target", Self::Target),
        ("hypothetical", Self::Hypothetical),
        ("denial", Self::Denial),
        ("increment", Self::Increment),
        ("remainder", Self::Remainder),
        ("total", Self::Total),
        ("average", Self::Average),
        ("rise", Self::Rise),
        ("fall", Self::Fall),
        ("first_name_he", Self::FirstNameHe),
        ("first_name_she", Self::FirstNameShe),
        ("body", Self::Body),
        ("unnamed", Self::Unnamed),
        ("paper", Self::Paper),
        ("score", Self::Score),
        ("age", Self::Age),
        ("date_which", Self::DateWhich),
        ("date_portion", Self::DatePortion),
        ("date_range", Self::DateRange),
        ("fiscal_word", Self::FiscalWord),
        ("year_part", Self::YearPart),
        ("contrast", Self::Contrast),
        ("clock", Self::Clock),
        ("date_goes_on", Self::DateGoesOn),
        ("looks_ahead", Self::LooksAhead),
        ("looks_ahead_to", Self::LooksAheadTo),
        ("looks_back", Self::LooksBack),
    ];

    /// The classes whose words frame a noun phrase and stand in none, unless they are nouns as well.
    pub const FRAME: [Self; 11] = [
        Self::Determiner,
        Self::Preposition,
        Self::Conjunction,
        Self::Subordinator,
        Self::Auxiliary,
        Self::Negation,
        Self::PronounHe,
        Self::PronounShe,
        Self::PronounIt,
        Self::PronounThey,
        Self::Pronoun,
    ];

    /// The list of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find_map(|(known, list)| (known == name).then_some(list))
    }

    /// Its place in a word's set of lists.
    pub(super) const fn bit(self) -> u64 {
        1 << self as u8
    }
}
