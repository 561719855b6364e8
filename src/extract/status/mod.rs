//! How a figure is put forward: asserted, denied, forecast, targeted, supposed.

mod given;
mod ordered;
mod word;

pub(super) use given::{is_again, is_definite, is_given};

use crate::claim::Status;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use given::{is_base, is_held, is_known, is_present};
use ordered::is_ordered;
use std::ops::Range;

/// How far before a figure the word that sets its status may stand, in tokens.
const REACH: usize = 12;

/// How far behind it.
const REACH_BEHIND: usize = 4;

/// The status of the figure under `phrase`, by the nearest word in its clause that sets one, else by the stance of the
/// cue that attributes it.
pub(super) fn status(sentence: Tokens<'_>, phrase: &Range<usize>, stance: Option<&str>) -> Status {
    if is_ordered(sentence, phrase.start) {
        return Status::Target;
    }
    // Most sentences hold no word that sets a status, and need no more questions.
    let tells = sentence.hold(word::ANY);
    if !tells && stance.and_then(by_stance).is_none() {
        return Status::Asserted;
    }
    let (held, known) = (is_held(sentence, phrase), is_known(sentence, phrase));
    let reported = stance.is_some_and(|stance| stance != "target");
    let told = || before(sentence, phrase, reported).filter(|told| !known || *told == Status::Denied);
    // "Velmar, with 900 staff, will move", "the 21 dead will be buried": the verb behind tells nothing of these figures.
    let told_behind = || behind(sentence, phrase.end, reported, known);
    let near = if held || !tells { None } else { told().or_else(told_behind) };
    let stance = || stance.filter(|stance| !(held || known) || *stance == "deny").and_then(by_stance);
    match near.or_else(stance).unwrap_or_default() {
        Status::Denied if counts_charges(sentence, phrase) => Status::Asserted,
        put @ (Status::Asserted | Status::Denied) => put,
        _ if is_base(sentence, phrase.start) || is_present(sentence, phrase.start) => Status::Asserted,
        put => put,
    }
}

/// What the nearest word of the clause in front of a figure sets.
fn before(sentence: Tokens<'_>, phrase: &Range<usize>, reported: bool) -> Option<Status> {
    let (tokens, figure) = (sentence.rest(), phrase.start);
    let clause = (figure.saturating_sub(REACH)..figure).rev().take_while(|&at| !is_boundary(sentence, &tokens[at]));
    let words = clause.filter(|&at| word::may_tell(sentence, &tokens[at]));
    let own = |at: usize| {
        let others = is_against(sentence.from(at))
            || is_voted_on(sentence.from(at), figure)
            || is_of_those_who(sentence, at, figure)
            || is_object_before(sentence, at, phrase)
            || is_beaten(sentence.from(at));
        !others && !is_parted(sentence, at, figure) && !insertion(sentence, figure).contains(&at)
    };
    words.into_iter().find_map(|at| word::told(sentence.from(at), reported).filter(|_| own(at)))
}

/// What the nearest word behind a figure sets, up to a comma; what will happen to those whom the reader knows says nothing of
/// how many they are: "the 40 boats found would sail", but "the 40 boats it will build".
fn behind(sentence: Tokens<'_>, figure: usize, reported: bool, known: bool) -> Option<Status> {
    let tokens = sentence.rest();
    let near = figure..tokens.len().min(figure + REACH_BEHIND);
    let ends = |token: &Token| is_boundary(sentence, token) || token.letters == ",";
    let mut words = near.take_while(|&at| !ends(&tokens[at])).filter(|&at| word::may_tell(sentence, &tokens[at]));
    // "Have built 40 boats and hope to build more".
    let joined = |at: usize| sentence.from(at).back(1).is_some_and(|back| back.letters == "and");
    let happens = |at: usize| {
        const SUBJECTS: [&str; 8] = ["it", "he", "she", "they", "we", "that", "which", "who"];
        let clause = || (figure..at).any(|at| SUBJECTS.contains(&sentence.from(at).letters()));
        known && sentence.from(at).is(List::Auxiliary) && !clause()
    };
    // "46 percent said they would vote": so many said so.
    let said = |at: usize| (figure..at).any(|at| ["said", "say"].contains(&tokens[at].letters));
    let own = |at: usize| {
        let others = is_object(sentence.from(at)) || is_wish(sentence.from(at));
        !others && !joined(at) && !happens(at) && !said(at)
    };
    words.find_map(|at| word::told(sentence.from(at), reported).filter(|_| own(at)))
}

/// What people do who wish for something.
const WISHES: [&str; 9] = ["want", "wanted", "hope", "hoped", "intend", "plan", "aim", "seek", "wish"];

/// "61 percent of adults want it": that so many wish for something is no wish.
fn is_wish(here: Tokens<'_>) -> bool {
    let verb = here.back(1).is_some_and(|back| here.lexicon().noun(back.word).is_some());
    verb && WISHES.contains(&here.letters())
}

/// "Of those who want work, 22 percent find none": a wish that only tells whom a figure behind a comma is about.
fn is_of_those_who(sentence: Tokens<'_>, word: usize, figure: usize) -> bool {
    let here = sentence.from(word);
    let who = here.back(1).is_some_and(|back| back.letters == "who") && WISHES.contains(&here.letters());
    who && (word + 1..figure).any(|at| sentence.from(at).letters() == ",")
}

/// "54 percent backed the plan and 31 percent opposed it": what others do something with, before a clause of the figure's own.
fn is_object_before(sentence: Tokens<'_>, word: usize, phrase: &Range<usize>) -> bool {
    let joint = phrase.start.checked_sub(1).map(|at| sentence.from(at));
    let joined = joint.is_some_and(|joint| matches!(joint.letters(), "and" | "but" | "while"));
    is_object(sentence.from(word)) && joined && is_verb(sentence.from(phrase.end))
}

/// "Denied nine charges of fraud": whoever denies guilt denies no count.
fn counts_charges(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    const CHARGES: [&str; 6] = ["charges", "counts", "allegations", "accusations", "offences", "crimes"];
    (phrase.start..=phrase.end).any(|at| CHARGES.contains(&sentence.from(at).letters()))
}

/// What stands between commas in front of a figure and only tells more of a subject: ", which targets 2 percent,", ", its
/// great hope,", ", the figure that may tell,". Empty where nothing does.
fn insertion(sentence: Tokens<'_>, figure: usize) -> Range<usize> {
    let letters = |at: usize| sentence.from(at).letters();
    let mut commas = (0..figure).rev().filter(|&at| letters(at) == ",");
    let (Some(end), Some(start)) = (commas.next(), commas.next()) else { return 0..0 };
    let relative = |at: usize| matches!(letters(at), "which" | "who" | "whose");
    if relative(start + 1) || is_apposition(sentence, start + 1..end) { start..end } else { 0..0 }
}

/// Whether words are a noun phrase without a clause of its own, or whose clause tells which is meant.
fn is_apposition(sentence: Tokens<'_>, words: Range<usize>) -> bool {
    const SHORT: usize = 4;
    let closed = |at: usize| sentence.from(at).is(List::Auxiliary);
    let told = |at: usize| matches!(sentence.from(at).letters(), "that" | "which" | "who");
    let short = words.len() <= SHORT && !words.clone().any(closed);
    sentence.from(words.start).is(List::Determiner) && (short || words.clone().skip(2).take(2).any(told))
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
    is_object(here) && sides(2) && here.letters_at(1) != "of"
}

/// "They rejected the plan by 58 percent to 42": neither is the plan for so many, nor is it denied that there were.
fn is_voted_on(here: Tokens<'_>, figure: usize) -> bool {
    const VOTE: usize = 5;
    let by = (figure.saturating_sub(VOTE)..figure).rev().find(|&at| here.from(at).letters() == "by");
    let object = |at: usize| is_object(here.from(at));
    by.is_some_and(|by| match by - here.at().min(by) {
        1 => object(here.at()),
        3 => here.is(List::Denial) && object(by - 1),
        _ => false,
    })
}

/// "Profit beat forecasts, rising 40 percent": what came is not what was forecast.
fn is_beaten(here: Tokens<'_>) -> bool {
    const REACH: usize = 4;
    const BEATEN: [&str; 12] = [
        "beat",
        "beats",
        "beating",
        "topped",
        "topping",
        "exceeded",
        "exceeding",
        "missed",
        "missing",
        "above",
        "below",
        "defied",
    ];
    let near = (1..=REACH).map_while(|back| here.back(back).filter(|token| token.is_word()));
    here.letters_at(1) == "," && near.into_iter().any(|token| BEATEN.contains(&token.letters))
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
            ("Of those asked, 40 percent said they would vote.", Status::Asserted),
            ("They rejected the plan by 40 votes.", Status::Asserted),
            ("The council backed a plan of 40 boats.", Status::Target),
            ("Profit beat forecasts, rising 40 percent.", Status::Asserted),
            ("Velmar cut its forecasts, to 40 percent.", Status::Forecast),
            ("It sold 30 boats, against a target of 40.", Status::Target),
            ("Most backed the plan and 40 percent opposed it.", Status::Asserted),
            ("The board wants 40 voters to stay.", Status::Target),
            ("40 boats wanted by the board sank.", Status::Asserted),
            ("The fleet is set to reach 40 boats.", Status::Forecast),
            ("The fleet was set to 40 boats.", Status::Asserted),
            ("Velmar is to shed 40 jobs.", Status::Target),
            ("Each crew is to receive 40 francs.", Status::Asserted),
            ("Glassmaker Velmar to shed 40 jobs", Status::Target),
            ("Harbour board to buy 40 boats", Status::Target),
            ("Efforts to save 40 boats fail", Status::Asserted),
            ("The decision of Velmar to shed 40 jobs is old.", Status::Asserted),
            ("Velmar has pledged 40 boats, of which nine have been built.", Status::Asserted),
            ("It sold Velmar to buy 40 boats.", Status::Asserted),
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
            ("Ferries, its great hope, earned 40 francs.", Status::Asserted),
            ("Its ratio, the figure that tells whether rents may rise, stood at 40 percent.", Status::Asserted),
            ("They will insist that there were 40 boats.", Status::Asserted),
            ("They will tell you that 40 boats sail.", Status::Forecast),
            ("The remaining 40 will be shared.", Status::Asserted),
            ("The 40 boats found would sail.", Status::Asserted),
            ("The 40 boats it will build are old.", Status::Forecast),
            ("He would pay the fine of 40 francs.", Status::Asserted),
            ("He would reach the target of 40 francs.", Status::Target),
            ("He would pay a fine of 40 francs.", Status::Hypothetical),
            ("The others will get the remaining 40.", Status::Asserted),
            ("A crew will pay 60 francs rather than 40.", Status::Asserted),
            ("A crew will pay 60 francs, instead of 40.", Status::Asserted),
            ("Of those aged over 60 who want work, 40 percent found none.", Status::Asserted),
            ("That would be less than the 40 boats of May.", Status::Asserted),
            ("The prize would go to the 40 crews.", Status::Asserted),
            ("Velmar expects the 40 boats to sail.", Status::Asserted),
            ("Velmar expects to sell the 40 boats it hopes to build.", Status::Target),
            ("Velmar will miss the target of 40 boats.", Status::Target),
            ("The board denied the 40 deaths.", Status::Denied),
            ("Ana Ruiz denied 40 charges of fraud.", Status::Asserted),
            ("The 40-year-old denied the charges.", Status::Asserted),
            ("Army crews have built 40 boats and hope to open a yard.", Status::Asserted),
            ("They have asked for a gate since 2029, when 40 boats were lost.", Status::Asserted),
            ("They want a gate by May, when 40 boats sail.", Status::Target),
            ("The board plans to lengthen the quay from 2 miles (3 km).", Status::Asserted),
            ("It will cost 54 million francs, or 40 a head.", Status::Forecast),
            ("It will cost 54 million francs, and 40 people paid.", Status::Forecast),
        ] {
            let claims = draft(text).claims;
            assert_eq!(claims.last().map(|claim| claim.status), Some(status), "{text}");
        }
    }
}
