//! The page on which work begins.

use std::collections::HashMap;

use testkit::Kit;

use crate::cast::{ENGINES, door, signed_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_is_asked_to_sign_in_and_comes_back() {
    for engine in ENGINES {
        let kit = Kit::new(engine, |_| Vec::new(), HashMap::new()).await;
        let door = door(&kit, false);
        for (path, back) in [("/desk", "/sign-in?next=/desk"), ("/desk/jobs", "/sign-in?next=/desk/jobs")] {
            let answer = door.get(path, "").await;
            assert_eq!((answer.status, answer.location.as_str()), (303, back));
        }
        assert_eq!(door.get("/desk", "made-up").await.status, 303);
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_what_they_may_do_and_nothing_else() {
    let cases_of_unit = "Sprawy twojej jednostki";
    let all_cases = "Sprawdź, co dzieje się ze sprawami wszystkich jednostek.";
    let (jobs, people) = (r#"<h2><a href="/desk/jobs">"#, r#"<h2><a href="/people">"#);
    let rules: [(&str, &[&str]); 5] = [
        ("unit_staff", &[cases_of_unit]),
        ("agent", &[all_cases]),
        ("supervisor", &[all_cases, jobs]),
        ("administrator", &[jobs, people]),
        ("nobody", &["Twoje konto nie ma jeszcze żadnych uprawnień."]),
    ];
    let everything: Vec<&str> = rules.iter().flat_map(|(_, seen)| seen.iter().copied()).collect();
    for engine in ENGINES {
        let kit = Kit::new(engine, |_| Vec::new(), HashMap::new()).await;
        let door = door(&kit, false);
        for (role, seen) in rules {
            let (_, session) = signed_in(&kit, role).await;
            let page = door.get("/desk", &session).await;
            assert_eq!(page.status, 200);
            page.says(&format!("Osoba {role}")).never_says("/mailbox");
            for text in &everything {
                if seen.contains(text) {
                    page.says(text)
                } else {
                    page.never_says(text)
                };
            }
        }
        kit.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_leads_to_its_mailbox() {
    for engine in ENGINES {
        let kit = Kit::new(engine, |_| Vec::new(), HashMap::new()).await;
        let (_, session) = signed_in(&kit, "unit_staff").await;
        door(&kit, true).get("/desk", &session).await.says(r#"<h2><a href="/mailbox">Skrzynka pokazu</a></h2>"#);
        kit.end().await;
    }
}
