//! Signing in, and everything that must look the same when it fails.

use base::Error;
use staff::{
    actions::{deactivate, reactivate, sign_in},
    model::{LOCK_SECONDS, SESSIONS_OF_ONE, WRONG_PASSWORDS},
};
use store::params;
use testkit::{Kit, on_both};

use crate::cast::{PASSWORD, account, behind, crew, verified};

#[tokio::test]
async fn the_right_password_opens_a_session() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let token = sign_in(&kit.db, " Ekipa3 ", PASSWORD).await.unwrap();
        let viewer = behind(kit, &token).await.unwrap();
        assert_eq!((viewer.account_id, viewer.name.as_str(), viewer.unit_id), (id, "Osoba ekipa3", Some(staff::Unit::id_of("zd"))));
        assert!(viewer.may(staff::Permission::WorkCases) && !viewer.may(staff::Permission::Administer));
        assert!(behind(kit, "another token").await.is_none());
        assert_eq!(kit.told(id).await, ["account.created", "account.invited", "account.password_set", "account.signed_in"]);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn every_refusal_is_the_same() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let invited = account("nowa", "agent", None);
        kit.write(move |tx| staff::actions::create_account(tx, &invited)).await.unwrap();
        let unlike = |error: Error| format!("{error:?}");
        let wrong = unlike(sign_in(&kit.db, "ekipa3", "zupełnie inne hasło").await.unwrap_err());
        assert_eq!(wrong, unlike(Error::invalid("login", "staff-sign-in-refused")));
        for (login, password) in
            [("ekipa4", PASSWORD), ("", ""), ("not a login!", PASSWORD), ("nowa", PASSWORD), ("nowa", ""), ("ekipa3", &"a".repeat(5_000))]
        {
            assert_eq!(unlike(sign_in(&kit.db, login, password).await.unwrap_err()), wrong, "{login}");
        }
        kit.write(move |tx| deactivate(tx, id)).await.unwrap();
        assert_eq!(unlike(sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap_err()), wrong);
        kit.write(move |tx| reactivate(tx, id)).await.unwrap();
        sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn too_many_wrong_passwords_lock_the_account_for_a_while() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        for _ in 1..WRONG_PASSWORDS {
            sign_in(&kit.db, "ekipa3", "zupełnie inne hasło").await.unwrap_err();
        }
        sign_in(&kit.db, "ekipa3", PASSWORD).await.expect("the last attempt allowed, with the right password");
        for _ in 0..WRONG_PASSWORDS {
            sign_in(&kit.db, "ekipa3", "zupełnie inne hasło").await.unwrap_err();
        }
        let locked = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap_err();
        assert!(matches!(&locked, Error::Invalid(faults) if faults[0].message == "staff-sign-in-refused"), "{locked:?}");
        kit.clock.pass_seconds(LOCK_SECONDS - 1);
        sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap_err();
        kit.clock.pass_seconds(1);
        sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        let failures: i64 = kit.read(move |read| read.value("select failures from accounts where id = $1", params![id])).await.unwrap();
        assert_eq!(failures, 0);
        assert!(kit.told(id).await.contains(&"account.locked".to_owned()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn attempts_at_once_are_counted_one_by_one() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let tries: Vec<_> = (0..40)
            .map(|_| {
                tokio::spawn({
                    let db = kit.db.clone();
                    async move { sign_in(&db, "ekipa3", "zupełnie inne hasło").await }
                })
            })
            .collect();
        for one in tries {
            assert!(matches!(one.await.unwrap(), Err(Error::Invalid(_))));
        }
        let failures: i64 = kit.value("select failures from accounts").await;
        assert_eq!(failures, WRONG_PASSWORDS, "{:?}", kit.engine);
        sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap_err();
    })
    .await;
}

#[tokio::test]
async fn an_account_has_only_so_many_sessions() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let first = sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        for _ in 0..SESSIONS_OF_ONE {
            kit.clock.pass_seconds(1);
            sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        }
        assert_eq!(kit.value::<i64>("select count(*) from sessions").await, SESSIONS_OF_ONE);
        assert!(behind(kit, &first).await.is_none(), "the oldest one ended");
    })
    .await;
}
