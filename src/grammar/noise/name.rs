//! Figures that are part of a name, and what is numbered rather than counted.

use super::{Why, is_counted};
use crate::grammar::figure::figure as figure_value;
use crate::grammar::tokens::{Parsed, Tokens, dash, fail, figure, glued, glued_figure, is_dash, many, one_of, token};
use crate::lexicon::List;
use crate::text::{Shape, Token};
use nom::Parser;
use nom::combinator::{opt, value};
use nom::sequence::pair;

/// `version`: digits that are no one number, such as 3.2.1 or 192.168.0.1.
pub(super) fn version(input: Tokens<'_>) -> Parsed<'_, Why> {
    let odd = token(|_, token| (token.shape == Shape::Number && figure_value(token.letters).is_none()).then_some(()));
    value("version", odd).parse(input)
}

/// `address = figure [ dash figure ] capitalised { capitalised }`, one of them a street.
pub(super) fn address(input: Tokens<'_>) -> Parsed<'_, Why> {
    const STREETS: [&str; 14] = [
        "street",
        "road",
        "avenue",
        "lane",
        "boulevard",
        "drive",
        "square",
        "place",
        "terrace",
        "way",
        "st",
        "ave",
        "rd",
        "blvd",
    ];
    let (rest, _) = pair(figure(), opt(pair(dash(), glued_figure()))).parse(input)?;
    if let Ok((rest, ())) = numbered_street(rest) {
        return Ok((rest, "address"));
    }
    let names = rest.rest().iter().take_while(|token| token.shape == Shape::Title && !token.glued).take(4);
    let is_street = |token: &Token| STREETS.iter().any(|street| token.letters.eq_ignore_ascii_case(street));
    if names.clone().count() > 1 && names.clone().any(is_street) { Ok((rest, "address")) } else { fail() }
}

/// `numbered_street = ["N" | "E" | "S" | "W" | "West" …] figure~("st" | "nd" | "rd" | "th") capitalised`: the W 52nd St of
/// an address.
fn numbered_street(input: Tokens<'_>) -> Parsed<'_, ()> {
    let quarter = one_of(&["N", "E", "S", "W", "North", "East", "South", "West"]);
    let name = token(|_, token| (token.shape == Shape::Title).then_some(()));
    let full_stop = opt(glued("."));
    let ordinal = token(|_, token| {
        let letters = token.letters;
        (token.glued && ["st", "nd", "rd", "th"].contains(&letters)).then_some(())
    });
    (quarter, full_stop, figure(), ordinal, name).map(|_| ()).parse(input)
}

/// `label`: a figure behind a word that numbers things, such as "page 5", "No. 10", "Article 5", "Boeing 737", "case No.
/// 23-1187".
pub(super) fn label(input: Tokens<'_>) -> Parsed<'_, Why> {
    let part = (glued("-"), glued_figure()).map(|_| ());
    let (rest, _) = (opt(dash()), figure(), many(part)).parse(input)?;
    // "FTSE -0.6%": a share numbers nothing.
    let share = ["%", "percent", "per", "pct"].contains(&rest.letters());
    if !share && (is_labelled(&input) || is_of_a_series(&input, &rest)) { Ok((rest, "name")) } else { fail() }
}

/// Whether a number ends a name that is no word: "Velmar 3 has nine engines"; "in Tarrow 40 were hurt" has a verb in the
/// plural.
fn is_of_a_series(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let lexicon = input.lexicon();
    let unknown = |word: &Token| {
        let known =
            lexicon.noun(word.word).is_some() || lexicon.verb(word.word).is_some() || lexicon.is_frame(word.word);
        word.shape == Shape::Title && !known && lexicon.calendar(word.word).is_empty()
    };
    let named = input.back(1).is_some_and(unknown);
    named && input.letters() != "1" && matches!(rest.letters(), "has" | "is" | "was")
}

/// `enumerated = figure~"." capitalised`, at the head of a block: "2. The wages".
pub(super) fn enumerated(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, _) = pair(figure(), glued(".")).parse(input)?;
    let opens = input.at() == 0 && rest.peek().is_some_and(|next| next.is_capitalised() && !next.glued);
    if opens { Ok((rest, "list number")) } else { fail() }
}

/// `spelled_label`: the same with a number word, such as "phase two", "Channel Four".
pub(super) fn spelled_label(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, _) = token(|input, token| input.lexicon().numeral(token.word)).parse(input)?;
    let ends = |rest: &Tokens<'_>| !is_counted(rest) && rest.peek().is_none_or(|next| !is_dash(next.letters));
    if is_labelled(&input) && ends(&rest) { Ok((rest, "name")) } else { fail() }
}

/// Whether the word before the place numbers things or takes a number into its name.
fn is_labelled(input: &Tokens<'_>) -> bool {
    let lexicon = input.lexicon();
    let full_stop = usize::from(input.back(1).is_some_and(|back| matches!(back.letters, "." | "#" | "-")));
    let Some(word) = input.back(1 + full_stop) else { return false };
    if full_stop == 1 && input.back(1).is_some_and(|back| back.letters == "#") {
        return true;
    }
    let named = lexicon.is(word.word, List::NameBefore) && word.is_capitalised();
    // "in case 12 people fall ill": a label counts only where no counted noun follows the number.
    let next = input.from(input.at() + 1);
    let scaled = || next.lexicon().magnitudes.at(next.rest()).is_some();
    let counted = || next.peek().is_some_and(|_| is_counted(&next) || scaled());
    named || (lexicon.is(word.word, List::Label) && !is_verb(input, full_stop) && !counted())
}

/// Whether the word before the place says how many there are of what is named before it: "citizens number 7,350", "Girls
/// now number 430", "children under 15 number 620", "the missing number 12".
fn is_verb(input: &Tokens<'_>, full_stop: usize) -> bool {
    const STRICKEN: [&str; 6] = ["dead", "missing", "injured", "wounded", "homeless", "jobless"];
    let numbers = full_stop == 0 && input.back(1).is_some_and(|word| word.reads("number"));
    let reads =
        |back: usize, words: &[&str]| input.back(back).is_some_and(|word| words.iter().any(|one| word.reads(one)));
    let adverb = usize::from(numbers && reads(2, &["now", "already", "still"]));
    let aged = if numbers && reads(3 + adverb, &["under", "over"]) { 2 } else { 0 };
    let back = 2 + adverb + aged;
    if numbers && reads(back, &STRICKEN) && reads(back + 1, &["the"]) {
        return true;
    }
    let opens = input.back(back + 1).is_none();
    let subject = input.back(back).filter(|word| numbers && (opens || word.shape == Shape::Lower));
    let noun = subject.and_then(|word| Some((word, input.lexicon().noun(word.word)?)));
    noun.is_some_and(|(word, noun)| !noun.lemma.eq_ignore_ascii_case(word.letters))
}

/// `code = letters~["-"]~figure | figure~letters | "0" digit …`, where the letters are neither unit nor magnitude: F-16,
/// 5G, 737s, 00318.
pub(super) fn code(input: Tokens<'_>) -> Parsed<'_, Why> {
    let padded =
        |letters: &str| letters.len() > 2 && letters.starts_with('0') && letters.bytes().all(|at| at.is_ascii_digit());
    if padded(input.letters()) {
        return value("name", figure()).parse(input);
    }
    let hyphen = input.back(1).is_some_and(|back| back.glued && is_dash(back.letters));
    let letters = input.back(if hyphen { 2 } else { 1 });
    let joined = input.peek().is_some_and(|token| token.glued);
    let before = joined
        && letters.is_some_and(|back| {
            back.is_capitalised()
                && (hyphen || back.span.end == input.rest()[0].span.start)
                && !is_money(&input, hyphen)
        });
    // "PS8.1bn": what follows the point of a code belongs to it.
    let goes_on = joined && input.back(1).is_some_and(|back| back.glued && back.letters == ".");
    let code = |back: &Token| back.is_word() && back.letters.ends_with(|last: char| last.is_ascii_digit());
    let before = before || goes_on && input.back(2).is_some_and(code);
    let (rest, _) = figure().parse(input)?;
    let number = || crate::grammar::number::number(input).is_ok_and(|(end, _)| end.at() > rest.at());
    let after = rest.peek().is_some_and(|next| next.glued && next.is_word()) && !means_something(&rest) && !number();
    if before || after { Ok((rest, "name")) } else { fail() }
}

/// Whether the letters before a figure are a sign for money: `RM79`.
fn is_money(input: &Tokens<'_>, hyphen: bool) -> bool {
    let sign = input.from(input.at() - if hyphen { 2 } else { 1 });
    !hyphen && input.lexicon().money_signs.at(sign.rest()).is_some()
}

/// Whether the letters that touch a figure are a unit, a magnitude or money.
fn means_something(rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    lexicon.glued_magnitudes.at(rest.rest()).is_some()
        || crate::grammar::unit::unit(*rest).is_ok()
        || lexicon.magnitudes.at(rest.rest()).is_some()
        || rest.letters() == "x"
}

/// `name`: a bare figure behind a capitalised word, with nothing counted behind it, such as "Falcon 9 lifted off"; or
/// before a word that makes it one, such as "787 Dreamliner".
pub(super) fn name(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, _) = figure().parse(input)?;
    let lexicon = input.lexicon();
    let taken_after = rest.peek().is_some_and(|next| lexicon.is(next.word, List::NameAfter) && next.is_capitalised());
    let goes_on =
        || rest.peek().is_some_and(|next| next.shape == Shape::Title && !next.glued) && !is_title_case(&input);
    // "Fined Ansolv 650,000 pounds": no name has its thousands set apart.
    let grouped = input.letters().contains(',');
    let behind_name =
        || !grouped && is_name_word(&input) && (is_bare(&rest) || is_one_thing(&input, &rest) || goes_on());
    if taken_after || behind_name() || is_of_counted_code(&input, &rest) || ends_name(&input, &rest) {
        Ok((rest, "name"))
    } else {
        fail()
    }
}

/// The 47 of "six AK 47 rifles": what is counted has a code for a name.
fn is_of_counted_code(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let thing = |next: &Token| next.shape == Shape::Lower && !next.glued && rest.lexicon().noun(next.word).is_some();
    let number = |back: &Token| back.shape == Shape::Number || input.lexicon().numeral(back.word).is_some();
    input.back(1).is_some_and(|back| back.shape == Shape::Upper && back.span.len() < 4)
        && input.back(2).is_some_and(number)
        && rest.peek().is_some_and(thing)
}

/// The 5 of "the owner of the Ana Maria 5.": a ship's or a machine's, behind "the" and two words of its name.
fn ends_name(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let name = |back| input.back(back).is_some_and(|back| back.shape == Shape::Title);
    let the = input.back(3).is_some_and(|back| back.letters == "the");
    the && name(1) && name(2) && rest.peek().is_none_or(|next| matches!(next.letters, "." | ","))
}

/// Whether the word before is part of a name that may take a number: capitalised inside the sentence, no place, month
/// or weekday, and no word of the sentence's frame.
fn is_name_word(input: &Tokens<'_>) -> bool {
    let lexicon = input.lexicon();
    let Some(back) = input.back(1) else { return false };
    let framed = lexicon.is_any(
        back.word,
        &[List::Determiner, List::Preposition, List::Auxiliary, List::Conjunction, List::Opener, List::Subordinator],
    );
    let known =
        !lexicon.calendar(back.word).is_empty() || lexicon.place_names.at(input.from(input.at() - 1).rest()).is_some();
    back.is_capitalised()
        && input.at() > 1
        && !framed
        && !known
        && lexicon.verb(back.word).is_none_or(|_| !lexicon.is(back.word, List::Opener))
}

/// Whether a single thing stands behind the figure, which so numbers it: "a Falcon 9 rocket", "the Planet 9 hunt".
fn is_one_thing(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    let one = matches!(input.letters(), "1" | "0");
    let noun = rest.peek().is_some_and(|next| next.shape == Shape::Lower && lexicon.noun(next.word).is_some());
    let united = crate::grammar::unit::unit(*rest).is_ok() || lexicon.magnitudes.at(rest.rest()).is_some();
    noun && !one && !united && !is_counted(rest)
}

/// Whether nothing behind the figure could be counted or measured by it.
fn is_bare(rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    match rest.peek() {
        None => false,
        Some(next) if next.shape == Shape::Mark => matches!(next.letters, ")" | "\"" | "”"),
        Some(next) if next.shape == Shape::Lower => {
            lexicon.is_any(next.word, &[List::Auxiliary, List::Subordinator]) || lexicon.is_only_verb(next.word)
        }
        Some(next) => next.shape == Shape::Possessive,
    }
}

/// `capital_name`: a number word with a capital inside a sentence, such as "the Big Three", "Group of Seven".
pub(super) fn capital_name(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, _) =
        token(|input, token| input.lexicon().numeral(token.word).filter(|_| token.is_capitalised())).parse(input)?;
    let inside = input.back(1).is_some_and(|back| back.is_capitalised() || ["of", "the"].contains(&back.letters));
    let named = input.at() > 0 && rest.peek().is_some_and(|next| next.shape == Shape::Title);
    if (inside || named) && !is_title_case(&input) { Ok((rest, "name")) } else { fail() }
}

/// Whether most words of the sentence have a capital, so that capitals tell nothing.
fn is_title_case(input: &Tokens<'_>) -> bool {
    let all = input.from(0).rest();
    all.iter().filter(|token| token.is_capitalised()).count() * 2 > all.len()
}
