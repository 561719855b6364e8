//! How long the parts of a run took.

use super::world::World;
use std::time::Duration;

/// A clock that is read after each part.
pub(super) struct Timings<'w> {
    world: &'w dyn World,
    last: Duration,
    parts: Vec<(&'static str, Duration)>,
}

impl<'w> Timings<'w> {
    /// The first part begins.
    pub(super) fn new(world: &'w dyn World) -> Self {
        Self { world, last: world.elapsed(), parts: Vec::new() }
    }

    /// A part has ended, and the next one begins.
    pub(super) fn end(&mut self, part: &'static str) {
        let now = self.world.elapsed();
        self.parts.push((part, now.saturating_sub(self.last)));
        self.last = now;
    }

    /// Tells of all parts, a line each.
    pub(super) fn tell(&self) {
        for (part, took) in &self.parts {
            self.world.tell(&format!("{part:<8} {:>9.1} ms", took.as_secs_f64() * 1000.0));
        }
    }
}
