//! What a verb must be done to, or be followed by, to attribute it: "asked for 40 francs", no "asked for patience".

use super::super::tokens::Tokens;
use super::{scope, speaker};
use crate::lexicon::{CueEntry, List};
use crate::text::{Shape, Token};
use std::ops::Range;

/// Whether a verb behind its party attributes what follows. One whose object is the figure ("reported 12 deaths")
/// reaches its clause; one that needs a clause must have it, and one that only leads a quotation needs that. What
/// somebody aims at is told by the figure in its object, or said in so many words.
pub(super) fn says(here: &Tokens<'_>, entry: &CueEntry, party: &Range<usize>, after: &Tokens<'_>) -> bool {
    let letters = |ahead: usize| after.letters_at(ahead);
    match (&*entry.stance, &*entry.lemma) {
        // "Booked a loss of 40 million", not "booked 40 rooms".
        (_, "book") => tells_result(after),
        (_, "post") if tells_result(after) => true,
        // "Wrote a letter of six pages" says nothing of its own.
        _ if entry.needs.as_deref() == Some("clause") => {
            after.letters() == ":" || (0..6).any(|ahead| letters(ahead) == "that") || scope::has_quotation(after)
        }
        // "Rebels claim to have sunk 40".
        (_, "claim") if letters(0) == "to" && letters(1) == "have" => scope::has_figure(after),
        // Whoever pledges to do something says so.
        ("target", "pledge" | "vow" | "promise") => after.letters() == "that" || scope::has_figure(after),
        // "Appealed on Friday for 40 million", not "appealed a term of six years".
        ("target", "appeal") if !(0..5).any(|ahead| letters(ahead) == "for") => false,
        (_, "sentence") => speaker::is_judge(here, party) && scope::has_figure(after),
        ("target", "hold out for") if takes_time(after) => false,
        ("target", "seek") if looks_for_people(after) => false,
        ("forecast", "fear") if after.letters() == "for" => false,
        ("forecast", "hope") if after.letters() == "to" => scope::has_figure(after) || scope::has_clause(after),
        ("target", _) => {
            after.letters() == "that" || (entry.object && after.letters() != "to" && aims_at_figure(after))
        }
        _ if after.letters() == "," => scope::has_quotation(after),
        // "Ruled out a cap", "wrote off 40 million".
        _ if matches!(after.letters(), "off" | "out" | "up" | "down") => false,
        // "People briefed on the plan" are told.
        (_, "brief" | "inform") if matches!(after.letters(), "on" | "about" | "by" | "of") => false,
        // "The bank sees growth of 2 percent", not "residents will see their rents rise".
        (_, "see") => {
            let will = here.back(1).is_some_and(|back| here.lexicon().is(back.word, List::Auxiliary));
            !will && speaker::can_show(here, party) && aims_at_figure(after)
        }
        // "A house assessed at 40 million" is what others assess.
        ("estimate", "assess" | "value") if after.letters() == "at" => false,
        // "The union counts 40 members", "the span measured 40 metres from end to end": so many there are.
        (_, "count") if counts_own(after) => false,
        (_, "measure") if is_extent(after) => false,
        // What a medium spoke of with somebody, and whom it named, it tells its readers; others only spoke.
        (_, "speak with" | "name") => speaker::is_medium(here, party),
        // Crews who find 40 crates say nothing; a board or a survey that finds 40 losses does.
        (_, "find" | "discover") if speaker::is_people(here, party) => after.letters() == "that",
        (_, "show" | "suggest" | "indicate") if !speaker::can_show(here, party) => after.letters() == "that",
        // "Put the toll at 40", "put it nearer 40", not "put up 40 tents".
        (_, "put") => (1..12).any(|ahead| matches!(letters(ahead), "at" | "on" | "closer" | "nearer")),
        // "The new pit added 40 jobs" adds no words.
        (_, "add") => !is_figure(after) && scope::has_clause(after),
        // "Gave the toll as 40", not "gave him 40 crates"; but who counts gives votes.
        (_, "give") => {
            gives_count(after)
                || (1..12).any(|ahead| {
                    let counted = matches!(letters(ahead), "votes" | "seats");
                    letters(ahead) == "as" && is_figure(&after.from(after.at() + ahead))
                        || counted && scope::has_figure_before(after, ahead)
                })
        }
        // Who rejects an offer of 4 percent denies no figure.
        (_, "reject") if proposes(after) => false,
        // "Asked crews for 40 boats".
        (_, "ask") if (1..5).any(|ahead| letters(ahead) == "for") => scope::has_figure(after),
        (_, "ask" | "answer" | "continue") => scope::has_quotation(after),
        _ => entry.object || scope::has_clause(after) || opens_with_figure(after),
    }
}

/// "Said five", "said $5 million".
fn opens_with_figure(after: &Tokens<'_>) -> bool {
    let sign = after
        .peek()
        .is_some_and(|next| next.shape == Shape::Mark && after.lexicon().money_signs.at(after.rest()).is_some());
    scope::has_figure_before(after, 1 + usize::from(sign))
}

/// `a net loss of 40 million`, `sales of 40 million`: what a company's accounts tell of it.
fn tells_result(after: &Tokens<'_>) -> bool {
    const REACH: usize = 6;
    const RESULTS: [&str; 10] =
        ["loss", "losses", "profit", "profits", "revenue", "sales", "earnings", "turnover", "surplus", "deficit"];
    let result = (0..REACH).find(|&ahead| RESULTS.contains(&after.letters_at(ahead)));
    result.is_some_and(|ahead| after.letters_at(ahead + 1) == "of")
}

/// Whether what a verb is done to is what somebody proposes: "a pay offer of 4 percent".
fn proposes(after: &Tokens<'_>) -> bool {
    const PROPOSALS: [&str; 14] = [
        "offer",
        "offers",
        "bid",
        "bids",
        "proposal",
        "proposals",
        "plan",
        "plans",
        "deal",
        "appeal",
        "motion",
        "bill",
        "demand",
        "demands",
    ];
    (0..5).any(|ahead| PROPOSALS.contains(&after.letters_at(ahead)))
}

/// `counts 40 members`, `counted 40 staff`: those who belong to whoever counts them, and of whom no more is said.
fn counts_own(after: &Tokens<'_>) -> bool {
    const REACH: usize = 5;
    const OWN: [&str; 5] = ["members", "inhabitants", "employees", "staff", "residents"];
    let own = (0..REACH).find(|&ahead| OWN.contains(&after.letters_at(ahead)));
    own.is_some_and(|own| after.nth(own + 1).is_none_or(|next| next.shape == Shape::Mark))
}

/// `held out for 40 days`: how long, and not for what.
fn takes_time(after: &Tokens<'_>) -> bool {
    const REACH: usize = 4;
    scope::has_figure_before(after, 2) && (1..REACH).any(|ahead| scope::is_unit_of_time(after.letters_at(ahead)))
}

/// `sought 40 men`: whom somebody looks for, and not what they want, which is "40 more men".
fn looks_for_people(after: &Tokens<'_>) -> bool {
    const REACH: usize = 5;
    const MORE: [&str; 4] = ["more", "another", "extra", "additional"];
    let near = || after.rest().iter().take(REACH).take_while(|token| token.is_word() || token.shape == Shape::Number);
    let person = |token: &Token| {
        let class = after.lexicon().noun(token.word).and_then(|noun| noun.class.as_deref());
        class == Some("person")
    };
    near().any(person) && !near().any(|token| MORE.contains(&token.letters))
}

/// `measured 40 metres from end to end`, `measures 40 metres by 12`, `40 metres long`
fn is_extent(after: &Tokens<'_>) -> bool {
    const REACH: usize = 5;
    const ENDS: [&str; 9] = ["from", "by", "long", "wide", "high", "tall", "across", "deep", "thick"];
    scope::has_figure_before(after, 1) && (1..REACH).any(|ahead| ENDS.contains(&after.letters_at(ahead)))
}

/// `gave a lower toll of 40`, `gave a figure of about 40`, `gave a total of 40`
fn gives_count(after: &Tokens<'_>) -> bool {
    const REACH: usize = 4;
    let paper = |ahead: &usize| {
        let here = after.from(after.at() + ahead);
        here.is(List::Paper) || matches!(here.letters(), "toll" | "total" | "number")
    };
    let of = (0..REACH).find(paper).map(|ahead| after.from(after.at() + ahead + 1));
    of.is_some_and(|of| of.letters() == "of" && is_figure(&of.from(of.at() + 1)))
}

/// Whether a figure stands in the object of a verb, before the next comma.
fn aims_at_figure(after: &Tokens<'_>) -> bool {
    const REACH: usize = 14;
    let closes = |token: &Token| matches!(token.letters, "," | "." | ";" | "—" | "–");
    let end = after.rest().iter().position(closes).unwrap_or(REACH);
    scope::has_figure_before(after, end.min(REACH))
}

/// Whether a figure follows, with what may stand before its digits.
fn is_figure(after: &Tokens<'_>) -> bool {
    const REACH: usize = 3;
    let near = after.rest().iter().take(REACH).take_while(|token| !matches!(token.letters, "," | "that"));
    near.into_iter().any(|token| token.shape == Shape::Number)
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;

    #[test]
    fn what_verbs_attribute() {
        for (text, expected) in [
            ("Crews went from quay to quay and listed 40 boats.", "Crews < listed > 40 boats."),
            ("In May the board met in a tent and said 40 sank.", "the board < said > 40 sank."),
            ("After winning the race, the board met and said 40 sank.", "the board < said > 40 sank."),
            ("She went through a list and said $40 million.", "She < said > $40 million."),
            ("Some 40 sank, her head of crews, Jon Ede, said.", "her head of crews, Jon Ede, < said > Some 40 sank,"),
            ("Ana Ruiz said five.", "Ana Ruiz < said > five."),
            ("She hopes to have 40 boats.", "She < hopes > to have 40 boats."),
            ("The guard claims to have sunk 40 boats.", "The guard < claims > to have sunk 40 boats."),
            ("Her hopes to have 40 boats fell.", ""),
            ("The board hopes to reach 40 percent.", "The board < hopes > to reach 40 percent."),
            ("Ana Ruiz reminded crews that 40 sank.", "Ana Ruiz < reminded > that 40 sank."),
            ("The owner of a house assessed at 40 francs left.", ""),
            ("The union counts 40 members.", ""),
            ("The union counted 40 members among the dead.", "The union < counted > 40 members among the dead."),
            ("It measured 40 metres from end to end.", ""),
            ("The board measured 40 metres of water.", "The board < measured > 40 metres of water."),
            ("It cost 40 francs a boat, in other words.", ""),
            ("The register has 40 names.", ""),
            ("The board's register shows 40 names.", "The board < register > shows 40 names."),
            ("The prosecutors had sought 40 years.", "The prosecutors < sought > 40 years."),
            ("The army sought 40 men.", ""),
            ("The army seeks 40 more men.", "The army < seeks > 40 more men."),
            ("Judge Vora Inskel sentenced him to 40 years.", "Judge Vora Inskel < sentenced > him to 40 years."),
            (
                "He was sentenced to 40 years on Friday by the court here.",
                "the court here < sentenced to > He was / 40 years on Friday",
            ),
            ("Velmar was fined 40 francs by the regulator.", "the regulator < fined > Velmar was / 40 francs"),
            ("A court in Tarrow sentenced him to 40 years.", ""),
            ("The gang sentenced him to 40 lashes.", ""),
            ("He was jailed for 40 years by mistake.", ""),
            ("The board set aside 40 francs.", "The board < set aside > 40 francs."),
            ("The board set aside its doubts.", ""),
            ("Growers held out for 40 francs.", "Growers < held out for > 40 francs."),
            ("The fort held out for 40 days.", ""),
            ("The board gave a total of 40.", "The board < gave > a total of 40."),
            ("Since it rained, Ana Ruiz said, 40 sank.", "Ana Ruiz < said > Since it rained, / , 40 sank."),
            ("As it rained, 40 sank, Ana Ruiz said, as crews stood by.", "Ana Ruiz < said > As it rained, 40 sank,"),
            ("The hall, whose head had feared for it, holds 40.", ""),
            ("Velmar restated a loss of 40 francs.", "Velmar < restated > a loss of 40 francs."),
            ("Velmar booked a net profit of 40 francs.", "Velmar < booked > a net profit of 40 francs."),
            ("Velmar posted sales of 40 francs.", "Velmar < posted > sales of 40 francs."),
            ("Velmar booked 40 rooms.", ""),
            ("Velmar posted 40 guards.", ""),
            ("The guard's log shows 40 calls.", "The guard < log > shows 40 calls."),
            ("The guard's log has 40 names.", ""),
            ("Velmar, in a filing on Monday, said 40 sank.", "Velmar, in a filing on Monday, < said > 40 sank."),
            ("Figures in a report show 40 sank.", "Figures in a report < show > 40 sank."),
            ("The bank, whose director expects growth, holds 40.", "director < expects > growth"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
