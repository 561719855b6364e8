//! What lasts for a stretch of time, and what only happens to be named beside it.
//!
//! | text | noun |
//! |---|---|
//! | `a ban on hoses for 14 days` | ban on hoses |
//! | `on strike for nine days` | strike |
//! | `had worked on the quay for 30 years` | none here |
//! | `died in hospital two days later` | none |

use super::head::{headed, noun};
use super::nature;
use super::subject::{self, Phrase};
use super::verb::is_sure_verb;
use super::{Figure, ends_in_name};
use crate::claim::Noun;
use crate::lexicon::List;
use crate::text::Token;

/// What lasted for a stretch of time, where it stands right in front: "a ban on hoses for 14 days", "trams every
/// eight minutes".
pub(super) fn named(figure: &Figure<'_>) -> Option<Noun> {
    const JOINTS: [&str; 3] = ["for", "every", "over"];
    let joint = figure.start().checked_sub(1).filter(|_| JOINTS.contains(&figure.before(1)))?;
    let last = joint.checked_sub(1)?;
    // "Her lease runs for", "trams run every"
    let runs = ["run", "runs"].contains(&figure.tokens.from(last).letters());
    let end = if runs { last } else { joint };
    let phrase = subject::phrases(figure.tokens, end).filter(|phrase| phrase.tokens.end == end)?;
    let leads = |at: usize| figure.tokens.from(at).is(List::Auxiliary) || figure.tokens.from(at).letters() == "to";
    let verb = !runs && (is_sure_verb(figure.tokens, last) || last.checked_sub(1).is_some_and(leads));
    let every = figure.before(1) == "every";
    (!verb && (every || may_last(figure, &phrase))).then(|| headed(figure.tokens, phrase.tokens, phrase.head)).flatten()
}

/// Whether a phrase names what may last. Neither where something is done for so long lasts ("worked on the line for") nor
/// whom it is done to ("ran the firm for"); what happens does, wherever it stands ("on strike for").
fn may_last(figure: &Figure<'_>, phrase: &Phrase) -> bool {
    const HAPPENING: [&str; 4] = ["event", "crime", "medical", "case"];
    let tokens = figure.tokens;
    let found = noun(tokens, phrase.tokens.start..phrase.head + 1);
    // "a state of emergency"
    let last = noun(tokens, phrase.tokens.clone());
    let mut classes = found.iter().chain(&last).filter_map(|noun| noun.class.as_deref());
    let happens = classes.any(|class| HAPPENING.contains(&class));
    let named = tokens.from(phrase.head).peek().is_some_and(Token::is_capitalised);
    let lead = (0..phrase.tokens.start).rev().find(|&at| !tokens.from(at).is(List::Determiner));
    let somewhere = lead.is_some_and(|at| subject::is_preposition(tokens, at));
    // "in the first exchange for three months"
    let first = phrase.tokens.clone().any(|at| tokens.from(at).letters() == "first");
    first || happens || !somewhere && !named && !found.is_some_and(|noun| outlives(&noun))
}

/// Whether a noun is one of those that are there before and after whatever lasts: people, places, what carries them.
pub(super) fn outlives(noun: &Noun) -> bool {
    const THEMSELVES: [&str; 8] =
        ["person", "organisation", "household", "animal", "place", "vessel", "vehicle", "aircraft"];
    noun.class.as_deref().is_some_and(|class| THEMSELVES.contains(&class))
}

/// Whether a noun is only of somebody or something that was there for so long, took so long or had it done in so long.
pub(super) fn is_bystander(figure: &Figure<'_>, noun: &Noun) -> bool {
    let house = || noun.class.as_deref() == Some("building") && ["in", "within"].contains(&figure.before(1));
    let told = || nature::stretch(figure).is_some() || nature::is_taken(figure);
    (outlives(noun) || ends_in_name(noun) || house()) && told()
}

/// Whether a stretch of time only lies between one thing and another, and is none of either's: "two days later", "broke
/// off nine minutes after the start", but not "took nine minutes after the start".
pub(super) fn is_offset(figure: &Figure<'_>) -> bool {
    const SPENDING: [&str; 8] = ["take", "last", "wait", "spend", "need", "require", "serve", "cost"];
    let spent = || {
        let before = figure.start().checked_sub(1).and_then(|at| figure.tokens.nth(at));
        let verb = before.and_then(|token| figure.tokens.lexicon().verb(token.word));
        figure.before(1) == "for" || verb.is_some_and(|verb| SPENDING.contains(&verb))
    };
    match figure.behind_letters(0) {
        "later" | "earlier" => true,
        "after" | "before" => !spent(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::last;

    #[test]
    fn what_lasts() {
        for (text, expected) in [
            ("It set a ban on hoses for 14 days", "ban on hoses"),
            ("Nurses have been on strike for nine days", "strike"),
            ("It ordered a state of emergency for six days", "state of emergency"),
            ("Her lease runs for 20 years", "lease"),
            ("He had worked on the quay for 30 years", "duration"),
            ("It hung in a dentist's waiting room for 30 years", "duration"),
            ("She ran the firm for eight years", "duration"),
            ("The board met Ana Ruiz for two hours", "duration"),
            ("Two tugs took four hours", "time"),
            ("The work took four hours", "work"),
            ("The library scanned it in 18 months", "time"),
            ("It is the first exchange for three months", "first exchange"),
            ("Ana Ruiz, who has run the firm for eight years", "duration"),
            ("The pump was out of use for seven weeks after a tooth broke", "duration"),
            ("Trams run every eight minutes at busy times", "Trams"),
            ("The village was without light for two days", "duration"),
        ] {
            assert_eq!(last(text), expected, "{text}");
        }
    }
}
