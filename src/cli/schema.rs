//! `numerate schema`: the JSON Schemas of what desks write and programs read.

/// The schemas by the names that the command takes.
pub(super) const SCHEMAS: [(&str, &str); 4] = [
    ("rule", include_str!("../../rules/schema/rule.json")),
    ("test", include_str!("../../rules/schema/test.json")),
    ("config", include_str!("../../rules/schema/config.json")),
    ("report", include_str!("../../rules/schema/report.json")),
];

/// The schema of that name.
pub(super) fn named(name: &str) -> &'static str {
    SCHEMAS.iter().find(|(known, _)| *known == name).map_or("", |(_, schema)| schema)
}
