//! A second party behind a figure, whose verb is left out: "Police put the crowd at 40, the union at 90", "The crowd was put
//! at 40 by police and at 90 by the union".

use super::super::tokens::Tokens;
use super::{AttributionPiece, party, scope, speaker};
use crate::lexicon::{List, Order};
use crate::text::{Shape, Token};
use std::ops::Range;

/// `party cue … figure ("," | ";" | "and" | "but") party [","] ["at"] figure`: the second half of a count, told by another
/// body; the first is cut off before it.
pub(super) fn parallel(sentence: Tokens<'_>, first: &mut AttributionPiece) -> Option<AttributionPiece> {
    let cue = &sentence.lexicon().cues()[first.cue_entry];
    if cue.order == Order::Passive && sentence.from(first.cue.end - 1).letters() == "at" {
        return passive(sentence, first);
    }
    let counts = cue.order == Order::Verb && matches!(&*cue.lemma, "put" | "count" | "estimate" | "reckon");
    let content = first.content.last().filter(|content| counts && content.start >= first.cue.end)?;
    let at = &*cue.lemma == "put";
    let joints = content.clone().filter(|&at| matches!(sentence.from(at).letters(), "," | ";" | "and" | "but"));
    let figure = |joint: usize| scope::has_figure_before(&sentence.from(first.cue.end), joint - first.cue.end);
    let mut halves =
        joints.filter(|&joint| figure(joint)).filter_map(|joint| Some((joint, second(sentence, joint, at)?)));
    let (joint, party) = halves.next()?;
    let told = party.end..content.end;
    first.content.last_mut()?.end = joint;
    Some(AttributionPiece { party, content: vec![told], ..first.clone() })
}

/// `cue figure "by" party [","] ("and" | "but") "at" figure "by" party`
fn passive(sentence: Tokens<'_>, first: &mut AttributionPiece) -> Option<AttributionPiece> {
    const REACH: usize = 8;
    let letters = |at: usize| sentence.from(at).letters();
    let joint = first.party.end + usize::from(letters(first.party.end) == ",");
    let at = joint + usize::from(matches!(letters(joint), "and" | "but"));
    let by = (at + 1..at + REACH).find(|&by| letters(by) == "by").filter(|_| letters(at) == "at")?;
    let party = party::party_after(&sentence.from(by + 1));
    if !scope::has_figure_before(&sentence.from(at), by - at) || !speaker::can_speak(&sentence, &party) {
        return None;
    }
    for range in &mut first.content {
        range.end = range.end.min(first.party.end.max(range.start));
    }
    first.content.retain(|range| !range.is_empty() && range.start < first.party.end);
    let told = at..by;
    Some(AttributionPiece { party, content: vec![told], ..first.clone() })
}

/// The party between a joint and a figure, with nothing else between the three but an "at" where the verb wants one.
fn second(sentence: Tokens<'_>, joint: usize, at: bool) -> Option<Range<usize>> {
    let opens = matches!(sentence.from(joint + 1).letters(), "and" | "but");
    let start = joint + 1 + usize::from(opens);
    let found = party::party_after(&sentence.from(start));
    let governs = |place: usize| sentence.from(place).is(List::Preposition) || sentence.from(place).is(List::Adverb);
    let end = (found.start..found.end).rev().find(|&place| !governs(place))? + 1;
    let behind = end + usize::from(sentence.from(end).letters() == ",");
    let said = sentence.from(behind).letters() == "at";
    let number = |token: &Token| token.shape == Shape::Number || sentence.lexicon().numeral(token.word).is_some();
    let figure = sentence.from(behind + usize::from(said)).peek().is_some_and(number);
    let last = sentence.from(end - 1);
    let body = (last.is(List::Body) || last.is(List::Unnamed)) && speaker::can_speak(&sentence, &(start..end));
    (figure && body && said == at).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;

    #[test]
    fn a_second_count_without_its_verb() {
        for (text, expected) in [
            (
                "It was put at 40 by police, and at 90 by the union.",
                "police < was put at > It / 40 || the union < was put at > at 90",
            ),
            (
                "It was put at 40 by police and burned at 90 by the quay.",
                "police < was put at > It / 40 / and burned at 90 by the quay.",
            ),
            ("Police put it at 40, the union at 90.", "Police < put > it at 40 || the union < put > at 90."),
            ("Police put it at 40 and the union at 90.", "Police < put > it at 40 || the union < put > at 90."),
            ("Police put it at 40; the union, at 90.", "Police < put > it at 40 || the union < put > , at 90."),
            ("Police counted 40 boats, the union 90.", "Police < counted > 40 boats || the union < counted > 90."),
            (
                "Police counted 40 boats, and organisers 90.",
                "Police < counted > 40 boats || organisers < counted > 90.",
            ),
            (
                "Police counted 40 boats, the biggest 90 metres long.",
                "Police < counted > 40 boats, the biggest 90 metres long.",
            ),
            ("Police counted 40 in the bay and 90 at sea.", "Police < counted > 40 in the bay and 90 at sea."),
            (
                "Police recorded 40 losses in the army, the navy 90.",
                "Police < recorded > 40 losses in the army, the navy 90.",
            ),
            ("Police put it at 40 and the union 90 francs.", "Police < put > it at 40 and the union 90 francs."),
            ("Police counted 40 boats and the union's 90.", "Police < counted > 40 boats and the union's 90."),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
