//! Sessions and attempts to sign in, as lines of a list.

use base::{Id, Moment};
use web::Ctx;

use crate::{
    actions::OpenSession,
    model::{Outcome, PasskeyTold, SignInTold, Way},
};

/// A moment as a list shows it.
pub(super) struct At {
    /// For `datetime`.
    pub(super) machine: String,
    /// For people.
    pub(super) said: String,
}

impl At {
    fn new(ctx: &Ctx, moment: Moment) -> Self {
        Self { machine: ctx.t.machine(moment), said: ctx.t.moment(moment, ctx.now()) }
    }
}

/// A session in a list.
pub(super) struct SessionLine {
    pub(super) id: Id,
    pub(super) begun: At,
    pub(super) used: At,
    pub(super) browser: String,
    /// The key of how it was begun.
    pub(super) way: &'static str,
    pub(super) locked: bool,
    /// Whether it is the one that asks.
    pub(super) own: bool,
}

impl SessionLine {
    pub(super) fn new(ctx: &Ctx, open: OpenSession, asking: Option<Id>) -> Self {
        let session = open.session;
        Self {
            id: session.id,
            begun: At::new(ctx, session.begun_at),
            used: At::new(ctx, session.used_at),
            browser: open.browser,
            way: way_key(Some(session.way)),
            locked: session.is_locked(ctx.now()),
            own: asking == Some(session.id),
        }
    }
}

/// An attempt to sign in in a list.
pub(super) struct SignInLine {
    pub(super) at: At,
    pub(super) browser: String,
    /// The key of how it was tried.
    pub(super) way: &'static str,
    /// The key of how it ended, and the classes of its tag.
    pub(super) outcome: (&'static str, &'static str),
}

impl SignInLine {
    pub(super) fn new(ctx: &Ctx, told: SignInTold) -> Self {
        let outcome = match told.outcome {
            Outcome::SignedIn => ("staff-outcome-signed-in", "tag"),
            Outcome::Half => ("staff-outcome-half", "tag tag-half"),
            Outcome::Failed => ("staff-outcome-failed", "tag tag-closed"),
        };
        Self { at: At::new(ctx, told.at), browser: told.browser, way: way_key(told.way), outcome }
    }
}

fn way_key(way: Option<Way>) -> &'static str {
    match way {
        Some(Way::Password) => "staff-way-password",
        Some(Way::Code) => "staff-way-code",
        Some(Way::RecoveryCode) => "staff-way-recovery-code",
        Some(Way::Passkey) => "staff-way-passkey",
        Some(Way::SingleSignOn) => "staff-way-single-sign-on",
        None => "staff-way-other",
    }
}

/// A passkey in a list.
pub(super) struct PasskeyLine {
    pub(super) id: Id,
    pub(super) name: String,
    pub(super) created: At,
    pub(super) used: Option<At>,
}

impl PasskeyLine {
    pub(super) fn new(ctx: &Ctx, told: PasskeyTold) -> Self {
        let used = told.used_at.map(|used| At::new(ctx, used));
        Self { id: told.id, name: told.name, created: At::new(ctx, told.created_at), used }
    }
}
