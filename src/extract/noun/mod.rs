//! What a figure counts or measures: the noun phrase behind it, in front of it, or the one of a figure before it.
//!
//! | text | noun | where it stands |
//! |---|---|---|
//! | `2,500 Russian nationals have` | Russian nationals | behind |
//! | `Ana Ruiz, 44, said` | Ana Ruiz | whose age it is |
//! | `a plot of 20 hectares (49 acres)` | plot | that of the figure it restates |
//! | `Support for the Greens stood at 8%` | Support for the Greens | in front |
//! | `The firm paid $2 million for the land` | land | behind, joined by a preposition |
//! | `Carriers lost $6 million` | loss | what the verb makes of it |
//! | `14 soldiers …, of whom 6 were officers` | officers | what they are said to be |
//! | `14 soldiers …, 6 of them by mines` | soldiers | that of the figure before |
//!
//! The module knows nothing of sources and dates.

mod ahead;
mod antecedent;
mod behind;
mod compound;
mod head;
mod in_front;
mod lasting;
mod lead;
mod multitude;
mod nature;
mod part;
mod person;
mod restated;
mod several;
mod subject;
#[cfg(test)]
pub(super) mod testing;
mod time;
mod told;
mod unit;
mod verb;

pub(super) use antecedent::Antecedents;
pub(super) use head::{SUMS, compound, lemma, thing};
pub(super) use nature::is_of_parent;
pub(super) use unit::taken_over as unit_taken_over;

use crate::claim::{Noun, Stated, Unit};
use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::List;
use crate::text::Shape;
use in_front::Role;
use std::cell::OnceCell;
use std::ops::Range;
use subject::Clause;

/// A figure whose noun is asked for.
pub(super) struct Figure<'f> {
    pub(super) tokens: Tokens<'f>,
    /// The quantities of the sentence.
    pub(super) pieces: &'f [QuantityPiece],
    /// Its place among them.
    pub(super) at: usize,
    pub(super) unit: &'f Unit,
    /// The noun phrase behind it, as [`behind`] gives it.
    pub(super) behind: Range<usize>,
    /// The clause in front of it, once it was asked for.
    clause: OnceCell<Option<Clause>>,
}

/// The noun phrase behind a quantity; empty where none follows it at once.
pub(super) fn behind(tokens: Tokens<'_>, piece: &QuantityPiece) -> Range<usize> {
    let end = piece.tokens.end;
    // "within 70 km of the coast": how far from it.
    let within = matches!(piece.unit.unit, Unit::Measure(_))
        && piece.tokens.start.checked_sub(1).is_some_and(|at| tokens.from(at).letters() == "within");
    let alone = piece.age || within || behind::is_measure_alone(tokens, piece);
    if alone { end..end } else { behind::counted(tokens, piece) }
}

/// The noun of a figure; `None` where the text gives none.
pub(super) fn of_figure(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Noun> {
    // "a gain of three points": where points are hundredths, they are no more counted than percentages are.
    let points = *figure.unit == Unit::PercentagePoint && !figure.piece().united;
    let own = head::noun_behind(figure.tokens, figure.behind.clone()).filter(|_| !points);
    if let Some(noun) = own.as_ref().and_then(|whole| of_output(figure, whole)) {
        return Some(noun);
    }
    if own.is_some() || figure.piece().stated == Stated::Vague && *figure.unit == Unit::Count {
        return own;
    }
    let person = || person::aged(figure.tokens, figure.piece());
    let restated = || before.restated(figure);
    match figure.unit {
        _ if before.heading().is_some() => before.heading().cloned(),
        Unit::Percent | Unit::Ratio | Unit::Money(_) if before.is_told_of_last(figure) => before.summed_up(figure),
        _ if figure.piece().age => person().or_else(|| Some(nature::age(figure))),
        Unit::Count if figure.is_nobody() => before.people(),
        Unit::Count => {
            let said_to_be = || ahead::predicate(figure);
            let part = || before.part(figure).or_else(|| before.whoever(figure));
            let named = || in_front::counted(figure);
            let taken_over =
                || before.recounted(figure).or_else(|| before.topic(figure)).or_else(|| before.elliptical(figure));
            let shared = || shared(figure);
            person()
                .or_else(|| nature::children(figure))
                .or_else(said_to_be)
                .or_else(shared)
                .or_else(part)
                .or_else(restated)
                .or_else(named)
                .or_else(taken_over)
        }
        // "cost 3 million kroner, half of it from a brewery"
        Unit::Percent | Unit::Ratio if figure.behind_letters(0) == "of" && figure.behind_letters(1) == "it" => {
            before.of_it(figure).or_else(|| measured(figure, before))
        }
        // "half what it fetched in May"
        Unit::Percent | Unit::Ratio if figure.behind_letters(0) == "what" => measured(figure, before),
        Unit::Ratio if is_how_often(figure) => None,
        // "The hall was two-thirds full"
        Unit::Ratio if ["full", "empty", "complete"].contains(&figure.behind_letters(0)) => measured(figure, before),
        Unit::Ratio => {
            let part = inside(figure).or_else(|| before.part(figure)).or_else(restated);
            let part = part.or_else(|| in_front::multiplied(figure));
            let beside = || (figure.at > 0).then(|| before.counted(figure)).flatten();
            part.or_else(beside).or_else(|| measured(figure, before)).or_else(|| before.counted(figure))
        }
        Unit::Percent => part::of_people_told(figure)
            .or_else(restated)
            .or_else(|| before.asked(figure))
            .or_else(|| measured(figure, before))
            .or_else(|| before.counted(figure)),
        _ => person().or_else(|| side(figure)).or_else(restated).or_else(|| measured(figure, before)),
    }
}

/// The noun between the two numbers of a ratio: "one child in five".
fn inside(figure: &Figure<'_>) -> Option<Noun> {
    const JOINTS: [&str; 3] = ["in", "of", "out"];
    let (tokens, range) = (figure.tokens, figure.piece().tokens.clone());
    let joint = range.clone().find(|&at| JOINTS.contains(&tokens.from(at).letters()))?;
    let noun = joint.checked_sub(1).filter(|&at| at > range.start)?;
    tokens.lexicon().noun(tokens.nth(noun)?.word)?;
    head::headed(tokens, noun..joint, noun)
}

/// The noun behind the next count, which this one shares: "from seven to 15 seats", "six or seven boats".
fn shared(figure: &Figure<'_>) -> Option<Noun> {
    const JOINTS: [&str; 3] = ["to", "or", "and"];
    let next = figure.pieces.get(figure.at + 1).filter(|next| next.unit.unit == Unit::Count)?;
    let joined = next.tokens.start == figure.piece().tokens.end + 1 && JOINTS.contains(&figure.behind_letters(0));
    joined.then(|| head::noun_behind(figure.tokens, behind(figure.tokens, next)))?.map(|noun| head::taken_over(&noun))
}

/// The noun behind the other side of something: "a 6-by-4-foot hole".
fn side(figure: &Figure<'_>) -> Option<Noun> {
    let next = figure.pieces.get(figure.at + 1)?;
    let crossed = compound::is_side(figure.tokens.from(figure.piece().tokens.end));
    crossed.then(|| head::noun_behind(figure.tokens, behind(figure.tokens, next)))?.map(|noun| head::taken_over(&noun))
}

/// What a sum, a share or a measure is of. Whoever pays or asks for it is not, unless nothing else is said.
fn measured(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Noun> {
    let stretch = is_stretch(figure);
    let lasting = || stretch.then(|| lasting::named(figure)).flatten();
    let counts_from = stretch && ["before", "after"].contains(&figure.tokens.from(figure.piece().tokens.end).letters());
    let taken = || nature::taken_from(figure);
    let by_itself = nature::of_words(figure).or_else(lasting).or_else(|| nature::valued(figure)).or_else(taken);
    if by_itself.is_some() {
        return by_itself;
    }
    if stretch && lasting::is_offset(figure) {
        return ahead::complement(figure);
    }
    let (in_front, role) = in_front::measured(figure).map_or((None, Role::Acts), |(noun, role)| (Some(noun), role));
    // "The village was dark for two days": it is not what lasted.
    let bystander = || in_front.as_ref().is_some_and(|noun| lasting::is_bystander(figure, noun));
    let role = if stretch && bystander() { Role::Acts } else { role };
    let thing = role == Role::Undergoes;
    let deed = || (role != Role::Measured).then(|| nature::of_deed(figure, thing)).flatten();
    if thing
        && !stretch
        && let Some(noun) = deed()
    {
        return ahead::complement(figure).or(Some(noun));
    }
    if !counts_from && (role == Role::Measured || role == Role::Undergoes && (!stretch || figure.before(1) == "by")) {
        // "That is a fall of 9 percent": of what was given before.
        let change = in_front.as_ref().is_some_and(|noun| is_change(figure, noun));
        return change.then(|| before.summed_up(figure)).flatten().or(in_front);
    }
    let acts = role == Role::Acts;
    // "Waited three days for a boat": the boat is not what lasted.
    let by_deed = stretch.then(deed).flatten();
    let ahead = by_deed.or_else(|| ahead::rated(figure)).or_else(|| ahead::complement(figure));
    // "Rustlers took 40 ewes. It was the fourth raid in five weeks"
    let within = ["in", "within"].contains(&figure.before(1));
    let topic = || before.topic(figure).filter(|noun| !stretch || !within && !lasting::outlives(noun));
    let ahead = ahead.or_else(deed).or_else(topic).or_else(|| before.listed(figure));
    let in_front = match in_front {
        _ if acts && in_front::is_reported(figure) => before.same_unit(figure).or(in_front),
        // "Ms Berg has set aside $40": a sum is of nobody by name.
        Some(noun) if acts && matches!(figure.unit, Unit::Money(_)) && ends_in_name(&noun) => return ahead,
        // "The board sends patients 31 miles to Upton": neither the board nor the patients are so long.
        _ if acts && matches!(figure.unit, Unit::Measure(_)) && !nature::is_reaching(figure) => {
            nature::of_unit(figure).or_else(|| nature::stretch(figure))
        }
        _ if acts => nature::of_unit(figure).or_else(|| nature::stretch(figure)).or(in_front),
        _ => in_front,
    };
    ahead.or(in_front).or_else(|| before.same_unit(figure))
}

/// What a share of the economy's output is the size of: the deficit of "a deficit of 4 percent of gross domestic product".
fn of_output(figure: &Figure<'_>, whole: &Noun) -> Option<Noun> {
    let output = || ["gdp", "output", "gross domestic product"].iter().any(|one| whole.text.eq_ignore_ascii_case(one));
    let share = *figure.unit == Unit::Percent && figure.behind_letters(0) == "of" && output();
    let (noun, role) = share.then(|| in_front::measured(figure)).flatten()?;
    (role == Role::Measured).then_some(noun)
}

/// Whether "twice" tells how often something was done, and not how many times as much: "checked twice", but "twice the
/// usual price", "twice as many".
fn is_how_often(figure: &Figure<'_>) -> bool {
    let number = figure.piece().number.of(figure.tokens.text());
    let next = figure.tokens.from(figure.piece().tokens.end);
    let multiplies = ["as", "what", "that"].contains(&next.letters())
        || next.is(List::Determiner) && !["a", "an", "each", "every", "this"].contains(&next.letters())
        || next.nth(1).is_some_and(|token| token.shape == Shape::Possessive);
    number.eq_ignore_ascii_case("twice") && !multiplies && figure.before(1) != "than"
}

/// Whether a noun is somebody by name: "Harbour Board", "Friends of Lune".
fn ends_in_name(noun: &Noun) -> bool {
    noun.text.rsplit(' ').next().is_some_and(|last| last.starts_with(char::is_uppercase)) && noun.text.contains(' ')
}

/// Whether a noun only says that something rose or fell.
fn is_change(figure: &Figure<'_>, noun: &Noun) -> bool {
    let lexicon = figure.tokens.lexicon();
    !noun.text.contains(' ') && lexicon.is_change(lexicon.word(&noun.head))
}

/// Whether a figure is a stretch of time, which is mostly one of what follows it: "41 days at sea".
fn is_stretch(figure: &Figure<'_>) -> bool {
    figure.tokens.lexicon().measures_time(figure.unit)
}

impl<'f> Figure<'f> {
    /// The figure at a place among the quantities of a sentence, with the noun phrase behind it.
    pub(super) fn new(
        tokens: Tokens<'f>,
        pieces: &'f [QuantityPiece],
        at: usize,
        unit: &'f Unit,
        behind: Range<usize>,
    ) -> Self {
        Self { tokens, pieces, at, unit, behind, clause: OnceCell::new() }
    }

    /// The same figure in another unit, one that it takes over.
    pub(super) fn in_unit<'u>(self, unit: &'u Unit) -> Figure<'u>
    where
        'f: 'u,
    {
        Figure { unit, ..self }
    }

    /// The clause whose verb stands nearest before the figure.
    fn clause(&self) -> Option<&Clause> {
        self.clause.get_or_init(|| subject::clause(self.tokens, self.start())).as_ref()
    }

    /// Whether it is the nought of "nobody was hurt".
    fn is_nobody(&self) -> bool {
        let letters = self.piece().number.of(self.tokens.text());
        ["nobody", "no one"].iter().any(|word| letters.eq_ignore_ascii_case(word))
    }

    fn piece(&self) -> &QuantityPiece {
        &self.pieces[self.at]
    }

    /// Where the figure begins, its qualifier included.
    fn start(&self) -> usize {
        self.piece().tokens.start
    }

    /// The letters of the token so many places before the figure; empty where the sentence begins.
    fn before(&self, back: usize) -> &str {
        let at = self.start().checked_sub(back);
        at.map_or("", |at| self.tokens.from(at).letters())
    }

    /// The letters of the token so many places behind the figure; empty where the sentence ends.
    fn behind_letters(&self, ahead: usize) -> &str {
        self.tokens.from(self.piece().tokens.end + ahead).letters()
    }
}
