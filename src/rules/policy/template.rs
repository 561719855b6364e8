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
            let Some(close) = close(&text[open + 1..]).map(|steps| open + 1 + steps) else {
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

/// Where the brace is that closes what begins with a text: not one of a map, nor one in quotes.
fn close(text: &str) -> Option<usize> {
    let (mut depth, mut quote, mut is_escaped) = (0_usize, None, false);
    for (at, letter) in text.char_indices() {
        match (letter, quote) {
            _ if is_escaped => is_escaped = false,
            ('\\', Some(_)) => is_escaped = true,
            (_, Some(open)) if letter == open => quote = None,
            ('"' | '\'', None) => quote = Some(letter),
            ('{', None) => depth += 1,
            ('}', None) if depth == 0 => return Some(at),
            ('}', None) => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Template;

    #[test]
    fn terms_in_braces_are_checked() {
        for text in [
            "{claim.text} has {claim.sources} sources",
            "{{'person': 'people', 'vote': 'votes'}[claim.noun_class]}",
            "{claim.source == null ? '}' : \"{\\\"}\"} is said",
        ] {
            assert_eq!(Template::read(text).err(), None, "{text}");
        }
        for (text, offset, message) in [
            ("now {claim.txt}", 11, "`claim` has no `txt`, did you mean `text`?"),
            ("now {claim.text", 4, "the brace is not closed, expected another `}`"),
        ] {
            let faults = Template::read(text).unwrap_err();
            assert_eq!((faults[0].offset, faults[0].message.as_str()), (offset, message));
        }
    }
}
