//! Who says what, within one sentence.
//!
//! ```text
//! attribution = party [gap] cue [that] content           The agency said 40 died
//!             | content "," party cue | content "," cue party        …, the agency said
//!             | "according" "to" party "," content | content "," "according" "to" party
//!             | party "'s" noun_cue [verb] content | noun_cue ("from" | "by" | "of") party … content
//!             | content "put" "at" … "by" party
//!             | party ":" content                     MS RUIZ: We lost 40. · Poll: Two in five back the port
//! party       = noun phrase with its titles, names and apposition
//! ```
//!
//! A production finds where party, cue and content stand; who the party is, is asked of the whole draft later.

mod label;
mod party;
mod quotation;
mod scope;

pub use party::opening_party;
pub use quotation::quotations;

use super::tokens::Tokens;
use crate::lexicon::{CueEntry, List, Order};
use crate::text::Shape;
use std::ops::Range;

/// An attribution, as ranges of the sentence's tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributionPiece {
    /// The party.
    pub party: Range<usize>,
    /// The word that attributes.
    pub cue: Range<usize>,
    /// The place of the cue among the lexicon's.
    pub cue_entry: usize,
    /// The stretches that are attributed, ascending.
    pub content: Vec<Range<usize>>,
}

impl AttributionPiece {
    /// Whether a token is part of what is attributed.
    pub fn covers(&self, token: usize) -> bool {
        self.content.iter().any(|range| range.contains(&token))
    }

    /// How many tokens are attributed; the innermost of several attributions has the fewest.
    pub fn reach(&self) -> usize {
        self.content.iter().map(Range::len).sum()
    }
}

/// Whether an attribution is a label in front of a colon.
pub fn is_label(sentence: Tokens<'_>, piece: &AttributionPiece) -> bool {
    sentence.lexicon().cues()[piece.cue_entry].order == Order::Label
}

/// All attributions of a sentence, in order of their cues. Tokens under `dates` may stand between party and cue.
pub fn attributions(sentence: Tokens<'_>, dates: &[Range<usize>]) -> Vec<AttributionPiece> {
    let mut found: Vec<AttributionPiece> = Vec::new();
    let mut at = 0;
    let len = sentence.rest().len();
    while at < len {
        let here = sentence.from(at);
        let speaker = found.last().map(|piece| piece.party.clone());
        let read = |(taken, entry)| Some((taken, attribution(&here, taken, entry, dates, speaker.as_ref())?));
        let taken = cues_at(&here).find_map(read);
        match taken {
            Some((taken, piece)) => {
                at += taken;
                found.push(piece);
            }
            None => at += 1,
        }
    }
    found
}

fn cues_at<'a>(here: &Tokens<'a>) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    let (lexicon, text, tokens) = (here.lexicon(), here.text(), here.rest());
    let word =
        tokens.first().is_some_and(|token| token.is_word() || (token.shape == Shape::Mark && token.text(text) == ":"));
    word.then(|| lexicon.cue_phrases.all_at(text, tokens)).into_iter().flatten().map(|(taken, &entry)| (taken, entry))
}

fn attribution(
    here: &Tokens<'_>,
    taken: usize,
    entry: usize,
    dates: &[Range<usize>],
    speaker: Option<&Range<usize>>,
) -> Option<AttributionPiece> {
    let cue_entry = &here.lexicon().cues()[entry];
    let cue = here.at()..here.at() + taken;
    let (party, content) = match cue_entry.order {
        Order::Verb if is_trailing(here) => trailing(here, &cue, speaker)?,
        Order::Verb => verb(here, &cue, cue_entry, dates)?,
        Order::Preposition => preposition(here, &cue)?,
        Order::Passive => passive(here, &cue).filter(|(party, _)| party::can_speak(here, party))?,
        Order::Noun => in_paper(here, &cue).or_else(|| noun(here, &cue))?,
        Order::Label => label::label(here, &cue)?,
    };
    // "Promised by Christmas".
    if dates.iter().any(|date| date.start <= party.start && party.end <= date.end) {
        return None;
    }
    let content: Vec<_> = content.into_iter().filter(|range| !range.is_empty()).collect();
    (!content.is_empty()).then_some(AttributionPiece { party, cue, cue_entry: entry, content })
}

type Found = Option<(Range<usize>, Vec<Range<usize>>)>;

/// `party cue content`, `content "," party cue`, `content "," cue party`.
fn verb(here: &Tokens<'_>, cue: &Range<usize>, entry: &CueEntry, dates: &[Range<usize>]) -> Found {
    if !is_verb_here(here, cue) || is_name_part(here) {
        return None;
    }
    let after = here.from(cue.end);
    let before = party::party_before(here, cue.start, dates)
        .or_else(|| coordinated(here, cue.start))
        .filter(|party| party::can_speak(here, party));
    let apposed = here.back(1).is_some_and(|back| back.text(here.text()) == ",") && before.is_some();
    if let Some(party) = inverted_party(here, &after).filter(|_| !entry.addressee && !apposed) {
        let more = scope::resumption(&here.from(party.end));
        return Some((party, vec![scope::before(here, cue.start), more]));
    }
    let party = before?;
    let own = party::relative_clause(here, &party);
    let told = if entry.addressee { here.from(party::party_after(&after).end) } else { after };
    let after = if entry.addressee { scope::behind_addressee(&after) } else { after };
    if scope::closes_content(here, party.start) && scope::is_tail(&told, dates) {
        let content = scope::before(here, party.start);
        return Some((party, vec![content, own, scope::rest(&after, dates)]));
    }
    if scope::is_parenthesis(here, party.start, &told) {
        return Some((party.clone(), vec![scope::before(here, party.start), own, scope::after(&after)]));
    }
    says(here, entry, &party, &after).then(|| (party, vec![own, scope::after(&after)]))
}

/// The sentence's subject, for the second of two verbs: "The board closed the port and said 40 boats sank".
fn coordinated(here: &Tokens<'_>, cue: usize) -> Option<Range<usize>> {
    let back = here.from(cue.checked_sub(1)?);
    let joined = matches!(back.letters(), "and" | "but");
    let party = joined.then(|| party::party_after(&here.from(0))).filter(|party| party.end + 1 < cue)?;
    (!party.is_empty() && !here.from(0).is(List::Preposition)).then_some(party)
}

/// Whether a verb behind its party attributes what follows. One whose object is the figure ("reported 12 deaths")
/// reaches its clause; one that needs a clause must have it, and one that only leads a quotation needs that. What
/// somebody aims at is said by nobody, unless it is said in so many words.
fn says(here: &Tokens<'_>, entry: &CueEntry, party: &Range<usize>, after: &Tokens<'_>) -> bool {
    let letters = |ahead: usize| after.letters_at(ahead);
    match (&*entry.stance, &*entry.lemma) {
        ("target", _) => after.letters() == "that",
        _ if after.letters() == "," => scope::has_quotation(after),
        // "Ruled out a cap", "wrote off 40 million".
        _ if matches!(after.letters(), "off" | "out" | "up" | "down") => false,
        // What a medium spoke of with somebody, and whom it named, it tells its readers; others only spoke.
        (_, "speak with" | "name") => party::is_medium(here, party),
        // Crews who find 40 crates say nothing; a board or a survey that finds 40 losses does.
        (_, "find" | "discover") if party::is_people(here, party) => after.letters() == "that",
        // "Put the toll at 40", not "put up 40 tents".
        (_, "put") => (1..12).any(|ahead| matches!(letters(ahead), "at" | "on")),
        (_, "ask" | "answer" | "continue") => scope::has_quotation(after),
        _ => entry.object || scope::has_clause(after) || after.peek().is_some_and(|next| next.shape == Shape::Number),
    }
}

/// Whether a form that is also a noun ("report", "claims") is a verb at this place.
fn is_verb_here(here: &Tokens<'_>, cue: &Range<usize>) -> bool {
    let lexicon = here.lexicon();
    // "Said Ana Ruiz: …", "Continued Ruiz: …".
    let Some(back) = here.back(1) else { return here.letters().ends_with("ed") || here.letters().ends_with("id") };
    let letters = back.text(here.text());
    let that = here.from(cue.end).letters() == "that";
    let nominal = lexicon.is(back.word, List::Determiner)
        || (lexicon.is(back.word, List::Adjective) && !that)
        || matches!(back.shape, Shape::Possessive | Shape::Number);
    let participle = is_passive(here) && !here.letters().ends_with("ing");
    // "flight records and", "reports of": a noun where no object or clause can follow.
    let also_noun = lexicon.noun(here.peek().map(|token| token.word).unwrap_or_default()).is_some();
    let next = here.from(cue.end);
    let base = here.peek().and_then(|token| lexicon.verb(token.word)) == Some(here.letters());
    let ends = base && next.peek().is_none_or(|next| next.text(here.text()) == ".");
    let no_object = ends || [List::Preposition, List::Conjunction, List::Auxiliary].iter().any(|&list| next.is(list));
    // "were reported", "is estimated": nobody is named, unless "by" names somebody.
    let plain = !nominal && !participle && !(also_noun && no_object) && !matches!(letters, "to" | "-");
    plain || (letters == "to" && infinitive_of_speech(here))
}

/// A participle behind a comma: its party is the one that spoke before it, else the subject of the sentence.
fn trailing(here: &Tokens<'_>, cue: &Range<usize>, speaker: Option<&Range<usize>>) -> Found {
    let opens = here.from(0);
    let framed = opens.is(List::Subordinator) || opens.is(List::Preposition);
    let comma = opens.rest().iter().position(|token| token.text(here.text()) == ",").filter(|_| framed);
    let subject = || party::party_after(&here.from(comma.map_or(0, |comma| comma + 1)));
    let party = speaker.cloned().unwrap_or_else(subject);
    let speaks = party.end < cue.start && party::can_speak(here, &party);
    speaks.then(|| (party, vec![scope::after(&here.from(cue.end))]))
}

/// Whether the word is the noun of a name: "Islamic State", "the Morning Post Reports".
fn is_name_part(here: &Tokens<'_>) -> bool {
    here.at() > 0
        && here.peek().is_some_and(|token| token.is_capitalised() && here.lexicon().noun(token.word).is_some())
}

/// A participle behind a comma, whose party is the sentence's subject: "The board closed the port, saying 40 boats sank".
fn is_trailing(here: &Tokens<'_>) -> bool {
    here.letters().ends_with("ing") && here.back(1).is_some_and(|back| back.text(here.text()) == ",")
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
    here.back(back).is_some_and(|token| FORMS.iter().any(|be| token.text(here.text()).eq_ignore_ascii_case(be)))
}

/// "went on to say", "was quick to add".
fn infinitive_of_speech(here: &Tokens<'_>) -> bool {
    here.back(2).is_some_and(|back| matches!(back.text(here.text()), "on" | "quick" | "continued"))
}

/// The party behind the cue: "…," said the mayor.
fn inverted_party(here: &Tokens<'_>, after: &Tokens<'_>) -> Option<Range<usize>> {
    let closes = here
        .back(1)
        .is_some_and(|back| matches!(back.text(here.text()), "," | "\"" | "”" | "'" | "’" | "?" | "!" | "—" | "–"))
        || here.at() == 0;
    let next = after.peek()?;
    let lexicon = here.lexicon();
    let starts = next.is_capitalised()
        || lexicon.is(next.word, List::Determiner)
        || lexicon.title_phrases.at(after.text(), after.rest()).is_some()
        || lexicon.is(next.word, List::Unnamed);
    let party =
        (closes && starts && !lexicon.is_any(next.word, &[List::PronounIt])).then(|| party::party_after(after))?;
    (!party.is_empty()).then_some(party)
}

/// `"according" "to" party`: what stands before it, where that is a clause; else what follows.
fn preposition(here: &Tokens<'_>, cue: &Range<usize>) -> Found {
    let party = party::party_after(&here.from(cue.end));
    if party.is_empty() {
        return None;
    }
    let (before, behind) = (scope::before(here, cue.start), here.from(party.end));
    let closed = scope::is_clause(here, &before);
    Some((party, vec![before, if closed { scope::resumption(&behind) } else { scope::after(&behind) }]))
}

/// `content "put" "at" … "by" party`: the party stands behind the first "by", in the cue or after the figure.
fn passive(here: &Tokens<'_>, cue: &Range<usize>) -> Found {
    const REACH: usize = 8;
    if here.from(cue.end - 1).letters() != "at" {
        return preposition(here, cue);
    }
    let by = (cue.end..cue.end + REACH).find(|&at| here.from(at).letters() == "by")?;
    let (party, content) = preposition(here, &(cue.start..by + 1))?;
    Some((party, content.into_iter().chain([cue.end..by]).collect()))
}

/// `"in" party ","` at the start of a sentence, where the party is a paper: "In a poll released Monday, 40 % …".
fn in_paper(here: &Tokens<'_>, cue: &Range<usize>) -> Found {
    let sentence = here.from(0);
    let opens = ["in", "on"].iter().any(|word| sentence.letters().eq_ignore_ascii_case(word));
    let comma = here.rest().iter().take(8).position(|token| token.text(here.text()) == ",")?;
    let near = opens
        && cue.start <= 9
        && sentence.rest()[..cue.start]
            .iter()
            .all(|token| token.is_word() || matches!(token.text(here.text()), "-" | "/"));
    let end = here.at() + comma;
    near.then(|| (1..end, vec![scope::after(&here.from(end))]))
}

/// `party "'s" noun_cue …`, `noun_cue ("from" | "by") party …`, `"by" party "'s" noun_cue …`
fn noun(here: &Tokens<'_>, cue: &Range<usize>) -> Found {
    let after = here.from(cue.end);
    // "The budget office", "poll workers": the first half of a compound is no paper.
    if after.peek().is_some_and(|next| {
        next.shape == Shape::Lower
            && here.lexicon().noun(next.word).is_some()
            && here.lexicon().verb(next.word).is_none()
    }) {
        return None;
    }
    let from = ["from", "by"].iter().any(|word| after.letters().eq_ignore_ascii_case(word));
    if from {
        let party = party::party_after(&here.from(cue.end + 1));
        let behind = here.from(party.end);
        let subject = cue.start <= 3 || shows(&behind);
        return (!party.is_empty() && subject && party::can_speak(here, &party))
            .then(|| (party.clone(), vec![scope::after(&behind)]));
    }
    let party = party::possessor_before(here, cue.start)?;
    let by = party.start > 0 && here.from(party.start - 1).letters().eq_ignore_ascii_case("by");
    // "The board's estimate was 40" has somebody who estimates; "the estimate was 40" has nobody.
    let owned = party.end <= cue.start;
    if !owned && here.from(party.start).back(1).is_some_and(|back| here.lexicon().is(back.word, List::Auxiliary)) {
        return None;
    }
    let said = scope::before(here, if by { party.start - 1 } else { 0 });
    (by || finds(&after) || (owned && shows(&after))).then(|| (party, vec![said, scope::after(&after)]))
}

/// Whether a verb that shows something comes next, or one that only is or has, or a colon.
fn shows(after: &Tokens<'_>) -> bool {
    let verbs = after
        .rest()
        .iter()
        .take(4)
        .any(|token| matches!(token.text(after.text()), ":" | "is" | "was" | "are" | "were" | "has" | "had"));
    verbs || finds(after)
}

/// Whether a verb that shows something comes next: "show", "put", "suggest".
fn finds(after: &Tokens<'_>) -> bool {
    let near = after.rest().iter().take(4).take_while(|token| !after.lexicon().is(token.word, List::Conjunction));
    let mut near = near.enumerate();
    near.any(|(ahead, _)| {
        let here = after.from(after.at() + ahead);
        let mut cues = here.lexicon().cue_phrases.all_at(here.text(), here.rest());
        cues.any(|(_, &entry)| here.lexicon().cues()[entry].order == Order::Verb)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::LEXICON;
    use super::super::tokens::Tokens;
    use super::attributions;
    use crate::text::Span;

    /// `party < cue > content / content` of each attribution of a sentence.
    fn read(text: &str) -> String {
        let mut tokens = Vec::new();
        LEXICON.tokenize(text, Span::new(0, text.len()), &mut tokens);
        let sentence = Tokens::new(text, &LEXICON, &tokens);
        let show =
            |range: &std::ops::Range<usize>| sentence.from(range.start).span_to(&sentence.from(range.end)).of(text);
        let rows = attributions(sentence, &[]).into_iter().map(|piece| {
            let content: Vec<&str> = piece.content.iter().map(show).collect();
            format!("{} < {} > {}", show(&piece.party), show(&piece.cue), content.join(" / "))
        });
        rows.collect::<Vec<_>>().join(" || ")
    }

    #[test]
    fn attributions_of_a_sentence() {
        for (text, expected) in [
            ("The harbour board said 40 boats sank.", "The harbour board < said > 40 boats sank."),
            ("The board said that 40 boats sank.", "The board < said > that 40 boats sank."),
            ("At least 40 boats sank, the harbour board said.", "the harbour board < said > At least 40 boats sank,"),
            (
                "“We lost 40 boats,” said Ana Ruiz, the harbour master.",
                "Ana Ruiz, the harbour master < said > “We lost 40 boats,”",
            ),
            ("The board closed the port, saying 40 boats sank.", "The board < saying > 40 boats sank."),
            ("The budget office has 40 rooms.", ""),
            ("In the gale, Ana Ruiz said, 40 boats sank.", "Ana Ruiz < said > In the gale, / , 40 boats sank."),
            ("We asked 40 crews.", ""),
            (
                "Some 40 boats sank, the board said, up from 12.",
                "the board < said > Some 40 boats sank, / , up from 12.",
            ),
            ("Some 40 boats sank, the board said, as crews stood by.", "the board < said > Some 40 boats sank,"),
            (
                "The board, which has 9 members, said 40 boats sank.",
                "The board, which has 9 members, < said > , which has 9 members, / 40 boats sank.",
            ),
            ("Some 40 sank, according to the results.", "the results < according to > Some 40 sank,"),
            ("Crews who came from Port Lune said 40 sank.", "Crews who came from Port Lune < said > 40 sank."),
            ("MS RUIZ: We lost 40.", "MS RUIZ < : > We lost 40."),
            ("Ruiz: “We lost 40.”", "Ruiz < : > “We lost 40.”"),
            ("Losses: 40 boats sank.", ""),
            (
                "“We lost 40,” said Ana Ruiz, 59, adding that 3 were found.",
                "Ana Ruiz < said > “We lost 40,” / adding that 3 were found. || Ana Ruiz < adding > that 3 were found.",
            ),
            (
                "Ana Ruiz, who is 59, told the court that 40 boats sank.",
                "Ana Ruiz, who is 59, < told > that 40 boats sank.",
            ),
            ("When the gale came, the board left, saying 40 sank.", "the board < saying > 40 sank."),
            (
                "Some 40 sank, Ana Ruiz said, noting 12 did not.",
                "Ana Ruiz < said > Some 40 sank, || Ana Ruiz < noting > 12 did not.",
            ),
            (
                "Some 40 sank, the board said; 3 more, all old, were hit.",
                "the board < said > Some 40 sank, / 3 more, all old, were hit.",
            ),
            ("The board put up 40 tents.", ""),
            ("The board wrote off 40 boats.", ""),
            ("Officers found 40 crates.", ""),
            ("Officers found that 40 crates were empty.", "Officers < found > that 40 crates were empty."),
            ("The gale is not expected to sink 40 boats.", ""),
            ("The board put the losses at 40 boats.", "The board < put > the losses at 40 boats."),
            ("The estimate was 40 boats.", ""),
            ("The board's estimate was 40 boats.", "The board < estimate > was 40 boats."),
            ("Flight records and reports of 40 boats came.", ""),
            ("Losses were put at 40 by the board.", "the board < put at > Losses were / 40"),
            ("Some 40 sank, by the board's count.", "the board < count > Some 40 sank, / ."),
            ("The board closed the port and said 40 sank.", "The board < said > 40 sank."),
            (
                "Some 40 sank, said the board, which put losses at 12.",
                "the board < said > Some 40 sank, || the board < put > losses at 12.",
            ),
            ("The board said 40 sank; in the delta 12 did.", "The board < said > 40 sank; in the delta 12 did."),
            ("On that basis it says 40 sank.", "it < says > 40 sank."),
            ("By the board's count 40 boats sank.", "the board < count > 40 boats sank."),
            ("According to the harbour board, 40 boats sank.", "the harbour board < According to > , 40 boats sank."),
            (
                "Some 40 boats sank, according to Ana Ruiz of the board.",
                "Ana Ruiz of the board < according to > Some 40 boats sank,",
            ),
            (
                "Ana Ruiz, the harbour master, said 40 boats sank.",
                "Ana Ruiz, the harbour master, < said > 40 boats sank.",
            ),
            ("The board's figures show 40 boats sank.", "The board < figures > show 40 boats sank."),
            ("Figures from the board show 40 boats sank.", "the board < Figures > show 40 boats sank."),
            ("The board has reported 40 losses.", "The board < reported > 40 losses."),
            ("The report came late.", ""),
            ("40 boats were reported lost.", ""),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
