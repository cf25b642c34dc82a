//! `POST /cases/{id}/closure`: an outcome and words, shown as the letter that will leave, then sent.

use ::store::Read;
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use base::{Error, Id, Language, Result};
use staff::Viewer;
use web::{Ctx, Form, Html, Page, PageResult, Upload};

use super::{
    Seat,
    case::{again, case_page, dossier},
    pictures,
    steps::onward,
};
use crate::{
    actions,
    jobs::letters::{self, Letter, News},
    model::{Closing, KeptPhoto, Outcome, Step},
    shell,
    store::find_to_work,
};

#[derive(Template)]
#[template(path = "closure.html")]
struct ClosurePage {
    page: Page,
    form: Form,
    id: Id,
    outcome: String,
    words: String,
    /// How many people get a letter.
    readers: usize,
    letters: Vec<Preview>,
    no_photo: String,
    /// The photos that the form carries.
    drafts: Vec<(String, &'static str)>,
}

/// A letter as one of its readers will get it; the others in this language get the same with their own number.
struct Preview {
    language: Language,
    title: String,
    lines: Vec<String>,
}

/// `POST /cases/{id}/closure`; the field `step` says whether to show the letter, send it, or go back to the form.
///
/// Photos (`before`, `after`) are taken in with each post and travel on as `before_kept` and `after_kept`.
pub(super) async fn create(seat: Seat, Path(id): Path<String>, Upload { mut form, files }: Upload) -> PageResult<Response> {
    let id: Id = id.parse()?;
    seat.read(move |read, viewer| find_to_work(read, viewer, id)).await?;
    pictures::take_in(&seat.ctx, &mut form, files).await;
    if !form.errors().is_empty() {
        return again(&seat, id, form, Error::Invalid(Vec::new())).await;
    }
    if form.get("step") == "mend" {
        let dossier = dossier(&seat, id).await?;
        return Ok(Html(case_page(&seat, dossier, form, None)).into_response());
    }
    let closing = match wanted(&seat.ctx, &form).await {
        Ok(wanted) => wanted,
        Err(error) => return again(&seat, id, form, error).await,
    };
    if form.get("step") == "send" {
        let closed = seat.change(move |tx, viewer| find_to_work(tx, viewer, id).and_then(|_| actions::close(tx, id, &closing))).await;
        return onward(&seat, id, form, closed).await;
    }
    match preview(&seat, id, closing).await {
        Ok(news) => Ok(Html(closure_page(&seat, id, form, &news)).into_response()),
        Err(error) => again(&seat, id, form, error).await,
    }
}

async fn wanted(ctx: &Ctx, form: &Form) -> Result<Closing> {
    let Some(outcome) = Outcome::from_word(form.get("outcome")) else {
        let missing = Error::invalid("outcome", "case-outcome-missing");
        return Err(match (missing, actions::checked_words(form.get("words"))) {
            (Error::Invalid(first), Err(Error::Invalid(second))) => Error::Invalid([first, second].concat()),
            (missing, _) => missing,
        });
    };
    let (before, after) = (there(ctx, form, "before").await, there(ctx, form, "after").await);
    let closing = Closing { before, after, no_photo: form.get("no_photo").to_owned(), ..Closing::new(outcome, form.get("words")) };
    actions::checked(&closing).map(|()| closing)
}

/// The photos that the form carries and whose pictures are there.
async fn there(ctx: &Ctx, form: &Form, field: &str) -> Vec<KeptPhoto> {
    let mut there = Vec::new();
    for kept in pictures::carried(&ctx.app, form, field) {
        if shell::is_there(&ctx.app.files, kept.file).await {
            there.push(kept);
        }
    }
    there
}

async fn preview(seat: &Seat, id: Id, closing: Closing) -> Result<News> {
    let now = seat.ctx.now();
    let look = move |read: &Read<'_>, viewer: &Viewer| {
        let stage = find_to_work(read, viewer, id)?.stage;
        stage.after(Step::Close(closing.outcome), now)?;
        letters::of_closure(read, id, stage, &closing)
    };
    seat.read(look).await
}

fn closure_page(seat: &Seat, id: Id, form: Form, news: &News) -> ClosurePage {
    let ctx = &seat.ctx;
    let first_in = |language: &Language| news.listeners.iter().find(|listener| listener.hears() && listener.language == *language);
    let shown = Language::ALL.iter().filter_map(first_in);
    ClosurePage {
        page: seat.page(ctx.t.get("cases-preview")),
        id,
        outcome: Outcome::from_word(form.get("outcome")).map_or("", |outcome| ctx.t.get(outcome.key())).to_owned(),
        words: form.get("words").to_owned(),
        no_photo: form.get("no_photo").to_owned(),
        drafts: pictures::drafts(ctx, &form),
        readers: news.listeners.iter().filter(|listener| listener.hears()).count(),
        letters: shown.map(|listener| shown_letter(listener.language, letters::compose(&ctx.app, news, listener))).collect(),
        form,
    }
}

fn shown_letter(language: Language, letter: Letter) -> Preview {
    Preview { language, title: letter.title, lines: letter.body.lines().map(ToOwned::to_owned).collect() }
}
