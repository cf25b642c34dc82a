//! `/directory`: people and units, how to reach them, and who answers now; for everybody who is signed in.

use askama::Template;
use web::{Ctx, Form, Html, Page, PageResult, Pager};

use super::{ABSENCES, Office, PEOPLE, SignedIn, WorkNav, units, wording};
use crate::{
    Directory, Permission, Unit, Viewer, actions,
    model::{Person, Query, Skill, answers::presence, tree},
};

/// People on one page.
const SHOWN: u32 = 30;

#[derive(Template)]
#[template(path = "directory.html")]
pub(super) struct DirectoryPage {
    page: Page,
    form: Form,
    units: Vec<UnitLine>,
    people: Vec<PersonLine>,
    pager: Pager,
    /// How many people and units are shown, for those who hear it.
    found: usize,
    /// Whether something was typed that nobody fits.
    nobody: bool,
}

struct UnitLine {
    unit: Unit,
    answers: String,
}

struct PersonLine {
    person: Person,
    presence: (String, &'static str),
    languages: String,
    skills: String,
    /// Where their absences are entered; empty for those who may not.
    absences: String,
}

/// `GET /directory?q=`
pub(super) async fn show(
    ctx: Ctx,
    SignedIn(viewer): SignedIn,
    nav: WorkNav,
    office: Office,
    form: Form,
) -> PageResult<Html<DirectoryPage>> {
    let directory = units::directory(&ctx, &office).await?;
    let skills = ctx.app.db.read(actions::skills).await?;
    let (query, pager) = (Query::new(form.get("q")), Pager::of(&ctx, SHOWN));
    let skipped = usize::try_from(pager.offset()).unwrap_or(usize::MAX);
    let fitting = directory.people.iter().filter(|person| fits(&ctx, &query, person, &skills));
    let mut people: Vec<PersonLine> =
        fitting.skip(skipped).take(SHOWN as usize + 1).map(|person| line(&ctx, &viewer, &directory, person, &skills, &office)).collect();
    let units = if skipped == 0 { unit_lines(&ctx, &query, &directory, &office) } else { Vec::new() };
    let pager = pager.cut(&mut people);
    Ok(Html(DirectoryPage {
        page: nav.page(&ctx, &viewer, ctx.t.get("staff-directory")),
        found: units.len() + people.len(),
        nobody: units.is_empty() && people.is_empty(),
        units,
        people,
        pager,
        form,
    }))
}

fn unit_lines(ctx: &Ctx, query: &Query, directory: &Directory, office: &Office) -> Vec<UnitLine> {
    let language = ctx.visit.language;
    let fits = |unit: &Unit| {
        let mut texts = vec![unit.name.of(language), &unit.name.pl, unit.short.as_str(), unit.email.as_deref().unwrap_or_default()];
        texts.extend(unit.details.remits.iter().map(|remit| remit.of(language)));
        query.fits(&texts, &[unit.phone.as_deref().unwrap_or_default()])
    };
    let shown = tree::in_order(&directory.units).into_iter().map(|(_, unit)| unit).filter(|unit| unit.active && fits(unit));
    shown.map(|unit| UnitLine { unit: unit.clone(), answers: units::answer_of(ctx, directory, unit, office) }).collect()
}

fn fits(ctx: &Ctx, query: &Query, person: &Person, skills: &[Skill]) -> bool {
    let profile = &person.profile;
    let known = profile.languages.keys().map(|tag| wording::language(ctx, tag));
    let known: Vec<String> = known.chain(profile.skills.keys().map(|key| wording::skill(ctx, skills, key))).collect();
    let text = |text: &'_ Option<String>| text.clone().unwrap_or_default();
    let (title, unit, email, room) = (text(&profile.title), text(&person.unit), text(&profile.email), text(&profile.room));
    let mut texts = vec![profile.name.as_str(), &title, &unit, &email, &room];
    texts.extend(known.iter().map(String::as_str));
    query.fits(&texts, &[profile.phone.as_deref().unwrap_or_default()])
}

fn line(ctx: &Ctx, viewer: &Viewer, directory: &Directory, person: &Person, skills: &[Skill], office: &Office) -> PersonLine {
    let calendar = directory.calendar(person.profile.unit_id, office);
    let now = presence(person.account_id, &directory.colleagues, &calendar, ctx.now());
    PersonLine {
        presence: wording::presence(ctx, directory, now, ctx.now()),
        languages: wording::levels(&person.profile.languages, |tag| wording::language(ctx, tag)),
        skills: wording::levels(&person.profile.skills, |key| wording::skill(ctx, skills, key)),
        absences: absences_path(viewer, directory, person),
        person: person.clone(),
    }
}

fn absences_path(viewer: &Viewer, directory: &Directory, person: &Person) -> String {
    if viewer.account_id == person.account_id {
        return ABSENCES.to_owned();
    }
    let own_unit = viewer.unit_id.filter(|_| viewer.may(Permission::LeadUnit));
    let leads = own_unit.zip(person.profile.unit_id).is_some_and(|(top, unit)| tree::lies_within(&directory.units, unit, top));
    if leads || viewer.may(Permission::Administer) { format!("{PEOPLE}/{}/absences", person.account_id) } else { String::new() }
}
