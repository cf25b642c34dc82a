//! What every part of the city stands on: who acts, when, under which id, and how it may fail.
//!
//! Nothing here does I/O except [`secret::random`], which asks the system for randomness, and
//! [`SystemClock`]. The formats of numbers, phones and e-mail addresses live here because every
//! door of the city reads them the same way.

mod actor;
mod city;
mod clock;
pub mod email;
mod error;
mod firm;
mod fold;
mod id;
mod language;
mod live;
mod number;
mod phone;
mod point;
mod seal;
pub mod secret;

pub use actor::{Actor, ActorKind};
pub use city::{Bounds, City, Contact, EmergencyNumber};
pub use clock::{Clock, Moment, SystemClock};
pub use email::Email;
pub use error::{Error, FieldFault, Result};
pub use firm::{Nip, Regon};
pub use fold::fold;
pub use id::Id;
pub use language::{Language, Wording};
pub use live::Live;
pub use number::ReportNumber;
pub use phone::PhoneNumber;
pub use point::Point;
pub use seal::Seal;
