//! Tables that break down a total that stands in the text before them.
//!
//! ```text
//! lead  = … noun "by" …      the line right above: "Suspected cases by age"
//! total = figure noun        the same noun, with the same words in front of it, anywhere before
//! table = one row, or one column, of figures without a total of its own
//! ```

use super::table::{can_be_added, is_of_no_sum, is_total, label};
use crate::claim::{Claim, Decimal, Relation, Unit};
use crate::text::Block;

/// How far the parts may be from the total, in hundredths of it, to be taken for its parts at all.
const FAR: i64 = 25;

/// The sum that a table makes, whose cells are given with the block above it.
pub(super) fn sum(text: &str, lead: &Block, cells: &[Block], claims: &[Claim]) -> Option<Relation> {
    let lead = label(text, lead);
    let table = cells.first()?.cell?.table;
    let in_table = |claim: &Claim| claim.cell.is_some_and(|cell| cell.table == table && cell.row > 0);
    let parts: Vec<_> = (0..claims.len()).filter(|&at| in_table(&claims[at])).collect();
    let labels = || cells.iter().map(|block| label(text, block));
    let open = labels().any(|label| {
        is_total(&label) || is_of_no_sum(&label) || label.contains("year") || label.starts_with("of which")
    });
    let whole = is_line(cells, claims, &parts) && !open && parts.len() > 2;
    let added = |at: &usize| claims[*at].quantity.unit == Unit::Count && can_be_added(&claims[*at]);
    if !whole || !parts.iter().all(added) {
        return None;
    }
    let sum: Decimal = parts.iter().filter_map(|&at| claims[at].quantity.value()).sum();
    let before = claims[..*parts.first()?].iter().enumerate().filter(|(_, claim)| is_named(claim, &lead));
    let away = |claim: &Claim| claim.quantity.value().map(|value| (value - sum).abs());
    let (total, claim) = before.min_by_key(|(_, claim)| away(claim))?;
    let near = away(claim)? <= claim.quantity.value()?.checked_mul(Decimal::new(FAR, 2))?;
    near.then_some(Relation::Sum { parts, total, complete: true })
}

/// Whether the figures stand one in each cell of a single row or column, and all of it holds figures.
fn is_line(cells: &[Block], claims: &[Claim], parts: &[usize]) -> bool {
    let places = || parts.iter().filter_map(|&at| claims[at].cell);
    let Some(first) = places().next() else { return false };
    let all = || cells.iter().filter_map(|block| block.cell);
    let row = places().all(|cell| cell.row == first.row);
    let column = places().all(|cell| cell.column == first.column);
    let length = if row {
        all().filter(|cell| cell.row == first.row && (cell.column > 0 || first.column == 0)).count()
    } else {
        all().filter(|cell| cell.column == first.column && cell.row > 0).count()
    };
    let apart = places().zip(places().skip(1)).all(|(one, next)| one != next);
    (row || column) && apart && length == parts.len()
}

/// Whether the line above a table breaks down what a claim counts.
fn is_named(claim: &Claim, lead: &str) -> bool {
    let Some(noun) = claim.noun.as_ref().filter(|noun| !noun.span.is_empty()) else { return false };
    claim.quantity.unit == Unit::Count && lead.contains(&format!("{} by ", noun.text.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn a_total_in_the_text() {
        for (lead, table, expected) in [
            ("Flooded homes by parish", "| Arle | Orr | Tarn |\n|---|---|---|\n| 40 | 25 | 30 |", "40 + 25 + 30 = 105"),
            (
                "Flooded homes by parish",
                "| Parish | Homes |\n|---|---|\n| Arle | 40 |\n| Orr | 25 |\n| Tarn | 30 |",
                "40 + 25 + 30 = 105",
            ),
            ("Homes by parish", "| Arle | Orr | Tarn |\n|---|---|---|\n| 40 | 25 | 30 |", "-"),
            ("Flooded homes in some parishes", "| Arle | Orr | Tarn |\n|---|---|---|\n| 40 | 25 | 30 |", "-"),
            ("Flooded homes by parish", "| Arle | Orr | Tarn |\n|---|---|---|\n| 40 | 25 | none |", "-"),
            ("Flooded homes by parish", "| Arle | Orr | Tarn |\n|---|---|---|\n| 4 | 2 | 3 |", "-"),
        ] {
            let text = format!("The fire service counted 105 flooded homes in May.\n\n{lead}\n\n{table}\n");
            assert_eq!(sums(&text), expected, "{lead}\n{table}");
        }
    }
}
