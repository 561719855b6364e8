//! What a desk counts under one name.

use super::words::{Seen, Words};

/// One thing that a desk counts, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// What reports call it.
    pub id: String,
    /// What is counted: one of these.
    pub what: Vec<Words>,
    /// Of whom: one of these, where there are any.
    pub of: Vec<Words>,
    /// About what: one of these, where there are any.
    pub about: Vec<Words>,
    /// None of these.
    pub except: Vec<Words>,
    /// In what it is measured; in anything where `None`.
    pub unit: Option<String>,
}

impl Measure {
    /// Whether the desk counts a claim under it, `Some(false)` where only an exception leaves it out; `None` where it
    /// is of something else.
    pub(super) fn takes(&self, seen: &Seen<'_>) -> Option<bool> {
        let told = |all: &[Words]| all.is_empty() || all.iter().any(|words| words.is_told(seen));
        let unit = self.unit.as_ref().is_none_or(|unit| seen.claim.quantity.unit.name() == unit.as_str());
        let fits = unit && self.what.iter().any(|words| words.is_counted(seen)) && told(&self.of) && told(&self.about);
        fits.then(|| !self.except.iter().any(|words| words.is_told(seen)))
    }

    /// How closely it describes what it counts.
    pub(super) fn closeness(&self) -> usize {
        let lists = [&self.of, &self.about, &self.except];
        lists.into_iter().filter(|list| !list.is_empty()).count() + usize::from(self.unit.is_some())
    }

    /// Whether both would take some claim, as far as their words tell.
    pub fn overlaps(&self, other: &Self) -> bool {
        let meet = |one: &[Words], another: &[Words]| {
            one.is_empty() || another.is_empty() || one.iter().any(|words| another.iter().any(|also| words.meets(also)))
        };
        let units = self.unit.is_none() || other.unit.is_none() || self.unit == other.unit;
        let left_out = |one: &Self, another: &Self| {
            let all = |list: &[Words]| {
                !list.is_empty() && list.iter().all(|words| one.except.iter().any(|except| except.meets(words)))
            };
            [&another.what, &another.of, &another.about].into_iter().any(|list| all(list))
        };
        let counts = !self.what.is_empty() && !other.what.is_empty();
        counts
            && units
            && meet(&self.what, &other.what)
            && meet(&self.of, &other.of)
            && meet(&self.about, &other.about)
            && !left_out(self, other)
            && !left_out(other, self)
    }
}
