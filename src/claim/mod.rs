//! What a draft says in figures: pure types and their arithmetic.
//!
//! A [`Claim`] is one quantitative statement: a [`Quantity`] of something ([`Noun`]), said by somebody ([`Source`]) at
//! some time ([`Timing`]). Nothing here knows how a claim is found, written to a file, or judged.

mod conversion;
mod interval;
mod nearness;
mod quantity;
mod relation;
mod scale;
mod source;
mod timing;
mod unit;

pub use conversion::Conversion;
pub use interval::{Ends, Interval};
pub use nearness::are_within;
pub use quantity::{Qualifier, Quantity, Stated};
pub use relation::{Direction, Measure, Relation};
pub use rust_decimal::Decimal;
pub use scale::Scale;
pub use source::{PartyKind, Source};
pub use timing::Timing;
pub use unit::Unit;

use crate::text::{Cell, Role, Span};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// One quantitative statement of one draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// What part of the draft it stands in.
    pub role: Role,
    /// Qualifier, number and counted noun together, in the document's text.
    pub span: Span,
    /// The sentence it stands in, in the document's text.
    pub sentence: Span,
    /// The place of its block in the document.
    pub block: usize,
    /// Its place in a table, where it stands in one.
    pub cell: Option<Cell>,
    /// How much.
    pub quantity: Quantity,
    /// Of what; `None` for bare money, percentages and measures.
    pub noun: Option<Noun>,
    /// The id of the desk's measure that it belongs to.
    pub measure: Option<String>,
    /// Who says so; `None` where the draft says it in its own voice.
    pub source: Option<Arc<Source>>,
    /// When it was said.
    pub said: Option<Timing>,
    /// The period that the figure covers.
    pub as_of: Option<Timing>,
    /// How it is put forward.
    pub status: Status,
    /// What else the sentence says of the figure, for telling what is comparable; `None` where nobody asked for it.
    pub context: Option<Box<Context>>,
}

impl Claim {
    /// What else the sentence says of the figure; nothing where nobody asked for it.
    pub fn context(&self) -> &Context {
        static NONE: Context = Context::none();
        self.context.as_deref().unwrap_or(&NONE)
    }

    /// Whether a source is told of both, and not the same.
    pub fn has_another_source(&self, other: &Self) -> bool {
        self.source.as_ref().zip(other.source.as_ref()).is_some_and(|(one, another)| one.id != another.id)
    }

    /// The first day on which it may have been said.
    pub fn said_from(&self) -> Option<Date> {
        self.said.and_then(|said| said.start)
    }
}

/// The noun phrase that is counted or measured.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noun {
    /// The phrase as in the text, without number, qualifier or article.
    pub text: String,
    /// Where it stands in the document's text. Empty where it does not: at the start of the text where it was taken over
    /// from an antecedent, and behind the figure where what is told of the figure makes it so ("nine hurt": people).
    pub span: Span,
    /// The lemma of its head (`national` of "Russian nationals").
    pub head: Arc<str>,
    /// The class of its head, where the lexicon knows one: `person`, `vehicle`, `building` …
    pub class: Option<Arc<str>>,
}

/// How a claim is put forward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// As a fact.
    #[default]
    Asserted,
    /// As something that somebody denies.
    Denied,
    /// As something expected.
    Forecast,
    /// As something aimed at, planned, promised or asked for.
    Target,
    /// As something that would hold if.
    Hypothetical,
}

impl Status {
    /// The name that reports use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Denied => "denied",
            Self::Forecast => "forecast",
            Self::Target => "target",
            Self::Hypothetical => "hypothetical",
        }
    }
}

/// What the words around a figure say of it. All words are lemmas in lower case, names are canonical; each list is
/// sorted and without repetition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// What is counted, by the word that stands for it and its synonyms: `house` for homes and dwellings, `person` for
    /// people, nationals and Russians alike; empty where nothing is.
    pub thing: String,
    /// What happened to the counted: `kill`, `injure`, `arrest`, `join` …
    pub events: Vec<String>,
    /// What those events share with others that may be told of the same thing in other words.
    pub kin: Vec<String>,
    /// What the noun phrase says beside its head: `russian`, `would-be`, `registered` …
    pub modifiers: Vec<String>,
    /// The places named with it, as the gazetteer names them.
    pub places: Vec<String>,
    /// The places that hold those, up to the continent.
    pub around: Vec<String>,
    /// The nations of those whom the clause is about: that of "Spanish police".
    pub nations: Vec<String>,
    /// The names (bodies, persons, things) that the clause is about, other than the source.
    pub names: Vec<String>,
    /// The words of the name whose figure it is: who has, wins, sells or needs so many.
    pub holder: Vec<String>,
    /// The unit that the figure is compared in, where others of its dimension are compared in it as well.
    #[serde(default)]
    pub scale: Option<Box<Scale>>,
    /// In which direction a measure goes: `length`, `width`, `height` …
    pub extent: Option<Cow<'static, str>>,
    /// Which way it went, of a figure that says by how much something changed, or what it came to by that.
    pub way: Option<Direction>,
    /// Words that set the scope: `total`, `additional`, `remaining`, `per-day`, `so-far` …
    pub scope: Vec<String>,
    /// The other content words of the sentence.
    pub words: Vec<String>,
    /// Which of several things of a kind the sentence picks: `March` of the months, `upper` of two houses.
    pub picks: Vec<Side>,
    /// On which sides of the lines it stands that the desk draws between things.
    pub sides: Vec<Side>,
}

/// One side of a line between things: what stands on another side of it is another thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The line, by the words or the measure that it is drawn for.
    pub line: Arc<str>,
    /// The side: a word of the desk's, or of the sentence's.
    pub side: Arc<str>,
}

impl Context {
    /// Whether a word limits the figure: `total`, `definite`, `change` …
    pub fn is_limited(&self, word: &str) -> bool {
        self.scope.iter().any(|known| known == word)
    }

    /// Whether nothing is told to have happened to the counted.
    pub fn is_eventless(&self) -> bool {
        self.events.is_empty()
    }

    const fn none() -> Self {
        Self {
            thing: String::new(),
            events: Vec::new(),
            kin: Vec::new(),
            modifiers: Vec::new(),
            places: Vec::new(),
            around: Vec::new(),
            nations: Vec::new(),
            names: Vec::new(),
            holder: Vec::new(),
            scale: None,
            extent: None,
            way: None,
            scope: Vec::new(),
            words: Vec::new(),
            picks: Vec::new(),
            sides: Vec::new(),
        }
    }
}
