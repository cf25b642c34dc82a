//! A unit's inbox: its cases, late ones first; and the cases that no unit has.

use base::{Error, Id, Moment, ReportNumber, Result, Wording};
use jiff::civil::Date;
use staff::{Permission, Viewer};
use store::{Read, ToValue, Value, params, placeholders};

use crate::{
    model::{Case, Eyes, Filter, Hands, Order, Wanted, tells},
    store::{COLUMNS, WIDTH, case, eyes, number, visible, wording},
};

/// Cases shown on one page of the inbox.
pub const PAGE: u32 = 50;
/// The most services, and the most areas, that a search offers.
const FACETS: i64 = 200;
/// The most cases that are asked for by id.
const MOST: usize = 500;
/// The cases among which words are looked for.
pub const SEARCHED: i64 = 2_000;

/// A line of the inbox.
#[derive(Debug, Clone)]
pub struct InboxRow {
    /// The case.
    pub case: Case,
    /// The number of its first report.
    pub number: ReportNumber,
    /// The words of its first report.
    pub body: String,
    /// The name of its service.
    pub service: Wording,
    /// When the first of its clocks ends of which the unit was warned.
    pub ends_at: Option<Moment>,
    /// Who in the unit deals with it.
    pub person: Option<String>,
}

/// How many cases each filter shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Not closed.
    pub open: i64,
    /// With a clock that ends soon.
    pub ending: i64,
    /// Late.
    pub late: i64,
    /// In the viewer's hands, or of those for whom they stand in.
    pub mine: i64,
}

/// Whose cases a viewer's inbox shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those of one unit.
    Unit(Id),
    /// Those of all units: for people of the centre, who see all cases and belong to no unit.
    AllUnits,
    /// None.
    Nobody,
}

impl Scope {
    /// The viewer's own.
    pub fn of(viewer: &Viewer) -> Self {
        match viewer.unit_id {
            Some(unit_id) if viewer.may(Permission::WorkCases) => Self::Unit(unit_id),
            None if viewer.may(Permission::SeeAllCases) => Self::AllUnits,
            _ => Self::Nobody,
        }
    }

    /// As a condition on `cases c`; its values join `given`.
    pub(super) fn condition(self, eyes: &Eyes, given: &mut Vec<Value>) -> String {
        match self {
            Self::Unit(unit_id) => {
                given.push(unit_id.to_value());
                format!("c.unit_id = ${}", given.len())
            }
            Self::AllUnits => format!("c.unit_id is not null and {}", visible(eyes, given)),
            Self::Nobody => "1 = 0".to_owned(),
        }
    }
}

/// Where and how much of a list is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// The present.
    pub now: Moment,
    /// The day of the city.
    pub today: Date,
    /// Cases left out.
    pub skip: i64,
    /// The most that are given.
    pub limit: i64,
}

/// Cases in the viewer's [`Scope`] that are wanted. Words are looked for in the first [`SEARCHED`] cases that fit the rest.
///
/// # Errors
/// As [`Read::query`].
pub fn inbox(read: &Read<'_>, viewer: &Viewer, wanted: &Wanted, window: Window) -> Result<Vec<InboxRow>> {
    let found = |skip, limit| {
        let mut given = params![limit, skip].to_vec();
        let conditions = conditions(read, viewer, wanted, window, &mut given)?;
        read.query(&format!("{} where {conditions} order by {} limit $1 offset $2", select(), order(wanted)), &given, line)
    };
    if wanted.words.is_empty() {
        return found(window.skip, window.limit);
    }
    let (eyes, mut all) = (eyes(read, viewer)?, found(0, SEARCHED)?);
    let marks = super::people::marks_like(read, &wanted.words)?;
    all.retain(|row| {
        let body = if row.case.is_read_by(&eyes) { row.body.as_str() } else { "" };
        let texts = [&row.number.to_string(), &row.case.place.words, &row.service.pl, row.person.as_deref().unwrap_or_default(), body];
        marks.contains(&row.case.id) || tells(&texts, &wanted.words)
    });
    let (skip, limit) = (usize::try_from(window.skip).unwrap_or(0), usize::try_from(window.limit).unwrap_or(0));
    Ok(all.into_iter().skip(skip).take(limit).collect())
}

/// Of these cases those in the viewer's [`Scope`], in this order, at most 500.
///
/// # Errors
/// As [`Read::query`].
pub(crate) fn inbox_of(read: &Read<'_>, viewer: &Viewer, ids: &[Id]) -> Result<Vec<InboxRow>> {
    let ids = &ids[..ids.len().min(MOST)];
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut given = Vec::new();
    let whose = Scope::of(viewer).condition(&eyes(read, viewer)?, &mut given);
    let list = placeholders(given.len() + 1, ids.len());
    given.extend(ids.iter().map(|id| id.to_value()));
    read.query(&format!("{} where {whose} and c.id in {list} order by c.due_at nulls last, c.id", select()), &given, line)
}

fn conditions(read: &Read<'_>, viewer: &Viewer, wanted: &Wanted, window: Window, given: &mut Vec<Value>) -> Result<String> {
    let mut all = vec![Scope::of(viewer).condition(&eyes(read, viewer)?, given)];
    let mut is = |column: &str, value: Value| {
        given.push(value);
        format!("{column} ${}", given.len())
    };
    all.extend(match wanted.filter {
        Filter::Open => vec!["c.state <> 'closed'".to_owned()],
        Filter::Mine => vec!["c.state <> 'closed'".to_owned()],
        Filter::Ending => vec![format!("c.state <> 'closed' and {ENDS_AT} is not null")],
        Filter::Late => vec!["c.state <> 'closed'".to_owned(), is("c.due_at <", window.now.to_value())],
        Filter::Closed => vec!["c.state = 'closed'".to_owned()],
    });
    all.extend(wanted.service_id.map(|id| is("c.service_id =", id.to_value())));
    all.extend(wanted.area_id.map(|id| is("c.area_id =", id.to_value())));
    all.extend(wanted.hands.map(|hands| match hands {
        Hands::Nobody => "p.account_id is null".to_owned(),
        Hands::Of(id) => is("p.account_id =", id.to_value()),
    }));
    if wanted.filter == Filter::Mine {
        all.push(mine(read, viewer, window.today, given)?);
    }
    Ok(all.join(" and "))
}

/// That a case is in the hands of the viewer, or of somebody who is away and for whom they stand in.
fn mine(read: &Read<'_>, viewer: &Viewer, today: Date, given: &mut Vec<Value>) -> Result<String> {
    let people: Vec<Id> = std::iter::once(viewer.account_id).chain(staff::stood_in_for(read, viewer.account_id, today)?).collect();
    let list = placeholders(given.len() + 1, people.len());
    given.extend(people.iter().map(|id| id.to_value()));
    Ok(format!("p.account_id in {list}"))
}

fn order(wanted: &Wanted) -> String {
    match (wanted.order, wanted.filter) {
        (Order::Newest, Filter::Closed) | (Order::Due, Filter::Closed) => "c.closed_at desc, c.id".to_owned(),
        (Order::Oldest, Filter::Closed) => "c.closed_at, c.id".to_owned(),
        (Order::Newest, _) => "c.opened_at desc, c.id".to_owned(),
        (Order::Oldest, _) => "c.opened_at, c.id".to_owned(),
        (Order::Due, Filter::Ending) => format!("{ENDS_AT}, c.id"),
        (Order::Due, _) => "c.due_at nulls last, c.id".to_owned(),
    }
}

/// Cases that no unit has, oldest first, one more than [`PAGE`] when there are more: for somebody to decide.
///
/// # Errors
/// [`Error::Forbidden`] for those who may not dispatch; otherwise as [`Read::query`].
pub fn undispatched(read: &Read<'_>, viewer: &Viewer) -> Result<Vec<InboxRow>> {
    if !viewer.may(Permission::Supervise) && !viewer.may(Permission::SeeAllCases) {
        return Err(Error::Forbidden);
    }
    let mut given = params![i64::from(PAGE) + 1].to_vec();
    let known = visible(&eyes(read, viewer)?, &mut given);
    let sql = format!("{} where c.state = 'received' and {known} order by c.opened_at, c.id limit $1", select());
    read.query(&sql, &given, line)
}

/// How many cases in the viewer's [`Scope`] are open, late, ending, and theirs.
///
/// # Errors
/// As [`Read::query`].
pub fn inbox_counts(read: &Read<'_>, viewer: &Viewer, now: Moment, today: Date) -> Result<Counts> {
    let mut given = params![now].to_vec();
    let whose = Scope::of(viewer).condition(&eyes(read, viewer)?, &mut given);
    let mine = mine(read, viewer, today, &mut given)?;
    let sql = format!(
        "select count(*), count(case when due_at < $1 then 1 end), count(case when {ENDS_AT} is not null then 1 end),
             count(case when {mine} then 1 end)
         from cases c left join case_people p on p.case_id = c.id where {whose} and state <> 'closed'"
    );
    read.one(&sql, &given, |row| Ok(Counts { open: row.get(0)?, late: row.get(1)?, ending: row.get(2)?, mine: row.get(3)? }))
}

/// Services and areas of the open cases in the viewer's [`Scope`].
///
/// # Errors
/// As [`Read::query`].
pub(crate) fn inbox_facets(read: &Read<'_>, viewer: &Viewer) -> Result<(Vec<Id>, Vec<Id>)> {
    let mut given = params![FACETS].to_vec();
    let whose = Scope::of(viewer).condition(&eyes(read, viewer)?, &mut given);
    let all = |column: &str| {
        let sql =
            format!("select distinct c.{column} from cases c where {whose} and c.state <> 'closed' and c.{column} is not null limit $1");
        read.query(&sql, &given, |row| row.get(0))
    };
    Ok((all("service_id")?, all("area_id")?))
}

/// When the first clock of `cases c` ends of which its unit was warned.
const ENDS_AT: &str = "(select min(k.due_at) from case_clocks k where k.case_id = c.id and k.warned_at is not null and k.met_at is null
    and k.missed_at is null and k.stands_since is null)";

pub(super) fn select() -> String {
    format!(
        "select {COLUMNS}, r.number,
             case when exists (select 1 from residents m where m.id = r.resident_id and m.restricted_at is not null) then '' else r.body end,
             s.name, {ENDS_AT}, (select a.name from accounts a where a.id = p.account_id)
         from cases c join services s on s.id = c.service_id left join case_people p on p.case_id = c.id
         join reports r on r.id = (select f.id from reports f where f.case_id = c.id order by f.received_at, f.id limit 1)"
    )
}

pub(super) fn line(row: &store::Row<'_>) -> Result<InboxRow> {
    Ok(InboxRow {
        case: case(row)?,
        number: number(row.get(WIDTH)?)?,
        body: row.get(WIDTH + 1)?,
        service: wording(row.get(WIDTH + 2)?)?,
        ends_at: row.get(WIDTH + 3)?,
        person: row.get(WIDTH + 4)?,
    })
}
