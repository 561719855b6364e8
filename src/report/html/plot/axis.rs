//! The axis of values.

use super::{ABOVE, HEIGHT, LETTER, RIGHT};
use crate::claim::Decimal;
use crate::report::words;
use maud::{Markup, html};

/// From which value to which the plot goes, in round steps.
#[derive(Debug)]
pub(super) struct Axis {
    low: Decimal,
    high: Decimal,
    ticks: Vec<Decimal>,
}

impl Axis {
    /// An axis that all of some values lie on; `None` where there are none, or where they are too large to work with.
    pub(super) fn over(values: impl Iterator<Item = Decimal>) -> Option<Self> {
        let (least, most) = values.fold(None, |ends: Option<(Decimal, Decimal)>, value| {
            Some(ends.map_or((value, value), |(least, most)| (least.min(value), most.max(value))))
        })?;
        let span = most.checked_sub(least)?;
        let step = step(if span.is_zero() { least.abs().max(Decimal::ONE) } else { span })?;
        let low = least.checked_div(step)?.floor().checked_mul(step)?;
        let mut ticks = vec![low];
        while ticks.len() < 2 || ticks.last().is_some_and(|last| *last < most) {
            ticks.push(ticks.last()?.checked_add(step)?);
        }
        Some(Self { low, high: *ticks.last()?, ticks })
    }

    /// How far from the top a value stands, in tenths of pixels.
    pub(super) fn place(&self, value: Decimal) -> Decimal {
        let span = self.high - self.low;
        let share = self.high.checked_sub(value).and_then(|above| above.checked_div(span)).unwrap_or_default();
        (Decimal::from(ABOVE) + share * Decimal::from(HEIGHT)).round_dp(1).normalize()
    }

    /// The top of the field.
    pub(super) fn top() -> Decimal {
        ABOVE.into()
    }

    /// The bottom of the field.
    pub(super) fn bottom() -> Decimal {
        (ABOVE + HEIGHT).into()
    }

    /// The room that the labels take on the left.
    pub(super) fn left(&self) -> i64 {
        let longest = self.ticks.iter().map(|tick| label(*tick).chars().count()).max().unwrap_or_default();
        i64::try_from(longest).unwrap_or_default() * LETTER + 10
    }

    /// Lines at round values, and what these are.
    pub(super) fn draw(&self, width: i64) -> Markup {
        let (left, right) = (self.left(), width - RIGHT / 2);
        let places: Vec<_> = self.ticks.iter().map(|tick| self.place(*tick)).collect();
        html! {
            g .axis {
                path d={ @for y in &places { "M" (left) " " (y) "H" (right) } } {}
                @for (tick, y) in self.ticks.iter().zip(&places) {
                    text x=(left - 6) y=(y) dy="0.32em" text-anchor="end" { (label(*tick)) }
                }
            }
        }
    }
}

fn label(value: Decimal) -> String {
    words::figure(value.normalize())
}

/// A round step of which two to five make up a span above zero.
fn step(span: Decimal) -> Option<Decimal> {
    let mut step = Decimal::ONE;
    while step.checked_mul(Decimal::TEN)? <= span {
        step = step.checked_mul(Decimal::TEN)?;
    }
    while step > span {
        step = step.checked_div(Decimal::TEN).filter(|step| !step.is_zero())?;
    }
    let times = span.checked_div(step)?;
    Some(if times < Decimal::TWO {
        step.checked_div(Decimal::TWO)?
    } else if times < Decimal::from(5) {
        step
    } else {
        step.checked_mul(Decimal::TWO)?
    })
}

#[cfg(test)]
mod tests {
    use super::{Axis, Decimal};

    #[test]
    fn axes_go_in_round_steps() {
        for (values, ticks) in [
            ("24 31", "24 26 28 30 32"),
            ("0.1 0.14", "0.10 0.11 0.12 0.13 0.14"),
            ("1150000000 1950000000.0", "1000000000 1200000000 1400000000 1600000000 1800000000 2000000000"),
            ("7 7", "6 8"),
            ("0 0", "0 0.50"),
            ("-3 4", "-4 -2 0 2 4"),
            ("79228162514264337593543950335 1", "-"),
        ] {
            let axis = Axis::over(values.split(' ').map(|value| value.parse().unwrap()));
            let shown = axis
                .map_or("-".to_owned(), |axis| axis.ticks.iter().map(Decimal::to_string).collect::<Vec<_>>().join(" "));
            assert_eq!(shown, ticks, "{values}");
        }
        assert!(Axis::over(std::iter::empty()).is_none());
    }

    #[test]
    fn values_stand_between_top_and_bottom() {
        let axis = Axis::over(["0", "10"].map(|value| value.parse().unwrap()).into_iter()).unwrap();
        let places = ["0", "2.5", "10"].map(|value| axis.place(value.parse().unwrap()).to_string());
        assert_eq!(places, ["176", "138.5", "26"]);
    }
}
