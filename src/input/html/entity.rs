//! Character references: `&nbsp;`, `&#8217;`, `&#x2019;`.
//!
//! The named ones are those that news pages use; an unknown one stays as it is written.

/// The text that a reference at the start of `text` stands for, and the reference's length in bytes.
pub(super) fn read(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    match body.strip_prefix('#') {
        Some(number) => numeric(number).map(|(char, len)| (char, len + 2)),
        None => named(body).map(|(char, len)| (char, len + 1)),
    }
}

/// An attribute's value with its references read.
pub(super) fn decoded(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        let (before, reference) = rest.split_at(at);
        let (char, len) = read(reference).unwrap_or(('&', 1));
        text.push_str(before);
        text.push(char);
        rest = &reference[len..];
    }
    text + rest
}

/// `8217;` or `x2019;`, the semicolon being optional.
fn numeric(text: &str) -> Option<(char, usize)> {
    let (radix, digits) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (16, digits),
        None => (10, text),
    };
    let count = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    let len = text.len() - digits.len() + count;
    let value = u32::from_str_radix(&digits[..count], radix);
    let closed = usize::from(text[len..].starts_with(';'));
    (count > 0).then(|| (character(value.unwrap_or(u32::MAX)), len + closed))
}

/// The character of a number; 128 to 159 are meant as Windows-1252, as browsers read them.
fn character(number: u32) -> char {
    match u8::try_from(number) {
        Ok(byte @ 0x80..=0x9F) => {
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&byte));
            text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        Ok(0) => char::REPLACEMENT_CHARACTER,
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// `nbsp;`; a few old names need no semicolon.
fn named(text: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 8;
    let count = text.bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphanumeric).count();
    if text[count..].starts_with(';') {
        return Some((lookup(&text[..count])?, count + 1));
    }
    let bare = ["amp", "lt", "gt", "quot", "nbsp"].into_iter().find(|name| text.starts_with(name))?;
    Some((lookup(bare)?, bare.len()))
}

fn lookup(name: &str) -> Option<char> {
    let at = NAMES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    Some(NAMES[at].1)
}

/// Sorted by name.
#[rustfmt::skip] // one name a line would fill the file
const NAMES: [(&str, char); 212] = [
    ("AElig", 'Æ'), ("Aacute", 'Á'), ("Abreve", 'Ă'), ("Acirc", 'Â'), ("Agrave", 'À'), ("Aring", 'Å'),
    ("Atilde", 'Ã'), ("Auml", 'Ä'), ("Cacute", 'Ć'), ("Ccaron", 'Č'), ("Ccedil", 'Ç'), ("Dagger", '‡'),
    ("Dstrok", 'Đ'), ("ETH", 'Ð'), ("Eacute", 'É'), ("Ecaron", 'Ě'), ("Ecirc", 'Ê'), ("Egrave", 'È'), ("Euml", 'Ë'),
    ("Gbreve", 'Ğ'), ("Iacute", 'Í'), ("Icirc", 'Î'), ("Idot", 'İ'), ("Igrave", 'Ì'), ("Iuml", 'Ï'), ("Lstrok", 'Ł'),
    ("Nacute", 'Ń'), ("NewLine", '\n'), ("Ntilde", 'Ñ'), ("OElig", 'Œ'), ("Oacute", 'Ó'), ("Ocirc", 'Ô'),
    ("Ograve", 'Ò'), ("Oslash", 'Ø'), ("Otilde", 'Õ'), ("Ouml", 'Ö'), ("Prime", '″'), ("Rcaron", 'Ř'),
    ("Sacute", 'Ś'), ("Scaron", 'Š'), ("Scedil", 'Ş'), ("THORN", 'Þ'), ("Tab", '\t'), ("Uacute", 'Ú'), ("Ucirc", 'Û'),
    ("Ugrave", 'Ù'), ("Uuml", 'Ü'), ("Yacute", 'Ý'), ("Yuml", 'Ÿ'), ("Zacute", 'Ź'), ("Zcaron", 'Ž'), ("Zdot", 'Ż'),
    ("aacute", 'á'), ("abreve", 'ă'), ("acirc", 'â'), ("acute", '´'), ("aelig", 'æ'), ("agrave", 'à'), ("amacr", 'ā'),
    ("amp", '&'), ("aogon", 'ą'), ("apos", '\''), ("aring", 'å'), ("ast", '*'), ("asymp", '≈'), ("atilde", 'ã'),
    ("auml", 'ä'), ("bdquo", '„'), ("brvbar", '¦'), ("bull", '•'), ("cacute", 'ć'), ("ccaron", 'č'), ("ccedil", 'ç'),
    ("cedil", '¸'), ("cent", '¢'), ("check", '✓'), ("circ", 'ˆ'), ("colon", ':'), ("comma", ','), ("commat", '@'),
    ("copy", '©'), ("curren", '¤'), ("dagger", '†'), ("darr", '↓'), ("dash", '‐'), ("deg", '°'), ("divide", '÷'),
    ("dollar", '$'), ("dstrok", 'đ'), ("eacute", 'é'), ("ecaron", 'ě'), ("ecirc", 'ê'), ("egrave", 'è'),
    ("emacr", 'ē'), ("emsp", '\u{2003}'), ("ensp", '\u{2002}'), ("eogon", 'ę'), ("equals", '='), ("eth", 'ð'),
    ("euml", 'ë'), ("euro", '€'), ("excl", '!'), ("fnof", 'ƒ'), ("frac12", '½'), ("frac14", '¼'), ("frac34", '¾'),
    ("frasl", '⁄'), ("gbreve", 'ğ'), ("ge", '≥'), ("gt", '>'), ("hairsp", '\u{200a}'), ("hellip", '…'),
    ("horbar", '―'), ("hyphen", '‐'), ("iacute", 'í'), ("icirc", 'î'), ("iexcl", '\u{a1}'), ("igrave", 'ì'),
    ("imacr", 'ī'), ("infin", '∞'), ("inodot", 'ı'), ("iquest", '¿'), ("iuml", 'ï'), ("laquo", '«'), ("larr", '←'),
    ("ldquo", '“'), ("le", '≤'), ("lowbar", '_'), ("lpar", '('), ("lsaquo", '‹'), ("lsqb", '['), ("lsquo", '‘'),
    ("lstrok", 'ł'), ("lt", '<'), ("macr", '¯'), ("mdash", '—'), ("micro", 'µ'), ("middot", '·'), ("minus", '−'),
    ("nacute", 'ń'), ("nbsp", '\u{a0}'), ("ndash", '–'), ("ne", '≠'), ("not", '¬'), ("ntilde", 'ñ'), ("num", '#'),
    ("numsp", '\u{2007}'), ("oacute", 'ó'), ("ocirc", 'ô'), ("oelig", 'œ'), ("ograve", 'ò'), ("omacr", 'ō'),
    ("ordf", 'ª'), ("ordm", 'º'), ("oslash", 'ø'), ("otilde", 'õ'), ("ouml", 'ö'), ("para", '¶'), ("percnt", '%'),
    ("period", '.'), ("permil", '‰'), ("plus", '+'), ("plusmn", '±'), ("pound", '£'), ("prime", '′'), ("quest", '?'),
    ("quot", '"'), ("radic", '√'), ("raquo", '»'), ("rarr", '→'), ("rcaron", 'ř'), ("rdquo", '”'), ("reg", '®'),
    ("rpar", ')'), ("rsaquo", '›'), ("rsqb", ']'), ("rsquo", '’'), ("sacute", 'ś'), ("sbquo", '‚'), ("scaron", 'š'),
    ("scedil", 'ş'), ("sect", '§'), ("semi", ';'), ("shy", '\u{ad}'), ("sol", '/'), ("star", '☆'), ("sum", '∑'),
    ("sup1", '¹'), ("sup2", '²'), ("sup3", '³'), ("szlig", 'ß'), ("thinsp", '\u{2009}'), ("thorn", 'þ'),
    ("tilde", '˜'), ("times", '×'), ("trade", '™'), ("uacute", 'ú'), ("uarr", '↑'), ("ucirc", 'û'), ("ugrave", 'ù'),
    ("umacr", 'ū'), ("uml", '¨'), ("uring", 'ů'), ("uuml", 'ü'), ("yacute", 'ý'), ("yen", '¥'), ("yuml", 'ÿ'),
    ("zacute", 'ź'), ("zcaron", 'ž'), ("zdot", 'ż'), ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
];

#[cfg(test)]
mod tests {
    use super::{NAMES, decoded, read};

    #[test]
    fn references_are_read_as_browsers_read_them() {
        for (text, expected) in [
            ("&nbsp;x", Some(('\u{a0}', 6))),
            ("&amp;nbsp;", Some(('&', 5))),
            ("&ampx", Some(('&', 4))),
            ("&pound;5", Some(('£', 7))),
            ("&Eacute;", Some(('É', 8))),
            ("&#8217;s", Some(('’', 7))),
            ("&#x2019;s", Some(('’', 8))),
            ("&#146;s", Some(('’', 6))),
            ("&#163 5", Some(('£', 5))),
            ("&#0;", Some(('\u{fffd}', 4))),
            ("&#99999999999;", Some(('\u{fffd}', 14))),
            ("&#xD800;", Some(('\u{fffd}', 8))),
            ("&T", None),
            ("&nosuch;", None),
            ("&#x;", None),
            ("&", None),
            ("&é;", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(decoded("AT&T &amp; 5&#37;"), "AT&T & 5%");
    }

    #[test]
    fn the_names_are_sorted() {
        assert!(NAMES.is_sorted_by(|one, next| one.0 < next.0));
    }
}
