//! Bodies that somebody speaks for, whom only their post tells.

use super::local::is_territory;
use super::{Party, Register, tells_trade, words};
use crate::claim::PartyKind;
use crate::extract::name::{Name, names};
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List};
use crate::text::{Shape, Span, Token, WordHash};
use std::ops::Range;
use std::sync::Arc;

impl Register {
    /// The body that somebody speaks for whom only their post beside it tells: "its head, Ana Ruiz", "a spokeswoman".
    pub(super) fn spoken_for(&mut self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Arc<Party>> {
        let first = sentence.from(phrase.start).letters();
        let its = ["its", "their"].iter().any(|own| first.eq_ignore_ascii_case(own));
        let posts: Vec<_> = posts(sentence, phrase).collect();
        let post = posts.iter().any(|kind| matches!(*kind, "office" | "rank"));
        let speaks = posts.contains(&"spokesman") || (its && post);
        let named = || names(sentence, phrase.clone()).collect::<Vec<_>>();
        let named = (speaks || post && leads(sentence, phrase)).then(named)?;
        if named.iter().any(|name| !name.is_person && !name.is_place) {
            return None;
        }
        let told = self.spoken_of(sentence, phrase).or_else(|| self.owner(sentence, phrase));
        let told = told.or_else(|| self.posted(sentence, phrase).filter(|_| speaks));
        if !speaks && told.is_none() {
            return None;
        }
        let told = told.or_else(|| self.introduced(sentence, phrase.start).filter(|_| its));
        let body = told.or_else(|| self.last(|party| party.kind == PartyKind::Organisation && !party.medium))?;
        Some(self.spoken_by(&body, named.iter().find(|name| name.is_person)))
    }

    /// The body without a name that a phrase says somebody speaks for: "a spokesman for the army".
    fn spoken_of(&mut self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Arc<Party>> {
        let owner = |at: usize| sentence.from(at + 1).peek().is_some_and(|next| next.shape == Shape::Possessive);
        let body = phrase.clone().find(|&at| sentence.from(at).is(List::Body) && !owner(at))?;
        let joint =
            (phrase.start..body).rev().find(|&at| ["for", "of", "from"].contains(&sentence.from(at).letters()))?;
        let plain =
            (joint + 1..=body).all(|at| sentence.from(at).peek().is_some_and(|token| token.shape == Shape::Lower));
        plain.then(|| self.described(sentence, &(joint + 1..body + 1)))
    }

    /// The body without a name whose post somebody has: "police spokesman Jon Ede", "a fire service spokeswoman".
    fn posted(&mut self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Arc<Party>> {
        let is_post = |at: &usize| sentence.from(*at).letters().starts_with("spokes");
        let post = phrase.clone().find(is_post)?;
        let start = phrase.start + usize::from(sentence.from(phrase.start).is(List::Determiner));
        let body = start..post;
        let last = post.checked_sub(1).filter(|at| body.contains(at))?;
        let small = |at: usize| at == 0 || sentence.from(at).peek().is_some_and(|token| token.shape == Shape::Lower);
        let headed = sentence.from(last).is(List::Body) && !is_territory(sentence.from(last).letters());
        (headed && body.clone().all(small)).then(|| self.described(sentence, &body))
    }

    /// The body without a name whose somebody a phrase says that they are: "the opposition's health spokesman".
    fn owner(&mut self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Arc<Party>> {
        let shape = |at: usize| sentence.from(at).peek().map(|token| token.shape);
        let end = phrase.clone().find(|&at| shape(at) == Some(Shape::Possessive))?;
        let article = |at: &usize| sentence.from(*at).letters().eq_ignore_ascii_case("the");
        let start = (phrase.start..end).rfind(article)?;
        let plain = end > start + 1 && (start + 1..end).all(|at| shape(at) == Some(Shape::Lower));
        // "The city's police spokesman" speaks for the police.
        let body = (end..phrase.end).find(|&at| sentence.from(at).is(List::Body));
        plain.then(|| self.described(sentence, &(start..body.map_or(end, |at| at + 1))))
    }

    /// The body that the sentence introduces in front of a place by what it is: "cost the operator, Arport, 40 francs, its
    /// head said".
    fn introduced(&self, sentence: Tokens<'_>, end: usize) -> Option<Arc<Party>> {
        let introduced = |name: &Name<'_>| {
            let comma = name
                .tokens
                .start
                .checked_sub(2)
                .filter(|_| sentence.from(name.tokens.start).back(1).is_some_and(|back| back.letters == ","));
            let told = comma.or_else(|| name.tokens.start.checked_sub(1));
            told.is_some_and(|at| tells_trade(sentence.from(at)))
        };
        let name =
            names(sentence, 0..end).filter(|name| !name.is_person && !name.is_place && introduced(name)).last()?;
        Some(self.body(sentence.lexicon(), &name, false))
    }

    /// A body with the person who speaks for it, who may have no name.
    pub(super) fn spoken_by(&self, body: &Party, person: Option<&Name>) -> Arc<Party> {
        let gender = person.and_then(|name| name.gender);
        let person = person.map(|name| self.full_name(&name.text).into());
        Arc::new(Party { voiced: person.is_none(), person, gender, ..body.clone() })
    }

    /// The ministry of a minister: "Arland's Interior Minister Ana Ruiz" speaks for the Interior Ministry.
    pub(super) fn minister(&self, sentence: Tokens<'_>, phrase: &Range<usize>, person: &Name) -> Option<Arc<Party>> {
        let at = phrase.clone().find(|&at| sentence.from(at).letters().eq_ignore_ascii_case("minister"))?;
        let field = at.checked_sub(1).filter(|before| phrase.contains(before));
        let field = field
            .map(|at| sentence.from(at))
            .filter(|here| here.is(List::Determiner) || here.peek().is_some_and(Token::is_word));
        let field =
            field.map(|here| here.letters().to_lowercase()).filter(|field| field != "the" && field != "prime")?;
        let title = [WordHash::of("ministry"), WordHash::of(&field)];
        let named = |party: &Party| title.iter().all(|word| party.words.contains(word));
        let known = || self.last(|party| party.kind == PartyKind::Organisation && named(party));
        let country = self.country.as_deref().into_iter().chain(country_in(sentence, phrase));
        let entry = country.last().and_then(|country| ministry(sentence.lexicon(), country, &field));
        let party = entry.map(Arc::new).or_else(known)?;
        Some(self.spoken_by(&party, Some(person)))
    }
}

/// The kinds of the posts that a phrase names.
fn posts<'t>(sentence: Tokens<'t>, phrase: &Range<usize>) -> impl Iterator<Item = &'t str> {
    phrase.clone().filter_map(move |at| {
        let here = sentence.from(at);
        let (_, &entry) = here.lexicon().title_phrases.at(here.rest())?;
        Some(&*here.lexicon().titles()[entry].kind)
    })
}

/// Whether a phrase tells of the one who heads a body without a name: "the head of the fire service", "Ana Ruiz, the port
/// authority's chief", but no "director of the board" among others, and no "mayor of the town".
fn leads(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let any = |at: usize| ["a", "an"].iter().any(|article| sentence.from(at).letters().eq_ignore_ascii_case(article));
    let body = |at: usize| sentence.from(at).is(List::Body) && !is_territory(sentence.from(at).letters());
    !phrase.clone().any(any) && phrase.clone().any(body)
}

/// The country whose minister a phrase names: "Arland's Interior Minister".
fn country_in<'a>(sentence: Tokens<'a>, phrase: &Range<usize>) -> Option<&'a str> {
    let lexicon = sentence.lexicon();
    phrase.clone().find_map(|at| {
        let here = sentence.from(at);
        lexicon.place_names.at(here.rest()).map(|(_, name)| &*lexicon.places()[name.place].name)
    })
}

/// The ministry of a field that the lexicon knows in a country.
fn ministry(lexicon: &Lexicon, country: &str, field: &str) -> Option<Party> {
    let capital = field.chars().next()?.to_uppercase();
    let name = format!("{country}'s {capital}{} Ministry", field.get(1..)?);
    let mut tokens = Vec::new();
    lexicon.tokenize(&name, Span::new(0, name.len()), &mut tokens);
    let (_, &at) = lexicon.party_names.at(&tokens).filter(|(len, _)| *len == tokens.len())?;
    let entry = &lexicon.parties()[at];
    Some(Party { words: words(&name), ..Party::body(entry.id.clone(), entry.name.clone()) })
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::sourced;

    #[test]
    fn whose_head_speaks() {
        for (text, expected) in [
            (
                "The head of the fire service said 40 sank. She said nine did not.",
                "40 < fire service | nine < fire service",
            ),
            ("The union's leader said 40 left. He said nine did not.", "40 < union | nine < union"),
            ("Ana Ruiz, the port authority's chief, said 40 left.", "40 < port authority"),
            (
                "Ana Ruiz, head of the fire service, said 40 left. Ruiz said nine did.",
                "40 < fire service | nine < fire service",
            ),
            ("The government's chief scientist, Ana Ruiz, said 40 left.", "40 < government"),
            ("The head of the town's fire service said 40 left.", "40 < town's fire service"),
            ("The mayor of the town said 40 left.", "40 < mayor of the town"),
            ("The town's mayor, Ana Ruiz, said 40 left.", "40 < Ana Ruiz"),
            ("A director of the board said 40 left.", "40 < director of the board"),
            ("Ana Ruiz, a councillor for the party, said 40 left.", "40 < Ana Ruiz"),
            ("The union's lawyer, Ana Ruiz, said 40 left.", "40 < Ana Ruiz"),
        ] {
            assert_eq!(sourced(text), expected, "{text}");
        }
    }
}
