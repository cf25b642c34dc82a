//! What residents see: the frame, the language, the look, and forms that come back.

mod common;

use common::{NOW, door, door_with, settings};
use web::Settings;

const HTML: &str = "text/html; charset=utf-8";

#[tokio::test]
async fn a_page_has_its_frame() {
    let page = door().await.get("/report", &[]).await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, HTML));
    page.says("<html lang=\"pl\">")
        .says("<title>Gdzie? – Lipogród</title>")
        .says("<a class=\"skip\" href=\"#main\">Przejdź do treści</a>")
        .says("<main id=\"main\" tabindex=\"-1\">")
        .says("<a href=\"/report\" aria-current=\"page\">Zgłoś</a>")
        .says("<a href=\"/case\">Moja sprawa</a>")
        .says("href=\"tel:+48100008311\"")
        .says("<a href=\"/look/dark?back=%2Freport\" rel=\"nofollow\">Ciemny</a>")
        .says("Miasto Lipogród jest wymyślone.")
        .never_says("data-theme")
        .never_says("nie wysyła e-maili")
        .never_says("<script>")
        .never_says("style=");
}

#[tokio::test]
async fn a_working_page_has_the_bar_the_banners_and_the_stream() {
    let page = door().await.get("/inbox", &[("cookie", "__Host-session=abc")]).await;
    page.says("<body class=\"work\" data-live=\"unit:roads\">")
        .says("<title>Moje sprawy – Hejnał</title>")
        .says("<a href=\"/inbox\" aria-current=\"page\">Moja sprawa</a>")
        .says("<span>Ekipa 3</span>")
        .says("Ta instalacja nie wysyła e-maili")
        .says("action=\"/session/end\"")
        .says("name=\"_token\"")
        .says("data-stream=\"/live\"");
    assert_eq!(page.header("cache-control"), "no-store");
}

#[tokio::test]
async fn the_language_comes_from_the_cookie_then_the_browser_then_is_polish() {
    let door = door().await;
    for (headers, tag) in [
        (vec![], "pl"),
        (vec![("accept-language", "de-DE,de;q=0.9")], "pl"),
        (vec![("accept-language", "de-DE,uk;q=0.9,en;q=0.8")], "uk"),
        (vec![("accept-language", "en-GB"), ("cookie", "a=b; __Host-language=uk")], "uk"),
        (vec![("accept-language", "en-GB"), ("cookie", "__Host-language=xx")], "en"),
    ] {
        door.get("/report", &headers).await.says(&format!("<html lang=\"{tag}\">"));
    }
    door.get("/report", &[("cookie", "__Host-language=uk")]).await.says("<b>Ліпогруд</b>").says("Перейти до вмісту");
}

#[tokio::test]
async fn the_language_switch_sets_a_cookie_and_leads_back() {
    let door = door().await;
    let answer = door.get("/language/uk?back=%2Freport%3Flat%3D1", &[]).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/report?lat=1"));
    assert_eq!(answer.header("set-cookie"), "__Host-language=uk; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000");
    assert_eq!(door.get("/language/uk?back=//evil.example", &[]).await.header("location"), "/");
    assert_eq!(door.get("/language/de?back=/", &[]).await.status, 404);
}

#[tokio::test]
async fn the_look_is_kept_by_a_cookie() {
    let door = door().await;
    assert!(door.get("/look/dark?back=/report", &[]).await.header("set-cookie").starts_with("__Host-look=dark;"));
    assert!(door.get("/look/system?back=/report", &[]).await.header("set-cookie").ends_with("Max-Age=0"));
    assert_eq!(door.get("/look/pink?back=/report", &[]).await.status, 404);
    door.get("/report", &[("cookie", "__Host-look=dark")]).await.says("<html lang=\"pl\" data-theme=\"dark\">");
    door.get("/report", &[("cookie", "__Host-look=contrast")])
        .await
        .says("data-contrast=\"more\">")
        .says("aria-current=\"true\" rel=\"nofollow\">Wysoki kontrast");
}

#[tokio::test]
async fn an_empty_form_has_labels_hints_and_no_errors() {
    let page = door().await.get("/report", &[]).await;
    page.says("<label for=\"street\">Ulica</label>\n  <p class=\"hint\" id=\"street-hint\">Na przykład ul. Olszowa 14</p>")
        .says("<input class=\"w-m\" id=\"street\" name=\"street\" type=\"text\" value=\"\" autocomplete=\"street-address\" aria-describedby=\"street-hint\">")
        .says("<label for=\"lamp\">Numer (nieobowiązkowe)</label>")
        .says("inputmode=\"numeric\"")
        .says("<option value=\"\">Wybierz</option>")
        .says("<label for=\"service-2\">Dziura<span class=\"hint\">W jezdni lub chodniku</span></label>")
        .says("<div class=\"choice choice-box\"><input type=\"checkbox\" id=\"more\"")
        .says("type=\"file\" accept=\"image/jpeg\"")
        .says("data-sending=\"Wysyłamy…\">Wyślij zgłoszenie</button>")
        .never_says("aria-invalid")
        .never_says("role=\"alert\"")
        .never_says("_token");
}

#[tokio::test]
async fn a_form_with_a_mistake_comes_back_with_everything_that_was_typed() {
    let body = "street=++&text=%3Cb%3E+od+pi%C4%85tku%0D%0Aciemno&service=road&more=lamp&more=road&agree=yes&outcome=lamp&lat=52.1";
    let page = door().await.post("/report", &[], body).await;
    assert_eq!(page.status, 422);
    page.says("<title>Błąd: Gdzie? – Lipogród</title>")
        .says("<div class=\"errors\" role=\"alert\" tabindex=\"-1\" autofocus aria-labelledby=\"errors\">")
        .says("<h2 id=\"errors\">Popraw jedną rzecz</h2>")
        .says("<li><a href=\"#street\">Wpisz ulicę i\u{a0}numer albo nazwę przystanku</a></li>")
        .says("<div class=\"field field-bad\">\n  <label for=\"street\">")
        .says("<p class=\"error\" id=\"street-error\"><span><span class=\"hidden-text\">Błąd:</span> Wpisz")
        .says("aria-invalid=\"true\" aria-describedby=\"street-error street-hint\"")
        .says("&#60;b&#62; od piątku\nciemno</textarea>")
        .says("value=\"road\" checked")
        .says("id=\"more-2\" name=\"more\" value=\"road\" checked")
        .says("name=\"agree\" value=\"yes\" checked")
        .says("<option value=\"lamp\" selected>")
        .says("<input type=\"hidden\" name=\"lat\" value=\"52.1\">")
        .never_says("<b> od");
    page.says("value=\"  \"");
}

#[tokio::test]
async fn a_good_form_leads_on() {
    let answer = door().await.post("/report", &[], "street=Olszowa+14").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/report/done"));
}

#[tokio::test]
async fn a_show_says_so_on_every_page() {
    let door = door_with(Settings { demo: true, ..settings() }).await;
    door.get("/report", &[]).await.says("To jest pokaz");
    door.get("/nothing", &[]).await.says("To jest pokaz");
    assert_eq!(door.app.now(), NOW);
}

#[tokio::test]
async fn assets_are_kept_for_ever_under_their_content() {
    let door = door().await;
    let url = door.app.assets.url("look.css").to_owned();
    let plain = door.get(&url, &[]).await;
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(plain.header("content-type"), "text/css; charset=utf-8");
    plain.says("--paper").says(".field-bad");
    let small = door.get(&url, &[("accept-encoding", "br, gzip;q=0.8")]).await;
    assert_eq!(small.header("content-encoding"), "gzip");
    assert!(small.body.len() * 2 < plain.body.len());
    assert_eq!(door.get(&url, &[("accept-encoding", "gzip;q=0")]).await.header("content-encoding"), "");
    assert_eq!(door.get(&url, &[("if-none-match", plain.header("etag"))]).await.status, 304);
    assert_eq!(door.get("/assets/look-000000000000.css", &[]).await.status, 404);
    assert_eq!(door.get("/favicon.ico", &[]).await.header("content-type"), "image/svg+xml");
}

#[tokio::test]
async fn long_pages_are_compressed_for_those_who_take_it() {
    let door = door().await;
    let page = door.get("/report", &[("accept-encoding", "gzip")]).await;
    assert_eq!((page.header("content-encoding"), page.header("vary")), ("gzip", "accept-encoding"));
    assert_eq!(door.get("/health/live", &[("accept-encoding", "gzip")]).await.header("content-encoding"), "");
    assert_eq!(door.get("/report", &[]).await.header("content-encoding"), "");
}

#[tokio::test]
async fn a_long_list_is_paged_by_links_that_keep_the_search() {
    let door = door().await;
    let session = [("cookie", "__Host-session=abc")];
    let first = door.get("/list?q=lampa&page=x", &session).await;
    first
        .says("<p>lampa</p>")
        .says("row 9")
        .never_says("row 10")
        .says("href=\"/list?q=lampa&#38;page=2\"")
        .says("Strona 1")
        .never_says("rel=\"prev\"");
    let last = door.get("/list?page=3&q=lampa", &session).await;
    last.says("row 20").says("row 24").says("href=\"/list?q=lampa&#38;page=2\"").never_says("rel=\"next\"");
    door.get("/list?page=99999999", &[]).await.says("Strona 1000").never_says("row ");
    door.get("/list?page=0", &[]).await.says("Strona 1").says("row 0");
}

#[tokio::test]
async fn polish_names_on_other_pages_are_marked_as_polish() {
    let page = door().await.get("/report", &[("cookie", "__Host-language=uk")]).await;
    page.says("<b>Ліпогруд</b>").says("<span lang=\"pl\">Kontakt z miastem</span>");
}
