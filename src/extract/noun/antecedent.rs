//! The noun that a figure takes over from one before it, or from the heading of its table's column.
//!
//! | text | taken over |
//! |---|---|
//! | `a plot of 20 hectares (49 acres)` | plot |
//! | `found 412 wells leaking, or 48 percent` | wells |
//! | `Turnout was 61 percent, compared with 58 percent` | Turnout |
//! | `14 soldiers …, six of them by mines` | soldiers |

use super::Figure;
use super::head::{SUMS, headed, taken_over};
use super::in_front;
use super::multitude::{befalls_people, is_aboard, is_of_people};
use super::nature;
use super::restated::{is_change_since, is_compared, is_end_of_change, is_restated};
use super::subject;
use super::unit;
use crate::claim::{Claim, Noun, Stated, Unit};
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// How many claims back one of the same unit may stand.
const REACH: usize = 12;

/// How many claims back a figure may stand that is given again.
const FAR: usize = 40;

/// Prepositions that join a count to another.
const JOINTS: [&str; 8] = ["in", "at", "on", "by", "across", "over", "from", "through"];

/// What stands before a figure.
#[derive(Clone, Copy, Default)]
pub(in super::super) struct Antecedents<'c> {
    /// The claims of the draft so far; those of the figure's own sentence are the last.
    claims: &'c [Claim],
    heading: Option<&'c Noun>,
    /// The sentence before, in the same paragraph.
    sentence: Option<Tokens<'c>>,
    /// The text of the draft.
    text: &'c str,
}

impl<'c> Antecedents<'c> {
    pub(in super::super) const fn new(
        claims: &'c [Claim],
        heading: Option<&'c Noun>,
        sentence: Option<Tokens<'c>>,
        text: &'c str,
    ) -> Self {
        Self { claims, heading, sentence, text }
    }

    /// What the sentence before opens with, where the subject of the figure's clause is "it", "they" or "there".
    pub(super) fn topic(&self, figure: &Figure<'_>) -> Option<Noun> {
        const PRONOUNS: [&str; 5] = ["it", "they", "there", "that", "this"];
        let clause = figure.clause()?;
        let pronoun = |at: &usize| {
            let letters = figure.tokens.from(*at).letters();
            PRONOUNS.iter().any(|word| letters.eq_ignore_ascii_case(word))
        };
        // "There" counts as part of the verb.
        let place = (clause.verb.start.saturating_sub(1)..=clause.verb.start).rev().find(pronoun)?;
        let place = Some(place).filter(|_| figure.at == 0 || place == 0)?;
        let taken_up = clause.subject.as_ref().is_none_or(|phrase| phrase.tokens == (place..place + 1));
        // "They verified 83": what somebody does with a count tells nothing of what is counted.
        let counts = *figure.unit != Unit::Count || in_front::states(figure, clause.verb.end - 1) && !is_having(figure);
        let sentence = self.sentence.filter(|_| taken_up && counts)?;
        let phrase = subject::opening(sentence)?;
        let noun = headed(sentence, phrase.tokens, phrase.head)?;
        // "The ministry counts 40 boats. It denied that it had been more than 60": no ministries.
        let party = matches!(noun.class.as_deref(), Some("person" | "organisation")) && is_singular(&noun);
        let counted = *figure.unit == Unit::Count && party;
        (!counted).then(|| taken_over(&noun))
    }

    /// The claims of the draft so far.
    pub(super) const fn claims(&self) -> &'c [Claim] {
        self.claims
    }

    /// The heading of the figure's column or row, for a cell of a table.
    pub(super) const fn heading(&self) -> Option<&'c Noun> {
        self.heading
    }

    /// The noun of the figure just before, which this one gives in another unit, as a share, or for another time.
    pub(super) fn restated(&self, figure: &Figure<'_>) -> Option<Noun> {
        let last = self.claims.last().filter(|_| figure.at > 0)?;
        let same = last.quantity.unit == *figure.unit || !figure.piece().united;
        let follows = is_restated(figure)
            || is_compared(figure) && same
            || is_end_of_change(figure)
            || is_change_since(figure)
            || unit::is_part(figure);
        let last = self.same_kind(figure).unwrap_or(last);
        let since = is_change_since(figure) && self.is_joined(last) && *figure.unit == Unit::Count;
        let noun = if since { self.foremost() } else { last.noun.as_ref() };
        noun.filter(|_| follows).map(taken_over)
    }

    /// The sum of the figure's sentence that another sum gives again, past the time that it is for: "£28 million over four
    /// years, or £7 million a year".
    fn same_kind(&self, figure: &Figure<'_>) -> Option<&'c Claim> {
        let sum = |unit: &Unit| matches!(unit, Unit::Money(_));
        let sentence = self.claims.len().saturating_sub(figure.at);
        self.claims[sentence..].iter().rev().find(|claim| sum(&claim.quantity.unit) && sum(figure.unit))
    }

    /// The noun of what the figure is part of: "six of them", "of whom 41".
    pub(super) fn part(&self, figure: &Figure<'_>) -> Option<Noun> {
        let behind = figure.tokens.from(figure.piece().tokens.end);
        if is_of_people_told(behind) {
            return Some(nature::people(figure));
        }
        let pronoun = |ahead| {
            figure.tokens.from(behind.at() + ahead).peek().is_some_and(|token| {
                let lexicon = figure.tokens.lexicon();
                lexicon.is_any(token.word, &[List::Pronoun, List::PronounThey, List::PronounIt])
            })
        };
        let of_them = behind.letters() == "of" && pronoun(1);
        let of_whom = (1..=4).any(|back| ["whom", "which", "those", "these", "them"].contains(&figure.before(back)));
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
        let last = self.claims.iter().rev().take(FAR).find(given)?;
        last.noun.as_ref().map(taken_over)
    }

    /// The noun of the whole just taken up: "Of the 840, some 60".
    fn of_given(&self, figure: &Figure<'_>) -> Option<Noun> {
        let previous = &figure.pieces[figure.at.checked_sub(1)?].tokens;
        let opens = previous.start.checked_sub(2).is_some_and(|at| {
            ["Of", "of"].contains(&figure.tokens.from(at).letters()) && figure.tokens.from(at + 1).is(List::Determiner)
        });
        let follows = figure.start() == previous.end + 1 && figure.before(1) == ",";
        self.claims.last()?.noun.as_ref().filter(|_| opens && follows).map(taken_over)
    }

    /// The noun of the count before an elliptical one: "610 in the north".
    pub(super) fn elliptical(&self, figure: &Figure<'_>) -> Option<Noun> {
        let bare = !figure.piece().united && figure.piece().stated != Stated::Vague;
        bare.then(|| self.counted(figure)).flatten()
    }

    /// The noun of the last count that has one of its own; of people, where something happened to the counted.
    pub(super) fn counted(&self, figure: &Figure<'_>) -> Option<Noun> {
        let counts = || self.claims.iter().rev().filter(|claim| claim.quantity.unit == Unit::Count);
        let nouns = || counts().filter_map(|claim| claim.noun.as_ref()).filter(|noun| !noun.span.is_empty());
        let suffers = befalls_people(figure);
        let person = |noun: &&Noun| matches!(noun.class.as_deref(), Some("person" | "casualty"));
        let people = nouns().take(REACH).find(person).filter(|_| suffers).map(taken_over);
        let foremost = self.alike(figure).or_else(|| self.foremost());
        let animal = foremost.is_some_and(|noun| noun.class.as_deref() == Some("animal"));
        let named = foremost.is_some_and(|noun| matches!(noun.class.as_deref(), Some("person" | "casualty")));
        let vehicle = foremost.is_some_and(|noun| matches!(noun.class.as_deref(), Some("vehicle" | "vessel")));
        let people_only = is_of_people(figure) || vehicle && is_aboard(figure);
        let unnamed = people_only && !named || suffers && people.is_none() && !animal;
        if unnamed { Some(nature::people(figure)) } else { people.or_else(|| foremost.map(taken_over)) }
    }

    /// The noun of the last count that the same preposition joins to its sentence: "57 deaths in 34 raids, … 83 in 52".
    fn alike(&self, figure: &Figure<'_>) -> Option<&'c Noun> {
        let joint = figure.before(1);
        let like = |claim: &&Claim| claim.quantity.unit == Unit::Count && has_own_noun(claim);
        let mut alike = self.claims.iter().rev().take(REACH).filter(like);
        let joined = JOINTS.contains(&joint);
        joined.then(|| alike.find(|claim| self.joint(claim) == joint))??.noun.as_ref()
    }

    /// The noun of the last count that has one of its own; within its sentence, one that no preposition joins to another:
    /// the pupils of "5,870 pupils in 64 schools".
    fn foremost(&self) -> Option<&'c Noun> {
        let own = |claim: &&Claim| claim.quantity.unit == Unit::Count && has_own_noun(claim);
        let last = self.claims.iter().rev().find(own)?;
        let beside = self.claims.iter().rev().skip_while(|claim| claim.sentence != last.sentence);
        let mut beside = beside.take_while(|claim| claim.sentence == last.sentence).filter(own);
        // Where all are joined, the first: "put the total at 893 cases in 14 states".
        let first = beside.clone().last().unwrap_or(last);
        beside.find(|claim| !self.is_joined(claim)).unwrap_or(first).noun.as_ref()
    }

    /// Whether a count only belongs to another: "in 64 schools", "at its 12 matches", "of which 30 are farms".
    fn is_joined(&self, claim: &Claim) -> bool {
        JOINTS.contains(&self.joint(claim)) || ["which", "whom"].contains(&self.joint(claim))
    }

    /// The word in front of a claim and its article.
    fn joint(&self, claim: &Claim) -> &'c str {
        const BETWEEN: [&str; 8] = ["the", "its", "their", "his", "her", "all", "these", "some"];
        let front = self.text.get(..claim.span.start).unwrap_or_default();
        let mut words = front.rsplit(char::is_whitespace).filter(|word| !word.is_empty());
        words.find(|word| !BETWEEN.contains(word)).unwrap_or_default()
    }

    /// The last things that the sentence before names in the plural, where it counts none: "We close no shops. There are
    /// 30 of them".
    fn several(&self) -> Option<Noun> {
        let sentence = self.sentence?;
        let span = sentence.span_to(&sentence.from(sentence.rest().len()));
        let counted = self.claims.iter().rev().take_while(|claim| span.start <= claim.sentence.start);
        if counted.filter(|claim| claim.quantity.unit == Unit::Count).any(has_own_noun) {
            return None;
        }
        let lexicon = sentence.lexicon();
        let plural = |at: &usize| {
            let here = sentence.from(*at);
            let noun =
                here.peek().filter(|token| token.shape == Shape::Lower).and_then(|token| lexicon.noun(token.word));
            noun.is_some_and(|noun| *noun.lemma != *here.letters() && noun.class.as_deref() != Some("time"))
        };
        let head = (0..sentence.rest().len()).rev().find(plural)?;
        let phrase = subject::phrase(sentence, head + 1).unwrap_or(head..head + 1);
        headed(sentence, phrase, head).map(|noun| taken_over(&noun))
    }

    /// The noun of the last count of people.
    pub(super) fn people(&self) -> Option<Noun> {
        let counts = self.claims.iter().rev().take(REACH).filter(|claim| claim.quantity.unit == Unit::Count);
        let mut nouns = counts.filter_map(|claim| claim.noun.as_ref());
        nouns.find(|noun| noun.class.as_deref() == Some("person")).map(taken_over)
    }

    /// The noun of the figure that "that" takes up: "That is 8 percent", "That is a fall of 8 percent".
    pub(super) fn summed_up(&self, figure: &Figure<'_>) -> Option<Noun> {
        let that = ["That", "This"].contains(&figure.tokens.from(0).letters()) && figure.at == 0;
        self.claims.last()?.noun.as_ref().filter(|_| that).map(taken_over)
    }

    /// Whether the figure is all that is said of the one before: "That is 8 percent", "That works out at $40".
    pub(super) fn is_told_of_last(&self, figure: &Figure<'_>) -> bool {
        let that = ["That", "This"].contains(&figure.tokens.from(0).letters());
        let verb = figure.tokens.from(1).is(List::Auxiliary)
            || ["comes", "came", "works"].contains(&figure.tokens.letters_at(1));
        that && verb
            && figure.at == 0
            && figure.start() <= 5
            && self.claims.last().is_some_and(|last| last.noun.is_some())
    }

    /// The noun of a figure in the same unit in the same sentence, which this one stands in one list with.
    pub(super) fn listed(&self, figure: &Figure<'_>) -> Option<Noun> {
        let sentence = self.claims.len().saturating_sub(figure.at);
        let mut like = self.claims[sentence..].iter().rev().filter(|claim| claim.quantity.unit == *figure.unit);
        let told = |noun: &&Noun| !SUMS.contains(&&*noun.head);
        like.find_map(|claim| claim.noun.as_ref().filter(told)).map(taken_over)
    }

    /// The noun of the last figure in the same unit.
    pub(super) fn same_unit(&self, figure: &Figure<'_>) -> Option<Noun> {
        let mut like = self.claims.iter().rev().take(REACH).filter(|claim| claim.quantity.unit == *figure.unit);
        like.find_map(|claim| claim.noun.as_ref()).map(taken_over)
    }
}

/// Whether a noun stands in the singular, and so is nothing that is counted.
fn is_singular(noun: &Noun) -> bool {
    noun.text.to_lowercase().ends_with(&*noun.head)
}

fn has_own_noun(claim: &Claim) -> bool {
    claim.noun.as_ref().is_some_and(|noun| !noun.span.is_empty())
}

/// "it had eleven"
fn is_having(figure: &Figure<'_>) -> bool {
    ["has", "have", "had"].contains(&figure.before(1))
}

/// The noun of "of the runaways, nine are home".
fn whole(figure: &Figure<'_>) -> Option<Noun> {
    let comma = figure.start().checked_sub(1).filter(|_| figure.before(1) == ",")?;
    let phrase = subject::phrase(figure.tokens, comma)?;
    let letters = |back| phrase.start.checked_sub(back).map_or("", |at| figure.tokens.from(at).letters());
    let part = letters(1) == "the" && ["Of", "of", "Among", "among"].contains(&letters(2));
    part.then(|| headed(figure.tokens, phrase.clone(), phrase.end - 1)).flatten()
}

/// "Of us", "of you", "of those infected", "of those who left": no others than people are meant.
fn is_of_people_told(behind: Tokens<'_>) -> bool {
    let told = |token: &Token| {
        let letters = token.text(behind.text());
        letters == "who" || letters.ends_with("ed") && behind.lexicon().verb(token.word).is_some()
    };
    let those = behind.letters_at(1) == "those" && behind.nth(2).is_some_and(told);
    behind.letters() == "of" && (those || matches!(behind.letters_at(1), "us" | "you"))
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

#[cfg(test)]
mod tests {
    use crate::extract::{Depth, extract};
    use crate::grammar::testing::LEXICON;
    use crate::input::read;

    /// The noun of the last claim of a text.
    fn last(text: &str) -> String {
        let documents = read("a.md", text.to_owned().into_bytes(), None);
        let claims = documents.into_iter().flatten().flat_map(|one| extract(one, &LEXICON, Depth::Claims).claims);
        claims.last().and_then(|claim| claim.noun).map_or_else(|| "none".to_owned(), |noun| noun.text)
    }

    #[test]
    fn what_is_taken_over() {
        for (text, expected) in [
            ("They farm a plot of 20 hectares (49 acres) there.", "plot"),
            ("It found 412 wells that leaked, or 48 percent.", "wells"),
            ("It put the total at 893 cases in 14 states, more than in 2023, when there were 285.", "cases"),
            ("It saw 14 cases in May. Half of those infected", "people"),
            ("It hit 19 trains. Passengers with season tickets, of whom there are 210", "Passengers"),
            ("The crew of eight left. There were 120 of us", "people"),
            ("One case in five was grave. It is one child in ten", "child"),
            ("Turnout was 61 percent, compared with 57 percent in May.", "Turnout"),
            ("It lost 14 soldiers in May, six of them to mines.", "soldiers"),
            ("It has 840 homes and 12 shops. Of the 840, some 60", "homes"),
            ("It lost 840 homes in May, 60 more than in June.", "homes"),
            ("The firm sold 840 homes, up 9 percent.", "homes"),
            ("It lost 14 soldiers and nine trucks. Of those, 30 were hurt.", "soldiers"),
            ("It has 900 pupils in 21 schools. In 2015 it had 940.", "pupils"),
            ("It has 900 pupils in 21 schools, some 40 more than a year ago.", "pupils"),
            ("They counted 57 deaths in 34 raids, and in May 61 in 40.", "raids"),
            ("It has 900 clients, of which 80 are farms. The aim is 950.", "clients"),
            ("Two lorries met. Some 20 were hurt.", "people"),
            ("It has 12 depots. The new one will employ 450.", "people"),
            ("Three boats came with 190 on board.", "people"),
            ("It found 120 turtles on nine beaches. Of these, 38 were hurt.", "turtles"),
            ("Thefts have fallen. There were 30 last year.", "Thefts"),
            ("The firm will close no stores. It has 40 of them.", "stores"),
            ("The ministry counted 40 boats. It denied that it had been 60.", "boats"),
            ("They went from eight to 13 seats, the other from six to 11 seats.", "seats"),
            ("Prices gave way. They fell by 0.1 percent.", "Prices"),
            ("Support stood at 22 percent, a gain of three points.", "Support"),
            ("It is worth £28 million over four years, or £7 million a year.", "none"),
        ] {
            assert_eq!(last(text), expected, "{text}");
        }
    }

    #[test]
    fn headings_of_tables() {
        for (text, expected) in [
            ("| Town | Homes lost |\n|---|---|\n| Upton | 40 |\n", "Homes lost"),
            ("| Cost | 2023 | 2024 |\n|---|---|---|\n| Fuel | 10 | $40 |\n", "Fuel"),
        ] {
            assert_eq!(last(text), expected, "{text}");
        }
    }
}
