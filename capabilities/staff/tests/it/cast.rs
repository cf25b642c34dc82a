//! The cast: a unit, an administrator and a crew, and how a test looks at rows.

use base::{Id, Result};
use staff::{
    Permissions, Unit, Viewer, actions,
    model::{NewAccount, PackUnit, Password, Profile, ROLES, Role, role},
};
use store::params;
use testkit::Kit;

/// The password of everybody in the cast.
pub const PASSWORD: &str = "sowa na wieży ratusza";

/// The pack's roads unit.
pub fn roads() -> PackUnit {
    toml::from_str("key = 'zd'\nshort = 'Zarząd Dróg'\nname = { pl = 'Zarząd Dróg Miejskich' }\nemail = 'zd@lipogrod.example'").unwrap()
}

/// An account about to be made.
pub fn account(login: &str, role_word: &str, unit_id: Option<Id>) -> NewAccount {
    NewAccount {
        id: Id::new(),
        login: login.parse().unwrap(),
        name: format!("Osoba {login}"),
        unit_id,
        permissions: role(role_word).unwrap(),
    }
}

/// Makes an account that was invited and has set its password.
pub async fn hired(kit: &Kit, account: NewAccount) -> Id {
    let id = account.id;
    let token = kit
        .write(move |tx| {
            actions::create_account(tx, &account)?;
            actions::invite(tx, account.id)
        })
        .await
        .unwrap();
    actions::use_invitation(&kit.db, &token, &Password::new(PASSWORD).unwrap()).await.unwrap();
    id
}

/// Ekipa 3 of the roads unit.
pub async fn crew(kit: &Kit) -> Id {
    kit.write(|tx| actions::put_unit(tx, &roads())).await.unwrap();
    hired(kit, account("ekipa3", "unit_staff", Some(Unit::id_of("zd")))).await
}

/// Somebody who administers.
pub async fn administrator(kit: &Kit) -> Id {
    hired(kit, account("admin", "administrator", None)).await
}

/// Who is behind a token.
pub async fn behind(kit: &Kit, token: &str) -> Option<Viewer> {
    actions::recognise(&kit.db, base::secret::sha256(token.as_bytes())).await.unwrap()
}

/// The row and the journal agree about everybody.
pub async fn verified(kit: &Kit) {
    assert_eq!(kit.read(staff::verify).await.unwrap(), Vec::<String>::new(), "{:?}", kit.engine);
}

/// Whoever may do everything.
pub fn all_permissions() -> Permissions {
    staff::Permission::ALL.into_iter().collect()
}

/// Spoils a row behind the journal's back.
pub async fn spoil(kit: &Kit, sql: &'static str, id: Id) -> Result<()> {
    kit.write(move |tx| tx.execute(sql, params![id]).map(drop)).await
}

/// Somebody in this role, of no unit, who looks.
pub async fn viewer(kit: &Kit, login: &str, role_word: &str) -> Viewer {
    let new = account(login, role_word, None);
    let viewer = Viewer { account_id: new.id, name: new.name.clone(), unit_id: None, permissions: new.permissions.clone() };
    kit.write(move |tx| actions::create_account(tx, &new)).await.unwrap();
    viewer
}

/// The roles of the program; whether those that ask for a second factor do so.
fn roles_of_the_program(asking: bool) -> Vec<Role> {
    ROLES.map(|built_in| Role { second_factor: built_in.second_factor && asking, ..built_in.role() }).into()
}

/// The city has the roles of the program, and from now on administrators must have a second factor, or need none.
pub async fn asking(kit: &Kit, asking: bool) {
    kit.write(move |tx| actions::take_over_roles(tx, &roles_of_the_program(asking))).await.unwrap();
}

/// Somebody with these roles, of this unit, who has set a password; the roles of the program are there.
pub async fn holding(kit: &Kit, login: &str, roles: &'static [&'static str], unit_id: Option<Id>) -> Id {
    let new = NewAccount { permissions: Permissions::default(), ..account(login, "agent", unit_id) };
    let (id, profile) = (new.id, Profile { name: new.name.clone(), unit_id, ..Profile::default() });
    let hire = move |tx: &store::Tx<'_>| {
        if actions::roles(tx)?.is_empty() {
            actions::take_over_roles(tx, &roles_of_the_program(false))?;
        }
        actions::hire(tx, &new, &profile, &roles.iter().map(|word| Role::id_of(word)).collect())?;
        actions::invite(tx, new.id)
    };
    let token = kit.write(hire).await.unwrap();
    actions::use_invitation(&kit.db, &token, &Password::new(PASSWORD).unwrap()).await.unwrap();
    id
}

/// A browser in which this person is signed in.
pub async fn signed_in(kit: &Kit, login: &str) -> testkit::Browser {
    let token = actions::sign_in(&kit.db, login, PASSWORD).await.unwrap();
    crate::browser::stranger(kit).with_session(&token)
}
