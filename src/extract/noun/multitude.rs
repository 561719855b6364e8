//! Whether a bare count is one of people, by what is told of them.
//!
//! | text | why |
//! |---|---|
//! | `30 were hurt` | it happens to people |
//! | `will employ 450` | nobody else can be employed |
//! | `with 190 on board` | of those whom a ship or a car carries |

use super::Figure;
use crate::lexicon::List;

/// Whether what a bare count tells of happens to people: "were hurt", "have been displaced", "rescued 96".
pub(super) fn befalls_people(figure: &Figure<'_>) -> bool {
    const BEFALL: [&str; 9] =
        ["kill", "injure", "arrest", "displace", "rescue", "hospitalise", "die", "survive", "shoot"];
    let (start, end) = (figure.start(), figure.piece().tokens.end);
    // "40 percent over budget, and killed 12": a share of nobody.
    let ends = |at: &usize| figure.unit.is_share() && figure.tokens.from(*at).letters() == ",";
    (start.saturating_sub(2)..start).chain((end..end + 5).take_while(|at| !ends(at))).any(|at| {
        let here = figure.tokens.from(at);
        // "900 cases, 12 of them fatal": what is fatal does not die.
        here.letters() != "fatal"
            && here.lexicon().events.at(here.rest()).is_some_and(|(_, event)| BEFALL.contains(&&**event))
    })
}

/// Whether only people can be so many: "will employ 450", "2,000 marched", "in front of 28,000".
pub(super) fn is_of_people(figure: &Figure<'_>) -> bool {
    const HAVING: [&str; 3] = ["employ", "hire", "recruit"];
    const DOING: [&str; 9] = ["march", "flee", "live", "work", "vote", "attend", "gather", "protest", "demonstrate"];
    let lexicon = figure.tokens.lexicon();
    let lemma = |at: usize| figure.tokens.nth(at).and_then(|token| lexicon.verb(token.word));
    let had = figure.clause().and_then(|clause| lemma(clause.verb.end - 1)).is_some_and(|verb| HAVING.contains(&verb));
    let end = figure.piece().tokens.end;
    let auxiliary = |at: &usize| figure.tokens.from(*at).is(List::Auxiliary);
    let does = lemma((end..end + 3).find(|at| !auxiliary(at)).unwrap_or(end)).is_some_and(|verb| DOING.contains(&verb));
    let crowd = ["of", "front", "in"].iter().zip(1..).all(|(word, back)| figure.before(back) == *word);
    had || does || crowd
}

/// "with 300 on board"
pub(super) fn is_aboard(figure: &Figure<'_>) -> bool {
    let first = figure.behind_letters(0);
    first == "aboard" || first == "on" && figure.behind_letters(1) == "board"
}
