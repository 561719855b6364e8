//! Attributions by a verb: "the board said", "said the board", "saying".

use super::super::tokens::Tokens;
use super::object::says;
use super::{Found, party, scope, speaker};
use crate::lexicon::{CueEntry, List};
use crate::text::{Shape, Token};
use std::ops::Range;

/// `party cue content`, `content "," party cue`, `content "," cue party`.
pub(super) fn verb(here: &Tokens<'_>, cue: &Range<usize>, entry: &CueEntry, dates: &[Range<usize>]) -> Found {
    if !is_verb_here(here, cue) || is_name_part(here) {
        return None;
    }
    if here.back(1).is_some_and(|back| back.letters == "as") {
        return quoted(here, cue, dates);
    }
    let after = scope::behind_citation(&here.from(cue.end));
    let before = party::party_before(here, cue.start, dates)
        .or_else(|| coordinated(here, cue.start))
        .filter(|party| speaker::can_speak(here, party) || (is_speech(entry) && speaker::is_definite(here, party)));
    let apposed = here.back(1).is_some_and(|back| back.letters == ",") && before.is_some();
    // "Nine were hurt, two of them badly, said Ana Ruiz": no verb follows that would make her one who is spoken of.
    let closes = |party: &Range<usize>| {
        let ends = closes_clause(entry) && scope::closes_content(here, cue.start);
        let behind = scope::behind_relative_clause(&here.from(party.end));
        ends && speaker::can_speak(here, party) && !scope::has_clause(&behind)
    };
    let inverted = inverted_party(here, &after).filter(|party| !entry.addressee && (!apposed || closes(party)));
    if let Some(party) = inverted {
        let more = scope::resumption(&here.from(party.end));
        return Some((party, vec![scope::before(here, cue.start), more]));
    }
    let party = before.filter(|party| !is_negated(here, party.end, entry) && !is_free_to(here, party.end, entry))?;
    if let Some((figure, party)) = scope::reduced_object(here, &party, &after, dates) {
        return Some((party, vec![figure]));
    }
    let own = party::relative_clause(here, &party);
    if let Some(counted) = scope::relative_object(here, party.start, &after, dates) {
        return Some((party, vec![counted]));
    }
    let told = if entry.addressee { here.from(party::party_after(&after).end) } else { after };
    let after = if entry.addressee { scope::behind_addressee(&after) } else { after };
    let parenthesis = scope::is_parenthesis(here, party.start, &told);
    let amid = parenthesis && scope::is_subordinate(here, party.start - 1);
    if closes_clause(entry) && !amid && scope::closes_content(here, party.start) && scope::is_tail(&told, dates) {
        let content = scope::before(here, party.start);
        return Some((party, vec![content, own, scope::rest(&after, dates)]));
    }
    if parenthesis {
        return Some((party.clone(), vec![scope::before(here, party.start), own, scope::after(&after)]));
    }
    says(here, entry, &party, &after).then(|| (party, vec![own, within_clause(here, entry, scope::after(&after))]))
}

/// `"quoted" party "as saying" content`, `party "was quoted" … "as saying" content`, `content "," party "was quoted as saying"`
fn quoted(here: &Tokens<'_>, cue: &Range<usize>, dates: &[Range<usize>]) -> Found {
    let first = cue.start.saturating_sub(party::LONGEST);
    let quotes = (first..cue.start).rfind(|&at| matches!(here.from(at).letters(), "quoted" | "cited" | "quotes"))?;
    let passive = is_passive(&here.from(quotes));
    let party = if passive {
        party::party_before(here, quotes, dates)?
    } else {
        let party = party::party_after(&here.from(quotes + 1));
        party.start..party.end.min(cue.start - 1)
    };
    let after = here.from(cue.end);
    let closes = passive && scope::closes_content(here, party.start) && scope::is_tail(&after, dates);
    let content = if closes { scope::before(here, party.start) } else { scope::after(&after) };
    speaker::can_speak(here, &party).then(|| (party, vec![content]))
}

/// What somebody aims at or expects by the way reaches up to the comma: "the bank, which targets 2 percent, cut its rate",
/// "the bank, whose head had feared for it, cut its rate".
fn within_clause(here: &Tokens<'_>, entry: &CueEntry, content: Range<usize>) -> Range<usize> {
    const REACH: usize = 4;
    let pronoun = |back: usize| here.back(back).map_or("", |back| back.letters);
    let relative = matches!(pronoun(1), "which" | "who") || (2..=REACH).any(|back| pronoun(back) == "whose");
    let ahead = relative && matches!(&*entry.stance, "target" | "forecast");
    let comma = content.clone().find(|&at| ahead && here.from(at).letters() == ",");
    content.start..comma.unwrap_or(content.end)
}

/// The sentence's subject, for the second of two verbs: "The board closed the port and said 40 boats sank".
fn coordinated(here: &Tokens<'_>, cue: usize) -> Option<Range<usize>> {
    let back = here.from(cue.checked_sub(1)?);
    let joined = matches!(back.letters(), "and" | "but");
    joined.then(|| party::opening_party(here.from(0))).flatten().filter(|party| party.end + 1 < cue)
}

/// Whether only who or what can speak is the subject of a verb: "the campaign says" makes a speaker of the campaign.
fn is_speech(entry: &CueEntry) -> bool {
    matches!(&*entry.lemma, "say" | "tell")
}

/// Whether somebody is said not to have said it: "The board has not confirmed that 40 boats sank".
fn is_negated(here: &Tokens<'_>, start: usize, entry: &CueEntry) -> bool {
    let negation = |at: usize| {
        let place = here.from(at);
        place.is(List::Negation) || place.letters().ends_with("n't") || place.letters().ends_with("n’t")
    };
    &*entry.stance != "deny" && (start..here.at()).any(negation)
}

/// Whether a verb tells what somebody may ask for or expect, and not that they do: "Crews can ask for 40 francs".
fn is_free_to(here: &Tokens<'_>, start: usize, entry: &CueEntry) -> bool {
    let may = |at: usize| matches!(here.from(at).letters(), "can" | "could" | "may" | "might" | "must");
    matches!(&*entry.stance, "target" | "forecast") && (start..here.at()).any(may)
}

/// Whether a verb may stand behind the clause that it attributes: "…, the board reported", not "…, the board gave".
fn closes_clause(entry: &CueEntry) -> bool {
    &*entry.stance != "target" && entry.needs.as_deref() != Some("object")
}

/// Whether a form that is also a noun ("report", "claims") is a verb at this place.
fn is_verb_here(here: &Tokens<'_>, cue: &Range<usize>) -> bool {
    let lexicon = here.lexicon();
    // "Said Ana Ruiz: …", "Continued Ruiz: …".
    let Some(back) = here.back(1) else { return here.letters().ends_with("ed") || here.letters().ends_with("id") };
    let letters = back.letters;
    let that = here.from(cue.end).letters() == "that";
    let also_noun = lexicon.noun(here.peek().map(|token| token.word).unwrap_or_default()).is_some();
    let nominal = (lexicon.is(back.word, List::Determiner) && letters != "which")
        || !lexicon.calendar(back.word).is_empty() && here.letters_at(1) == "of"
        || (lexicon.is(back.word, List::Adjective) && also_noun && !lexicon.is(back.word, List::Body) && !that)
        || matches!(back.shape, Shape::Possessive | Shape::Number)
        // "The secretary of state".
        || letters == "of";
    let participle = is_passive(here) && !here.letters().ends_with("ing");
    // "flight records and", "reports of": a noun where no object or clause can follow.
    let next = here.from(cue.end);
    let base = here.peek().and_then(|token| lexicon.verb(token.word)) == Some(here.letters());
    let ends = base && next.peek().is_none_or(|next| next.letters == ".") && !closes_with_papers(here);
    // "Claims to have sunk 40", "hopes to reach 40".
    let base_behind =
        || next.nth(1).is_some_and(|verb| verb.letters == "have" || lexicon.verb(verb.word) == Some(verb.letters));
    let does =
        matches!(here.letters(), "claims" | "claim" | "hopes" | "hope") && next.letters() == "to" && base_behind();
    let no_object = !scope::is_qualifier(&next)
        && !does
        && (ends || [List::Preposition, List::Conjunction, List::Auxiliary].iter().any(|&list| next.is(list)));
    // "were reported", "is estimated": nobody is named, unless "by" names somebody. "She hopes to" has a verb.
    let noun = nominal || (also_noun && no_object && !is_subject_pronoun(here));
    let negated = here.lexicon().is(back.word, List::Negation);
    let infinitive = letters == "to" || (negated && here.back(2).is_some_and(|back| back.letters == "to"));
    let plain = !noun && !participle && !infinitive && letters != "-";
    plain || (letters == "to" && infinitive_of_speech(here))
}

/// "He", "she", "they" just before a verb.
fn is_subject_pronoun(here: &Tokens<'_>) -> bool {
    const SUBJECTS: [List; 3] = [List::PronounHe, List::PronounShe, List::PronounThey];
    here.back(1).is_some_and(|back| here.lexicon().is_any(back.word, &SUBJECTS))
}

/// `…, accounts published on Tuesday show.`: papers behind a comma, and a verb that ends the sentence.
fn closes_with_papers(here: &Tokens<'_>) -> bool {
    const REACH: usize = 8;
    let clause = (1..=REACH).map_while(|back| here.back(back).filter(|token| token.letters != ","));
    let papers =
        clause.filter(|token| token.letters.ends_with('s')).any(|token| here.lexicon().is(token.word, List::Paper));
    papers && (1..=REACH).any(|back| here.back(back).is_some_and(|token| token.letters == ","))
}

/// A participle behind a comma, whose party is the sentence's subject: "The board closed the port, saying 40 boats sank".
pub(super) fn is_trailing(here: &Tokens<'_>) -> bool {
    here.letters().ends_with("ing") && here.back(1).is_some_and(|back| back.letters == ",")
}

/// Whether a form of "be" stands before a verb, perhaps with an adverb between: "is not expected".
fn is_passive(here: &Tokens<'_>) -> bool {
    let adverb = |back: usize| {
        here.back(back).is_some_and(|token| here.lexicon().is_any(token.word, &[List::Adverb, List::Negation]))
    };
    is_be(here, 1) || (adverb(1) && is_be(here, 2))
}

fn is_be(here: &Tokens<'_>, back: usize) -> bool {
    const FORMS: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];
    here.back(back).is_some_and(|token| FORMS.iter().any(|be| token.letters.eq_ignore_ascii_case(be)))
}

/// "went on to say", "was quick to add".
fn infinitive_of_speech(here: &Tokens<'_>) -> bool {
    here.back(2).is_some_and(|back| matches!(back.letters, "on" | "quick" | "continued"))
}

/// A participle behind a comma: its party is the one that spoke before it, else the subject of the sentence.
pub(super) fn trailing(
    here: &Tokens<'_>,
    cue: &Range<usize>,
    entry: &CueEntry,
    speaker: Option<&Range<usize>>,
) -> Found {
    let party = match speaker {
        Some(speaker) => Some(speaker.clone()).filter(|party| speaker::can_speak(here, party)),
        None => subject(here, cue),
    };
    let after = here.from(cue.end);
    let party = party.filter(|party| party.end < cue.start && says(here, entry, party, &after))?;
    Some((party, vec![scope::after(&after)]))
}

/// The last noun phrase before a cue, at the sentence's start or behind a comma, that may speak and that a verb follows.
fn subject(here: &Tokens<'_>, cue: &Range<usize>) -> Option<Range<usize>> {
    let sentence = here.from(0);
    let comma = |at: usize| at == 0 || sentence.from(at - 1).letters() == ",";
    let starts = (0..cue.start).rev().filter(|&at| comma(at));
    let opens = |at: usize| here.from(at).is(List::Preposition) || here.from(at).is(List::Subordinator);
    starts.filter(|&at| !opens(at)).map(|at| party::party_after(&here.from(at))).find(|party| {
        let next = here.from(party.end);
        let verb = next.peek().is_some_and(|token| here.lexicon().verb(token.word).is_some());
        !party.is_empty() && (verb || next.is(List::Auxiliary)) && speaker::can_speak(here, party)
    })
}

/// Whether the word is the noun of a name: "Islamic State", "the Morning Post Reports".
fn is_name_part(here: &Tokens<'_>) -> bool {
    here.at() > 0
        && here.peek().is_some_and(|token| token.is_capitalised() && here.lexicon().noun(token.word).is_some())
}

/// The party behind the cue: "…," said the mayor.
fn inverted_party(here: &Tokens<'_>, after: &Tokens<'_>) -> Option<Range<usize>> {
    let closes =
        here.back(1).is_some_and(|back| matches!(back.letters, "," | "\"" | "”" | "'" | "’" | "?" | "!" | "—" | "–"))
            || here.at() == 0;
    let next = after.peek()?;
    let lexicon = here.lexicon();
    let starts = next.is_capitalised()
        || lexicon.is(next.word, List::Determiner)
        || lexicon.title_phrases.at(after.rest()).is_some()
        || lexicon.is_any(next.word, &[List::Unnamed, List::Body])
        || (next.letters == "one" && is_human(after))
        || is_role_with_name(after);
    let party =
        (closes && starts && !lexicon.is_any(next.word, &[List::PronounIt])).then(|| party::party_after(after))?;
    (!party.is_empty()).then_some(party)
}

/// `grid operator Norda`: some nouns with small letters, and a name.
fn is_role_with_name(after: &Tokens<'_>) -> bool {
    const NOUNS: usize = 3;
    let lexicon = after.lexicon();
    let known = |token: &Token| lexicon.noun(token.word).is_some() || speaker::is_open(lexicon, token);
    let noun = |token: &&Token| token.shape == Shape::Lower && known(token);
    let nouns = after.rest().iter().take(NOUNS).take_while(noun).count();
    nouns > 0 && after.nth(nouns).is_some_and(Token::is_capitalised)
}

/// "One man", "one of the guards".
fn is_human(one: &Tokens<'_>) -> bool {
    let class = one.nth(1).and_then(|next| one.lexicon().noun(next.word)?.class.as_deref());
    one.letters_at(1) == "of" || class == Some("person")
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;

    #[test]
    fn who_is_quoted_and_by_whom() {
        for (text, expected) in [
            (
                "State radio quoted the board as saying that 40 sank.",
                "State radio < quoted > the board as saying that 40 sank. || the board < saying > that 40 sank.",
            ),
            (
                "Ana Ruiz was quoted by a paper as saying 40 sank.",
                "a paper < quoted by > Ana Ruiz was || Ana Ruiz < saying > 40 sank.",
            ),
            ("“We lost 40,” Ana Ruiz was quoted as saying.", "Ana Ruiz < saying > “We lost 40,”"),
            ("It went as far as saying 40 sank.", ""),
            (
                "State radio reported, citing the board, that 40 sank.",
                "State radio < reported > that 40 sank. || the board < citing > State radio reported, / , that 40 sank.",
            ),
            (
                "Velmar, quoting board figures, reported 40 losses.",
                "board figures < quoting > Velmar, / , reported 40 losses. || Velmar, quoting board figures, < reported > 40 losses.",
            ),
            ("“We lost 40,” said grid operator Norda.", "grid operator Norda < said > “We lost 40,”"),
            ("Some 40 sank, said crews in Velmar.", ""),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn who_says_it_among_commas() {
        for (text, expected) in [
            (
                "At the quay, 40 boats sank, said the harbour union, which had asked for a count.",
                "the harbour union < said > At the quay, 40 boats sank,",
            ),
            (
                "Jon Ede, one of the guards, said the union, which met in May, had lost 40 boats.",
                "Jon Ede, one of the guards, < said > the union, which met in May, had lost 40 boats.",
            ),
            (
                "Some 40 sank, most of them old, its chief, Ana Ruiz, said.",
                "its chief, Ana Ruiz, < said > Some 40 sank, most of them old,",
            ),
            (
                "Some 40 sank, most with Norvians, its operator, Velmar, said.",
                "its operator, Velmar, < said > Some 40 sank, most with Norvians,",
            ),
            ("Ana Ruiz, her hand in a sling, said 40 sank.", "Ana Ruiz, her hand in a sling, < said > 40 sank."),
            (
                "Police said 40 came while the union put it at 90.",
                "Police < said > 40 came || the union < put > it at 90.",
            ),
            ("Police said 40 came while crews slept.", "Police < said > 40 came while crews slept."),
            (
                "Some 90 came according to the union, and 40 according to police.",
                "the union < according to > Some 90 came || police < according to > , and 40",
            ),
            (
                "Some 90 came, according to a report, according to police.",
                "a report < according to > Some 90 came, || police < according to > Some 90 came, according to a report,",
            ),
            ("Police said that for a while crews held 40.", "Police < said > that for a while crews held 40."),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
