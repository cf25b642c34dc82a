//! Roles: brought by the program, changed by packs and pages, and acting at once.

use base::{Actor, Error, Id, Wording};
use staff::{
    Permission, Permissions,
    actions::{add_role, change_role, deactivate, put_skills, restore_role, roles, take_over_roles},
    model::{Role, RoleText, Skill, role},
};
use testkit::{Kit, on_both};

use crate::cast::{administrator, behind, crew, holding, signed_in, spoil, verified};

fn text(name: &str, permissions: &[Permission]) -> RoleText {
    let name = Wording { pl: name.into(), uk: None, en: None };
    RoleText { name, permissions: permissions.iter().copied().collect(), temporary: false }
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
        let new = text("Obsługa", &[Permission::Supervise]);
        kit.write(move |tx| change_role(tx, Role::id_of("agent"), &new)).await.unwrap();
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
        kit.write(|tx| take_over_roles(tx, &[])).await.unwrap();
        assert_eq!(may(kit, "ekipa3").await, role("unit_staff").unwrap());
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn the_pack_changes_roles_and_pages_win_until_it_is_taken_back() {
    on_both(async |kit: &Kit| {
        let pack =
            |permission| vec![Role::told("agent", text("Konsultacje", &[permission])), Role::told("night", text("Noc", &[permission]))];
        let first = pack(Permission::TakeReports);
        for _ in 0..2 {
            let first = first.clone();
            kit.write(move |tx| take_over_roles(tx, &first)).await.unwrap();
        }
        assert_eq!(kit.told(Role::id_of("agent")).await, ["role.added"], "taken over once");
        let edited = text("Nocna zmiana", &[Permission::WorkCases]);
        kit.write(move |tx| change_role(tx, Role::id_of("night"), &edited)).await.unwrap();
        let second = pack(Permission::Supervise);
        kit.write(move |tx| take_over_roles(tx, &second)).await.unwrap();
        let seen = async |key: &'static str| {
            let all = kit.read(roles).await.unwrap();
            all.into_iter().find(|role| role.key == key).unwrap()
        };
        assert!(seen("agent").await.text.permissions.hold(Permission::Supervise));
        let night = seen("night").await;
        assert!(night.is_changed() && night.text.permissions.hold(Permission::WorkCases));
        kit.write(|tx| restore_role(tx, Role::id_of("night"))).await.unwrap();
        assert!(!seen("night").await.is_changed() && seen("night").await.text.permissions.hold(Permission::Supervise));
        kit.write(|tx| take_over_roles(tx, &[])).await.unwrap();
        assert_eq!(seen("night").await.told, None, "what the pack forgets is the city's own");
        assert_eq!(seen("agent").await.text.permissions, role("agent").unwrap(), "and the program's role is as it was");
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
        let harmless = text("Administracja", &[Permission::Supervise]);
        let refused = kit.write(move |tx| change_role(tx, Role::id_of("administrator"), &harmless)).await;
        assert!(matches!(refused, Err(Error::Conflict("staff-last-administrator"))));
        let pack = [Role::told("administrator", text("Administracja", &[Permission::Supervise]))];
        assert!(kit.write(move |tx| take_over_roles(tx, &pack)).await.is_err());
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
async fn roles_are_made_and_changed_on_pages() {
    on_both(async |kit: &Kit| {
        holding(kit, "jan", &["administrator"], None).await;
        let mut browser = signed_in(kit, "jan").await;
        browser.get("/roles").await.is(200).says("Wolontariat").says("Tylko na czas").says("Ma ją 0 osób").says("Ma ją 1 osoba");
        let form = browser.get("/roles/new").await.form_to("/roles/new");
        let nameless = browser.press(&form.clone().choose("permissions", "work_cases"), "Zapisz").await;
        nameless.is(422).says("Wpisz nazwę").has("value=\"work_cases\" checked");
        browser.post("/roles/new", &[("name_pl", "Nocna zmiana")]).await.is(422).says("Wybierz co najmniej jedno prawo");
        let made = form.type_in("name_pl", "Nocna zmiana").choose("permissions", "take_reports");
        browser.press(&made, "Zapisz").await.leads_to("/roles");
        browser.press(&made, "Zapisz").await.is(422).says("Wybierz inną nazwę");
        let form = browser.get("/roles/nocna_zmiana").await.form_to("/roles/nocna_zmiana");
        assert_eq!(form.value("name_pl"), "Nocna zmiana");
        browser.press(&form.choose("permissions", "supervise"), "Zapisz").await.leads_to("/roles");
        let night = kit.read(roles).await.unwrap().into_iter().find(|role| role.key == "nocna_zmiana").unwrap();
        assert_eq!(night.text.permissions, [Permission::TakeReports, Permission::Supervise].into_iter().collect());

        let form = browser.get("/roles/editor").await.form_to("/roles/editor");
        browser.press(&form.choose("permissions", "supervise"), "Zapisz").await.leads_to("/roles");
        browser.get("/roles").await.says("Zmieniona na stronie");
        let differs = browser.get("/roles/editor").await;
        differs.says("Według paczki ta rola pozwala: pisać karty i artykuły.");
        browser.press(&differs.form_to("/roles/editor/restoration"), "Przywróć z paczki").await.leads_to("/roles");
        browser.get("/roles/editor").await.never_says("Według paczki");
        browser.post("/skills", &[("name_pl", "Zieleń miejska")]).await.leads_to("/roles#skills");
        browser.post("/skills", &[("name_pl", "")]).await.is(422).says("Wpisz nazwę");
        browser.get("/roles").await.says("Zieleń miejska");
        browser.get("/roles/none").await.is(404);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn only_those_who_administer_change_roles() {
    on_both(async |kit: &Kit| {
        holding(kit, "ola", &["supervisor"], None).await;
        let mut browser = signed_in(kit, "ola").await;
        for path in ["/roles", "/roles/new", "/roles/agent", "/people", "/people/new"] {
            browser.get(path).await.is(403);
        }
        for path in ["/roles/new", "/roles/agent", "/roles/agent/restoration", "/skills", "/people/new"] {
            browser.post(path, &[("name_pl", "X"), ("permissions", "administer")]).await.is(403);
        }
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
        assert_eq!(faults, [format!("role {agent}: its permissions do not follow from the journal"), held]);
    })
    .await;
}

#[tokio::test]
async fn too_many_roles_and_skills_are_refused() {
    on_both(async |kit: &Kit| {
        let add = |tx: &store::Tx<'_>| (0..200).try_for_each(|n| add_role(tx, &format!("r{n}"), &text("R", &[Permission::WorkCases])));
        assert!(matches!(kit.db.write(Actor::SYSTEM, add).await, Err(Error::Invalid(_))));
        let name = Wording { pl: "S".into(), uk: None, en: None };
        let many: Vec<Skill> = (0..200).map(|n| Skill { key: format!("s{n}"), name: name.clone() }).collect();
        assert!(matches!(kit.write(move |tx| put_skills(tx, &many)).await, Err(Error::Invalid(_))));
    })
    .await;
}
