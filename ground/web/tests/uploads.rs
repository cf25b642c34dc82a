//! Forms with files: each file within its limit, and no file takes the rest of the form with it.

mod common;

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
    routing::post,
};
use tower::ServiceExt;
use web::{App, MAX_FILE_BYTES, MAX_FILES, Settings, Unsent, Upload};

/// Tells what has arrived: `name=value` for each field, then each file with its length or why it is not there.
async fn tell(upload: Upload) -> String {
    let fields = upload.form.fields().map(|(name, value)| format!("{name}={value}"));
    let files = upload.files.iter().map(|sent| match &sent.content {
        Ok(content) => format!("{}:{}", sent.field, content.len()),
        Err(why) => format!("{}:{why:?}", sent.field),
    });
    fields.chain(files).collect::<Vec<_>>().join(" ")
}

fn part(name: &str, content: &[u8]) -> Vec<u8> {
    [format!("--x\r\nContent-Disposition: form-data; name={name}\r\n\r\n").as_bytes(), content, b"\r\n"].concat()
}

fn file(content: &[u8]) -> Vec<u8> {
    part("\"photo\"; filename=\"a.jpg\"", content)
}

async fn ask(app: &App, kind: &str, body: Vec<u8>) -> (StatusCode, String) {
    let request = Request::post("/upload").header(header::CONTENT_TYPE, kind).header(header::COOKIE, "x=y").body(Body::from(body));
    let routes = web::front_door(Router::new().route("/upload", post(tell)), app);
    let Ok(response) = routes.oneshot(request.unwrap()).await;
    let status = response.status();
    let text = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    (status, String::from_utf8_lossy(&text).into_owned())
}

async fn check(body: Vec<u8>, wanted: &str) {
    let app = common::app_with(Settings::default()).await;
    let (status, said) = ask(&app, "multipart/form-data; boundary=x", [body, b"--x--\r\n".to_vec()].concat()).await;
    assert_eq!((status, said.as_str()), (StatusCode::OK, wanted));
}

#[tokio::test]
async fn fields_and_files_arrive_in_their_order() {
    check([part("\"body\"", "Zażółć\r\nx".as_bytes()), file(b"abc"), part("\"after\"", b"1")].concat(), "body=Zażółć\nx after=1 photo:3")
        .await;
    check(part("\"photo\"; filename=\"\"", b""), "").await;
    let app = common::app_with(Settings::default()).await;
    let plain = ask(&app, "application/x-www-form-urlencoded", b"a=1&b=2".to_vec()).await;
    assert_eq!(plain, (StatusCode::OK, "a=1 b=2".to_owned()));
}

#[tokio::test]
async fn a_file_that_is_too_large_leaves_the_rest_of_the_form() {
    let large = vec![0; MAX_FILE_BYTES + 1];
    check([file(&large), file(b"abc"), part("\"after\"", b"1")].concat(), "after=1 photo:TooLarge photo:3").await;
    check([file(&large[1..]), part("\"after\"", b"1")].concat(), &format!("after=1 photo:{MAX_FILE_BYTES}")).await;
    let many = vec![file(b"a"); MAX_FILES + 1].concat();
    check([many, part("\"after\"", b"1")].concat(), &format!("after=1 {}photo:{:?}", "photo:1 ".repeat(MAX_FILES), Unsent::TooMany)).await;
}

#[tokio::test]
async fn what_breaks_off_is_told_with_what_came_before() {
    let app = common::app_with(Settings::default()).await;
    let body = [part("\"body\"", b"words"), file(b"abcdef")].concat();
    let cut = body[..body.len() - 4].to_vec();
    let (status, said) = ask(&app, "multipart/form-data; boundary=x", cut).await;
    assert_eq!((status, said.as_str()), (StatusCode::OK, "body=words photo:Broken"));
}

#[tokio::test]
async fn too_many_words_are_refused() {
    let app = common::app_with(Settings::default()).await;
    let long = vec![b'x'; web::MAX_BODY_BYTES + 1];
    for (kind, body) in [
        ("multipart/form-data; boundary=x", [part("\"body\"", &long), b"--x--\r\n".to_vec()].concat()),
        ("multipart/form-data; boundary=x", [part("\"f\"", b"1").repeat(web::MAX_FIELDS + 1), b"--x--\r\n".to_vec()].concat()),
        ("application/x-www-form-urlencoded", [b"body=".as_slice(), &long].concat()),
    ] {
        assert_eq!(ask(&app, kind, body).await.0, StatusCode::PAYLOAD_TOO_LARGE, "{kind}");
    }
    assert_eq!(ask(&app, "multipart/form-data", b"x".to_vec()).await.0, StatusCode::BAD_REQUEST);
}
