//! What may follow a term: an element in brackets, a field of a map, a function called on it, a loop over it.

use super::syntax::Reader;
use super::term::{Loop, Node, Term};
use super::token::Token;
use super::value::{Type, Value};
use crate::rules::nearest::nearest;
use crate::rules::sheet::Fault;

impl Reader<'_> {
    /// A function that is called on a term, a loop over it, or a field of it, the dot being read.
    pub(super) fn member(&mut self, term: Term) -> Result<Term, Fault> {
        let offset = self.offset();
        let Token::Word(name) = self.token() else { return Err(self.unexpected("a name")) };
        self.step();
        if term.holds.is(Type::Map) && self.token() != Token::Mark("(") {
            let key = self.term(offset, Type::Text, Node::Literal(Value::Text(name.to_owned().into())))?;
            return self.at(term, key);
        }
        self.expect("(")?;
        if let Some(kind) = self.loop_named(offset, name) {
            return self.over(kind, term);
        }
        let mut terms = vec![term];
        terms.extend(self.row(")")?);
        self.call(offset, name, terms)
    }

    /// A value of a list by its place, or of a map by its key, the bracket being read.
    pub(super) fn element(&mut self, of: Term) -> Result<Term, Fault> {
        let at = self.choice()?;
        if !of.holds.is(Type::Map) {
            self.want(&of, Type::List, "before `[`");
            self.want(&at, Type::Number, "between `[` and `]`");
        }
        self.expect("]")?;
        self.at(of, at)
    }

    fn at(&mut self, of: Term, at: Term) -> Result<Term, Fault> {
        let (offset, holds) = (of.offset, of.element());
        self.term(offset, holds, Node::At(Box::new([of, at])))
    }

    /// The loop of that name, or of the nearest where what stands in the brackets looks like one.
    fn loop_named(&mut self, offset: usize, name: &str) -> Option<Loop> {
        let named = |name: &str| Loop::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, kind)| kind);
        let names_its_values = matches!(self.token(), Token::Word(_)) && self.ahead(1) == Token::Mark(",");
        let near = || nearest(name, Loop::ALL.into_iter().map(|(known, _)| known)).filter(|_| names_its_values);
        named(name).or_else(|| {
            let near = near()?;
            self.tell(offset, format!("there is no function `{name}`, did you mean `{near}`?"));
            named(near)
        })
    }

    /// The brackets of a loop: what each value of the list, or each key of the map, is called, and what is asked of it.
    fn over(&mut self, kind: Loop, list: Term) -> Result<Term, Fault> {
        if !list.holds.is(Type::Map) {
            self.want(&list, Type::List, "before a loop");
        }
        let name = self.name("a name for each value of the list")?;
        self.expect(",")?;
        self.names.push((name, list.each()));
        let first = self.choice()?;
        // `map(n, n > 1, n * 2)` leaves out what is not more than one.
        let second = if kind == Loop::Map && self.take(",") { Some(self.choice()?) } else { None };
        self.names.pop();
        self.expect(")")?;
        match second {
            Some(second) => {
                let kept = self.ask(Loop::Filter, list, first)?;
                self.ask(kind, kept, second)
            }
            None => self.ask(kind, list, first),
        }
    }

    fn ask(&mut self, kind: Loop, list: Term, asks: Term) -> Result<Term, Fault> {
        let (holds, wanted) = kind.shape();
        self.want(&asks, wanted, "in a loop");
        let offset = list.offset;
        self.term(offset, holds, Node::Loop(kind, Box::new([list, asks])))
    }
}
