//! All that is kept of somebody is told to them, and nothing of it outlives erasure.

use residents::{
    actions,
    model::{Consent, Given, Need, Needs},
};
use testkit::{Kit, on_both};

use crate::cast::{ANNA, MOBILE, added, agent, agrees, by, email, phone};

#[tokio::test]
async fn everything_is_exported_and_then_gone() {
    on_both(async |kit: &Kit| {
        let anna = added(kit, "Anna Tajna", vec![phone(MOBILE), email(ANNA)]).await;
        let ewa = agent(kit, "ewa").await;
        by(kit, ewa, move |tx| {
            actions::set_needs(tx, anna, &Needs::new([Need::LargePrint], "pies przewodnik")?)?;
            actions::note_consent(tx, anna, &Consent::new("survey", "email", Given::Given, "phone", "2026-1")?)?;
            actions::verify_identity(tx, anna, None, &["full_name".to_owned(), "post".to_owned()], &[]).map(drop)
        })
        .await
        .unwrap();
        let told = kit.read(move |read| residents::personal::export(read, anna)).await.unwrap().to_string();
        for kept in ["Anna Tajna", MOBILE, ANNA, "large_print", "pies przewodnik", "survey", "2026-1", "full_name"] {
            assert!(told.contains(kept), "{kept} in {told}");
        }
        kit.write(move |tx| residents::personal::erase(tx, anna)).await.unwrap();
        for table in ["ways", "needs", "firm_people", "consents", "verifications"] {
            let sql = format!("select count(*) from {table}");
            assert_eq!(kit.read(move |read| read.value::<i64>(&sql, &[])).await.unwrap(), 0, "{table}");
        }
        let told = kit.read(move |read| residents::personal::export(read, anna)).await.unwrap().to_string();
        assert!(!told.contains("Tajna") && !told.contains("601"), "{told}");
        agrees(kit).await;
    })
    .await;
}
