//! `/people/new` and `/people/{id}/edit`: an account is made or changed by one form.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::{Error, FieldFault, Id};
use hours::{DayHours, Week};
use jiff::{civil::Date, tz::TimeZone};
use web::{Choice, Ctx, Form, Html, Page, PageResult};

use super::{
    PEOPLE, SignedIn, WorkNav,
    history::{DAYS, day_hours},
    people::role_choices,
    person::{invitation_link, person_page},
    wording,
};
use crate::{
    Permission, Unit, Viewer, actions,
    model::{LANGUAGES, Levels, Login, NewAccount, Permissions, Person, Profile, Role, Skill, end_of_day, last_day, read_phone},
    store as rows,
};

#[derive(Template)]
#[template(path = "person_form.html")]
struct PersonFormPage {
    page: Page,
    form: Form,
    action: String,
    heading: &'static str,
    /// Whether the account is about to be made.
    new: bool,
    units: Vec<Choice>,
    roles: Vec<Choice>,
    deputies: Vec<Choice>,
    levels: Vec<Choice>,
    /// Name of the field and label of each language, skill and day.
    languages: Vec<(String, String)>,
    skills: Vec<(String, String)>,
    days: Vec<(&'static str, &'static str)>,
}

/// What the form may name.
struct Offered {
    units: Vec<Unit>,
    roles: Vec<Role>,
    skills: Vec<Skill>,
    people: Vec<Person>,
    /// The account that is changed.
    person: Option<Person>,
}

impl Offered {
    async fn load(ctx: &Ctx, viewer: &Viewer, id: Option<Id>) -> PageResult<Self> {
        viewer.require(Permission::Administer)?;
        let look = move |read: &store::Read<'_>| {
            let person = id.map(|id| rows::person(read, id)).transpose()?;
            let (units, people) = (rows::units(read)?, rows::people(read)?);
            Ok(Self { units, people, roles: actions::roles(read)?, skills: actions::skills(read)?, person })
        };
        Ok(ctx.app.db.read(look).await?)
    }

    fn page(&self, ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, form: Form) -> PersonFormPage {
        let id = self.person.as_ref().map(|person| person.account_id);
        let heading = if id.is_some() { "staff-person-edit" } else { "staff-person-new" };
        let kept = self.person.as_ref().and_then(|person| person.profile.unit_id);
        PersonFormPage {
            page: nav.page(ctx, viewer, ctx.t.get(heading)).with_form(&form),
            action: id.map_or_else(|| format!("{PEOPLE}/new"), |id| format!("{PEOPLE}/{id}/edit")),
            heading,
            new: id.is_none(),
            units: wording::unit_choices(&self.units, kept),
            roles: role_choices(ctx, &self.roles),
            deputies: wording::people_choices(&self.people, id, ctx.now()),
            levels: wording::level_choices(ctx),
            languages: LANGUAGES.iter().map(|tag| (format!("language-{tag}"), wording::language(ctx, tag))).collect(),
            skills: self.skills.iter().map(|one| (format!("skill-{}", one.key), wording::skill(ctx, &self.skills, &one.key))).collect(),
            days: DAYS.iter().map(|(field, key, _)| (*field, *key)).collect(),
            form,
        }
    }
}

/// `GET /people/new`
pub(super) async fn new(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav) -> PageResult<Response> {
    let offered = Offered::load(&ctx, &viewer, None).await?;
    let form = Form::of([("language-pl", "5")]);
    Ok(Html(offered.page(&ctx, &viewer, &nav, form)).into_response())
}

/// `POST /people/new`: makes the account and shows the link by which its owner sets a password, this once.
pub(super) async fn create(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, form: Form) -> PageResult<Response> {
    let offered = Offered::load(&ctx, &viewer, None).await?;
    let read = read(&form, &offered, ctx.app.zone(), Profile::default());
    let (login, read) = match (form.get("login").parse::<Login>(), read) {
        (Ok(login), Ok(read)) => (login, read),
        (login, read) => {
            let faults: Vec<FieldFault> = faults_of(login.err()).into_iter().chain(read.err().unwrap_or_default()).collect();
            return Ok(again(&ctx, &viewer, &nav, &offered, form, &faults));
        }
    };
    let (profile, roles) = read;
    let id = Id::new();
    let account = NewAccount { id, login, name: profile.name.clone(), unit_id: profile.unit_id, permissions: Permissions::default() };
    let hire = move |tx: &store::Tx<'_>| {
        actions::hire(tx, &account, &profile, &roles)?;
        actions::invite(tx, id)
    };
    match ctx.app.db.write(viewer.actor(), hire).await {
        Ok(token) => {
            let page = person_page(&ctx, &viewer, &nav, id, invitation_link(&ctx, &token)).await?;
            Ok((StatusCode::CREATED, page).into_response())
        }
        Err(error) => refused(&ctx, &viewer, &nav, &offered, form, error),
    }
}

/// `GET /people/{id}/edit`
pub(super) async fn edit(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, Path(id): Path<String>) -> PageResult<Response> {
    let offered = Offered::load(&ctx, &viewer, Some(id.parse()?)).await?;
    let form = filled(&offered, ctx.app.zone());
    Ok(Html(offered.page(&ctx, &viewer, &nav, form)).into_response())
}

/// `POST /people/{id}/edit`
pub(super) async fn update(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let offered = Offered::load(&ctx, &viewer, Some(id)).await?;
    let known = offered.person.as_ref().map(|person| person.profile.clone()).unwrap_or_default();
    let (profile, roles) = match read(&form, &offered, ctx.app.zone(), known) {
        Ok(read) => read,
        Err(faults) => return Ok(again(&ctx, &viewer, &nav, &offered, form, &faults)),
    };
    let change = move |tx: &store::Tx<'_>| actions::change_person(tx, id, &profile, Some(&roles));
    match ctx.app.db.write(viewer.actor(), change).await {
        Ok(()) => Ok(Redirect::to(&format!("{PEOPLE}/{id}")).into_response()),
        Err(error) => refused(&ctx, &viewer, &nav, &offered, form, error),
    }
}

fn refused(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, offered: &Offered, form: Form, error: Error) -> PageResult<Response> {
    match error {
        Error::Invalid(faults) => Ok(again(ctx, viewer, nav, offered, form, &faults)),
        Error::Conflict(message) if message.starts_with("staff-") => {
            Ok(again(ctx, viewer, nav, offered, form, &[FieldFault { field: "roles", message }]))
        }
        other => Err(other.into()),
    }
}

fn again(ctx: &Ctx, viewer: &Viewer, nav: &WorkNav, offered: &Offered, form: Form, faults: &[FieldFault]) -> Response {
    let page = offered.page(ctx, viewer, nav, form.refused(&ctx.t, faults));
    (StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response()
}

fn faults_of(error: Option<Error>) -> Vec<FieldFault> {
    match error {
        Some(Error::Invalid(faults)) => faults,
        _ => Vec::new(),
    }
}

/// The form as the account is now.
fn filled(offered: &Offered, zone: &TimeZone) -> Form {
    let Some(person) = &offered.person else { return Form::new() };
    let profile = &person.profile;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let unit = profile.unit_id.and_then(|id| offered.units.iter().find(|unit| unit.id == id));
    let ends_on = profile.ends_at.and_then(|ends_at| last_day(ends_at, zone));
    let mut form = Form::of([
        ("name", profile.name.clone()),
        ("unit", unit.map(|unit| unit.key.clone()).unwrap_or_default()),
        ("title", text(&profile.title)),
        ("ends_on", ends_on.map(|day| day.to_string()).unwrap_or_default()),
        ("email", text(&profile.email)),
        ("phone", text(&profile.phone)),
        ("room", text(&profile.room)),
        ("deputy", profile.deputy_id.map(|id| id.to_string()).unwrap_or_default()),
    ]);
    offered.roles.iter().filter(|role| person.roles.contains(&role.id())).for_each(|role| form.add("roles", role.key.clone()));
    profile.languages.iter().for_each(|(tag, level)| form.add(format!("language-{tag}"), level.to_string()));
    profile.skills.iter().for_each(|(key, level)| form.add(format!("skill-{key}"), level.to_string()));
    if let Some(week) = &profile.pattern {
        DAYS.iter().for_each(|(field, _, day)| form.add(*field, day_hours(week, *day)));
    }
    form
}

type Read = (Profile, BTreeSet<Id>);

/// Reads the form; what it does not show stays as it is `known`.
fn read(form: &Form, offered: &Offered, zone: &TimeZone, known: Profile) -> Result<Read, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let text = |name: &str| form.filled(name).map(str::to_owned);
    let chosen = |field| form.filled(field).map(str::parse::<Id>).transpose();
    let deputy_id = chosen("deputy").unwrap_or_else(|_| fault(&mut faults, "deputy", "staff-deputy-unknown"));
    let ends_on = form.filled("ends_on").map(str::parse::<Date>).transpose();
    let ends_on = ends_on.unwrap_or_else(|_| fault(&mut faults, "ends_on", "staff-date-invalid"));
    let phone = form.filled("phone").map(read_phone).transpose();
    let phone = phone.unwrap_or_else(|_| fault(&mut faults, "phone", "staff-phone-invalid"));
    let pattern = read_week(form).unwrap_or_else(|fields| {
        faults.extend(fields);
        None
    });
    let shown = |tag: &str| LANGUAGES.contains(&tag);
    let mut languages: Levels = known.languages.into_iter().filter(|(tag, _)| !shown(tag)).collect();
    languages.extend(LANGUAGES.iter().filter_map(|tag| Some(((*tag).to_owned(), form.get(&format!("language-{tag}")).parse().ok()?))));
    let skills = offered.skills.iter().filter_map(|one| Some((one.key.clone(), form.get(&format!("skill-{}", one.key)).parse().ok()?)));
    let profile = Profile {
        name: form.get("name").to_owned(),
        unit_id: form.filled("unit").map(Unit::id_of),
        title: text("title"),
        email: text("email"),
        phone,
        room: text("room"),
        ends_at: ends_on.and_then(|day| end_of_day(day, zone)),
        pattern,
        deputy_id,
        languages,
        skills: skills.collect(),
    };
    let id = offered.person.as_ref().map_or_else(Id::new, |person| person.account_id);
    faults.extend(faults_of(profile.check(id).err()));
    let roles: BTreeSet<Id> = form.all("roles").map(Role::id_of).collect();
    let may_by_itself = offered.person.as_ref().is_some_and(|person| person.own_permissions.iter().next().is_some());
    if roles.is_empty() && !may_by_itself {
        faults.push(FieldFault { field: "roles", message: "staff-roles-blank" });
    }
    if faults.is_empty() { Ok((profile, roles)) } else { Err(faults) }
}

fn fault<T>(faults: &mut Vec<FieldFault>, field: &'static str, message: &'static str) -> Option<T> {
    faults.push(FieldFault { field, message });
    None
}

/// The weekly hours; without any the person works as their unit does.
fn read_week(form: &Form) -> Result<Option<Week>, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let days = DAYS.map(|(field, _, _)| {
        let texts: Vec<String> = form.get(field).split([',', ';']).filter(|text| !text.trim().is_empty()).map(interval).collect();
        DayHours::parse(&texts).unwrap_or_else(|_| {
            faults.push(FieldFault { field, message: "staff-hours-invalid" });
            DayHours::CLOSED
        })
    });
    if !faults.is_empty() {
        return Err(faults);
    }
    let works = days.iter().any(|day| !day.is_closed());
    Ok(works.then(|| Week::new(days)))
}

/// `7:30 – 15:30` as packs have it: `07:30-15:30`.
fn interval(typed: &str) -> String {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '–' { '-' } else { c }).collect();
    let full = |time: &str| if time.len() == 4 { format!("0{time}") } else { time.to_owned() };
    bare.split('-').map(full).collect::<Vec<_>>().join("-")
}
