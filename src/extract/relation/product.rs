//! How much falls to one, how many there are, and what that comes to.
//!
//! ```text
//! product = number noun … rate ("each" | "apiece" | ("a" | "per") noun) "," comes_to total
//!         | "each of the" number … rate … comes_to total | rate "for each of the" number … "cost" … total
//! comes_to = "raising" | "costing" | "or" | ["for"] "a total of" | …
//! ```

use super::{Figures, begins, is_any};
use crate::claim::{Claim, Decimal, Relation, Unit};
use crate::extract::noun::lemma;

/// How many words may stand between figures.
const REACH: usize = 10;

/// Words before a total that follows from the figures before it, the last one.
const COMES_TO: [&str; 9] =
    ["raising", "costing", "or", "worth", "totalling", "totaling", "making", "earning", "fetching"];

/// The products of a sentence.
pub(super) fn products(figures: &Figures<'_>) -> Vec<Relation> {
    (2..figures.pieces.len()).filter_map(|total| product(figures, total)).collect()
}

fn product(figures: &Figures<'_>, total: usize) -> Option<Relation> {
    let (first, second) = (total - 2, total - 1);
    let near = figures.between(first, second).len() <= REACH && figures.between(second, total).len() <= REACH;
    let follows = comes_to(figures, second, total);
    let (number, rate) = if is_for_each(figures, first) && (follows || is_cost(figures, total)) {
        (second, first)
    } else if follows && (is_each_of(figures, first) || is_each(figures, second, first)) {
        (first, second)
    } else {
        return None;
    };
    let unit = |at: usize| &figures.claims[at].quantity.unit;
    let counted = *unit(number) == Unit::Count && !figures.pieces[number].age;
    let more = is_any(figures.word_behind(total, 0), &["with", "including", "before", "after", "plus", "excluding"]);
    let fits = !more && matches!(unit(rate), Unit::Money(_) | Unit::Measure(_)) && unit(rate) == unit(total);
    (near && counted && fits).then(|| Relation::Rate {
        total: figures.place(total),
        number: figures.place(number),
        rate: figures.place(rate),
        scale: Decimal::ONE,
    })
}

/// Whether the words in front of a total say that it follows from what is before.
fn comes_to(figures: &Figures<'_>, last: usize, total: usize) -> bool {
    match figures.letters(figures.between(last, total))[..] {
        [.., "a", "total", "of"] | [.., "bringing", "in"] => true,
        [.., before, word] => is_any(word, &COMES_TO) && matches!(before, "," | "—" | "–" | "(" | "each" | "apiece"),
        _ => false,
    }
}

/// "€5,000 for each of the 800".
fn is_for_each(figures: &Figures<'_>, rate: usize) -> bool {
    matches!(
        figures.letters(figures.between(rate, rate + 1))[..],
        ["for", "each" | "every", "of", "the"] | ["to", "each", "of", "the"]
    )
}

/// "Will cost the town €4 million", "comes to €4 million".
fn is_cost(figures: &Figures<'_>, total: usize) -> bool {
    let words = figures.between(total - 1, total);
    words.clone().any(|at| begins(figures.word(at), "cost") || figures.is_one_of(at, &["comes", "amounts", "totals"]))
}

/// "Each of the 50".
fn is_each_of(figures: &Figures<'_>, number: usize) -> bool {
    let start = figures.pieces[number].tokens.start;
    figures.letters_before(start, 1) == "the"
        && figures.letters_before(start, 2) == "of"
        && is_any(figures.letters_before(start, 3), &["each", "every"])
}

/// "€5 each", "€5 a boat" of so many boats.
fn is_each(figures: &Figures<'_>, rate: usize, number: usize) -> bool {
    let next = figures.word_behind(rate, 0);
    if is_any(next, &["each", "apiece"]) {
        return true;
    }
    let own = |claim: &Claim| claim.noun.as_ref().map(|noun| noun.head.clone());
    let token = figures.token(figures.pieces[rate].tokens.end + 1);
    let noun = token.map(|token| lemma(figures.tokens.lexicon(), figures.tokens.text(), token).0);
    is_any(next, &["a", "per"]) && noun.is_some() && noun == own(&figures.claims[number])
}

#[cfg(test)]
mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    #[test]
    fn rates_times_numbers() {
        for (text, expected) in [
            ("The 1,600 shares were sold at $25 each, raising $60,000.", "1,600 × 25 = 60,000"),
            ("They sold 200 boats at €25 a boat, raising €9,000.", "200 × 25 = 9,000"),
            ("Each of the 50 schools gets $4,000, for a total of $300,000.", "50 × 4,000 = 300,000"),
            ("Paying €50 for each of the 800 victims will cost the town €60,000.", "800 × 50 = 60,000"),
            ("They sold 200 boats at €25 a tonne, raising €9,000.", "-"),
            ("The 1,600 shares were sold at $25 each, and $60,000 was spent.", "-"),
            ("They sold 200 boats at €25 a boat, raising €9,000 with gifts.", "-"),
            ("The club has 40 members, lost $25 and won $90.", "-"),
        ] {
            let found = ties(text, |relation, figure| {
                let Relation::Rate { total, number, rate, .. } = relation else { return None };
                Some(format!("{} × {} = {}", figure(*number), figure(*rate), figure(*total)))
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
