//! `/cases/new`: a report written down for somebody who calls, stands at a counter or has sent a letter, in their own words.

use std::{borrow::Cow, sync::Arc};

use ::store::{Read, Tx};
use askama::Template;
use axum::{
    Extension,
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, FieldFault, Id, Language, ReportNumber};
use interactions::Channel;
use places::model::Places;
use residents::{Reachable, Way};
use serde::Deserialize;
use services::{Catalogue, Question};
use staff::{Permission, Viewer, pages::Office};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::Seat;
use crate::{
    actions,
    model::{
        NewReport,
        draft::{Danger, Draft, Mend, field_of},
        spots,
    },
    public::{self, Alike, Likely},
    store::report_by_number,
};

/// Where a report is written down for somebody.
pub const NEW_REPORT: &str = "/cases/new";
/// Places offered, and cases that may be about the same thing.
const OFFERED: usize = 6;
const ALIKE: usize = 4;
const DAY_SECONDS: i64 = 24 * 3_600;
/// The ways by which somebody may have told it.
const CHANNELS: [(Channel, &str); 4] = [
    (Channel::Phone, "channel-phone"),
    (Channel::Counter, "channel-counter"),
    (Channel::Post, "channel-post"),
    (Channel::Email, "channel-email"),
];

/// What the page stands on. Cheap to clone.
#[derive(Clone)]
pub struct Intake {
    /// The services on offer.
    pub catalogue: Arc<Catalogue>,
    /// Streets, addresses and things.
    pub places: Arc<Places>,
}

impl Intake {
    fn draft<'a>(&'a self, ctx: &Ctx, form: &'a Form) -> Draft<'a> {
        Draft::read(form, &self.catalogue, &self.places, &ctx.app.city.bounds)
    }
}

#[derive(Template)]
#[template(path = "intake.html")]
struct IntakePage {
    page: Page,
    form: Form,
    taken: Option<String>,
    channels: Vec<Choice>,
    languages: Vec<Choice>,
    places: Vec<Choice>,
    /// What is chosen already, in words.
    place: Option<String>,
    services: Vec<Choice>,
    danger: Option<String>,
    /// The number to call instead of writing anything down.
    call: Option<String>,
    yes_no: [Choice; 2],
    questions: Vec<Asked>,
    shown: String,
    alike: Vec<Choice>,
    ways: Vec<Choice>,
    token: String,
}

struct Asked {
    field: String,
    label: String,
    /// What can be chosen; nothing for an answer in words.
    options: Vec<Choice>,
}

#[derive(Deserialize)]
pub(super) struct Done {
    taken: Option<String>,
}

/// `GET /cases/new`
pub(super) async fn ask(seat: Seat, Extension(intake): Extension<Intake>, Query(done): Query<Done>) -> PageResult<Response> {
    seat.viewer.require(Permission::TakeReports)?;
    let form = Form::of([("channel", "phone"), ("language", "pl"), ("reply", "none")]);
    let taken = done.taken.and_then(|number| number.parse::<ReportNumber>().ok()).map(|number| number.to_string());
    Ok(Html(IntakePage { taken, ..page(&seat, &intake, form).await }).into_response())
}

/// `POST /cases/new`: the button `step` says whether to look what there is (`look`) or to write it down (`send`).
pub(super) async fn create(seat: Seat, office: Office, Extension(intake): Extension<Intake>, form: Form) -> PageResult<Response> {
    seat.viewer.require(Permission::TakeReports)?;
    let wanted = match form.get("step") {
        "send" => wanted(&seat.ctx, &intake.draft(&seat.ctx, &form), &form).await,
        _ => return Ok(Html(page(&seat, &intake, form).await).into_response()),
    };
    let (new, same) = match wanted {
        Ok(wanted) => wanted,
        Err(mends) => return refused(&seat, &intake, form, &mends).await,
    };
    let take = move |tx: &Tx<'_>, _: &Viewer| {
        let opened = actions::open(tx, &actions::promised(tx, &new, &office)?)?;
        // A form sent twice finds its report where the first time brought it.
        if let Some(into) = same.map(|number| report_by_number(tx, number)).transpose()?.map(|report| report.case_id)
            && report_by_number(tx, opened.number)?.case_id != into
        {
            actions::merge(tx, opened.case_id, into)?;
        }
        Ok(opened.number)
    };
    match seat.change(take).await {
        Ok(number) => Ok(Redirect::to(&format!("{NEW_REPORT}?taken={number}")).into_response()),
        Err(Error::Invalid(faults)) => refused(&seat, &intake, form, &faults.into_iter().map(Mend::from).collect::<Vec<_>>()).await,
        Err(Error::Conflict(key)) => refused(&seat, &intake, form, &[mend("same", key)]).await,
        Err(other) => Err(other.into()),
    }
}

fn mend(field: impl Into<Cow<'static, str>>, message: &'static str) -> Mend {
    Mend { field: field.into(), message, question: None }
}

/// The report, and the number of another one about the same thing.
async fn wanted(ctx: &Ctx, draft: &Draft<'_>, form: &Form) -> std::result::Result<(NewReport, Option<ReportNumber>), Vec<Mend>> {
    let language = Language::from_tag(form.get("language")).unwrap_or_default();
    let mut mends: Vec<Mend> = Vec::new();
    let channel = Channel::from_word(form.get("channel")).filter(|channel| CHANNELS.iter().any(|(known, _)| known == channel));
    mends.extend(channel.is_none().then(|| mend("channel", "intake-channel-missing")));
    mends.extend(draft.mends_of_matter());
    mends.extend(draft.is_stopped().then(|| mend("danger", "intake-stopped")));
    mends.extend((draft.danger() == Danger::NotAsked).then(|| mend("danger", "draft-danger-missing")));
    mends.extend(draft.fresh().map(|question| mend(field_of(question), "intake-question-new")));
    // Only what was offered: an agent learns of no other case by its number.
    let same = form.filled("same").filter(|same| *same != "none");
    let offered = if same.is_some() { alike(ctx, draft).await } else { Vec::new() };
    let known = same.is_none_or(|same| offered.iter().any(|offer| offer.value == same));
    mends.extend((!known).then(|| mend("same", "intake-same-gone")));
    let reply_to = reply_to(form, language).map_err(|fault| mends.push(fault.into())).ok();
    match (draft.matter_of(language), reply_to, channel) {
        (Some(new), Some(reply_to), Some(channel)) if mends.is_empty() => {
            Ok((NewReport { reply_to, channel, ..new }, same.and_then(|same| same.parse().ok())))
        }
        _ => Err(mends),
    }
}

/// How they want to hear, read from `reply`, `email`, `phone` and `post`.
fn reply_to(form: &Form, language: Language) -> std::result::Result<Option<Reachable>, FieldFault> {
    let way = match form.get("reply") {
        "email" => form.get("email").parse().map(Way::Email),
        "call" => form.get("phone").parse().map(Way::Phone),
        "letter" => form.get("post").parse().map(Way::Post),
        "none" => return Ok(None),
        _ => return Err(FieldFault { field: "reply", message: "draft-reply-missing" }),
    };
    way.map(|way| Some(Reachable { ways: vec![way], language })).map_err(|error| match error {
        Error::Invalid(faults) if !faults.is_empty() => faults[0].clone(),
        _ => FieldFault { field: "reply", message: "draft-reply-missing" },
    })
}

async fn refused(seat: &Seat, intake: &Intake, mut form: Form, mends: &[Mend]) -> PageResult<Response> {
    mends.iter().for_each(|mend| form.refuse(mend.field.clone(), mend.sentence(&seat.ctx.t)));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page(seat, intake, form).await)).into_response())
}

async fn page(seat: &Seat, intake: &Intake, mut form: Form) -> IntakePage {
    let (ctx, t, places) = (&seat.ctx, &seat.ctx.t, places(intake, &form));
    // Other words mean another place than the one that was chosen among those before.
    if !places.iter().any(|place| form.get("place_id") == place.value) {
        form.put("place_id", if let [only] = &places[..] { only.value.clone() } else { String::new() });
    }
    let draft = intake.draft(ctx, &form);
    let asked = draft.asked();
    let keys = draft.service.map(|service| service.key.as_str()).into_iter().chain(asked.iter().map(|(question, _)| question.key.as_str()));
    let stop = draft.stop().map(|(_, stop)| (stop.say.of(ctx.language()).to_owned(), stop.call.clone().unwrap_or_default()));
    let danger = draft.service.and_then(|service| service.danger.as_ref());
    let call = match draft.danger() {
        Danger::Yes => danger.map(|danger| t.with("intake-call", &[("number", danger.call.as_str().into())])),
        _ => stop.map(|(say, number)| format!("{say} {number}")),
    };
    let services = intake.catalogue.services().iter().map(|service| Choice::named(service.key.clone(), &service.name, ctx.language()));
    IntakePage {
        page: seat.page(t.get("intake-title")).with_form(&form),
        taken: None,
        channels: CHANNELS.map(|(channel, key)| Choice::new(channel.word(), web::capital(t.get(key)))).to_vec(),
        languages: Choice::languages(&Language::ALL),
        places,
        place: draft.chosen_place.as_ref().map(|place| place.words.clone()),
        services: services.collect(),
        danger: danger.map(|danger| danger.ask.of(ctx.language()).to_owned()),
        call,
        yes_no: [Choice::new("yes", t.get("cases-yes")), Choice::new("no", t.get("cases-no"))],
        questions: asked.iter().map(|(question, _)| asked_of(ctx, question)).collect(),
        shown: keys.collect::<Vec<_>>().join(" "),
        alike: alike(ctx, &draft).await,
        ways: ["email", "call", "letter", "none"].map(|way| Choice::new(way, t.get(&format!("intake-reply-{way}")))).to_vec(),
        token: form.filled("token").map_or_else(|| Id::new().to_string(), str::to_owned),
        form,
    }
}

/// What the words for the place may mean.
fn places(intake: &Intake, form: &Form) -> Vec<Choice> {
    let Some(words) = form.filled("place") else { return Vec::new() };
    let found = intake.places.find(words, OFFERED);
    let offered = found.iter().map(|found| Choice::new(spots::key_of(found), spots::label_of(&intake.places, found)));
    offered.collect()
}

fn asked_of(ctx: &Ctx, question: &Question) -> Asked {
    let name = |key: &str| match question.option(key) {
        Some(option) => option.name.of(ctx.language()).to_owned(),
        None => ctx.t.get(if key == "yes" { "cases-yes" } else { "cases-no" }).to_owned(),
    };
    let options = question.values().map(|key| Choice::new(key, name(key))).collect();
    let optional = if question.required { String::new() } else { format!(" {}", ctx.t.get("form-optional")) };
    Asked { field: field_of(question), label: format!("{}{optional}", question.ask.of(ctx.language())), options }
}

/// Public cases near the place about the same service, each as number and place: the report may become one of theirs.
async fn alike(ctx: &Ctx, draft: &Draft<'_>) -> Vec<Choice> {
    let service = draft.service.filter(|service| service.public && !service.sensitive());
    let Some((service, point)) = service.zip(draft.place().point) else { return Vec::new() };
    let rule = service.duplicates();
    let closed_since = ctx.now().plus_seconds(-rule.days * DAY_SECONDS);
    let sought = Alike { service_id: service.id, point, metres: rule.metres as f64, closed_since };
    let found = ctx.app.db.read(move |read: &Read<'_>| public::likely(read, &sought, ALIKE)).await.unwrap_or_default();
    let open = found.into_iter().filter(|one| one.stage.outcome().is_none());
    let choices: Vec<Choice> = open.map(|one| likely(ctx, &one)).collect();
    let none = (!choices.is_empty()).then(|| Choice::new("none", ctx.t.get("intake-same-none")));
    choices.into_iter().chain(none).collect()
}

fn likely(ctx: &Ctx, one: &Likely) -> Choice {
    let opened = ctx.t.day(one.opened_at, ctx.now());
    let said = one.words.clone().unwrap_or_default();
    Choice::new(one.number.to_string(), format!("{} – {}, {:.0} m", one.number, one.place, one.metres))
        .hint(format!("{}. {opened}. {said}", one.stage.words(&ctx.t, ctx.now())))
}
