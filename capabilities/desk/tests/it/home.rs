//! The page on which work begins.

use testkit::{Engine, Kit};

use crate::cast::{app, signed_in, stranger};

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_is_asked_to_sign_in_and_comes_back() {
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        for (path, back) in [("/desk", "/sign-in?next=/desk"), ("/desk/jobs", "/sign-in?next=/desk/jobs")] {
            stranger(&app).get(path).await.leads_to(back);
        }
        stranger(&app).with_session("made-up").get("/desk").await.is(303);
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
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let app = app(&kit, false);
        for (role, seen) in rules {
            let page = signed_in(&app, role).await.1.get("/desk").await;
            page.is(200).says(&format!("Osoba {role}")).never_says("/mailbox");
            for text in &everything {
                if seen.contains(text) {
                    page.has(text)
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
    for engine in Engine::ALL {
        let kit = Kit::bare(engine).await;
        let (_, mut crew) = signed_in(&app(&kit, true), "unit_staff").await;
        crew.get("/desk").await.has(r#"<h2><a href="/mailbox">Skrzynka pokazu</a></h2>"#);
        kit.end().await;
    }
}
