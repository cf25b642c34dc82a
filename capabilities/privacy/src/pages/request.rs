//! `/privacy/requests/{id}`: a request and its steps; what the person is told is shown before it is kept.

use ::store::Tx;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Id, ReportNumber, Result};
use staff::{
    Viewer,
    audit::{self, Look, Purpose},
};
use web::{Choice, Form, Html, Page, PageResult};

use super::{
    REQUESTS, Seat,
    requests::{Due, facts, line, title},
};
use crate::{
    actions,
    model::{Identity, Kind, State, Step},
    store::{self, Request},
};

#[derive(Template)]
#[template(path = "request.html")]
struct RequestPage {
    page: Page,
    form: Form,
    id: Id,
    title: String,
    state: String,
    due: Due,
    facts: Vec<(String, String)>,
    resident: Option<Id>,
    erases: bool,
    identities: Vec<Choice>,
    may: May,
    refusal: Option<String>,
}

/// The steps that are offered.
struct May {
    identify: bool,
    begin: bool,
    extend: bool,
    answer: bool,
    refuse: bool,
}

impl May {
    fn new(request: &Request) -> Self {
        let allows = |step| request.state.after(step).is_ok();
        Self {
            identify: allows(Step::Identify),
            begin: allows(Step::Begin),
            extend: allows(Step::Extend) && request.extended_because.is_none(),
            answer: allows(Step::Answer),
            refuse: allows(Step::Refuse),
        }
    }
}

/// `GET /privacy/requests/{id}`
pub(super) async fn show(seat: Seat, Path(id): Path<String>) -> PageResult<Response> {
    let page = request_page(&seat, id.parse()?, Form::new(), None).await?;
    Ok(Html(page).into_response())
}

/// `GET` of an address that only takes posts: the request.
pub(super) async fn back(Path(id): Path<String>) -> PageResult<Redirect> {
    Ok(Redirect::to(&format!("{REQUESTS}/{}", id.parse::<Id>()?)))
}

async fn request_page(seat: &Seat, id: Id, form: Form, refusal: Option<String>) -> Result<RequestPage> {
    let request = seat.read(move |read| store::request(read, id)).await?;
    let (t, today) = (&seat.ctx.t, seat.today()?);
    let shown = line(seat, &request, today);
    let identity =
        |identity: &Identity| Choice::new(identity.word(), web::capital(t.get(&format!("privacy-identity-{}", identity.word()))));
    Ok(RequestPage {
        page: seat.page(title(t, &request)).with_form(&form),
        form,
        id,
        title: shown.title,
        state: shown.state,
        due: shown.due,
        facts: facts(seat, &request)?,
        resident: request.resident_id,
        erases: request.kind == Kind::Erasure && matches!(request.state, State::IdentityChecked | State::InProgress),
        identities: Identity::ALL.iter().map(identity).collect(),
        may: May::new(&request),
        refusal,
    })
}

#[derive(Template)]
#[template(path = "request_letter.html")]
struct LetterPage {
    page: Page,
    id: Id,
    step: String,
    field: &'static str,
    words: String,
    letter: String,
}

/// `POST /privacy/requests/{id}/steps`; the field `step` names it. What is said to the person is shown as a letter first and
/// kept when `sure` is there.
pub(super) async fn step(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let said = match form.get("step") {
        "extend" => Some("extension"),
        "answer" => Some("answer"),
        "refuse" => Some("refusal"),
        _ => None,
    };
    if let Some(field) = said
        && form.get("sure") != "yes"
    {
        return letter(&seat, id, form, field).await;
    }
    let taken = take(&seat, id, &form).await;
    onward(&seat, id, form, taken).await
}

async fn take(seat: &Seat, id: Id, form: &Form) -> Result<()> {
    let text = |name: &str| form.get(name).to_owned();
    match form.get("step") {
        "identify" => {
            let identity =
                Identity::from_word(form.get("identity")).ok_or_else(|| Error::invalid("identity", "privacy-identity-missing"))?;
            seat.change(move |tx, _| actions::identify(tx, id, identity)).await
        }
        "begin" => seat.change(move |tx, _| actions::begin(tx, id)).await,
        "extend" => {
            let (why, today, holidays) = (text("extension"), seat.today()?, seat.privacy.holidays.clone());
            seat.change(move |tx, _| actions::extend(tx, id, &why, today, &holidays)).await
        }
        "answer" => {
            let words = text("answer");
            seat.change(move |tx, _| actions::answer(tx, id, &words)).await
        }
        "refuse" => {
            let words = text("refusal");
            seat.change(move |tx, _| actions::refuse(tx, id, &words)).await
        }
        "link" => find(seat, id, text("person")).await,
        _ => Err(Error::NotFound),
    }
}

/// Finds whose data it is by an address, a telephone number or the number of a report. The search is noted.
async fn find(seat: &Seat, id: Id, typed: String) -> Result<()> {
    let (address, number) = sought(&typed);
    let look = move |tx: &Tx<'_>, viewer: &Viewer| {
        audit::note(tx, viewer, &Look::search("resident", typed.trim(), Purpose::PrivacyRequest))?;
        let found = store::residents_with(tx, &address, number)?;
        if let [one] = found.as_slice() {
            actions::link(tx, id, *one)?;
        }
        Ok(found.len())
    };
    // The search stays noted also when it finds nobody.
    match seat.change(look).await? {
        0 => Err(Error::invalid("person", "privacy-person-unknown")),
        1 => Ok(()),
        _ => Err(Error::invalid("person", "privacy-person-several")),
    }
}

/// What somebody is looked for by: an address or a telephone number as it is kept, and the number of a report, if it can be one.
pub(super) fn sought(typed: &str) -> (String, Option<ReportNumber>) {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let address = match (typed.trim().parse::<base::Email>(), typed.trim().parse::<base::PhoneNumber>()) {
        (Ok(email), _) => email.as_str().to_owned(),
        (_, Ok(phone)) => phone.as_str().to_owned(),
        _ => typed.trim().to_owned(),
    };
    (address, digits.parse().ok())
}

async fn letter(seat: &Seat, id: Id, form: Form, field: &'static str) -> PageResult<Response> {
    let words = form.get(field).trim().to_owned();
    if let Err(error) = actions::reason(&words, field) {
        return onward(seat, id, form, Err(error)).await;
    }
    let request = seat.read(move |read| store::request(read, id)).await?;
    let due = crate::model::Term::extended(request.received_on, &seat.privacy.holidays)?;
    let t = &seat.ctx.t;
    let kind = seat.words(&format!("privacy-kind-{}", request.kind.word()));
    let arguments = [
        ("step", form.get("step").into()),
        ("kind", kind.as_str().into()),
        ("received", seat.date(request.received_on).into()),
        ("due", seat.date(due).into()),
        ("words", words.as_str().into()),
        ("city", seat.ctx.app.city.legal_owner.as_str().into()),
    ];
    let page = LetterPage {
        page: seat.page(t.get("privacy-letter")),
        id,
        step: form.get("step").to_owned(),
        field,
        letter: t.with("privacy-letter-request", &arguments),
        words,
    };
    Ok(Html(page).into_response())
}

async fn onward(seat: &Seat, id: Id, form: Form, taken: Result<()>) -> PageResult<Response> {
    let (status, form, refusal) = match taken {
        Ok(()) => return Ok(Redirect::to(&format!("{REQUESTS}/{id}")).into_response()),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, form.refused(&seat.ctx.t, &faults), None),
        Err(Error::Conflict(key)) => (StatusCode::CONFLICT, form, Some(seat.words(key))),
        Err(other) => return Err(other.into()),
    };
    let page = request_page(seat, id, form, refusal).await?;
    Ok((status, Html(page)).into_response())
}
