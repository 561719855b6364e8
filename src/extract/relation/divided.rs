//! Parts of a whole that cannot overlap, though more may belong to the whole.
//!
//! ```text
//! divided = whole … [","] [("of" | "with") …] list | "Of" whole … "," list
//! list    = part … {joint part …}, each part set apart from the others
//!         | part … joint ("the other" | "the remaining") part
//! joint   = "," | ";" | [","] ("and" | "while" | "but")
//! paid    = "Of" ["the"] sum "," payer verb sum { joint payer sum }
//! shares  = percentage … {joint percentage …}, of votes or answers that exclude each other
//! ```
//! Such parts may come to less than their whole, but never to more; with a remainder they are all of it.

use super::addend::{head, is_in_unit, is_plain};
use super::exclusive::{Key, exclude, is_beside, keys};
use super::rest::is_rest;
use super::sum::is_open;
use super::{Figures, is_any};
use crate::claim::{Claim, Decimal, Relation, Unit};
use std::ops::Range;

/// How many words may stand between a whole and its first part, and between two parts.
const REACH: usize = 14;

/// How many words an answer may have that says nothing new of what was asked: "are against it".
const ANSWER: usize = 3;

/// How many times the whole the parts may be at the most, to be taken for its parts at all.
const FAR: i64 = 2;

/// The divisions of a sentence, where they are not among sums that are known.
pub(super) fn divided(figures: &Figures<'_>, known: &[Relation]) -> Vec<Relation> {
    let is_told = |sums: &[Relation], whole: usize| {
        let place = figures.place(whole);
        let holds = |sum: &Relation| matches!(sum, Relation::Sum { total, parts, .. } if *total == place || parts.contains(&place));
        sums.iter().any(holds)
    };
    let mut found = Vec::new();
    for whole in 0..figures.pieces.len().saturating_sub(2) {
        if !is_told(known, whole) && !is_told(&found, whole) {
            found.extend(parts_of(figures, whole));
        }
    }
    found.extend(shares(figures));
    found.extend(paid(figures).filter(|_| !is_told(known, 0) && !is_told(&found, 0)));
    found
}

/// "Of the €90m, the state pays €60m, the city €20m and the port €20m": what one pays, no other does.
fn paid(figures: &Figures<'_>) -> Option<Relation> {
    let total = figures.claims.first()?;
    let count = figures.pieces.len();
    let opens =
        figures.is_one_of(0, &["of"]) && figures.pieces[0].tokens.start <= 2 && figures.word_behind(0, 0) == ",";
    let money = matches!(total.quantity.unit, Unit::Money(_)) && is_plain(total);
    let pays = |at: usize| {
        let words = figures.letters(figures.between(at - 1, at));
        let joined = at == 1 || matches!(words[..], ["," | "and", ..]);
        let other = |word: &&str| is_any(word, &["of", "from", "than", "which", "up", "down", "but", "if", "or"]);
        joined && (2..=REACH).contains(&words.len()) && !words.iter().any(other)
    };
    let part = |at: usize| {
        let claim = &figures.claims[at];
        claim.quantity.unit == total.quantity.unit && is_plain(claim) && claim.quantity.value() < total.quantity.value()
    };
    let told = opens && money && count > 2 && !is_open(figures) && (1..count).all(|at| part(at) && pays(at));
    told.then(|| Relation::Sum {
        parts: (1..count).map(|at| figures.place(at)).collect(),
        total: figures.place(0),
        complete: false,
    })
}

fn parts_of(figures: &Figures<'_>, whole: usize) -> Option<Relation> {
    let total = &figures.claims[whole];
    let first = whole + 1;
    if !is_plain(total) || total.quantity.unit.is_share() || figures.pieces[whole].age || !leads(figures, whole) {
        return None;
    }
    let fits = |at: usize| is_in_unit(figures, at, total) && is_plain(&figures.claims[at]) && !figures.pieces[at].age;
    let last = run(figures, first, fits);
    let parts = first..last + 1;
    let complete = is_rest(figures, last) && !is_of_told(figures, whole);
    let apart = complete || are_apart(figures, whole, parts.clone());
    let sum = value_of(figures, parts.clone())?;
    let value = total.quantity.value()?;
    let floor = if complete { value / Decimal::from(FAR) } else { Decimal::ZERO };
    let near = sum >= floor && sum <= value.checked_mul(Decimal::from(FAR))?;
    let smaller = parts.clone().all(|at| figures.claims[at].quantity.value() < total.quantity.value());
    (parts.len() > 1 && apart && near && smaller && parts.clone().all(|at| can_be_of(figures, at, total))).then(|| {
        Relation::Sum { parts: parts.map(|at| figures.place(at)).collect(), total: figures.place(whole), complete }
    })
}

/// "Of the cash, €20 was hidden, …": what it is of was told before, and this is some of it.
fn is_of_told(figures: &Figures<'_>, first: usize) -> bool {
    let front = figures.letters(0..figures.pieces[first].tokens.start);
    matches!(front[..], ["Of", .., ","])
}

fn value_of(figures: &Figures<'_>, parts: Range<usize>) -> Option<Decimal> {
    figures.claims[parts].iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.quantity.value()?))
}

/// The last figure of a list that begins at one.
fn run(figures: &Figures<'_>, first: usize, fits: impl Fn(usize) -> bool) -> usize {
    let goes_on = |at: &usize| fits(*at) && (*at == first || are_joined(figures, at - 1));
    (first..figures.pieces.len()).take_while(goes_on).last().unwrap_or(first)
}

/// Whether a whole leads up to the figure behind it.
fn leads(figures: &Figures<'_>, whole: usize) -> bool {
    let words = figures.letters(figures.between(whole, whole + 1));
    let of = figures.word_before(whole, 1).eq_ignore_ascii_case("of")
        || figures.word_before(whole, 2).eq_ignore_ascii_case("of");
    let told = match words[..] {
        [.., "," | ";" | ":" | "—" | "–" | "(" | "included" | "include" | "found"]
        | [.., ",", "with"]
        | [.., ",", "among", "them"]
        | [.., ",", "of", "which" | "whom" | "them"] => true,
        [.., "were" | "are"] => figures.is_one_of(0, &["among"]),
        [.., ",", _] => of,
        _ => false,
    };
    told && words.len() <= REACH && !words.iter().any(|word| is_any(word, &["but", "than", "to"]) && !of)
}

/// Whether a figure and the next one are neighbours in a list.
fn are_joined(figures: &Figures<'_>, at: usize) -> bool {
    let words = figures.letters(figures.between(at, at + 1));
    let open = matches!(words[..], [.., "," | ";" | "and" | "while" | "but"]);
    let rest = is_rest(figures, at + 1);
    let marked = |word: &&&str| matches!(**word, ":" | "(" | ")" | "—" | "–");
    // "500 of them in Europe and 300 of those in France": the second are of the first.
    let nested = is_any(figures.word_behind(at + 1, 1), &["those", "these", "which", "whom"])
        && figures.word_behind(at + 1, 0) == "of";
    (open || rest) && !nested && words.len() <= REACH && !words.iter().any(|word| marked(&word))
}

/// Whether the parts exclude each other, and the whole is not one of them: "12 in Upton, 8 in Orr and 7 in Westby".
fn are_apart(figures: &Figures<'_>, whole: usize, parts: Range<usize>) -> bool {
    let set: Vec<_> = parts.clone().map(|at| keys(figures, words_of(figures, at))).collect();
    let own = keys(figures, words_of(figures, whole));
    let of = |key: &Key<'_>| set.first().is_some_and(|keys| keys.iter().any(|one| is_beside(key, one)));
    let peer = own.iter().any(of) && !figures.word_before(whole, 1).eq_ignore_ascii_case("of");
    exclude(&set) && !peer
}

/// Whether figures of a sentence exclude each other by the words behind them: "12 in Upton and 8 in Orr".
pub(super) fn are_set_apart(figures: &Figures<'_>, parts: Range<usize>) -> bool {
    let set: Vec<_> = parts.map(|at| keys(figures, words_of(figures, at))).collect();
    exclude(&set)
}

/// The words that tell of a figure: those behind it, up to a comma or the next figure.
fn words_of(figures: &Figures<'_>, at: usize) -> Range<usize> {
    let start = figures.pieces[at].tokens.end;
    let next = figures.pieces.get(at + 1).map_or(figures.tokens.rest().len(), |next| next.tokens.start);
    let stop = (start..next).find(|&at| matches!(figures.word(at), "," | ";" | ":" | "." | "(" | ")" | "—" | "–"));
    start..stop.unwrap_or(next)
}

/// Whether a figure may count some of what a whole counts: by its noun, or without one.
fn can_be_of(figures: &Figures<'_>, part: usize, total: &Claim) -> bool {
    let part = &figures.claims[part];
    let people = |claim: &Claim| {
        let class = claim.noun.as_ref().and_then(|noun| noun.class.as_deref());
        class.is_some_and(|class| matches!(class, "person" | "casualty"))
    };
    let money = matches!(part.quantity.unit, Unit::Money(_));
    // "15 full time".
    head(part).is_none_or(|own| money || own == "time" || Some(own) == head(total) || people(part) && people(total))
}

/// "46 % support it, 38 % oppose it and 16 % do not know", "Ana Ruiz won 54 %, Bo Lind 31 % and Di Fox 15 %".
fn shares(figures: &Figures<'_>) -> Option<Relation> {
    let fits = |at: usize| figures.claims[at].quantity.unit == Unit::Percent && is_plain(&figures.claims[at]);
    let first = (0..figures.pieces.len()).find(|&at| fits(at))?;
    if are_sexes(figures) && fits(0) && fits(1) {
        return Some(Relation::Shares { shares: vec![figures.place(0), figures.place(1)], complete: false });
    }
    let listed = (first..figures.pieces.len())
        .take_while(|&at| fits(at) && (at == first || are_joined(figures, at - 1) || is_named(figures, at)));
    let last = listed.last()?;
    let parts = first..last + 1;
    let set: Vec<_> = parts.clone().map(|at| keys(figures, words_of(figures, at))).collect();
    let answers = set.iter().all(|keys| keys.iter().any(|key| matches!(key, Key::Word(0, _)))) && exclude(&set);
    // "60 % support the tax and 55 % oppose the road" are answers to two questions.
    let brief = parts.clone().skip(1).all(|at| words_of(figures, at).len() <= ANSWER);
    let votes =
        parts.clone().skip(1).all(|at| is_named(figures, at)) && parts.clone().any(|at| is_of_votes(figures, at));
    let told = parts.len() > 1 && (answers && brief || votes);
    told.then(|| Relation::Shares { shares: parts.map(|at| figures.place(at)).collect(), complete: false })
}

/// "Men made up 62 % of the crowd and women 38 %": the same is said of both, for the second has no verb.
fn are_sexes(figures: &Figures<'_>) -> bool {
    const SEXES: [[&str; 2]; 3] = [["men", "women"], ["boys", "girls"], ["adults", "children"]];
    if figures.pieces.len() != 2 {
        return false;
    }
    let made = figures.is_one_of(1, &["make", "made", "were", "are", "account", "accounted"]);
    let of = figures.word_behind(0, 0) == "of" && figures.word_behind(1, 0) != "of";
    let [.., joint, other] = figures.letters(figures.between(0, 1))[..] else { return false };
    let are = |[one, two]: [&str; 2]| {
        figures.is_one_of(0, &[one]) && is_any(other, &[two]) || figures.is_one_of(0, &[two]) && is_any(other, &[one])
    };
    made && of && matches!(joint, "and" | ",") && SEXES.into_iter().any(are)
}

/// ", Bo Lind 31 %".
fn is_named(figures: &Figures<'_>, at: usize) -> bool {
    let between = figures.between(at - 1, at);
    let Some(joint) = between.clone().rfind(|&at| figures.is_one_of(at, &[",", "and"])) else { return false };
    let name = joint + 1..between.end;
    let capital = |at: usize| figures.token(at).is_some_and(crate::text::Token::is_capitalised);
    !name.is_empty() && between.len() <= REACH && name.clone().all(capital)
}

/// "Percent of the vote".
fn is_of_votes(figures: &Figures<'_>, at: usize) -> bool {
    let word = |ahead| figures.word_behind(at, ahead);
    word(0) == "of" && is_any(word(if word(1) == "the" { 2 } else { 1 }), &["vote", "votes", "ballot", "ballots"])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{sums, ties};
    use crate::claim::Relation;

    #[test]
    fn parts_that_exclude_each_other() {
        for (text, expected) in [
            ("Of the 90 members, 50 voted for the plan, 30 voted against and 12 abstained.", "50 + 30 + 12 < 90"),
            ("Of the 90 patients, 60 were adults and 40 were children.", "60 + 40 < 90"),
            ("Of the 90 patients, 60 were farmers and the other 40 were sailors.", "60 + 40 = 90"),
            ("Police held 90 people, 60 in Upton and 40 in Westby.", "60 + 40 < 90"),
            (
                "It earned €90 million, of which €60 million came from Norway and €40 million from Spain.",
                "60 million + 40 million < 90 million",
            ),
            ("Of 90 pupils tested, 60 passed and 40 failed.", "60 + 40 < 90"),
            ("Some 90 mm of rain fell, 60 mm on Monday and 40 mm on Tuesday.", "60 + 40 < 90"),
            ("Of the €90m, the state pays €60m, the city €20m and the port €20m.", "60m + 20m + 20m < 90m"),
            ("Among the 90 dead were 60 men, 20 women and 15 children.", "60 + 20 + 15 < 90"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }

    #[test]
    fn parts_that_may_overlap_and_peers() {
        for text in [
            "Of the 90 pupils, 60 play football and 40 sing.",
            "Of the 90 pupils, 60 came in boots and 40 in hats.",
            "The storm killed 90 people in Upton, 60 in Orr and 40 in Westby.",
            "Of the 90 patients, 60 were farmers and 40 were women.",
            "It sold 90 cars, 60 of them in Norway and 40 of those in Oslo.",
            "Of the 90 towns, 60 voted for him in the first round and 40 in the second.",
            "Of the cash, €90 was in a tin, €60 in a box and the rest, €40, under a bed.",
            "Of the €90m, the state pays €60m, the city €20m more than the €10m of last year.",
            "It has 90 boats, 60 lorries in Upton and 40 cranes in Orr.",
        ] {
            assert_eq!(sums(text), "-", "{text}");
        }
    }

    #[test]
    fn shares_that_exclude_each_other() {
        for (text, expected) in [
            ("In the poll, 46% support the plan, 38% oppose it and 26% are undecided.", "46 38 26"),
            ("Ana Ruiz won 54.2 percent of the vote, Bo Lind 31.5 percent and Di Fox 19 percent.", "54.2 31.5 19"),
            ("Men made up 62 percent of the crowd and women 48 percent.", "62 48"),
            ("Men made up 62 percent of the crowd and women 55 percent of the choir.", "-"),
            ("Men made up 62 percent of the crowd and women ate 48 percent of the cake.", "-"),
            ("Of those polled, 60 percent support the tax, and 55 percent oppose the new road.", "-"),
            ("In the poll, 46% like the plan, 38% walk to work and 26% are bored.", "-"),
            ("Sales rose 54 percent, Bo Lind 31 percent and Di Fox 19 percent.", "-"),
        ] {
            let found = ties(text, |relation, figure| {
                let Relation::Shares { shares, .. } = relation else { return None };
                Some(shares.iter().map(|share| figure(*share)).collect::<Vec<_>>().join(" "))
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
