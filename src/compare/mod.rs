//! Which claims speak of the same thing.
//!
//! Claims are compared facet by facet ([`verdict`]): one facet that differs parts them. How many must agree to join them
//! hangs on their bond, which is what ties their places together: side by side with a source each, within one draft, one
//! the other but for a digit or taken up with another number, in two drafts of one story, of one scene (a name and a few days), in two notes of a few sentences, or of nothing in common.
//! An index brings only those together that may agree, so that the work grows with the number of claims and not with its
//! square ([`groups`]).

mod account;
mod again;
mod aspect;
mod beside;
mod bond;
mod contrast;
mod facet;
mod group;
mod index;
mod ledger;
mod likely;
mod note;
mod pair;
mod period;
mod slip;
mod story;
mod strand;
mod taught;
mod tellable;
#[cfg(test)]
mod testing;
mod thing;
mod town;
mod transposed;
mod verdict;
mod way;
mod within;

pub use group::{groups, groups_of, groups_of_key, root};
pub use index::{keys, sort_key, sort_keys};
pub use ledger::{Crowded, Entry, Found, Within, entries, pairs};
pub use story::Setting;
pub use taught::{Measure, Taught, Words};
pub use thing::is_age_of_somebody;
pub use verdict::{are_comparable, are_comparable_across, may_be_comparable, verdict};
pub use way::{are_compatible, are_opposed, moved};

use crate::claim::Claim;
use crate::extract::Draft;

/// A claim among those of several drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimRef {
    /// Which draft, by its place in the run.
    pub draft: usize,
    /// Which of its claims.
    pub claim: usize,
}

impl ClaimRef {
    /// The claim itself.
    pub fn of(self, drafts: &[Draft]) -> &Claim {
        &drafts[self.draft].claims[self.claim]
    }
}

/// Claims that speak of the same thing, in order of draft and place. Every two of them have a [`Verdict`] that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Two or more claims.
    pub members: Vec<ClaimRef>,
}

/// Whether two claims may be compared, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether they speak of the same thing and period.
    pub comparable: bool,
    /// Why, in a sentence without a full stop.
    pub reason: String,
    /// Facet by facet, the deciding ones first.
    pub facets: Vec<Facet>,
}

/// How two claims stand to each other in one respect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// `unit`, `noun`, `event`, `population`, `place`, `holder`, `period`, `status`, `scope` …
    pub name: &'static str,
    /// How they agree.
    pub agreement: Agreement,
    /// What each of them says of it; "—" where it says nothing.
    pub sides: [String; 2],
}

impl Facet {
    /// Both sides in words: "Russian nationals ≈ Russians"; of names and topics, those in common.
    pub fn words(&self) -> String {
        let [one, other] = &self.sides;
        if matches!(self.name, "name" | "topic") {
            let common: Vec<_> = one.split(", ").filter(|word| other.split(", ").any(|also| also == *word)).collect();
            common.join(", ")
        } else if one == other {
            one.clone()
        } else {
            format!("{one} ≈ {other}")
        }
    }
}

impl Agreement {
    /// The name that reports use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Silent => "silent",
            Self::Different => "different",
        }
    }
}

/// How two claims agree in one facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Both say the same.
    Same,
    /// One or both say nothing of it, or what they say goes together.
    Silent,
    /// They differ, so the claims are of different things.
    Different,
}
