//! Somebody's age and the day of birth.
//!
//! ```text
//! age   = name "," N "," ["who" "was"] birth | birth … name "," N "," | birth … "aged" N … date | birth … date … "aged" N
//!       | birth … "." … "the" N "-year-old" | birth … "." ("he" | "she") "is" N
//!       | name "," N "," … "." … (surname | "he" | "she") ["," "who"] "was" birth
//! birth = "born" … date
//! ```
//! The date of birth names its year. An age is that on the draft's date, unless it is bound to another date. Where a
//! relative is born, it is not told whose age follows.

use super::super::is_any;
use super::{Figures, dated_by_year};
use crate::claim::{Claim, Noun, Relation, Timing, Unit};
use crate::grammar::date::Dated;
use crate::grammar::{QuantityPiece, Tokens};
use crate::text::Role;
use std::ops::Range;

/// How many tokens behind "born" the date may begin.
const REACH: usize = 12;

/// How many tokens may stand between an age and the date on which it is told.
const NEAR: usize = 4;

/// Words before "born" that make it somebody else's birth.
const OTHERS: [&str; 13] = [
    "son", "daughter", "child", "children", "wife", "mother", "father", "brother", "sister", "husband", "baby",
    "twins", "whose",
];

/// A birth told in a sentence.
struct Birth {
    /// The tokens from "born" to the end of the date.
    tokens: Range<usize>,
    day: Timing,
}

/// The ages of a sentence whose owners' birth is told in it or before it in the paragraph.
pub(super) fn ages(figures: &Figures<'_>) -> Vec<Relation> {
    let here = || birth(figures.tokens, figures.dates);
    if !figures.pieces.iter().any(|piece| piece.age) {
        return here().and_then(|birth| aged_before(figures, &birth)).into_iter().collect();
    }
    let here = here();
    let told = |(at, piece): (usize, &QuantityPiece)| {
        let (born, at_day) = match &here {
            Some(birth) => (birth.day, told_with(figures, piece, birth)?),
            None => (told_before(figures)?, goes_back(figures, piece)?),
        };
        Some(Relation::Age { age: figures.first + at, born, at: at_day })
    };
    figures.pieces.iter().enumerate().filter(|(_, piece)| piece.age).filter_map(told).collect()
}

/// The age told earlier of whom a sentence says when they were born: in the sentence before of "he" or "she", anywhere of a
/// name that is given again.
fn aged_before(figures: &Figures<'_>, birth: &Birth) -> Option<Relation> {
    let start = birth.tokens.start;
    let subject = (1..=4).map(|back| figures.letters_before(start, back));
    let subject = subject.take_while(|word| !word.is_empty()).find(|word| !is_any(word, &["was", "is", "who", ","]))?;
    let age = if is_any(subject, &["he", "she", "man", "woman"]) {
        told_just_before(figures).or_else(|| told_of_dead(figures))
    } else {
        told_of(figures, subject).or_else(|| is_any(subject, &PARTIES).then(|| only_age(figures)).flatten())
    }?;
    let published = figures.published()?;
    let now = figures.all[age].as_of.is_none_or(|as_of| as_of.end.is_none_or(|end| end.year() == published.year()));
    now.then(|| Relation::Age { age, born: birth.day, at: Timing::day(published) })
}

/// Whom a report from a court or a hospital calls by what they are to it.
const PARTIES: [&str; 6] = ["client", "defendant", "accused", "suspect", "patient", "deceased"];

/// The only age told in the draft before.
fn only_age(figures: &Figures<'_>) -> Option<usize> {
    let earlier = figures.all[..figures.first].iter().enumerate();
    let mut ages = earlier.filter(|(_, claim)| is_age(claim));
    ages.next().filter(|_| ages.next().is_none()).map(|(at, _)| at)
}

/// Whether a claim is of somebody's years.
fn is_age(claim: &Claim) -> bool {
    let named = |noun: &Noun| &*noun.head == "age" || noun.text.starts_with(char::is_uppercase);
    let of_years = matches!(&claim.quantity.unit, Unit::Measure(unit) if &**unit == "year");
    of_years && claim.noun.as_ref().is_some_and(named)
}

/// The only age of the sentence before.
fn told_just_before(figures: &Figures<'_>) -> Option<usize> {
    let before = figures.earlier.last()?;
    let first = figures.first.checked_sub(before.quantities.len())?;
    let mut ages = before.quantities.iter().enumerate().filter(|(_, piece)| piece.age);
    ages.next().filter(|_| ages.next().is_none()).map(|(at, _)| first + at)
}

/// The age of whoever a draft opens with, who died, where no other is told before.
fn told_of_dead(figures: &Figures<'_>) -> Option<usize> {
    let age = only_age(figures)?;
    let claim = &figures.all[age];
    let opens = figures.all[..age].iter().all(|other| other.role == Role::Headline || other.block == claim.block);
    let mut words = claim.sentence.of(figures.tokens.text()).split(' ');
    let named = claim.noun.as_ref().is_some_and(|noun| noun.span.start == claim.sentence.start);
    (opens && named && words.any(|word| word == "died")).then_some(age)
}

/// The only age in the draft before of somebody of that surname.
fn told_of(figures: &Figures<'_>, surname: &str) -> Option<usize> {
    let surname = format!(" {}", surname.to_lowercase());
    let earlier = figures.all[..figures.first].iter().enumerate();
    let of = |claim: &Claim| claim.context().thing.strip_prefix("age of").is_some_and(|name| name.ends_with(&surname));
    let mut ages = earlier.filter(|(_, claim)| of(claim));
    ages.next().filter(|_| ages.next().is_none()).map(|(at, _)| at)
}

/// The only birth of a sentence.
fn birth(tokens: Tokens<'_>, dates: &[Dated]) -> Option<Birth> {
    let words = tokens.rest();
    let mut births = (0..words.len()).filter(|at| words[*at].reads("born"));
    let at = births.next().filter(|_| births.next().is_none())?;
    let others = words[at.saturating_sub(NEAR)..at].iter().any(|word| OTHERS.iter().any(|one| word.reads(one)));
    let date = dates.iter().find(|date| date.tokens.start > at && date.tokens.start <= at + REACH)?;
    let day = dated_by_year(tokens, date)?;
    (!others).then_some(Birth { tokens: at..date.tokens.end, day })
}

/// When an age is told of that stands in the sentence of the birth.
fn told_with(figures: &Figures<'_>, piece: &QuantityPiece, birth: &Birth) -> Option<Timing> {
    let today = figures.published().map(Timing::day);
    if is_apposed(figures, piece) {
        let between = piece.tokens.end..birth.tokens.start;
        let joined = between.len() <= 3 && between.clone().all(|at| figures.is_one_of(at, &[",", "who", "was"]));
        let leads = birth.tokens.start == 0;
        return today.filter(|_| leads || !between.is_empty() && joined);
    }
    let mut others = figures.dates.iter().filter(|dated| !birth.tokens.contains(&dated.tokens.start));
    let other = others.next().filter(|_| others.next().is_none())?;
    let apart = if other.tokens.start >= piece.tokens.end {
        other.tokens.start - piece.tokens.end
    } else {
        piece.tokens.start.checked_sub(other.tokens.end)?
    };
    let told = figures.is_one_of(piece.tokens.start.checked_sub(1)?, &["aged", "of", "at"]);
    let mut between = birth.tokens.end..piece.tokens.start;
    let follows = !between.any(|at| figures.is_one_of(at, &OTHERS)) && birth.tokens.end <= piece.tokens.start;
    dated_by_year(figures.tokens, other).or_else(|| lately(figures, other)).filter(|_| told && follows && apart <= NEAR)
}

/// A day shortly before the draft's own: "died on Tuesday".
fn lately(figures: &Figures<'_>, dated: &Dated) -> Option<Timing> {
    let day = dated.start.filter(|_| dated.start == dated.end)?;
    let ago = (figures.published()? - day).get_days();
    (0..=LATELY).contains(&ago).then(|| Timing::day(day))
}

/// How many days ago somebody may have died.
const LATELY: i32 = 31;

/// `name "," N ","`
fn is_apposed(figures: &Figures<'_>, piece: &QuantityPiece) -> bool {
    figures.letters_before(piece.tokens.start, 1) == "," && figures.word(piece.tokens.end) == ","
}

/// The only birth told shortly before in the paragraph.
pub(super) fn told_before(figures: &Figures<'_>) -> Option<Timing> {
    let mut births = figures.recent().iter().filter_map(|said| birth(said.tokens, &said.dates));
    births.next().filter(|_| births.next().is_none()).map(|birth| birth.day)
}

/// The draft's date, for an age that can only be that of the person spoken of.
fn goes_back(figures: &Figures<'_>, piece: &QuantityPiece) -> Option<Timing> {
    let start = piece.tokens.start;
    let definite = figures.letters_before(start, 1).eq_ignore_ascii_case("the");
    let told = start == 2 && figures.is_one_of(0, &["he", "she"]) && figures.word(1) == "is";
    let elsewhen = figures.dates.iter().any(|dated| dated_by_year(figures.tokens, dated).is_some());
    figures.published().map(Timing::day).filter(|_| (definite || told) && !elsewhen)
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::relations;

    #[test]
    fn ages_and_births() {
        // The draft is of 12 March 2025.
        for (text, wanted) in [
            ("Olga Brandt, 68, who was born in 1961, will appeal.", "1961 at 2025"),
            ("Born on 3 May 1961, Olga Brandt, 68, will appeal.", "1961 at 2025"),
            ("Born in 1950, he died in 2020 aged 60.", "1950 at 2020"),
            ("Born in 1950, he died on Monday aged 60.", "1950 at 2025"),
            ("Born in 1950, he died on Monday at the age of 60.", "1950 at 2025"),
            ("Brandt was born on 3 May 1961 in Lund. Doctors say the 68-year-old is frail.", "1961 at 2025"),
            ("Brandt was born on 3 May 1961 in Lund. She is 68.", "1961 at 2025"),
            ("Olga Brandt, 68, sings in the choir. Brandt was born in 1961.", "1961 at 2025"),
            ("Olga Brandt, 68, sings.\nThe choir is old. Brandt, who was born on 3 May 1961, left.", "1961 at 2025"),
            ("Olga Brandt, 68, sings in the choir. She was born in 1961.", "1961 at 2025"),
            ("Police held a 68-year-old cook. The man, who was born in 1961, drank.", "1961 at 2025"),
            ("Olga Brandt, 68, and Karl Brandt, 40, sing in the choir. Brandt was born in 1961.", ""),
            ("Olga Brandt, 68, sings in the choir. Her sister was born in 1961.", ""),
            ("Olga Brandt, 68, sings in the choir, which is old. It was born in 1961.", ""),
            (
                "Olga Brandt, aged 68, was fined.\nHer client, who was born in 1961, drank, said a lawyer.",
                "1961 at 2025",
            ),
            (
                "Olga Brandt, who has died in Lund aged 68, sang.\nThe choir is old. Brandt was born in 1961.",
                "1961 at 2025",
            ),
            ("Olga Brandt, a singer, died at home on Sunday at the age of 68.\nShe was born in 1961.", "1961 at 2025"),
            ("Olga Brandt said that Karl died at home on Sunday aged 68.\nShe was born in 1961.", ""),
            ("Brandt, 68, whose son was born in 1990, will appeal.", ""),
            ("Brandt, 68, and Kurt Lind, born in 1990, will appeal.", ""),
            ("Born in 1950, he went to sea aged 16.", ""),
            ("He was born in 1950, and his son died on Monday aged 30.", ""),
            ("Brandt was born in 1961. A 30-year-old was hurt.", ""),
        ] {
            let found: Vec<_> = relations(text).iter().filter_map(shown).collect();
            assert_eq!(found.join("; "), wanted, "{text}");
        }
    }

    fn shown(relation: &Relation) -> Option<String> {
        let Relation::Age { born, at, .. } = relation else { return None };
        Some(format!("{} at {}", born.start?.year(), at.start?.year()))
    }
}
