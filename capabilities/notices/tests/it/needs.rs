//! Communication needs govern what goes out: large print in letters, and errands for people where no letter may go.

use base::{Error, Language};
use notices::{Mailer, NewNotice};
use residents::{
    Needs, Reachable, Way, actions,
    model::{Basis, Need},
};
use testkit::Engine;

use crate::cast::{ANNA, city_with, end, find, notice_to, queue, resident};

async fn need(kit: &testkit::Kit, id: base::Id, needs: &'static [Need]) {
    kit.write(move |tx| actions::set_needs(tx, id, &Needs::new(needs.iter().copied(), "")?)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_needs_large_print_gets_it_and_the_mailbox_reads_it_back() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let anna = resident(&kit, ANNA).await;
        need(&kit, anna, &[Need::LargePrint]).await;
        let id = queue(&kit, &NewNotice { body: "Dzień <dobry>\nhttps://a.example/x?a=1&b=2".into(), ..notice_to(&kit, anna).await }).await;
        let id = id.unwrap().unwrap();
        assert!(find(&kit, id).await.large_print);
        kit.settle().await;
        let file = std::fs::read_dir(home.path()).unwrap().next().unwrap().unwrap().path();
        let letter = std::fs::read_to_string(file).unwrap();
        assert!(letter.contains("multipart/alternative") && letter.contains("text/html"), "{letter}");
        let app = testkit::app(&kit.db, &[notices::TEXTS], &[], web::Settings { demo: true, ..web::Settings::default() });
        let mut browser = testkit::Browser::new(&app, notices::pages::routes(home.path().to_owned(), |_, _, _| Ok(false)));
        let list = browser.get("/mailbox").await;
        let href = list.html.split("href=\"/mailbox/").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        browser.get(&format!("/mailbox/{href}")).await.says("Dzień <dobry>").never_says("24px");
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_calls_only_is_never_written_to_but_stands_on_a_list() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let ways = vec![Way::Email(ANNA.parse().unwrap()), Way::Phone("601 234 567".parse().unwrap())];
        let anna = kit.write(move |tx| actions::meet(tx, &Reachable { ways: ways.clone(), language: Language::Pl })).await.unwrap();
        need(&kit, anna, &[Need::CallsOnly]).await;
        let new = notice_to(&kit, anna).await;
        let id = queue(&kit, &new).await.unwrap().unwrap();
        assert_eq!(queue(&kit, &new).await.unwrap(), None, "once for each cause");
        kit.settle().await;
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "no letter against a need");
        let open = kit.read(|read| notices::open_errands(read, |_| Ok(true))).await.unwrap();
        assert_eq!(open.iter().map(|one| (one.id, one.wish.as_str(), one.reason.as_str())).collect::<Vec<_>>(), [(id, "call", "wish")]);
        kit.write(move |tx| notices::actions::finish_errand(tx, id)).await.unwrap();
        assert_eq!(kit.read(|read| notices::open_errands(read, |_| Ok(true))).await.unwrap(), []);
        let again = kit.write(move |tx| notices::actions::finish_errand(tx, id)).await;
        assert!(matches!(again, Err(Error::Conflict("errand-done"))));
        end(kit).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_errand_is_told_to_its_resident_and_erased_with_them() {
    for engine in Engine::ALL {
        let kit = city_with(engine, Mailer::Missing).await;
        let anna = resident(&kit, ANNA).await;
        need(&kit, anna, &[Need::NoEmail]).await;
        let reach = kit.read(move |read| residents::way_to(read, anna, &Basis::OwnMatter)).await.unwrap();
        assert!(matches!(reach, residents::Reach::Undeliverable(_)), "the premise: no way is left");
        let id = queue(&kit, &notice_to(&kit, anna).await).await.unwrap().unwrap();
        assert_eq!(kit.read(move |read| notices::find_errand(read, id)).await.unwrap().wish, "none");
        let told = kit.read(move |read| notices::personal::export(read, anna)).await.unwrap().to_string();
        assert!(told.contains("4821-907-5"), "{told}");
        kit.write(move |tx| notices::personal::erase(tx, anna)).await.unwrap();
        let kept = kit.read(move |read| notices::find_errand(read, id)).await.unwrap();
        assert_eq!((kept.title.as_str(), kept.body.as_str(), kept.done_at.is_some()), ("", "", true));
        kit.write(move |tx| tx.execute("update errands set wish = 'call'", &[])).await.unwrap();
        assert_eq!(kit.read(notices::verify).await.unwrap().len(), 1);
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_goes_as_needs_and_addresses_are_when_it_leaves() {
    for engine in Engine::ALL {
        let home = tempfile::tempdir().unwrap();
        let kit = city_with(engine, Mailer::Folder(home.path().to_owned())).await;
        let anna = resident(&kit, ANNA).await;
        let (moved, called) = (notice_to(&kit, anna).await, notice_to(&kit, anna).await);
        let first = queue(&kit, &moved).await.unwrap().unwrap();
        let another = move |tx: &store::Tx<'_>| {
            let old = residents::ways(tx, anna)?[0].id;
            actions::remove_way(tx, anna, old)?;
            actions::add_way(tx, anna, &Way::Email("anna@nowa.example".parse()?))?;
            actions::set_needs(tx, anna, &Needs::new([Need::LargePrint], "")?)
        };
        kit.write(another).await.unwrap();
        kit.settle().await;
        let sent = find(&kit, first).await;
        assert_eq!((sent.address.as_str(), sent.large_print, sent.state), ("anna@nowa.example", true, notices::State::Sent));

        let second = queue(&kit, &called).await.unwrap().unwrap();
        kit.write(move |tx| actions::add_way(tx, anna, &Way::Phone("601 234 567".parse()?))).await.unwrap();
        need(&kit, anna, &[Need::CallsOnly]).await;
        kit.settle().await;
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1, "the second one is no letter any more");
        assert_eq!(find(&kit, second).await.state, notices::State::Failed);
        let open = kit.read(|read| notices::open_errands(read, |_| Ok(true))).await.unwrap();
        assert_eq!(open.iter().map(|one| (one.wish.as_str(), one.body.as_str())).collect::<Vec<_>>(), [("call", called.body.as_str())]);
        end(kit).await;
    }
}
