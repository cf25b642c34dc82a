//! What need not happen on a page: backups by the clock, drills, messages to webhooks.

mod backup;
mod drill;
mod webhooks;

pub use backup::{keep_backups, make_due};
pub use drill::{drill, try_out};
pub(crate) use webhooks::{PURPOSE, is_public};
pub use webhooks::{handlers, signature, spread, tell_webhooks};
