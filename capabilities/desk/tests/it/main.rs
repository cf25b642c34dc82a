//! How the desk behaves for those who are signed in and those who are not, on both engines.

mod cast;
mod conversations;
mod failed_jobs;
mod home;
mod matters;
mod residents;

#[test]
fn the_three_languages_say_the_same_things() {
    assert_eq!(web::texts_agree(&[desk::TEXTS]), Vec::<String>::new());
}
