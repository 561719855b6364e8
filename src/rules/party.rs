//! Who answers for a figure.

use crate::claim::{Claim, PartyKind};
use crate::extract::Draft;

/// The one who puts a figure forward: its source, else the outlet in whose voice the draft gives it, else the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Party<'d> {
    /// Somebody whom the draft names: the id, the fullest name, and the id of the body that it belongs to.
    Named(&'d str, &'d str, Option<&'d str>),
    /// Somebody whom the draft does not name: the words for them.
    Unnamed(&'d str),
    /// An outlet in its own voice.
    Outlet(&'d str),
    /// A draft of no known outlet in its own voice: its id.
    Draft(&'d str),
}

impl<'d> Party<'d> {
    /// Who answers for a claim of the draft.
    pub(super) fn of(claim: &'d Claim, draft: &'d Draft) -> Self {
        match &claim.source {
            Some(source) if source.kind == PartyKind::Unnamed => Self::Unnamed(&source.text),
            Some(source) => Self::Named(&source.id, &source.name, source.parent.as_deref()),
            None => draft.document.outlet().map_or(Self::Draft(draft.document.id()), Self::Outlet),
        }
    }

    /// Whether the draft speaks for itself.
    pub(super) const fn is_voice(&self) -> bool {
        matches!(self, Self::Outlet(_) | Self::Draft(_))
    }

    /// Whether the draft names the party.
    pub(super) const fn is_named(&self) -> bool {
        matches!(self, Self::Named(..))
    }

    /// Whether it is only a word that stands for somebody, of whom it is not known who he is: "it", "they".
    pub(super) fn is_unresolved(&self) -> bool {
        const PRONOUNS: [&str; 4] = ["it", "they", "he", "she"];
        matches!(self, Self::Named(_, words, _) | Self::Unnamed(words)
            if PRONOUNS.iter().any(|pronoun| words.eq_ignore_ascii_case(pronoun)))
    }

    /// Whether words hold at least half of the name of a named party: "Keld" alone may be the valley of the Keld Valley
    /// Alliance.
    pub(super) fn is_meant_by(&self, words: &[String]) -> bool {
        let Self::Named(_, name, _) = self else { return false };
        let held = name.split_whitespace().filter(|part| words.iter().any(|word| word == part)).count();
        held > 0 && 2 * held >= name.split_whitespace().count()
    }

    /// Whether a word belongs to the name of a named party.
    pub(super) fn goes_by(&self, word: &str) -> bool {
        matches!(self, Self::Named(_, name, _) if name.split_whitespace().any(|part| part == word))
    }

    /// The name that people know it by.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Named(_, name, _) | Self::Outlet(name) | Self::Draft(name) => (*name).to_owned(),
            Self::Unnamed(words) => format!("unnamed: “{words}”"),
        }
    }

    /// Whether the two are one party. Two that are not named never are, not even in the same words; an outlet is the
    /// same whether it speaks in its own draft or is quoted in another's, and a body speaks for the one that it belongs to.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unnamed(_), _) | (_, Self::Unnamed(_)) => false,
            (Self::Named(id, name, above), Self::Named(other, other_name, other_above)) => {
                id == other
                    || *above == Some(other)
                    || *other_above == Some(id)
                    || describes(name, other_name)
                    || describes(other_name, name)
            }
            (Self::Named(id, name, _), Self::Outlet(outlet)) | (Self::Outlet(outlet), Self::Named(id, name, _)) => {
                id.eq_ignore_ascii_case(outlet) || name.eq_ignore_ascii_case(outlet)
            }
            (Self::Outlet(outlet), Self::Outlet(other)) => outlet.eq_ignore_ascii_case(other),
            _ => self == other,
        }
    }
}

/// Whether words that name nobody may mean somebody of that name: "fire officers" the Northern Fire Service.
fn describes(words: &str, name: &str) -> bool {
    let is_proper = |words: &str| words.chars().skip(1).any(char::is_uppercase);
    let mut telling = words.split(' ').filter(|word| word.len() > 3);
    let named = |word: &str| name.split(' ').any(|part| part.eq_ignore_ascii_case(word));
    !is_proper(words) && is_proper(name) && telling.any(named)
}

#[cfg(test)]
mod tests {
    use super::Party::{self, Draft, Named, Outlet, Unnamed};

    const fn named(id: &'static str, name: &'static str) -> Party<'static> {
        Named(id, name, None)
    }

    #[test]
    fn one_party_or_two() {
        for (a, b, same) in [
            (named("who", "World Health Organization"), named("who", "WHO"), true),
            (named("police", "police"), named("army", "army"), false),
            (named("fire officers", "fire officers"), named("nfs", "Northern Fire Service"), true),
            (named("army officers", "army officers"), named("nfs", "Northern Fire Service"), false),
            (named("sfs", "Southern Fire Service"), named("nfs", "Northern Fire Service"), false),
            (Named("port", "Port", Some("coast")), named("coast", "Coastguard"), true),
            (Named("port", "Port", Some("coast")), Named("pilots", "Pilots", Some("coast")), false),
            (Unnamed("officials"), Unnamed("officials"), false),
            (Outlet("The Harbour Post"), Outlet("the harbour post"), true),
            (Outlet("Kestrel Wire"), named("kestrel wire", "Kestrel Wire"), true),
            (Draft("a.md"), Draft("a.md"), true),
            (Draft("a.md"), Draft("b.md"), false),
        ] {
            assert_eq!(a.is_same(&b), same, "{a:?} {b:?}");
            assert_eq!(b.is_same(&a), same, "{b:?} {a:?}");
        }
    }
}
