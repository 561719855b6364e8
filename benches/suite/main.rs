//! How long each step takes: `cargo bench`, or `cargo bench -- compare` for one of them.
//!
//! What is read is made here ([`prose`]), so that any two machines measure the same.

mod comparing;
mod prose;
mod reading;
mod reporting;

use criterion::{Criterion, criterion_group, criterion_main};
use std::time::Duration;

criterion_group! {
    name = suite;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_secs(1));
    targets = reading::steps, reading::whole, comparing::compare, comparing::check, reporting::reports
}
criterion_main!(suite);
