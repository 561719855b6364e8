//! Parties that a pronoun means.

use super::{Party, Register};
use crate::claim::PartyKind;
use crate::grammar::Tokens;
use crate::lexicon::List;
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
            return self.stranger(PartyKind::Person, Some('m')).or_else(|| self.last_human('m'));
        }
        if is(List::PronounShe, "her") {
            return self.stranger(PartyKind::Person, Some('f')).or_else(|| self.last_human('f'));
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
    fn last_human(&self, gender: char) -> Option<Arc<Party>> {
        const RECENT: usize = 4;
        let human = |party: &Party| party.kind == PartyKind::Person || party.person.is_some() || party.gender.is_some();
        let recent =
            self.known.iter().rev().take(RECENT).find(|party| human(party) && party.gender == Some(gender)).cloned();
        let named = || self.last(|party| human(party) && party.gender.is_none_or(|known| known == gender));
        recent.or_else(named).or_else(|| self.last(|party| party.kind == PartyKind::Unnamed))
    }
}
