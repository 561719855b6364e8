//! Whether a story goes on in the voice of a statement: one rule.
//!
//! A sentence that attributes and quotes nothing speaks for the body or paper of the statement before it if every
//! sentence since then has no other subject that may speak: no subject at all that could, the party itself, "it" or
//! "they". A poll goes on from candidate to candidate. A human being's statement ends with its sentence. A paragraph's
//! statement ends with it, but for that of the story's opening: shares and amounts of money in the next paragraphs are
//! that body's, and of a statistics office all figures, as long as nobody else speaks, is quoted or is a sentence's
//! subject, for results and statistics are told so. A sentence that counts on ("of those", "another 40") belongs to whoever spoke before it.

use super::name::{Name, names};
use super::party::{Party, Register};
use super::said::{Attributed, Said, is_poll};
use crate::grammar::Tokens;
use crate::grammar::attribution::opening_party;
use crate::lexicon::List;
use crate::text::{Block, Role, Shape, Token};
use std::ops::Range;

/// How many sentences a statement may go on for.
pub(super) const REACH: usize = 12;

/// The statement that a story opens with.
#[derive(Default)]
pub(super) enum Lead {
    /// No paragraph has been read yet.
    #[default]
    Ahead,
    /// One has, with figures in the draft's own voice: who gives them may come in the next.
    Told,
    /// A body's, which the paragraphs behind it go on with.
    Open(Attributed),
    /// Somebody else has spoken since.
    Over,
}

impl Lead {
    /// What is left of it behind a block.
    pub(super) fn behind(self, block: &Block, read: &[Said<'_>]) -> Self {
        if block.role != Role::Body || read.is_empty() {
            return self;
        }
        let first = || read.iter().find_map(|said| said.outer().find(|one| said.lasts(one)));
        let figures = read.iter().any(|said| !said.quantities.is_empty() || said.quotes());
        let silent = !figures && read.iter().all(|said| said.outer().next().is_none());
        match self {
            // A paragraph that says nothing of note opens no story.
            Self::Ahead if silent => self,
            Self::Ahead if read.iter().all(|said| !said.quotes() && said.outer().next().is_none()) => Self::Told,
            Self::Ahead | Self::Told => first().map_or(Self::Over, |one| Self::Open(one.clone())),
            Self::Open(stated) if is_alone(read, &stated) || goes_on(read, &stated) => Self::Open(stated),
            _ => Self::Over,
        }
    }

    /// The attribution, where the sentences of a block up to one go on with it.
    pub(super) fn over(&self, block: &Block, read: &[Said<'_>], at: usize) -> Option<&Attributed> {
        let Self::Open(stated) = self else { return None };
        (block.role == Role::Body && goes_on(&read[..=at], stated)).then_some(stated)
    }
}

/// Whether the party speaks in a paragraph, perhaps in quotation marks, and nobody else.
fn is_alone(read: &[Said<'_>], stated: &Attributed) -> bool {
    let mut parties = read.iter().flat_map(Said::outer).peekable();
    parties.peek().is_some() && parties.all(|one| one.party.id == stated.party.id)
}

/// Whether sentences attribute and quote nothing and have no other subject.
fn goes_on(read: &[Said<'_>], stated: &Attributed) -> bool {
    let silent = |said: &Said<'_>| !said.quotes() && said.outer().next().is_none();
    read.len() <= REACH && read.iter().all(silent) && fits(read, stated)
}

/// Whether a sentence begins by counting on in what the one before it said: "That is", "Of those", "Another 40".
pub(super) fn is_anaphoric(sentence: Tokens<'_>) -> bool {
    let words = [sentence.letters_at(0), sentence.letters_at(1), sentence.letters_at(2)];
    matches!(
        words,
        ["That", "is" | "was" | "means" | "makes", _]
            | ["Of", "those" | "these" | "them" | "the", _]
            | ["Another", ..]
            | ["A", "further", _]
            | ["The", "other" | "rest" | "remaining", _]
            | [_, "of", "those" | "these" | "them"]
    )
}

/// Whether a sentence tells what any such thing costs, which the draft knows by itself: "A seat on the bus costs 40 francs".
pub(super) fn tells_a_price(sentence: Tokens<'_>) -> bool {
    const REACH: usize = 10;
    let price =
        |token: &Token| matches!(token.letters, "costs" | "cost" | "fetches" | "fetched" | "buys" | "bought" | "sells");
    matches!(sentence.letters(), "A" | "An") && sentence.rest().iter().take(REACH).any(price)
}

/// Whether none of the sentences has another subject that may speak than the party.
pub(super) fn fits(sentences: &[Said<'_>], stated: &Attributed) -> bool {
    sentences.iter().all(|said| {
        let lexicon = said.tokens.lexicon();
        let Some(opening) = opening_party(said.tokens) else { return true };
        let first = said.tokens.nth(opening.start);
        let is = |list| first.is_some_and(|token| lexicon.is(token.word, list));
        if opening.len() == 1 && (is(List::PronounHe) || is(List::PronounShe)) {
            return false;
        }
        is(List::PronounIt)
            || is(List::PronounThey)
            || tells_of_rivals(stated)
            || (Register::names_same(said.tokens, opening.clone(), &stated.party)
                && !names_another(said.tokens, opening.clone(), &stated.party))
    })
}

/// Whether a statement is a poll's or a count's, which goes on to tell of one candidate after the other.
fn tells_of_rivals(stated: &Attributed) -> bool {
    let votes =
        |word: &str| ["election", "elections", "electoral"].iter().any(|votes| word.eq_ignore_ascii_case(votes));
    is_poll(&stated.source) || stated.source.name.split(' ').any(votes)
}

/// Whether a phrase names somebody whose name has no word of a party's.
fn names_another(sentence: Tokens<'_>, phrase: Range<usize>, party: &Party) -> bool {
    let own = |name: &Name<'_>| name.text.split(' ').any(|word| party.name.contains(word));
    // "Replacement buses": a capital of the sentence's start before a noun.
    let opens = |name: &Name<'_>| {
        let next = sentence.nth(name.tokens.end);
        let noun = next.is_some_and(|next| next.shape == Shape::Lower && sentence.lexicon().noun(next.word).is_some());
        name.tokens == (0..1) && !name.is_person && noun
    };
    names(sentence, phrase).any(|name| !name.is_place && !own(&name) && !opens(&name))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    /// The name of the last claim's source; `-` for the draft's own voice.
    fn last(text: &str) -> String {
        let draft = draft(text);
        let source = draft.claims.last().and_then(|claim| claim.source.as_ref());
        source.map_or("-", |source| &source.name).to_owned()
    }

    #[test]
    fn statements_that_go_on() {
        for (text, expected) in [
            ("The board said 40 sank. Twelve were found.", "board"),
            ("The board said 40 sank. It searched the bay. Twelve were found.", "board"),
            ("The board said 40 sank. Ana Ruiz lost twelve.", "-"),
            ("The board said 40 sank. A seat on the boat costs twelve francs.", "-"),
            ("The board said 40 sank. A seat on the boat sells for twelve francs.", "-"),
            ("The board said 40 sank. The gale cost twelve francs.", "board"),
            ("It found 40 boats, said Ana Ruiz:\n- nine in the bay;\n- twelve at sea.", "Ana Ruiz"),
            ("Ana Ruiz said the board had:\n- twelve boats.", "Ana Ruiz"),
            ("It found 40 boats, Ana Ruiz said on Monday:\n- twelve boats.", "Ana Ruiz"),
            ("Ana Ruiz, who said 40 sank, read out a list:\n- twelve boats.", "-"),
            ("It found 40 boats, said Ana Ruiz:\n- nine boats.\nShe has twelve.", "-"),
            ("It found 40 boats, said Ana Ruiz.\n- twelve boats.", "-"),
            ("The board said 40 sank. The union lost twelve.", "-"),
            ("Ana Ruiz said 40 sank. Twelve were found.", "-"),
            ("A poll by Ostra Research found 40 percent for it. Ana Ruiz has 12 percent.", "Ostra Research"),
            ("The board said 40 sank. Her licence allows twelve.", "board"),
            ("Crews said 40 sank. Twelve were found.", "-"),
            ("Crews said 40 sank. Of those, twelve were found.", "Crews"),
            ("The board said 40 sank.\nTwelve were found.", "-"),
            ("Costs rose at Velmar, the company said.\nRevenue was $40 million.", "Velmar"),
            ("Costs rose at Velmar, the company said.\nThe union lost $40 million.", "-"),
            ("Costs rose at Velmar, the company said.\nAbout 40 boats were sold.", "-"),
            ("Costs rose at sea, the statistics office said.\nAbout 40 boats were sold.", "statistics office"),
            ("Costs rose at sea, the statistics office said.\nThe union lost 40 boats.", "-"),
            ("It lost 40 boats.\nCosts rose at the quay, the board said.\nRevenue was $40 million.", "board"),
            (
                "It lost 40 boats.\nIt found nine.\nCosts rose at the quay, the board said.\nRevenue was $40 million.",
                "-",
            ),
            ("Costs rose at the quay, the board said.\n“It hurts,” the board said.\nRevenue was $40 million.", "board"),
            ("A survey showed 40 percent were for it. The Civic Union had 12 percent.", "survey"),
            ("The Electoral Board said Ana Ruiz had 400 votes. Her rival, Ali Bey, had 300.", "Electoral Board"),
            ("Costs rose at Velmar, the company said.\nAna Ruiz said she left.\nRevenue was $40 million.", "-"),
        ] {
            assert_eq!(last(text), expected, "{text}");
        }
    }
}
