//! `serve` and `migrate`.

use std::{future::Future, path::PathBuf, sync::Arc};

use base::SystemClock;
use store::{Db, Folder, Options};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt as _, util::SubscriberInitExt as _};

use crate::{
    serve::City,
    settings::{self, Place, Serve},
};

/// Opens the city until it is asked to stop.
pub async fn serve(flags: Serve, config: Option<&PathBuf>, print_config: bool) -> anyhow::Result<()> {
    let settings = flags.or(settings::file(config)?);
    settings.check()?;
    if print_config {
        print!("{}", settings.shown()?);
        return Ok(());
    }
    log_as_json();
    let stop = asked_to_stop()?;
    let city = City::open(settings).await?;
    city.run(stop).await?;
    Ok(())
}

/// The log as JSON lines on the error stream; `RUST_LOG` chooses what is told.
fn log_as_json() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,tantivy=warn"));
    let layer = fmt::layer().json().flatten_event(true).with_current_span(false).with_span_list(false).with_writer(std::io::stderr);
    tracing_subscriber::registry().with(filter).with(layer).init();
}

/// Ready after Ctrl+C or SIGTERM, which are heard from now on.
fn asked_to_stop() -> anyhow::Result<impl Future<Output = ()>> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("stopping: what has begun is finished");
    })
}

/// Brings the tables up to this version.
pub async fn migrate(place: &Place) -> anyhow::Result<()> {
    let folder = Folder::open(&place.data())?;
    let db = Db::open_and_migrate(&folder, Options::new(place.database(), Arc::new(SystemClock))).await?;
    println!("The tables are those of this version ({} migrations).", store::migrations().len());
    db.close();
    Ok(())
}
