//! Which claims speak of the same thing.
//!
//! Claims are compared facet by facet ([`verdict`]); an index brings only those together that may agree, so that the
//! work grows with the number of claims and not with its square ([`groups`]).

mod facet;
mod group;
mod index;
mod pair;
mod story;
mod verdict;
mod within;

pub use group::groups;
pub use verdict::verdict;

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
    /// Facet by facet, the deciding ones first.
    pub facets: Vec<Facet>,
}

/// How two claims stand to each other in one respect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// `unit`, `noun`, `event`, `population`, `place`, `period`, `status`, `scope` …
    pub name: &'static str,
    /// How they agree.
    pub agreement: Agreement,
    /// In words: "Russian nationals ≈ Russians".
    pub words: String,
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
