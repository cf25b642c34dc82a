//! The pages for residents: ask, report in three short steps without JavaScript, and see what became of a report.
//!
//! The portal keeps nothing. It reads the catalogue and the gazetteer in memory, hands a report to
//! [`cases::actions::open`], and shows of cases only what [`cases::public`] lets strangers see. [`routes`] are its
//! pages, [`documents`] what the search on the front page finds.

mod model;
mod pages;

use std::{collections::BTreeMap, sync::Arc};

use axum::{Router, extract::FromRef};
use web::{App, Asset, Bundle, Link};

pub use model::documents::documents;

/// The wording of the portal.
pub const TEXTS: Bundle = web::bundle!();

/// The portal's scripts, for [`web::Assets::new`].
pub const ASSETS: [Asset; 1] = [Asset { name: "report-live.js", bytes: include_bytes!("../assets/report-live.js") }];

/// The main navigation of the portal, for [`web::Settings::nav`].
pub fn nav() -> Vec<Link> {
    vec![Link::new("/report", "portal-nav-report"), Link::new("/case", "portal-nav-case"), Link::new("/services", "portal-nav-services")]
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
    /// The office's working days, by which deadlines are promised.
    pub office: Arc<hours::Calendar>,
    /// What the centre works with beside the catalogue.
    pub centre: Arc<Centre>,
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
    pages::routes().with_state(portal)
}

impl FromRef<Portal> for App {
    fn from_ref(portal: &Portal) -> Self {
        portal.app.clone()
    }
}
