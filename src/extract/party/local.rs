//! Names that only tell where or whose somebody is: "the port authority of Korvan", "residents of Korvan".

use crate::claim::Source;
use crate::extract::name::{Name, speaks_for_a_body};
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// Whether a name only tells where people or a house are, and is no body's: "growers in the Velmar valley", "the hospital in
/// Korvan", "the mayor of Korvan", "the port authority of Korvan".
pub(super) fn is_scene(sentence: Tokens<'_>, phrase: &Range<usize>, name: &Name) -> bool {
    /// Whatever is of a name here, the name is a place's.
    const OF_PLACES: [&str; 10] =
        ["mayor", "governor", "prefect", "city", "town", "village", "port", "district", "province", "region"];
    if name.party.is_some() || is_called_a_body(sentence, name) {
        return false;
    }
    let lexicon = sentence.lexicon();
    // "Korvan mayor Ana Ruiz".
    if ["mayor", "governor", "prefect"].contains(&sentence.from(name.tokens.end).letters()) {
        return true;
    }
    let Some(joint) = joint(sentence, phrase, name) else { return false };
    // "Papers filed with the Korvan court".
    let handed = |back: &Token| ["filed", "lodged", "submitted", "presented", "sent", "handed"].contains(&back.letters);
    if matches!(joint.letters(), "with" | "to") && joint.back(1).is_some_and(handed) {
        return true;
    }
    joint.back(1).is_some_and(|back| {
        let class = lexicon.noun(back.word).and_then(|noun| noun.class.as_deref());
        let lower = back.shape == Shape::Lower;
        let house = lower && (class == Some("building") || lexicon.is(back.word, List::Body));
        match joint.letters() {
            "in" | "near" | "around" | "across" => true,
            "at" => house,
            "of" => OF_PLACES.contains(&back.letters) || lower && is_local_body(sentence, joint.at() - 1),
            _ => false,
        }
    })
}

/// Whether a name tells where people work or live who speak for themselves: "workers at the Velmar plant", but "workers
/// from the Harbour Union".
pub(super) fn is_of_own_voices(sentence: Tokens<'_>, phrase: &Range<usize>, name: &Name) -> bool {
    const VOICES: [&str; 4] = ["Union", "Federation", "Association", "Alliance"];
    let people = (phrase.start..name.tokens.start).map(|at| sentence.from(at)).find(is_own_voice);
    let joined = people.is_some_and(|people| is_joint(people.letters_at(1)) || people.letters_at(1) == "on");
    joined && !name.tokens.clone().any(|at| VOICES.contains(&sentence.from(at).letters()))
}

/// The office of which a name in a phrase only tells whose it is, where the phrase is that office or somebody who speaks
/// for it: "a spokesman for Korvan's finance ministry".
pub(super) fn office(sentence: Tokens<'_>, phrase: &Range<usize>, name: &Name) -> Option<Range<usize>> {
    let office = office_of(sentence, phrase, name).or_else(|| office_behind(sentence, phrase, name))?;
    let speaks = || {
        let people = (phrase.start..office.start).any(|at| is_delegate(&sentence.from(at)));
        let joined = is_joint(sentence.from(office.start - 1).letters());
        joined && (people || speaks_for_a_body(sentence, &(phrase.start..office.start)))
    };
    (office.start == phrase.start || speaks()).then_some(office)
}

/// `the port authority of Korvan`, `the hospital in Korvan`
fn office_of(sentence: Tokens<'_>, phrase: &Range<usize>, name: &Name) -> Option<Range<usize>> {
    let joint = joint(sentence, phrase, name)?;
    let head = joint.at() - 1;
    let local = is_local_body(sentence, head) && is_scene(sentence, phrase, name);
    let start = local.then(|| noun_start(sentence, phrase, head))?;
    Some(start..name.tokens.end)
}

/// `Korvan district police`, `the Korvan pilots' union`, `Korvan's finance ministry`, `Korvan's mayor`, `Korvan rebels`; but
/// a body may be called by an acronym or be the only one of its trade: "the NUS students' union", "the Ostra polling agency".
fn office_behind(sentence: Tokens<'_>, phrase: &Range<usize>, name: &Name) -> Option<Range<usize>> {
    const BRANDED: [&str; 5] = ["agency", "bureau", "service", "services", "institute"];
    const WHATEVER: [&str; 5] = ["trade", "labour", "labor", "head", "press"];
    let lexicon = sentence.lexicon();
    if name.party.is_some() || name.is_person || is_called_a_body(sentence, name) {
        return None;
    }
    let behind = &sentence.rest()[name.tokens.end..phrase.end.max(name.tokens.end)];
    let owned = usize::from(behind.first().is_some_and(|mark| mark.shape == Shape::Possessive));
    let ends = |token: &Token| lexicon.is(token.word, List::Preposition) || token.letters == ",";
    let (head, kind) = behind[owned..].split(ends).next()?.split_last()?;
    let small = |token: &Token| token.shape == Shape::Lower || is_owner_mark(token);
    let acronym = sentence.from(name.tokens.start).peek().is_some_and(|first| first.shape == Shape::Upper);
    let told = kind.first().is_some_and(|first| !WHATEVER.contains(&first.letters));
    // "The Korvan ambulance service", but "the Ostra polling agency".
    let field = || kind.len() == 1 && lexicon.fields.at(kind).is_some();
    let own = || acronym || BRANDED.contains(&head.letters) && !field();
    let whose = if owned > 0 { told || kind.is_empty() } else { told && !own() };
    let at = name.tokens.end + owned + kind.len();
    let local = is_local_body(sentence, at) && whose;
    let voices = || owned == 0 && lexicon.own_voices.at(std::slice::from_ref(head)).is_some();
    let post = || owned > 0 && is_post_of_place(kind, head);
    let office =
        small(head) && kind.iter().all(small) && (Source::is_local_office(head.letters) || local || voices() || post());
    let start = office.then(|| noun_start(sentence, phrase, name.tokens.start))?;
    Some(start..at + 1)
}

/// Whether somebody who holds a post serves a place, and no firm: "mayor", "police chief", "foreign minister".
fn is_post_of_place(kind: &[Token], head: &Token) -> bool {
    const POSTS: [&str; 8] =
        ["mayor", "governor", "prefect", "minister", "premier", "chancellor", "ombudsman", "prosecutor"];
    let force = || kind.last().is_some_and(|kind| matches!(kind.letters, "police" | "fire" | "army" | "navy"));
    POSTS.contains(&head.letters) || head.letters == "chief" && force()
}

/// The body that people in front of it speak for: "the finance ministry" of "officials at the finance ministry".
pub(super) fn represented(sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Range<usize>> {
    let lexicon = sentence.lexicon();
    let people = phrase.clone().map(|at| sentence.from(at)).find(|here| !is_modifier(here))?;
    let body = people.at() + 2..phrase.end;
    if !is_delegate(&people) || !is_joint(people.letters_at(1)) || body.is_empty() {
        return None;
    }
    let words = &sentence.rest()[body.clone()];
    let ends = |token: &Token| lexicon.is(token.word, List::Preposition) || token.letters == ",";
    let head = words.split(ends).next()?.last()?;
    let fits = lexicon.is(head.word, List::Body) && head.shape == Shape::Lower && !is_territory(head.letters);
    (words[0].reads("the") && fits).then_some(body)
}

/// The word that ties a name to what stands before it, past its article and adjectives.
fn joint<'t>(sentence: Tokens<'t>, phrase: &Range<usize>, name: &Name) -> Option<Tokens<'t>> {
    let before = (phrase.start + 1..name.tokens.start).rev().map(|at| sentence.from(at));
    before.into_iter().find(|here| !is_modifier(here))
}

/// Where the noun phrase that ends with a word begins: at its article, if it has one.
fn noun_start(sentence: Tokens<'_>, phrase: &Range<usize>, head: usize) -> usize {
    let framed = |at: usize| sentence.from(at).is(List::Preposition) || sentence.from(at).letters() == ",";
    let article = |at: usize| sentence.from(at).is(List::Determiner);
    let start = (phrase.start..head).rev().take_while(|&at| !framed(at)).last().unwrap_or(head);
    (start..head).rfind(|&at| article(at)).unwrap_or(start)
}

/// Whether the noun that ends at a token is one for a body of which each place has its own: "ministry", "town hall".
pub(super) fn is_local_body(sentence: Tokens<'_>, head: usize) -> bool {
    let bodies = &sentence.lexicon().local_bodies;
    let ends = |start: usize| bodies.at(sentence.from(start).rest()).is_some_and(|(len, ())| start + len == head + 1);
    ends(head) || (head > 0 && ends(head - 1))
}

fn is_delegate(here: &Tokens<'_>) -> bool {
    here.lexicon().delegates.at(here.rest()).is_some()
}

fn is_own_voice(here: &Tokens<'_>) -> bool {
    here.lexicon().own_voices.at(here.rest()).is_some()
}

fn is_modifier(here: &Tokens<'_>) -> bool {
    here.is(List::Determiner) || here.is(List::Adjective)
}

fn is_joint(letters: &str) -> bool {
    matches!(letters, "for" | "of" | "from" | "at" | "with" | "in")
}

fn is_owner_mark(token: &Token) -> bool {
    token.shape == Shape::Possessive || matches!(token.letters, "'" | "’")
}

/// Whether a word of a name says that it is a body's: "the Harbour Board", but "Korvan County".
fn is_called_a_body(sentence: Tokens<'_>, name: &Name) -> bool {
    name.tokens.clone().map(|at| sentence.from(at)).any(|word| word.is(List::Body) && !is_territory(word.letters()))
}

/// Whether a word that may be a body's is a stretch of land: "officials in the district".
pub(super) fn is_territory(letters: &str) -> bool {
    ["province", "county", "district", "city", "town"].iter().any(|land| letters.eq_ignore_ascii_case(land))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::sourced;

    #[test]
    fn whose_office_speaks() {
        for (text, expected) in [
            ("The port authority of Korvan said 40 sank.", "40 < port authority of Korvan"),
            ("The growers' consortium of Castel d'Orra said 40 left.", "40 < growers' consortium of Castel d'Orra"),
            ("The town hall of Puerto Lune said 40 left.", "40 < town hall of Puerto Lune"),
            ("The ministry of Trade said 40 left.", "40 < ministry of Trade"),
            ("Arland's finance ministry expects 40 jobs to go.", "40 < Arland's finance ministry"),
            (
                "The Korvan pilots' union said 40 left. The union said nine did not. The Korvan port authority said two did.",
                "40 < Korvan pilots' union | nine < Korvan pilots' union | two < Korvan port authority",
            ),
            (
                "Arland's government said 40 left. Norland's government said nine did.",
                "40 < Arland's government | nine < Norland's government",
            ),
            (
                "Korvan mayor Ana Ruiz said 40 left. The Tarrow governor said nine did.",
                "40 < Ana Ruiz | nine < Tarrow governor",
            ),
            ("Korvan's mayor said 40 left. Velmar's boss said nine did.", "40 < Korvan's mayor | nine < Velmar"),
            (
                "Some 40 left, Korvan's fire chief said. Velmar's pay chief said nine did.",
                "40 < Korvan's fire chief | nine < Velmar",
            ),
            ("Tarran rebels said 40 left. Tarran officials said nine did.", "40 < Tarran rebels | nine < Tarran"),
            ("Papers filed with a Korvan court show that 40 left.", "40 < Papers filed with a Korvan court"),
            ("The UNHCR-run clinic said 40 left.", "40 < UNHCR-run clinic"),
            ("Korvan County police said 40 left.", "40 < Korvan County police"),
            ("A spokesman for Korvan's finance ministry said 40 left.", "40 < Korvan's finance ministry"),
            ("Ana Ruiz, head of the Korvan port authority, said 40 sank.", "40 < Korvan port authority"),
            ("Officials at the port authority of Korvan said 40 sank.", "40 < port authority of Korvan"),
            (
                "The fire brigade's log of the gale in Korvan shows 40 hurt, its chief, Ana Ruiz, said.",
                "40 < fire brigade",
            ),
            ("The board of Velmar said 40 left.", "40 < Velmar"),
            ("Velmar's board said 40 left.", "40 < Velmar"),
            ("Velmar's head office said 40 left.", "40 < Velmar"),
            ("The Velmar shipping company said 40 left.", "40 < Velmar"),
            ("The Ostra polling agency said 40 left.", "40 < Ostra"),
            ("The NUS students' union said 40 left.", "40 < NUS"),
            ("The council of the Harbour Union said 40 left.", "40 < Harbour Union"),
            ("The Harbour Board's pilots' office said 40 left.", "40 < Harbour Board"),
            (
                "The Sea Institute said 40 left. The institute in Korvan said nine did.",
                "40 < Sea Institute | nine < Sea Institute",
            ),
        ] {
            assert_eq!(sourced(text), expected, "{text}");
        }
    }

    #[test]
    fn who_speaks_for_whom() {
        for (text, expected) in [
            ("Inspectors from the fisheries directorate counted 40 nets.", "40 < fisheries directorate"),
            ("Engineers at the water board said 40 sank.", "40 < water board"),
            ("Members of the drivers' union said 40 left.", "40 < drivers' union"),
            ("Officials at Velmar said 40 left.", "40 < Velmar"),
            ("Officials in the district said 40 left.", "40 < Officials in the district"),
            ("Researchers at a university said 40 left.", "40 < Researchers at a university"),
            ("Workers at the water board said 40 left.", "40 < Workers at the water board"),
            ("Workers at the Velmar plant said 40 left.", "40 < Workers at the Velmar plant"),
            ("Residents of Korvan said 40 left.", "40 < Residents of Korvan"),
            ("Students at the University of Korvan said 40 left.", "40 < Students at the University of Korvan"),
            ("Drivers from the Harbour Union said 40 left.", "40 < Harbour Union"),
        ] {
            assert_eq!(sourced(text), expected, "{text}");
        }
    }
}
