//! The noun in front of a figure: one that a preposition joins to it, the object of its verb, or the subject.
//!
//! | text | noun |
//! |---|---|
//! | `a margin of 5.1 percent` | margin |
//! | `put the repair bill at $3 million` | repair bill |
//! | `Revenue in the second half rose 11 percent` | Revenue |
//! | `put the number of guests at 290` | guests |

use super::Figure;
use super::ahead::past_bracket;
use super::behind::{self, phrase_after};
use super::head::{SUMS, headed, noun};
use super::nature;
use super::subject::{self, Phrase};
use super::time;
use super::verb::is_sure_verb;
use crate::claim::{Noun, Unit};
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// What a sum, share or measure is said of, and what that does.
pub(super) fn measured(figure: &Figure<'_>) -> Option<(Noun, Role)> {
    let tokens = figure.tokens;
    let named = adjacent(figure).or_else(|| changed(figure)).or_else(|| joined(figure));
    let named = named.or_else(|| altered(figure)).or_else(|| labelled(figure));
    let found = named.map(|phrase| (phrase, Role::Measured)).or_else(|| {
        let clause = figure.clause()?;
        let phrase = clause.subject.clone()?;
        let states = states(figure, clause.verb.end - 1) && !takes(figure, clause.verb.end - 1, &phrase);
        Some((phrase, if states { Role::Measured } else { Role::Acts }))
    });
    let (phrase, role) = found?;
    let thing = role == Role::Acts && !is_party(figure, &phrase);
    headed(tokens, phrase.tokens, phrase.head).map(|noun| (noun, if thing { Role::Undergoes } else { role }))
}

/// What the noun in front of a figure has to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The figure is its measure.
    Measured,
    /// Somebody who does something with the figure.
    Acts,
    /// Some thing, of which the verb tells something else.
    Undergoes,
}

/// The subject of a change, whose new height the figure is: "Attendance rose last season to 9,800".
fn changed(figure: &Figure<'_>) -> Option<Phrase> {
    if !["to", "by"].contains(&figure.before(1)) {
        return None;
    }
    let (clause, tokens) = (figure.clause()?, figure.tokens);
    let verb = tokens.from(clause.verb.end - 1);
    let change = verb.is_change();
    // "The bank raised its key rate by", "cuts fares to": what is raised stands behind the verb.
    let joint = figure.start() - 1;
    let article = usize::from(tokens.from(clause.verb.end).is(List::Determiner));
    // "Increased its stake in Ondel to": what joins the two is a chain of phrases.
    let opens = |phrase: &Phrase| phrase.tokens.start == clause.verb.end + article;
    let object = (article > 0 || moves_things(&verb)).then(|| subject::phrases(tokens, joint)).flatten();
    object.filter(opens).or_else(|| clause.subject.clone()).filter(|_| change)
}

/// Whether somebody makes something rise or fall by what the verb says.
fn moves_things(verb: &Tokens<'_>) -> bool {
    const MOVES: [&str; 10] = ["raise", "lift", "hike", "increase", "boost", "cut", "lower", "reduce", "slash", "trim"];
    let lemma = verb.peek().and_then(|token| verb.lexicon().verb(token.word));
    lemma.is_some_and(|lemma| MOVES.contains(&lemma))
}

/// What grew so many times, where the verb itself is the figure: "Sales have more than doubled".
pub(super) fn multiplied(figure: &Figure<'_>) -> Option<Noun> {
    let (tokens, start) = (figure.tokens, figure.start());
    let number = figure.piece().number.of(tokens.text());
    if !["ed", "les"].iter().any(|ending| number.ends_with(ending)) {
        return None;
    }
    let led = |at: &usize| tokens.from(*at).is(List::Auxiliary) || tokens.from(*at).is(List::Adverb);
    let verb = (0..start).rev().find(|at| !led(at)).map_or(0, |at| at + 1);
    let phrase = subject::phrases(tokens, verb).filter(|phrase| phrase.tokens.end == verb)?;
    headed(tokens, phrase.tokens, phrase.head)
}

/// The noun that a bare count counts: "put the number of guests at 290", "attendance rose to 8,000".
pub(super) fn counted(figure: &Figure<'_>) -> Option<Noun> {
    let tokens = figure.tokens;
    // "The ministry says there were 40": no ministries.
    if figure.before(2) == "there" && matches!(figure.before(1), "were" | "are" | "was" | "had") {
        return None;
    }
    // "The party went into the day with 18", "two boats came with 40": what is in front has them.
    let has = figure.before(1) == "with";
    let joined = || joined(figure).filter(|_| !has);
    let named = || adjacent(figure).or_else(|| changed(figure)).or_else(joined).or_else(|| labelled(figure));
    let phrase = or_so(figure).or_else(|| number_of(figure)).or_else(named).or_else(|| {
        let clause = figure.clause()?;
        let verb = clause.verb.end - 1;
        let stated =
            |phrase: &Phrase| !has && states(figure, verb) && !is_name(figure, phrase) && !owns(figure, verb, phrase);
        clause.subject.clone().filter(stated)
    })?;
    let noun = headed(tokens, phrase.tokens, phrase.head)?;
    // "a market town of 26,000"
    if figure.before(1) == "of" && noun.class.as_deref() == Some("place") {
        return Some(nature::population(figure));
    }
    (!tells_nothing(&noun.head)).then_some(noun)
}

/// Heads that say what a count is for or how it came about, and not what it counts.
fn tells_nothing(head: &str) -> bool {
    const HEADS: [&str; 16] = [
        "target",
        "average",
        "estimate",
        "rate",
        "proportion",
        "share",
        "forecast",
        "change",
        "record",
        "aim",
        "goal",
        "maximum",
        "minimum",
        "promise",
        "offer",
        "limit",
    ];
    let toll = ["toll", "turnout"].contains(&head);
    !toll && SUMS.contains(&head) || HEADS.contains(&head)
}

/// "another boat or two"
fn or_so(figure: &Figure<'_>) -> Option<Phrase> {
    let noun = figure.start().checked_sub(2).filter(|_| figure.before(1) == "or")?;
    let one = ["a", "an", "another"].contains(&figure.before(3));
    one.then(|| Phrase { tokens: noun..noun + 1, head: noun })
}

/// "the number of foreign miners in the valley at 1,800": what "number of" names in the figure's own clause.
fn number_of(figure: &Figure<'_>) -> Option<Phrase> {
    let (tokens, start) = (figure.tokens, figure.start());
    let ends = |at: usize| matches!(tokens.from(at).letters(), ";" | ":" | "—");
    let number = (0..start).rev().take_while(|&at| !ends(at)).find(|&at| {
        let here = tokens.from(at);
        ["number", "numbers", "total"].iter().any(|word| here.letters().eq_ignore_ascii_case(word))
            && here.letters_at(1) == "of"
    })?;
    let phrase = phrase_after(tokens.from(number + 1));
    (!phrase.is_empty() && phrase.end < start).then(|| Phrase { head: phrase.end - 1, tokens: phrase })
}

/// The noun right in front of the figure, where its verb was said before ("…, sponsors 3.1 million") or an extent follows
/// ("a ditch 40 metres wide", "the town, 5 km away").
fn adjacent(figure: &Figure<'_>) -> Option<Phrase> {
    let (tokens, start) = (figure.tokens, figure.start());
    let extent = behind::is_extent(&past_bracket(tokens.from(figure.piece().tokens.end)));
    let end = start - usize::from(extent && figure.before(1) == ",");
    if extent && end > 0 && !is_sure_verb(tokens, end - 1) {
        let nearest = subject::phrase(tokens, end)?;
        // "The bridge at Tarrow, 340 metres long": the place is not that long.
        let at = nearest.start.checked_sub(1).filter(|&at| ["at", "in", "near"].contains(&tokens.from(at).letters()));
        let phrase = at.and_then(|at| subject::phrase(tokens, at)).unwrap_or(nearest);
        return Some(Phrase { head: phrase.end - 1, tokens: phrase });
    }
    // "killing three and wounding eleven"
    let gerund = |at: usize| {
        let here = tokens.from(at);
        let deed = here.letters().ends_with("ing") && here.lexicon().verb(here.rest()[0].word).is_some();
        deed && !at.checked_sub(1).is_some_and(|before| subject::is_plain_article(tokens, before))
    };
    // "killed four and wounded eleven"
    let past = |at: usize| {
        let here = tokens.from(at);
        let joined = here.back(1).is_some_and(|back| ["and", "or", "but"].contains(&back.letters));
        joined && here.letters().ends_with("ed") && here.lexicon().verb(here.rest()[0].word).is_some()
    };
    let verb = |at: usize| is_sure_verb(tokens, at) || is_past_change(tokens.from(at)) || gerund(at) || past(at);
    let word = |at: &usize| tokens.from(*at).peek().is_some_and(Token::is_word) && !verb(*at);
    let label = figure.before(1) == "population";
    let last = end.checked_sub(1).filter(|_| figure.at > 0 || label).filter(word)?;
    let phrase = subject::phrases(tokens, last + 1).filter(|phrase| phrase.tokens.end == end)?;
    let before = phrase.tokens.start.checked_sub(1);
    let verb = figure.clause().is_some_and(|clause| clause.verb.end == start);
    // "The Growers' Party 15.2"
    let mark = |at: usize| matches!(tokens.from(at).letters(), "," | ";" | "and" | "'" | "’");
    let opens = before.is_none_or(|at| subject::is_plain_article(tokens, at) || mark(at));
    // "has paid its manager $3 million": whoever gets it is not what it is.
    let given = matches!(figure.unit, Unit::Money(_))
        && before.and_then(|at| at.checked_sub(1)).is_some_and(|at| is_giving(tokens.from(at)));
    // "the union said 8,500, the ministry 5,200"
    let head = tokens.from(phrase.head);
    let body = head.is(List::Body) && head.peek().is_some_and(|token| token.shape == Shape::Lower);
    let counts = *figure.unit == Unit::Count && body;
    (opens && !verb && !given && !counts).then_some(phrase)
}

/// Whether a verb tells that somebody gives another something.
fn is_giving(here: Tokens<'_>) -> bool {
    const GIVING: [&str; 9] = ["pay", "give", "offer", "owe", "lend", "award", "promise", "charge", "fine"];
    let lemma = here.peek().and_then(|token| here.lexicon().verb(token.word));
    lemma.is_some_and(|lemma| GIVING.contains(&lemma))
}

/// "Rents, which make up a fifth of the basket, rose": the flower is not meant.
fn is_past_change(here: Tokens<'_>) -> bool {
    let lemma = here.peek().and_then(|token| here.lexicon().verb(token.word));
    here.is_change() && lemma.is_some_and(|lemma| lemma != here.letters() && !here.letters().ends_with('s'))
}

/// The noun that "of", "at", "to" or "by" joins to the figure: "a margin of", "put the bill at".
fn joined(figure: &Figure<'_>) -> Option<Phrase> {
    const JOINTS: [&str; 6] = ["of", "at", "to", "by", "as", "with"];
    let stands_for = figure.before(1) == "for" && figure.before(2) == ",";
    if figure.before(1) == "of" && figure.before(2) == "front" {
        return None;
    }
    // "Ahead of the Growers' Party on 27 percent"
    let level = figure.before(1) == "on" && *figure.unit == Unit::Percent;
    let joint = figure.start().checked_sub(1).filter(|_| stands_for || level || JOINTS.contains(&figure.before(1)))?;
    let end = joint - usize::from(joint > 0 && figure.before(2) == ",");
    let last = time::before(figure.tokens, end).checked_sub(1)?;
    // "works out at", "capped by the state at": neither is what is measured.
    let particle = ["out", "up", "off", "down"].contains(&figure.tokens.from(end.checked_sub(1)?).letters());
    // "a visit may run to ten hours", "which the ministry set at 900": verbs, though they may be nouns.
    let verb = ["set", "put", "run"].contains(&figure.tokens.from(last).letters())
        && !last.checked_sub(1).is_some_and(|at| subject::is_plain_article(figure.tokens, at));
    if particle || verb || is_by(figure, end) {
        return None;
    }
    if is_sure_verb(figure.tokens, last) {
        return None;
    }
    if let Some(to) = infinitive(figure, last) {
        return subject::phrases(figure.tokens, to).filter(|phrase| phrase.tokens.end == to);
    }
    described(figure, end).or_else(|| subject::phrases(figure.tokens, end))
}

/// The "to" in front of a verb that may be a noun: "they expect the yen to trade at 140".
fn infinitive(figure: &Figure<'_>, verb: usize) -> Option<usize> {
    let (tokens, to) = (figure.tokens, verb.checked_sub(1)?);
    let base =
        tokens.nth(verb).and_then(|token| tokens.lexicon().verb(token.word)) == Some(tokens.from(verb).letters());
    (base && tokens.from(to).letters() == "to").then_some(to)
}

/// The fresh noun that "of" tells the size of: the depth of "the town, at a depth of", the firm's fee of "a fee of".
fn described(figure: &Figure<'_>, end: usize) -> Option<Phrase> {
    let phrase = subject::phrase(figure.tokens, end).filter(|_| figure.before(1) == "of")?;
    let lead = figure.tokens.from(phrase.start.checked_sub(1)?);
    // "sank up to their axles in fields of 40 hectares"
    let head = figure.tokens.nth(phrase.end - 1)?;
    let lexicon = figure.tokens.lexicon();
    let plural = match lexicon.noun(head.word) {
        Some(noun) => *noun.lemma != *head.letters,
        None => head.shape == Shape::Lower && head.letters.ends_with('s') && lexicon.verb(head.word).is_none(),
    };
    let several = plural && ["in", "with", "at", "on", "from"].contains(&lead.letters());
    (several || ["a", "an"].contains(&lead.letters())).then(|| Phrase { head: phrase.end - 1, tokens: phrase })
}

/// What somebody lengthens, raises or cuts from so much: "to widen the quay from 40 metres".
fn altered(figure: &Figure<'_>) -> Option<Phrase> {
    let (tokens, end) = (figure.tokens, figure.start().checked_sub(1).filter(|_| figure.before(1) == "from")?);
    let phrase = subject::phrase(tokens, end)?;
    let article = phrase.start.checked_sub(1).filter(|&at| tokens.from(at).is(List::Determiner))?;
    let verb = tokens.from(article.checked_sub(1)?);
    let base = verb.back(1).is_some_and(|back| back.letters == "to" || tokens.lexicon().is(back.word, List::Auxiliary));
    let alters =
        verb.is_change() || base && verb.peek().is_some_and(|token| tokens.lexicon().verb(token.word).is_some());
    alters.then(|| Phrase { head: phrase.end - 1, tokens: phrase })
}

/// Whether the verb tells that somebody gives out a figure: "the board reported 84 percent".
pub(super) fn is_reported(figure: &Figure<'_>) -> bool {
    const GIVING_OUT: [&str; 9] =
        ["report", "expect", "forecast", "predict", "estimate", "project", "record", "measure", "reckon"];
    let verb = figure.clause().and_then(|clause| figure.tokens.nth(clause.verb.end - 1));
    let verb = verb.and_then(|verb| figure.tokens.lexicon().verb(verb.word));
    verb.is_some_and(|verb| GIVING_OUT.contains(&verb))
}

/// Whether the noun phrase that ends at a place is a doer that "by" brings.
fn is_by(figure: &Figure<'_>, end: usize) -> bool {
    let start = subject::phrase(figure.tokens, end).map(|phrase| phrase.start);
    let lead = start.and_then(|start| (0..start).rev().find(|&at| !figure.tokens.from(at).is(List::Determiner)));
    lead.is_some_and(|at| figure.tokens.from(at).letters() == "by")
}

/// The words in front of a colon that stands before the figure: "keep a goat: 12 percent".
fn labelled(figure: &Figure<'_>) -> Option<Phrase> {
    let colon = figure.start().checked_sub(1).filter(|_| figure.before(1) == ":")?;
    let told = || subject::clause(figure.tokens, colon).and_then(|clause| clause.subject);
    subject::phrases(figure.tokens, colon).or_else(told)
}

/// Whether a verb says what something is or comes to, rather than what somebody does with a figure.
pub(super) fn states(figure: &Figure<'_>, verb: usize) -> bool {
    const STATING: [&str; 18] = [
        "stand", "reach", "total", "cost", "come", "amount", "number", "hit", "go", "average", "exceed", "top",
        "weigh", "last", "take", "worth", "remain", "measure",
    ];
    let (here, lexicon) = (figure.tokens.from(verb), figure.tokens.lexicon());
    here.peek().is_some_and(|token| {
        let lemma = lexicon.verb(token.word).unwrap_or_else(|| here.letters());
        lexicon.is_any(token.word, &[List::Auxiliary, List::Rise, List::Fall]) || STATING.contains(&lemma)
    })
}

/// Whether somebody takes or loses a sum, or reaches a measure: "Mr Olsen had taken $6,000", but "wages took $6,000".
fn takes(figure: &Figure<'_>, verb: usize, phrase: &Phrase) -> bool {
    let here = figure.tokens.from(verb);
    let deed = || here.peek().and_then(|token| here.lexicon().verb(token.word));
    let money = || noun(figure.tokens, phrase.tokens.clone()).and_then(|noun| noun.class).as_deref() == Some("money");
    let takes = || match deed() {
        Some("take") => is_party(figure, phrase),
        Some("raise") => !["to", "by"].contains(&figure.before(1)) && is_party(figure, phrase),
        Some("lose") => !money(),
        _ => false,
    };
    let reaches = || deed() == Some("reach") && is_party(figure, phrase);
    match figure.unit {
        Unit::Money(_) => takes(),
        Unit::Measure(_) => reaches(),
        _ => false,
    }
}

/// Whether somebody has, takes or loses so many, and so is none of them: "Labour has 9", "Ms Berg took 9".
fn owns(figure: &Figure<'_>, verb: usize, phrase: &Phrase) -> bool {
    let here = figure.tokens.from(verb);
    let deed = here.peek().and_then(|token| here.lexicon().verb(token.word));
    let named = figure.tokens.from(phrase.head).peek().is_some_and(Token::is_capitalised);
    matches!(here.letters(), "has" | "had")
        || here.letters() == "have" && named
        || matches!(deed, Some("take" | "lose" | "gain" | "win")) && is_party(figure, phrase)
}

/// Whether a phrase ends with a name of two words or more: somebody who has so many of something.
fn is_name(figure: &Figure<'_>, phrase: &Phrase) -> bool {
    let title = |at: usize| figure.tokens.from(at).peek().is_some_and(|token| token.shape == Shape::Title);
    title(phrase.head) && phrase.head.checked_sub(1).is_some_and(title)
}

/// Whether a phrase is a person, a body or a name.
fn is_party(figure: &Figure<'_>, phrase: &Phrase) -> bool {
    let (tokens, head) = (figure.tokens, figure.tokens.from(phrase.head));
    let class = noun(tokens, phrase.tokens.start..phrase.head + 1).and_then(|noun| noun.class);
    let named = head.peek().is_some_and(|token| token.shape != Shape::Lower && phrase.head > 0);
    named || head.is(List::Body) || matches!(class.as_deref(), Some("person" | "organisation" | "household"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::last;

    #[test]
    fn what_a_measure_is_of() {
        for (text, expected) in [
            ("Pre-tax profit for the year was £412 million", "Pre-tax profit"),
            ("It had a margin of 5.1 percent", "margin"),
            ("There was a fall of 25%", "fall"),
            ("The bank raised its key rate by 50 basis points", "key rate"),
            ("Council cuts fares to 3 euros", "fares"),
            ("The firm raised its costs in the first half by 12 percent", "costs"),
            ("The council increased its stake in Ondel to 12 percent", "stake"),
            ("A lodger will pay 3 euros", "payment"),
            ("Council fares to rise by 3 euros", "Council fares"),
            ("Revenue in the second half rose 11 percent", "Revenue"),
            ("Insurers put the repair bill at $3 million", "repair bill"),
            ("Prices fell, and the average wage rose by 3 percent", "average wage"),
            ("It took 31 percent of the vote, ahead of the Liberals on 27 percent", "Liberals"),
            ("- keep a goat: 12 percent", "goat"),
            ("They rose 5 percent", "none"),
            ("Rents, which make up a fifth of the basket, rose 4 percent after May", "Rents"),
            ("The bridge at Tarrow, 340 metres long", "bridge"),
            ("It sank off the town of Upton at a depth of 40 metres", "depth"),
            ("The firm plans to widen the quay from 40 metres", "quay"),
            ("The council will raise the levy from 4 percent", "levy"),
            ("The longest wait was 61 weeks", "longest wait"),
            ("The average wait for a new hip is 17 months", "average wait for a new hip"),
            ("The crest of 90 centimetres passed", "crest"),
            ("It had an operating loss of $4 million", "operating loss"),
            ("It has a deficit of 4 percent of output", "deficit"),
            ("They lost 4 percent of output", "output"),
            ("It built mills with blades of 17 metres", "blades"),
            ("The board sends patients 31 miles to Upton", "none"),
            ("The company's network runs for 31 miles", "company's network"),
            ("They sank up to their axles in fields of 40 hectares", "fields"),
            ("The board fixed the catch limit at 40 tonnes", "catch limit"),
            ("They were serving sentences of two years", "sentences"),
            ("It would cut what they can land by 4 percent", "none"),
        ] {
            assert_eq!(last(text), expected, "{text}");
        }
    }

    #[test]
    fn what_a_bare_count_counts() {
        for (text, expected) in [
            ("The operator put the number of guests at 290", "guests"),
            ("Average attendance rose to 8,000", "Average attendance"),
            ("He fired six shots, killing three", "people"),
            ("The figure was 40", "none"),
            ("The turnout was 40", "turnout"),
            ("Crew: 22", "Crew"),
            ("The Greens had 30 percent and the Growers' Party 15", "Party"),
            ("Hesk, population 640", "population"),
            ("It is a market town of 6,400", "population"),
            ("Police caught 40", "none"),
            ("The board, which shut the road, says there were 40", "none"),
            ("They need another boat or two", "boat"),
            ("Berg won 14 seats and Olsen took 9", "none"),
            ("Analysts expect the yen to trade at 140", "yen"),
            ("Sales have more than doubled", "Sales"),
        ] {
            assert_eq!(last(text), expected, "{text}");
        }
    }
}
