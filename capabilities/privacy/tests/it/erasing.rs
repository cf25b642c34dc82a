//! Erasure: what goes, what stays and why, and that it is done again after an older backup was restored.

use base::{Error, Id};
use privacy::{
    Ledger, actions,
    model::{KeptUntil, Plan, Why},
};
use store::Tx;
use testkit::{Engine, Kit};

use crate::cast::{ANNA, ROOMS, WORDS, anna, close, faults, found, opened, zone};

async fn both(body: impl AsyncFn(&Kit)) {
    for engine in Engine::ALL {
        let kit = Kit::new(engine, |_| Vec::new(), privacy::jobs::handlers("/nowhere".into(), zone()).into_iter().collect()).await;
        body(&kit).await;
        kit.settle().await;
        assert_eq!(faults(&kit).await, Vec::<String>::new(), "{engine:?}");
        kit.end().await;
    }
}

async fn plan(kit: &Kit, id: Id) -> Plan {
    let now = kit.db.now();
    kit.read(move |read| actions::plan(read, id, now, &zone())).await.unwrap()
}

fn erase(plan: Plan) -> impl Fn(&Tx<'_>) -> base::Result<privacy::Line> + Send + 'static {
    move |tx| actions::erase(tx, ROOMS, &plan, None)
}

/// A letter to her about her report.
fn written(tx: &Tx<'_>, resident_id: Id, subject_id: Id) -> base::Result<Option<Id>> {
    let notice = notices::NewNotice {
        resident_id,
        subject_id,
        template: "closed",
        language: base::Language::Pl,
        reach: residents::way_to(tx, resident_id, &residents::model::Basis::OwnMatter)?,
        title: "t".into(),
        body: "b".into(),
        thread: None,
        cause_id: Id::new(),
    };
    notices::actions::queue(tx, &notice)
}

#[tokio::test]
async fn a_hold_on_a_case_keeps_what_was_noted_in_its_conversation_and_nothing_else() {
    both(async |kit: &Kit| {
        let officer = found(kit).await;
        let (held, gone) = (opened(kit).await, opened(kit).await);
        for one in [held, gone] {
            close(kit, one.case_id).await;
            let note = move |tx: &Tx<'_>| {
                let talk: Id = tx.value("select interaction_id from reports where id = $1", store::params![one.report_id])?;
                interactions::actions::note(tx, talk, "Prosi o rozmowę.")
            };
            kit.write(note).await.unwrap();
        }
        kit.write(move |tx| actions::hold(tx, &officer, ("case", held.case_id), "proces")).await.unwrap();
        let id = anna(kit).await;
        let judged = plan(kit, id).await;
        assert_eq!(judged.kept(), [held.case_id]);
        kit.write(erase(judged)).await.unwrap();
        let kept = "select r.case_id from interaction_notes n join reports r on r.interaction_id = n.interaction_id";
        assert_eq!(kit.value::<Id>(kept).await, held.case_id);
        assert_eq!(kit.value::<i64>("select count(*) from interaction_notes").await, 1);
    })
    .await;
}

#[tokio::test]
async fn searches_that_found_her_lose_their_words_in_any_spelling() {
    both(async |kit: &Kit| {
        let officer = found(kit).await;
        let one = opened(kit).await;
        close(kit, one.case_id).await;
        let id = anna(kit).await;
        let look = move |tx: &Tx<'_>| {
            let details = residents::model::Details::of(residents::model::Kind::Person, "Anna Żygzak", base::Language::Pl)?;
            residents::actions::change_details(tx, id, &details)?;
            residents::actions::add_way(tx, id, &residents::Way::Phone("605111222".parse()?))?;
            ["605 111 222", "zygzak", "Anna Nowak", "Anna.Tajna@poczta.example"].into_iter().try_for_each(|words| {
                staff::audit::note(tx, &officer, &staff::audit::Look::search("resident", words, staff::audit::Purpose::Matter))
            })
        };
        kit.write(look).await.unwrap();
        kit.write(erase(plan(kit, id).await)).await.unwrap();
        let left = kit.read(|read| read.query("select words from looks where words is not null", &[], |row| row.get::<String>(0))).await;
        assert_eq!(left.unwrap(), ["Anna Nowak"]);
    })
    .await;
}

#[tokio::test]
async fn an_open_matter_stays_with_the_address_and_an_ended_one_goes() {
    both(async |kit: &Kit| {
        found(kit).await;
        let (first, second) = (opened(kit).await, opened(kit).await);
        close(kit, first.case_id).await;
        let id = anna(kit).await;
        let judged = plan(kit, id).await;
        assert_eq!(judged.kept(), [second.case_id]);
        assert!(judged.keeps_identity() && !judged.is_refused());
        kit.write(erase(judged)).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from reports where body <> ''").await, 1);
        assert_eq!(kit.value::<i64>("select count(*) from cases where place <> ''").await, 1);
        assert_eq!(kit.value::<i64>("select count(*) from case_words where body <> ''").await, 0);
        assert_eq!(kit.value::<i64>("select count(*) from ways").await, 1, "somebody must be told of the open one");

        close(kit, second.case_id).await;
        let rest = plan(kit, id).await;
        assert!(rest.kept().is_empty() && !rest.keeps_identity());
        kit.write(erase(rest)).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from ways").await, 0);
        assert_eq!(kit.value::<i64>("select count(*) from erasures").await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_archive_category_keeps_what_was_said_until_its_day() {
    both(async |kit: &Kit| {
        found(kit).await;
        let one = opened(kit).await;
        close(kit, one.case_id).await;
        let her = anna(kit).await;
        kit.write(move |tx| written(tx, her, one.report_id)).await.unwrap();
        kit.write(|tx| tx.execute("update cases set archive = 'B5'", &[])).await.unwrap();
        let judged = plan(kit, anna(kit).await).await;
        let until = KeptUntil::Day(jiff::civil::date(2032, 1, 1));
        assert_eq!(judged.parts[0].why, Some(Why::Archive("B5".into(), until)));
        assert!(!judged.keeps_identity());
        kit.write(erase(judged)).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from reports where body <> ''").await, 1, "the matter stays");
        assert_eq!(kit.value::<i64>("select count(*) from ways").await, 0, "the address does not");
        assert_eq!(kit.value::<i64>("select count(*) from notices where address <> ''").await, 0, "nor that of a letter");
        assert_eq!(kit.value::<i64>("select count(*) from notices where body <> ''").await, 1, "what the letter said does");
    })
    .await;
}

#[tokio::test]
async fn a_legal_hold_keeps_and_its_release_lets_go() {
    both(async |kit: &Kit| {
        let officer = found(kit).await;
        let one = opened(kit).await;
        close(kit, one.case_id).await;
        let id = anna(kit).await;
        let place = move |tx: &Tx<'_>| {
            assert!(matches!(actions::hold(tx, &officer, ("resident", id), "  "), Err(Error::Invalid(_))));
            actions::hold(tx, &officer, ("resident", id), "proces II C 7/26")
        };
        let hold = kit.write(place).await.unwrap();
        let judged = plan(kit, id).await;
        assert!(judged.is_refused() && judged.held.as_deref() == Some("proces II C 7/26"));
        assert!(matches!(kit.write(erase(judged)).await, Err(Error::Conflict("privacy-erasure-held"))));
        kit.write(move |tx| actions::release(tx, hold)).await.unwrap();
        assert!(matches!(kit.write(move |tx| actions::release(tx, hold)).await, Err(Error::Conflict(_))));
        let judged = plan(kit, id).await;
        kit.write(erase(judged)).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from reports where body <> ''").await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_ledger_repeats_what_the_database_has_forgotten() {
    both(async |kit: &Kit| {
        found(kit).await;
        let one = opened(kit).await;
        close(kit, one.case_id).await;
        let home = tempfile::tempdir().unwrap();
        let ledger = Ledger::of(home.path(), &[]);
        let judged = plan(kit, anna(kit).await).await;
        // The erasure of a city whose database is lost: only its line is left.
        let line = privacy::Line {
            id: Id::new(),
            at: kit.db.now(),
            residents: judged.residents.iter().copied().chain([Id::new()]).collect(),
            kept: Vec::new(),
            identity_kept: false,
            request_id: None,
        };
        ledger.add(std::slice::from_ref(&line)).unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from reports where body <> ''").await, 1, "the premise");
        assert_eq!(actions::reconcile(&kit.db, &ledger, ROOMS).await.unwrap(), 1);
        assert_eq!(kit.value::<i64>("select count(*) from reports where body <> ''").await, 0);
        assert_eq!(kit.value::<i64>("select count(*) from ways").await, 0);
        assert_eq!(actions::reconcile(&kit.db, &ledger, ROOMS).await.unwrap(), 0, "once is enough");
        std::fs::remove_file(home.path().join("erasures.log")).unwrap();
        assert_eq!(actions::reconcile(&kit.db, &ledger, ROOMS).await.unwrap(), 0);
        assert_eq!(ledger.read().unwrap(), [line], "a lost ledger is written again from the rows");
    })
    .await;
}

#[tokio::test]
async fn whoever_was_merged_is_erased_and_exported_together() {
    both(async |kit: &Kit| {
        found(kit).await;
        opened(kit).await;
        let id = anna(kit).await;
        let other = kit
            .write(|tx| residents::actions::meet(tx, &residents::Reachable::by_email("a.tajna@praca.example", base::Language::Pl)?))
            .await
            .unwrap();
        kit.write(move |tx| residents::actions::merge(tx, other, id, "said_so")).await.unwrap();
        assert_eq!(kit.read(move |read| privacy::family(read, other)).await.unwrap(), [id, other]);
        assert_eq!(plan(kit, other).await.parts.len(), 1, "{ANNA} {WORDS}");
    })
    .await;
}

#[tokio::test]
async fn restricted_data_is_kept_and_used_for_nothing() {
    both(async |kit: &Kit| {
        found(kit).await;
        let one = opened(kit).await;
        let id = anna(kit).await;
        kit.write(move |tx| actions::restrict(tx, id)).await.unwrap();
        kit.write(move |tx| actions::restrict(tx, id)).await.unwrap();
        let clerk = staff::Viewer {
            account_id: Id::new(),
            name: String::new(),
            unit_id: None,
            permissions: staff::model::role("supervisor").unwrap(),
        };
        let (_, reports) = kit.read(move |read| cases::find_for(read, &clerk, one.case_id)).await.unwrap();
        assert_eq!(reports[0].body, "");
        assert_eq!(kit.write(move |tx| written(tx, id, one.report_id)).await.unwrap(), None, "nothing is sent");
        kit.write(move |tx| actions::unrestrict(tx, id)).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from residents where restricted_at is not null").await, 0);
    })
    .await;
}
