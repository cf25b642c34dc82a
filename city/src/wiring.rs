//! What must follow from a change, on one page: a pure function from an event to the jobs that it calls for.

use base::ActorKind;
use cases::{events, jobs as case_jobs};
use jobs::Job;
use serde_json::json;
use store::Event;

/// The jobs that follow from `event`, enqueued in its own transaction. A historic row causes none.
pub fn follow_ups(event: &Event) -> Vec<Job> {
    if event.actor.kind == ActorKind::Import {
        return Vec::new();
    }
    match event.kind.as_str() {
        events::OPENED => vec![Job::now(case_jobs::DISPATCH, json!({ "case": event.subject_id }))],
        events::REPORT_RECEIVED if event.facts["reachable"] == true => tell(event, &event.facts["case"], "received"),
        events::DISPATCHED => tell(event, &json!(event.subject_id), "dispatched"),
        events::PROGRESSED => tell(event, &json!(event.subject_id), "progressed"),
        events::SCHEDULED => tell(event, &json!(event.subject_id), "scheduled"),
        events::ASKED => tell(event, &json!(event.subject_id), "asked"),
        events::WARNED => vec![Job::now(case_jobs::WARN, json!({ "case": event.subject_id, "clock": event.facts["clock"] }))],
        events::MISSED if event.facts["clock"] == "fix" => tell(event, &json!(event.subject_id), "late"),
        events::PROMISED if event.facts["because"] == "unit" => tell(event, &json!(event.subject_id), "promised"),
        events::PROMISED if event.facts["because"] == "notice" => tell(event, &json!(event.subject_id), "extended"),
        events::DECLINED => tell(event, &event.facts["case"], "declined"),
        events::MOVED => tell(event, &event.facts["case"], "moved"),
        events::CLOSED => tell(event, &json!(event.subject_id), "closed"),
        events::FOLLOWER_BEGAN if event.facts["reachable"] == true => follower_began(event),
        events::PHOTO_ERASED => vec![Job::now(case_jobs::REMOVE_PHOTO, json!({ "photo": event.subject_id }))],
        events::CODE_ASKED => {
            vec![Job::now(case_jobs::MAIL_CODE, json!({ "code": event.subject_id, "language": event.facts["language"] }))]
        }
        events::INCIDENT_ENDED => incident_ended(event),
        "account.changed" => staff::jobs::after_change(event),
        "notice.queued" => vec![Job::now(notices::SEND, json!({ "notice": event.subject_id }))],
        _ => Vec::new(),
    }
}

/// The owner of the address is asked, and forgotten when they do not answer.
fn follower_began(event: &Event) -> Vec<Job> {
    let follower = event.subject_id;
    let forget =
        Job { delay_seconds: cases::model::UNCONFIRMED_SECONDS, ..Job::now(case_jobs::FORGET_FOLLOWER, json!({ "follower": follower })) };
    vec![Job::now(case_jobs::ASK_FOLLOWER, json!({ "follower": follower, "event": event.id })), forget]
}

/// Its followers hear of it, and are forgotten some time later.
fn incident_ended(event: &Event) -> Vec<Job> {
    let incident = event.subject_id;
    let forget = Job {
        delay_seconds: cases::model::FOLLOWERS_KEPT_SECONDS,
        ..Job::now(case_jobs::FORGET_INCIDENT, json!({ "incident": incident }))
    };
    vec![Job::now(case_jobs::TELL_INCIDENT, json!({ "incident": incident, "event": event.id })), forget]
}

fn tell(event: &Event, case: &serde_json::Value, template: &str) -> Vec<Job> {
    vec![Job::now(case_jobs::TELL, json!({ "case": case, "event": event.id, "template": template }))]
}

#[cfg(test)]
mod tests {
    use base::{Actor, Id, Moment};

    use super::*;

    fn event(kind: &str, actor: Actor, facts: serde_json::Value) -> Event {
        Event {
            id: Id::new(),
            position: None,
            at: Moment(0),
            actor,
            subject_kind: "case".into(),
            subject_id: Id::new(),
            version: 1,
            kind: kind.into(),
            facts,
        }
    }

    #[test]
    fn each_event_calls_for_these_jobs() {
        let check = |kind, facts, wanted: &[&str]| {
            let jobs: Vec<_> = follow_ups(&event(kind, Actor::STRANGER, facts)).into_iter().map(|job| job.kind).collect();
            assert_eq!(jobs, wanted, "{kind}");
        };
        check(events::OPENED, json!({}), &["cases.dispatch"]);
        check(events::REPORT_RECEIVED, json!({ "reachable": true, "case": Id::new() }), &["cases.tell"]);
        check(events::REPORT_RECEIVED, json!({ "reachable": false, "case": Id::new() }), &[]);
        check(events::DISPATCHED, json!({}), &["cases.tell"]);
        check(events::ACCEPTED, json!({}), &[]);
        check(events::PROGRESSED, json!({}), &["cases.tell"]);
        check(events::SCHEDULED, json!({}), &["cases.tell"]);
        check(events::ASKED, json!({}), &["cases.tell"]);
        check(events::ANSWERED, json!({}), &[]);
        check(events::JUDGED, json!({ "case": Id::new() }), &[]);
        check(events::WARNED, json!({ "clock": "fix" }), &["cases.warn"]);
        check(events::MISSED, json!({ "clock": "fix" }), &["cases.tell"]);
        check(events::MISSED, json!({ "clock": "first_answer" }), &[]);
        check(events::PROMISED, json!({ "clock": "fix", "because": "unit" }), &["cases.tell"]);
        check(events::PROMISED, json!({ "clock": "fix", "because": "waited" }), &[]);
        check(events::PROMISED, json!({ "clock": "legal", "because": "notice" }), &["cases.tell"]);
        check(events::DECLINED, json!({ "case": Id::new() }), &["cases.tell"]);
        check(events::CLOSED, json!({}), &["cases.tell"]);
        check(events::MERGED, json!({}), &[]);
        check(events::JOINED, json!({}), &[]);
        check(events::MOVED, json!({ "case": Id::new() }), &["cases.tell"]);
        check(events::FOLLOWER_BEGAN, json!({ "reachable": true }), &["cases.ask_follower", "cases.forget_follower"]);
        check(events::FOLLOWER_BEGAN, json!({ "reachable": false }), &[]);
        check(events::PHOTO_ADDED, json!({}), &[]);
        check(events::PHOTO_ERASED, json!({}), &["cases.remove_photo"]);
        check(events::CODE_ASKED, json!({ "language": "uk" }), &["cases.mail_code"]);
        check(events::ATTACHED, json!({}), &[]);
        check(events::INCIDENT_ENDED, json!({}), &["cases.tell_incident", "cases.forget_incident"]);
        check("notice.queued", json!({}), &["notices.send"]);
        check("notice.sent", json!({}), &[]);
        check("account.changed", json!({ "changed": ["end"], "ends_at": 1 }), &["staff.end_account"]);
        check("account.changed", json!({ "changed": ["name"], "ends_at": 1 }), &[]);
        check("account.changed", json!({ "changed": ["end"], "ends_at": null }), &[]);
    }

    #[test]
    fn a_historic_row_causes_no_work() {
        assert_eq!(follow_ups(&event(events::OPENED, Actor::IMPORT, json!({}))), []);
    }
}
