//! Parties that a pronoun means.

use super::{Party, Register};
use crate::claim::PartyKind;
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List};
use std::ops::Range;
use std::sync::Arc;

impl Register {
    /// "he", "she", "it", "they": the last party that the pronoun fits.
    pub(super) fn pronoun(&self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Arc<Party>> {
        let lexicon = sentence.lexicon();
        let [only] = &sentence.from(phrase.start).rest()[..phrase.len()] else { return None };
        let letters = only.letters;
        let is = |list, possessive: &str| lexicon.is(only.word, list) || letters.eq_ignore_ascii_case(possessive);
        if is(List::PronounHe, "his") {
            return self.stranger(PartyKind::Person, Some('m')).or_else(|| self.last_human('m', lexicon));
        }
        if is(List::PronounShe, "her") {
            return self.stranger(PartyKind::Person, Some('f')).or_else(|| self.last_human('f', lexicon));
        }
        if is(List::PronounIt, "its") {
            return self.stranger(PartyKind::Organisation, None).or_else(|| {
                self.last(|party| matches!(party.kind, PartyKind::Organisation | PartyKind::Document) && !party.medium)
            });
        }
        if is(List::PronounThey, "their") {
            return self.last(|party| matches!(party.kind, PartyKind::Organisation | PartyKind::Unnamed));
        }
        None
    }

    /// The last human being of a gender: a named one that is known to have it, else any that may have it.
    fn last_human(&self, gender: char, lexicon: &Lexicon) -> Option<Arc<Party>> {
        const RECENT: usize = 4;
        let spoken = |party: &Party| party.person.is_some() || party.voiced || party.gender.is_some();
        let human = |party: &Party| party.kind == PartyKind::Person || spoken(party);
        let recent =
            self.known.iter().rev().take(RECENT).find(|party| human(party) && party.gender == Some(gender)).cloned();
        let fits = |party: &Party| party.gender.or(party.told).is_none_or(|known| known == gender);
        let named = || self.last(|party| human(party) && fits(party));
        let found = recent.or_else(named).map(|party| known_as(party, gender));
        let found = found.or_else(|| self.last_taken_for_a_body(lexicon));
        found.or_else(|| self.last(|party| party.kind == PartyKind::Unnamed))
    }

    /// Whoever spoke last, where the name might be a body's or a human being's: "Arn Holt".
    fn last_taken_for_a_body(&self, lexicon: &Lexicon) -> Option<Arc<Party>> {
        let party = self.known.back().filter(|party| party.kind == PartyKind::Organisation && !party.medium)?;
        let named = party.spaces == 1 && party.name.split(' ').all(|word| word.starts_with(char::is_uppercase));
        let body = || party.words.iter().any(|&word| lexicon.is(lexicon.word_of(word), List::Body));
        (named && party.person.is_none() && !body())
            .then(|| Arc::new(Party { kind: PartyKind::Person, ..Party::clone(party) }))
    }
}

/// Somebody of whom a pronoun tells whether they are a man or a woman.
fn known_as(mut party: Arc<Party>, gender: char) -> Arc<Party> {
    if party.told != Some(gender) {
        Arc::make_mut(&mut party).told = Some(gender);
    }
    party
}
