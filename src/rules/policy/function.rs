//! Functions of a condition: what they take, and what they make of it.

use super::value::{Type, Value};
use std::borrow::Cow;

/// A function of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    /// Whether a text begins with another.
    StartsWith,
    /// Whether a text ends with another.
    EndsWith,
    /// Whether a text has another in it.
    Contains,
    /// A text with its ASCII capitals in lower case.
    LowerAscii,
    /// A text with its ASCII letters in capitals.
    UpperAscii,
    /// A text without blanks at its ends.
    Trim,
    /// How many code points a text has, values a list, keys a map.
    Size,
    /// A number without its fraction, or one that a text holds.
    Int,
    /// Likewise, of what is not below zero.
    Uint,
    /// A number, or one that a text holds.
    Double,
    /// A truth, or one that a text holds.
    Bool,
    /// A value in words.
    Text,
    /// A value whose type is not asked for.
    Dyn,
    /// The year of a day.
    FullYear,
    /// The month of a day, January being 0.
    Month,
    /// The day of a day's month, the first being 1.
    Date,
    /// The day of a day's month, the first being 0.
    DayOfMonth,
    /// The day of a day's year, the first being 0.
    DayOfYear,
    /// The weekday of a day, Sunday being 0.
    DayOfWeek,
}

impl Function {
    /// All of them, as written.
    pub(super) const ALL: [(&'static str, Self); 19] = [
        ("startsWith", Self::StartsWith),
        ("endsWith", Self::EndsWith),
        ("contains", Self::Contains),
        ("lowerAscii", Self::LowerAscii),
        ("upperAscii", Self::UpperAscii),
        ("trim", Self::Trim),
        ("size", Self::Size),
        ("int", Self::Int),
        ("uint", Self::Uint),
        ("double", Self::Double),
        ("bool", Self::Bool),
        ("string", Self::Text),
        ("dyn", Self::Dyn),
        ("getFullYear", Self::FullYear),
        ("getMonth", Self::Month),
        ("getDate", Self::Date),
        ("getDayOfMonth", Self::DayOfMonth),
        ("getDayOfYear", Self::DayOfYear),
        ("getDayOfWeek", Self::DayOfWeek),
    ];

    /// What it takes, the one it is called on first, each of one of some types; and what it gives.
    pub(super) const fn shape(self) -> (&'static [&'static [Type]], Type) {
        const TEXT: &[Type] = &[Type::Text];
        const NUMBER: &[Type] = &[Type::Number, Type::Text];
        match self {
            Self::StartsWith | Self::EndsWith | Self::Contains => (&[TEXT, TEXT], Type::Truth),
            Self::LowerAscii | Self::UpperAscii | Self::Trim => (&[TEXT], Type::Text),
            Self::Size => (&[&[Type::List, Type::Text, Type::Map]], Type::Number),
            Self::Int | Self::Uint | Self::Double => (&[NUMBER], Type::Number),
            Self::Bool => (&[&[Type::Truth, Type::Text]], Type::Truth),
            Self::Text => (&[&[Type::Text, Type::Number, Type::Day, Type::Truth]], Type::Text),
            Self::Dyn => (&[&[Type::Any]], Type::Any),
            Self::FullYear | Self::Month | Self::Date | Self::DayOfMonth | Self::DayOfYear | Self::DayOfWeek => {
                (&[&[Type::Day]], Type::Number)
            }
        }
    }

    /// What it makes of some values; unknown where they are none that it takes.
    pub(super) fn of<'d>(self, values: &[Value<'d>]) -> Value<'d> {
        match values {
            [Value::Text(text)] => self.of_text(text),
            [Value::Text(text), Value::Text(part)] => self.of_texts(text, part),
            [Value::Day(day)] => self.of_day(*day),
            [value] => self.of_one(value),
            _ => Value::Unknown,
        }
    }

    fn of_text<'d>(self, text: &Cow<'d, str>) -> Value<'d> {
        let owned = |text: String| Value::Text(Cow::Owned(text));
        let number = || text.trim().parse().map_or(Value::Unknown, Value::Number);
        match self {
            Self::LowerAscii => owned(text.to_ascii_lowercase()),
            Self::UpperAscii => owned(text.to_ascii_uppercase()),
            Self::Trim => owned(text.trim().to_owned()),
            Self::Size => Value::Number(text.chars().count().into()),
            Self::Int | Self::Uint => self.of_one(&number()),
            Self::Double => number(),
            Self::Bool => text.parse().map_or(Value::Unknown, Value::Truth),
            Self::Text | Self::Dyn => Value::Text(text.clone()),
            _ => Value::Unknown,
        }
    }

    fn of_texts<'d>(self, text: &str, part: &str) -> Value<'d> {
        match self {
            Self::StartsWith => Value::Truth(text.starts_with(part)),
            Self::EndsWith => Value::Truth(text.ends_with(part)),
            Self::Contains => Value::Truth(text.contains(part)),
            _ => Value::Unknown,
        }
    }

    fn of_day<'d>(self, day: jiff::civil::Date) -> Value<'d> {
        let number = match self {
            Self::FullYear => day.year(),
            Self::Month => (day.month() - 1).into(),
            Self::Date => day.day().into(),
            Self::DayOfMonth => (day.day() - 1).into(),
            Self::DayOfYear => day.day_of_year() - 1,
            Self::DayOfWeek => day.weekday().to_sunday_zero_offset().into(),
            Self::Text => return Value::Text(Cow::Owned(day.to_string())),
            Self::Dyn => return Value::Day(day),
            _ => return Value::Unknown,
        };
        Value::Number(number.into())
    }

    fn of_one<'d>(self, value: &Value<'d>) -> Value<'d> {
        let text = |text: String| Value::Text(Cow::Owned(text));
        match (self, value) {
            (Self::Int, Value::Number(number)) => Value::Number(number.trunc()),
            (Self::Uint, Value::Number(number)) if !number.is_sign_negative() => Value::Number(number.trunc()),
            (Self::Size, Value::Texts(texts)) => Value::Number(texts.len().into()),
            (Self::Size, Value::List(values)) => Value::Number(values.len().into()),
            (Self::Size, Value::Map(pairs)) => Value::Number(pairs.len().into()),
            (Self::Text, Value::Number(number)) => text(number.normalize().to_string()),
            (Self::Text, Value::Truth(truth)) => text(truth.to_string()),
            (Self::Double, Value::Number(_)) | (Self::Bool, Value::Truth(_)) | (Self::Dyn, _) => value.clone(),
            _ => Value::Unknown,
        }
    }
}
