//! What limits a figure: whether it is an increment, a remainder, an average, a rate, a part, a former value, or a count of
//! some alone.

use super::Place;
use super::apart::{is_listed, is_margin, is_of_another, is_part_of_named};
use super::change::is_change;
use crate::claim::Unit;
use crate::grammar::Tokens;
use crate::lexicon::{List, inflect};
use crate::text::{Shape, Token};

/// Words of scope within the figure's own clause; `told` says whether something is told to have happened.
pub(super) fn scope(sentence: Tokens<'_>, place: &Place, told: bool) -> Vec<String> {
    let lexicon = sentence.lexicon();
    let start = place.phrase.start.saturating_sub(4).max(place.neighbours.start);
    let end = (place.phrase.end + 3).min(place.neighbours.end.max(place.phrase.end)).min(sentence.rest().len());
    let names = [(List::Remainder, "remaining"), (List::Total, "total"), (List::Average, "average")];
    let found = (start..end).flat_map(|at| {
        let word = sentence.rest()[at].word;
        names.into_iter().filter(move |(list, _)| lexicon.is(word, *list)).map(|(_, name)| name.to_owned())
    });
    let mut scope: Vec<String> = found.collect();
    scope.extend(is_in_all(sentence, place).then(|| "total".to_owned()));
    scope.extend(gravity(sentence, place).map(str::to_owned));
    let change = is_change(sentence, place);
    scope.extend(change.then(|| "change".to_owned()));
    scope.extend((!change && is_increment(sentence, place)).then(|| "additional".to_owned()));
    scope.extend(is_former(sentence, place).then(|| "former".to_owned()));
    scope.extend(is_capacity(sentence, place).then(|| "capacity".to_owned()));
    scope.extend(is_own(sentence, place).then(|| "own".to_owned()));
    scope.extend(is_of_speaker(sentence, place).then(|| "self".to_owned()));
    scope.extend(is_deed(sentence, place).then(|| "deed".to_owned()));
    scope.extend(is_of_further(sentence, place).then(|| "further".to_owned()));
    let separate = is_of_another(sentence, place) || is_part_of_named(sentence, place);
    scope.extend(separate.then(|| "separate".to_owned()));
    scope.extend((!change && is_margin(sentence, place)).then(|| "margin".to_owned()));
    scope.extend(is_there(sentence, place).then(|| "there".to_owned()));
    scope.extend(is_narrow(sentence, place).then(|| "narrow".to_owned()));
    scope.extend(is_listed(sentence, place).then(|| "listed".to_owned()));
    scope.extend(is_of_country(sentence, place).then(|| "nationwide".to_owned()));
    scope.extend(rate(sentence, place.phrase.end).filter(|_| !is_term_of(sentence, place)));
    scope.extend(reference(sentence, place, told).map(str::to_owned));
    scope
}

/// Whether a figure is told to be of all: "1,100 posts would go in all".
fn is_in_all(sentence: Tokens<'_>, place: &Place) -> bool {
    let mut near = place.phrase.end..(place.phrase.end + 6).min(place.neighbours.end.max(place.phrase.end));
    near.any(|at| sentence.from(at).letters() == "in" && sentence.from(at + 1).letters() == "all")
}

/// What a count may be of as a whole, beyond the one province or region that a story may be about.
const AREAS: [&str; 12] = [
    "country",
    "nation",
    "states",
    "provinces",
    "regions",
    "counties",
    "districts",
    "continent",
    "group",
    "industry",
    "sector",
    "network",
];

/// Whether a count is told to be of a whole country, region or firm: "across the country 47,000 stopped work", "across all
/// plants". Of a rate or a measure all of the country is meant, told or not.
fn is_of_country(sentence: Tokens<'_>, place: &Place) -> bool {
    let letters = |at: usize| sentence.from(at).letters();
    let own = |at: &usize| place.neighbours.contains(at) || place.neighbours.is_empty();
    let wide = |at: usize| match letters(at) {
        "nationwide" | "countrywide" | "statewide" | "nationally" | "Nationwide" | "Nationally" | "worldwide" => true,
        "across" | "throughout" | "Across" | "Throughout" => match letters(at + 1) {
            "all" => true,
            "the" => (at + 2..at + 4).any(|at| AREAS.contains(&letters(at))),
            _ => false,
        },
        // "Along the whole coast".
        "along" => {
            matches!(letters(at + 2), "whole" | "entire") && matches!(letters(at + 3), "coast" | "coastline" | "border")
        }
        // "On strike at all its plants", "in all countries".
        "at" | "in" => letters(at + 1) == "all" && (at + 2..at + 4).any(|at| is_plural(sentence.from(at))),
        _ => false,
    };
    place.unit == Unit::Count && (0..sentence.rest().len()).filter(own).any(wide)
}

/// Whether a noun in the plural stands here, and not one of time: "at all hours".
fn is_plural(here: Tokens<'_>) -> bool {
    let noun = here.peek().and_then(|token| here.lexicon().noun(token.word));
    noun.is_some_and(|noun| *noun.lemma != *here.letters() && noun.class.as_deref() != Some("time"))
}

/// How many words behind a count may tell how badly they were hurt.
const CLAUSE: usize = 7;

/// How badly: "12 critically injured" are some of the injured; and whether it is known who they are.
fn gravity(sentence: Tokens<'_>, place: &Place) -> Option<&'static str> {
    let end = (place.phrase.end + 3).min(place.neighbours.end.max(place.phrase.end));
    let identified = |at: usize| matches!(sentence.from(at).letters(), "identified" | "identifying");
    if place.phrase.start.checked_sub(1).is_some_and(identified) || (place.phrase.end..end).any(identified) {
        return Some("identified");
    }
    // "12 visitors to the zoo were seriously hurt"
    let clause = (place.phrase.end + CLAUSE).min(place.neighbours.end.max(place.phrase.end));
    let mut near = (place.number_end..clause).take_while(|&at| at < end || sentence.from(at).letters() != ",");
    near.find_map(|at| match sentence.from(at).letters() {
        "critically" | "seriously" | "severely" | "gravely" | "badly" => Some("grave"),
        "slightly" | "lightly" => Some("slight"),
        // "12 people were in intensive care": of more who are in hospital.
        "intensive" if sentence.from(at + 1).letters() == "care" => Some("grave"),
        _ => None,
    })
}

/// Whether the figure comes on top of another: "another 12", "12 more people", "12 others"; not "more than 12".
fn is_increment(sentence: Tokens<'_>, place: &Place) -> bool {
    let lexicon = sentence.lexicon();
    let compared = |at: usize| sentence.from(at + 1).letters() == "than";
    // "Ordered 20 new jets", "built 40 new homes": whatever is bought or built is new.
    let made = |at: usize| sentence.from(at).letters() == "new" && is_thing(sentence, place);
    let mut near = place.phrase.start.saturating_sub(1).max(place.neighbours.start)
        ..(place.phrase.end + 1).min(place.neighbours.end.max(place.phrase.end)).min(sentence.rest().len());
    near.any(|at| lexicon.is(sentence.rest()[at].word, List::Increment) && !compared(at) && !made(at))
}

/// Whether a figure counts things that are made, and not people, cases or jobs.
fn is_thing(sentence: Tokens<'_>, place: &Place) -> bool {
    let head = place.noun.end.checked_sub(1).and_then(|head| sentence.from(head).peek());
    let class = head.and_then(|head| sentence.lexicon().noun(head.word)).and_then(|noun| noun.class.as_deref());
    matches!(class, Some("vehicle" | "aircraft" | "vessel" | "building" | "weapon"))
}

/// Whether the clause says that what is measured is the speaker's own: "said its profit rose to", "their pay", "said they had
/// lost 31 men".
fn is_own(sentence: Tokens<'_>, place: &Place) -> bool {
    let start = place.phrase.start.saturating_sub(8).max(place.neighbours.start);
    let end = (place.phrase.end + 4).min(sentence.rest().len());
    // "The report puts its cost at $138 million": it is not the report's own, as "its own cost" would be.
    let put = place.phrase.start.checked_sub(1).is_some_and(|at| matches!(sentence.from(at).letters(), "at" | "as"));
    let is_object = |at: usize| {
        let verb = at.checked_sub(1).and_then(|before| sentence.from(before).peek());
        put && verb.is_some_and(|token| sentence.lexicon().verb(token.word).is_some())
    };
    let owned = |at: usize| ["its", "their", "his", "her", "our", "my"].contains(&sentence.from(at).letters());
    let own = |at: usize| sentence.from(at + 1).letters() == "own";
    let lost =
        place.phrase.start.checked_sub(1).is_some_and(|at| matches!(sentence.from(at).letters(), "lost" | "loses"));
    let men = place.noun.end.checked_sub(1).filter(|_| !place.noun.is_empty()).map(|head| sentence.from(head));
    let men = men.is_none_or(|head| head.peek().is_some_and(|token| is_person(head, token)));
    lost && men && place.unit == Unit::Count || (start..end).any(|at| owned(at) && (own(at) || !is_object(at)))
}

/// Whether a count is one of a place spoken of before, set against that of all: "the number of dead there at 19".
fn is_there(sentence: Tokens<'_>, place: &Place) -> bool {
    let mut near = place.neighbours.start.max(place.phrase.start.saturating_sub(6))..place.phrase.start;
    let told = |at: usize| {
        let here = sentence.from(at);
        // "There were nine": of no place.
        here.letters() == "there" && !here.from(at + 1).is(List::Auxiliary)
    };
    place.unit == Unit::Count && near.any(told)
}

/// Whether whoever counts is said to count some alone: "the board, which counts only those that sank".
fn is_narrow(sentence: Tokens<'_>, place: &Place) -> bool {
    const COUNTING: [&str; 8] =
        ["count", "counts", "counted", "counting", "include", "includes", "included", "including"];
    let only = |at: usize| sentence.from(at).letters() == "only";
    (1..place.phrase.start).any(|at| only(at) && COUNTING.contains(&sentence.from(at - 1).letters()))
}

/// Whether the speaker is the subject of the figure's clause: "said it had raised $2 million".
fn is_of_speaker(sentence: Tokens<'_>, place: &Place) -> bool {
    let start = place.phrase.start.saturating_sub(5).max(place.neighbours.start);
    (start..place.phrase.start).any(|at| ["it", "they"].contains(&sentence.from(at).letters()))
}

/// Whether the speaker tells of so many that the speaker has done something with: "said it had fed 4,000 families". What
/// somebody counted or found is there for others too.
fn is_deed(sentence: Tokens<'_>, place: &Place) -> bool {
    const OBSERVING: [&str; 14] = [
        "count", "find", "see", "record", "register", "estimate", "expect", "believe", "know", "have", "receive",
        "lose", "confirm", "identify",
    ];
    let front = |back: usize| place.phrase.start.checked_sub(back).map(|at| sentence.from(at));
    let Some(verb) = front(1) else { return false };
    let lemma = verb.peek().and_then(|token| sentence.lexicon().verb(token.word));
    let does = !verb.is(List::Auxiliary) && lemma.is_some_and(|lemma| !OBSERVING.contains(&lemma));
    let subject = (2..=4).filter_map(front).find(|here| !here.is(List::Auxiliary));
    let speaker = subject.is_some_and(|here| matches!(here.letters(), "it" | "they" | "we"));
    place.unit == Unit::Count && does && speaker
}

/// Whether the sentence tells of another happening than the one that was told before: "a second bomb killed four".
fn is_of_further(sentence: Tokens<'_>, place: &Place) -> bool {
    const TIMES: [&str; 9] = ["quarter", "half", "time", "year", "day", "term", "week", "month", "round"];
    let counted = |at: usize| {
        let here = sentence.from(at);
        let ordinal = ["second", "third", "fourth"].contains(&here.letters());
        let article = here.back(1).is_some_and(|back| sentence.lexicon().is(back.word, List::Determiner));
        // "A third of the passengers" is a share.
        let share = here.letters_at(1) == "of";
        // "Its third-quarter profit".
        let next = if here.letters_at(1) == "-" { here.letters_at(2) } else { here.letters_at(1) };
        ordinal && article && !share && !TIMES.contains(&next)
    };
    (0..place.phrase.start).any(counted)
}

/// Whether the figure is what something can hold at most, rather than what is in it: "can carry 900", "with room for 900",
/// "a capacity of 900".
fn is_capacity(sentence: Tokens<'_>, place: &Place) -> bool {
    const HOLDS: [&str; 10] =
        ["carry", "hold", "house", "seat", "take", "accommodate", "store", "fit", "handle", "process"];
    const ROOM: [&str; 6] = ["capacity", "room", "space", "berths", "beds", "seats"];
    let before = |back: usize| place.phrase.start.checked_sub(back).map_or("", |at| sentence.from(at).letters());
    let holds = HOLDS.contains(&before(1)) && matches!(before(2), "can" | "could" | "to");
    let able = before(2) != "to" || matches!(before(3), "built" | "designed" | "able" | "meant" | "made");
    // "The camp holds 900 refugees": whoever is kept somewhere is there.
    let kept = || {
        const KEPT: [&str; 6] = ["refugees", "prisoners", "inmates", "detainees", "hostages", "captives"];
        (place.number_end..place.phrase.end).any(|at| KEPT.contains(&sentence.from(at).letters()))
    };
    let seats = matches!(before(1), "seats" | "sleeps" | "accommodates") || before(1) == "holds" && !kept();
    let room = matches!(before(1), "of" | "for") && ROOM.contains(&before(2));
    holds && able || seats || room
}

/// Whether the figure is what another one is measured against: "up from 9", "compared with 9 a year before", "rose from
/// 9 to 12".
fn is_former(sentence: Tokens<'_>, place: &Place) -> bool {
    let before = |back: usize| place.phrase.start.checked_sub(back).map(|at| sentence.from(at));
    let is = |back: usize, words: &[&str]| before(back).is_some_and(|here| words.contains(&here.letters()));
    let behind = sentence.from(place.phrase.end).letters();
    let moved = is(1, &["from"]) && (behind == "to" || is(2, &["up", "down"]) || changes(sentence, place));
    // "Turnout at the last election was 72 percent".
    let earlier = (place.named.start..place.phrase.start).any(|at| {
        let here = sentence.from(at);
        ["last", "previous"].contains(&here.letters())
            && here.nth(1).is_some_and(|next| {
                sentence.lexicon().noun(next.word).is_some() && sentence.lexicon().calendar(next.word).is_empty()
            })
    });
    let against = is(1, &["against"]) && is(2, &[","]);
    let compared = is(2, &["compared"]) && is(1, &["with", "to"]) || is(1, &["versus"]);
    // "Raising a toll that had stood at 9".
    let stood = is(1, &["at"]) && is(2, &["stood"]) && is(3, &["that", "which", "had"]);
    // "With 38 seats in the outgoing parliament".
    let outgoing = (place.phrase.end..place.phrase.end + 4).any(|at| sentence.from(at).letters() == "outgoing");
    let superseded = || is_superseded(sentence, place) || is_of_that_time(sentence);
    moved || against || compared || earlier || stood || outgoing || superseded()
}

/// Whether a sentence tells what was said then: "it said at the time".
fn is_of_that_time(sentence: Tokens<'_>) -> bool {
    sentence.rest().windows(4).any(|words| {
        let [said, rest @ ..] = words else { return false };
        said.letters == "said" && ["at", "the", "time"].iter().zip(rest).all(|(word, token)| token.letters == *word)
    })
}

/// Whether somebody had said so before they or others said otherwise: "had earlier put the number of dead at 15",
/// "police earlier put it at 15".
fn is_superseded(sentence: Tokens<'_>, place: &Place) -> bool {
    const FAR: usize = 12;
    const GIVING: [&str; 6] = ["put", "gave", "spoke", "estimated", "counted", "reported"];
    const EARLIER: [&str; 4] = ["earlier", "previously", "initially", "originally"];
    let start = place.phrase.start;
    (start.saturating_sub(FAR)..start).rev().take_while(|&at| sentence.from(at).letters() != ";").any(|at| {
        let here = sentence.from(at);
        let had = here.back(1).is_some_and(|back| back.letters == "had");
        let given = |next: &Token| GIVING.contains(&next.letters) || had && is_verb(here, next);
        EARLIER.contains(&here.letters()) && here.nth(1).is_some_and(given)
    })
}

/// Whether what is counted is what is left of more: "140,000 homes were still in the dark", "Ana has 12 pears left.", "the
/// eight silos left standing".
pub(super) fn is_left(sentence: Tokens<'_>, place: &Place) -> bool {
    const NEAR: usize = 3;
    const AS: [&str; 7] = ["standing", "behind", "over", "alive", "open", "intact", "unsold"];
    let around = place.phrase.start.saturating_sub(NEAR)..place.phrase.end + NEAR;
    let behind = sentence.from(place.phrase.end);
    let ends = behind.nth(1).is_none_or(|next| next.shape == Shape::Mark || AS.contains(&next.letters));
    behind.letters() == "left" && ends || around.into_iter().any(|at| sentence.from(at).letters() == "still")
}

fn is_person(here: Tokens<'_>, token: &Token) -> bool {
    here.lexicon().noun(token.word).is_some_and(|noun| noun.class.as_deref() == Some("person"))
}

fn is_verb(here: Tokens<'_>, token: &Token) -> bool {
    here.lexicon().verb(token.word).is_some()
}

/// Whether a word of change stands right before "from" ("rose from", "has been cut from"), or before what it came to ("rose
/// to 12 in May from").
fn changes(sentence: Tokens<'_>, place: &Place) -> bool {
    /// How many words may stand between the two figures, or between the verb and the first.
    const NEAR: usize = 5;
    let from = place.phrase.start.saturating_sub(1);
    let change =
        |at: usize| sentence.from(at).is_change() || matches!(sentence.from(at).letters(), "revised" | "changed");
    let came_to = || {
        let level = place.neighbours.start;
        let to = (level.saturating_sub(NEAR)..level).rev().find(|&at| sentence.from(at).letters() == "to");
        let moved = |to: usize| (to.saturating_sub(NEAR)..to).any(change);
        level + NEAR >= from && level <= from && to.is_some_and(moved)
    };
    from.checked_sub(1).is_some_and(change) || came_to()
}

/// Whether the figure takes up one given before ("the five drones", "all 40 boats") or is part of another ("31 of the
/// 40", "six of them"); where it is `told` what happened to them, a body's own are no part. A share is always of something.
fn reference(sentence: Tokens<'_>, place: &Place, told: bool) -> Option<&'static str> {
    const DEFINITE: [&str; 5] = ["the", "these", "those", "all", "both"];
    // "1,900 of its members joined" are all who did, and "cut 900 of its 14,200 posts" are all that were.
    let own = |at: usize| {
        let possessed = ["its", "their", "our"].contains(&sentence.from(at + 1).letters());
        let shape = sentence.from(at + 2).peek().map(|token| token.shape);
        possessed && told && matches!(shape, Some(Shape::Lower | Shape::Number))
    };
    let inner = (place.number_end..place.noun.start).any(|at| sentence.from(at).letters() == "of" && !own(at));
    // "600 rounds of ammunition" are all of them.
    let bare = place.noun.is_empty() && sentence.from(place.phrase.end).letters() == "of";
    // "On five lines out of 17", but "took 48 beds out of use".
    let behind = sentence.from(place.phrase.end);
    let whole = behind.nth(2).is_some_and(|token| token.shape == Shape::Number);
    let out = whole && behind.letters() == "out" && behind.letters_at(1) == "of";
    let part = place.unit == Unit::Count && (inner || bare || out);
    // "2 million such homes"
    if sentence.from(place.number_end).letters() == "such" {
        return Some("such");
    }
    // "The profit of 44 million" is as definite as "the 44 million".
    let joined_by_of = place.named.end < place.phrase.start && sentence.from(place.named.end).letters() == "of";
    let start =
        if joined_by_of && place.named.end + 1 == place.phrase.start { place.named.start } else { place.phrase.start };
    let before = start.checked_sub(1).map(|at| sentence.from(at).letters());
    let known = before.is_some_and(|before| DEFINITE.iter().any(|word| before.eq_ignore_ascii_case(word)));
    let definite = known || is_called_known(sentence, place.phrase.start);
    // "300 dead, of whom nine were nuns": nine of those, and of no others.
    let back = |at: usize| place.phrase.start.checked_sub(at).map_or("", |at| sentence.from(at).letters());
    if ["of", "among"].contains(&back(2)) && ["whom", "which", "them", "those"].contains(&back(1)) {
        return Some("subset");
    }
    // "All 29 of the boats" are the 29 boats.
    let all = before.is_some_and(|before| before.eq_ignore_ascii_case("all"));
    match (part, definite) {
        (true, _) if !all => Some("part"),
        (_, true) => Some("definite"),
        _ => None,
    }
}

/// Whether what stands between the article and a figure says no more than that it is known: "the missing £4,000".
fn is_called_known(sentence: Tokens<'_>, start: usize) -> bool {
    const CALLED: [&str; 9] =
        ["missing", "stolen", "promised", "disputed", "entire", "full", "whole", "combined", "reported"];
    let back = |by: usize| start.checked_sub(by).map_or("", |at| sentence.from(at).letters());
    CALLED.contains(&back(1)) && back(2).eq_ignore_ascii_case("the")
}

/// "Sentenced to 12 years a man who": nobody has so many years a man.
fn is_term_of(sentence: Tokens<'_>, place: &Place) -> bool {
    let next = sentence.from(place.phrase.end + 1);
    place.unit.is_years() && next.peek().is_some_and(|token| is_person(next, token))
}

/// "a day", "per household", "each year" behind a figure: it is a rate.
fn rate(sentence: Tokens<'_>, end: usize) -> Option<String> {
    let here = sentence.from(end);
    let per = ["a", "an", "per", "each", "every"].contains(&here.letters());
    let unit = here.nth(1).filter(|_| per).filter(|next| next.shape == Shape::Lower)?;
    Some(format!("per {}", inflect::singular(unit.letters)))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn what_it_came_to_stands_before_what_it_came_from() {
        for (text, former) in [
            ("It rose to 9 percent in May from 12 in April.", true),
            ("It rose to 9 percent in May, from 12.", true),
            ("It gave 9 percent to those from 12 towns.", false),
            ("It rose to 9 percent, and boats had come in by then from 12 towns.", false),
        ] {
            assert_eq!(draft(text).claims[1].context().is_limited("former"), former, "{text}");
        }
    }

    #[test]
    fn what_limits_a_figure() {
        for (text, scope) in [
            ("The ferry can carry 900 people.", "capacity"),
            ("It was built to hold 900 cars.", "capacity"),
            ("The hall has room for 900 people.", "capacity"),
            ("It has a capacity of 900 cars.", "capacity"),
            ("They came to hold 900 cars.", ""),
            ("The hall holds 900 people.", "capacity"),
            ("The camp holds 900 refugees.", ""),
            ("The ferry carried 900 people.", ""),
            ("Another 12 people were hurt.", "additional"),
            ("More than 12 people were hurt.", ""),
            ("They hired 12 new clerks.", "additional"),
            ("They bought 12 new ships.", ""),
            ("12 people were critically hurt.", "grave"),
            ("It rose from 9 boats to 12.", "former"),
            ("The board had earlier put the number of boats at 12.", "former"),
            ("The board raised a toll that stood at 12 boats.", "former"),
            ("The toll stood at 12 boats.", ""),
            ("The board said earlier in the day that 12 boats sank.", ""),
            ("12 homes were still in the dark.", "remaining"),
            ("12 people were still missing.", ""),
            ("Ana has 12 pears left.", "remaining"),
            ("The 12 pears left standing are hers.", "definite remaining"),
            ("It is to cut 12 jobs across all plants.", "nationwide"),
            ("It is to cut 12 jobs across the group.", "nationwide"),
            ("Some 12 nurses are on strike at all its clinics.", "nationwide"),
            ("Some 12 boats were lost along the whole coast.", "nationwide"),
            ("Some 12 runners fell along the whole route.", ""),
            ("Some 12 boats were lost at all hours.", ""),
            ("12 of them were in intensive care.", "grave part"),
            ("12 visitors to the zoo were seriously hurt.", "grave"),
            ("12 visitors were taken away hurt, but not seriously.", ""),
            ("12 houses were flooded across the eastern counties.", "nationwide"),
            ("The army said at the time that 12 rebels had died.", "former"),
            ("The league has 12 seats in the outgoing parliament.", "former"),
            ("She was sentenced to 12 years a judge said.", ""),
            ("Across the country 12 nurses stopped work.", "nationwide"),
            ("Across the province 12 nurses stopped work.", ""),
            ("12 boats left the port.", ""),
            ("A climber died after falling 40 metres.", ""),
            ("The lake fell 4 metres.", "change"),
            ("12 of the boats sank.", "part"),
            ("12 boats out of 40 sank.", "part"),
            ("It took 12 boats out of service.", ""),
            ("The mill cut 12 of its 90 posts.", "own"),
            ("The 12 boats sank.", "definite whole"),
            ("The 12 boats at Tarrow sank.", "definite"),
            ("All 12 of the boats sank.", "definite whole"),
            ("The missing 12 boats sank.", "definite whole"),
            ("12 such boats sank.", "such"),
            ("It earns $12 a day.", "per day"),
            ("Some 1,100 posts would go in all.", "total"),
            ("A report put its cost at $12 million.", ""),
            ("Then its cost is $12 million.", "own"),
            ("The board put its own cost at $12 million.", "own"),
            ("He put the number of boats there at 12.", "there"),
            ("12 boats were sunk there.", ""),
            ("They said there were 12 boats.", ""),
            ("The board earlier put the number of boats at 12.", "former"),
            ("The board, which counts only the new ones, put the number of boats at 12.", "narrow"),
        ] {
            assert_eq!(draft(text).claims[0].context().scope.join(" "), scope, "{text}");
        }
    }
}
