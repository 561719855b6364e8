//! Statements of several figures of which one follows from the others, right and wrong.

mod dated;
pub(crate) mod kept;
mod listed;

use numerate::claim::Decimal;
use proptest::prelude::*;

/// One statement.
#[derive(Clone, Debug)]
pub(crate) struct Reckoned {
    /// The kind of finding that it is wrong by.
    pub(crate) kind: &'static str,
    /// With figures that go together.
    pub(crate) right: String,
    /// The same with one figure off by more than any rounding.
    pub(crate) wrong: String,
}

/// Any of them.
pub(crate) fn reckoned() -> impl Strategy<Value = Reckoned> {
    prop_oneof![
        1 => sum(),
        1 => share(),
        1 => change(),
        1 => moved(),
        1 => rate(),
        1 => product(),
        1 => conversion(),
        4 => dated::dated(),
        3 => listed::listed(),
    ]
}

/// How figures are written: rounded to so many digits from a thousand on, and from a million on in words or not.
#[derive(Clone, Copy, Debug)]
struct Style {
    digits: usize,
    words: bool,
}

fn style() -> impl Strategy<Value = Style> {
    (prop::sample::select(vec![2, 3, 12]), any::<bool>()).prop_map(|(digits, words)| Style { digits, words })
}

impl Style {
    /// A whole number as it is written.
    fn figure(self, value: Decimal) -> String {
        let million = Decimal::from(1_000_000);
        if self.words && value >= million {
            let millions = value / million;
            let places = self.digits.saturating_sub(millions.trunc().to_string().len());
            let rounded = millions.round_dp(u32::try_from(places).unwrap_or(u32::MAX));
            return format!("{rounded:.places$} million");
        }
        let rounded = if value < Decimal::ONE_THOUSAND { value.round() } else { self.rounded(value) };
        grouped(&rounded.trunc().to_string())
    }

    /// To its digits, and to one more where the last of them would be a nought: nobody rounds 102,000 to 100,000 beside a
    /// 76,000.
    fn rounded(self, value: Decimal) -> Decimal {
        let to = |digits: usize| u32::try_from(digits).ok().and_then(|digits| value.round_sf(digits)).unwrap_or(value);
        let short = to(self.digits).normalize();
        let figures = short.trunc().to_string().trim_end_matches('0').len();
        if figures < self.digits { to(self.digits + 1) } else { short }
    }
}

/// `12345` as `12,345`.
fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A wording with its figures put in, in the order of their letters: `{a}`, `{b}` …
fn filled(wording: &str, figures: &[String]) -> String {
    let letters = ["{a}", "{b}", "{c}", "{d}"];
    letters.iter().zip(figures).fold(wording.to_owned(), |text, (letter, figure)| text.replace(letter, figure))
}

/// Three parts and their total.
const SUMS: [&str; 17] = [
    "They own {a} cows, {b} goats and {c} hens, {d} in all.",
    "A total of {d} flats were let last year, {a} by owners, {b} by agents and {c} by the town.",
    "Of the {d} delegates, {a} came from Upton, {b} from Orr and the remaining {c} from Westby.",
    "The flood hit {d} homes: {a} in Upton, {b} in Westby and {c} in Dunmore.",
    "The council spent €{d}: €{a} on roads, €{b} on schools and €{c} on parks.",
    "The yard sold {a} boats in May, {b} boats in June and {c} boats in July, for a total of {d}.",
    "Spending of £{d} splits three ways. Roads take £{a}, schools £{b} and parks £{c}.",
    "Orr won €{a}, Upton €{b} and Westby €{c}. Together they won €{d}.",
    "Together they won €{d}: Orr €{a}, Upton €{b} and Westby €{c}.",
    "Orr won €{a}, Upton €{b} and Westby €{c}, for a total of €{d}.",
    "Fares brought in £{a}, rents £{b} and grants £{c}, totalling £{d}.",
    "The three farms lost {d} sheep. Orr lost {a}, Upton lost {b} and Westby lost {c}.",
    "Of the {d} jobs to go, {a} are in Upton, {b} in Orr and the rest, {c}, in Westby.",
    "The port has {a} tugs, {b} rafts and {c} ferries, a total of {d} vessels.",
    "\n\n- Bread: {a} tonnes\n- Rice: {b} tonnes\n- Oil: {c} tonnes\n- Total: {d} tonnes\n\n",
    "\n\n| Town | Homes |\n|---|---|\n| Upton | {a} |\n| Westby | {b} |\n| Dunmore | {c} |\n| Total | {d} |\n\n",
    "\n\n| Town | Flats | Houses | Farms | Total |\n|---|---|---|---|---|\n| Upton | {a} | {b} | {c} | {d} |\n\n",
];

fn sum() -> impl Strategy<Value = Reckoned> {
    let size = prop_oneof![Just(1i64), Just(1_000), Just(1_000_000)];
    let parts = (20..400i64, 20..400i64, 20..400i64, size);
    (prop::sample::select(SUMS.to_vec()), parts, style()).prop_map(|(wording, (a, b, c, size), style)| {
        let parts = [a, b, c].map(|part| Decimal::from(part * size));
        let total: Decimal = parts.iter().sum();
        let told =
            |total: Decimal| filled(wording, &[parts[0], parts[1], parts[2], total].map(|value| style.figure(value)));
        Reckoned { kind: "sum", right: told(total), wrong: told(total * Decimal::new(12, 1)) }
    })
}

/// A part, its whole, and the share of it in hundredths.
const SHARES: [&str; 13] = [
    "Some {a} of the island's {b} residents, {c} percent, signed.",
    "In a survey of {b} adults, {a} people, or {c}%, said no.",
    "He got {a} votes, {c} percent of the {b} cast.",
    "Last year {a} of the {b} flights were late, which is {c} percent.",
    "The party holds {a} of the {b} seats, or {c} %.",
    "The plan was backed by {a} of {b} members, a {c} % majority.",
    "About {c} % of the {b} pupils – {a} – walk to school.",
    "Out of {b} letters, {a} were kind – {c} percent.",
    "Of the {b} boats, {a}, or {c} %, sank.",
    "Farmers own {c} % of the {b} lots ({a}).",
    "She tested {b} springs and found {a} of them dry, or {c} percent.",
    "It reached {a} farms out of a total of {b}, or {c}%.",
    "Of the {b} wells, they have found {a}. So that is {c} per cent.",
];

fn share() -> impl Strategy<Value = Reckoned> {
    let figures = (100..9_000i64, 10..60i64, 0..2u32);
    (prop::sample::select(SHARES.to_vec()), figures, style()).prop_map(
        |(wording, (whole, hundredths, places), style)| {
            let part = whole * hundredths / 100;
            let share = Decimal::from(part * 100) / Decimal::from(whole);
            let told = |share: Decimal| {
                let figures =
                    [style.figure(part.into()), style.figure(whole.into()), share.round_dp(places).to_string()];
                filled(wording, &figures)
            };
            Reckoned { kind: "share", right: told(share), wrong: told(share * Decimal::new(14, 1) + Decimal::TWO) }
        },
    )
}

/// What a figure was, what it became, and by how many hundredths it rose.
const RISES: [&str; 10] = [
    "The hall sold {b} seats, {c} percent more than the {a} of May.",
    "The wage bill was up {c} percent at £{b}, compared with £{a} in May.",
    "Rents rose {c} percent in ten years, from €{a} to €{b}.",
    "Sales rose {c} % to {b} from {a}.",
    "Sales rose from {a} to {b}, a rise of {c} %.",
    "Rent rose from €{a} to €{b}, or {c} %.",
    "They began work on {b} homes, up {c} percent from {a}.",
    "Visits climbed by {c} % from {a} to {b}.",
    "The port moved {b} ships. In May it moved {a} ships. That is a rise of {c} %.",
    "It sold {b} boats in May, compared with {a} in April. That is an increase of {c} %.",
];

/// The same by how many hundredths it fell.
const FALLS: [&str; 6] = [
    "Thefts fell by {c} percent, with {b} cases compared with {a} in May.",
    "Sales fell {c} % to {b} from {a}.",
    "Sales fell from {a} to {b}, a drop of {c} %.",
    "They caught {b} wolves, down {c} percent from {a}.",
    "The fee fell to ${b} from ${a}, a {c} % drop.",
    "It mined {b} tonnes. A year before it mined {a} tonnes. The fall, of {c} %, had reasons.",
];

fn change() -> impl Strategy<Value = Reckoned> {
    let wording = prop_oneof![
        prop::sample::select(RISES.to_vec()).prop_map(|wording| (wording, 1)),
        prop::sample::select(FALLS.to_vec()).prop_map(|wording| (wording, -1)),
    ];
    (wording, 100..90_000i64, 10..55i64, style()).prop_map(|((wording, way), from, by, style)| {
        let to = from * (100 + way * by) / 100;
        let size = Decimal::from((to - from).abs() * 100) / Decimal::from(from);
        let told = |size: Decimal| {
            filled(wording, &[style.figure(from.into()), style.figure(to.into()), size.round().to_string()])
        };
        // A round 20,000 may stand for 15,000: what is wrong must be so beyond that.
        let beyond = if way > 0 { 75 } else { 40 };
        Reckoned { kind: "change", right: told(size), wrong: told(size + Decimal::from(beyond)) }
    })
}

/// What a price became, by how much it moved, and how many hundredths that was.
const MOVES: [(&str, i64); 4] = [
    ("The index rose {b} points, or {c} percent, to {a}.", 1),
    ("The index fell {b} points, or {c} percent, to {a}.", -1),
    ("The stock gained {c} percent, or ${b}, to close at ${a}.", 1),
    ("The stock lost ${b}, or {c}%, to ${a}.", -1),
];

fn moved() -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(MOVES.to_vec()), 2_000..9_000i64, 3..30i64).prop_map(|((wording, way), from, percent)| {
        let by = from * percent / 100;
        let size = Decimal::from(by * 100) / Decimal::from(from);
        let told = |size: Decimal| {
            let figures = [grouped(&(from + way * by).to_string()), by.to_string(), size.round_dp(1).to_string()];
            filled(wording, &figures)
        };
        Reckoned { kind: "change", right: told(size), wrong: told(size * Decimal::TWO) }
    })
}

/// Half as much again, and no round figure, which would be taken for a rough one.
pub(super) fn half_more(value: i64) -> i64 {
    (value * 3 / 2) | 1
}

/// A total, what it is spread over, and how much of it falls to one.
const RATES: [&str; 8] = [
    "The port bought {b} cranes for €{a}, or €{c} apiece.",
    "The town spends ${a} on {b} pupils, ${c} per pupil.",
    "The {b} lots were sold at €{c} each, raising €{a}.",
    "It will cost £{a} over {b} years, or £{c} a year.",
    "They paid {a} euros to {b} pupils, which is {c} euros a pupil.",
    "The club has {b} members. It spent €{a}. That works out at €{c} a member.",
    "The bridge cost {a} dollars for {b} families, which comes to {c} dollars a family.",
    "The strike lasted {b} days. It cost the port €{a}, which amounts to €{c} a day.",
];

fn rate() -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(RATES.to_vec()), 3..40i64, 2_000..400_000i64, style()).prop_map(
        |(wording, number, each, style)| {
            let total = Decimal::from(number * each);
            let told =
                |each: i64| filled(wording, &[style.figure(total), number.to_string(), style.figure(each.into())]);
            let (right, wrong) = (told(each), told(half_more(each)));
            Reckoned { kind: "rate", right, wrong }
        },
    )
}

/// How much falls to one, how many there are, and what that comes to.
const PRODUCTS: [&str; 6] = [
    "They sold {b} boats at €{c} a boat, raising €{a}.",
    "At €{c} a ticket, the {b} tickets will bring in €{a}.",
    "Each of the {b} schools gets €{c}, for a total of €{a}.",
    "She is paid €{c} an hour and works {b} hours a week, which brings her €{a} a week.",
    "The club sold {b} shirts at £{c} each, taking £{a}.",
    "The state will pay ${c} a month to {b} families, ${a} in total.",
];

fn product() -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(PRODUCTS.to_vec()), 12..80i64, 12..90i64).prop_map(|(wording, number, each)| {
        let told = |total: i64| filled(wording, &[total, number, each].map(|figure| grouped(&figure.to_string())));
        Reckoned { kind: "rate", right: told(number * each), wrong: told(half_more(number * each)) }
    })
}

/// Two names for one measure, with the millionths of the second in one of the first.
const MEASURES: [(&str, i64); 9] = [
    ("The road is {a} km ({b} miles) long.", 621_371),
    ("The load weighs {a} kg, or {b} pounds.", 2_204_623),
    ("Fire burned {a} hectares of forest ({b} acres).", 2_471_054),
    ("The wall is {a} metres ({b} feet) high.", 3_280_840),
    ("The lake lies {a} miles ({b} kilometres) away.", 1_609_344),
    ("The road, {a} km – or {b} miles – long, is shut.", 621_371),
    ("He drove {a} kilometres, about {b} miles, in a week.", 621_371),
    ("The park covers {a} square miles ({b} square km).", 2_589_988),
    ("They caught {a} pounds ({b} kg) of eel.", 453_592),
];

fn conversion() -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(MEASURES.to_vec()), 20..30_000i64, style()).prop_map(
        |((wording, millionths), value, style)| {
            let other = Decimal::new(value * millionths, 6);
            let told = |other: Decimal| filled(wording, &[style.figure(value.into()), style.figure(other)]);
            Reckoned { kind: "conversion", right: told(other), wrong: told(other * Decimal::new(13, 1)) }
        },
    )
}
