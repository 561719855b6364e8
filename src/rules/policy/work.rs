//! What a term comes to for a claim.
//!
//! What that costs is bounded: every part that is visited counts, in loops each time, and so does the size of what is made
//! or handed on; what would take more than [`STEPS`] cannot be told.

use super::term::{Case, Loop, Node, Operator, Term, Whose};
use super::value::Value;

/// How many parts may be visited for one claim.
const STEPS: usize = 20_000;

/// A condition that is being worked out.
struct Work<'c, 'd> {
    case: &'c Case<'d>,
    /// The values that the loops around have come to, the outermost first.
    bound: Vec<Value<'d>>,
    steps: usize,
}

impl Term {
    /// What the term comes to.
    pub(super) fn value<'d>(&'d self, case: &Case<'d>) -> Value<'d> {
        self.within(&mut Work { case, bound: Vec::new(), steps: 0 })
    }

    /// Whether it holds; what cannot be told does not.
    pub(super) fn is_true(&self, case: &Case<'_>) -> bool {
        self.value(case) == Value::Truth(true)
    }

    fn within<'d>(&'d self, work: &mut Work<'_, 'd>) -> Value<'d> {
        work.steps += 1;
        if work.steps > STEPS {
            return Value::Unknown;
        }
        match &self.node {
            Node::Literal(value) => value.lent(),
            Node::Fact(Whose::Claim, fact) => (fact.read)(&work.case.claim),
            Node::Fact(Whose::Other, fact) => {
                work.case.other.as_ref().map_or(Value::Unknown, |other| (fact.read)(other))
            }
            Node::Variable(slot) => work.variable(*slot),
            Node::List(terms) => Value::List(terms.iter().map(|term| term.within(work)).collect()),
            Node::Map(terms) => {
                Value::Map(terms.chunks_exact(2).map(|pair| (pair[0].within(work), pair[1].within(work))).collect())
            }
            Node::Not(term) => term.within(work).not(),
            Node::Minus(term) => match term.within(work) {
                Value::Number(number) => Value::Number(-number),
                _ => Value::Unknown,
            },
            Node::Binary(Operator::Add, sides) => {
                let sides = [sides[0].within(work), sides[1].within(work)];
                work.sum(sides)
            }
            Node::Binary(operator, sides) => sides[0].within(work).combine(*operator, || sides[1].within(work)),
            Node::Choice(terms) => match terms[0].within(work) {
                Value::Truth(true) => terms[1].within(work),
                Value::Truth(false) => terms[2].within(work),
                _ => Value::Unknown,
            },
            Node::Call(function, terms) => {
                let values: Vec<_> = terms.iter().map(|term| term.within(work)).collect();
                function.of(&values)
            }
            Node::Loop(kind, terms) => match terms[0].within(work).into_elements() {
                Some(values) => kind.over(&values, &terms[1], work),
                None => Value::Unknown,
            },
            Node::At(terms) => terms[0].within(work).into_element(&terms[1].within(work)),
            Node::Matches(pattern, term) => match term.within(work) {
                Value::Text(text) => Value::Truth(pattern.is_match(text.as_ref())),
                _ => Value::Unknown,
            },
        }
    }
}

impl<'d> Work<'_, 'd> {
    /// What a loop around has come to.
    fn variable(&mut self, slot: usize) -> Value<'d> {
        let Some(value) = self.bound.get(slot) else { return Value::Unknown };
        self.steps += value.size();
        if self.steps > STEPS { Value::Unknown } else { value.clone() }
    }

    /// A sum, or one text or list behind another.
    fn sum(&mut self, [one, other]: [Value<'d>; 2]) -> Value<'d> {
        self.steps += one.size() + other.size();
        if self.steps > STEPS { Value::Unknown } else { one.combine(Operator::Add, || other) }
    }
}

impl Loop {
    /// What it makes of what is asked of each value.
    fn over<'d>(self, values: &[Value<'d>], asks: &'d Term, work: &mut Work<'_, 'd>) -> Value<'d> {
        let mut answers = Vec::with_capacity(values.len());
        for value in values {
            work.bound.push(value.clone());
            answers.push(asks.within(work));
            work.bound.pop();
        }
        let joined = |operator: Operator, empty: bool| {
            answers.iter().fold(Value::Truth(empty), |all, answer| all.combine(operator, || answer.clone()))
        };
        let settled = answers.iter().all(|answer| matches!(answer, Value::Truth(_)));
        let held = || answers.iter().zip(values).filter(|(answer, _)| **answer == Value::Truth(true));
        match self {
            Self::Exists => joined(Operator::Or, false),
            Self::All => joined(Operator::And, true),
            Self::Map => Value::List(answers),
            _ if !settled => Value::Unknown,
            Self::ExistsOne => Value::Truth(held().count() == 1),
            Self::Filter => Value::List(held().map(|(_, value)| value.clone()).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::sample::assert_flags;

    #[test]
    fn what_grows_too_large_cannot_be_told() {
        for grown in ["a + a", "[a, a]"] {
            let rule = |times: usize| {
                let twice = format!(".map(a, {grown})").repeat(times);
                format!("kind = 'policy'\nwhen = '[claim.figure]{twice}.size() == 1'\n")
            };
            assert_flags(&rule(3), &[("a police 3-01 12", &["12"])]);
            assert_flags(&rule(90), &[("a police 3-01 12", &[])]);
        }
    }

    #[test]
    fn what_takes_too_long_cannot_be_told() {
        let many = format!("[{}]", (0..150).map(|n| n.to_string()).collect::<Vec<_>>().join(", "));
        let rule = |asks: &str| format!("kind = 'policy'\nwhen = '{many}.exists(a, {asks}) && claim.value > 0'\n");
        let nested = format!("{many}.exists(b, b == 149 && a == 149)");
        assert_flags(&rule(&nested), &[("a police 3-01 12", &[])]);
        assert_flags(&rule("a == 149"), &[("a police 3-01 12", &["12"])]);
    }
}
