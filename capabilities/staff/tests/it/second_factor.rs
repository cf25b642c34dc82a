//! The second factor: set up, given, lost, and demanded of those who may do much.

use base::{Error, Id, Seal, secret};
use staff::{
    Viewer,
    actions::{
        Passwords, Step, begin_sign_in, confirm_first_secret, confirm_secret, give_code, half_signed_in, new_recovery_codes, new_secret,
        remove_codes, reset_second_factor, sign_in,
    },
    model::{Device, HALF_SECONDS, LOCK_SECONDS, RECOVERY_CODES, RecoveryCode, TotpSecret, WRONG_PASSWORDS},
};
use testkit::{Kit, on_both};

use crate::{
    browser::KEY,
    cast::{PASSWORD, administrator, asking, behind, crew, holding, spoil, verified},
};

fn seal() -> Seal {
    Seal::new(&KEY)
}

/// The first step of signing in, after which the second is owed.
async fn half(kit: &Kit, login: &str) -> String {
    match begin_sign_in(&kit.db, login, PASSWORD, &Device::default(), Passwords::OfAll).await.unwrap() {
        Step::Half(token) => token,
        Step::In(_) => panic!("{login} came in by the password alone"),
    }
}

/// Signs in and sets up an app; gives who it is, the app, and the recovery codes.
async fn with_app(kit: &Kit, login: &str) -> (Viewer, TotpSecret, Vec<RecoveryCode>) {
    let token = sign_in(&kit.db, login, PASSWORD).await.unwrap();
    let viewer = behind(kit, &token).await.unwrap();
    let session = secret::sha256(token.as_bytes());
    let app = new_secret(&kit.db, &seal(), viewer.account_id, session).await.unwrap();
    let codes = confirm_secret(&kit.db, &seal(), &viewer, session, &app.code(kit.db.now())).await.unwrap();
    (viewer, app, codes)
}

/// The secret that whoever has this token is shown.
async fn secret_for(kit: &Kit, id: Id, token: &str) -> TotpSecret {
    new_secret(&kit.db, &seal(), id, secret::sha256(token.as_bytes())).await.unwrap()
}

async fn give(kit: &Kit, half: &str, code: &str) -> base::Result<String> {
    give_code(&kit.db, &seal(), half, code, &Device::default()).await
}

fn is_refused<T: std::fmt::Debug>(answer: base::Result<T>) {
    assert!(matches!(&answer, Err(Error::Invalid(faults)) if faults[0].message == "staff-code-refused"), "{answer:?}");
}

#[tokio::test]
async fn with_an_app_a_password_is_half_the_way() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let (_, app, codes) = with_app(kit, "ekipa3").await;
        assert_eq!(codes.len(), RECOVERY_CODES);
        let owed = half(kit, "ekipa3").await;
        assert!(behind(kit, &owed).await.is_none(), "half a sign-in opens nothing");
        is_refused(give(kit, &owed, "000000").await);
        is_refused(give(kit, &owed, &app.code(kit.db.now())).await);
        kit.clock.pass_seconds(30);
        let code = app.code(kit.db.now());
        let token = give(kit, &owed, &format!(" {} {} ", &code[..3], &code[3..])).await.unwrap();
        assert_eq!(behind(kit, &token).await.unwrap().account_id, id);
        is_refused(give(kit, &owed, &code).await);
        let again = half(kit, "ekipa3").await;
        is_refused(give(kit, &again, &code).await);
        let told = kit.told(id).await;
        assert!(told.ends_with(&["account.signed_in".to_owned()]) && told.contains(&"account.codes_confirmed".to_owned()), "{told:?}");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn the_secret_is_kept_sealed_and_opens_with_its_key_only() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let (_, app, _) = with_app(kit, "ekipa3").await;
        let kept: Vec<u8> = kit.value("select secret from totp_secrets").await;
        assert!(!kept.windows(app.as_bytes().len()).any(|part| part == app.as_bytes()));
        let owed = half(kit, "ekipa3").await;
        let other = Seal::new(&[8; 32]);
        let answer = give_code(&kit.db, &other, &owed, &app.code(kit.db.now()), &Device::default()).await;
        assert!(matches!(answer, Err(Error::Unavailable(_))), "{answer:?}");
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_lets_in_once_and_a_new_set_ends_the_old() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let (viewer, _, codes) = with_app(kit, "ekipa3").await;
        let owed = half(kit, "ekipa3").await;
        give(kit, &owed, &codes[0].text().to_uppercase()).await.unwrap();
        let owed = half(kit, "ekipa3").await;
        is_refused(give(kit, &owed, codes[0].text()).await);
        let fresh = new_recovery_codes(&kit.db, &viewer).await.unwrap();
        is_refused(give(kit, &owed, codes[1].text()).await);
        give(kit, &owed, fresh[9].text()).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from recovery_codes where used_at is null").await, 9);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn wrong_codes_lock_the_account_and_the_password_does_not_begin_the_count_anew() {
    on_both(async |kit: &Kit| {
        crew(kit).await;
        let (_, app, _) = with_app(kit, "ekipa3").await;
        kit.clock.pass_seconds(60);
        for _ in 0..WRONG_PASSWORDS / 2 {
            let owed = half(kit, "ekipa3").await;
            is_refused(give(kit, &owed, "000000").await);
        }
        let locked = begin_sign_in(&kit.db, "ekipa3", PASSWORD, &Device::default(), Passwords::OfAll).await;
        assert!(matches!(locked, Err(Error::Invalid(_))), "{locked:?}");
        kit.clock.pass_seconds(LOCK_SECONDS);
        let owed = half(kit, "ekipa3").await;
        give(kit, &owed, &app.code(kit.db.now())).await.unwrap();
        assert_eq!(kit.value::<i64>("select failures from accounts").await, 0);
    })
    .await;
}

#[tokio::test]
async fn half_a_sign_in_ends_by_time_and_with_the_account() {
    on_both(async |kit: &Kit| {
        let id = crew(kit).await;
        let (_, app, _) = with_app(kit, "ekipa3").await;
        let owed = half(kit, "ekipa3").await;
        kit.clock.pass_seconds(HALF_SECONDS);
        is_refused(give(kit, &owed, &app.code(kit.db.now())).await);
        let owed = half(kit, "ekipa3").await;
        assert!(half_signed_in(&kit.db, &owed).await.unwrap().is_some());
        kit.write(move |tx| staff::actions::deactivate(tx, id)).await.unwrap();
        assert!(half_signed_in(&kit.db, &owed).await.unwrap().is_none());
        kit.write(move |tx| staff::actions::reactivate(tx, id)).await.unwrap();
        is_refused(give(kit, &owed, &app.code(kit.db.now())).await);
    })
    .await;
}

#[tokio::test]
async fn whoever_must_have_one_sets_it_up_before_anything_else() {
    on_both(async |kit: &Kit| {
        let id = administrator(kit).await;
        let before = sign_in(&kit.db, "admin", PASSWORD).await.unwrap();
        asking(kit, true).await;
        assert!(behind(kit, &before).await.is_none(), "a session by password alone does not hold any more");
        assert!(matches!(sign_in(&kit.db, "admin", PASSWORD).await, Err(Error::Conflict("staff-second-factor-owed"))));
        let owed = half(kit, "admin").await;
        let app = secret_for(kit, id, &owed).await;
        let device = Device::default();
        is_refused(confirm_first_secret(&kit.db, &seal(), &owed, "123456", &device).await);
        is_refused(give(kit, &owed, "").await);
        let (token, codes) = confirm_first_secret(&kit.db, &seal(), &owed, &app.code(kit.db.now()), &device).await.unwrap();
        assert_eq!((behind(kit, &token).await.unwrap().account_id, codes.len()), (id, RECOVERY_CODES));

        kit.clock.pass_seconds(60);
        let owed = half(kit, "admin").await;
        let thiefs = secret_for(kit, id, &owed).await;
        is_refused(confirm_first_secret(&kit.db, &seal(), &owed, &thiefs.code(kit.db.now()), &device).await);
        give(kit, &owed, &app.code(kit.db.now())).await.expect("only the app in use lets in");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn the_last_second_factor_stays_where_the_city_asks_for_one() {
    on_both(async |kit: &Kit| {
        administrator(kit).await;
        let (viewer, ..) = with_app(kit, "admin").await;
        asking(kit, true).await;
        let refused = kit
            .write({
                let viewer = viewer.clone();
                move |tx| remove_codes(tx, &viewer)
            })
            .await;
        assert!(matches!(refused, Err(Error::Conflict("staff-last-second-factor"))), "{refused:?}");
        asking(kit, false).await;
        kit.write(move |tx| remove_codes(tx, &viewer)).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from recovery_codes").await, 0);
        sign_in(&kit.db, "admin", PASSWORD).await.unwrap();
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn an_administrator_helps_somebody_who_lost_everything() {
    on_both(async |kit: &Kit| {
        let (id, admin) = (crew(kit).await, administrator(kit).await);
        with_app(kit, "ekipa3").await;
        kit.db.write(base::Actor::staff(admin), move |tx| reset_second_factor(tx, id)).await.unwrap();
        sign_in(&kit.db, "ekipa3", PASSWORD).await.unwrap();
        let own = kit.db.write(base::Actor::staff(id), move |tx| reset_second_factor(tx, id)).await;
        assert!(matches!(own, Err(Error::Conflict("staff-account-own"))), "{own:?}");
        let nobody = kit.db.write(base::Actor::staff(admin), |tx| reset_second_factor(tx, Id::new())).await;
        assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_secret_is_confirmed_only_where_it_was_shown() {
    on_both(async |kit: &Kit| {
        let id = administrator(kit).await;
        asking(kit, true).await;
        let thief = half(kit, "admin").await;
        let theirs = secret_for(kit, id, &thief).await;
        let owner = half(kit, "admin").await;
        let owners = secret_for(kit, id, &owner).await;
        assert_ne!(owners.text(), theirs.text(), "what the thief has read is not what the owner is shown");
        assert_eq!(owners.text(), secret_for(kit, id, &owner).await.text(), "the owner's stays while they set it up");
        let device = Device::default();
        is_refused(confirm_first_secret(&kit.db, &seal(), &owner, &theirs.code(kit.db.now()), &device).await);
        is_refused(confirm_first_secret(&kit.db, &seal(), &thief, &owners.code(kit.db.now()), &device).await);
        confirm_first_secret(&kit.db, &seal(), &owner, &owners.code(kit.db.now()), &device).await.unwrap();
        assert_eq!(kit.value::<i64>("select count(*) from totp_secrets").await, 1);
        verified(kit).await;
    })
    .await;
}

#[tokio::test]
async fn a_role_asks_for_a_second_factor_and_what_it_asks_is_verified() {
    on_both(async |kit: &Kit| {
        holding(kit, "iod", &["data_protection_officer"], None).await;
        holding(kit, "ola", &["agent"], None).await;
        let session = sign_in(&kit.db, "iod", PASSWORD).await.unwrap();
        asking(kit, true).await;
        assert!(behind(kit, &session).await.is_none(), "the role asks for more than this session has");
        half(kit, "iod").await;
        sign_in(&kit.db, "ola", PASSWORD).await.expect("other roles do not ask");
        verified(kit).await;
        spoil(kit, "update roles set second_factor = false where second_factor and id <> $1", Id::new()).await.unwrap();
        assert_eq!(kit.read(staff::verify).await.unwrap().len(), 2);
    })
    .await;
}
