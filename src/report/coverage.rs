//! How many of a draft's figures were read, and what the others were taken for.

use crate::extract::Draft;
use crate::report::words::many;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How the figures of some drafts fared.
#[derive(Debug, Default)]
pub(crate) struct Coverage {
    /// Those that are claims.
    read: usize,
    /// What the others are, and how many of each.
    passed_over: BTreeMap<Cow<'static, str>, usize>,
}

impl Coverage {
    /// That of some drafts together.
    pub(crate) fn of<'d>(drafts: impl IntoIterator<Item = &'d Draft>) -> Self {
        let mut coverage = Self::default();
        for draft in drafts {
            coverage.read += draft.claims.len();
            for passed in &draft.pieces.passed_over {
                *coverage.passed_over.entry(passed.why.clone()).or_default() += 1;
            }
        }
        coverage
    }

    /// "41 figures seen, 38 read, 3 passed over: 2 years, 1 name".
    pub(crate) fn words(&self) -> String {
        let passed_over: usize = self.passed_over.values().sum();
        let (seen, read) = (many(self.read + passed_over, "figure"), self.read);
        if passed_over == 0 {
            return match read {
                0 => "no figure seen".to_owned(),
                1 => format!("{seen} seen and read"),
                _ => format!("{seen} seen, all of them read"),
            };
        }
        let mut kinds: Vec<_> = self.passed_over.iter().collect();
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let kinds: Vec<_> = kinds.into_iter().map(|(why, count)| many(*count, why)).collect();
        format!("{seen} seen, {read} read, {passed_over} passed over: {}", kinds.join(", "))
    }

    /// How many of a hundred figures were read, in whole ones, rounded down; `None` where there was no figure.
    pub(crate) fn percent(&self) -> Option<usize> {
        let seen = self.read + self.passed_over.values().sum::<usize>();
        (self.read * 100).checked_div(seen)
    }
}

#[cfg(test)]
mod tests {
    use super::Coverage;

    #[test]
    fn coverage_in_words() {
        for (read, passed_over, words) in [
            (0, vec![], "no figure seen"),
            (1, vec![], "1 figure seen and read"),
            (13, vec![], "13 figures seen, all of them read"),
            (38, vec![("name", 1), ("year", 2)], "41 figures seen, 38 read, 3 passed over: 2 years, 1 name"),
            (0, vec![("address", 2)], "2 figures seen, 0 read, 2 passed over: 2 addresses"),
        ] {
            assert_eq!(
                Coverage {
                    read,
                    passed_over: passed_over.into_iter().map(|(why, count)| (why.into(), count)).collect()
                }
                .words(),
                words
            );
        }
    }
}
