//! `/settings/{section}/{key}`: the form of an entry, its preview, its history, and giving it back to the pack.

use askama::Template;
use axum::{
    Extension,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, Result};
use packs::{Difference, Edit, Entries, Entry, Fault, Origin, Section, actions};
use serde_json::{Value as Json, json};
use staff::{
    Viewer,
    pages::{SignedIn, WorkNav},
};
use web::{Ctx, Form, Html, Page, PageResult};

use super::{
    form::{self, Shown},
    require,
    routing::{self, Tried},
    words,
};
use crate::{Settings, model::Kind};

/// The section whose entries have routing tables.
const SERVICES: &str = "services";

#[derive(Template)]
#[template(path = "entry.html")]
struct EntryPage {
    page: Page,
    form: Form,
    title: String,
    section: &'static str,
    section_title: String,
    /// Nothing while the entry is new.
    key: Option<String>,
    tag: Option<(&'static str, &'static str)>,
    controls: Vec<Shown>,
    /// What the change does, when it is being previewed.
    preview: Option<Vec<Changed>>,
    /// What the routing in the preview would have done with the cases of the last year.
    tried: Option<Tried>,
    /// What should be looked at in a routing table.
    notes: Vec<String>,
    differences: Vec<Changed>,
    history: Vec<Past>,
    /// How often the entry has changed, so that nobody overwrites what they have not seen.
    version: i64,
    removable: bool,
    saved: bool,
}

/// A value before and after.
struct Changed {
    path: String,
    words: String,
    before: String,
    after: String,
}

/// A value that the entry has had.
struct Past {
    /// Whether the entry began with it.
    begins: bool,
    when: String,
    who: String,
    changes: Vec<Changed>,
}

/// The entry that a page is about.
struct Subject {
    section: &'static Section,
    key: Option<String>,
    entries: Entries,
    entry: Entry,
    version: i64,
    history: Vec<(packs::Version, Option<String>)>,
}

impl Subject {
    async fn find(settings: &Settings, ctx: &Ctx, section: &str, key: Option<&str>) -> Result<Self> {
        let section = settings.section(section)?;
        let (name, wanted) = (section.name, key.map(str::to_owned));
        let read = move |read: &store::Read<'_>| {
            let entries = packs::entries(read)?;
            let Some(key) = &wanted else { return Ok((entries, None, 0, Vec::new())) };
            let entry = entries.find(name, key).cloned();
            let history = packs::history(read, name, key)?;
            let who = history.iter().map(|version| version.account_id.map(|id| staff::name_of(read, id)).transpose());
            let who: Vec<Option<String>> = who.collect::<Result<_>>()?;
            Ok((entries, entry, actions::version(read, name, key)?, history.into_iter().zip(who).collect()))
        };
        let (entries, entry, version, history) = ctx.app.db.read(read).await?;
        // A file that is one entry has one key; a pack that does without the file begins it on this page.
        let begins = match section.form {
            packs::Form::Whole => key == Some(name),
            packs::Form::List(_) => key.is_none(),
        };
        let entry = entry.or_else(|| begins.then(Entry::default)).ok_or(Error::NotFound)?;
        Ok(Self { section, key: key.map(str::to_owned), entries, entry, version, history })
    }

    fn page(self, ctx: &Ctx, nav: &WorkNav, viewer: &Viewer, form: Form, value: &Json) -> EntryPage {
        let section_title = words::section(&ctx.t, self.section.name);
        let title = match &self.key {
            None => ctx.t.get("settings-new").to_owned(),
            Some(_) if self.section.form == packs::Form::Whole => section_title.clone(),
            Some(_) => words::entry(&self.entry, ctx.language()),
        };
        let controls = form::shown(ctx, self.section, &self.entries, value, &form, self.key.is_some());
        EntryPage {
            page: nav.page(ctx, viewer, title.clone()).with_form(&form),
            title,
            section: self.section.name,
            section_title,
            tag: self.entry.latest().map(|_| words::origin(&self.entry)),
            controls,
            preview: None,
            tried: None,
            notes: if self.section.name == SERVICES { routing::notes(&ctx.t, value) } else { Vec::new() },
            differences: self.entry.differences().into_iter().map(|one| changed(ctx, self.section.name, one)).collect(),
            history: self.past(ctx),
            version: form.get("version").parse().unwrap_or(self.version),
            removable: self.section.form != packs::Form::Whole && self.key.is_some() && self.entry.origin() != Origin::Removed,
            saved: false,
            key: self.key,
            form,
        }
    }

    fn past(&self, ctx: &Ctx) -> Vec<Past> {
        let nothing = json!({});
        let mut past = Vec::new();
        for (at, (version, who)) in self.history.iter().enumerate() {
            let before = self.history.get(at + 1).and_then(|(version, _)| version.value.as_ref()).unwrap_or(&nothing);
            let after = version.value.as_ref().unwrap_or(&nothing);
            let begins = version.version == 1;
            past.push(Past {
                begins,
                when: ctx.t.moment(version.at, ctx.now()),
                who: who.clone().unwrap_or_else(|| ctx.t.get("settings-by-pack").to_owned()),
                changes: if begins { Vec::new() } else { changes(ctx, self.section.name, before, after) },
            });
        }
        past
    }
}

fn changed(ctx: &Ctx, section: &str, one: Difference) -> Changed {
    Changed {
        words: words::path(&ctx.t, section, &one.path),
        before: words::value(one.pack.as_ref()),
        after: words::value(one.own.as_ref()),
        path: one.path,
    }
}

/// Every value in which the second differs from the first.
fn changes(ctx: &Ctx, section: &str, before: &Json, after: &Json) -> Vec<Changed> {
    packs::changes(before, after).into_iter().map(|one| changed(ctx, section, one)).collect()
}

/// `GET /settings/{section}/{key}`
pub(super) async fn show(
    Extension(settings): Extension<Settings>,
    Path((section, key)): Path<(String, String)>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
) -> PageResult<Response> {
    require(&viewer, &section)?;
    let subject = Subject::find(&settings, &ctx, &section, Some(&key)).await?;
    let value = subject.entry.latest().unwrap_or_default();
    let shown = form::of_value(subject.section, &value);
    let saved = ctx.visit.uri.query() == Some("saved");
    Ok(Html(EntryPage { saved, ..subject.page(&ctx, &nav, &viewer, shown, &value) }).into_response())
}

/// `GET /settings/{section}/new`
pub(super) async fn begin(
    Extension(settings): Extension<Settings>,
    Path(section): Path<String>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
) -> PageResult<Response> {
    require(&viewer, &section)?;
    let subject = Subject::find(&settings, &ctx, &section, None).await?;
    let empty = form::of_value(subject.section, &Json::Null);
    Ok(Html(subject.page(&ctx, &nav, &viewer, empty, &Json::Null)).into_response())
}

/// `POST /settings/{section}/new`
pub(super) async fn create(
    Extension(settings): Extension<Settings>,
    Path(section): Path<String>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
    form: Form,
) -> PageResult<Response> {
    require(&viewer, &section)?;
    let subject = Subject::find(&settings, &ctx, &section, None).await?;
    put(&settings, &ctx, &nav, &viewer, subject, form).await
}

/// `POST /settings/{section}/{key}`
pub(super) async fn change(
    Extension(settings): Extension<Settings>,
    Path((section, key)): Path<(String, String)>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
    form: Form,
) -> PageResult<Response> {
    require(&viewer, &section)?;
    let subject = Subject::find(&settings, &ctx, &section, Some(&key)).await?;
    put(&settings, &ctx, &nav, &viewer, subject, form).await
}

/// Shows what the form would change, or keeps it; a button `step` says which, or that another row is wanted.
async fn put(settings: &Settings, ctx: &Ctx, nav: &WorkNav, viewer: &Viewer, subject: Subject, form: Form) -> PageResult<Response> {
    let (step, version) = (form.get("step").to_owned(), form.get("version").parse().unwrap_or(0));
    let (value, mut form) = form::value_of(ctx, subject.section, &subject.entry, form);
    if step == "more" {
        let clean = Form::of(form.fields().map(|(name, value)| (name.to_owned(), value.to_owned())));
        return Ok(Html(subject.page(ctx, nav, viewer, clean, &value)).into_response());
    }
    let key = subject.key.clone().or_else(|| value.get("key")?.as_str().map(str::to_owned)).unwrap_or_default();
    if subject.key.is_none() && !key.is_empty() && !packs::key_fits(&key) {
        form.refuse("key", ctx.t.get("settings-key-bad"));
    }
    if subject.key.is_none() && subject.entries.find(subject.section.name, &key).is_some_and(|entry| !entry.removed) {
        form.refuse("key", ctx.t.get("settings-key-taken"));
    }
    let edit = Edit::Put(value.clone());
    if form.errors().is_empty() {
        let after = subject.entries.with(subject.section.name, &key, &edit);
        let faults = settings.refusals(subject.entries.clone(), after, (subject.section.name, &key)).await?;
        form = form::with_faults(ctx, subject.section, &key, form, &faults);
    }
    if !form.errors().is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(subject.page(ctx, nav, viewer, form, &value))).into_response());
    }
    if step != "save" {
        let before = subject.entry.value().unwrap_or_else(|| json!({}));
        let preview = Some(changes(ctx, subject.section.name, &before, &value));
        let tried = match subject.section.name {
            SERVICES => routing::tried(ctx, viewer, &before, &value).await?,
            _ => None,
        };
        return Ok(Html(EntryPage { preview, tried, ..subject.page(ctx, nav, viewer, form, &value) }).into_response());
    }
    let change = Change { section: subject.section.name, key: &key, edit, version };
    let faults = keep(settings, ctx, viewer, change).await?;
    if !faults.is_empty() {
        let form = form::with_faults(ctx, subject.section, &key, form, &faults);
        return Ok((StatusCode::CONFLICT, Html(subject.page(ctx, nav, viewer, form, &value))).into_response());
    }
    Ok(Redirect::to(&format!("/settings/{}/{key}?saved", subject.section.name)).into_response())
}

/// What somebody changes of an entry, and how often it had changed when they saw it.
pub(super) struct Change<'a> {
    pub(super) section: &'static str,
    pub(super) key: &'a str,
    pub(super) edit: Edit,
    pub(super) version: i64,
}

/// Keeps the change and makes the rows that follow from it, unless it cannot be: then nothing changes, and the faults say why.
pub(super) async fn keep(settings: &Settings, ctx: &Ctx, viewer: &Viewer, change: Change<'_>) -> Result<Vec<Fault>> {
    let Change { section, key, edit, version } = change;
    let (entries, stamp) = ctx.app.db.read(|read| Ok((packs::entries(read)?, packs::stamp(read)?))).await?;
    let after = entries.with(section, key, &edit);
    let faults = settings.refusals(entries, after, (section, key)).await?;
    if !faults.is_empty() {
        return Ok(faults);
    }
    let (apply, key) = (settings.apply.clone(), key.to_owned());
    let keep = move |tx: &store::Tx<'_>| {
        // What was weighed was the city as it stood then.
        if packs::stamp(tx)? != stamp && actions::version(tx, section, &key)? == version {
            return Err(Error::Conflict("settings-changed-meanwhile"));
        }
        let entries = actions::edit(tx, section, &key, &edit, version)?;
        apply(tx, &entries)
    };
    ctx.app.db.write(viewer.actor(), keep).await.map(|()| Vec::new())
}

/// `POST /settings/{section}/{key}/pack`: what the pack says holds again, for one value or the whole entry.
pub(super) async fn take_packs(
    Extension(settings): Extension<Settings>,
    Path((section, key)): Path<(String, String)>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
    form: Form,
) -> PageResult<Response> {
    require(&viewer, &section)?;
    let subject = Subject::find(&settings, &ctx, &section, Some(&key)).await?;
    let edit = Edit::TakePacks(form.filled("path").map(str::to_owned));
    finish(&settings, &ctx, &nav, &viewer, subject, (edit, &form)).await
}

/// `POST /settings/{section}/{key}/removal`: the entry goes out of use, unless something else needs it.
pub(super) async fn remove(
    Extension(settings): Extension<Settings>,
    Path((section, key)): Path<(String, String)>,
    ctx: Ctx,
    nav: WorkNav,
    SignedIn(viewer): SignedIn,
    form: Form,
) -> PageResult<Response> {
    require(&viewer, &section)?;
    let subject = Subject::find(&settings, &ctx, &section, Some(&key)).await?;
    if subject.section.form == packs::Form::Whole {
        return Err(Error::NotFound.into());
    }
    finish(&settings, &ctx, &nav, &viewer, subject, (Edit::Remove, &form)).await
}

/// Keeps the edit of a button, or shows the entry again with what stands in the way.
async fn finish(
    settings: &Settings,
    ctx: &Ctx,
    nav: &WorkNav,
    viewer: &Viewer,
    subject: Subject,
    (edit, typed): (Edit, &Form),
) -> PageResult<Response> {
    let (section, key) = (subject.section, subject.key.clone().unwrap_or_default());
    let version = typed.get("version").parse().unwrap_or(0);
    let faults = keep(settings, ctx, viewer, Change { section: section.name, key: &key, edit, version }).await?;
    if faults.is_empty() {
        return Ok(Redirect::to(&format!("/settings/{}", section.name)).into_response());
    }
    let value = subject.entry.latest().unwrap_or_default();
    let form = form::in_use(ctx, form::of_value(section, &value), &faults);
    Ok((StatusCode::CONFLICT, Html(subject.page(ctx, nav, viewer, form, &value))).into_response())
}
