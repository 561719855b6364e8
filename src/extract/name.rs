//! Names in a noun phrase: of people with their titles, and of bodies.

use super::trade::is_trade;
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List, Starts};
use crate::text::{Shape, Token, WordId, one_line};
use std::borrow::Cow;
use std::iter;
use std::ops::Range;

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
    let fits = tokens.end <= end && !is_called_otherwise(here, party) && !is_of_longer_name(here.from(tokens.end));
    fits.then_some(Name { text, tokens, is_person: false, is_place: false, gender: None, party: Some(party) })
}

/// Whether a name goes on behind that of a body, and so is another's: "the Met Service", "the Velmar Foundation".
fn is_of_longer_name(behind: Tokens<'_>) -> bool {
    const KINDS: [&str; 11] = [
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

/// Where a run of capitalised words ends, with the small words that join them ("of", "and", "for", "de", "al").
fn run_end(here: Tokens<'_>, limit: usize) -> usize {
    let capital = |token: Option<&Token>| token.is_some_and(Token::is_capitalised);
    // "The institute on Friday", "Friday the institute": a day joins nothing.
    let dated = |token: Option<&Token>| token.is_some_and(|token| !here.lexicon().calendar(token.word).is_empty());
    let starts = here.peek().is_some_and(|token| {
        // "IF Metal" is a union.
        let acronym = token.shape == Shape::Upper && here.nth(1).is_some_and(|next| next.shape == Shape::Title);
        let frame = [List::Determiner, List::Preposition, List::Conjunction];
        token.is_capitalised()
            && (acronym || !here.lexicon().is_any(token.word, &frame))
            && !is_only_verb(here.lexicon(), token)
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

/// Whether a word in a headline's capitals is a verb and nothing else: "Says".
fn is_only_verb(lexicon: &Lexicon, token: &Token) -> bool {
    let form = lexicon.verb(token.word).is_some() && token.span.len() > 3;
    let name = [List::FirstNameHe, List::FirstNameShe, List::Body];
    form && lexicon.noun(token.word).is_none() && !lexicon.is_any(token.word, &name)
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
    let trade = |token: &Token| token.shape == Shape::Lower && is_trade(token.letters);
    here.nth(1).is_some_and(trade) && here.nth(2).is_some_and(Token::is_capitalised)
}

/// Whether a word tells what a body sees to, and people or a body of it come next: "Health officials", "Customs officers".
fn is_field(here: Tokens<'_>) -> bool {
    let people =
        |token: &Token| token.shape == Shape::Lower && here.lexicon().is_any(token.word, &[List::Body, List::Unnamed]);
    here.nth(1).is_some_and(people) && here.lexicon().fields.at(here.rest()).is_some()
}

/// Whether a sentence may hold a title. Most do not, and need no search.
fn may_hold_title(sentence: Tokens<'_>) -> bool {
    sentence.may_hold(Starts::SPEAKER)
}

/// The end of the titles that a run begins with ("Major General", "Interior Minister"), and the gender that they tell.
fn title_end(sentence: Tokens<'_>, run: &Range<usize>) -> Option<(usize, Option<char>)> {
    if !may_hold_title(sentence) {
        return None;
    }
    let lexicon = sentence.lexicon();
    let mut titles = run.clone().rev().filter_map(|at| {
        let here = sentence.from(at);
        let (len, &entry) = lexicon.title_phrases.at(here.rest())?;
        let stop = usize::from(sentence.from(at + len).letters() == ".");
        Some((at + len + stop, lexicon.titles()[entry].gender.as_deref().and_then(|gender| gender.chars().next())))
    });
    titles.find(|(end, _)| *end <= run.end)
}

/// Whether a title stands just before the run or in an apposition behind it: "spokesman Ali Bey", "Ana Ruiz, a doctor".
fn title_beside(sentence: Tokens<'_>, run: &Range<usize>) -> bool {
    if !may_hold_title(sentence) {
        return false;
    }
    let lexicon = sentence.lexicon();
    let title = |at: usize| lexicon.title_phrases.at(sentence.from(at).rest()).is_some();
    let comma = run.start > 1 && sentence.from(run.start - 1).letters() == ",";
    let before = run.start > 0 && title(run.start - 1 - usize::from(comma));
    let apposed =
        sentence.from(run.end).letters() == "," && (run.end + 1..(run.end + 8).min(sentence.rest().len())).any(title);
    before || apposed
}

/// Whether an age or "who" behind a comma tells a human being: "Vora Inskel, 56,", "Vora Inskel, who".
fn is_introduced(sentence: Tokens<'_>, run: &Range<usize>) -> bool {
    let behind = sentence.from(run.end);
    let age = behind.nth(1).is_some_and(|token| token.shape == Shape::Number && token.span.len() == 2);
    behind.letters() == "," && (behind.letters_at(1) == "who" || (age && behind.letters_at(2) == ","))
}

/// Whether a word is a man's or a woman's first name.
pub(super) fn first_name_gender(lexicon: &Lexicon, token: &Token) -> Option<char> {
    let he = lexicon.is(token.word, List::FirstNameHe);
    let she = lexicon.is(token.word, List::FirstNameShe);
    match (he, she) {
        (true, false) => Some('m'),
        (false, true) => Some('f'),
        _ => None,
    }
}

/// Whether a phrase holds an office, a rank or a spokesman, rather than a role of one's own: then whom it names speaks
/// for a body.
pub(super) fn speaks_for_a_body(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let lexicon = sentence.lexicon();
    may_hold_title(sentence)
        && phrase.clone().any(|at| {
            let here = sentence.from(at);
            let title = lexicon.title_phrases.at(here.rest());
            title.is_some_and(|(_, &entry)| matches!(&*lexicon.titles()[entry].kind, "office" | "rank" | "spokesman"))
        })
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
            ("the Perrow General Hospital spoke", "Perrow General Hospital"),
            ("the union IF Metal spoke", "IF Metal"),
            ("the Met Service spoke", "Met Service"),
            ("the Centre of Ice Physics spoke", "Centre of Ice Physics"),
            ("crews waited", ""),
            ("Health officials spoke", ""),
            ("Clothing chain Velmar spoke", "Velmar"),
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
