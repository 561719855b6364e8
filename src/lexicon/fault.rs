//! What is wrong with the values of a desk's tables, beyond their shape.
//!
//! It names the value and what was expected; where the value stands in its file, whoever read the file knows.

use super::feast::Feast;
use super::list::List;
use super::written::Written;
use crate::claim::Decimal;
use jiff::civil::Date;

/// A value that a table cannot have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The key that it stands under.
    pub key: &'static str,
    /// The value as written.
    pub value: String,
    /// All that it may be; empty where a decimal or a fraction of two is expected.
    pub known: Vec<&'static str>,
}

const ORDERS: [&str; 5] = ["verb", "preposition", "noun", "passive", "label"];
const STANCES: [&str; 9] = ["say", "find", "estimate", "think", "report", "claim", "deny", "forecast", "target"];
const BODIES: [&str; 8] = ["agency", "ministry", "company", "media", "ngo", "court", "police", "document"];
const PLACES: [&str; 5] = ["continent", "region", "country", "province", "city"];
const OFFICES: [&str; 5] = ["honorific", "rank", "office", "role", "spokesman"];
const CALENDAR: [&str; 9] = ["month", "weekday", "season", "unit", "part", "ordinal", "relative", "decade", "feast"];
const FEASTS: [&str; 8] = [
    "month and day",
    "month, weekday and nth",
    "easter",
    "orthodox_easter",
    "passover",
    "rosh_hashanah",
    "hijri",
    "dates",
];
const QUALIFIERS: [&str; 5] = ["about", "at_least", "more_than", "at_most", "less_than"];

impl Written<'_> {
    /// All values that do not fit, in the order of the tables.
    pub fn faults(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        let values = self.magnitude.iter().map(|one| &one.value).chain(self.multiple.iter().map(|one| &one.value));
        values.for_each(|value| decimal("value", value, &mut found));
        for unit in &self.unit {
            unit.factor.split('/').for_each(|part| decimal("factor", part, &mut found));
            unit.offset.iter().for_each(|offset| decimal("offset", offset, &mut found));
        }
        let mut words = |key, value: &str, known: &[&'static str]| {
            if !known.contains(&value) {
                found.push(Fault { key, value: value.to_owned(), known: known.to_vec() });
            }
        };
        self.qualifier.iter().for_each(|one| words("kind", &one.kind, &QUALIFIERS));
        self.place.iter().for_each(|one| words("kind", &one.kind, &PLACES));
        self.source.iter().for_each(|one| words("kind", &one.kind, &BODIES));
        self.title.iter().for_each(|one| words("kind", &one.kind, &OFFICES));
        self.calendar.iter().for_each(|one| words("kind", &one.kind, &CALENDAR));
        self.cue.iter().for_each(|one| words("order", &one.order, &ORDERS));
        self.cue.iter().for_each(|one| words("stance", &one.stance, &STANCES));
        let ruled = |one: &&super::written::Feast<'_>| Feast::from_written(one).is_some();
        let unruled = self.feast.iter().filter(|one| !ruled(one));
        unruled.for_each(|one| words("feast", one.words.first().map_or("", |name| name), &FEASTS));
        let told = self.feast.iter().filter_map(|one| one.dates.as_ref()).flat_map(|dates| dates.split_whitespace());
        told.filter(|day| day.parse::<Date>().is_err()).for_each(|day| words("dates", day, &["YYYY-MM-DD"]));
        let lists: Vec<_> = List::ALL.iter().map(|(name, _)| *name).collect();
        self.list.keys().for_each(|name| words("list", name, &lists));
        found
    }
}

fn decimal(key: &'static str, value: &str, found: &mut Vec<Fault>) {
    if Decimal::from_str_exact(value).is_err() {
        found.push(Fault { key, value: value.to_owned(), known: Vec::new() });
    }
}

#[cfg(test)]
mod tests {
    use super::{CALENDAR, QUALIFIERS};
    use crate::claim::Qualifier;
    use crate::lexicon::{CalendarKind, Lexicon};

    #[test]
    fn our_own_tables_have_no_fault() {
        assert_eq!(Lexicon::packed().faults(), []);
        assert!(CALENDAR.iter().all(|name| CalendarKind::named(name).is_some()));
        assert!(QUALIFIERS.iter().all(|name| Qualifier::named(name).is_some()));
    }
}
