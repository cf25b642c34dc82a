//! Puts the city together from what it says of itself, and puts it together anew when that changes.
//!
//! What pages, jobs and notices stand on (wording, catalogue, gazetteer, calendars) lies in memory and is never changed in
//! place: another assembly takes the place of the former one, and requests that have begun end on theirs.

mod following;

use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use axum::{Extension, Router, middleware::from_fn_with_state};
use base::{Error, Id, Live, Result, secret::Signer};
use jobs::Handler;
use metrics_exporter_prometheus::PrometheusHandle;
use notices::{Mailer, Sender};
use packs::Fault;
use portal::{BaseMap, Centre, CityMap, MapPoint, Portal};
use privacy::{Ledger, pages::Privacy};
use staff::{
    Permission,
    pages::{Entrance, WorkNav},
};
use store::{Db, Folder};
use web::{App, Assets, Banner, Hub, Link, Parts, Settings, Texts};

use crate::{
    live,
    pack::{Files, Pack},
    personal::ROOMS,
    settings::Serve,
};

/// How long the provider of the single sign-on has for each answer.
const PROVIDER_TIME: Duration = Duration::from_secs(8);

/// What stays as it is while the city is open.
pub struct Standing {
    /// How the city is served.
    pub settings: Serve,
    /// What the pack offered when the program began.
    pub offered: packs::Entries,
    /// What of the pack and the pages does not go together now, a sentence each; nobody but the health page tells it.
    pub astray: Live<Vec<String>>,
    /// The data folder.
    pub folder: Folder,
    /// The database.
    pub db: Db,
    /// Live pages.
    pub hub: Hub,
    /// Where mail goes.
    pub mailer: Mailer,
    /// Where erasures are noted beside the database.
    pub ledger: Arc<Ledger>,
    /// What stands above the pages of those who administer, as `upkeep` watches it.
    pub alarms: Live<Vec<Banner>>,
    /// When the program began.
    pub started_at: base::Moment,
    /// The index, whose folder one process has open once.
    pub index: Arc<search::Index>,
    /// The map, which goes on with what it has drawn.
    pub map: Arc<CityMap>,
    /// What `/metrics` shows.
    pub metrics: PrometheusHandle,
}

/// What the city was put together from.
pub struct Seen {
    /// How often it had changed what it says of itself.
    pub stamp: i64,
    /// What lies beside its entries, uploaded lists among it.
    pub files: Arc<Files>,
    /// Why the pack that was offered could not be taken over; nothing when it was.
    pub untaken: Vec<Fault>,
}

/// The city as it is put together now.
pub struct Assembly {
    /// What handlers stand on.
    pub app: App,
    /// All pages behind the door.
    pub router: Router,
    /// What jobs are done by.
    pub handlers: HashMap<&'static str, Handler>,
    /// What upkeep stands on.
    pub upkeep: upkeep::Upkeep,
}

impl Standing {
    /// Puts the city together as `pack` says; `before` is what it was until now.
    ///
    /// # Errors
    /// [`Error::Internal`] when wording or index cannot be made.
    pub async fn assemble(&self, pack: &Pack, before: Option<&App>) -> Result<Assembly> {
        let (mailer, from) = self.mail().await?;
        let parts = self.parts(pack, &mailer)?;
        let app = match before {
            Some(before) => before.renewed(parts)?,
            None => App::new(parts)?,
        };
        let city = upkeep::mail::writing_as(&app.city, &from);
        let sender = Sender { mailer, city, public_url: app.settings.public_url.clone() };
        let upkeep = self.upkeep(pack, &sender);
        let router = web::front_door(self.routes(&app, pack, &upkeep).await?, &app);
        let office = Arc::new(pack.office.clone());
        let handlers = cases::jobs::handlers(&app, &office, &sender)
            .into_iter()
            .chain(notices::handlers(sender))
            .chain(staff::jobs::handlers())
            .chain(upkeep::jobs::handlers(&upkeep))
            .chain(privacy::jobs::handlers(self.mail_folder(), app.zone().clone()))
            .collect();
        Ok(Assembly { app, router, handlers, upkeep })
    }

    /// How mail leaves, and from whom: as the command line or the demo says, else as the page does.
    async fn mail(&self) -> Result<(Mailer, String)> {
        if self.mailer != Mailer::Missing {
            return Ok((self.mailer.clone(), String::new()));
        }
        let set = upkeep::mail::set_by_page(&self.db, &self.folder).await.unwrap_or_else(|error| {
            tracing::error!(%error, "the mail server of the page cannot be used, so no mail leaves");
            None
        });
        Ok(set.unwrap_or((Mailer::Missing, String::new())))
    }

    fn parts(&self, pack: &Pack, mailer: &Mailer) -> Result<Parts> {
        let settings = &self.settings;
        Ok(Parts {
            db: self.db.clone(),
            files: files::Files::open(&self.folder)?,
            texts: Arc::new(Texts::with_own(&TEXTS, &crate::texts::own(&pack.texts))?),
            city: Arc::new(pack.city.clone()),
            hub: self.hub.clone(),
            signer: Signer::new(&self.folder.key("links")?),
            clock: self.db.clock(),
            assets: Assets::new(&[portal::assets().as_slice(), cases::ASSETS.as_slice(), staff::ASSETS.as_slice()].concat()),
            readiness: crate::parts::readiness(self.db.clone(), self.folder.clone(), self.astray.clone()),
            metrics: Some(self.metrics.clone()),
            settings: Settings {
                public_url: settings.public_url(),
                https: settings.public_url().starts_with("https://"),
                demo: settings.demo,
                trusted_proxies: settings.trusted_proxy.clone(),
                rate_limits: !settings.no_rate_limits,
                nav: portal::nav(),
                foot: portal::foot(),
                banners: notices::banner(mailer).into_iter().collect::<Vec<Banner>>(),
                sign_out_path: Some(staff::pages::SIGN_OUT.to_owned()),
                account_path: Some(staff::pages::SECURITY.to_owned()),
                ..Settings::default()
            },
        })
    }

    async fn routes(&self, app: &App, pack: &Pack, upkeep: &upkeep::Upkeep) -> Result<Router<App>> {
        let catalogue = Arc::new(app.db.read(services::load).await?);
        let places = pack.gazetteer();
        let centre = self.centre(pack).await?;
        let index = self.index(&catalogue, &places, &centre, &pack.stamp()).await?;
        let (office, services) = (staff::pages::Office(Arc::new(pack.office.clone())), unit_services(&catalogue));
        let intake = cases::pages::Intake { catalogue: catalogue.clone(), places: places.clone() };
        let portal = Portal {
            app: app.clone(),
            catalogue: catalogue.clone(),
            map: self.map(pack, &places),
            figures: Arc::default(),
            centre,
            places,
            index,
            statements: Arc::new(pack.statements.clone()),
            controllers: Arc::new(pack.units.iter().map(|unit| (staff::Unit::id_of(&unit.key), unit.controller.clone())).collect()),
            media: pack.files.folder.join("media"),
            office: Arc::new(pack.office.clone()),
            suggestions: self.suggestions(),
        };
        let staff = staff::pages::routes().layer(Extension(office.clone())).layer(Extension(services));
        let work = staff
            .merge(cases::pages::routes().layer(Extension(office.clone())).layer(Extension(intake)))
            .merge(desk::routes())
            .merge(settings::routes(self.editor(pack)))
            .merge(upkeep::routes(upkeep.clone()));
        let holidays = Arc::new(pack.office.holidays().clone());
        let work = work.merge(privacy::pages::routes(Privacy { rooms: ROOMS, holidays, ledger: self.ledger.clone() }));
        let locked = from_fn_with_state(app.clone(), staff::pages::keep_locked);
        let work = work.layer(Extension(self.nav(app))).layer(locked).layer(Extension(self.entrance(app)?));
        let public = portal::routes(portal).merge(live::routes()).merge(notices::pages::routes(self.mail_folder(), veil));
        Ok(work.merge(public))
    }

    /// The folder of a demo's letters.
    fn mail_folder(&self) -> PathBuf {
        self.folder.path().join("mail")
    }

    /// What the city has learnt of its own cases; a file that cannot be read is told of, and nothing is suggested.
    fn suggestions(&self) -> Option<Arc<suggest::Model>> {
        let found = crate::commands::suggest::model_in(&crate::commands::suggest::file(self.folder.path()));
        found.map_err(|error| tracing::warn!(%error, "nothing is suggested")).ok().flatten().map(Arc::new)
    }

    /// The map, drawn as the pack has the city.
    fn map(&self, pack: &Pack, places: &places::model::Places) -> Arc<CityMap> {
        self.map.redraw(base_map(&pack.files, places), pack.city.bounds);
        self.map.clone()
    }

    fn nav(&self, app: &App) -> WorkNav {
        work_nav(app.settings.demo).with_alarms(self.alarms.clone())
    }

    /// What upkeep stands on.
    fn upkeep(&self, pack: &Pack, sender: &Sender) -> upkeep::Upkeep {
        let (index, written) = (self.index.clone(), index_version(&pack.stamp()).ok());
        let parts = crate::parts::Parts {
            astray: self.astray.clone(),
            index: Box::new(move || written == Some(index.cursor())),
            statement: pack.statements.accessibility.clone(),
            tls: self.settings.tls.first().cloned(),
            zone: pack.office.zone().clone(),
        };
        upkeep::Upkeep {
            folder: self.folder.clone(),
            zone: pack.office.zone().clone(),
            started_at: self.started_at,
            faults: crate::commands::faults,
            probe: Arc::new(move |now| crate::parts::of(&parts, now)),
            mail: upkeep::MailSet::of(self.settings.smtp.is_some(), self.settings.demo, sender.mailer != Mailer::Missing),
            sender: sender.clone(),
        }
    }

    /// What the pages of settings stand on. A check reads the lists once more when bounds, units or uploads are other ones.
    fn editor(&self, pack: &Pack) -> settings::Settings {
        let (checked, applied, data) = (pack.files.clone(), pack.files.clone(), self.folder.path().to_owned());
        let lists = crate::lists::pages(pack.files.clone(), data.clone());
        let check = move |entries: &packs::Entries| Pack::fit(entries.clone(), checked.anew(entries, &data)).1;
        let apply = move |tx: &store::Tx<'_>, entries: &packs::Entries| {
            let (pack, _) = Pack::fit(entries.clone(), applied.clone());
            pack.ok_or(Error::Conflict("settings-changed-meanwhile"))?.apply(tx)
        };
        settings::Settings { sections: &crate::pack::SECTIONS, check: Arc::new(check), apply: Arc::new(apply), lists }
    }

    /// How staff come in: the key of their secrets, and the city's single sign-on.
    fn entrance(&self, app: &App) -> Result<Entrance> {
        let url = &app.settings.public_url;
        let entrance = Entrance::new(&self.folder.key("second-factor")?, url, app.city.name.of(base::Language::Pl));
        match &self.settings.single_sign_on {
            Some(provider) => entrance.with_single_sign_on(provider.clone(), url, PROVIDER_TIME),
            None => Ok(entrance),
        }
    }

    /// What the centre works with, as the database holds it.
    async fn centre(&self, pack: &Pack) -> Result<Arc<Centre>> {
        let calendars = pack.calendars.clone();
        let load = move |read: &store::Read<'_>| {
            Ok(Centre {
                lines: queues::lines(read)?,
                calendars: calendars.clone(),
                orders: services::orders(read)?,
                topics: interactions::topics(read)?,
                cards: knowledge::cards(read)?,
            })
        };
        Ok(Arc::new(self.db.read(load).await?))
    }

    /// The index of services, cards and places; written anew when what it stands on has changed.
    async fn index(
        &self,
        catalogue: &Arc<services::Catalogue>,
        places: &Arc<places::model::Places>,
        centre: &Arc<Centre>,
        stamp: &str,
    ) -> Result<Arc<search::Index>> {
        let index = self.index.clone();
        let version = index_version(stamp)?;
        if index.cursor() != version {
            let (writing, catalogue, places, centre) = (index.clone(), catalogue.clone(), places.clone(), centre.clone());
            let documents = move || portal::documents(&catalogue, &places, &centre.cards);
            let write = move || writing.clear().and_then(|()| writing.change(&documents(), &[], version));
            tokio::task::spawn_blocking(write).await.map_err(Error::internal)??;
        }
        Ok(index)
    }
}

/// How often anything was changed that the city is put together from.
///
/// # Errors
/// As [`store::Read::query`].
pub fn stamp(read: &store::Read<'_>) -> Result<i64> {
    Ok(packs::stamp(read)? + upkeep::version(read, upkeep::actions::MAIL)?)
}

/// The number by which the index tells what it was written from.
fn index_version(stamp: &str) -> Result<i64> {
    i64::from_str_radix(&stamp[..15], 16).map_err(Error::internal)
}

/// The wording of all capabilities.
pub const TEXTS: [web::Bundle; 8] =
    [staff::TEXTS, notices::TEXTS, cases::TEXTS, desk::TEXTS, privacy::TEXTS, portal::TEXTS, settings::TEXTS, upkeep::TEXTS];

/// A letter about a sensitive matter is in the mailbox of the demo for those only who may know of the matter.
fn veil(read: &store::Read<'_>, session: Option<([u8; 32], base::Moment)>, notice_id: Id) -> Result<bool> {
    let viewer = session.map(|(hash, now)| staff::actions::viewer_of(read, &hash, now)).transpose()?.flatten();
    cases::hides(read, viewer.as_ref(), notice_id)
}

/// The city as the map draws it.
pub fn base_map(files: &Files, places: &places::model::Places) -> BaseMap {
    let assets = files.places.assets.iter().map(|asset| MapPoint {
        point: asset.point,
        kind: asset.kind.word().to_owned(),
        code: Some(asset.code.clone()),
        name: None,
    });
    let landmarks = files.places.landmarks.iter().map(|landmark| MapPoint {
        point: landmark.point,
        kind: landmark.kind.clone(),
        code: None,
        name: Some(landmark.name.clone()),
    });
    BaseMap::new(places, &files.places.lines, &files.places.land, assets.chain(landmarks))
}

/// Which services name which unit, for the pages of units.
fn unit_services(catalogue: &services::Catalogue) -> staff::pages::UnitServices {
    let mut named: BTreeMap<Id, Vec<base::Wording>> = BTreeMap::new();
    for service in catalogue.services() {
        if let Some(unit_id) = service.unit_id {
            named.entry(unit_id).or_default().push(service.name.clone());
        }
    }
    staff::pages::UnitServices(Arc::new(named))
}

/// The bar of the working pages: where each person's work begins comes first.
fn work_nav(demo: bool) -> WorkNav {
    let mailbox = (&Permission::ALL as &'static [Permission], Link::new(notices::pages::MAILBOX, "notices-mailbox"));
    let links = cases::pages::links().into_iter().chain(desk::links()).chain(privacy::pages::links()).chain(staff::pages::links());
    let links = links.chain(settings::links()).chain(upkeep::links());
    WorkNav::new(links.chain(demo.then_some(mailbox)))
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

    #[test]
    fn every_section_field_and_choice_of_a_pack_has_its_words() {
        let texts = Texts::new(&TEXTS).unwrap();
        let missing: Vec<String> = crate::pack::SECTIONS.iter().flat_map(|section| settings::unworded(&texts, section)).collect();
        assert_eq!(missing, Vec::<String>::new());
    }
}
