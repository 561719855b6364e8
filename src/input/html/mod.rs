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
mod markup;
mod metadata;
mod setter;

use super::galley::Proof;
use super::{encoding, opening};
use crate::text::{Document, Format, Problem};

/// The name that reports use.
pub(super) const FORMAT: Format = Format("html");

/// Reads an HTML page, or a part of one.
pub(super) fn read(id: &str, bytes: Vec<u8>) -> Result<Document, Problem> {
    let declared = metadata::declared_encoding(&bytes);
    let file = encoding::decode(bytes, declared).map_err(|why| why.in_file(id))?;
    let markups = markup::read(&file.source);
    let (Proof { text, mut blocks }, mut masthead) = setter::Setter::new(&file.source).set(&markups);
    opening::read(&text.0, &mut blocks, &mut masthead);
    Ok(masthead.into_document(id, FORMAT, file, Some(text), blocks))
}
