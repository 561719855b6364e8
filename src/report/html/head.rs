//! The head of the page, and the script at its end: the only style and the only script that the page allows.

use crate::report::{NAME, VERSION};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// How the page looks: on light and dark screens, narrow ones, and paper.
const STYLE: &str = include_str!("report.css");
/// Filters and sorting, for those who let scripts run.
const SCRIPT: &str = include_str!("report.js");

/// The head: no request leaves the page, whatever a draft has in it.
pub(super) fn head() -> Markup {
    html! {
        head {
            meta charset="utf-8"; "\n"
            meta http-equiv="Content-Security-Policy" content=(policy()); "\n"
            meta name="viewport" content="width=device-width, initial-scale=1"; "\n"
            meta name="color-scheme" content="light dark"; "\n"
            meta name="referrer" content="no-referrer"; "\n"
            meta name="generator" content={ (NAME) " " (VERSION) }; "\n"
            title { "Discrepancy report" } "\n"
            style { (PreEscaped(STYLE)) }
        } "\n"
    }
}

/// The script, last on the page.
pub(super) fn script() -> Markup {
    html! { script { (PreEscaped(SCRIPT)) } }
}

/// Nothing may be fetched, sent or run but what has the hash of our own.
fn policy() -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// The hash of an inline style or script, as a policy names it.
fn hash(code: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(code)))
}

#[cfg(test)]
mod tests {
    use super::{SCRIPT, STYLE, hash};

    #[test]
    fn the_hash_is_the_one_that_browsers_take() {
        // The example of the policy's own specification.
        assert_eq!(hash("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn nothing_ends_the_style_or_the_script_early() {
        for code in [STYLE, SCRIPT] {
            assert!(!code.contains("</") && !code.contains("<!--") && !code.contains('\r'));
        }
    }
}
