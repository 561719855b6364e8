//! From bytes to claims: each step of the grammar by itself, and all of them.

use crate::prose;
use criterion::{BenchmarkId, Criterion, Throughput};
use numerate::extract::{Depth, Draft, extract};
use numerate::grammar::date::{Anchor, dates};
use numerate::grammar::{Words, attributions, quantities};
use numerate::input;
use numerate::lexicon::Lexicon;
use numerate::text::{Span, sentences};
use std::hint::black_box;

/// How much each step reads.
const BYTES: usize = 1 << 20;

/// The steps of the grammar, over the same tokens.
pub(crate) fn steps(criterion: &mut Criterion) {
    let (lexicon, text) = (Lexicon::embedded(), prose::copy(BYTES));
    let words = words(&text, &lexicon);
    let sentences = sentences(words.tokens(), &lexicon).map(|range| words.sentence(&text, &lexicon, range));
    let sentences: Vec<_> = sentences.collect();
    let mut group = criterion.benchmark_group("step");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("tokenise", |bencher| bencher.iter(|| self::words(&text, &lexicon)));
    group.bench_function("quantity", |bencher| {
        bencher.iter(|| {
            let mut found = Vec::new();
            for sentence in &sentences {
                quantities(sentence.tokens(), &[], &mut found);
            }
            found.len()
        });
    });
    group.bench_function("date", |bencher| {
        bencher.iter(|| {
            let mut anchor = Anchor::new(None);
            sentences.iter().map(|sentence| dates(sentence.tokens(), &mut anchor).len()).sum::<usize>()
        });
    });
    group.bench_function("attribution", |bencher| {
        bencher.iter(|| sentences.iter().map(|sentence| attributions(sentence.tokens(), &[]).len()).sum::<usize>());
    });
    group.finish();
}

/// A draft from its bytes to its claims, in paragraphs as desks write them and in a single one.
pub(crate) fn whole(criterion: &mut Criterion) {
    let lexicon = Lexicon::embedded();
    let mut group = criterion.benchmark_group("extract");
    for (shape, copy) in [("paragraphs", prose::copy(BYTES)), ("one paragraph", prose::one_paragraph(BYTES))] {
        group.throughput(Throughput::Bytes(copy.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(shape), &copy, |bencher, copy| {
            bencher.iter(|| black_box(drafts("copy.txt", copy, &lexicon, Depth::Claims)));
        });
    }
    group.finish();
}

/// The drafts of a file.
pub(crate) fn drafts(name: &str, copy: &str, lexicon: &Lexicon, depth: Depth) -> Vec<Draft> {
    let documents = input::read(name, copy.into(), None).into_iter().flatten();
    documents.map(|document| extract(document, lexicon, depth)).collect()
}

fn words<'t>(text: &'t str, lexicon: &Lexicon) -> Words<'t> {
    let mut words = Words::default();
    words.cut(text, lexicon, Span::new(0, text.len()));
    words
}
