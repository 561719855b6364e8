//! What two figures of a story make of each other: `disputes/told.md` holds stories that contradict themselves or others,
//! `disputes/apart.md` those that only look so. A heading says what is to be found, and of what the story is a case.

mod common;

use common::drafts;
use numerate::extract::Draft;
use numerate::input::by_name;
use numerate::rules::{Finding, Ruleset, check};

/// What parts the drafts of one story.
const NEXT: &str = "\n## next draft\n";

/// The drafts of a story, in Markdown.
fn read(story: &str) -> Vec<Draft> {
    let read = |(at, draft): (usize, &str)| {
        let bytes = format!("{}\n", draft.trim()).into_bytes();
        drafts(&format!("{at}.md"), bytes, by_name("markdown"))
    };
    story.split(NEXT).enumerate().flat_map(read).collect()
}

/// What is found in each story that differs from what its heading says.
fn surprises(stories: &str) -> Vec<String> {
    let rules = Ruleset::embedded();
    let surprise = |story: &str| {
        let (heading, text) = story.split_once('\n').unwrap_or((story, ""));
        let Some((wanted, case)) = heading.split_once(": ") else { return Some(format!("{heading}: told for what?")) };
        let found: Vec<_> = check(&read(text), &rules).into_iter().map(|finding| finding.kind).collect();
        let found = if found.is_empty() { "none".to_owned() } else { found.join(" ") };
        (found != wanted).then(|| format!("{case}: {found}, not {wanted}"))
    };
    let stories = format!("\n{stories}");
    stories.split("\n# ").skip(1).filter_map(surprise).collect()
}

#[test]
fn what_contradicts_is_told() {
    assert_eq!(surprises(include_str!("disputes/told.md")), Vec::<String>::new());
}

#[test]
fn what_only_looks_so_is_not() {
    assert_eq!(surprises(include_str!("disputes/apart.md")), Vec::<String>::new());
}

/// Two stories whose parties, figures and nouns have more than one word.
const WRAPPED: [&str; 2] = [
    "The Brenning County Fire Service said that about 1.2 million young trees were lost in the fire at Oldham Vale. The \
     Upper Brenning Rescue Trust said 900,000 young trees were lost in the fire at Oldham Vale.",
    "Dr Anna Molina of the Coast Union of Miners said 30 people were hurt in the fire at Oldham Vale. The County \
     Police said 45 people were hurt in the fire at Oldham Vale.",
];

#[test]
fn where_a_paragraph_breaks_its_lines_does_not_matter() {
    let rules = Ruleset::embedded();
    let told = |Finding { message, evidence, fingerprint, .. }| (message, evidence, fingerprint);
    let found = |story: &str| check(&read(story), &rules).into_iter().map(told).collect::<Vec<_>>();
    for story in WRAPPED {
        let whole = found(story);
        assert_eq!(whole.len(), 1, "{story}");
        for (blank, _) in story.match_indices(' ') {
            let broken = format!("{}\n{}", &story[..blank], &story[blank + 1..]);
            assert_eq!(found(&broken), whole, "{broken}");
        }
    }
}
