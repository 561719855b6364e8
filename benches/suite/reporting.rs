//! What was found, as bytes: every format of `check`, `extract` and `inspect`.

use crate::comparing::stories;
use criterion::{BenchmarkId, Criterion};
use numerate::lexicon::Lexicon;
use numerate::report::{CHECK, Count, EXTRACT, Format, INSPECT, Look, Outcome, Stream, Writer};
use numerate::rules::{self, Ruleset, describe};
use std::hint::black_box;

/// A thousand claims and the findings about them.
pub(crate) fn reports(criterion: &mut Criterion) {
    let (drafts, rules) = (stories(1_000, &Lexicon::embedded()), Ruleset::embedded());
    let findings = rules::check(&drafts, &rules);
    let described = rules.rules().iter().map(|rule| (rule.id.as_str(), describe(rule))).collect();
    let outcome = Outcome { drafts: &drafts, findings: &findings, rules: described, ..Outcome::default() };
    for (command, formats) in [("check", CHECK), ("extract", EXTRACT), ("inspect", INSPECT)] {
        let mut group = criterion.benchmark_group(format!("report {command}"));
        for format in formats.iter().filter(|format| !matches!(format.writer, Writer::Unbuilt(_))) {
            group.bench_with_input(BenchmarkId::from_parameter(format.name), format, |bencher, format| {
                bencher.iter(|| black_box(written(format, &outcome)));
            });
        }
        group.finish();
    }
}

fn written(format: &Format, outcome: &Outcome<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    let done = match format.writer {
        Writer::Whole(write) => write(outcome, Look::default(), &mut out),
        Writer::Parted(parts) => parts.write(outcome, &mut out),
        Writer::Streamed(Stream { head, draft: write, .. }) => head(&mut out)
            .and_then(|()| Count::before(outcome.drafts).try_for_each(|(count, draft)| write(draft, count, &mut out))),
        Writer::Blocked(begin) => begin().and_then(|mut blocks| {
            let before: Vec<_> = Count::before(outcome.drafts).map(|(before, _)| before).collect();
            blocks.add(outcome.drafts, &before, &mut out)?;
            blocks.finish(&mut out)
        }),
        Writer::Unbuilt(_) => Ok(()),
    };
    done.map_or_else(|_| Vec::new(), |()| out)
}
