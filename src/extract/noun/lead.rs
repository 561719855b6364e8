//! What may stand between a number and the noun that it counts.
//!
//! | text | noun begins at |
//! |---|---|
//! | `12 more people` | people |
//! | `2 million such homes` | homes |
//! | `three of the four bridges` | bridges |
//! | `190 of Upton's 248 wards` | wards |
//! | `half of the 2 million visitors` | visitors |
//! | `nine “local” unions` | unions |

use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// Past what may stand between number and noun: a compound's hyphen, "more", "of the", a second number of a partitive.
pub(super) fn skip(after: Tokens<'_>) -> usize {
    let lexicon = after.lexicon();
    let mut here = after;
    if here.peek().is_some_and(|token| token.glued) && matches!(here.letters(), "-" | "‑") {
        here = here.from(here.at() + 1);
    }
    here = past_quotation(here);
    // "2 million such homes", but not "200, such as".
    let such = here.letters() == "such" && here.letters_at(1) != "as";
    here = here.from(here.at() + usize::from(such));
    // "the 20 most expensive flats"
    let superlative = ["most", "least"].contains(&here.letters())
        && here.nth(1).is_some_and(|next| lexicon.is(next.word, List::Adjective));
    here = here.from(here.at() + usize::from(superlative));
    while is_increment(&here) {
        here = here.from(here.at() + 1);
    }
    if here.letters().eq_ignore_ascii_case("of") {
        here = here.from(here.at() + 1);
        while here.peek().is_some_and(|token| {
            lexicon.is(token.word, List::Determiner)
                || lexicon.numeral(token.word).is_some()
                || token.shape == Shape::Number
                || is_magnitude(&here)
        }) {
            here = here.from(here.at() + 1);
        }
        here = past_owner(here);
    }
    here.at()
}

/// Past the quotation mark of "nine “local” unions", and past the quoted words where more follows them.
fn past_quotation(here: Tokens<'_>) -> Tokens<'_> {
    const LONGEST: usize = 4;
    let quote = |ahead: usize| matches!(here.letters_at(ahead), "“" | "”" | "\"" | "‘" | "’" | "'");
    if !quote(0) || here.peek().is_some_and(|token| token.glued) {
        return here;
    }
    let closes = (2..=LONGEST).find(|&ahead| quote(ahead));
    let goes_on = closes.filter(|&ahead| {
        let next = here.nth(ahead + 1);
        next.is_some_and(|next| next.shape == Shape::Lower && !next.glued && !here.lexicon().is_frame(next.word))
    });
    here.from(here.at() + goes_on.map_or(1, |ahead| ahead + 1))
}

/// The million of "half of the 2 million visitors".
fn is_magnitude(here: &Tokens<'_>) -> bool {
    let number = |back: &Token| back.shape == Shape::Number || here.lexicon().numeral(back.word).is_some();
    here.back(1).is_some_and(number) && here.lexicon().magnitudes.at(here.rest()).is_some()
}

/// Past whoever has so many: the "Upton's 248" of "190 of Upton's 248 wards".
fn past_owner(here: Tokens<'_>) -> Tokens<'_> {
    let owned = (1..=3).find(|&ahead| {
        let possessive = here.nth(ahead).is_some_and(|token| token.shape == Shape::Possessive);
        let number = |token: &Token| token.shape == Shape::Number || here.lexicon().numeral(token.word).is_some();
        possessive && here.nth(ahead + 1).is_some_and(number)
    });
    owned.map_or(here, |ahead| here.from(here.at() + ahead + 2))
}

/// "more", "fewer", "other", "remaining", but not "new", which tells which ones they are.
fn is_increment(here: &Tokens<'_>) -> bool {
    const KEPT: [&str; 6] = ["new", "fresh", "added", "others", "rest", "remainder"];
    let letters = here.letters();
    let less = ["fewer", "less"].contains(&letters);
    less || (here.is(List::Increment) || here.is(List::Remainder)) && !KEPT.contains(&letters)
}

#[cfg(test)]
mod tests {
    use super::super::testing::claims;

    #[test]
    fn where_nouns_begin() {
        for (text, expected) in [
            ("Half of the 2 million visitors came by train.", "visitors"),
            ("It looked at nine “local” trade unions.", "trade unions"),
            ("It looked at nine \"trade unions\".", "trade unions"),
            ("It closed 190 of Upton's 248 wards.", "wards"),
            ("It closed three of the town's seven wards.", "wards"),
        ] {
            let first = claims(text).into_iter().next().and_then(|claim| claim.noun);
            assert_eq!(first.map(|noun| noun.text).as_deref(), Some(expected), "{text}");
        }
    }
}
