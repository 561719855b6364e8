//! Conditions as written, read into terms whose types fit.
//!
//! The grammar is that of CEL, the Common Expression Language, without messages and bytes, and the reader is our own: a parser
//! that the language has in Rust counts in binary fractions, unfolds loops before their types can be told of, and takes longer
//! to begin than a small run takes in all. What the language asks of a reader is held in `conformance`.
//!
//! ```text
//! choice  = binary ["?" binary ":" choice]
//! binary  = unary {operator unary}                      by the precedence of the operators
//! unary   = {"!" | "-"} postfix
//! postfix = primary {"." word ["(" [row] ")"] | "." loop "(" word "," choice ["," choice] ")" | "[" choice "]"}
//! loop    = "exists" | "all" | "exists_one" | "filter" | "map"
//! primary = number | text | "true" | "false" | "null" | "(" choice ")" | "[" [row [","]] "]"
//!         | "{" [pair {"," pair} [","]] "}" | ["."] word {"." word} | ["."] word "(" [row] ")"
//! pair    = choice ":" choice
//! row     = choice {"," choice}
//! ```
//!
//! What begins a term is in [`primary`](super::primary), what may follow it in [`member`](super::member).

use super::term::{Node, Operator, Term};
use super::token::{Token, tokens};
use super::value::Type;
use crate::rules::sheet::Fault;

/// How many parts a condition may have: what it costs to work out.
const PARTS: usize = 500;

/// How deep brackets may stand within each other.
const DEPTH: usize = 32;

/// Reads a condition.
///
/// # Errors
/// All that is wrong with it: names that there are not, types that do not fit, and the first thing that stands where it
/// cannot.
pub(super) fn read(text: &str) -> Result<Term, Vec<Fault>> {
    let tokens = tokens(text).map_err(|fault| vec![fault])?;
    let mut reader = Reader { tokens, at: 0, depth: 0, parts: 0, names: Vec::new(), faults: Vec::new() };
    match reader.whole() {
        Ok(term) if reader.faults.is_empty() => Ok(term),
        Ok(_) => Err(reader.faults),
        Err(fault) => {
            reader.faults.push(fault);
            Err(reader.faults)
        }
    }
}

/// A condition under reading.
pub(super) struct Reader<'t> {
    tokens: Vec<(usize, Token<'t>)>,
    at: usize,
    depth: usize,
    parts: usize,
    /// What the loops around call their values, the outermost first, and what these are.
    pub(super) names: Vec<(&'t str, Type)>,
    /// What is wrong with the terms so far, though they can be read.
    faults: Vec<Fault>,
}

impl<'t> Reader<'t> {
    fn whole(&mut self) -> Result<Term, Fault> {
        let term = self.choice()?;
        match self.token() {
            Token::End => Ok(term),
            _ => Err(self.unexpected("an operator or the end")),
        }
    }

    pub(super) fn choice(&mut self) -> Result<Term, Fault> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.fault(format!("brackets stand more than {DEPTH} deep")));
        }
        let first = self.binary(0)?;
        let term = if self.take("?") { self.branches(first)? } else { first };
        self.depth -= 1;
        Ok(term)
    }

    fn branches(&mut self, first: Term) -> Result<Term, Fault> {
        self.want(&first, Type::Truth, "before `?`");
        let second = self.binary(0)?;
        self.expect(":")?;
        let third = self.choice()?;
        let holds = if second.holds.is(third.holds) { second.holds } else { Type::Any };
        let offset = first.offset;
        self.term(offset, holds, Node::Choice(Box::new([first, second, third])))
    }

    /// Terms between which operators stand that bind more tightly than `least`.
    fn binary(&mut self, least: u8) -> Result<Term, Fault> {
        let mut left = self.unary()?;
        while let Some((sign, operator, force)) = self.operator().filter(|(_, _, force)| *force > least) {
            let at = self.offset();
            self.at += 1;
            let right = self.binary(force)?;
            let holds = self.holds(at, (sign, operator), &left, &right);
            left = self.term(left.offset, holds, Node::Binary(operator, Box::new([left, right])))?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Term, Fault> {
        let offset = self.offset();
        let (sign, wanted) = match self.token() {
            Token::Mark("!") => ("!", Type::Truth),
            Token::Mark("-") => ("-", Type::Number),
            _ => return self.postfix(),
        };
        self.at += 1;
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.fault(format!("signs stand more than {DEPTH} deep")));
        }
        let term = self.unary()?;
        self.depth -= 1;
        self.want(&term, wanted, &format!("behind `{sign}`"));
        let node = if sign == "!" { Node::Not(Box::new(term)) } else { Node::Minus(Box::new(term)) };
        self.term(offset, wanted, node)
    }

    fn postfix(&mut self) -> Result<Term, Fault> {
        let mut term = self.primary()?;
        loop {
            if self.take("[") {
                term = self.element(term)?;
            } else if self.take(".") {
                term = self.member(term)?;
            } else {
                return Ok(term);
            }
        }
    }

    /// `.word`, unless a bracket behind it makes it a function.
    pub(super) fn part(&mut self) -> Option<&'t str> {
        match (self.ahead(0), self.ahead(1), self.ahead(2)) {
            (_, _, Token::Mark("(")) => None,
            (Token::Mark("."), Token::Word(word), _) => {
                self.at += 2;
                Some(word)
            }
            _ => None,
        }
    }

    pub(super) fn term(&mut self, offset: usize, holds: Type, node: Node) -> Result<Term, Fault> {
        self.parts += 1;
        if self.parts > PARTS {
            return Err(Fault { offset, message: format!("the condition has more than {PARTS} parts") });
        }
        Ok(Term { offset, holds, node })
    }

    fn operator(&self) -> Option<(&'static str, Operator, u8)> {
        let sign = match self.token() {
            Token::Mark(sign) => sign,
            Token::Word("in") => "in",
            _ => return None,
        };
        Operator::ALL.into_iter().find(|(known, ..)| *known == sign)
    }

    pub(super) fn token(&self) -> Token<'t> {
        self.ahead(0)
    }

    /// The token so many further on.
    pub(super) fn ahead(&self, steps: usize) -> Token<'t> {
        self.tokens.get(self.at + steps).map_or(Token::End, |(_, token)| token.clone())
    }

    /// Goes on to the next token.
    pub(super) const fn step(&mut self) {
        self.at += 1;
    }

    pub(super) fn offset(&self) -> usize {
        self.tokens.get(self.at).or(self.tokens.last()).map_or(0, |(at, _)| *at)
    }

    pub(super) fn take(&mut self, mark: &'static str) -> bool {
        let is_there = self.token() == Token::Mark(mark);
        self.at += usize::from(is_there);
        is_there
    }

    pub(super) fn expect(&mut self, mark: &'static str) -> Result<(), Fault> {
        if self.take(mark) { Ok(()) } else { Err(self.unexpected(&format!("`{mark}`"))) }
    }

    pub(super) fn unexpected(&self, wanted: &str) -> Fault {
        self.fault(match self.token() {
            Token::End => format!("the condition ends here, expected {wanted}"),
            Token::Word(word @ ("and" | "AND")) => format!("`{word}` is written `&&`"),
            Token::Word(word @ ("or" | "OR")) => format!("`{word}` is written `||`"),
            Token::Word(word @ ("not" | "NOT")) => format!("`{word}` is written `!`"),
            Token::Word(word) => format!("`{word}` stands here, expected {wanted}"),
            Token::Mark(mark) => format!("`{mark}` stands here, expected {wanted}"),
            Token::Number(number) => format!("`{number}` stands here, expected {wanted}"),
            Token::Text(_) => format!("a text in quotes stands here, expected {wanted}"),
        })
    }

    pub(super) fn fault(&self, message: String) -> Fault {
        Fault { offset: self.offset(), message }
    }

    pub(super) fn tell(&mut self, offset: usize, message: String) {
        self.faults.push(Fault { offset, message });
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::policy::testing::told;

    #[test]
    fn conditions_that_can_be_read() {
        for text in [
            "claim.unit == \"percent\" && claim.value > 100",
            "claim.source == null && claim.noun_class == \"casualty\"",
            "!(claim.role in ['headline', 'caption']) || has(claim.source)",
            "claim.value * 1.5 - 2 <= other.value % 7 && claim.document != other.document",
            "document.published - claim.as_of.end > 365",
            "claim.said.start >= date('2025-03-11')",
            "claim.noun.lowerAscii().contains('death') ? claim.sources < 2 : false",
            "claim.events.exists(e, e.startsWith('kill')) && !claim.places.all(p, p in ['Orr', 'Lund'])",
            "[1, 2, 3].map(n, n * 2).filter(n, n > 2)[0] < claim.value && claim.names.exists_one(n, n == 'Lund')",
            "claim.places.exists(p, claim.names.exists(n, n != p))",
            "claim.sentence.matches(r'\\bsome \\d+\\b') && claim.value >= 1e6 // a million",
            "document.published - claim.as_of.end > duration('720h')",
            "claim.said.start < timestamp('2025-03-11T00:00:00Z') && document.published.getDayOfWeek() == 0",
            "claim.as_of.end + duration('48h') < document.published && string(claim.value) != '12'",
            "'kill' in claim.events && size(claim.places) == 0 && claim.noun.size() > 3",
        ] {
            assert_eq!(told(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn no_condition_is_too_much() {
        assert_eq!(told(&"(".repeat(100_000)).len(), 1);
        assert_eq!(told(&"!".repeat(100_000)).len(), 1);
        assert_eq!(told(&"1+".repeat(100_000)).last().unwrap(), "0: the condition has more than 500 parts");
    }
}
