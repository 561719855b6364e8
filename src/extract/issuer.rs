//! The body that issues a draft of its own work: a situation report, a release.
//!
//! A newsroom's credit ("Wire", "Business desk", "Harbour Weekly") names the outlet, which reports on others; a body's
//! credit is known by its kind of name, or because the text tells what that body does.

use super::party::Party;
use crate::lexicon::{Lexicon, List};
use crate::text::{Document, Span, Token};

/// The body that issues a draft, where the draft is no news story.
pub(super) fn issuer(document: &Document, lexicon: &Lexicon) -> Option<Party> {
    let outlet = document.outlet()?;
    if outlet.to_lowercase().ends_with("release") {
        return releasing(document, lexicon);
    }
    let tokens = tokens_of(lexicon, outlet);
    let end = tokens.iter().position(|token| !token.is_word() && token.letters != "-").unwrap_or(tokens.len());
    let name = tokens.get(..end).filter(|name| !name.is_empty() && !is_newsroom(lexicon, name))?;
    let text = name[0].span.to(name[name.len() - 1].span).of(outlet);
    if let Some((_, &at)) = lexicon.party_names.at(name) {
        let entry = &lexicon.parties()[at];
        return (!entry.is_medium()).then(|| Party::body(entry.id.clone(), entry.name.clone()));
    }
    if name.last().is_some_and(|last| last.letters.eq_ignore_ascii_case("agency")) {
        return None;
    }
    // "Sports business", "Business": a desk is no body.
    let body = name.len() > 1 && is_headed_by_body(lexicon, name);
    let proper = name.len() > 1 && name.iter().all(Token::is_capitalised) && !text.starts_with("The ");
    (body || (proper && (acts_in(document, text) || says_our(document))))
        .then(|| Party::body(text.to_lowercase(), text))
}

/// Whether a credit's own noun is one for a body: "Harbour Board", "Board of Trade", but no "Court Report Service".
fn is_headed_by_body(lexicon: &Lexicon, name: &[Token]) -> bool {
    let joint = name.iter().position(|token| matches!(token.letters, "of" | "for" | "on"));
    let head = &name[joint.unwrap_or(name.len()).saturating_sub(1)];
    // "Court Report Service" may be anybody's who sells news.
    head.is_capitalised() && lexicon.is(head.word, List::Body) && !head.reads("service")
}

/// Whether a credit has a newsroom's word in it: "Harbour Weekly", "Business desk".
fn is_newsroom(lexicon: &Lexicon, name: &[Token]) -> bool {
    (0..name.len()).any(|at| lexicon.newsrooms.at(&name[at..]).is_some())
}

/// The body that a release is of: the name that its title begins with, where the text has it too.
fn releasing(document: &Document, lexicon: &Lexicon) -> Option<Party> {
    let title = document.title()?;
    let tokens = tokens_of(lexicon, title);
    let end = tokens.iter().position(|token| !token.is_capitalised()).unwrap_or(tokens.len());
    let name = tokens.get(..end).filter(|name| !name.is_empty() && end < tokens.len())?;
    let text = name[0].span.to(name[name.len() - 1].span).of(title);
    acts_in(document, text).then(|| Party::body(text.to_lowercase(), text))
}

fn tokens_of<'t>(lexicon: &Lexicon, text: &'t str) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    lexicon.tokenize(text, Span::new(0, text.len()), &mut tokens);
    tokens
}

/// Whether a paragraph tells of a body of that name, other than as one to whom something was told. A credit is too
/// short to tell anything.
fn acts_in(document: &Document, name: &str) -> bool {
    const CREDIT: usize = 60;
    let told = |before: &str| matches!(before.split_whitespace().next_back(), Some("told" | "to" | "with"));
    document.blocks().iter().filter(|block| block.span.len() > CREDIT).any(|block| {
        let text = block.span.of(document.text());
        text.find(name).is_some_and(|at| !told(&text[..at]))
    })
}

/// Whether a paragraph speaks of "our" own: no news story does outside quotation marks.
fn says_our(document: &Document) -> bool {
    document.blocks().iter().any(|block| {
        let text = block.span.of(document.text());
        text.starts_with("Our ") || text.contains(". Our ")
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::{Depth, extract};
    use crate::grammar::testing::LEXICON;
    use crate::input::read;

    #[test]
    fn others_speak_in_a_report_too() {
        let story = "River Aid, which has 90 boats at Port Lune, works in both of the valleys.\n\nDistrict officials \
                     report 5,300 people in tents.\n\nAssessment teams registered 40 tents.\n\nThe weather office \
                     wants 70 sirens.";
        let text = format!("---\ntitle: Floods\nsource: River Aid, field office\n---\n\n{story}\n");
        let documents = read("a.md", text.into_bytes(), None);
        let document = documents.into_iter().flatten().next().unwrap();
        let draft = extract(document, &LEXICON, Depth::Comparable);
        let name = |digits: &str| {
            let text = draft.document.text();
            let claim = draft.claims.iter().find(|claim| claim.quantity.span.of(text) == digits);
            claim.and_then(|claim| claim.source.as_ref()).map(|source| source.name.to_string())
        };
        for (digits, source) in
            [("90", "River Aid"), ("5,300", "District officials"), ("40", "River Aid"), ("70", "weather office")]
        {
            assert_eq!(name(digits).as_deref(), Some(source), "{digits}");
        }
    }

    #[test]
    fn issuers() {
        let story = "Crews of River Aid, which has 9 boats, brought food to all of the villages behind the dam today.";
        for (credit, issuer) in [
            ("River Aid, field office", "River Aid"),
            ("World Health Organization", "World Health Organization"),
            ("Harbour Board", "Harbour Board"),
            ("Harbour Weekly", ""),
            ("Business desk", ""),
            ("Sports business", ""),
            ("Court Report Service", ""),
            ("Board of Trade", "Board of Trade"),
            ("Business", ""),
            ("Hill Aid", ""),
        ] {
            let text = format!("---\ntitle: Floods\nsource: {credit}\n---\n\n{story}\n");
            let documents = read("a.md", text.into_bytes(), None);
            let found = documents.iter().flatten().find_map(|document| super::issuer(document, &LEXICON));
            let name = found.map_or_else(String::new, |party| party.name.to_string());
            assert_eq!(name, issuer, "{credit}");
        }
    }
}
