//! What the elements and attributes of a page mean for the story on it.

use super::markup::Tag;
use crate::text::Role;

/// What is done with the words of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Use {
    /// They are the story's.
    #[default]
    Story,
    /// They say who wrote the story, or when.
    Credit,
    /// The page's head: only its title is read.
    Head,
    /// The site's header: only a title and credits are read.
    Banner,
    /// They are not the story's.
    Nothing,
}

/// The role that an element gives to the words in it, if it gives one.
pub(super) fn role(tag: &Tag) -> Option<Role> {
    match tag.name.as_str() {
        "title" | "h1" => Some(Role::Headline),
        "h2" | "h3" | "h4" | "h5" | "h6" => Some(Role::Subhead),
        "li" | "dd" => Some(Role::List),
        "td" | "th" => Some(Role::Table),
        "caption" | "figcaption" => Some(Role::Caption),
        "blockquote" => Some(Role::Quote),
        "p" if has_name(tag, &["caption"]) => Some(Role::Caption),
        _ => None,
    }
}

/// Whether the words of an element stand apart from those around it.
pub(super) fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 39] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "option",
    ];
    BLOCKS.contains(&name) || is_heading(name)
}

/// Whether an element holds running words, in which a date is part of a sentence.
pub(super) fn is_prose(name: &str) -> bool {
    matches!(name, "p" | "li" | "dd" | "td" | "th" | "blockquote" | "caption" | "figcaption" | "pre")
        || is_heading(name)
}

/// Whether the words of an element are never the story's.
pub(super) fn is_apart(tag: &Tag) -> bool {
    const APART: [&str; 23] = [
        "script", "style", "noscript", "template", "nav", "footer", "aside", "button", "select", "svg", "iframe",
        "object", "video", "audio", "canvas", "textarea", "math", "dialog", "menu", "label", "map", "noframes",
        "embed",
    ];
    const NAMES: [&str; 15] = [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "sidebar",
        "footer",
        "related",
        "share",
        "social",
        "newsletter",
        "comments",
        "advert",
        "advertisement",
    ];
    let by_role = matches!(tag.attribute("role"), "navigation" | "complementary" | "contentinfo" | "search");
    let hidden = tag.attributes.iter().any(|(name, _)| *name == "hidden");
    APART.contains(&tag.name.as_str()) || by_role || hidden || (!is_whole(&tag.name) && has_name(tag, &NAMES))
}

/// Whether the element is marked as one that says who wrote the story, or when.
pub(super) fn is_credit(tag: &Tag) -> bool {
    const NAMES: [&str; 8] =
        ["byline", "dateline", "author", "authors", "timestamp", "pubdate", "datepublished", "datemodified"];
    let marked = [tag.attribute("class"), tag.attribute("itemprop"), tag.attribute("rel"), tag.attribute("id")];
    let parts = marked.iter().flat_map(|names| names.split([' ', '-', '_', '\n', '\t']));
    !is_whole(&tag.name) && parts.into_iter().any(|part| NAMES.iter().any(|name| name.eq_ignore_ascii_case(part)))
}

/// The elements whose end a start tag implies, and those past which it does not reach.
pub(super) fn implied_ends(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "body" => (&["head"], &[]),
        "li" => (&["li"], &["ul", "ol", "table"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "table"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr", "caption"], &["table"]),
        "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot", "caption"], &["table"]),
        "html" | "title" => (&[], &[]),
        _ if is_heading(name) => (&["head", "p", "h1", "h2", "h3", "h4", "h5", "h6"], &["table", "div", "section"]),
        _ => (&["head", "p"], &["table", "div", "section", "li", "td", "th"]),
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Elements that hold the page or the whole story, whatever their class.
fn is_whole(name: &str) -> bool {
    matches!(name, "html" | "body" | "main" | "article")
}

/// Whether one of the names is a class or the id of the element.
fn has_name(tag: &Tag, names: &[&str]) -> bool {
    let marked = tag.attribute("class").split_whitespace().chain([tag.attribute("id")]);
    marked.into_iter().any(|mark| names.iter().any(|name| name.eq_ignore_ascii_case(mark)))
}
