//! What sets two things of one kind apart: the upper house and the lower, the first quarter and the second, March and
//! February.
//!
//! Each sentence may pick one without the other being meant; only where both pick, and differently, are they of two things.

use super::Agreement;
use crate::claim::{Claim, Side, Unit};

/// Whether both pick one of several things that exclude each other, and whether it is the same.
pub(super) fn contrast(a: &Claim, b: &Claim) -> Agreement {
    // How far it is may be told from any side.
    let measured = matches!(a.quantity.unit, Unit::Measure(_));
    // Where it is known of which year they are, what period they cover is a facet of its own.
    let dated = a.as_of.is_some() || b.as_of.is_some();
    let picks = |claim: &Claim| -> Vec<Side> {
        claim
            .context()
            .picks
            .iter()
            .filter(|side| {
                (!dated || !matches!(&*side.line, "month" | "weekday")) && (!measured || &*side.line != "northern")
            })
            .cloned()
            .collect()
    };
    let (one, other) = (picks(a), picks(b));
    let shared = one.iter().any(|side| other.contains(side));
    match (are_apart(&one, &other), shared) {
        (true, _) => Agreement::Different,
        (false, true) => Agreement::Same,
        (false, false) => Agreement::Silent,
    }
}

/// Whether there is a line on which both stand, and on no side of it both.
pub(super) fn are_apart(one: &[Side], other: &[Side]) -> bool {
    one.iter().any(|side| {
        let same_line: Vec<_> = other.iter().filter(|also| also.line == side.line).collect();
        !same_line.is_empty() && !one.iter().any(|own| same_line.contains(&own))
    })
}

/// The sides on which a claim stands, in words.
pub(super) fn side_words(sides: &[Side]) -> String {
    let words: Vec<_> = sides.iter().map(|side| &*side.side).collect();
    if words.is_empty() { "—".to_owned() } else { words.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, contrast};
    use crate::compare::testing::across;

    #[test]
    fn what_picks_one_of_several() {
        use Agreement::{Different, Same, Silent};
        for (one, other, wanted) in [
            ("It won 61 votes in the upper house.", "It won 40 votes in the lower house.", Different),
            ("It won 61 votes in the upper house.", "It won 40 votes.", Silent),
            ("Nine died in the first blast.", "Four died in the second.", Different),
            ("Nine died in the first blast.", "The second blast killed four.", Different),
            ("Nine died in the first blast.", "It was the second time that four died.", Silent),
            ("In March the rate was 4 percent.", "In February the rate was 5 percent.", Different),
            ("In March the rate was 4 percent.", "From February to March the rate was 5 percent.", Same),
            ("In March the rate was 4 percent.", "After a march the rate was 5 percent.", Silent),
            ("In the first quarter the rate was 4 percent.", "The second-quarter rate was 5 percent.", Different),
            ("A first report put the rate at 4 percent.", "A second report put the rate at 5 percent.", Silent),
            ("Velmar was fined $4 million.", "The court fined Ondel $5 million.", Different),
            ("Velmar was fined $4 million.", "The court fined Velmar AG $5 million.", Same),
            ("Ruiz was jailed for six years.", "Ruiz's brother was sentenced to four years.", Different),
            ("In May police seized 4 tonnes of hemp.", "In April police seized 6 tonnes of hemp.", Different),
            ("On Monday night 40 people sang.", "On Friday night 60 people sang.", Different),
            ("On Monday 40 people sang.", "On Friday night 60 people sang.", Silent),
            ("Some 90 metres the 36-year-old fell.", "He fell 70 metres, the 32-year-old said.", Different),
            ("Some 90 metres the 36-year-old fell.", "He fell 70 metres.", Silent),
            ("Four died, one a 36-year-old man.", "Five died, one a 32-year-old man.", Silent),
            ("40 people died in the northern hills.", "60 people died in the southern hills.", Different),
            ("Police held 40 people in the east of Lisbon.", "They held 60 in the west of Lisbon.", Different),
            ("Police held 40 people in the east of Lisbon.", "They held 60 in eastern Lisbon.", Same),
            ("Police held 40 people to the east of Lisbon.", "They held 60 in western Lisbon.", Silent),
        ] {
            assert_eq!(across(one, other, |pair| contrast(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }
}
