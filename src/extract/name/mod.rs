//! Names in a noun phrase: of people with their titles, and of bodies.

mod run;
mod title;

pub(super) use title::{first_name_gender, speaks_for_a_body};

use super::trade::is_trade;
use crate::grammar::Tokens;
use crate::lexicon::{List, Starts};
use crate::text::{Shape, Token, one_line};
use run::run_end;
use std::borrow::Cow;
use std::iter;
use std::ops::Range;
use title::{is_introduced, title_beside, title_end};

/// A name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name<'t> {
    /// The name without title or article, on one line wherever the draft breaks it.
    pub(super) text: Cow<'t, str>,
    /// Its tokens in the sentence.
    pub(super) tokens: Range<usize>,
    /// Whether it is a human being's.
    pub(super) is_person: bool,
    /// Whether it is a place and nothing more.
    pub(super) is_place: bool,
    /// `m` or `f`, where title or first name tell.
    pub(super) gender: Option<char>,
    /// Its place among the lexicon's bodies.
    pub(super) party: Option<usize>,
}

/// The names under a range of a sentence's tokens, in order.
pub(super) fn names(sentence: Tokens<'_>, phrase: Range<usize>) -> impl Iterator<Item = Name<'_>> {
    let mut at = phrase.start;
    iter::from_fn(move || {
        while let Some(here) = next_beginning(sentence, at..phrase.end) {
            let (found, end) = read(here, phrase.end);
            at = end;
            if found.is_some() {
                return found;
            }
        }
        None
    })
}

/// The first place of a range at which a name may begin.
fn next_beginning(sentence: Tokens<'_>, range: Range<usize>) -> Option<Tokens<'_>> {
    sentence.from(range.start).next(Starts::NAME).filter(|here| here.at() < range.end)
}

/// The name at a place, where there is one, and the place behind what was read.
fn read(here: Tokens<'_>, limit: usize) -> (Option<Name<'_>>, usize) {
    if let Some(body) = known_body(here, limit) {
        let end = body.tokens.end;
        return (Some(body), end);
    }
    match run_end(here, limit) {
        _ if counts_people_of(here) => (None, here.at() + 1),
        end if end > here.at() => (name(here.from(0), here.at()..end), end),
        _ => (None, here.at() + 1),
    }
}

/// `Members of the Harbour Union` at the start of a sentence, where the first word has its capital from there.
fn counts_people_of(here: Tokens<'_>) -> bool {
    let lexicon = here.lexicon();
    let people = |token: &Token| {
        let person = lexicon.noun(token.word).is_some_and(|noun| noun.class.as_deref() == Some("person"));
        (person || lexicon.is(token.word, List::Unnamed)) && token.letters.ends_with('s')
    };
    here.at() == 0 && here.letters_at(1) == "of" && here.peek().is_some_and(people)
}

/// A body that the lexicon names at the place.
fn known_body(here: Tokens<'_>, end: usize) -> Option<Name<'_>> {
    let (len, &party) = here.lexicon().party_names.at(here.rest())?;
    let tokens = here.at()..here.at() + len;
    let text = one_line(here.span_to(&here.from(tokens.end)).of(here.text()));
    // "The Velmar-run clinic".
    let half = is_half_word(here.from(0), &(tokens.end - 1..tokens.end));
    let fits =
        tokens.end <= end && !half && !is_called_otherwise(here, party) && !is_of_longer_name(here.from(tokens.end));
    fits.then_some(Name { text, tokens, is_person: false, is_place: false, gender: None, party: Some(party) })
}

/// Whether a name goes on behind that of a body, and so is another's: "the Met Service", "the Velmar Foundation".
fn is_of_longer_name(behind: Tokens<'_>) -> bool {
    const KINDS: [&str; 12] = [
        "weather",
        "Office",
        "Service",
        "Foundation",
        "Institute",
        "Trust",
        "Association",
        "Society",
        "Union",
        "Federation",
        "Alliance",
        "Institution",
    ];
    KINDS.contains(&behind.letters())
}

/// Whether the word beside tells of another body than the one that the lexicon knows by the letters: "the union ADL", "the
/// ADL federation".
fn is_called_otherwise(here: Tokens<'_>, party: usize) -> bool {
    const KINDS: [&str; 10] =
        ["union", "party", "club", "hospital", "school", "university", "federation", "charity", "company", "alliance"];
    let kinds = [here.back(1).map_or("", |back| back.letters), here.letters_at(1)];
    let acronym = here.peek().is_some_and(|token| token.shape == Shape::Upper);
    let kind = kinds.into_iter().find(|kind| KINDS.contains(kind));
    acronym && kind.is_some_and(|kind| !here.lexicon().parties()[party].name.to_lowercase().contains(kind))
}

/// What a run of capitalised words names.
fn name(sentence: Tokens<'_>, run: Range<usize>) -> Option<Name<'_>> {
    let lexicon = sentence.lexicon();
    if is_half_word(sentence, &run) {
        return None;
    }
    // "Perrow General Hospital" is no general's.
    let of_body =
        |&(end, _): &(usize, _)| sentence.rest()[end..run.end].iter().any(|word| lexicon.is(word.word, List::Body));
    let titled = title_end(sentence, &run).filter(|title| !of_body(title));
    let start = titled.map_or(run.start, |(end, _)| end);
    let start = if start == run.end { run.start } else { start };
    let run = if start == run.start { start + usize::from(opens_with_trade(sentence, &run))..run.end } else { run };
    let start = start.max(run.start);
    let tokens = start..run.end;
    let words = &sentence.from(start).rest()[..tokens.len()];
    if is_common(sentence, &tokens) {
        return None;
    }
    let text = one_line(sentence.from(start).span_to(&sentence.from(run.end)).of(sentence.text()));
    let is_place = is_place(sentence, &tokens);
    let title_gender = titled.and_then(|(_, gender)| gender);
    let first = words.first()?;
    let gender = title_gender.or_else(|| first_name_gender(lexicon, first));
    let has_title = || start > run.start || title_beside(sentence, &run);
    let body_word = || words.iter().any(|word| lexicon.is(word.word, List::Body) || lexicon.is(word.word, List::Paper));
    let plain = (1..=4).contains(&words.len())
        && words.iter().all(|word| matches!(word.shape, Shape::Title | Shape::Mixed | Shape::Mark));
    let told = || gender.is_some() || has_title() || is_introduced(sentence, &run);
    let is_person = !is_place && plain && !body_word() && told();
    Some(Name { text, tokens, is_person, is_place, gender, party: None })
}

/// `Airline Norda` at the start of a sentence, where every word has a capital.
fn opens_with_trade(sentence: Tokens<'_>, run: &Range<usize>) -> bool {
    let opens = run.len() > 1 && sentence.from(run.start).back(1).is_none_or(|back| back.shape == Shape::Mark);
    opens && is_trade(sentence.from(run.start).letters())
}

/// Whether a run is the first half of a word that goes on in small letters: "Metal-workers", "Inter-agency".
fn is_half_word(sentence: Tokens<'_>, run: &Range<usize>) -> bool {
    let behind = sentence.from(run.end);
    let glued = |ahead: usize| behind.nth(ahead).is_some_and(|token| token.glued);
    let lower = behind.nth(1).is_some_and(|token| token.shape == Shape::Lower);
    run.len() == 1 && behind.letters() == "-" && glued(0) && glued(1) && lower
}

/// Whether a capital comes from the sentence's start or the calendar: "Crews", "There", "Eleven", "Saturday".
fn is_common(sentence: Tokens<'_>, tokens: &Range<usize>) -> bool {
    let lexicon = sentence.lexicon();
    let words = &sentence.rest()[tokens.clone()];
    let dated =
        words.iter().all(|word| !lexicon.calendar(word.word).is_empty() || lexicon.numeral(word.word).is_some());
    let [only] = words else { return dated };
    let first = tokens.start == 0 || sentence.from(tokens.start).back(1).is_some_and(|back| back.shape == Shape::Mark);
    let known = lexicon.noun(only.word).is_some()
        || lexicon.is(only.word, List::Adjective)
        || lexicon.verb(only.word).is_some()
        || lexicon.is_frame(only.word)
        || lexicon.is_any(only.word, &[List::Adverb, List::Opener]);
    let told = || is_field(sentence.from(tokens.start)) || is_of_trade(sentence.from(tokens.start));
    dated || first && only.shape == Shape::Title && (known || told())
}

/// Whether a word tells what a firm deals in, whose name comes next: "Clothing chain Velmar", "Grid operator Norda".
fn is_of_trade(here: Tokens<'_>) -> bool {
    let body = |token: &Token| is_trade(token.letters) || here.lexicon().is(token.word, List::Body);
    let trade = |token: &Token| token.shape == Shape::Lower && body(token);
    here.nth(1).is_some_and(trade) && here.nth(2).is_some_and(Token::is_capitalised)
}

/// Whether a word tells what a body sees to, and people or a body of it come next: "Health officials", "Customs officers".
fn is_field(here: Tokens<'_>) -> bool {
    let people =
        |token: &Token| token.shape == Shape::Lower && here.lexicon().is_any(token.word, &[List::Body, List::Unnamed]);
    here.nth(1).is_some_and(people) && here.lexicon().fields.at(here.rest()).is_some()
}

fn is_place(sentence: Tokens<'_>, tokens: &Range<usize>) -> bool {
    let here = sentence.from(tokens.start);
    here.lexicon().place_names.at(here.rest()).is_some_and(|(len, _)| len == tokens.len())
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::grammar::Words;

    #[test]
    fn where_names_begin_and_end() {
        for (text, wanted) in [
            ("the mayor of Tarrow Vale spoke", "Tarrow Vale"),
            ("the Bank of Tarrow and Upton spoke", "Bank of Tarrow and Upton"),
            ("the Syndicat des bateliers du Vorr spoke", "Syndicat des bateliers du Vorr"),
            ("the Bund der Schleusen spoke", "Bund der Schleusen"),
            ("the Zorvel Institute on Friday spoke", "Zorvel Institute"),
            ("Dr Ruta Halm of the Harbour Board spoke", "Ruta Halm; Harbour Board"),
            ("Anna Halm and Peter Orr spoke", "Anna Halm; Peter Orr"),
            ("the Victoria Board of Trade spoke", "Victoria Board of Trade"),
            ("Metal-workers waited", ""),
            ("the UNHCR-run clinic spoke", ""),
            ("the Labour Ministry spoke", "Labour Ministry"),
            ("the Perrow General Hospital spoke", "Perrow General Hospital"),
            ("the union IF Metal spoke", "IF Metal"),
            ("the Met Service spoke", "Met Service"),
            ("the Met weather service spoke", "Met"),
            ("the Centre of Ice Physics spoke", "Centre of Ice Physics"),
            ("crews waited", ""),
            ("Health officials spoke", ""),
            ("Clothing chain Velmar spoke", "Velmar"),
            ("Rights group Free Voice spoke", "Free Voice"),
            ("Operator Velmar spoke", "Velmar"),
            ("Velmar officials spoke", "Velmar"),
            ("Health spoke", "Health"),
        ] {
            let words = Words::of(text);
            let sentence = words.whole(text);
            let found: Vec<_> = names(sentence.tokens(), 0..words.tokens().len()).map(|name| name.text).collect();
            assert_eq!(found.join("; "), wanted, "{text}");
        }
    }
}
