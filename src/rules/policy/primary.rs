//! What begins a term: a literal, a bracket, a name.

use super::syntax::Reader;
use super::term::{Node, Term};
use super::token::Token;
use super::value::{Type, Value};
use crate::rules::sheet::Fault;

/// Words that CEL keeps for the languages around it: nothing can have such a name.
const RESERVED: [&str; 18] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

impl<'t> Reader<'t> {
    pub(super) fn primary(&mut self) -> Result<Term, Fault> {
        let offset = self.offset();
        let literal = match self.token() {
            Token::Number(number) => (Type::Number, Value::Number(number)),
            Token::Text(text) => (Type::Text, Value::Text(text.into())),
            Token::Word("true") => (Type::Truth, Value::Truth(true)),
            Token::Word("false") => (Type::Truth, Value::Truth(false)),
            Token::Word("null") => (Type::Null, Value::Null),
            _ => return self.composed(),
        };
        self.step();
        self.term(offset, literal.0, Node::Literal(literal.1))
    }

    /// What is made of other terms, or has a name.
    fn composed(&mut self) -> Result<Term, Fault> {
        let offset = self.offset();
        if self.take("[") {
            let terms = self.row("]")?;
            self.term(offset, Type::List, Node::List(terms))
        } else if self.take("{") {
            self.map(offset)
        } else if self.take("(") {
            let term = self.choice()?;
            self.expect(")")?;
            Ok(term)
        } else {
            // A name of the outermost kind, which here all are, may have a dot before it.
            self.take(".");
            self.name("a fact, a number, a text in quotes or a bracket").and_then(|name| self.named(offset, name))
        }
    }

    /// A name that is not reserved.
    pub(super) fn name(&mut self, wanted: &str) -> Result<&'t str, Fault> {
        let Token::Word(name) = self.token() else { return Err(self.unexpected(wanted)) };
        if RESERVED.contains(&name) {
            return Err(self.fault(format!("`{name}` is a word that CEL keeps for itself, expected {wanted}")));
        }
        self.step();
        Ok(name)
    }

    fn named(&mut self, offset: usize, name: &'t str) -> Result<Term, Fault> {
        if self.take("(") {
            return self.function(offset, name);
        }
        if self.token() == Token::Mark("{") {
            let message =
                format!("`{name}{{…}}` makes a message, which nothing here is, expected a map as `{{\"value\": 1}}`");
            return Err(Fault { offset, message });
        }
        match self.names.iter().rposition(|(known, _)| *known == name) {
            Some(slot) => self.term(offset, self.names[slot].1, Node::Variable(slot)),
            None => self.fact(offset, name),
        }
    }

    /// Terms with commas between them, up to a closing bracket; behind the last of a list a comma may stand.
    pub(super) fn row(&mut self, close: &'static str) -> Result<Vec<Term>, Fault> {
        let mut terms = Vec::new();
        if self.take(close) {
            return Ok(terms);
        }
        loop {
            terms.push(self.choice()?);
            if !self.take(",") {
                self.expect(close)?;
                return Ok(terms);
            }
            if close == "]" && self.take(close) {
                return Ok(terms);
            }
        }
    }

    /// A map, its opening brace being read: keys and values by turns.
    fn map(&mut self, offset: usize) -> Result<Term, Fault> {
        let mut terms: Vec<Term> = Vec::new();
        while !self.take("}") {
            let key = self.choice()?;
            self.key(&terms, &key);
            self.expect(":")?;
            terms.extend([key, self.choice()?]);
            if !self.take(",") {
                self.expect("}")?;
                break;
            }
        }
        self.term(offset, Type::Map, Node::Map(terms))
    }

    /// Complains of a key that can be none, or that a map has already.
    fn key(&mut self, before: &[Term], key: &Term) {
        if ![Type::Text, Type::Number, Type::Truth].into_iter().any(|wanted| key.holds.is(wanted)) {
            let message = format!("{} stands for a key, expected a text, a number, true or false", key.holds.name());
            self.tell(key.offset, message);
        }
        let Node::Literal(value) = &key.node else { return };
        if before.iter().step_by(2).any(|known| matches!(&known.node, Node::Literal(known) if known == value)) {
            self.tell(key.offset, format!("the key `{}` is in the map already", value.words()));
        }
    }
}
