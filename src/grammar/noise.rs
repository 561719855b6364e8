//! What only looks like a quantity. Each production takes what it recognises and says what it is.
//!
//! ```text
//! noise = clock | ordinal | decade | telephone | fraction_date | score | version | address | label | name | year
//! ```

use super::figure::figure as figure_value;
use super::tokens::{Parsed, Tokens, fail, figure, glued, is_dash, one_of, token};
use crate::lexicon::{CalendarKind, List};
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::multi::{many0, many1};
use nom::sequence::{pair, preceded};

/// What a stretch of digits or number words is instead of a quantity.
pub(super) type Why = &'static str;

/// `noise`, where it fits.
pub(super) fn noise(input: Tokens<'_>) -> Parsed<'_, Why> {
    match input.peek() {
        Some(token) if token.shape == Shape::Number || token.shape == Shape::Mark => numeric_noise(input),
        Some(_) => word_noise(input),
        None => fail(),
    }
}

fn numeric_noise(input: Tokens<'_>) -> Parsed<'_, Why> {
    let marks = alt((clock, decade, telephone, fraction_date, score));
    alt((marks, ordinal, version, address, label, code, name)).parse(input)
}

fn word_noise(input: Tokens<'_>) -> Parsed<'_, Why> {
    alt((spelled_clock, pronoun_one, capital_name, spelled_label)).parse(input)
}

/// `clock = figure ":" figure [":" figure] [half_day] | figure half_day | figure "GMT" | figure "hours"`
fn clock(input: Tokens<'_>) -> Parsed<'_, Why> {
    let colon = preceded(glued(":"), glued_figure);
    let pointed = verify(figure(), |token: &Token| token.span.len() >= 4);
    let with_colon = (figure(), many1(colon), opt(alt((half_day, zone)))).map(|_| ());
    let with_half = pair(figure(), half_day).map(|_| ());
    let military =
        pair(pointed, alt((zone, preceded(leading_zero, one_of(&["hours", "hrs"]).map(|_| ()))))).map(|_| ());
    value("clock time", alt((with_colon, with_half, military))).parse(input)
}

fn half_day(input: Tokens<'_>) -> Parsed<'_, ()> {
    one_of(&["a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "o’clock", "noon", "midnight"])
        .map(|_| ())
        .parse(input)
}

fn zone(input: Tokens<'_>) -> Parsed<'_, ()> {
    one_of(&["gmt", "utc", "est", "edt", "pst", "pdt", "cet", "cest", "bst", "ist"]).map(|_| ()).parse(input)
}

/// Fits where the figure just before begins with a zero: `0600 hours`.
fn leading_zero(input: Tokens<'_>) -> Parsed<'_, ()> {
    let zero = input.back(1).is_some_and(|back| back.text(input.text()).starts_with('0'));
    if zero { Ok((input, ())) } else { fail() }
}

/// `spelled_clock = numeral "o'clock" | numeral ("a.m." | "p.m.")`
fn spelled_clock(input: Tokens<'_>) -> Parsed<'_, Why> {
    let numeral = token(|input, token| input.lexicon().numeral(token.word));
    value("clock time", pair(numeral, half_day)).parse(input)
}

/// `ordinal = figure~("st" | "nd" | "rd" | "th")`
fn ordinal(input: Tokens<'_>) -> Parsed<'_, Why> {
    let ending = token(|input, token| {
        let letters = token.text(input.text());
        (token.glued && ["st", "nd", "rd", "th"].iter().any(|ending| letters.eq_ignore_ascii_case(ending)))
            .then_some(())
    });
    value("ordinal", pair(figure(), ending)).parse(input)
}

/// `decade = ["'"] figure~"s"`: the 1990s, her 40s.
fn decade(input: Tokens<'_>) -> Parsed<'_, Why> {
    let ending =
        token(|input, token| (token.glued && matches!(token.text(input.text()), "s" | "'s" | "’s")).then_some(()));
    value("decade", pair(figure(), ending)).parse(input)
}

/// `telephone = "+"~figure { group } | "0"… { group } (nine digits or more) | figure~"-"~figure~"-"~figure`
fn telephone(input: Tokens<'_>) -> Parsed<'_, Why> {
    let group = pair(opt(alt((one_of(&["-", "(", ")", "/", "."]), one_of(&["‑", "–"])))), figure());
    let abroad = (one_of(&["+"]), glued_figure, many0(group)).map(|_| ());
    let dashed = (three_digits, glued("-"), three_digits, glued("-"), glued_figure).map(|_| ());
    alt((value("telephone", alt((abroad, dashed))), national_number)).parse(input)
}

fn three_digits(input: Tokens<'_>) -> Parsed<'_, ()> {
    verify(figure(), |token: &Token| token.span.len() == 3).map(|_| ()).parse(input)
}

fn glued_figure(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|_, token| (token.glued && token.shape == Shape::Number).then_some(())).parse(input)
}

/// A number dialled with a leading zero, in groups.
fn national_number(input: Tokens<'_>) -> Parsed<'_, Why> {
    if !input.letters().starts_with('0') {
        return fail();
    }
    let group = preceded(opt(one_of(&["-", "/"])), figure());
    let (rest, groups) = many1(group).parse(input)?;
    let digits: usize = groups.iter().map(|group| group.span.len()).sum();
    if digits >= 9 { Ok((rest, "telephone")) } else { fail() }
}

/// `fraction_date = figure~"/"~figure`: 9/11, 24/7, 2023/24. A half, third or quarter is a fraction.
fn fraction_date(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, (above, _, below)) = (figure(), glued("/"), figure()).parse(input)?;
    let is = |token: &Token, values: &[&str]| values.contains(&token.text(input.text()));
    let fraction = is(below, &["2", "3", "4", "5", "8", "10", "16"])
        && above.span.len() <= below.span.len()
        && !is(above, &["9", "11", "7"]);
    if fraction { fail() } else { Ok((rest, "date")) }
}

/// `score = figure~dash~figure`, where the second is the smaller or the sentence speaks of a game or a vote.
fn score(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, (a, _, b)) = (figure(), super::tokens::dash(), glued_number).parse(input)?;
    let text = input.text();
    let small = |token: &Token| token.text(text).parse::<u32>().ok().filter(|&value| value < 300);
    let (Some(first), Some(second)) = (small(a), small(b)) else { return fail() };
    let measured = super::unit::unit(rest).is_ok() || is_counted(&rest);
    let game =
        sentence_has(&input, List::Score) || rest.peek().is_some_and(|next| input.lexicon().is(next.word, List::Score));
    let vote = rest.letters().eq_ignore_ascii_case("vote");
    if !measured && (first > second || game || vote) || vote { Ok((rest, "score")) } else { fail() }
}

fn glued_number(input: Tokens<'_>) -> Parsed<'_, &Token> {
    token(|_, token| (token.glued && token.shape == Shape::Number).then_some(token)).parse(input)
}

fn sentence_has(input: &Tokens<'_>, list: List) -> bool {
    input.from(0).rest().iter().any(|token| input.lexicon().is(token.word, list))
}

/// Whether a noun in the plural, or a word that measures, comes next.
fn is_counted(input: &Tokens<'_>) -> bool {
    let plain = |token: &&Token| token.shape == Shape::Lower;
    let noun = |token: &Token| input.lexicon().noun(token.word).is_some() || token.text(input.text()).ends_with('s');
    input.peek().filter(plain).is_some_and(noun)
}

/// `version`: digits that are no one number, such as 3.2.1 or 192.168.0.1.
fn version(input: Tokens<'_>) -> Parsed<'_, Why> {
    let odd = token(|input, token| {
        (token.shape == Shape::Number && figure_value(token.text(input.text())).is_none()).then_some(())
    });
    value("version", odd).parse(input)
}

/// `address = figure capitalised { capitalised } street`
fn address(input: Tokens<'_>) -> Parsed<'_, Why> {
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
    let names = input.rest().iter().skip(1).take_while(|token| token.shape == Shape::Title && !token.glued).take(4);
    let street = names
        .clone()
        .skip(1)
        .any(|token| STREETS.iter().any(|street| token.text(input.text()).eq_ignore_ascii_case(street)));
    let (rest, _) = figure().parse(input)?;
    if street { Ok((rest, "address")) } else { fail() }
}

/// `label`: a figure behind a word that numbers things, such as "page 5", "No. 10", "Article 5", "Boeing 737".
fn label(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, _) = (opt(super::tokens::dash()), figure()).parse(input)?;
    if is_labelled(&input) { Ok((rest, "name")) } else { fail() }
}

/// `spelled_label`: the same with a number word, such as "phase two", "Channel Four".
fn spelled_label(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, _) = token(|input, token| input.lexicon().numeral(token.word)).parse(input)?;
    let ends = !is_counted(&rest) && rest.peek().is_none_or(|next| !is_dash(next.text(rest.text())));
    if ends && is_labelled(&input) { Ok((rest, "name")) } else { fail() }
}

/// Whether the word before the place numbers things or takes a number into its name.
fn is_labelled(input: &Tokens<'_>) -> bool {
    let lexicon = input.lexicon();
    let full_stop = usize::from(input.back(1).is_some_and(|back| matches!(back.text(input.text()), "." | "#" | "-")));
    let Some(word) = input.back(1 + full_stop) else { return false };
    if full_stop == 1 && input.back(1).is_some_and(|back| back.text(input.text()) == "#") {
        return true;
    }
    let named = lexicon.is(word.word, List::NameBefore) && word.is_capitalised();
    // "in case 12 people fall ill": a label counts only where no counted noun follows the number.
    let counted = input.nth(1).is_some_and(|_| is_counted(&input.from(input.at() + 1)));
    named || (lexicon.is(word.word, List::Label) && !counted)
}

/// `code = letters~["-"]~figure | figure~letters`, where the letters are neither unit nor magnitude: F-16, 5G, 737s.
fn code(input: Tokens<'_>) -> Parsed<'_, Why> {
    let hyphen = input.back(1).is_some_and(|back| back.glued && is_dash(back.text(input.text())));
    let letters = input.back(if hyphen { 2 } else { 1 });
    let joined = input.peek().is_some_and(|token| token.glued);
    let before = joined
        && letters.is_some_and(|back| {
            back.is_capitalised()
                && (hyphen || back.span.end == input.rest()[0].span.start)
                && !is_money(&input, hyphen)
        });
    let (rest, _) = figure().parse(input)?;
    let after = rest.peek().is_some_and(|next| next.glued && next.is_word()) && !means_something(&rest);
    if before || after { Ok((rest, "name")) } else { fail() }
}

/// Whether the letters before a figure are a sign for money: `RM79`.
fn is_money(input: &Tokens<'_>, hyphen: bool) -> bool {
    let sign = input.from(input.at() - if hyphen { 2 } else { 1 });
    !hyphen && input.lexicon().money_signs.at(sign.text(), sign.rest()).is_some()
}

/// Whether the letters that touch a figure are a unit, a magnitude or money.
fn means_something(rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    lexicon.glued_magnitudes.at(rest.text(), rest.rest()).is_some()
        || super::unit::unit(*rest).is_ok()
        || lexicon.magnitudes.at(rest.text(), rest.rest()).is_some()
        || rest.letters() == "x"
}

/// `name`: a bare figure behind a capitalised word, with nothing counted behind it, such as "Falcon 9 lifted off"; or
/// before a word that makes it one, such as "787 Dreamliner".
fn name(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, _) = figure().parse(input)?;
    let lexicon = input.lexicon();
    let taken_after = rest.peek().is_some_and(|next| lexicon.is(next.word, List::NameAfter) && next.is_capitalised());
    if taken_after || (is_name_word(&input) && is_bare(&rest)) { Ok((rest, "name")) } else { fail() }
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
    let known = !lexicon.calendar(back.word).is_empty()
        || lexicon.place_names.at(input.text(), input.from(input.at() - 1).rest()).is_some();
    back.is_capitalised()
        && input.at() > 1
        && !framed
        && !known
        && lexicon.verb(back.word).is_none_or(|_| !lexicon.is(back.word, List::Opener))
}

/// Whether nothing behind the figure could be counted or measured by it.
fn is_bare(rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    match rest.peek() {
        None => false,
        Some(next) if next.shape == Shape::Mark => matches!(next.text(rest.text()), ")" | "\"" | "”"),
        Some(next) if next.shape == Shape::Lower => {
            lexicon.is_any(next.word, &[List::Auxiliary, List::Subordinator])
                || (lexicon.verb(next.word).is_some() && lexicon.noun(next.word).is_none())
        }
        Some(next) => next.shape == Shape::Possessive,
    }
}

/// `pronoun_one`: "one" that counts nothing, such as "one of them", "no one", "one said", "one day".
fn pronoun_one(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, _) = one_of(&["one"]).parse(input)?;
    let after = |words: &[&str]| words.iter().any(|word| rest.letters().eq_ignore_ascii_case(word));
    let before = |words: &[&str]| {
        input.back(1).is_some_and(|back| words.iter().any(|word| back.text(input.text()).eq_ignore_ascii_case(word)))
    };
    let fixed = after(&["another", "day", "time", "thing", "side", "hand", "way", "place", "point", "reason"])
        || before(&["no", "any", "every", "each", "this", "that", "which", "some", "the"]);
    if fixed || !counts_something(&rest) { Ok((rest, "pronoun")) } else { fail() }
}

/// Whether "one" is followed by what it counts: a noun, an adjective and a noun, a hyphen, a unit, a number word.
fn counts_something(rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    let Some(next) = rest.peek() else { return false };
    let framed = lexicon.is_any(
        next.word,
        &[
            List::Preposition,
            List::Auxiliary,
            List::Determiner,
            List::Conjunction,
            List::Subordinator,
            List::Pronoun,
            List::Negation,
        ],
    );
    let number = lexicon.fraction(next.word).is_some()
        || lexicon.numeral(next.word) == Some(100)
        || lexicon.magnitudes.at(rest.text(), rest.rest()).is_some();
    let ratio = ["in", "out"].iter().any(|word| next.text(rest.text()).eq_ignore_ascii_case(word))
        && rest.nth(1).is_some_and(|token| lexicon.numeral(token.word).is_some() || token.shape == Shape::Number);
    let noun = lexicon.noun(next.word).is_some() || !(lexicon.verb(next.word).is_some() || framed);
    let word = next.is_word() && noun && !lexicon.is(next.word, List::Adverb);
    word || number || ratio || is_dash(next.text(rest.text()))
}

/// `capital_name`: a number word with a capital inside a sentence, such as "the Big Three", "Group of Seven".
fn capital_name(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, _) =
        token(|input, token| input.lexicon().numeral(token.word).filter(|_| token.is_capitalised())).parse(input)?;
    let inside =
        input.back(1).is_some_and(|back| back.is_capitalised() || ["of", "the"].contains(&back.text(input.text())));
    let title_case =
        input.from(0).rest().iter().filter(|token| token.is_word()).filter(|token| token.is_capitalised()).count() * 2
            > input.from(0).rest().len();
    if inside && !title_case { Ok((rest, "name")) } else { fail() }
}

/// A bare four-figure number that the calendar has not read, standing as a year does: `2019 census`, `(1987)`.
pub(super) fn is_bare_year(input: &Tokens<'_>) -> bool {
    let letters = input.letters();
    let year = letters.len() == 4 && letters.parse::<u32>().is_ok_and(|year| (1700..=2100).contains(&year));
    if !year {
        return false;
    }
    let Ok((rest, _)) = figure().parse(*input) else { return false };
    let measured = super::unit::unit(rest).is_ok() || (is_counted(&rest) && !follows_year_word(input));
    let calendar =
        input.back(1).is_some_and(|back| input.lexicon().calendar_value(back.word, CalendarKind::Month).is_some());
    calendar || !measured
}

fn follows_year_word(input: &Tokens<'_>) -> bool {
    input.back(1).is_some_and(|back| {
        ["in", "since", "of", "by", "from", "until", "during", "the"]
            .iter()
            .any(|word| back.text(input.text()).eq_ignore_ascii_case(word))
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::LEXICON;
    use super::super::tokens::Tokens;
    use super::noise;
    use crate::text::Span;

    /// What is passed over in a sentence, tried at every place.
    fn passed(text: &str) -> String {
        let mut tokens = Vec::new();
        LEXICON.tokenize(text, Span::new(0, text.len()), &mut tokens);
        let all = Tokens::new(text, &LEXICON, &tokens);
        let found = (0..tokens.len())
            .find_map(|at| noise(all.from(at)).ok().map(|(rest, why)| (all.from(at).span_to(&rest), why)));
        found.map_or("-".to_owned(), |(span, why)| format!("{}: {why}", span.of(text)))
    }

    #[test]
    fn what_is_passed_over() {
        for (text, expected) in [
            ("It began at 10:30 a.m. sharp", "10:30 a.m.: clock time"),
            ("It ends at 5pm", "5pm: clock time"),
            ("It ends at nine o'clock", "nine o'clock: clock time"),
            ("on the 21st day", "21st: ordinal"),
            ("in the 1990s", "1990s: decade"),
            ("Call +44 20 7946 0999 now", "+44 20 7946 0999: telephone"),
            ("Call 020 7946 0999 now", "020 7946 0999: telephone"),
            ("after 9/11 they", "9/11: date"),
            ("They won 3-1 at home", "3-1: score"),
            ("a 5-4 vote", "5-4: score"),
            ("about 10-15 people", "-"),
            ("an F-16 jet", "16: name"),
            ("the 5G network", "5: name"),
            ("a Boeing 737 jet", "737: name"),
            ("under Article 5 they", "5: name"),
            ("see page 12 for", "12: name"),
            ("at 17 Market Street", "17: address"),
            ("version 3.2.1 came", "3.2.1: version"),
            ("one of them died", "one: pronoun"),
            ("no one died", "one: pronoun"),
            ("one person died", "-"),
            ("one in five homes", "-"),
            ("It was the Group of Seven again", "Seven: name"),
            ("2,500 people died", "-"),
        ] {
            assert_eq!(passed(text), expected, "{text}");
        }
    }
}
