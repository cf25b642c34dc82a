//! What a page changed wins, value by value, until the pack's is taken; every value in force has its history.

use base::{Actor, Error, Id};
use packs::{Edit, Entries, Origin, actions};
use serde_json::json;
use testkit::{Kit, on_both};

use crate::reading::{SECTIONS, pack};

const CITY: &str = "name = \"Lipogród\"\n";

async fn taken(kit: &Kit, units: &str) -> bool {
    let pack = pack(CITY, units).unwrap();
    kit.write(move |tx| actions::take_over(tx, &SECTIONS, &pack)).await.unwrap()
}

async fn edited(kit: &Kit, key: &'static str, edit: Edit) -> Entries {
    let version = kit.read(move |read| actions::version(read, "units", key)).await.unwrap();
    let somebody = Actor::staff(Id::named("account", "anna"));
    kit.db.write(somebody, move |tx| actions::edit(tx, "units", key, &edit, version)).await.unwrap()
}

async fn now(kit: &Kit) -> Entries {
    assert_eq!(kit.read(packs::verify).await.unwrap(), Vec::<String>::new());
    kit.read(packs::entries).await.unwrap()
}

#[tokio::test]
async fn the_pages_value_wins_until_the_packs_is_taken() {
    on_both(async |kit| {
        assert!(taken(kit, "[[unit]]\nkey = \"zd\"\npeople = 7\n").await);
        assert!(!taken(kit, "[[unit]]\nkey = \"zd\"\npeople = 7\n").await, "the same pack changes nothing");

        edited(kit, "zd", Edit::Put(json!({ "key": "zd", "people": 9 }))).await;
        taken(kit, "[[unit]]\nkey = \"zd\"\npeople = 8\nquestion = [{ ask = \"?\" }]\n").await;
        let entries = now(kit).await;
        let unit = entries.find("units", "zd").unwrap();
        assert_eq!(unit.value().unwrap(), json!({ "key": "zd", "people": 9, "question": [{ "ask": "?" }] }));
        assert_eq!(unit.origin(), Origin::Edited);
        let differences = unit.differences();
        assert_eq!((differences[0].path.as_str(), &differences[0].pack, &differences[0].own), ("people", &Some(json!(8)), &Some(json!(9))));

        edited(kit, "zd", Edit::TakePacks(Some("people".into()))).await;
        let entries = now(kit).await;
        assert_eq!(entries.find("units", "zd").unwrap().value().unwrap()["people"], 8);
        assert_eq!(entries.find("units", "zd").unwrap().origin(), Origin::Pack);

        let history = kit.read(|read| packs::history(read, "units", "zd")).await.unwrap();
        let told: Vec<_> = history
            .iter()
            .map(|version| (version.version, version.account_id.is_some(), version.value.clone().unwrap()["people"].clone()))
            .collect();
        assert_eq!(told, [(4, true, json!(8)), (3, false, json!(9)), (2, true, json!(9)), (1, false, json!(7))]);
    })
    .await;
}

#[tokio::test]
async fn what_pages_made_or_took_away_stays_so_whatever_the_pack_says() {
    on_both(async |kit| {
        taken(kit, "[[unit]]\nkey = \"zd\"\n[[unit]]\nkey = \"mpo\"\n").await;
        edited(kit, "park", Edit::Put(json!({ "key": "park" }))).await;
        edited(kit, "zd", Edit::Remove).await;
        taken(kit, "[[unit]]\nkey = \"zd\"\npeople = 3\n").await;
        let entries = now(kit).await;
        assert_eq!(entries.keys("units").collect::<Vec<_>>(), ["park"], "mpo went with the pack, zd stays out of use");
        assert_eq!(entries.find("units", "zd").unwrap().origin(), Origin::Removed);
        assert_eq!(entries.find("units", "park").unwrap().origin(), Origin::Page);

        edited(kit, "zd", Edit::TakePacks(None)).await;
        assert_eq!(now(kit).await.keys("units").collect::<Vec<_>>(), ["zd", "park"]);
    })
    .await;
}

#[tokio::test]
async fn what_a_page_changed_outlives_the_packs_forgetting_it() {
    on_both(async |kit| {
        taken(kit, "[[unit]]\nkey = \"zd\"\npeople = 7\n").await;
        edited(kit, "zd", Edit::Put(json!({ "key": "zd", "people": 9 }))).await;
        taken(kit, "").await;
        let entries = now(kit).await;
        assert_eq!(entries.find("units", "zd").unwrap().value(), Some(json!({ "key": "zd", "people": 9 })));
        taken(kit, "[[unit]]\nkey = \"zd\"\npeople = 8\n").await;
        let entries = now(kit).await;
        assert_eq!(entries.find("units", "zd").unwrap().differences().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_pages_value_stays_even_after_the_pack_said_the_same_for_a_while() {
    on_both(async |kit| {
        taken(kit, "[[unit]]\nkey = \"zd\"\npeople = 7\n").await;
        edited(kit, "zd", Edit::Put(json!({ "key": "zd", "people": 9 }))).await;
        taken(kit, "[[unit]]\nkey = \"zd\"\npeople = 9\n").await;
        let unit = now(kit).await.find("units", "zd").unwrap().clone();
        assert_eq!((unit.origin(), unit.differences()), (Origin::Pack, vec![]), "they say the same");
        edited(kit, "zd", Edit::Put(json!({ "key": "zd", "people": 9, "question": [{ "ask": "?" }] }))).await;
        taken(kit, "[[unit]]\nkey = \"zd\"\npeople = 8\n").await;
        assert_eq!(now(kit).await.find("units", "zd").unwrap().value().unwrap()["people"], 9);

        edited(kit, "zd", Edit::Put(json!({ "key": "zd", "people": 8 }))).await;
        taken(kit, "[[unit]]\nkey = \"zd\"\npeople = 6\n").await;
        assert_eq!(now(kit).await.find("units", "zd").unwrap().value().unwrap()["people"], 6, "typing the pack's value gives it back");
    })
    .await;
}

#[tokio::test]
async fn what_a_kept_entry_names_is_kept_with_it() {
    on_both(async |kit| {
        let city = "[[unit]]\nkey = \"urzad\"\n[[unit]]\nkey = \"zd\"\nparent = \"urzad\"\n[[unit]]\nkey = \"lampy\"\nparent = \"zd\"\n[[unit]]\nkey = \"park\"\n";
        taken(kit, city).await;
        edited(kit, "lampy", Edit::Put(json!({ "key": "lampy", "parent": "zd", "people": 2 }))).await;
        taken(kit, "").await;
        let entries = now(kit).await;
        let mut kept: Vec<_> = entries.keys("units").collect();
        kept.sort_unstable();
        assert_eq!(kept, ["lampy", "urzad", "zd"], "nobody names the park");
        assert_eq!(entries.find("units", "zd").unwrap().origin(), Origin::Page);
        taken(kit, city).await;
        assert_eq!(now(kit).await.find("units", "zd").unwrap().origin(), Origin::Pack);
    })
    .await;
}

#[tokio::test]
async fn two_people_do_not_overwrite_each_other() {
    on_both(async |kit| {
        taken(kit, "[[unit]]\nkey = \"zd\"\n").await;
        let put = |people: u32| Edit::Put(json!({ "key": "zd", "people": people }));
        let (first, second) = (put(1), put(2));
        kit.write(move |tx| actions::edit(tx, "units", "zd", &first, 1).map(drop)).await.unwrap();
        let refused = kit.write(move |tx| actions::edit(tx, "units", "zd", &second, 1).map(drop)).await;
        assert!(matches!(refused, Err(Error::Conflict(_))));
        assert_eq!(now(kit).await.find("units", "zd").unwrap().value().unwrap()["people"], 1);
    })
    .await;
}
