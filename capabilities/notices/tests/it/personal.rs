//! What is kept of one person comes out whole, and goes for good.

use notices::{Mailer, State, personal};
use testkit::Engine;

use crate::cast::{ANNA, city_with, end, failed_jobs, find, queue, resident, to_anna};

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_gets_all_that_was_written_to_them_and_nothing_of_others() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let new = to_anna(&kit).await;
        queue(&kit, &new).await.unwrap();
        kit.settle().await;
        let jan = resident(&kit, "jan@poczta.example").await;
        let (hers, his) = kit.read(move |read| Ok((personal::export(read, new.resident_id)?, personal::export(read, jan)?))).await.unwrap();
        assert_eq!((hers[0]["address"].as_str(), hers[0]["state"].as_str()), (Some(ANNA), Some("sent")));
        assert_eq!((hers[0]["title"].as_str(), hers.as_array().unwrap().len()), (Some(new.title.as_str()), 1));
        assert_eq!(his, serde_json::json!([]));
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_resident_is_blanked_and_hears_no_more() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let (sent, other) = (to_anna(&kit).await, to_anna(&kit).await);
        let sent_id = queue(&kit, &sent).await.unwrap().unwrap();
        kit.settle().await;
        let queued_id = queue(&kit, &other).await.unwrap().unwrap();
        kit.write(move |tx| personal::erase(tx, sent.resident_id)).await.unwrap();
        kit.settle().await;
        for (id, state) in [(sent_id, State::Sent), (queued_id, State::Failed)] {
            let notice = find(&kit, id).await;
            assert_eq!((notice.state, notice.address.as_str(), notice.title.as_str(), notice.body.as_str()), (state, "", "", ""));
        }
        assert_eq!(kit.told(queued_id).await, ["notice.queued", "notice.failed"]);
        assert_eq!((std::fs::read_dir(home.path()).unwrap().count(), failed_jobs(&kit).await.len()), (1, 0));
        end(kit).await;
    }
}
