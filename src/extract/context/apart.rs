//! What sets a figure apart from others of its kind: it is by how much somebody leads, it is of another happening than the
//! story's own, or it is one of several that make up a whole.

use super::Place;
use crate::claim::Unit;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::Token;

/// Whether a figure is the distance between two: "a 12-seat lead", "a lead of 12 seats", "won by 12 votes", "trails by 12",
/// "12 votes ahead of Orr", "the lead was 12 votes".
pub(super) fn is_margin(sentence: Tokens<'_>, place: &Place) -> bool {
    /// How many words may stand between a figure's own noun and the word for the distance.
    const NEAR: usize = 2;
    /// How far in front of its figure a verb of winning or losing may stand.
    const FAR: usize = 9;
    let before = |back: usize| place.phrase.start.checked_sub(back).map_or("", |at| sentence.from(at).letters());
    // "A majority of 54 percent" are those 54.
    let most = place.unit == Unit::Percent && before(2) == "majority";
    let start = place.phrase.start.saturating_sub(FAR).max(place.neighbours.start);
    let raced = || (start..place.phrase.start).any(|at| is_race(sentence.from(at).letters()));
    let near = place.number_end..(place.phrase.end + NEAR).min(place.neighbours.end.max(place.phrase.end));
    // "A 12-seat lead": the noun of the compound is glued to its number.
    let compound = || sentence.from(place.number_end).peek().is_some_and(|token| token.glued);
    // "The lead was just 12 votes": of sums and shares a deficit may be meant.
    let stood = || (1..=2).any(|back| matches!(before(back), "was" | "is" | "stood"));
    let subject = || {
        place.unit == Unit::Count
            && stood()
            && (start..place.phrase.start).any(|at| is_distance(sentence.from(at).letters()))
    };
    // "A deficit of £37 million" is what is short; "a deficit of 12 votes" is how far behind somebody is.
    let short = matches!(place.unit, Unit::Money(_)) && before(2) == "deficit";
    let behind = sentence.from(place.phrase.end);
    let ahead = behind.letters() == "ahead" && behind.letters_at(1) == "of";
    before(1) == "by" && raced()
        || ahead && place.unit == Unit::Count
        || subject()
        || before(1) == "of" && is_distance(before(2)) && !most && !short
        || compound() && near.into_iter().any(|at| is_distance(sentence.from(at).letters()))
}

fn is_distance(word: &str) -> bool {
    matches!(word, "lead" | "advantage" | "edge" | "margin" | "majority" | "deficit" | "gap" | "cushion")
}

fn is_race(word: &str) -> bool {
    matches!(
        word,
        "lead"
            | "leads"
            | "led"
            | "leading"
            | "trail"
            | "trails"
            | "trailed"
            | "trailing"
            | "ahead"
            | "behind"
            | "win"
            | "wins"
            | "won"
            | "lose"
            | "loses"
            | "lost"
            | "beat"
            | "beats"
            | "beaten"
            | "defeated"
            | "outnumber"
            | "outnumbered"
    )
}

/// Whether the sentence sets itself off from what was told before: "In a separate incident, four people died",
/// "Elsewhere, four people died", "Further north, four people died", "in an earlier attack", "in a fire at another mill".
pub(super) fn is_of_another(sentence: Tokens<'_>, place: &Place) -> bool {
    let word = |at: usize| sentence.from(at).letters();
    let separate = |at: usize| match word(at) {
        "separate" | "unrelated" => true,
        "earlier" | "previous" => is_happening(sentence, at + 1),
        _ => false,
    };
    let another = |at: usize| word(at) == "another" && sentence.from(at - 1).is(List::Preposition);
    let behind = place.phrase.end..sentence.rest().len();
    let beyond = || {
        let way = ["north", "south", "east", "west", "inland", "afield", "upstream", "downstream"];
        matches!(word(0), "Further" | "Farther") && way.contains(&word(1))
    };
    matches!(word(0), "Elsewhere" | "Separately")
        || beyond()
        || (1..place.phrase.start).chain(behind.clone()).any(|at| matches!(word(at - 1), "a" | "an") && separate(at))
        || behind.into_iter().any(another)
}

/// Whether the word at a place is one for something that happens: an attack, a fire.
fn is_happening(sentence: Tokens<'_>, at: usize) -> bool {
    let noun = sentence.from(at).peek().and_then(|token| sentence.lexicon().noun(token.word));
    noun.is_some_and(|noun| noun.class.as_deref() == Some("event"))
}

/// Whether a count fills a bracket behind a name, whose part of it it is: "at its plants in Upton (700 jobs) and Orr (450)".
pub(super) fn is_part_of_named(sentence: Tokens<'_>, place: &Place) -> bool {
    let named = place.phrase.start.checked_sub(2).and_then(|at| sentence.rest().get(at));
    let opens = place.phrase.start.checked_sub(1).is_some_and(|at| sentence.from(at).letters() == "(");
    let closes = matches!(sentence.from(place.phrase.end).letters(), ")" | "," | ";");
    place.unit == Unit::Count && opens && closes && named.is_some_and(Token::is_capitalised)
}

/// Whether a count of people stands in a row of such counts: "six men and one boy died", "eight Poles and five Danes". What
/// they come to is another count.
pub(super) fn is_listed(sentence: Tokens<'_>, place: &Place) -> bool {
    let head = place.noun.end.checked_sub(1).filter(|_| !place.noun.is_empty());
    let people = || head.is_some_and(|head| is_people(sentence, head));
    place.unit == Unit::Count && people() && (is_last_of_list(sentence, place) || goes_on(sentence, place))
}

/// Whether nothing but "and" or a comma stands between a figure's noun and the next figure.
pub(super) fn goes_on(sentence: Tokens<'_>, place: &Place) -> bool {
    let joins = |at: usize| matches!(sentence.from(at).letters(), "and" | ",");
    let mut behind = place.phrase.end..place.neighbours.end;
    let next = place.neighbours.end < sentence.rest().len();
    next && !place.noun.is_empty() && !behind.is_empty() && behind.all(joins)
}

/// Whether nothing but a noun for people and what joins the two stands between the figure before and this one.
fn is_last_of_list(sentence: Tokens<'_>, place: &Place) -> bool {
    /// How many words such a noun phrase has at the most.
    const PHRASE: usize = 3;
    let between = place.neighbours.start..place.phrase.start;
    let Some(last) = between.end.checked_sub(1).filter(|_| place.neighbours.start > 0) else { return false };
    let named = between.start..last;
    let people = last.checked_sub(1).is_some_and(|head| is_people(sentence, head));
    sentence.from(last).letters() == "and" && !named.is_empty() && named.len() <= PHRASE && people
}

/// Whether the word at a place is one for people, or a name that may be theirs: "eight Danish and five Polish sailors".
fn is_people(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.from(at).peek().is_some_and(|token| {
        let noun = sentence.lexicon().noun(token.word);
        token.is_capitalised() || noun.is_some_and(|noun| noun.class.as_deref() == Some("person"))
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    /// The limits of the last figure of a text.
    fn limits(text: &str) -> String {
        draft(text).claims.last().map_or_else(String::new, |claim| claim.context().scope.join(" "))
    }

    #[test]
    fn distances() {
        for (text, scope) in [
            ("Ruiz holds a 12-seat lead.", "margin"),
            ("Ruiz holds a lead of 12 seats.", "margin"),
            ("Ruiz won by 12 votes.", "margin"),
            ("Ruiz won by a majority of 12.", "margin"),
            ("A majority of 54 percent are for Ruiz.", ""),
            ("Ruiz trails Orlov by 12 votes.", "margin"),
            ("Ruiz leads with 12 seats.", ""),
            ("The bill was signed by 12 members.", ""),
        ] {
            assert_eq!(limits(text), scope, "{text}");
        }
    }

    #[test]
    fn other_happenings() {
        for (text, scope) in [
            ("In a separate incident, four people died.", "separate"),
            ("Elsewhere, four people died.", "separate"),
            ("Further north, four people died.", "separate"),
            ("In an earlier attack, four people died.", "separate"),
            ("Four people died in a fire at another mill.", "separate"),
            ("Four people died in a separate incident.", "separate"),
            ("In an earlier statement, police said four people died.", ""),
            ("Four people died elsewhere.", ""),
            ("They kept them in separate rooms, and four people died.", ""),
            ("It will cut jobs at plants in Tarrow (700 jobs) and Upton.", "separate"),
            ("It will cut jobs at a large plant (700 jobs).", ""),
        ] {
            assert_eq!(limits(text), scope, "{text}");
        }
    }

    #[test]
    fn rows_of_people() {
        for (text, scope) in [
            ("Two women and three men died.", "listed"),
            ("Six nurses, two women and three men died.", "listed"),
            ("Six people died and three men were hurt.", ""),
            ("It sank 12 boats and three men died.", ""),
            ("Three men died.", ""),
        ] {
            assert_eq!(limits(text), scope, "{text}");
        }
        let first = draft("Two women and three men died.");
        assert_eq!(first.claims[0].context().scope.join(" "), "listed");
    }
}
