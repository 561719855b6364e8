//! Rules as written and as ready, and what they find.
//!
//! A rule is one TOML file ([`Ruleset::add`]); a kind of rule is one file of this folder and one line of [`KINDS`].

mod change;
mod check;
mod conflict;
mod conversion;
mod describe;
mod dispute;
mod example;
mod finding;
mod fingerprint;
mod inconsistency;
mod kind;
mod nearest;
mod option;
mod party;
mod revision;
mod rule;
mod ruleset;
#[cfg(test)]
mod sample;
mod scope;
mod share;
mod sheet;
mod statement;
mod sum;
pub mod table;
mod words;
mod working;

pub use check::check;
pub use describe::{Description, describe};
pub use example::{Example, ExampleDraft, Outcome, test};
pub use finding::{Finding, Severity};
pub use kind::{Check, Kind, Raised, Scene};
pub use nearest::{expected, nearest};
pub use option::{Options, Setting};
pub use rule::{Home, Rule};
pub use ruleset::{Ruleset, TEST_ENDING, UnknownRule};

/// The kinds of rule that there are.
pub const KINDS: &[Kind] =
    &[conflict::KIND, revision::KIND, inconsistency::KIND, change::KIND, share::KIND, sum::KIND, conversion::KIND];

/// The rule files that the program carries.
const EMBEDDED: &[(&str, &str)] = &[
    ("conflicting-estimates.toml", include_str!("../../rules/default/conflicting-estimates.toml")),
    ("revised-estimate.toml", include_str!("../../rules/default/revised-estimate.toml")),
    ("self-contradiction.toml", include_str!("../../rules/default/self-contradiction.toml")),
    ("wrong-sum.toml", include_str!("../../rules/default/wrong-sum.toml")),
    ("wrong-share.toml", include_str!("../../rules/default/wrong-share.toml")),
    ("wrong-change.toml", include_str!("../../rules/default/wrong-change.toml")),
    ("wrong-conversion.toml", include_str!("../../rules/default/wrong-conversion.toml")),
    ("misquoted-figure.toml", include_str!("../../rules/packs/misquoted-figure.toml")),
];
