//! What stands behind a figure at some remove: what a preposition joins to it, and what a bare count is said to be.
//!
//! | text | noun |
//! |---|---|
//! | `paid $2 million for the land` | land |
//! | `two days of fighting` | fighting |
//! | `of whom 14 were pupils` | pupils |

use super::Figure;
use super::behind::phrase_after;
use super::head::noun;
use super::nature;
use super::time;
use super::verb::is_plain_verb;
use crate::claim::{Noun, Unit};
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// What a preposition behind a sum or a measure joins to it; past "a month", "per tonne", "each".
pub(super) fn complement(figure: &Figure<'_>) -> Option<Noun> {
    const JOINTS: [&str; 11] = ["of", "for", "on", "in", "to", "into", "towards", "at", "before", "after", "from"];
    let here = past_rate(past_going(past_more(past_bracket(figure.tokens.from(figure.piece().tokens.end)))));
    let joint = JOINTS.contains(&here.letters());
    let start = past_articles(here.from(here.at() + 1));
    let somewhere = ["in", "at", "to"].contains(&here.letters());
    let known = start.peek().is_some_and(|token| {
        let place = here.lexicon().place_names.at(start.rest()).is_some();
        let place = place || somewhere && token.is_capitalised();
        token.is_word() && here.lexicon().calendar(token.word).is_empty() && !place
    });
    // "in total", "on average": how it is counted, and not what it is for.
    let sum = start.peek().is_some_and(|token| here.lexicon().is_any(token.word, &[List::Total, List::Average]));
    // "22 cents for a litre of milk"
    let measured = start.peek().is_some_and(|token| here.lexicon().is_measure(token)) && start.letters_at(1) == "of";
    let start = if measured { past_articles(start.from(start.at() + 2)) } else { start };
    // "costs $70,000 to sign up"
    let verb = || start.peek().and_then(|token| here.lexicon().verb(token.word)) == Some(start.letters());
    let does = here.letters() == "to" && start.at() == here.at() + 1 && verb();
    let phrase = (joint && known && !sum && !does).then(|| phrase_after(start))?;
    // "2 billion euros for next year"
    if time::is_when(figure.tokens, &phrase) {
        return None;
    }
    // "two days after the coach rolled over", "for seven weeks after the crash"
    let then = ["before", "after"].contains(&here.letters());
    let clause = then && (figure.before(1) == "for" || is_plain_verb(figure.tokens, phrase.end));
    // "A litre costs 11 euros in shops": neither the shop nor the market is what is sold.
    let sold = ["in", "at"].contains(&here.letters()) && nature::is_price(figure);
    let somewhere = || noun(figure.tokens, phrase.clone()).and_then(|noun| noun.class);
    let sold = sold && matches!(somewhere().as_deref(), Some("building" | "place" | "organisation"));
    let magnitude = matches!(figure.unit, Unit::Measure(name) if **name == *"magnitude");
    // "Fined the firm $3 million for watering its beer": what it did is no sum.
    let deed = here.letters() == "for" && is_gerund(start);
    // "Pay $3 million to the families": whoever gets it is not what it is.
    let taker = here.letters() == "to" && matches!(figure.unit, Unit::Money(_));
    let each = ["each", "every"].contains(&here.letters_at(1));
    let taker = taker && !each && matches!(somewhere().as_deref(), Some("person" | "organisation" | "household"));
    if clause || sold || magnitude || deed || taker {
        return None;
    }
    noun(figure.tokens, phrase)
}

/// Whether a word in -ing tells what somebody does: no noun, and nothing that a noun follows at once.
fn is_gerund(here: Tokens<'_>) -> bool {
    let lexicon = here.lexicon();
    let particle = |next: &Token| ["up", "down", "off", "out", "away"].contains(&next.letters);
    let goes_on = |next: &Token| !next.is_word() || lexicon.is_frame(next.word) || particle(next);
    let unnamed = |token: &Token| token.letters.ends_with("ing") && lexicon.noun(token.word).is_none();
    here.peek().is_some_and(unnamed) && here.nth(1).is_some_and(goes_on)
}

/// What a price is for: "50 pence a bucket". A time or a measure is none.
pub(super) fn rated(figure: &Figure<'_>) -> Option<Noun> {
    let here = figure.tokens.from(figure.piece().tokens.end);
    let lexicon = here.lexicon();
    let each = here.from(here.at() + 1);
    // "£900 a head": for each of them.
    let share = ["head", "piece", "person", "time"].contains(&each.letters());
    let thing = !share
        && each.peek().is_some_and(|token| {
            lexicon.calendar(token.word).is_empty()
                && lexicon.noun(token.word).is_some_and(|noun| noun.class.as_deref() != Some("time"))
                && !lexicon.is_measure(token)
        });
    let rate = ["a", "an", "per", "every"].contains(&here.letters()) && thing;
    rate.then(|| noun(figure.tokens, phrase_after(each))).flatten()
}

/// Past a bracket that gives the sum again: "£2 million ($3 million) on roads".
pub(super) fn past_bracket(here: Tokens<'_>) -> Tokens<'_> {
    let closes = || (1..8).find(|&ahead| here.letters_at(ahead) == ")");
    let end = (here.letters() == "(").then(closes).flatten();
    end.map_or(here, |end| here.from(here.at() + end + 1))
}

/// "£2 million goes on roads"
fn past_going(here: Tokens<'_>) -> Tokens<'_> {
    let verb = here.peek().and_then(|token| here.lexicon().verb(token.word));
    if verb == Some("go") { here.from(here.at() + 1) } else { here }
}

/// "Will pay 4 percent more in rent"
fn past_more(here: Tokens<'_>) -> Tokens<'_> {
    let joined = matches!(here.letters_at(1), "in" | "for" | "on");
    if joined && matches!(here.letters(), "more" | "less" | "extra") { here.from(here.at() + 1) } else { here }
}

fn past_rate(here: Tokens<'_>) -> Tokens<'_> {
    const RATES: [&str; 5] = ["a", "an", "per", "each", "every"];
    match here.letters() {
        "apiece" | "annually" | "each" => here.from(here.at() + 1),
        letters if RATES.contains(&letters) => here.from(here.at() + 2),
        _ => here,
    }
}

fn past_articles(here: Tokens<'_>) -> Tokens<'_> {
    let len = here.rest().iter().take_while(|token| here.lexicon().is(token.word, List::Determiner)).count();
    here.from(here.at() + len)
}

/// What a bare count is said to be: "22 were guests". An adjective or participle tells no noun.
pub(super) fn predicate(figure: &Figure<'_>) -> Option<Noun> {
    const COPULAS: [&str; 2] = ["were", "are"];
    let here = figure.tokens.from(figure.piece().tokens.end);
    // "nine of whom are porters"
    let whom = here.letters() == "of" && ["whom", "which", "them"].contains(&here.letters_at(1));
    let here = here.from(here.at() + if whom { 2 } else { 0 });
    let phrase = COPULAS.contains(&here.letters()).then(|| phrase_after(here.from(here.at() + 1)))?;
    let head = figure.tokens.from(phrase.end.checked_sub(1)?);
    let token = head.peek()?;
    let lexicon = head.lexicon();
    let plural = lexicon.noun(token.word).is_some_and(|noun| *noun.lemma != *head.letters());
    // Behind "are", a form in -s is no verb.
    let noun_only = lexicon.verb(token.word).is_none() || head.letters().ends_with('s');
    (plural && token.shape == Shape::Lower && noun_only).then(|| noun(figure.tokens, phrase)).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::testing::last;

    #[test]
    fn what_a_figure_goes_on_with() {
        for (text, expected) in [
            ("The firm paid $2 million for the land", "land"),
            ("The firm paid $2 million a year for rents", "rents"),
            ("The firm spent £2 million (a record) on roads", "roads"),
            ("The crew spent 52 days at sea", "sea"),
            ("The board fined it £40 for watering down the milk", "fine"),
            ("The board spent £40 on watering cans", "watering cans"),
            ("The board must pay £40 to the families", "payment"),
            ("The firm gave £40 to the dig", "dig"),
            ("A barrel costs £40 in the shop", "none"),
            ("Keeping one costs £40 in food", "food"),
            ("The firm must also pay £40 in costs", "costs"),
            ("The choir has paid its manager £40 in fees", "fees"),
            ("Guests paid £900 a head", "payment"),
            ("Contact broke off nine minutes after take-off", "take-off"),
            ("He spoke nine days after the coach rolled over", "none"),
            ("He died in hospital two days later", "none"),
            ("It ended after two days of fighting", "fighting"),
            ("Of those, 41 were children", "children"),
            ("Of those, 41 were hurt", "people"),
            ("It has clients, of which 41 are farms", "farms"),
            ("It has clients, nine of whom are porters", "porters"),
        ] {
            assert_eq!(last(text), expected, "{text}");
        }
    }
}
