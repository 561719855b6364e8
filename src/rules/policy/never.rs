//! Conditions that no claim can meet: bounds that leave nothing between them, two values at once, a part of what is not
//! there.
//!
//! A condition is cut into the ways in which it may hold, each a row of tests that must all hold. Where the tests of
//! every way contradict each other, the rule can never match. What is not understood is taken to be possible.

use super::bound::{Bound, Subject, Test, clash};
use super::term::{Node, Operator, Term};
use super::value::Value;
use crate::rules::sheet::Fault;

/// In how many ways a condition may hold before nobody asks.
const WAYS: usize = 64;

/// A part of a condition, and whether it must be true or false.
#[derive(Clone, Copy)]
struct Part<'t> {
    term: &'t Term,
    holds: bool,
}

/// Why no claim can meet a condition, and where that shows; `None` where one may.
pub(super) fn never(term: &Term) -> Option<Fault> {
    let mut first = None;
    for way in ways(Part { term, holds: true })? {
        let contradiction = contradiction(&way)?;
        first = first.or(Some(contradiction));
    }
    first
}

/// The ways in which a part may be as it must; `None` where they are too many.
fn ways(part: Part<'_>) -> Option<Vec<Vec<Part<'_>>>> {
    let as_is = |term, holds| ways(Part { term, holds });
    let ways = match (&part.term.node, part.holds) {
        (Node::Not(term), holds) => as_is(term, !holds)?,
        (Node::Binary(Operator::And, sides), true) => both(&as_is(&sides[0], true)?, &as_is(&sides[1], true)?),
        (Node::Binary(Operator::Or, sides), false) => both(&as_is(&sides[0], false)?, &as_is(&sides[1], false)?),
        (Node::Binary(Operator::Or, sides), true) => [as_is(&sides[0], true)?, as_is(&sides[1], true)?].concat(),
        (Node::Binary(Operator::And, sides), false) => [as_is(&sides[0], false)?, as_is(&sides[1], false)?].concat(),
        (Node::Choice(terms), holds) => [
            both(&as_is(&terms[0], true)?, &as_is(&terms[1], holds)?),
            both(&as_is(&terms[0], false)?, &as_is(&terms[2], holds)?),
        ]
        .concat(),
        _ => vec![vec![part]],
    };
    (ways.len() <= WAYS).then_some(ways)
}

/// Each of the one with each of the other.
fn both<'t>(one: &[Vec<Part<'t>>], other: &[Vec<Part<'t>>]) -> Vec<Vec<Part<'t>>> {
    one.iter().flat_map(|first| other.iter().map(|second| [first.as_slice(), second].concat())).take(WAYS + 1).collect()
}

/// Two tests of a row that cannot both hold.
fn contradiction(way: &[Part<'_>]) -> Option<Fault> {
    let mut known: Vec<Test> = Vec::new();
    for part in way {
        for test in tests(*part) {
            let others = || test.subject.limits().chain(known.iter().cloned()).find_map(|other| clash(&other, &test));
            let told = test.of_itself().or_else(others);
            if let Some(why) = told {
                return Some(Fault { offset: test.offset, message: format!("the rule can never match: {why}") });
            }
            known.push(test);
        }
    }
    None
}

/// What a part says of facts; nothing where it is none of those that are understood.
fn tests(part: Part<'_>) -> Vec<Test> {
    let Node::Binary(operator, sides) = &part.term.node else { return Vec::new() };
    let operator = if part.holds { Some(*operator) } else { operator.opposite() };
    let is_listed = matches!(&part.term.node, Node::Binary(Operator::In, _));
    let [left, right] = &**sides;
    match (Subject::of(left), Subject::of(right), operator) {
        (Some(subject), None, _) if is_listed => listed(subject, part, right),
        (Some(subject), Some(other), Some(operator)) => Test::of_two(subject, operator, other, part.term.offset),
        (Some(subject), None, Some(operator)) => Test::of_one(subject, operator, constant(right), part.term.offset),
        (None, Some(subject), Some(operator)) => {
            Test::of_one(subject, operator.turned(), constant(left), part.term.offset)
        }
        _ => Vec::new(),
    }
}

/// `fact in [values]`, or that it is none of them.
fn listed(subject: Subject, part: Part<'_>, list: &Term) -> Vec<Test> {
    let Node::List(terms) = &list.node else { return Vec::new() };
    let values: Option<Vec<_>> = terms.iter().map(constant).collect();
    let bound = values.map(|values| if part.holds { Bound::Among(values) } else { Bound::NoneOf(values) });
    bound.map_or_else(Vec::new, |bound| Test::new(subject, bound, part.term.offset))
}

/// The value of a term that looks at no fact.
fn constant(term: &Term) -> Option<Value<'static>> {
    match &term.node {
        Node::Literal(Value::Unknown) => None,
        Node::Literal(value) => Some(value.clone()),
        Node::Minus(term) => match constant(term)? {
            Value::Number(number) => Some(Value::Number(-number)),
            _ => None,
        },
        Node::Binary(operator, sides) => {
            let (one, other) = (constant(&sides[0])?, constant(&sides[1])?);
            Some(one.combine(*operator, || other)).filter(|value| *value != Value::Unknown)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::policy::condition;

    /// What is told of a condition that can be read, with its place.
    fn told(text: &str) -> Option<String> {
        let faults = condition(text).err()?;
        faults.first().map(|fault| format!("{}: {}", fault.offset, fault.message))
    }

    #[test]
    fn what_no_claim_can_meet_is_told_with_its_place() {
        for (text, why) in [
            ("claim.value > 100 && claim.value < 50", "21: `claim.value` cannot be more than 100 and less than 50"),
            ("claim.value >= 5 && 5 > claim.value", "20: `claim.value` cannot be at least 5 and less than 5"),
            ("claim.value > 2 * 50 && claim.value == 7", "24: `claim.value` cannot be more than 100 and 7"),
            ("!(claim.value <= 9) && !(claim.value > 3)", "25: `claim.value` cannot be more than 9 and at most 3"),
            ("claim.unit == 'percent' && claim.unit == 'EUR'", "27: `claim.unit` cannot be “percent” and “EUR”"),
            (
                "claim.unit == 'percent' && claim.unit in ['EUR', 'USD']",
                "27: `claim.unit` cannot be “percent” and one of “EUR”, “USD”",
            ),
            ("claim.unit == 'percent' && claim.currency == 'EUR'", "27: `claim.unit` cannot be “percent” and “EUR”"),
            ("claim.role == 'body' && claim.role != 'body'", "24: `claim.role` cannot be “body” and not “body”"),
            ("claim.value == null && claim.value > 5", "23: `claim.value` cannot be absent and more than 5"),
            ("claim.source == null && claim.source.kind == 'person'", "24: `claim.source` cannot be absent and there"),
            ("has(claim.said) && claim.said == null", "19: `claim.said` cannot be there and absent"),
            ("claim.sources > 20", "0: `claim.sources` cannot be at most 9 and more than 20"),
            ("size(claim.places) < 0", "0: `size(claim.places)` cannot be at least 0 and less than 0"),
            (
                "claim.value > other.value && claim.value < other.value",
                "29: `claim.value` cannot be more than `other.value` and less than it",
            ),
            ("claim.value > claim.value", "0: `claim.value` cannot be more than itself"),
            (
                "document.published > date('2025-03-01') && document.published < date('2025-02-01')",
                "43: `document.published` cannot be more than 1 March 2025 and less than 1 February 2025",
            ),
            (
                "(claim.value > 9 || claim.value > 8) && claim.value < 3",
                "40: `claim.value` cannot be more than 9 and less than 3",
            ),
        ] {
            let (at, why) = why.split_once(": ").unwrap();
            assert_eq!(told(text).as_deref(), Some(&*format!("{at}: the rule can never match: {why}")), "{text}");
        }
    }

    #[test]
    fn what_a_claim_may_meet_is_left_alone() {
        for text in [
            "claim.value > 50 && claim.value < 100",
            "claim.value >= 5 && claim.value <= 5",
            "claim.value > 100 || claim.value < 50",
            "(claim.value > 100 && claim.value < 50) || claim.unit == 'percent'",
            "claim.unit != 'percent' && claim.unit != 'EUR'",
            "claim.source == null && claim.source.name == null",
            "claim.source == null && claim.source.name != 'Post'",
            "claim.value > 100 && other.value < 50",
            "claim.sources == 0 && claim.noun.contains('x')",
            "claim.value > 5 ? claim.value > 9 : claim.value < 3",
            "claim.value >= other.value && claim.value <= other.value",
            "claim.reading.high < other.reading.low && claim.value > 3 * other.value",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
