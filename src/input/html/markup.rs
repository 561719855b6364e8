//! An HTML source as a flat list of tags and texts with their places; the only file that names `lol_html`.
//!
//! What cannot be parsed is passed over: a page without its last half is still read.

use crate::text::Span;
use lol_html::html_content::{Element, TextChunk};
use lol_html::{HtmlRewriter, Settings, doc_comments, doc_text, element, end_tag};
use std::cell::RefCell;
use std::rc::Rc;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// A start tag.
    Open(Tag),
    /// The end tag of the start tag with that number.
    Close(usize),
    /// Text between tags, entities and all.
    Text(Span),
    /// A comment, from its first bracket to its last.
    Comment(Span),
}

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// Counts the start tags of the page.
    pub number: usize,
    /// In lower case.
    pub name: String,
    /// Where the tag stands in the source.
    pub span: Span,
    /// Those attributes that the reader knows, entities and all.
    pub attributes: Vec<(&'static str, String)>,
    /// Whether an end tag may follow: not after `<br>`.
    pub has_content: bool,
}

impl Tag {
    /// The value of an attribute; empty where it is absent.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }
}

/// The attributes that the reader knows.
const ATTRIBUTES: [&str; 12] =
    ["class", "id", "role", "itemprop", "property", "name", "content", "datetime", "colspan", "rel", "href", "hidden"];

/// The tags, texts and comments of a source, in order.
pub(super) fn read(source: &str) -> Vec<Markup> {
    let found = Rc::new(RefCell::new(Vec::new()));
    let (tags, texts, comments) = (Rc::clone(&found), Rc::clone(&found), Rc::clone(&found));
    let mut count = 0;
    let settings = Settings::new()
        .with_strict(false)
        .append_element_content_handler(element!("*", move |element| {
            count += 1;
            open(element, count, &tags)
        }))
        .append_document_content_handler(doc_text!(move |chunk| {
            push_text(chunk, &mut texts.borrow_mut());
            Ok(())
        }))
        .append_document_content_handler(doc_comments!(move |comment| {
            let place = comment.source_location().bytes();
            comments.borrow_mut().push(Markup::Comment(Span::new(place.start, place.end)));
            Ok(())
        }));
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| ());
    if rewriter.write(source.as_bytes()).is_ok() {
        // An error here is one of the page's end only: all that was found before stands.
        let _ = rewriter.end();
    }
    found.take()
}

/// Notes a start tag, and has its end tag noted.
fn open(element: &mut Element<'_, '_>, number: usize, found: &Rc<RefCell<Vec<Markup>>>) -> lol_html::HandlerResult {
    let place = element.source_location().bytes();
    let value = |&name: &&'static str| Some((name, element.get_attribute(name)?));
    found.borrow_mut().push(Markup::Open(Tag {
        number,
        name: element.tag_name(),
        span: Span::new(place.start, place.end),
        attributes: ATTRIBUTES.iter().filter_map(value).collect(),
        has_content: element.can_have_content(),
    }));
    if !element.can_have_content() {
        return Ok(());
    }
    let found = Rc::clone(found);
    element.on_end_tag(end_tag!(move |_| {
        found.borrow_mut().push(Markup::Close(number));
        Ok(())
    }))
}

/// Adds a stretch of text; stretches in a row are one.
fn push_text(chunk: &TextChunk<'_>, found: &mut Vec<Markup>) {
    let place = chunk.source_location().bytes();
    match found.last_mut() {
        _ if place.is_empty() => {}
        Some(Markup::Text(last)) if last.end == place.start => last.end = place.end,
        _ => found.push(Markup::Text(Span::new(place.start, place.end))),
    }
}

#[cfg(test)]
mod tests {
    use super::{Markup, read};

    fn shown(source: &str) -> String {
        let show = |markup: &Markup| match markup {
            Markup::Open(tag) => format!("<{}>", tag.name),
            Markup::Close(number) => format!("</{number}>"),
            Markup::Text(span) | Markup::Comment(span) => span.of(source).to_owned(),
        };
        read(source).iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tags_and_texts_in_order() {
        for (source, expected) in [
            ("<p>5 &lt; 6<br>or</P>", "<p> 5 &lt; 6 <br> or </1>"),
            ("a<!-- 9 -->b", "a <!-- 9 --> b"),
            ("<P CLASS=x>5 < 6 & 7", "<p> 5 < 6 & 7"),
            ("<p>one<p>two</div>", "<p> one <p> two"),
            ("<select><xmp>1</select>", "<select> <xmp> 1</select>"),
            ("<b", ""),
            ("é<i title='>'>ü", "é <i> ü"),
        ] {
            assert_eq!(shown(source), expected, "{source}");
        }
    }

    #[test]
    fn deep_nesting_is_no_trouble() {
        let source = format!("{}x{}", "<div>".repeat(20_000), "</div>".repeat(20_000));
        assert_eq!(read(&source).len(), 40_001);
    }
}
