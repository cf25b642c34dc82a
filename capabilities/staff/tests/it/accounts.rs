//! Accounts: made, invited, deactivated, and always as the journal tells.

use base::{Actor, Error, Id, Wording};
use serde_json::json;
use staff::{
    Unit, Viewer,
    actions::{Sought, create_account, deactivate, invite, invited, people_for, put_demo_accounts, reactivate, sign_in, use_invitation},
    model::{INVITATION_SECONDS, PackUnit, Password, ROLES, Role, Skill, role},
    pack::{accounts_schema, check_roles, check_units, program_roles, read_accounts},
};
use testkit::{Kit, on_both};

use crate::cast::{PASSWORD, account, administrator, all_permissions, behind, crew, roads, spoil, verified};

fn long_enough() -> Password {
    Password::new("trzy koty i jeden pies").unwrap()
}

#[tokio::test]
async fn an_invitation_is_used_once() {
    on_both(async |kit: &Kit| {
        let new = account("nowa", "agent", None);
        let id = new.id;
        kit.write(move |tx| create_account(tx, &new)).await.unwrap();
        let earlier = kit.write(move |tx| invite(tx, id)).await.unwrap();
        let token = kit.write(move |tx| invite(tx, id)).await.unwrap();
        assert!(matches!(invited(&kit.db, &earlier).await, Err(Error::NotFound)), "a new invitation ends the earlier one");
        assert_eq!(invited(&kit.db, &token).await.unwrap(), "nowa");
        use_invitation(&kit.db, &token, &long_enough()).await.unwrap();
        assert!(matches!(invited(&kit.db, &token).await, Err(Error::NotFound)));
        assert!(matches!(use_invitation(&kit.db, &token, &Password::new("inne długie hasło").unwrap()).await, Err(Error::NotFound)));
        sign_in(&kit.db, "nowa", "trzy koty i jeden pies").await.unwrap();
        verified(kit).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invitation_used_twice_at_once_is_used_once() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let token = kit.write(move |tx| invite(tx, id)).await.unwrap();
        let (mine, theirs) = (long_enough(), Password::new("inne długie hasło").unwrap());
        let (first, second) = tokio::join!(use_invitation(&kit.db, &token, &mine), use_invitation(&kit.db, &token, &theirs));
        assert_eq!(usize::from(first.is_ok()) + usize::from(second.is_ok()), 1, "{first:?} {second:?}");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_ends_after_a_day_and_with_the_account() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let token = kit.write(move |tx| invite(tx, id)).await.unwrap();
        kit.clock.pass_seconds(INVITATION_SECONDS);
        assert!(matches!(use_invitation(&kit.db, &token, &long_enough()).await, Err(Error::NotFound)));
        let token = kit.write(move |tx| invite(tx, id)).await.unwrap();
        kit.write(move |tx| deactivate(tx, id)).await.unwrap();
        assert!(matches!(use_invitation(&kit.db, &token, &long_enough()).await, Err(Error::NotFound)));
        assert!(matches!(kit.write(move |tx| invite(tx, id)).await, Err(Error::Conflict("staff-account-inactive"))));
        sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap_err();
    })
    .await;
}

#[tokio::test]
async fn an_account_that_cannot_be_is_refused() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let nameless = staff::model::NewAccount { name: "  ".into(), ..account("x", "agent", None) };
        for (new, expected) in [
            (account("ekipa3", "agent", None), "invalid: login (staff-login-taken)"),
            (account("ekipa4", "agent", Some(Id::new())), "invalid: unit (staff-unit-unknown)"),
            (nameless, "invalid: name (staff-name-invalid)"),
        ] {
            let refused = kit.write(move |tx| create_account(tx, &new)).await.unwrap_err();
            assert_eq!(refused.to_string(), expected);
        }
        assert!(matches!(kit.write(|tx| deactivate(tx, Id::new())).await, Err(Error::NotFound)));
        assert_eq!(kit.value::<i64>("select count(*) from accounts").await, 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_cuts_themselves_off() {
    on_both(async |kit: &Kit| {
        let id = administrator(kit).await;
        let own = kit.db.write(Actor::staff(id), move |tx| deactivate(tx, id)).await;
        assert!(matches!(own, Err(Error::Conflict("staff-account-own"))));
        let crew = crew(kit).await;
        for _ in 0..2 {
            kit.db.write(Actor::staff(id), move |tx| deactivate(tx, crew)).await.unwrap();
        }
        for _ in 0..2 {
            kit.db.write(Actor::staff(id), move |tx| reactivate(tx, crew)).await.unwrap();
        }
        let told = kit.told(crew).await;
        assert_eq!(told[told.len() - 2..], ["account.deactivated", "account.reactivated"], "each once");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn only_those_who_administer_see_the_people() {
    on_both(async |kit: &Kit| {
        let id = administrator(kit).await;
        crew(kit).await;
        let viewer = |permissions| Viewer { account_id: id, name: "Osoba".into(), unit_id: None, permissions };
        let (admin, agent) = (viewer(all_permissions()), viewer(role("agent").unwrap()));
        let now = kit.db.now();
        let looking = admin.clone();
        let people = kit.read(move |read| people_for(read, &looking, &Sought::default(), now)).await.unwrap();
        let seen: Vec<_> = people.iter().map(|one| (one.login.as_str(), one.unit.as_deref(), one.active, one.has_password)).collect();
        assert_eq!(seen, [("admin", None, true, true), ("ekipa3", Some("Zarząd Dróg"), true, true)]);
        let of_roads = Sought { unit_id: Some(Unit::id_of("zd")), ..Sought::default() };
        let found = kit.read(move |read| people_for(read, &admin, &of_roads, now)).await.unwrap();
        assert_eq!(found.iter().map(|one| one.login.as_str()).collect::<Vec<_>>(), ["ekipa3"]);
        assert!(matches!(kit.read(move |read| people_for(read, &agent, &Sought::default(), now)).await, Err(Error::Forbidden)));
    })
    .await;
}

#[tokio::test]
async fn a_row_that_does_not_follow_from_the_journal_is_found() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        verified(kit).await;
        for sql in [
            "update accounts set permissions = '[\"administer\"]' where id = $1",
            "update accounts set permissions = (select e.facts->'permissions' from events e where e.subject_id = $1 and e.version = 1),
                 active = false where id = $1",
            "update accounts set active = true, unit_id = null where id = $1",
        ] {
            spoil(kit, sql, id).await.unwrap();
            let faults = kit.read(staff::verify).await.unwrap();
            assert_eq!(faults, [format!("account {id}: the row does not follow from the journal")], "{sql}");
        }
        let unit = Unit::id_of("zd");
        spoil(kit, "delete from units where id = $1", unit).await.unwrap();
        let faults = kit.read(staff::verify).await.unwrap();
        assert!(faults.contains(&format!("unit {unit}: the journal knows it, the rows do not")), "{faults:?}");
    })
    .await;
}

#[tokio::test]
async fn a_demo_has_the_accounts_of_its_pack() {
    on_both(async |kit: &Kit| {
        let pack = tempfile::tempdir().unwrap();
        std::fs::write(pack.path().join("staff.toml"), DEMO).unwrap();
        let units = vec![roads()];
        let mut entries = packs::Entries::default();
        entries.supply("units", [("zd".to_owned(), json!({}))]);
        entries.supply("roles", program_roles());
        entries.supply("skills", [("zielen".to_owned(), json!({}))]);
        let accounts = read_accounts(pack.path(), &entries).unwrap();
        let skill = Skill { key: "zielen".into(), name: Wording { pl: "Zieleń".into(), uk: None, en: None } };
        kit.write(move |tx| staff::actions::take_over_skills(tx, std::slice::from_ref(&skill))).await.unwrap();
        kit.write(move |tx| staff::actions::take_over_units(tx, &units)).await.unwrap();
        for _ in 0..2 {
            put_demo_accounts(&kit.db, &accounts, &jiff::tz::TimeZone::UTC).await.unwrap();
        }
        let token = sign_in(&kit.db, "ekipa3", "demo").await.unwrap();
        let viewer = behind(kit, &token).await.unwrap();
        assert_eq!((viewer.unit_id, viewer.permissions), (Some(Unit::id_of("zd")), role("unit_staff").unwrap()));
        assert_eq!(viewer.account_id, Id::named("account", "ekipa3"));
        let head = kit.read(|read| staff::skills_of(read, Id::named("account", "kierownik"))).await.unwrap();
        assert_eq!((head.languages["uk"], head.skills["zielen"]), (5, 3));
        let deputy =
            "select count(*) from accounts a join accounts b on b.id = a.deputy_id where a.login = 'kierownik' and b.login = 'ekipa3'";
        assert_eq!(kit.value::<i64>(deputy).await, 1);
        assert_eq!(kit.value::<i64>("select count(*) from accounts").await, 2);
        verified(kit).await;
    })
    .await;
}

const DEMO: &str = "
[[account]]
login = 'ekipa3'
name = 'Ekipa 3'
unit = 'zd'
roles = ['unit_staff']
languages = ['pl']
password = 'demo'

[[account]]
login = 'kierownik'
name = 'Maria Wójt'
roles = ['supervisor', 'administrator']
title = 'Kierowniczka zmiany'
languages = { pl = 5, uk = 5 }
skills = { zielen = 3 }
phone = '83 11'
room = '12'
pattern = { mon = ['07:30-15:30'], fri = ['08:00-12:00', '13:00-16:00'] }
deputy = 'ekipa3'
";

#[test]
fn a_pack_with_faults_is_told_all_of_them() {
    let pack = tempfile::tempdir().unwrap();
    let faulty =
        "[[account]]\nlogin = 'a b'\nname = 'A'\npassword = 'x'\n[[account]]\nlogin = 'c'\nname = 'C'\nroles = ['boss']\npassword = 'x'\n
        [[account]]\nlogin = 'd'\nname = 'D'\nunit = 'nowhere'\npassword = 'x'\n
        [[account]]\nlogin = 'e'\nname = 'E'\nphone = '?'\n[[account]]\nlogin = 'f'\nname = 'F'\ndeputy = 'nobody'\n";
    std::fs::write(pack.path().join("staff.toml"), faulty).unwrap();
    let mut entries = packs::Entries::default();
    entries.supply("roles", program_roles());
    let faults = read_accounts(pack.path(), &entries).unwrap_err();
    assert_eq!(faults.len(), 5, "{faults:?}");
    let boss = &faults[1];
    assert!(boss.contains("staff.toml, line 5: account c: \"boss\" is none of the roles: agent, "), "{boss}");
    assert!(accounts_schema()["properties"]["account"].is_object());
    let unit = |key: &str, parent: Option<&str>| PackUnit { key: key.into(), parent: parent.map(Into::into), ..roads() };
    let said = |units: &[PackUnit]| check_units(units).len();
    assert_eq!(said(&[unit("a", None), unit("b", Some("a"))]), 0);
    assert_eq!(said(&[unit("a", Some("z"))]), 1, "an unknown parent");
    assert_eq!(said(&[unit("a", Some("b")), unit("b", Some("a"))]), 2, "a circle");
    let night = Role { key: "night".into(), permissions: staff::Permissions::default(), ..ROLES[0].role() };
    let unnamed = Skill { key: String::new(), name: Wording::default() };
    assert_eq!(check_roles(&[night, ROLES[0].role()], &[unnamed]).len(), 2);
}
