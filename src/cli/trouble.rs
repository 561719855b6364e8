//! What goes wrong in a run: told as it is met, and kept for the report and the exit status.

use super::plan::Voice;
use super::world::World;
use super::{Status, tell};
use crate::text::Problem;

/// The problems of a run so far.
pub(super) struct Trouble<'w> {
    world: &'w dyn World,
    voice: Voice,
    problems: Vec<Problem>,
    /// Whether some settings, rules or words could not be read.
    is_of_desk: bool,
}

impl<'w> Trouble<'w> {
    /// None yet.
    pub(super) const fn new(voice: Voice, world: &'w dyn World) -> Self {
        Self { world, voice, problems: Vec::new(), is_of_desk: false }
    }

    /// The machine that the run is on.
    pub(super) const fn world(&self) -> &'w dyn World {
        self.world
    }

    /// Adds problems.
    pub(super) fn add(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            if self.voice > Voice::Quiet {
                tell(&problem, self.world);
            }
            self.problems.push(problem);
        }
    }

    /// Adds problems of a desk that are not known yet: several desks may share a file.
    pub(super) fn add_of_desk(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            self.is_of_desk = true;
            if !self.problems.contains(&problem) {
                self.add([problem]);
            }
        }
    }

    /// Tells of something that the run can be done without.
    pub(super) fn warn(&self, warnings: impl IntoIterator<Item = Problem>) {
        for warning in warnings.into_iter().filter(|_| self.voice > Voice::Quiet) {
            tell(&Problem { message: format!("warning: {}", warning.message), ..warning }, self.world);
        }
    }

    /// All of them, in order.
    pub(super) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether all settings, rules and words could be read.
    pub(super) const fn desks_are_sound(&self) -> bool {
        !self.is_of_desk
    }

    /// How the run ends if all else goes well.
    pub(super) const fn status(&self) -> Status {
        if self.problems.is_empty() { Status::Clean } else { Status::Failed }
    }
}
