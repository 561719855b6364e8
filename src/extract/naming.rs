//! The names that a draft holds, by which two drafts are known to tell of one story.
//!
//! A name is a word with a capital in the middle of a sentence; a heading's capitals name nothing for certain, nor does
//! the first word of a sentence. Such a word counts all the same where another draft holds it as a name.

use super::lone::{lone_figures, of_event};
use crate::claim::{Claim, Unit};
use crate::grammar::{Tokens, Words};
use crate::lexicon::{Lexicon, List};
use crate::text::{Role, Span, Token, WordHash, WordId};
use serde::{Deserialize, Serialize};

/// How much of a draft is searched, in bytes: what it is about is named early.
const OPENING: usize = 8192;

/// How much of a draft is its headline and lead, in bytes: where its story plays is named there.
const LEAD: usize = 500;

/// A draft's words with a capital.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Names {
    /// Those that are names where they stand, in order of their letters' numbers.
    certain: Vec<Name>,
    /// All of them, in the same order.
    all: Vec<Name>,
    /// Those that its headline and lead hold, by their letters' numbers; in order.
    #[serde(default)]
    lead: Vec<u64>,
    /// The units in which it gives one figure and no other, alone or of one event; in order.
    #[serde(default)]
    lone: Vec<Box<str>>,
}

/// What two drafts share: how many names, and how many of these are rare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// All names that both hold.
    pub names: usize,
    /// Those among them that are rare, being no words of the language, no countries and no bodies: "Tarrow", "Lyon", not
    /// "Red" or "Greece".
    pub rare: usize,
    /// Those that the lexicon does not know at all.
    pub strange: usize,
}

/// A word by its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Name {
    letters: u64,
    fame: Fame,
}

/// How much a name says of what a draft is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Fame {
    /// A word of the language, a country or a body: it stands in many drafts.
    Known,
    /// A town or a province.
    Town,
    /// No word of the lexicon.
    Strange,
}

impl Names {
    /// Adds the names of a sentence.
    pub(super) fn note(&mut self, sentence: Tokens<'_>, role: Role) {
        if sentence.rest().first().is_none_or(|first| first.span.start >= OPENING) {
            return;
        }
        let heading = matches!(role, Role::Headline | Role::Subhead | Role::Table);
        let mut opens = true;
        for (at, token) in sentence.rest().iter().enumerate() {
            if is_name(sentence.lexicon(), token) {
                let name = name(sentence.from(at), token);
                self.all.push(name);
                self.certain.extend((!opens && !heading).then_some(name));
                self.lead.extend((token.span.start < LEAD).then_some(name.letters));
            }
            // A quotation opens a sentence within another.
            opens = !token.is_word() && (opens || matches!(token.letters, ":" | "\"" | "“" | "."));
        }
    }

    /// Adds the place of a dateline, which no sentence holds. A town that the lexicon knows has many stories; of one that
    /// it does not know, the place alone is a name for certain.
    pub(super) fn note_dateline(&mut self, lexicon: &Lexicon, dateline: &str) {
        let mut words = Words::default();
        words.cut(dateline, lexicon, Span::new(0, dateline.len()));
        let sentence = words.sentence(dateline, lexicon, 0..words.tokens().len());
        for (at, token) in words.tokens().iter().enumerate().filter(|(_, token)| is_name(lexicon, token)) {
            let name = name(sentence.tokens().from(at), token);
            self.all.push(name);
            self.lead.push(name.letters);
            self.certain.extend((name.fame == Fame::Strange).then_some(name));
        }
    }

    /// Notes in which units the draft gives one figure alone.
    pub(super) fn note_figures(&mut self, claims: &[Claim]) {
        self.lone = lone_figures(claims);
    }

    /// Whether the draft gives one figure in a unit and no other.
    pub fn is_lone(&self, unit: &Unit) -> bool {
        self.lone.binary_search_by(|known| (**known).cmp(unit.name())).is_ok()
    }

    /// Whether the draft gives one figure of an event in a unit and no other.
    pub fn is_lone_of(&self, unit: &Unit, event: &str) -> bool {
        self.lone.binary_search(&of_event(unit, event)).is_ok()
    }

    /// Puts the names in order, once all are noted.
    pub(super) fn sorted(mut self) -> Self {
        for names in [&mut self.certain, &mut self.all] {
            names.sort_unstable();
            names.dedup();
        }
        self.lead.sort_unstable();
        self.lead.dedup();
        self
    }

    /// How many names it holds for certain.
    pub fn len(&self) -> usize {
        self.certain.len()
    }

    /// Whether it holds no name for certain.
    pub fn is_empty(&self) -> bool {
        self.certain.is_empty()
    }

    /// Whether it names nothing that could tell its story from another: no name for certain, and at no place one that is
    /// rare.
    pub fn is_anonymous(&self) -> bool {
        self.is_empty() && self.all.iter().all(|name| name.fame == Fame::Known)
    }

    /// Whether its headline and lead hold all words of a name.
    pub fn lead_with(&self, name: &str) -> bool {
        let held = |word: &str| self.lead.binary_search(&WordHash::of(word).0).is_ok();
        !name.is_empty() && name.split(' ').all(held)
    }

    /// Whether a word is among the names.
    pub fn hold(&self, word: &str) -> bool {
        let letters = WordHash::of(word).0;
        self.all.iter().any(|name| name.letters == letters)
    }

    /// What two drafts share: names that one of them holds for certain and the other at all.
    pub fn shared(&self, other: &Self) -> Shared {
        let of = |certain: &[Name], all: &[Name], besides: &[Name]| {
            let both = |name: &&Name| all.binary_search(name).is_ok() && besides.binary_search(name).is_err();
            let names = certain.iter().filter(both);
            names.fold(Shared::default(), |sum, name| Shared {
                names: sum.names + 1,
                rare: sum.rare + usize::from(name.fame != Fame::Known),
                strange: sum.strange + usize::from(name.fame == Fame::Strange),
            })
        };
        let (ours, theirs) = (of(&self.certain, &other.all, &[]), of(&other.certain, &self.all, &self.certain));
        Shared {
            names: ours.names + theirs.names,
            rare: ours.rare + theirs.rare,
            strange: ours.strange + theirs.strange,
        }
    }
}

/// Whether a word may be a name: it has a capital, and is no day and no word that frames a sentence.
fn is_name(lexicon: &Lexicon, token: &Token) -> bool {
    let named = token.is_capitalised() && token.span.len() > 2;
    let framed = || lexicon.is_frame(token.word) || lexicon.is_any(token.word, &[List::Adverb, List::Opener]);
    named && !framed() && lexicon.calendar(token.word).is_empty()
}

fn name(here: Tokens<'_>, token: &Token) -> Name {
    Name { letters: WordHash::of(token.letters).0, fame: fame(here, token) }
}

fn fame(here: Tokens<'_>, token: &Token) -> Fame {
    if token.word == WordId::NONE {
        return Fame::Strange;
    }
    let lexicon = here.lexicon();
    let place = lexicon.place_names.at(here.rest()).map(|(_, name)| &*lexicon.places()[name.place].kind);
    if matches!(place, Some("city" | "province")) { Fame::Town } else { Fame::Known }
}

#[cfg(test)]
mod tests {
    use super::Shared;
    use crate::extract::relation::testing::draft;

    #[test]
    fn names_that_two_drafts_share() {
        for (one, other, names, rare, strange) in [
            ("The ferry left Tarrow.", "Boats reached Tarrow.", 1, 1, 1),
            ("The ferry left Tarrow.", "Tarrow waits.", 1, 1, 1),
            ("The ferry left Tarrow.", "TARROW (Wire) - Nobody came.", 1, 1, 1),
            ("Tarrow waits.", "Tarrow mourns.", 0, 0, 0),
            ("The ferry left on Monday.", "The port opened on Monday.", 0, 0, 0),
            ("The ferry left Lisbon.", "It is bound for Lisbon.", 1, 1, 0),
            ("The ferry left Greece.", "It is bound for Greece.", 1, 0, 0),
        ] {
            assert_eq!(draft(one).names.shared(&draft(other).names), Shared { names, rare, strange }, "{one} {other}");
        }
    }
}
