//! `POST /cases/{id}/guests`: a sensitive case is shown to somebody outside its unit, or not any more.

use ::store::Tx;
use axum::{extract::Path, response::Response};
use base::{Error, Id, Result};
use staff::Viewer;
use web::{Form, PageResult};

use super::{Seat, steps::onward};
use crate::{
    actions,
    store::{account_with_login, find_to_share},
};

/// Shows the case to whoever has the login of the field `login`, or takes it back from the account of the field `without`.
pub(super) async fn change(seat: Seat, Path(id): Path<String>, form: Form) -> PageResult<Response> {
    let id: Id = id.parse()?;
    let (login, without) = (form.get("login").to_owned(), form.filled("without").map(str::parse::<Id>).transpose()?);
    let change = move |tx: &Tx<'_>, viewer: &Viewer| {
        find_to_share(tx, viewer, id)?;
        match without {
            Some(account_id) => actions::hide_from(tx, id, account_id),
            None => show(tx, id, &login),
        }
    };
    let changed = seat.change(change).await;
    onward(&seat, id, form, changed).await
}

fn show(tx: &Tx<'_>, id: Id, login: &str) -> Result<()> {
    let account_id = account_with_login(tx, login)?.ok_or_else(|| Error::invalid("login", "case-guest-unknown"))?;
    actions::show_to(tx, id, account_id)
}
