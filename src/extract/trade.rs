//! Nouns that say what a company does.

/// Whether a noun, whatever its case, says what a company does, and so stands for the company that its sentence tells of:
/// "Norda has cancelled 40 flights, the airline said". In front of a name it is no part of it: "Airline Norda".
pub(super) fn is_trade(letters: &str) -> bool {
    #[rustfmt::skip]
    const TRADES: [&str; 29] = [
        "airline", "carrier", "carmaker", "automaker", "manufacturer", "maker", "retailer", "supermarket", "chain",
        "lender", "insurer", "publisher", "brewer", "miner", "drugmaker", "chipmaker", "steelmaker", "shipbuilder",
        "shipowner", "producer", "utility", "brokerage", "conglomerate", "company", "grocer", "railway", "planemaker",
        "operator", "pollster",
    ];
    TRADES.iter().any(|trade| letters.eq_ignore_ascii_case(trade))
}
