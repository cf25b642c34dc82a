//! Queueing: once for each cause and resident, and the journal learns no address and no text.

use base::{Error, Id};
use notices::{Mailer, NewNotice, State};
use store::params;
use testkit::Engine;

use crate::cast::{city_with, end, failed_jobs, find, queue, resident, to_anna};

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_is_told_once_of_a_cause() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let new = to_anna(&kit).await;
        let id = queue(&kit, &new).await.unwrap().expect("the first time it is new");
        assert_eq!(queue(&kit, &new).await.unwrap(), None);
        let again = NewNotice { cause_id: Id::new(), ..new.clone() };
        assert!(queue(&kit, &again).await.unwrap().is_some(), "another cause is told");
        let kept = kit.read(move |read| notices::of_subject(read, new.subject_id)).await.unwrap();
        assert_eq!(kept.len(), 2);
        assert_eq!((kept[0].id, kept[0].state), (id, State::Queued));
        kit.settle().await;
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 2);
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_learns_neither_address_nor_text() {
    for engine in Engine::ALL {
        let kit = city_with(engine, Mailer::Missing).await;
        let new = to_anna(&kit).await;
        let id = queue(&kit, &new).await.unwrap().unwrap();
        let events = kit.read(move |read| store::journal::of_subject(read, id)).await.unwrap();
        let expected = serde_json::json!({ "subject": new.subject_id, "template": "case-opened", "channel": "email" });
        assert_eq!((events.len(), &events[0].facts), (1, &expected));
        forget_jobs(&kit).await;
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_notice_leaves_nothing_behind() {
    for engine in Engine::ALL {
        let kit = city_with(engine, Mailer::Missing).await;
        let untitled = NewNotice { title: " \r\n".into(), ..to_anna(&kit).await };
        assert!(matches!(queue(&kit, &untitled).await, Err(Error::Internal(_))));
        let by_anothers_way = NewNotice { resident_id: resident(&kit, "jan@poczta.example").await, ..to_anna(&kit).await };
        assert!(matches!(queue(&kit, &by_anothers_way).await, Err(Error::Internal(_))), "a way belongs to one resident");
        assert_eq!(kit.read(|read| read.value::<i64>("select count(*) from notices", params![])).await.unwrap(), 0);
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_the_journal_does_not_tell_of_is_found() {
    for engine in Engine::ALL {
        let kit = city_with(engine, Mailer::Missing).await;
        let id = queue(&kit, &to_anna(&kit).await).await.unwrap().unwrap();
        assert_eq!(kit.read(notices::verify).await.unwrap().len(), 0);
        for wrong in ["state = 'sent', ended_at = queued_at", "queued_at = queued_at + 1", "template = 'other'"] {
            let sql = format!("update notices set {wrong}");
            let faults = kit.write(move |tx| {
                tx.execute(&sql, params![])?;
                notices::verify(tx)
            });
            assert_eq!(faults.await.unwrap().len(), 1, "{wrong}");
            restore(&kit).await;
        }
        assert_eq!(kit.told(id).await, ["notice.queued"]);
        assert_eq!(find(&kit, id).await.state, State::Queued);
        assert_eq!(failed_jobs(&kit).await.len(), 0);
        forget_jobs(&kit).await;
        kit.end().await;
    }
}

async fn restore(kit: &testkit::Kit) {
    let sql = "update notices set state = 'queued', ended_at = null, template = 'case-opened',
               queued_at = (select max(at) from events where kind = 'notice.queued')";
    kit.write(move |tx| tx.execute(sql, params![])).await.unwrap();
}

async fn forget_jobs(kit: &testkit::Kit) {
    kit.write(|tx| tx.execute("delete from jobs", params![])).await.unwrap();
}
