//! What the city offers, by groups: who deals with it and in how many working days.

use std::collections::HashMap;

use ::services::{Group, Service};
use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use base::{Id, Wording};
use web::{Ctx, Html, Page, PageResult};

use crate::Portal;

#[derive(Template)]
#[template(path = "services.html")]
struct ServicesPage<'a> {
    page: Page,
    groups: Vec<(&'a Group, Vec<&'a Service>)>,
    units: HashMap<Id, Wording>,
}

impl ServicesPage<'_> {
    fn unit_of(&self, service: &Service) -> Option<&Wording> {
        self.units.get(&service.unit_id?)
    }
}

/// `GET /services`
pub(crate) async fn show(State(portal): State<Portal>, ctx: Ctx) -> PageResult<Response> {
    let units = ctx.app.db.read(staff::units).await?;
    let units = units.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let groups = portal.catalogue.grouped().filter(|(_, services)| !services.is_empty()).collect();
    Ok(Html(ServicesPage { page: Page::public(&ctx, ctx.t.get("portal-services")), groups, units }).into_response())
}
