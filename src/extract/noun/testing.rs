//! What the tests of this folder share: a sentence or a draft read, and the noun that its last figure gets.

use super::{Antecedents, Figure, behind, of_figure};
use crate::claim::{Claim, Noun};
use crate::extract::{Depth, extract};
use crate::grammar::testing::LEXICON;
use crate::grammar::{Words, quantities};
use crate::input::read;

/// The noun of the last figure of a sentence that nothing stands before.
pub(super) fn last_noun(text: &str) -> Option<Noun> {
    let words = Words::of(text);
    let sentence = words.whole(text);
    let tokens = sentence.tokens();
    let mut pieces = Vec::new();
    quantities(tokens, &[], &mut pieces);
    let at = pieces.len().checked_sub(1)?;
    let behind = behind(tokens, &pieces[at]);
    let figure = Figure::new(tokens, &pieces, at, &pieces[at].unit.unit, behind);
    of_figure(&figure, &Antecedents::default())
}

/// Its text, or `none`.
pub(super) fn last(text: &str) -> String {
    last_noun(text).map_or_else(|| "none".to_owned(), |noun| noun.text)
}

/// The noun of the last claim of a draft, or `none`.
pub(super) fn last_of_draft(text: &str) -> String {
    let last = claims(text).pop();
    last.and_then(|claim| claim.noun).map_or_else(|| "none".to_owned(), |noun| noun.text)
}

/// The claims of a Markdown draft.
pub(in crate::extract) fn claims(text: &str) -> Vec<Claim> {
    let documents = read("a.md", text.to_owned().into_bytes(), None);
    documents.into_iter().flatten().flat_map(|one| extract(one, &LEXICON, Depth::Claims).claims).collect()
}
