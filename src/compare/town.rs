//! Offices of which every town has its own: what the police of one town tell is of that town, unless they say otherwise.

use crate::claim::{Claim, Source};

/// Whether two claims are told by offices of one kind in two towns: "Korvan police", "Police in Lune".
pub(super) fn are_of_two_towns(a: &Claim, b: &Claim) -> bool {
    let offices = a.source.as_deref().and_then(office).zip(b.source.as_deref().and_then(office));
    offices.is_some_and(|((kind, town), (other_kind, other))| {
        let shared = town.split(' ').any(|word| is_name(word) && other.split(' ').any(|other| other == word));
        kind.eq_ignore_ascii_case(other_kind) && !shared
    })
}

/// The kind of a local office, and what names its town.
fn office(source: &Source) -> Option<(&str, &str)> {
    let placed = source.name.split_once(" in ").or_else(|| source.name.split_once(" of "));
    let called = || source.name.rsplit_once(' ').map(|(town, kind)| (kind, town));
    let (kind, town) = placed.or_else(called)?;
    let local = Source::is_local_office(&kind.to_lowercase());
    (local && town.split(' ').any(is_name)).then_some((kind, town))
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::are_of_two_towns;
    use crate::compare::testing::across;

    #[test]
    fn what_is_told_in_two_towns() {
        for (one, other, wanted) in [
            ("Korvan police said 40 men were held.", "Lunow police said 60 men were held.", true),
            ("Police in Korvan said 40 men were held.", "Lunow police said 60 men were held.", true),
            ("Korvan police said 40 men were held.", "Korvan city police said 60 men were held.", false),
            ("Korvan police said 40 men were held.", "Police said 60 men were held.", false),
            ("Korvan police said 40 men were held.", "Lunow prosecutors said 60 men were held.", false),
        ] {
            assert_eq!(across(one, other, |pair| are_of_two_towns(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }
}
