//! Whether two drafts tell of one story: they share a good part of the names that they hold, and are near in time.
//!
//! A draft tells of what it is about once, and not again in every sentence. Two drafts of one story may be compared as
//! if their figures stood in one text.

use super::bond::Bond;
use crate::extract::{Draft, Names};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How many names two drafts of one story share at the least; a name that the lexicon does not know counts twice.
const SHARED: usize = 3;
/// How many days may lie between two drafts of one story.
const DAYS: i32 = 21;
/// How many days may lie between two drafts of one story that share a rare name.
const WEEK: i32 = 7;
/// How many days may lie between two drafts of one scene, and between two of one story that share a name which the
/// lexicon does not know.
const SAME_DAYS: i32 = 3;

/// How many bytes a note has at the most: a flash, a brief, a headline that somebody handed over.
const NOTE: usize = 640;

/// What of a draft bears on how its claims stand to those of other drafts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Setting<'d> {
    names: Cow<'d, Names>,
    published: Option<Date>,
    /// Where it says that it was written.
    dateline: Option<Cow<'d, str>>,
    /// Whether it is so short that what it says of a figure is all that it says.
    is_note: bool,
}

impl<'d> Setting<'d> {
    /// The setting of a draft's claims.
    pub fn of(draft: &'d Draft) -> Self {
        Self {
            names: Cow::Borrowed(&draft.names),
            published: draft.document.published(),
            dateline: draft.document.dateline().map(Cow::Borrowed),
            is_note: draft.document.text().len() <= NOTE,
        }
    }

    pub(super) fn names(&self) -> &Names {
        &self.names
    }

    pub(super) fn dateline(&self) -> Option<&str> {
        self.dateline.as_deref()
    }
}

/// What ties two drafts together.
pub(super) fn bond(one: &Setting<'_>, other: &Setting<'_>) -> Bond {
    let shared = one.names.shared(&other.names);
    let few = one.names.len().min(other.names.len());
    let days = days_between(one, other);
    let within = |most: i32| days.is_some_and(|days| days <= most);
    let much = shared.names >= SHARED && shared.names * 4 >= few;
    let rare = shared.names + shared.rare >= SHARED;
    let strange = shared.strange > 0 && within(SAME_DAYS);
    if much && days.is_none_or(|days| days <= DAYS) {
        Bond::Story
    } else if rare && within(WEEK) || strange {
        Bond::Near
    } else if shared.names > 0 && within(SAME_DAYS) {
        if one.is_note && other.is_note { Bond::Note } else { Bond::Scene }
    } else if (one.names.is_anonymous() || other.names.is_anonymous()) && days.is_none_or(|days| days <= 1) {
        Bond::Bare
    } else if one.is_note && other.is_note && days.is_none_or(|days| days <= SAME_DAYS) {
        Bond::Note
    } else {
        Bond::Loose
    }
}

/// How many days lie between two drafts; `None` where one has no date.
fn days_between(a: &Setting<'_>, b: &Setting<'_>) -> Option<i32> {
    let days = a.published.zip(b.published);
    days.map(|(one, other)| (one - other).get_days().abs())
}

#[cfg(test)]
mod tests {
    use super::{Setting, bond};
    use crate::compare::bond::Bond;
    use crate::compare::testing::drafts;

    #[test]
    fn a_dateline_names_the_place() {
        for (one, other, wanted) in [
            ("TARROW, 3 May 2031 (Wire) — It left.", "ROME, 4 May 2031 (Post) — The ferry left Tarrow.", Bond::Near),
            ("TARROW, 3 May 2031 (Wire) — It left.", "TARROW, 4 May 2031 (Post) — Nobody came.", Bond::Near),
            ("LISBON, 3 May 2031 (Wire) — It left.", "LISBON, 4 May 2031 (Post) — Nobody came.", Bond::Note),
        ] {
            let drafts = drafts(&[one, other]);
            let [one_of, other_of] = [0, 1].map(|at| Setting::of(&drafts[at]));
            assert_eq!(bond(&one_of, &other_of), wanted, "{one} {other}");
        }
    }
}
