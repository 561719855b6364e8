//! Whose voice a sentence speaks in where no attribution of its own covers a figure.
//!
//! Four voices last longer than their sentence: a quotation's, a statement's that goes on, that of a speaker named by a
//! label, and that of one whose colon brings a list. The module knows nothing of figures beyond whether a sentence holds some.

use super::continuation::{Lead, REACH, fits, is_anaphoric, tells_a_price};
use super::issuer;
use super::party::Party;
use super::poll::{Poll, speaks_of_taker_alone};
use super::said::{Attributed, Said};
use crate::claim::PartyKind;
use crate::grammar::attribution::{is_label, opens_with_nameless_label};
use crate::lexicon::Lexicon;
use crate::text::{Block, Document, Role, Shape, Token};

/// How many blocks a table may stand behind the statement that it belongs to, headings included.
const TABLE_REACH: usize = 3;

/// The voices that last from sentence to sentence and from block to block.
pub(super) struct Voices {
    issuer: Option<Party>,
    /// The speaker of the last block's quotation.
    quoted: Option<Attributed>,
    /// The speaker whom the last label named.
    labelled: Option<Attributed>,
    /// The speaker of the sentence whose colon brings a list.
    listed: Option<Attributed>,
    /// The last statement that may go on, and its block.
    stated: Option<(Attributed, usize)>,
    /// The statement that the story opens with.
    lead: Lead,
    /// The poll that the story comes back to.
    poll: Poll,
    /// Whether the block under way is a table's that `stated` belongs to.
    table: bool,
}

impl Voices {
    pub(super) fn new(document: &Document, lexicon: &Lexicon) -> Self {
        Self {
            issuer: issuer::issuer(document, lexicon),
            quoted: None,
            labelled: None,
            listed: None,
            stated: None,
            lead: Lead::default(),
            poll: Poll::default(),
            table: false,
        }
    }

    /// The body whose voice the draft's own is.
    pub(super) fn issuer(&self) -> Option<&Party> {
        self.issuer.as_ref()
    }

    /// Takes up a block before its figures are asked for.
    pub(super) fn enter(&mut self, block: &Block, at: usize, read: &[Said<'_>]) {
        let label = read.first().and_then(|said| said.outer().next().filter(|first| opens_turn(said, first)));
        let nameless = || read.first().is_some_and(|said| opens_with_nameless_label(said.tokens));
        if let Some(label) = label {
            self.labelled = Some(label.clone());
        } else if block.role != Role::Body || nameless() {
            self.labelled = None;
        }
        if block.role != Role::List {
            self.listed = None;
        }
        let near = self.stated.as_ref().is_some_and(|(_, stated)| at - stated <= TABLE_REACH);
        self.table = block.cell.is_some() && self.issuer.is_none() && (near || self.table);
    }

    /// Keeps what the next blocks may need.
    pub(super) fn leave(&mut self, block: &Block, at: usize, read: &[Said<'_>]) {
        self.labelled.take_if(|label| !is_in_capitals(label));
        let last = read.len().checked_sub(1);
        let quoted = last.and_then(|last| self.quotation(read, last)).cloned();
        let spoken = || read.iter().rev().find_map(|said| said.outer().next_back()).cloned();
        if block.cell.is_none() {
            self.quoted = quoted.or_else(spoken);
        }
        if block.role == Role::Body {
            self.listed = read.last().and_then(introduces).cloned();
        }
        self.lead = std::mem::take(&mut self.lead).behind(block, read);
        self.poll.notice(read);
        let stated = read.iter().rev().find_map(|said| said.outer().rfind(|one| said.lasts(one)));
        if let Some(stated) = stated {
            // A table behind it is the draft's own setting-out: when that was said, nobody tells.
            self.stated = Some((Attributed { said: None, ..stated.clone() }, at));
        }
    }

    /// The poll that the story comes back to.
    pub(super) const fn poll(&mut self) -> &mut Poll {
        &mut self.poll
    }

    /// The attribution of the quotation in a sentence: one beside it, that of the sentence which closes it, of the
    /// quotation before it, of the statement before it, or, where the paragraph opens with it and names nobody, of the last
    /// one who spoke.
    pub(super) fn quotation<'s>(&'s self, read: &'s [Said<'_>], at: usize) -> Option<&'s Attributed> {
        let said = read.get(at).filter(|said| !said.quoted.is_empty())?;
        let beside = said.outer().next_back();
        let closing = || {
            let end = read[at..].iter().position(|said| !said.open).filter(|&ahead| ahead > 0)?;
            read[at + end].outer().next()
        };
        let before = || {
            read[..at].iter().rev().take_while(|said| !said.quoted.is_empty()).find_map(|said| said.outer().next_back())
        };
        let opens = || said.quoted.first().is_some_and(|range| range.start <= 2);
        let carried =
            || self.quoted.as_ref().filter(|_| opens() && read.iter().all(|said| said.outer().next().is_none()));
        let stated = || speaker_before(read, at);
        beside.or_else(closing).or_else(before).or(self.labelled.as_ref()).or_else(stated).or_else(carried)
    }

    /// The story's opening statement, where all sentences since then have gone on with it.
    pub(super) fn led<'s>(&'s self, block: &Block, read: &'s [Said<'_>], at: usize) -> Option<&'s Attributed> {
        self.lead.over(block, read, at).filter(|_| !tells_a_price(read[at].tokens))
    }

    /// The attribution that a sentence without one goes on with.
    pub(super) fn continued<'s>(&'s self, read: &'s [Said<'_>], at: usize) -> Option<&'s Attributed> {
        let said = &read[at];
        if let Some(speaker) = self.labelled.as_ref().or(self.listed.as_ref()) {
            return Some(speaker);
        }
        if self.table {
            return self.stated.as_ref().map(|(stated, _)| stated);
        }
        if !speaks_of_taker_alone(said) {
            return None;
        }
        if tells_a_price(said.tokens) {
            return None;
        }
        if at > 0 && is_anaphoric(said.tokens) {
            let last = read[at - 1].outer().rfind(|stated| !stated.party.medium);
            return last.or_else(|| self.continued(read, at - 1)).filter(|_| read[at - 1].quoted.is_empty());
        }
        for before in (at.saturating_sub(REACH)..at).rev() {
            if read[before + 1].quotes() {
                return None;
            }
            if !speaks_of_taker_alone(&read[before]) {
                return read[before].lasting().filter(|stated| fits(&read[before + 1..=at], stated));
            }
        }
        self.poll.over(read, at)
    }
}

/// Whose statement quotations that are whole sentences go on with: "The loss was grave, Ana Ruiz said. “We lost 40.”"
fn speaker_before<'s>(read: &'s [Said<'_>], at: usize) -> Option<&'s Attributed> {
    let first = (0..=at).rev().take_while(|&at| is_whole_quotation(&read[at])).last()?;
    let stated = read.get(first.checked_sub(1)?).filter(|said| said.quoted.is_empty())?;
    // Many people, and a body, speak of no "I".
    let alone = |one: &Attributed| one.party.kind == PartyKind::Person || one.party.person.is_some();
    let is_me = |token: &Token| ["I", "I'm", "I've", "I’m", "I’ve", "my", "My", "me"].contains(&token.letters);
    let one_alone = || read[first..=at].iter().any(|said| said.tokens.rest().iter().any(is_me));
    let speaks = |one: &Attributed| {
        let stance = &*stated.tokens.lexicon().cues()[one.piece.cue_entry].stance;
        !one.party.medium && one.party.kind != PartyKind::Document && matches!(stance, "say" | "report" | "claim")
    };
    stated.outer().next_back().filter(|one| speaks(one) && (alone(one) || !one_alone()))
}

/// Whether a sentence is a quotation from its first word to its last.
fn is_whole_quotation(said: &Said<'_>) -> bool {
    let [quoted] = &*said.quoted else { return false };
    let mark = |token: &Token| token.shape == Shape::Mark;
    let (front, behind) = (&said.tokens.rest()[..quoted.start], &said.tokens.rest()[quoted.end..]);
    front.iter().chain(behind).all(mark)
}

/// The attribution that a list behind a sentence's colon belongs to: "It found 40 savings, said Ana Ruiz:", "It found 40,
/// Ana Ruiz said on Monday:", "Ana Ruiz said the board had:"; but not that of a clause before its last.
fn introduces<'s>(said: &'s Said<'_>) -> Option<&'s Attributed> {
    const DATE: usize = 4;
    let end = said.tokens.rest().len().checked_sub(1)?;
    let last = said.outer().next_back().filter(|_| said.tokens.letters_at(end) == ":")?;
    let piece = &last.piece;
    let inverted = piece.cue.end <= piece.party.start;
    let before = piece.cue.start.checked_sub(1).map_or("", |at| said.tokens.letters_at(at));
    let by_the_way = matches!(before, "who" | "which");
    let closes = inverted || end - piece.cue.end.min(end) <= DATE;
    (!by_the_way && (closes || piece.content.iter().any(|content| content.end >= end))).then_some(last)
}

/// Whether an attribution is the label of a turn in a talk: all in capitals, or a human being's in front of what stands in no
/// quotation marks.
fn opens_turn(said: &Said<'_>, attributed: &Attributed) -> bool {
    let human = || attributed.party.kind == PartyKind::Person || attributed.party.person.is_some();
    let label = attributed.piece.party.start == 0 && is_label(said.tokens, &attributed.piece);
    label && (is_in_capitals(attributed) || human() && !said.quotes())
}

/// Whether a label is in capitals, as in a transcript, where a turn lasts until the next.
fn is_in_capitals(label: &Attributed) -> bool {
    label.source.text.split(' ').next().is_some_and(|first| !first.contains(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::sourced;

    #[test]
    fn a_quotation_goes_on_with_the_statement_before_it() {
        for (text, expected) in [
            (
                "It was grave, said Ana Ruiz, who heads the board. “We lost 40. Nine were old.”",
                "40 < Ana Ruiz | Nine < Ana Ruiz",
            ),
            ("Jon Ede of the board said it was grave. “We lost 40.” Some 12 are safe.", "40 < Jon Ede | 12 < -"),
            ("Ana Ruiz said it was grave. “We lost 40,” said Jon Ede.", "40 < Jon Ede"),
            ("Ana Ruiz said it was grave. Jon Ede wept. “We lost 40.”", "40 < -"),
            ("Ana Ruiz said it was grave. Behind her hung “40 days at sea”.", "40 < -"),
            ("State radio said it was grave. “We lost 40.”", "40 < -"),
            ("The board said it was grave. “We lost 40.”", "40 < board"),
            ("The board said it was grave. “I lost 40 sheep.”", "40 < -"),
            ("The board denied it. “We lost 40.”", "40 < -"),
        ] {
            assert_eq!(sourced(text), expected, "{text}");
        }
    }
}
