//! Which drafts something is for, by globs over their paths.

use globset::{Glob, GlobSet, GlobSetBuilder};

/// Globs. A path fits where it, or the end of it from one of its folders on, fits one of them: from wherever the program
/// is run, `sport/**` is for `drafts/sport/a.md`.
#[derive(Clone, Debug, Default)]
pub struct Paths(GlobSet);

impl Paths {
    /// Reads globs. Returns those that can be read, and for each that cannot its place among them and why.
    pub fn new<'g>(globs: impl IntoIterator<Item = &'g str>) -> (Self, Vec<(usize, String)>) {
        let mut builder = GlobSetBuilder::new();
        let mut wrong = Vec::new();
        for (at, glob) in globs.into_iter().enumerate() {
            match Glob::new(glob) {
                Ok(glob) => drop(builder.add(glob)),
                Err(error) => wrong.push((at, format!("`{glob}` is no glob: {}", error.kind()))),
            }
        }
        (Self(builder.build().unwrap_or_default()), wrong)
    }

    /// Whether a path fits.
    pub fn fit(&self, path: &str) -> bool {
        let ends = path.match_indices('/').map(|(at, _)| &path[at + 1..]);
        std::iter::once(path).chain(ends).any(|end| self.0.is_match(end))
    }
}

#[cfg(test)]
mod tests {
    use super::Paths;

    #[test]
    fn paths_fit_from_any_folder_on() {
        for (glob, path, fits) in [
            ("sport/**", "drafts/sport/a.md", true),
            ("sport/**", "sport/b/a.md", true),
            ("sport/**", "drafts/transport/a.md", false),
            ("*.md", "drafts/a.md", true),
            ("drafts/*.md", "a.md", false),
        ] {
            assert_eq!(Paths::new([glob]).0.fit(path), fits, "{glob} {path}");
        }
        assert_eq!(Paths::new(["a", "[b"]).1.len(), 1);
    }
}
