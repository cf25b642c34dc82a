//! The mailbox of the demo: the letters that a city in earnest would have sent. Everywhere else there is no such page.

mod eml;
mod files;

use std::{path::PathBuf, sync::Arc};

use askama::Template;
use axum::{
    Extension, Router,
    extract::Path,
    response::{IntoResponse, Response},
    routing::get,
};
use base::{Error, Id, Language, Moment, Result};
use store::Read;
use web::{App, Ctx, Html, Page, PageResult};

use eml::Piece;
use files::{Letter, Name};

/// The list of letters.
pub const MAILBOX: &str = "/mailbox";
/// The most letters on the list.
pub const MAX_LISTED: usize = 100;

/// Says of a notice whether the city keeps its letter from whoever has this session at this moment.
pub type Veil = fn(&Read<'_>, Option<([u8; 32], Moment)>, Id) -> Result<bool>;

/// Where the letters lie, and which of them are not for everybody.
#[derive(Clone)]
struct MailFolder(Arc<PathBuf>, Veil);

/// `/mailbox` and `/mailbox/{name}`, over the folder into which [`Mailer::Folder`](crate::Mailer::Folder) writes. A letter
/// that `veil` keeps back does not exist there.
pub fn routes(folder: PathBuf, veil: Veil) -> Router<App> {
    let folder = MailFolder(Arc::new(folder), veil);
    Router::new().route(MAILBOX, get(list)).route("/mailbox/{name}", get(show)).layer(Extension(folder))
}

#[derive(Template)]
#[template(path = "mailbox.html")]
struct MailboxPage {
    page: Page,
    letters: Vec<Line>,
}

struct Line {
    name: Name,
    subject: String,
    language: Language,
    to: String,
    when: String,
}

/// `GET /mailbox`
async fn list(ctx: Ctx, Extension(folder): Extension<MailFolder>) -> PageResult<Response> {
    only_in_the_demo(&ctx)?;
    let veil = folder.1;
    let mut letters = reading(move || files::newest(&folder.0, MAX_LISTED)).await?;
    let (names, session) = (letters.iter().map(|letter| letter.name.id()).collect::<Vec<_>>(), session(&ctx));
    let kept = move |read: &Read<'_>| names.iter().map(|id| veil(read, session, *id)).collect::<Result<Vec<_>>>();
    let mut kept = ctx.app.db.read(kept).await?.into_iter();
    letters.retain(|_| kept.next() == Some(false));
    let line = |Letter { name, mail }: Letter| {
        let when = ctx.t.moment(name.queued_at(), ctx.now());
        Line { name, subject: mail.subject, language: mail.language, to: mail.to, when }
    };
    let letters = letters.into_iter().map(line).collect();
    Ok(Html(MailboxPage { page: Page::public(&ctx, ctx.t.get("notices-mailbox")), letters }).into_response())
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterPage {
    page: Page,
    letter: Letter,
    when: String,
    paragraphs: Vec<Vec<Vec<Piece>>>,
}

/// `GET /mailbox/{name}`
async fn show(ctx: Ctx, Path(name): Path<String>, Extension(folder): Extension<MailFolder>) -> PageResult<Response> {
    only_in_the_demo(&ctx)?;
    let name: Name = name.parse()?;
    let (veil, session) = (folder.1, session(&ctx));
    if ctx.app.db.read(move |read| veil(read, session, name.id())).await? {
        return Err(Error::NotFound.into());
    }
    let letter = reading(move || files::read(&folder.0, name)).await?;
    let page = LetterPage {
        page: Page::public(&ctx, letter.mail.subject.clone()),
        when: ctx.t.moment(letter.name.queued_at(), ctx.now()),
        paragraphs: eml::paragraphs(&letter.mail.body),
        letter,
    };
    Ok(Html(page).into_response())
}

fn session(ctx: &Ctx) -> Option<([u8; 32], Moment)> {
    ctx.visit.session.map(|session| (session, ctx.now()))
}

fn only_in_the_demo(ctx: &Ctx) -> Result<()> {
    if ctx.app.settings.demo { Ok(()) } else { Err(Error::NotFound) }
}

/// Reads files away from the threads that answer browsers.
async fn reading<T: Send + 'static>(read: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(read).await.unwrap_or_else(|fault| Err(Error::internal(fault)))
}
