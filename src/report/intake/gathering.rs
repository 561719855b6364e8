//! Rows to drafts: those of a draft are gathered until the next draft's come.

use super::WRITER;
use super::row::{Row, Says};
use super::shown::Shown;
use crate::claim::Claim;
use crate::extract::{Draft, Facts};
use crate::text::Problem;

/// The rows of one draft.
#[derive(Debug)]
pub(crate) struct Gathering {
    document: String,
    line: usize,
    sorted_by: Option<(String, String)>,
    /// The number that the table gives the first claim.
    first: Option<usize>,
    facts: Facts<'static>,
    claims: Vec<Gathered>,
}

/// Where a draft stands in a table that is sorted by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The key under which it stands here.
    pub(crate) key: String,
    /// What the drafts under a key are sorted by.
    pub(crate) order: String,
    /// How many claims come before it where the table was made.
    pub(crate) claims: usize,
}

/// A claim, where its row stands, and what that says for people.
type Gathered = (usize, Claim, Shown);

impl Gathering {
    /// The rows of the draft that a row belongs to, with all that were gathered before.
    ///
    /// Gives back what was gathered where the row begins another draft.
    ///
    /// # Errors
    /// A claim that does not follow its draft.
    pub(crate) fn add(open: &mut Option<Self>, path: &str, row: Row) -> Result<Option<Self>, Problem> {
        let Row { line, document, sorted_by, number, says } = row;
        let key = |sorted_by: &Option<(String, String)>| sorted_by.as_ref().map(|(key, _)| key.clone());
        match (says, open) {
            (Says::Draft(facts), open) => {
                let facts = *facts;
                Ok(open.replace(Self { document, line, sorted_by, first: None, facts, claims: Vec::new() }))
            }
            (Says::Claim(claim, shown), Some(own))
                if own.document == document && key(&own.sorted_by) == key(&sorted_by) =>
            {
                own.first = own.first.or(number);
                own.claims.push((line, *claim, shown));
                Ok(None)
            }
            _ => {
                let message = format!(
                    "a claim of `{document}`, whose own row does not stand before it; \
                     expected the rows of a draft together, as {WRITER} writes them"
                );
                Err(Problem::at(path, line, 1, message))
            }
        }
    }

    /// The draft that the rows make, and where it stands if they are to be sorted.
    ///
    /// # Errors
    /// Facts that do not go together, or rows that say something else beside them.
    pub(crate) fn into_draft(self, path: &str) -> Result<(Option<Place>, Draft), Problem> {
        let claims = self.first.map_or(0, |first| first.saturating_sub(1));
        let place = self.sorted_by.map(|(key, row)| {
            let order = row.rsplit_once('-').map_or(row.as_str(), |(order, _)| order).to_owned();
            Place { key, order, claims }
        });
        let (mut lines, mut claims, mut shown) = (Vec::new(), Vec::new(), Vec::new());
        for (line, claim, says) in self.claims {
            lines.push(line);
            claims.push(claim);
            shown.push(says);
        }
        let own = self.line;
        let draft = self.facts.into_draft(claims).map_err(|misfit| {
            let line = misfit.claim.and_then(|claim| lines.get(claim)).unwrap_or(&own);
            Problem::at(path, *line, 1, misfit.message)
        })?;
        for ((claim, shown), line) in draft.claims.iter().zip(shown).zip(lines) {
            if let Some((column, message)) = shown.odd(&draft.document, claim) {
                return Err(Problem::at(path, line, column, message));
            }
        }
        Ok((place, draft))
    }
}
