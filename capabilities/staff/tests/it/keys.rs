//! Keys of other programs.

use base::ActorKind;
use staff::actions::{create_key, key_holder, revoke_key};
use testkit::{Kit, on_both};

use crate::cast::{told, verified};

#[tokio::test]
async fn a_key_is_known_until_it_is_revoked() {
    on_both(async |kit: &Kit| {
        let made = kit.write(|tx| create_key(tx, " Aplikacja dzielnicy ")).await.unwrap();
        assert!(made.key.starts_with("hejnal_"));
        let key = made.key.clone();
        let holder = kit.read(move |read| key_holder(read, &key)).await.unwrap().unwrap();
        assert_eq!((holder.id, holder.name.as_str(), holder.actor().kind), (made.id, "Aplikacja dzielnicy", ActorKind::Key));
        assert_eq!(kit.read(|read| key_holder(read, "hejnal_made-up")).await.unwrap(), None);
        for _ in 0..2 {
            kit.write(move |tx| revoke_key(tx, made.id)).await.unwrap();
        }
        let key = made.key.clone();
        assert_eq!(kit.read(move |read| key_holder(read, &key)).await.unwrap(), None);
        assert_eq!(told(kit, made.id).await, ["api_key.created", "api_key.revoked"]);
        assert!(kit.write(|tx| create_key(tx, " ").map(drop)).await.is_err());
        verified(kit).await;
    })
    .await;
}
