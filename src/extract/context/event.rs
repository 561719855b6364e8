//! What happened to the counted.

use super::Place;
use super::apart::goes_on;
use super::site::own_stretch;
use crate::claim::Unit;
use crate::extract::noun::is_of_parent;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// How far to the right of a figure's noun an event may stand, in tokens.
const REACH_RIGHT: usize = 7;
/// How far in front of a figure the verb may stand whose object it is.
const REACH_VERB: usize = 3;
/// How far to the left of a figure an event may stand, in tokens.
const REACH_LEFT: usize = 9;

/// What happened to the counted: the head itself ("deaths"), else the nearest word behind the noun ("were killed"), else
/// the nearest one before the figure ("killing 11"). Of a noun in front, what comes right behind it ("people killed by
/// the floods stood at 34").
pub(super) fn events(sentence: Tokens<'_>, place: &Place, thing: &str) -> Vec<String> {
    // A mother of three may be killed, and her three are not.
    if is_of_parent(sentence, place.phrase.start) {
        return Vec::new();
    }
    if !thing.starts_with("age") && is_term(sentence, place) {
        return vec!["jail".to_owned()];
    }
    let in_front = place.noun.is_empty() && place.named.end <= place.phrase.start && !place.named.is_empty();
    let noun = if in_front { &place.named } else { &place.noun };
    let told = || in_noun(sentence, noun);
    let behind = || if in_front { behind_name(sentence, place) } else { None };
    let near = || around(sentence, place);
    let found = match place.unit {
        // "The repair of the pump would cost": what a sum is of need not be what happens.
        // "Was found guilty of stealing £4 million".
        Unit::Money(_) if is_told_before(sentence, place) => near(),
        Unit::Money(_) => behind().or_else(told).or_else(near),
        // "48 percent of those on the roll took part": nor who may vote.
        Unit::Percent if !in_front => told().filter(|event| event != "register").or_else(near).or_else(told),
        // "A crowd of 4,000 watched": whoever makes up a crowd is there.
        Unit::Count if in_front && is_gathering(sentence, noun) => told(),
        // "18 were injured and 12 arrested": nothing comes nearer than what stands right behind.
        Unit::Count if in_front => {
            let start = place.phrase.start.saturating_sub(REACH_LEFT).max(place.neighbours.start);
            let lives = || toll(sentence, start..place.phrase.start);
            event_at(sentence, place.phrase.end).or_else(lives).or_else(told).or_else(behind).or_else(near)
        }
        _ => told().or_else(behind).or_else(near),
    };
    // "The closure will cost 40 jobs".
    let found = found.map(|event| if event == "cost" && thing == "job" { "lay_off".to_owned() } else { event });
    // "Brought in 4,000 visitors": people are no money.
    let brought = || place.phrase.start > 0 && sentence.from(place.phrase.start - 1).letters() == "in";
    let person = || class_of(sentence, thing).is_some_and(|class| class == "person");
    let found = found.filter(|event| event != "raise" || place.unit != Unit::Count || !brought() || !person());
    let found = meant(sentence, place, thing, found.as_deref()).or(found);
    found.or_else(|| in_head(sentence, &place.noun)).or_else(|| of_row(sentence, place)).into_iter().collect()
}

/// What a word means by what it is told of: "claimed 40 lives", "40 homes were lost", "40 hectares of maize were lost to the
/// drought", "brought in 40 tonnes", "the repair comes to £4 million".
fn meant(sentence: Tokens<'_>, place: &Place, thing: &str, event: Option<&str>) -> Option<String> {
    const TAKES: [&str; 9] = ["claim", "claimed", "claims", "claiming", "cost", "costing", "taken", "took", "taking"];
    let letters = |at: usize| sentence.from(at).letters();
    let lives = !place.noun.is_empty() && letters(place.noun.end - 1) == "lives";
    let start = place.phrase.start.saturating_sub(REACH_VERB);
    if lives && (start..place.phrase.start).any(|at| TAKES.contains(&letters(at)) || letters(at) == "lost") {
        return Some("kill".to_owned());
    }
    let class = || class_of(sentence, thing);
    let area = || matches!(place.unit.name(), "hectare" | "acre" | "square_kilometre" | "square_mile");
    let mass = || matches!(place.unit.name(), "tonne" | "ton" | "kilogram");
    let money = matches!(place.unit, Unit::Money(_));
    match event? {
        "raise" | "attend" if mass() => Some("harvest".to_owned()),
        "miss" if money => Some("steal".to_owned()),
        "repair" | "rebuild" if money => Some("cost".to_owned()),
        "vote" if is_turnout(sentence, place) => Some("turnout".to_owned()),
        "lose" if place.unit == Unit::Count && class() == Some("building") => Some("destroy".to_owned()),
        "lose" if place.unit == Unit::Count && class() == Some("animal") => Some("kill".to_owned()),
        "lose" if area() => Some("destroy".to_owned()),
        _ => None,
    }
}

/// The class of what is counted.
fn class_of<'a>(sentence: Tokens<'a>, thing: &str) -> Option<&'a str> {
    let lexicon = sentence.lexicon();
    lexicon.noun(lexicon.word(thing)).and_then(|noun| noun.class.as_deref())
}

/// Whether a share is of those who went to the polls, whatever they voted for: "44 percent of those on the roll had voted".
fn is_turnout(sentence: Tokens<'_>, place: &Place) -> bool {
    const ENTITLED: [&str; 8] =
        ["voters", "electors", "electorate", "roll", "rolls", "register", "registered", "eligible"];
    const CHOICE: [&str; 8] = ["for", "against", "yes", "no", "to", "with", "in", "out"];
    let letters = |at: usize| sentence.from(at).letters();
    let mut clause =
        (place.number_end..place.neighbours.end.max(place.phrase.end)).take_while(|&at| !is_clause_end(sentence, at));
    let entitled = clause.any(|at| ENTITLED.contains(&letters(at)));
    let voted = clause.find(|&at| matches!(letters(at), "voted" | "vote" | "ballot" | "ballots" | "votes"));
    place.unit == Unit::Percent && entitled && voted.is_some_and(|at| !CHOICE.contains(&letters(at + 1)))
}

/// What happened to the figure in front, in a row of which each has its place: "killed 12 people in Malta and 19 in Crete".
fn of_row(sentence: Tokens<'_>, place: &Place) -> Option<String> {
    let end = place.neighbours.start;
    own_stretch(sentence, place)?;
    (end.saturating_sub(REACH_LEFT)..place.phrase.start).rev().find_map(|at| event_told(sentence, place, at))
}

/// Whether so many years are to be spent in prison, whatever for: "jailed him for seven years over a bribe".
fn is_term(sentence: Tokens<'_>, place: &Place) -> bool {
    let mut near = place.neighbours.start..place.neighbours.end.max(place.phrase.end);
    // "Was given ten years for arson".
    let before = place.phrase.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    let given = matches!(before, "given" | "got" | "gets") && sentence.from(place.phrase.end).letters() == "for";
    place.unit.is_years() && (given || near.any(|at| event_at(sentence, at).is_some_and(|event| event == "jail")))
}

/// "9,000 evacuees", "4,000 spectators": a person may be called by what happened to him or what he does, where nothing else
/// is told.
fn in_head(sentence: Tokens<'_>, noun: &Range<usize>) -> Option<String> {
    let head = noun.end.checked_sub(1)?;
    let letters = sentence.from(head).letters();
    let called = letters.ends_with("ees") || matches!(letters, "spectators" | "marchers" | "strikers");
    called.then(|| event_at(sentence, head)).flatten()
}

/// Whether a noun is one for people who have come together: "a crowd of 4,000".
fn is_gathering(sentence: Tokens<'_>, noun: &Range<usize>) -> bool {
    let head = noun.clone().take_while(|&at| !sentence.from(at).is(List::Preposition)).last();
    head.is_some_and(|head| matches!(sentence.from(head).letters(), "crowd" | "attendance"))
}

/// "deaths", "12 wounded": the noun itself tells; "12 protesters" tells who, not what happened to them.
fn in_noun(sentence: Tokens<'_>, noun: &Range<usize>) -> Option<String> {
    let person = noun.end.checked_sub(1).and_then(|head| sentence.from(head).peek()).is_some_and(|head| {
        sentence.lexicon().noun(head.word).is_some_and(|noun| noun.class.as_deref() == Some("person"))
    });
    // "Turnout in Sunday's vote" is turnout.
    let joint = noun.clone().find(|&at| sentence.from(at).is(List::Preposition));
    let head = || joint.and_then(|joint| (noun.start..joint).rev().find_map(|at| event_at(sentence, at)));
    head().or_else(|| noun.clone().rev().skip(usize::from(person)).find_map(|at| event_at(sentence, at)))
}

/// The first event between a noun in front and its figure.
fn behind_name(sentence: Tokens<'_>, place: &Place) -> Option<String> {
    (place.named.end..place.phrase.start).find_map(|at| event_at(sentence, at))
}

fn around(sentence: Tokens<'_>, place: &Place) -> Option<String> {
    let left = || to_the_left(sentence, place);
    let list = || before_list(sentence, place);
    if is_told_before(sentence, place) { left() } else { to_the_right(sentence, place).or_else(left).or_else(list) }
}

/// Whether words for an event end where the figure begins: "killing 11", "it takes 11".
fn is_told_before(sentence: Tokens<'_>, place: &Place) -> bool {
    /// How many words such a phrase has at the most.
    const PHRASE: usize = 3;
    let reaches = |at: usize| {
        let here = sentence.from(at);
        let told = here.lexicon().events.at(here.rest());
        told.is_some_and(|(len, event)| at + len == place.phrase.start && !is_led(place, event))
    };
    (place.phrase.start.saturating_sub(PHRASE)..place.phrase.start).any(reaches)
}

fn to_the_right(sentence: Tokens<'_>, place: &Place) -> Option<String> {
    // "25 rebels and nine guards were killed": what befell the last of a row befell them all.
    let end = if goes_on(sentence, place) {
        place.neighbours.end + REACH_RIGHT
    } else {
        (place.phrase.end + REACH_RIGHT).min(place.neighbours.end)
    };
    let mut clause = (place.phrase.end..end).take_while(|&at| !is_clause_end(sentence, at));
    clause.find_map(|at| event_told(sentence, place, at))
}

/// The nearest event before the figure; but a toll is one of lives, whatever took them ("the toll of the siege at 40").
fn to_the_left(sentence: Tokens<'_>, place: &Place) -> Option<String> {
    let start = place.phrase.start.saturating_sub(REACH_LEFT).max(place.neighbours.start);
    // "A cook died and four guests went to hospital": the two begin a clause of their own.
    let joined = place.phrase.start.checked_sub(2).filter(|&at| sentence.from(at + 1).letters() == "and");
    if joined.is_some_and(|at| at >= start && event_at(sentence, at).is_some() && is_verb(sentence, at)) {
        return None;
    }
    let clause = || (start..place.phrase.start).rev().take_while(|&at| !is_clause_end(sentence, at));
    toll(sentence, start..place.phrase.start).or_else(|| clause().find_map(|at| event_told(sentence, place, at)))
}

/// What a toll is of, whatever took the lives: "the toll of the siege at 40", "the toll in the mine blast rose to 40".
fn toll(sentence: Tokens<'_>, clause: Range<usize>) -> Option<String> {
    let mut clause = clause.rev().take_while(|&at| !is_clause_end(sentence, at));
    clause.find(|&at| sentence.from(at).letters() == "toll").and_then(|at| event_at(sentence, at))
}

/// What is told in front of the row that a figure stands in: "seized eight rifles, 40 magazines and 600 rounds".
fn before_list(sentence: Tokens<'_>, place: &Place) -> Option<String> {
    /// How far in front of a figure such a row may begin.
    const ROW: usize = 16;
    let joined = |at: usize| matches!(sentence.from(at).letters(), "and" | ",");
    let listed = |at: usize| {
        let here = sentence.from(at);
        joined(at)
            || here.letters() == "-"
            || here.peek().is_some_and(|token| {
                let lexicon = sentence.lexicon();
                lexicon.noun(token.word).is_some()
                    || token.is_capitalised()
                    || lexicon.numeral(token.word).is_some()
                    || token.shape == Shape::Number
            })
    };
    let last = place.phrase.start.checked_sub(1).filter(|&at| joined(at))?;
    let told = (last.saturating_sub(ROW)..last).rev().find(|&at| !listed(at))?;
    // "A cook died and four guests went to hospital" is no row.
    (told + 1 < last).then(|| event_told(sentence, place, told)).flatten()
}

/// The event that the words at a place tell of, unless they belong to whoever speaks: the Red Cross crosses nothing.
fn event_told(sentence: Tokens<'_>, place: &Place, at: usize) -> Option<String> {
    let told = event_at(sentence, at).filter(|event| event != "raise" || !is_moved(sentence, place));
    let told = told.filter(|event| !is_led(place, event));
    told.filter(|_| !is_attribute(sentence, at)).filter(|_| {
        let name = sentence.from(at).peek().is_some_and(Token::is_capitalised);
        // "The city transport office said": nobody was carried.
        let office = || sentence.from(at + 1).is(List::Body);
        !(name || office()) || !place.speakers.iter().any(|speaker| speaker.contains(&at))
    })
}

/// "Led 60 people to safety": by so many nobody leads.
fn is_led(place: &Place, event: &str) -> bool {
    event == "lead" && place.unit == Unit::Count
}

/// "Raised its count to 52": nothing was collected.
fn is_moved(sentence: Tokens<'_>, place: &Place) -> bool {
    let before = place.phrase.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    place.unit == Unit::Count && matches!(before, "to" | "from" | "by")
}

/// Whether a participle at a place only says which thing is meant: those whom somebody pulls "from the flooded pit".
fn is_attribute(sentence: Tokens<'_>, at: usize) -> bool {
    let here = sentence.from(at);
    let framed = here.back(1).is_some_and(|back| here.lexicon().is(back.word, List::Determiner));
    let thing = here.nth(1).is_some_and(|next| {
        let class = here.lexicon().noun(next.word).map(|noun| noun.class.as_deref());
        class.is_some_and(|class| !matches!(class, Some("person" | "casualty")))
    });
    here.letters().ends_with("ed") && framed && thing
}

/// The event that the words at a place tell of.
pub(super) fn event_at(sentence: Tokens<'_>, at: usize) -> Option<String> {
    let here = sentence.from(at);
    here.lexicon().events.at(here.rest()).map(|(_, event)| event.to_string())
}

fn is_verb(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.from(at).peek().is_some_and(|token| sentence.lexicon().verb(token.word).is_some())
}

fn is_clause_end(sentence: Tokens<'_>, at: usize) -> bool {
    let here = sentence.from(at);
    matches!(here.letters(), ";" | ":" | "." | "—" | "–" | "(" | ")")
        || (here.letters() == "," && here.peek().is_none_or(|token| token.glued))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn what_happened_to_the_counted() {
        for (text, wanted) in [
            ("A flood killed 12 people.", ["kill"].as_slice()),
            ("It takes 40 seats to win.", &["need"]),
            ("There are 40 seats at stake.", &["stake"]),
            ("25 rebels and nine guards were killed.", &["kill", "kill"]),
            ("The navy seized eight rifles, 40 magazines and 600 rounds.", &["seize", "seize", "seize"]),
            ("The flood killed a mother of three.", &[""]),
            ("A cook died and four guests went to hospital.", &[""]),
            ("The flood killed 12 and injured 40.", &["kill", "injure"]),
            ("A crowd of 4,000 watched the final.", &["attend"]),
            ("It drew 4,000 spectators.", &["attend"]),
            ("40 strikers were arrested.", &["arrest"]),
            ("The board raised its count to 40.", &[""]),
            ("They pulled 40 strikers alive from the flooded mine.", &["rescue"]),
            ("The judge jailed him for seven years over a bribe.", &["jail"]),
            ("He was sent to prison for seven years for fraud.", &["jail"]),
            ("The closure will cost 40 jobs.", &["lay_off"]),
            ("The flood had claimed 40 lives.", &["kill"]),
            ("40 houses were lost.", &["destroy"]),
            ("40 hectares of maize were lost to the drought.", &["destroy"]),
            ("The party lost 40 seats.", &["lose"]),
            ("Crews led 40 people to safety.", &["rescue"]),
            ("The institute has confirmed 40 cases of measles.", &["infect"]),
            ("The toll in the mine blast rose to 40.", &["kill"]),
            ("Farmers brought in 40 tonnes of rye.", &["harvest"]),
            ("The sum missing from the fund is £4,000.", &["steal"]),
            ("A clerk was found guilty of stealing £4,000.", &["steal"]),
            ("The repair of the wall comes to £4,000.", &["cost"]),
            ("44 percent of those on the roll had voted.", &["turnout"]),
            ("44 percent of voters voted for Orr.", &["vote"]),
            ("The weekend brought in 4,000 visitors.", &[""]),
            ("The city transport office said 40 fans came.", &[""]),
            ("The flood killed 12 people in Malta and 19 in Crete.", &["kill", "kill"]),
        ] {
            let draft = draft(text);
            let told: Vec<_> = draft.claims.iter().map(|claim| claim.context().events.join(" ")).collect();
            assert_eq!(told, wanted, "{text}");
        }
    }
}
