//! Anna, her number, and an agent.

use base::{Actor, ActorKind, Id, Language, Result};
use residents::{
    Way, actions,
    model::{Details, Kind, Need, Needs},
};
use store::{Tx, params};
use testkit::Kit;

pub const MOBILE: &str = "+48601234567";
pub const ANNA: &str = "anna@poczta.example";

pub fn phone(text: &str) -> Way {
    Way::Phone(text.parse().unwrap())
}

pub fn email(text: &str) -> Way {
    Way::Email(text.parse().unwrap())
}

pub fn named(name: &str) -> Details {
    Details::of(Kind::Person, name, Language::Pl).unwrap()
}

/// Somebody written down with these ways.
pub async fn added(kit: &Kit, name: &'static str, ways: Vec<Way>) -> Id {
    kit.write(move |tx| actions::add(tx, &named(name), &ways)).await.unwrap()
}

pub async fn need(kit: &Kit, id: Id, needs: &[Need]) {
    let needs = Needs::new(needs.iter().copied(), "").unwrap();
    kit.write(move |tx| actions::set_needs(tx, id, &needs)).await.unwrap();
}

/// An account; put where staff would put it.
pub async fn agent(kit: &Kit, login: &'static str) -> Actor {
    let id = Id::new();
    let hire = move |tx: &Tx<'_>| {
        tx.execute(
            "insert into accounts (id, login, name, permissions, active, created_at, failures, locked_until) values ($1, $2, $2, $3, $4, 0, 0, 0)",
            params![id, login, serde_json::json!([]), true],
        )
    };
    kit.write(hire).await.unwrap();
    Actor { kind: ActorKind::Staff, id: Some(id) }
}

/// Changes the city as this agent.
pub async fn by<T: Send + 'static>(kit: &Kit, actor: Actor, change: impl Fn(&Tx<'_>) -> Result<T> + Send + 'static) -> Result<T> {
    kit.db.write(actor, change).await
}

/// Rows and journal agree.
pub async fn agrees(kit: &Kit) {
    assert_eq!(kit.read(residents::verify).await.unwrap(), Vec::<String>::new(), "{:?}", kit.engine);
}
