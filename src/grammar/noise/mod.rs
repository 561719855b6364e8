//! What only looks like a quantity. Each production takes what it recognises and says what it is.
//!
//! ```text
//! noise = clock | ordinal | decade | telephone | fraction_date | score | version | enumerated | address | label | name
//!       | year
//! ```

mod calendar;
mod clock;
mod counted;
mod name;
mod pronoun;
mod score;
mod telephone;

pub(super) use calendar::is_bare_year;
pub(super) use counted::is_counted;

use super::tokens::{Parsed, Tokens, fail, is_dash};
use crate::lexicon::List;
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;

/// What a stretch of digits or number words is instead of a quantity.
pub(super) type Why = &'static str;

/// `noise`, where it fits.
pub(super) fn noise(input: Tokens<'_>) -> Parsed<'_, Why> {
    match input.peek() {
        Some(token) if stands_plain(&input, token) => fail(),
        Some(token) if token.shape == Shape::Number || token.shape == Shape::Mark => numeric_noise(input),
        Some(_) => word_noise(input),
        None => fail(),
    }
}

/// Whether a figure or number word stands between plain words, as most do, so that no production can fit.
fn stands_plain(input: &Tokens<'_>, token: &Token) -> bool {
    let lexicon = input.lexicon();
    let letters = token.letters;
    let plain = match token.shape {
        Shape::Number => {
            !letters.starts_with('0')
                && letters.bytes().all(|letter| letter.is_ascii_digit())
                && !telephone::EMERGENCY.contains(&letters)
        }
        Shape::Lower => letters != "one",
        Shape::Mark => return letters != "+" && !is_dash(letters),
        _ => false,
    };
    let word = |token: &Token, not: List| token.shape == Shape::Lower && !lexicon.is(token.word, not);
    plain
        && input.back(1).is_none_or(|back| !token.glued && word(back, List::Label))
        && input.nth(1).is_none_or(|next| !next.glued && word(next, List::Clock))
}

fn numeric_noise(input: Tokens<'_>) -> Parsed<'_, Why> {
    let read = if stands_alone(&input) {
        alt((clock::clock, calendar::day, name::version)).parse(input)
    } else {
        let time = alt((clock::clock, calendar::decade, calendar::ordinal, calendar::day));
        let marks = alt((telephone::telephone, calendar::fraction_date, score::score, name::version));
        alt((time, marks)).parse(input)
    };
    let read = read.or_else(|_| telephone::emergency(input));
    read.or_else(|_| alt((name::enumerated, name::address, name::label, name::code, name::name)).parse(input))
}

/// Whether nothing is joined to a figure, by touching it or with a mark, as what many kinds of noise need.
fn stands_alone(input: &Tokens<'_>) -> bool {
    let figure = input.peek().is_some_and(|token| token.shape == Shape::Number && !input.letters().starts_with('0'));
    figure && input.nth(1).is_none_or(|next| !next.glued && next.shape != Shape::Mark)
}

fn word_noise(input: Tokens<'_>) -> Parsed<'_, Why> {
    alt((
        clock::spelled_clock,
        calendar::spelled_ordinal,
        pronoun::pronoun_one,
        name::capital_name,
        name::spelled_label,
    ))
    .parse(input)
}

#[cfg(test)]
mod tests {
    use super::noise;
    use crate::grammar::words::Words;

    /// What is passed over in a sentence, tried at every place.
    fn passed(text: &str) -> String {
        let words = Words::of(text);
        let all = words.whole(text);
        let all = all.tokens();
        let found = (0..words.tokens().len())
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
            ("so Velmar 3 has engines", "3: name"),
            ("under Article 5 they", "5: name"),
            ("see page 12 for", "12: name"),
            ("Girls now number 430 of them", "-"),
            ("The dead number 43", "-"),
            ("It fined Zorvel 650,000 pounds", "-"),
            ("children under 15 number 620", "-"),
            ("Room number 430 is", "430: name"),
            ("at 17 Market Street", "17: address"),
            ("version 3.2.1 came", "3.2.1: version"),
            ("one of them died", "one: pronoun"),
            ("no one died", "one: pronoun"),
            ("one person died", "-"),
            ("one in five homes", "-"),
            ("one out of three homes", "-"),
            ("one and a half tonnes", "-"),
            ("09.20 The gates open", "09.20: clock time"),
            ("in the twenty-first century", "twenty-first: ordinal"),
            ("He went 3-for-4 at bat", "3-for-4: score"),
            ("a 5-to-4 ruling", "5-to-4: score"),
            ("a 24-21 lead", "24-21: score"),
            ("They won 3-2", "3-2: score"),
            ("Call 555-0173 now", "555-0173: telephone"),
            ("a category 4 storm", "4: name"),
            ("at 12-16 Mill Lane", "12-16: address"),
            ("at 14 W 52nd St in town", "14 W 52nd St: address"),
            ("FTSE 100 rose", "100: name"),
            ("FTSE -0.6% on the day", "-"),
            ("a letter of Feb. 21 estimates it", "21: date"),
            ("with 1998 sales of", "-"),
            ("It was the Group of Seven again", "Seven: name"),
            ("2,500 people died", "-"),
            ("under docket No. 22-451 they", "22-451: name"),
            ("in case 23-00318 they", "23-00318: name"),
            ("the code was 00318 again", "00318: name"),
            ("at odds of 7/2 again", "7/2: odds"),
            ("shot a 4-under 68 on Friday", "4-under 68: score"),
            ("Upton 3, Hesk United 1", "3, Hesk United 1: score"),
            ("Upton 3, Hesk United 1 boat", "-"),
            ("Labour 51, Greens 49 percent", "-"),
            ("they are 7-2-1 now", "7-2-1: score"),
            ("police met at 1430 hours there", "1430 hours: clock time"),
            ("they flew 1430 hours there", "-"),
            ("She called 911 again", "911: telephone"),
            ("they had 911 calls then", "911: telephone"),
            ("they had 911 boats then", "-"),
            ("Six AK 47 rifles were found", "47: name"),
            ("the owner of the Ana Maria 5.", "5: name"),
            ("a win for the Mets 5, they said", "-"),
            ("Call 1-800-555-0142 now", "1-800-555-0142: telephone"),
        ] {
            assert_eq!(passed(text), expected, "{text}");
        }
    }
}
