//! As much of XML Schema as `junit.xsd` needs: elements by reference, in order, with attributes.

use roxmltree::{Document, Node};

/// All that keeps a document from being valid, a line each.
pub(crate) fn complaints(schema: &str, document: &str) -> Vec<String> {
    let schema = Document::parse(schema).unwrap_or_else(|error| panic!("{error}"));
    match Document::parse(document) {
        Ok(document) => document
            .root()
            .descendants()
            .filter(Node::is_element)
            .flat_map(|element| complaints_about(schema.root_element(), element))
            .collect(),
        Err(error) => vec![error.to_string()],
    }
}

fn complaints_about(schema: Node<'_, '_>, element: Node<'_, '_>) -> Vec<String> {
    let name = element.tag_name().name();
    let Some(rule) = schema.children().find(|rule| rule.attribute("name") == Some(name)) else {
        return vec![format!("unknown element {name}")];
    };
    let told = [attributes(rule, element), children(rule, element), words(rule, element)].concat();
    told.into_iter().map(|complaint| format!("{name}: {complaint}")).collect()
}

fn attributes(rule: Node<'_, '_>, element: Node<'_, '_>) -> Vec<String> {
    let known: Vec<_> = rule.descendants().filter(|one| one.has_tag_name((XS, "attribute"))).collect();
    let strange =
        element.attributes().filter(|given| !known.iter().any(|one| one.attribute("name") == Some(given.name())));
    let strange = strange.map(|given| format!("unknown attribute {}", given.name()));
    let required = known.iter().filter(|one| one.attribute("use") == Some("required"));
    let missing = required.filter_map(|one| one.attribute("name")).filter(|name| element.attribute(*name).is_none());
    strange.chain(missing.map(|name| format!("attribute {name} is missing"))).collect()
}

/// Whether the children come in the order of the sequence, and as often as it says.
fn children(rule: Node<'_, '_>, element: Node<'_, '_>) -> Vec<String> {
    let mut rest = element.children().filter(Node::is_element).peekable();
    let mut complaints = Vec::new();
    for part in rule.descendants().filter(|one| one.attribute("ref").is_some()) {
        let times = std::iter::from_fn(|| rest.next_if(|child| part.attribute("ref") == Some(child.tag_name().name())));
        let times = times.count();
        let bound = |name| part.attribute(name).map_or(1, |bound| bound.parse().unwrap_or(usize::MAX));
        if times < bound("minOccurs") || times > bound("maxOccurs") {
            complaints.push(format!("{times} of {:?}", part.attribute("ref")));
        }
    }
    complaints.extend(rest.map(|child| format!("{} has no place here", child.tag_name().name())));
    complaints
}

/// Whether text stands only where it may.
fn words(rule: Node<'_, '_>, element: Node<'_, '_>) -> Vec<String> {
    let may_have_text =
        rule.attribute("type").is_some() || rule.descendants().any(|one| one.attribute("mixed").is_some());
    let text = element.children().filter(Node::is_text).filter_map(|text| text.text());
    let stray = text.filter(|text| !may_have_text && !text.trim().is_empty());
    stray.map(|text| format!("text {text:?}")).collect()
}

/// The name space of XML Schema.
const XS: &str = "http://www.w3.org/2001/XMLSchema";
