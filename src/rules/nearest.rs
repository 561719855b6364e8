//! The known name that somebody who mistyped may have meant.

/// The known name that is nearest to `word`, where one is near enough: a third of its letters may be wrong.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    let measured = known.into_iter().map(|name| (distance(word, name), name));
    measured.filter(|(steps, _)| *steps <= limit).min().map(|(_, name)| name)
}

/// More names than this are not listed.
const LISTED: usize = 30;
/// How many stand for them.
const SHOWN: usize = 4;

/// What was expected in place of `word`, to end a message with: the nearest name, else all of them, or of many those
/// that are least unlike it.
pub fn expected<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    if let Some(name) = nearest(word, known.clone()) {
        return format!("did you mean `{name}`?");
    }
    let mut all: Vec<&str> = Vec::new();
    // A name that means something to all rules and to a kind of them is known twice.
    for name in known {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    let many = all.len() > LISTED;
    if many {
        all.sort_by_key(|name| (distance(word, name), *name));
        all.truncate(SHOWN);
    }
    let all: Vec<_> = all.into_iter().map(|name| format!("`{name}`")).collect();
    format!("expected one {} {}", if many { "such as" } else { "of" }, all.join(", "))
}

/// How many letters must be put in, left out, changed, or swapped with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for row in 1..=a.len() {
        let mut this = vec![row];
        for column in 1..=b.len() {
            let change = usize::from(a[row - 1] != b[column - 1]);
            let mut best = (last[column] + 1).min(this[column - 1] + 1).min(last[column - 1] + change);
            if row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1] {
                best = best.min(before[column - 2] + 1);
            }
            this.push(best);
        }
        before = std::mem::replace(&mut last, this);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{expected, nearest};

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let known = ["window", "severity", "id", "expect"];
        for (word, meant) in [
            ("windw", Some("window")),
            ("wnidow", Some("window")),
            ("severety", Some("severity")),
            ("di", Some("id")),
            ("expected", Some("expect")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
        let many: Vec<_> = (10..99).map(|number| format!("rule-{number}")).collect();
        let many = many.iter().map(String::as_str);
        assert_eq!(expected("desk", many), "expected one such as `rule-10`, `rule-11`, `rule-12`, `rule-13`");
        assert_eq!(expected("colour", known), "expected one of `window`, `severity`, `id`, `expect`");
        assert_eq!(expected("colour", ["id", "window", "id"]), "expected one of `id`, `window`");
    }
}
