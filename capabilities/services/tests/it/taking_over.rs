//! What a pack brings is what the database gives back, with a history of its changes, on both engines.

use base::{Error, Id};
use services::{Order, actions, pack};
use staff::model::PackUnit;
use testkit::{Kit, on_both, pack_rows};

use crate::{LAMP, keys, read};

const ORDER: &str = "[[order]]
key = 'waste'
unit = 'roads'
title.pl = 'Odpady'
scope.pl = 'Pytania o odpady i terminy'
from = '2026-01-01'
languages = ['pl', 'uk']
contacts = ['dyspozytor, wew. 12']
expected_volume = { conversations = 70000 }
allows = ['inform', 'take_reports']
";

fn unit(key: &str) -> PackUnit {
    toml::from_str(&format!("key = '{key}'\nshort = '{key}'\nname.pl = '{key}'")).unwrap()
}

#[tokio::test]
async fn a_service_comes_back_with_its_questions_and_routes() {
    on_both(async |kit: &Kit| {
        let (groups, services) = read(LAMP, &keys()).unwrap();
        let (lamp, brought) = (services[0].clone(), services.clone());
        kit.write(move |tx| {
            staff::actions::take_over_units(tx, &[unit("roads"), unit("greens")])?;
            actions::take_over(tx, &groups, &brought)
        })
        .await
        .unwrap();
        let id = lamp.id;
        let kept = kit.read(move |read| services::find(read, id)).await.unwrap();
        assert_eq!((kept.details.clone(), kept.unit_id, kept.sensitive()), (lamp.details.clone(), lamp.unit_id, true));
        let catalogue = kit.read(services::load).await.unwrap();
        assert_eq!(catalogue.by_key("lamp").unwrap().details, lamp.details);
        assert_eq!(kit.read(move |read| services::unit_and_details(read, id)).await.unwrap(), (lamp.unit_id, lamp.details));
        let unknown = kit.read(|read| services::find(read, Id::new())).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn an_order_is_told_when_it_comes_changes_and_goes() {
    on_both(async |kit: &Kit| {
        let orders: Vec<Order> = pack_rows(pack::ORDERS, ORDER, |orders| pack::check_orders(orders, &keys())).unwrap();
        let day = |text: &str| text.parse().unwrap();
        assert!(orders[0].holds_on(day("2026-01-01")) && !orders[0].holds_on(day("2025-12-31")));
        let put = async |orders: Vec<Order>| kit.write(move |tx| actions::take_over_orders(tx, &orders)).await.unwrap();
        let waste = Id::named("order", "waste");

        put(orders.clone()).await;
        put(orders.clone()).await;
        assert_eq!(kit.read(services::orders).await.unwrap(), orders);
        assert_eq!(kit.told(waste).await, ["order.taken_over"], "what has not changed is not told");
        put(vec![Order { reporting: Some("co miesiąc".into()), ..orders[0].clone() }]).await;
        put(Vec::new()).await;
        assert_eq!(kit.read(services::orders).await.unwrap(), []);
        assert_eq!(kit.told(waste).await, ["order.taken_over", "order.taken_over", "order.withdrawn"]);
        put(orders.clone()).await;
        assert_eq!(kit.read(services::verify).await.unwrap(), Vec::<String>::new());

        let silent = kit.read(move |read| store::journal::of_subject(read, waste)).await.unwrap();
        assert!(silent.iter().all(|event| !event.facts.to_string().contains("wew")), "{silent:?}");
        kit.write(|tx| tx.execute("update orders set active = $1", store::params![false])).await.unwrap();
        assert_eq!(kit.read(services::verify).await.unwrap(), [format!("order {waste}: its row is not what the journal says")]);
        kit.write(|tx| tx.execute("delete from orders", &[])).await.unwrap();
        assert_eq!(kit.read(services::verify).await.unwrap(), [format!("order {waste}: the journal knows it, the rows do not")]);
    })
    .await;
}
