//! A number of things, and the things one by one.
//!
//! ```text
//! listed    = announced ":" items | announced ":" {list_item} | heading {list_item}
//! heading   = "the" N noun         a block of its own
//! announced = [the] N noun … ":" | … N noun ":" | … N noun preposition … ":"
//! items     = item {";" item} | item {"," item} [","] "and" item
//! ```
//! Items after a colon are only counted where they are made alike: all names, or all nouns or phrases. Where the commas
//! and the "and"s can be read in more ways than one, the list holds a least and a most number of items.

use super::Figures;
use crate::claim::{Decimal, Relation, Stated, Unit};
use crate::lexicon::List;
use crate::text::{Block, Role, Shape, Span, Token};
use std::ops::Range;

/// The numbers that announce a list.
pub(super) const FEWEST: u32 = 2;
pub(super) const MOST: u32 = 20;

/// How many tokens may stand between what is announced and the colon, where the sentence does not begin with it.
const REACH: usize = 5;

/// How many words of an item may tell how many things it stands for.
const PHRASE: usize = 4;

/// More things than any list announces.
const MANY: usize = 1000;

/// Nouns of which each may be named in the plural: "three aims: cleaner streets, …".
const ABSTRACT: [&str; 22] = [
    "aim",
    "goal",
    "measure",
    "step",
    "reason",
    "demand",
    "proposal",
    "pledge",
    "promise",
    "priority",
    "change",
    "plan",
    "idea",
    "option",
    "condition",
    "theme",
    "challenge",
    "problem",
    "issue",
    "area",
    "target",
    "concern",
];

/// Words for several at once.
const SEVERAL: [&str; 8] = ["couple", "pair", "family", "twins", "group", "crew", "team", "trio"];

/// Words that say that a list is not complete, or is not what is announced.
const INCOMPLETE: [&str; 9] =
    ["including", "include", "includes", "included", "among", "such", "example", "like", "etc"];

/// The list that a sentence announces.
pub(super) fn listed(figures: &Figures<'_>) -> Option<Relation> {
    let tokens = figures.tokens.rest();
    let colon = (0..tokens.len())
        .find(|at| figures.word(*at) == ":" && !tokens.get(at + 1).is_some_and(|next| next.glued))
        .or_else(|| is_heading(figures).then_some(tokens.len()))?;
    let announced = announced(figures, colon)?;
    if is_incomplete(figures) {
        return None;
    }
    let noun = figures.claims[announced].noun.as_ref();
    let abstracted = noun.is_some_and(|noun| ABSTRACT.contains(&&*noun.head));
    let (items, span) = if colon + 1 >= tokens.len() {
        bullets(figures)?
    } else {
        items(figures, colon + 1..tokens.len(), abstracted)?
    };
    Some(Relation::Listed { announced: figures.first + announced, items, span })
}

/// Whether a block is no more than what a list below it holds: "The five winners".
fn is_heading(figures: &Figures<'_>) -> bool {
    let [piece] = figures.pieces else { return false };
    let the = usize::from(figures.is_one_of(0, &["the", "our", "its"]));
    let whole = figures.document.blocks().get(figures.block).is_some_and(|block| {
        let words = figures.tokens.rest();
        let span = words.first().zip(words.last()).map(|(first, last)| first.span.to(last.span));
        span.is_some_and(|span| span.end >= block.span.end && span.start <= block.span.start + EMPHASIS)
    });
    the == 1 && piece.tokens.start == the && announces(figures, 0) == Some(figures.tokens.rest().len()) && whole
}

/// How many letters of emphasis a block may begin with.
const EMPHASIS: usize = 3;

/// Whether a word of the sentence says that its list is not all there is.
pub(super) fn is_incomplete(figures: &Figures<'_>) -> bool {
    (0..figures.tokens.rest().len()).any(|at| figures.is_one_of(at, &INCOMPLETE))
}

/// Whether a figure can announce a list: where its noun ends.
pub(super) fn announces(figures: &Figures<'_>, at: usize) -> Option<usize> {
    let (piece, claim) = (&figures.pieces[at], &figures.claims[at]);
    let Stated::Point(value) = claim.quantity.stated else { return None };
    let small = value.is_integer() && value >= Decimal::from(FEWEST) && value <= Decimal::from(MOST);
    let noun = claim.noun.as_ref().filter(|noun| !noun.span.is_empty())?;
    let behind = figures.tokens.from(piece.tokens.end).rest();
    let words = behind.iter().take_while(|token| token.span.end <= noun.span.end).count();
    let counts = claim.quantity.unit == Unit::Count && claim.quantity.qualifier.is_none() && !piece.age;
    (small && counts && words > 0).then_some(piece.tokens.end + words)
}

/// The figure that announces what follows a colon.
fn announced(figures: &Figures<'_>, colon: usize) -> Option<usize> {
    let counts =
        |at: &usize| figures.pieces[*at].tokens.end <= colon && figures.claims[*at].quantity.unit == Unit::Count;
    let last = (0..figures.pieces.len()).rfind(counts)?;
    let (piece, end) = (&figures.pieces[last], announces(figures, last)?);
    let opens = piece.tokens.start <= usize::from(figures.is_one_of(0, &["the"]));
    let preposition = figures.tokens.from(end).is(List::Preposition);
    let near = end == colon || opens || preposition && colon - end <= REACH;
    near.then_some(last)
}

/// The items of the list that follows the sentence's block. Where what parts them is not always the same, some may be
/// items of items.
fn bullets(figures: &Figures<'_>) -> Option<((usize, usize), Span)> {
    let blocks = figures.document.blocks().get(figures.block + 1..)?;
    let items: Vec<&Block> = blocks.iter().take_while(|block| block.role == Role::List).collect();
    let between = |pair: &[&Block]| {
        let source = |span| figures.document.in_source(span);
        let gap = Span::new(source(pair[0].span).end, source(pair[1].span).start);
        gap.of(figures.document.source()).replace(|c: char| c.is_ascii_digit(), "").to_ascii_lowercase()
    };
    let mut gaps = items.windows(2).map(between);
    let gap = gaps.next()?;
    let flat = !gap.contains("<ul") && !gap.contains("<ol") && gaps.all(|other| other == gap);
    let span = items.first()?.span.to(items.last()?.span);
    flat.then_some(((items.len(), items.len()), span))
}

/// The items between a colon and the end of the sentence; where each is of an abstract kind, plurals stand for one.
fn items(figures: &Figures<'_>, range: Range<usize>, abstracted: bool) -> Option<((usize, usize), Span)> {
    let stop = range.end - usize::from(figures.word(range.end - 1) == ".");
    let range = range.start..stop;
    let doubtful =
        range.clone().any(|at| matches!(figures.word(at), ":" | "(" | "\"" | "“" | "”" | "—" | "–" | "…" | "?" | "!"));
    if doubtful || range.is_empty() {
        return None;
    }
    let span = figures.tokens.from(range.start).span_to(&figures.tokens.from(range.end));
    let parts = split(figures, range.clone(), ";");
    if parts.len() > 1 {
        return Some(((parts.len(), most(figures, &parts)), span));
    }
    let items = items_of(figures, range.clone())?;
    let ands = range.filter(|at| figures.is_one_of(*at, &["and"])).count();
    // The last "and" joins the last item.
    let most = if abstracted { items.places.len() + ands.saturating_sub(1) } else { items.most };
    Some(((items.fewest, most.min(items.most)), span))
}

/// The most things that items may stand for of which each may be two joined by "and".
fn most(figures: &Figures<'_>, items: &[Range<usize>]) -> usize {
    let ands = |item: &Range<usize>| item.clone().skip(1).filter(|at| figures.is_one_of(*at, &["and"])).count();
    items.iter().map(|item| how_many(figures, item) + ands(item)).sum()
}

/// A stretch of tokens cut at a mark.
fn split(figures: &Figures<'_>, range: Range<usize>, mark: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    for at in range.clone().filter(|at| figures.word(*at) == mark) {
        parts.push(start..at);
        start = at + 1;
    }
    parts.push(start..range.end);
    parts
}

/// The items of a list, and how many they may be.
pub(super) struct Items {
    /// The tokens of each.
    pub(super) places: Vec<Range<usize>>,
    pub(super) fewest: usize,
    pub(super) most: usize,
}

/// The items of "A, B[,] and C". A list without an "and" before its last item may go on as a
/// sentence, and one whose items are made differently may hold words on an item instead of another.
pub(super) fn items_of(figures: &Figures<'_>, range: Range<usize>) -> Option<Items> {
    let mut parts = without_ages(figures, split(figures, range, ","));
    let last = without_clause(figures, parts.pop()?);
    let and = |range: &Range<usize>| range.clone().filter(|at| figures.is_one_of(*at, &["and"])).collect::<Vec<_>>();
    let ands = and(&last);
    let inner: usize = parts.iter().map(|part| and(part).len()).sum();
    let first = *ands.first()?;
    let mut items = parts.clone();
    if first == last.start {
        items.push(first + 1..last.end);
    } else {
        items.extend([last.start..first, first + 1..last.end]);
    }
    // "A, B, and C" has one item less than it has commas and "and"s; "A, B and C and D" may be cut at either.
    let more = inner + ands.len() - 1;
    let numbered: usize = items.iter().map(|item| how_many(figures, item)).sum();
    let fewest = if parts.is_empty() { 1 } else { items.len() };
    is_even(figures, &items).then_some(Items { places: items, fewest, most: numbered + more })
}

/// Items without the ages that stand behind names: "Ana Ruiz, 41, Bo Lind, 38".
fn without_ages(figures: &Figures<'_>, items: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let is_age = |item: &Range<usize>| {
        item.len() == 1 && figures.token(item.start).is_some_and(|one| one.shape == Shape::Number)
    };
    let ages = items.iter().filter(|item| is_age(item)).count();
    let one_each = ages * 2 == items.len() && items.iter().skip(1).step_by(2).all(is_age);
    if one_each { items.into_iter().step_by(2).collect() } else { items }
}

/// Whether all items begin with a capital.
pub(super) fn are_names(figures: &Figures<'_>, items: &[Range<usize>]) -> bool {
    items.iter().all(|item| figures.token(item.start).is_some_and(Token::is_capitalised))
}

/// An item without the clause that it ends with: "a coat that was never worn".
fn without_clause(figures: &Figures<'_>, item: Range<usize>) -> Range<usize> {
    let clause = item.clone().skip(1).find(|at| figures.tokens.from(*at).is(List::Subordinator));
    item.start..clause.unwrap_or(item.end)
}

/// The most things that an item may stand for: two for "two paintings", any number for "tools" and "a couple". An
/// action, "forging documents", is one.
fn how_many(figures: &Figures<'_>, item: &Range<usize>) -> usize {
    let lexicon = figures.tokens.lexicon();
    let words = figures.tokens.rest().get(item.clone()).unwrap_or_default();
    let phrase = words.iter().take_while(|word| !lexicon.is(word.word, List::Preposition)).take(PHRASE);
    let number = |word: &Token| lexicon.numeral(word.word).and_then(|value| usize::try_from(value).ok());
    let many = |word: &Token| {
        let letters = word.letters;
        let plural = lexicon.noun(word.word).is_some_and(|noun| !noun.lemma.eq_ignore_ascii_case(letters));
        word.shape == Shape::Lower && (plural || SEVERAL.contains(&letters))
    };
    let action = words.first().is_some_and(|word| word.shape == Shape::Lower && word.letters.ends_with("ing"));
    let number = phrase.clone().find_map(number);
    number.unwrap_or_else(|| if !action && phrase.clone().any(many) { MANY } else { 1 }).max(1)
}

/// Whether all items are made alike: names all, or none of them; no clause with a verb of its own; no bare figure.
fn is_even(figures: &Figures<'_>, items: &[Range<usize>]) -> bool {
    let lexicon = figures.tokens.lexicon();
    let (mut named, mut called) = (0, 0);
    for item in items {
        let words = figures.tokens.rest().get(item.clone()).unwrap_or_default();
        let Some(first) = words.first() else { return false };
        let clause = words.iter().any(|word| {
            lexicon.is_any(
                word.word,
                &[
                    List::Auxiliary,
                    List::Subordinator,
                    List::PronounHe,
                    List::PronounShe,
                    List::PronounIt,
                    List::PronounThey,
                ],
            )
        });
        if clause || first.shape == Shape::Number || lexicon.is_any(first.word, &[List::Adverb, List::Conjunction]) {
            return false;
        }
        named += usize::from(first.is_capitalised());
        // "Orr, Upton and the Old Port".
        let article = usize::from(lexicon.is(first.word, List::Determiner));
        called += usize::from(words.get(article).is_some_and(Token::is_capitalised));
    }
    named == 0 || named == items.len() || called == items.len()
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::draft;

    #[test]
    fn lists_in_sentences_and_blocks() {
        for (text, wanted) in [
            ("Five people won: Ana Ruiz, Bo Lind, Cy Dow and Di Fox.", "4-4"),
            ("The court heard three charges: fraud, theft, arson, and perjury.", "4-4"),
            ("Six towns have sent teams: Orr, Upton, the Old Port, Lund and the Vale.", "5-5"),
            ("Police found four things in the car: a harp, two rugs, a lamp and a coat.", "4-5"),
            ("Police found six things: a harp, two rugs, a lamp and a coat that was torn.", "4-5"),
            ("Four people died: a nurse, a couple and a guard.", "3-1002"),
            ("The council set itself five aims: clean streets, safe roads and free buses.", "3-3"),
            ("The council set itself five aims: clean streets and parks, safe roads and free buses.", "3-4"),
            ("She faces five counts: fraud, taking bribes and forging papers.", "3-3"),
            ("Four men were held: the driver, Bo Lind, 51; two cousins; and Di Fox.", "3-4"),
            ("Three were named: the owner, Bo Lind, 51; his aunt, 60; and Di Fox.", ""),
            ("Four suspects were held: the owner, Bo Lind, 51; his aunt, 60; and Di Fox.", "3-3"),
            ("Three people won: Ana Ruiz, a baker, Bo Lind and Di Fox.", ""),
            ("Five people won, including: Ana Ruiz, Bo Lind and Di Fox.", ""),
            ("It has three plants: output was high, costs were low and profits rose.", ""),
            ("The council took three steps:\n- more buses\n- fewer cars\n- wider paths\n- a tram", "4-4"),
            ("The council took three steps:\n- more buses\n  - at night\n- fewer cars", ""),
            ("The council took three steps.\n- more buses\n- fewer cars", ""),
            ("The three steps\n- more buses\n- fewer cars", "2-2"),
            ("The three steps are here\n- more buses\n- fewer cars", ""),
            ("Three people were held: Ana Ruiz, 41, Bo Lind, 38, Cy Dow, 29, and Di Fox, 22.", "4-4"),
        ] {
            let found = draft(text).relations.into_iter().filter_map(|one| match one {
                Relation::Listed { items: (least, most), .. } => Some(format!("{least}-{most}")),
                _ => None,
            });
            assert_eq!(found.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }
}
