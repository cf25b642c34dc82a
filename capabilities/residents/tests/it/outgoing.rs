//! What goes out is governed by needs and consents.

use base::Id;
use residents::{
    Outgoing, Reach, actions,
    model::{Basis, Consent, ConsentChannel, Given, Need, Undeliverable},
};
use testkit::{Kit, on_both};

use crate::cast::{ANNA, MOBILE, added, agent, agrees, by, email, need, phone};

async fn reach(kit: &Kit, id: Id, basis: Basis) -> Reach {
    kit.read(move |read| residents::way_to(read, id, &basis)).await.unwrap()
}

async fn outgoing(kit: &Kit, id: Id) -> Outgoing {
    match reach(kit, id, Basis::OwnMatter).await {
        Reach::Way(way) => way,
        Reach::Undeliverable(why) => panic!("{why:?}"),
    }
}

#[tokio::test]
async fn needs_decide_how_somebody_hears_of_their_own_matter() {
    on_both(async |kit: &Kit| {
        let anna = added(kit, "Anna", vec![phone(MOBILE), email(ANNA)]).await;
        assert_eq!(outgoing(kit, anna).await.email().map(base::Email::as_str), Some(ANNA));
        need(kit, anna, &[Need::LargePrint]).await;
        assert!(outgoing(kit, anna).await.style().large_print);
        need(kit, anna, &[Need::CallsOnly]).await;
        assert_eq!(outgoing(kit, anna).await.outlet().channel(), ConsentChannel::Phone);
        assert!(!outgoing(kit, anna).await.style().large_print, "needs take the place of those before");

        let deaf = added(kit, "Jan", vec![phone("61 646 33 44")]).await;
        need(kit, deaf, &[Need::TextOnly]).await;
        assert_eq!(reach(kit, deaf, Basis::OwnMatter).await, Reach::Undeliverable(Undeliverable::Needs), "never a call");
        agrees(kit).await;
    })
    .await;
}

#[tokio::test]
async fn surveys_need_consent_whose_history_stays() {
    on_both(async |kit: &Kit| {
        let anna = added(kit, "Anna", vec![email(ANNA)]).await;
        let actor = agent(kit, "ewa").await;
        let survey = || Basis::Consent("survey".into());
        let may = |channel| kit.read(move |read| residents::may_contact(read, anna, &Basis::Consent("survey".into()), channel));
        assert_eq!(reach(kit, anna, survey()).await, Reach::Undeliverable(Undeliverable::NoConsent));
        assert!(matches!(reach(kit, anna, Basis::OwnMatter).await, Reach::Way(_)), "one's own matter needs none");
        for given in [Given::Given, Given::Withdrawn] {
            let consent = Consent::new("survey", "email", given, "phone", "2026-1").unwrap();
            by(kit, actor, move |tx| actions::note_consent(tx, anna, &consent)).await.unwrap();
            assert_eq!(may(ConsentChannel::Email).await.unwrap(), given == Given::Given);
            assert_eq!(matches!(reach(kit, anna, survey()).await, Reach::Way(_)), given == Given::Given);
            kit.clock.pass_seconds(60);
        }
        assert!(!may(ConsentChannel::Sms).await.unwrap());
        let history = kit.read(move |read| residents::consents(read, anna)).await.unwrap();
        assert_eq!(history.iter().map(|said| said.given).collect::<Vec<_>>(), [Given::Given, Given::Withdrawn]);
        assert!(history.iter().all(|said| said.account_id == actor.id && said.text_version == "2026-1"));
        agrees(kit).await;
    })
    .await;
}
