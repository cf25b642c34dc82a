//! The notice on top of a page: what was saved, or why nothing was.

use web::Ctx;

/// What `said.html` shows.
pub(super) struct Said {
    /// The classes of the notice.
    pub class: &'static str,
    /// The fact.
    pub heading: String,
    /// What it means.
    pub text: String,
}

impl Said {
    /// It is on disk.
    pub fn saved(ctx: &Ctx, text: String) -> Self {
        Self { class: "notice notice-ok", heading: ctx.t.get("cases-saved").to_owned(), text }
    }

    /// Somebody was quicker; `key` is that of the sentence that says how.
    pub fn conflict(ctx: &Ctx, key: &str) -> Self {
        let text = ctx.t.find(key).unwrap_or_else(|| ctx.t.get("fault-conflict-text")).to_owned();
        Self { class: "notice notice-warn", heading: ctx.t.get("cases-not-saved").to_owned(), text }
    }
}
