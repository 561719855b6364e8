//! What the tests of this folder share.

use super::syntax::read;

/// What is wrong with a condition, each fault with its place.
pub(super) fn told(text: &str) -> Vec<String> {
    let faults = read(text).err().unwrap_or_default();
    faults.into_iter().map(|fault| format!("{}: {}", fault.offset, fault.message)).collect()
}
