//! `/residents/{id}/details`: putting name, kind, languages and numbers right.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{Error, FieldFault, Id, Language, Result};
use residents::{
    Resident, actions,
    model::{Details, FirmPerson, KNOWN_LANGUAGES, Kind},
};
use web::{Choice, Form, Html, Page, PageResult, T};

use super::{
    access::{Asked, look_inside},
    show,
};
use staff::pages::Seat;

/// How many people speak for one firm.
const MOST_PEOPLE: usize = 20;

#[derive(Template)]
#[template(path = "residents/details.html")]
struct DetailsPage {
    page: Page,
    form: Form,
    id: Id,
    query: String,
    asked: Asked,
    kinds: Vec<Choice>,
    preferred: Vec<Choice>,
    languages: Vec<Choice>,
}

/// `GET /residents/{id}/details`
pub(in crate::pages) async fn ask(seat: Seat, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult<Response> {
    let (id, purpose): (Id, _) = (id.parse()?, asked.purpose());
    let load = seat.change(move |tx, viewer| {
        let id = look_inside(tx, viewer, id, purpose)?;
        Ok((residents::find(tx, id)?, residents::firm_people(tx, id)?))
    });
    match load.await {
        Ok((resident, people)) => Ok(Html(details_page(&seat, resident.id, asked, filled(&resident, &people))).into_response()),
        Err(error) => show::led_back(id, &asked, error),
    }
}

/// `POST /residents/{id}/details`
pub(in crate::pages) async fn update(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, asked): (Id, _) = (id.parse()?, Asked::of(&form));
    let details = match details(&form) {
        Ok(details) => details,
        Err(faults) => {
            let page = details_page(&seat, id, asked, form.refused(&seat.ctx.t, &faults));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
        }
    };
    let purpose = asked.purpose();
    let save = seat.change(move |tx, viewer| {
        let id = look_inside(tx, viewer, id, purpose)?;
        actions::change_details(tx, id, &details)
    });
    match save.await {
        Ok(()) => Ok(show::saved(id, &asked).into_response()),
        Err(error) => show::led_back(id, &asked, error),
    }
}

fn filled(resident: &Resident, people: &[FirmPerson]) -> Form {
    let mut form = Form::of([
        ("kind", resident.kind.word()),
        ("name", resident.name.as_deref().unwrap_or_default()),
        ("language", resident.language.tag()),
        ("nip", resident.nip.as_deref().unwrap_or_default()),
        ("regon", resident.regon.as_deref().unwrap_or_default()),
    ]);
    resident.languages.iter().for_each(|tag| form.add("languages", tag.as_str()));
    let line = |one: &FirmPerson| if one.role.is_empty() { one.name.clone() } else { format!("{}, {}", one.name, one.role) };
    form.add("people", people.iter().map(line).collect::<Vec<_>>().join("\n"));
    form
}

/// What a form says of somebody, with everything that is to be mended.
pub(super) fn details(form: &Form) -> std::result::Result<Details, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let kind = Kind::from_word(form.get("kind")).unwrap_or(Kind::Person);
    let language = Language::from_tag(form.get("language")).unwrap_or_default();
    let details = noted(Details::of(kind, form.get("name"), language), &mut faults);
    let nip = form.filled("nip").and_then(|text| noted(text.parse(), &mut faults));
    let regon = form.filled("regon").and_then(|text| noted(text.parse(), &mut faults));
    match details.filter(|_| faults.is_empty()) {
        Some(details) => Ok(Details { nip, regon, people: people(form.value("people")), ..details.speaking(form.all("languages")) }),
        None => Err(faults),
    }
}

/// The value, or a note of what is to be mended.
pub(super) fn noted<T>(read: Result<T>, faults: &mut Vec<FieldFault>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(Error::Invalid(more)) => {
            faults.extend(more);
            None
        }
        Err(_) => None,
    }
}

fn people(text: &str) -> Vec<FirmPerson> {
    let person = |line: &str| {
        let (name, role) = line.split_once(',').unwrap_or((line, ""));
        FirmPerson { name: name.trim().chars().take(200).collect(), role: role.trim().chars().take(200).collect() }
    };
    text.lines().map(person).filter(|one| !one.name.is_empty()).take(MOST_PEOPLE).collect()
}

/// Person or firm.
pub(super) fn kinds(t: &T) -> Vec<Choice> {
    [Kind::Person, Kind::Firm]
        .map(|kind| Choice::new(kind.word(), t.get(if kind == Kind::Firm { "residents-kind-firm" } else { "residents-kind-person" })))
        .to_vec()
}

/// The languages that somebody may speak besides.
pub(super) fn languages() -> Vec<Choice> {
    KNOWN_LANGUAGES.iter().map(|(tag, name)| Choice::new(*tag, *name)).collect()
}

fn details_page(seat: &Seat, id: Id, asked: Asked, form: Form) -> DetailsPage {
    let t = &seat.ctx.t;
    DetailsPage {
        page: seat.page(t.get("residents-edit-details")).with_form(&form),
        id,
        query: asked.query(),
        asked,
        kinds: kinds(t),
        preferred: Choice::languages(&Language::ALL),
        languages: languages(),
        form,
    }
}
