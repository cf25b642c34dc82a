//! Keys of other programs.

use base::ActorKind;
use staff::actions::{begin_demo, create_key, key_holder, refuse_demo, revoke_key};
use testkit::{Kit, on_both};

use crate::cast::{crew, verified};

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
        assert_eq!(kit.told(made.id).await, ["api_key.created", "api_key.revoked"]);
        assert!(kit.write(|tx| create_key(tx, " ").map(drop)).await.is_err());
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn the_key_demo_is_known_in_a_demo_only_and_marks_it_for_good() {
    on_both(async |kit: &Kit| {
        kit.read(refuse_demo).await.unwrap();
        assert_eq!(kit.read(|read| key_holder(read, "demo")).await.unwrap(), None);
        for _ in 0..2 {
            kit.write(begin_demo).await.unwrap();
        }
        let holder = kit.read(|read| key_holder(read, "demo")).await.unwrap().unwrap();
        let refused = kit.read(refuse_demo).await.unwrap_err().to_string();
        assert!(refused.contains("--demo"), "{refused}");
        kit.write(move |tx| revoke_key(tx, holder.id)).await.unwrap();
        kit.write(begin_demo).await.unwrap();
        assert_eq!(kit.read(|read| key_holder(read, "demo")).await.unwrap(), None, "revoked is revoked");
        assert!(kit.read(refuse_demo).await.is_err(), "and still a demo");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn where_people_work_already_no_demo_begins() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let refused = kit.write(begin_demo).await.unwrap_err().to_string();
        assert!(refused.contains("--demo"), "{refused}");
        assert_eq!(kit.value::<i64>("select count(*) from api_keys").await, 0);
        kit.read(refuse_demo).await.unwrap();
    })
    .await;
}
