//! Measures what a page costs.
#[path = "../tests/common/mod.rs"]
mod common;
use std::time::Instant;
use common::{door_with, request, settings};
use web::Settings;

fn main() {
    let rt = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    rt.block_on(async {
        let door = door_with(Settings { rate_limits: std::env::args().any(|a| a == "limits"), ..settings() }).await;
        for (name, path, headers) in [
            ("page", "/report", vec![("cookie", "__Host-language=uk")]),
            ("page, session", "/report", vec![("cookie", "__Host-session=abcdefghijklmnopqrst")]),
            ("page gzip", "/report", vec![("accept-encoding", "gzip, br")]),
            ("live", "/health/live", vec![]),
            ("404", "/nothing", vec![]),
        ] {
            let n = 3000;
            for _ in 0..300 { door.get(path, &headers).await; }
            let start = Instant::now();
            let mut size = 0;
            for _ in 0..n {
                let (_, body) = door.raw(request("GET", path, &headers, "")).await.into_parts();
                size = axum::body::to_bytes(body, 1 << 24).await.unwrap().len();
            }
            println!("{name}: {:.1} us, {size} bytes", start.elapsed().as_secs_f64() * 1e6 / n as f64);
        }
        let t = door.app.t(base::Language::Pl);
        let n = 2_000_000;
        let start = Instant::now();
        let mut x = 0;
        for _ in 0..n { x += t.get(std::hint::black_box("fault-not-found-text")).len(); }
        println!("get: {:.1} ns {x}", start.elapsed().as_secs_f64() * 1e9 / n as f64);
        let n = 100_000;
        let start = Instant::now();
        for i in 0..n { x += t.count("form-errors", i % 30).len(); }
        println!("count: {:.1} ns {x}", start.elapsed().as_secs_f64() * 1e9 / n as f64);
    });
}
