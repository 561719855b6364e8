//! The seasons of a game, which most leagues play from one summer to the next: "last season".
//!
//! ```text
//! campaign = which "season"      last season · the coming season, in a sentence that speaks of a game
//! ```

use super::expression::{DateExpression, Yearly};
use super::terminal::which;
use crate::grammar::tokens::{Parsed, Tokens, fail, word};
use nom::Parser;
use nom::sequence::pair;

/// The months of a season, from July to June.
pub(super) const SEASON: Yearly = Yearly::Months { first: 7, count: 12 };

/// `campaign`
pub(super) fn campaign(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (which, _)) = pair(which, word("season")).parse(input)?;
    let ticket = matches!(rest.letters(), "ticket" | "tickets" | "pass" | "passes");
    if ticket || !is_of_a_game(&input) {
        return fail();
    }
    Ok((rest, DateExpression::Yearly(SEASON, which)))
}

/// Whether a sentence speaks of a game: the season of fishermen and hotels is another.
fn is_of_a_game(input: &Tokens<'_>) -> bool {
    const WORDS: [&str; 26] = [
        "club",
        "clubs",
        "league",
        "team",
        "teams",
        "squad",
        "goal",
        "goals",
        "game",
        "games",
        "match",
        "matches",
        "striker",
        "player",
        "players",
        "coach",
        "fans",
        "fixtures",
        "attendance",
        "attendances",
        "stadium",
        "arena",
        "division",
        "title",
        "cup",
        "ticket",
    ];
    input.from(0).rest().iter().any(|token| {
        let letters = token.letters;
        WORDS.iter().any(|word| letters.eq_ignore_ascii_case(word))
    })
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn seasons_of_a_game() {
        check(&[
            ("The club sold 40 carts last season.", "2025-11-21", "2024-07-01/2025-06-30"),
            ("The striker had 40 goals last season.", "2025-03-12", "2023-07-01/2024-06-30"),
            ("He has 14 goals this season.", "2025-03-12", "2024-07-01/2025-06-30"),
            ("The team will play 40 games next season.", "2025-03-12", "2025-07-01/2026-06-30"),
            ("The league had 40 clubs last season.", "2025-07-24", "2024-07-01/2025-06-30"),
            ("Crews landed 40 tonnes last season.", "2025-11-21", ""),
            ("The club has 40 season tickets.", "2025-11-21", ""),
            ("Last season ticket sales of the club fell.", "2025-11-21", ""),
            ("Fans held tents in the rainy season.", "2025-11-21", ""),
        ]);
    }
}
