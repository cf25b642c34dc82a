//! Mails the code by which somebody shows that a mailbox is theirs. It stands in the letter and nowhere else.

use std::sync::Arc;

use ::jobs::Claimed;
use ::store::Db;
use base::{Actor, Language, Result};
use notices::{Sender, Trial};
use web::App;

use crate::{actions, model::CODE_SECONDS};

/// A try that did not leave makes another code: the one before is void.
pub(super) async fn mail(db: Db, job: Claimed, app: App, sender: Arc<Sender>) -> Result<()> {
    let (id, signer) = (job.id_of("code")?, app.signer.clone());
    let language = job.payload["language"].as_str().and_then(Language::from_tag).unwrap_or_default();
    let made = db.write(Actor::SYSTEM, move |tx| actions::make_code(tx, &signer, id)).await?;
    let Some((digits, way)) = made else { return Ok(()) };
    let t = app.t(language);
    let arguments = [("code", digits.as_str().into()), ("minutes", (CODE_SECONDS / 60).into())];
    let letter = Trial {
        address: String::new(),
        language,
        title: t.get("cases-code-title").to_owned(),
        body: t.with("cases-code-body", &arguments),
    };
    notices::write_secretly(&sender, &way, letter, db.now()).await
}
