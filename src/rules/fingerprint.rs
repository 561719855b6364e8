//! What makes a finding the same finding tomorrow: what is said, by whom, in which draft; never the line.

use super::kind::Raised;
use super::rule::Rule;
use crate::claim::{Claim, PartyKind, Stated};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use crate::text::{Document, one_line};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;

/// How many bytes of the hash are kept; they are written as twice as many hexadecimal digits.
const BYTES: usize = 16;

/// What a finding is about, whatever the order of the drafts and wherever in them it stands.
pub(super) fn subject(drafts: &[Draft], rule: &Rule, raised: &Raised) -> String {
    let mut keys: Vec<_> = raised.claims.iter().map(|&at| key(drafts, at)).collect();
    if keys.is_empty() {
        let document = &drafts[raised.draft].document;
        keys.push(format!("{}\t{}", name(document), one_line(raised.span.of(document.text()))));
    }
    keys.sort();
    format!("{}\n{}\n{}", rule.id, rule.kind, keys.join("\n"))
}

/// The fingerprint of a finding that comes up for the `time`th time, from 1.
pub(super) fn fingerprint(subject: &str, time: usize) -> String {
    let hash = Sha256::digest(format!("{subject}\n{time}"));
    hash.iter().take(BYTES).fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

fn key(drafts: &[Draft], at: ClaimRef) -> String {
    let claim = at.of(drafts);
    let noun = claim.noun.as_ref().map_or("", |noun| &noun.head);
    let qualifier = claim.quantity.qualifier.map_or("", |qualifier| qualifier.name());
    let document = name(&drafts[at.draft].document);
    [document, noun, claim.quantity.unit.name(), qualifier, &stated(claim), &source(claim)].join("\t")
}

/// The draft's name, however a run comes to it: as a file, or by way of the folder that it is in.
fn name(document: &Document) -> &str {
    document.id().trim_start_matches("./")
}

fn stated(claim: &Claim) -> String {
    match claim.quantity.stated {
        Stated::Point(value) => value.normalize().to_string(),
        Stated::Range(a, b) => format!("{} {}", a.normalize(), b.normalize()),
        Stated::Vague => String::new(),
    }
}

/// The id of the source; that of an unnamed one hangs on its place, so its words stand in.
fn source(claim: &Claim) -> Cow<'_, str> {
    match &claim.source {
        Some(source) if source.kind == PartyKind::Unnamed => one_line(&source.text),
        Some(source) => (&*source.id).into(),
        None => "".into(),
    }
}
