//! How a figure is put forward: asserted, denied, forecast, targeted, supposed.

mod word;

use crate::claim::Status;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// How far before a figure the word that sets its status may stand, in tokens.
const REACH: usize = 12;

/// How far behind it.
const REACH_BEHIND: usize = 4;

/// The status of the figure under `phrase`, by the nearest word in its clause that sets one, else by the stance of the
/// cue that attributes it.
pub(super) fn status(sentence: Tokens<'_>, phrase: &Range<usize>, stance: Option<&str>) -> Status {
    let held = is_held(sentence, phrase);
    let reported = stance.is_some_and(|stance| stance != "target");
    let told = || before(sentence, phrase.start, reported);
    // "Velmar, with 900 staff, will move", "the 21 dead will be buried": the verb behind tells nothing of these figures.
    let told_behind = || if is_given(sentence, phrase) { None } else { behind(sentence, phrase.end, reported) };
    let near = if held || !sentence.hold(word::ANY) { None } else { told().or_else(told_behind) };
    let stance = || stance.filter(|stance| !held || *stance == "deny").and_then(by_stance);
    match near.or_else(stance).unwrap_or_default() {
        put @ (Status::Asserted | Status::Denied) => put,
        _ if is_base(sentence, phrase.start) || is_present(sentence, phrase.start) => Status::Asserted,
        put => put,
    }
}

/// What the nearest word of the clause in front of a figure sets.
fn before(sentence: Tokens<'_>, figure: usize, reported: bool) -> Option<Status> {
    let tokens = sentence.rest();
    let clause = (figure.saturating_sub(REACH)..figure).rev().take_while(|&at| !is_boundary(sentence, &tokens[at]));
    let words = clause.filter(|&at| word::may_tell(sentence, &tokens[at]));
    let own = |at: usize| {
        let against = is_against(sentence.from(at));
        !against && !is_parted(sentence, at, figure) && !relative_clause(sentence, figure).contains(&at)
    };
    words.into_iter().find_map(|at| word::told(sentence.from(at), reported).filter(|_| own(at)))
}

/// What the nearest word behind a figure sets, up to a comma.
fn behind(sentence: Tokens<'_>, figure: usize, reported: bool) -> Option<Status> {
    let tokens = sentence.rest();
    let near = figure..tokens.len().min(figure + REACH_BEHIND);
    let ends = |token: &Token| is_boundary(sentence, token) || token.letters == ",";
    let mut words = near.take_while(|&at| !ends(&tokens[at])).filter(|&at| word::may_tell(sentence, &tokens[at]));
    let own = |at: usize| !is_object(sentence.from(at)) && !is_wish(sentence.from(at));
    words.find_map(|at| word::told(sentence.from(at), reported).filter(|_| own(at)))
}

/// "61 percent of adults want it": that so many wish for something is no wish.
fn is_wish(here: Tokens<'_>) -> bool {
    const WISHES: [&str; 9] = ["want", "wanted", "hope", "hoped", "intend", "plan", "aim", "seek", "wish"];
    let verb = here.back(1).is_some_and(|back| here.lexicon().noun(back.word).is_some());
    verb && WISHES.contains(&here.letters())
}

/// The clause between commas that only tells more of a subject, where a figure stands behind it: ", which targets 2
/// percent,". Empty where there is none.
fn relative_clause(sentence: Tokens<'_>, figure: usize) -> Range<usize> {
    let letters = |at: usize| sentence.from(at).letters();
    let mut commas = (0..figure).rev().filter(|&at| letters(at) == ",");
    let (Some(end), Some(start)) = (commas.next(), commas.next()) else { return 0..0 };
    if matches!(letters(start + 1), "which" | "who" | "whose") { start..end } else { 0..0 }
}

/// Whether a clause with a verb of its own opens between a word and the figure: "cut its forecast after profit fell 31
/// percent".
fn is_parted(sentence: Tokens<'_>, word: usize, figure: usize) -> bool {
    const OPENERS: [&str; 5] = ["after", "as", "because", "when", "since"];
    let opens = |at: &usize| OPENERS.iter().any(|opener| sentence.from(*at).letters().eq_ignore_ascii_case(opener));
    let opener = (word + 1..figure).find(opens);
    opener.is_some_and(|at| (at + 1..figure).any(|at| is_verb(sentence.from(at))))
}

fn is_verb(here: Tokens<'_>) -> bool {
    here.is_change() || here.peek().is_some_and(|token| here.lexicon().verb(token.word).is_some())
}

/// Whether a word behind a figure is a noun that something else happens to: "44 percent back the plan".
fn is_object(here: Tokens<'_>) -> bool {
    here.back(1).is_some_and(|before| here.lexicon().is(before.word, List::Determiner))
}

/// "48 percent were against the plan and 41 percent for it": what people are for or against is not theirs.
fn is_against(here: Tokens<'_>) -> bool {
    let sides = |back: usize| here.back(back).is_some_and(|token| ["for", "against"].contains(&token.letters));
    is_object(here) && sides(2)
}

/// Whether a figure counts what somebody has, whatever is to be done with it: "for each of its 40 crews".
fn is_held(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let before = phrase.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    matches!(before, "its" | "their" | "his" | "our") || before == "her" && !is_given_to(sentence, phrase.start - 1)
}

/// "Promised her 40 francs": she is whom they are promised to, and not whose they are.
fn is_given_to(sentence: Tokens<'_>, her: usize) -> bool {
    const GIVING: [&str; 7] = ["promise", "offer", "pledge", "grant", "award", "owe", "guarantee"];
    let back = sentence.from(her).back(1);
    back.and_then(|back| sentence.lexicon().verb(back.word)).is_some_and(|verb| GIVING.contains(&verb))
}

/// Whether a figure takes up what is known, as the subject of what will happen to it: "the 21 dead miners will be".
pub(super) fn is_given(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let before = phrase.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    let definite = ["the", "these", "those"].iter().any(|word| before.eq_ignore_ascii_case(word));
    definite && sentence.from(phrase.end).is(List::Auxiliary)
}

/// Whether a figure is what one to come is measured against: "will rise to 40 percent from 25", "expects 40 boats, after
/// 25 in May". What was expected before is no such thing: "cut its forecast to 25 from 40".
fn is_base(sentence: Tokens<'_>, figure: usize) -> bool {
    const OUTLOOKS: [&str; 8] =
        ["forecast", "estimate", "outlook", "target", "guidance", "projection", "expectation", "goal"];
    let back = |places: usize| figure.checked_sub(places).map_or("", |at| sentence.from(at).letters());
    let clause = || (figure.saturating_sub(REACH)..figure).rev().take_while(|&at| sentence.from(at).letters() != ";");
    let left = back(1) == "from" && clause().any(|at| sentence.from(at).is_change());
    let set_against = matches!(back(1), "after" | "against") && back(2) == ","
        || matches!(back(1), "with" | "to") && back(2) == "compared";
    let outlook = |at: usize| OUTLOOKS.contains(&sentence.from(at).letters().trim_end_matches('s'));
    // "From the 40 that it had forecast".
    let ahead = |at: usize| sentence.nth(at).is_some_and(|token| sentence.lexicon().is(token.word, List::Forecast));
    (left || set_against) && !clause().any(outlook) && !(figure..figure + REACH).any(ahead)
}

/// Whether the figure's clause has a verb of its own that tells what is, behind the one that looks ahead: "promised 40
/// boats; there are 25 now", "will sail past Tarrow, which has 40 boats".
fn is_present(sentence: Tokens<'_>, figure: usize) -> bool {
    const IS: [&str; 7] = ["is", "are", "was", "were", "has", "have", "had"];
    let letters = |at: usize| sentence.from(at).letters();
    let Some(mark) = (0..figure).rev().find(|&at| matches!(letters(at), ";" | ",")) else { return false };
    let relative = matches!(letters(mark + 1), "who" | "which" | "where");
    let clause = mark + 1..figure;
    // "Which have to sail", "which are expected to".
    let looks_ahead = |at: usize| word::may_tell(sentence, &sentence.rest()[at]) || letters(at) == "to";
    let tells = |at: usize| IS.contains(&letters(at)) || relative && at == mark + 2 && is_verb(sentence.from(at));
    (letters(mark) == ";" || relative) && clause.clone().any(tells) && !clause.clone().any(looks_ahead)
}

fn by_stance(stance: &str) -> Option<Status> {
    match stance {
        "deny" => Some(Status::Denied),
        "forecast" => Some(Status::Forecast),
        "target" => Some(Status::Target),
        _ => None,
    }
}

fn is_boundary(sentence: Tokens<'_>, token: &Token) -> bool {
    let mark = || matches!(token.letters, ";" | "." | "“" | "”" | "\"");
    sentence.lexicon().is(token.word, List::Contrast) || token.shape == Shape::Mark && mark()
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
            ("40 percent of adults want it to sail.", Status::Asserted),
            ("40 voters plan to stay.", Status::Asserted),
            ("The board wants 40 voters to stay.", Status::Target),
            ("40 boats wanted by the board sank.", Status::Asserted),
            ("The fleet is set to reach 40 boats.", Status::Forecast),
            ("The fleet was set to 40 boats.", Status::Asserted),
            ("The yard is due to open with 40 boats.", Status::Forecast),
            ("Delays due to ice cost 40 francs.", Status::Asserted),
            ("The 40 boats will sail.", Status::Asserted),
            ("Those 40 boats will sail.", Status::Asserted),
            ("Velmar, with 40 boats, will sail.", Status::Asserted),
            ("The board said dredging would take 40 days.", Status::Forecast),
            ("The board said repairs would have taken 40 days.", Status::Hypothetical),
            ("The board said dredging would take 40 days if it rained.", Status::Hypothetical),
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
            ("The fleet will grow to 60 boats from 40.", Status::Asserted),
            ("The board expects 60 boats, after 40 in 2029.", Status::Asserted),
            ("The board cut its forecast to 60 boats from 40.", Status::Forecast),
            ("It will be 60, less than the 50 to 40 boats it had forecast.", Status::Forecast),
            ("She promised 60 boats; there are 40 now.", Status::Asserted),
            ("She promised 60 boats; they are to cost 40 crowns.", Status::Target),
            ("It is to be sold to Ondel, which employs 40 people.", Status::Asserted),
            ("It is to be sold to Ondel, which will employ 40 people.", Status::Forecast),
            ("The union has asked owners for 40 boats.", Status::Target),
            ("The union wants a rise for its 40 crews.", Status::Asserted),
            ("The board promised her 40 boats.", Status::Target),
            ("The board will sell her 40 boats.", Status::Asserted),
            ("The board said it would take 40 days, if not more.", Status::Forecast),
            ("The poll found that 40 percent back the plan.", Status::Asserted),
            ("Some 48 percent were against the plan and 40 percent for it.", Status::Asserted),
            ("The bank, which targets 2 percent, cut its rate to 4 percent.", Status::Asserted),
        ] {
            let claims = draft(text).claims;
            assert_eq!(claims.last().map(|claim| claim.status), Some(status), "{text}");
        }
    }
}
