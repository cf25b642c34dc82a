//! How notices behave, on both engines, through their public verbs and pages.

mod cast;
mod mailbox;
mod needs;
mod personal;
mod queueing;
mod recorder;
mod sending;
mod smtp;

#[test]
fn the_three_languages_say_the_same_things() {
    assert_eq!(web::texts_agree(&[notices::TEXTS]), Vec::<String>::new());
}
