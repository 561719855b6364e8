//! Signs for money that touch their figure without a mark between: `RM79`, `USD1.5m`, `$US40`.
//!
//! A word may hold digits (`G20`), so the tokenizer takes such a sign for one with its figure. What is known to be a
//! sign is cut off here, once, behind the tokenizer.

use super::Lexicon;
use crate::text::{Shape, Span, Token, tokenize};

/// Whether a token may be a sign with digits behind it. Cheap: it is asked of every token.
pub(super) fn may_hold_sign(text: &str, token: &Token) -> bool {
    let last = || text.as_bytes().get(token.span.end.wrapping_sub(1));
    token.is_capitalised() && token.span.len() > 1 && last().is_some_and(u8::is_ascii_digit)
}

/// Cuts the signs off their figures in the tokens from place `start` on.
pub(super) fn cut<'t>(lexicon: &Lexicon, text: &'t str, tokens: &mut Vec<Token<'t>>, start: usize) {
    let old = tokens.split_off(start);
    let mut rest = old.iter().peekable();
    while let Some(token) = rest.next() {
        let Some(sign) = sign(lexicon, text, tokens.last(), token) else {
            tokens.push(*token);
            continue;
        };
        let mut end = token.span.end;
        while let Some(next) = rest.next_if(|next| next.glued) {
            end = next.span.end;
        }
        let figure = tokens.len() + 1;
        tokens.push(Token { letters: sign.of(text), span: sign, word: lexicon.word(sign.of(text)), ..*token });
        tokenize(text, Span::new(sign.end, end), |hash| lexicon.words.get(hash), tokens);
        if let Some(first) = tokens.get_mut(figure) {
            first.glued = true;
        }
    }
}

/// The sign that a word begins with: of two letters or more, or of any behind a dollar sign.
fn sign(lexicon: &Lexicon, text: &str, before: Option<&Token>, token: &Token) -> Option<Span> {
    let letters = token.letters;
    let len = letters.find(|letter: char| letter.is_ascii_digit()).filter(|_| may_hold_sign(text, token))?;
    let digits = letters[len..].bytes().all(|byte| byte.is_ascii_digit());
    let span = Span::new(token.span.start, token.span.start + len);
    let sign = &letters[..len];
    let alone = Token { letters: sign, span, word: lexicon.word(sign), shape: Shape::Upper, glued: token.glued };
    let dollar = before.filter(|before| token.glued && before.letters == "$");
    let known = match dollar {
        Some(dollar) => lexicon.money_signs.at(&[*dollar, alone]).is_some_and(|(taken, _)| taken == 2),
        None => len > 1 && lexicon.money_signs.at(&[alone]).is_some(),
    };
    (digits && known).then_some(span)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::text::Span;

    #[test]
    fn signs_that_touch_their_figures() {
        let lexicon = Lexicon::embedded();
        for (text, cut) in [
            ("for RM79 a month", "for|RM|79|a|month"),
            ("USD1.5m, Rs500", "USD|1.5|m|,|Rs|500"),
            ("about $US40 ($A61)", "about|$|US|40|(|$|A|61|)"),
            ("the G20 and the M25", "the|G20|and|the|M25"),
            ("a CO2 tax", "a|CO2|tax"),
        ] {
            let mut tokens = Vec::new();
            lexicon.tokenize(text, Span::new(0, text.len()), &mut tokens);
            assert_eq!(tokens.iter().map(|token| token.letters).collect::<Vec<_>>().join("|"), cut, "{text}");
        }
    }
}
