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

/// How many claims back one of the same unit may stand.
const REACH: usize = 12;

/// How many claims back anything is looked for: more than any sentence has.
const FAR: usize = 300;

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
    pub(in super::super) fn new(
        claims: &'c [Claim],
        heading: Option<&'c Noun>,
        sentence: Option<Tokens<'c>>,
        text: &'c str,
    ) -> Self {
        Self { claims: &claims[claims.len().saturating_sub(FAR)..], heading, sentence, text }
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
        // "There were 40 posts, the fewest for nine years": the posts, and not what was told before.
        let stretch = figure.tokens.lexicon().measures_time(figure.unit);
        let there = stretch && figure.tokens.from(place).letters().eq_ignore_ascii_case("there");
        let place = Some(place).filter(|_| figure.at == 0 || place == 0 && !there)?;
        let taken_up = clause.subject.as_ref().is_none_or(|phrase| phrase.tokens == (place..place + 1));
        // "They verified 83": what somebody does with a count tells nothing of what is counted.
        let counts = *figure.unit != Unit::Count || in_front::states(figure, clause.verb.end - 1) && !is_having(figure);
        let sentence = self.sentence.filter(|_| taken_up && counts)?;
        let phrase = subject::opening(sentence)?;
        let noun = headed(sentence, phrase.tokens, phrase.head)?;
        // "The ministry counts 40 boats. It denied that there were 60": no ministries.
        let party = matches!(noun.class.as_deref(), Some("person" | "organisation")) && is_singular(&noun);
        let measure = matches!(figure.unit, Unit::Count | Unit::Measure(_)) && !figure.unit.is_years();
        let counted = measure && party;
        (!counted && !is_beside_the_point(figure, &noun)).then(|| taken_over(&noun))
    }

    /// The claims of the draft so far.
    pub(in super::super) const fn claims(&self) -> &'c [Claim] {
        self.claims
    }

    /// The sentence before, in the same paragraph.
    pub(in super::super) const fn sentence(&self) -> Option<Tokens<'c>> {
        self.sentence
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

    /// The noun of the count before an elliptical one: "610 in the north".
    pub(super) fn elliptical(&self, figure: &Figure<'_>) -> Option<Noun> {
        let bare = !figure.piece().united && figure.piece().stated != Stated::Vague;
        // "The ground holds 27,600": as many as there is room for, whatever was counted before.
        let room = match figure.before(1) {
            "seats" => true,
            // "A camp for 200 holds 350", "the party holds 27": so many are there, or somebody's.
            "hold" | "holds" => !is_built_for(figure) && !is_of_party(figure),
            _ => false,
        };
        if bare && figure.behind.is_empty() && room {
            return Some(nature::capacity(figure));
        }
        bare.then(|| self.counted(figure)).flatten()
    }

    /// The noun of the last count that has one of its own; of people, where something happened to the counted.
    pub(super) fn counted(&self, figure: &Figure<'_>) -> Option<Noun> {
        let counts = || self.claims.iter().rev().filter(|claim| claim.quantity.unit == Unit::Count);
        let nouns = || counts().filter_map(|claim| claim.noun.as_ref()).filter(|noun| !noun.span.is_empty());
        let suffers = befalls_people(figure);
        // "Two dead, seven hurt": seven people, and no dead.
        let person = |noun: &&Noun| noun.class.as_deref() == Some("person");
        let people = suffers.then(|| nouns().take(REACH).find(person)).flatten();
        let foremost = self.alike(figure).or_else(|| self.foremost());
        let animal = foremost.is_some_and(|noun| noun.class.as_deref() == Some("animal"));
        let named = foremost.is_some_and(|noun| matches!(noun.class.as_deref(), Some("person" | "casualty")));
        let vehicle = foremost.is_some_and(|noun| matches!(noun.class.as_deref(), Some("vehicle" | "vessel")));
        let people_only = || is_of_people(figure) || vehicle && is_aboard(figure);
        let unnamed = !named && people_only() || suffers && people.is_none() && !animal;
        if unnamed { Some(nature::people(figure)) } else { people.or(foremost).map(taken_over) }
    }

    /// The noun of the count that another party counts again: "14,000 marched, police said; the union claimed 40,000".
    pub(super) fn recounted(&self, figure: &Figure<'_>) -> Option<Noun> {
        const COUNTING: [&str; 6] = ["counted", "counts", "claimed", "claims", "estimated", "reported"];
        let ends = figure.behind.is_empty() && ["", ".", ";", ","].contains(&figure.behind_letters(0));
        let last = self.claims.last().filter(|_| ends && COUNTING.contains(&figure.before(1)))?;
        let sentence = self.claims.iter().rev().take_while(|claim| claim.sentence == last.sentence);
        let counts = sentence.filter(|claim| claim.quantity.unit == Unit::Count);
        let foremost = counts.filter(|claim| !self.is_joined(claim)).last()?;
        foremost.noun.as_ref().map(taken_over)
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
        let own = |claim: &&Claim| {
            claim.quantity.unit == Unit::Count && has_own_noun(claim) && !is_named(claim) && !is_of_time(claim)
        };
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

    /// Whoever was asked: the firms of "A survey of 900 firms found that 40 percent had".
    pub(super) fn asked(&self, figure: &Figure<'_>) -> Option<Noun> {
        let that = usize::from(figure.before(1) == "that");
        let found = figure.start().checked_sub(1 + that).is_some_and(|at| subject::is_cue(figure.tokens, at));
        let last = self.claims.last().filter(|last| found && figure.at == 1 && last.quantity.unit == Unit::Count)?;
        let asked = |noun: &&Noun| matches!(noun.class.as_deref(), Some("person" | "organisation" | "household"));
        last.noun.as_ref().filter(asked).map(taken_over)
    }

    /// The noun of the figure just before in the sentence, which "half of it" is a part of.
    pub(super) fn of_it(&self, figure: &Figure<'_>) -> Option<Noun> {
        self.claims.last().filter(|_| figure.at > 0)?.noun.as_ref().map(taken_over)
    }

    /// The people of "the eight who died": those just counted, or any.
    pub(super) fn whoever(&self, figure: &Figure<'_>) -> Option<Noun> {
        let person = |noun: &&Noun| noun.class.as_deref() == Some("person");
        let counted =
            || self.claims.last().and_then(|last| last.noun.as_ref()).filter(|_| figure.at > 0).filter(person);
        // "a child of sixteen who came alone"
        let who = figure.behind_letters(0) == "who" && figure.before(1) != "of";
        who.then(|| counted().map_or_else(|| nature::people(figure), taken_over))
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
        // How old somebody is says nothing of how long anything else lasts.
        like.find_map(|claim| claim.noun.as_ref().filter(|noun| &*noun.head != "age")).map(taken_over)
    }
}

/// Whether "it" takes up nothing of what the sentence before opens with: "Chief engineer Ana Ruiz spoke. It was 24 degrees
/// below zero", "Okoro scored. It was the ninth win in ten".
fn is_beside_the_point(figure: &Figure<'_>, noun: &Noun) -> bool {
    let lexicon = figure.tokens.lexicon();
    let person = |word: &str| {
        let known = lexicon.noun(lexicon.word(&word.to_lowercase()));
        known.is_some_and(|noun| noun.class.as_deref() == Some("person"))
    };
    let somebody = super::ends_in_name(noun) && noun.text.split(' ').any(person);
    let name = noun.class.is_none() && noun.text.starts_with(char::is_uppercase) && is_singular(noun);
    somebody || name && *figure.unit == Unit::Count && figure.before(1) == "in"
}

/// Whether a noun stands in the singular, and so is nothing that is counted.
fn is_singular(noun: &Noun) -> bool {
    noun.text.to_lowercase().ends_with(&*noun.head)
}

/// Whether a figure is somebody's by name, and so counts no such: "Sosa finished on 30,800".
fn is_named(claim: &Claim) -> bool {
    let name = |noun: &Noun| {
        let last = noun.text.rsplit(' ').next().unwrap_or_default();
        noun.class.is_none() && last.starts_with(char::is_uppercase) && !last.ends_with('s')
    };
    claim.noun.as_ref().is_some_and(name)
}

/// "The first rise in three quarters": what comes behind counts no quarters.
fn is_of_time(claim: &Claim) -> bool {
    claim.noun.as_ref().is_some_and(|noun| noun.class.as_deref() == Some("time"))
}

pub(super) fn has_own_noun(claim: &Claim) -> bool {
    claim.noun.as_ref().is_some_and(|noun| !noun.span.is_empty())
}

/// Whether the figure before tells for how many there is room: "a camp for 200".
fn is_built_for(figure: &Figure<'_>) -> bool {
    let before = figure.at.checked_sub(1).map(|at| figure.pieces[at].tokens.start);
    before.and_then(|start| start.checked_sub(1)).is_some_and(|at| figure.tokens.from(at).letters() == "for")
}

/// "The party holds 27": somebody, who has no room for them.
fn is_of_party(figure: &Figure<'_>) -> bool {
    let subject = figure.clause().and_then(|clause| clause.subject.as_ref());
    let head = subject.and_then(|phrase| headed(figure.tokens, phrase.tokens.clone(), phrase.head));
    matches!(head.and_then(|noun| noun.class).as_deref(), Some("person" | "organisation"))
}

/// "it had eleven"
fn is_having(figure: &Figure<'_>) -> bool {
    ["has", "have", "had"].contains(&figure.before(1))
}

#[cfg(test)]
mod tests {
    use super::super::testing::last_of_draft as last;

    #[test]
    fn what_is_taken_over() {
        for (text, expected) in [
            ("They farm a plot of 20 hectares (49 acres) there.", "plot"),
            ("A survey of 900 drivers found that 40 percent had crashed.", "drivers"),
            ("It had 80 cases, twelve of them fatal.", "cases"),
            ("The bill passed by 87 votes to 62.", "votes"),
            ("The drought has cut the harvest by half, to 2 million tonnes.", "harvest"),
            ("The town will raise fares by 40 percent, from 2 to 3 euros.", "fares"),
            ("It has 900 seats. The hall was two-thirds full.", "hall"),
            ("A man killed four people and wounded nine at a fair.", "people"),
            ("It found 412 wells that leaked, or 48 percent.", "wells"),
            ("It put the total at 893 cases in 14 states, more than in 2023, when there were 285.", "cases"),
            ("One case in five was grave. It is one child in ten", "child"),
            ("Turnout was 61 percent, compared with 57 percent in May.", "Turnout"),
            ("It lost 840 homes in May, 60 more than in June.", "homes"),
            ("The firm sold 840 homes, up 9 percent.", "homes"),
            ("It has 900 pupils in 21 schools. In 2015 it had 940.", "pupils"),
            ("It has 900 pupils in 14 houses, some 60 more than in May.", "pupils"),
            ("They counted 57 deaths in 34 raids, and in May 61 in 40.", "raids"),
            ("It has 900 clients, of which 80 are farms. The aim is 950.", "clients"),
            ("Two lorries met. Some 20 were hurt.", "people"),
            ("It sold 40 boats, the most in three quarters. In May it had 30.", "boats"),
            ("They built 18 boats. The yard wants to build four next year", "boats"),
            ("They found 12 bombs. The ground holds 27,600", "capacity"),
            ("Some 900 people took part in 40 sit-ins. The board counted 300.", "people"),
            ("It was lit by 40 lamps. Some 900 people came, it said; the board counted 300.", "people"),
            ("Two dead, seven hurt in crash", "people"),
            ("Two men of 30 and 44 were held.", "age"),
            ("The child of six sang. The firm, which sells tin, got two years to pay.", "none"),
            ("It has 900 residents. They mourn the eight who died.", "people"),
            ("It drew 1,040 recruits, 60 more than the 980 who came in May.", "recruits"),
            ("Guard Ana Ruiz spoke. It was 24 degrees.", "none"),
            ("Rustlers took 40 ewes. It was the fourth raid in five weeks.", "time"),
            ("Wages rose. There were 40 posts, the fewest for nine years.", "duration"),
            ("Of the 80 seats, the party holds 37", "seats"),
            ("It has 40 guests. A camp for 200 of them holds 350.", "guests"),
            ("Some 90 people met in the hall, which seats 180.", "capacity"),
            ("Okoro scored. It was the ninth win in ten.", "none"),
            ("They raised 62 guns. The dig has cost $3, half of it from a brewer.", "dig"),
            ("It has 40 members. The union said 30 came, the ministry 20.", "members"),
            ("It cost $6, 40 percent over budget, and displaced 20.", "people"),
            ("The quake came at noon. It measured 5.8 on the dials.", "quake"),
            ("It drew 61 percent of homes, below the 80 percent that is needed.", "homes"),
            ("It has 40 boats. They were checked twice.", "none"),
            ("It has 40 boats. Bread costs twice the usual price.", "usual price"),
            ("It has 12 depots. The new one will employ 450.", "people"),
            ("Three boats came with 190 on board.", "people"),
            ("They won with 15 goals in front of 28,000 at Mill Lane", "people"),
            ("Thefts have fallen. There were 30 last year.", "Thefts"),
            ("The ministry counted 40 boats. It denied that it had been 60.", "boats"),
            ("They went from seven to 15 seats, the other from four to nine seats.", "seats"),
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
            ("It had nine killings.\n\n| 2023 | 2024 |\n|---|---|\n| 10 | 40 |\n", "none"),
            ("| Cost | 2023 | 2024 |\n|---|---|---|\n| Fuel | 10 | $40 |\n", "Fuel"),
        ] {
            assert_eq!(last(text), expected, "{text}");
        }
    }
}
