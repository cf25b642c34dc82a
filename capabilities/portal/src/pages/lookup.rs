//! "My case": a number typed any way leads to the report's page.

use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::ReportNumber;
use web::{Ctx, Form, Html, Page};

#[derive(Template)]
#[template(path = "lookup.html")]
struct LookupPage {
    page: Page,
    form: Form,
}

/// `GET /case?number=4821+907+5`
pub(crate) async fn ask(ctx: Ctx, Query(fields): Query<Vec<(String, String)>>) -> Response {
    let form = Form::of(fields);
    let asked = form.all("number").next().is_some();
    if let Some(number) = read(form.get("number")) {
        return Redirect::to(&format!("/reports/{number}")).into_response();
    }
    if !asked {
        return Html(page(&ctx, form)).into_response();
    }
    let message = form.filled("number").map_or("portal-number-missing", why_unknown);
    refused(&ctx, form, message, StatusCode::UNPROCESSABLE_ENTITY)
}

/// The number in what was typed or said: digits count, all else is decoration.
pub(crate) fn read(text: &str) -> Option<ReportNumber> {
    digits(text).parse().ok()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The key of the sentence about a number that no report has: what is most likely wrong with it.
fn why_unknown(typed: &str) -> &'static str {
    let lengths = ReportNumber::LENGTHS.map(|length| length as usize + 1);
    match read(typed) {
        Some(_) => "portal-number-unknown",
        None if lengths.contains(&digits(typed).len()) => "portal-number-wrong",
        None => "portal-number-length",
    }
}

/// There is no report of this number: the same form, saying so.
pub(crate) fn not_found(ctx: &Ctx, typed: &str) -> Response {
    refused(ctx, Form::of([("number", typed)]), why_unknown(typed), StatusCode::NOT_FOUND)
}

fn refused(ctx: &Ctx, mut form: Form, message: &str, status: StatusCode) -> Response {
    form.refuse("number", ctx.t.get(message));
    (status, Html(page(ctx, form))).into_response()
}

fn page(ctx: &Ctx, form: Form) -> LookupPage {
    LookupPage { page: Page::public(ctx, ctx.t.get("portal-lookup")).with_form(&form), form }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        let number = ReportNumber::from_random(3_821_907, 7);
        let digits = number.value().to_string();
        for typed in [
            number.to_string(),
            digits.clone(),
            format!(" nr {number} "),
            number.to_string().replace('-', "–"),
            number.to_string().replace('-', " "),
        ] {
            assert_eq!(read(&typed), Some(number), "{typed}");
        }
        let wrong = format!("{}{}", &digits[..7], (number.value() + 1) % 10);
        for typed in ["", "latarnia", "123", &wrong] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
