//! The names and types of a condition: which fact a name is, what an operator or a function may stand with.
//!
//! A mistake is told and reading goes on, so that all of them are told at once.

use super::fact::{CLAIM, DOCUMENT, Fact};
use super::function::Function;
use super::syntax::Reader;
use super::term::{Node, Operator, Pattern, Term, Whose};
use super::value::{Type, Value};
use crate::claim::Decimal;
use crate::rules::nearest::{expected, nearest};
use crate::rules::sheet::Fault;
use jiff::civil::Date;

impl Reader<'_> {
    /// A function in front of its brackets: `size`, `has`, `date`.
    pub(super) fn function(&mut self, offset: usize, name: &str) -> Result<Term, Fault> {
        let inside = self.offset();
        let terms = self.row(")")?;
        match (name, terms.as_slice()) {
            ("has", [Term { node: Node::At(sides), .. }])
                if matches!(&sides[1].node, Node::Literal(Value::Text(_))) =>
            {
                let [map, key] = (**sides).clone();
                self.term(offset, Type::Truth, Node::Binary(Operator::In, Box::new([key, map])))
            }
            ("has", [fact @ Term { node: Node::Fact(..), .. }]) => {
                let null = Term { offset, holds: Type::Null, node: Node::Literal(Value::Null) };
                self.term(offset, Type::Truth, Node::Binary(Operator::Unequal, Box::new([fact.clone(), null])))
            }
            ("date", [Term { node: Node::Literal(Value::Text(day)), .. }]) => {
                let day = day.parse().map_or_else(
                    |_| {
                        let message = format!("`{day}` is no day, expected one such as `2025-03-11`");
                        self.tell(inside, message);
                        Value::Unknown
                    },
                    Value::Day,
                );
                self.term(offset, Type::Day, Node::Literal(day))
            }
            ("timestamp", [Term { node: Node::Literal(Value::Text(day)), .. }]) => {
                let read = timestamp(day);
                if read.is_none() {
                    let message = format!("`{day}` is no time, expected one such as `2025-03-11T00:00:00Z`");
                    self.tell(inside, message);
                }
                self.term(offset, Type::Day, Node::Literal(read.map_or(Value::Unknown, Value::Day)))
            }
            ("duration", [Term { node: Node::Literal(Value::Text(time)), .. }]) => {
                let read = duration(time);
                if read.is_none() {
                    self.tell(inside, format!("`{time}` is no duration, expected one such as `72h` or `1h30m`"));
                }
                self.term(offset, Type::Number, Node::Literal(read.map_or(Value::Unknown, Value::Number)))
            }
            ("timestamp" | "duration", _) => {
                Err(Fault { offset: inside, message: format!("`{name}` takes one text in quotes") })
            }
            ("has", _) => Err(Fault { offset: inside, message: "`has` takes one fact, as `has(claim.source)`".into() }),
            ("date", _) => Err(Fault {
                offset: inside,
                message: "`date` takes one day in quotes, as `date(\"2025-03-11\")`".into(),
            }),
            _ => self.call(offset, name, terms),
        }
    }

    /// A function of values, the one that it is called on first.
    pub(super) fn call(&mut self, offset: usize, name: &str, terms: Vec<Term>) -> Result<Term, Fault> {
        if name == "matches" {
            return self.matches(offset, terms);
        }
        let Some((_, function)) = Function::ALL.into_iter().find(|(known, _)| *known == name) else {
            let known = Function::ALL.iter().map(|(known, _)| *known).chain(OTHERS).collect::<Vec<_>>();
            self.tell(offset, format!("there is no function `{name}`, {}", expected(name, known)));
            return self.term(offset, Type::Any, Node::List(terms));
        };
        let (takes, gives) = function.shape();
        if takes.len() == terms.len() {
            for (term, wanted) in terms.iter().zip(takes) {
                self.want_one(term, wanted, &format!("for `{name}`"));
            }
        } else {
            let wanted = takes.len() - 1;
            self.tell(offset, format!("`{name}` has {} values in its brackets, expected {wanted}", terms.len() - 1));
        }
        self.term(offset, gives, Node::Call(function, terms))
    }

    /// Whether a pattern fits somewhere in a text.
    fn matches(&mut self, offset: usize, mut terms: Vec<Term>) -> Result<Term, Fault> {
        let pattern = terms.pop();
        let (Some(text), Some(Term { node: Node::Literal(Value::Text(pattern)), offset: at, .. }), true) =
            (terms.pop(), pattern, terms.is_empty())
        else {
            return Err(Fault { offset, message: "`matches` takes one pattern in quotes".to_owned() });
        };
        self.want(&text, Type::Text, "for `matches`");
        let limits = Pattern::config().nfa_size_limit(Some(PATTERN_BYTES));
        match Pattern::builder().configure(limits).build(&pattern) {
            Ok(pattern) => self.term(offset, Type::Truth, Node::Matches(Box::new(pattern), Box::new(text))),
            Err(error) => {
                let why = error.syntax_error().map_or_else(|| error.to_string(), |error| why(&error.to_string()));
                self.tell(at, format!("`{pattern}` is no pattern: {why}"));
                self.term(offset, Type::Truth, Node::Literal(Value::Unknown))
            }
        }
    }

    /// A fact of a claim, of the other claim, or of the draft.
    pub(super) fn fact(&mut self, offset: usize, root: &str) -> Result<Term, Fault> {
        let (whose, facts) = match root {
            "claim" => (Whose::Claim, CLAIM),
            "other" => (Whose::Other, CLAIM),
            "document" => (Whose::Claim, DOCUMENT),
            _ => {
                self.tell(offset, unknown_root(root));
                while self.part().is_some() {}
                return self.term(offset, Type::Any, Node::List(Vec::new()));
            }
        };
        let place = self.offset() + ".".len();
        let mut parts = Vec::new();
        while let Some(part) = self.part() {
            parts.push(part);
        }
        let name = parts.join(".");
        if let Some(fact) = facts.iter().find(|fact| fact.name == name) {
            return self.term(offset, fact.holds, Node::Fact(whose, fact));
        }
        let names = facts.iter().map(|fact| fact.name);
        let message = match name.as_str() {
            "" => format!("`{root}` stands alone, expected one of its facts, as `{root}.{}`", facts[0].name),
            _ => format!("`{root}` has no `{name}`, {}", expected(&name, names)),
        };
        self.tell(if name.is_empty() { offset } else { place }, message);
        self.term(offset, Type::Any, Node::List(Vec::new()))
    }

    /// The type of what an operator makes of two terms.
    pub(super) fn holds(&mut self, at: usize, (sign, operator): (&str, Operator), left: &Term, right: &Term) -> Type {
        let Some(holds) = operator.gives(left.holds, right.holds) else {
            let (a, b) = (left.holds.name(), right.holds.name());
            let hint = match (left.holds, right.holds) {
                (Type::Day, Type::Text) | (Type::Text, Type::Day) => "; a day is written `date(\"2025-03-11\")`",
                (Type::Record, _) | (_, Type::Record) => "; a record can only be held against `null`",
                _ => "",
            };
            self.tell(at, format!("`{sign}` cannot stand between {a} and {b}{hint}"));
            return Type::Any;
        };
        match operator {
            Operator::Equal | Operator::Unequal => {
                self.possible(left, right);
                self.possible(right, left);
            }
            Operator::In => {
                if let Node::List(terms) = &right.node {
                    for term in terms {
                        self.listed(left, term);
                    }
                }
            }
            _ => {}
        }
        holds
    }

    /// Complains of a value in a list that the other side of `in` never is.
    fn listed(&mut self, fact: &Term, value: &Term) {
        if Operator::Equal.gives(fact.holds, value.holds).is_none() {
            let message = format!("{} is listed, expected {}", value.holds.name(), fact.holds.name());
            self.tell(value.offset, message);
        }
        self.possible(fact, value);
    }

    /// Complains of a text that a fact never is: the rule could not match, or would always.
    fn possible(&mut self, fact: &Term, value: &Term) {
        if let (Node::Fact(_, fact), Node::Literal(Value::Text(text))) = (&fact.node, &value.node)
            && !fact.among.is_empty()
            && !fact.among.contains(&text.as_ref())
        {
            let hint = expected(text, fact.among.iter().copied());
            self.tell(value.offset, format!("`{}` is never `{text}`, {hint}", fact.name));
        }
    }

    pub(super) fn want(&mut self, term: &Term, wanted: Type, place: &str) {
        self.want_one(term, &[wanted], place);
    }

    /// Complains of a term that is of none of some types.
    fn want_one(&mut self, term: &Term, wanted: &[Type], place: &str) {
        if !wanted.iter().any(|wanted| term.holds.is(*wanted)) {
            let names: Vec<_> = wanted.iter().map(|wanted| wanted.name()).collect();
            let message = format!("{} stands {place}, expected {}", term.holds.name(), names.join(" or "));
            self.tell(term.offset, message);
        }
    }
}

/// Functions that have a shape of their own.
const OTHERS: [&str; 5] = ["has", "date", "timestamp", "duration", "matches"];

/// How large a pattern may become.
const PATTERN_BYTES: usize = 1 << 20;

/// The last line of a message about a pattern, which says what is wrong.
fn why(message: &str) -> String {
    message.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

/// The day of a time in UTC, or a day by itself.
fn timestamp(text: &str) -> Option<Date> {
    text.parse().ok().filter(|_| text.len() == DAY).or_else(|| {
        let time: jiff::Timestamp = text.parse().ok()?;
        Some(time.to_zoned(jiff::tz::TimeZone::UTC).date())
    })
}

/// The letters of a day by itself.
const DAY: usize = "2025-03-11".len();

/// The days of a duration such as `72h`, `1h30m` or `90s`.
fn duration(text: &str) -> Option<Decimal> {
    const SECONDS: [(char, i64); 3] = [('h', 3_600), ('m', 60), ('s', 1)];
    let (sign, mut rest) = text.strip_prefix('-').map_or((Decimal::ONE, text), |rest| (-Decimal::ONE, rest));
    let mut seconds = Decimal::ZERO;
    while let Some(at) = rest.find(char::is_alphabetic) {
        let (_, unit) = SECONDS.iter().find(|(letter, _)| rest[at..].starts_with(*letter))?;
        let number: Decimal = rest[..at].parse().ok()?;
        seconds = seconds.checked_add(number.checked_mul((*unit).into())?)?;
        rest = &rest[at + 1..];
    }
    let given = rest.is_empty() && !text.is_empty();
    given.then(|| seconds.checked_div(Decimal::from(86_400)))?.map(|days| sign * days)
}

/// What to say of a name that is none of `claim`, `other` and `document`.
fn unknown_root(name: &str) -> String {
    let of = |root: &str, facts: &[Fact]| {
        let near = nearest(name, facts.iter().map(|fact| fact.name))?;
        Some(format!("there is no `{name}`, did you mean `{root}.{near}`?"))
    };
    let roots = || format!("there is no `{name}`, {}", expected(name, ["claim", "other", "document"]));
    match name {
        "and" | "or" | "not" | "AND" | "OR" | "NOT" => {
            format!("`{name}` is no name: logic is written `&&`, `||` and `!`")
        }
        _ => of("claim", CLAIM).or_else(|| of("document", DOCUMENT)).unwrap_or_else(roots),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::policy::testing::told;

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, message) in [
            ("claim.nuon == 'x'", "6: `claim` has no `nuon`, did you mean `noun`?"),
            ("claim.source.nam == 'x'", "6: `claim` has no `source.nam`, did you mean `source.name`?"),
            ("unit == 'percent'", "0: there is no `unit`, did you mean `claim.unit`?"),
            ("clam.unit == 'percent'", "0: there is no `clam`, did you mean `claim`?"),
            ("claim.role == 'headlin'", "14: `role` is never `headlin`, did you mean `headline`?"),
            ("claim.role in ['bodi']", "15: `role` is never `bodi`, did you mean `body`?"),
            ("claim.value > '100'", "12: `>` cannot stand between a number and a text"),
            ("claim.value in ['100']", "16: a text is listed, expected a number"),
            (
                "claim.source == 'Post'",
                "13: `==` cannot stand between a record and a text; a record can only be held against `null`",
            ),
            (
                "document.published > '2025'",
                "19: `>` cannot stand between a day and a text; a day is written `date(\"2025-03-11\")`",
            ),
            ("claim.noun.startswith('x')", "11: there is no function `startswith`, did you mean `startsWith`?"),
            ("claim.noun.contains(3)", "20: a number stands for `contains`, expected a text"),
            ("claim.noun.contains()", "11: `contains` has 0 values in its brackets, expected 1"),
            ("claim.value > 1 and true", "16: `and` is written `&&`"),
            ("claim.value >", "13: the condition ends here, expected a fact, a number, a text in quotes or a bracket"),
            ("(claim.value > 1", "16: the condition ends here, expected `)`"),
            ("date('2025-02-30') == null", "5: `2025-02-30` is no day, expected one such as `2025-03-11`"),
            ("claim.events.exists(e, e > 3)", "25: `>` cannot stand between a text and a number"),
            ("claim.events.exists(e, e)", "23: a text stands in a loop, expected true or false"),
            ("claim.events.exist(e, e == 'kill')", "13: there is no function `exist`, did you mean `exists`?"),
            ("claim.value > 1 AND true", "16: `AND` is written `&&`"),
            ("claim.value.exists(e, e == 1)", "0: a number stands before a loop, expected a list"),
            ("claim.events.exists(3, true)", "20: `3` stands here, expected a name for each value of the list"),
            ("claim.events[0] == 3", "16: `==` cannot stand between a text and a number"),
            ("claim.noun.matches('(a')", "19: `(a` is no pattern: unclosed group"),
            ("claim.noun.matches(claim.head)", "11: `matches` takes one pattern in quotes"),
            ("duration('3 days') > 1", "9: `3 days` is no duration, expected one such as `72h` or `1h30m`"),
            ("timestamp('soon') == null", "10: `soon` is no time, expected one such as `2025-03-11T00:00:00Z`"),
            ("claim", "0: `claim` stands alone, expected one of its facts, as `claim.text`"),
        ] {
            assert_eq!(told(text), [message], "{text}");
        }
    }

    #[test]
    fn all_mistakes_of_names_and_types_are_told_at_once() {
        assert_eq!(told("claim.nuon == 1 || clam.x > 2 || !claim.value").len(), 3);
    }
}
