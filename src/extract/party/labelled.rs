//! Speakers whom the label of a transcript names, all in capitals: "DR RUTA HALM", and "HALM" from then on.

use super::{Party, Register, words};
use crate::claim::PartyKind;
use crate::extract::name::first_name_gender;
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List};
use crate::text::{Shape, Token, WordId};
use std::ops::Range;
use std::sync::Arc;

impl Register {
    /// The human being whom a label names: one known by that surname, or one whom it gives a name in full.
    pub(super) fn labelled(&self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Arc<Party>> {
        let label = &sentence.from(phrase.start).rest()[..phrase.len()];
        let lexicon = sentence.lexicon();
        let (name, gender) = without_titles(lexicon, label);
        let capital = !name.is_empty() && name.iter().all(|token| matches!(token.shape, Shape::Upper | Shape::Mark));
        if !capital || lexicon.party_names.at(name).is_some() {
            return None;
        }
        let spelled = name.first()?.span.to(name.last()?.span).of(sentence.text()).to_lowercase();
        let is_meant = |full: &str| is_end_of(&full.to_lowercase(), &spelled);
        let known = self.last(|party| match party.kind {
            PartyKind::Person => is_meant(&party.name),
            _ => party.person.as_deref().is_some_and(is_meant),
        });
        let titled = name.len() < label.len();
        known.or_else(|| is_human(lexicon, name, titled).then(|| human(lexicon, name, &spelled, gender)))
    }
}

/// A label behind the titles that it begins with, and the gender that they tell.
fn without_titles<'t>(lexicon: &Lexicon, label: &'t [Token<'t>]) -> (&'t [Token<'t>], Option<char>) {
    let (mut name, mut gender) = (label, None);
    while let Some((len, &at)) = lexicon.title_phrases.at(name).filter(|(len, _)| *len < name.len()) {
        gender = gender.or(lexicon.titles()[at].gender.as_deref().and_then(|gender| gender.chars().next()));
        let stop = usize::from(name[len].letters == "." && len + 1 < name.len());
        name = &name[len + stop..];
    }
    (name, gender)
}

/// Whether a name in small letters is another's last words, or the same.
fn is_end_of(full: &str, last: &str) -> bool {
    full.strip_suffix(last).is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

/// Whether capitals are a human being's name: behind a title or with a first name, or two words and more that mean nothing.
fn is_human(lexicon: &Lexicon, name: &[Token], titled: bool) -> bool {
    let body = name.iter().any(|token| lexicon.is_any(token.word, &[List::Body, List::Paper]));
    let first_name = || name.len() > 1 && first_name_gender(lexicon, &name[0]).is_some();
    let strange = || name.len() > 1 && name.iter().all(|token| token.is_word() && token.word == WordId::NONE);
    !body && (titled || first_name() || strange())
}

/// A human being whose name was written in capitals.
fn human(lexicon: &Lexicon, name: &[Token], spelled: &str, gender: Option<char>) -> Arc<Party> {
    let capitalised: Vec<_> = spelled.split(' ').map(capitalised).collect();
    let full = capitalised.join(" ");
    let gender = gender.or_else(|| first_name_gender(lexicon, &name[0]));
    Arc::new(Party {
        id: spelled.into(),
        words: words(&full),
        name: full.into(),
        kind: PartyKind::Person,
        gender,
        ..Party::default()
    })
}

/// A word with a capital at its start and behind each hyphen: "Halm-Orr".
fn capitalised(word: &str) -> String {
    let mut starts = true;
    let capital = |letter: char| {
        let first = std::mem::replace(&mut starts, letter == '-' || letter == '\'' || letter == '’');
        if first { letter.to_uppercase().collect::<String>() } else { letter.to_string() }
    };
    word.chars().map(capital).collect()
}
