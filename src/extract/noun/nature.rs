//! What a sum or a measure is by itself, where the text names nothing that it is of but whoever has to do with it.
//!
//! | text | noun |
//! |---|---|
//! | `Carriers lost $6 million` | loss |
//! | `The judge jailed him for seven years` | jail term |
//! | `The camp is 20 km away` | distance |
//! | `in the first six months` | period |
//! | `It was minus 12 degrees Celsius` | temperature |

use super::head::headed;
use super::{Figure, subject};
use crate::claim::{Noun, Unit};
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::Span;

/// How far before a figure the verb may stand that makes a prison term of it, in tokens.
const REACH: usize = 10;

/// What verbs make of a sum that somebody is told to have so much to do with.
const SUMS: [(&str, &str); 28] = [
    ("award", "award"),
    ("borrow", "loan"),
    ("charge", "price"),
    ("cost", "cost"),
    ("donate", "donation"),
    ("earn", "earnings"),
    ("embezzle", "money"),
    ("fetch", "price"),
    ("fine", "fine"),
    ("gain", "gain"),
    ("gross", "earnings"),
    ("invest", "investment"),
    ("launder", "money"),
    ("lend", "loan"),
    ("lose", "loss"),
    ("owe", "debt"),
    ("pay", "payment"),
    ("pledge", "pledge"),
    ("pocket", "money"),
    ("promise", "aid"),
    ("release", "money"),
    ("repay", "repayment"),
    ("retail", "price"),
    ("save", "saving"),
    ("sell", "price"),
    ("spend", "spending"),
    ("steal", "money"),
    ("take", "money"),
];

/// What verbs make of a stretch of time.
const STRETCHES: [(&str, &str); 7] = [
    ("commute", "commute"),
    ("drive", "drive"),
    ("queue", "wait"),
    ("sail", "voyage"),
    ("trek", "walk"),
    ("wait", "wait"),
    ("walk", "walk"),
];

/// What verbs make of a stretch of time that somebody is to spend in prison.
const TERMS: [(&str, &str); 3] = [("imprison", "prison term"), ("jail", "jail term"), ("sentence", "sentence")];

/// What the verb in front of a figure makes of it; of a thing (`priced`), what it costs is said of itself.
pub(super) fn of_deed(figure: &Figure<'_>, priced: bool) -> Option<Noun> {
    let deed = wanted(figure).or_else(|| deed(figure))?;
    let inwards = deed == "take" && figure.before(1) == "in";
    let takes = is_taken(figure) || deed == "need" && figure.behind_letters(0) == "to";
    match figure.unit {
        Unit::Money(_) if inwards => Some("income"),
        Unit::Money(_) => made(&SUMS, deed).filter(|noun| !priced || !["price", "cost"].contains(noun)),
        Unit::Measure(_) if super::is_stretch(figure) && !priced => made(&STRETCHES, deed).or(takes.then_some("time")),
        _ => None,
    }
    .map(|noun| named(figure, noun))
}

/// The money that somebody took: of "stealing £4,000 from the club", "had taken £4,000 from its members", neither the club
/// nor the thief.
pub(super) fn taken_from(figure: &Figure<'_>) -> Option<Noun> {
    let from = figure.behind_letters(0) == "from" && matches!(figure.unit, Unit::Money(_));
    let deed = from.then(|| nearest_deed(figure)).flatten()?;
    (made(&SUMS, deed) == Some("money")).then(|| named(figure, "money"))
}

/// Whether a sum is what something is sold at: "costs $4", "fetched $4".
pub(super) fn is_price(figure: &Figure<'_>) -> bool {
    matches!(figure.unit, Unit::Money(_))
        && nearest_deed(figure).and_then(|deed| made(&SUMS, deed)).is_some_and(|noun| ["price", "cost"].contains(&noun))
}

/// The verb right in front of a figure, or that of its clause.
fn nearest_deed<'f>(figure: &'f Figure<'_>) -> Option<&'f str> {
    let before = figure.start().checked_sub(1).and_then(|at| figure.tokens.nth(at));
    before.and_then(|token| figure.tokens.lexicon().verb(token.word)).or_else(|| deed(figure))
}

/// What somebody is to do with a figure: "ordered the firm to pay $3 million".
fn wanted<'f>(figure: &'f Figure<'_>) -> Option<&'f str> {
    let verb = figure.start().checked_sub(1).and_then(|at| figure.tokens.nth(at))?;
    let base = figure.tokens.lexicon().verb(verb.word).filter(|base| *base == verb.letters);
    base.filter(|_| figure.before(2) == "to")
}

/// The verb of the clause in front of a figure.
fn deed<'f>(figure: &'f Figure<'_>) -> Option<&'f str> {
    let here = figure.tokens.from(figure.clause()?.verb.end - 1);
    figure.tokens.lexicon().verb(here.peek()?.word)
}

/// Whether somebody takes a stretch of time for something, but not what else he takes in that time.
pub(super) fn is_taken(figure: &Figure<'_>) -> bool {
    deed(figure) == Some("take") && !["for", "over", "during", "in", "within"].contains(&figure.before(1))
}

fn made(list: &[(&str, &'static str)], deed: &str) -> Option<&'static str> {
    list.iter().find(|(known, _)| *known == deed).map(|(_, noun)| *noun)
}

/// What the words around a measure make of it, whatever else is named: how far away something is, a part of the calendar.
pub(super) fn of_words(figure: &Figure<'_>) -> Option<Noun> {
    let Unit::Measure(name) = figure.unit else { return None };
    let dimension = &*figure.tokens.lexicon().unit_named(name)?.dimension;
    let noun = match dimension {
        "time" if is_period(figure) => "period",
        "time" => term(figure)?,
        "length" if is_apart(figure) => "distance",
        "length" if is_deep(figure) => "depth",
        _ => return None,
    };
    Some(named(figure, noun))
}

/// What somebody says a sum is worth, where it stands right in front: "jewels worth $3 million", "jewels valued at $3
/// million".
pub(super) fn valued(figure: &Figure<'_>) -> Option<Noun> {
    // "Estimated at" is read as the figure's qualifier.
    let estimated = figure.tokens.from(figure.start()).letters() == "estimated";
    let back = match (figure.before(2), figure.before(1)) {
        _ if estimated => 0,
        (_, "worth") => 1,
        ("valued" | "priced", "at") => 2,
        _ => return None,
    };
    let joint = figure.start().checked_sub(back).filter(|_| matches!(figure.unit, Unit::Money(_)))?;
    // "The deal, worth $3 million, was"
    let end = joint - usize::from(joint > 0 && figure.before(back + 1) == ",");
    let whole = subject::phrases(figure.tokens, end).filter(|phrase| phrase.tokens.end == end);
    // "300 tonnes of herring worth $3 million"
    let phrase = whole.or_else(|| subject::plain(figure.tokens, end))?;
    headed(figure.tokens, phrase.tokens, phrase.head)
}

/// What a measure is by its unit, where it is somebody's: a firm's megawatts are a capacity.
pub(super) fn of_unit(figure: &Figure<'_>) -> Option<Noun> {
    let Unit::Measure(name) = figure.unit else { return None };
    let noun = match &*figure.tokens.lexicon().unit_named(name)?.dimension {
        "temperature" => "temperature",
        "power" => "capacity",
        "energy" => "output",
        _ => return None,
    };
    Some(named(figure, noun))
}

/// What a stretch of time is that only somebody is named with: how long something lasted, or what time it took.
pub(super) fn stretch(figure: &Figure<'_>) -> Option<Noun> {
    let noun = match figure.before(1) {
        "for" | "over" | "during" => "duration",
        "in" | "within" => "time",
        _ => return None,
    };
    super::is_stretch(figure).then(|| named(figure, noun))
}

/// The age that a figure is, where it cannot be told whose.
pub(super) fn age(figure: &Figure<'_>) -> Noun {
    named(figure, "age")
}

/// "jailed two men for nine years", "sentenced Mr Olsen to nine years"
fn term(figure: &Figure<'_>) -> Option<&'static str> {
    let joined = figure.start().checked_sub(1).filter(|_| ["to", "for"].contains(&figure.before(1)))?;
    let verb = |at: usize| figure.tokens.lexicon().verb(figure.tokens.nth(at)?.word);
    (joined.saturating_sub(REACH)..joined).rev().find_map(|at| made(&TERMS, verb(at)?))
}

/// The children of "a mother of three".
pub(super) fn children(figure: &Figure<'_>) -> Option<Noun> {
    let mut children = is_of_parent(figure.tokens, figure.start()).then(|| named(figure, "children"))?;
    children.head = "child".into();
    Some(children)
}

/// Whether the figure that begins at a place says how many children somebody has: "a mother of three".
pub(crate) fn is_of_parent(tokens: Tokens<'_>, start: usize) -> bool {
    const PARENTS: [&str; 10] =
        ["mother", "father", "parent", "mum", "mom", "dad", "grandmother", "grandfather", "Mother", "Father"];
    let before = |back: usize| start.checked_sub(back).map_or("", |at| tokens.from(at).letters());
    before(1) == "of" && PARENTS.contains(&before(2))
}

/// What a building has room for.
pub(super) fn capacity(figure: &Figure<'_>) -> Noun {
    named(figure, "capacity")
}

/// How many live in "a market town of 26,000".
pub(super) fn population(figure: &Figure<'_>) -> Noun {
    named(figure, "population")
}

/// The people that a count tells of, where nobody was named.
pub(super) fn people(figure: &Figure<'_>) -> Noun {
    let mut people = named(figure, "people");
    people.head = "person".into();
    people
}

/// "the first six months", "the past five years"
fn is_period(figure: &Figure<'_>) -> bool {
    const PICKED: [&str; 9] = ["first", "last", "past", "same", "next", "coming", "previous", "final", "preceding"];
    let article = figure.start().checked_sub(2).is_some_and(|at| figure.tokens.from(at).is(List::Determiner));
    PICKED.contains(&figure.before(1)) && article
}

/// "20 km away", "17 km north of Upton"
fn is_apart(figure: &Figure<'_>) -> bool {
    const WAYS: [&str; 12] = [
        "inside",
        "north",
        "south",
        "east",
        "west",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
        "northeast",
        "outside",
        "off",
    ];
    // "290 km further south"
    let further = usize::from(["further", "farther", "due"].contains(&figure.behind_letters(0)));
    let towards = figure.behind_letters(further);
    let way = WAYS.contains(&towards) || towards.starts_with("north");
    let within = figure.before(1) == "within" && figure.behind_letters(0) == "of";
    ["away", "apart"].contains(&figure.behind_letters(0))
        || way && figure.before(1) != "the"
        || within
        || is_from(figure)
}

/// "sank 20 km from land", but not "runs 20 km from Upton to Lune" or "a zone of 20 km from the farm"
fn is_from(figure: &Figure<'_>) -> bool {
    const MOST: usize = 6;
    if figure.behind_letters(0) != "from" || ["of", "by", "to", "for"].contains(&figure.before(1)) {
        return false;
    }
    let clause = || (1..MOST).map(|ahead| figure.behind_letters(ahead));
    let both_ends = clause().take_while(|letters| !matches!(*letters, "," | "." | ";")).any(|letters| letters == "to");
    let walked = deed(figure).is_some_and(|verb| made(&STRETCHES, verb).is_some());
    !both_ends && !walked && !is_reaching(figure)
}

/// Whether something or somebody reaches so far: "the canal runs for 90 km".
pub(super) fn is_reaching(figure: &Figure<'_>) -> bool {
    const REACHING: [&str; 14] = [
        "run", "stretch", "extend", "measure", "reach", "go", "travel", "cover", "rise", "tower", "climb", "drop",
        "fall", "plunge",
    ];
    deed(figure).is_some_and(|verb| REACHING.contains(&verb))
}

/// "450 metres below the village", "450 metres down"
fn is_deep(figure: &Figure<'_>) -> bool {
    ["below", "beneath", "underground", "down"].contains(&figure.behind_letters(0))
}

/// A noun that the text does not spell.
fn named(figure: &Figure<'_>, text: &str) -> Noun {
    let lexicon = figure.tokens.lexicon();
    let last = text.rsplit(' ').next().unwrap_or(text);
    let class = lexicon.noun(lexicon.word(last)).and_then(|noun| noun.class.clone());
    let behind = figure.piece().number.end;
    Noun { text: text.to_owned(), span: Span::new(behind, behind), head: last.into(), class }
}

#[cfg(test)]
mod tests {
    use super::super::testing::last;

    #[test]
    fn what_a_figure_is_by_itself() {
        for (text, expected) in [
            ("Carriers lost $6 million", "loss"),
            ("The nurse, a mother of three", "children"),
            ("Ms Berg owed 40,000 kroner", "debt"),
            ("The council has spent €9 million", "spending"),
            ("The club took in $6 million", "income"),
            ("Wages took $6 million", "Wages"),
            ("Mr Olsen had taken $6,000", "money"),
            ("He was fined $3,000", "fine"),
            ("The ministry has released $90", "money"),
            ("The Harbour Board has earmarked $90", "none"),
            ("Friends of Port Lune have raised $90", "none"),
            ("The town has earmarked $90", "town"),
            ("The Harbour Board has earmarked $90 for a boat", "boat"),
            ("Friends of Port Lune raised prices to $90", "prices"),
            ("It cost $90", "cost"),
            ("The court ordered the firm to pay $90 to the families", "payment"),
            ("It cost members $90 to sign up", "cost"),
            ("Farmers got 22 cents for a litre of milk", "milk"),
            ("The board spent £2 million on roads", "roads"),
            ("The judge jailed Olsen for seven years", "jail term"),
            ("Two robbers stole jewels worth $3 million from a shop", "jewels"),
            ("The gang took jewels valued at $3 million", "jewels"),
            ("The ring, valued at $3 million, was sold", "ring"),
            ("They landed 300 tonnes of herring worth $3 million", "herring"),
            ("The board will pay 70 percent of the cost, estimated at $3 million", "cost"),
            ("The firm had losses estimated at $3 million", "losses"),
            ("The clerk admitted stealing £4,000 from the choir", "money"),
            ("The choir took £4,000 from its members", "money"),
            ("The choir raised £4,000 from ticket sales", "ticket sales"),
            ("Ms Berg walked for three hours", "walk"),
            ("Ms Berg waited three days for a boat", "wait"),
            ("They needed nine weeks to agree", "time"),
            ("The camp is 20 km away", "distance"),
            ("The camp lies 17 km north of Upton", "distance"),
            ("The barge sank 17 km from shore", "distance"),
            ("It lies 17 km further south", "distance"),
            ("The island rises 110 metres from the sea", "island"),
            ("It passed within 17 km of the coast", "distance"),
            ("A pipe runs 17 km from Upton to Lune", "pipe"),
            ("It drew a zone of 17 km from the farm", "zone"),
            ("The seam is 450 metres below the village", "depth"),
            ("Ms Berg came within the first eight weeks", "period"),
            ("Ms Berg came in the last three months of the year", "period"),
            ("Ms Berg will repay it over six years", "duration"),
            ("We test them within six days", "time"),
            ("The group aims to reach 300 MW", "capacity"),
            ("It was minus 12 degrees Celsius", "temperature"),
            ("She was four when they left", "age"),
        ] {
            assert_eq!(last(text), expected, "{text}");
        }
    }
}
