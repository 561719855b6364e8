//! What a desk keeps beside its rules, and holds drafts against.

use super::ledger::Ledger;
use super::rates::Rates;

/// The reference figures and the rates of exchange of a desk; both may be empty.
#[derive(Clone, Debug, Default)]
pub struct Books {
    /// Figures that the desk has looked up.
    pub ledger: Ledger,
    /// Rates at which currencies were changed.
    pub rates: Rates,
}
