//! Points that are hundredths: "stood at 22 percent, a gain of three points".

use super::super::Figure;
use super::super::antecedent::Antecedents;
use crate::claim::{Claim, Decimal, Stated, Unit};
use crate::lexicon::List;
use crate::text::Token;

/// How many claims back a percentage may stand that the points are added to.
const REACH: usize = 4;
/// More points than this are those of an index or a game.
const MOST: i64 = 40;

/// The percentage point, for points that percentages differ by.
pub(super) fn of_percentage(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    const ELSE: [&str; 6] = ["index", "shares", "basis", "stocks", "closed", "traded"];
    let tokens = figure.tokens;
    let points = figure.behind.len() == 1 && ["point", "points"].contains(&tokens.from(figure.behind.start).letters());
    let few =
        matches!(figure.piece().stated, Stated::Point(value) if value <= Decimal::from(MOST) && value.scale() <= 1);
    // "three-point range"; "up 17.5 points, or 0.2%", which the percentage only gives again.
    let next = tokens.from(figure.behind.end);
    let apart =
        figure.behind.start == figure.piece().tokens.end && !(next.letters() == "," && next.letters_at(1) == "or");
    let percentage = |claim: &Claim| claim.quantity.unit == Unit::Percent;
    let near = || before.claims().iter().rev().take(REACH).any(percentage);
    let other = |token: &Token| ELSE.contains(&token.letters) || tokens.lexicon().is(token.word, List::Score);
    let game = || tokens.from(0).rest().iter().any(other);
    (points && few && apart && near() && !game()).then_some(Unit::PercentagePoint)
}
