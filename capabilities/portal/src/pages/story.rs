//! The story of a case in sentences: who did what and when, in their own words, and what is still promised.

use std::collections::HashMap;

use base::{Id, Language, Moment, Wording};
use cases::{
    model::{Because, PhotoState, Shows, form_key, last_day},
    public::{Happening, PublicPhoto, PublicReport, Told},
};
use web::Ctx;

use crate::model::promises::Promise;

/// One thing that happened.
pub(super) struct Entry<'a> {
    /// For `datetime`.
    pub(super) machine: String,
    /// "poniedziałek 16 listopada, 7:12"; later on the same day only "7:13".
    pub(super) when: String,
    /// What happened.
    pub(super) fact: String,
    /// Whose doing it is, where the fact ends with a colon.
    pub(super) unit: Option<&'a Wording>,
    /// What goes on from there; may be empty.
    pub(super) more: String,
    /// What the unit said, always in Polish.
    pub(super) words: Option<&'a str>,
    /// What the author said, in their own language.
    pub(super) own_words: Option<&'a (String, Language)>,
    /// Photos that came with it.
    pub(super) photos: Vec<Picture>,
    /// Why the unit shows none.
    pub(super) no_photo: Option<&'a str>,
}

/// A photo on the page.
pub(super) struct Picture {
    /// Its address after that of the report.
    pub(super) path: String,
    /// What it is.
    pub(super) alt: String,
    /// Pixels.
    pub(super) width: i64,
    /// Pixels.
    pub(super) height: i64,
    /// Who sees it, for its author.
    pub(super) note: String,
}

/// What is still to come.
pub(super) struct Ahead {
    /// Until when.
    pub(super) when: String,
    /// What we promise.
    pub(super) sentence: String,
}

/// The story, oldest first.
pub(super) fn tell<'a>(
    ctx: &Ctx,
    report: &'a PublicReport,
    units: &'a HashMap<Id, Wording>,
    own_words: Option<&'a (String, Language)>,
) -> Vec<Entry<'a>> {
    let (mut before, mut unit) = (None, None);
    // What was promised at first stands nowhere once another day is promised.
    let moved = report.story.iter().any(|told| matches!(told.what, Happening::Promised(..)));
    let later = report.story.iter().any(|told| told.what == Happening::Reported);
    let began = if later { Happening::Reported } else { Happening::Received };
    let mut entry = |told: &'a Told| {
        if let Happening::Dispatched(id) = told.what {
            unit = units.get(&id);
        }
        let when = when(ctx, told.at, before.replace(told.at));
        let own_words = own_words.filter(|(words, _)| told.what == began && !words.is_empty());
        let more = match (told.what, report.due_at) {
            (Happening::Dispatched(_), Some(due)) if !moved => {
                ctx.t.with("portal-due-ahead", &[("day", ctx.t.day(last_day(due), ctx.now()).into())]) + "."
            }
            (Happening::Received | Happening::Reported | Happening::SplitOff, _) if own_words.is_some() => {
                ctx.t.get("portal-story-own").to_owned()
            }
            _ => String::new(),
        };
        let (fact, names_unit) = fact(ctx, told.what);
        let unit = unit.filter(|_| names_unit);
        Entry {
            machine: ctx.t.machine(told.at),
            when,
            fact,
            unit,
            more,
            words: told.words.as_deref(),
            own_words,
            photos: pictures(ctx, told),
            no_photo: told.no_photo.as_deref(),
        }
    };
    report.story.iter().map(&mut entry).collect()
}

fn pictures(ctx: &Ctx, told: &Told) -> Vec<Picture> {
    let picture = |photo: &PublicPhoto| Picture {
        path: format!("photos/{}?v={}", photo.id, photo.edits),
        alt: ctx.t.get(alt(photo.shows)).to_owned(),
        width: photo.width,
        height: photo.height,
        note: note(ctx, photo),
    };
    told.photos.iter().map(picture).collect()
}

fn alt(shows: Shows) -> &'static str {
    match shows {
        Shows::Reported => "photo-reported",
        Shows::Before => "photo-before",
        Shows::After => "photo-after",
    }
}

/// Who sees an author's own photo.
fn note(ctx: &Ctx, photo: &PublicPhoto) -> String {
    match photo.state {
        _ if !photo.own => String::new(),
        PhotoState::Withheld => ctx.t.with("portal-photo-withheld", &[("why", photo.reason.as_str().into())]),
        PhotoState::Published if photo.open => ctx.t.get("portal-photo-published").to_owned(),
        PhotoState::Waiting if photo.open => ctx.t.get("portal-photo-waiting").to_owned(),
        _ => ctx.t.get("portal-photo-private").to_owned(),
    }
}

/// The sentence, and whether the name of the unit follows it.
fn fact(ctx: &Ctx, what: Happening) -> (String, bool) {
    let (key, names_unit) = match what {
        Happening::Received => ("portal-story-received", false),
        Happening::Dispatched(_) => ("portal-story-dispatched", true),
        Happening::Accepted => ("portal-story-accepted", true),
        Happening::Progressed => ("portal-story-progressed", true),
        Happening::Returned => ("portal-story-returned", false),
        Happening::Scheduled(on) => return (ctx.t.with("portal-story-scheduled", &[("day", ctx.t.date(on, ctx.now()).into())]), false),
        Happening::Asked => ("portal-story-asked", true),
        Happening::Answered => ("portal-story-answered", false),
        Happening::Reopened => ("portal-story-reopened", false),
        Happening::Promised(due_at, because) => {
            let key = if because == Because::Waited { "portal-story-waited" } else { "portal-story-promised" };
            return (ctx.t.with(key, &[("day", ctx.t.day(last_day(due_at), ctx.now()).into())]), false);
        }
        Happening::Extended(due_at) => {
            return (ctx.t.with("portal-story-extended", &[("day", ctx.t.day(last_day(due_at), ctx.now()).into())]), false);
        }
        Happening::Stood(ground) => return (ctx.t.with("portal-story-stood", &[("ground", ctx.t.get(ground.key()).into())]), false),
        Happening::Resumed(due_at) => {
            return (ctx.t.with("portal-story-resumed", &[("day", ctx.t.day(last_day(due_at), ctx.now()).into())]), false);
        }
        Happening::Formed(form) => return (ctx.t.with("portal-story-formed", &[("form", ctx.t.get(form_key(form)).into())]), false),
        Happening::Missed => ("portal-story-missed", false),
        Happening::SplitOff => ("portal-story-split-off", false),
        Happening::Reported => ("portal-story-reported", false),
        Happening::Joined(count) => return (ctx.t.count("portal-story-joined", count), false),
        Happening::Parted => ("portal-story-parted", false),
        Happening::Merged => ("portal-story-merged", false),
        Happening::Unmerged => ("portal-story-unmerged", false),
        Happening::Closed(outcome) => {
            let outcome = ctx.t.get(outcome.key());
            return (ctx.t.with("portal-story-closed", &[("outcome", outcome.into())]), false);
        }
    };
    (ctx.t.get(key).to_owned(), names_unit)
}

fn when(ctx: &Ctx, at: Moment, before: Option<Moment>) -> String {
    let (day, time) = (ctx.t.day(at, ctx.now()), ctx.t.time(at));
    let same_day = before.is_some_and(|before| ctx.t.day(before, ctx.now()) == day);
    if same_day { time } else { format!("{day}, {time}") }
}

/// What an open case still has before it; a closed one has nothing.
pub(super) fn ahead(ctx: &Ctx, report: &PublicReport, promise: Promise) -> Option<Ahead> {
    let t = &ctx.t;
    let ahead = |when: String, key: &str| Some(Ahead { when, sentence: t.get(key).to_owned() });
    match promise {
        Promise::Ahead => ahead(report.due_at.map(|due| t.day(last_day(due), ctx.now())).unwrap_or_default(), "portal-ahead-due"),
        Promise::Late => ahead(t.get("portal-ahead-late-when").to_owned(), "portal-ahead-late"),
        Promise::None if report.stage.outcome().is_none() => ahead(t.get("portal-ahead-open-when").to_owned(), "portal-ahead-open"),
        Promise::None | Promise::Kept | Promise::Missed => None,
    }
}
