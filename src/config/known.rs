//! `[[ignore]]`: findings that a desk lives with.

use crate::rules::table::{Placed, Table};
use jiff::civil::Date;

/// A finding that the desk lives with: `[[ignore]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The file that says so, as the user named it; for problems.
    pub path: String,
    /// The finding's fingerprint, and where it stands.
    pub fingerprint: Placed<String>,
    /// Why the desk lives with it.
    pub reason: String,
    /// Who answers for that.
    pub by: Option<String>,
    /// The last day on which it holds.
    pub expires: Option<Date>,
}

impl Known {
    pub(super) fn shape(path: &str, table: &mut Table<'_>) -> Self {
        let fingerprint = table.required_text("fingerprint");
        if !fingerprint.value.is_empty() && !is_fingerprint(&fingerprint.value) {
            let message = format!(
                "`{}` is no fingerprint, expected {DIGITS} digits and letters from `a` to `f`",
                fingerprint.value
            );
            table.complain_at(&fingerprint, message);
        }
        Self {
            path: path.to_owned(),
            fingerprint,
            reason: table.required_text("reason").value,
            by: table.text("by").map(|by| by.value),
            expires: table.date("expires"),
        }
    }
}

/// The length of a fingerprint.
const DIGITS: usize = 32;

fn is_fingerprint(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
