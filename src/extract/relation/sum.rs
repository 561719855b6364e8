//! The parts of a whole, where the words say that they are all of it.
//!
//! ```text
//! sum    = whole [noun] (":" | "—" | "(" | "comprises" | "consists of" | "is made up of") list
//!        | ("A total of" | "In all,") whole [noun] "," list
//!        | whole [noun] "," list, whose parts are men and women, or boys and girls, or passengers and crew
//!        | money ("," "of" "which" | "includes") list        no more than the whole
//! list   = part … { "," part … } "and" part …
//! ```
//! A list in which anything may be missing ("including", "among them", "others") is no sum. Tables are read in
//! [`table`](super::table), parts in the next sentence in [`split`](super::split), lists that end in their total in
//! [`total`](super::total).

use super::addend::{are_alike, are_divided, are_kinds, are_near};
use super::total::{added_up, taken_to, whole_last};
use super::{Figures, is_any};
use crate::claim::{Relation, Unit};
use crate::lexicon::List;
use crate::text::Shape;
use std::ops::Range;

/// The sums that a sentence tells.
pub(super) fn sum(figures: &Figures<'_>) -> Vec<Relation> {
    let count = figures.pieces.len();
    if count < 3 {
        return Vec::new();
    }
    if is_open(figures) {
        return (0..count).find_map(|at| taken_to(figures, at).or_else(|| of_which(figures, at))).into_iter().collect();
    }
    let each = figures.is_any_word(&["respectively"]);
    let told = |at: usize| {
        let told = whole_first(figures, at).filter(|_| !each).or_else(|| whole_last(figures, at));
        let told = told.or_else(|| added_up(figures, at)).or_else(|| taken_to(figures, at));
        told.or_else(|| of_which(figures, at))
    };
    (0..count).filter_map(told).collect()
}

/// Words that say that more may belong to a list.
#[rustfmt::skip]
pub(super) const OPEN: [&str; 27] = [
    "including", "include", "includes", "included", "among", "others", "other", "rest", "remaining", "remainder",
    "mostly", "mainly", "excluding", "plus", "besides", "example", "alone", "least", "another", "more", "each", "fewer",
    "unknown", "unidentified", "both", "than", "per",
];

/// Whether a word of the sentence says that more may belong to the list.
pub(super) fn is_open(figures: &Figures<'_>) -> bool {
    figures.is_any_word(&OPEN)
}

/// "60 people: 24 from Upton, 20 from Westby and 16 from Dunmore".
fn whole_first(figures: &Figures<'_>, whole: usize) -> Option<Relation> {
    // "£18m over three years: £9m on heating".
    let timed = figures.claims.get(whole + 1).is_some_and(|next| next.quantity.unit.is_time());
    let timed = timed && !figures.claims[whole].quantity.unit.is_time() && is_spent_over(figures, whole);
    let first = whole + 1 + usize::from(timed);
    let last = (first + 1..figures.pieces.len())
        .find(|at| follows(figures, at - 1) == Some("and"))
        .or_else(|| last_in_brackets(figures, whole))?;
    let parts = first..last + 1;
    let listed = (first..last - 1).all(|at| follows(figures, at) == Some(","));
    let opening = figures.letters(figures.between(whole, first));
    let near = opening.len() <= if timed || is_called_total(figures, whole) { CLAUSE } else { NOUN };
    let comprises = is_made_of(&opening);
    let told = match opening[..] {
        _ if comprises => true,
        [.., ":" | "—" | "–" | "("] => true,
        // "The 37 winners are 14 Danes, …".
        [.., "are" | "were"] => is_whose(figures, whole) && parts.len() > 2,
        [.., ","] => is_called_total(figures, whole) || are_divided(figures, parts.clone()),
        // ": the theatre €40, the gallery €30".
        [.., ":", _] | [.., ":", _, _] | [.., ":", _, _, _] => {
            are_near(&figures.claims[parts.clone()], &figures.claims[whole])
        }
        _ => false,
    };
    let ends = is_end(figures, last);
    let kinds = parts.len() > 2 || are_divided(figures, parts.clone());
    let kinds = kinds && (comprises || matches!(opening[..], [.., ":" | "—" | "–" | "(" | "are" | "were"]));
    let alike = are_alike(figures, whole, parts.clone()) || kinds && are_kinds(figures, whole, parts.clone());
    (listed && near && told && ends && alike).then(|| tie(figures, whole, parts))
}

/// Whether the stretch of time behind a figure is that over which all of it goes, up to a colon: "over three years:".
fn is_spent_over(figures: &Figures<'_>, whole: usize) -> bool {
    let over = is_any(figures.word_before(whole + 1, 1), &["over", "in", "for", "within"]);
    over && figures.word(figures.pieces[whole + 1].tokens.end) == ":"
}

/// Whether words say what something is made of: "comprises", "is made up of".
pub(super) fn is_made_of(words: &[&str]) -> bool {
    matches!(
        words,
        [.., "comprise" | "comprises" | "comprised" | "comprising"]
            | [.., "consist" | "consists" | "consisted" | "consisting" | "up", "of"]
    )
}

/// Whether a figure stands behind an article, or says whose it is: "the 37 winners".
fn is_whose(figures: &Figures<'_>, whole: usize) -> bool {
    is_any(figures.letters_before(figures.pieces[whole].tokens.start, 1), &["the", "its", "their"])
}

/// "£3.1m, of which £1.4m went on leaflets and £2.2m on staff", "£3.1m, including £1.4m for leaflets and £2.2m for staff":
/// what is spent on one thing is not spent on another.
fn of_which(figures: &Figures<'_>, whole: usize) -> Option<Relation> {
    let first = whole + 1;
    let last = (first + 1..figures.pieces.len()).find(|at| follows(figures, at - 1) == Some("and"))?;
    let parts = first..last + 1;
    let opening = figures.letters(figures.between(whole, first));
    let holds = opening.len() <= NOUN
        && matches!(opening[..], [.., "includes" | "included" | "including"] | [.., "includes" | "included", "some"]);
    let told = holds || matches!(opening[..], [",", "of", "which"]);
    let listed = (first..last - 1).all(|at| follows(figures, at) == Some(","));
    let money = |at: usize| matches!(figures.claims[at].quantity.unit, Unit::Money(_));
    let own = parts.clone().all(|at| figures.word_behind(at, 0) != "of");
    let fits =
        told && listed && own && money(whole) && is_end(figures, last) && are_alike(figures, whole, parts.clone());
    let places = || parts.clone().map(|at| figures.place(at)).collect();
    fits.then(|| Relation::Sum { parts: places(), total: figures.place(whole), complete: false })
}

/// The last part of a list without an "and" that fills a bracket and comes near the whole: "60 (24 girls, 34 boys)".
fn last_in_brackets(figures: &Figures<'_>, whole: usize) -> Option<usize> {
    let first = whole + 1;
    let start = figures.pieces.get(first)?.tokens.start;
    let close = (start..figures.tokens.rest().len()).find(|&at| figures.word(at) == ")")?;
    let last = (first..figures.pieces.len()).take_while(|&at| figures.pieces[at].tokens.start < close).last()?;
    let opens = figures.letters(figures.between(whole, first)).last() == Some(&"(");
    let listed = (first..last).all(|at| follows(figures, at) == Some(",") && figures.word_behind(at + 1, 0) != "of");
    let near = || are_near(&figures.claims[first..=last], &figures.claims[whole]);
    (last > first && opens && listed && near()).then_some(last)
}

/// "60 in all", "60 boats altogether".
pub(super) fn is_in_all(figures: &Figures<'_>, whole: usize) -> bool {
    (0..=BEHIND).any(|ahead| match [figures.word_behind(whole, ahead), figures.word_behind(whole, ahead + 1)] {
        ["in", "all" | "total"] | ["between", "them"] => true,
        [word, _] => is_any(word, &["altogether", "overall", "combined"]),
    })
}

/// How many words may stand between a whole and its list, and between two parts.
const NOUN: usize = 6;

/// The same where a clause may come between.
pub(super) const CLAUSE: usize = 12;

/// How many words may stand between a total and "in all".
const BEHIND: usize = 2;

pub(super) fn tie(figures: &Figures<'_>, whole: usize, parts: Range<usize>) -> Relation {
    Relation::Sum { parts: parts.map(|at| figures.place(at)).collect(), total: figures.place(whole), complete: true }
}

/// What joins a part to the next one: a comma, or "and"; `None` where they are not neighbours of a list.
pub(super) fn follows(figures: &Figures<'_>, at: usize) -> Option<&'static str> {
    let words = figures.letters(figures.between(at, at + 1));
    if words.len() > NOUN + 2 || words.iter().any(|word| matches!(*word, ";" | ":" | "(" | ")" | "—" | "–" | "but"))
    {
        return None;
    }
    let last = words.last().copied()?;
    let commas = words.iter().filter(|word| **word == ",").count();
    let ands = words.iter().filter(|word| **word == "and").count();
    match last {
        "and" if ands == 1 && commas <= 1 => Some("and"),
        // "900 for blisters and cuts, 200 for".
        "," if ands <= 1 && commas == 1 => Some(","),
        _ if is_labelled(figures, at + 1) => Some(if ands == 1 { "and" } else { "," }),
        _ => None,
    }
}

/// Whether a part stands behind the name of what it is of: ", Orr £40", "and the parks £40".
fn is_labelled(figures: &Figures<'_>, at: usize) -> bool {
    let between = figures.between(at - 1, at);
    let words = figures.letters(between.clone());
    let joint = match words[..] {
        [",", "and", ..] => 2,
        ["," | "and" | ";", ..] => 1,
        _ => return false,
    };
    let lexicon = figures.tokens.lexicon();
    let plain = |at: usize| {
        figures.token(at).is_some_and(|word| {
            let verb = word.shape == Shape::Lower && lexicon.is_only_verb(word.word);
            word.is_word()
                && !verb
                && !lexicon.is(word.word, List::Preposition)
                && !lexicon.is(word.word, List::Conjunction)
        })
    };
    (1..=LABEL).contains(&(words.len() - joint)) && between.skip(joint).all(plain)
}

/// How many words what a part is of may have.
const LABEL: usize = 4;

/// Whether the sentence, clause or bracket ends soon behind the last part.
fn is_end(figures: &Figures<'_>, last: usize) -> bool {
    let behind = figures.pieces[last].tokens.end;
    let next = figures.pieces.get(last + 1).map_or(usize::MAX, |piece| piece.tokens.start);
    let rest = figures.tokens.from(behind).rest();
    let stop = rest.iter().position(|token| matches!(token.letters, "." | ";" | ")" | "—" | "–" | ","));
    stop.unwrap_or(rest.len()) <= NOUN + 2 && behind + stop.unwrap_or(rest.len()) < next
}

/// "A total of 60", "In all, 60".
fn is_called_total(figures: &Figures<'_>, whole: usize) -> bool {
    let total = is_any(figures.word_before(whole, 1), &["of"]) && is_any(figures.word_before(whole, 2), &["total"]);
    total || figures.is_one_of(0, &["in"]) && figures.is_one_of(1, &["all", "total"])
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn parts_that_are_all_of_a_whole() {
        for (text, expected) in [
            ("The flood hit 60 people: 24 in Upton, 20 in Westby and 18 in Dunmore.", "24 + 20 + 18 = 60"),
            ("The crash left 12 dead, 7 men and 4 women.", "7 + 4 = 12"),
            ("He took 90,000 euros: 50,000 from the mill and 30,000 from the bank.", "50,000 + 30,000 = 90,000"),
            ("The firm will cut 24 jobs in Upton and 30 in Westby, a total of 60.", "24 + 30 = 60"),
            ("Some 24 jobs will go in Upton, 16 in Orr and 12 in Westby, 60 in all.", "24 + 16 + 12 = 60"),
            ("A total of 60 people were hurt, 24 in Upton and 30 in Westby.", "24 + 30 = 60"),
            (
                "The fund of €60 million comprises €24 million for roads and €30 million for parks.",
                "24 million + 30 million = 60 million",
            ),
            ("Orr lost 60 hens: 24 to cold and rain, 20 to foxes and 12 to old age.", "24 + 20 + 12 = 60"),
            ("Police held 60 people: 24 men, 20 women and 12 teenagers.", "24 + 20 + 12 = 60"),
            ("She spent €90: €20 on paint, €30 on brushes and €50 on paper.", "20 + 30 + 50 = 90"),
            ("It sold 24 boats in May and 16 boats in June, for a total of 50.", "24 + 16 = 50"),
            ("The 60 pupils (24 girls and 34 boys) sang.", "24 + 34 = 60"),
            ("Of the year, 60 pupils (24 girls, 34 boys) sang.", "24 + 34 = 60"),
            ("Orr won 60 medals (24 gold, 16 silver, 12 bronze) in May.", "24 + 16 + 12 = 60"),
            ("A panel of seven – four women and two men – will decide.", "four + two = seven"),
            ("The choir has 72 singers – 31 sopranos, 17 altos, 12 tenors and 19 basses.", "31 + 17 + 12 + 19 = 72"),
            ("Spending came to £3.1m, of which £1.4m went on fees and £2.2m on staff.", "1.4m + 2.2m < 3.1m"),
            ("The budget of £3.1m includes £1.4m for roads and £2.2m for schools.", "1.4m + 2.2m < 3.1m"),
            ("Orr raised €40 in May, €30 in June and €25 online, bringing in €90 between them.", "40 + 30 + 25 = 90"),
            ("Orr gave £14m to schools, £9m to clinics and £6m to parks: £31m altogether.", "14m + 9m + 6m = 31m"),
            ("The trawler had 60 people on board, 44 passengers and 18 crew.", "44 + 18 = 60"),
            (
                "Orr got six years, Lund four years and Vale three years, a total of 14 years.",
                "six + four + three = 14",
            ),
            ("The judge gave Orr six years, Lund four and Vale three, 14 years in all.", "six + four + three = 14"),
            ("Orr won 60 medals: 24 gold, 16 silver and 12 bronze.", "24 + 16 + 12 = 60"),
            ("Orr got €40, Upton €30 and the parks €25, for a total of €90.", "40 + 30 + 25 = 90"),
            ("Fares brought in €40, rents €30 and grants €25, totalling €90.", "40 + 30 + 25 = 90"),
            ("Asked, 44 % chose trains, 34 % buses and 29 % cars, adding up to 100 %.", "44 + 34 + 29 = 100"),
            ("At least 14 died in Orr and at least 9 in Upton, bringing the toll to 21.", "14 + 9 < 21"),
            ("The council has 50 members: 24 Greens, 16 Liberals and 9 independents.", "24 + 16 + 9 = 50"),
            ("The port has 24 tugs, 16 rafts and 12 ferries, a total of 60 vessels.", "24 + 16 + 12 = 60"),
            ("Together they have €90: Orr €40, Upton €30 and Westby €25.", "40 + 30 + 25 = 90"),
            ("The trust gave €90: the theatre €40, the gallery €30 and the museum €25.", "40 + 30 + 25 = 90"),
            ("They own 24 cows, 16 goats and 12 hens, 60 in all.", "24 + 16 + 12 = 60"),
            (
                "Fares brought in €40 and the town's gift €30, while advertising yielded €25, for a total of €90.",
                "40 + 30 + 25 = 90",
            ),
            (
                "They caused damage of 3 million and 4 million euros, a total of 9 million.",
                "3 million + 4 million = 9 million",
            ),
            (
                "Orr will spend £60m over three years: £24m on heating, £20m on cells and £19m on locks.",
                "24m + 20m + 19m = 60m",
            ),
            ("The 60 winners are 24 Danes, 16 Swedes and 12 Finns.", "24 + 16 + 12 = 60"),
            ("The find, of 60 species, is made up of 24 crabs, 16 corals and 12 fish.", "24 + 16 + 12 = 60"),
            ("The mill turned out 24 tonnes in May and 16 tonnes in June, making 60 tonnes.", "24 + 16 = 60"),
            ("The fair drew 240 people in Upton and 160 in Orr, a two-day total of 600.", "240 + 160 = 600"),
            ("The yards at Upton and Orr sold 24 and 16 boats respectively, 60 boats in all.", "24 + 16 = 60"),
            (
                "A total of 60 flats were let in the old town last year, 24 by owners, 16 by agents and 12 by the town.",
                "24 + 16 + 12 = 60",
            ),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_sum() {
        for text in [
            "The flood hit 60 people, including 24 in Upton, 20 in Westby and 18 in Dunmore.",
            "The crash left 12 dead, 7 injured and 4 missing.",
            "Orr raised €40 in May, €30 in June and €25 online, bringing in €90 for the year.",
            "It has 60 boats, of which 40 are old and 30 are red.",
            "He spent £90, of which £60 went on food and £45 of that on fish.",
            "He spent £90, including £60 on food and £45 of that on fish.",
            "He bought 12 cows, 7 sheep and 4 goats.",
            "The plane carried 161 passengers, four of them infants, and six crew, 167 people in all.",
            "Of the year, 60 pupils (50 girls, 18 of them new) sang.",
            "The farm has 60 animals: 3 barns, 2 sheds and 4 pens.",
            "The port has 24 tugs, 16 rafts and 12 ferries, a total of 600 sailors.",
            "The 60 guests were given 24 cups, 16 plates and 12 forks.",
        ] {
            assert_eq!(sums(text), "-", "{text}");
        }
    }
}
