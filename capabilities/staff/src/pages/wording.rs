//! Sentences and choices that several pages of staff share.

use base::{Id, Moment};
use web::{Choice, Ctx};

use crate::{
    Directory, Permission, Unit,
    model::{
        LEVELS, Levels, Person, Role, Skill,
        answers::{Answer, Presence},
        tree,
    },
};

/// The key of what a permission allows.
pub(super) fn permission(permission: Permission) -> &'static str {
    match permission {
        Permission::TakeReports => "staff-may-take-reports",
        Permission::WorkCases => "staff-may-work-cases",
        Permission::SeeAllCases => "staff-may-see-all-cases",
        Permission::EditKnowledge => "staff-may-edit-knowledge",
        Permission::Supervise => "staff-may-supervise",
        Permission::Administer => "staff-may-administer",
        Permission::SeeResidents => "staff-may-see-residents",
        Permission::ProtectData => "staff-may-protect-data",
        Permission::LeadUnit => "staff-may-lead-unit",
        Permission::ModeratePhotos => "staff-may-moderate-photos",
    }
}

/// What permissions allow, in words.
pub(super) fn permissions(ctx: &Ctx, held: impl Iterator<Item = Permission>) -> String {
    held.map(|one| ctx.t.get(permission(one))).collect::<Vec<_>>().join(", ")
}

/// The roles of somebody, or, without any, what their account may do by itself.
pub(super) fn roles(ctx: &Ctx, person: &Person, all: &[Role]) -> String {
    if person.roles.is_empty() {
        return permissions(ctx, person.own_permissions.iter());
    }
    let held = all.iter().filter(|role| person.roles.contains(&role.id()));
    held.map(|role| role.name.of(ctx.visit.language)).collect::<Vec<_>>().join(", ")
}

/// How it stands with an account: the key of the word, and the classes of its tag.
pub(super) fn standing(person: &Person, now: Moment) -> (&'static str, &'static str) {
    match (person.active, person.is_in_use(now), person.has_password || person.by_single_sign_on) {
        (true, true, true) => ("staff-active", "tag"),
        (true, true, false) => ("staff-invited", "tag tag-plan"),
        (true, false, _) => ("staff-ended", "tag tag-closed"),
        (false, ..) => ("staff-inactive", "tag tag-closed"),
    }
}

/// The name of a language; one that we have no word for is told by its tag.
pub(super) fn language(ctx: &Ctx, tag: &str) -> String {
    ctx.t.find(&format!("staff-language-{tag}")).unwrap_or(tag).to_owned()
}

/// Languages or skills in words, the best first: "polski 5/5, ukraiński 3/5".
pub(super) fn levels<'a>(levels: &'a Levels, name: impl Fn(&'a str) -> String) -> String {
    let mut sorted: Vec<(&String, &i64)> = levels.iter().collect();
    sorted.sort_by_key(|(word, level)| (-**level, (*word).clone()));
    sorted.into_iter().map(|(word, level)| format!("{} {level}/{LEVELS}", name(word))).collect::<Vec<_>>().join(", ")
}

/// The name of a skill.
pub(super) fn skill(ctx: &Ctx, skills: &[Skill], key: &str) -> String {
    skills.iter().find(|skill| skill.key == key).map_or(key, |skill| skill.name.of(ctx.visit.language)).to_owned()
}

/// The levels on offer.
pub(super) fn level_choices(ctx: &Ctx) -> Vec<Choice> {
    let words = ["staff-level-1", "staff-level-2", "staff-level-3", "staff-level-4", "staff-level-5"];
    (1..=LEVELS).zip(words).map(|(level, key)| Choice::new(level.to_string(), format!("{level} – {}", ctx.t.get(key)))).collect()
}

/// All units in use, as the tree has them; `kept` is offered even when it is retired.
pub(super) fn unit_choices(units: &[Unit], kept: Option<Id>) -> Vec<Choice> {
    let shown = tree::in_order(units).into_iter().filter(|(_, unit)| unit.active || kept == Some(unit.id));
    shown.map(|(depth, unit)| Choice::new(unit.key.clone(), format!("{}{}", "– ".repeat(depth), unit.short))).collect()
}

/// Everybody in use except one, by name.
pub(super) fn people_choices(people: &[Person], except: Option<Id>, now: Moment) -> Vec<Choice> {
    let others = people.iter().filter(|person| person.is_in_use(now) && Some(person.account_id) != except);
    let label = |person: &Person| match &person.unit {
        Some(unit) => format!("{} ({unit})", person.profile.name),
        None => person.profile.name.clone(),
    };
    others.map(|person| Choice::new(person.account_id.to_string(), label(person))).collect()
}

/// Who answers for a unit, in one sentence.
pub(super) fn answer(ctx: &Ctx, directory: &Directory, answer: Answer, now: Moment) -> String {
    let name = |id: Id| directory.person(id).map_or("–", |person| person.profile.name.as_str());
    // Whoever has left is stood in for without being named.
    let instead = |id: Option<Id>| id.filter(|id| directory.person(*id).is_some());
    match answer {
        Answer::Now(who) => match instead(who.instead_of) {
            None => ctx.t.with("staff-answers-now", &[("name", name(who.account_id).into())]),
            Some(other) => ctx.t.with("staff-answers-instead", &[("name", name(who.account_id).into()), ("other", name(other).into())]),
        },
        Answer::Later(at, who) => {
            let when = ctx.t.moment(at, now);
            ctx.t.with("staff-answers-later", &[("when", when.into()), ("name", name(who.account_id).into())])
        }
        Answer::Nobody => ctx.t.get("staff-answers-nobody").to_owned(),
    }
}

/// How it stands with one person: the sentence, and the classes of its tag.
pub(super) fn presence(ctx: &Ctx, directory: &Directory, presence: Presence, now: Moment) -> (String, &'static str) {
    match presence {
        Presence::AtWork => (ctx.t.get("staff-at-work").to_owned(), "tag tag-done"),
        Presence::Absent(until, stands_in) => {
            let day = ctx.t.date(until, now);
            let name = stands_in.and_then(|id| directory.person(id)).map(|person| person.profile.name.as_str());
            let sentence = match name {
                Some(name) => ctx.t.with("staff-absent-instead", &[("day", day.into()), ("name", name.into())]),
                None => ctx.t.with("staff-absent", &[("day", day.into())]),
            };
            (sentence, "tag tag-you")
        }
        Presence::Away(Some(at)) => (ctx.t.with("staff-away", &[("when", ctx.t.moment(at, now).into())]), "tag"),
        Presence::Away(None) => (ctx.t.get("staff-away-long").to_owned(), "tag"),
    }
}
