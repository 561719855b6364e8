//! How a figure is put forward: asserted, denied, forecast, targeted, supposed.

use crate::claim::Status;
use crate::grammar::Tokens;
use crate::lexicon::{Classes, List};
use crate::text::{Shape, Token};
use std::ops::Range;

/// How far before a figure the word that sets its status may stand, in tokens.
const REACH: usize = 12;

/// How far behind it.
const REACH_BEHIND: usize = 4;

/// The status of the figure under `phrase`, by the nearest word in its clause that sets one, else by the stance of the
/// cue that attributes it.
pub(super) fn status(sentence: Tokens<'_>, phrase: &Range<usize>, stance: Option<&str>) -> Status {
    let start = phrase.start.saturating_sub(REACH);
    let held = is_held(sentence, phrase);
    let before = (if held { phrase.start } else { start }..phrase.start).rev();
    // "Velmar, with 900 staff, will move", "the 21 dead will be buried": the verb behind tells nothing of these figures.
    let given = held || is_given(sentence, phrase);
    let end = sentence.rest().len().min(phrase.end + if given { 0 } else { REACH_BEHIND });
    let aside = relative_clause(sentence, phrase.start);
    let mut told = false;
    let before = before.filter(|at| !aside.contains(at)).map(|at| sentence.from(at)).take_while(|here| {
        let ends = is_boundary(*here) || told && opens_clause(*here);
        told |= is_verb(*here);
        !ends
    });
    let behind = (phrase.end..end).map(|at| sentence.from(at));
    let behind =
        behind.take_while(|here| !is_boundary(*here) && here.letters() != ",").filter(|here| !is_object(*here));
    let reported = stance.is_some_and(|stance| stance != "target");
    let before = before.filter(|here| !is_against(*here));
    let near = before.chain(behind).find_map(|here| by_word(here, reported));
    near.or_else(|| stance.filter(|stance| !held || *stance == "deny").and_then(by_stance)).unwrap_or_default()
}

/// The status that a word sets.
fn by_word(here: Tokens<'_>, reported: bool) -> Option<Status> {
    const WORDS: [(Classes, Status); 4] = [
        (Classes::list(List::Target), Status::Target),
        (Classes::list(List::Forecast), Status::Forecast),
        (Classes::list(List::Hypothetical), Status::Hypothetical),
        (Classes::list(List::Denial), Status::Denied),
    ];
    let token = here.peek()?;
    // "IF Metal has 40 members".
    let named = token.shape == Shape::Upper && here.nth(1).is_some_and(|next| next.shape == Shape::Title);
    let classes =
        if named || is_counted_or_told_of(here) { Classes::default() } else { here.lexicon().classes(token.word) };
    let told = WORDS.iter().find(|(words, _)| classes.meets(*words)).map(|(_, status)| *status);
    match told {
        Some(Status::Hypothetical) if says(here) => None,
        Some(Status::Hypothetical) if reported && is_future(here) => Some(Status::Forecast),
        None => may(here).or_else(|| asks(here)),
        told => told,
    }
}

/// The clause between commas that only tells more of a subject, where a figure stands behind it: ", which targets 2
/// percent,". Empty where there is none.
fn relative_clause(sentence: Tokens<'_>, figure: usize) -> Range<usize> {
    let letters = |at: usize| sentence.from(at).letters();
    let mut commas = (0..figure).rev().filter(|&at| letters(at) == ",");
    let (Some(end), Some(start)) = (commas.next(), commas.next()) else { return 0..0 };
    if matches!(letters(start + 1), "which" | "who" | "whose") { start..end } else { 0..0 }
}

/// Whether a word opens a clause of its own, once a verb stands behind it: "cut its forecast after profit fell 31 percent".
fn opens_clause(here: Tokens<'_>) -> bool {
    const OPENERS: [&str; 5] = ["after", "as", "because", "when", "since"];
    OPENERS.iter().any(|word| here.letters().eq_ignore_ascii_case(word))
}

fn is_verb(here: Tokens<'_>) -> bool {
    here.is_change() || here.peek().is_some_and(|token| here.lexicon().verb(token.word).is_some())
}

/// "14 goals in 61 games", "Demand has tripled": a noun that a figure counts, or that something is told of, aims at nothing.
fn is_counted_or_told_of(here: Tokens<'_>) -> bool {
    let Some(token) = here.peek() else { return false };
    let lexicon = here.lexicon();
    let number = |token: &Token| token.shape == Shape::Number || lexicon.numeral(token.word).is_some();
    let counted = here.back(1).is_some_and(number);
    let bare = token.shape == Shape::Title && here.at() == 0 && here.nth(1).is_some_and(Token::is_word);
    let verb = || here.from(1).is(List::Auxiliary) || here.from(1).is_change();
    (counted || bare && verb()) && lexicon.noun(token.word).is_some()
}

/// "I would say there were 40": whoever puts it so says so.
fn says(here: Tokens<'_>) -> bool {
    const SAYING: [&str; 4] = ["say", "guess", "estimate", "put"];
    here.letters() == "would" && SAYING.contains(&here.letters_at(1))
}

/// Whether "would", told by somebody who spoke in the past, was "will" in their mouth: "the board said repairs would take
/// 20 days"; but not "would have taken", nor what hangs on an "if".
fn is_future(here: Tokens<'_>) -> bool {
    let would = matches!(here.letters(), "would" | "could" | "might") && here.letters_at(1) != "have";
    would && !here.from(0).rest().iter().any(|token| matches!(token.text(here.text()), "if" | "If" | "unless"))
}

/// "It may take ten years" forecasts; "12 may have died" does not.
fn may(here: Tokens<'_>) -> Option<Status> {
    (here.letters() == "may" && here.letters_at(1) != "have").then_some(Status::Forecast)
}

/// "The union asked owners for 40 boats": what somebody is asked for is wanted.
fn asks(here: Tokens<'_>) -> Option<Status> {
    const FAR: usize = 6;
    let asks = |ahead: &usize| here.back(*ahead).is_some_and(|token| here.lexicon().verb(token.word) == Some("ask"));
    (here.letters() == "for" && (1..=FAR).any(|ahead| asks(&ahead))).then_some(Status::Target)
}

/// Whether a word behind a figure is a noun that something else happens to: "44 percent back the plan".
fn is_object(here: Tokens<'_>) -> bool {
    here.back(1).is_some_and(|before| here.lexicon().is(before.word, List::Determiner))
}

/// "48 percent were against the plan and 41 percent for it": what people are for or against is not theirs.
fn is_against(here: Tokens<'_>) -> bool {
    let sides =
        |back: usize| here.back(back).is_some_and(|token| ["for", "against"].contains(&token.text(here.text())));
    is_object(here) && sides(2)
}

/// Whether a figure counts what somebody has, whatever is to be done with it: "for each of its 40 crews".
fn is_held(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let before = phrase.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    matches!(before, "its" | "their" | "his" | "her" | "our")
}

/// Whether a figure takes up what is known, as the subject of what will happen to it: "the 21 dead miners will be".
pub(super) fn is_given(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let before = phrase.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    let definite = ["the", "these", "those"].iter().any(|word| before.eq_ignore_ascii_case(word));
    definite && sentence.from(phrase.end).is(List::Auxiliary)
}

fn by_stance(stance: &str) -> Option<Status> {
    match stance {
        "deny" => Some(Status::Denied),
        "forecast" => Some(Status::Forecast),
        "target" => Some(Status::Target),
        _ => None,
    }
}

fn is_boundary(here: Tokens<'_>) -> bool {
    let Some(token) = here.peek() else { return true };
    let mark = || matches!(here.letters(), ";" | "." | "“" | "”" | "\"");
    here.lexicon().is(token.word, List::Contrast) || token.shape == Shape::Mark && mark()
}

#[cfg(test)]
mod tests {
    use crate::claim::Status;
    use crate::extract::relation::testing::draft;

    #[test]
    fn how_a_figure_is_put() {
        for (text, status) in [
            ("40 boats sank.", Status::Asserted),
            ("40 boats will sail.", Status::Forecast),
            ("The 40 boats will sail.", Status::Asserted),
            ("Those 40 boats will sail.", Status::Asserted),
            ("Velmar, with 40 boats, will sail.", Status::Asserted),
            ("The board said repairs would take 40 days.", Status::Forecast),
            ("The board said repairs would have taken 40 days.", Status::Hypothetical),
            ("The board said repairs would take 40 days if it rained.", Status::Hypothetical),
            ("A milder plan would save 40 boats.", Status::Hypothetical),
            ("It may take 40 days.", Status::Forecast),
            ("As many as 40 may have drowned.", Status::Asserted),
            ("Velmar cut its forecast after profit fell 40 percent.", Status::Asserted),
            ("VELMAR CUTS OUTLOOK AS PROFIT SLUMPS 40 PERCENT", Status::Asserted),
            ("He scored 14 goals in 40 games.", Status::Asserted),
            ("They came from two goals down in front of 40 guests.", Status::Asserted),
            ("Demand has tripled, with 40 boats sold.", Status::Asserted),
            ("The target is 40 boats.", Status::Target),
            ("“I would say there were 40,” she said.", Status::Asserted),
            ("Velmar will pay as much as 40 euros.", Status::Forecast),
            ("IF Metal, which has 40 members, left.", Status::Asserted),
            ("The union has asked owners for 40 boats.", Status::Target),
            ("The union wants a rise for its 40 crews.", Status::Asserted),
            ("The poll found that 40 percent back the plan.", Status::Asserted),
            ("Some 48 percent were against the plan and 40 percent for it.", Status::Asserted),
            ("The bank, which targets 2 percent, cut its rate to 4 percent.", Status::Asserted),
        ] {
            let claims = draft(text).claims;
            assert_eq!(claims.last().map(|claim| claim.status), Some(status), "{text}");
        }
    }
}
