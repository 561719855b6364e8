//! What the definition of CEL asks of a reader, line by line, as far as conditions go: what must hold, and what is refused.
//!
//! It differs where it says so: all numbers are exact decimals, a time is a day, a duration a number of days, and there are
//! no bytes and messages.

use super::fact::Subject;
use super::syntax::read;
use super::term::Case;
use super::testing::told;
use super::value::Value;
use crate::compare::ClaimRef;
use crate::rules::sample::drafts;

/// Asserts what each condition comes to for a claim of 12 people by the police, on 1 March 2025.
fn assert_value(wanted: &Value<'_>, conditions: &[&str]) {
    let drafts = drafts("a police 3-01 12");
    let (draft, at) = (&drafts[0], ClaimRef { draft: 0, claim: 0 });
    let claim = Subject { at, claim: &draft.claims[0], draft, sources: 1 };
    for condition in conditions {
        assert_eq!(told(condition), Vec::<String>::new(), "{condition}");
        let term = read(condition).unwrap();
        assert_eq!(term.value(&Case { claim, other: None }), *wanted, "{condition}");
    }
}

fn assert_hold(conditions: &[&str]) {
    assert_value(&Value::Truth(true), conditions);
}

fn assert_unknown(conditions: &[&str]) {
    assert_value(&Value::Unknown, conditions);
}

#[test]
fn operators_bind_by_their_precedence() {
    assert_hold(&[
        "true || false && false",
        "!(true || false) == false",
        "!false && !!true",
        "1 + 2 * 3 == 7",
        "(1 + 2) * 3 == 9",
        "10 - 4 - 3 == 3",
        "24 / 4 / 2 == 3",
        "24 / 4 * 2 == 12",
        "7 % 4 * 2 == 6",
        "-2 * -3 == 6",
        "--5 == 5",
        "1 - -1 == 2",
        "-claim.value == -12",
        "1 < 2 == true",
        "1 + 1 in [2]",
        "!(1 in [2])",
        "1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3 && 1 != 2",
        "false ? false : true ? true : false",
        "(true ? 1 : 2) == 1",
        "false || true ? 1 == 1 : 1 == 2",
        "'a' + 'b' == 'ab' && [1] + [2] == [1, 2]",
        "-[1, 2][1] == -2",
    ]);
}

#[test]
fn literals_of_all_kinds() {
    assert_hold(&[
        "0x10 == 16 && 0XfF == 255 && 3u == 3 && 0x1Fu == 31",
        ".5 == 0.5 && 1e3 == 1000 && 1.5e-1 == 0.15 && 2E+2 == 200",
        "0.1 + 0.2 == 0.3",
        "1.10000000000000000001 != 1.1",
        r#""it's" == 'it\'s'"#,
        r"'\x41\u0042\U00000043\104' == 'ABCD'",
        r"r'\d' == '\\d' && R'\' == '\\'",
        "'''it's\nhere''' == \"it's\\nhere\"",
        r#""""say "so" now""" == 'say "so" now'"#,
        "null == null && true != false",
        "[] == [] && [1, 'a', true, null,].size() == 4",
        "{} == {} && {'a': 1, 'b': 2,}.size() == 2",
        "{'a': 1, 'b': 2} == {'b': 2, 'a': 1}",
        "[[1, 2], [3]][1][0] == 3",
    ]);
}

#[test]
fn elements_fields_and_keys() {
    assert_hold(&[
        "[1, 2, 3][2] == 3",
        "{'person': 100, 'vote': 1000}[claim.noun_class] == 100",
        "{'a': {'b': 7}}.a.b == 7",
        "{1: 'one', true: 'yes'}[true] == 'yes'",
        "'a' in {'a': null} && !('b' in {'a': 1})",
        "has({'a': 1}.a) && !has({'a': 1}.b) && has(claim.source) && !has(claim.as_of)",
        "[{'name': 'a'}].exists(one, one.name == 'a')",
        ".claim.value == 12",
        "claim\n  .value // the figure\n  == 12",
    ]);
    assert_unknown(&["[1][1] == 1", "[1][-1] == 1", "[1, 2][0.5] == 1", "{'a': 1}['b'] == 1"]);
}

#[test]
fn loops() {
    assert_hold(&[
        "[1, 2].all(n, n > 0) && [].all(n, n > 0) && ![1, 2].all(n, n > 1)",
        "[1, 2].exists(n, n == 2) && ![].exists(n, true)",
        "[1, 2, 2].exists_one(n, n == 1) && ![1, 2, 2].exists_one(n, n == 2)",
        "[1, 2, 3].filter(n, n > 1) == [2, 3]",
        "[1, 2].map(n, n * n) == [1, 4]",
        "[1, 2, 3].map(n, n > 1, n * 10) == [20, 30]",
        "{'a': 1, 'b': 2}.all(key, key in ['a', 'b'])",
        "{'a': 1, 'b': 2}.exists(key, key == 'b')",
        "[1, 2].exists(a, [2, 3].exists(b, a == b))",
        "[1].exists(n, [2].exists(n, n == 2))",
        // An error in one value is none where another settles it.
        "[0, 2].exists(n, 4 / n == 2)",
        "![0, 2].all(n, 4 / n == 1)",
    ]);
    assert_unknown(&["[0, 2].exists(n, 4 / n == 1)", "[0, 2].all(n, 4 / n == 2)", "[0].exists_one(n, 1 / n == 1)"]);
}

#[test]
fn functions() {
    assert_hold(&[
        "size('né') == 2 && 'né'.size() == 2 && size([1, 2]) == 2 && size({'a': 1}) == 1",
        "'harbour'.contains('arb') && 'harbour'.startsWith('har') && 'harbour'.endsWith('our')",
        "'harbour'.matches('^h.*r$') && matches('harbour', 'rb') && !'harbour'.matches('^b')",
        "int(3.9) == 3 && int(-3.9) == -3 && int('42') == 42 && uint(7) == 7 && double('1.50') == 1.5",
        "string(12) == '12' && string(1.50) == '1.5' && string(true) == 'true' && string('a') == 'a'",
        "bool('true') && !bool('false') && dyn(1) == 1",
        "timestamp('2025-03-01T10:00:00Z').getFullYear() == 2025",
        "claim.said.start.getMonth() == 2 && claim.said.start.getDate() == 1",
        "claim.said.start.getDayOfMonth() == 0 && claim.said.start.getDayOfYear() == 59",
        "claim.said.start.getDayOfWeek() == 6",
        "timestamp('2025-03-01T00:00:00Z') + duration('48h') == timestamp('2025-03-03T00:00:00Z')",
        "timestamp('2025-03-03T00:00:00Z') - claim.said.start == duration('48h')",
        "duration('1h30m') < duration('2h') && duration('36h') == 1.5",
        "'b' > 'a' && true > false && date('2025-03-02') > claim.said.start",
    ]);
    assert_unknown(&["int('many') == 1", "uint(-1) == 1", "bool('yes')", "1 / 0 == 1", "1 % 0 == 1"]);
}

#[test]
fn what_cannot_be_told_is_settled_by_the_other_side() {
    assert_hold(&["1 / 0 == 1 || true", "true || 1 / 0 == 1", "!(false && 1 / 0 == 1)", "!(1 / 0 == 1 && false)"]);
    assert_unknown(&["1 / 0 == 1 || false", "1 / 0 == 1 && true", "1 / 0 == 1 ? true : true", "!(1 / 0 == 1)"]);
}

#[test]
fn what_is_not_of_the_grammar_is_refused_at_its_place() {
    for (condition, message) in [
        (
            "if > 1",
            "0: `if` is a word that CEL keeps for itself, expected a fact, a number, a text in quotes or a bracket",
        ),
        (
            "[1].all(in, in > 0)",
            "8: `in` is a word that CEL keeps for itself, expected a name for each value of the list",
        ),
        ("[1, , 2] == []", "4: `,` stands here, expected a fact, a number, a text in quotes or a bracket"),
        ("size([1],) == 1", "9: `)` stands here, expected a fact, a number, a text in quotes or a bracket"),
        ("{'a' 1} == {}", "5: `1` stands here, expected `:`"),
        ("{'a': 1, 'a': 2} == {}", "9: the key `a` is in the map already"),
        ("{null: 1} == {}", "1: `null` stands for a key, expected a text, a number, true or false"),
        ("claim.value == 12 13", "18: `13` stands here, expected an operator or the end"),
        ("claim.value == 12)", "17: `)` stands here, expected an operator or the end"),
        ("true ? 1", "8: the condition ends here, expected `:`"),
        ("b'x' == b'x'", "0: `b'` begins bytes, which nothing here is, expected a text"),
        (
            "Claim{value: 1} == null",
            "0: `Claim{…}` makes a message, which nothing here is, expected a map as `{\"value\": 1}`",
        ),
        ("claim.source.cue = 'x'", "17: `=` stands alone, expected `==`"),
        ("", "0: the condition ends here, expected a fact, a number, a text in quotes or a bracket"),
    ] {
        assert_eq!(told(condition), [message], "{condition}");
    }
}
