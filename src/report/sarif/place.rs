//! Places as SARIF has them.

use super::Message;
use super::text::{message, uri};
use crate::report::location::{Location, path};
use crate::text::{Column, Problem};
use serde::Serialize;

/// A place, and what it has to do with a result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    physical_location: Physical,
}

impl Place {
    /// A place in a draft.
    pub(super) fn new(at: Location<'_>) -> Self {
        let (start, end) = (at.start(Column::CodePoints), at.end(Column::CodePoints));
        let region = Region::new(start.line, start.column, Some((end.line, end.column)));
        Self::of(&at.path(), Some(region))
    }

    /// The place of a problem, as far as it is known.
    pub(super) fn of_problem(problem: &Problem) -> Self {
        let region = problem.line.map(|line| Region::new(line, problem.column.unwrap_or(1), None));
        Self::of(&path(&problem.path), region)
    }

    fn of(path: &str, region: Option<Region>) -> Self {
        let physical_location = Physical { artifact_location: Artifact { uri: uri(path) }, region };
        Self { id: None, message: None, physical_location }
    }

    /// The place, to be linked to by its number, with what stands there.
    pub(super) fn related(self, id: usize, words: &str) -> Self {
        Self { id: Some(id), message: Some(Message { text: message(words) }), ..self }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

impl Region {
    fn new(start_line: usize, start_column: usize, end: Option<(usize, usize)>) -> Self {
        Self { start_line, start_column, end_line: end.map(|end| end.0), end_column: end.map(|end| end.1) }
    }
}
