//! What the words around a figure say of it.

mod age;
mod apart;
mod change;
mod event;
mod extent;
mod holder;
mod pick;
mod scale;
mod scope;
mod site;
mod thing;
mod whole;

use crate::claim::{Context, Unit};
use crate::extract::noun::{compound, is_of_parent};
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List, NounEntry, inflect};
use crate::text::{Shape, Span, Token};
pub(super) use age::of_pronoun;
use change::{way, way_to};
use event::{event_at, events};
use extent::{extent, is_of_known};
use holder::holder;
pub(super) use holder::of_elected;
use pick::{pick, struck};
use scale::scale;
use scope::{is_left, scope};
use site::{own_stretch, unknown_place};
use std::borrow::Cow;
use std::ops::Range;
use thing::settled;
use whole::is_of_all;

/// Verbs that say nothing of what a figure is about, for they go with anything.
const LIGHT: [&str; 22] = [
    "take", "make", "get", "go", "come", "give", "put", "set", "bring", "keep", "leave", "show", "use", "stand",
    "begin", "start", "include", "number", "count", "list", "estimate", "figure",
];

/// Whether an event is one that befalls people, told of in many words for one thing.
pub fn is_of_life_and_limb(event: &str) -> bool {
    ["kill", "injure", "arrest", "rescue", "miss", "shoot", "stab"].contains(&event)
}

/// Where a claim stands in its sentence, in tokens.
pub(super) struct Place {
    /// Qualifier, number, unit and noun.
    pub(super) phrase: Range<usize>,
    /// Where the number itself ends.
    pub(super) number_end: usize,
    /// The noun phrase behind it; empty where there is none.
    pub(super) noun: Range<usize>,
    /// The noun phrase wherever it stands in the sentence; empty where there is none.
    pub(super) named: Range<usize>,
    /// In what it is counted or measured.
    pub(super) unit: Unit,
    /// Where the figure before it ends, and where the one behind it begins.
    pub(super) neighbours: Range<usize>,
    /// The parties and cues of the sentence, whose names are not what the figure is about.
    pub(super) speakers: Vec<Range<usize>>,
}

/// The context of a claim.
pub(super) fn context(sentence: Tokens<'_>, place: &Place, thing: String) -> Context {
    let lexicon = sentence.lexicon();
    let tokens = sentence.rest();
    let spoken = |at: usize| place.speakers.iter().any(|range| range.contains(&at));
    let mut context = Context::default();
    context.events = events(sentence, place, &thing);
    context.kin = context.events.iter().filter_map(|event| lexicon.kin(event)).map(str::to_owned).collect();
    let head = place.noun.end.saturating_sub(1);
    let narrowed = narrowed(sentence, place);
    let harmed = is_harmed(&context);
    // "An Australian climber fell 150 metres": the metres are not Australian.
    // "Mother of 13 Ana Ruiz was shot": whose children they are is no noun of theirs.
    let inside_noun = if is_of_parent(sentence, place.phrase.start) { 0..0 } else { place.noun.clone() };
    let told_of = if place.unit != Unit::Count && is_doer(sentence, place) { 0..0 } else { place.named.clone() };
    // The square of "40 square kilometres".
    let united = place.number_end..if place.noun.is_empty() { place.phrase.end } else { place.noun.start };
    let own = own_stretch(sentence, place);
    let number = |token: &Token| token.shape == Shape::Number || lexicon.numeral(token.word).is_some();
    let first = || tokens.iter().position(number).unwrap_or(tokens.len());
    let is_of_others = |at: usize| own.as_ref().is_some_and(|own| !own.contains(&at) && at >= first());
    let mut at = 0;
    while at < tokens.len() {
        let (token, here) = (&tokens[at], sentence.from(at));
        let named = token.is_capitalised() && at > 0;
        let inside = inside_noun.contains(&at) || narrowed.contains(&at) && !named;
        if let Some((len, name)) = lexicon.place_names.at(here.rest()).filter(|_| !spoken(at)) {
            let place_name = lexicon.places()[name.place].name.to_string();
            if is_of_others(at) {
                at += len;
                continue;
            }
            // "Russian nationals" and "Russians" are of Russia; "in Russia" is where it happened.
            if name.demonym && (inside || told_of.contains(&at)) {
                context.modifiers.push(place_name);
            } else if name.demonym {
                context.nations.push(place_name);
            } else {
                context.around.extend(lexicon.places_around(&place_name).map(str::to_owned));
                context.places.push(place_name);
            }
            at += len;
            continue;
        }
        if let Some(end) = unknown_place(sentence, at).filter(|_| !spoken(at)) {
            let named = here.span_to(&sentence.from(end)).of(here.text());
            context.places.extend((!is_of_others(at)).then(|| named.to_owned()));
            at = end;
            continue;
        }
        context.picks.extend(pick(here, place));
        context.picks.extend(struck(here));
        // "Velmar's revenue" is whose it is, and no kind of revenue.
        if inside && at != head && token.is_capitalised() && is_owner(here) && is_name(lexicon, token, 1) {
            context.names.push(here.letters().to_owned());
            at += 1;
            continue;
        }
        if inside && is_stance(here) {
            at += STANCE;
            continue;
        }
        if inside && at != head && token.letters != "magnitude" {
            // "The 21 dead miners" are the miners who died.
            let told = matches!(place.unit, Unit::Count | Unit::Percent)
                && event_at(sentence, at).is_some_and(|event| context.events.contains(&event));
            // The 5 percent of "a 5 percent rise in rents" are of the rents.
            let change = here.is_change() && here.letters_at(1) == "in";
            // The staff of "staff members" are not some of the members.
            let joined = at + 1 == head && compound(lexicon, token.letters, here.letters_at(1)).is_some();
            let told = told || change || joined;
            context.modifiers.extend(modifier(lexicon, token).filter(|_| !told && !is_of_company(here)));
        } else if token.is_capitalised() && !spoken(at) && is_name(lexicon, token, at) && !is_of_relative(here) {
            context.names.push(here.letters().to_owned());
        } else if !inside
            && !united.contains(&at)
            && !spoken(at)
            && (token.shape == Shape::Lower || at == 0 && lexicon.noun(token.word).is_some())
        {
            // Who dies and who is killed have one topic.
            // "They fired on protesters": the word may open a sentence, and tells of an event all the same.
            let told_of = || lexicon.is(token.word, List::Opener) && event_at(sentence, at).is_some();
            let word = || content_word(lexicon, token).or_else(|| lemma(lexicon, token).filter(|_| told_of()));
            let told = harmed.then(|| event_at(sentence, at)).flatten();
            let harm = |event: &String| is_of_life_and_limb(event) && context.events.contains(event);
            context.words.extend(told.filter(harm).or_else(word));
        }
        at += 1;
    }
    context.modifiers.extend(phase(sentence, place));
    context.modifiers.extend(kind_of_part(sentence, place));
    context.scale = scale(lexicon, &place.unit);
    context.extent = extent(sentence, place).map(Cow::Borrowed);
    limit(sentence, place, &mut context);
    context.way = if context.is_limited("change") { way(sentence, place) } else { way_to(sentence, place) };
    if context.extent.is_some() && is_of_known(sentence, place) {
        context.scope.push("known".to_owned());
    }
    context.thing = settled(sentence, place, &context, thing);
    for list in [
        &mut context.modifiers,
        &mut context.places,
        &mut context.around,
        &mut context.nations,
        &mut context.names,
        &mut context.words,
        &mut context.scope,
    ] {
        list.sort();
        list.dedup();
    }
    context
}

/// Tells what limits the figure and whose it is.
fn limit(sentence: Tokens<'_>, place: &Place, context: &mut Context) {
    let told = !context.events.is_empty();
    context.scope = scope(sentence, place, told);
    if is_other_than_dead(sentence, place, context) {
        context.scope.retain(|word| word != "additional");
    }
    if context.is_limited("definite") && is_of_all(sentence, place) {
        context.scope.push("whole".to_owned());
    }
    context.holder = holder(sentence, place);
    let distance = matches!(place.unit, Unit::Measure(_)) && !place.unit.is_time();
    // "It went down 40 miles off Cape Maren": that is where. "He died after falling 60 metres": that is how deep, and by how
    // much nothing.
    if distance && !context.holder.is_empty() || context.extent.as_deref() == Some("fall") {
        context.scope.retain(|word| word != "change");
    }
    // Whoever is missing is missing still.
    if !context.events.iter().any(|event| event == "miss") && is_left(sentence, place) {
        context.scope.push("remaining".to_owned());
    }
}

/// Whether a possessive stands right behind.
fn is_owner(here: Tokens<'_>) -> bool {
    here.nth(1).is_some_and(|next| next.shape == Shape::Possessive)
}

/// Which of a whole the counted are: the women of "five of the 14 injured were women".
fn kind_of_part(sentence: Tokens<'_>, place: &Place) -> Option<String> {
    let here = sentence.from(place.phrase.end);
    let part = (place.number_end..place.phrase.end).any(|at| sentence.from(at).letters() == "of");
    let are = part && matches!(here.letters(), "were" | "are");
    let kind = here.nth(1).filter(|_| are)?;
    let noun = sentence.lexicon().noun(kind.word)?;
    (*noun.lemma != *kind.letters).then(|| noun.lemma.to_string())
}

/// Which part of a work a figure is of, that is done one after the other: "the first phase of the harbour".
fn phase(sentence: Tokens<'_>, place: &Place) -> Option<String> {
    const PARTS: [&str; 5] = ["phase", "stage", "section", "tranche", "instalment"];
    const WHICH: [&str; 6] = ["first", "second", "third", "fourth", "next", "final"];
    let letters = |at: usize| sentence.from(at).letters();
    let mut noun = place.named.clone().chain(place.noun.clone());
    let at = noun.find(|&at| WHICH.contains(&letters(at)) && PARTS.contains(&letters(at + 1)))?;
    Some(format!("{} {}", letters(at), letters(at + 1)))
}

/// How many tokens a stance has: "pro-democracy".
const STANCE: usize = 3;

/// Whether a word says what people stand for or against, which tells who they are and not which of them: "pro-democracy
/// protesters" are the protesters.
fn is_stance(here: Tokens<'_>) -> bool {
    let joined = here.nth(1).is_some_and(|dash| dash.glued && dash.letters == "-");
    joined && ["pro", "anti", "Pro", "Anti"].contains(&here.letters())
}

/// What stands before the head of a measured noun in front of its figure, and says of which kind it is: the core of "core
/// inflation was 3 percent".
fn narrowed(sentence: Tokens<'_>, place: &Place) -> Range<usize> {
    let joined = place.named.clone().any(|at| sentence.from(at).is(List::Preposition));
    let in_front = place.noun.is_empty()
        && place.named.end <= place.phrase.start
        && match &place.unit {
            Unit::Percent | Unit::Money(_) => true,
            Unit::Measure(_) => !place.unit.is_years(),
            _ => false,
        };
    let told = in_front && !joined && !is_doer(sentence, place);
    if told { place.named.start..place.named.end.saturating_sub(1) } else { 0..0 }
}

/// Whether the noun of a figure is whoever pays a sum or covers a distance, who is not what is measured.
fn is_doer(sentence: Tokens<'_>, place: &Place) -> bool {
    let named = place.noun.is_empty().then(|| place.named.end.checked_sub(1)).flatten();
    // At the head of a sentence all words are; there an unknown one that pays is a name.
    let paid = matches!(place.unit, Unit::Money(_));
    let known = |token: &Token| !paid || sentence.lexicon().noun(token.word).is_some();
    let capital = named
        .and_then(|at| sentence.from(at).peek().filter(|token| at > 0 || !known(token)))
        .is_some_and(Token::is_capitalised);
    let class = class_in_front(sentence, place);
    // "The city will pay $15 million".
    let pays = matches!(place.unit, Unit::Money(_)) && class == Some("place");
    capital || pays || matches!(class, Some("person" | "organisation" | "household"))
}

/// The class of the noun that stands in front of a figure.
fn class_in_front<'a>(sentence: Tokens<'a>, place: &Place) -> Option<&'a str> {
    let in_front = place.named.end <= place.phrase.start;
    // "Raiders on the hill road": the raiders.
    let joint = place.named.clone().find(|&at| sentence.from(at).is(List::Preposition));
    let head = joint.unwrap_or(place.named.end).checked_sub(1).filter(|_| in_front)?;
    sentence.lexicon().noun(sentence.from(head).peek()?.word)?.class.as_deref()
}

/// Whether the event is one that befalls people.
fn is_harmed(context: &Context) -> bool {
    context.events.iter().any(|event| is_of_life_and_limb(event))
}

/// Whether the hurt are called others than the dead: "killing two and wounding three others" are all the wounded.
fn is_other_than_dead(sentence: Tokens<'_>, place: &Place, context: &Context) -> bool {
    let told = |what: &str| context.events.iter().any(|event| event == what);
    let others =
        || (place.number_end..place.phrase.end).any(|at| matches!(sentence.from(at).letters(), "others" | "other"));
    let dead = || (0..place.phrase.start).any(|at| event_at(sentence, at).is_some_and(|event| event == "kill"));
    context.is_limited("additional") && told("injure") && others() && dead()
}

fn is_name(lexicon: &Lexicon, token: &Token, at: usize) -> bool {
    let framed = lexicon
        .is_any(token.word, &[List::Opener, List::Determiner, List::Preposition, List::Conjunction, List::Auxiliary]);
    let calendar = !lexicon.calendar(token.word).is_empty();
    let word = || lexicon.noun(token.word).is_some() || lexicon.is(token.word, List::Adjective);
    let sentence_start = at == 0 && (word() || lexicon.numeral(token.word).is_some());
    let abbreviated = lexicon.is(token.word, List::Abbreviation);
    !framed && !calendar && !sentence_start && !abbreviated && !lexicon.is_measure(token)
}

/// Whether a name only tells whose relative or servant is meant: "Ruiz's brother was sentenced" tells nothing of Ruiz.
fn is_of_relative(here: Tokens<'_>) -> bool {
    let name = here.rest().iter().take_while(|token| token.is_capitalised()).count();
    let possessive = here.nth(name).is_some_and(|next| next.shape == Shape::Possessive);
    let noun = here.nth(name + 1).and_then(|token| here.lexicon().noun(token.word).map(|noun| (token, noun)));
    let person =
        |(token, noun): (&Token, &NounEntry)| noun.class.as_deref() == Some("person") && *noun.lemma == *token.letters;
    possessive && noun.is_some_and(person)
}

/// Whether a word only says again whose figure it is, or how often it is told: "the company's profit", "quarterly profit".
fn is_of_company(here: Tokens<'_>) -> bool {
    is_owner(here) && ["company", "firm", "group"].contains(&here.letters())
        || ["quarterly", "annual", "monthly", "weekly", "daily"].contains(&here.letters())
}

/// What a word of a noun phrase says of its head: "online sales" are some of the sales, though "online" tells how, too.
fn modifier(lexicon: &Lexicon, token: &Token) -> Option<String> {
    let told = lexicon.is(token.word, List::Adjective) && lexicon.is(token.word, List::Adverb);
    if told { lemma(lexicon, token) } else { content_word(lexicon, token) }
}

/// The lemma of a word that carries meaning, with its synonyms' common name.
fn content_word(lexicon: &Lexicon, token: &Token) -> Option<String> {
    let aside = [List::Adverb, List::Increment, List::Opener];
    if lexicon.is_any(token.word, &aside) { None } else { lemma(lexicon, token) }
}

fn lemma(lexicon: &Lexicon, token: &Token) -> Option<String> {
    let measure = lexicon.numeral(token.word).is_some() || lexicon.is_measure(token);
    if lexicon.is_frame(token.word) || measure || !token.is_word() || token.span.len() < 3 {
        return None;
    }
    let letters = token.letters.to_lowercase();
    let lemma = match (lexicon.noun(token.word), lexicon.verb(token.word)) {
        (Some(noun), _) => noun.lemma.to_string(),
        (None, Some(verb)) => verb.to_owned(),
        (None, None) => inflect::singular(&letters).to_owned(),
    };
    let common = lexicon.canonical(&lemma);
    (!LIGHT.contains(&common)).then(|| common.to_owned())
}

/// The words of a text that carry meaning, each as the context of a claim has it.
pub fn content_words(lexicon: &Lexicon, text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    lexicon.tokenize(text, Span::new(0, text.len()), &mut tokens);
    tokens.iter().filter_map(|token| content_word(lexicon, token)).collect()
}
