//! Values of a policy's condition, and what may be done with them.
//!
//! Logic is that of CEL: what cannot be told, such as whether nothing is more than 100, is unknown, and stays so unless
//! the other side of `&&` or `||` settles the matter. Numbers are exact decimals, and of one type.

use super::term::Operator;
use crate::claim::Decimal;
use crate::rules::words::{number, stretch};
use crate::text::one_line;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cmp::Ordering;

/// What kind of value a term has, as far as its text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// Nothing.
    Null,
    /// True or false.
    Truth,
    /// An exact decimal.
    Number,
    /// Words.
    Text,
    /// A day of the calendar.
    Day,
    /// Values in a row.
    List,
    /// Values under keys.
    Map,
    /// A thing of which only its parts can be told, and whether it is there.
    Record,
    /// Not known, because of a mistake that has been told.
    Any,
}

impl Type {
    /// The type in words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Null => "`null`",
            Self::Truth => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::Day => "a day",
            Self::List => "a list",
            Self::Map => "a map",
            Self::Record => "a record",
            Self::Any => "anything",
        }
    }

    /// Whether a value of this type may stand where one of the other is wanted.
    pub(super) fn is(self, wanted: Self) -> bool {
        self == wanted || self == Self::Any || wanted == Self::Any
    }
}

/// The value of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value<'d> {
    /// It cannot be told.
    Unknown,
    /// Nothing.
    Null,
    /// True or false.
    Truth(bool),
    /// An exact decimal.
    Number(Decimal),
    /// Words.
    Text(Cow<'d, str>),
    /// A day.
    Day(Date),
    /// Words of a draft.
    Texts(&'d [String]),
    /// A list as the condition gives it.
    List(Vec<Value<'d>>),
    /// Keys, each with its value.
    Map(Vec<(Value<'d>, Value<'d>)>),
    /// A thing that is there.
    Record,
}

impl<'d> Value<'d> {
    /// A text, or nothing.
    pub(super) fn text(text: Option<&'d str>) -> Self {
        text.map_or(Self::Null, |text| Self::Text(Cow::Borrowed(text)))
    }

    /// A number, or nothing.
    pub(super) fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Null, Self::Number)
    }

    /// A day, or nothing.
    pub(super) fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Null, Self::Day)
    }

    /// A record, or nothing.
    pub(super) fn record<T>(record: Option<T>) -> Self {
        record.map_or(Self::Null, |_| Self::Record)
    }

    /// The value in words: "2,500", "3 May 2024", "none".
    pub(super) fn words(&self) -> String {
        match self {
            Self::Unknown => "unknown".to_owned(),
            Self::Null => "none".to_owned(),
            Self::Truth(truth) => truth.to_string(),
            Self::Number(value) => number(*value),
            Self::Text(text) => one_line(text).into_owned(),
            Self::Day(day) => stretch((*day, *day)),
            Self::Texts(texts) => texts.join(", "),
            Self::List(values) => values.iter().map(Value::words).collect::<Vec<_>>().join(", "),
            Self::Map(pairs) => pairs
                .iter()
                .map(|(key, value)| format!("{}: {}", key.words(), value.words()))
                .collect::<Vec<_>>()
                .join(", "),
            Self::Record => "given".to_owned(),
        }
    }

    /// The same value, its words borrowed.
    pub(super) fn lent(&'d self) -> Self {
        match self {
            Self::Text(text) => Self::Text(Cow::Borrowed(text)),
            other => other.clone(),
        }
    }

    /// The values of a list or the keys of a map, one by one; `None` where it is neither.
    pub(super) fn into_elements(self) -> Option<Vec<Self>> {
        match self {
            Self::Texts(texts) => Some(texts.iter().map(|text| Self::text(Some(text))).collect()),
            Self::List(values) => Some(values),
            Self::Map(pairs) => Some(pairs.into_iter().map(|(key, _)| key).collect()),
            _ => None,
        }
    }

    /// The value of a list at a place, from 0, or of a map under a key; unknown where there is none.
    pub(super) fn into_element(self, at: &Self) -> Self {
        let found = match (self, at) {
            (Self::Map(pairs), at) => pairs.into_iter().find(|(key, _)| key == at).map(|(_, value)| value),
            (list, Self::Number(at)) => usize::try_from(*at)
                .ok()
                .filter(|place| Decimal::from(*place) == *at)
                .and_then(|at| list.into_elements()?.into_iter().nth(at)),
            _ => None,
        };
        found.unwrap_or(Self::Unknown)
    }

    /// How much room it takes: what making it anew counts for.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Text(Cow::Owned(text)) => text.len(),
            Self::Texts(texts) => texts.len(),
            Self::List(values) => values.iter().map(Self::size).sum::<usize>() + 1,
            Self::Map(pairs) => pairs.iter().map(|(key, value)| key.size() + value.size()).sum::<usize>() + 1,
            _ => 1,
        }
    }

    /// The opposite of a truth.
    pub(super) const fn not(&self) -> Self {
        match self {
            Self::Truth(truth) => Self::Truth(!*truth),
            _ => Self::Unknown,
        }
    }

    /// An operator between two values; the second is worked out only where the first does not settle it.
    pub(super) fn combine(self, operator: Operator, other: impl FnOnce() -> Self) -> Self {
        let settled = match operator {
            Operator::Or => Self::Truth(true),
            Operator::And => Self::Truth(false),
            _ => return self.with(operator, &other()),
        };
        match (self, other) {
            (one, _) if one == settled => settled,
            (one, other) => match other() {
                other if other == settled => settled,
                Self::Truth(_) if matches!(one, Self::Truth(_)) => settled.not(),
                _ => Self::Unknown,
            },
        }
    }

    fn with(&self, operator: Operator, other: &Self) -> Self {
        if *self == Self::Unknown || *other == Self::Unknown {
            return Self::Unknown;
        }
        match operator {
            Operator::Equal => Self::Truth(self.equals(other)),
            Operator::Unequal => Self::Truth(!self.equals(other)),
            Operator::Less => self.ordered(other, Ordering::is_lt),
            Operator::AtMost => self.ordered(other, Ordering::is_le),
            Operator::More => self.ordered(other, Ordering::is_gt),
            Operator::AtLeast => self.ordered(other, Ordering::is_ge),
            Operator::In => other.holds(self),
            _ => self.computed(operator, other).unwrap_or(Self::Unknown),
        }
    }

    fn equals(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Texts(texts), Self::List(values)) | (Self::List(values), Self::Texts(texts)) => {
                texts.len() == values.len()
                    && texts.iter().zip(values).all(|(text, value)| Self::text(Some(text)) == *value)
            }
            (Self::Map(one), Self::Map(other)) => {
                one.len() == other.len() && one.iter().all(|pair| other.contains(pair))
            }
            _ => self == other,
        }
    }

    fn ordered(&self, other: &Self, fits: impl Fn(Ordering) -> bool) -> Self {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => Self::Truth(fits(a.cmp(b))),
            (Self::Text(a), Self::Text(b)) => Self::Truth(fits(a.cmp(b))),
            (Self::Day(a), Self::Day(b)) => Self::Truth(fits(a.cmp(b))),
            (Self::Truth(a), Self::Truth(b)) => Self::Truth(fits(a.cmp(b))),
            _ => Self::Unknown,
        }
    }

    fn holds(&self, one: &Self) -> Self {
        match (self, one) {
            (Self::Texts(texts), Self::Text(one)) => Self::Truth(texts.iter().any(|text| text == one)),
            (Self::Texts(_), _) => Self::Truth(false),
            (Self::List(values), _) => Self::Truth(values.contains(one)),
            (Self::Map(pairs), _) => Self::Truth(pairs.iter().any(|(key, _)| key == one)),
            _ => Self::Unknown,
        }
    }

    /// A sum, difference, product, quotient or remainder; `None` where there is none, as of a division by zero.
    fn computed(&self, operator: Operator, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => match operator {
                Operator::Add => a.checked_add(*b),
                Operator::Subtract => a.checked_sub(*b),
                Operator::Multiply => a.checked_mul(*b),
                Operator::Divide => a.checked_div(*b),
                Operator::Remainder => a.checked_rem(*b),
                _ => None,
            }
            .map(Self::Number),
            (Self::Text(a), Self::Text(b)) => Some(Self::Text(Cow::Owned(format!("{a}{b}")))),
            (Self::Texts(_) | Self::List(_), Self::Texts(_) | Self::List(_)) => {
                let elements = [self, other].map(|list| list.clone().into_elements().unwrap_or_default());
                Some(Self::List(elements.concat()))
            }
            (Self::Day(a), Self::Day(b)) => Some(Self::Number((*a - *b).get_days().into())),
            (Self::Day(day), Self::Number(days)) if operator == Operator::Subtract => later(*day, -days),
            (Self::Day(day), Self::Number(days)) | (Self::Number(days), Self::Day(day)) => later(*day, *days),
            _ => None,
        }
    }
}

/// The day so many days later; what a fraction of a day adds is left out.
fn later<'d>(day: Date, days: Decimal) -> Option<Value<'d>> {
    let days = i64::try_from(days.floor()).ok()?;
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(Value::Day)
}

#[cfg(test)]
mod tests {
    use super::{Operator, Value};

    #[test]
    fn what_cannot_be_told_stays_so_unless_settled() {
        let (yes, no, unknown) = (Value::Truth(true), Value::Truth(false), Value::Unknown);
        for (a, operator, b, both) in [
            (&unknown, Operator::Or, &yes, &yes),
            (&unknown, Operator::And, &no, &no),
            (&unknown, Operator::Or, &no, &unknown),
            (&yes, Operator::And, &unknown, &unknown),
            (&no, Operator::And, &unknown, &no),
            (&yes, Operator::And, &yes, &yes),
            (&no, Operator::Or, &no, &no),
        ] {
            assert_eq!(&a.clone().combine(operator, || b.clone()), both, "{a:?} {operator:?} {b:?}");
        }
    }

    #[test]
    fn no_calculation_fails() {
        let number = |value: i64| Value::Number(value.into());
        assert_eq!(number(1).combine(Operator::Divide, || number(0)), Value::Unknown);
        assert_eq!(number(7).combine(Operator::Remainder, || number(4)), number(3));
        assert_eq!(Value::Null.combine(Operator::More, || number(0)), Value::Unknown);
        assert_eq!(Value::Null.combine(Operator::Equal, || number(0)), Value::Truth(false));
    }
}
