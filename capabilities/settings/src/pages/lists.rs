//! `/settings/lists`: the long lists as files: what holds, taking one away to edit it, checking a new one, taking it over.

use askama::Template;
use axum::{
    Extension,
    extract::{Multipart, Path},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Result};
use packs::{Edit, Entries, Fault, actions};
use staff::{
    Permission, Viewer,
    pages::{SignedIn, WorkNav},
};
use web::{Ctx, Form, Html, Page, PageResult};

use super::words;
use crate::{
    Settings,
    lists::{self, Counts, Lists, SECTION},
};

/// Faults shown at once; a file may have one in each line.
const SHOWN_FAULTS: usize = 200;

#[derive(Template)]
#[template(path = "lists.html")]
struct ListsPage {
    page: Page,
    lists: Vec<Line>,
    saved: bool,
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    page: Page,
    form: Form,
    list: Line,
    faults: Vec<String>,
    more_faults: usize,
    preview: Option<(String, Counts)>,
    version: i64,
}

impl ListPage {
    /// The page with what stands in the way of a file.
    fn with_faults(self, ctx: &Ctx, faults: &[Fault]) -> Self {
        let more_faults = faults.len().saturating_sub(SHOWN_FAULTS);
        let faults = faults.iter().take(SHOWN_FAULTS).map(|fault| told(ctx, self.list.file, fault)).collect();
        Self { faults, more_faults, ..self }
    }
}

/// A list as it is now.
struct Line {
    file: &'static str,
    title: String,
    text: String,
    rows: usize,
    /// When and by whom it was uploaded; nothing when it is the pack's.
    uploaded: Option<String>,
}

struct Subject {
    entries: Entries,
    version: i64,
    uploaded: Option<String>,
}

impl Subject {
    async fn find(ctx: &Ctx, file: &'static str) -> Result<Self> {
        let read = move |read: &store::Read<'_>| {
            let entries = packs::entries(read)?;
            let latest = packs::history(read, SECTION, file)?.into_iter().next();
            let who = latest.as_ref().and_then(|latest| latest.account_id).map(|id| staff::name_of(read, id)).transpose()?;
            Ok((entries, actions::version(read, SECTION, file)?, latest, who))
        };
        let (entries, version, latest, who) = ctx.app.db.read(read).await?;
        let holds = lists::uploaded(&entries, file).is_some();
        let uploaded =
            latest.filter(|_| holds).map(|latest| format!("{}, {}", ctx.t.moment(latest.at, ctx.now()), who.unwrap_or_default()));
        Ok(Self { entries, version, uploaded })
    }

    /// How many rows hold; none when the file has faults, as no pack taken over has.
    async fn line(&self, ctx: &Ctx, lists: &Lists, file: &'static str) -> Result<Line> {
        let digest = lists::uploaded(&self.entries, file);
        let rows = checked(lists, &self.entries, file, digest).await?.map_or(0, |counts| counts.rows);
        let key = format!("settings-list-{}", file.split('.').next().unwrap_or_default());
        Ok(Line {
            file,
            title: ctx.t.find(&key).unwrap_or(file).to_owned(),
            text: ctx.t.find(&format!("{key}-text")).unwrap_or_default().to_owned(),
            rows,
            uploaded: self.uploaded.clone(),
        })
    }
}

async fn checked(
    lists: &Lists,
    entries: &Entries,
    file: &'static str,
    digest: Option<String>,
) -> Result<std::result::Result<Counts, Vec<Fault>>> {
    let (check, entries) = (lists.check.clone(), entries.clone());
    tokio::task::spawn_blocking(move || check(&entries, file, digest.as_deref())).await.map_err(Error::internal)
}

/// `GET /settings/lists`
pub(super) async fn index(
    Extension(settings): Extension<Settings>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let mut shown = Vec::new();
    for file in settings.lists.files {
        shown.push(Subject::find(&ctx, file).await?.line(&ctx, &settings.lists, file).await?);
    }
    let saved = ctx.visit.uri.query() == Some("saved");
    Ok(Html(ListsPage { page: nav.page(&ctx, &viewer, ctx.t.get("settings-lists").to_owned()), lists: shown, saved }).into_response())
}

/// `GET /settings/lists/{file}`
pub(super) async fn show(
    Extension(settings): Extension<Settings>,
    Path(file): Path<String>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let file = settings.lists.known(&file)?;
    Ok(Html(list_page(&settings, &ctx, &nav, &viewer, file, Form::new()).await?).into_response())
}

async fn list_page(settings: &Settings, ctx: &Ctx, nav: &WorkNav, viewer: &Viewer, file: &'static str, form: Form) -> Result<ListPage> {
    let subject = Subject::find(ctx, file).await?;
    let list = subject.line(ctx, &settings.lists, file).await?;
    Ok(ListPage {
        page: nav.page(ctx, viewer, list.title.clone()).with_form(&form),
        form,
        list,
        faults: Vec::new(),
        more_faults: 0,
        preview: None,
        version: subject.version,
    })
}

/// `GET /settings/lists/{file}/file`: the file that holds, to be edited elsewhere.
pub(super) async fn download(
    Extension(settings): Extension<Settings>,
    Path(file): Path<String>,
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let file = settings.lists.known(&file)?;
    let entries = ctx.app.db.read(packs::entries).await?;
    let path = settings.lists.present(&entries, file);
    let bytes = tokio::task::spawn_blocking(move || std::fs::read(path)).await.map_err(Error::internal)?.map_err(|_| Error::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{file}\"")),
    ];
    Ok((headers, bytes).into_response())
}

/// `POST /settings/lists/{file}`: checks the uploaded file; nothing changes yet.
pub(super) async fn check(
    Extension(settings): Extension<Settings>,
    Path(file): Path<String>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
    multipart: Multipart,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let file = settings.lists.known(&file)?;
    let (mut form, bytes) = upload(multipart).await?;
    form.check_token(&ctx.app, ctx.visit.session.as_ref())?;
    let Some(bytes) = bytes else {
        form.refuse("file", ctx.t.get("settings-list-missing"));
        let page = list_page(&settings, &ctx, &nav, &viewer, file, form).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
    };
    let data = settings.lists.data.clone();
    let digest = tokio::task::spawn_blocking(move || lists::keep(&data, &bytes)).await.map_err(Error::internal)??;
    let entries = ctx.app.db.read(packs::entries).await?;
    let checked = checked(&settings.lists, &entries, file, Some(digest.clone())).await?;
    let page = list_page(&settings, &ctx, &nav, &viewer, file, form).await?;
    Ok(match checked {
        Ok(counts) => Html(ListPage { preview: Some((digest, counts)), ..page }).into_response(),
        Err(faults) => (StatusCode::UNPROCESSABLE_ENTITY, Html(page.with_faults(&ctx, &faults))).into_response(),
    })
}

/// A fault of this list by its line or feature, one of another entry by what it is called.
fn told(ctx: &Ctx, file: &str, fault: &Fault) -> String {
    let spot = match &fault.at {
        Some((at, line)) if at == file && *line > 0 => ctx.t.with("settings-list-line", &[("line", (*line).into())]),
        Some((at, _)) if at == file && !fault.path.is_empty() => {
            let number: String = fault.path.chars().filter(char::is_ascii_digit).collect();
            ctx.t.with("settings-list-feature", &[("number", number.as_str().into())])
        }
        Some((at, line)) if *line > 0 => format!("{at}, {}", ctx.t.with("settings-list-line", &[("line", (*line).into())])),
        Some((at, _)) => at.clone(),
        None => return words::fault(&ctx.t, fault),
    };
    format!("{spot}: {}", words::reason(&ctx.t, &fault.reason))
}

/// The fields of the form, and the file if one was chosen.
async fn upload(mut multipart: Multipart) -> Result<(Form, Option<Vec<u8>>)> {
    let unread = |_| Error::invalid("file", "settings-list-missing");
    let (mut form, mut file) = (Form::new(), None);
    while let Some(field) = multipart.next_field().await.map_err(unread)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let chosen = field.file_name().is_some_and(|name| !name.is_empty());
            let bytes = field.bytes().await.map_err(unread)?;
            file = chosen.then(|| bytes.to_vec());
        } else {
            form.add(name, field.text().await.map_err(unread)?);
        }
    }
    Ok((form, file))
}

/// `POST /settings/lists/{file}/taking`: the file that was checked holds from now on.
pub(super) async fn take(
    Extension(settings): Extension<Settings>,
    Path(file): Path<String>,
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    form: Form,
) -> PageResult<Redirect> {
    viewer.require(Permission::Administer)?;
    let file = settings.lists.known(&file)?;
    let digest = form.get("digest").to_owned();
    if !lists::is_digest(&digest) || !lists::kept(&settings.lists.data, &digest).exists() {
        return Err(Error::NotFound.into());
    }
    let entries = ctx.app.db.read(packs::entries).await?;
    let counts = checked(&settings.lists, &entries, file, Some(digest.clone())).await?;
    let counts = counts.map_err(|_| Error::Conflict("settings-list-changed"))?;
    let edit = Edit::Put(lists::entry(file, &digest, counts.rows));
    keep(&ctx, &viewer, file, edit, &form).await
}

/// `POST /settings/lists/{file}/pack`: the pack's file holds again.
pub(super) async fn take_packs(
    Extension(settings): Extension<Settings>,
    Path(file): Path<String>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
    form: Form,
) -> PageResult<Response> {
    viewer.require(Permission::Administer)?;
    let file = settings.lists.known(&file)?;
    let entries = ctx.app.db.read(packs::entries).await?;
    if let Err(faults) = checked(&settings.lists, &entries, file, None).await? {
        let page = list_page(&settings, &ctx, &nav, &viewer, file, form).await?;
        return Ok((StatusCode::CONFLICT, Html(page.with_faults(&ctx, &faults))).into_response());
    }
    Ok(keep(&ctx, &viewer, file, Edit::TakePacks(None), &form).await?.into_response())
}

async fn keep(ctx: &Ctx, viewer: &Viewer, file: &'static str, edit: Edit, form: &Form) -> PageResult<Redirect> {
    let version = form.get("version").parse().unwrap_or(0);
    let keep = move |tx: &store::Tx<'_>| actions::edit(tx, SECTION, file, &edit, version).map(drop);
    ctx.app.db.write(viewer.actor(), keep).await?;
    Ok(Redirect::to("/settings/lists?saved"))
}
