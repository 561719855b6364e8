//! Examples: what a rule must flag and what it must not, and whether it does.

use super::books::Books;
use super::check::check_against;
use super::rule::Rule;
use super::ruleset::Ruleset;
use super::table::{Placed, Table};
use crate::extract::Draft;
use crate::text::Span;
use jiff::civil::Date;
use serde::Serialize;
use similar::{Algorithm, capture_diff_slices};
use std::collections::BTreeSet;

/// A few sentences, and the figures that the rule flags in them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// The file it stands in.
    pub path: String,
    /// The line in which its `expect` stands there, 1-based.
    pub line: usize,
    /// The column in which that begins, 1-based, in code points.
    pub column: usize,
    /// The drafts that are read together.
    pub drafts: Vec<ExampleDraft>,
    /// The rows of a ledger to hold them against, without its header.
    pub ledger: Option<String>,
    /// The rows of a table of rates of exchange, without its header.
    pub rates: Option<String>,
    /// The figures flagged, as in the text, each once, sorted; none where the rule must keep silent.
    pub expect: BTreeSet<String>,
    /// Where in the file these are listed, in bytes; `None` where there is no file.
    #[serde(skip)]
    pub expect_at: Option<Span>,
}

/// One draft of an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExampleDraft {
    /// Its text, in Markdown.
    pub text: String,
    /// Its date.
    pub date: Option<Date>,
    /// Its outlet.
    pub outlet: Option<String>,
}

impl Example {
    /// Reads `[[example]]`: `text` or `drafts`, `date`, `ledger`, `rates`, `expect`.
    pub(super) fn shape(path: &str, table: &mut Table<'_>) -> Self {
        let date = table.date("date");
        let mut drafts = table.each("drafts", |draft| ExampleDraft::shape(draft, date));
        match (table.text("text"), drafts.is_empty()) {
            (Some(Placed { value: text, .. }), true) => drafts.push(ExampleDraft { text, date, outlet: None }),
            (None, false) => {}
            (None, true) if table.has("text") => {}
            (None, true) => {
                table.complain("text", "`text` is missing, expected the sentences of the example".to_owned());
            }
            (Some(_), false) => {
                table.complain("text", "`text` stands beside `drafts`, expected one of them".to_owned());
            }
        }
        if !table.has("expect") {
            table.complain("expect", "`expect` is missing, expected a list of the figures flagged".to_owned());
        }
        let expect = table.texts("expect").into_iter().map(|figure| figure.value).collect();
        let ledger = table.text("ledger").map(|ledger| ledger.value);
        let rates = table.text("rates").map(|rates| rates.value);
        let Placed { line, column, .. } = table.place_of("expect");
        Self { path: path.to_owned(), line, column, drafts, ledger, rates, expect, expect_at: table.span("expect") }
    }
}

impl ExampleDraft {
    fn shape(table: &mut Table<'_>, date: Option<Date>) -> Self {
        let text = table.required_text("text").value;
        let outlet = table.text("outlet").map(|outlet| outlet.value);
        Self { text, date: table.date("date").or(date), outlet }
    }
}

/// How one example went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The rule it tests.
    pub rule: String,
    /// The file the example stands in.
    pub path: String,
    /// The line in which its `expect` stands there, 1-based.
    pub line: usize,
    /// The column in which that begins, 1-based, in code points.
    pub column: usize,
    /// The figures that the rule must flag, as the example lists them, sorted.
    pub expected: Vec<String>,
    /// The figures that it flags, in the order of the text.
    pub found: Vec<String>,
    /// Where in the file the expected figures are listed, in bytes; `None` where there is no file.
    #[serde(skip)]
    pub expect_at: Option<Span>,
    /// What was expected (`-`) against what was found (`+`), a figure a line; `None` where they agree.
    pub difference: Option<String>,
}

impl Outcome {
    /// Whether the rule flagged what it must, and nothing else.
    pub const fn passed(&self) -> bool {
        self.difference.is_none()
    }
}

/// Runs the examples of the rules that are wanted; `runner` reads the drafts and the books of a rule's example as the
/// program reads any.
pub fn test(
    rules: &Ruleset,
    is_wanted: impl Fn(&Rule, &Example) -> bool,
    mut runner: impl FnMut(&Rule, &Example) -> (Vec<Draft>, Books),
) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for rule in rules.rules() {
        let wanted: Vec<_> = rule.examples.iter().filter(|example| is_wanted(rule, example)).collect();
        if wanted.is_empty() {
            continue;
        }
        // A rule that waits to be asked for is asked for by its own examples.
        let alone = rules.alone(rule);
        for example in wanted {
            let (drafts, books) = runner(rule, example);
            outcomes.push(outcome(rule, example, flagged(&alone, &drafts, &books)));
        }
    }
    outcomes
}

fn outcome(rule: &Rule, example: &Example, found: BTreeSet<String>) -> Outcome {
    let difference = (found != example.expect).then(|| difference(&example.expect, &found));
    Outcome {
        rule: rule.id.clone(),
        path: example.path.clone(),
        line: example.line,
        column: example.column,
        expected: example.expect.iter().cloned().collect(),
        found: in_order(found, &example.drafts),
        expect_at: example.expect_at,
        difference,
    }
}

/// The figures as a reader meets them.
fn in_order(found: BTreeSet<String>, drafts: &[ExampleDraft]) -> Vec<String> {
    let place = |figure: &String| {
        let mut places = drafts.iter().zip(0..).filter_map(|(draft, at)| Some((at, draft.text.find(figure.as_str())?)));
        places.next().unwrap_or((usize::MAX, 0))
    };
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(place);
    found
}

fn difference(wanted: &BTreeSet<String>, found: &BTreeSet<String>) -> String {
    let figures = |set: &'_ BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>();
    let (wanted, found) = (figures(wanted), figures(found));
    let changes = capture_diff_slices(Algorithm::Myers, &wanted, &found);
    let lines = changes.iter().flat_map(|change| change.iter_changes(&wanted, &found));
    lines.map(|line| format!("{}{}", line.tag(), line.value())).collect::<Vec<_>>().join("\n")
}

/// The figures that rules flag, as in the text.
fn flagged(rules: &Ruleset, drafts: &[Draft], books: &Books) -> BTreeSet<String> {
    let mut figures = BTreeSet::new();
    for finding in check_against(drafts, rules, books) {
        if finding.claims.is_empty() {
            figures.insert(finding.span.of(drafts[finding.draft].document.text()).to_owned());
        }
        for at in finding.claims {
            figures.insert(at.of(drafts).quantity.span.of(drafts[at.draft].document.text()).to_owned());
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::test;
    use crate::rules::books::Books;
    use crate::rules::ruleset::Ruleset;

    fn rules(examples: &str) -> Ruleset {
        let head = "id = 'a'\nkind = 'conflict'\ntitle = 'A'\nwhy = 'For tests.'\n";
        let mut rules = Ruleset::default();
        assert_eq!(rules.add(&[("a.toml".to_owned(), format!("{head}{examples}"))]), []);
        rules
    }

    #[test]
    fn an_example_passes_where_the_rule_flags_what_it_must() {
        let rules =
            rules("[[example]]\ntext = 'No figure.'\nexpect = []\n[[example]]\ntext = '12'\nexpect = ['15', '12']\n");
        let outcomes = test(&rules, |_, _| true, |_, _| (Vec::new(), Books::default()));
        assert!(outcomes[0].passed() && !outcomes[1].passed());
        let failed = &outcomes[1];
        assert_eq!((failed.line, failed.column, failed.difference.as_deref()), (10, 10, Some("-12\n-15")));
    }

    #[test]
    fn drafts_of_an_example_share_its_date() {
        let drafts = "drafts = [{ text = 'a' }, { text = 'b', date = 2025-03-12, outlet = 'Post' }]";
        let rules = rules(&format!("[[example]]\ndate = 2025-03-11\n{drafts}\nexpect = []\n"));
        let drafts = &rules.rules()[0].examples[0].drafts;
        let dates: Vec<_> = drafts.iter().map(|draft| draft.date.map(|date| date.to_string())).collect();
        assert_eq!(dates, [Some("2025-03-11".to_owned()), Some("2025-03-12".to_owned())]);
        assert_eq!(drafts[1].outlet.as_deref(), Some("Post"));
    }
}
