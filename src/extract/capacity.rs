//! Figures that say how many there may or must be, whenever that is.
//!
//! | text | |
//! |---|---|
//! | `a jail built for 300`, `with room for 300` | so many may be there |
//! | `short of the 300 needed` | so many must be there |

use crate::claim::Unit;
use crate::grammar::Tokens;
use std::ops::Range;

/// Whether a count is of those whom something has room for: what a thing is made for is of no time.
pub(super) fn is_room(sentence: Tokens<'_>, number: &Range<usize>, unit: &Unit) -> bool {
    const MADE: [&str; 6] = ["built", "designed", "meant", "made", "room", "space"];
    let Some(at) = number.start.checked_sub(2).filter(|_| *unit == Unit::Count) else { return false };
    let (made, joint) = (sentence.from(at), sentence.from(at + 1));
    joint.letters() == "for" && MADE.contains(&made.letters())
}

/// Whether a figure is a mark that others are held against: `below the 80 percent needed to stop it`.
pub(super) fn is_needed(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let article = phrase.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    article == "the" && matches!(sentence.from(phrase.end).letters(), "needed" | "required" | "necessary")
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn what_there_is_room_for_is_of_no_time() {
        for (text, expected) in [
            ("On Sunday it held 400, in space for 300.", "400 2025-03-09; 300 none"),
            ("A hall with room for about 300 held 400 on Sunday.", "300 none; 400 2025-03-09"),
            ("The jail held 400 men on 3 March. It was built for about 300.", "400 2025-03-03; 300 none"),
            ("Last week 400 came to the camp, which was built for 300.", "400 2025-03-03/2025-03-09; 300 none"),
            ("In January it built 300 boats for 400 towns.", "300 2025-01-01/2025-01-31; 400 2025-01-01/2025-01-31"),
            ("A mill made for $40 million in 2024 closed.", "40 million 2024-01-01/2024-12-31"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_needed_is_of_no_time() {
        for (text, expected) in [
            ("In 2023 it drew 61 percent, below the 80 percent needed to win.", "61 2023-01-01/2023-12-31; 80 none"),
            (
                "In 2023 it raised $40 million and had the $30 million needed in 2022.",
                "40 million 2023-01-01/2023-12-31; 30 million 2022-01-01/2022-12-31",
            ),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }
}
