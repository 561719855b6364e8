//! Fractions, "one in five", and multiples.
//!
//! ```text
//! ratio    = in_n | fraction | times | multiple
//! in_n     = number ("in" | "out" "of") ["every" | "each"] number      one in five · nine out of 10
//!          | number noun ("in" | "of" ("every" | "each")) number       two homes in three · three homes of every ten
//! fraction = ["a" | "one" | number] ["-"] fraction_name | slashed      two-thirds · a quarter · half
//! over_n   = number "over" number                                     1 over 3
//! slashed  = figure~"/"~figure, less than a whole                     1/4
//! times    = number "times" (as | more | higher …) | number "-fold"
//! multiple = doubled | twice | tripled | twofold …
//! ```

use super::figure::figure as figure_value;
use super::number::{Number, may_go_on, number};
use super::tokens::{Parsed, Tokens, fail, figure, glued, glued_figure, one_of, token, word};
use super::unit::compound_hyphen;
use crate::claim::Decimal;
use crate::lexicon::{Fraction, List};
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{pair, preceded, terminated};

/// What stands behind a number, and the number.
pub(super) type Leading<'a> = Option<(Tokens<'a>, Number)>;

/// `ratio = in_n | fraction | times | multiple`; `leading` is the number that stands here, which three of them may begin
/// with.
pub(super) fn ratio<'a>(input: Tokens<'a>, leading: Leading<'a>) -> Parsed<'a, Decimal> {
    let number_ends = leading.is_some_and(|(rest, _)| !may_go_on(&rest));
    if number_ends && input.peek().is_some_and(|token| token.shape == Shape::Number) {
        return fail();
    }
    in_n(leading)
        .or_else(|_| over_n(leading))
        .or_else(|_| slashed(input))
        .or_else(|_| fraction(input, leading))
        .or_else(|_| times(leading))
        .or_else(|_| multiple(input))
}

fn in_n(leading: Leading<'_>) -> Parsed<'_, Decimal> {
    let Some((rest, part)) = leading else { return fail() };
    let (rest, named) = opt(|input| counted(input, part.value == Decimal::ONE)).parse(rest)?;
    let (rest, whole) = if named.is_some() { whole_of_named(rest)? } else { whole_of(rest)? };
    let small = part.value < whole.value && whole.value <= Decimal::ONE_THOUSAND && part.decimals + whole.decimals == 0;
    // "47 in 2019" and "five in 12 days" are no ratios: the whole is a round figure with nothing that measures behind it.
    let bare = !followed_by_unit(&rest);
    let ratio = part.value.checked_div(whole.value).filter(|_| small && bare && part.scale == Decimal::ONE);
    ratio.map_or_else(fail, |ratio| Ok((rest, ratio)))
}

/// `("in" | "out" "of") ["every" | "each"] number`
fn whole_of(input: Tokens<'_>) -> Parsed<'_, Number> {
    let out_of = pair(word("out"), word("of")).map(|_| ());
    let joint = pair(alt((word("in").map(|_| ()), out_of)), opt(one_of(&["every", "each"])));
    preceded(joint, number).parse(input)
}

/// `("in" | "of" ("every" | "each")) number`, where the number is up to ten or tens, and counts nothing of its own.
fn whole_of_named(input: Tokens<'_>) -> Parsed<'_, Number> {
    let of_every = pair(word("of"), one_of(&["every", "each"])).map(|_| ());
    let (rest, whole) = preceded(alt((word("in").map(|_| ()), of_every)), number).parse(input)?;
    let round = whole.value <= Decimal::TEN || (whole.value % Decimal::TEN).is_zero();
    if round && !counts(&rest) { Ok((rest, whole)) } else { fail() }
}

/// The noun between the two numbers: "one child in five"; a unit only where nothing lasts or goes so far: "one litre in five",
/// "three litres of every ten".
fn counted(input: Tokens<'_>, one: bool) -> Parsed<'_, ()> {
    // Most numbers have no word of two letters so near: theirs is all that is looked at.
    let short = input.nth(1).is_some_and(|next| next.span.len() == 2);
    if !short || !matches!(input.letters_at(1), "in" | "of") {
        return fail();
    }
    let of_every = input.letters_at(1) == "of" && ["every", "each"].contains(&input.letters_at(2));
    let unit = |token: &Token| (one || of_every) && input.lexicon().is_measure(token);
    let noun =
        |token: &Token| token.shape == Shape::Lower && (input.lexicon().noun(token.word).is_some() || unit(token));
    token(|_, token| noun(token).then_some(())).parse(input)
}

/// Whether the second number has things of its own behind it: "one child in five schools".
fn counts(rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    let ends =
        |next: &Token| next.shape == Shape::Mark || lexicon.is_frame(next.word) || lexicon.noun(next.word).is_none();
    // "One house in four burned", but "in four burned villages".
    let described = |next: &Token| lexicon.is(next.word, List::Adjective) && !rest.nth(1).is_none_or(ends);
    !rest.peek().is_none_or(|next| ends(next) && !described(next))
}

/// `over_n = number "over" number`, with nothing behind: "1 over 3".
fn over_n(leading: Leading<'_>) -> Parsed<'_, Decimal> {
    let Some((rest, part)) = leading else { return fail() };
    let (rest, whole) = preceded(word("over"), number).parse(rest)?;
    let ends = rest.peek().is_none_or(|next| next.shape == Shape::Mark);
    let ratio = part.value.checked_div(whole.value).filter(|ratio| ends && *ratio < Decimal::ONE);
    ratio.map_or_else(fail, |ratio| Ok((rest, ratio)))
}

/// `slashed = figure~"/"~figure`, where the first is the smaller.
fn slashed(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let (rest, (above, _, below)) = (figure(), glued("/"), glued_figure()).parse(input)?;
    let value = |token: &Token| figure_value(token.letters).map(|figure| figure.value);
    let part = value(above).zip(value(below)).filter(|(above, below)| above < below);
    part.and_then(|(above, below)| above.checked_div(below)).map_or_else(fail, |value| Ok((rest, value)))
}

fn followed_by_unit(input: &Tokens<'_>) -> bool {
    super::unit::unit(*input).is_ok()
}

fn fraction<'a>(input: Tokens<'a>, leading: Leading<'a>) -> Parsed<'a, Decimal> {
    let whole = leading.filter(|(_, count)| count.decimals == 0 && count.scale == Decimal::ONE && count.spelled);
    let article = |input| one_of(&["a", "an"]).map(|_| None).parse(input);
    let count = |input| whole.map_or_else(|| article(input), |(rest, count)| Ok((rest, Some(count.value))));
    let (rest, count) = opt(terminated(count, opt(compound_hyphen))).parse(input)?;
    let counted = count.is_some();
    let (rest, (part, kind)) = named_fraction(rest)?;
    let value = parts(count.flatten().unwrap_or(Decimal::ONE), part);
    let stands = match kind {
        Name::Sign => true,
        Name::Half => half_may_stand(&input, &rest, counted),
        Name::Plural => count.flatten().is_some() && !is_run_of_quarters(&input, &rest, part),
        Name::Singular => counted && part_follows(&rest, counted) || is_part_of_magnitude(&rest),
    };
    value.filter(|_| stands).map_or_else(fail, |value| Ok((rest, value)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Sign,
    Half,
    Singular,
    Plural,
}

/// So many of a part. Of "one hundred thirty-fifths", the tens belong to the part.
fn parts(count: Decimal, part: Fraction) -> Option<Decimal> {
    let tens = count % Decimal::ONE_HUNDRED;
    let round = count > Decimal::ONE_HUNDRED && tens > Decimal::TEN && (tens % Decimal::TEN).is_zero();
    let (count, tens) =
        if round && (3..10).contains(&part.denominator) { (count - tens, tens) } else { (count, Decimal::ZERO) };
    count.checked_mul(part.numerator.into())?.checked_div(tens + Decimal::from(part.denominator))
}

fn named_fraction(input: Tokens<'_>) -> Parsed<'_, (Fraction, Name)> {
    token(|input, token| {
        let fraction = input.lexicon().fraction(token.word)?;
        let letters = token.letters;
        let name = match fraction.denominator {
            _ if token.shape == Shape::Mark => Name::Sign,
            2 => Name::Half,
            _ if letters.ends_with('s') => Name::Plural,
            _ => Name::Singular,
        };
        Some((fraction, name))
    })
    .parse(input)
}

/// Whether "half" is a share: not "the first half", "half-time", "fly-half", "half a dozen".
fn half_may_stand(start: &Tokens<'_>, rest: &Tokens<'_>, counted: bool) -> bool {
    let before = start.back(1).is_some_and(|back| {
        let letters = back.letters;
        !start.lexicon().calendar(back.word).is_empty()
            || ["other", "latter", "former", "this", "last", "next", "each", "either"]
                .iter()
                .any(|word| letters.eq_ignore_ascii_case(word))
    });
    let joined = rest.peek().is_some_and(|token| token.glued && super::tokens::is_dash(token.letters));
    // "fly-half"
    let ends = start.peek().is_some_and(|token| token.glued)
        && start.back(1).is_some_and(|back| super::tokens::is_dash(back.letters));
    !before && !ends && (!joined || is_joined_to_unit(rest)) && (counted || !is_half_of_period(rest))
}

/// "The first rise in three quarters", "over the last three quarters": of a year, and of nothing that is told.
fn is_run_of_quarters(start: &Tokens<'_>, rest: &Tokens<'_>, part: Fraction) -> bool {
    const JOINTS: [&str; 7] = ["in", "for", "after", "last", "past", "next", "previous"];
    let joined = start.back(1).is_some_and(|back| JOINTS.contains(&back.letters));
    let told = ["of", "the", "its", "their"].contains(&rest.letters());
    part.denominator == 4 && joined && !told
}

/// "half-litre", "half-hour"; "half-year" and "half-century" name a stretch and a score.
fn is_joined_to_unit(rest: &Tokens<'_>) -> bool {
    let named = ["year", "century", "term"].contains(&rest.letters_at(1));
    !named && super::unit::unit(*rest).is_ok()
}

fn is_half_of_period(rest: &Tokens<'_>) -> bool {
    rest.letters().eq_ignore_ascii_case("time") || rest.letters().eq_ignore_ascii_case("year")
}

/// "quarter million": a fraction with the magnitude that it is a part of.
fn is_part_of_magnitude(rest: &Tokens<'_>) -> bool {
    rest.lexicon().magnitudes.at(rest.rest()).is_some()
}

/// What must follow a singular fraction, so that "a third man" and "a second try" are not shares.
fn part_follows(rest: &Tokens<'_>, counted: bool) -> bool {
    let Some(next) = rest.peek() else { return counted };
    let letters = next.letters;
    let open = matches!(next.shape, Shape::Mark) && !super::tokens::is_dash(letters);
    let words = [
        "of", "more", "less", "fewer", "higher", "lower", "as", "to", "from", "in", "since", "on", "were", "was",
        "are", "is", "have", "had", "said", "say", "by", "were", "the", "between", "this", "last", "or", "and",
    ];
    open || words.iter().any(|word| letters.eq_ignore_ascii_case(word)) || rest.lexicon().is(next.word, List::Auxiliary)
}

fn times(leading: Leading<'_>) -> Parsed<'_, Decimal> {
    let Some((rest, Number { value, decimals, .. })) = leading else { return fail() };
    let fold = preceded(opt(compound_hyphen), word("fold")).map(|_| ());
    // Nothing happens two and a half times.
    let part =
        |input| word("times").parse(input).and_then(|(rest, _)| if decimals > 0 { Ok((rest, ())) } else { fail() });
    let (rest, ()) = alt((fold, times_as, part, sign_of_times)).parse(rest)?;
    Ok((rest, value))
}

/// The `x` of "3x".
fn sign_of_times(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = glued("x").parse(input)?;
    if rest.peek().is_some_and(|next| next.glued && next.shape != Shape::Mark) { fail() } else { Ok((rest, ())) }
}

/// "times" that multiplies: "three times as many", "four times higher", "five times the rate".
fn times_as(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = word("times").parse(input)?;
    let words = [
        "as", "more", "higher", "larger", "greater", "bigger", "the", "its", "their", "his", "her", "faster", "lower",
        "less", "that", "what", "longer", "likelier", "fewer", "smaller", "cheaper", "dearer", "taller", "older",
        "stronger", "heavier", "wider", "deadlier", "better", "worse", "those", "our", "your",
    ];
    let multiplies = words.iter().any(|word| rest.letters().eq_ignore_ascii_case(word));
    if multiplies { Ok((rest, ())) } else { fail() }
}

fn multiple(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let found = input.lexicon().multiples.at(input.rest());
    let Some((len, value)) = found else { return fail() };
    let rest = input.from(input.at() + len);
    // "double-digit", "twin double bed": an adjective of kind, not of size.
    let adjective = super::tokens::is_dash(rest.letters())
        || input.back(1).is_some_and(|back| super::tokens::is_dash(back.letters));
    let idiom = [
        "agent",
        "standards",
        "standard",
        "bed",
        "room",
        "rooms",
        "bill",
        "check",
        "life",
        "edged",
        "track",
        "helix",
        "glazing",
        "decker",
        "digits",
        "digit",
    ];
    let idiom = idiom.iter().any(|word| rest.letters().eq_ignore_ascii_case(word));
    if adjective || idiom { fail() } else { Ok((rest, *value)) }
}

#[cfg(test)]
mod tests {
    use super::super::number::number;
    use super::super::testing::read_with;
    use super::ratio;

    #[test]
    fn ratios() {
        for (text, value) in [
            ("one in five homes", "0.2"),
            ("nine out of 10 said", "0.9"),
            ("five in 12 days", "-"),
            ("one child in five is", "0.2"),
            ("three homes of every ten.", "0.3"),
            ("four homes out of 11", "-"),
            ("four homes in 11", "-"),
            ("one child in five schools", "-"),
            ("one child in five new schools", "-"),
            ("one house in four burned", "0.25"),
            ("one litre in five is lost", "0.2"),
            ("three litres of every ten", "0.3"),
            ("three litres in ten", "-"),
            ("one litre in five minutes", "-"),
            ("two homes in three days", "-"),
            ("two homes of ten", "-"),
            ("two-thirds of them", "0.67"),
            ("three quarters of the", "0.75"),
            ("a quarter of those", "0.25"),
            ("a third man", "-"),
            ("1/4 of the", "0.25"),
            ("one out of three homes", "0.33"),
            ("one fourth of them", "0.25"),
            ("1 over 3", "0.33"),
            ("one hundred thirty-two fifths", "26.4"),
            ("one hundred thirty-fifths", "2.86"),
            ("half of the loss", "0.5"),
            ("half the loss", "0.5"),
            ("half-time", "-"),
            ("fly-half Ruiz", "-"),
            ("in each half", "-"),
            ("three times as many", "3"),
            ("three times in", "-"),
            ("fivefold", "5"),
            ("doubled from", "2"),
            ("double standards", "-"),
        ] {
            assert_eq!(
                read_with(
                    |input| ratio(input, number(input).ok()),
                    text,
                    |value| value.round_dp(2).normalize().to_string()
                ),
                value,
                "{text}"
            );
        }
    }
}
