//! How a case stands, in words: the status tag, and the promised day or how long it has been over.

use base::Moment;
use web::{Ctx, T};

use crate::model::{LATE, Stage, Tag, last_day};

/// What `parts::status` shows.
pub(super) struct Status {
    /// The classes of the tag.
    pub class: &'static str,
    /// Its words: "W toku", "Zakończona: naprawione".
    pub words: String,
    /// The second tag of a late case.
    pub late: Option<Tag>,
    /// "termin: czwartek 26 listopada", "opóźnienie: 2 dni", or the day on which it ended.
    pub when: String,
}

impl Status {
    /// Of a case in this stage with this promise.
    pub fn new(ctx: &Ctx, stage: Stage, due_at: Option<Moment>) -> Self {
        let (t, now) = (&ctx.t, ctx.now());
        let late = stage.late_seconds(due_at, now);
        let when = match (stage.closed_at(), late, due_at) {
            (Some(closed_at), ..) => t.day(closed_at, now),
            (_, Some(seconds), _) => t.with("cases-late-by", &[("time", t.duration(seconds).into())]),
            (.., Some(due_at)) => t.with("cases-due", &[("when", due(t, due_at, now).into())]),
            (.., None) => t.get("cases-no-due").to_owned(),
        };
        Self { class: stage.tag().class, words: stage.words(t, now), late: late.map(|_| LATE), when }
    }
}

/// The promised day; on that day itself also the time.
fn due(t: &T, due_at: Moment, now: Moment) -> String {
    let is_today = t.day(due_at, now) == t.day(now, now);
    if is_today { t.moment(due_at, now) } else { t.day(last_day(due_at), now) }
}
