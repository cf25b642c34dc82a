//! `/cases/{id}/legal-form`: a person says what a case is in law; `/cases/{id}/delay-notice`: the formal notice that it will
//! take longer, prepared as a text that a person checks, completes and signs.

use ::store::{Read, Tx};
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, FieldFault, Id, Result};
use hours::{Calendar, Term};
use jiff::civil::Date;
use services::LegalForm;
use staff::{Permission, Unit, Viewer, pages::Office};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{CASES, Seat, case::address, said::Said};
use crate::{
    actions::{self, Formed},
    model::{Case, Certainty, ClockKind, Rule, form_key, last_day, rule},
    store::{self as rows, find_to_form, find_to_work},
};

/// What a person has to put in the place of this mark in a prepared text.
const BLANK: &str = "[…]";
/// The word for no form, and for a skarga that is about no unit of the list.
const NONE: &str = "none";

/// What both pages tell of the case.
pub(super) struct Head {
    pub(super) id: Id,
    pub(super) number: String,
    pub(super) service: String,
}

pub(super) fn head(read: &Read<'_>, ctx_language: base::Language, case: &Case) -> Result<Head> {
    let number = rows::reports_of(read, case.id)?.first().map(|first| first.number.to_string()).unwrap_or_default();
    let service = rows::service_name(read, case.service_id)?.of(ctx_language).to_owned();
    Ok(Head { id: case.id, number, service })
}

#[derive(Template)]
#[template(path = "legal/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    said: Option<Said>,
    head: Head,
    /// The key of the form that the service proposes.
    proposed: Option<&'static str>,
    choices: Vec<Choice>,
    units: Vec<Choice>,
}

/// `GET /cases/{id}/legal-form`
pub(super) async fn form(seat: Seat, office: Office, Path(id): Path<String>) -> PageResult<Response> {
    form_page(&seat, &office, id.parse()?, None).await
}

async fn form_page(seat: &Seat, office: &Office, id: Id, again: Option<(Form, Option<Said>)>) -> PageResult<Response> {
    let language = seat.ctx.language();
    let look = move |read: &Read<'_>, viewer: &Viewer| {
        let case = find_to_form(read, viewer, id)?;
        let proposed = services::find(read, case.service_id)?.details.legal_form;
        Ok((head(read, language, &case)?, proposed, staff::units(read)?, case))
    };
    let (head, proposed, units, case) = seat.read(look).await?;
    if again.is_none() && case.stage.outcome().is_some() {
        return Ok(Redirect::to(&address(id)).into_response());
    }
    let (form, said) = again.unwrap_or_else(|| (as_kept(&case, proposed), None));
    let t = &seat.ctx.t;
    let none = Choice::new(NONE, web::capital(t.get(form_key(None))));
    let nobody = Choice::new(NONE, t.get("cases-form-about-none"));
    let unit = |unit: &Unit| Choice::new(unit.id.to_string(), unit.name.of(language));
    let page = FormPage {
        page: seat.page(format!("{}: {}", t.get("cases-form"), head.number)).with_form(&form),
        form,
        said,
        head,
        proposed: proposed.filter(|_| case.legal_form.is_none()).map(|form| form_key(Some(form))),
        choices: [none].into_iter().chain(LegalForm::ALL.map(|form| choice(&seat.ctx, form, &case, office))).collect(),
        units: [nobody].into_iter().chain(units.iter().filter(|unit| unit.active).map(unit)).collect(),
    };
    Ok(Html(page).into_response())
}

/// What stands on the page before anything is typed: what is kept, else what the service proposes.
fn as_kept(case: &Case, proposed: Option<LegalForm>) -> Form {
    let form = case.legal_form.or(proposed).map_or(NONE, LegalForm::word);
    let about = case.about_unit_id.map(|id| id.to_string()).unwrap_or_default();
    Form::of(vec![("form".to_owned(), form.to_owned()), ("about".to_owned(), about)])
}

/// A form with its term, the day on which it ends, and where the rule comes from.
fn choice(ctx: &Ctx, form: LegalForm, case: &Case, office: &Calendar) -> Choice {
    let (t, rule) = (&ctx.t, rule(form));
    let until = rule.last_day(case.opened_at, office).map(|day| t.date(day, ctx.now())).unwrap_or_default();
    let key = if rule.certainty == Certainty::Read { "cases-form-rule" } else { "cases-form-rule-unsure" };
    let hint = t.with(key, &[("term", term(ctx, &rule).into()), ("day", until.into()), ("source", rule.source.into())]);
    Choice::new(form.word(), web::capital(t.get(form_key(Some(form))))).hint(hint)
}

fn term(ctx: &Ctx, rule: &Rule) -> String {
    match rule.term {
        Term::Days(days) => ctx.t.count("cases-form-days", days),
        Term::Weeks(weeks) => ctx.t.count("cases-form-days", weeks * 7),
        Term::Months(months) => ctx.t.count("cases-form-months", months),
    }
}

/// `POST /cases/{id}/legal-form`
pub(super) async fn confirm(seat: Seat, office: Office, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let confirmed = match formed(&form) {
        Ok(formed) => {
            let (calendar, why) = (office.clone(), seat.ctx.app.t(base::Language::Pl).get("cases-form-returned").to_owned());
            seat.change(move |tx, viewer| find_to_form(tx, viewer, id).and_then(|_| put(tx, id, &formed, &calendar, &why))).await
        }
        Err(error) => Err(error),
    };
    match confirmed {
        // Whoever sees the cases of their own unit only does not see one any more that their unit may not decide.
        Ok(Handed::Back) if !seat.viewer.may(Permission::SeeAllCases) => Ok(Redirect::to(CASES).into_response()),
        Ok(_) => Ok(Redirect::to(&format!("{}?saved=1", address(id))).into_response()),
        Err(error) => {
            let (status, form, said) = left(&seat, form, error)?;
            Ok((status, form_page(&seat, &office, id, Some((form, said))).await?).into_response())
        }
    }
}

/// What a form says.
fn formed(form: &Form) -> Result<Formed> {
    let chosen = form.get("form");
    let legal = LegalForm::from_word(chosen);
    let about = form.get("about").parse::<Id>().ok();
    let until = form.filled("until").map(str::parse::<Date>).transpose();
    let fault = |wrong: bool, field, message| wrong.then_some(FieldFault { field, message });
    let faults: Vec<FieldFault> = [
        fault(legal.is_none() && chosen != NONE, "form", "case-form-missing"),
        fault(legal == Some(LegalForm::Skarga) && about.is_none() && form.get("about") != NONE, "about", "case-about-missing"),
        fault(until.is_err(), "until", "case-day-missing"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if faults.is_empty() { Ok(Formed { form: legal, about, until: until.ok().flatten() }) } else { Err(Error::Invalid(faults)) }
}

/// Whether the case stays where it is.
enum Handed {
    Nowhere,
    /// The unit that had it is complained of, so it waits for somebody who chooses another one.
    Back,
}

fn put(tx: &Tx<'_>, id: Id, formed: &Formed, office: &Calendar, why: &str) -> Result<Handed> {
    actions::confirm_form(tx, id, formed, office)?;
    let case = rows::load(tx, id)?;
    match case.stage.unit_id() {
        Some(unit_id) if !actions::may_decide(tx, &case, unit_id)? => actions::send_back(tx, id, why).map(|()| Handed::Back),
        _ => Ok(Handed::Nowhere),
    }
}

/// The form as it comes back after a mistake, and what is said.
///
/// # Errors
/// What the page cannot mend.
pub(super) fn left(seat: &Seat, form: Form, error: Error) -> PageResult<(StatusCode, Form, Option<Said>)> {
    match error {
        Error::Invalid(faults) => Ok((StatusCode::UNPROCESSABLE_ENTITY, form.refused(&seat.ctx.t, &faults), None)),
        Error::Conflict(key) => Ok((StatusCode::CONFLICT, form, Some(Said::conflict(&seat.ctx, key)))),
        other => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "legal/notice.html")]
struct NoticePage {
    page: Page,
    form: Form,
    said: Option<Said>,
    head: Head,
    /// "Skarga, termin ustawowy: środa 16 grudnia"
    term: String,
    /// "Najpóźniej: …", where the rule names it.
    longest: Option<String>,
}

/// `GET /cases/{id}/delay-notice`
pub(super) async fn notice(seat: Seat, office: Office, Path(id): Path<String>) -> PageResult<Response> {
    notice_page(&seat, &office, id.parse()?, None).await
}

async fn notice_page(seat: &Seat, office: &Office, id: Id, again: Option<(Form, Option<Said>)>) -> PageResult<Response> {
    let language = seat.ctx.language();
    let look = move |read: &Read<'_>, viewer: &Viewer| {
        let case = find_to_work(read, viewer, id)?;
        let legal = rows::clocks_of(read, id)?.get(ClockKind::Legal).copied();
        Ok((head(read, language, &case)?, legal, case))
    };
    let (head, legal, case) = seat.read(look).await?;
    let (Some(legal), Some(form)) =
        (legal.filter(|legal| legal.met_at.or(legal.stands_since).is_none() || again.is_some()), case.legal_form)
    else {
        return Ok(Redirect::to(&address(id)).into_response());
    };
    let (ctx, t) = (&seat.ctx, &seat.ctx.t);
    let due = t.day(last_day(legal.due_at), ctx.now());
    let term = t.with("cases-notice-term", &[("form", web::capital(t.get(form_key(Some(form)))).into()), ("day", due.into())]);
    let longest = rule(form).longest_day(case.opened_at, office);
    let longest = longest.map(|day| t.with("cases-notice-longest", &[("day", t.date(day, ctx.now()).into())]));
    let (typed, said) = again.unwrap_or_else(|| (prepared(seat, form, &head.number, last_day(legal.due_at)), None));
    let title = format!("{}: {}", t.get("cases-notice"), head.number);
    Ok(Html(NoticePage { page: seat.page(title).with_form(&typed), form: typed, said, head, term, longest }).into_response())
}

/// The text that a person completes, in Polish, as offices write.
fn prepared(seat: &Seat, form: LegalForm, number: &str, due_at: base::Moment) -> Form {
    let t = seat.ctx.app.t(base::Language::Pl);
    let arguments = [
        ("form", t.get(form_key(Some(form))).into()),
        ("number", number.into()),
        ("day", t.full_day(due_at).into()),
        ("blank", BLANK.into()),
        ("name", seat.viewer.name.as_str().into()),
    ];
    Form::of(vec![("notice".to_owned(), t.with("cases-notice-prepared", &arguments))])
}

/// `POST /cases/{id}/delay-notice`
pub(super) async fn send(seat: Seat, office: Office, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, text): (Id, _) = (id.parse()?, form.get("notice").to_owned());
    let sent = match form.get("on").parse::<Date>() {
        _ if text.contains(BLANK) => Err(Error::invalid("notice", "case-notice-blank")),
        Ok(on) => {
            let calendar = office.clone();
            let send = move |tx: &Tx<'_>, viewer: &Viewer| {
                find_to_work(tx, viewer, id).and_then(|_| actions::send_delay_notice(tx, id, on, &text, &calendar))
            };
            seat.change(send).await
        }
        Err(_) => Err(Error::invalid("on", "case-day-missing")),
    };
    match sent.map_err(|error| error.at_field("words", "notice")) {
        Ok(()) => Ok(Redirect::to(&format!("{}?saved=1", address(id))).into_response()),
        Err(error) => {
            let (status, form, said) = left(&seat, form, error)?;
            Ok((status, notice_page(&seat, &office, id, Some((form, said))).await?).into_response())
        }
    }
}
