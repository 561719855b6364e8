//! A poll that a story comes back to, whoever speaks in between.
//!
//! | text | whose |
//! |---|---|
//! | `Reform was on 9 percent.` | the poll's: a share with a name in front, and no date |
//! | `A poll in May found 9.`, `the poll, taken in May` | the poll's, and of May |
//! | `The poll of 1,000 adults was taken by telephone.` | the poll's: it speaks of itself |
//! | `A survey showed it ahead. ¶ The Ostra Research poll has it on 9.` | Ostra's: the poll is called by its name |
//! | `Ostra spoke to 900 adults.`, `The margin of error is 3 points.` | Ostra's: it tells how it was taken |
//! | `A survey showed it ahead. ¶ In May the same institute, Ostra, measured 9.` | Ostra's: that survey is its own |
//! | `Reform won 12 percent in 2021.`, `Turnout was 60 percent.` | not the poll's: votes that were cast |

use super::name::{Name, names};
use super::party::Party;
use super::said::{Attributed, Said, is_poll, is_poll_word};
use super::timing::{lasts_longer_than, timing};
use crate::claim::{Claim, PartyKind, Source, Status, Timing, Unit};
use crate::grammar::Tokens;
use crate::lexicon::{Classes, List};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// How many tokens in front of "poll" the article may stand: "The telephone poll".
const ARTICLE: usize = 2;

/// Words of shares that nobody was asked for.
#[rustfmt::skip]
const CAST: [&str; 16] = [
    "turnout", "threshold", "election", "elections", "vote", "votes", "ballots", "seat", "seats", "need", "needs",
    "won", "win", "tax", "shares", "prices",
];

/// What is done with a poll.
const TAKEN: [&str; 5] = ["taken", "conducted", "carried", "fieldwork", "done"];

/// What whoever takes a poll does to people.
const ASKED: [&str; 5] = ["interviewed", "questioned", "polled", "surveyed", "asked"];

/// How many days people are asked at most.
const MONTH_DAYS: i32 = 31;

/// The last poll that a story told of.
#[derive(Default)]
pub(super) struct Poll {
    told: Option<Attributed>,
    /// The poll as its first figures name it, where the story tells only later who took it.
    nameless: Option<Arc<str>>,
    /// When people were asked.
    asked: Option<Timing>,
    /// Whether the last paragraph told who took it, or when, of which the figures before do not know yet.
    news: bool,
}

impl Poll {
    /// Takes note of a poll that a paragraph tells of.
    pub(super) fn notice(&mut self, read: &[Said<'_>]) {
        let mut telling = read.iter().rev().filter(|said| tells_of_polls(said));
        let told = telling.find_map(|said| said.outer().rfind(|one| said.lasts(one) && is_poll(&one.source)));
        if let Some(told) = told.filter(|told| self.told.is_none() || !is_the_poll(&told.source)) {
            *self = Self { told: Some(told.clone()), ..Self::default() };
        }
        let Some(poll) = &mut self.told else { return };
        if let Some(taker) = (poll.party.kind == PartyKind::Document).then(|| taker_in(read)).flatten() {
            self.news = true;
            self.nameless = Some(poll.source.id.clone());
            poll.party = Arc::new(Party::body(taker.id.clone(), taker.name.clone()));
            poll.source = Arc::new(Source {
                id: taker.id.clone(),
                name: taker.name.clone(),
                kind: taker.kind,
                ..(*poll.source).clone()
            });
        }
        if let Some(asked) = read.iter().find_map(asked) {
            self.news = true;
            self.asked = Some(asked);
        }
    }

    /// Tells the figures of the poll who took it, and when: those of the last paragraph, which begin at `fresh`, and where
    /// it has told so, those before it as well.
    pub(super) fn tell(&mut self, claims: &mut [Claim], fresh: usize, text: &str) {
        for claim in &mut claims[fresh..] {
            claim.as_of = claim.as_of.or_else(|| taken(claim, text));
        }
        let Some(poll) = self.told.as_ref().filter(|_| self.nameless.is_some() || self.asked.is_some()) else { return };
        let first = if std::mem::take(&mut self.news) { 0 } else { fresh };
        for claim in &mut claims[first..] {
            let Some(source) = &mut claim.source else { continue };
            let called =
                |name: &Arc<str>| *name == source.id || is_poll_word(&source.name) && source.text.starts_with("the ");
            if self.nameless.as_ref().is_some_and(called) {
                let named = Source { text: source.text.clone(), span: source.span, ..(*poll.source).clone() };
                *source = Arc::new(named);
            }
            let of_poll =
                source.id == poll.source.id && claim.quantity.unit == Unit::Percent && claim.status == Status::Asserted;
            if of_poll && claim.as_of.is_none() && !is_former(text, claim) {
                claim.as_of = self.asked;
            }
        }
    }

    /// The poll, where a sentence goes on with it and nobody in its paragraph has spoken yet.
    pub(super) fn over(&self, read: &[Said<'_>], at: usize) -> Option<&Attributed> {
        let poll = self.told.as_ref()?;
        let silent = read[..=at].iter().all(|said| !said.quotes() && speaks_of_taker_alone(said));
        let tokens = read[at].tokens;
        let told = || tells_of_itself(tokens) || tells_how(tokens, &poll.party) || tells_of_shares(&read[at]);
        (silent && told()).then_some(poll)
    }
}

/// Whether nobody speaks in a sentence but whoever took the poll told of before, of an earlier one: "up from the 30 percent
/// that the same institute measured in May".
pub(super) fn speaks_of_taker_alone(said: &Said<'_>) -> bool {
    said.outer().all(|one| names_taker(said, one))
}

/// "The poll", of which the story told before.
fn is_the_poll(source: &Source) -> bool {
    is_poll_word(&source.name) && source.text.get(..4).is_some_and(|article| article.eq_ignore_ascii_case("the "))
}

/// Whoever took the poll told of before, where a paragraph tells.
fn taker_in(read: &[Said<'_>]) -> Option<Arc<Source>> {
    let same = read.iter().find_map(|said| said.outer().find(|one| said.lasts(one) && names_taker(said, one)));
    let told = || read.iter().find_map(taker).or_else(|| read.iter().find_map(named));
    same.map(|taker| taker.source.clone()).or_else(told)
}

/// Whether a sentence may hold a word for a poll. Few do, and those that do not need no search.
fn tells_of_polls(said: &Said<'_>) -> bool {
    said.tokens.hold(Classes::list(List::Paper))
}

/// `The poll was carried out by Ostra Research`
fn taker(said: &Said<'_>) -> Option<Arc<Source>> {
    let tokens = said.tokens;
    if !tells_of_itself(tokens) {
        return None;
    }
    let by = (0..tokens.rest().len()).find(|&at| tokens.letters_at(at) == "by")?;
    let taken =
        by.checked_sub(1).is_some_and(|at| matches!(tokens.letters_at(at), "out" | "conducted" | "taken" | "done"));
    let name = names(tokens, by + 1..tokens.rest().len()).next()?;
    let named = taken && name.tokens.start <= by + 2 && !name.is_place && !name.is_person;
    named.then(|| body(&name))
}

/// `the Ostra Research poll`: a name that is one of those who ask people, and no town's or paper's.
fn named(said: &Said<'_>) -> Option<Arc<Source>> {
    const TRADES: [&str; 8] =
        ["Research", "Polling", "Opinion", "Opinions", "Surveys", "Insight", "Institute", "Analytics"];
    let tokens = said.tokens;
    if !tells_of_polls(said) {
        return None;
    }
    let poll = (1..tokens.rest().len()).find(|&at| is_poll_word(tokens.letters_at(at)))?;
    let name = names(tokens, 0..poll).last().filter(|name| name.tokens.end == poll && name.tokens.len() > 1)?;
    let asks = tokens.rest()[name.tokens.clone()].iter().any(|token| TRADES.contains(&token.letters));
    asks.then(|| body(&name))
}

fn body(name: &Name<'_>) -> Arc<Source> {
    let (id, kind) = (name.text.to_lowercase().into(), PartyKind::Organisation);
    Arc::new(Source { id, name: name.text.as_ref().into(), kind, ..Source::default() })
}

/// `The poll was taken between 2 and 5 May`: when people were asked, a month at most.
fn asked(said: &Said<'_>) -> Option<Timing> {
    if said.dates.is_empty() || !tells_of_polls(said) {
        return None;
    }
    let asks = |at: usize| tells_of_asking(said.tokens.letters_at(at));
    let of_itself = || tells_of_itself(said.tokens) && (0..said.tokens.rest().len()).any(asks);
    let within = if of_itself() { 0..said.tokens.rest().len() } else { asked_of(said.tokens)? };
    let mut told = said.dates.iter().filter(|date| within.contains(&date.tokens.start));
    let date = told.find(|date| date.start.is_some() && !lasts_longer_than(date, MONTH_DAYS))?;
    Some(timing(date))
}

/// Whether a word tells that people were asked.
fn tells_of_asking(word: &str) -> bool {
    TAKEN.contains(&word) || ASKED.contains(&word)
}

/// Where a date may stand behind `the Ostra poll, carried out`.
fn asked_of(sentence: Tokens<'_>) -> Option<Range<usize>> {
    const REACH: usize = 7;
    let polls = |at: usize| is_poll_word(sentence.letters_at(at));
    let verb = |at: usize| at + 1 + usize::from(sentence.letters_at(at + 1) == ",");
    let mut polls = (0..sentence.rest().len()).filter(|&at| polls(at));
    let asks = polls.find_map(|at| Some(verb(at)).filter(|&verb| tells_of_asking(sentence.letters_at(verb))))?;
    Some(asks..asks + REACH)
}

/// `A poll in May found 40 percent`: when it says so is when people were asked, unless that is told of its publication.
fn taken(claim: &Claim, text: &str) -> Option<Timing> {
    const PUBLISHED: [&str; 4] = ["published", "released", "issued", "presented"];
    let source = claim.source.as_ref()?;
    if claim.quantity.unit != Unit::Percent || claim.status != Status::Asserted {
        return None;
    }
    // "Up from the 30 percent that they measured in May".
    let measured = source.cue.as_deref() == Some("measure");
    let polled = || is_poll(source) && !is_former(text, claim);
    let said = claim.said.filter(|said| said.start.zip(said.end).is_some_and(|(start, end)| is_month(start, end)))?;
    let before = said.span.and_then(|span| text.get(source.span.start..span.start)).unwrap_or_default();
    let published = before.split_whitespace().rev().take(2).any(|word| PUBLISHED.contains(&word));
    (!published && (measured || polled())).then_some(said)
}

/// Whether a stretch is a month or somewhat shorter.
fn is_month(start: Date, end: Date) -> bool {
    (5..MONTH_DAYS).contains(&(end - start).get_days())
}

/// Whether a figure is what a share was before: "up from 30 percent".
fn is_former(text: &str, claim: &Claim) -> bool {
    let before = text[claim.sentence.start..claim.span.start].trim_end();
    ["from", "than", "with", "against", "the"].iter().any(|word| before.ends_with(word))
}

fn is_share(unit: &Unit) -> bool {
    matches!(unit, Unit::Percent | Unit::PercentagePoint)
}

/// `the same institute, Ostra,`: whoever took the poll told of before.
fn names_taker(said: &Said<'_>, one: &Attributed) -> bool {
    said.tokens.letters_at(one.piece.party.start) == "the"
        && said.tokens.letters_at(one.piece.party.start + 1) == "same"
}

/// `The poll of 1,000 adults`, `The telephone survey has`.
fn tells_of_itself(sentence: Tokens<'_>) -> bool {
    let polls = |at: usize| is_poll_word(sentence.letters_at(at));
    sentence.letters() == "The" && (1..=ARTICLE).any(polls)
}

/// `Ostra spoke to 900 adults`, `The margin of error is 3 points`: how it was taken, and how exactly.
fn tells_how(sentence: Tokens<'_>, taker: &Party) -> bool {
    const FIRMS: [&str; 3] = ["firm", "institute", "pollster"];
    const PEOPLE: [&str; 7] = ["adults", "people", "voters", "respondents", "electors", "households", "citizens"];
    const REACH: usize = 4;
    let error = sentence.letters_at(1) == "margin" && sentence.letters_at(3) == "error";
    let named = || taker.kind == PartyKind::Organisation && taker.name.split(' ').next() == Some(sentence.letters());
    let firm = || sentence.letters() == "The" && FIRMS.contains(&sentence.letters_at(1));
    let asks = |at: usize| {
        let spoke = sentence.letters_at(at) == "spoke" && matches!(sentence.letters_at(at + 1), "to" | "with");
        spoke || ASKED.contains(&sentence.letters_at(at))
    };
    let people = || sentence.rest().iter().any(|token| PEOPLE.contains(&token.letters));
    error || (named() || firm()) && (1..=REACH).any(asks) && people()
}

/// Whether a sentence gives shares alone, behind a name, at no other time.
fn tells_of_shares(said: &Said<'_>) -> bool {
    let shares = said.quantities.iter().all(|quantity| is_share(&quantity.unit.unit));
    let earlier = |at: usize| said.outer().any(|one| one.piece.covers(at));
    let dated = said.dates.iter().any(|date| !earlier(date.tokens.start));
    let Some(first) = said.quantities.first().filter(|_| shares && !dated) else { return false };
    let cast = said.tokens.rest().iter().any(|token| CAST.iter().any(|word| token.letters.eq_ignore_ascii_case(word)));
    !cast && names(said.tokens, 0..first.tokens.start).any(|name| !name.is_place)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn who_took_it_may_come_later() {
        let text = "A survey taken last week showed the Greens ahead.\n\
            They have 40 percent, up from the 38 percent that the same firm, Ostra Research, measured in May.\n\
            The Civic Union was on 9 percent.";
        assert_eq!(sources(text), ["-", "Ostra Research", "Ostra Research"]);
    }

    /// The name of each claim's source; `-` for the draft's own voice.
    fn sources(text: &str) -> Vec<String> {
        let names =
            draft(text).claims.into_iter().map(|claim| claim.source.map_or("-".to_owned(), |one| one.name.to_string()));
        names.collect()
    }

    #[test]
    fn a_poll_called_by_its_name() {
        let lead = "A survey for this paper put the Greens ahead.\n";
        for (text, expected) in [
            ("They have 40 percent in the Ostra Research poll.", "Ostra Research"),
            ("They have 40 percent in the Ostra Research poll.\nOstra spoke to 900 adults.", "Ostra Research"),
            ("They have 40 percent in the Ostra Research poll.\nThe margin of error is 3 points.", "Ostra Research"),
            ("They have 40 percent in the Ostra Research poll.\nThe firm asked 900 adults.", "Ostra Research"),
            ("They have 40 percent in the Ostra Research poll.\nOstra has 900 staff.", "-"),
            ("They have 40 percent in the Ostra Research poll.\nThe firm asked 900 clerks to leave.", "-"),
            ("They have 40 percent in the Ostra Research poll.\nThe Greens spoke to 900 adults.", "-"),
            ("They have 40 percent in the Port Lune poll.", "survey"),
        ] {
            assert_eq!(sources(&format!("{lead}{text}")).last().map(String::as_str), Some(expected), "{text}");
        }
    }

    #[test]
    fn who_took_it_and_when_may_stand_at_the_end() {
        let text = "A survey published on Monday put the Greens on 40 percent, up from 38 percent.\n\
            Ana Ruiz said 9 percent were for her.\n\
            The survey was carried out by Ostra Research between 3 and 6 March.\n\
            In Port Lune, the survey put the Greens on 50 percent.";
        let names = sources(text);
        assert_eq!(names, ["Ostra Research", "Ostra Research", "Ana Ruiz", "Ostra Research"]);
        let days = "2025-03-03/2025-03-06";
        let expected = format!("40 {days}; 38 none; 9 none; 50 {days}");
        assert_eq!(crate::extract::relation::testing::periods(text), expected);
    }

    #[test]
    fn a_poll_is_of_the_time_when_people_were_asked() {
        let days = "2025-03-03/2025-03-05";
        for (text, expected) in [
            (
                "Ana Ruiz leads, a survey for this paper found.\nThe senator is the choice of 40 percent in the Ostra poll, \
                 carried out between 3 and 5 March. The Greens are on 9 percent.",
                format!("40 {days}; 9 {days}"),
            ),
            (
                "A poll in January found 40 percent for it, up from 38 percent.",
                "40 2025-01-01/2025-01-31; 38 none".to_owned(),
            ),
            ("A poll published in January found 40 percent for it.", "40 none".to_owned()),
            ("A poll on Monday found 40 percent for it.", "40 none".to_owned()),
            (
                "It won 40 percent, more than the 38 percent that Ostra Research measured in January.",
                "40 none; 38 2025-01-01/2025-01-31".to_owned(),
            ),
            (
                "A survey found 40 percent for it.\nFor once a survey, taken lightly by the Greens, came before the vote on 3 March.",
                "40 none".to_owned(),
            ),
        ] {
            assert_eq!(crate::extract::relation::testing::periods(text), expected, "{text}");
        }
    }

    #[test]
    fn an_earlier_poll_of_the_same_firm_ends_nothing() {
        let text = "A survey taken last week showed the Greens ahead.\n\
            The Greens have 40 percent, up from the 38 percent that the same firm, Ostra Research, measured in May. \
            The Civic Union was unchanged at 9 percent.";
        assert_eq!(sources(text), ["Ostra Research", "Ostra Research", "Ostra Research"]);
    }

    #[test]
    fn shares_of_a_poll() {
        let poll = "A poll by Ostra Research put the Greens on 40 percent.\n“It rains,” Ana Ruiz said.\n";
        for (text, expected) in [
            ("The Civic Union was on 9 percent.", "Ostra Research"),
            ("The Civic Union slipped to 9 percent from 11 percent.", "Ostra Research"),
            ("The survey of 900 adults was taken by telephone.", "Ostra Research"),
            ("The Civic Union won 9 percent in 2021.", "-"),
            ("The Civic Union won 9 percent of the vote.", "-"),
            ("Turnout was 60 percent.", "-"),
            ("Prices in Spain rose by 9 percent.", "-"),
            ("The Civic Union has 900 members.", "-"),
            ("Ana Ruiz said the Civic Union was on 9 percent.", "Ana Ruiz"),
        ] {
            let draft = draft(&format!("{poll}{text}"));
            let source = draft.claims.last().and_then(|claim| claim.source.as_ref());
            assert_eq!(source.map_or("-", |source| &source.name), expected, "{text}");
        }
    }
}
