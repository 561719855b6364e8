//! Plurals by rule; what does not follow the rule stands in the lexicon.

/// The regular plural of a noun: `box` → `boxes`, `city` → `cities`.
pub fn plural(noun: &str) -> String {
    let stem_before_y = noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match stem_before_y {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|ending| noun.ends_with(ending)) => format!("{noun}es"),
        None => format!("{noun}s"),
    }
}

/// The likely singular of a noun that the lexicon does not hold: `drones` → `drone`. Words that only look like plurals
/// (`glass`, `crisis`, `bus`) stay.
pub fn singular(noun: &str) -> &str {
    let looks_plural =
        noun.len() > 3 && noun.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| noun.ends_with(ending));
    if !looks_plural {
        return noun;
    }
    let sibilant = ["ches", "shes", "sses", "xes", "zzes"].iter().any(|ending| noun.ends_with(ending));
    &noun[..noun.len() - if sibilant { 2 } else { 1 }]
}

#[cfg(test)]
mod tests {
    use super::{plural, singular};

    #[test]
    fn plurals_by_rule() {
        for (one, many) in [
            ("drone", "drones"),
            ("city", "cities"),
            ("day", "days"),
            ("church", "churches"),
            ("bus", "buses"),
            ("box", "boxes"),
        ] {
            assert_eq!(plural(one), many);
        }
    }

    #[test]
    fn singulars_of_unknown_nouns() {
        for (many, one) in [
            ("drones", "drone"),
            ("churches", "church"),
            ("glass", "glass"),
            ("crisis", "crisis"),
            ("gas", "gas"),
            ("taxes", "tax"),
        ] {
            assert_eq!(singular(many), one);
        }
    }
}
