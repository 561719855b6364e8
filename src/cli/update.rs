//! `numerate test --update`: what the rules flag, written into the examples as what they expect. All else in a file, its
//! comments among it, stays as it is.

use super::world::{self, World};
use crate::rules::Outcome;
use crate::text::{Problem, Span};
use std::collections::BTreeMap;

/// A list of figures, and where in a file it belongs.
type Place<'a> = (Span, &'a [String]);

/// Updates the examples that do not hold, file by file. Returns the places among all of those that do now, and what went
/// wrong; an example of the program itself stands in no file and stays as it is.
pub(super) fn update(outcomes: &[Outcome], world: &dyn World) -> (Vec<usize>, Vec<Problem>) {
    let mut files: BTreeMap<&str, Vec<(usize, Place<'_>)>> = BTreeMap::new();
    for (at, outcome) in outcomes.iter().enumerate().filter(|(_, outcome)| !outcome.passed()) {
        if let Some(span) = outcome.expect_at {
            files.entry(&outcome.path).or_default().push((at, (span, &outcome.found)));
        }
    }
    let (mut updated, mut problems) = (Vec::new(), Vec::new());
    for (path, examples) in files {
        let (places, lists): (Vec<_>, Vec<_>) = examples.into_iter().unzip();
        match rewrite(path, lists, world) {
            Ok(()) => updated.extend(places),
            Err(problem) => problems.push(problem),
        }
    }
    (updated, problems)
}

fn rewrite(path: &str, lists: Vec<Place<'_>>, world: &dyn World) -> Result<(), Problem> {
    let text = rewritten(&world::text(world, path)?, lists);
    let text = text.ok_or_else(|| Problem::file(path, "has changed while its examples were run"))?;
    world::put(world, path, text.as_bytes())
}

/// The text with other lists in some places; `None` where no list stands in one of them.
fn rewritten(text: &str, mut lists: Vec<Place<'_>>) -> Option<String> {
    lists.sort_by_key(|(span, _)| span.start);
    let mut rewritten = text.to_owned();
    for (span, figures) in lists.into_iter().rev() {
        let figures: Vec<_> = figures.iter().map(|figure| toml::Value::from(figure.as_str()).to_string()).collect();
        let is_list = span.of(text).starts_with('[') && span.of(text).ends_with(']');
        is_list.then(|| rewritten.replace_range(span.range(), &format!("[{}]", figures.join(", "))))?;
    }
    Some(rewritten)
}

#[cfg(test)]
mod tests {
    use super::{Span, rewritten};

    #[test]
    fn lists_change_and_nothing_else() {
        let text = "expect = [\"é\"] # as agreed\nexpect = [\n]\n";
        let spans = [Span::new(9, 15), Span::new(37, 40)];
        let [one, two] = [vec!["1 \"2\"".to_owned(), "3".to_owned()], vec!["C:\\4".to_owned()]];
        let new = rewritten(text, vec![(spans[1], &two[..]), (spans[0], &one[..])]).unwrap();
        assert_eq!(new, "expect = ['1 \"2\"', \"3\"] # as agreed\nexpect = ['C:\\4']\n");
        assert_eq!(rewritten("expect", vec![(Span::new(0, 3), &one[..])]), None);
    }
}
