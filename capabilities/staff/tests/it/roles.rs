//! Roles: brought by the program, changed by packs and pages, and acting at once.

use base::{Error, Id, Wording};
use staff::{
    Permission, Permissions,
    actions::{deactivate, roles, skills, take_over_roles, take_over_skills},
    model::{ROLES, Role, Skill, role},
};
use testkit::{Kit, on_both};

use crate::cast::{administrator, behind, crew, holding, signed_in, spoil, verified};

fn named(key: &str, permissions: &[Permission]) -> Role {
    let name = Wording { pl: "Rola".into(), uk: None, en: None };
    Role { key: key.into(), name, permissions: permissions.iter().copied().collect(), temporary: false, second_factor: false }
}

/// The program's roles, with this one in its place.
fn all_with(role: Role) -> Vec<Role> {
    let others = ROLES.iter().map(|built_in| built_in.role()).filter(|other| other.key != role.key);
    others.chain([role.clone()]).collect()
}

async fn take(kit: &Kit, roles: Vec<Role>) -> base::Result<()> {
    kit.write(move |tx| take_over_roles(tx, &roles)).await
}

async fn may(kit: &Kit, login: &str) -> Permissions {
    let browser = signed_in(kit, login).await;
    behind(kit, browser.session().unwrap()).await.unwrap().permissions
}

#[tokio::test]
async fn a_changed_role_acts_at_once_on_open_sessions() {
    on_both(async |kit: &Kit| {
        holding(kit, "ola", &["agent", "editor"], None).await;
        let browser = signed_in(kit, "ola").await;
        let token = browser.session().unwrap().to_owned();
        let before = behind(kit, &token).await.unwrap().permissions;
        assert!(before.hold(Permission::TakeReports) && before.hold(Permission::EditKnowledge) && !before.hold(Permission::Supervise));
        take(kit, all_with(named("agent", &[Permission::Supervise]))).await.unwrap();
        let after = behind(kit, &token).await.unwrap().permissions;
        assert!(after.hold(Permission::Supervise) && after.hold(Permission::EditKnowledge) && !after.hold(Permission::TakeReports));
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn an_account_without_roles_keeps_its_own_permissions() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        take(kit, all_with(named("unit_staff", &[Permission::Supervise]))).await.unwrap();
        assert_eq!(may(kit, "ekipa3").await, role("unit_staff").unwrap());
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_role_that_the_city_no_longer_names_stays_with_those_who_hold_it() {
    on_both(async |kit: &Kit| {
        let night = || named("night", &[Permission::TakeReports]);
        for _ in 0..2 {
            take(kit, all_with(night())).await.unwrap();
        }
        assert_eq!(kit.told(night().id()).await, ["role.added"], "taken over once");
        holding(kit, "ola", &["night"], None).await;
        let without: Vec<Role> = ROLES.map(|built_in| built_in.role()).into();
        take(kit, without.clone()).await.unwrap();
        assert_eq!(may(kit, "ola").await, night().permissions, "in use, so it stays");
        let account = kit.read(staff::actions::roles).await.unwrap();
        assert!(account.contains(&night()));
        kit.write(|tx| tx.execute("delete from account_roles", &[])).await.unwrap();
        take(kit, without).await.unwrap();
        assert!(!kit.read(roles).await.unwrap().contains(&night()), "nobody can be given it any more");
        take(kit, all_with(night())).await.unwrap();
        assert!(kit.read(roles).await.unwrap().contains(&night()), "and it can come back");
        assert_eq!(kit.told(night().id()).await, ["role.added", "role.retired", "role.added"]);
    })
    .await;
}

#[tokio::test]
async fn a_skill_that_the_city_no_longer_names_stays_with_those_who_have_it() {
    on_both(async |kit: &Kit| {
        let skill = |key: &str| Skill { key: key.into(), name: Wording { pl: key.into(), uk: None, en: None } };
        let both = [skill("drogi"), skill("zielen")];
        kit.write(move |tx| take_over_skills(tx, &both)).await.unwrap();
        let id = holding(kit, "ola", &["agent"], None).await;
        let give = "insert into account_skills (account_id, skill, level) values ($1, 'drogi', 3)";
        kit.write(move |tx| tx.execute(give, store::params![id])).await.unwrap();
        kit.write(|tx| take_over_skills(tx, &[])).await.unwrap();
        assert_eq!(kit.read(skills).await.unwrap(), [skill("drogi")]);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn somebody_always_administers() {
    on_both(async |kit: &Kit| {
        let (first, second) = (holding(kit, "jan", &["administrator"], None).await, holding(kit, "ola", &["agent"], None).await);
        let refused = kit.write(move |tx| deactivate(tx, first)).await;
        assert!(matches!(refused, Err(Error::Conflict("staff-last-administrator"))), "{refused:?}");
        let refused = take(kit, all_with(named("administrator", &[Permission::Supervise]))).await;
        assert!(matches!(refused, Err(Error::Conflict("staff-last-administrator"))));
        let mut browser = signed_in(kit, "jan").await;
        let edit = format!("/people/{first}/edit");
        browser.post(&edit, &[("name", "Jan"), ("roles", "agent")]).await.is(422).says("Zostaw komuś prawo zarządzania kontami");
        let ending = [("name", "Jan"), ("roles", "administrator"), ("ends_on", "2027-01-01")];
        browser.post(&edit, &ending).await.is(422).says("Zostaw komuś prawo zarządzania kontami");
        let promote = [("name", "Ola"), ("roles", "administrator")];
        browser.post(&format!("/people/{second}/edit"), &promote).await.leads_to(&format!("/people/{second}"));
        browser.post(&edit, &[("name", "Jan"), ("roles", "agent")]).await.leads_to(&format!("/people/{first}"));
        browser.get("/people").await.is(403);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn own_permissions_count_as_administering_too() {
    on_both(async |kit: &Kit| {
        let old = administrator(kit).await;
        let refused = kit.write(move |tx| deactivate(tx, old)).await;
        assert!(matches!(refused, Err(Error::Conflict("staff-last-administrator"))));
        holding(kit, "jan", &["administrator"], None).await;
        kit.write(move |tx| deactivate(tx, old)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_page_of_roles_says_what_each_allows_and_who_holds_it() {
    on_both(async |kit: &Kit| {
        holding(kit, "jan", &["administrator"], None).await;
        let mut browser = signed_in(kit, "jan").await;
        let page = browser.get("/roles").await;
        page.is(200).says("Wolontariat").says("Tylko na czas").says("Ma ją 0 osób").says("Ma ją 1 osoba");
        page.says("pisać karty i artykuły").has("href=\"/settings/roles/editor\"");
        holding(kit, "ola", &["supervisor"], None).await;
        let mut browser = signed_in(kit, "ola").await;
        for path in ["/roles", "/people", "/people/new"] {
            browser.get(path).await.is(403);
        }
        browser.post("/people/new", &[("name", "X"), ("roles", "administrator")]).await.is(403);
    })
    .await;
}

#[tokio::test]
async fn roles_spoiled_behind_the_journals_back_are_found() {
    on_both(async |kit: &Kit| {
        let id = holding(kit, "ola", &["agent"], None).await;
        let found = async |sql: &'static str, about: Id| {
            spoil(kit, sql, about).await.unwrap();
            kit.read(staff::verify).await.unwrap()
        };
        let held = format!("account {id}: roles, end or deputy do not follow from the journal");
        assert_eq!(found("delete from account_roles where account_id = $1", id).await, std::slice::from_ref(&held));
        let given = "insert into account_roles (account_id, role_id) select $1, id from roles where key in ('agent', 'editor')";
        assert_eq!(found(given, id).await, std::slice::from_ref(&held));
        let agent = Role::id_of("agent");
        let faults = found("update roles set permissions = '[\"administer\"]' where id = $1", agent).await;
        assert_eq!(faults, [format!("role {agent}: what it allows and asks does not follow from the journal"), held]);
    })
    .await;
}
