//! Who says what, within one sentence.
//!
//! ```text
//! attribution = party [gap] cue [that] content           The agency said 40 died
//!             | content "," party cue | content "," cue party        …, the agency said
//!             | "according" "to" party "," content | content "," "according" "to" party
//!             | party "'s" noun_cue [verb] content | noun_cue ("from" | "by" | "of") party … content
//!             | content "put" "at" … "by" party
//! party       = noun phrase with its titles, names and apposition
//! ```
//!
//! A production finds where party, cue and content stand; who the party is, is asked of the whole draft later.

mod party;
mod scope;

pub use party::party_before;

use super::tokens::Tokens;
use crate::lexicon::{CueEntry, List, Order};
use crate::text::{Shape, Token};
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

/// All attributions of a sentence, in order of their cues. Tokens under `dates` may stand between party and cue.
pub fn attributions(sentence: Tokens<'_>, dates: &[Range<usize>]) -> Vec<AttributionPiece> {
    let mut found: Vec<AttributionPiece> = Vec::new();
    let mut at = 0;
    let len = sentence.rest().len();
    while at < len {
        let here = sentence.from(at);
        let taken = cues_at(&here).find_map(|(taken, entry)| Some((taken, attribution(&here, taken, entry, dates)?)));
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
    let word = tokens.first().is_some_and(Token::is_word);
    word.then(|| lexicon.cue_phrases.all_at(text, tokens)).into_iter().flatten().map(|(taken, &entry)| (taken, entry))
}

fn attribution(here: &Tokens<'_>, taken: usize, entry: usize, dates: &[Range<usize>]) -> Option<AttributionPiece> {
    let cue_entry = &here.lexicon().cues()[entry];
    let cue = here.at()..here.at() + taken;
    let (party, content) = match cue_entry.order {
        Order::Verb => verb(here, &cue, cue_entry, dates)?,
        Order::Preposition | Order::Passive => preposition(here, &cue)?,
        Order::Noun => noun(here, &cue)?,
    };
    let content: Vec<_> = content.into_iter().filter(|range| !range.is_empty()).collect();
    (!content.is_empty()).then_some(AttributionPiece { party, cue, cue_entry: entry, content })
}

type Found = Option<(Range<usize>, Vec<Range<usize>>)>;

/// `party cue content`, `content "," party cue`, `content "," cue party`.
fn verb(here: &Tokens<'_>, cue: &Range<usize>, entry: &CueEntry, dates: &[Range<usize>]) -> Found {
    if !is_verb_here(here, cue) {
        return None;
    }
    let after = here.from(cue.end);
    if let Some(party) = inverted_party(here, &after) {
        return Some((party.clone(), vec![scope::before(here, cue.start), scope::after(&here.from(party.end))]));
    }
    let party = party::party_before(here, cue.start, dates)?;
    let content_first = scope::closes_content(here, party.start) && scope::is_tail(&after, dates);
    let before = if content_first { scope::before(here, party.start) } else { 0..0 };
    let behind = scope::after(&after);
    // A verb whose object is the figure ("reported 12 deaths") reaches its clause; one that needs a clause must have it.
    let speaks = entry.object || content_first || scope::has_clause(&after);
    speaks.then_some((party, vec![before, behind]))
}

/// Whether a form that is also a noun ("report", "claims") is a verb at this place.
fn is_verb_here(here: &Tokens<'_>, cue: &Range<usize>) -> bool {
    let lexicon = here.lexicon();
    let Some(back) = here.back(1) else { return cue.start == 0 && here.letters().eq_ignore_ascii_case("said") };
    let letters = back.text(here.text());
    let nominal = lexicon.is(back.word, List::Determiner) || back.shape == Shape::Possessive || lexicon.is(back.word, List::Adjective);
    let participle = lexicon.is(back.word, List::Auxiliary) && is_be(letters) && !here.letters().ends_with("ing");
    // "were reported", "is estimated": nobody is named, unless "by" names somebody.
    !nominal && !participle && !matches!(letters, "to" | "-") || (letters == "to" && infinitive_of_speech(here))
}

fn is_be(letters: &str) -> bool {
    ["is", "are", "was", "were", "be", "been", "being"].iter().any(|be| letters.eq_ignore_ascii_case(be))
}

/// "went on to say", "was quick to add".
fn infinitive_of_speech(here: &Tokens<'_>) -> bool {
    here.back(2).is_some_and(|back| matches!(back.text(here.text()), "on" | "quick" | "continued"))
}

/// The party behind the cue: "…," said the mayor.
fn inverted_party(here: &Tokens<'_>, after: &Tokens<'_>) -> Option<Range<usize>> {
    let closes = here.back(1).is_some_and(|back| matches!(back.text(here.text()), "," | "\"" | "”" | "'" | "’" | "?" | "!" | "—" | "–"));
    let next = after.peek()?;
    let lexicon = here.lexicon();
    let starts = next.is_capitalised() || lexicon.is(next.word, List::Determiner) || lexicon.title_phrases.at(after.text(), after.rest()).is_some() || lexicon.is(next.word, List::Unnamed);
    let party = (closes && starts && !lexicon.is_any(next.word, &[List::PronounIt])).then(|| party::party_after(after))?;
    (!party.is_empty()).then_some(party)
}

/// `"according" "to" party`: the whole sentence but the party is content.
fn preposition(here: &Tokens<'_>, cue: &Range<usize>) -> Found {
    let party = party::party_after(&here.from(cue.end));
    if party.is_empty() {
        return None;
    }
    let behind = scope::after(&here.from(party.end));
    Some((party, vec![scope::before(here, cue.start), behind]))
}

/// `party "'s" noun_cue …` or `noun_cue ("from" | "by" | "of") party …`
fn noun(here: &Tokens<'_>, cue: &Range<usize>) -> Found {
    let after = here.from(cue.end);
    let of = ["from", "by", "released by", "published by", "compiled by"].iter().any(|word| after.letters().eq_ignore_ascii_case(word));
    if of {
        let party = party::party_after(&here.from(cue.end + 1));
        let behind = here.from(party.end);
        return (!party.is_empty() && shows(&behind)).then(|| (party.clone(), vec![scope::after(&behind)]));
    }
    if !shows(&after) {
        return None;
    }
    let party = party::possessor_before(here, cue.start)?;
    Some((party, vec![scope::after(&after)]))
}

/// Whether a verb that shows something comes next: "show", "put", "suggest", "has" — or a colon.
fn shows(after: &Tokens<'_>) -> bool {
    let near = after.rest().iter().take(4).enumerate();
    near.into_iter().any(|(ahead, token)| {
        let here = after.from(after.at() + ahead);
        let cue = here.lexicon().cue_phrases.all_at(here.text(), here.rest()).any(|(_, &entry)| here.lexicon().cues()[entry].order == Order::Verb);
        cue || matches!(token.text(after.text()), ":" | "is" | "was" | "are" | "were" | "has" | "had")
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
        let show = |range: &std::ops::Range<usize>| sentence.from(range.start).span_to(&sentence.from(range.end)).of(text);
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
            ("At least 40 boats sank, the harbour board said.", "the harbour board < said > At least 40 boats sank, / ."),
            ("“We lost 40 boats,” said Ana Ruiz, the harbour master.", "Ana Ruiz, the harbour master < said > “We lost 40 boats,” / ."),
            ("According to the harbour board, 40 boats sank.", "the harbour board < According to > , 40 boats sank."),
            ("Some 40 boats sank, according to Ana Ruiz of the board.", "Ana Ruiz of the board < according to > Some 40 boats sank, / ."),
            ("Ana Ruiz, the harbour master, said 40 boats sank.", "Ana Ruiz, the harbour master, < said > 40 boats sank."),
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
