//! The story of a case in sentences, with who acted.

use base::{ActorKind, Id};
use staff::Unit;
use web::Ctx;

use super::{
    answers::{self, Grounds},
    pictures::PhotoPart,
};
use crate::{
    model::{Because, form_key, last_day},
    public::Happening,
    store::{By, Entry},
};

/// One event as the page tells it.
pub(super) struct Sentence {
    /// For `datetime=`.
    pub machine: String,
    /// Day and time.
    pub when: String,
    /// What happened.
    pub what: String,
    /// Who did it.
    pub who: String,
    /// Why the unit got it; empty when nobody asked the routing.
    pub why: String,
    /// What was said to the resident.
    pub words: Option<String>,
    /// Why the unit shows no photo.
    pub no_photo: Option<String>,
    /// What the unit shows.
    pub photos: Vec<PhotoPart>,
}

/// The whole story, oldest first.
pub(super) fn tell(ctx: &Ctx, story: &[Entry], units: &[Unit], grounds: &Grounds<'_>) -> Vec<Sentence> {
    story.iter().map(|entry| sentence(ctx, entry, units, grounds)).collect()
}

fn sentence(ctx: &Ctx, entry: &Entry, units: &[Unit], grounds: &Grounds<'_>) -> Sentence {
    Sentence {
        machine: ctx.t.machine(entry.at),
        when: ctx.t.moment(entry.at, ctx.now()),
        what: what(ctx, entry.what, units),
        who: who(ctx, &entry.by),
        why: entry.routed.as_ref().map(|routed| answers::why(ctx, routed, grounds)).unwrap_or_default(),
        words: entry.words.clone(),
        no_photo: entry.no_photo.clone(),
        photos: Vec::new(),
    }
}

/// What happened: "Przekazana do jednostki: Zarząd Dróg".
pub(super) fn what(ctx: &Ctx, happening: Happening, units: &[Unit]) -> String {
    let t = &ctx.t;
    match happening {
        Happening::Received => t.get("cases-told-received").to_owned(),
        Happening::Dispatched(unit_id) => t.with("cases-told-dispatched", &[("unit", unit_name(ctx, unit_id, units).into())]),
        Happening::Accepted => t.get("cases-told-accepted").to_owned(),
        Happening::Progressed => t.get("cases-told-progressed").to_owned(),
        Happening::Returned => t.get("cases-told-returned").to_owned(),
        Happening::Scheduled(on) => t.with("cases-told-scheduled", &[("day", t.date(on, ctx.now()).into())]),
        Happening::Asked => t.get("cases-told-asked").to_owned(),
        Happening::Answered => t.get("cases-told-answered").to_owned(),
        Happening::Reopened => t.get("cases-told-reopened").to_owned(),
        Happening::Promised(due_at, because) => {
            let key = if because == Because::Waited { "cases-told-waited" } else { "cases-told-promised" };
            t.with(key, &[("day", t.day(last_day(due_at), ctx.now()).into())])
        }
        Happening::Extended(due_at) => t.with("cases-told-extended", &[("day", t.day(last_day(due_at), ctx.now()).into())]),
        Happening::Stood(ground) => t.with("cases-told-stood", &[("ground", t.get(ground.key()).into())]),
        Happening::Resumed(due_at) => t.with("cases-told-resumed", &[("day", t.day(last_day(due_at), ctx.now()).into())]),
        Happening::Formed(form) => t.with("cases-told-formed", &[("form", t.get(form_key(form)).into())]),
        Happening::Missed => t.get("cases-told-missed").to_owned(),
        Happening::SplitOff => t.get("cases-told-split-off").to_owned(),
        Happening::Reported => t.get("cases-told-reported").to_owned(),
        Happening::Joined(count) => t.count("cases-told-joined", count),
        Happening::Parted => t.get("cases-told-parted").to_owned(),
        Happening::Merged => t.get("cases-told-merged").to_owned(),
        Happening::Unmerged => t.get("cases-told-unmerged").to_owned(),
        Happening::Closed(outcome) => t.with("cases-told-closed", &[("outcome", t.get(outcome.key()).into())]),
    }
}

/// The name of a unit in the language of the page; empty when there is none of this id.
pub(super) fn unit_name(ctx: &Ctx, unit_id: Id, units: &[Unit]) -> String {
    units.iter().find(|unit| unit.id == unit_id).map_or("", |unit| unit.name.of(ctx.language())).to_owned()
}

fn who(ctx: &Ctx, by: &By) -> String {
    let sort = match by.kind {
        ActorKind::Resident => "cases-by-resident",
        ActorKind::Staff => "cases-by-staff",
        ActorKind::System => "cases-by-system",
        ActorKind::Import => "cases-by-import",
        ActorKind::Key => "cases-by-key",
    };
    by.name.clone().unwrap_or_else(|| ctx.t.get(sort).to_owned())
}
