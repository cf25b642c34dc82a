//! Units, as the city pack names them.

use staff::{Unit, actions::take_over_units, model::PackUnit};
use testkit::{Kit, on_both};

use crate::cast::{roads, verified};

async fn take_over(kit: &Kit, units: Vec<PackUnit>) {
    kit.write(move |tx| take_over_units(tx, &units)).await.unwrap();
}

#[tokio::test]
async fn the_pack_is_taken_over_and_only_changes_are_told() {
    on_both(async |kit: &Kit| {
        let lamps = PackUnit { key: "zd-lampy".into(), short: "Oświetlenie".into(), parent: Some("zd".into()), ..roads() };
        take_over(kit, vec![lamps.clone(), roads()]).await;
        take_over(kit, vec![lamps.clone(), roads()]).await;
        let renamed = PackUnit { short: "ZDM".into(), ..roads() };
        take_over(kit, vec![renamed, lamps]).await;
        let unit = kit.read(|read| staff::unit_by_key(read, "zd")).await.unwrap();
        assert_eq!(
            (unit.id, unit.short.as_str(), unit.name.pl.as_str(), unit.active),
            (Unit::id_of("zd"), "ZDM", "Zarząd Dróg Miejskich", true)
        );
        assert_eq!(kit.told(unit.id).await, ["unit.added", "unit.changed"]);
        let lamps = kit.read(|read| staff::unit(read, Unit::id_of("zd-lampy"))).await.unwrap();
        assert_eq!(lamps.parent_id, Some(unit.id));
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_the_pack_forgets_stays_but_gets_no_more_work() {
    on_both(async |kit: &Kit| {
        let parks = PackUnit { key: "zz".into(), short: "Zieleń".into(), ..roads() };
        take_over(kit, vec![roads(), parks]).await;
        for _ in 0..2 {
            take_over(kit, vec![roads()]).await;
        }
        let units = kit.read(staff::units).await.unwrap();
        let seen: Vec<_> = units.iter().map(|unit| (unit.key.as_str(), unit.active)).collect();
        assert_eq!(seen, [("zd", true), ("zz", false)]);
        assert_eq!(kit.told(Unit::id_of("zz")).await, ["unit.added", "unit.retired"]);
        take_over(kit, vec![roads(), PackUnit { key: "zz".into(), short: "Zieleń".into(), ..roads() }]).await;
        assert!(kit.read(|read| staff::unit_by_key(read, "zz")).await.unwrap().active, "and comes back");
        verified(kit).await;
    })
    .await;
}
