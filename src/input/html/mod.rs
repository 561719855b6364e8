//! HTML: the story on a page, without the site around it.
//!
//! | element | becomes |
//! |---|---|
//! | first `h1`, else `title` | headline |
//! | `p`, and text in `div`, `section`, `article` | body |
//! | `li`, `td`/`th`, `figcaption`/`caption`, `blockquote`, `h2`–`h6` | list, table, caption, quotation, subhead |
//! | `script`, `nav`, `aside`, `footer`, forms, pictures | nothing |
//! | `meta`, `time`, elements of class `byline`, `dateline` … | date, outlet, place |
//!
//! Nothing of a page is run or fetched; broken markup is read as far as it can be. A cell that spans rows counts in its
//! first row only.

mod element;
mod entity;
mod fold;
mod markup;
mod metadata;
mod setter;

use super::galley::Proof;
use super::{encoding, note, opening};
use crate::text::{Document, Format, Note, Problem};
use markup::Markup;

/// The name that reports use.
pub(super) const FORMAT: Format = Format("html");

/// Reads an HTML page, or a part of one.
pub(super) fn read(id: &str, bytes: Vec<u8>) -> Result<Document, Problem> {
    let declared = metadata::declared_encoding(&bytes);
    let file = encoding::decode(bytes, declared).map_err(|why| why.in_file(id))?;
    let markups = markup::read(&file.source);
    let (Proof { text, mut blocks }, mut masthead) = setter::Setter::new(&file.source).set(&markups);
    opening::read(&text.0, &mut blocks, &mut masthead);
    let notes = notes(&file.source, &markups);
    Ok(masthead.into_document(id, FORMAT, file, Some(text), blocks).with_notes(notes))
}

/// The notes to this program in the comments of a page.
fn notes(source: &str, markups: &[Markup]) -> Vec<Note> {
    let comments = markups.iter().filter_map(|markup| match markup {
        Markup::Comment(span) => Some(*span),
        _ => None,
    });
    comments.flat_map(|span| note::find(source, span)).collect()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::text::Block;

    /// The date and outlet, then the blocks with their role and cell.
    fn shown(page: &str) -> String {
        let document = read("a.html", page.into()).unwrap();
        let date = document.published().map(|date| date.to_string()).unwrap_or_default();
        let block = |block: &Block| {
            let cell =
                block.cell.map(|cell| format!(" {}.{}.{}", cell.table, cell.row, cell.column)).unwrap_or_default();
            format!("{}{cell}: {}", block.role.name(), block.span.of(document.text()))
        };
        let blocks: Vec<String> = document.blocks().iter().map(block).collect();
        format!("{date} | {} | {}", document.outlet().unwrap_or_default(), blocks.join(" | "))
    }

    #[test]
    fn the_story_is_read_and_the_site_is_not() {
        for (page, expected) in [
            (
                "<title>5 die | Site</title><h1>5 die</h1><p>They <b>fell</b>.",
                " |  | headline: 5 die | body: They fell.",
            ),
            ("<head><title>5 die</title><body><p>They fell.", " |  | headline: 5 die | body: They fell."),
            ("<header>72 degrees<h1>5 die</h1></header><p>They fell.", " |  | headline: 5 die | body: They fell."),
            ("<nav>1</nav><p>a<script>2</script></p><aside>3</aside><div class='related x'>4</div>", " |  | body: a"),
            ("<p>one<p>two<ul><li>3<li>4</ul>five", " |  | body: one | body: two | list: 3 | list: 4 | body: five"),
            ("a<br>b<br><br>c<div>d</div>", " |  | body: a\nb | body: c | body: d"),
            (
                "<blockquote><p>q</p></blockquote><figcaption>c</figcaption><h3>s",
                " |  | quote: q | caption: c | subhead: s",
            ),
            ("<h1>a</h1><h1>b</h1>", " |  | headline: a | subhead: b"),
            ("<form><p>a</form><div><form>9</form></div>", " |  | body: a"),
        ] {
            assert_eq!(shown(page), expected, "{page}");
        }
    }

    #[test]
    fn cells_know_their_place() {
        let page = "<table><tr><th colspan=2>a<th>b<tr><td>1<td><td>3</table><table><td>4</table>";
        let expected = " |  | table 0.0.0: a | table 0.0.2: b | table 0.1.0: 1 | table 0.1.2: 3 | table 1.0.0: 4";
        assert_eq!(shown(page), expected);
    }

    #[test]
    fn credits_and_metadata_hold_no_claims() {
        for (page, expected) in [
            ("<p class=byline>By Ada Novak, 3 May 2024</p><p>a", "2024-05-03 |  | body: a"),
            ("<div><time datetime=2024-05-03T10:00Z>2 hours ago</time></div><p>a", "2024-05-03 |  | body: a"),
            ("<p>The vote on <time datetime=2024-05-03>3 May</time> is", " |  | body: The vote on 3 May is"),
            ("<span class=dateline>OSLO, 3 May 2024 (Wire) —</span> a", "2024-05-03 | Wire | body: a"),
            (
                "<meta property=og:site_name content='A &amp; B'><meta name=date content=2024-05-03>a",
                "2024-05-03 | A & B | body: a",
            ),
            ("<p>OSLO, 3 May 2024 (Wire) — One.", "2024-05-03 | Wire | body: One."),
        ] {
            assert_eq!(shown(page), expected, "{page}");
        }
        let story = format!("<div class='author-page'>{}</div>", "A long story. ".repeat(40));
        assert!(shown(&story).contains("A long story."));
    }
}
