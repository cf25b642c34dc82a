//! `POST /cases/{id}/closure`: an outcome and words, shown as the letter that will leave, then sent.

use ::store::Read;
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use base::{Error, Id, Language, Result};
use staff::Viewer;
use web::{Form, Html, Page, PageResult};

use super::{
    Seat,
    case::{again, case_page, dossier},
    steps::onward,
};
use crate::{
    actions,
    jobs::letters::{self, Letter, News},
    model::{Outcome, Step},
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
}

/// A letter as one of its readers will get it; the others in this language get the same with their own number.
struct Preview {
    language: Language,
    title: String,
    lines: Vec<String>,
}

/// `POST /cases/{id}/closure`; the field `step` says whether to show the letter, send it, or go back to the form.
pub(super) async fn create(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    if form.get("step") == "mend" {
        let dossier = dossier(&seat, id).await?;
        return Ok(Html(case_page(&seat, dossier, form, None)).into_response());
    }
    let (outcome, words) = match wanted(&form) {
        Ok(wanted) => wanted,
        Err(error) => return again(&seat, id, form, error).await,
    };
    if form.get("step") == "send" {
        let closed =
            seat.change(move |tx, viewer| find_to_work(tx, viewer, id).and_then(|_| actions::close(tx, id, outcome, &words))).await;
        return onward(&seat, id, form, closed).await;
    }
    match preview(&seat, id, outcome, &words).await {
        Ok(news) => Ok(Html(closure_page(&seat, id, form, &news)).into_response()),
        Err(error) => again(&seat, id, form, error).await,
    }
}

fn wanted(form: &Form) -> Result<(Outcome, String)> {
    let outcome = Outcome::from_word(form.get("outcome")).ok_or_else(|| Error::invalid("outcome", "case-outcome-missing"));
    let words = actions::checked_words(form.get("words")).map(ToOwned::to_owned);
    match (outcome, words) {
        (Err(Error::Invalid(mut first)), Err(Error::Invalid(second))) => {
            first.extend(second);
            Err(Error::Invalid(first))
        }
        (outcome, words) => Ok((outcome?, words?)),
    }
}

async fn preview(seat: &Seat, id: Id, outcome: Outcome, words: &str) -> Result<News> {
    let (words, now) = (words.to_owned(), seat.ctx.now());
    let look = move |read: &Read<'_>, viewer: &Viewer| {
        let stage = find_to_work(read, viewer, id)?.stage;
        stage.after(Step::Close(outcome), now)?;
        letters::of_closure(read, id, stage, outcome, &words)
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
        readers: news.listeners.iter().filter(|listener| listener.hears()).count(),
        letters: shown.map(|listener| shown_letter(listener.language, letters::compose(&ctx.app, news, listener))).collect(),
        form,
    }
}

fn shown_letter(language: Language, letter: Letter) -> Preview {
    Preview { language, title: letter.title, lines: letter.body.lines().map(ToOwned::to_owned).collect() }
}
