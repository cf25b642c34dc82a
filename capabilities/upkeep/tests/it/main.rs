//! Upkeep through its front door, on both engines.

mod backups;
mod cast;
mod health;
mod keys;
mod mail;
mod webhooks;

#[test]
fn the_wording_agrees_in_all_languages() {
    assert_eq!(web::texts_agree(&[upkeep::TEXTS]), Vec::<String>::new());
}
