//! Noun phrases in front of a place, and the subject of the clause that a place stands in.
//!
//! | text up to the place | phrase |
//! |---|---|
//! | `Pre-tax profit for the year was` | Pre-tax profit |
//! | `Support for the Greens stood at` | Support for the Greens |
//! | `Online orders, which are packed by hand, made up` | Online orders |
//! | `the number of miners in the valley at` | number of miners |

use super::time;
use super::verb::{is_of_compound, is_of_verb, is_plain_verb, is_sure_verb, is_verb};
use crate::grammar::Tokens;
use crate::lexicon::{Classes, List};
use crate::text::{Shape, Token};
use std::ops::Range;

/// How far before a figure the verb of its clause may stand, in tokens.
const REACH: usize = 24;
/// How many tokens a noun phrase may take, not counting those joined to it by prepositions.
const LONGEST: usize = 6;
/// How many phrases prepositions may join.
const JOINED: usize = 4;
/// How many asides may stand between a verb and its figure.
const ASIDES: usize = 3;
/// How far back a parenthesis between commas may reach, in tokens.
const ASIDE: usize = 16;

/// A noun phrase and the place of its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) tokens: Range<usize>,
    pub(super) head: usize,
}

/// The clause in front of a figure: the place of its verb group, and its subject.
pub(super) struct Clause {
    /// The first and the last place of the verb group.
    pub(super) verb: Range<usize>,
    /// The subject; `None` where it is a pronoun or cannot be told.
    pub(super) subject: Option<Phrase>,
}

/// The clause whose verb stands nearest before a place; past asides, such as "…, the union said, up 9 percent".
pub(super) fn clause(sentence: Tokens<'_>, place: usize) -> Option<Clause> {
    let mut verb = verb_group(sentence, place)?;
    for _ in 0..ASIDES {
        let Some(opens) = aside(sentence, verb.end - 1) else { break };
        verb = verb_group(sentence, opens)?;
    }
    // "The line runs for 40 km and has cost": both verbs have one subject.
    let joined = verb.start.checked_sub(1).filter(|&at| ["and", "but"].contains(&sentence.from(at).letters()));
    let shared = || subject(sentence, verb_group(sentence, joined?)?.start);
    let subject = subject(sentence, verb.start).or_else(shared);
    Some(Clause { verb, subject })
}

/// The verb nearest before a place, with the words of its group before it.
fn verb_group(sentence: Tokens<'_>, place: usize) -> Option<Range<usize>> {
    let first = place.saturating_sub(REACH);
    let ends = |at: usize| matches!(sentence.from(at).letters(), ";" | ":" | "—" | "(" | "\"" | "“");
    let verb = (first..place).rev().take_while(|&at| !ends(at)).find(|&at| is_verb(sentence, at, place))?;
    let start = (first..=verb).rev().take_while(|&at| at == verb || is_of_verb(sentence, at)).last()?;
    Some(start..verb + 1)
}

/// The comma that opens an aside which ends with a verb of saying: what the aside interrupts goes on behind it.
fn aside(sentence: Tokens<'_>, verb: usize) -> Option<usize> {
    let comma = |at: &usize| sentence.from(*at).letters() == ",";
    let mut before = (verb.saturating_sub(ASIDE)..verb).rev();
    let opens = before.find(comma).filter(|_| comma(&(verb + 1)) && is_cue(sentence, verb))?;
    (opens > 0).then_some(opens)
}

/// Whether a verb of saying or finding stands at a place.
pub(super) fn is_cue(sentence: Tokens<'_>, at: usize) -> bool {
    let here = sentence.from(at);
    here.lexicon().cue_phrases.at(here.rest()).is_some()
}

/// The noun phrase that a sentence opens with, in front of its first verb.
pub(super) fn opening(sentence: Tokens<'_>) -> Option<Phrase> {
    let len = sentence.rest().len().min(REACH);
    let verb = (1..len).find(|&at| is_sure_verb(sentence, at) || sentence.from(at).is(List::Auxiliary))?;
    subject(sentence, verb)
}

/// The subject in front of a verb group: past a parenthesis between commas, and past a relative pronoun.
fn subject(sentence: Tokens<'_>, verb: usize) -> Option<Phrase> {
    let letters = |at: usize| sentence.from(at).letters();
    let before = verb.checked_sub(1)?;
    let relative = |at: usize| ["which", "that", "who"].contains(&letters(at));
    if letters(before) == "," {
        // "The ship is 40 metres long, weighs 300 tonnes": both verbs have one subject.
        let joined = || subject(sentence, verb_group(sentence, before)?.start);
        return beside(sentence, before).or_else(joined);
    }
    let end = match letters(before) {
        _ if relative(before) => before - usize::from(before > 0 && letters(before - 1) == ","),
        _ => {
            let near = chain(sentence, verb, is_passive)?;
            return before_relative(sentence, near.tokens.start).or(Some(near));
        }
    };
    phrases(sentence, end)
}

/// The phrase in front of a relative clause that a place stands in: the express of "the express that left the rails was".
fn before_relative(sentence: Tokens<'_>, place: usize) -> Option<Phrase> {
    // Few sentences hold such a clause.
    if !sentence.hold(Classes::list(List::Subordinator)) {
        return None;
    }
    let letters = |at: usize| sentence.from(at).letters();
    let ends = |at: usize| matches!(letters(at), "," | ";" | ":" | "and" | "but" | "or" | "“" | "\"");
    let mut before = (place.saturating_sub(REACH)..place).rev().take_while(|&at| !ends(at));
    let relative = before.find(|&at| ["which", "that", "who"].contains(&letters(at)))?;
    // "Told the council that mending the pump would": no meeting mends it.
    let finite = |at: usize| !letters(at).ends_with("ing");
    let verb = |at: usize| sentence.from(at).is(List::Auxiliary) || is_plain_verb(sentence, at) && finite(at);
    let cue = relative.checked_sub(1).is_some_and(|at| is_cue(sentence, at));
    (relative + 1 < place && verb(relative + 1) && !cue).then(|| phrases(sentence, relative)).flatten()
}

/// The subject in front of a parenthesis that ends with the comma at a place; a name between the commas belongs to it:
/// "the nearest town, Upton, is".
fn beside(sentence: Tokens<'_>, comma: usize) -> Option<Phrase> {
    let opens = |at: &usize| sentence.from(*at).letters() == ",";
    let Some(first) = (comma.saturating_sub(ASIDE)..comma).rev().find(opens) else { return phrases(sentence, comma) };
    let found = phrases(sentence, first)?;
    let name = (first + 1..comma).all(|at| sentence.from(at).peek().is_some_and(Token::is_capitalised));
    let whole = name && comma > first + 1 && found.tokens.end == first;
    Some(if whole { Phrase { tokens: found.tokens.start..comma, ..found } } else { found })
}

/// Whether a noun phrase ends at a place, or in front of the words of time there.
pub(super) fn ends_phrase(sentence: Tokens<'_>, end: usize) -> bool {
    phrase(sentence, time::before(sentence, end)).is_some()
}

/// The noun phrases that end at a place, joined by prepositions. Those that "of" or "for" joins to the first belong to
/// it; what other prepositions join only says where or when.
pub(super) fn phrases(sentence: Tokens<'_>, end: usize) -> Option<Phrase> {
    chain(sentence, end, leads_to_doer)
}

/// The noun phrases that end at a place, past the participles that `participle` takes: `a whale found on the beach`.
fn chain(sentence: Tokens<'_>, end: usize, participle: fn(Tokens<'_>) -> bool) -> Option<Phrase> {
    let end = past_age_group(sentence, time::before(sentence, end));
    let mut whole = phrase(sentence, end)?;
    let mut head = whole.end - 1;
    for _ in 0..JOINED {
        // "the income of the 2030/31 season"
        let year = (0..whole.start).rev().find(|&at| !is_year(sentence, at)).map_or(0, |at| at + 1);
        let owner = past_owner(sentence, year);
        let article = (0..owner).rev().find(|&at| !is_article(sentence, at)).map_or(0, |at| at + 1);
        let Some(preposition) = article.checked_sub(1).filter(|&at| is_preposition(sentence, at)) else { break };
        let near = phrase(sentence, preposition);
        let belongs = near.is_some() && ["of", "for", "on"].contains(&sentence.from(preposition).letters());
        let Some(front) = near.or_else(|| behind_participle(sentence, preposition, participle)) else { break };
        head = front.end - 1;
        whole = if belongs { front.start..whole.end } else { front };
    }
    Some(Phrase { tokens: whole, head })
}

/// The place before an age group and its preposition: "Unemployment among under-25s", "Use by over-60s".
fn past_age_group(sentence: Tokens<'_>, end: usize) -> usize {
    let letters = |back: usize| end.checked_sub(back).map_or("", |at| sentence.from(at).letters());
    let number = end.checked_sub(2).and_then(|at| sentence.nth(at)).is_some_and(|token| token.shape == Shape::Number);
    let group = letters(1) == "s" && number && letters(3) == "-" && matches!(letters(4), "under" | "over");
    let preposition = end.checked_sub(5).filter(|&at| group && is_preposition(sentence, at));
    preposition.unwrap_or(end)
}

/// Where a day, or somebody by name, begins who owns what stands at a place: "last Friday's storm", "Lune's 2031 budget".
fn past_owner(sentence: Tokens<'_>, place: usize) -> usize {
    let Some(end) = place.checked_sub(1).filter(|&at| is_possessive(sentence, at)) else { return place };
    let named = phrase(sentence, end).map(|owner| owner.start);
    named.unwrap_or_else(|| (0..end).rev().find(|&at| !time::is_time(sentence, at)).map_or(0, |at| at + 1))
}

fn is_possessive(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.nth(at).is_some_and(|token| token.shape == Shape::Possessive)
}

/// The noun phrase in front of a participle that leads to a preposition: the deaths of "deaths confirmed by the board".
fn behind_participle(sentence: Tokens<'_>, preposition: usize, fits: fn(Tokens<'_>) -> bool) -> Option<Range<usize>> {
    let last = preposition.checked_sub(1)?;
    // "washed up on the beach"
    let participle =
        last - usize::from(last > 0 && matches!(sentence.from(last).letters(), "up" | "off" | "down" | "out"));
    let front = phrase(sentence, participle).filter(|_| is_plain_verb(sentence, participle))?;
    let opens = front.start == 0 || is_plain_article(sentence, front.start - 1);
    (opens && fits(sentence.from(participle))).then_some(front)
}

/// Whether a participle tells who did it: "confirmed by".
fn leads_to_doer(here: Tokens<'_>) -> bool {
    here.letters_at(1) == "by" && ["ed", "en"].iter().any(|ending| here.letters().ends_with(ending))
}

/// Whether a verb in front of a clause's own is a participle: no form of the present, and nobody's saying ("the guild said
/// in May wages were").
fn is_passive(here: Tokens<'_>) -> bool {
    let (lexicon, letters) = (here.lexicon(), here.letters());
    let base = here.peek().and_then(|token| lexicon.verb(token.word));
    let past = base.is_some_and(|base| base != letters && !letters.ends_with('s') && !letters.ends_with("ing"));
    let says = || lexicon.cue_phrases.at(here.rest()).is_some_and(|(_, &cue)| &*lexicon.cues()[cue].stance != "find");
    past && (leads_to_doer(here) || !says())
}

/// The one noun phrase that ends at a place, with its head.
pub(super) fn plain(sentence: Tokens<'_>, end: usize) -> Option<Phrase> {
    phrase(sentence, end).map(|tokens| Phrase { head: tokens.end - 1, tokens })
}

/// The one noun phrase that ends at a place, without its article.
pub(super) fn phrase(sentence: Tokens<'_>, end: usize) -> Option<Range<usize>> {
    let inside = |at: &usize| is_inside(sentence, *at, end);
    let start = (end.saturating_sub(LONGEST)..end).rev().take_while(inside).last()?;
    // "32-year-old climbers": the end of a compound begins no phrase.
    let joined = |at: usize| at > 0 && sentence.from(at - 1).letters() == "-" && sentence.from(at).rest()[0].glued;
    let start = (start..end).find(|&at| sentence.from(at).peek().is_some_and(Token::is_word) && !joined(at))?;
    // "Tuesday morning's ash column": whose it is, is only a time.
    let timely = time::is_time(sentence, start) && start + 2 < end && is_possessive(sentence, start + 1);
    let start = start + if timely { 2 } else { 0 };
    may_head(sentence, start, end - 1).then_some(start..end)
}

/// Whether digits, or the stroke between them, stand here: "the income of the 2030/31 season".
fn is_year(sentence: Tokens<'_>, at: usize) -> bool {
    let here = sentence.from(at);
    here.letters() == "/" || here.peek().is_some_and(|token| token.shape == Shape::Number)
}

/// Whether a place may belong to a noun phrase that ends at `end`.
fn is_inside(sentence: Tokens<'_>, at: usize, end: usize) -> bool {
    let here = sentence.from(at);
    let lexicon = here.lexicon();
    here.peek().is_some_and(|token| match token.shape {
        Shape::Mark => token.glued && here.letters() == "-" && here.nth(1).is_some_and(|next| next.glued),
        Shape::Possessive => at + 1 < end,
        Shape::Number => at + 1 == end && is_end_of_name(sentence, at),
        Shape::Link => false,
        _ if lexicon.is_frame(token.word) || lexicon.numeral(token.word).is_some() => false,
        _ if lexicon.is_measure(token) => is_told_of_money(sentence, at),
        _ if here.letters() == "according" => false,
        // "were serving sentences of two years"
        Shape::Lower if here.letters().ends_with("ing") && is_behind_be(sentence, at) => false,
        // "which shows inflation at 5 percent"
        Shape::Lower if is_behind_relative(sentence, at) => false,
        Shape::Lower => {
            let last = at + 1 == end;
            !is_plain_verb(sentence, at)
                || at > 0 && is_plain_article(sentence, at - 1)
                || !last && is_modifier(sentence, at)
                || last && stands_as_noun(sentence, at)
        }
        _ => lexicon.calendar(token.word).is_empty(),
    })
}

/// "the FTSE 100 fell", "the Nikkei 225 lost": a figure that ends a name in capitals.
fn is_end_of_name(sentence: Tokens<'_>, at: usize) -> bool {
    let back = at.checked_sub(1).and_then(|before| sentence.nth(before));
    let name = |back: &Token| back.is_capitalised() && sentence.lexicon().calendar(back.word).is_empty();
    let indexed = at.checked_sub(2).is_some_and(|before| is_article(sentence, before));
    back.is_some_and(|back| name(back) && (indexed || back.shape == Shape::Upper))
}

/// "the pound fell", "the US dollar was": money that something is told of, and not the unit of a sum.
fn is_told_of_money(sentence: Tokens<'_>, at: usize) -> bool {
    let here = sentence.from(at);
    let the = |back: usize| {
        at.checked_sub(back).is_some_and(|before| sentence.from(before).letters().eq_ignore_ascii_case("the"))
    };
    let of_a_country = here.back(1).is_some_and(Token::is_capitalised);
    (the(1) || of_a_country && the(2)) && here.lexicon().money_words.at(here.rest()).is_some()
}

/// Whether a word that may be a verb follows a relative pronoun, and so is one.
fn is_behind_relative(sentence: Tokens<'_>, at: usize) -> bool {
    let relative = at.checked_sub(1).is_some_and(|back| ["which", "who"].contains(&sentence.from(back).letters()));
    let here = sentence.from(at);
    relative && here.peek().is_some_and(|token| here.lexicon().verb(token.word).is_some())
}

/// "smallest", "longest", but not "crest".
fn is_superlative(here: &Tokens<'_>) -> bool {
    const SHORTEST: usize = 3;
    let stem = here.letters().strip_suffix("est").filter(|stem| stem.len() >= SHORTEST);
    stem.is_some() && here.peek().is_some_and(|token| here.lexicon().noun(token.word).is_none())
}

fn is_behind_be(sentence: Tokens<'_>, at: usize) -> bool {
    let back = at.checked_sub(1).map_or("", |before| sentence.from(before).letters());
    ["is", "are", "was", "were", "been"].contains(&back)
}

/// Whether what else is a verb stands as a noun: in front of an auxiliary ("repairs would take"), or in front of "of" or
/// "for" and behind an adjective ("an average wait of", "the smallest increase for").
pub(super) fn stands_as_noun(sentence: Tokens<'_>, at: usize) -> bool {
    let letters = sentence.from(at).letters();
    let back = at.checked_sub(1).map(|before| sentence.from(before));
    let relative =
        back.is_some_and(|back| ["who", "which", "to", "not"].contains(&back.letters()) || back.is(List::Pronoun));
    let several = letters.ends_with('s') && !letters.ends_with("ss") || letters.ends_with("ing");
    let described =
        back.is_some_and(|back| back.is(List::Adjective) || back.is(List::Average) || is_superlative(&back));
    let subject = (several || described) && sentence.from(at + 1).is(List::Auxiliary) && !relative;
    // "in spells of 30 minutes"
    let joined = back.is_some_and(|back| back.is(List::Preposition) && back.letters() != "to") && several;
    let of = sentence.from(at + 1).letters();
    subject || is_of_compound(sentence, at) || (described || joined) && of == "of" || described && of == "for"
}

/// Whether a participle modifies the noun behind it: it follows an article, a preposition or nothing.
pub(super) fn is_modifier(sentence: Tokens<'_>, at: usize) -> bool {
    let letters = sentence.from(at).letters();
    let participle = ["ed", "en", "ing"].iter().any(|ending| letters.ends_with(ending));
    let opens = at.checked_sub(1).is_none_or(|before| {
        let back = sentence.from(before);
        back.is(List::Determiner)
            || back.is(List::Preposition)
            || back.is(List::Adjective)
            || back.is(List::Conjunction)
            || is_possessive(sentence, before)
    });
    participle && opens || sentence.from(at).peek().is_some_and(|token| token.glued)
}

/// Whether a phrase may end with a word: a noun, a name, or a verb's form that stands as a noun ("a rise of", "support
/// for").
fn may_head(sentence: Tokens<'_>, start: usize, head: usize) -> bool {
    let here = sentence.from(head);
    let lexicon = here.lexicon();
    if start < head && is_end_of_name(sentence, head) {
        return true;
    }
    let Some(token) = here.peek().filter(|token| token.is_word()) else { return false };
    let noun = lexicon.noun(token.word).is_some() || is_told_of_money(sentence, head);
    let standing = start.checked_sub(1).is_some_and(|before| is_plain_article(sentence, before))
        || start < head
        || stands_as_noun(sentence, head)
        || ["of", "for", "in"].contains(&here.letters_at(1))
        || token.is_capitalised();
    let ends = ["er", "ed"].iter().any(|ending| here.letters().ends_with(ending)) || is_superlative(&here);
    let adjective = ends && token.shape == Shape::Lower;
    let aside = lexicon.is_any(token.word, &[List::Adverb, List::Adjective]);
    noun || !aside && (lexicon.verb(token.word).is_none() && !adjective || standing && (start != head || !adjective))
}

fn is_article(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.from(at).is(List::Determiner)
}

/// An article that cannot stand for a noun: "the rise", but "the first half rose", "that came to".
pub(super) fn is_plain_article(sentence: Tokens<'_>, at: usize) -> bool {
    is_article(sentence, at) && !sentence.from(at).is(List::Pronoun) && !sentence.from(at).is(List::Subordinator)
}

pub(super) fn is_preposition(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.from(at).is(List::Preposition)
}

#[cfg(test)]
mod tests {
    use super::clause;
    use crate::grammar::Words;

    #[test]
    fn subjects() {
        for (text, expected) in [
            ("Pre-tax profit for the year was", "Pre-tax profit"),
            ("Revenue in the second half rose", "Revenue"),
            ("Support for the Greens stood at", "Support for the Greens"),
            ("But operating profit sank to", "operating profit"),
            ("Online orders, which are packed by hand, made up", "Online orders"),
            ("The rate of inflation is expected to reach", "rate of inflation"),
            ("Sales last year were", "Sales"),
            ("The ship is long, weighs", "ship"),
            ("Unemployment among under-25s stood at", "Unemployment"),
            ("Deaths confirmed by the board in the valley stand at", "Deaths"),
            ("Repairs ordered by the mayor cost", "Repairs"),
            ("Prices fell, and the average wage rose by", "average wage"),
            ("The new roof cost", "new roof"),
            ("The nearest town, Upton, is", "nearest town, Upton"),
            ("Over the years that came to", "none"),
            ("They rose", "none"),
            ("It gave out its last reading, which shows inflation is", "inflation"),
            ("It said repairs would take", "repairs"),
            ("Sales in the year to May were", "Sales"),
            ("Profit for the 13 weeks to June 28 was", "Profit"),
            ("Net profit in the three months to June 28 was", "Net profit"),
            ("In the third quarter of 2031 the number was", "number"),
            ("Interest cost the group", "Interest"),
            ("The pound fell", "pound"),
            ("On Friday, 32-year-old climber Ana Ruiz fell", "climber Ana Ruiz"),
            ("The Canadian dollar was", "Canadian dollar"),
            ("The FTSE 100 fell", "FTSE 100"),
            ("In May 2031 they rose", "none"),
            ("Attendance rose last season to", "Attendance"),
            ("The line runs to Upton and has cost", "line"),
            ("On Sunday the queue took", "queue"),
            ("The worst squall of last Monday's gale had been", "worst squall of last Monday's gale"),
            ("The gap in Velmar's 2031 budget will reach", "gap"),
            ("A shell found in a pit at Lune was", "shell"),
            ("A whale washed up on the beach measured", "whale"),
            ("The guild said in May wages were", "wages"),
            ("The crew slept in a house that was", "house"),
            ("The express that left the rails at Lune was", "express"),
            ("The gale that broke out in pine woods near Lune has torn", "gale"),
            ("The board said that left behind the rails was", "rails"),
            ("It told the council in May that mending the pump would", "pump"),
            ("The man who sold it went home and the cart was", "cart"),
            ("Monday morning's dust cloud rose to", "dust cloud"),
            ("The longest wait was", "longest wait"),
            ("The catch limit was", "catch limit"),
        ] {
            let words = Words::of(text);
            let sentence = words.whole(text);
            let sentence = sentence.tokens();
            let found = clause(sentence, sentence.rest().len()).and_then(|clause| clause.subject);
            let words = found
                .map(|phrase| sentence.from(phrase.tokens.start).span_to(&sentence.from(phrase.tokens.end)).of(text));
            assert_eq!(words.unwrap_or("none"), expected, "{text}");
        }
    }
}
