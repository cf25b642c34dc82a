//! One's own reports by a code: it goes to the owner of the mailbox alone, holds for a while, and lists what is theirs.

use base::{Actor, Email, Id, Language};
use cases::{
    NewReport, actions,
    model::{CODE_SECONDS, MOST_CODES, MOST_TRIES, Tried},
    public,
};
use residents::{Needs, model::Need};

use crate::cast::{ANNA, World, on_both};

const OTHER: &str = "anna.inna@poczta.example";

async fn ask(world: &World, address: &str) -> Id {
    let email: Email = address.parse().unwrap();
    let asked = world.kit.db.write(Actor::STRANGER, move |tx| actions::ask_code(tx, &email, Language::En)).await.unwrap();
    world.kit.settle().await;
    asked
}

async fn enter(world: &World, id: Id, typed: &str) -> Tried {
    let (signer, typed) = (world.app.signer.clone(), typed.to_owned());
    world.kit.db.write(Actor::STRANGER, move |tx| actions::try_code(tx, &signer, id, &typed)).await.unwrap()
}

/// The six digits that stand alone on a line, of all letters in the folder; English ones are plain text.
fn codes(world: &World) -> Vec<String> {
    let letters = std::fs::read_dir(world.mail.path()).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
    letters.flat_map(|letter| letter.lines().map(str::trim).filter(is_code).map(str::to_owned).collect::<Vec<_>>()).collect()
}

async fn meet(world: &World, address: &str) -> Id {
    let reachable = residents::Reachable::by_email(address, Language::Pl).unwrap();
    world.kit.write(move |tx| residents::actions::meet(tx, &reachable)).await.unwrap()
}

#[tokio::test]
async fn a_code_from_the_mailbox_opens_the_list_of_ones_own_reports_once() {
    on_both(async |world: &World| {
        let about_home = NewReport::about(&world.hushed, interactions::Channel::Web, Language::Pl);
        let about_home =
            NewReport { body: "Sąsiad krzyczy".into(), place: world.report().place, reply_to: world.report().reply_to, ..about_home };
        let (first, hushed) = (world.opened(&world.report()).await, world.opened(&about_home).await);
        let other_row = residents::Reachable::by_email(OTHER, Language::Pl).ok();
        let merged = world.opened(&NewReport { reply_to: other_row, ..world.report() }).await;
        let (anna, twin) = (meet(world, ANNA).await, meet(world, OTHER).await);
        world.kit.write(move |tx| residents::actions::merge(tx, twin, anna, "same_details")).await.unwrap();
        world.kit.clock.pass_seconds(1);

        let id = ask(world, ANNA).await;
        let code = codes(world).pop().expect("a letter with a code");
        let kept = "select count(*) from mailbox_codes where digest is not null and tries = 0";
        assert_eq!(world.kit.value::<i64>(kept).await, 1);
        let plain = format!("{:?}", world.kit.value::<String>("select digest from mailbox_codes").await);
        assert!(!plain.contains(&code), "the code stands nowhere in plain");
        assert_eq!(world.kit.value::<i64>("select count(*) from notices where template = 'code'").await, 0);

        let wrong = if code == "000000" { "000001" } else { "000000" };
        assert_eq!(enter(world, id, wrong).await, Tried::Wrong);
        let Tried::Right(way_id) = enter(world, id, &code).await else { panic!("the code of the letter is not taken") };
        assert_eq!(enter(world, id, &code).await, Tried::Over, "once");
        let now = world.kit.db.now();
        let mine = world.kit.read(move |read| public::mine(read, way_id, now)).await.unwrap();
        let numbers: Vec<_> = mine.iter().map(|one| one.report.number).collect();
        assert!(numbers.len() == 2 && numbers.contains(&first.number) && numbers.contains(&merged.number), "{numbers:?}");
        assert!(!numbers.contains(&hushed.number), "a sensitive matter is not listed");
        assert_eq!(world.kit.told(id).await, ["mailbox_code.asked", "mailbox_code.tried", "mailbox_code.used"]);

        world.kit.write(move |tx| residents::personal::erase(tx, anna)).await.unwrap();
        assert!(world.kit.read(move |read| public::mine(read, way_id, now)).await.is_err(), "erased, nobody's");
    })
    .await;
}

#[tokio::test]
async fn a_code_ends_by_time_and_by_wrong_tries() {
    on_both(async |world: &World| {
        world.opened(&world.report()).await;
        let id = ask(world, ANNA).await;
        let code = codes(world).pop().unwrap();
        world.kit.clock.pass_seconds(CODE_SECONDS);
        assert_eq!(enter(world, id, &code).await, Tried::Over);
        let late = ask(world, ANNA).await;
        for _ in 0..MOST_TRIES {
            assert_eq!(enter(world, late, "x").await, Tried::Wrong);
        }
        for code in codes(world) {
            assert_eq!(enter(world, late, &code).await, Tried::Over, "the right one comes too late");
        }
        assert_eq!(enter(world, Id::new(), &code).await, Tried::Over);
    })
    .await;
}

#[tokio::test]
async fn nobody_learns_whether_an_address_is_known_and_no_letter_goes_where_none_may() {
    on_both(async |world: &World| {
        let unknown = ask(world, "nikt@poczta.example").await;
        for _ in 0..MOST_TRIES {
            assert_eq!(enter(world, unknown, "000000").await, Tried::Wrong);
        }
        assert_eq!(enter(world, unknown, "000000").await, Tried::Over, "as with a known address");
        world.opened(&world.report()).await;
        let anna = meet(world, ANNA).await;
        let set = |needs: Needs| move |tx: &store::Tx<'_>| residents::actions::set_needs(tx, anna, &needs);
        world.kit.write(set(Needs::new([Need::NoEmail], "").unwrap())).await.unwrap();
        ask(world, ANNA).await;
        assert_eq!(codes(world), Vec::<String>::new(), "their needs forbid e-mails");
        world.kit.write(set(Needs::default())).await.unwrap();
        for sent in 2..=MOST_CODES + 2 {
            ask(world, ANNA).await;
            let letters = i64::try_from(codes(world).len()).unwrap();
            assert_eq!(letters, (sent - 1).min(MOST_CODES - 1), "no more than {MOST_CODES} an hour were begun");
        }
        world.kit.write(move |tx| tx.execute("update ways set shared = (1 = 1)", &[]).map(drop)).await.unwrap();
        world.kit.clock.pass_seconds(2 * 3_600);
        let letters = world.mails();
        ask(world, ANNA).await;
        assert_eq!(world.mails(), letters, "of a shared mailbox nobody knows who reads it");
    })
    .await;
}
