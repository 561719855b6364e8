//! Copy as it comes over the wires, invented: the same bytes each time, as long as is asked.
//!
//! It knows nothing of the program that reads it.

use std::fmt::Write as _;

/// What copy is made of, two sentences in five with a figure. A name in braces is filled anew each time.
const SENTENCES: &[&str] = &[
    "At least {n} people were killed when a ferry sank off {town} on {day}, the coast guard said.",
    "The vessel had left the harbour in calm weather, and nobody aboard had worn a life jacket.",
    "\"We heard a crack and then the deck was gone,\" said {name}, who had been asleep below.",
    "The {body} put the number of injured at {n}, most of them children on their way to school.",
    "Divers went on with their search through the night, in currents that nobody had seen there before.",
    "Rents in {town} rose by {p}.{d} per cent in {year}, according to the {body}.",
    "It was not clear on {day} evening who would pay for the repairs, or when they would begin.",
    "The council voted {p} to {d} for a budget of ${p}.{d} billion, up from ${d}.{p} billion a year earlier.",
    "{name}, the mayor, called the decision a mistake that the town would have to live with for a generation.",
    "Farmers have complained for years that the river carries too little water in summer and too much in spring.",
    "More than {k},{n} households were without power late on {day}, the grid operator said.",
    "The {body} said in {month} {year} that about {p} per cent of patients waited longer than {d} weeks.",
    "He did not answer questions about his own part in the affair, and left by a side door.",
    "A spokeswoman for the {body} declined to comment, citing an inquiry that is still under way.",
    "Unemployment among the young fell to {p}.{d}% from {p}.{n}% in the quarter to {month}, figures showed.",
    "The road between {town} and the coast was closed, and lorries queued for much of the afternoon.",
    "The new line is {p} kilometres long and will carry {k},000 passengers a day, the company said.",
    "Nothing of the kind had been built there since the war, and many doubted that it would ever pay.",
    "Of the {n} people questioned, {p} said they had been offered money, {name} told reporters in {town}.",
    "Neighbours described a quiet man who kept bees and rarely spoke to anyone but the postman.",
    "The flight, a Boeing 737 with {n} seats, landed at 3:40 p.m. after circling for an hour.",
    "Critics say that the law protects those who wrote it, and hardly anybody else in {town}.",
    "Prices may go up again in {month}, when the subsidy of {p} cents a litre ends.",
    "That was how it had always been done, they said, and nobody could remember a reason to change it.",
    "Some twelve thousand workers walked out on {day}; the union said that half of them would return.",
];

const TOWNS: &[&str] = &["Port Vell", "Ostrava Bay", "Karsholm", "Tell Amara", "San Lucero", "Grenwick", "Nam Oudo"];
const BODIES: &[&str] = &["ministry of health", "harbour union", "Red Cross", "statistics office", "housing agency"];
const NAMES: &[&str] = &["Ines Calloway", "Pieter Amoah", "Rosa Lindqvist", "Tomas Berberian", "Dana Okafor"];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: &[&str] = &["January", "March", "April", "June", "August", "September", "October", "December"];

/// At least so many bytes of plain text, in paragraphs of two to five sentences.
pub(crate) fn copy(bytes: usize) -> String {
    let mut dice = Dice(1);
    let mut text = String::new();
    while text.len() < bytes {
        paragraph(&mut dice, &mut text);
        text.push_str("\n\n");
    }
    text
}

/// The same length in one paragraph.
pub(crate) fn one_paragraph(bytes: usize) -> String {
    copy(bytes).replace("\n\n", " ")
}

/// At least so many bytes of NDJSON: dated drafts of four to nine paragraphs, from forty outlets.
pub(crate) fn lines(bytes: usize) -> String {
    let mut dice = Dice(2);
    let mut lines = String::new();
    for draft in 0.. {
        if lines.len() >= bytes {
            break;
        }
        let mut text = String::new();
        for _ in 0..4 + dice.below(6) {
            paragraph(&mut dice, &mut text);
            text.push_str("\\n\\n");
        }
        let (year, month, day) = (2010 + dice.below(16), 1 + dice.below(12), 1 + dice.below(28));
        let _ = writeln!(
            lines,
            "{{\"id\": \"draft-{draft}\", \"published\": \"{year}-{month:02}-{day:02}\", \"outlet\": \"outlet-{}\", \"text\": \"{}\"}}",
            dice.below(40),
            text.replace('"', "\\\"")
        );
    }
    lines
}

fn paragraph(dice: &mut Dice, text: &mut String) {
    let sentences = 2 + dice.below(4);
    for at in 0..sentences {
        if at > 0 {
            text.push(' ');
        }
        sentence(dice, text);
    }
}

fn sentence(dice: &mut Dice, text: &mut String) {
    let mut rest = dice.one_of(SENTENCES);
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        text.push_str(before);
        fill(name, dice, text);
        rest = after;
    }
    text.push_str(rest);
}

fn fill(name: &str, dice: &mut Dice, text: &mut String) {
    match name {
        "town" => text.push_str(dice.one_of(TOWNS)),
        "body" => text.push_str(dice.one_of(BODIES)),
        "name" => text.push_str(dice.one_of(NAMES)),
        "day" => text.push_str(dice.one_of(DAYS)),
        "month" => text.push_str(dice.one_of(MONTHS)),
        "year" => number(2005 + dice.below(20), text),
        "n" => number(100 + dice.below(900), text),
        "k" | "d" => number(1 + dice.below(9), text),
        _ => number(10 + dice.below(90), text),
    }
}

fn number(value: usize, text: &mut String) {
    let _ = write!(text, "{value}");
}

/// Numbers that look thrown and are the same each time.
struct Dice(u64);

impl Dice {
    /// A number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }

    fn one_of(&mut self, choice: &[&'static str]) -> &'static str {
        choice[self.below(choice.len())]
    }
}
