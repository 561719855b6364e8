//! Gates: classes of words that tell at once that a production cannot fit, whose words follow from the tables.

use super::classes::Classes;
use super::compile::Compiler;
use crate::text::WordId;

impl Compiler {
    /// Marks the words that productions begin or end with, so that all others may be passed over at once.
    pub(super) fn gates(&mut self) {
        self.words_of_numbers();
        self.words_after_numbers();
        self.words_of_units();
        let parts = ["quarter", "qtr", "half"].map(|word| self.word(word)).to_vec();
        self.classify_all(parts, Classes::PART_OF_YEAR);
        let putting = ["may", "set", "due", "for"].map(|word| self.word(word)).to_vec();
        self.classify_all(putting, Classes::PUTS_FORWARD);
        let feasts = self.lexicon.feasts.firsts().collect();
        self.classify_all(feasts, Classes::FEAST);
        let last = self.lexicon.qualifiers_before.lasts().collect();
        self.classify_all(last, Classes::BEFORE_QUALIFIED);
    }

    /// The words that a quantity may begin with.
    fn words_of_numbers(&mut self) {
        let signs = ["+", "-", "−", "a", "an", "minus", "negative", "no", "nobody", "none"].map(|sign| self.word(sign));
        let lexicon = &self.lexicon;
        let phrases = lexicon.multiples.firsts().chain(lexicon.vague.firsts()).chain(lexicon.money_signs.firsts());
        let numerals: Vec<_> = lexicon.numerals.words().collect();
        let others: Vec<_> = lexicon.fractions.words().chain(phrases).chain(signs).collect();
        self.classify_all(numerals, Classes::NUMERAL.or(Classes::NUMERIC));
        self.classify_all(others, Classes::NUMERIC);
    }

    /// The words that a number may go on with: behind all others it is at its end.
    fn words_after_numbers(&mut self) {
        let joints = ["and", "in", "out", "over", "times", "fold", "to", "or", "point", "x10", "×10"]
            .map(|word| self.word(word));
        let lexicon = &self.lexicon;
        let words = lexicon.numerals.words().chain(lexicon.fractions.words()).chain(lexicon.magnitudes.firsts());
        let words: Vec<_> = words.chain(joints).collect();
        self.classify_all(words, Classes::AFTER_NUMBER);
    }

    /// The words that a unit behind a number may begin with.
    fn words_of_units(&mut self) {
        let percent =
            ["%", "percent", "pct", "percentage", "per", "pc", "pp", "ppt", "ppts"].map(|word| self.word(word));
        let lexicon = &self.lexicon;
        let money = lexicon.money_words.firsts().chain(lexicon.money_signs.firsts());
        let words: Vec<_> = lexicon.unit_phrases.firsts().chain(money).chain(percent).collect();
        self.classify_all(words, Classes::UNIT);
    }

    /// Adds a word to classes.
    pub(super) fn classify(&mut self, word: WordId, classes: Classes) {
        let (at, known) = (word.0 as usize, &mut self.lexicon.classes);
        if known.len() <= at {
            known.resize(at + 1, Classes::default());
        }
        known[at] = known[at].or(classes);
    }

    fn classify_all(&mut self, words: Vec<WordId>, classes: Classes) {
        for word in words {
            self.classify(word, classes);
        }
    }
}
