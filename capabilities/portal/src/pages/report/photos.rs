//! Photos of a report that is being written. Each post of the form may bring some; they are taken in at once, and the form carries
//! a signed ticket of each. A photo that cannot be taken is told of and holds nothing up.
//!
//! Fields: `photo` (files), `photos` (tickets with spaces between), `photo_at` (where the first one that says so was taken: in the
//! form only, offered as the place), and the buttons `drop_photo` (which one, from 1) and `use_photo_place`.

use std::borrow::Cow;

use axum::{extract::Path, response::Response};
use base::{Error, Point};
use cases::{
    KeptPhoto,
    model::PHOTOS_AT_ONCE,
    shell::{self, FAULTS, Size},
};
use web::{Class, Ctx, Form, PageResult, Upload};

use super::kept;
use crate::{Portal, model::spots};

/// What the pages of a report carry along of photos.
pub(super) const CARRIED: [&str; 2] = ["photos", "photo_at"];
/// Why a photo was not taken, in the answer to the post that brought it.
const FAULT: &str = "photo_fault";
/// A place this near to that of the photo is the same, metres.
const SAME_PLACE_METRES: f64 = 50.0;

/// What a page shows of the photos of its form.
pub(super) struct Photos {
    /// The tickets, by which small pictures are shown.
    pub(super) tickets: Vec<String>,
    /// Whether there may be more.
    pub(super) more: bool,
    /// Why others were not taken.
    pub(super) faults: Vec<String>,
    /// The place where one was taken, in words, when it is another than the chosen one.
    pub(super) offer: Option<String>,
    /// The page itself, to which its buttons lead.
    pub(super) here: &'static str,
}

/// Reads a post: takes its photos in, and does what its buttons for photos say.
pub(super) async fn take_in(portal: &Portal, ctx: &Ctx, Upload { mut form, files }: Upload) -> Form {
    form.put(FAULT, "");
    press(&mut form);
    for sent in files.into_iter().filter(|sent| sent.field == "photo") {
        let mut tickets = tickets(ctx, &form);
        let taken = match () {
            () if tickets.len() >= PHOTOS_AT_ONCE => Err("photo-too-many"),
            () if ctx.allow(&Class::UPLOADS).is_err() => Err("photo-busy"),
            () => shell::take_in(&ctx.app, sent).await,
        };
        match taken {
            Ok(taken) => {
                tickets.push(taken.kept.ticket(&ctx.app.signer));
                form.put("photos", tickets.join(" "));
                let at = taken.taken_at.filter(|at| form.filled("photo_at").is_none() && is_inside(portal, *at));
                at.into_iter().for_each(|at| form.put("photo_at", spots::key_of_point(at)));
            }
            Err(why) => form.add(FAULT, why),
        }
    }
    form
}

fn is_inside(portal: &Portal, point: Point) -> bool {
    spots::is_inside(&portal.places, &portal.app.city.bounds, point)
}

fn press(form: &mut Form) {
    if let Ok(which) = form.get("drop_photo").parse::<usize>() {
        let left = form.get("photos").split(' ').enumerate().filter(|(place, _)| place + 1 != which);
        let left = left.map(|(_, ticket)| ticket).collect::<Vec<_>>().join(" ");
        form.put("photos", left);
    }
    if form.chosen("use_photo_place", "yes") && form.filled("photo_at").is_some() {
        form.put("place_id", form.get("photo_at").to_owned());
        form.put("place", "");
    }
    form.put("drop_photo", "");
    form.put("use_photo_place", "");
}

/// The tickets of the form that are ours and not too old.
fn tickets(ctx: &Ctx, form: &Form) -> Vec<String> {
    let ours = |ticket: &&str| KeptPhoto::read(ticket, &ctx.app.signer, ctx.now()).is_some();
    form.get("photos").split(' ').filter(ours).take(PHOTOS_AT_ONCE).map(str::to_owned).collect()
}

/// The photos of the form, for its report.
pub(super) async fn of_report(ctx: &Ctx, form: &Form) -> Vec<KeptPhoto> {
    let mut there = Vec::new();
    for kept in tickets(ctx, form).iter().filter_map(|ticket| KeptPhoto::read(ticket, &ctx.app.signer, ctx.now())) {
        if shell::is_there(&ctx.app.files, kept.file).await {
            there.push(kept);
        }
    }
    there
}

impl Photos {
    /// Those of this form, on the page `here`.
    pub(super) fn of(portal: &Portal, ctx: &Ctx, form: &Form, here: &'static str) -> Self {
        let tickets = tickets(ctx, form);
        let faults = form.all(FAULT).filter(|why| FAULTS.contains(why)).map(|why| ctx.t.get(why).to_owned()).collect();
        Self { more: tickets.len() < PHOTOS_AT_ONCE, faults, offer: offer(portal, form), tickets, here }
    }
}

fn offer(portal: &Portal, form: &Form) -> Option<String> {
    let place = spots::locate(&portal.places, &portal.app.city.bounds, form.filled("photo_at")?)?;
    let chosen = portal.draft(form).chosen_place.and_then(|chosen| chosen.point);
    let same = chosen.zip(place.point).is_some_and(|(chosen, taken)| chosen.metres_to(taken) < SAME_PLACE_METRES);
    (!same).then_some(place.words)
}

/// What is to be sent along unseen.
pub(super) fn carried(form: &Form) -> Vec<(Cow<'static, str>, &str)> {
    kept(form, &CARRIED)
}

/// The same over a page that shows none: why others were not taken is still to be told.
pub(super) fn carried_over(form: &Form) -> Vec<(Cow<'static, str>, &str)> {
    let faults = form.all(FAULT).filter(|why| FAULTS.contains(why)).map(|why| (Cow::from(FAULT), why));
    carried(form).into_iter().chain(faults).collect()
}

/// `GET /report/photos/{ticket}`: the small picture of a photo whose ticket a form carries.
pub(crate) async fn show(ctx: Ctx, Path(ticket): Path<String>) -> PageResult<Response> {
    let kept = KeptPhoto::read(&ticket, &ctx.app.signer, ctx.now()).ok_or(Error::NotFound)?;
    Ok(shell::picture(&ctx.app.files, kept.file, Size::Small).await?)
}
