//! The reports of a case on its page: what each author said, as far as the viewer may read it.

use std::collections::HashMap;

use ::store::Read;
use base::{Id, Language, Moment, ReportNumber, Result};
use interactions::Channel;
use residents::{Reach, model::Basis};
use services::Answer;
use staff::Viewer;
use web::Ctx;

use super::{
    answers::{self, AnswerPart},
    pictures::PhotoPart,
};
use crate::store::{self as rows, Report};

/// A report with its answers, whether its author hears by e-mail, and whether the viewer may read what they said.
pub(super) struct Reported {
    pub(super) report: Report,
    pub(super) answers: Vec<Answer>,
    hears: bool,
    pub(super) open: bool,
}

/// The reports of a case for this viewer; `own` when they may read what anybody said in it.
pub(super) fn load(read: &Read<'_>, viewer: &Viewer, (id, reports): (Id, Vec<Report>), own: bool, now: Moment) -> Result<Vec<Reported>> {
    let mut answers: HashMap<Id, Vec<Answer>> = HashMap::new();
    for (report_id, answer) in rows::answers_for(read, viewer, id)? {
        answers.entry(report_id).or_default().push(answer);
    }
    let reported = |report: Report| {
        let (hears, open) = (hears(read, &report)?, own || has_shown_who(read, viewer, &report, now)?);
        Ok(Reported { hears, open, answers: answers.remove(&report.id).unwrap_or_default(), report })
    };
    reports.into_iter().map(reported).collect()
}

/// Whether its author has shown this viewer who they are; of somebody whom we cannot reach nobody can.
pub(super) fn has_shown_who(read: &Read<'_>, viewer: &Viewer, report: &Report, now: Moment) -> Result<bool> {
    let Some(resident_id) = report.resident_id else { return Ok(true) };
    Ok(residents::verified(read, resident_id, viewer.account_id, now)?.is_some())
}

/// Whether its author hears by e-mail: they left an address, and their needs allow it.
fn hears(read: &Read<'_>, report: &Report) -> Result<bool> {
    let Some(resident_id) = report.resident_id else { return Ok(false) };
    let reach = residents::way_to(read, resident_id, &Basis::OwnMatter)?;
    Ok(matches!(reach, Reach::Way(way) if way.email().is_some()))
}

/// A report as the page shows it.
pub(super) struct ReportPart {
    pub(super) number: ReportNumber,
    pub(super) language: Language,
    pub(super) body: String,
    /// Whose identity has to be checked before more is shown.
    pub(super) hidden: Option<Id>,
    pub(super) answers: Vec<AnswerPart>,
    pub(super) channel: &'static str,
    pub(super) when: String,
    pub(super) answer: &'static str,
    pub(super) photos: Vec<PhotoPart>,
}

/// A report with its photos.
pub(super) fn part(ctx: &Ctx, Reported { report, answers, hears, open }: &Reported, photos: Vec<PhotoPart>) -> ReportPart {
    ReportPart {
        photos,
        number: report.number,
        language: report.language,
        hidden: report.resident_id.filter(|_| !open),
        body: if *open { report.body.clone() } else { String::new() },
        answers: answers.iter().filter(|_| *open).map(|answer| answers::part(ctx, answer, report.language)).collect(),
        channel: channel(&report.channel),
        when: ctx.t.moment(report.received_at, ctx.now()),
        answer: if *hears { "cases-answer-email" } else { "cases-answer-page" },
    }
}

fn channel(word: &str) -> &'static str {
    match Channel::from_word(word).unwrap_or(Channel::Other) {
        Channel::Phone => "channel-phone",
        Channel::Sms => "channel-sms",
        Channel::Email => "channel-email",
        Channel::Chat => "channel-chat",
        Channel::Web => "channel-web",
        Channel::App => "channel-app",
        Channel::Open311 => "channel-open311",
        Channel::Counter => "channel-counter",
        Channel::Post => "channel-post",
        Channel::Other => "channel-other",
    }
}
