//! What a desk teaches of things: measures, which pin claims to one named thing, and words that it keeps apart.
//!
//! Both are marked on the claims of a draft once it is read; where a desk teaches nothing, nothing is done. The module
//! knows no file: whoever reads them hands over the words.

mod measure;
mod words;

pub use measure::Measure;
pub use words::Words;

use super::Agreement;
use super::aspect::Aspect;
use super::bond::Bond;
use super::contrast::are_apart;
use super::facet::shared;
use super::likely::TEN_TIMES;
use super::pair::Pair;
use super::thing::is_elliptical;
use super::within::may_contradict;
use crate::claim::{Claim, Side};
use crate::extract::{Draft, content_words};
use crate::lexicon::Lexicon;
use std::collections::BTreeMap;
use std::sync::Arc;
use words::Seen;

/// All that a desk teaches, ready to be marked on claims.
#[derive(Clone, Debug, Default)]
pub struct Taught {
    /// Its measures.
    pub measures: Vec<Measure>,
    /// Lists of words that it keeps apart from each other, each with how it is written.
    pub apart: Vec<Vec<(String, Words)>>,
    /// Bodies by their ids, each with the body that it belongs to.
    pub parents: BTreeMap<String, String>,
}

impl Taught {
    /// Whether there is nothing to mark.
    pub fn is_empty(&self) -> bool {
        self.measures.is_empty() && self.apart.is_empty() && self.parents.is_empty()
    }

    /// Marks the claims of a draft, which must have their context.
    pub fn mark(&self, lexicon: &Lexicon, draft: &mut Draft) {
        for claim in &mut draft.claims {
            let noun = claim.noun.as_ref().map(|noun| content_words(lexicon, &noun.text)).unwrap_or_default();
            let seen = Seen { claim, noun };
            let mut sides = self.sides(&seen);
            let measure = self.measure(&seen, &mut sides);
            claim.measure = measure;
            if let Some(context) = claim.context.as_mut().filter(|_| !sides.is_empty()) {
                context.sides = sides;
            }
            if let Some(source) = &mut claim.source
                && let Some(parent) = self.parents.get(&*source.id)
            {
                Arc::make_mut(source).parent = Some(parent.as_str().into());
            }
        }
    }

    /// The measure that describes a claim most closely; of two that do so alike, neither. What is left out by an
    /// exception stands on another side than what is taken.
    fn measure(&self, seen: &Seen<'_>, sides: &mut Vec<Side>) -> Option<String> {
        let mut taken: Vec<&Measure> = Vec::new();
        for measure in &self.measures {
            let side = match measure.takes(seen) {
                None => continue,
                Some(false) => format!("not {}", measure.id),
                Some(true) => {
                    taken.push(measure);
                    measure.id.clone()
                }
            };
            sides.push(Side { line: format!("measure {}", measure.id).into(), side: side.into() });
        }
        let closest = taken.iter().map(|measure| measure.closeness()).max()?;
        let mut closest = taken.into_iter().filter(|measure| measure.closeness() == closest);
        closest.next().filter(|_| closest.next().is_none()).map(|measure| measure.id.clone())
    }

    fn sides(&self, seen: &Seen<'_>) -> Vec<Side> {
        let line = |list: &[(String, Words)]| -> Arc<str> {
            list.iter().map(|(written, _)| written.as_str()).collect::<Vec<_>>().join(", ").into()
        };
        let of = |words: &Words| words.is_counted(seen) || words.is_modifier(seen.claim);
        let sides = self.apart.iter().flat_map(|list| {
            let sides = list.iter().filter(|(_, words)| of(words));
            sides.map(|(written, _)| Side { line: line(list), side: written.as_str().into() })
        });
        sides.collect()
    }
}

/// The desk's own name for what is counted.
pub(super) fn measure(a: &Claim, b: &Claim) -> Agreement {
    match (&a.measure, &b.measure) {
        (Some(one), Some(other)) if one == other => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Different,
        _ => Agreement::Silent,
    }
}

pub(super) fn measure_words(claim: &Claim) -> String {
    claim.measure.clone().unwrap_or_else(|| "—".to_owned())
}

/// The lines that the desk draws: on no side of one may the claims stand alone.
pub(super) fn side(a: &Claim, b: &Claim) -> Agreement {
    if are_apart(&a.context().sides, &b.context().sides) { Agreement::Different } else { Agreement::Silent }
}

/// Whether two claims that the desk counts under one measure are joined: it says what is counted, and leaves open where
/// and when. In one draft they must contradict each other as any two; drafts that nothing ties together must share a
/// name or a period.
pub(super) fn is_joined(pair: &Pair<'_>, bond: Bond, text: &str) -> bool {
    let own = !is_elliptical(pair.a) && !is_elliptical(pair.b) && pair.is_within(TEN_TIMES);
    let words = || shared(&pair.a.context().names, &pair.b.context().names).next().is_some();
    match bond {
        Bond::Beside | Bond::Within => may_contradict(pair, text),
        Bond::Slip | Bond::Again => true,
        Bond::Part => false,
        Bond::Story | Bond::Near | Bond::Scene => own,
        Bond::Note | Bond::Bare | Bond::Loose => {
            own && (words() || pair.is_same(Aspect::Place) || pair.is_same(Aspect::Period))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Measure, Taught, Words};
    use crate::compare::{ClaimRef, verdict};
    use crate::extract::{Depth, extract};
    use crate::input;
    use crate::lexicon::Lexicon;

    fn words(lexicon: &Lexicon, list: &[&str]) -> Vec<Words> {
        list.iter().map(|word| Words::new(lexicon, word).unwrap()).collect()
    }

    /// How the first figures of two drafts stand to each other for a desk that counts recruits, and keeps guests apart
    /// from visitors.
    fn judged(one: &str, other: &str) -> (bool, String) {
        let lexicon = Lexicon::embedded();
        let list = |list: &[&str]| words(&lexicon, list);
        let recruits = Measure {
            id: "recruits".to_owned(),
            what: list(&["people", "Norlanders"]),
            about: list(&["joined", "ranks"]),
            except: list(&["cooks"]),
            ..Measure::default()
        };
        let apart = ["guest", "visitor"].map(|word| (word.to_owned(), Words::new(&lexicon, word).unwrap()));
        let taught = Taught { measures: vec![recruits], apart: vec![apart.to_vec()], ..Taught::default() };
        let read = |text: &str| {
            let document = input::read("a.txt", text.as_bytes().to_vec(), None).into_iter().flatten().next().unwrap();
            let mut draft = extract(document, &lexicon, Depth::Comparable);
            taught.mark(&lexicon, &mut draft);
            draft
        };
        let verdict =
            verdict(&[read(one), read(other)], ClaimRef { draft: 0, claim: 0 }, ClaimRef { draft: 1, claim: 0 });
        (verdict.comparable, verdict.reason)
    }

    #[test]
    fn a_measure_joins_what_words_part() {
        for (other, comparable) in [
            ("640 Norlanders filled the ranks of the legion in Tarvik.", true),
            ("640 clerks joined the legion in Tarvik.", true),
            ("640 clerks joined the legion in Oldham Vale.", false),
            ("640 cooks joined the legion in Tarvik.", false),
            ("640 boats joined the legion in Tarvik.", false),
        ] {
            let (found, reason) = judged("400 volunteers joined the legion in Tarvik.", other);
            assert_eq!(found, comparable, "{other}: {reason}");
        }
    }

    #[test]
    fn words_that_the_desk_keeps_apart() {
        let (comparable, reason) = judged("40 guests were hurt in Tarvik.", "55 visitors were hurt in Tarvik.");
        assert!(!comparable && reason.contains("desk"), "{reason}");
        assert!(judged("40 guests were hurt in Tarvik.", "55 guests were hurt in Tarvik.").0);
    }

    #[test]
    fn measures_that_meet() {
        let lexicon = Lexicon::embedded();
        let measure = |what: &[&str], about: &[&str], except: &[&str]| Measure {
            what: words(&lexicon, what),
            about: words(&lexicon, about),
            except: words(&lexicon, except),
            ..Measure::default()
        };
        let dead = measure(&["people"], &["killed"], &[]);
        for (other, overlaps) in [
            (measure(&["soldiers"], &["deaths"], &[]), true),
            (measure(&["soldiers"], &[], &[]), true),
            (measure(&["soldiers"], &[], &["killed"]), false),
            (measure(&["houses"], &["killed"], &[]), false),
            (measure(&["people"], &["injured"], &[]), false),
        ] {
            assert_eq!((dead.overlaps(&other), other.overlaps(&dead)), (overlaps, overlaps), "{other:?}");
        }
    }
}
