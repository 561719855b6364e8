//! The body that issues a draft of its own work: a situation report, a release.
//!
//! A newsroom's credit ("Wire", "Business desk", "Harbour Weekly") names the outlet, which reports on others; a body's
//! credit is known by its kind of name, or because the text tells what that body does.

use super::party::Party;
use crate::lexicon::{Lexicon, List};
use crate::text::{Document, Span, Token};

/// Words of a newsroom's credit.
const NEWSROOM: [&str; 20] = [
    "bureau",
    "desk",
    "wire",
    "news",
    "press",
    "staff",
    "weekly",
    "daily",
    "times",
    "post",
    "herald",
    "magazine",
    "newspaper",
    "gazette",
    "radio",
    "tv",
    "correspondent",
    "reporter",
    "journal",
    "review",
];

/// The body that issues a draft, where the draft is no news story.
pub(super) fn issuer(document: &Document, lexicon: &Lexicon) -> Option<Party> {
    let outlet = document.outlet()?;
    let mut tokens = Vec::new();
    lexicon.tokenize(outlet, Span::new(0, outlet.len()), &mut tokens);
    let end =
        tokens.iter().position(|token| matches!(token.text(outlet), "," | "(" | "–" | "—")).unwrap_or(tokens.len());
    let name = tokens.get(..end).filter(|name| name.iter().all(Token::is_word) && !name.is_empty())?;
    let newsroom = |token: &Token| NEWSROOM.iter().any(|word| token.text(outlet).eq_ignore_ascii_case(word));
    if tokens.iter().any(newsroom) {
        return None;
    }
    let text = name[0].span.to(name[name.len() - 1].span).of(outlet);
    let known = lexicon.party_names.at(outlet, name).map(|(_, &at)| &lexicon.parties()[at]);
    if known.is_some_and(|entry| entry.is_medium()) {
        return None;
    }
    let body = name.iter().any(|token| lexicon.is(token.word, List::Body));
    let acts = name.len() > 1 && acts_in(document.text(), text);
    let (id, full) = known.map_or_else(|| (text.to_lowercase(), text), |entry| (entry.id.to_string(), &entry.name));
    (known.is_some() || body || acts).then(|| Party::body(id, full))
}

/// Whether a text tells of a body of that name, other than as one to whom something was told.
fn acts_in(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
        !matches!(before, "told" | "to" | "source:" | "outlet:" | "by:" | "" | "**") && !before.ends_with(':')
    })
}
