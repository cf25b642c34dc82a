//! Recovery codes, shown once: right after they are made, and never again.

use askama::Template;
use axum::response::{IntoResponse, Response};
use web::{Ctx, Html, Page};

use crate::model::RecoveryCode;

#[derive(Template)]
#[template(path = "recovery_codes.html")]
struct RecoveryCodesPage {
    page: Page,
    codes: Vec<String>,
    /// Where the person goes on.
    onward: String,
}

/// The page of a new set. It answers the post that made the set: after a redirect nobody would know the codes any more.
pub(super) fn page(ctx: &Ctx, codes: &[RecoveryCode], onward: String) -> Response {
    let mut page = Page::public(ctx, ctx.t.get("staff-recovery-codes"));
    // The session may have begun with this very answer; this page has no form that would need its token.
    page.token.clear();
    let codes = codes.iter().map(|code| code.text().to_owned()).collect();
    Html(RecoveryCodesPage { page, codes, onward }).into_response()
}
