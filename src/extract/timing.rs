//! When a party said something: the date that stands with the cue, and not with what was said.
//!
//! | text | said |
//! |---|---|
//! | `said on Friday that 40 died` | Friday |
//! | `told the council on 6 May that 40 left` | 6 May |
//! | `A poll in August found 40%` | August |
//! | `In March the police counted 40` | no date: March is what the count covers |

use super::said::Said;
use crate::claim::Timing;
use crate::grammar::AttributionPiece;
use crate::grammar::Tokens;
use crate::grammar::attribution::is_label;
use crate::grammar::date::Dated;
use crate::lexicon::{List, Order};
use crate::text::Shape;
use jiff::civil::Date;
use std::ops::Range;

/// The day that a block names as a heading does, where it says nothing else: what follows in a diary or a live report
/// was said on that day, until another is named.
pub(super) fn heading_day(read: &[Said<'_>]) -> Option<Date> {
    let [said] = read else { return None };
    let [date] = &*said.dates else { return None };
    let day = date.start.filter(|_| date.start == date.end)?;
    let tokens = said.tokens.rest();
    let told = tokens.get(date.tokens.clone())?.iter().any(|token| token.shape == Shape::Number);
    let outside = tokens.iter().enumerate().filter(|(at, _)| !date.tokens.contains(at));
    (told && outside.into_iter().all(|(_, token)| token.shape == Shape::Mark)).then_some(day)
}

/// How far in front of the party a date may stand to belong to the cue, in tokens ("On Friday, the ministry said").
const REACH: usize = 3;

/// How many days the date of a finding may take; a longer stretch in front of it is what was found out about.
const OCCASION_DAYS: i32 = 7;

/// A date as a timing.
pub(super) const fn timing(date: &Dated) -> Timing {
    Timing { span: Some(date.span), start: date.start, end: date.end }
}

/// The date that belongs to an attribution's cue.
pub(super) fn said<'a>(sentence: Tokens<'_>, piece: &AttributionPiece, dates: &'a [Dated]) -> Option<&'a Dated> {
    let resolved = dates.iter().filter(|date| date.start.is_some() || date.end.is_some());
    let mut own = resolved.filter(|date| belongs_to_cue(sentence, piece, date));
    own.next()
}

/// Whether a date is that of the saying.
pub(super) fn belongs_to_cue(sentence: Tokens<'_>, piece: &AttributionPiece, dated: &Dated) -> bool {
    let (date, party, cue) = (&dated.tokens, &piece.party, &piece.cue);
    // "Said Wednesday's shortfall was 40": the day is the shortfall's.
    if sentence.nth(date.end).is_some_and(|next| next.shape == Shape::Possessive) && !party.contains(&date.start) {
        return false;
    }
    let behind = |end: usize| (end..=end + 1).contains(&date.start);
    let between = date.start >= party.end && date.end <= cue.start && !counts(sentence, party.end..date.start);
    // "A study released on Monday by the fund".
    let released = sentence.from(date.end).letters() == "by" && (date.end..=date.end + 1).contains(&party.start);
    let conducted = &*sentence.lexicon().cues()[piece.cue_entry].lemma == "conducted by";
    // "Mr Lau: On Friday 40 sank": what stands behind a speaker's label is spoken.
    if is_label(sentence, piece) && date.start >= cue.end {
        return false;
    }
    // "40 tests carried out by the board in May": that is when they tested.
    if conducted {
        return false;
    }
    // "Forecast first-quarter sales of 40": the quarter is that of the sales.
    let noun = sentence
        .nth(date.end)
        .is_some_and(|next| next.shape == Shape::Lower && sentence.lexicon().noun(next.word).is_some());
    let of_object = noun && date.start == cue.end && lasts_longer_than(dated, OCCASION_DAYS);
    // "Its estimate for 2026".
    let of_year = || sentence.from(cue.end).letters() == "for" && lasts_longer_than(dated, OCCASION_DAYS);
    behind(cue.end) && !of_object && !of_year()
        || (behind(party.end) && party.start >= cue.end)
        || between
        || released
        || is_before_that(sentence, piece, date)
        || is_in_tail(sentence, piece, dated)
        || is_at_saying(sentence, piece, dated)
        || is_occasion(sentence, piece, date)
        || is_of_paper(sentence, piece, dated)
        || (opens(sentence, piece, date) && !is_found_out_about(sentence, piece, dated))
}

/// `told reporters on Friday that`, `said in a letter of 6 May that`.
fn is_before_that(sentence: Tokens<'_>, piece: &AttributionPiece, date: &Range<usize>) -> bool {
    let behind = sentence.from(date.end);
    let that = if behind.letters() == "," { behind.letters_at(1) } else { behind.letters() };
    date.start >= piece.cue.end && that == "that" && !passes(sentence, piece.cue.end..date.start, "that")
}

/// `“We lost 40,” she told the council on Monday`, `…, the board said in a statement late on Monday`: nothing of what was
/// told follows, and the words up to the day tell where and how it was; but "ahead of a vote on Monday" dates the vote.
fn is_in_tail(sentence: Tokens<'_>, piece: &AttributionPiece, dated: &Dated) -> bool {
    const REACH: usize = 8;
    const OTHERWISE: [&str; 9] = ["ahead", "before", "after", "for", "since", "until", "from", "who", "whose"];
    let date = &dated.tokens;
    let tail = piece.cue.end.max(piece.party.end);
    let told = sentence.lexicon().cues()[piece.cue_entry].addressee;
    let closes = told || piece.content.iter().any(|range| range.start < piece.cue.start.min(piece.party.start));
    if !closes || piece.covers(date.start) || !(tail..tail + REACH).contains(&date.start) {
        return false;
    }
    let way = || (tail..date.start).map(|at| sentence.from(at));
    let breaks = |here: Tokens<'_>| {
        let mark = here.peek().is_some_and(|token| token.shape == Shape::Mark);
        mark || here.is(List::Subordinator) || here.is(List::Auxiliary) || OTHERWISE.contains(&here.letters())
    };
    let within =
        !lasts_longer_than(dated, OCCASION_DAYS) || way().next_back().is_some_and(|last| last.letters() == "in");
    within && !way().any(breaks)
}

/// `said late on Friday it had lost 40`, `told reporters in Lune on Friday 40 had died`, `said on television on Friday`: the
/// day stands with the words that tell to whom and in what something was said.
fn is_at_saying(sentence: Tokens<'_>, piece: &AttributionPiece, dated: &Dated) -> bool {
    const REACH: usize = 8;
    let way = piece.cue.end..dated.tokens.start;
    if piece.party.start >= piece.cue.end
        || way.is_empty()
        || way.len() > REACH
        || lasts_longer_than(dated, OCCASION_DAYS)
    {
        return false;
    }
    let mut words = way.clone().map(|at| sentence.from(at));
    let breaks = |here: &Tokens<'_>| {
        let token = here.peek().is_none_or(|token| !token.is_word());
        let verb = || here.peek().is_some_and(|word| here.lexicon().is_only_verb(word.word));
        token || here.is(List::Subordinator) || here.is(List::Auxiliary) || verb()
    };
    let told = sentence.lexicon().cues()[piece.cue_entry].addressee;
    let late = || way.clone().all(|at| matches!(sentence.from(at).letters(), "late" | "early" | "on"));
    !words.any(|here| breaks(&here)) && (told || late() || tells_in_what(sentence, way.clone()))
}

/// `in a statement on`, `on its website early on`
fn tells_in_what(sentence: Tokens<'_>, way: Range<usize>) -> bool {
    const CARRIERS: [&str; 8] =
        ["interview", "conference", "speech", "address", "post", "page", "Facebook", "Telegram"];
    let opens = matches!(sentence.from(way.start).letters(), "in" | "on" | "at" | "via");
    let frame = |at: &usize| {
        sentence.from(*at).is(List::Preposition) || matches!(sentence.from(*at).letters(), "late" | "early")
    };
    let last = way.clone().rev().find(|at| !frame(at)).map(|at| sentence.from(at));
    opens
        && last.is_some_and(|last| {
            let medium = last.lexicon().media.at(last.rest()).is_some();
            medium || last.is(List::Paper) || CARRIERS.contains(&last.letters())
        })
}

/// `The last count was in May, when it said that`: the time at which somebody spoke.
fn is_occasion(sentence: Tokens<'_>, piece: &AttributionPiece, date: &Range<usize>) -> bool {
    let behind = sentence.from(date.end);
    let when = date.end + usize::from(behind.letters() == ",");
    let near = piece.party.start > when && piece.party.start <= when + 1 + REACH;
    sentence.from(when).letters() == "when" && near
}

/// `A poll by Sondra in May found`, `Friday's bulletin says`; but "who took office in 2021", "founded in 1921" and "head
/// since 2019" date the party itself.
fn is_of_paper(sentence: Tokens<'_>, piece: &AttributionPiece, dated: &Dated) -> bool {
    let date = &dated.tokens;
    let inside = piece.party.contains(&date.start) && !piece.covers(date.start);
    let told = sentence.lexicon().cues()[piece.cue_entry].order == Order::Noun;
    let paper = || told || piece.party.clone().any(|at| sentence.from(at).is(List::Paper));
    let since = || sentence.from(date.start).letters() == "since";
    inside
        && !passes(sentence, piece.party.start..date.start, "who")
        && (paper() || !lasts_longer_than(dated, OCCASION_DAYS) && !since())
}

/// "The fund fed 400 in January and says": what stands between party and cue is a statement of its own.
fn counts(sentence: Tokens<'_>, mut between: Range<usize>) -> bool {
    between.any(|at| sentence.nth(at).is_some_and(|token| token.shape == Shape::Number))
}

fn passes(sentence: Tokens<'_>, range: Range<usize>, word: &str) -> bool {
    range.into_iter().any(|at| sentence.from(at).letters() == word)
}

/// `On Friday, the ministry said`: the date opens a clause that the party follows. Nobody speaks "by Friday".
fn opens(sentence: Tokens<'_>, piece: &AttributionPiece, date: &Range<usize>) -> bool {
    let before = date.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    if ["by", "until"].iter().any(|word| before.eq_ignore_ascii_case(word)) {
        return false;
    }
    let near = date.end <= piece.party.start && piece.party.start - date.end <= REACH && !piece.covers(date.start);
    // "In January the board lost 40 boats and expects to buy 30."
    near && opens_clause(sentence, date) && !counts(sentence, piece.party.end..piece.cue.start.max(piece.party.end))
}

/// Whether a date, with the words that lead up to it, begins a clause.
pub(super) fn opens_clause(sentence: Tokens<'_>, date: &Range<usize>) -> bool {
    let leads = |at: usize| {
        let here = sentence.from(at);
        // "On the night of 3 March".
        let part = matches!(here.letters(), "night" | "morning" | "afternoon" | "evening" | "day" | "eve");
        here.is(List::Preposition)
            || here.is(List::Determiner)
            || here.is(List::Adverb)
            || part && here.letters_at(1) == "of"
    };
    let first = (0..date.start).rev().take_while(|&at| leads(at)).last().unwrap_or(date.start);
    let before = sentence.from(first.saturating_sub(1));
    let joins = |list| before.is(list);
    first == 0
        || before.peek().is_some_and(|token| token.shape == Shape::Mark)
        || joins(List::Conjunction)
        || joins(List::Subordinator)
}

/// `In March the police counted 40`: a month or more, of which something was found out.
fn is_found_out_about(sentence: Tokens<'_>, piece: &AttributionPiece, date: &Dated) -> bool {
    let cue = &sentence.lexicon().cues()[piece.cue_entry];
    // "For the first half the firm reported a loss of 40 million".
    let of = date.tokens.start > 0 && sentence.from(date.tokens.start - 1).letters().eq_ignore_ascii_case("for");
    let finds = of || &*cue.stance == "find" || &*cue.lemma == "record" || &*cue.lemma == "register";
    finds && lasts_longer_than(date, OCCASION_DAYS) && sentence.from(piece.cue.end).letters() != "that"
}

/// Whether a stretch is open or longer than so many days.
pub(super) fn lasts_longer_than(date: &Dated, days: i32) -> bool {
    date.start.zip(date.end).is_none_or(|(start, end)| (end - start).get_days() >= days)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn a_day_as_heading_dates_what_follows() {
        let text = "The ministry said 40 people fled.\nFriday 7 March\nThe ministry said 30 people fled.\n";
        let said = |claim: &crate::claim::Claim| claim.said.and_then(|said| said.start).map(|day| day.to_string());
        let days: Vec<_> = draft(text).claims.iter().filter_map(said).collect();
        assert_eq!(days, ["2025-03-12", "2025-03-07"]);
    }

    #[test]
    fn a_time_when_somebody_spoke_is_that_of_the_saying() {
        let draft = draft("The board's last count was in January, when it said that 400 boats had sunk.");
        let claim = &draft.claims[0];
        assert_eq!(claim.said.and_then(|said| said.start).map(|day| day.to_string()).as_deref(), Some("2025-01-01"));
        assert_eq!(claim.as_of, None);
    }

    #[test]
    fn a_day_behind_whoever_is_told_is_that_of_the_telling() {
        for (text, day) in [
            ("“We lost 40 boats,” Ana Ruiz told the council on Monday.", "2025-03-10"),
            ("“We lost 40 boats,” Ana Ruiz told the council.", "2025-03-12"),
            ("Some 40 boats sank, the board said in a statement late on Monday.", "2025-03-10"),
            ("Some 40 boats sank, said Ana Ruiz of the board in a statement on Monday.", "2025-03-10"),
            ("Some 40 boats sank, the board announced in Korvan in January.", "2025-01-01"),
            ("The board, founded in 2019, says it lost 40 boats.", "2025-03-12"),
            ("Ana Ruiz, the board's head since 2019, said it lost 40 boats.", "2025-03-12"),
            ("A survey by the board in January found that 40 boats sank.", "2025-01-01"),
            ("Ana Ruiz, speaking in Korvan on Monday, said it lost 40 boats.", "2025-03-10"),
            ("In January the board lost 40 boats and expects to buy 30.", "2025-03-12"),
            ("The board said late on Monday it had lost 40 boats.", "2025-03-10"),
            ("The board said in a statement on Monday it had lost 40 boats.", "2025-03-10"),
            ("Ana Ruiz told reporters in Korvan on Monday 40 boats had sunk.", "2025-03-10"),
            ("The board said in a raid on Monday it lost 40 boats.", "2025-03-12"),
            ("The board said the gale on Monday sank 40 boats.", "2025-03-12"),
            ("The board said 40 boats sank in a log on Monday.", "2025-03-12"),
            ("Some 40 boats sank, the board said in its report for January.", "2025-03-12"),
            ("Some 40 boats sank, the board said ahead of a vote on Monday.", "2025-03-12"),
            ("Some 40 boats sank, said Ana Ruiz, who was hurt on Monday.", "2025-03-12"),
            ("Some 40 boats sank, said a man whose quay was hit on Monday.", "2025-03-12"),
            ("In a report released on Monday, the board found that 40 boats sank.", "2025-03-10"),
            ("Velmar raised its estimate for 2026 to 40 boats.", "2025-03-12"),
            ("A survey published on Monday by the board put losses at 40 percent.", "2025-03-10"),
        ] {
            let said = draft(text)
                .claims
                .last()
                .and_then(|claim| claim.said)
                .and_then(|said| said.start)
                .map(|day| day.to_string());
            assert_eq!(said.as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn a_stretch_that_something_is_reported_for_is_no_time_of_saying() {
        let draft = draft("For the first half of 2024 the board reported 400 losses.");
        let claim = &draft.claims[0];
        assert_eq!(claim.said.and_then(|said| said.start).map(|day| day.to_string()).as_deref(), Some("2025-03-12"));
        assert_eq!(claim.as_of.and_then(|as_of| as_of.end).map(|day| day.to_string()).as_deref(), Some("2024-06-30"));
    }

    #[test]
    fn a_quarter_in_front_of_what_is_forecast_is_its_own() {
        let draft = draft("In January Velmar reported fourth-quarter sales of $400 million.");
        let as_of = draft.claims[0].as_of.and_then(|as_of| as_of.start).map(|day| day.to_string());
        assert_eq!(as_of.as_deref(), Some("2024-10-01"));
    }

    #[test]
    fn when_somebody_tested_is_not_when_they_said_so() {
        let draft = draft("Of 400 tests carried out by the Harbour Fund in January, 300 failed.");
        let said = draft.claims[0].said.and_then(|said| said.start).map(|day| day.to_string());
        assert_eq!(said.as_deref(), Some("2025-03-12"));
    }

    #[test]
    fn a_date_behind_a_label_is_of_what_is_told() {
        let draft = draft("LAU: To the end of January we had lost 400 boats.");
        let as_of = draft.claims[0].as_of.and_then(|as_of| as_of.start).map(|day| day.to_string());
        assert_eq!(as_of.as_deref(), Some("2025-01-31"));
    }

    #[test]
    fn a_date_between_a_paper_and_its_author_is_the_papers() {
        let draft = draft("A study released on Monday by the Harbour Fund finds 400 villages in need.");
        let said = draft.claims[0].said.and_then(|said| said.start).map(|day| day.to_string());
        assert_eq!(said.as_deref(), Some("2025-03-10"));
    }
}
