//! The pages for residents: ask, report in three short steps without JavaScript, and see what became of a report.
//!
//! The portal keeps nothing. It reads the catalogue and the gazetteer in memory, hands a report to
//! [`cases::actions::open`], and shows of cases only what [`cases::public`] lets strangers see. [`routes`] are its
//! pages, [`documents`] what the search on the front page finds.

mod model;
mod pages;

use std::{collections::HashMap, sync::Arc};

use axum::{Router, extract::FromRef};
use base::Id;
use web::{App, Asset, Bundle, Link};

pub use model::{documents::documents, statements};

/// The wording of the portal.
pub const TEXTS: Bundle = web::bundle!();

/// The portal's scripts, for [`web::Assets::new`].
pub const ASSETS: [Asset; 1] = [Asset { name: "report-live.js", bytes: include_bytes!("../assets/report-live.js") }];

/// The main navigation of the portal, for [`web::Settings::nav`].
pub fn nav() -> Vec<Link> {
    vec![Link::new("/report", "portal-nav-report"), Link::new("/case", "portal-nav-case"), Link::new("/services", "portal-nav-services")]
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
    /// The office's working days, by which deadlines are promised.
    pub office: Arc<hours::Calendar>,
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
