//! Whether something is counted behind a figure.

use crate::grammar::tokens::Tokens;
use crate::lexicon::inflect;
use crate::text::{Shape, Token};

/// How many words of a noun phrase may stand in front of its head.
const REACH: usize = 3;

/// Whether a noun in the plural comes next, or words in front of one: "12 hospital workers".
pub(in crate::grammar) fn is_counted(input: &Tokens<'_>) -> bool {
    let lexicon = input.lexicon();
    let inside = |token: &&Token| token.shape == Shape::Lower && !lexicon.is_frame(token.word);
    let mut words = input.rest().iter().take(REACH).take_while(inside);
    words.any(|token| is_several(input, token))
}

/// Whether a word is a plural. One that the lexicon does not hold is where it ends like one.
fn is_several(input: &Tokens<'_>, token: &Token) -> bool {
    let (lexicon, letters) = (input.lexicon(), token.letters);
    match lexicon.noun(token.word) {
        Some(noun) if *noun.lemma == *letters => {
            // "aircraft" is its own plural; "hurricane" has another.
            let plural = lexicon.noun(lexicon.word(&inflect::plural(letters)));
            plural.is_none_or(|plural| plural.lemma != noun.lemma)
        }
        Some(_) => true,
        None => letters.ends_with('s') && !letters.ends_with("ss") && lexicon.verb(token.word).is_none(),
    }
}
