//! The message of a policy: words with terms in braces, as in `{claim.text} has no source`.

use super::fact::Fact;
use super::syntax::read;
use super::term::{Case, Term, Whose};
use crate::rules::sheet::Fault;

/// A message with terms in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Template {
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
enum Part {
    Words(String),
    Term(Term),
}

impl Template {
    /// Reads a message.
    ///
    /// # Errors
    /// All that is wrong with the terms in its braces, and a brace that has no partner.
    pub(super) fn read(text: &str) -> Result<Self, Vec<Fault>> {
        let mut template = Self::default();
        let mut faults = Vec::new();
        let mut at = 0;
        while let Some(open) = text[at..].find('{').map(|steps| at + steps) {
            template.parts.push(Part::Words(text[at..open].to_owned()));
            let Some(close) = text[open..].find('}').map(|steps| open + steps) else {
                faults.push(Fault { offset: open, message: "the brace is not closed, expected another `}`".into() });
                return Err(faults);
            };
            match read(&text[open + 1..close]) {
                Ok(term) => template.parts.push(Part::Term(term)),
                Err(more) => {
                    faults.extend(more.into_iter().map(|fault| Fault { offset: fault.offset + open + 1, ..fault }));
                }
            }
            at = close + 1;
        }
        template.parts.push(Part::Words(text[at..].to_owned()));
        if faults.is_empty() { Ok(template) } else { Err(faults) }
    }

    /// The message for a case.
    pub(super) fn message(&self, case: &Case<'_>) -> String {
        let words = |part: &Part| match part {
            Part::Words(words) => words.clone(),
            Part::Term(term) => term.value(case).words(),
        };
        self.parts.iter().map(words).collect()
    }

    /// Adds the facts that it looks at, each once, in order.
    pub(super) fn facts(&self, known: &mut Vec<(Whose, &'static Fact)>) {
        for part in &self.parts {
            if let Part::Term(term) = part {
                term.facts(known);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Template;

    #[test]
    fn terms_in_braces_are_checked() {
        assert!(Template::read("{claim.text} has {claim.sources} sources").is_ok());
        for (text, offset, message) in [
            ("now {claim.txt}", 11, "`claim` has no `txt`, did you mean `text`?"),
            ("now {claim.text", 4, "the brace is not closed, expected another `}`"),
        ] {
            let faults = Template::read(text).unwrap_err();
            assert_eq!((faults[0].offset, faults[0].message.as_str()), (offset, message));
        }
    }
}
