//! Rules as written and as ready, and what they find.
//!
//! A rule is one TOML file ([`Ruleset::add`]); a kind of rule is one file of this folder and one line of [`KINDS`].

mod ageing;
mod books;
mod bounds;
mod calendar;
mod change;
mod check;
mod conflict;
mod conversion;
mod count;
mod declare;
mod describe;
mod dispute;
mod example;
mod exchange;
mod finding;
mod fingerprint;
mod inconsistency;
mod kind;
mod ledger;
mod measure;
mod moved;
mod nearest;
mod option;
mod pack;
mod party;
mod paths;
mod policy;
mod range;
mod rate;
mod rates;
mod reference;
mod revision;
mod row;
mod rule;
mod ruleset;
#[cfg(test)]
mod sample;
mod scope;
mod share;
mod sheet;
mod statement;
mod sum;
mod suppression;
pub mod table;
mod tolerance;
mod vocabulary;
mod weekday;
mod words;
mod working;

pub use books::Books;
pub use check::{Pending, check, check_against, raise, settled};
pub use declare::{ForeignSource, Teaching};
pub use describe::{Description, describe};
pub use example::{Example, ExampleDraft, Outcome, test};
pub use finding::{Finding, Severity};
pub use kind::{Check, Kind, Raised, Scene};
pub use ledger::{HEADER as LEDGER_HEADER, Ledger};
pub use nearest::{expected, nearest};
pub use option::{Options, Setting};
pub use pack::{Pack, UnknownPack};
pub use paths::Paths;
pub use rates::{HEADER as RATES_HEADER, Rates};
pub(crate) use rule::is_rule_file;
pub use rule::{Home, Rule};
pub use ruleset::{Ruleset, TEST_ENDING, UnknownRule};
pub use suppression::Suppression;
pub use weekday::one_time;

/// The kinds of rule that there are.
pub const KINDS: &[Kind] = &[
    conflict::KIND,
    revision::KIND,
    inconsistency::KIND,
    sum::KIND,
    share::KIND,
    change::KIND,
    rate::KIND,
    conversion::KIND,
    calendar::KIND,
    count::KIND,
    bounds::KIND,
    range::KIND,
    reference::KIND,
    policy::KIND,
];

/// The rule files that the program carries.
const EMBEDDED: &[(&str, &str)] = &[
    ("conflicting-estimates.toml", include_str!("../../rules/default/conflicting-estimates.toml")),
    ("revised-estimate.toml", include_str!("../../rules/default/revised-estimate.toml")),
    ("self-contradiction.toml", include_str!("../../rules/default/self-contradiction.toml")),
    ("ledger-mismatch.toml", include_str!("../../rules/default/ledger-mismatch.toml")),
    ("wrong-sum.toml", include_str!("../../rules/default/wrong-sum.toml")),
    ("wrong-share.toml", include_str!("../../rules/default/wrong-share.toml")),
    ("wrong-change.toml", include_str!("../../rules/default/wrong-change.toml")),
    ("wrong-rate.toml", include_str!("../../rules/default/wrong-rate.toml")),
    ("wrong-conversion.toml", include_str!("../../rules/default/wrong-conversion.toml")),
    ("wrong-day.toml", include_str!("../../rules/default/wrong-day.toml")),
    ("miscounted-list.toml", include_str!("../../rules/default/miscounted-list.toml")),
    ("impossible-value.toml", include_str!("../../rules/default/impossible-value.toml")),
    ("inverted-range.toml", include_str!("../../rules/default/inverted-range.toml")),
    ("misquoted-figure.toml", include_str!("../../rules/packs/misquoted-figure.toml")),
    ("unsourced-casualties.toml", include_str!("../../rules/packs/unsourced-casualties.toml")),
    ("undated-estimate.toml", include_str!("../../rules/packs/undated-estimate.toml")),
    ("single-sourced-toll.toml", include_str!("../../rules/packs/single-sourced-toll.toml")),
    ("vague-headline.toml", include_str!("../../rules/packs/vague-headline.toml")),
    ("unnamed-source-for-money.toml", include_str!("../../rules/packs/unnamed-source-for-money.toml")),
    ("round-number.toml", include_str!("../../rules/packs/round-number.toml")),
    ("conflict.toml", include_str!("../../rules/packs/conflict.toml")),
    ("disasters.toml", include_str!("../../rules/packs/disasters.toml")),
    ("elections.toml", include_str!("../../rules/packs/elections.toml")),
    ("business.toml", include_str!("../../rules/packs/business.toml")),
    ("health.toml", include_str!("../../rules/packs/health.toml")),
];
