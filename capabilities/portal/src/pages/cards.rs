//! What the centre can tell: the titles of its cards, by whom they are for; those of past years stand last.

use std::collections::HashMap;

use ::services::Allow;
use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use base::{Id, Wording};
use knowledge::{Audience, Card};
use web::{Ctx, Html, Page, PageResult};

use crate::Portal;

#[derive(Template)]
#[template(path = "cards.html")]
struct CardsPage<'a> {
    page: Page,
    parts: Vec<Part<'a>>,
}

/// Cards under one heading.
struct Part<'a> {
    id: &'static str,
    heading: &'static str,
    cards: Vec<CardLine<'a>>,
}

/// A card as the page tells it.
struct CardLine<'a> {
    card: &'a Card,
    years: String,
    unit: Option<&'a Wording>,
    allows: String,
}

/// `GET /cards`
pub(crate) async fn show(State(portal): State<Portal>, ctx: Ctx) -> PageResult<Response> {
    let units: HashMap<Id, Wording> = ctx.app.db.read(staff::units).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let year = ::hours::day_of(ctx.now().0, portal.office.zone()).map_or(0, |day| day.year());
    let public = || portal.centre.cards.iter().filter(|card| card.is_public());
    let part = |id, heading, fits: &dyn Fn(&Card) -> bool| Part {
        id,
        heading,
        cards: public().filter(|card| fits(card)).map(|card| line(&ctx, card, &units)).collect(),
    };
    let parts = [
        part("everybody", "portal-cards-residents", &|card| card.audience == Audience::Residents && !card.is_past(year)),
        part("seniors", "portal-cards-seniors", &|card| card.audience == Audience::Seniors && !card.is_past(year)),
        part("past", "portal-cards-past", &|card| card.is_past(year)),
    ];
    let parts = parts.into_iter().filter(|part| !part.cards.is_empty()).collect();
    Ok(Html(CardsPage { page: Page::public(&ctx, ctx.t.get("portal-cards")), parts }).into_response())
}

fn line<'a>(ctx: &Ctx, card: &'a Card, units: &'a HashMap<Id, Wording>) -> CardLine<'a> {
    CardLine {
        card,
        years: card.years(ctx.t.get("portal-card-from"), ctx.t.get("portal-card-to")),
        unit: card.unit_id().and_then(|id| units.get(&id)),
        allows: card.allows.iter().map(|allow| ctx.t.get(word(*allow))).collect::<Vec<_>>().join(", "),
    }
}

fn word(allow: Allow) -> &'static str {
    match allow {
        Allow::Inform => "portal-allow-inform",
        Allow::TakeReports => "portal-allow-take-reports",
        Allow::RegisterPeople => "portal-allow-register-people",
        Allow::RegisterTickets => "portal-allow-register-tickets",
        Allow::BookVisits => "portal-allow-book-visits",
        Allow::CallOut => "portal-allow-call-out",
    }
}
