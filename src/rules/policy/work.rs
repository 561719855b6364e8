//! What a term comes to for a claim.
//!
//! What that costs is bounded: every part that is visited counts, in loops each time, and what would take more than
//! [`STEPS`] cannot be told.

use super::term::{Case, Function, Loop, Node, Operator, Term, Whose};
use super::value::Value;
use crate::claim::Decimal;
use std::borrow::Cow;

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
            Node::Variable(slot) => work.bound.get(*slot).cloned().unwrap_or(Value::Unknown),
            Node::List(terms) => Value::List(terms.iter().map(|term| term.within(work)).collect()),
            Node::Not(term) => term.within(work).not(),
            Node::Minus(term) => match term.within(work) {
                Value::Number(number) => Value::Number(-number),
                _ => Value::Unknown,
            },
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
                Some(values) => kind.over(values, &terms[1], work),
                None => Value::Unknown,
            },
            Node::At(terms) => match (terms[0].within(work).into_elements(), terms[1].within(work)) {
                (Some(values), Value::Number(at)) => element(values, at),
                _ => Value::Unknown,
            },
            Node::Matches(pattern, term) => match term.within(work) {
                Value::Text(text) => Value::Truth(pattern.is_match(text.as_ref())),
                _ => Value::Unknown,
            },
        }
    }
}

/// The value at a place; unknown where there is none.
fn element(values: Vec<Value<'_>>, at: Decimal) -> Value<'_> {
    let at = usize::try_from(at).ok();
    at.and_then(|at| values.into_iter().nth(at)).unwrap_or(Value::Unknown)
}

impl Loop {
    /// What it makes of what is asked of each value.
    fn over<'d>(self, values: Vec<Value<'d>>, asks: &'d Term, work: &mut Work<'_, 'd>) -> Value<'d> {
        let mut answers = Vec::with_capacity(values.len());
        for value in &values {
            work.bound.push(value.clone());
            answers.push(asks.within(work));
            work.bound.pop();
        }
        let joined = |operator: Operator, empty: bool| {
            answers.iter().fold(Value::Truth(empty), |all, answer| all.combine(operator, || answer.clone()))
        };
        let settled = answers.iter().all(|answer| matches!(answer, Value::Truth(_)));
        let held = || answers.iter().zip(&values).filter(|(answer, _)| **answer == Value::Truth(true));
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

impl Function {
    fn of<'d>(self, values: &[Value<'d>]) -> Value<'d> {
        let owned = |text: String| Value::Text(Cow::Owned(text));
        match (self, values) {
            (Self::StartsWith, [Value::Text(a), Value::Text(b)]) => Value::Truth(a.starts_with(b.as_ref())),
            (Self::EndsWith, [Value::Text(a), Value::Text(b)]) => Value::Truth(a.ends_with(b.as_ref())),
            (Self::Contains, [Value::Text(a), Value::Text(b)]) => Value::Truth(a.contains(b.as_ref())),
            (Self::LowerAscii, [Value::Text(text)]) => owned(text.to_ascii_lowercase()),
            (Self::UpperAscii, [Value::Text(text)]) => owned(text.to_ascii_uppercase()),
            (Self::Trim, [Value::Text(text)]) => owned(text.trim().to_owned()),
            (Self::Size, [Value::Text(text)]) => Value::Number(text.chars().count().into()),
            (Self::Size, [Value::Texts(texts)]) => Value::Number(texts.len().into()),
            (Self::Size, [Value::List(values)]) => Value::Number(values.len().into()),
            (Self::Int, [Value::Number(number)]) => Value::Number(number.trunc()),
            (Self::Double, [Value::Number(number)]) => Value::Number(*number),
            (Self::Double, [Value::Text(text)]) => text.trim().parse().map_or(Value::Unknown, Value::Number),
            (Self::Text, [Value::Number(number)]) => owned(number.normalize().to_string()),
            (Self::Text, [Value::Day(day)]) => owned(day.to_string()),
            (Self::Text, [Value::Text(text)]) => Value::Text(text.clone()),
            (Self::Text, [Value::Truth(truth)]) => owned(truth.to_string()),
            (Self::FullYear, [Value::Day(day)]) => Value::Number(day.year().into()),
            (Self::Month, [Value::Day(day)]) => Value::Number((day.month() - 1).into()),
            (Self::Date, [Value::Day(day)]) => Value::Number(day.day().into()),
            (Self::DayOfWeek, [Value::Day(day)]) => Value::Number(day.weekday().to_sunday_zero_offset().into()),
            _ => Value::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::sample::assert_flags;

    #[test]
    fn what_takes_too_long_cannot_be_told() {
        let many = format!("[{}]", (0..150).map(|n| n.to_string()).collect::<Vec<_>>().join(", "));
        let rule = |asks: &str| format!("kind = 'policy'\nwhen = '{many}.exists(a, {asks}) && claim.value > 0'\n");
        let nested = format!("{many}.exists(b, b == 149 && a == 149)");
        assert_flags(&rule(&nested), &[("a police 3-01 12", &[])]);
        assert_flags(&rule("a == 149"), &[("a police 3-01 12", &["12"])]);
    }
}
