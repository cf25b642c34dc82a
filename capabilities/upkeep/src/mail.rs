//! How mail leaves, as the page has set it.

use std::sync::Arc;

use base::{City, Error, Result};
use notices::{Mailer, Sender};
use store::{Db, Folder};

use crate::{
    Seal, Upkeep,
    actions::MAIL,
    model::{MailServer, NewMail},
    store as rows,
};

/// What the password is sealed for.
const PURPOSE: &str = "mail";

/// The mail server that the page has set, and from whom letters come; without one nothing.
///
/// # Errors
/// [`Error::Unavailable`] when the password was sealed with another key.
pub async fn set_by_page(db: &Db, folder: &Folder) -> Result<Option<(Mailer, String)>> {
    let Some(server) = db.read(|read| rows::setting::<MailServer>(read, MAIL)).await? else { return Ok(None) };
    let seal = Seal::of(folder)?;
    let password = server.password.as_deref().map(|sealed| seal.open(PURPOSE, sealed)).transpose()?;
    Ok(Some((Mailer::Smtp(server.smtp(password)), server.sender)))
}

/// The city with another address from which its letters come.
pub fn writing_as(city: &Arc<City>, sender: &str) -> Arc<City> {
    if sender.is_empty() {
        return city.clone();
    }
    let mut city = City::clone(city);
    city.contact.email = Some(sender.to_owned());
    Arc::new(city)
}

/// What is kept of a form, its new password sealed.
pub(crate) fn sealed(folder: &Folder, new: NewMail) -> Result<MailServer> {
    let password = new.password.map(|password| Seal::of(folder)?.close(PURPOSE, &password)).transpose()?;
    Ok(MailServer { password: password.or(new.server.password), ..new.server })
}

/// How mail leaves as it is set at this moment, which the rest of the city follows within a second.
pub(crate) async fn present(upkeep: &Upkeep, db: &Db) -> Result<Sender> {
    use crate::MailSet::{ByDemo, ByFlag};
    if matches!(upkeep.mail, ByFlag | ByDemo) {
        return Ok(upkeep.sender.clone());
    }
    let (mailer, sender) = set_by_page(db, &upkeep.folder).await?.ok_or(Error::Conflict("upkeep-mail-unset"))?;
    Ok(Sender { mailer, city: writing_as(&upkeep.sender.city, &sender), ..upkeep.sender.clone() })
}
