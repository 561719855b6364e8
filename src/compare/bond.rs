//! What ties two claims together before they are looked at: one draft, or two of one story, of one scene, or of nothing
//! in common.
//!
//! The closer the bond, the less need the claims say again for them to be taken to speak of one thing.

use super::ClaimRef;
use super::again::is_again;
use super::beside::{is_beside, is_broken_down};
use super::slip::is_slip;
use super::story::{Setting, bond};
use super::transposed::is_transposed;
use crate::extract::Draft;

/// How two claims hang together before they are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// They stand side by side in one draft, each with its own source.
    Beside,
    /// They stand in one draft, and one of them is the other but for a digit.
    Slip,
    /// They stand in one draft, and one of them takes up the other with another number.
    Again,
    /// They stand in one draft, and one of them is part of what the other is in short.
    Part,
    /// They stand in one draft.
    Within,
    /// Their drafts tell of one story.
    Story,
    /// Their drafts share a rare name and a few days, and so most likely tell of one story.
    Near,
    /// Both drafts are notes of a sentence or two, and no more than a few days are known to lie between them.
    Note,
    /// Their drafts share a name and a few days.
    Scene,
    /// One of their drafts names nobody and nothing, and no more than a day is known to lie between them.
    Bare,
    /// Nothing ties their drafts together.
    Loose,
}

impl Bond {
    /// The bond of two claims of these drafts.
    pub(super) fn between(drafts: &[Draft], a: ClaimRef, b: ClaimRef) -> Self {
        if a.draft != b.draft {
            bond(&Setting::of(&drafts[a.draft]), &Setting::of(&drafts[b.draft]))
        } else if is_misprinted(&drafts[a.draft], a, b) {
            Self::Slip
        } else if is_again(&drafts[a.draft], a, b) {
            Self::Again
        } else if is_beside(&drafts[a.draft], a, b) {
            Self::Beside
        } else if is_broken_down(&drafts[a.draft], a, b) {
            Self::Part
        } else {
            Self::Within
        }
    }

    /// Whether it alone makes two claims comparable, whatever their facets.
    pub(super) const fn is_itself(self) -> bool {
        matches!(self, Self::Slip | Self::Again)
    }
}

/// Whether one of two claims is the other but for its digits or its unit, where both are of this draft.
pub(super) fn is_misprinted(draft: &Draft, a: ClaimRef, b: ClaimRef) -> bool {
    is_slip(draft, a, b) || is_transposed(draft, a, b)
}
