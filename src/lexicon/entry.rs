//! What the lexicon says of a word or phrase.

use crate::claim::{Decimal, PartyKind};
use std::sync::Arc;

/// A fraction: `numerator / denominator`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// 1 for "third", 3 for "¾".
    pub numerator: u32,
    /// 3 for "third".
    pub denominator: u32,
}

/// A unit of measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitEntry {
    /// `kilometre`.
    pub name: Arc<str>,
    /// `length`; units of one dimension convert into each other.
    pub dimension: Box<str>,
    /// To the base unit of the dimension: value × `factor` ÷ `divisor` + `offset`.
    pub factor: Decimal,
    /// 1 for all but the units whose factor is a fraction.
    pub divisor: Decimal,
    /// 0 for all but temperatures.
    pub offset: Decimal,
}

/// A currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrencyEntry {
    /// ISO 4217.
    pub code: Arc<str>,
    /// `US dollar`.
    pub name: Box<str>,
    /// The name of its hundredth: `cent`, `penny`.
    pub minor: Option<Arc<str>>,
    /// The places whose money it is.
    pub places: Vec<Box<str>>,
}

/// A word or sign for money: whose it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// Its place among the lexicon's currencies.
    pub currency: usize,
    /// Whether it names hundredths (`cents`).
    pub minor: bool,
    /// Whether it means this currency only in a draft about the currency's country.
    pub shared: bool,
}

/// A noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounEntry {
    /// Its singular.
    pub lemma: Arc<str>,
    /// Its class, where one is known.
    pub class: Option<Arc<str>>,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceEntry {
    /// Its usual English name.
    pub name: Arc<str>,
    /// `continent`, `region`, `country`, `province`, `city`.
    pub kind: Box<str>,
    /// The name of the next larger place.
    pub within: Option<Box<str>>,
}

/// A name of a place, or of what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceName {
    /// Its place among the lexicon's places.
    pub place: usize,
    /// Whether it is an adjective or a people: `Russian`.
    pub demonym: bool,
}

/// A body that figures come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyEntry {
    /// Short and lasting.
    pub id: Arc<str>,
    /// In full.
    pub name: Arc<str>,
    /// `agency`, `ministry`, `company`, `media` …
    pub kind: Box<str>,
}

impl PartyEntry {
    /// Whether it carries what others say.
    pub fn is_medium(&self) -> bool {
        &*self.kind == "media"
    }

    /// What kind of source it is.
    pub fn party_kind(&self) -> PartyKind {
        if &*self.kind == "document" { PartyKind::Document } else { PartyKind::Organisation }
    }
}

/// Where the party of a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `X said …`, `…, said X`.
    Verb,
    /// `according to X`.
    Preposition,
    /// `X's estimate`, `data from X`.
    Noun,
    /// `put at 40 by X`.
    Passive,
    /// `X: …`.
    Label,
}

/// A word that attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueEntry {
    /// `say`, `according to`.
    pub lemma: Arc<str>,
    /// Where its party stands.
    pub order: Order,
    /// How the speaker stands to what is said: `say`, `find`, `estimate`, `deny`, `forecast`, `target` …
    pub stance: Box<str>,
    /// Whether it attributes a figure that is its object.
    pub object: bool,
    /// What it must have to attribute: `clause`, `object`; nothing of its own for most.
    pub needs: Option<Box<str>>,
    /// Whether the one spoken to stands behind it.
    pub addressee: bool,
}

/// A word for a person's office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleEntry {
    /// `honorific`, `rank`, `office`, `role`, `spokesman`.
    pub kind: Box<str>,
    /// `m` or `f`, where it tells.
    pub gender: Option<Box<str>>,
}

impl TitleEntry {
    /// Whether it is that of a post which somebody holds: "director", "general".
    pub fn is_post(&self) -> bool {
        matches!(&*self.kind, "office" | "rank")
    }
}

/// A name of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// What it names.
    pub kind: CalendarKind,
    /// The month's or weekday's number (Monday is 1), the unit's days, the ordinal's value, the shift in days.
    pub value: i32,
}

/// What a name of the calendar names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum CalendarKind {
    /// `March`.
    Month,
    /// `Tuesday`.
    Weekday,
    /// `spring`.
    Season,
    /// `week`.
    Unit,
    /// `morning`.
    Part,
    /// `third`.
    Ordinal,
    /// `yesterday`.
    Relative,
    /// `nineties`.
    Decade,
    /// `Christmas`.
    Feast,
}

impl CalendarKind {
    /// Its place in a word's set of classes, behind the lists.
    pub(super) const fn bit(self) -> u64 {
        1 << (48 + self as u8)
    }

    /// The kind of that name in the files.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "month" => Self::Month,
            "weekday" => Self::Weekday,
            "season" => Self::Season,
            "unit" => Self::Unit,
            "part" => Self::Part,
            "ordinal" => Self::Ordinal,
            "relative" => Self::Relative,
            "decade" => Self::Decade,
            "feast" => Self::Feast,
            _ => return None,
        })
    }
}
