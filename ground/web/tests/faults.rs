//! What is seen when something fails: the right status, words for people, and nothing from inside.

mod common;

use common::{door, request};

#[tokio::test]
async fn every_failure_has_its_status_and_words() {
    let door = door().await;
    for (kind, status, words) in [
        ("nothing", 404, "Nie ma takiej strony"),
        ("forbidden", 403, "Ta strona nie jest dla ciebie otwarta"),
        ("invalid", 422, "Wpisz ulicę i\u{a0}numer albo nazwę przystanku"),
        ("conflict", 409, "Ta sprawa jest już zamknięta."),
        ("conflict-unsaid", 409, "Sprawa zmieniła się"),
        ("busy", 503, "Mamy teraz bardzo dużo pracy"),
        ("unavailable", 503, "Coś u\u{a0}nas nie odpowiada"),
        ("internal", 500, "Coś się u\u{a0}nas zepsuło"),
        ("panic", 500, "Coś się u\u{a0}nas zepsuło"),
    ] {
        let page = door.get(&format!("/fail/{kind}"), &[]).await;
        assert_eq!(page.status, status, "{kind}");
        page.says(words)
            .says("10 000 83 11")
            .says("<html lang=\"pl\">")
            .never_says("secret")
            .never_says("/dev/sda1")
            .never_says("writer queue");
        assert_eq!(page.body.contains(page.header("x-request-id")), status >= 500, "{kind}");
        assert_eq!(page.header("retry-after").is_empty(), status != 503, "{kind}");
    }
    door.get("/fail/internal", &[("cookie", "__Host-language=uk")]).await.says("У нас щось зламалося");
}

#[tokio::test]
async fn a_program_gets_a_problem_document() {
    let door = door().await;
    let answer = door.get("/api/fail/invalid", &[("accept-language", "en")]).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (422, "application/problem+json"));
    assert_eq!(
        answer.json(),
        serde_json::json!({
            "type": "urn:hejnal:problem:invalid",
            "title": "Something is missing",
            "status": 422,
            "detail": "Nothing was changed. Go back, put it right and send it again.",
            "errors": [{ "field": "street", "code": "street-missing", "message": "Enter the street and number, or the name of a stop" }],
            "request": answer.header("x-request-id"),
        })
    );
    let answer = door.get("/api/fail/internal", &[]).await;
    assert_eq!(answer.json()["type"], "urn:hejnal:problem:internal");
    answer.never_says("secret");
    assert_eq!(door.get("/api/fail/conflict", &[]).await.json()["detail"], "Ta sprawa jest już zamknięta.");
    assert_eq!(door.get("/api/fail/busy", &[]).await.header("retry-after"), "2");
}

#[tokio::test]
async fn refusals_of_the_router_have_words_too() {
    let door = door().await;
    let wrong = door.ask(request("PUT", "/inbox", &[], "")).await;
    assert_eq!((wrong.status.as_u16(), wrong.header("allow")), (405, "GET,HEAD"));
    wrong.says("Tak się tu nie da");
    door.get("/no/such/page", &[]).await.says("Nie ma takiej strony");
    let program = door.ask(request("PUT", "/open311/requests", &[("accept", "application/json")], "")).await;
    assert_eq!((program.status.as_u16(), program.json()["status"].as_u64()), (405, Some(405)));
    let unreadable = door.get("/live?after=x", &[]).await;
    assert_eq!((unreadable.status.as_u16(), unreadable.header("content-type")), (422, "application/problem+json"));
}

#[tokio::test]
async fn too_much_is_refused_in_words() {
    let door = door().await;
    let body = format!("street={}", "a".repeat(web::MAX_BODY_BYTES));
    let page = door.post("/report", &[], &body).await;
    assert_eq!(page.status, 413);
    page.says("To za dużo na jeden raz");
    let many = "a=1&".repeat(web::MAX_FIELDS + 1);
    assert_eq!(door.post("/report", &[], &many).await.status, 413);
}

#[tokio::test]
async fn an_error_page_keeps_quiet_about_a_strange_address() {
    let page = door().await.get("/%3Cscript%3E?x=%22%3E", &[]).await;
    assert_eq!(page.status, 404);
    page.never_says("<script>").never_says("?x=\">");
}
