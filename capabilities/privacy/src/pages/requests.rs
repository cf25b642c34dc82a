//! `/privacy/requests`: the requests by their last day, and the form for a new one.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, FieldFault, Id, Result};
use interactions::Channel;
use jiff::civil::Date;
use web::{Choice, Form, Html, Page, PageResult, T};

use super::{REQUESTS, Seat};
use crate::{
    actions,
    model::{Kind, NewRequest},
    store::{self, Request},
};

/// From so many days before its last day on a request is urgent.
const URGENT_DAYS: i32 = 7;
/// The channels by which a request comes.
const CHANNELS: [Channel; 6] = [Channel::Post, Channel::Email, Channel::Counter, Channel::Phone, Channel::Web, Channel::Other];

#[derive(Template)]
#[template(path = "requests.html")]
struct RequestsPage {
    page: Page,
    open: Vec<Line>,
    ended: Vec<Line>,
}

/// A request in the list.
pub(super) struct Line {
    pub id: Id,
    pub title: String,
    pub who: String,
    pub state: String,
    pub due: Due,
}

/// The last day in words, and how urgent it is.
pub(super) struct Due {
    pub class: &'static str,
    pub words: String,
}

/// `GET /privacy/requests`
pub(super) async fn list(seat: Seat) -> PageResult<Response> {
    let (open, ended) = seat.read(|read| Ok((store::open_requests(read)?, store::requests_ended(read)?))).await?;
    let today = seat.today()?;
    let lines = |requests: Vec<Request>| requests.iter().map(|request| line(&seat, request, today)).collect::<Vec<_>>();
    let page = RequestsPage { page: seat.page(seat.words("privacy-nav-requests")), open: lines(open), ended: lines(ended) };
    Ok(Html(page).into_response())
}

/// A request as the list shows it.
pub(super) fn line(seat: &Seat, request: &Request, today: Date) -> Line {
    let t = &seat.ctx.t;
    Line {
        id: request.id,
        title: title(t, request),
        who: request.who.clone(),
        state: t.get(&format!("privacy-state-{}", request.state.word())).to_owned(),
        due: due(seat, request, today),
    }
}

/// "Wniosek 3: dostęp do danych".
pub(super) fn title(t: &T, request: &Request) -> String {
    let key = format!("privacy-kind-{}", request.kind.word());
    let kind = t.get(&key);
    t.with("privacy-request-title", &[("number", request.number.to_string().into()), ("kind", kind.into())])
}

fn due(seat: &Seat, request: &Request, today: Date) -> Due {
    let t = &seat.ctx.t;
    let day = seat.date(request.due_on);
    if request.state.is_ended() {
        return Due { class: "tag tag-done", words: t.with("privacy-due-was", &[("day", day.into())]) };
    }
    let left = today.until(request.due_on).map_or(0, |span| span.get_days());
    let (class, key) = match left {
        left if left < 0 => ("tag tag-late", "privacy-due-over"),
        left if left <= URGENT_DAYS => ("tag tag-late", "privacy-due-soon"),
        _ => ("tag tag-plan", "privacy-due"),
    };
    Due { class, words: t.with(key, &[("day", day.into()), ("n", i64::from(left.abs()).into())]) }
}

#[derive(Template)]
#[template(path = "request_new.html")]
struct NewPage {
    page: Page,
    form: Form,
    kinds: Vec<Choice>,
    channels: Vec<Choice>,
}

fn new_page(seat: &Seat, form: Form) -> NewPage {
    let t = &seat.ctx.t;
    let kind = |kind: &Kind| Choice::new(kind.word(), web::capital(t.get(&format!("privacy-kind-{}", kind.word()))));
    let channel = |channel: Channel| Choice::new(channel.word(), web::capital(t.get(&format!("privacy-channel-{}", channel.word()))));
    NewPage {
        page: seat.page(t.get("privacy-request-new")).with_form(&form),
        form,
        kinds: Kind::ALL.iter().map(kind).collect(),
        channels: CHANNELS.map(channel).to_vec(),
    }
}

/// `GET /privacy/requests/new`
pub(super) async fn ask(seat: Seat) -> PageResult<Response> {
    let mut form = Form::new();
    form.add("received_on", seat.today()?.to_string());
    Ok(Html(new_page(&seat, form)).into_response())
}

/// `POST /privacy/requests`
pub(super) async fn create(seat: Seat, form: Form) -> PageResult<Response> {
    let (today, holidays) = (seat.today()?, seat.privacy.holidays.clone());
    let registered = match parsed(&form) {
        Ok(new) => seat.change(move |tx, _| actions::register(tx, &new, today, &holidays)).await,
        Err(faults) => Err(Error::Invalid(faults)),
    };
    match registered {
        Ok(id) => Ok(Redirect::to(&format!("{REQUESTS}/{id}")).into_response()),
        Err(Error::Invalid(faults)) => {
            let form = form.refused(&seat.ctx.t, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(new_page(&seat, form))).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn parsed(form: &Form) -> std::result::Result<NewRequest, Vec<FieldFault>> {
    let fault = |field, message| FieldFault { field, message };
    let kind = Kind::from_word(form.get("kind")).ok_or_else(|| fault("kind", "privacy-kind-missing"));
    let channel = Channel::from_word(form.get("channel")).ok_or_else(|| fault("channel", "privacy-channel-missing"));
    let received_on = form.get("received_on").parse::<Date>().map_err(|_| fault("received_on", "privacy-day-wrong"));
    match (kind, channel, received_on) {
        (Ok(kind), Ok(channel), Ok(received_on)) => Ok(NewRequest {
            kind,
            channel,
            resident_id: None,
            who: form.get("who").to_owned(),
            contact: form.get("contact").to_owned(),
            scope: form.get("scope").to_owned(),
            received_on,
        }),
        (kind, channel, received_on) => Err([kind.err(), channel.err(), received_on.err()].into_iter().flatten().collect()),
    }
}

/// The rows of a request's facts, for its page.
pub(super) fn facts(seat: &Seat, request: &Request) -> Result<Vec<(String, String)>> {
    let t = &seat.ctx.t;
    let channel = t.find(&format!("privacy-channel-{}", request.channel)).unwrap_or(&request.channel).to_owned();
    let identity = match request.identity {
        Some(identity) => t.get(&format!("privacy-identity-{}", identity.word())).to_owned(),
        None => t.get("privacy-identity-none").to_owned(),
    };
    let mut facts = vec![
        ("privacy-who", request.who.clone()),
        ("privacy-contact", request.contact.clone()),
        ("privacy-scope", request.scope.clone()),
        ("privacy-received-on", format!("{}, {channel}", seat.date(request.received_on))),
        ("privacy-identity", identity),
    ];
    facts.extend(request.extended_because.clone().map(|because| ("privacy-extended", because)));
    facts.extend(Some(request.said.clone()).filter(|said| !said.is_empty()).map(|said| ("privacy-said", said)));
    Ok(facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| (t.get(key).to_owned(), value)).collect())
}
