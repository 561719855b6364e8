//! Claims of many drafts held against each other. Time may grow no faster than n log n, n being the claims.

use crate::prose;
use crate::reading::drafts;
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput};
use numerate::compare::groups;
use numerate::extract::{Depth, Draft};
use numerate::lexicon::Lexicon;
use numerate::rules::{self, Ruleset};
use std::fmt::Write as _;
use std::hint::black_box;

/// Which claims speak of the same thing: of a thousand claims, ten thousand and a hundred thousand.
pub(crate) fn compare(criterion: &mut Criterion) {
    let lexicon = Lexicon::embedded();
    let mut group = criterion.benchmark_group("compare");
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    for claims in [1_000, 10_000, 100_000] {
        let drafts = stories(claims, &lexicon);
        let found: usize = drafts.iter().map(|draft| draft.claims.len()).sum();
        group.throughput(Throughput::Elements(found as u64));
        group.bench_with_input(BenchmarkId::from_parameter(claims), &drafts, |bencher, drafts| {
            bencher.iter(|| black_box(groups(drafts)));
        });
    }
    group.finish();
}

/// All rules over a megabyte of drafts, read beforehand.
pub(crate) fn check(criterion: &mut Criterion) {
    let lines = prose::lines(1 << 20);
    let drafts = drafts("lines.ndjson", &lines, &Lexicon::embedded(), Depth::Comparable);
    let rules = Ruleset::embedded();
    let mut group = criterion.benchmark_group("check");
    group.throughput(Throughput::Bytes(lines.len() as u64));
    group.bench_function("rules", |bencher| bencher.iter(|| black_box(rules::check(&drafts, &rules))));
    group.finish();
}

/// Drafts with so many claims: two in each, and five drafts for each ship, the last of them at odds with the others.
pub(crate) fn stories(claims: usize, lexicon: &Lexicon) -> Vec<Draft> {
    let mut lines = String::new();
    for draft in 0..claims / 2 {
        let (ship, outlet) = (draft / 5, draft % 5);
        let dead = 11 + ship % 80 + outlet / 4;
        let _ = writeln!(
            lines,
            "{{\"id\": \"{draft}\", \"published\": \"2024-{:02}-{:02}\", \"outlet\": \"outlet-{outlet}\", \"text\": \
             \"{dead} people were killed when the ferry {} sank, police said.\\n\\nThe ship cost ${}.5 million to build.\"}}",
            1 + ship / 28 % 12,
            1 + ship % 28,
            name(ship),
            2 + ship % 40,
        );
    }
    drafts("stories.ndjson", &lines, lexicon, Depth::Comparable)
}

/// A name of its own for each number: `Bacodi`.
fn name(number: usize) -> String {
    let (mut rest, mut name) = (number, String::from("Ma"));
    while rest > 0 {
        name.push(['b', 'c', 'd', 'f', 'g', 'k', 'l', 'n', 'r', 's'][rest % 10]);
        name.push(['a', 'e', 'i', 'o', 'u'][rest % 5]);
        rest /= 10;
    }
    name + "ra"
}
