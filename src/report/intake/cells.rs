//! A line of CSV to its cells, each with the place where it begins.

/// A cell: in which column of the line it begins, 1-based and in code points, and what stands in it.
pub(super) type Cell = (usize, String);

/// The cells of a line. A quote that is never closed runs to the end of the line.
pub(super) fn cells(line: &str) -> Vec<Cell> {
    let mut cells = vec![(1, String::new())];
    let mut letters = (1..).zip(line.chars()).peekable();
    let mut quoted = false;
    while let Some((column, letter)) = letters.next() {
        let Some((start, cell)) = cells.last_mut() else { break };
        match letter {
            '"' if quoted && letters.next_if(|(_, next)| *next == '"').is_some() => cell.push('"'),
            '"' if quoted || column == *start => quoted = !quoted,
            ',' if !quoted => cells.push((column + 1, String::new())),
            letter => cell.push(letter),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn lines_to_cells() {
        for (line, wanted) in [
            ("a,b", &[(1, "a"), (3, "b")][..]),
            (",,", &[(1, ""), (2, ""), (3, "")]),
            (r#"é,"b,""c""",d"#, &[(1, "é"), (3, r#"b,"c""#), (13, "d")]),
            (r#"a,"b,c"#, &[(1, "a"), (3, "b,c")]),
            (r#"a"b,c"#, &[(1, "a\"b"), (5, "c")]),
        ] {
            let found = cells(line);
            let found: Vec<_> = found.iter().map(|(at, cell)| (*at, cell.as_str())).collect();
            assert_eq!(found, wanted, "{line}");
        }
    }
}
