//! Puts the city together anew when it says something else of itself, and tells what of it does not go together.

use std::{collections::BTreeSet, fmt::Display, future::Future, time::Duration};

use axum::Router;
use base::{Live, Result};
use jobs::Worker;
use web::App;

use super::{Assembly, Seen, Standing, stamp};
use crate::pack;

/// The shortest time between two looks for a change.
const LOOK: Duration = Duration::from_millis(100);
/// The longest time until a change of another process is seen.
const LOOK_AT_LAST: Duration = Duration::from_secs(1);

impl Standing {
    /// Puts the city together anew each time that it says something else of itself, until `stop` is done.
    pub async fn follow(&self, mut seen: Seen, live: Live<Router>, app: App, worker: Worker, stop: impl Future<Output = ()>) {
        let (mut bell, mut app) = (self.db.bell(), app);
        tokio::pin!(stop);
        loop {
            bell.mark_unchanged();
            match self.db.read(stamp).await {
                Ok(stamp) if stamp == seen.stamp => {}
                Ok(stamp) => match self.anew(stamp, &seen, &app).await {
                    Ok((now, assembly)) => {
                        seen = now;
                        app = assembly.app;
                        live.set(assembly.router);
                        worker.replace(assembly.handlers);
                        tracing::info!(stamp, "the city was put together anew");
                    }
                    // Until it can be, which is tried again and again, it goes on as it was.
                    Err(error) => self.tell(std::iter::once(error)),
                },
                Err(error) => tracing::warn!(%error, "looking for a change of the city"),
            }
            let rung = async { drop(tokio::join!(bell.changed(), tokio::time::sleep(LOOK))) };
            tokio::select! {
                () = &mut stop => return,
                () = rung => {}
                () = tokio::time::sleep(LOOK_AT_LAST) => {}
            }
        }
    }

    async fn anew(&self, stamp: i64, seen: &Seen, app: &App) -> Result<(Seen, Assembly)> {
        let (mut pack, mut astray) = pack::present(&self.db, &seen.files, self.folder.path()).await?;
        let mut untaken = Vec::new();
        if !seen.untaken.is_empty() || pack.files.digest != seen.files.digest {
            untaken = pack::take_over(&self.offered, &pack.files, &self.db, self.folder.path()).await?;
            (pack, astray) = pack::present(&self.db, &pack.files, self.folder.path()).await?;
        }
        let assembly = self.assemble(&pack, Some(app)).await?;
        self.tell(untaken.iter().chain(&astray));
        Ok((Seen { stamp, files: pack.files, untaken }, assembly))
    }

    /// Tells what does not go together: in the log once, on the health page until it is mended.
    pub fn tell(&self, faults: impl Iterator<Item = impl Display>) {
        let faults: BTreeSet<String> = faults.map(|fault| fault.to_string()).collect();
        let faults = Vec::from_iter(faults);
        if *self.astray.get() != faults {
            faults.iter().for_each(|fault| tracing::error!(%fault, "pack and pages do not go together"));
            self.astray.set(faults);
        }
    }
}
