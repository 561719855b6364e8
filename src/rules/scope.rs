//! Which claims a rule looks at, which two of them it holds against each other, and how far apart they must lie.

use super::ageing::cannot_have_aged;
use super::kind::Scene;
use super::option::Options;
use super::statement::Statement;
use super::tolerance::Tolerance;
use super::vocabulary::Vocabulary;
use crate::text::Role;

/// The options that all rules on disputes share.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    units: Vec<String>,
    classes: Vec<String>,
    measures: Vec<String>,
    roles: Vec<Role>,
    reach: Reach,
    tolerance: Tolerance,
}

/// How far from each other two figures may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Passage,
    Draft,
    All,
}

impl Scope {
    /// Reads `units`, `classes`, `measures`, `roles`, `scope` and `tolerance`.
    pub(super) fn read(options: &mut Options<'_, '_>) -> Self {
        Self {
            units: options.names(
                "units",
                Vocabulary::Unit,
                "the units of the figures that it looks at: `count`, `percent`, `USD`, `hectare`",
            ),
            classes: options.names(
                "classes",
                Vocabulary::Class,
                "the classes of what is counted: `person`, `casualty`, `vehicle`",
            ),
            measures: options.names("measures", Vocabulary::Measure, "the measures of the desk that it looks at"),
            roles: options.roles("roles", "the parts of a draft that it looks at: `headline`, `body`, `table`"),
            reach: options.choice(
                "scope",
                ("all", Reach::All),
                &[("draft", Reach::Draft), ("passage", Reach::Passage)],
                "whether figures of `all` drafts, of one `draft`, or of one `passage` are held against each other",
            ),
            tolerance: options.tolerance(
                "tolerance",
                "how far the readings of two figures may lie apart before they disagree: in percent of the greater, in \
                 a string as so much of their unit (`\"10\"`)",
            ),
        }
    }

    /// Whether figures of several drafts are held against each other.
    pub(super) fn is_across(&self) -> bool {
        self.reach == Reach::All
    }

    /// Whether the rule looks at the claim.
    pub(super) fn takes(&self, one: &Statement<'_>) -> bool {
        let class = one.claim.noun.as_ref().and_then(|noun| noun.class.as_deref());
        let listed = |list: &[String], name: Option<&str>| {
            list.is_empty() || name.is_some_and(|name| list.iter().any(|known| known == name))
        };
        listed(&self.units, Some(one.claim.quantity.unit.name()))
            && listed(&self.classes, class)
            && listed(&self.measures, one.claim.measure.as_deref())
            && (self.roles.is_empty() || self.roles.contains(&one.claim.role))
    }

    /// Whether the figures stand near enough to each other, and their readings lie further apart than the rule, or the
    /// measure of both, tolerates.
    pub(super) fn disagree(&self, scene: &Scene<'_>, a: &Statement<'_>, b: &Statement<'_>) -> bool {
        let is_near = match self.reach {
            Reach::All => true,
            Reach::Draft => a.shares_draft(b),
            Reach::Passage => a.shares_draft(b) && a.claim.block == b.claim.block,
        };
        let own = scene.teaching.shared(a.claim, b.claim).and_then(|measure| measure.tolerance);
        let [one, other] = a.claim.readings(b.claim);
        is_near && !a.agrees(b) && !own.unwrap_or(self.tolerance).allows(&one, &other)
    }
}

/// Whether two statements lie no more days apart than the measure of both says, or else the rule; of ages that do not
/// follow from each other, it does not matter how far apart they lie.
pub(super) fn is_within(scene: &Scene<'_>, window: Option<u32>, a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let own = scene.teaching.shared(a.claim, b.claim).and_then(|measure| measure.window);
    a.is_within(own.or(window), b) || cannot_have_aged(a, b)
}
