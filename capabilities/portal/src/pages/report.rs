//! The report in three steps: where, what, how to answer.
//!
//! What was filled in travels in hidden fields of posts: never in an address once there are words of the resident's own in
//! it, and nowhere on the server but for photos, which wait there for a day. Every button that leads back is one of the same form, so it takes everything along.

mod danger;
pub(super) mod photos;
pub(super) mod place;
mod questions;
pub(super) mod reply;
pub(super) mod same;
pub(super) mod send;
pub(super) mod what;

use std::borrow::Cow;

use axum::response::Redirect;
use web::{Ctx, Form};

use crate::{Portal, model::draft::Draft};

/// Fields that are the resident's own and must not stand in an address.
const PRIVATE: [&str; 4] = ["body", "email", "token", "photos"];

/// A page of a step in the middle was opened by its address, which holds nothing: the report begins anew.
pub(super) async fn start_over() -> Redirect {
    Redirect::to("/report")
}

impl Portal {
    fn draft<'a>(&'a self, form: &'a Form) -> Draft<'a> {
        Draft::read(form, &self.catalogue, &self.places, &self.app.city.bounds)
    }
}

/// The filled fields among `names`, to be sent along unseen.
fn kept<'a>(form: &'a Form, names: &[&'static str]) -> Vec<(Cow<'static, str>, &'a str)> {
    names.iter().filter(|name| form.filled(name).is_some()).map(|name| (Cow::from(*name), form.value(name))).collect()
}

/// "Krok 2 z 3: co się dzieje?"
fn step_title(ctx: &Ctx, step: u8, heading: &str) -> String {
    ctx.t.with("portal-step-title", &[("step", step.into()), ("heading", heading.into())])
}
