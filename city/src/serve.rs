//! `hejnal serve`: puts the city together and keeps it running until it is asked to stop.

use std::{collections::HashMap, future::Future, sync::Arc, time::Duration};

use axum::{Extension, Router, middleware::from_fn_with_state};
use base::{Actor, Error, Id, Result, SystemClock, secret::Signer};
use jobs::{Handler, Worker};
use notices::{Mailer, Sender};
use portal::Portal;
use staff::{
    Permission,
    pages::{Entrance, WorkNav},
};
use store::{Db, Folder, Options};
use tokio::{sync::watch, task::JoinSet};
use web::{App, Assets, Banner, Check, Hub, Link, Parts, ServeConfig, Settings, Texts, TlsFiles};

use crate::{
    live,
    pack::Pack,
    settings::{Role, Serve},
    wiring,
};

/// How often the relay of the journal looks for events without a number (PostgreSQL only).
const RELAY_EVERY: Duration = Duration::from_millis(200);

/// How long the provider of the single sign-on has for each answer.
const PROVIDER_TIME: Duration = Duration::from_secs(8);

/// A city that is put together and not yet open.
pub struct City {
    app: App,
    router: Router,
    worker: Worker,
    settings: Serve,
    db: Db,
    /// Locked as long as the city is open.
    _folder: Folder,
}

impl City {
    /// Opens the database, takes the pack over and joins all capabilities.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence for the operator.
    pub async fn open(settings: Serve) -> Result<Self> {
        let pack = crate::pack::read(&settings.city())?;
        let folder = Folder::open(&settings.place.data())?;
        let db = open_database(&folder, &settings).await?;
        if settings.demo {
            db.write(Actor::SYSTEM, staff::actions::begin_demo).await?;
        } else {
            db.read(staff::actions::refuse_demo).await?;
        }
        let guarded = !settings.demo;
        db.write(Actor::SYSTEM, move |tx| staff::actions::begin_rules(tx, guarded)).await?;
        pack.take_over(&db).await?;
        if settings.demo {
            staff::actions::put_demo_accounts(&db, &pack.accounts).await?;
        }
        let mailer = mailer(&settings, &folder)?;
        let app = app(&settings, &pack, &db, &folder, &mailer)?;
        let worker = Worker::new(db.clone(), handlers(&app, mailer, &pack));
        let router = web::front_door(routes(&app, &pack, &folder, &settings).await?, &app);
        Ok(Self { app, router, worker, settings, db, _folder: folder })
    }

    /// Serves until `stop` is done; then drains what has begun and closes the database.
    ///
    /// # Errors
    /// As [`web::serve`].
    pub async fn run(self, stop: impl Future<Output = ()>) -> Result<()> {
        let (ended, end) = watch::channel(false);
        let mut tasks = JoinSet::new();
        if self.settings.has(Role::Worker) {
            let (worker, until) = (self.worker.clone(), until_ended(end.clone()));
            tasks.spawn(async move { worker.run(until).await });
            tasks.spawn(relay(self.db.clone(), until_ended(end.clone())));
        } else if !self.db.is_postgres() {
            tracing::warn!("--roles web: nobody does the work that follows from changes, since no other process may have this data folder");
        }
        if self.settings.has(Role::Web) {
            tasks.spawn(live::tell(self.db.clone(), self.app.hub.clone(), until_ended(end.clone())));
            let listening = web::listen(&self.app, serve_config(&self.settings))?;
            announce(&self.settings, listening.address());
            listening.serve(self.router, stop).await?;
        } else {
            println!("This process works for {} and shows no pages.", self.settings.public_url());
            stop.await;
        }
        ended.send_replace(true);
        while tasks.join_next().await.is_some() {}
        self.db.close();
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

fn handlers(app: &App, mailer: Mailer, pack: &Pack) -> HashMap<&'static str, Handler> {
    let sender = Sender { mailer, city: Arc::new(pack.city.clone()), public_url: app.settings.public_url.clone() };
    cases::jobs::handlers(app).into_iter().chain(notices::handlers(sender)).collect()
}

/// The wording of all capabilities.
pub const TEXTS: [web::Bundle; 5] = [staff::TEXTS, notices::TEXTS, cases::TEXTS, desk::TEXTS, portal::TEXTS];

fn app(settings: &Serve, pack: &Pack, db: &Db, folder: &Folder, mailer: &Mailer) -> Result<App> {
    App::new(Parts {
        db: db.clone(),
        texts: Arc::new(Texts::new(&TEXTS)?),
        city: Arc::new(pack.city.clone()),
        hub: Hub::new(),
        signer: Signer::new(&folder.key("links")?),
        clock: db.clock(),
        assets: Assets::new(&[portal::ASSETS.as_slice(), cases::ASSETS.as_slice(), staff::ASSETS.as_slice()].concat()),
        readiness: readiness(db.clone()),
        metrics: Some(web::install_metrics()?),
        settings: Settings {
            public_url: settings.public_url(),
            https: settings.public_url().starts_with("https://"),
            demo: settings.demo,
            trusted_proxies: settings.trusted_proxy.clone(),
            rate_limits: !settings.no_rate_limits,
            nav: portal::nav(),
            banners: notices::banner(mailer).into_iter().collect::<Vec<Banner>>(),
            sign_out_path: Some(staff::pages::SIGN_OUT.to_owned()),
            account_path: Some(staff::pages::SECURITY.to_owned()),
            ..Settings::default()
        },
    })
}

fn readiness(db: Db) -> web::Readiness {
    Box::new(move || {
        let db = db.clone();
        Box::pin(async move {
            let asked = db.read(store::journal::last_position).await;
            let sentence = match &asked {
                Ok(_) => "The database answers.".to_owned(),
                Err(Error::Busy(_)) => "The database has more work than it can take; wait a moment.".to_owned(),
                Err(error) => error.to_string(),
            };
            vec![Check { name: "database", good: asked.is_ok(), sentence }]
        })
    })
}

async fn routes(app: &App, pack: &Pack, folder: &Folder, settings: &Serve) -> Result<Router<App>> {
    let catalogue = Arc::new(app.db.read(services::load).await?);
    let places = pack.gazetteer();
    let index = index(folder, &catalogue, &places, &pack.digest).await?;
    let portal = Portal { app: app.clone(), catalogue: catalogue.clone(), places, index, office: Arc::new(pack.office.clone()) };
    let work = staff::pages::routes().merge(cases::pages::routes()).merge(desk::routes());
    let locked = from_fn_with_state(app.clone(), staff::pages::keep_locked);
    let work = work.layer(Extension(work_nav(app.settings.demo))).layer(locked).layer(Extension(entrance(app, folder, settings)?));
    let public = portal::routes(portal).merge(live::routes()).merge(notices::pages::routes(folder.path().join("mail")));
    Ok(work.merge(public))
}

/// How staff come in: the key of their secrets, and the city's single sign-on.
fn entrance(app: &App, folder: &Folder, settings: &Serve) -> Result<Entrance> {
    let entrance = Entrance::new(&folder.key("second-factor")?, &app.settings.public_url, app.city.name.of(base::Language::Pl));
    match &settings.single_sign_on {
        Some(provider) => entrance.with_single_sign_on(provider.clone(), &app.settings.public_url, PROVIDER_TIME),
        None => Ok(entrance),
    }
}

/// The index of services and places; written anew when the pack has changed.
async fn index(
    folder: &Folder,
    catalogue: &Arc<services::Catalogue>,
    places: &Arc<places::model::Places>,
    digest: &str,
) -> Result<Arc<search::Index>> {
    let index = Arc::new(search::Index::open(&folder.path().join("index"))?);
    let version = i64::from_str_radix(&digest[..15], 16).map_err(Error::internal)?;
    if index.cursor() != version {
        let (writing, catalogue, places) = (index.clone(), catalogue.clone(), places.clone());
        let write = move || writing.clear().and_then(|()| writing.change(&portal::documents(&catalogue, &places), &[], version));
        tokio::task::spawn_blocking(write).await.map_err(Error::internal)??;
    }
    Ok(index)
}

/// The bar of the working pages: where each person's work begins comes first.
fn work_nav(demo: bool) -> WorkNav {
    let people = (&[Permission::Administer] as &'static [Permission], Link::new(staff::pages::PEOPLE, "staff-nav-people"));
    let mailbox = (&Permission::ALL as &'static [Permission], Link::new(notices::pages::MAILBOX, "notices-mailbox"));
    let links = cases::pages::links().into_iter().chain(desk::links()).chain([people]);
    WorkNav::new(links.chain(demo.then_some(mailbox)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_wording_agrees_in_all_languages_and_no_key_stands_twice() {
        let bundles: Vec<web::Bundle> = TEXTS.into_iter().chain([web::TEXTS]).collect();
        assert_eq!(web::texts_agree(&bundles), Vec::<String>::new());
        assert!(Texts::new(&TEXTS).is_ok());
    }
}
