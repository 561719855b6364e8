//! Same thing or not: one facet that differs parts two claims, and enough that agree join them.
//!
//! How much is enough hangs on what ties the claims together before they are looked at, their [`Bond`].

use super::account::{is_one_account, is_one_plan, is_one_series};
use super::again::is_again;
use super::aspect::are_firmly_apart;
use super::beside::{is_contrast, is_set_apart};
use super::bond::{Bond, is_misprinted};
use super::likely::{MANY_TIMES, TWICE, is_happening, is_likely};
use super::note::{is_gainsaid, is_noted};
use super::pair::Pair;
use super::story::{Setting, bond};
use super::strand::{
    ENOUGH_ACROSS, is_alike, is_bare_strand, is_lone_amount, is_lone_of_event, is_mere_harm, is_near, is_on_topic,
    is_one_act, is_one_strand, weight,
};
use super::taught::is_joined;
use super::thing::is_human;
use super::within::{may_contradict, takes_up};
use super::{Agreement, ClaimRef, Verdict};
use crate::claim::{Claim, Decimal};
use crate::extract::Draft;

/// How much must agree before two claims of one draft are taken to speak of one thing.
const ENOUGH_WITHIN: usize = 4;

/// Compares two claims of the given drafts.
pub fn verdict(drafts: &[Draft], a: ClaimRef, b: ClaimRef) -> Verdict {
    let bond = Bond::between(drafts, a, b);
    let pair = Pair::new(drafts, a, b);
    let comparable = bond.is_itself() || is_comparable(&pair, || bond, drafts[a.draft].document.text());
    Verdict { comparable, reason: reason(&pair, bond, comparable), facets: pair.facets() }
}

/// Whether two claims are comparable.
pub fn are_comparable(drafts: &[Draft], a: ClaimRef, b: ClaimRef) -> bool {
    let (draft, text) = (&drafts[a.draft], drafts[a.draft].document.text());
    let firm = || !are_firmly_apart(a.of(drafts), b.of(drafts));
    is_misprinted(draft, a, b)
        || is_again(draft, a, b)
        || firm() && is_comparable(&Pair::new(drafts, a, b), || Bond::between(drafts, a, b), text)
}

/// As [`are_comparable`], for claims of two drafts of which no more than this is at hand.
pub fn are_comparable_across(claims: [&Claim; 2], settings: [&Setting<'_>; 2]) -> bool {
    let [one, other] = settings;
    !are_firmly_apart(claims[0], claims[1]) && is_comparable(&Pair::across(claims, settings), || bond(one, other), "")
}

/// Whether two claims of two drafts may be comparable for all that they say themselves.
pub fn may_be_comparable(a: &Claim, b: &Claim) -> bool {
    let exact = |pair: Pair<'_>| !pair.is_apart() && pair.is_exact();
    !are_firmly_apart(a, b) && exact(Pair::of(a, b, false))
}

/// Whether two claims are comparable; their bond is only asked for where nothing parts them.
fn is_comparable(pair: &Pair<'_>, bond: impl FnOnce() -> Bond, text: &str) -> bool {
    if pair.is_apart() || !pair.is_exact() {
        return false;
    }
    let bond = bond();
    if pair.is_pinned() {
        return is_joined(pair, bond, text);
    }
    let joined = || match bond {
        Bond::Slip | Bond::Again => true,
        Bond::Part => false,
        Bond::Beside | Bond::Within => {
            is_enough_within(pair, text)
                && may_contradict(pair, text)
                && is_happening(pair)
                && is_of_one_size(pair, text)
        }
        Bond::Story if is_gainsaid(pair) => true,
        Bond::Story | Bond::Near if is_lone_amount(pair) => is_likely(pair),
        Bond::Story if is_lone_of_event(pair) => is_likely(pair),
        Bond::Near if is_lone_of_event(pair) => is_likely(pair) && is_near(pair),
        Bond::Story => is_likely(pair) && (weight(pair) >= ENOUGH_ACROSS || is_one_strand(pair)),
        Bond::Near => is_likely(pair) && is_near(pair) && (weight(pair) >= ENOUGH_ACROSS || is_one_strand(pair)),
        Bond::Note | Bond::Scene | Bond::Bare | Bond::Loose
            if is_one_series(pair) || is_one_account(pair) || is_one_plan(pair) =>
        {
            is_likely(pair)
        }
        Bond::Scene => is_likely(pair) && (is_on_topic(pair) || is_one_act(pair)) && weight(pair) >= ENOUGH_ACROSS,
        Bond::Bare => {
            is_gainsaid(pair) || is_likely(pair) && (is_alike(pair) || is_bare_strand(pair) || is_noted(pair))
        }
        Bond::Note => is_gainsaid(pair) || is_likely(pair) && (is_alike(pair) || is_noted(pair)),
        Bond::Loose => is_likely(pair) && is_alike(pair) && !is_mere_harm(pair),
    };
    match bond {
        Bond::Beside if is_set_apart(pair) => false,
        Bond::Beside if is_contrast(pair) => true,
        Bond::Within if takes_up(pair, text) => joined(),
        Bond::Story | Bond::Near if is_lone_amount(pair) => joined(),
        Bond::Story | Bond::Near if is_lone_of_event(pair) => joined(),
        _ => pair.is_tellable() && joined(),
    }
}

/// The verdict in a sentence.
fn reason(pair: &Pair<'_>, bond: Bond, comparable: bool) -> String {
    let those = |wanted| {
        let names: Vec<_> =
            pair.agreements().filter(|(_, is)| *is == wanted).map(|(aspect, _)| aspect.name()).collect();
        names.join(", ")
    };
    let stand = match bond {
        Bond::Beside => "side by side, each with its own source,",
        Bond::Slip => "in one draft, one the other but for a digit or its unit,",
        Bond::Again => "in one draft, one taking up the other,",
        Bond::Part => "in one draft, one of several,",
        Bond::Within => "in one draft",
        Bond::Story => "in two drafts of one story",
        Bond::Near => "in two drafts that share a rare name and a few days",
        Bond::Note => "in two notes of a few sentences",
        Bond::Scene => "in two drafts that share a name and a few days",
        Bond::Bare => "in two drafts of which one names nothing that could part them",
        Bond::Loose => "in two drafts that nothing ties together",
    };
    if !bond.is_itself() && pair.is_apart() {
        return format!("they differ in {}", those(Agreement::Different));
    }
    match (comparable, pair.is_tellable()) {
        (true, _) => format!("they stand {stand} and agree in {}", those(Agreement::Same)),
        (false, false) => "neither what is counted nor what happened to it is told alike".to_owned(),
        (false, true) => {
            let stand = stand.trim_end_matches(',');
            format!("they stand {stand}, and to agree in {} is too little there", those(Agreement::Same))
        }
    }
}

fn is_enough_within(pair: &Pair<'_>, text: &str) -> bool {
    let reference = if takes_up(pair, text) { 2 } else { 0 };
    let toll = if is_toll_of_two(pair) { 2 } else { 0 };
    weight(pair) + reference + toll + usize::from(pair.is_set_off()) >= ENOUGH_WITHIN
}

/// Whether two parties tell, a paragraph apart at the most, of how many people one thing befell: "44 people were killed,
/// the agency said", "the Red Cross spoke of 52 dead".
fn is_toll_of_two(pair: &Pair<'_>) -> bool {
    let two = pair.a.has_another_source(pair.b);
    let near = pair.a.block.abs_diff(pair.b.block) <= 1;
    two && near && pair.is_told_in_one_word() && is_human(pair.a) && is_human(pair.b) && pair.is_within(TWICE)
}

/// Whether two figures of one draft may be slips of each other: of like size, or of the same digits ("$3 million", "$3
/// billion"). What "the 45 seats" takes up is no other council's 356.
fn is_of_one_size(pair: &Pair<'_>, text: &str) -> bool {
    let digits = |claim: &Claim| claim.quantity.value().map(digits);
    let times = if takes_up(pair, text) { TWICE } else { MANY_TIMES };
    pair.is_within(times) || digits(pair.a).is_some() && digits(pair.a) == digits(pair.b)
}

/// The digits of a figure without the noughts at its end and its point.
fn digits(value: Decimal) -> i128 {
    let mut digits = value.mantissa();
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::{ClaimRef, is_of_one_size, verdict};
    use crate::compare::testing::{drafts, within};

    /// Whether the first figures of two drafts are comparable, and why.
    fn judged(one: &str, other: &str) -> (bool, String) {
        let drafts = drafts(&[one, other]);
        let [a, b] = [0, 1].map(|draft| ClaimRef { draft, claim: 0 });
        let verdict = verdict(&drafts, a, b);
        (verdict.comparable, verdict.reason)
    }

    #[test]
    fn drafts_of_one_story() {
        let story = "The barge Ottilie sank off Cape Maren near Port Hollis, said Harbour Captain Ida Brandt.";
        for (one, other, comparable) in [
            ("19 people died.", "The toll stands at 23.", true),
            ("41 passengers were aboard.", "She put the number of passengers at 63.", true),
            ("The yearly rate of inflation was 4 percent for bread.", "Inflation is 6 percent for bread.", true),
            ("Two divers were treated.", "90 divers were on the wreck.", false),
            ("19 people died.", "19 people were hurt.", false),
            ("Another four people were arrested.", "Another six people were arrested.", false),
            ("More than 40 people were arrested.", "31 people were arrested.", true),
            ("12 people were injured.", "Three people were critically injured.", false),
            ("The fire burned 400 hectares.", "Heath on 700 hectares was blackened.", true),
            ("The fire burned 400 hectares.", "The park has 700 hectares.", false),
            ("The fire burned 400 hectares in Lune.", "The fire burned 700 hectares in Orr.", false),
            ("A thief was sent to prison for six years.", "The judge gave him nine years behind bars.", true),
            ("A thief was sent to prison for six years.", "Theft carries a maximum of nine years in prison.", false),
            (
                "A thief was sent to prison for six years.",
                "One got nine years in prison, one two years in jail.",
                false,
            ),
            ("Some 61 percent of drivers were on strike.", "Only 36 percent of them had stayed away from work.", true),
            ("Orlov won 61 percent of the votes.", "Ruiz came away with 36 percent of the votes.", false),
        ] {
            let (found, reason) = judged(&format!("{one}\n\n{story}"), &format!("{other}\n\n{story}"));
            assert_eq!(found, comparable, "{one} {other}: {reason}");
        }
    }

    #[test]
    fn drafts_of_one_scene() {
        for (one, other, comparable) in [
            ("Some 148 sailings were cancelled.", "212 sailings were cancelled.", true),
            ("Nine sailings were cancelled.", "212 sailings were cancelled.", false),
            ("19 people died.", "23 people died.", false),
        ] {
            let place = "They queued on the pier in Lisbon.";
            let (found, reason) = judged(
                &format!("PORT, 3 May 2031 (Wire) — {one} {place}"),
                &format!("PORT, 5 May 2031 (Post) — {other} {place}"),
            );
            assert_eq!(found, comparable, "{one} {other}: {reason}");
        }
    }

    #[test]
    fn drafts_that_nothing_ties_together() {
        for (one, other, comparable) in [
            ("19 people died in a fire.", "23 people died in a flood.", false),
            ("Turnout was 61 percent, compared with 57 percent in 2019.", "Turnout was 54 percent.", false),
            ("Police found 38-year-old Jo Anne Marsh.", "Jo Marsh, 39, was arrested.", true),
            ("Velmar is to buy Ondel for $4 million.", "Velmar is buying Ondel in a deal worth $5 million.", true),
            (
                "Rents in Rome rose 8 percent in the year to May.",
                "Rents in Rome went up by 9 percent in the year to May.",
                true,
            ),
            ("Rents in Rome rose 8 percent in the year to May.", "Rents in Rome went up by 9 percent.", false),
            ("Thieves stole $3 million from the museum in Rome.", "The museum in Rome has $5 million.", false),
            ("Four armed robbers got into a shop in Rome.", "Two robbers got into a shop in Rome.", true),
            ("Over 200 people were arrested in riots in Rome.", "Over 500 rioters were arrested in Rome.", true),
            ("Ben Marsh was given six years for arson.", "Ben Marsh was jailed for eight years for arson.", true),
            ("Ben Marsh was jailed for six years over arson.", "Ben Marsh got eight years in prison for arson.", true),
            ("Ben Marsh was jailed for six years.", "Ben Marsh's brother was jailed for two years.", false),
            ("Ben Marsh was jailed for six years.", "Ben Marsh has spent two years in prison.", false),
            ("The jobless rate in Spain was 4.1 percent.", "Unemployment in Spain was 4.6 percent.", true),
            ("The dam in Tarrow is 60 metres long.", "The 75-metre dam is in Tarrow.", true),
            ("It crashed 12 km north of the town of Tarrow.", "It crashed 30 km north of Tarrow.", true),
            ("Velmar will cut 900 jobs in Tarrow.", "Velmar is laying off 600 people in Tarrow.", true),
            ("Velmar will cut 900 jobs in Tarrow.", "Velmar cut 600 jobs in Tarrow.", false),
            (
                "The ministry has set aside $4 million for the repair of dykes after the floods.",
                "After the floods, $5 million will be spent on repairing dykes.",
                true,
            ),
            (
                "The ministry has set aside $4 million for the repair of dykes after the floods.",
                "After the floods, $5 million will be spent on schools.",
                false,
            ),
            ("Police found 38-year-old Ben Marsh.", "Jo Marsh, 39, was found.", false),
            (
                "Norda was fined $4 million for polluting the Lune.",
                "Norda has to pay a penalty of $5 million for a leak into the Lune in May 2021.",
                true,
            ),
            (
                "Norda was fined $4 million for polluting the Lune.",
                "Captain Jo Marsh has to pay a penalty of $5 million for a leak in May 2021.",
                false,
            ),
            (
                "Tarrow ended 2030 with a deficit of $37 million.",
                "The budget shortfall in Tarrow came to $52 million in 2030.",
                true,
            ),
            ("Tarrow ended 2030 with a deficit of $37 million.", "Orr had a shortfall of $52 million in 2030.", false),
            (
                "He fell 90 metres on Mount Orla, the 36-year-old.",
                "Some 900 feet a 36-year-old fell on Mount Orla.",
                true,
            ),
            ("He fell 90 metres on Mount Orla.", "A climber fell 1,500 feet on Mount Orla.", false),
            ("He fell 90 metres on Mount Orla.", "A climber fell 500 feet on Mount Orla.", true),
            ("Jo Marsh, a mother of three, was killed.", "Jo Marsh was a mother of four.", true),
            ("Jo Marsh, a mother of three, was killed.", "Ann Pell was a mother of four.", false),
            (
                "A magnitude 5.6 earthquake struck Tarrow on the coast.",
                "A 5.2 magnitude earthquake struck Tarrow.",
                true,
            ),
        ] {
            let (found, reason) = judged(one, other);
            assert_eq!(found, comparable, "{one} {other}: {reason}");
        }
    }

    #[test]
    fn what_kills_tells_which_of_the_dead_are_counted() {
        let drafts = drafts(&["57 people died. Air strikes killed 38 and mines 12."]);
        let claim = |claim| ClaimRef { draft: 0, claim };
        assert_eq!(verdict(&drafts, claim(0), claim(2)).reason, "they differ in noun");
    }

    #[test]
    fn the_reason_names_what_parts_them() {
        let (_, reason) = judged("Police arrested 12 people in Tarrow.", "Police freed 15 people in Oldham Vale.");
        assert_eq!(reason, "they differ in event, place");
    }

    #[test]
    fn a_slip_is_of_like_size_or_of_the_same_digits() {
        for (text, wanted) in [
            ("It cost $3 million. It cost $4 million.", true),
            ("It cost $3 million. It cost $3 billion.", true),
            ("It raised $90,000. It raised $400 million.", false),
            ("Orr lost 47 seats. The nine seats are gone.", false),
            ("Orr lost 47 seats.\n\nThe 20 seats are gone.", false),
            ("Orr lost 47 seats.\n\nThe 30 seats are gone.", true),
        ] {
            assert_eq!(within(text, |pair| is_of_one_size(pair, text)), wanted, "{text}");
        }
    }
}
