//! Same thing or not: one facet that differs parts two claims, and enough that agree join them.
//!
//! How much is enough hangs on what ties the claims together before they are looked at, their [`Bond`].

use super::account::{is_one_account, is_one_series};
use super::again::is_again;
use super::beside::{is_contrast, is_set_apart};
use super::bond::Bond;
use super::facet::shared;
use super::note::{is_gainsaid, is_noted};
use super::pair::Pair;
use super::slip::is_slip;
use super::story::{Setting, bond};
use super::taught::is_joined;
use super::thing::{class, is_elliptical, is_general, is_human};
use super::within::{may_contradict, takes_up};
use super::{Agreement, ClaimRef, Verdict};
use crate::claim::{Claim, Decimal, Unit};
use crate::extract::{Draft, is_of_life_and_limb};

/// How much must agree before two claims of one draft are taken to speak of one thing.
const ENOUGH_WITHIN: usize = 4;
/// The same for claims of two drafts, which may be about two incidents.
const ENOUGH_ACROSS: usize = 5;
/// How many times as great a figure may be to be taken for another count of the same on little evidence.
pub(super) const MANY_TIMES: u32 = 4;
/// The same, where a draft names nothing.
pub(super) const TWICE: u32 = 2;
/// The same, whatever the evidence.
pub(super) const TEN_TIMES: u32 = 10;

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
    is_slip(draft, a, b)
        || is_again(draft, a, b)
        || is_comparable(&Pair::new(drafts, a, b), || Bond::between(drafts, a, b), text)
}

/// As [`are_comparable`], for claims of two drafts of which no more than this is at hand.
pub fn are_comparable_across(claims: [&Claim; 2], settings: [&Setting<'_>; 2]) -> bool {
    let [one, other] = settings;
    is_comparable(&Pair::across(claims, settings), || bond(one, other), "")
}

/// Whether two claims of two drafts may be comparable for all that they say themselves.
pub fn may_be_comparable(a: &Claim, b: &Claim) -> bool {
    let pair = Pair::of(a, b, false);
    !pair.is_apart() && pair.is_exact()
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
        Bond::Story => is_likely(pair) && (weight(pair) >= ENOUGH_ACROSS || is_one_strand(pair)),
        Bond::Near => is_likely(pair) && is_near(pair) && (weight(pair) >= ENOUGH_ACROSS || is_one_strand(pair)),
        Bond::Note | Bond::Scene | Bond::Bare | Bond::Loose if is_one_series(pair) || is_one_account(pair) => {
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
        _ => pair.is_tellable() && joined(),
    }
}

/// Whether two claims of drafts that nothing ties together say enough themselves to be of one thing.
fn is_alike(pair: &Pair<'_>) -> bool {
    is_told(pair) && is_placed(pair) && weight(pair) >= ENOUGH_ACROSS
}

/// Whether all that two sentences share is that people came to harm: wherever some die, others are hurt.
fn is_mere_harm(pair: &Pair<'_>) -> bool {
    let harm = |word: &String| {
        let told = matches!(word.as_str(), "hurt" | "injure" | "injured" | "wound" | "wounded");
        told || is_of_life_and_limb(word)
    };
    let (one, other) = (&pair.a.context().words, &pair.b.context().words);
    pair.is_told_in_one_word() && pair.names() == 0 && shared(one, other).all(harm)
}

/// Whether two claims, of which one names nothing that could part them, are of one event and of like size.
fn is_bare_strand(pair: &Pair<'_>) -> bool {
    // "19 people died in a fire", "23 people died in a flood".
    let alike = || is_on_topic(pair) || is_brief(pair.a) || is_brief(pair.b);
    is_happened(pair) && is_one_strand(pair) && pair.is_within(TWICE) && alike() && !is_summed(pair)
}

/// The verdict in a sentence.
fn reason(pair: &Pair<'_>, bond: Bond, comparable: bool) -> String {
    let those = |wanted| {
        let names: Vec<_> = pair.agreements().filter(|(_, is)| *is == wanted).map(|(name, _)| name).collect();
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
    let two = pair.a.source.as_ref().zip(pair.b.source.as_ref()).is_some_and(|(one, other)| one.id != other.id);
    let near = pair.a.block.abs_diff(pair.b.block) <= 1;
    two && near && pair.is_told_in_one_word() && is_human(pair.a) && is_human(pair.b) && pair.is_within(TWICE)
}

/// Whether two claims of two drafts may be of one thing at all: neither takes its noun over from another figure, they do
/// not lie an order of magnitude apart, and neither is somebody's of whom the other says nothing.
fn is_likely(pair: &Pair<'_>) -> bool {
    // "Killed 12 people and hurt 20": whoever is hurt is people, said again or not.
    let told = || pair.is_told_in_one_word() && pair.is_within(MANY_TIMES);
    let own = |claim: &Claim| !is_elliptical(claim) || is_human(claim) && told();
    own(pair.a)
        && own(pair.b)
        && pair.is_within(if is_anybody(pair) { MANY_TIMES } else { TEN_TIMES })
        && is_of_one_fall(pair)
        && is_held(pair)
        && is_of_one_parent(pair)
        && is_happening(pair)
        && is_of_one_day(pair)
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

/// Whether neither tells how far somebody fell, or both are of like size or tell it of somebody of one age: on one mountain
/// several climbers fall.
fn is_of_one_fall(pair: &Pair<'_>) -> bool {
    let fall = pair.is_same("extent") && pair.a.context().extent.as_deref() == Some("fall");
    !fall || pair.is_within(TWICE) || pair.is_same("contrast")
}

/// Whether both count people at large, and the sentences name nothing alike: a toll many times another's is of another day.
fn is_anybody(pair: &Pair<'_>) -> bool {
    let people = is_general(&pair.a.context().thing) && is_general(&pair.b.context().thing);
    pair.a.quantity.unit == Unit::Count && people && pair.names() == 0
}

/// Whether neither tells by how much something moved, or both of one period: what rose on Monday may fall on Tuesday.
fn is_of_one_day(pair: &Pair<'_>) -> bool {
    let moves = |claim: &Claim| claim.context().is_limited("change");
    !moves(pair.a) && !moves(pair.b) || pair.is_same("period") || pair.is_same("contrast")
}

/// Whether two sentences share more than the word for what happened.
pub(super) fn is_on_topic(pair: &Pair<'_>) -> bool {
    // Who dies, is hurt or held is told of in one word whatever the writer's; other events may have a word beside their own.
    let beyond = pair.words_beyond_event();
    beyond > usize::from(pair.is_same("event") && beyond == pair.words() && !pair.is_told_in_one_word())
}

/// Whether two drafts that only a rare name ties share more than a place and a common event: two accidents in one town
/// have those in common, too.
fn is_near(pair: &Pair<'_>) -> bool {
    let told = [pair.a, pair.b].iter().any(|claim| !is_general(&claim.context().thing));
    is_on_topic(pair) || pair.is_same("name") || told || pair.is_kin() || pair.is_of_one_day()
}

/// Whether neither count is somebody's of whom the other says nothing: what one candidate has won is not what it takes
/// to win.
fn is_held(pair: &Pair<'_>) -> bool {
    let stranger = |one: &Claim, other: &Claim| {
        let (holder, names) = (&one.context().holder, &other.context().names);
        // "Norda said it had cancelled 140 flights."
        let speaks = |word: &String| other.source.as_ref().is_some_and(|source| source.text.contains(word.as_str()));
        !holder.is_empty() && holder.iter().all(|word| !names.contains(word) && !speaks(word))
    };
    pair.a.quantity.unit != Unit::Count
        || pair.is_same("holder")
        || !stranger(pair.a, pair.b) && !stranger(pair.b, pair.a)
}

/// Whether how many children somebody has is told of one person.
fn is_of_one_parent(pair: &Pair<'_>) -> bool {
    pair.is_same("name") || !is_of_parent(pair.a)
}

fn is_of_parent(claim: &Claim) -> bool {
    claim.context().thing == "child of a parent"
}

/// Whether two counts of states, towns or camps tell of the same happening there, for each story has its own five states;
/// and two of what is at stake name the place where it is: each contest has its own 20 seats.
fn is_happening(pair: &Pair<'_>) -> bool {
    let counts = pair.a.quantity.unit == Unit::Count;
    let contested = |claim: &Claim| claim.context().events.iter().any(|event| event == "stake");
    if counts && contested(pair.a) && contested(pair.b) && !pair.is_same("place") {
        return false;
    }
    class(pair.a) != Some("place") || !counts || pair.is_same("event")
}

/// Whether more is told of two counts than a thing that there may be many of ("five states", "81 delegates"): what happened
/// to it, where, or which of them they are. Names and topics of the day stand in all drafts of the day.
fn is_told(pair: &Pair<'_>) -> bool {
    let counts = pair.a.quantity.unit == Unit::Count && pair.a.context().thing != "magnitude" && !is_of_parent(pair.a);
    let told = || ["population", "place"].iter().any(|tie| pair.is_same(tie));
    !counts || pair.is_same("event") || pair.is_kin() || pair.is_crowd() || told()
}

/// Whether a sentence tells little more than what happened to how many.
fn is_brief(claim: &Claim) -> bool {
    claim.context().words.len() <= claim.context().events.len()
}

/// Whether both tell of one event, or of two that are told of one thing.
pub(super) fn is_happened(pair: &Pair<'_>) -> bool {
    pair.is_same("event") || pair.is_kin()
}

/// Whether more than the words for the event itself ties two claims of any drafts: a name, or a topic.
fn is_placed(pair: &Pair<'_>) -> bool {
    pair.names() > 0 || is_on_topic(pair) && !is_summed(pair)
}

/// Whether both are sums or shares, which are told of in the same few words whatever they are of.
fn is_summed(pair: &Pair<'_>) -> bool {
    matches!(pair.a.quantity.unit, Unit::Money(_) | Unit::Percent)
}

/// Whether two claims are of one thing and of what happened to it, which the drafts need not place again.
pub(super) fn is_one_act(pair: &Pair<'_>) -> bool {
    let told = pair.is_same("event") || pair.is_kin();
    told && pair.is_same("noun") && !is_general(&pair.a.context().thing) && pair.is_within(MANY_TIMES)
}

/// Whether two claims of one story tell of the same strand of it: of one event, or of one thing; of like size; and
/// neither of a place that the other is silent of, for a story may have several, other than where the story plays.
fn is_one_strand(pair: &Pair<'_>) -> bool {
    let placed = pair.is_placed_alike() && pair.a.cell.is_none() && pair.b.cell.is_none();
    let thing = pair.is_same("noun") && !is_general(&pair.a.context().thing);
    let told = pair.is_same("event") || thing || pair.is_kin() || pair.is_crowd();
    placed && told && pair.is_within(MANY_TIMES)
}

/// How strongly the agreeing facets join: thing, event and population weigh two, each shared name or place two, each
/// other word one.
fn weight(pair: &Pair<'_>) -> usize {
    let each = |name: &str| match name {
        "noun" | "event" | "population" => 2,
        "period" | "contrast" => 1,
        _ => 0,
    };
    let same = pair.agreements().filter(|(_, agreement)| *agreement == Agreement::Same);
    let agreed: usize = same.map(|(name, _)| each(name)).sum();
    agreed + 2 * pair.names().min(2) + pair.words().min(4)
}

#[cfg(test)]
mod tests {
    use super::{ClaimRef, is_happening, is_held, is_of_one_size, verdict};
    use crate::compare::testing::{across, drafts, within};

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
                "He fell 90 metres on Mount Orla, the 36-year-old.",
                "Some 900 feet a 36-year-old fell on Mount Orla.",
                true,
            ),
            ("He fell 90 metres on Mount Orla.", "A climber fell 900 feet on Mount Orla.", false),
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
    fn a_count_of_somebody_goes_with_what_names_him() {
        for (one, other, wanted) in [
            ("Orlov has won 28 seats.", "A party needs 30 seats.", false),
            ("Orlov has won 28 seats.", "Orlov has 30 seats.", true),
            ("Orlov has won 28 seats.", "Some 30 seats went to the party of Orlov.", true),
            ("They won 28 seats.", "A party needs 30 seats.", true),
            ("Orlov has won 28 percent.", "A party needs 30 percent.", true),
            ("Orlov has won 28 seats.", "Ana Orlov said they had won 30 seats.", true),
        ] {
            assert_eq!(across(one, other, is_held), wanted, "{one} {other}");
        }
    }

    #[test]
    fn places_counted_are_those_that_something_happens_to() {
        for (one, other, wanted) in [
            ("The flood hit 5 towns.", "They visited 5 towns.", false),
            ("They visited 4 towns.", "They talked of 5 towns.", false),
            ("5 towns were evacuated.", "Crews evacuated 6 towns.", true),
            ("They visited 4 boats.", "They talked of 5 boats.", true),
            ("There are 40 seats at stake.", "There are 50 seats at stake.", false),
            ("There are 40 seats at stake in Rome.", "There are 50 seats at stake in Rome.", true),
        ] {
            assert_eq!(across(one, other, is_happening), wanted, "{one} {other}");
        }
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
