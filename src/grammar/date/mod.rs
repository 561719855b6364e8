//! stub
use super::Tokens;
use crate::claim::Timing;
use crate::text::Span;
use jiff::civil::Date;
use std::ops::Range;
#[derive(Clone, Debug, Default)]
pub struct Anchor { pub published: Option<Date>, pub last: Option<Timing> }
impl Anchor { pub fn new(published: Option<Date>) -> Self { Self { published, last: None } } }
#[derive(Clone, Debug)]
pub struct Dated { pub tokens: Range<usize>, pub span: Span, pub start: Option<Date>, pub end: Option<Date>, pub why: String }
pub fn dates(_: Tokens<'_>, _: &mut Anchor) -> Vec<Dated> { Vec::new() }
