//! What residents see: layout, language, look, forms that come back.

mod common;

use common::{door, request};

#[tokio::test]
async fn a_page_has_its_frame() {
    let page = door().await.get("/report", &[]).await;
    std::fs::write("/tmp/web-report.html", &page.body).unwrap();
    page.says("<html lang=\"pl\">").says("Gdzie?");
}
