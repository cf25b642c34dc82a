//! What the search of the portal finds: services and cards in every language in which they have a name, and streets.

use base::Language;
use knowledge::Card;
use places::model::{Places, Street};
use search::{Audience, Document, Subject};
use services::{Catalogue, Service};

/// The kind of a service's documents; the key of the subject is the service's.
pub const SERVICE: &str = "service";
/// The kind of a street's documents; the key of the subject is the street's.
pub const STREET: &str = "street";

/// The kind of a card's documents; the key of the subject is the card's.
pub const CARD: &str = "card";

/// The documents of all services and public cards, one in each language in which they have a name, and of all streets.
pub fn documents(catalogue: &Catalogue, places: &Places, cards: &[Card]) -> Vec<Document> {
    let public = cards.iter().filter(|card| card.is_public());
    let cards = public.flat_map(|card| Language::ALL.into_iter().filter_map(|language| of_card(card, language)));
    let services =
        catalogue.services().iter().flat_map(|service| Language::ALL.into_iter().filter_map(|language| of_service(service, language)));
    services.chain(cards).chain(places.streets().iter().map(of_street)).collect()
}

fn of_service(service: &Service, language: Language) -> Option<Document> {
    let hint = service.hint.as_ref().filter(|hint| hint.has(language)).map(|hint| hint.of(language));
    service.name.has(language).then(|| Document {
        subject: Subject::new(SERVICE, &service.key),
        language,
        audience: Audience::Public,
        title: service.name.of(language).to_owned(),
        keywords: service.keywords.clone(),
        body: hint.unwrap_or_default().to_owned(),
    })
}

fn of_card(card: &Card, language: Language) -> Option<Document> {
    card.title.has(language).then(|| Document {
        subject: Subject::new(CARD, &card.key),
        language,
        audience: Audience::Public,
        title: card.title.of(language).to_owned(),
        keywords: card.group.clone().unwrap_or_default(),
        body: String::new(),
    })
}

fn of_street(street: &Street) -> Document {
    Document {
        subject: Subject::new(STREET, &street.key),
        language: Language::Pl,
        audience: Audience::Public,
        title: street.label(),
        keywords: street.name_where.clone(),
        body: String::new(),
    }
}
