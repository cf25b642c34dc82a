//! Conversations that an agent holds by phone, at a counter or by letter: written down without making a profile.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, FieldFault, Id, Language, Result};
use interactions::{
    Channel, Conversation, Direction, Disposition, Ending, Interaction, Note, Topic, actions,
    model::{NUMBER_DAYS, checked_note},
};
use residents::{Caller, Recognition};
use staff::{
    Permission, Viewer,
    audit::{self, Look, Purpose},
};
use store::Tx;
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use staff::pages::Seat;

use super::residents::{Candidly, candidate, channel_word, may_know_of};

/// Where a conversation is begun.
pub const NEW: &str = "/desk/conversations/new";

#[derive(Template)]
#[template(path = "conversation_new.html")]
struct NewPage {
    page: Page,
    form: Form,
    channels: Vec<Choice>,
    languages: Vec<Choice>,
    topics: Vec<Choice>,
    results: Vec<Choice>,
    days: i64,
}

/// What a form of a new conversation says.
struct Wanted {
    conversation: Conversation,
    note: Option<String>,
    /// The end, when it is over already.
    ending: Option<Ending>,
}

/// `GET /desk/conversations/new`
pub(super) async fn ask(seat: Seat) -> PageResult<Response> {
    seat.viewer.require(Permission::TakeReports)?;
    let form = Form::of([("channel", "phone"), ("language", "pl"), ("result", "informed")]);
    let offered = offered(&seat).await?;
    Ok(Html(new_page(&seat, form, &offered)).into_response())
}

/// `POST /desk/conversations/new`
pub(super) async fn create(seat: Seat, form: Form) -> PageResult<Response> {
    seat.viewer.require(Permission::TakeReports)?;
    let offered = offered(&seat).await?;
    let wanted = match wanted(&form, &offered) {
        Ok(wanted) => wanted,
        Err(faults) => {
            let page = new_page(&seat, form.refused(&seat.ctx.t, &faults), &offered);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
        }
    };
    let begin = move |tx: &Tx<'_>, _: &Viewer| {
        let id = actions::begin(tx, &wanted.conversation)?;
        wanted.note.iter().try_for_each(|note| actions::note(tx, id, note))?;
        wanted.ending.iter().try_for_each(|ending| actions::end(tx, id, ending))?;
        Ok(id)
    };
    let id = seat.change(begin).await?;
    Ok(Redirect::to(&format!("/desk/conversations/{id}")).into_response())
}

fn wanted(form: &Form, offered: &[Topic]) -> std::result::Result<Wanted, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let mut fault = |error| match error {
        Error::Invalid(more) => faults.extend(more),
        _ => faults.push(FieldFault { field: "channel", message: "talk-channel-missing" }),
    };
    let channel = Channel::from_word(form.get("channel")).ok_or(Error::NotFound).map_err(&mut fault).ok();
    let caller = form.get("phone").parse::<Caller>().map_err(&mut fault).ok();
    let note = form.filled("note").map(|text| checked_note(text).map(str::to_owned)).transpose().map_err(&mut fault).ok();
    let over = (form.get("result") != "going").then(|| Ending::new(Disposition::Informed, [form.get("topic")], offered));
    let ending = over.transpose().map_err(&mut fault).ok();
    let language = Language::from_tag(form.get("language")).unwrap_or_default();
    match (channel, caller, note, ending) {
        (Some(channel), Some(caller), Some(note), Some(ending)) => {
            let conversation = Conversation { channel, direction: Direction::In, line: None, language, caller };
            Ok(Wanted { conversation, note, ending })
        }
        _ => Err(faults),
    }
}

async fn offered(seat: &Seat) -> Result<Vec<Topic>> {
    seat.ctx.app.db.read(interactions::offered_topics).await
}

fn topics(ctx: &Ctx, offered: &[Topic]) -> Vec<Choice> {
    offered.iter().map(|topic| Choice::new(topic.key.clone(), topic.name.of(ctx.language()))).collect()
}

fn new_page(seat: &Seat, form: Form, offered: &[Topic]) -> NewPage {
    let t = &seat.ctx.t;
    let channels = [Channel::Phone, Channel::Counter, Channel::Post];
    NewPage {
        page: seat.page(t.get("talk-new")).with_form(&form),
        channels: channels.map(|channel| Choice::new(channel.word(), t.get(channel_word(channel)))).to_vec(),
        languages: Choice::languages(&Language::ALL),
        topics: topics(&seat.ctx, offered),
        results: [("informed", "talk-informed"), ("going", "talk-going")].map(|(word, key)| Choice::new(word, t.get(key))).to_vec(),
        days: NUMBER_DAYS,
        form,
    }
}

/// A conversation with what was written down, and who may be behind its number.
struct Dossier {
    talk: Interaction,
    notes: Vec<Note>,
    recognition: Option<Recognition>,
}

#[derive(Template)]
#[template(path = "conversation.html")]
struct ConversationPage {
    page: Page,
    form: Form,
    id: Id,
    query: String,
    title: String,
    over: bool,
    withheld: bool,
    resident_id: Option<Id>,
    candidates: Vec<Candidly>,
    notes: Vec<(String, String)>,
    topics: Vec<Choice>,
    results: Vec<Choice>,
}

/// `GET /desk/conversations/{id}`
pub(super) async fn show(seat: Seat, Path(id): Path<String>) -> PageResult<Response> {
    let id: Id = id.parse()?;
    Ok(Html(conversation_page(&seat, id, Form::new()).await?).into_response())
}

/// `POST /desk/conversations/{id}/notes`
pub(super) async fn note(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let (id, words): (Id, _) = (id.parse()?, form.get("note").to_owned());
    let write = move |tx: &Tx<'_>, viewer: &Viewer| {
        find_for(tx, viewer, id)?;
        actions::note(tx, id, &words)
    };
    let written = seat.change(write).await;
    answer(&seat, id, form, written).await
}

/// `POST /desk/conversations/{id}/end`
pub(super) async fn end(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let disposition = Disposition::from_word(form.get("disposition")).unwrap_or(Disposition::Informed);
    let ended = match Ending::new(disposition, [form.get("topic")], &offered(&seat).await?) {
        Ok(ending) => {
            let end = move |tx: &Tx<'_>, viewer: &Viewer| {
                find_for(tx, viewer, id)?;
                actions::end(tx, id, &ending)
            };
            seat.change(end).await
        }
        Err(error) => Err(error),
    };
    answer(&seat, id, form, ended).await
}

async fn answer(seat: &Seat, id: Id, form: Form, done: Result<()>) -> PageResult<Response> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/desk/conversations/{id}")).into_response()),
        Err(Error::Invalid(faults)) => {
            let page = conversation_page(seat, id, form.refused(&seat.ctx.t, &faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// A conversation for whoever holds it, or watches over the work and may know of what it was about.
fn find_for(tx: &Tx<'_>, viewer: &Viewer, id: Id) -> Result<Interaction> {
    let talk = interactions::find_for(tx, viewer, id)?;
    let own = talk.account_id == Some(viewer.account_id);
    if own || !cases::hides(tx, Some(viewer), id)? { Ok(talk) } else { Err(Error::NotFound) }
}

fn load(tx: &Tx<'_>, viewer: &Viewer, id: Id) -> Result<Dossier> {
    let talk = find_for(tx, viewer, id)?;
    audit::note(tx, viewer, &Look::read("interaction", id, Purpose::Conversation))?;
    let caller = talk.caller_number.as_deref().unwrap_or_default().parse::<Caller>()?;
    // Who used a number is shown to those who may look residents up, and only while the conversation lasts.
    let looks = viewer.may(Permission::SeeResidents) && talk.ended_at.is_none();
    let recognition = looks.then(|| recognised(tx, viewer, &caller)).transpose()?;
    Ok(Dossier { notes: interactions::notes(tx, id)?, recognition, talk })
}

/// Who may be calling, but nobody of whom the viewer may not know.
fn recognised(tx: &Tx<'_>, viewer: &Viewer, caller: &Caller) -> Result<Recognition> {
    let all = match residents::recognise(tx, caller)? {
        Recognition::Candidates(all) => all,
        other => return Ok(other),
    };
    let mut known = Vec::new();
    for one in all {
        if may_know_of(tx, viewer, one.resident_id)? {
            known.push(one);
        }
    }
    Ok(if known.is_empty() { Recognition::Nobody } else { Recognition::Candidates(known) })
}

async fn conversation_page(seat: &Seat, id: Id, form: Form) -> Result<ConversationPage> {
    let Dossier { talk, notes, recognition } = seat.change(move |tx, viewer| load(tx, viewer, id)).await?;
    let (ctx, t) = (&seat.ctx, &seat.ctx.t);
    let title = format!("{}, {}", web::capital(t.get(channel_word(talk.channel))), t.moment(talk.begun_at, ctx.now()));
    let candidates = match &recognition {
        Some(Recognition::Candidates(all)) => all.iter().enumerate().map(|(at, one)| candidate(t, at + 1, one, None)).collect(),
        _ => Vec::new(),
    };
    let results = [("informed", "talk-informed"), ("case_opened", "talk-case-opened"), ("passed_on", "talk-passed-on")];
    Ok(ConversationPage {
        page: seat.page(title.clone()).with_form(&form),
        id,
        query: format!("?for=conversation&talk={id}"),
        title,
        over: talk.ended_at.is_some(),
        withheld: recognition == Some(Recognition::Withheld),
        resident_id: talk.resident_id,
        candidates,
        notes: notes.into_iter().map(|note| (t.moment(note.at, ctx.now()), note.body)).collect(),
        topics: topics(ctx, &offered(seat).await?),
        results: results.map(|(word, key)| Choice::new(word, t.get(key))).to_vec(),
        form,
    })
}
