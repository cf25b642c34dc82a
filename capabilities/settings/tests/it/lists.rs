//! A long list is taken away, checked line by line, taken over and given back to the pack.

use axum::{
    body::Body,
    http::{Method, header},
};
use testkit::{Browser, Page, on_both};

use crate::cast::browser;

async fn upload(admin: &mut Browser, content: &str) -> Page {
    let token = admin.form_token();
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{token}\r\n--x\r\nContent-Disposition: form-data; \
         name=\"file\"; filename=\"streets.csv\"\r\n\r\n{content}\r\n--x--\r\n"
    );
    let request = admin.request(Method::POST, "/settings/lists/streets.csv");
    let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=x").body(Body::from(body)).unwrap();
    admin.ask(request).await
}

#[tokio::test]
async fn a_list_is_checked_taken_over_and_given_back() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", "").await;
        admin.get("/settings/lists").await.is(200).says("Ulice").says("Jeden wiersz").says("Plik z paczki");
        upload(&mut admin, "Rynek\n?\nDługa\n?").await.is(422).says("wiersz 2: To pole trzeba wypełnić.").says("wiersz 4: ");
        let checked = upload(&mut admin, "Rynek\nDługa").await;
        checked.is(200).says("Przyjmij ten plik").says("2 wiersze");
        assert!(kit.read(packs::entries).await.unwrap().of("lists").is_empty(), "a check changes nothing");

        let take = checked.form_to("/settings/lists/streets.csv/taking");
        admin.press(&take, "Przyjmij ten plik").await.is(303);
        admin.get("/settings/lists/streets.csv").await.is(200).says("Tomasz Górecki");
        admin.get("/settings/lists/streets.csv/file").await.is(200).says("Długa");
        admin.press(&take, "Przyjmij ten plik").await.is(409);
        assert_eq!(kit.read(packs::verify).await.unwrap(), Vec::<String>::new());

        admin.post("/settings/lists/streets.csv/pack", &[("version", "1")]).await.is(303);
        admin.get("/settings/lists").await.is(200).says("Jeden wiersz").says("Plik z paczki");
        assert_eq!(kit.read(packs::verify).await.unwrap(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn only_known_files_of_the_folder_are_taken() {
    on_both(async |kit| {
        let mut admin = browser(kit, "administrator", "").await;
        admin.get("/settings/lists/..%2Fkeys%2Flinks/file").await.is(404);
        for digest in ["../../keys/links", "", &"a".repeat(64)] {
            admin.post("/settings/lists/streets.csv/taking", &[("digest", digest), ("version", "0")]).await.is(404);
        }
        let mut agent = browser(kit, "agent", "").await;
        agent.get("/settings/lists").await.is(403);
        agent.get("/settings/lists/streets.csv/file").await.is(403);
        upload(&mut agent, "Rynek").await.is(403);
    })
    .await;
}
