//! What a kind of rule is: how its options are read, and how it looks at the drafts.

use super::books::Books;
use super::declare::Teaching;
use super::option::Options;
use crate::compare::{ClaimRef, Group};
use crate::extract::Draft;
use crate::text::Span;
use jiff::civil::Date;
use std::fmt;
use std::sync::Arc;

/// A kind of rule. Each has a file of its own and a line in [`KINDS`](super::KINDS).
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The name that rule files and reports use.
    pub name: &'static str,
    /// When a finding of this kind is raised, in a sentence.
    pub summary: &'static str,
    /// Reads the options of a rule of this kind; all but the condition of a policy have a default.
    pub read: fn(&mut Options<'_, '_>) -> Arc<dyn Check>,
}

/// A rule of some kind with its options, ready to look at drafts.
pub trait Check: fmt::Debug + Send + Sync {
    /// All that is wrong, in any order.
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised>;
}

/// All that a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'d> {
    /// The drafts of the run with their claims.
    pub drafts: &'d [Draft],
    /// Which of the claims are comparable.
    pub groups: &'d [Group],
    /// What the desk keeps to hold them against.
    pub books: &'d Books,
    /// What the desk teaches of things.
    pub teaching: &'d Teaching,
    /// From when to when the drafts of the run are, where they are of one time.
    pub time: Option<(Date, Date)>,
}

/// A finding as its kind tells it; which rule raised it, and how grave it is, is added by [`check`](super::check).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// One sentence for people.
    pub message: String,
    /// The claims it is about, the one it is placed at first; empty where it is about no claim.
    pub claims: Vec<ClaimRef>,
    /// The draft it is placed in, by its place in the run.
    pub draft: usize,
    /// Where it is placed in that draft's text.
    pub span: Span,
    /// Why it is so, a line each.
    pub evidence: Vec<String>,
}
