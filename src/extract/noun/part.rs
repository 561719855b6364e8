//! The noun of a figure that tells a part of what was counted or named before.
//!
//! | text | noun |
//! |---|---|
//! | `14 soldiers …, six of them by mines` | soldiers |
//! | `Passengers with season tickets, of whom there are 210,000` | Passengers |
//! | `840 homes … Of the 840, some 60` | homes |
//! | `of those infected, half` | people |

use super::Figure;
use super::antecedent::{Antecedents, has_own_noun};
use super::head::{headed, taken_over};
use super::nature;
use super::subject;
use crate::claim::{Claim, Noun, Unit};
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// How many claims back a figure may stand that is given again.
const FAR: usize = 40;

impl Antecedents<'_> {
    /// The noun of what the figure is part of: "six of them", "of whom 41".
    pub(super) fn part(&self, figure: &Figure<'_>) -> Option<Noun> {
        let behind = figure.tokens.from(figure.piece().tokens.end);
        if let Some(people) = of_people_told(figure) {
            return Some(people);
        }
        let pronoun = |ahead| {
            figure.tokens.from(behind.at() + ahead).peek().is_some_and(|token| {
                let lexicon = figure.tokens.lexicon();
                lexicon.is_any(token.word, &[List::Pronoun, List::PronounThey, List::PronounIt])
            })
        };
        let of_them = behind.letters() == "of" && pronoun(1);
        // "in the hall, which seats 180"
        let seats = ["seats", "hold", "holds"].contains(&figure.before(1));
        let of_whom =
            !seats && (1..=4).any(|back| ["whom", "which", "those", "these", "them"].contains(&figure.before(back)));
        let several = || self.several().filter(|_| of_them);
        if let Some(noun) = of_whom.then(|| told_of_whom(figure)).flatten() {
            return Some(noun);
        }
        let taken = || (of_them || of_whom).then(|| several().or_else(|| self.counted(figure))).flatten();
        taken().or_else(|| self.given_again(figure)).or_else(|| self.of_given(figure)).or_else(|| whole(figure))
    }

    /// The noun of a figure given before and taken up again: "the 840" behind "840 homes".
    fn given_again(&self, figure: &Figure<'_>) -> Option<Noun> {
        let definite = ["the", "these", "those", "all"].contains(&figure.before(1)) && figure.behind.is_empty();
        if !definite {
            return None;
        }
        let stated = figure.piece().stated;
        let given = |claim: &&Claim| claim.quantity.unit == Unit::Count && claim.quantity.stated == stated;
        let last = self.claims().iter().rev().take(FAR).find(given)?;
        last.noun.as_ref().map(taken_over)
    }

    /// The noun of the whole just taken up: "Of the 840, some 60".
    fn of_given(&self, figure: &Figure<'_>) -> Option<Noun> {
        let previous = &figure.pieces[figure.at.checked_sub(1)?].tokens;
        let opens = previous.start.checked_sub(2).is_some_and(|at| {
            ["Of", "of"].contains(&figure.tokens.from(at).letters()) && figure.tokens.from(at + 1).is(List::Determiner)
        });
        let follows = figure.start() == previous.end + 1 && figure.before(1) == ",";
        self.claims().last()?.noun.as_ref().filter(|_| opens && follows).map(taken_over)
    }

    /// The last things that the sentence before names in the plural, where it counts none: "We close no shops. There are
    /// 30 of them".
    fn several(&self) -> Option<Noun> {
        let sentence = self.sentence()?;
        let span = sentence.span_to(&sentence.from(sentence.rest().len()));
        let counted = self.claims().iter().rev().take_while(|claim| span.start <= claim.sentence.start);
        if counted.filter(|claim| claim.quantity.unit == Unit::Count).any(has_own_noun) {
            return None;
        }
        let lexicon = sentence.lexicon();
        let plural = |at: &usize| {
            let here = sentence.from(*at);
            let noun =
                here.peek().filter(|token| token.shape == Shape::Lower).and_then(|token| lexicon.noun(token.word));
            let money = || lexicon.money_words.at(here.rest()).is_some();
            noun.is_some_and(|noun| *noun.lemma != *here.letters() && noun.class.as_deref() != Some("time") && !money())
        };
        let head = (0..sentence.rest().len()).rev().find(plural)?;
        let phrase = subject::phrase(sentence, head + 1).unwrap_or(head..head + 1);
        headed(sentence, phrase, head).map(|noun| taken_over(&noun))
    }
}

/// The noun of "of the runaways, nine are home".
fn whole(figure: &Figure<'_>) -> Option<Noun> {
    let comma = figure.start().checked_sub(1).filter(|_| figure.before(1) == ",")?;
    let phrase = subject::phrase(figure.tokens, comma)?;
    let letters = |back| phrase.start.checked_sub(back).map_or("", |at| figure.tokens.from(at).letters());
    let part = letters(1) == "the" && ["Of", "of", "Among", "among"].contains(&letters(2));
    part.then(|| headed(figure.tokens, phrase.clone(), phrase.end - 1)).flatten()
}

/// The noun of whom so many are told, where none were counted before in the sentence: "Passengers with season tickets, of
/// whom there are 210,000".
fn told_of_whom(figure: &Figure<'_>) -> Option<Noun> {
    const FAR: usize = 4;
    let tokens = figure.tokens;
    let start = figure.start();
    let of = (start.saturating_sub(FAR + 1)..start)
        .rev()
        .find(|&at| tokens.from(at).letters() == "of" && ["whom", "which"].contains(&tokens.from(at).letters_at(1)))?;
    let comma = of.checked_sub(1).filter(|&at| tokens.from(at).letters() == "," && figure.at == 0)?;
    let phrase = subject::phrases(tokens, comma)?;
    headed(tokens, phrase.tokens, phrase.head)
}

/// "Of us", "of you", "of those infected", "of those who left": no others than people are meant.
pub(super) fn of_people_told(figure: &Figure<'_>) -> Option<Noun> {
    let behind = figure.tokens.from(figure.piece().tokens.end);
    let told = |token: &Token| token.letters == "who" || token.letters.ends_with("ed") && token.shape == Shape::Lower;
    let those = behind.letters_at(1) == "those" && behind.nth(2).is_some_and(told);
    // "Growers make up 40 percent of those who came"
    let named = figure.unit.is_share() && ["up", "for"].contains(&figure.before(1));
    let people = behind.letters() == "of" && !named && (those || matches!(behind.letters_at(1), "us" | "you"));
    people.then(|| nature::people(figure))
}

#[cfg(test)]
mod tests {
    use super::super::testing::last_of_draft as last;

    #[test]
    fn what_parts_are_of() {
        for (text, expected) in [
            ("It saw 14 cases in May. Half of those infected", "people"),
            ("It hit 19 trains. Passengers with season tickets, of whom there are 210", "Passengers"),
            ("The crew of eight left. There were 120 of us", "people"),
            ("It lost 14 soldiers in May, six of them to mines.", "soldiers"),
            ("It has 840 homes and 12 shops. Of the 840, some 60", "homes"),
            ("It lost 14 soldiers and nine trucks. Of those, 30 were hurt.", "soldiers"),
            ("It found 120 turtles on nine beaches. Of these, 38 were hurt.", "turtles"),
            ("The firm will close no stores. It has 40 of them.", "stores"),
            ("Barley sells at 165 euros. It has 40 of them.", "none"),
            ("It lost 14 trucks. Only 36 per cent of those rostered came.", "people"),
            ("It lost 14 trucks. Drivers make up 36 per cent of those who came.", "Drivers"),
        ] {
            assert_eq!(last(text), expected, "{text}");
        }
    }
}
