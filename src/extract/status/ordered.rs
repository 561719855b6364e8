//! Figures of what somebody has set out to do, whatever words stand further off.

use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// "Velmar is to shed 40 jobs", and a headline's "Velmar to shed 40 jobs": what somebody has set out to do.
pub(super) fn is_ordered(sentence: Tokens<'_>, figure: usize) -> bool {
    const SUBJECT: usize = 6;
    /// What happens to somebody by the doing of others.
    const BEFALLS: [&str; 6] = ["receive", "get", "have", "face", "need", "lose"];
    let Some(subject) = figure.checked_sub(3).filter(|&at| sentence.from(at + 1).letters() == "to") else {
        return false;
    };
    let (lexicon, last) = (sentence.lexicon(), sentence.from(subject));
    let verb = sentence.from(figure - 1);
    let base = verb.peek().and_then(|verb| lexicon.verb(verb.word)) == Some(verb.letters());
    if !base || BEFALLS.contains(&verb.letters()) {
        return false;
    }
    let agent = |token: &Token| {
        let noun = lexicon.noun(token.word);
        let doer =
            noun.and_then(|noun| noun.class.as_deref()).is_some_and(|class| matches!(class, "person" | "organisation"));
        let called = token.is_capitalised() && (noun.is_none() || subject > 0);
        doer || called || lexicon.is(token.word, List::Body)
    };
    let told = |at: usize| {
        let here = sentence.from(at);
        here.is(List::Preposition) || here.is(List::Determiner) || here.is(List::Auxiliary) || here.letters() == ","
    };
    let titled = subject < SUBJECT && last.peek().is_some_and(agent) && !(0..subject).any(told);
    matches!(last.letters(), "is" | "are") || titled && !(0..subject).any(|at| is_only_verb(sentence.from(at)))
}

/// Whether a word is a verb's form that is no noun and no name.
fn is_only_verb(here: Tokens<'_>) -> bool {
    let lower = here.peek().filter(|token| token.shape == Shape::Lower);
    lower.is_some_and(|token| here.lexicon().is_only_verb(token.word))
}
