//! Photos: what they show, who may see them, and how a picture that was kept travels in a form until its report is sent.

use ::photos::Area;
use base::{Id, Moment, secret::Signer};

/// The most photos of one report, and of one part (before, after) of an end.
pub const PHOTOS_AT_ONCE: usize = 3;
/// The most parts of a photo that are covered.
pub const MOST_AREAS: usize = 20;
/// The longest reason for withholding a photo, in characters.
pub const LONGEST_REASON: usize = 500;
/// For so long a photo waits for the report that is being written, seconds.
pub const DRAFT_SECONDS: i64 = 24 * 3_600;
/// The purpose for which photos in forms are signed.
const DRAFT: &str = "photo";

/// What a photo shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// What a resident reported.
    Reported,
    /// How it was when the unit came.
    Before,
    /// What the unit did.
    After,
}

impl Shows {
    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Reported, Self::Before, Self::After].into_iter().find(|shows| shows.word() == word)
    }
}

/// What was decided of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoState {
    /// Nothing yet: its author and whoever works on the case see it.
    Waiting,
    /// Everybody may see it, if everybody may see the case.
    Published,
    /// It stays as if it waited, for a reason that its author is told.
    Withheld,
    /// It was erased; only its row is left.
    Erased,
}

impl PhotoState {
    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Published => "published",
            Self::Withheld => "withheld",
            Self::Erased => "erased",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Waiting, Self::Published, Self::Withheld, Self::Erased].into_iter().find(|state| state.word() == word)
    }
}

/// A photo as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its id.
    pub id: Id,
    /// The case.
    pub case_id: Id,
    /// The report whose author sent it; `None` for one of the unit's.
    pub report_id: Option<Id>,
    /// The event with which the unit showed it.
    pub event_id: Option<Id>,
    /// What it shows.
    pub shows: Shows,
    /// What was decided.
    pub state: PhotoState,
    /// Why it is withheld; may be empty.
    pub reason: String,
    /// The picture that was sent.
    pub original: Id,
    /// The picture with parts covered.
    pub covered: Option<Id>,
    /// What is covered.
    pub areas: Vec<Area>,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// When it was added.
    pub added_at: Moment,
    /// How often it was changed.
    pub edits: i64,
}

impl Photo {
    /// The picture that is shown.
    pub fn shown(&self) -> Id {
        self.covered.unwrap_or(self.original)
    }

    /// Whether a reader who is not of the staff sees it. A photo of a case that is not public is never seen by strangers, whatever
    /// was decided. Authors see their own, and what the unit shows them unless that was withheld.
    pub fn is_seen(&self, case_is_public: bool, author_of: Option<Id>) -> bool {
        match self.state {
            PhotoState::Erased => false,
            PhotoState::Published => case_is_public || author_of.is_some(),
            PhotoState::Waiting => self.is_of(author_of),
            PhotoState::Withheld => self.report_id.is_some() && self.is_of(author_of),
        }
    }

    fn is_of(&self, author_of: Option<Id>) -> bool {
        author_of.is_some() && (self.report_id.is_none() || self.report_id == author_of)
    }
}

/// A picture that was kept and belongs to nothing yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptPhoto {
    /// The picture.
    pub file: Id,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// When it was kept.
    pub at: Moment,
}

impl KeptPhoto {
    /// As a form carries it: signed, so that nobody can put forward a picture that they did not send.
    pub fn ticket(self, signer: &Signer) -> String {
        let told = self.told();
        format!("{told}.{}", signer.sign(DRAFT, &told))
    }

    fn told(self) -> String {
        format!("{}.{}.{}.{}", self.file, self.width, self.height, self.at.0)
    }

    /// Reads what a form has carried; nothing when it is not ours, or too old.
    pub fn read(ticket: &str, signer: &Signer, now: Moment) -> Option<Self> {
        let (told, signature) = ticket.rsplit_once('.')?;
        signer.check(DRAFT, told, signature).ok()?;
        let mut parts = told.split('.');
        let mut next = || parts.next();
        let kept = Self {
            file: next()?.parse().ok()?,
            width: next()?.parse().ok()?,
            height: next()?.parse().ok()?,
            at: Moment(next()?.parse().ok()?),
        };
        (now.seconds_since(kept.at) < DRAFT_SECONDS).then_some(kept)
    }
}

/// An area typed in percent of the picture: left, top, width, height. What reaches over an edge is cut; nothing of a size is nothing.
pub fn area_of_percent(typed: [&str; 4]) -> Option<Area> {
    let mut thousandths = [0_u16; 4];
    for (place, text) in thousandths.iter_mut().zip(typed) {
        let percent: f64 = text.trim().replace(',', ".").parse().ok()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was checked")]
        let whole = (0.0..=100.0).contains(&percent).then(|| (percent * 10.0).round() as u16)?;
        *place = whole;
    }
    let [left, top, width, height] = thousandths;
    let area = Area { left, top, width: width.min(1_000 - left), height: height.min(1_000 - top) };
    (area.width > 0 && area.height > 0).then_some(area)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(state: PhotoState, report_id: Option<Id>) -> Photo {
        let id = Id::named("photo", "one");
        Photo {
            id,
            case_id: id,
            report_id,
            event_id: None,
            shows: Shows::Reported,
            state,
            reason: String::new(),
            original: id,
            covered: None,
            areas: Vec::new(),
            width: 1,
            height: 1,
            added_at: Moment(0),
            edits: 0,
        }
    }

    #[test]
    fn what_is_not_published_is_seen_by_its_author_only() {
        let (mine, other) = (Id::named("report", "mine"), Id::named("report", "other"));
        use PhotoState::{Erased, Published, Waiting, Withheld};
        // state, whose, then: a stranger of a public case, one of a private case, its author, the author of another report.
        for (state, whose, seen) in [
            (Waiting, Some(mine), [false, false, true, false]),
            (Published, Some(mine), [true, false, true, true]),
            (Withheld, Some(mine), [false, false, true, false]),
            (Erased, Some(mine), [false; 4]),
            (Waiting, None, [false, false, true, true]),
            (Published, None, [true, false, true, true]),
            (Withheld, None, [false; 4]),
        ] {
            let photo = photo(state, whose);
            let now =
                [photo.is_seen(true, None), photo.is_seen(false, None), photo.is_seen(false, Some(mine)), photo.is_seen(true, Some(other))];
            assert_eq!(now, seen, "{state:?} {whose:?}");
        }
    }

    #[test]
    fn a_ticket_is_ours_and_for_one_day() {
        let signer = Signer::new(&[1; 32]);
        let kept = KeptPhoto { file: Id::named("file", "one"), width: 2_048, height: 1_536, at: Moment(5 * Moment::SECOND) };
        let ticket = kept.ticket(&signer);
        let read = |ticket: &str, seconds: i64| KeptPhoto::read(ticket, &signer, kept.at.plus_seconds(seconds));
        assert_eq!(read(&ticket, 0), Some(kept));
        assert_eq!(read(&ticket, DRAFT_SECONDS), None, "its picture may be gone");
        assert_eq!(read(&ticket.replacen("2048", "2049", 1), 0), None);
        assert_eq!(KeptPhoto::read(&ticket, &Signer::new(&[2; 32]), kept.at), None);
        for wrong in ["", ".", "a.b.c", &Id::named("file", "one").to_string()] {
            assert_eq!(read(wrong, 0), None);
        }
    }

    #[test]
    fn areas_are_typed_in_percent() {
        let check = |typed: [&str; 4], wanted: Option<[u16; 4]>| {
            let area = area_of_percent(typed).map(|area| [area.left, area.top, area.width, area.height]);
            assert_eq!(area, wanted, "{typed:?}");
        };
        check(["10", "20", "30", "5"], Some([100, 200, 300, 50]));
        check(["0", "0", "100", "100"], Some([0, 0, 1_000, 1_000]));
        check(["12,5", "0.4", "1", "1"], Some([125, 4, 10, 10]));
        check(["90", "95", "30", "30"], Some([900, 950, 100, 50]));
        for wrong in [
            ["", "1", "1", "1"],
            ["1", "1", "0", "1"],
            ["100", "1", "5", "5"],
            ["-1", "1", "1", "1"],
            ["1", "101", "1", "1"],
            ["x", "1", "1", "NaN"],
        ] {
            check(wrong, None);
        }
    }
}
