//! What the headings of a table, and the line that leads up to it, say of its cells.
//!
//! | table | noun | unit | period |
//! |---|---|---|---|
//! | `Town, Homes lost; Upton, 40` | Homes lost | | |
//! | `Plant, Output (GWh); Upton, 40` | Output | gigawatt_hour | |
//! | `Cost, 2023; Fuel, $40` | Fuel | | 2023 |
//! | `Lost in May: Town, Homes; Upton, 40` | Homes | | May |
//! | `Output in 2024: Plant, Output; Upton, 40` | Output | | 2024 |
//! | `Output in 2024: Plant, Workers, Output; Upton, 40, 90` | Workers, Output | | none, 2024 |
//! | `Hectares lost: Town, 2023; Upton, 40` | | hectare | 2023 |

use super::timing::timing;
use crate::claim::{Noun, Timing, Unit};
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::grammar::unit;
use crate::lexicon::List;
use crate::text::{Cell, Shape, Token};
use std::ops::Range;
use std::sync::Arc;

/// What one heading says.
#[derive(Debug, Default)]
pub(super) struct Heading {
    pub(super) noun: Option<Noun>,
    pub(super) unit: Option<Unit>,
    pub(super) period: Option<Timing>,
}

/// The headings of the table that is being read.
#[derive(Debug, Default)]
pub(super) struct Headings {
    table: usize,
    columns: Vec<Heading>,
    row: Heading,
    lead: Lead,
}

/// What the line before the table says of all its cells, where that line leads up to it.
#[derive(Clone, Debug, Default)]
struct Lead {
    period: Option<Timing>,
    unit: Option<Unit>,
    /// The head of the noun that it begins with: "Visitors in 2024".
    head: Option<Arc<str>>,
}

/// How many tokens a table's title may have.
const TITLE: usize = 16;

impl Headings {
    /// Takes up a cell with the dates in it, if it is a heading of its column or its row.
    pub(super) fn notice<'d>(&mut self, cell: Cell, tokens: Tokens<'_>, dates: impl Iterator<Item = &'d Dated>) {
        if cell.table != self.table {
            *self = Self { table: cell.table, lead: std::mem::take(&mut self.lead), ..Self::default() };
        }
        if cell.row == 0 && cell.heading {
            self.columns.resize_with(self.columns.len().max(cell.column + 1), Heading::default);
            self.columns[cell.column] = heading(tokens, dates);
        } else if cell.column == 0 {
            self.row = heading(tokens, dates);
        }
    }

    /// Takes up the last sentence of a block that is no cell: one that ends with a colon leads up to what follows, and so
    /// does a title, which ends with no full stop.
    pub(super) fn lead_in(&mut self, sentence: Tokens<'_>, dates: &[Dated]) {
        let Some(last) = sentence.rest().last() else { return };
        let leads = last.letters == ":";
        let ends = matches!(last.letters, "." | "?" | "!");
        let title = leads || !ends && sentence.rest().len() <= TITLE;
        let of = || (0..sentence.rest().len()).find(|&at| matches!(sentence.from(at).letters(), "(" | "[" | ","));
        let named = |at: usize| unit::named(sentence.from(at));
        // "By Ana Ruiz, 3 May": a day of a line that leads up to nothing need not be the table's.
        let told = |date: &&Dated| leads || title && date.start != date.end;
        self.lead = Lead {
            period: dates.last().filter(told).map(timing),
            unit: title.then(|| named(0).or_else(|| named(of()? + 1))).flatten(),
            head: sentence.peek().filter(|_| title).map(|first| super::noun::lemma(sentence.lexicon(), first).0),
        };
    }

    /// The noun of a cell's figures: the heading of its column, else of its row.
    pub(super) fn noun(&self, cell: Cell) -> Option<&Noun> {
        let column = self.columns.get(cell.column).and_then(|heading| heading.noun.as_ref());
        column.or(self.row.noun.as_ref()).filter(|_| cell.column > 0)
    }

    /// The period of a cell's figures: that of its column, of its row, or of the line before the table.
    pub(super) fn period(&self, cell: Cell) -> Option<Timing> {
        let column = self.columns.get(cell.column).and_then(|heading| heading.period);
        let lead = || self.lead.period.filter(|_| self.lead_is_of(cell.column));
        column.or(self.row.period).or_else(lead).filter(|_| cell.row > 0)
    }

    /// Whether the line before the table speaks of a column: of all of them, unless it names what one of them counts.
    fn lead_is_of(&self, column: usize) -> bool {
        let head = self.lead.head.as_ref();
        let names = |heading: &Heading| head.is_some() && heading.noun.as_ref().map(|noun| &noun.head) == head;
        let other = |heading: &Heading| heading.noun.is_some() && heading.unit.is_none() && !names(heading);
        !self.columns.iter().any(names) || !self.columns.get(column).is_some_and(other)
    }

    /// The unit of a cell's figures, where a heading gives one in brackets, or the line before the table one for all that
    /// no heading says a thing of.
    pub(super) fn unit(&self, cell: Cell) -> Option<&Unit> {
        let heading = self.columns.get(cell.column);
        let column = heading.and_then(|heading| heading.unit.as_ref());
        let lead =
            || self.lead.unit.as_ref().filter(|_| cell.row > 0 && heading.is_some_and(|head| head.noun.is_none()));
        column.or(self.row.unit.as_ref()).or_else(lead).filter(|_| cell.column > 0)
    }
}

fn heading<'d>(tokens: Tokens<'_>, dates: impl Iterator<Item = &'d Dated>) -> Heading {
    let bracket = (0..tokens.rest().len()).find(|&at| matches!(tokens.from(at).letters(), "(" | "[" | ","));
    let end = bracket.unwrap_or(tokens.rest().len());
    let unit = bracket.and_then(|at| unit::named(tokens.from(at + 1)));
    let period = dates.map(timing).find(|period| period.start.is_some());
    Heading { noun: noun(tokens, 0..end), unit, period }
}

/// The words of a heading as a noun, its last plural or else its last word the head; none where it only gives a time.
fn noun(tokens: Tokens<'_>, words: Range<usize>) -> Option<Noun> {
    let lexicon = tokens.lexicon();
    let known = |token: &Token| lexicon.noun(token.word).is_some() && lexicon.calendar(token.word).is_empty();
    let inside = || words.clone().filter_map(|at| tokens.nth(at));
    let head = inside().find(|token| known(token)).or_else(|| inside().rfind(|token| token.is_word()))?;
    let frame = |token: &Token| lexicon.is_frame(token.word) || lexicon.is(token.word, List::Adverb);
    let time = |token: &Token| {
        matches!(token.shape, Shape::Number | Shape::Mark) || frame(token) || !lexicon.calendar(token.word).is_empty()
    };
    // "Change" says of no cell what it counts; the row does.
    let change = |token: &Token| ["change", "Change"].contains(&token.letters);
    if inside().all(|token| time(token) || change(token)) {
        return None;
    }
    let span = tokens.from(words.start).span_to(&tokens.from(words.end));
    let (head, class) = super::noun::lemma(lexicon, head);
    Some(Noun { text: span.of(tokens.text()).to_owned(), head, class, ..Noun::default() })
}

#[cfg(test)]
mod tests {
    use crate::extract::noun::testing::claims;
    use jiff::civil::date;

    #[test]
    fn periods_that_a_table_is_given() {
        let year = (date(2024, 1, 1), date(2024, 12, 31));
        for (above, period) in [
            ("Output in 2024", Some(year)),
            ("Output in 2024:", Some(year)),
            ("By Ana Ruiz, 3 March 2024", None),
            ("Output fell in every town that the board saw in 2024.", None),
        ] {
            let text = format!("{above}\n\n| Town | Cases |\n|---|---|\n| Upton | 40 |\n");
            let last = claims(&text).pop().and_then(|claim| claim.as_of);
            let period = period.map(|(start, end)| (Some(start), Some(end)));
            assert_eq!(last.map(|last| (last.start, last.end)), period, "{above}");
        }
    }

    #[test]
    fn a_title_that_names_one_column_dates_no_other() {
        for (above, header, dated) in [
            ("Visitors in 2024, by town", "Town | Chapels | Visitors", [false, true]),
            ("Visitors in 2024, by town", "Town | Share (percent) | Visitors", [true, true]),
            ("Visitors in 2024, by town", "Town | Men | Women", [true, true]),
            ("The chapels of Lune in 2024", "Town | Chapels | Visitors", [true, true]),
        ] {
            let text = format!("{above}\n\n| {header} |\n|---|---|---|\n| Upton | 40 | 900 |\n");
            let periods: Vec<_> = claims(&text).iter().rev().take(2).map(|claim| claim.as_of.is_some()).collect();
            assert_eq!([periods[1], periods[0]], dated, "{above} {header}");
        }
    }

    #[test]
    fn units_that_a_table_is_given() {
        for (above, header, unit) in [
            ("Hectares lost", "Town | 2023", "hectare"),
            ("**Hectares lost:**", "Town | 2023", "hectare"),
            ("Losses (hectares)", "Town | 2023", "hectare"),
            ("Hectares lost", "Town | Homes", "count"),
            ("Hectares lost", "Town | 2023 (km)", "kilometre"),
            ("Hectares were lost in every town that the board saw.", "Town | 2023", "count"),
        ] {
            let text = format!("{above}\n\n| {header} |\n|---|---|\n| Upton | 40 |\n");
            let last = claims(&text).pop().map(|claim| claim.quantity.unit.to_string());
            assert_eq!(last.as_deref(), Some(unit), "{above} {header}");
        }
    }
}
