//! Who says what, within one sentence.
//!
//! ```text
//! attribution = party [gap] cue [that] content           The agency said 40 died
//!             | content "," party cue | content "," cue party        …, the agency said
//!             | "according" "to" party "," content | content "," "according" "to" party
//!             | party "'s" noun_cue [verb] content | noun_cue ("from" | "by" | "of") party … content
//!             | content "put" "at" … "by" party
//!             | party ["," role | aside] ":" content   MS RUIZ: We lost 40. · Poll: Two in five back the port
//! party       = noun phrase with its titles, names and apposition
//! ```
//!
//! A production finds where party, cue and content stand; who the party is, is asked of the whole draft later.

mod label;
mod noun;
mod object;
mod parallel;
mod party;
mod phrase;
mod quotation;
mod scope;
mod speaker;
#[cfg(test)]
mod testing;
mod verb;

pub use label::opens_with_nameless_label;
pub use party::opening_party;
pub use quotation::quotations;
pub use speaker::names_body;

use super::tokens::Tokens;
use crate::lexicon::{List, Order, Starts};
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
    while let Some(here) = sentence.from(at).next(Starts::CUE) {
        at = here.at();
        let speaker = found.last().map(|piece| piece.party.clone());
        let read = |(taken, entry)| Some((taken, attribution(&here, taken, entry, dates, speaker.as_ref())?));
        let taken = cues_at(&here).find_map(read);
        match taken {
            Some((taken, piece)) => {
                at += taken;
                // "The board's figures show": the board was found as the figures' owner already.
                let owner = found.pop_if(|last| owns(sentence, last, &piece));
                let mut piece = match owner {
                    Some(owner) => fuller(sentence, owner, piece),
                    None => piece,
                };
                if let Some(last) = found.last_mut() {
                    share(sentence, last, &mut piece);
                    cite(sentence, last, &mut piece);
                }
                let other = parallel::parallel(sentence, &mut piece);
                found.push(piece);
                found.extend(other);
            }
            None => at += 1,
        }
    }
    found
}

/// Parts what two tell side by side: "Some 90 came according to the union, and 40 according to the police".
fn share(sentence: Tokens<'_>, first: &mut AttributionPiece, second: &mut AttributionPiece) {
    let order = |piece: &AttributionPiece| sentence.lexicon().cues()[piece.cue_entry].order;
    let told = first.cue.end..=second.cue.start;
    let behind = first.party.end;
    let figure = || scope::has_figure_before(&sentence.from(behind), second.cue.start - behind);
    let each = [&*first, &*second]
        .iter()
        .all(|piece| order(piece) == Order::Preposition && piece.party.start >= piece.cue.end);
    if first.cue.start == 0 || !each || !told.contains(&behind) || !second.covers(first.cue.start) || !figure() {
        return;
    }
    first.content.retain(|range| range.start < behind);
    for range in second.content.iter_mut().filter(|range| range.start < behind) {
        range.start = behind.min(range.end);
    }
    second.content.retain(|range| !range.is_empty());
}

/// Leaves to whom somebody cites what that somebody says, and not that it is said: "State radio said | 40 sank, | citing
/// the board".
fn cite(sentence: Tokens<'_>, saying: &AttributionPiece, citing: &mut AttributionPiece) {
    let cue = &sentence.lexicon().cues()[citing.cue_entry];
    let before = saying.cue.end..citing.cue.start;
    if &*cue.lemma != "citing" || before.is_empty() || !before.clone().all(|at| saying.covers(at)) {
        return;
    }
    for range in citing.content.iter_mut().filter(|range| range.start < before.start && range.end > before.start) {
        range.start = before.start;
    }
}

/// Whether a paper's owner and the paper itself are found for the same words.
fn owns(sentence: Tokens<'_>, owner: &AttributionPiece, paper: &AttributionPiece) -> bool {
    let noun = sentence.lexicon().cues()[owner.cue_entry].order == Order::Noun;
    noun && paper.party.contains(&owner.cue.start)
}

/// The owner of a paper; but "A poll published on Monday by the board puts" tells more than "A poll".
fn fuller(sentence: Tokens<'_>, owner: AttributionPiece, paper: AttributionPiece) -> AttributionPiece {
    let itself = owner.party.contains(&owner.cue.start) && owner.party.start == paper.party.start;
    let holds = |word: &str| paper.party.clone().any(|at| sentence.from(at).letters() == word);
    if itself && (holds("by") || !holds(",")) { paper } else { owner }
}

fn cues_at<'a>(here: &Tokens<'a>) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    let (lexicon, tokens) = (here.lexicon(), here.rest());
    let word =
        tokens.first().is_some_and(|token| token.is_word() || (token.shape == Shape::Mark && token.letters == ":"));
    word.then(|| lexicon.cue_phrases.all_at(tokens)).into_iter().flatten().map(|(taken, &entry)| (taken, entry))
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
        Order::Verb if verb::is_trailing(here) => verb::trailing(here, &cue, cue_entry, speaker)?,
        Order::Verb => verb::verb(here, &cue, cue_entry, dates)?,
        Order::Preposition => preposition(here, &cue).filter(|(party, _)| {
            !matches!(&*cue_entry.lemma, "as per" | "citing") || speaker::can_speak(here, party)
        })?,
        Order::Passive if &*cue_entry.lemma == "conducted by" && !tells_of_enquiry(here) => return None,
        Order::Passive if &*cue_entry.lemma == "sentenced by" => {
            passive(here, &cue).filter(|(party, _)| speaker::is_judge(here, party))?
        }
        Order::Passive => passive(here, &cue).filter(|(party, _)| speaker::can_speak(here, party))?,
        Order::Noun => noun::in_paper(here, &cue).or_else(|| noun::noun(here, &cue))?,
        Order::Label => label::label(here, &cue)?,
    };
    // "Promised by Christmas".
    if dates.iter().any(|date| date.start <= party.start && party.end <= date.end) {
        return None;
    }
    let mut content: Vec<_> = content.into_iter().filter(|range| !range.is_empty()).collect();
    let says = |range: &Range<usize>| here.from(0).rest()[range.clone()].iter().any(|token| token.shape != Shape::Mark);
    if content.iter().any(says) {
        content.retain(says);
    }
    content.sort_by_key(|range| range.start);
    (!content.is_empty()).then_some(AttributionPiece { party, cue, cue_entry: entry, content })
}

type Found = Option<(Range<usize>, Vec<Range<usize>>)>;

/// `"according" "to" party`: what stands before it, where that is a clause; else what follows.
fn preposition(here: &Tokens<'_>, cue: &Range<usize>) -> Found {
    let party = party::party_after(&here.from(cue.end));
    if party.is_empty() {
        return None;
    }
    let (before, behind) = (scope::before(here, cue.start), here.from(party.end));
    // "The losses are known: according to the board, 40 boats sank."
    let opens = here.back(1).is_some_and(|back| matches!(back.letters, ":" | ";" | "—" | "–"));
    // "Among the losses, according to the board, are 40 boats."
    let verb = behind.letters() == "," && behind.from(behind.at() + 1).is(List::Auxiliary);
    // "State radio reported, citing the board, that 40 boats sank."
    let told = behind.letters() == "," && behind.letters_at(1) == "that";
    let closed = !opens && !verb && !told && scope::is_clause(here, &before);
    let before = if opens { cue.start..cue.start } else { before };
    Some((party, vec![before, if closed { scope::resumption(&behind) } else { scope::after(&behind) }]))
}

/// Whether what somebody carried out is an enquiry, near in front of the cue: "40 tests carried out by", no "raids".
fn tells_of_enquiry(here: &Tokens<'_>) -> bool {
    const REACH: usize = 8;
    const ENQUIRIES: [&str; 6] = ["tests", "checks", "interviews", "measurements", "inspections", "counts"];
    let near = here.from(here.at().saturating_sub(REACH)).rest();
    let near = near.iter().take(REACH.min(here.at()));
    near.into_iter().any(|token| ENQUIRIES.contains(&token.letters))
}

/// `content "put" "at" … "by" party`: the party stands behind the first "by", in the cue or after the figure.
fn passive(here: &Tokens<'_>, cue: &Range<usize>) -> Found {
    const REACH: usize = 12;
    if here.from(cue.end - 1).letters() == "by" {
        let (party, mut content) = preposition(here, cue)?;
        if let Some(before) = content.first_mut().filter(|before| before.end == cue.start) {
            before.start = compared(here, before).unwrap_or(before.start);
        }
        return Some((party, content));
    }
    let by = (cue.end..cue.end + REACH).find(|&at| here.from(at).letters() == "by")?;
    let (party, content) = preposition(here, &(cue.start..by + 1))?;
    Some((party, content.into_iter().chain(std::iter::once(cue.end..by)).collect()))
}

/// Where what a figure is held against begins, if a figure stands on either side: "Sales came to 40, above the | 30
/// expected by the board".
fn compared(here: &Tokens<'_>, before: &Range<usize>) -> Option<usize> {
    const AGAINST: [&str; 9] =
        ["above", "below", "than", "against", "beating", "missing", "exceeding", "topping", "versus"];
    let against = before.clone().rfind(|&at| AGAINST.contains(&here.from(at).letters()))?;
    let figure = |from: usize, end: usize| scope::has_figure_before(&here.from(from), end - from);
    (figure(before.start, against) && figure(against, before.end)).then_some(against)
}

#[cfg(test)]
mod tests {
    use super::testing::read;

    #[test]
    fn counts_and_papers_of_somebody() {
        for (text, expected) in [
            ("It sold 40, above analysts' expectations of 30, and 12 sank.", "analysts < expectations > of 30"),
            ("It sold 40, despite high expectations of 30.", ""),
            (
                "State radio said 40 sank, citing the board.",
                "State radio < said > 40 sank, citing the board. || the board < citing > 40 sank,",
            ),
            (
                "Velmar said 40 jobs would go, citing weak demand.",
                "Velmar < said > 40 jobs would go, citing weak demand.",
            ),
            (
                "Velmar put it at 40, twice the 20 the board had counted in May.",
                "Velmar < put > it at 40, twice the 20 the board had counted in May. || the board < counted > the 20",
            ),
            ("Some 40 sank, the board said early on Monday with 12 ports closed.", "the board < said > Some 40 sank,"),
            ("Some 40 sank, the board said a month before the vote.", "the board < said > Some 40 sank,"),
            ("Some 40 are expected by the board to sink.", "the board < expected by > Some 40 are"),
            ("Sales came to 40, above the 30 expected by the board.", "the board < expected by > above the 30"),
            (
                "Sales came to 40, more than the board as reported by Ede.",
                "Ede < as reported by > Sales came to 40, more than the board",
            ),
            ("Some 40 came by the union's count.", "the union < count > Some 40 came"),
            ("Some 40 sank, figures from the board showed.", "the board < figures > Some 40 sank,"),
            ("Some 40 sank, figures from the board showed 12 of them.", "the board < figures > showed 12 of them."),
            ("The report, a slim one, found that 40 sank.", "The report, a slim one, < found > that 40 sank."),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn papers_wishes_and_what_is_not_said() {
        for (text, expected) in [
            ("Some 40 boats sank, board figures show.", "board figures < show > Some 40 boats sank,"),
            (
                "The first lost 40; the second 12; and the third 9, the board said.",
                "the board < said > The first lost 40; the second 12; and the third 9,",
            ),
            ("The losses are known: according to the board, 40 sank.", "the board < according to > , 40 sank."),
            (
                "Among the losses, according to the board, are 40.",
                "the board < according to > Among the losses, / , are 40.",
            ),
            ("As the gale rose, the board reported at least 40 sank.", "the board < reported > at least 40 sank."),
            ("Harbour sources said 40 sank.", "Harbour sources < said > 40 sank."),
            ("The magnate says 40 sank.", "The magnate < says > 40 sank."),
            ("Police and the board said 40 sank.", "Police and the board < said > 40 sank."),
            ("A poll taken last week found that 40 left.", "A poll < poll > taken last week found that 40 left."),
            ("Velmar kept its forecast of 40 boats.", "Velmar < forecast > of 40 boats."),
            ("Velmar raised its forecast for the year to 40 boats.", "Velmar < forecast > for the year to 40 boats."),
            ("Velmar kept its estimate in a drawer.", ""),
            (
                "It lost the 40 that the firm, Ostra Research, measured.",
                "the firm, Ostra Research, < measured > It lost the 40 that the firm, Ostra Research, measured.",
            ),
            ("Crews briefed on the plan said 40 sank.", "Crews briefed on the plan < said > 40 sank."),
            (
                "Officials with knowledge of the talks said 40 sank.",
                "Officials with knowledge of the talks < said > 40 sank.",
            ),
            ("“We lost 40,” said one man.", "one man < said > “We lost 40,”"),
            ("The 40 tests carried out by the board failed.", "the board < carried out by > The 40 tests"),
            ("Raids carried out by the army killed 40.", ""),
            ("The board gave her 40 votes.", "The board < gave > her 40 votes."),
            ("The union wants 40 boats.", "The union < wants > 40 boats."),
            ("The union wants to sell 40 boats.", ""),
            ("The union vowed to sell 40 boats.", "The union < vowed > to sell 40 boats."),
            ("The union asked the board for 40 boats.", "The union < asked > the board for 40 boats."),
            ("The board gave the toll as 40.", "The board < gave > the toll as 40."),
            ("The board gave them 40 boats.", ""),
            ("The pit added 40 jobs.", ""),
            ("Ana Ruiz wrote a letter of 40 pages.", ""),
            ("Ana Ruiz wrote in May that 40 sank.", "Ana Ruiz < wrote > in May that 40 sank."),
            ("The board has not confirmed that 40 sank.", ""),
            ("Crews showed the strain of 40 days.", ""),
            (
                "The 40 boats that the board counted in May sank.",
                "the board < counted > The 40 boats that the board counted in May sank.",
            ),
            ("Some 40 sank, in Ana Ruiz's view.", "Ana Ruiz < view > Some 40 sank,"),
            ("The board's last offer was 40 boats.", "The board < offer > was 40 boats."),
            ("A close race - more from Ana Ruiz: “We lost 40.”", "Ana Ruiz < : > “We lost 40.”"),
            ("In the gale, at a quay, Ana Ruiz was calm, claiming 40 sank.", "Ana Ruiz < claiming > 40 sank."),
            ("Owners familiar with it said 40 sank.", "Owners familiar with it < said > 40 sank."),
            ("The board gave a lower toll of 40.", "The board < gave > a lower toll of 40."),
            ("The board gave a tour of 40 boats.", ""),
            ("The ministry raised the death toll to 40.", "The ministry < toll > to 40."),
            ("The ministry revised the count down to 40.", "The ministry < count > down to 40."),
            ("Two gales raised the death toll to 40.", ""),
            ("Some 40 came, by police estimates.", "police estimates < estimates > Some 40 came,"),
            (
                "State radio, citing the board, said 40 sank.",
                "the board < citing > State radio, / , said 40 sank. || State radio, citing the board, < said > 40 sank.",
            ),
            ("Crews can ask for 40 francs.", ""),
            ("Crews can expect 40 boats, the board said.", "the board < said > Crews can expect 40 boats,"),
            ("The board said it downed 40 kites.", "The board < said > it downed 40 kites."),
            (
                "Police put the crowd at 30 and the union put it at 40.",
                "Police < put > the crowd at 30 and the union put it at 40. || the union < put > it at 40.",
            ),
            (
                "Police said 30 came, but the union put it at 40.",
                "Police < said > 30 came, || the union < put > it at 40.",
            ),
            ("Crews asked for 40 francs.", "Crews < asked for > 40 francs."),
            ("The board hopes for 40 boats.", "The board < hopes for > 40 boats."),
            ("The board hopes for rain.", ""),
            ("The board appealed again for 40 boats.", "The board < appealed > again for 40 boats."),
            ("The guard appealed his term of six years.", ""),
            (
                "The board said 40 sank; the hospital itself gave a toll of 30.",
                "The board < said > 40 sank || the hospital < gave > a toll of 30.",
            ),
            ("Velmar now sees 40 sales.", "Velmar < now sees > 40 sales."),
            ("The bank sees growth of 40 percent.", "The bank < sees > growth of 40 percent."),
            ("Owners will see bills of 40 francs.", ""),
            ("Owners see 40 boats a day.", ""),
            ("The regulator found 40 leaks.", "The regulator < found > 40 leaks."),
            ("Regulators found 40 leaks.", ""),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
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
            ("Ana Ruiz told Jon Ede, 58, that 40 boats sank.", "Ana Ruiz < told > that 40 boats sank."),
            (
                "Some 40 sank, nine of them at the quay, said Ana Ruiz, head of the board.",
                "Ana Ruiz < said > Some 40 sank, nine of them at the quay,",
            ),
            (
                "Jon Ede, one of the guards, said Ana Ruiz had lost 40 boats.",
                "Jon Ede, one of the guards, < said > Ana Ruiz had lost 40 boats.",
            ),
            (
                "Some 40 sank in May, its auditors, Crane and Low, warned.",
                "its auditors, Crane and Low, < warned > Some 40 sank in May,",
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
            ("The board's tally stands at 40 boats.", "The board < tally > stands at 40 boats."),
            ("The board's count has risen to 40 boats.", "The board < count > has risen to 40 boats."),
            ("The gale's toll has risen to 40 boats.", ""),
            ("Norvia's death toll is 40.", ""),
            ("The ministry's toll is 40.", "The ministry < toll > is 40."),
            ("The count has risen to 40 boats.", ""),
            ("The board's list of the missing has 40 names.", "The board < list of the missing > has 40 names."),
            ("The board's list of ferries has 40 names.", ""),
            ("Flight records and reports of 40 boats came.", ""),
            ("Losses were put at 40 by the board.", "the board < put at > Losses were / 40"),
            ("Some 40 sank, by the board's count.", "the board < count > Some 40 sank,"),
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
