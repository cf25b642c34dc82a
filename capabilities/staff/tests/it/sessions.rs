//! Sessions: how long they hold, what is kept of them, and how they end.

use base::{Id, Moment, secret::sha256};
use staff::{
    actions::{Presence, deactivate, invite, presence, sign_in, sign_out, use_invitation},
    model::{Password, SESSION_IDLE_SECONDS, SESSION_LOCKED_SECONDS, SESSION_SECONDS},
};
use testkit::{Kit, on_both};

use crate::cast::{PASSWORD, administrator, behind, crew};

async fn used_at(kit: &Kit) -> Moment {
    kit.value("select used_at from sessions").await
}

#[tokio::test]
async fn a_session_ends_when_nobody_uses_it() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let token = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS - 1);
        assert!(behind(kit, &token).await.is_some());
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS - 1);
        assert!(behind(kit, &token).await.is_some(), "its use kept it");
        kit.clock.pass_seconds(SESSION_LOCKED_SECONDS);
        assert!(behind(kit, &token).await.is_none(), "it is locked");
        let hash = sha256(token.as_bytes());
        assert!(matches!(presence(&kit.db, hash).await.unwrap(), Presence::Locked(..)));
        kit.clock.pass_seconds(SESSION_IDLE_SECONDS - SESSION_LOCKED_SECONDS);
        assert_eq!(presence(&kit.db, hash).await.unwrap(), Presence::Nobody, "it has ended");
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_after_half_a_day_however_much_it_is_used() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let token = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        for _ in 0..SESSION_SECONDS / 600 {
            assert!(behind(kit, &token).await.is_some());
            kit.clock.pass_seconds(600);
        }
        assert!(behind(kit, &token).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn the_last_use_is_written_at_most_once_a_minute_and_is_no_event() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let token = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        let (begun, events) = (used_at(kit).await, kit.told(id).await);
        kit.clock.pass_seconds(59);
        behind(kit, &token).await.unwrap();
        assert_eq!(used_at(kit).await, begun);
        kit.clock.pass_seconds(1);
        behind(kit, &token).await.unwrap();
        assert_eq!(used_at(kit).await, begun.plus_seconds(60));
        assert_eq!(kit.told(id).await, events);
    })
    .await;
}

#[tokio::test]
async fn who_signs_out_is_out_and_may_do_so_twice() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let (mine, other) = (sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap(), sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap());
        for _ in 0..2 {
            sign_out(&kit.db, sha256(mine.as_bytes())).await.unwrap();
        }
        assert!(behind(kit, &mine).await.is_none());
        assert!(behind(kit, &other).await.is_some());
        assert_eq!(kit.told(id).await.iter().filter(|kind| *kind == "account.signed_out").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_deactivated_account_is_cut_off_at_once() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let token = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        assert!(behind(kit, &token).await.is_some());
        kit.write(move |tx| deactivate(tx, id)).await.unwrap();
        assert!(behind(kit, &token).await.is_none());
        assert_eq!(kit.value::<i64>("select count(*) from sessions").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_new_password_ends_the_sessions_of_the_old_one() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let token = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        let invitation = kit.write(move |tx| invite(tx, id)).await.unwrap();
        use_invitation(&kit.db, &invitation, &Password::new("trzy koty i jeden pies").unwrap()).await.unwrap();
        assert!(behind(kit, &token).await.is_none());
        sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap_err();
        sign_in(&kit.db, "ekipa3", "trzy koty i jeden pies").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn only_hashes_are_kept() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let id = administrator(kit).await;
        let token = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        let invitation = kit.write(move |tx| invite(tx, id)).await.unwrap();
        let key = kit.write(|tx| staff::actions::create_key(tx, "Otwarte dane")).await.unwrap();
        let rows: [Vec<Vec<u8>>; 3] = kit
            .read(|read| {
                let all = |sql: &str| read.query(sql, &[], |row| row.get::<Vec<u8>>(0));
                Ok([
                    all("select token_hash from sessions")?,
                    all("select token_hash from invitations where used_at is null")?,
                    all("select key_hash from api_keys")?,
                ])
            })
            .await
            .unwrap();
        assert_eq!(rows, [&token, &invitation, &key.key].map(|secret| vec![sha256(secret.as_bytes()).to_vec()]));
        let hashes: Vec<String> = kit.read(|read| read.query("select password from accounts", &[], |row| row.get(0))).await.unwrap();
        assert_eq!(hashes.len(), 2);
        assert!(hashes.iter().all(|hash| hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")), "{hashes:?}");
        assert_ne!(hashes[0], hashes[1], "the same password, another salt");
        nothing_personal_in_the_journal(kit, &[&token, &invitation, &key.key]).await;
    })
    .await;
}

async fn nothing_personal_in_the_journal(kit: &Kit, secrets: &[&String]) {
    let facts: Vec<(String, Option<Id>)> = kit
        .read(|read| {
            read.query("select facts, actor_id from events", &[], |row| Ok((row.get::<serde_json::Value>(0)?.to_string(), row.get(1)?)))
        })
        .await
        .unwrap();
    assert!(facts.len() >= 8, "{facts:?}");
    for (facts, _) in &facts {
        for word in ["ekipa3", "Osoba", "admin@", "Zarząd", "lipogrod", "Otwarte", "argon2"] {
            assert!(!facts.contains(word), "{facts}");
        }
        assert!(!secrets.iter().any(|secret| facts.contains(secret.as_str())), "{facts}");
    }
}
