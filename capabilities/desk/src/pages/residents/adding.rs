//! `/residents/new`: writing somebody down who wants it.

use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{FieldFault, Language};
use residents::{Way, actions, model::Details};
use staff::Permission;
use web::{Choice, Form, Html, Page, PageResult};

use super::{
    access::{Asked, ongoing},
    details, show, words,
};
use staff::pages::Seat;

#[derive(Template)]
#[template(path = "residents/new.html")]
struct NewPage {
    page: Page,
    form: Form,
    asked: Asked,
    kinds: Vec<Choice>,
    preferred: Vec<Choice>,
    languages: Vec<Choice>,
    purposes: Vec<Choice>,
}

/// `GET /residents/new`
pub(in crate::pages) async fn ask(seat: Seat, Query(asked): Query<Asked>) -> PageResult<Response> {
    seat.viewer.require(Permission::SeeResidents)?;
    let purpose = asked.purpose().map_or("", staff::audit::Purpose::word);
    let form = Form::of([("kind", "person"), ("language", "pl"), ("for", purpose)]);
    Ok(Html(new_page(&seat, asked, form)).into_response())
}

/// `POST /residents/new`
pub(in crate::pages) async fn create(seat: Seat, form: Form) -> PageResult<Response> {
    seat.viewer.require(Permission::SeeResidents)?;
    let asked = Asked::of(&form);
    let (details, ways) = match wanted(&form) {
        Ok(wanted) => wanted,
        Err(faults) => {
            let page = new_page(&seat, asked, form.refused(&seat.ctx.t, &faults));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
        }
    };
    let talk = asked.talk();
    let add = seat.change(move |tx, viewer| {
        let id = actions::add(tx, &details, &ways)?;
        if let Some(talk) = talk {
            ongoing(tx, viewer, talk)?;
            interactions::actions::name_resident(tx, talk, id)?;
        }
        actions::trust_own_entry(tx, id, talk)?;
        Ok(id)
    });
    Ok(show::saved(add.await?, &asked).into_response())
}

fn wanted(form: &Form) -> Result<(Details, Vec<Way>), Vec<FieldFault>> {
    let mut faults = Vec::new();
    if Asked::of(form).purpose().is_none() {
        faults.push(FieldFault { field: "for", message: "residents-no-purpose" });
    }
    let details = details::details(form).map_err(|more| faults.extend(more)).ok();
    let ways = ways(form, &mut faults);
    details.filter(|_| faults.is_empty()).map(|details| (details, ways)).ok_or(faults)
}

/// The ways that a form gives.
pub(super) fn ways(form: &Form, faults: &mut Vec<FieldFault>) -> Vec<Way> {
    let phone = form.filled("phone").and_then(|text| details::noted(text.parse().map(Way::Phone), faults));
    let email = form.filled("email").and_then(|text| details::noted(text.parse().map(Way::Email), faults));
    let post = form.filled("post").and_then(|text| details::noted(text.parse::<residents::model::PostalAddress>().map(Way::Post), faults));
    [phone, email, post].into_iter().flatten().collect()
}

fn new_page(seat: &Seat, asked: Asked, form: Form) -> NewPage {
    let t = &seat.ctx.t;
    NewPage {
        page: seat.page(t.get("residents-add")).with_form(&form),
        asked,
        kinds: details::kinds(t),
        preferred: Choice::languages(&Language::ALL),
        languages: details::languages(),
        purposes: words::purposes(t),
        form,
    }
}
