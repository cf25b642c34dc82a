//! `hejnal serve`: opens the city and keeps it running until it is asked to stop.

use std::{future::Future, sync::Arc, time::Duration};

use axum::Router;
use base::{Actor, Error, Id, Live, Result, SystemClock, secret::Signer};
use jiff::tz::TimeZone;
use jobs::Worker;
use notices::Mailer;
use portal::{Basemap, CityMap};
use privacy::Ledger;
use store::{Db, Folder, Options};
use tokio::{sync::watch, task::JoinSet};
use web::{App, Hub, ServeConfig, TlsFiles};

use crate::{
    assembly::{Seen, Standing, base_map},
    live, pack,
    personal::ROOMS,
    settings::{Role, Serve},
    wiring,
};

/// How often the relay of the journal looks for events without a number (PostgreSQL only).
const RELAY_EVERY: Duration = Duration::from_millis(200);

/// How often somebody asks whether a new day has begun, and how long one lasts.
const DAILY_LOOK: Duration = Duration::from_secs(600);
const DAY_SECONDS: i64 = 86_400;
/// How often somebody asks whether a clock of a case has to be looked at.
const WATCH_EVERY: Duration = Duration::from_secs(60);
/// How often the numbers of old conversations are looked for, to be hidden.
const HIDE_EVERY: Duration = Duration::from_secs(3_600);

/// A city that is put together and not yet open.
pub struct City {
    standing: Arc<Standing>,
    app: App,
    routes: Live<Router>,
    worker: Worker,
    upkeep: upkeep::Upkeep,
    seen: Seen,
}

impl City {
    /// Opens the database, takes the pack over and joins all capabilities.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence for the operator.
    pub async fn open(settings: Serve) -> Result<Self> {
        let pack = pack::read(&settings.city())?;
        let basemap = settings.basemap.as_deref().map(Basemap::open).transpose()?;
        let folder = Folder::open(&settings.place.data())?;
        let db = open_database(&folder, &settings).await?;
        if settings.demo {
            db.write(Actor::SYSTEM, staff::actions::begin_demo).await?;
        } else {
            db.read(staff::actions::refuse_demo).await?;
        }
        let untaken = pack::take_over(&pack.entries, &pack.files, &db, folder.path()).await?;
        let roles = db.read(staff::actions::roles).await?;
        settings.single_sign_on.as_ref().map_or(Ok(()), |provider| provider.check_roles(&roles)).map_err(Error::Unavailable)?;
        let ledger = Ledger::of(folder.path(), &settings.erasures);
        repeat_erasures(&db, &ledger).await?;
        if settings.demo {
            staff::actions::put_demo_accounts(&db, &pack.files.accounts, pack.office.zone()).await?;
        }
        let mailer = mailer(&settings, &folder)?;
        let index = Arc::new(search::Index::open(&folder.path().join("index"))?);
        let map = CityMap::new(base_map(&pack.files, &pack.gazetteer()), pack.city.bounds).over(basemap);
        let standing = Standing {
            map: Arc::new(map),
            settings,
            offered: pack.entries.clone(),
            astray: Live::default(),
            folder,
            index,
            db: db.clone(),
            hub: Hub::new(),
            mailer,
            ledger: Arc::new(ledger),
            alarms: Live::default(),
            started_at: db.now(),
            metrics: web::install_metrics()?,
        };
        let stamp = db.read(crate::assembly::stamp).await?;
        let (present, astray) = pack::present(&db, &pack.files, standing.folder.path()).await?;
        standing.tell(untaken.iter().chain(&astray));
        let assembly = standing.assemble(&present, None).await?;
        let seen = Seen { stamp, files: present.files, untaken };
        let worker = Worker::new(db, assembly.handlers);
        Ok(Self {
            upkeep: assembly.upkeep,
            standing: Arc::new(standing),
            app: assembly.app,
            routes: Live::new(assembly.router),
            worker,
            seen,
        })
    }

    /// Serves until `stop` is done; then drains what has begun and closes the database.
    ///
    /// # Errors
    /// As [`web::serve`].
    pub async fn run(self, stop: impl Future<Output = ()>) -> Result<()> {
        let Self { standing, app, routes, worker, seen, upkeep } = self;
        let (settings, db) = (&standing.settings, &standing.db);
        let (ended, end) = watch::channel(false);
        let mut tasks = JoinSet::new();
        tasks.spawn({
            let (standing, app, routes, worker, until) =
                (standing.clone(), app.clone(), routes.clone(), worker.clone(), until_ended(end.clone()));
            async move { standing.follow(seen, routes, app, worker, until).await }
        });
        if settings.has(Role::Worker) {
            let (worker, until) = (worker, until_ended(end.clone()));
            tasks.spawn(async move { worker.run(until).await });
            tasks.spawn(upkeep::jobs::keep_backups(upkeep.clone(), db.clone(), until_ended(end.clone())));
            tasks.spawn(upkeep::jobs::tell_webhooks(db.clone(), until_ended(end.clone())));
            tasks.spawn(relay(db.clone(), until_ended(end.clone())));
            let callers = Signer::new(&standing.folder.key("callers")?);
            tasks.spawn(watch_clocks(db.clone(), until_ended(end.clone())));
            tasks.spawn(daily(db.clone(), until_ended(end.clone())));
            tasks.spawn(hide_numbers(db.clone(), callers, app.zone().clone(), until_ended(end.clone())));
        } else if !db.is_postgres() {
            tracing::warn!("--roles web: nobody does the work that follows from changes, since no other process may have this data folder");
        }
        if settings.has(Role::Web) {
            tasks.spawn(live::tell(db.clone(), standing.hub.clone(), app.signer.clone(), until_ended(end.clone())));
            tasks.spawn(upkeep::health::watch(upkeep, db.clone(), standing.alarms.clone(), until_ended(end.clone())));
            if let Err(why) = portal::map_is_built() {
                tracing::warn!("{why}");
            }
            let listening = web::listen(&app, serve_config(settings))?;
            announce(settings, listening.address());
            listening.serve(web::replaceable(routes), stop).await?;
        } else {
            println!("This process works for {} and shows no pages.", settings.public_url());
            stop.await;
        }
        ended.send_replace(true);
        while tasks.join_next().await.is_some() {}
        db.close();
        Ok(())
    }
}

async fn until_ended(mut end: watch::Receiver<bool>) {
    drop(end.wait_for(|ended| *ended).await);
}

async fn open_database(folder: &Folder, settings: &Serve) -> Result<Db> {
    let reaction = jobs::reaction(wiring::follow_ups);
    Db::open(folder, Options { database: settings.place.database(), clock: Arc::new(SystemClock), reaction }).await
}

fn mailer(settings: &Serve, folder: &Folder) -> Result<Mailer> {
    match &settings.smtp {
        Some(url) => Ok(Mailer::Smtp(url.parse()?)),
        None if settings.demo => Ok(Mailer::Folder(folder.path().join("mail"))),
        None => Ok(Mailer::Missing),
    }
}

fn serve_config(settings: &Serve) -> ServeConfig {
    let tls = match settings.tls.as_slice() {
        [cert, key] => Some(TlsFiles { cert: cert.clone(), key: key.clone() }),
        _ => None,
    };
    ServeConfig { tls, ..ServeConfig::plain(settings.listen()) }
}

fn announce(settings: &Serve, address: std::net::SocketAddr) {
    // Port 0 lets the system choose: then only the socket knows.
    let url = settings.public_url();
    let url = url.strip_suffix(":0").map_or_else(|| url.clone(), |start| format!("{start}:{}", address.port()));
    println!("The city is open at {url}");
    if settings.demo {
        println!("  report something     {url}/report");
        println!("  read the mail        {url}/mailbox");
        println!("  sign in as staff     {url}/sign-in   (accounts and passwords: {}/staff.toml)", settings.city().display());
    }
    tracing::info!(%address, "listening");
}

async fn relay(db: Db, stop: impl Future<Output = ()>) {
    if !db.is_postgres() {
        return;
    }
    let holder = Id::new();
    tokio::pin!(stop);
    loop {
        match store::journal::relay(&db, holder).await {
            Ok(0) | Err(Error::Busy(_)) => {}
            Ok(_) => continue,
            Err(error) => tracing::warn!(%error, "numbering the journal"),
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(RELAY_EVERY) => {}
        }
    }
}

/// Before the door opens: a database older than the ledger knows people who are to be forgotten.
async fn repeat_erasures(db: &Db, ledger: &Ledger) -> Result<()> {
    let repeated = privacy::actions::reconcile(db, ledger, ROOMS).await?;
    if repeated > 0 {
        println!("The database was older than the ledger of erasures: {repeated} erased again.");
    }
    Ok(())
}

/// Every minute asks whether the clock of a case has to be looked at.
async fn watch_clocks(db: Db, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        if let Err(error) = db.write(Actor::SYSTEM, cases::jobs::begin_watch).await {
            tracing::warn!(%error, "looking at the clocks of cases");
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(WATCH_EVERY) => {}
        }
    }
}

/// Once a day, by whichever process is first, begins what is to be done each day.
async fn daily(db: Db, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        let begin = |tx: &store::Tx<'_>| {
            let first = store::journal::hold_lease(tx, "daily", Id::new(), DAY_SECONDS)?;
            if first { privacy::actions::begin_day(tx).and_then(|()| cases::actions::begin_day(tx)) } else { Ok(()) }
        };
        if let Err(error) = db.write(Actor::SYSTEM, begin).await {
            tracing::warn!(%error, "beginning the day's work");
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(DAILY_LOOK) => {}
        }
    }
}

/// Hides the numbers of conversations whose term is over: when the city opens, and every hour.
async fn hide_numbers(db: Db, callers: Signer, zone: TimeZone, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        let hide = async {
            // The city's own term, where its rules of retention have one.
            match db
                .read({
                    let (now, zone) = (db.clock().now(), zone.clone());
                    move |read| privacy::actions::numbers_kept_since(read, now, &zone)
                })
                .await?
            {
                Some(since) => interactions::jobs::hide_numbers_before(&db, &callers, since).await,
                None => interactions::jobs::hide_numbers(&db, &callers).await,
            }
        };
        if let Err(error) = hide.await {
            tracing::warn!(%error, "hiding the numbers of old conversations");
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(HIDE_EVERY) => {}
        }
    }
}
