//! What happened to an account, told from the journal in sentences.

use base::{ActorKind, Id};
use hours::Week;
use jiff::civil::Weekday;
use store::Event;
use web::Ctx;

use crate::model::Person;

/// The most that is told; signing in and out makes most of it, so the newest are enough.
const TOLD: usize = 100;

/// One thing that happened.
pub(super) struct Line {
    pub(super) when: String,
    pub(super) machine: String,
    pub(super) what: String,
}

/// The story of an account, the newest first.
pub(super) fn tell(ctx: &Ctx, events: &[Event], people: &[Person]) -> Vec<Line> {
    let line = |event: &Event| Line {
        when: ctx.t.moment(event.at, ctx.now()),
        machine: ctx.t.machine(event.at),
        what: sentence(ctx, event, people),
    };
    events.iter().rev().take(TOLD).map(line).collect()
}

fn sentence(ctx: &Ctx, event: &Event, people: &[Person]) -> String {
    let what = match event.kind.as_str() {
        "account.created" => "staff-did-created",
        "account.invited" => "staff-did-invited",
        "account.password_set" => "staff-did-password-set",
        "account.signed_in" => "staff-did-signed-in",
        "account.signed_out" => "staff-did-signed-out",
        "account.locked" => "staff-did-locked",
        "account.deactivated" => "staff-did-deactivated",
        "account.reactivated" => "staff-did-reactivated",
        "account.ended" => "staff-did-ended",
        "account.changed" => "staff-did-changed",
        "account.codes_begun" => "staff-did-codes-begun",
        "account.codes_confirmed" => "staff-did-codes-confirmed",
        "account.codes_removed" => "staff-did-codes-removed",
        "account.recovery_codes_made" => "staff-did-recovery-codes-made",
        "account.recovery_code_used" => "staff-did-recovery-code-used",
        "account.passkey_added" => "staff-did-passkey-added",
        "account.passkey_removed" => "staff-did-passkey-removed",
        "account.second_factor_reset" => "staff-did-second-factor-reset",
        "account.sessions_ended" => "staff-did-sessions-ended",
        "account.linked" => "staff-did-linked",
        "account.password_removed" => "staff-did-password-removed",
        _ => "staff-did-other",
    };
    let mut told = ctx.t.get(what).to_owned();
    if event.kind == "account.changed" {
        told = format!("{told}: {}", changed(ctx, event));
    }
    // What somebody did with their own account needs no name.
    match event.actor.id.filter(|id| *id != event.subject_id) {
        Some(id) => format!("{told}. {}", by(ctx, id, people)),
        None if event.actor.kind == ActorKind::System => format!("{told}. {}", ctx.t.get("staff-did-by-system")),
        None => format!("{told}."),
    }
}

fn by(ctx: &Ctx, id: Id, people: &[Person]) -> String {
    let name = people.iter().find(|person| person.account_id == id).map_or("–", |person| person.profile.name.as_str());
    ctx.t.with("staff-did-by", &[("name", name.into())])
}

fn changed(ctx: &Ctx, event: &Event) -> String {
    let words = event.facts["changed"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
    let key = |word| match word {
        "name" => "staff-part-name",
        "unit" => "staff-part-unit",
        "title" => "staff-part-title",
        "contact" => "staff-part-contact",
        "roles" | "rights" => "staff-part-roles",
        "end" => "staff-part-end",
        "pattern" => "staff-part-pattern",
        "deputy" => "staff-part-deputy",
        "languages" => "staff-part-languages",
        "skills" => "staff-part-skills",
        _ => "staff-part-other",
    };
    words.map(|word| ctx.t.get(key(word))).collect::<Vec<_>>().join(", ")
}

/// The days of the week with the words that forms and packs use for them, Monday first.
pub(super) const DAYS: [(&str, &str, Weekday); 7] = [
    ("mon", "staff-day-mon", Weekday::Monday),
    ("tue", "staff-day-tue", Weekday::Tuesday),
    ("wed", "staff-day-wed", Weekday::Wednesday),
    ("thu", "staff-day-thu", Weekday::Thursday),
    ("fri", "staff-day-fri", Weekday::Friday),
    ("sat", "staff-day-sat", Weekday::Saturday),
    ("sun", "staff-day-sun", Weekday::Sunday),
];

/// The hours of a day as a form has them: `07:30-12:00, 13:00-15:30`.
pub(super) fn day_hours(week: &Week, day: Weekday) -> String {
    Vec::<String>::from(week.on(day).clone()).join(", ")
}

/// A week in words: "poniedziałek 07:30-15:30; …".
pub(super) fn week(ctx: &Ctx, week: &Week) -> String {
    let days = DAYS.iter().filter(|(_, _, day)| !week.on(*day).is_closed());
    days.map(|(_, key, day)| format!("{} {}", ctx.t.get(key), day_hours(week, *day))).collect::<Vec<_>>().join("; ")
}
