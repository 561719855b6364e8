//! Attributions with their parties found out.

use super::name::{Name, names};
use super::party::{Party, Register};
use super::said::{Attributed, Said};
use super::timing;

use crate::claim::{PartyKind, Source, Unit};
use crate::grammar::attribution::{is_label, names_body, opening_party};
use crate::grammar::{AttributionPiece, QuantityPiece, Tokens};
use crate::lexicon::{List, Order};
use crate::text::{Shape, Span, Token};
use std::ops::Range;
use std::sync::Arc;

/// The attributions of a sentence, each with the party that it means; the register takes note of all whom the sentence
/// names.
pub(super) fn attribute(register: &mut Register, said: &Said<'_>, mut found: Vec<AttributionPiece>) -> Vec<Attributed> {
    found.retain(|piece| !answers_a_poll(said, piece));
    register.define_acronyms(said.tokens);
    // The name in a transcript's label is no body's, whatever its capitals.
    let spoken = found.first().filter(|first| is_label(said.tokens, first)).map_or(0, |label| label.cue.end);
    register.notice(said.tokens, spoken, !found.is_empty());
    if found.is_empty() {
        register.notice_subject(said.tokens);
    }
    let mut attributed: Vec<_> = found.into_iter().map(|piece| attributed(register, said, piece)).collect();
    hand_on(&mut attributed);
    carry(&mut attributed);
    take_day_of_paper(&mut attributed);
    attributed
}

/// "In a report released on Monday, the board found 40": what somebody finds in a paper is said on the paper's day.
fn take_day_of_paper(attributed: &mut [Attributed]) {
    let [paper, rest @ ..] = attributed else { return };
    let day = paper.said.filter(|_| paper.party.kind == PartyKind::Document && paper.piece.party.start == 1);
    for one in rest.iter_mut().filter(|one| one.said.is_none() && paper.piece.covers(one.piece.cue.start)) {
        one.said = day;
    }
}

/// Whether a party is a share of those whom somebody asked: "Two in five say", "Sixty percent believe".
fn answers_a_poll(said: &Said<'_>, piece: &AttributionPiece) -> bool {
    let share = |quantity: &QuantityPiece| matches!(quantity.unit.unit, Unit::Percent | Unit::Ratio);
    let shares =
        |at: usize| matches!(said.tokens.from(at).letters(), "share" | "proportion" | "percentage" | "majority");
    // "Exporters, who employ a fifth of the workers, say".
    let comma = |at: &usize| said.tokens.from(*at).letters() == ",";
    let asked = piece.party.start..piece.party.clone().find(comma).unwrap_or(piece.party.end);
    asked.clone().any(shares)
        || said.quantities.iter().any(|quantity| share(quantity) && asked.contains(&quantity.tokens.start))
}

fn attributed(register: &mut Register, said: &Said<'_>, piece: AttributionPiece) -> Attributed {
    let tokens = said.tokens;
    let quoted = said.quoted.iter().any(|range| range.contains(&piece.cue.start));
    // "Ana Ruiz walked 40 km, she said": the sentence's own subject is the nearest whom a pronoun may mean.
    if let Some(subject) = subject_before(tokens, &piece) {
        register.resolve(tokens, subject, quoted);
    }
    let label = is_label(tokens, &piece);
    let party = if label {
        register.resolve_label(tokens, piece.party.clone())
    } else {
        register.resolve(tokens, piece.party.clone(), quoted)
    };
    // What follows a label's colon is the statement itself, dates and all.
    let day = timing::said(tokens, &piece, &said.dates).filter(|_| !label).map(timing::timing);
    let words = phrase(tokens, &piece);
    let span = tokens.from(words.start).span_to(&tokens.from(words.end));
    let source = Arc::new(source(tokens, &party, span, &piece));
    let weak = is_weak(tokens, &piece, &party);
    let outside = names_body(&tokens, &piece.party) || names_outsiders(tokens, &piece);
    Attributed { piece, party, source, said: day, quoted, weak, outside }
}

/// Whether an attribution yields to another that covers the same figure: what somebody wants or thinks, where another
/// says so, and what nameless staff or records count.
fn is_weak(tokens: Tokens<'_>, piece: &AttributionPiece, party: &Party) -> bool {
    let cue = &tokens.lexicon().cues()[piece.cue_entry];
    let document = party.kind == PartyKind::Document;
    // "The town recorded 40, the board said": where something is recorded is told by whoever says it.
    let records = matches!(&*cue.lemma, "record" | "register" | "log") && !names_body(&tokens, &piece.party);
    // Whoever expects something says so: nobody expects it for another.
    let money = || tokens.lexicon().money_signs.at(tokens.from(piece.cue.end).rest()).is_some();
    let finds_money = &*cue.lemma == "find" && money();
    let counts = (cue.object && &*cue.stance != "forecast") || cue.order == Order::Noun || document;
    matches!(&*cue.stance, "target" | "think")
        || records
        || finds_money
        || (counts && is_nameless(tokens, piece, party))
}

/// Whether the words for a party are those of people who work for nobody's field office: "district officials".
fn names_outsiders(tokens: Tokens<'_>, piece: &AttributionPiece) -> bool {
    const OUTSIDERS: [&str; 6] = ["officials", "authorities", "residents", "villagers", "witnesses", "locals"];
    tokens.rest()[piece.party.clone()].iter().any(|token| OUTSIDERS.iter().any(|word| token.reads(word)))
}

/// Whether a party is no name: its words have no capital but that of the sentence's first word.
fn is_nameless(tokens: Tokens<'_>, piece: &AttributionPiece, party: &Party) -> bool {
    let plain = !party.name.chars().skip(1).any(char::is_uppercase);
    let first = party.name.starts_with(char::is_uppercase);
    // "Laboratories", at the start of a sentence.
    let common = || tokens.peek().is_some_and(|first| tokens.lexicon().noun(first.word).is_some());
    let opens = piece.party.start == 0 && (party.name.contains(' ') || common());
    let phrase = party.kind == PartyKind::Document || opens;
    party.kind == PartyKind::Unnamed || (plain && (!first || phrase))
}

/// The words that name a source: a paper with its owner ("Ana Ruiz's latest count"), else the party alone.
fn phrase(tokens: Tokens<'_>, piece: &AttributionPiece) -> Range<usize> {
    let paper = tokens.lexicon().cues()[piece.cue_entry].order == Order::Noun;
    let pronoun = piece.party.len() == 1 && tokens.nth(piece.party.start).is_some_and(|token| !token.is_capitalised());
    if paper && !pronoun {
        return piece.party.start.min(piece.cue.start)..piece.party.end.max(piece.cue.end);
    }
    piece.party.clone()
}

/// "The Velmar Post said 40 sank, citing the board": whoever cites another carries what the other says.
fn hand_on(attributed: &mut [Attributed]) {
    for at in 1..attributed.len() {
        let (before, [citing, ..]) = attributed.split_at_mut(at) else { continue };
        let cites = citing.source.cue.as_deref() == Some("citing");
        let Some(saying) = before.last_mut().filter(|_| cites) else { continue };
        if citing.piece.content.iter().any(|range| range.start == saying.piece.cue.end) {
            Arc::make_mut(&mut saying.party).medium = true;
        }
    }
}

/// Names the medium that a sentence names as the carrier of what others in it say.
fn carry(attributed: &mut [Attributed]) {
    let carrier = attributed.iter().find(|one| one.party.medium).map(|one| one.party.name.clone());
    if let Some(carrier) = carrier {
        for one in attributed.iter_mut().filter(|one| !one.party.medium) {
            Arc::make_mut(&mut one.source).via = Some(carrier.clone());
        }
    }
}

/// A party as the source of what an attribution covers.
fn source(tokens: Tokens<'_>, party: &Party, span: Span, piece: &AttributionPiece) -> Source {
    Source {
        id: party.id.clone(),
        name: party.name.clone(),
        text: span.of(tokens.text()).into(),
        span,
        cue: Some(tokens.lexicon().cues()[piece.cue_entry].lemma.clone()),
        via: None,
        person: party.person.clone(),
        parent: None,
        kind: party.kind,
    }
}

/// The subject of the clause in front of a party that is a pronoun, or begins with one: "its head".
fn subject_before(tokens: Tokens<'_>, piece: &AttributionPiece) -> Option<Range<usize>> {
    const PRONOUNS: [List; 4] = [List::PronounHe, List::PronounShe, List::PronounIt, List::PronounThey];
    let lexicon = tokens.lexicon();
    let first = tokens.from(piece.party.start);
    let its = first.letters() == "its";
    let lone = piece.party.len() == 1 && first.peek().is_some_and(|token| lexicon.is_any(token.word, &PRONOUNS));
    if !(its || lone) || piece.party.start < 3 {
        return None;
    }
    let it = its || first.is(List::PronounIt);
    let subject = opening_owner(tokens).filter(|_| it).or_else(|| opening_party(tokens))?;
    let own = tokens.rest()[subject.clone()].iter().any(|token| lexicon.is_any(token.word, &PRONOUNS));
    let heads =
        tokens.rest()[subject.clone()].iter().any(|token| lexicon.is_any(token.word, &[List::Body, List::Unnamed]));
    // "Velmar lost 40 boats, it said": a subject that is nothing but a name.
    let called = |name: &Name<'_>| it && name.tokens == subject && !name.is_place;
    let named =
        heads || names(tokens, subject.clone()).any(|name| name.is_person || name.party.is_some() || called(&name));
    (subject.end < piece.party.start && !own && named).then_some(subject)
}

/// The body whose something a sentence begins with: "The coastguard" of "The coastguard's boats"; but of "the union's rival
/// Velmar" it is the rival who is told of.
fn opening_owner(sentence: Tokens<'_>) -> Option<Range<usize>> {
    const REACH: usize = 6;
    let body = |token: &Token| sentence.lexicon().is(token.word, List::Body);
    let words = sentence.rest().iter().take(REACH);
    let end = words.take_while(|token| token.is_word() && token.shape != Shape::Possessive).count();
    let [owner @ .., last] = &sentence.rest()[..end] else { return None };
    let owns = sentence.nth(end).is_some_and(|token| token.shape == Shape::Possessive);
    let thing =
        |ahead: usize| sentence.nth(end + ahead).is_some_and(|token| token.shape == Shape::Lower && !body(token));
    (owns && owner.len() < REACH && body(last) && (1..3).all(thing)).then_some(0..end)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::sourced;

    #[test]
    fn whom_a_pronoun_may_mean() {
        for (text, expected) in [
            ("Velmar lost 40 boats in May, it said on Friday.", "40 < Velmar"),
            (
                "Growers, who employ a fifth of the crews, say that 40 left. A fifth of growers say they lost 40.",
                "a fifth < - | 40 < Growers | A fifth < - | 40 < -",
            ),
            ("After a long meeting, the board said on Friday that 40 boats sank.", "40 < board"),
            ("On Monday night the harbour board met. It lost 40 boats, it said.", "40 < harbour board"),
            ("In the town of Vorr the council met. It said 40 left.", "40 < council"),
            ("In the town of Vorr, it rained. The board met. It said 40 left.", "40 < board"),
            ("For the shipping firm, it was a bad day. It said 40 left.", "40 < shipping firm"),
            ("The board culled 40 geese after bird flu was found, it said.", "40 < board"),
            ("Police seized 40 crates after the union had called, they said.", "40 < Police"),
            ("The guard's boats saved 40 crews, its chief, Ana Ruiz, said.", "40 < Ana Ruiz"),
            ("The coastguard's boats saved 40 crews, its chief, Ana Ruiz, said.", "40 < coastguard"),
            ("The coastguard's rival Velmar saved 40 crews, it said.", "40 < Velmar"),
            ("Using sonar at a quay, the board found that Tuesday's gale sank 40 boats.", "40 < board"),
            ("Some 40 boats sank, the board said that Monday.", "40 < board"),
            (
                "The board met. The Union of Kelp Cutters has a list: 40 left, according to its head, Ana Ruiz.",
                "40 < Union of Kelp Cutters",
            ),
            ("The board met. Ana Ruiz lost 40, according to its head, Jon Ede.", "40 < board"),
            (
                "The fire chief said 40 sank. He said nine did. The principal said 30 sank. She said two did.",
                "40 < fire chief | nine < fire chief | 30 < principal | two < principal",
            ),
            (
                "Maria Kessel, head of the Harbour Board, said 40 sank. She wept. “It hurts,” said Arn Holt. He said nine did.",
                "40 < Harbour Board | nine < Arn Holt",
            ),
        ] {
            assert_eq!(sourced(text), expected, "{text}");
        }
    }

    #[test]
    fn who_rejects_what_is_proposed_denies_no_figure() {
        for (text, expected) in [
            ("Pilots in Lune rejected an offer of 40 percent, their union said.", "40 < union"),
            ("Pilots in Lune rejected the toll of 40.", "40 < Pilots in Lune"),
        ] {
            assert_eq!(sourced(text), expected, "{text}");
        }
    }

    #[test]
    fn speakers_of_a_transcript() {
        for (text, expected) in [
            (
                "COLONEL VORA INSKEL, army engineers: We lost 40.\nAnd nine more.\nINSKEL: Some 30 sank.",
                "40 < Vora Inskel | nine < Vora Inskel | 30 < Vora Inskel",
            ),
            (
                "INSKEL: We lost 40.\nQ: We saw 30 boats.\nINSKEL: Nine sank.\nA: Two did.",
                "40 < INSKEL | 30 < - | Nine < INSKEL | Two < -",
            ),
            (
                "Ana Ruiz: We lost 40. Nine more sank.\nSome 30 sank.\nRuiz: Two did. It cost nine francs.",
                "40 < Ana Ruiz | Nine < Ana Ruiz | 30 < - | Two < Ana Ruiz | nine < Ana Ruiz",
            ),
            ("Ana Ruiz: “We lost 40.” Nine more sank.", "40 < Ana Ruiz | Nine < -"),
            ("MS INSKEL: We lost 40.\nANA RUIZ-ORR: We lost nine.", "40 < Inskel | nine < Ana Ruiz-Orr"),
            (
                "Ana Ruiz, head of the Harbour Board, said 30 sank.\nRUIZ: We lost 40.",
                "30 < Harbour Board | 40 < Harbour Board",
            ),
            ("RUIZ (by telephone): We lost 40.", "40 < RUIZ"),
        ] {
            assert_eq!(sourced(text), expected, "{text}");
        }
    }

    #[test]
    fn what_parties_are_called() {
        for (text, expected) in [
            ("Laboratories have confirmed 40 cases, according to the board.", "40 < board"),
            ("Laboratories have confirmed 40 cases.", "40 < Laboratories"),
            ("Some 40 sank, according to data released on Friday by the board.", "40 < board"),
            ("Data from the harbour office showed on Friday that 40 sank.", "40 < harbour office"),
            ("The report, published on Friday by the Harbour Fund, found that 40 sank.", "40 < Harbour Fund"),
            ("A report seen by the board says 40 sank.", "40 < report"),
            ("The company said 30 jobs would go, but the union put the number at 40.", "30 < company | 40 < union"),
            ("Velmar said 30 jobs would go, but owners put the number at 40.", "30 < Velmar | 40 < owners"),
            ("The council found €40 to spare, said Ana Ruiz.", "40 < Ana Ruiz"),
            ("The council found €40 to spare.", "40 < council"),
            ("The plan published on Monday says 40 sank.", "40 < plan"),
            ("Velmar said 40 sank, citing the harbour board.", "40 < harbour board"),
            ("Velmar said 40 would go, citing weak demand.", "40 < Velmar"),
            ("The chairman of the harbour board, Vora Inskel, said 40 sank.", "40 < harbour board"),
            ("The EU's port office Harbour Watch said 40 sank.", "40 < Harbour Watch"),
            ("He got 40 years from the court here, the court here said.", "40 < court"),
            (
                "Korvan police said 40 sank. Lunow police said 30 did. Police in Tarrow said nine.",
                "40 < Korvan police | 30 < Lunow police | nine < Police in Tarrow",
            ),
            (
                "The Korvan city council said 40 sank. The council saw it. It said 30 did.",
                "40 < Korvan city council | 30 < Korvan city council",
            ),
            ("Korvan: Boats sink\nThe board met. It said 40 sank.", "40 < board"),
        ] {
            assert_eq!(sourced(text), expected, "{text}");
        }
    }

    #[test]
    fn whom_a_spokesman_speaks_for() {
        for (text, expected) in [
            ("The Harbour Board met. Some 40 sank, fire service spokesman Jon Ede said.", "40 < fire service"),
            ("The Harbour Board met. Police spokesman Jon Ede said 40 sank.", "40 < Police"),
            ("The Harbour Board met. Board spokesman Jon Ede said 40 sank.", "40 < Harbour Board"),
            ("The Korvan ambulance service said 40 sank.", "40 < Korvan ambulance service"),
            ("The Ostra polling agency said 40 sank.", "40 < Ostra"),
        ] {
            assert_eq!(sourced(text), expected, "{text}");
        }
    }

    #[test]
    fn whose_figures() {
        for (text, expected) in [
            ("Vora Inskel, 56, left early. “We lost nine boats,” she said.", "56 < - | nine < Vora Inskel"),
            ("Vora Inskel shook her head. She said 40 sank.", "40 < Vora Inskel"),
            ("Lorvik Copper stood by that. Some 40 left, it said.", "40 < Lorvik Copper"),
            ("The laboratory needs staff. It reports that 40 came.", "40 < laboratory"),
            ("A spokesman for the Harbour Board shook his head. “We lost 40,” he said.", "40 < Harbour Board"),
            ("The Harbour Board has 30 boats, it says; the union counts 40.", "30 < Harbour Board | 40 < union"),
            ("The Harbour Board has 30 boats, it says; it lost 40.", "30 < Harbour Board | 40 < Harbour Board"),
            ("The Harbour Board said it saw no one. The union's spokesman, Jon Ede, counted 40 boats.", "40 < union"),
            ("Shares in the operator Velmar fell. The company said 40 left.", "40 < Velmar"),
            ("The board lost 40. Lorvik Tin kept to its own count. Some 30 left, it said.", "40 < - | 30 < Lorvik Tin"),
            (
                "The health ministry said 40 came. The interior ministry said 30 did. The health ministry saw nine.",
                "40 < health ministry | 30 < interior ministry | nine < -",
            ),
            ("A study of pictures shows 40 sank, the harbour board said.", "40 < harbour board"),
            (
                "For the Syndicat des bateliers it is over. “We lost 40,” said its head, Ana Ruiz.",
                "40 < Syndicat des bateliers",
            ),
            ("The board said crews had registered 40 losses.", "40 < board"),
            (
                "Maria Kessel, director of the Harbour Board, said 40 sank. Kessel said nine did. She saw two.",
                "40 < Harbour Board | nine < Harbour Board | two < -",
            ),
            (
                "“We lost 40,” said Dr Ruta Halm of the Harbour Board. “It took nine,” she added.",
                "40 < Ruta Halm | nine < Ruta Halm",
            ),
            (
                "Velmar said 40 left. The union wants nine. Velmar has offered two, its head, Clara Velmar, said.",
                "40 < Velmar | nine < union | two < Velmar",
            ),
            ("The Harbour Board's Dr Jan Hoven said 40 sank.", "40 < Harbour Board"),
            (
                "Crews asked by the agency saw 40. Velmar Steel shut. The company said nine left.",
                "40 < - | nine < Velmar Steel",
            ),
            ("A boat costs 40 crowns, according to a 2022 study by the board.", "40 < board"),
            ("The Greens have 40 percent, an Ostra poll for the Lune Tribune showed.", "40 < Ostra"),
            ("A report commissioned by the firm found 40 nests.", "40 < report"),
            ("Some 40 left, said Vora Inskel, an MP.", "40 < Vora Inskel"),
            ("There were 40 in the hold, the shipping company said.", "40 < shipping company"),
            ("Meanwhile came 40 boats, the company said.", "40 < company"),
            ("Some 40 percent left, according to an Ostra Research poll.", "40 < Ostra Research"),
            ("The drivers' union ADL said 40 left.", "40 < ADL"),
            ("The union federation ADL said 40 left. The ADL counted nine.", "40 < ADL | nine < ADL"),
            ("The ADL federation said 40 left.", "40 < ADL"),
            ("The Met Service said 40 left.", "40 < Met Service"),
            ("The Tarrow General Hospital said 40 came.", "40 < Tarrow General Hospital"),
            ("Council tax is dear. The board said 40 left. It said nine did not.", "40 < board | nine < board"),
            (
                "PROFIT SLUMPS 31 PERCENT\n\nVelmar Steel lost 40 boats. The company said nine sank.",
                "31 < - | 40 < - | nine < Velmar Steel",
            ),
            ("The board said the union wants 40 boats.", "40 < board"),
            ("Velmar raised its forecast for the year to 40 boats.", "40 < Velmar"),
            ("In a report released on Monday, the board found that 40 sank.", "40 < board"),
            ("A poll published on Monday by Ostra Research put it on 40 percent.", "40 < Ostra Research"),
            ("A poll by Ostra Research for the Harbour Weekly has it on 40 percent.", "40 < Ostra Research"),
            ("Inter-agency crews went out. The board lost 40, it said.", "40 < board"),
            ("Two in five say they lost 40 crates, the board's poll found.", "Two in five < board | 40 < board"),
            ("An Ostra Research poll, taken in May, shows 40 percent left.", "40 < Ostra Research"),
            ("Airline Norda shut a hub. It said 40 left.", "40 < Norda"),
            ("The state railway Norvia has no trains. The company said 40 left.", "40 < Norvia"),
            ("Members of the Harbour Union met. The union said 40 left.", "40 < Harbour Union"),
            ("Members of the Harbour Union said 40 left.", "40 < Harbour Union"),
            (
                "The union met. The gale cost the port company, Arport, some 40 francs, according to its head.",
                "40 < Arport",
            ),
            ("The union met. The gale cost Ana Ruiz some 40 francs, according to its head.", "40 < union"),
            ("Some 40 were treated at the Hospices Sorva, the hospital group said.", "40 < Hospices Sorva"),
            ("Some 40 were treated in Port Lune by nurses, the hospital group said.", "40 < hospital group"),
            ("Some 40 were treated at the Hospices Sorva, the health ministry said.", "40 < health ministry"),
            ("Some 40 seals live in Tarrow National Park, the parks authority said.", "40 < parks authority"),
            ("Some 40 boats ran to Castel Varo, the ferry company said.", "40 < ferry company"),
            ("Growers in the Velmar valley said 40 sank.", "40 < Growers in the Velmar valley"),
            ("Officials in the Harbour Board said 40 sank.", "40 < Harbour Board"),
            ("Port Lune recorded 40 losses, the board said.", "40 < board"),
            ("Tarrow General Hospital recorded 40 losses, the board said.", "40 < Tarrow General Hospital"),
            ("St Ruta's Hospital is full. The hospital said 40 came.", "40 < St Ruta's Hospital"),
            ("Ana Ruiz's Velmar is full. The company said 40 came.", "40 < company"),
            ("A report by the pilots' board in May said 40 sank.", "40 < pilots' board"),
            ("Its leak lost 40 boats, accounts published on Monday show.", "40 < accounts"),
            (
                "The hospital in Korvan said 40 sank. The mayor of Korvan said 30 did. Doctors in Korvan said 20 did.",
                "40 < hospital in Korvan | 30 < mayor of Korvan | 20 < Doctors in Korvan",
            ),
            (
                "The hospital in Korvan said 40 sank. The hospital in Norve said 30 did. The hospital said 20 did.",
                "40 < hospital in Korvan | 30 < hospital in Norve | 20 < hospital in Norve",
            ),
            ("Two witnesses said 40 sank. Officials said 30 did.", "Two < - | 40 < Two witnesses | 30 < Officials"),
        ] {
            assert_eq!(sourced(text), expected, "{text}");
        }
    }
}
