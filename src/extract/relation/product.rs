//! How much falls to one, how many there are, and what that comes to.
//!
//! ```text
//! product = number noun … rate ("each" | "apiece" | ("a" | "per") noun) "," comes_to total
//!         | rate ("a" | "per") noun … number noun … comes_to total | rate "an hour" … number "hours" … comes_to total
//!         | rate ["a month"] "to" number noun "," total "in total"
//!         | rate ("a" | "per") unit "over" number unit "," total "in all"
//!         | "each of the" number … rate … comes_to total | rate "for each of the" number … "cost" … total
//!         | rate "an hour" "," "or" total "for a" number "-hour" …
//!         | total "in" number noun "of" rate "each" | number noun … "each" verb rate "," comes_to total
//! comes_to = "raising" | "costing" | "or" | ["for"] "a total of" | …
//! ```

use super::sum::is_in_all;
use super::{Figures, begins, is_any};
use crate::claim::{Claim, Decimal, Relation, Unit, are_within};
use crate::extract::noun::lemma;

/// How many words may stand between figures.
const REACH: usize = 10;

/// Words before a total that follows from the figures before it, the last one.
const COMES_TO: [&str; 13] = [
    "raising",
    "costing",
    "or",
    "worth",
    "totalling",
    "totaling",
    "making",
    "earning",
    "fetching",
    "taking",
    "netting",
    "grossing",
    "generating",
];

/// The products of a sentence.
pub(super) fn products(figures: &Figures<'_>) -> Vec<Relation> {
    let told = |last| product(figures, last).or_else(|| week(figures, last)).or_else(|| in_parts(figures, last));
    (2..figures.pieces.len()).filter_map(told).collect()
}

/// "€12 an hour, or €540 for a 40-hour week".
fn week(figures: &Figures<'_>, number: usize) -> Option<Relation> {
    let (rate, total) = (number - 2, number - 1);
    let hourly = matches!(figures.letters(figures.between(rate, total))[..], ["a" | "an" | "per", "hour", ",", "or"]);
    let worked = matches!(figures.letters(figures.between(total, number))[..], ["for", "a" | "an"]);
    let unit = |at: usize| &figures.claims[at].quantity.unit;
    let hours = matches!(unit(number), Unit::Measure(name) if &**name == "hour");
    let money = matches!(unit(rate), Unit::Money(_)) && unit(rate) == unit(total);
    (hourly && worked && hours && money).then(|| tie(figures, [total, number, rate]))
}

/// "120 km in five stages of 30 km each".
fn in_parts(figures: &Figures<'_>, rate: usize) -> Option<Relation> {
    let (total, number) = (rate - 2, rate - 1);
    let unit = |at: usize| &figures.claims[at].quantity.unit;
    let sized = matches!(unit(rate), Unit::Money(_) | Unit::Measure(_)) && unit(rate) == unit(total);
    let split = matches!(figures.letters(figures.between(total, number))[..], ["in" | "over" | "into" | ":"]);
    let of = matches!(figures.letters(figures.between(number, rate))[..], [_, "of"] | [_, _, "of"]);
    let each = is_any(figures.word_behind(rate, 0), &["each", "apiece"]) && *unit(number) == Unit::Count;
    (sized && split && of && each).then(|| tie(figures, [total, number, rate]))
}

fn product(figures: &Figures<'_>, total: usize) -> Option<Relation> {
    let (first, second) = (total - 2, total - 1);
    let near = figures.between(first, second).len() <= REACH && figures.between(second, total).len() <= REACH;
    let follows = comes_to(figures, second, total);
    let ahead =
        || is_for_each(figures, first) || is_each_noun(figures, first, second) || is_paid(figures, first, second);
    let spread = || is_in_all(figures, total) && (is_spread(figures, first) || is_over(figures, first));
    let (number, rate) = if (follows || is_cost(figures, total)) && ahead() || spread() {
        (second, first)
    } else if follows
        && (is_each_of(figures, first) || is_each(figures, second, first) || is_paid(figures, second, first))
    {
        (first, second)
    } else {
        return None;
    };
    let unit = |at: usize| &figures.claims[at].quantity.unit;
    let counted = *unit(number) == Unit::Count && !figures.pieces[number].age || unit(number).is_time();
    let more = is_any(figures.word_behind(total, 0), &["with", "including", "before", "after", "plus", "excluding"]);
    let sized = matches!(unit(rate), Unit::Money(_) | Unit::Measure(_)) || is_over(figures, rate);
    // "12 boats at €900 each and five at €400 each, a total of".
    let other = (0..first).any(|at| is_any(figures.word_behind(at, 0), &["each", "apiece"]));
    let fits = !more && !other && sized && unit(rate) == unit(total);
    (near && counted && fits).then(|| tie(figures, [total, number, rate]))
}

fn tie(figures: &Figures<'_>, [total, number, rate]: [usize; 3]) -> Relation {
    let place = |at| figures.place(at);
    Relation::Rate { total: place(total), number: place(number), rate: place(rate), scale: Decimal::ONE }
}

/// Whether a total and what a number and a rate come to lie no more than so many times apart; `None` where one of them is
/// no plain figure.
pub(super) fn comes_near([total, number, rate]: [&Claim; 3], times: Decimal) -> Option<bool> {
    let right = number.quantity.value()?.checked_mul(rate.quantity.value()?)?;
    Some(are_within(total.quantity.value()?, right, times))
}

/// Whether the words in front of a total say that it follows from what is before.
fn comes_to(figures: &Figures<'_>, last: usize, total: usize) -> bool {
    match figures.letters(figures.between(last, total))[..] {
        [.., ",", "a", "bill" | "cost" | "payout" | "outlay" | "sum", "of"]
        | [.., "a", "total", "of"]
        | [.., "bringing", "in"]
        | [":"] => true,
        [.., ",", "which", verb] | [.., ",", "which", verb, _] if is_brought(verb) => true,
        [.., before, word] => is_any(word, &COMES_TO) && matches!(before, "," | "—" | "–" | "(" | "each" | "apiece"),
        _ => false,
    }
}

/// "€5,000 for each of the 800".
pub(super) fn is_for_each(figures: &Figures<'_>, rate: usize) -> bool {
    matches!(
        figures.letters(figures.between(rate, rate + 1))[..],
        ["for" | "to", "each" | "every", "of", "the"] | ["for" | "to", "each", "of"]
    )
}

/// "Will cost the town €4 million", "comes to €4 million".
fn is_cost(figures: &Figures<'_>, total: usize) -> bool {
    let words = figures.between(total - 1, total);
    words.clone().any(|at| begins(figures.word(at), "cost") || is_brought(figures.word(at)))
}

/// Whether a verb says what figures come to.
fn is_brought(verb: &str) -> bool {
    let verbs = [
        "comes", "amounts", "totals", "bring", "brings", "raise", "raises", "earns", "makes", "means", "gives",
        "takes", "pays",
    ];
    is_any(verb, &verbs)
}

/// "€15 an hour" and "20 hours a week", in any order.
fn is_paid(figures: &Figures<'_>, rate: usize, number: usize) -> bool {
    let Unit::Measure(unit) = &figures.claims[number].quantity.unit else { return false };
    let each = is_any(figures.word_behind(rate, 0), &["a", "an", "per"]) && figures.word_behind(rate, 1) == &**unit;
    each && figures.claims[number].quantity.unit.is_time()
        && matches!(figures.claims[rate].quantity.unit, Unit::Money(_))
}

/// "€15 to 20 families", "€15 a month to 20 families".
fn is_spread(figures: &Figures<'_>, rate: usize) -> bool {
    matches!(figures.letters(figures.between(rate, rate + 1))[..], ["to"] | ["a" | "per", _, "to"])
        && figures.claims[rate + 1].noun.is_some()
}

/// "40 a day over five days".
fn is_over(figures: &Figures<'_>, rate: usize) -> bool {
    let Some(number) = figures.claims.get(rate + 1) else { return false };
    let Unit::Measure(unit) = &number.quantity.unit else { return false };
    let words = figures.letters(figures.between(rate, rate + 1));
    let [.., each, of, "over" | "for" | "in" | "during"] = words[..] else { return false };
    number.quantity.unit.is_time() && is_any(each, &["a", "an", "per", "each", "every"]) && of == &**unit
}

/// "Each of the 50".
pub(super) fn is_each_of(figures: &Figures<'_>, number: usize) -> bool {
    let start = figures.pieces[number].tokens.start;
    figures.letters_before(start, 1) == "the"
        && figures.letters_before(start, 2) == "of"
        && is_any(figures.letters_before(start, 3), &["each", "every"])
}

/// "€5 each", "€5 a boat" of so many boats.
pub(super) fn is_each(figures: &Figures<'_>, rate: usize, number: usize) -> bool {
    is_any(figures.word_behind(rate, 0), &["each", "apiece"])
        || is_each_noun(figures, rate, number)
        || is_each_doing(figures, rate, number)
}

/// "The 40 workers will each get €5".
fn is_each_doing(figures: &Figures<'_>, rate: usize, number: usize) -> bool {
    let adjacent = number + 1 == rate;
    // "Will each get €5 a month".
    let again = is_any(figures.word_behind(rate, 0), &["a", "an", "per", "every"]);
    match figures.letters(figures.between(number, rate))[..] {
        [.., "each", verb] | [.., "each", "be", verb] => adjacent && verb != "of" && !again,
        _ => false,
    }
}

/// "€5 a boat" of so many boats.
fn is_each_noun(figures: &Figures<'_>, rate: usize, number: usize) -> bool {
    let own = figures.claims[number].noun.as_ref().map(|noun| noun.head.clone());
    let token = figures.token(figures.pieces[rate].tokens.end + 1);
    let noun = token.map(|token| lemma(figures.tokens.lexicon(), token).0);
    is_any(figures.word_behind(rate, 0), &["a", "per"]) && noun.is_some() && noun == own
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    pub(in super::super) fn products(text: &str) -> String {
        ties(text, |relation, figure| {
            let Relation::Rate { total, number, rate, .. } = relation else { return None };
            Some(format!("{} × {} = {}", figure(*number), figure(*rate), figure(*total)))
        })
    }

    #[test]
    fn rates_times_numbers() {
        for (text, expected) in [
            ("The 1,600 shares were sold at $25 each, raising $60,000.", "1,600 × 25 = 60,000"),
            ("It paid 340 workers a bonus of €500 each, a bill of €210,000.", "340 × 500 = 210,000"),
            ("They sold 200 boats at €25 a boat, raising €9,000.", "200 × 25 = 9,000"),
            ("Each of the 50 schools gets $4,000, for a total of $300,000.", "50 × 4,000 = 300,000"),
            ("Paying €50 for each of the 800 victims will cost the town €60,000.", "800 × 50 = 60,000"),
            ("At €25 a boat, the 200 boats will bring in €9,000.", "200 × 25 = 9,000"),
            ("She is paid €15 an hour and works 20 hours a week, which brings her €400 a week.", "20 × 15 = 400"),
            ("For 20 hours at €15 an hour, earning €400, he swept.", "20 × 15 = 400"),
            ("It gave £200 to each of 300 families, or £90,000.", "300 × 200 = 90,000"),
            ("The 40 workers will each get €500, a total of €25,000.", "40 × 500 = 25,000"),
            ("The race covers 120 kilometres in five stages of 30 kilometres each.", "five × 30 = 120"),
            ("The 40 workers will each get €500 a month, a total of €240,000.", "-"),
            ("They sold 12 boats at €900 each and five at €400 each, a total of €12,800.", "-"),
            ("The race covers 120 kilometres, with five stages of 30 kilometres each.", "-"),
            ("The town pays $60 a month to 500 families, $50,000 in total.", "500 × 60 = 50,000"),
            ("The port handled an average of 40 ships a day over five days, 180 in all.", "five × 40 = 180"),
            ("The port handled 40 ships a day over five days, 180 of them tankers.", "-"),
            ("The port handled 40 ships a day over five weeks, 180 in all.", "-"),
            ("The town pays $60 a month to 500 families, $50,000 of it late.", "-"),
            ("She is paid €15 an hour and works 20 days a month, which brings her €400 a week.", "-"),
            ("Pickers earn £12 an hour, or £540 for a 40-hour week.", "40 × 12 = 540"),
            ("They sold 200 boats at €25 a tonne, raising €9,000.", "-"),
            ("The 1,600 shares were sold at $25 each, and $60,000 was spent.", "-"),
            ("They sold 200 boats at €25 a boat, raising €9,000 with gifts.", "-"),
            ("The club has 40 members, lost $25 and won $90.", "-"),
        ] {
            assert_eq!(products(text), expected, "{text}");
        }
    }
}
