//! The pages for residents: ask, report in three short steps without JavaScript, and see what became of a report.
//!
//! The portal keeps nothing. It reads the catalogue and the gazetteer in memory, hands a report to
//! [`cases::actions::open`], and shows of cases only what [`cases::public`] lets strangers see. [`routes`] are its
//! pages, [`documents`] what the search on the front page finds.

mod model;
mod pages;
mod shell;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use axum::{Router, extract::FromRef};
use base::Id;
use web::{App, Asset, Bundle, Link};

pub use model::{
    base_map::{BaseMap, MapPoint},
    documents::documents,
    statements,
};
pub use shell::{Basemap, CityMap, PublicFigures};

/// The wording of the portal.
pub const TEXTS: Bundle = web::bundle!();

/// The portal's own script.
const REPORT_LIVE: Asset = Asset { name: "report-live.js", bytes: include_bytes!("../assets/report-live.js") };

// `MAP_ASSETS`: what `make` has built of the map from `console/`; empty in a build without Node.
include!(concat!(env!("OUT_DIR"), "/map_assets.rs"));

/// The portal's scripts, for [`web::Assets::new`].
pub fn assets() -> Vec<Asset> {
    MAP_ASSETS.iter().copied().chain([REPORT_LIVE]).collect()
}

/// Whether the scripts of the map are in this program, and what that means, for the person who runs the city.
pub fn map_is_built() -> std::result::Result<&'static str, &'static str> {
    if MAP_ASSETS.is_empty() {
        Err("This program was built without Node.js, so /map shows the list of cases without the map; build it with `make build`.")
    } else {
        Ok("The scripts of the map are in this program.")
    }
}

/// The main navigation of the portal, for [`web::Settings::nav`].
pub fn nav() -> Vec<Link> {
    vec![
        Link::new("/report", "portal-nav-report"),
        Link::new("/case", "portal-nav-case"),
        Link::new("/map", "portal-nav-map"),
        Link::new("/services", "portal-nav-services"),
        Link::new("/figures", "portal-nav-figures"),
    ]
}

/// The links at the foot of every page, for [`web::Settings::foot`].
pub fn foot() -> Vec<Link> {
    vec![
        Link::new("/accessibility", "portal-a11y-title"),
        Link::new("/privacy", "portal-privacy-title"),
        Link::new("/easy-read", "portal-easy-title"),
    ]
}

/// What the pages stand on. Cheap to clone.
#[derive(Clone)]
pub struct Portal {
    /// The city.
    pub app: App,
    /// The services on offer.
    pub catalogue: Arc<services::Catalogue>,
    /// Streets, addresses and areas.
    pub places: Arc<places::model::Places>,
    /// Finds services by words; [`documents`] fills it.
    pub index: Arc<search::Index>,
    /// What the law asks to tell: accessibility, privacy, easy to read.
    pub statements: Arc<statements::Statements>,
    /// The key of the data controller of each unit.
    pub controllers: Arc<HashMap<Id, String>>,
    /// The folder with the films that statements name.
    pub media: std::path::PathBuf,
    /// The map.
    pub map: Arc<CityMap>,
    /// The public figures as they were counted last.
    pub figures: Arc<PublicFigures>,
    /// The office's working days, by which deadlines are promised.
    pub office: Arc<hours::Calendar>,
    /// What the centre works with beside the catalogue.
    pub centre: Arc<Centre>,
    /// Which service a text may be about, if the city has learnt it from its own cases.
    pub suggestions: Option<Arc<suggest::Model>>,
}

/// What the centre works with beside the catalogue: lines, hours, orders, topics, cards.
#[derive(Debug, Clone, Default)]
pub struct Centre {
    /// The numbers that residents call.
    pub lines: Vec<queues::Line>,
    /// Calendars by key, the office's among them.
    pub calendars: BTreeMap<String, hours::Calendar>,
    /// What units have asked the centre to do.
    pub orders: Vec<services::Order>,
    /// What conversations are about.
    pub topics: Vec<interactions::Topic>,
    /// What the centre can tell.
    pub cards: Vec<knowledge::Card>,
}

/// All pages of the portal.
pub fn routes(portal: Portal) -> Router<App> {
    pages::routes(&portal.media).with_state(portal)
}

impl Portal {
    /// The notice on personal data for matters of a service.
    fn notice_of(&self, service: &services::Service) -> Option<&statements::PrivacyNotice> {
        let controller = service.unit_id.and_then(|unit| self.controllers.get(&unit)).map_or("city", String::as_str);
        self.statements.notice_for(&service.key, controller)
    }
}

impl FromRef<Portal> for App {
    fn from_ref(portal: &Portal) -> Self {
        portal.app.clone()
    }
}
