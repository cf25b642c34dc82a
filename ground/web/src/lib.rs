//! Web: what every capability stands on when it speaks to browsers and programs.
//!
//! A capability brings routes ([`axum::Router`] over [`App`]), pages (askama templates that extend `layout.html` or
//! `work.html`, with a [`Page`] as their field `page`) and wording ([`bundle!`]). The binary joins them and puts them
//! behind [`front_door`], the one layer in which everything stands that holds for every request. README.md has an example.

mod app;
mod assets;
mod cell;
pub mod cookies;
pub mod csrf;
mod door;
mod faces;
mod fault;
mod form;
mod health;
mod html;
mod hub;
mod limit;
mod page;
mod pager;
mod proxies;
mod serve;
mod speech;
mod squeeze;
mod switch;
mod texts;
mod texts_check;
mod upload;
mod visit;

pub use app::{App, Audience, Banner, Check, Link, Parts, Readiness, Settings};
pub use assets::{Asset, Assets};
pub use cell::plain_cell;
pub use door::{MAX_BODY_BYTES, REQUEST_TIMEOUT, front_door, replaceable};
pub use fault::{ApiFault, ApiResult, PageFault, PageResult};
pub use form::{Choice, Form, FormError, MAX_FIELDS};
pub use health::install_metrics;
pub use html::Html;
pub use hub::{HEARTBEAT, Hub, KEPT_EVENTS, LiveRequest, MAX_DATA_BYTES, MAX_STREAMS, MAX_TOPIC_BYTES, MAX_TOPICS, MAX_WAITING};
pub use limit::{Class, Limited, MAX_KEYS};
pub use page::Page;
pub use pager::{MAX_PAGE, Pager};
pub use serve::{DRAIN, Listening, ServeConfig, TlsFiles, listen, serve};
pub use speech::T;
pub use switch::same_site;
pub use texts::{Bundle, OwnText, Texts, Value, capital, hard_spaces};
pub use texts_check::texts_agree;
pub use upload::{MAX_FILE_BYTES, MAX_FILES, Sent, UPLOAD_TIMEOUT, Unsent, Upload};
pub use visit::{Ctx, Look, Visit};

/// Web's own wording: the frame of the pages, failures, forms, dates. [`Texts::new`] adds it to that of the capabilities.
pub const TEXTS: Bundle = bundle!();
