//! Search: a word leads to a service or a card, an address to its place; services and places lead into the report.

use ::search::{Audiences, Index, Query, Subject};
use ::services::Service;
use askama::Template;
use axum::{
    extract::{Query as Address, State},
    response::{IntoResponse, Response},
};
use base::{Error, Language};
use knowledge::Card;
use places::model::{Found, Places};
use web::{Ctx, Html, Page, PageResult};

use crate::{
    Portal,
    model::{
        documents::{CARD, SERVICE},
        spots,
    },
};

/// The most services, cards and places of one answer.
const MAX_SERVICES: usize = 10;
const MAX_CARDS: usize = 5;
const MAX_PLACES: usize = 5;
/// The longest question that is looked at, characters.
const MAX_QUESTION: usize = 200;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    page: Page,
    q: &'a str,
    services: Vec<&'a Service>,
    cards: Vec<&'a Card>,
    places: Vec<Spot>,
}

/// A place found, with its key for the form.
struct Spot {
    key: String,
    label: String,
    district: String,
}

/// The address of the page: what is looked for.
#[derive(serde::Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

/// `GET /search?q=latarnia`
pub(crate) async fn show(State(portal): State<Portal>, ctx: Ctx, Address(asked): Address<Asked>) -> PageResult<Response> {
    let q: String = asked.q.trim().chars().take(MAX_QUESTION).collect();
    let (looking, text, language) = (portal.clone(), q.clone(), ctx.language());
    let look = move || {
        let services = found(&looking.index, &text, language, SERVICE, MAX_SERVICES)?;
        let cards = found(&looking.index, &text, language, CARD, MAX_CARDS)?;
        Ok::<_, Error>((services, cards, found_places(&looking.places, &text, language)))
    };
    let (subjects, titles, places) = tokio::task::spawn_blocking(look).await.map_err(Error::internal)??;
    let services = subjects.iter().filter_map(|subject| portal.catalogue.by_key(&subject.key)).collect();
    let cards = titles.iter().filter_map(|subject| portal.centre.cards.iter().find(|card| card.key == subject.key)).collect();
    let page = Page::public(&ctx, ctx.t.get("portal-search"));
    Ok(Html(SearchPage { page, q: &q, services, cards, places }).into_response())
}

fn found(index: &Index, text: &str, language: Language, kind: &str, limit: usize) -> Result<Vec<Subject>, Error> {
    let query = Query { text, kinds: &[kind], audiences: &Audiences::public(), language, limit };
    Ok(index.search(&query)?.into_iter().map(|hit| hit.subject).collect())
}

fn found_places(places: &Places, text: &str, language: Language) -> Vec<Spot> {
    let spot = |found: &Found<'_>| Spot {
        key: spots::key_of(found),
        label: spots::label_of(places, found),
        district: found.district.map(|area| area.name.of(language).to_owned()).unwrap_or_default(),
    };
    places.find(text, MAX_PLACES).iter().map(spot).collect()
}
