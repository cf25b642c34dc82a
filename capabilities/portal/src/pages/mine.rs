//! "My reports": a code from the mailbox opens the list of one's own reports for half an hour, in this browser only.

use std::time::Duration;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use base::{Email, Error, Id, Moment, Result, Wording};
use cases::{
    Tag,
    actions::{ask_code, try_code},
    jobs::private_link,
    model::{CODE_SECONDS, LATE, Tried},
    public::{self, MINE, Mine, Turn},
};
use web::{Class, Ctx, Form, Html, Page, PageResult, cookies};

use crate::Portal;

/// The cookie of the half hour.
const COOKIE: &str = "__Host-mine";
/// How long the list is open after the code, seconds.
const OPEN_SECONDS: i64 = 1_800;

#[derive(Template)]
#[template(path = "mine/ask.html")]
struct AskPage {
    page: Page,
    form: Form,
}

#[derive(Template)]
#[template(path = "mine/code.html")]
struct CodePage {
    page: Page,
    form: Form,
    minutes: i64,
}

#[derive(Template)]
#[template(path = "mine/list.html")]
struct ListPage<'a> {
    page: Page,
    rows: Vec<Row<'a>>,
    until: String,
}

struct Row<'a> {
    number: String,
    link: String,
    service: Option<&'a Wording>,
    place: String,
    state: String,
    tag: Tag,
    late: Option<Tag>,
    when: String,
    turn: Option<&'static str>,
}

/// `GET /my`: the list while the half hour lasts, otherwise the question for an address.
pub(crate) async fn show(State(portal): State<Portal>, ctx: Ctx, headers: HeaderMap) -> PageResult<Response> {
    let Some((way_id, until)) = opened(&ctx, &headers) else { return Ok(asking(&ctx, Form::new())) };
    let now = ctx.now();
    match ctx.app.db.read(move |read| public::mine(read, way_id, now)).await {
        Ok(mine) => Ok(kept_by_nobody(Html(list(&portal, &ctx, mine, until)))),
        Err(Error::NotFound) => Ok(asking(&ctx, Form::new())),
        Err(other) => Err(other.into()),
    }
}

/// `POST /my`, field `email`. The answer is the same whether or not we know the address.
pub(crate) async fn ask(ctx: Ctx, form: Form) -> PageResult<Response> {
    ctx.allow(&Class::PUBLIC_FORMS)?;
    let email: Email = match form.get("email").parse() {
        Ok(email) => email,
        Err(Error::Invalid(faults)) => {
            let form = form.refused(&ctx.t, &faults);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, asking(&ctx, form)).into_response());
        }
        Err(other) => return Err(other.into()),
    };
    let (language, asked) = (ctx.language(), email.clone());
    let id = ctx.app.db.write(base::Actor::STRANGER, move |tx| ask_code(tx, &asked, language)).await?;
    Ok(for_code(&ctx, Form::of([("email", email.as_str().to_owned()), ("ticket", id.to_string())])))
}

/// `POST /my/code`, fields `ticket`, `code`, `email`
pub(crate) async fn enter(ctx: Ctx, form: Form) -> PageResult<Response> {
    ctx.allow(&Class::PUBLIC_FORMS)?;
    let digits: String = form.get("code").chars().filter(char::is_ascii_digit).take(12).collect();
    let tried = match form.get("ticket").parse::<Id>() {
        Err(_) => Tried::Over,
        Ok(_) if digits.is_empty() => return Ok(refused(&ctx, form, "portal-mine-code-missing")),
        Ok(id) => {
            let signer = ctx.app.signer.clone();
            ctx.app.db.write(base::Actor::STRANGER, move |tx| try_code(tx, &signer, id, &digits)).await?
        }
    };
    match tried {
        Tried::Right(way_id) => Ok(open(&ctx, way_id)?),
        Tried::Wrong => Ok(refused(&ctx, form, "portal-mine-code-wrong")),
        Tried::Over => {
            let mut form = Form::of([("email", form.get("email"))]);
            form.refuse("email", ctx.t.get("portal-mine-code-over"));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, asking(&ctx, form)).into_response())
        }
    }
}

/// `GET /my/code` and `/my/end`, as when somebody goes back
pub(crate) async fn begin_again() -> Redirect {
    Redirect::to("/my")
}

/// `POST /my/end`: this browser forgets whose reports it showed.
pub(crate) async fn end() -> PageResult<Response> {
    Ok(([(header::SET_COOKIE, cookies::forget(COOKIE)?)], Redirect::to("/my")).into_response())
}

fn asking(ctx: &Ctx, form: Form) -> Response {
    let page = Page::public(ctx, ctx.t.get("portal-mine")).with_form(&form);
    kept_by_nobody(Html(AskPage { page, form }))
}

fn for_code(ctx: &Ctx, form: Form) -> Response {
    let page = Page::public(ctx, ctx.t.get("portal-mine-code-title")).with_form(&form);
    kept_by_nobody(Html(CodePage { page, form, minutes: CODE_SECONDS / 60 }))
}

fn refused(ctx: &Ctx, mut form: Form, why: &str) -> Response {
    form.refuse("code", ctx.t.get(why));
    (StatusCode::UNPROCESSABLE_ENTITY, for_code(ctx, form)).into_response()
}

fn kept_by_nobody(page: impl IntoResponse) -> Response {
    let mut response = page.into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Leads to the list, which is open in this browser from now on.
fn open(ctx: &Ctx, way_id: Id) -> Result<Response> {
    let said = format!("{way_id}.{}", ctx.now().plus_seconds(OPEN_SECONDS).0);
    let value = format!("{said}.{}", ctx.app.signer.sign(MINE, &said));
    let cookie = cookies::set_for(COOKIE, &value, Duration::from_secs(OPEN_SECONDS.unsigned_abs()))?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/my")).into_response())
}

/// Whose list is open in this browser, and until when.
fn opened(ctx: &Ctx, headers: &HeaderMap) -> Option<(Id, Moment)> {
    let (said, signature) = cookies::read(headers, COOKIE)?.rsplit_once('.')?;
    ctx.app.signer.check(MINE, said, signature).ok()?;
    let (way_id, until) = said.split_once('.')?;
    let until = Moment(until.parse().ok()?);
    (ctx.now() < until).then_some((way_id.parse().ok()?, until))
}

fn list<'a>(portal: &'a Portal, ctx: &Ctx, mine: Vec<Mine>, until: Moment) -> ListPage<'a> {
    ListPage {
        page: Page::public(ctx, ctx.t.get("portal-mine")),
        rows: mine.into_iter().map(|one| row(portal, ctx, one)).collect(),
        until: ctx.t.time(until),
    }
}

fn row<'a>(portal: &'a Portal, ctx: &Ctx, mine: Mine) -> Row<'a> {
    let report = mine.report;
    let late = report.stage.late_seconds(report.due_at, ctx.now()).is_some();
    Row {
        number: report.number.to_string(),
        link: private_link(&ctx.app, report.number),
        service: portal.catalogue.by_id(report.service_id).map(|service| &service.name),
        place: report.place.map(|place| place.words).unwrap_or_default(),
        state: report.stage.words(&ctx.t, ctx.now()),
        tag: report.stage.tag(),
        late: late.then_some(LATE),
        when: ctx.t.with("portal-mine-received", &[("day", ctx.t.day(mine.received_at, ctx.now()).into())]),
        turn: match mine.turn {
            Turn::Answer(_) => Some("portal-mine-turn-answer"),
            Turn::Judge => Some("portal-mine-turn-judge"),
            _ => None,
        },
    }
}
