//! How far a run of capitalised words goes, with the small words that join them.

use super::title::{first_name_gender, title_end};
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token, WordId};

/// Where a run of capitalised words ends, with the small words that join them ("of", "and", "for", "de", "al").
pub(super) fn run_end(here: Tokens<'_>, limit: usize) -> usize {
    let capital = |token: Option<&Token>| token.is_some_and(Token::is_capitalised);
    // "The institute on Friday", "Friday the institute": a day joins nothing.
    let dated = |token: Option<&Token>| token.is_some_and(|token| !here.lexicon().calendar(token.word).is_empty());
    let starts = here.peek().is_some_and(|token| {
        // "IF Metal" is a union.
        let acronym = token.shape == Shape::Upper && here.nth(1).is_some_and(|next| next.shape == Shape::Title);
        let frame = [List::Determiner, List::Preposition, List::Conjunction];
        token.is_capitalised() && (acronym || !here.lexicon().is_any(token.word, &frame)) && !is_only_verb(&here, token)
    });
    if !starts {
        return here.at();
    }
    let mut at = here.at() + 1;
    while at < limit {
        let place = here.from(at);
        if capital(place.peek()) {
            at += 1;
            continue;
        }
        let letters = place.letters();
        let initial = letters == "."
            && place
                .back(1)
                .is_some_and(|back| back.span.len() == 1 || here.lexicon().is(back.word, List::Abbreviation));
        let foreign = is_foreign_joint(letters);
        let joint = foreign || is_joint(letters) && !is_human(here, at);
        let joint = joint && !dated(place.nth(1)) && !dated(place.back(1)) && !is_before_client(place);
        let patron = place.peek().is_some_and(|token| token.shape == Shape::Possessive) && is_patron(here);
        if (initial || patron) && capital(place.nth(1)) {
            at += 1;
        } else if joint && at + 1 < limit && capital(place.nth(1)) {
            at += 2;
        } else if foreign && is_foreign(place.nth(1)) {
            at = foreign_end(here.from(at + 2), limit);
        } else if joint && at + 2 < limit && place.letters_at(1) == "the" && capital(place.nth(2)) {
            at += 3;
        } else {
            break;
        }
    }
    at
}

/// Whether a small word joins the words of a name in another language.
fn is_foreign_joint(letters: &str) -> bool {
    matches!(
        letters,
        "de" | "la"
            | "al"
            | "el"
            | "van"
            | "von"
            | "del"
            | "des"
            | "du"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "di"
            | "della"
            | "le"
            | "les"
            | "der"
            | "für"
            | "pour"
            | "para"
            | "per"
            | "y"
            | "et"
    )
}

/// Whether a small word or a mark joins the words of an English name.
fn is_joint(letters: &str) -> bool {
    matches!(letters, "of" | "for" | "and" | "the" | "bin" | "&" | "-" | "'" | "on")
}

/// Whether a word brings the paper or station that asked for a poll: "Ostra Research for the Harbour Weekly".
fn is_before_client(place: Tokens<'_>) -> bool {
    const WORDS: usize = 4;
    let lexicon = place.lexicon();
    let article = usize::from(place.nth(1).is_some_and(|next| next.reads("the")));
    let client = place.from(place.at() + 1 + article);
    let known = || lexicon.party_names.at(client.rest()).is_some_and(|(_, &at)| lexicon.parties()[at].is_medium());
    let words = || client.rest().iter().take(WORDS).take_while(|word| word.is_capitalised()).count();
    let newsroom = || (0..words()).any(|at| lexicon.newsrooms.at(&client.rest()[at..]).is_some());
    place.letters() == "for" && (known() || newsroom())
}

/// Whether a name begins with a saint or a sovereign, whose a body may be called: "St Ruta's Hospital", "King's College".
fn is_patron(here: Tokens<'_>) -> bool {
    matches!(here.letters(), "St" | "Saint" | "King" | "Queen" | "Children" | "Women")
}

/// Whether a run that ends at `end` is a human being's already, so that no "of" or "and" joins more to it: "Dr Ruta Halm of
/// the Harbour Board", but "the Victoria Board of Trade".
fn is_human(here: Tokens<'_>, end: usize) -> bool {
    let lexicon = here.lexicon();
    let run = here.at()..end;
    let titled = title_end(here.from(0), &run).filter(|(titled, _)| *titled < end);
    let first = titled.map_or(run.start, |(titled, _)| titled);
    let words = &here.from(first).rest()[..end - first];
    let forename = words.len() > 1 && first_name_gender(lexicon, &words[0]).is_some();
    let of_body =
        |word: &Token| lexicon.is_any(word.word, &[List::Body, List::Paper]) || lexicon.noun(word.word).is_some();
    (titled.is_some() || forename) && words.iter().all(Token::is_word) && !words.iter().any(of_body)
}

/// Whether a word with a small letter is of another language, as the second half of a name may be: "Syndicat des
/// bateliers".
fn is_foreign(token: Option<&Token>) -> bool {
    token.is_some_and(|token| token.shape == Shape::Lower && token.word == WordId::NONE)
}

/// Where the words of another language end.
fn foreign_end(here: Tokens<'_>, limit: usize) -> usize {
    let more = here.rest().iter().take_while(|token| is_foreign(Some(token))).count();
    (here.at() + more).min(limit)
}

/// Whether a word in a headline's capitals is a verb and nothing else: "Says", but "the Labour Ministry", "Free
/// Voice".
fn is_only_verb(here: &Tokens<'_>, token: &Token) -> bool {
    let lexicon = here.lexicon();
    let form = lexicon.verb(token.word).is_some() && token.span.len() > 3;
    let name = [List::FirstNameHe, List::FirstNameShe, List::Body, List::Adjective];
    form && lexicon.noun(token.word).is_none()
        && !lexicon.is_any(token.word, &name)
        && lexicon.fields.at(here.rest()).is_none()
}
