//! Parties that a phrase only describes: "the ministry", "two witnesses".

use super::named::is_medium;
use super::{Party, Register, local, spaces, words};
use crate::claim::{PartyKind, Source};
use crate::extract::name::{Name, names};
use crate::extract::noun::lemma;
use crate::extract::trade::is_trade;
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List};
use crate::text::{Shape, Token, WordHash, one_line};
use std::ops::Range;
use std::sync::{Arc, LazyLock};

impl Register {
    /// A party that the phrase only describes: "the ministry", "police", "two witnesses", "a report".
    pub(super) fn described(&mut self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Arc<Party> {
        let lexicon = sentence.lexicon();
        let body = local::represented(sentence, phrase).or_else(|| owner_of_paper(sentence, phrase));
        let phrase = body.as_ref().unwrap_or(phrase);
        let tokens = &sentence.from(phrase.start).rest()[..phrase.len()];
        let head = head_of(&sentence, tokens);
        let head_word = head.map_or_else(Arc::default, |head| lemma(lexicon, head).0);
        let is = |list| head.is_some_and(|head| lexicon.is(head.word, list));
        let text = plain_text(&sentence, tokens);
        let definite = tokens.first().is_some_and(|token| {
            token.letters.eq_ignore_ascii_case("the") || !lexicon.is(token.word, List::Determiner)
        });
        let medium = is_medium(&sentence, phrase);
        if is(List::Unnamed) || !definite && !is(List::Body) {
            self.unnamed += 1;
            let id = format!("unnamed {} {text}", self.unnamed);
            if is(List::Paper) && !is(List::Unnamed) {
                // "A survey published on Monday": what is told next may be from it.
                let (kind, name) = (PartyKind::Document, head_word.to_string());
                let words = words(&name);
                return Arc::new(Party { id: id.into(), words, name: name.into(), kind, ..Party::default() });
            }
            return Arc::new(Party { id: id.into(), name: text.into(), kind: PartyKind::Unnamed, ..Party::default() });
        }
        if let Some(known) = self.last(|party| party.medium).filter(|_| &*head_word == "media") {
            return known;
        }
        let own = modifiers(&sentence, tokens, head);
        let head_named = WordHash::of(&head_word);
        let place = whereabouts(tokens);
        let placed = |party: &Party| [" in ", " at ", " of "].iter().any(|joint| party.name.contains(joint));
        let local = head.and_then(|head| called(lexicon, tokens, head));
        let elsewhere = |party: &Party| {
            let other = local.is_some_and(|name| party.name.contains(' ') && !party.name.contains(name));
            other || place.is_some_and(|place| placed(party) && !party.name.contains(place))
        };
        let fits = |party: &Party| own.iter().all(|word| party.words.contains(word)) && !elsewhere(party);
        let kind = if is(List::Paper) { PartyKind::Document } else { PartyKind::Organisation };
        if let Some(known) = self.last(|party| party.kind == kind && party.words.contains(&head_named) && fits(party)) {
            return known;
        }
        // "The company" may be Lorvik Copper, but no union and no ministry.
        let business = is_business(head_named);
        let other = |&word: &WordHash| {
            lexicon.is(lexicon.word_of(word), List::Body) && (!is_any_body(word) || is_business(word) != business)
        };
        let any =
            |party: &Party| party.kind == PartyKind::Organisation && !party.medium && !party.words.iter().any(other);
        let last = || self.stranger(PartyKind::Organisation, None).or_else(|| self.last(any));
        if let Some(body) = (tokens.len() <= 2 && is_any_body(head_named)).then(last).flatten() {
            return body;
        }
        if let Some(doer) = is_trade(&head_word).then(|| subject(sentence, phrase)).flatten() {
            return self.body(lexicon, &doer, false);
        }
        if let Some(body) = is_any_body(head_named).then(|| beside(sentence, phrase)).flatten() {
            return self.body(lexicon, &body, false);
        }
        let person = holds_a_post(lexicon, tokens)
            || head
                .is_some_and(|head| lexicon.noun(head.word).and_then(|noun| noun.class.as_deref()) == Some("person"));
        let kind = if person && kind == PartyKind::Organisation && !is(List::Body) { PartyKind::Person } else { kind };
        let id = text.to_lowercase().into();
        let words = own.into_iter().chain(std::iter::once(head_named)).collect();
        Arc::new(Party { id, words, spaces: spaces(&text), name: text.into(), kind, medium, ..Party::default() })
    }
}

/// Whether a phrase for a body has no word before its noun that the party is not called by: "the health ministry" is no
/// interior ministry.
pub(super) fn fits(sentence: Tokens<'_>, phrase: &Range<usize>, party: &Party) -> bool {
    let tokens = &sentence.from(phrase.start).rest()[..phrase.len()];
    let head = head_of(&sentence, tokens).filter(|head| sentence.lexicon().is(head.word, List::Body));
    head.is_none() || modifiers(&sentence, tokens, head).iter().all(|word| party.words.contains(word))
}

/// The nouns and names in front of a head, which tell one body from another: "health" of "the health ministry".
fn modifiers(sentence: &Tokens<'_>, tokens: &[Token], head: Option<&Token>) -> Vec<WordHash> {
    let lexicon = sentence.lexicon();
    let front = tokens.iter().take_while(|token| head.is_some_and(|head| token.span.start < head.span.start));
    // There is one foreign ministry, but a local council may be the council.
    let office = head.is_some_and(|head| ["ministry", "department"].contains(&head.letters));
    let tells = |token: &Token| {
        let adjective = !office && lexicon.is(token.word, List::Adjective);
        let plain = lexicon.is_frame(token.word) || adjective || lexicon.is(token.word, List::Adverb);
        token.shape == Shape::Lower && !plain && lexicon.place_names.at(std::slice::from_ref(token)).is_none()
    };
    let front: Vec<&Token> = front.collect();
    let article = front.iter().rposition(|token| lexicon.is(token.word, List::Determiner)).map_or(0, |at| at + 1);
    front[article..].iter().copied().filter(|token| tells(token)).map(|token| WordHash::of(token.letters)).collect()
}

/// Whether a phrase ends with the post that somebody holds: "the fire chief", "the school principal".
fn holds_a_post(lexicon: &Lexicon, tokens: &[Token]) -> bool {
    let last = tokens.len().checked_sub(1).and_then(|last| lexicon.title_phrases.at(&tokens[last..]));
    last.is_some_and(|(_, &entry)| lexicon.titles()[entry].is_post())
}

/// Nouns that may stand for a business of any kind.
static BUSINESSES: LazyLock<[WordHash; 3]> = LazyLock::new(|| ["company", "group", "firm"].map(WordHash::of));

/// Nouns that may stand for any other body.
static BODIES: LazyLock<[WordHash; 5]> =
    LazyLock::new(|| ["agency", "organisation", "organization", "body", "authority"].map(WordHash::of));

/// Whether a noun may stand for a body of any kind: "the company", "the agency".
pub(super) fn is_any_body(word: WordHash) -> bool {
    is_business(word) || BODIES.contains(&word)
}

/// Whether it is a business that the noun stands for: no "company" is an agency.
fn is_business(word: WordHash) -> bool {
    BUSINESSES.contains(&word)
}

/// The only body that a sentence names in front of a phrase.
fn subject<'t>(sentence: Tokens<'t>, phrase: &Range<usize>) -> Option<Name<'t>> {
    let is_body = |name: &Name<'_>| !name.is_person && !name.is_place && !is_scene(sentence, name);
    let mut bodies = names(sentence, 0..phrase.start).filter(is_body);
    let only = bodies.next()?;
    bodies.next().is_none().then_some(only)
}

/// The body that a phrase takes up at once: "were treated at the Hospices de Lorvik, the hospital group said".
fn beside<'t>(sentence: Tokens<'t>, phrase: &Range<usize>) -> Option<Name<'t>> {
    let comma = phrase.start.checked_sub(1).filter(|&at| sentence.from(at).letters() == ",")?;
    let the = sentence.from(phrase.start).letters() == "the";
    let last =
        names(sentence, 0..comma).last().filter(|name| the && name.tokens.end == comma && name.tokens.len() > 1)?;
    (!last.is_person && !last.is_place && !is_scene(sentence, &last)).then_some(last)
}

/// Whether something is only told to be in or near what bears a name: "in Tarrow National Park".
fn is_scene(sentence: Tokens<'_>, name: &Name<'_>) -> bool {
    #[rustfmt::skip]
    const PLACING: [&str; 10] = ["in", "to", "near", "on", "off", "around", "outside", "across", "through", "over"];
    let before = |back: usize| sentence.from(name.tokens.start).back(back).map_or("", |token| token.letters);
    let near = if before(1).eq_ignore_ascii_case("the") { before(2) } else { before(1) };
    let body = name.party.is_some() || name.tokens.clone().any(|at| sentence.from(at).is(List::Body));
    !body && PLACING.iter().any(|word| near.eq_ignore_ascii_case(word))
}

/// The body whose paper a phrase tells of: "the board" of "the board's log of the gale" and of "data released on Monday by
/// the board".
fn owner_of_paper(sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Range<usize>> {
    author_of_paper(sentence, phrase).or_else(|| possessor_of_paper(sentence, phrase))
}

/// `data from the board`, `a report published on Monday by the board`; but "a report seen by the board" is another's.
fn author_of_paper(sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Range<usize>> {
    const READ: [&str; 8] = ["seen", "obtained", "reviewed", "read", "quoted", "cited", "commissioned", "funded"];
    let lexicon = sentence.lexicon();
    let framed = |at: usize| sentence.from(at).is(List::Preposition) || sentence.from(at).letters() == ",";
    let by = phrase.clone().find(|&at| matches!(sentence.from(at).letters(), "by" | "from"))?;
    let paper = phrase.clone().take(by - phrase.start).any(|at| sentence.from(at).is(List::Paper));
    let read = READ.contains(&sentence.from(by - usize::from(by > phrase.start)).letters());
    let end = (by + 1..phrase.end).find(|&at| framed(at)).unwrap_or(phrase.end);
    let head = (by + 1..end).next_back().map(|at| sentence.from(at))?;
    let the = sentence.from(by + 1).letters() == "the" || lexicon.is(head.peek()?.word, List::Unnamed);
    (paper && !read && the && head.is(List::Body)).then_some(by + 1..end)
}

/// `the board's log of the gale`
fn possessor_of_paper(sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Range<usize>> {
    let end =
        phrase.clone().find(|&at| sentence.from(at).peek().is_some_and(|token| token.shape == Shape::Possessive))?;
    let body = end > phrase.start && sentence.from(end - 1).is(List::Body);
    let behind = &sentence.rest()[end + 1..phrase.end];
    let head = head_of(&sentence, behind).filter(|head| sentence.lexicon().is(head.word, List::Paper));
    (body && head.is_some()).then_some(phrase.start..end)
}

/// The name of where a described party is: the Korvan of "the hospital in Korvan".
fn whereabouts<'a>(tokens: &'a [Token<'a>]) -> Option<&'a str> {
    let joint = tokens.iter().position(|token| matches!(token.letters, "in" | "at" | "of"))?;
    tokens.get(joint + 1).filter(|token| token.is_capitalised()).map(|token| token.letters)
}

/// The last name in front of a described party's head, of which each place has its own: the Korvan of "Korvan district
/// police", and of "police in Korvan", for they are hardly ever the same as elsewhere.
fn called<'a>(lexicon: &Lexicon, tokens: &'a [Token<'a>], head: &Token) -> Option<&'a str> {
    let plain = |token: &Token| {
        lexicon.is_frame(token.word) || lexicon.is_any(token.word, &[List::Adjective, List::Adverb, List::Body])
    };
    let anywhere = Source::is_local_office(&lemma(lexicon, head).0);
    let local = anywhere || lexicon.local_bodies.at(std::slice::from_ref(head)).is_some();
    let front = |token: &&Token| local && (anywhere || token.span.start < head.span.start);
    tokens.iter().filter(front).rfind(|token| token.is_capitalised() && !plain(token)).map(|token| token.letters)
}

/// The head of a described party: the last noun before a preposition or mark.
fn head_of<'a>(sentence: &Tokens<'_>, tokens: &'a [Token<'a>]) -> Option<&'a Token<'a>> {
    let lexicon = sentence.lexicon();
    // "The pilots' union".
    let is_mark = |token: &Token| token.shape == Shape::Mark && !matches!(token.letters, "'" | "’");
    let end = tokens
        .iter()
        .skip(1)
        .position(|token| lexicon.is(token.word, List::Preposition) || is_mark(token))
        .map_or(tokens.len(), |at| at + 1);
    // "A report released on Monday".
    let head = tokens[..end].iter().rev().find(|token| token.is_word());
    let paper = tokens[..end].iter().rev().find(|token| lexicon.is(token.word, List::Paper));
    let told = |token: &&Token| lexicon.is_only_verb(token.word);
    paper.filter(|_| head.is_some_and(|head| told(&head))).or(head)
}

/// The words of a phrase on one line, without its article, up to a comma or to what the party was doing: "officers working at night".
fn plain_text(sentence: &Tokens<'_>, tokens: &[Token]) -> String {
    let lexicon = sentence.lexicon();
    let tokens = match tokens {
        [first, rest @ ..] if lexicon.is(first.word, List::Determiner) && !rest.is_empty() => rest,
        all => all,
    };
    let ends = |(at, token): (usize, &Token)| {
        let letters = token.letters;
        let day = tokens.get(at + 1).is_some_and(|next| !lexicon.calendar(next.word).is_empty());
        letters == ","
            || at > 0 && ["on", "in", "last"].contains(&letters) && day
            || at > 0 && letters == "to"
            || at > 0 && letters.ends_with("ing") && lexicon.verb(token.word).is_some_and(|verb| verb != letters)
    };
    let end = tokens.iter().enumerate().position(ends).unwrap_or(tokens.len());
    // "The plan published", "the plan for", behind which a date stood; "the court here".
    let open = |token: &Token| {
        let participle = token.letters.ends_with("ed") && lexicon.verb(token.word).is_some();
        let framed = lexicon.is(token.word, List::Preposition) || token.letters == "here";
        framed || participle && lexicon.noun(token.word).is_none()
    };
    let end = tokens[..end].iter().rposition(|token| !open(token)).map_or(end, |last| last + 1);
    match (tokens.first(), tokens[..end].last()) {
        (Some(first), Some(last)) => one_line(first.span.to(last.span).of(sentence.text())).into_owned(),
        _ => String::new(),
    }
}
