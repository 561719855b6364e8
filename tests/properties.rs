//! What holds for any draft.

mod common;
mod desk;
mod written;

use common::drafts;
use desk::Desk;
use numerate::claim::{Claim, Decimal, Ends, Interval, Qualifier, Stated, Timing};
use numerate::cli::{self, Status};
use numerate::extract::Draft;
use numerate::input::by_name;
use numerate::report::CHECK;
use numerate::rules::{Finding, Ruleset, Suppression, check};
use numerate::text::Span;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::Arc;
use written::{Written, written};

/// Pieces of news copy, and of what is hard to read in it.
const PIECES: [&str; 48] = [
    "Police said ",
    "the Red Cross said on Tuesday",
    "according to the ministry",
    "said Ada Novak, its director",
    "people were killed",
    "houses",
    "hectares",
    "about ",
    "at least ",
    "between ",
    "of them",
    "12",
    "1,200",
    "2.5 million",
    "twenty-one",
    "a dozen",
    "hundreds of",
    "one in five",
    "two-thirds",
    "40 to 50",
    "and",
    "-",
    "–",
    "/",
    "$",
    "€1.2bn",
    "%",
    " percent",
    "°C",
    "3-2",
    "9/11",
    "1.2.3",
    "0148",
    "1994",
    "in 2023",
    "last Friday",
    "on 30 February",
    "99999999999999999999999999999",
    "0.000000000000000000000000000001",
    "½",
    "²",
    "“",
    "”",
    "'",
    ". ",
    ", ",
    "\n\n",
    "é\u{301}",
];

/// Text made of such pieces and of anything else.
fn copy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,8}",
        1 => "[0-9.,]{1,30}",
    ];
    let space = prop::sample::select(vec!["", " ", " "]);
    prop::collection::vec((piece, space), 0..40)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, space)| [piece, space.to_owned()]).collect())
}

/// Notes, and what is left of them where somebody mistypes.
fn notes() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<!--",
        "<!-- numerate-",
        "<!-- numerate-ignore",
        "<!-- numerate-ignore sum: so -->",
        "-->",
        "-",
        "ignore",
        "begin",
        "end",
        " sum",
        " wrong-sum",
        ",",
        ":",
        " so",
        " é",
        "\n",
        "\n\n",
        "\r\n",
        "---\nnumerate-ignore: ",
        "\n---\n",
        "12",
        "`",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// A few sentences in which sources count the dead, each a draft of its own.
fn reports() -> impl Strategy<Value = Vec<String>> {
    let source = prop::sample::select(vec!["Police", "The army", "The Red Cross", "Officials"]);
    let figure =
        prop::sample::select(vec!["12", "about 12", "at least 12", "17", "more than 15", "20 to 30", "dozens of"]);
    let day = prop::sample::select(vec!["", " on 4 March 2031", " on 6 March 2031"]);
    let report = (source, figure, day).prop_map(|(source, figure, day)| {
        format!("{source} said{day} that {figure} people were killed in the collapse of the mill at Ostra.")
    });
    prop::collection::vec(report, 1..6)
}

/// One draft of some Markdown.
fn draft(name: &str, text: &str) -> Draft {
    let mut drafts = drafts(name, text.as_bytes().to_vec(), by_name("markdown"));
    drafts.remove(0)
}

fn findings(drafts: &[Draft]) -> Vec<Finding> {
    check(drafts, &Ruleset::embedded())
}

/// What was found, whatever the order of the drafts.
fn found(drafts: &[Draft]) -> BTreeSet<(String, String)> {
    findings(drafts).into_iter().map(|finding| (finding.fingerprint, finding.message)).collect()
}

/// Everything of a claim that is a place in the text, moved.
fn shifted(claim: &Claim, blocks: usize, bytes: usize) -> Claim {
    let mut claim = claim.clone();
    claim.block += blocks;
    let timings = [&mut claim.said, &mut claim.as_of].into_iter().flatten();
    let timings = timings.filter_map(|Timing { span, .. }| span.as_mut());
    let noun = claim.noun.as_mut().map(|noun| &mut noun.span);
    let source = claim.source.as_mut().map(|source| &mut Arc::make_mut(source).span);
    let own = [&mut claim.span, &mut claim.sentence, &mut claim.quantity.span];
    // An empty span stands nowhere.
    for span in own.into_iter().chain(noun).chain(source).chain(timings).filter(|span| **span != Span::default()) {
        *span = span.shifted(bytes);
    }
    claim
}

/// The two ends of a claim's reading, so far apart from each other.
fn widened(claim: &Claim, by: Decimal) -> Claim {
    let mut claim = claim.clone();
    let reading = claim.quantity.reading();
    if let (Some(low), Some(high)) = (reading.low, reading.high) {
        claim.quantity.stated = Stated::Range(low - by, high + by);
        claim.quantity.qualifier = None;
    }
    claim
}

proptest! {
    #[test]
    fn figures_stand_in_order_and_apart(text in copy()) {
        let Draft { document, claims, .. } = draft("draft.md", &text);
        let mut end = 0;
        for claim in &claims {
            let span = claim.quantity.span;
            prop_assert!(end <= span.start, "{:?}", claim);
            prop_assert!(!span.of(document.text()).is_empty(), "{:?}", claim);
            prop_assert!(claim.span.contains(span) && claim.sentence.contains(claim.span), "{:?}", claim);
            end = span.end;
        }
    }

    #[test]
    fn claims_lead_back_to_the_bytes_of_the_file(text in copy()) {
        let narrow = text.clone().into_bytes();
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for (bytes, decode) in [(narrow, utf_8 as fn(&[u8]) -> String), (wide, utf_16)] {
            for Draft { document, claims, .. } in drafts("-", bytes.clone(), by_name("text")) {
                for claim in claims {
                    for span in [claim.span, claim.quantity.span, claim.sentence] {
                        let there = decode(&bytes[document.in_file(span).range()]);
                        prop_assert_eq!(there, span.of(document.text()));
                    }
                }
            }
        }
    }

    #[test]
    fn a_note_suppresses_only_what_it_names_and_gives_a_reason(note in notes(), format in 0..3usize) {
        let format = by_name(["text", "markdown", "html"][format]);
        let rules = Ruleset::embedded();
        let known = |name: &String| rules.rules().iter().any(|rule| rule.id == *name || rule.kind == *name);
        for Draft { document, .. } in drafts("-", note.into_bytes(), format) {
            let (suppressions, problems) = Suppression::read(&document, &rules);
            prop_assert!(suppressions.iter().all(|one| !one.reason.is_empty() && one.rules.iter().all(known)));
            prop_assert!(suppressions.len() <= document.notes().len() && problems.iter().all(|one| one.line.is_some()));
        }
    }

    #[test]
    fn a_quantity_reads_as_it_was_written(Written { text, figure, stated, unit, qualifier } in written()) {
        let Draft { document, claims, .. } = draft("draft.md", &text);
        prop_assert_eq!(claims.len(), 1, "{}: {:?}", text, claims);
        let quantity = &claims[0].quantity;
        prop_assert_eq!((quantity.stated, quantity.unit.name()), (stated, unit), "{}", text);
        prop_assert_eq!(quantity.qualifier.map(Qualifier::name), qualifier, "{}", text);
        prop_assert_eq!(quantity.span.of(document.text()), figure, "{}", text);
    }

    #[test]
    fn what_meets_still_meets_when_one_is_widened(a in 0..50i64, b in 0..50i64, c in 0..50i64, d in 0..50i64, by in 0..9u32) {
        let interval = |a: i64, b: i64, ends| Interval::between(Decimal::from(a), Decimal::from(b), ends);
        for ends in [Ends::Included, Ends::Excluded] {
            let (one, other) = (interval(a, b, ends), interval(c, d, Ends::Excluded));
            let wider = interval(a.min(b) - i64::from(by), a.max(b) + i64::from(by), ends);
            prop_assert!(!one.meets(&other) || wider.meets(&other) && one.hull(&wider).meets(&other));
        }
    }

    #[test]
    fn a_wider_figure_makes_no_conflict(reports in reports(), by in 0..40u32) {
        let mut drafts: Vec<_> = reports.iter().take(2).map(|report| draft("draft.md", report)).collect();
        let before = findings(&drafts).len();
        drafts[0].claims = drafts[0].claims.iter().map(|claim| widened(claim, by.into())).collect();
        prop_assert!(findings(&drafts).len() <= before);
    }

    #[test]
    fn the_order_of_drafts_changes_no_finding(reports in reports(), turn in 0..6usize) {
        let mut drafts: Vec<_> =
            reports.iter().zip('a'..).map(|(report, name)| draft(&format!("{name}.md"), report)).collect();
        let one = found(&drafts);
        let turn = turn % drafts.len();
        drafts.rotate_left(turn);
        prop_assert_eq!(&one, &found(&drafts));
        drafts.reverse();
        prop_assert_eq!(&one, &found(&drafts));
    }

    #[test]
    fn a_paragraph_before_moves_what_follows_and_nothing_else(text in copy(), reports in reports()) {
        let prefix = "The sky stayed grey.\n\n";
        let text = format!("{text}\n\n{}", reports.join("\n\n"));
        let (plain, longer) = (draft("draft.md", &text), draft("draft.md", &format!("{prefix}{text}")));
        let moved: Vec<_> = plain.claims.iter().map(|claim| shifted(claim, 1, prefix.len())).collect();
        prop_assert_eq!(moved, longer.claims);
    }
}

proptest! {
    // Every run reads the lexicon anew, so a few must do.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_exit_status_does_not_hang_on_the_format(reports in reports(), level in level()) {
        let desk = Desk(reports.join("\n\n"));
        let status = |format: &str| {
            let typed = ["numerate", "check", "--fail-on", level, "--format", format, "-"];
            cli::run(typed.map(OsString::from), &desk)
        };
        let all: Vec<Status> = CHECK.iter().map(|format| status(format.name)).collect();
        prop_assert!(all.iter().all(|one| *one == all[0] && *one != Status::Failed), "{:?}", all);
    }
}

/// From which severity on a finding fails the run.
fn level() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["error", "warning", "info", "never"])
}

fn utf_8(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn utf_16(bytes: &[u8]) -> String {
    encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0.into_owned()
}
