//! `/people`: who may sign in, searched and filtered; for those who administer.

use askama::Template;
use web::{Choice, Ctx, Form, Html, Page, PageResult, Pager};

use super::{SignedIn, WorkNav, wording};
use crate::{
    Unit,
    actions::{self, Sought, people_for},
    model::{Person, Query, Role},
    store as rows,
};

/// Accounts on one page.
const SHOWN: u32 = 50;

#[derive(Template)]
#[template(path = "people.html")]
pub(super) struct PeoplePage {
    page: Page,
    form: Form,
    people: Vec<Row>,
    /// How many were found on all pages.
    found: usize,
    units: Vec<Choice>,
    roles: Vec<Choice>,
    states: Vec<Choice>,
    pager: Pager,
}

struct Row {
    person: Person,
    may: String,
    standing: (&'static str, &'static str),
    /// The last day of an account that has one.
    until: String,
}

impl Row {
    fn new(ctx: &Ctx, person: Person, roles: &[Role]) -> Self {
        let last_day = person.profile.ends_at.and_then(|ends_at| crate::model::last_day(ends_at, ctx.app.zone()));
        let until = last_day.map(|day| ctx.t.with("staff-until", &[("day", ctx.t.date(day, ctx.now()).into())])).unwrap_or_default();
        Self { may: wording::roles(ctx, &person, roles), standing: wording::standing(&person, ctx.now()), until, person }
    }
}

/// `GET /people?q=&unit=&role=&state=`
pub(super) async fn show(ctx: Ctx, SignedIn(viewer): SignedIn, nav: WorkNav, form: Form) -> PageResult<Html<PeoplePage>> {
    let (looking, sought, now) = (viewer.clone(), sought(&form), ctx.now());
    let look = move |read: &store::Read<'_>| Ok((people_for(read, &looking, &sought, now)?, rows::units(read)?, actions::roles(read)?));
    let (people, units, roles) = ctx.app.db.read(look).await?;
    let pager = Pager::of(&ctx, SHOWN);
    let found = people.len();
    let skipped = usize::try_from(pager.offset()).unwrap_or(usize::MAX);
    let mut people: Vec<Person> = people.into_iter().skip(skipped).take(SHOWN as usize + 1).collect();
    let pager = pager.cut(&mut people);
    Ok(Html(PeoplePage {
        page: nav.page(&ctx, &viewer, ctx.t.get("staff-people")),
        people: people.into_iter().map(|person| Row::new(&ctx, person, &roles)).collect(),
        found,
        units: wording::unit_choices(&units, None),
        roles: role_choices(&ctx, &roles),
        states: [("in_use", "staff-active"), ("not", "staff-inactive")].map(|(word, key)| Choice::new(word, ctx.t.get(key))).into(),
        pager,
        form,
    }))
}

/// The roles by name.
pub(super) fn role_choices(ctx: &Ctx, roles: &[Role]) -> Vec<Choice> {
    let choice = |role: &Role| {
        let may = wording::permissions(ctx, role.permissions.iter());
        Choice::new(role.key.clone(), role.name.of(ctx.visit.language)).hint(may)
    };
    roles.iter().map(choice).collect()
}

fn sought(form: &Form) -> Sought {
    let in_use = match form.get("state") {
        "in_use" => Some(true),
        "not" => Some(false),
        _ => None,
    };
    Sought {
        query: Query::new(form.get("q")),
        unit_id: form.filled("unit").map(Unit::id_of),
        role_id: form.filled("role").map(Role::id_of),
        in_use,
    }
}
