//! The noun that a figure takes over from one before it, or from the heading of its table's column.
//!
//! | text | taken over |
//! |---|---|
//! | `a plot of 20 hectares (49 acres)` | plot |
//! | `found 412 wells leaking, or 48 percent` | wells |
//! | `Turnout was 61 percent, compared with 58 percent` | Turnout |
//! | `14 soldiers …, six of them by mines` | soldiers |

use super::Figure;
use super::head::{headed, taken_over};
use super::in_front;
use super::subject;
use super::time;
use super::unit;
use crate::claim::{Claim, Noun, Stated, Unit};
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::Shape;

/// How many claims back one of the same unit may stand.
const REACH: usize = 12;

/// How many claims back a figure may stand that is given again.
const FAR: usize = 40;

/// What stands before a figure.
#[derive(Clone, Copy, Default)]
pub(in super::super) struct Antecedents<'c> {
    /// The claims of the draft so far; those of the figure's own sentence are the last.
    claims: &'c [Claim],
    heading: Option<&'c Noun>,
    /// The sentence before, in the same paragraph.
    sentence: Option<Tokens<'c>>,
}

impl<'c> Antecedents<'c> {
    pub(in super::super) const fn new(
        claims: &'c [Claim],
        heading: Option<&'c Noun>,
        sentence: Option<Tokens<'c>>,
    ) -> Self {
        Self { claims, heading, sentence }
    }

    /// What the sentence before opens with, where the subject of the figure's clause is "it", "they" or "there".
    pub(super) fn topic(&self, figure: &Figure<'_>) -> Option<Noun> {
        const PRONOUNS: [&str; 5] = ["it", "they", "there", "that", "this"];
        let clause = figure.clause().filter(|clause| clause.subject.is_none())?;
        let pronoun = figure.tokens.from(clause.verb.start.checked_sub(1)?).letters();
        let taken_up = PRONOUNS.iter().any(|word| pronoun.eq_ignore_ascii_case(word));
        // "They verified 83": what somebody does with a count tells nothing of what is counted.
        let counts = *figure.unit != Unit::Count || in_front::states(figure, clause.verb.end - 1) && !is_having(figure);
        let sentence = self.sentence.filter(|_| taken_up && counts)?;
        let phrase = subject::opening(sentence)?;
        headed(sentence, phrase.tokens, phrase.head).map(|noun| taken_over(&noun))
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
        last.noun.as_ref().filter(|_| follows).map(taken_over)
    }

    /// The noun of what the figure is part of: "six of them", "of whom 41".
    pub(super) fn part(&self, figure: &Figure<'_>) -> Option<Noun> {
        let behind = figure.tokens.from(figure.piece().tokens.end);
        let pronoun = |ahead| {
            figure.tokens.from(behind.at() + ahead).peek().is_some_and(|token| {
                let lexicon = figure.tokens.lexicon();
                lexicon.is_any(token.word, &[List::Pronoun, List::PronounThey, List::PronounIt])
            })
        };
        let of_them = behind.letters() == "of" && pronoun(1);
        let of_whom = (1..=4).any(|back| ["whom", "which", "those", "these", "them"].contains(&figure.before(back)));
        let taken = || (of_them || of_whom).then(|| self.counted(figure)).flatten();
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
        let people = nouns().take(REACH).find(person).filter(|_| suffers);
        people.or_else(|| nouns().next()).map(taken_over)
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
        like.find_map(|claim| claim.noun.as_ref()).map(taken_over)
    }

    /// The noun of the last figure in the same unit.
    pub(super) fn same_unit(&self, figure: &Figure<'_>) -> Option<Noun> {
        let mut like = self.claims.iter().rev().take(REACH).filter(|claim| claim.quantity.unit == *figure.unit);
        like.find_map(|claim| claim.noun.as_ref()).map(taken_over)
    }
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

/// Whether the figure stands in brackets behind another, or behind ", or".
fn is_restated(figure: &Figure<'_>) -> bool {
    let previous = figure.pieces[figure.at - 1].tokens.end;
    let tokens = figure.tokens;
    let opens = |at: usize| matches!(tokens.from(at).letters(), "(" | "[" | "/" | "or");
    let alike = |at: usize| {
        let here = tokens.from(at);
        opens(at) || here.peek().is_some_and(|token| token.shape == Shape::Mark) || here.is(List::Adverb)
    };
    let between = previous..figure.start();
    let adjacent = between.clone().all(alike) && between.clone().any(opens);
    let bracket = between.clone().any(|at| tokens.from(at).letters() == "(")
        && !between.clone().any(|at| tokens.from(at).letters() == ")");
    let or = figure.before(1) == "or" && figure.before(2) == ",";
    let which = ["is", "was", "are", "were"].contains(&figure.before(1)) && figure.before(2) == "which";
    which || adjacent || bracket && between.len() < 6 || or
}

/// Whether the figure is the other end of a comparison: "from 9 percent", "against £360 million".
pub(super) fn is_compared(figure: &Figure<'_>) -> bool {
    if figure.at == 0 {
        return ["from", "against"].contains(&figure.before(1));
    }
    match figure.before(1) {
        "from" | "against" | "than" | "versus" => true,
        "with" => figure.before(2) == "compared",
        "to" => {
            let before = &figure.pieces[figure.at - 1];
            before.tokens.start.checked_sub(1).is_some_and(|at| figure.tokens.from(at).letters() == "from")
        }
        _ => false,
    }
}

/// Whether the figure is where a change led, or how large it was: "climbed 14 percent to €2 billion", "fell from 15 to
/// six, a drop of 60%".
fn is_end_of_change(figure: &Figure<'_>) -> bool {
    let (tokens, previous) = (figure.tokens, figure.pieces[figure.at - 1].tokens.clone());
    let change = |at: usize| tokens.from(at).is_change();
    let led = || {
        let behind = time::before(tokens, figure.start() - 1) <= previous.end;
        figure.before(1) == "to" && behind && (previous.start.saturating_sub(2)..previous.start).any(change)
    };
    let size = figure.before(1) == "of" && figure.start().checked_sub(2).is_some_and(change);
    led() || size && figure.start().checked_sub(4).is_some_and(|at| tokens.from(at).letters() == ",")
}

/// Whether the figure says by how much the one before it has changed: "…, up 9 percent", "…, 9,000 fewer than in May".
fn is_change_since(figure: &Figure<'_>) -> bool {
    let up = ["up", "down"].contains(&figure.before(1)) && figure.before(2) == ",";
    let behind = figure.tokens.from(figure.piece().tokens.end).letters();
    let more = ["up", "down", "more", "fewer", "less", "higher", "lower"].contains(&behind) && figure.before(1) == ",";
    up || more
}

/// Whether what a bare count tells of happens to people: "were hurt", "have been displaced", "rescued 96".
fn befalls_people(figure: &Figure<'_>) -> bool {
    const BEFALL: [&str; 8] = ["kill", "injure", "arrest", "displace", "rescue", "hospitalise", "die", "survive"];
    let (start, end) = (figure.start(), figure.piece().tokens.end);
    (start.saturating_sub(2)..start).chain(end..end + 5).any(|at| {
        let here = figure.tokens.from(at);
        here.lexicon().events.at(here.text(), here.rest()).is_some_and(|(_, event)| BEFALL.contains(&&**event))
    })
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
            ("Turnout was 61 percent, compared with 57 percent in May.", "Turnout"),
            ("It lost 14 soldiers in May, six of them to mines.", "soldiers"),
            ("It has 840 homes and 12 shops. Of the 840, some 60", "homes"),
            ("It lost 840 homes in May, 60 more than in June.", "homes"),
            ("The firm sold 840 homes, up 9 percent.", "homes"),
            ("It lost 14 soldiers and nine trucks. Of those, 30 were hurt.", "soldiers"),
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
