//! What we keep of one person: their own words in reports and in answers, and the cases that they follow.
//!
//! The place stays when they are erased as long as the case is open, so that the unit finds it, and of a public case for good.

use ::store::{NewEvent, Read, Tx};
use base::{Id, Result};
use serde_json::{Value, json};
use services::Answer;

use crate::{
    actions,
    model::{Case, Follower, Outcome},
    public::Happening,
    shell,
    store::{self, Entry, Report},
};

/// Everything this capability keeps of the resident (GDPR art. 15).
///
/// # Errors
/// As [`Read::query`].
pub fn export(read: &Read<'_>, resident_id: Id) -> Result<Value> {
    let reports = store::reports_by_resident(read, resident_id)?;
    let followings = store::followings_of(read, resident_id)?;
    let reports = reports.iter().map(|report| told(read, report));
    let incidents = store::incidents_followed_by(read, resident_id)?.into_iter();
    let incidents = incidents.map(|(_, since, name)| Ok(json!({ "follows_incident": name, "since": since })));
    reports.chain(followings.iter().map(|follower| followed(read, follower))).chain(incidents).collect()
}

fn followed(read: &Read<'_>, follower: &Follower) -> Result<Value> {
    let service = store::service_name(read, store::load(read, follower.case_id)?.service_id)?;
    Ok(json!({ "follows": service.pl, "language": follower.language.tag(), "since": follower.began_at }))
}

fn told(read: &Read<'_>, report: &Report) -> Result<Value> {
    let case = store::load(read, report.case_id)?;
    let heard = heard(read, report)?;
    let said = |by: Option<Id>| {
        let by_them = heard.iter().filter(move |entry| entry.said_by == by);
        by_them.filter_map(|entry| Some(json!({ "at": entry.at, "words": entry.words.as_ref()? }))).collect::<Vec<_>>()
    };
    let photos = store::photos_of(read, case.id)?.into_iter().filter(|photo| photo.report_id == Some(report.id));
    let photos = photos.map(|photo| {
        json!({ "file": shell::file_name(photo.original), "added_at": photo.added_at, "state": photo.state.word(), "reason": photo.reason })
    });
    let verdicts = store::verdicts_of(read, report.id)?.into_iter();
    let verdicts = verdicts.map(|(at, ruling, words)| json!({ "at": at, "ruling": ruling.word(), "words": words }));
    Ok(json!({
        "service": store::service_name(read, case.service_id)?.pl,
        "number": report.number.to_string(),
        "controller": case.controller,
        "channel": report.channel,
        "language": report.language.tag(),
        "received_at": report.received_at,
        "place": case.place.words,
        "words": report.body,
        "answers": store::answers_of_report(read, report.id)?.iter().map(answer).collect::<Vec<_>>(),
        "state": case.stage.word(),
        "outcome": case.stage.outcome().map(Outcome::word),
        "closed_at": case.stage.closed_at(),
        "said_by_city": said(None),
        "said_later": said(Some(report.id)),
        "verdicts": verdicts.collect::<Vec<_>>(),
        "photos": photos.collect::<Vec<_>>(),
    }))
}

/// What was said in each case while the report belonged to it. Why a unit gave a case back is the city's own talk; what another
/// author said is theirs.
fn heard(read: &Read<'_>, report: &Report) -> Result<Vec<Entry>> {
    let mut heard = Vec::new();
    for stay in store::stays_of(read, report.id)? {
        let story = store::story_of(read, stay.case_id)?.into_iter();
        heard.extend(story.filter(|entry| stay.covers(stay.case_id, entry.at) && entry.what != Happening::Returned));
    }
    Ok(heard)
}

fn answer(answer: &Answer) -> Value {
    let chosen = answer.asked.name.as_ref().map(|name| &name.pl);
    json!({ "question": answer.asked.ask.pl, "answer": chosen.unwrap_or(&answer.value) })
}

/// Blanks the resident's words (GDPR art. 17). Numbers, cases and figures stand.
///
/// # Errors
/// As [`Tx::execute`].
pub fn erase(tx: &Tx<'_>, resident_id: Id) -> Result<()> {
    erase_but(tx, resident_id, &[], &[])
}

/// The same, but in the cases `kept` nothing changes. Of an ended case that was theirs alone and not public the place
/// and what we said go, too; from what we said in others `strings` (their name, their addresses) are taken out.
///
/// # Errors
/// As [`Tx::execute`].
pub fn erase_but(tx: &Tx<'_>, resident_id: Id, kept: &[Id], strings: &[String]) -> Result<()> {
    for follower in store::followings_of(tx, resident_id)? {
        actions::stop_following(tx, follower.id)?;
    }
    for (id, ..) in store::incidents_followed_by(tx, resident_id)? {
        crate::actions::incidents::stop_following_incident(tx, id)?;
    }
    let reports = store::reports_by_resident(tx, resident_id)?;
    for report in reports.iter().filter(|report| !kept.contains(&report.case_id)) {
        store::blank_report(tx, report.id)?;
        tx.record(NewEvent { subject_kind: "report", subject_id: report.id, kind: "report.erased", facts: json!({}) })?;
        actions::erase_photos(tx, report.case_id, |photo| photo.report_id == Some(report.id))?;
        erase_in(tx, report.case_id, resident_id, strings)?;
        for stay in store::stays_of(tx, report.id)?.iter().filter(|stay| stay.case_id != report.case_id) {
            erase_in(tx, stay.case_id, resident_id, strings)?;
        }
    }
    Ok(())
}

fn erase_in(tx: &Tx<'_>, case_id: Id, resident_id: Id, strings: &[String]) -> Result<()> {
    let case = store::load(tx, case_id)?;
    let others = store::authors_ever(tx, case_id)?.iter().any(|other| *other != Some(resident_id));
    if case.public || others || case.stage.outcome().is_none() { take_out(tx, &case, strings) } else { forget_one(tx, case_id) }
}

/// Blanks the words of one report that was kept long enough, and erases its photos.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget_report(tx: &Tx<'_>, report_id: Id) -> Result<()> {
    store::blank_report(tx, report_id)?;
    tx.record(NewEvent { subject_kind: "report", subject_id: report_id, kind: "report.erased", facts: json!({}) })?;
    match store::case_of_report(tx, report_id)? {
        Some(case_id) => actions::erase_photos(tx, case_id, |photo| photo.report_id == Some(report_id)),
        None => Ok(()),
    }
}

/// Blanks the place and what the city said of one ended case that was kept long enough, and of those merged into it, and erases their
/// photos. The run of retention tells the journal.
///
/// # Errors
/// As [`Tx::execute`].
pub fn forget_case(tx: &Tx<'_>, case_id: Id) -> Result<()> {
    store::merged_from(tx, case_id)?.into_iter().chain([case_id]).try_for_each(|id| forget_one(tx, id))
}

fn forget_one(tx: &Tx<'_>, case_id: Id) -> Result<()> {
    actions::erase_photos(tx, case_id, |_| true)?;
    store::blank_case(tx, case_id)
}

/// Takes the strings out of the place and of what the city said.
fn take_out(tx: &Tx<'_>, case: &Case, strings: &[String]) -> Result<()> {
    let place = without(&case.place.words, strings);
    if place != case.place.words {
        store::put_place_words(tx, case.id, &place)?;
    }
    for (event_id, words) in store::words_of(tx, case.id)? {
        let left = without(&words, strings);
        if left != words {
            store::put_words(tx, event_id, &left)?;
        }
    }
    for (event_id, why) in store::no_photos_of(tx, case.id)? {
        store::put_no_photo(tx, event_id, &without(&why, strings))?;
    }
    for photo in store::photos_of(tx, case.id)? {
        store::put_reason(tx, photo.id, &without(&photo.reason, strings))?;
    }
    Ok(())
}

/// The text with an ellipsis in the place of each of the strings, however they are capitalised.
fn without(text: &str, strings: &[String]) -> String {
    strings.iter().fold(text.to_owned(), |text, string| {
        let (low, wanted) = (lowered(&text), lowered(string));
        if wanted.is_empty() {
            return text;
        }
        let (mut left, mut from) = (String::new(), 0);
        while let Some(at) = low[from..].find(&wanted) {
            left.push_str(&text[from..from + at]);
            left.push('…');
            from += at + wanted.len();
        }
        left + &text[from..]
    })
}

/// In small letters, each of the length that it had, so that places in both texts are the same.
fn lowered(text: &str) -> String {
    let small = |letter: char| letter.to_lowercase().next().filter(|small| small.len_utf8() == letter.len_utf8()).unwrap_or(letter);
    text.chars().map(small).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_somebody_is_taken_out_of_what_others_keep() {
        let strings = ["Żaneta Łoś".to_owned(), "z.los@poczta.example".to_owned(), String::new()];
        let check = |text: &str, left: &str| assert_eq!(without(text, &strings), left);
        check("Pani ŻANETA ŁOŚ, dziękujemy. żaneta łoś!", "Pani …, dziękujemy. …!");
        check("Pisz na z.los@poczta.example", "Pisz na …");
        check("İ Żaneta Łoś", "İ …");
        check("Łoś wszedł do ogrodu", "Łoś wszedł do ogrodu");
    }
}
