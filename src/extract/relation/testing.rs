//! What the tests of this folder share: a text read, and its ties shown with the figures in the draft's words.

use crate::claim::Relation;
use crate::extract::{Depth, extract};
use crate::grammar::testing::LEXICON;

/// The ties of a text that `show` has words for, one after the other; `-` where there is none.
pub(super) fn ties(text: &str, show: impl Fn(&Relation, &dyn Fn(usize) -> String) -> Option<String>) -> String {
    let format = crate::input::by_name("markdown");
    let documents = crate::input::read("sample", text.as_bytes().to_vec(), format);
    let mut ties = Vec::new();
    for document in documents.into_iter().flatten() {
        let draft = extract(document, &LEXICON, Depth::Comparable);
        let figure = |at: usize| draft.claims[at].quantity.span.of(draft.document.text()).to_owned();
        ties.extend(draft.relations.iter().filter_map(|relation| show(relation, &figure)));
    }
    if ties.is_empty() { "-".to_owned() } else { ties.join("; ") }
}
