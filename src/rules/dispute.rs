//! Disputes: claims of the same thing that cannot all be true.
//!
//! Every two statements that disagree stand in exactly one [`Relation`], so that a pair is never reported as two kinds.
//! What hangs together over such pairs is one dispute, however many sources repeat either figure.

use super::kind::Scene;
use super::scope::Scope;
use super::statement::{Statement, are_mixed};
use crate::claim::{Claim, Direction, Timing};
use crate::compare::{ClaimRef, Group, are_comparable, are_opposed, is_age_of_somebody, root};
use crate::text::Role;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// Events of which the count only grows while a story lasts.
const MOUNTING: [&str; 9] =
    ["kill", "injure", "arrest", "destroy", "damage", "infect", "displace", "evacuate", "hospitalise"];

/// How many figures before and behind one are looked at for another that answers better.
const NEIGHBOURS: usize = 16;

/// How many figures before and behind one are looked through for those that a draft goes to and fro between.
const PASSAGE: usize = 500;

/// How two statements that disagree stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// Two parties give different figures.
    Conflict,
    /// One party gave another figure before.
    Revision,
    /// A draft contradicts itself.
    Inconsistency,
    /// Two drafts give one party different figures of the same day, or of days unknown.
    Report,
}

/// Statements that disagree, and those that only repeat them.
pub(super) struct Dispute<'d> {
    /// Two or more, the latest first; that is where the finding is placed.
    pub(super) statements: Vec<Statement<'d>>,
    /// Claims in a draft's own voice that restate what a source of the same draft says.
    pub(super) echoes: Vec<Statement<'d>>,
}

impl Dispute<'_> {
    /// How many parties take part.
    pub(super) fn parties(&self) -> usize {
        let is_first = |&(index, one): &(usize, &Statement<'_>)| {
            !self.statements[..index].iter().any(|before| before.party.is_same(&one.party))
        };
        self.statements.iter().enumerate().filter(is_first).count()
    }

    /// The claims, the one that the finding is placed at first.
    pub(super) fn claims(&self) -> Vec<ClaimRef> {
        self.statements.iter().chain(&self.echoes).map(|one| one.at).collect()
    }
}

/// All disputes over pairs that `wanted` takes, group by group. A pair that stands in several groups counts once.
pub(super) fn disputes<'d>(
    scene: &Scene<'d>,
    scope: &Scope,
    wanted: impl Fn(Relation, &Statement<'d>, &Statement<'d>) -> bool,
) -> Vec<Dispute<'d>> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let beside = Beside::new(scene);
    for group in scene.groups {
        let camp = Camp::new(scene, scope, group);
        let mut pairs = camp.pairs();
        pairs.retain(|pair| {
            let (a, b) = (&camp.statements[pair.a], &camp.statements[pair.b]);
            scope.disagree(scene, a, b)
                && wanted(pair.relation, a, b)
                && !is_matched(scene, a, b)
                && !is_matched(scene, b, a)
                && !is_outmatched(scene, a, b)
                && !is_outmatched(scene, b, a)
                && !is_to_and_fro(a, b)
                && !(pair.relation == Relation::Conflict && (beside.outdates(a, b) || beside.outdates(b, a)))
                && seen.insert((a.at.min(b.at), a.at.max(b.at)))
        });
        found.extend(components(camp.statements.len(), &pairs).iter().map(|members| camp.dispute(members)));
    }
    found
}

/// Which claims stand in a group with a claim: its own group need not hold all that it is comparable with.
struct Beside<'s, 'd> {
    scene: &'s Scene<'d>,
    groups: OnceCell<BTreeMap<ClaimRef, Vec<usize>>>,
}

impl<'s, 'd> Beside<'s, 'd> {
    const fn new(scene: &'s Scene<'d>) -> Self {
        Self { scene, groups: OnceCell::new() }
    }

    /// Whether the party of `one` had given another figure for it by the time of `other`, in whatever group: "29 dead" of
    /// yesterday is not held against what another party counts today, where today's 52 can be.
    fn outdates(&self, one: &Statement<'d>, other: &Statement<'d>) -> bool {
        if !other.is_later(one) || !one.party.is_named() {
            return false;
        }
        let groups = self.groups.get_or_init(|| self.of_claims());
        let of_one = groups.get(&one.at).into_iter().flatten().flat_map(|&group| &self.scene.groups[group].members);
        let mut statements = of_one.filter_map(|&at| Statement::of(self.scene.drafts, at));
        statements.any(|heir| replaces(&heir, one) && !heir.is_later(other))
    }

    fn of_claims(&self) -> BTreeMap<ClaimRef, Vec<usize>> {
        let mut of_claims: BTreeMap<ClaimRef, Vec<usize>> = BTreeMap::new();
        for (group, members) in self.scene.groups.iter().map(|group| &group.members).enumerate() {
            for at in members {
                of_claims.entry(*at).or_default().push(group);
            }
        }
        of_claims
    }
}

/// Whether another figure in the sentence of `one` is the one that answers to `other`, of another draft: "two men in Oslo
/// and one in Rome" does not contradict "one man in Rome".
fn is_matched(scene: &Scene<'_>, one: &Statement<'_>, other: &Statement<'_>) -> bool {
    let claims = &one.draft.claims;
    let near = one.at.claim.saturating_sub(NEIGHBOURS)..claims.len().min(one.at.claim + NEIGHBOURS + 1);
    let answers = |claim: usize| {
        let third = &claims[claim];
        third.sentence == one.claim.sentence
            && third.span != one.claim.span
            && third.quantity.unit == other.claim.quantity.unit
            && third.quantity.reading().meets(&other.reading)
            && are_comparable(scene.drafts, ClaimRef { claim, ..one.at }, other.at)
    };
    !one.shares_draft(other) && near.into_iter().any(answers)
}

/// Whether a figure near `one` answers to `other`, of another draft, better than it does, being of its place: "turnout in
/// Tarrow was 84 percent; in the province it was 79" against "turnout in Tarrow was 76 percent".
fn is_outmatched(scene: &Scene<'_>, one: &Statement<'_>, other: &Statement<'_>) -> bool {
    let (claims, places) = (&one.draft.claims, &other.claim.context().places);
    let shares = |claim: &Claim| claim.context().places.iter().any(|place| places.contains(place));
    if one.shares_draft(other) || places.is_empty() || shares(one.claim) {
        return false;
    }
    let near = one.at.claim.saturating_sub(NEIGHBOURS)..claims.len().min(one.at.claim + NEIGHBOURS + 1);
    let answers = |claim: usize| {
        let third = &claims[claim];
        third.quantity.unit == other.claim.quantity.unit
            && shares(third)
            && are_comparable(scene.drafts, ClaimRef { claim, ..one.at }, other.at)
    };
    near.into_iter().any(answers)
}

/// Whether a draft goes to and fro between two figures, each of which it gives more than once: whoever does so means two
/// things ("it takes 40 seats to win the senate").
fn is_to_and_fro(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    if !a.shares_draft(b) || !a.party.is_voice() || !b.party.is_voice() {
        return false;
    }
    let like = |claim: &Claim| {
        let told =
            |of: &Claim| claim.context().thing == of.context().thing && claim.context().events == of.context().events;
        claim.role == Role::Body && claim.quantity.unit == a.claim.quantity.unit && (told(a.claim) || told(b.claim))
    };
    let side = |claim: &Claim| {
        let reading = claim.quantity.reading();
        match (reading.meets(&a.reading), reading.meets(&b.reading)) {
            (true, false) => Some(false),
            (false, true) => Some(true),
            _ => None,
        }
    };
    let claims = &a.draft.claims;
    let around = &claims[a.at.claim.saturating_sub(PASSAGE)..claims.len().min(a.at.claim + PASSAGE)];
    let sides: Vec<bool> = around.iter().filter(|claim| like(claim)).filter_map(side).collect();
    let turns = sides.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let second = sides.iter().filter(|side| **side).count();
    turns >= 2 && second >= 2 && sides.len() - second >= 2
}

/// The statements of a group.
struct Camp<'d> {
    statements: Vec<Statement<'d>>,
    echoes: Vec<Statement<'d>>,
    /// For each statement, those with which its own party replaced it later.
    heirs: Vec<Vec<usize>>,
}

/// Two statements that disagree, by their places in the camp.
struct Pair {
    a: usize,
    b: usize,
    relation: Relation,
}

impl<'d> Camp<'d> {
    fn new(scene: &Scene<'d>, scope: &Scope, group: &Group) -> Self {
        let all = group.members.iter().filter_map(|&at| Statement::of(scene.drafts, at));
        let all: Vec<_> = all.filter(|one| scope.takes(one)).collect();
        if all_agree(&all) {
            return Self { statements: Vec::new(), echoes: Vec::new(), heirs: Vec::new() };
        }
        let (echoes, statements): (Vec<_>, Vec<_>) = all.iter().cloned().partition(|one| is_echo(one, &all));
        let heirs = statements.iter().map(|one| heirs(one, &statements)).collect();
        Self { statements, echoes, heirs }
    }

    fn pairs(&self) -> Vec<Pair> {
        let count = self.statements.len();
        let all = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
        all.filter_map(|(a, b)| Some(Pair { a, b, relation: self.relation(a, b)? })).collect()
    }

    /// How two statements stand to each other, where they disagree and neither was replaced before the other was made.
    fn relation(&self, a: usize, b: usize) -> Option<Relation> {
        let (one, other) = (&self.statements[a], &self.statements[b]);
        if one.agrees(other) {
            return None;
        }
        if one.party.is_same(&other.party) {
            // What rose one day and fell another was told right both times.
            let turned = are_opposed(one.claim, other.claim);
            return Some(within_party(one, other)).filter(|relation| !turned || *relation != Relation::Revision);
        }
        if is_deed(one, other) || is_deed(other, one) {
            return (one.is_later(other) || other.is_later(one)).then_some(Relation::Revision);
        }
        if self.is_replaced(a, other) || self.is_replaced(b, one) || has_grown(one, other) || has_grown(other, one) {
            return None;
        }
        if is_unclear(one, other) || is_unclear(other, one) {
            return None;
        }
        if one.shares_draft(other) && one.party.is_voice() != other.party.is_voice() {
            return Some(Relation::Inconsistency);
        }
        (!self.is_slip(one, other) && !self.is_slip(other, one)).then_some(Relation::Conflict)
    }

    /// Whether the draft that says `one` in its own voice also gives the figure of `other`, so that it quarrels with
    /// itself and not with the other party.
    fn is_slip(&self, one: &Statement<'d>, other: &Statement<'d>) -> bool {
        let sides = |third: &Statement<'d>| third.shares_draft(one) && third.agrees(other) && !third.agrees(one);
        one.party.is_voice() && !one.shares_draft(other) && self.statements.iter().any(sides)
    }

    /// Whether the statement's party had given another figure by the time of `other`, or came round to it later.
    fn is_replaced(&self, index: usize, other: &Statement<'d>) -> bool {
        let mut heirs = self.heirs[index].iter().map(|&heir| &self.statements[heir]);
        heirs.any(|heir| !heir.is_later(other) || heir.agrees(other))
    }

    fn dispute(&self, members: &[usize]) -> Dispute<'d> {
        let mut statements: Vec<_> = members.iter().map(|&member| self.statements[member].clone()).collect();
        statements.sort_by(|a, b| b.order().cmp(&a.order()));
        let repeats = |echo: &&Statement<'d>| statements.iter().any(|one| one.shares_draft(echo) && one.agrees(echo));
        let echoes = self.echoes.iter().filter(repeats).cloned().collect();
        Dispute { statements, echoes }
    }
}

/// A quick look that spares most groups the comparison of every two: whether one value fits all.
fn all_agree(statements: &[Statement<'_>]) -> bool {
    let lowest = statements.iter().filter_map(|one| one.reading.low).max();
    let highest = statements.iter().filter_map(|one| one.reading.high).min();
    let open = statements.iter().filter(|one| one.reading.high.is_none()).count();
    let moved = |way| statements.iter().any(|one| one.claim.context().way == Some(way));
    if are_mixed(statements) || moved(Direction::Up) && moved(Direction::Down) {
        return false;
    }
    open < 2 && lowest.zip(highest).is_none_or(|(low, high)| low < high)
        || statements.windows(2).all(|two| two[0].reading == two[1].reading)
}

/// Whether a draft says in its own voice what a source of the same draft says.
fn is_echo(one: &Statement<'_>, all: &[Statement<'_>]) -> bool {
    let backs = |other: &Statement<'_>| !other.party.is_voice() && other.shares_draft(one) && other.agrees(one);
    one.party.is_voice() && all.iter().any(backs)
}

fn heirs(one: &Statement<'_>, all: &[Statement<'_>]) -> Vec<usize> {
    all.iter().enumerate().filter(|(_, other)| replaces(other, one)).map(|(index, _)| index).collect()
}

/// Whether a party gave one figure in place of another that it had given before.
fn replaces(heir: &Statement<'_>, one: &Statement<'_>) -> bool {
    heir.is_later(one) && !heir.agrees(one) && heir.party.is_same(&one.party)
}

/// Whether a count that mounts up, such as a toll, was put higher on a later day, and at least one of the two is no
/// named party's own count: then the later one only brings the story up to date.
fn has_grown(one: &Statement<'_>, later: &Statement<'_>) -> bool {
    let copied = !one.party.is_named() || !later.party.is_named();
    let mounts = |claim: &Claim| {
        let events = &claim.context().events;
        !is_age_of_somebody(claim) && events.iter().any(|event| MOUNTING.contains(&event.as_str()))
    };
    let most = one.reading.high.or(one.reading.low);
    let is_higher = most.zip(later.reading.low).is_some_and(|(high, low)| low > high);
    copied && later.is_later(one) && is_higher && mounts(one.claim) && mounts(later.claim) && !is_settled(one, later)
}

/// Whether both tell how many were arrested on one day, and give that day: the wounded may die
/// later, but nobody is arrested later on that day.
fn is_settled(one: &Statement<'_>, later: &Statement<'_>) -> bool {
    let arrested = |claim: &Claim| claim.context().events.iter().any(|event| event == "arrest");
    let day =
        |claim: &Claim| claim.as_of.as_ref().map(Timing::days).filter(|(start, end)| start.is_some() && start == end);
    let one_day = day(one.claim).is_some_and(|days| Some(days) == day(later.claim));
    one_day && arrested(one.claim) && arrested(later.claim)
}

/// Whether the one may well come from the other's party, though nobody says so: a word such as "it" stands for its party,
/// or a draft gives it in its own voice of that very party ("The guild had counted 41"). A headline sums up the text,
/// whoever speaks there.
fn is_unclear(one: &Statement<'_>, other: &Statement<'_>) -> bool {
    let of_party = || other.party.is_meant_by(&one.claim.context().names);
    one.party.is_unresolved() && one.shares_draft(other) && other.claim.role != Role::Headline
        || one.party.is_voice() && !one.shares_draft(other) && of_party()
}

/// Whether one draft tells in its own voice what the party of the other has done, which that party knows best: "Norda has
/// brought 41 people ashore".
fn is_deed(one: &Statement<'_>, other: &Statement<'_>) -> bool {
    let holder = &one.claim.context().holder;
    let done = !holder.is_empty() && holder.iter().all(|word| other.party.goes_by(word));
    one.party.is_voice() && !one.shares_draft(other) && done
}

/// How two figures of one party stand to each other.
fn within_party(one: &Statement<'_>, other: &Statement<'_>) -> Relation {
    if one.is_later(other) || other.is_later(one) {
        Relation::Revision
    } else if one.shares_draft(other) {
        Relation::Inconsistency
    } else if one.party.is_voice() {
        Relation::Conflict
    } else {
        Relation::Report
    }
}

/// The sets of statements that hang together over pairs, each in order.
fn components(count: usize, pairs: &[Pair]) -> Vec<Vec<usize>> {
    let mut parent: Vec<usize> = (0..count).collect();
    for pair in pairs {
        let (a, b) = (root(&mut parent, pair.a), root(&mut parent, pair.b));
        parent[a.max(b)] = a.min(b);
    }
    let mut components: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..count {
        components.entry(root(&mut parent, index)).or_default().push(index);
    }
    components.into_values().filter(|members| members.len() > 1).collect()
}
