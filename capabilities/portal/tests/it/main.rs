//! The portal through its front door, as a browser without JavaScript walks it.

mod calling;
mod cast;
mod danger;
mod figures;
mod hostile;
mod languages;
mod looking;
mod map;
mod mine;
mod mistakes;
mod photos;
mod places;
mod questions;
mod report_page;
mod same;
mod statements;
mod suggesting;
mod tiles;
mod trip;

#[test]
fn the_three_languages_say_the_same() {
    assert_eq!(web::texts_agree(&[portal::TEXTS]), Vec::<String>::new());
}
