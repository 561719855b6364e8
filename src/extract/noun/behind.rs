//! The noun phrase behind a quantity.
//!
//! | text | noun | head |
//! |---|---|---|
//! | `2,500 Russian nationals have` | Russian nationals | national |
//! | `three of the four bridges` | bridges | bridge |
//! | `52% of treated water` | treated water | water |
//! | `12 more people` | people | person |
//! | `40 metres wide` | none | |

use super::several::with_all_kinds;
use super::told::is_told;
use super::{compound, lead, time};
use crate::claim::{Decimal, Stated, Unit};
use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::List;
use crate::text::{Shape, Token, WordId};
use std::ops::Range;

/// How many tokens a counted noun phrase may take.
const LONGEST: usize = 7;

/// What the number in front says of the phrase: more than one thing is in the plural.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    Several,
    Unknown,
}

/// The phrase behind a quantity.
pub(super) fn counted(tokens: Tokens<'_>, piece: &QuantityPiece) -> Range<usize> {
    let counts = match piece.stated {
        Stated::Point(value) if value == Decimal::ONE => Counts::Unknown,
        _ if piece.unit.unit == Unit::Count => Counts::Several,
        _ => Counts::Unknown,
    };
    if let Some(change) = change(tokens, piece) {
        return change;
    }
    if let Some(whole) = whole(tokens, piece) {
        return whole;
    }
    if compound::is_side(tokens.from(piece.tokens.end)) {
        return piece.tokens.end..piece.tokens.end;
    }
    let found = compound::counted(tokens, piece).unwrap_or_else(|| phrase(tokens.from(piece.tokens.end), counts));
    if time::is_calendar(tokens, piece, &found) {
        return found.start..found.start;
    }
    // "36 percent of those polled"
    let those = found.start.checked_sub(1).is_some_and(|at| tokens.from(at).letters() == "those");
    if those && found.len() == 1 && tokens.from(found.start).letters().ends_with("ed") {
        return found.start..found.start;
    }
    if counts == Counts::Several && found.len() == 1 && is_told(tokens, piece, &tokens.from(found.start)) {
        return found.start..found.start;
    }
    with_all_kinds(tokens, piece, found)
}

/// "a 6 percent increase in harbour dues": a change behind its size, with what has changed.
fn change(tokens: Tokens<'_>, piece: &QuantityPiece) -> Option<Range<usize>> {
    let here = tokens.from(piece.tokens.end);
    let article = piece.tokens.start.checked_sub(1).is_some_and(|at| tokens.from(at).is(List::Determiner));
    let noun = here.is_change() && here.lexicon().noun(here.peek()?.word).is_none();
    let start = here.at();
    let of_what = (here.letters_at(1) == "in").then(|| phrase(tokens.from(start + 2), Counts::Unknown));
    let of_what = of_what.filter(|phrase| !phrase.is_empty() && phrase.start == start + 2);
    (article && noun && piece.united).then(|| start..of_what.map_or(start + 1, |phrase| phrase.end))
}

/// "half the price", "three times the estimate": what a multiple or a half is one of.
fn whole(tokens: Tokens<'_>, piece: &QuantityPiece) -> Option<Range<usize>> {
    const DEFINITE: [&str; 7] = ["the", "its", "their", "his", "her", "our", "my"];
    let here = tokens.from(piece.tokens.end);
    let half = || piece.number.of(tokens.text()).eq_ignore_ascii_case("half");
    let multiple = DEFINITE.contains(&here.letters()) && (piece.unit.unit == Unit::Ratio || half());
    let phrase = multiple.then(|| phrase_after(here.from(here.at() + 1)))?;
    (!phrase.is_empty()).then_some(phrase)
}

/// The tokens of the noun phrase that begins at a place, behind articles and numbers; empty where there is none.
pub(super) fn phrase_after(after: Tokens<'_>) -> Range<usize> {
    phrase(after, Counts::Unknown)
}

/// Whether a measure has nothing to count behind it: a unit in the plural without "of" ("three hours a day"), or one
/// that only says how far something reaches ("40 metres wide", "11 percent dearer") or since when ("2 percent year on year").
pub(super) fn is_measure_alone(tokens: Tokens<'_>, piece: &QuantityPiece) -> bool {
    let rest = tokens.from(piece.tokens.end);
    match piece.unit.unit {
        Unit::Count => return false,
        // "three times higher"
        Unit::Ratio => return is_extent(&rest),
        _ => {}
    }
    let of = rest.letters().eq_ignore_ascii_case("of");
    let unit = rest.back(1).filter(|token| token.shape == Shape::Lower && token.span.len() > 3);
    let plural = unit.is_some_and(|token| token.letters.ends_with('s'));
    // "a $3 million rover" is no comparative.
    let article = piece.tokens.start.checked_sub(1).is_some_and(|at| tokens.from(at).is(List::Determiner));
    let extent = is_extent(&rest) && !(article && rest.letters().ends_with("er"));
    !of && (plural || extent || is_on_year(&rest))
}

/// "Year on year", "month-on-month".
fn is_on_year(here: &Tokens<'_>) -> bool {
    let joint = usize::from(here.letters_at(1) == "-");
    let same = here.letters_at(1 + joint) == "on" && here.letters_at(2 + 2 * joint) == here.letters();
    same && matches!(here.letters(), "year" | "quarter" | "month" | "week")
}

/// Words that say in which direction a measure goes.
pub(super) fn is_extent(here: &Tokens<'_>) -> bool {
    const EXTENTS: [&str; 16] = [
        "long", "wide", "high", "tall", "deep", "thick", "across", "away", "apart", "old", "up", "down", "north",
        "south", "east", "west",
    ];
    let lexicon = here.lexicon();
    let letters = here.letters();
    let ends = here.nth(1).is_none_or(|next| !next.is_word() || lexicon.is_frame(next.word));
    let known = here.peek().is_some_and(|token| lexicon.noun(token.word).is_some());
    let framed = here.peek().is_some_and(|token| lexicon.is_frame(token.word));
    let comparative = letters.ends_with("er") && ends && !known && !framed;
    let plain = here.peek().is_some_and(|token| token.shape == Shape::Lower);
    // "It was 90 percent full"
    let state = ends && ["full", "complete", "effective", "efficient", "certain", "sure"].contains(&letters);
    plain && (comparative || state || EXTENTS.contains(&letters) || here.is(List::Average) && !here.is(List::Adjective))
}

fn phrase(after: Tokens<'_>, counts: Counts) -> Range<usize> {
    let start = lead::skip(after);
    let mut end = start;
    let mut noun_end = start;
    while end < start + LONGEST {
        let here = after.from(end);
        let Some(token) = here.peek().filter(|token| goes_on(&here, token, end == start, counts)) else { break };
        end += 1;
        // An inner hyphen ends nothing: "would-be jihadis".
        if token.shape != Shape::Mark && may_head(&here, token) {
            noun_end = end;
        }
        if counts == Counts::Several && closes(&here, token) {
            break;
        }
    }
    start..noun_end
}

/// Whether a token may be part of the phrase.
fn goes_on(here: &Tokens<'_>, token: &Token, first: bool, counts: Counts) -> bool {
    let lexicon = here.lexicon();
    match token.shape {
        Shape::Mark => {
            !first
                && token.glued
                && matches!(here.letters(), "-" | "‑" | "&")
                && here.nth(1).is_some_and(|next| next.glued && (next.is_word() || is_in_code(here)))
        }
        Shape::Possessive => !first,
        Shape::Number => is_size(here) || !first && (is_of_a_name(here) || is_in_code(here)),
        Shape::Link => false,
        Shape::Lower => {
            let several = counts == Counts::Several;
            is_inside(here, token)
                || several && (is_plural_verb_form(here, token) || is_modifying_verb(here, token))
                || several && !first && joins_modifiers(here)
                || is_size(here)
        }
        _ => {
            (lexicon.calendar(token.word).is_empty() || first && is_of_a_month(here))
                && !lexicon.is_any(token.word, &[List::PronounHe, List::PronounIt])
                && (first || !lexicon.is_any(token.word, &[List::Preposition, List::Determiner]))
                && (first || !is_told_of_people(here, token))
                && here.letters() != "I"
        }
    }
}

/// In a headline, what is told of people in the plural: the "Shot" of "2 Women Shot".
fn is_told_of_people(here: &Tokens<'_>, token: &Token) -> bool {
    let lexicon = here.lexicon();
    let people = here.back(1).filter(|back| back.shape == Shape::Title).is_some_and(|back| {
        let person = lexicon.noun(back.word).filter(|noun| noun.class.as_deref() == Some("person"));
        person.is_some_and(|noun| !back.letters.eq_ignore_ascii_case(&noun.lemma))
    });
    people && lexicon.verb(token.word).is_some()
}

/// Whether a name of the calendar modifies the noun behind it: "the May samples", "May's deaths".
fn is_of_a_month(here: &Tokens<'_>) -> bool {
    let owner = here.nth(1).is_some_and(|next| next.shape == Shape::Possessive);
    let plural = here.nth(1 + usize::from(owner)).is_some_and(|next| is_plural(here, next));
    here.back(1).is_some_and(|back| ["the", "of"].contains(&back.letters)) && plural
}

/// Whether a number within the phrase belongs to a name: "500 Falcon 9 rockets".
fn is_of_a_name(here: &Tokens<'_>) -> bool {
    let noun = |token: &Token| token.shape == Shape::Lower && here.lexicon().noun(token.word).is_some();
    here.back(1).is_some_and(|back| back.shape == Shape::Title) && here.nth(1).is_some_and(noun)
}

/// Whether a hyphen, or the figure behind it, belongs to a code in capitals: "seven AK-47 rifles".
fn is_in_code(here: &Tokens<'_>) -> bool {
    let hyphen = usize::from(here.letters() != "-");
    let joined = here.back(hyphen + 1).is_some_and(|back| back.shape == Shape::Upper)
        && here.nth(1 - hyphen).is_some_and(|next| next.shape == Shape::Number && next.glued);
    joined && (hyphen == 0 || here.back(1).is_some_and(|back| back.letters == "-"))
}

/// Whether a word in lower case belongs to a noun phrase: no word of the sentence's frame, and a verb only where it
/// modifies the noun behind it ("registered voters").
fn is_inside(here: &Tokens<'_>, token: &Token) -> bool {
    let lexicon = here.lexicon();
    let joined = |ahead: usize| here.nth(ahead).is_some_and(|next| next.glued && matches!(next.letters, "-" | "‑"));
    let behind = token.glued && here.back(1).is_some_and(|back| matches!(back.letters, "-" | "‑"));
    // Whatever a hyphen joins is one word: "would-be", "drop-off".
    if behind || joined(1) && here.nth(2).is_some_and(|next| next.glued && next.is_word()) {
        return true;
    }
    let noun = lexicon.noun(token.word).is_some() || here.letters() == "others" || is_gerund(here);
    if lexicon.numeral(token.word).is_some() || lexicon.is_frame(token.word) && !noun {
        return false;
    }
    if noun {
        return !is_verb_after_noun(here, token) && !is_verb_of_noun(here, token);
    }
    // "40 tonnes of litter": behind "of", a verb's first form is a noun where the phrase ends with it; "38 years of age" is an
    // age.
    let ends = || here.nth(1).is_none_or(|next| !next.is_word() || lexicon.is_frame(next.word));
    // A share of such a mass leaves open of which: "65 percent of traffic".
    let share = here.back(2).is_some_and(|back| ["percent", "cent", "%"].contains(&back.letters));
    let of = here.letters() != "age" && !share && here.back(1).is_some_and(|back| back.letters == "of") && ends();
    let verbal = lexicon.verb(token.word).is_some_and(|lemma| !of || lemma != here.letters());
    let adverb = lexicon.is(token.word, List::Adverb) && !lexicon.is(token.word, List::Adjective);
    !(verbal || adverb) || modifies(here)
}

/// "two days of fighting": behind a preposition, and with no object.
fn is_gerund(here: &Tokens<'_>) -> bool {
    let preposition = here.back(1).is_some_and(|back| here.lexicon().is(back.word, List::Preposition));
    let object = here.nth(1).is_some_and(|next| {
        here.lexicon().is(next.word, List::Determiner) && !here.lexicon().is(next.word, List::Subordinator)
    });
    preposition && !object && here.letters().ends_with("ing") && here.lexicon().verb(here.rest()[0].word).is_some()
}

/// A form that is noun and verb at once ("reports", "plans") is a verb behind a plural noun.
fn is_verb_after_noun(here: &Tokens<'_>, token: &Token) -> bool {
    let lexicon = here.lexicon();
    here.back(1).is_some_and(|back| is_plural(here, back)) && lexicon.verb(token.word).is_some()
}

/// "The 600-tonne vessel can carry", "a 40-bed ward costs $5": an auxiliary, or a verb's form in -s with what it governs.
fn is_verb_of_noun(here: &Tokens<'_>, token: &Token) -> bool {
    let lexicon = here.lexicon();
    let noun = here.back(1).is_some_and(|back| lexicon.noun(back.word).is_some());
    let governs = |next: &Token| {
        let figure = next.shape == Shape::Number || lexicon.numeral(next.word).is_some();
        figure || lexicon.is(next.word, List::Determiner) || matches!(next.letters, "$" | "£" | "€")
    };
    // "A 5 percent rise in bus fares that was agreed"
    let goes_on = |verb: &Token| lexicon.verb(verb.word).is_some() || lexicon.is(verb.word, List::Auxiliary);
    let relative = || matches!(here.letters_at(1), "that" | "which") && here.nth(2).is_some_and(goes_on);
    let verb = token.letters.ends_with('s') && lexicon.verb(token.word).is_some();
    noun && (lexicon.is(token.word, List::Auxiliary) || verb && here.nth(1).is_some_and(governs) && !relative())
}

/// Whether a token is the plural of a noun that the lexicon knows.
fn is_plural(here: &Tokens<'_>, token: &Token) -> bool {
    let letters = token.letters;
    token.shape == Shape::Lower && here.lexicon().noun(token.word).is_some_and(|noun| *noun.lemma != *letters)
}

/// Whether the phrase of several things ends with a token: a plural, unless another noun goes on with it ("12 sports
/// clubs").
fn closes(here: &Tokens<'_>, token: &Token) -> bool {
    let joins = |next: &Token| {
        let dash = next.glued && matches!(next.letters, "-" | "‑");
        next.shape == Shape::Possessive || dash || is_plural(here, next)
    };
    // A word that the lexicon does not hold is a plural where a verb follows it.
    let unknown = here.letters().ends_with('s') && here.lexicon().noun(token.word).is_none();
    let verb = |next: &Token| {
        let participle = next.letters.ends_with("ed") && next.shape == Shape::Lower;
        let run = next.letters == "run" && here.nth(2).is_none_or(|after| here.lexicon().is_frame(after.word));
        run || (participle || here.lexicon().verb(next.word).is_some()) && here.lexicon().noun(next.word).is_none()
    };
    let plural = is_plural(here, token) || unknown && here.nth(1).is_some_and(verb);
    plural && !here.nth(1).is_some_and(joins)
}

/// Behind a number greater than one, what looks like a verb in the singular is a noun in the plural: "26 saves".
fn is_plural_verb_form(here: &Tokens<'_>, token: &Token) -> bool {
    let letters = here.letters();
    let ends = letters.ends_with('s') && !letters.ends_with("ss") && letters.len() > 3;
    // "Magnitude 5.6 shakes Upton"
    let named = |next: &Token| next.shape == Shape::Title && here.lexicon().calendar(next.word).is_empty();
    let governs = here.nth(1).is_some_and(|next| next.shape == Shape::Number || named(next));
    ends && !governs
        && here.lexicon().verb(token.word).is_some()
        && !here.is(List::Auxiliary)
        && !here.is(List::Preposition)
}

/// Behind a number greater than one, a verb's form in front of a plural is a noun: "five profile slots".
fn is_modifying_verb(here: &Tokens<'_>, token: &Token) -> bool {
    let plural = here.nth(1).is_some_and(|next| {
        let letters = next.letters;
        is_plural(here, next) || next.shape == Shape::Lower && letters.ends_with('s') && letters.len() > 3
    });
    // "four separate mission concepts"
    let compound = here.is(List::Adjective) && here.nth(1).is_some_and(|next| here.lexicon().noun(next.word).is_some());
    let plural = plural || compound && here.nth(2).is_some_and(|next| is_plural(here, next));
    let base = here.lexicon().verb(token.word).is_some_and(|lemma| lemma == here.letters());
    plural && base && !here.lexicon().is_frame(token.word)
}

/// Whether "and" joins two that modify one plural: "25 Asian and European countries".
fn joins_modifiers(here: &Tokens<'_>) -> bool {
    let singular = here.back(1).is_some_and(|back| !is_plural(here, back));
    let inside =
        |ahead: &usize| here.nth(*ahead).is_some_and(|next| next.is_word() && !here.lexicon().is_frame(next.word));
    let head = (1..=3).take_while(inside).filter_map(|ahead| here.nth(ahead).map(|next| (ahead, next)));
    // "23 Somali and Yemeni brigands": a word that the lexicon does not hold.
    let capitals = || [here.back(1), here.nth(1)].into_iter().flatten().all(Token::is_capitalised);
    let unknown = |next: &Token| {
        let ends = next.shape == Shape::Lower && next.letters.ends_with('s');
        ends && here.lexicon().verb(next.word).is_none() && capitals()
    };
    let plural = head.skip(1).any(|(_, next)| is_plural(here, next) || unknown(next));
    here.letters() == "and" && singular && plural
}

/// Whether a size in front of the noun begins here: "five 40-tonne lorries", "two 250ml bottles".
fn is_size(here: &Tokens<'_>) -> bool {
    let number = here.peek().is_some_and(|token| {
        token.shape == Shape::Number || here.lexicon().numeral(token.word).is_some() && token.shape == Shape::Lower
    });
    let joined =
        here.nth(1).is_some_and(|next| next.glued && (next.is_word() || matches!(here.letters_at(1), "-" | "‑")));
    number && joined && !here.letters_at(1).is_empty() && here.letters_at(1) != "s"
}

/// Whether a participle or adverb stands before a noun that it modifies.
fn modifies(here: &Tokens<'_>) -> bool {
    let lexicon = here.lexicon();
    let letters = here.letters();
    let participle =
        letters.ends_with("ed") || letters.ends_with("en") || letters.ends_with("ing") || letters.ends_with("ly");
    let noun =
        |next: &Token| next.shape == Shape::Lower && (lexicon.noun(next.word).is_some() || lexicon.is_measure(next));
    let unknown = |next: &Token| next.shape == Shape::Lower && !lexicon.is_frame(next.word);
    let ahead = here.nth(1).filter(|next| unknown(next));
    let described = |next: &Token| lexicon.is(next.word, List::Adjective);
    // "Eight stolen violins": right behind the number, a word that the lexicon does not hold is a plural.
    let number = |back: &Token| back.shape == Shape::Number || lexicon.numeral(back.word).is_some();
    let counted = here.back(1).is_some_and(number);
    let plural = |next: &Token| counted && next.word == WordId::NONE && next.letters.ends_with('s');
    participle
        && ahead.is_some_and(|next| {
            noun(next)
                || described(next)
                || plural(next)
                || here.nth(2).is_some_and(noun) && lexicon.verb(next.word).is_none()
        })
}

/// Whether the phrase may end with a token: a noun, or a word that the lexicon does not know as something else.
fn may_head(here: &Tokens<'_>, token: &Token) -> bool {
    let lexicon = here.lexicon();
    let adjective = lexicon.is(token.word, List::Adjective) && lexicon.noun(token.word).is_none();
    let demonym = lexicon.place_names.at(here.rest()).is_some_and(|(_, name)| name.demonym);
    let number = |token: &Token| token.shape == Shape::Number || token.shape == Shape::Possessive;
    // "seven Congolese", "two Swiss": a people at the end of its phrase.
    let noun = |next: &Token| next.is_word() && (lexicon.noun(next.word).is_some() || next.is_capitalised());
    let alone = !here.nth(1).is_some_and(noun);
    !number(token)
        && (!demonym || here.letters().ends_with('s') || alone)
        && !(adjective && here.nth(1).is_some_and(|next| next.shape == Shape::Lower))
}

#[cfg(test)]
mod tests {
    use super::super::testing::last_noun;

    #[test]
    fn counted_nouns() {
        for (text, noun) in [
            ("3,100 Danish nationals have left", "Danish nationals (national)"),
            ("1,800 Russians are here", "Russians (russian)"),
            ("seven Congolese came", "Congolese (congolese)"),
            ("52% of treated water was lost", "treated water (water)"),
            ("12 more people came", "people (person)"),
            ("It flew 14 fewer routes than last year", "routes (route)"),
            ("Five new clinics opened", "new clinics (clinic)"),
            ("six others left", "others (other)"),
            ("3,000 would-be fighters from the east", "would-be fighters (fighter)"),
            ("12 registered voters said", "registered voters (voter)"),
            ("The eight stolen fiddlewicks are back", "stolen fiddlewicks (fiddlewick)"),
            ("Eight died yesterday", "people (person)"),
            ("52 suspected typhus cases came", "suspected typhus cases (case)"),
            ("30 officials reported it", "officials (official)"),
            ("She made 26 saves", "saves (save)"),
            ("They sold 400 Falcon 9 rockets", "Falcon 9 rockets (rocket)"),
            ("two widgets deformed wings", "widgets (widget)"),
            ("There are 25 Asian and European countries", "Asian and European countries (country)"),
            ("It has five profile slots", "profile slots (slot)"),
            ("It faces a 10 percent tariff", "tariff (tariff)"),
            ("It had 300 combined digital and physical sales", "combined digital and physical sales (sale)"),
            ("It closed 12 of Upton's 40 wards", "wards (ward)"),
            ("It found lead in 7 of the May samples", "May samples (sample)"),
            ("It sold 120 rowing boats", "rowing boats (boat)"),
            ("It held 23 Somali and Yemeni brigands", "Somali and Yemeni brigands (brigand)"),
            ("It found seven AK-47 rifles", "AK-47 rifles (rifle)"),
            ("The 600-tonne vessel can sail", "vessel (vessel)"),
            ("Turnout was three times higher", "Turnout (turnout)"),
            ("It was 90 percent full", ""),
            ("Exports fell 4 percent year on year in May", "Exports (export)"),
            ("Exports fell 4 percent month-on-month", "Exports (export)"),
            ("Exports saw a 4 percent year-on-year rise", "Exports (export)"),
            ("Bread is 9 percent dearer", "Bread (bread)"),
            ("It left with a $3 million rover in May", "rover (rover)"),
            ("Turnout matched the 75 percent of three years ago", "Turnout (turnout)"),
            ("It has four separate rescue teams", "separate rescue teams (team)"),
            ("More than 900 march in Upton", "people (person)"),
            ("It set a 6 percent increase in harbour dues", "increase in harbour dues (increase)"),
            ("Each cost half the real price", "real price (price)"),
            ("It paid three times the estimate", "estimate (estimate)"),
            ("A dozen scanners run for hours", "scanners (scanner)"),
            ("The town of 18,000 draws the crowds", "population (population)"),
            ("It lost 65 percent of traffic", ""),
            ("They cleared 40 tonnes of litter", "litter (litter)"),
            ("A magnitude 5.6 shakes Upton", ""),
            ("It was a 5 percent rise in bus fares that was set", "rise in bus fares (rise)"),
        ] {
            let found = last_noun(text).map_or_else(String::new, |noun| format!("{} ({})", noun.text, noun.head));
            assert_eq!(found, noun, "{text}");
        }
    }
}
