//! The cast: a city with two units, two services, those who work in it, and Anna who reports.

use std::{collections::HashMap, path::Path, sync::Arc};

use axum::Extension;
use base::{Actor, ActorKind, Id, Language, ReportNumber, Result, Wording};
use cases::{
    Case, NewReport, Place,
    actions::{self, Opened},
    events, jobs as case_jobs,
    model::promise,
};
use hours::{Calendar, DayHours, Holidays, Opening, Week};
use interactions::Channel;
use jobs::{Handler, Job};
use notices::{Mailer, Notice, Sender};
use residents::Reachable;
use serde_json::json;
use services::{Group, Kind, Service};
use staff::{
    Unit, Viewer, WorkNav,
    model::{NewAccount, PackUnit, role},
};
use store::{Db, Event, Tx, params};
use testkit::{Browser, Engine, Kit, TestClock};
use web::{App, Settings};

pub const ANNA: &str = "anna.tajna@poczta.example";
/// Words that no stranger may ever see.
pub const OWN_WORDS: &str = "Mieszkam obok pod piątką i boję się ciemności";
const PUBLIC_URL: &str = "https://kontakt.example";
/// What a unit says.
pub const SAID: &str = "Wymieniliśmy bezpiecznik w szafie.\nŚwiecą wszystkie trzy lampy.";

/// A city for one test.
pub struct World {
    pub kit: Kit,
    pub app: App,
    pub mail: tempfile::TempDir,
    pub lamp: Service,
    /// A service that no unit deals with and whose cases are nobody else's business.
    pub stray: Service,
    /// A sensitive service of the greens.
    pub hushed: Service,
    pub crew: Person,
    pub gardener: Person,
    pub supervisor: Person,
    pub agent: Person,
    pub administrator: Person,
}

/// Somebody who works in the city, signed in.
pub struct Person {
    pub viewer: Viewer,
    /// The token of their session.
    pub session: String,
}

/// Runs one test body on both engines; rows and journal must agree when it ends, and no job may be left.
pub async fn on_both(body: impl AsyncFn(&World)) {
    for engine in Engine::ALL {
        let world = World::new(engine).await;
        body(&world).await;
        world.end().await;
    }
}

pub fn roads() -> Id {
    Unit::id_of("zd")
}

pub fn greens() -> Id {
    Unit::id_of("zz")
}

fn wording(pl: &str, uk: &str, en: &str) -> Wording {
    Wording { pl: pl.into(), uk: Some(uk.into()), en: Some(en.into()) }
}

fn service(key: &str, name: Wording, unit_id: Option<Id>) -> Service {
    Service {
        id: Id::named("service", key),
        key: key.into(),
        group: "street".into(),
        kind: Kind::Intervention,
        name,
        hint: None,
        keywords: String::new(),
        unit_id,
        public: unit_id.is_some(),
        deadline_working_days: 4,
        danger: None,
        details: services::Details::default(),
    }
}

/// What the city's wiring says of cases and notices.
fn wiring(event: &Event) -> Vec<Job> {
    let tell = |case: &serde_json::Value, template: &str| {
        vec![Job::now(case_jobs::TELL, json!({ "case": case, "event": event.id, "template": template }))]
    };
    match event.kind.as_str() {
        _ if event.actor.kind == ActorKind::Import => Vec::new(),
        events::OPENED => vec![Job::now(case_jobs::DISPATCH, json!({ "case": event.subject_id }))],
        events::REPORT_RECEIVED if event.facts["reachable"] == true => tell(&event.facts["case"], "received"),
        events::DISPATCHED => tell(&json!(event.subject_id), "dispatched"),
        events::PROGRESSED => tell(&json!(event.subject_id), "progressed"),
        events::SCHEDULED => tell(&json!(event.subject_id), "scheduled"),
        events::ASKED => tell(&json!(event.subject_id), "asked"),
        events::WARNED => vec![Job::now(case_jobs::WARN, json!({ "case": event.subject_id, "clock": event.facts["clock"] }))],
        events::MISSED if event.facts["clock"] == "fix" => tell(&json!(event.subject_id), "late"),
        events::PROMISED if event.facts["because"] == "unit" => tell(&json!(event.subject_id), "promised"),
        events::PROMISED if event.facts["because"] == "notice" => tell(&json!(event.subject_id), "extended"),
        events::MOVED => tell(&event.facts["case"], "moved"),
        events::FOLLOWER_BEGAN if event.facts["reachable"] == true => {
            vec![Job::now(case_jobs::ASK_FOLLOWER, json!({ "follower": event.subject_id, "event": event.id }))]
        }
        events::CODE_ASKED => {
            vec![Job::now(case_jobs::MAIL_CODE, json!({ "code": event.subject_id, "language": event.facts["language"] }))]
        }
        events::INCIDENT_ENDED => {
            vec![Job::now(case_jobs::TELL_INCIDENT, json!({ "incident": event.subject_id, "event": event.id }))]
        }
        events::DECLINED => tell(&event.facts["case"], "declined"),
        events::CLOSED => tell(&json!(event.subject_id), "closed"),
        events::PHOTO_ERASED => vec![Job::now(case_jobs::REMOVE_PHOTO, json!({ "photo": event.subject_id }))],
        "notice.queued" => vec![Job::now(notices::SEND, json!({ "notice": event.subject_id }))],
        _ => Vec::new(),
    }
}

/// Monday to Friday until 16:00.
pub fn office() -> Calendar {
    let week = Week::monday_to_friday(DayHours::parse(&["07:30-16:00"]).unwrap());
    Calendar::new(jiff::tz::TimeZone::get("Europe/Warsaw").unwrap(), Holidays::polish(), Opening::of(week))
}

fn app(db: &Db) -> App {
    let settings = Settings { public_url: PUBLIC_URL.into(), rate_limits: false, ..Settings::default() };
    testkit::app(db, &[staff::TEXTS, notices::TEXTS, cases::TEXTS], &cases::ASSETS, settings)
}

/// The handlers that the city gives its worker.
fn handlers(app: &App, mail: &Path) -> HashMap<&'static str, Handler> {
    let sender = Sender { mailer: Mailer::Folder(mail.to_owned()), city: Arc::new(testkit::city()), public_url: PUBLIC_URL.into() };
    let of_cases = case_jobs::handlers(app, &Arc::new(office()), &sender);
    notices::handlers(sender).into_iter().chain(of_cases).collect()
}

impl World {
    async fn new(engine: Engine) -> Self {
        let mail = tempfile::tempdir().unwrap();
        let mut made = None;
        let kit = Kit::with(engine, wiring, |db| handlers(made.insert(app(db)), mail.path())).await;
        let lamp = service("lamp", wording("Latarnia nie świeci", "Ліхтар не світить", "Street light out"), Some(roads()));
        let stray = service("stray", wording("Coś innego", "Щось інше", "Something else"), None);
        let mut hushed = service("hushed", wording("Przemoc w domu", "Насильство вдома", "Violence at home"), Some(greens()));
        hushed.details.sensitive = true;
        let offered = vec![lamp.clone(), stray.clone(), hushed.clone()];
        kit.write(move |tx| found_city(tx, &offered)).await.unwrap();
        Self {
            app: made.unwrap(),
            crew: hire(&kit, "Ekipa 3", "unit_staff", Some(roads())).await,
            gardener: hire(&kit, "Ogrodniczka", "unit_staff", Some(greens())).await,
            supervisor: hire(&kit, "Kierowniczka", "supervisor", None).await,
            agent: hire(&kit, "Konsultant", "agent", None).await,
            administrator: hire(&kit, "Administrator", "administrator", None).await,
            kit,
            mail,
            lamp,
            stray,
            hushed,
        }
    }

    async fn end(self) {
        assert_eq!(self.faults().await, Vec::<String>::new(), "{:?}", self.kit.engine);
        self.kit.end().await;
    }

    /// Somebody else of the same unit.
    pub async fn another(&self, like: &Person, name: &str) -> Person {
        hire(&self.kit, name, "unit_staff", like.viewer.unit_id).await
    }

    /// A browser in which this person is signed in.
    pub fn browser(&self, person: &Person) -> Browser {
        self.stranger().with_session(&person.session)
    }

    /// A browser in which nobody is signed in.
    pub fn stranger(&self) -> Browser {
        let (nav, office) = (WorkNav::new(cases::pages::links()), staff::pages::Office(Arc::new(office())));
        Browser::new(&self.app, cases::pages::routes().layer(Extension(nav)).layer(Extension(office)))
    }

    /// What the capabilities find wrong between journal and rows.
    pub async fn faults(&self) -> Vec<String> {
        let checks = [cases::verify, notices::verify, interactions::verify, residents::verify, staff::verify];
        self.kit.read(move |read| checks.iter().map(|check| check(read)).collect::<Result<Vec<_>>>()).await.unwrap().concat()
    }

    /// A report of a lamp with Anna's address, promised for Thursday 26 November.
    pub fn report(&self) -> NewReport {
        NewReport {
            body: OWN_WORDS.into(),
            place: Place { words: "ul. Olszowa 14".into(), ..Place::default() },
            reply_to: Some(Reachable::by_email(ANNA, Language::Pl).unwrap()),
            due_at: promise(&self.lamp, TestClock::START, &office()),
            ..NewReport::about(&self.lamp, Channel::Web, Language::Pl)
        }
    }

    /// Takes a report as from a stranger.
    pub async fn try_open(&self, new: &NewReport) -> Result<Opened> {
        let new = new.clone();
        self.kit.db.write(Actor::STRANGER, move |tx| actions::open(tx, &new)).await
    }

    /// Takes a report; what follows is done, so that the unit of its service has it.
    pub async fn opened(&self, new: &NewReport) -> Opened {
        let opened = self.try_open(new).await.unwrap();
        self.kit.settle().await;
        opened
    }

    /// Changes a case as somebody, and lets follow what must.
    pub async fn by(&self, person: &Person, change: impl Fn(&Tx<'_>) -> Result<()> + Send + 'static) -> Result<()> {
        let done = self.kit.db.write(person.viewer.actor(), change).await;
        self.kit.settle().await;
        done
    }

    pub async fn case(&self, id: Id) -> Case {
        let viewer = self.supervisor.viewer.clone();
        self.kit.read(move |read| cases::find_for(read, &viewer, id)).await.unwrap().0
    }

    /// Where a case stands, whoever may know of it.
    pub async fn case_stage(&self, id: Id) -> cases::Stage {
        let viewer = self.gardener.viewer.clone();
        self.kit.read(move |read| cases::find_for(read, &viewer, id)).await.unwrap().0.stage
    }

    /// The letters about a report by template; they arrive in no certain order.
    pub async fn letters(&self, report_id: Id) -> HashMap<String, Notice> {
        let sent = self.kit.read(move |read| notices::of_subject(read, report_id)).await.unwrap();
        sent.into_iter().map(|notice| (notice.template.clone(), notice)).collect()
    }

    /// Lets this moment come: the sessions go on, whoever watches the clocks looks at them, and what follows is done.
    pub async fn comes(&self, moment: base::Moment) {
        self.kit.clock.put(moment);
        let prolong = "update sessions set used_at = $1, ends_at = $2";
        let ends_at = moment.plus_seconds(3_600);
        self.kit.write(move |tx| tx.execute(prolong, params![moment, ends_at]).map(drop)).await.unwrap();
        self.kit.write(case_jobs::begin_watch).await.unwrap();
        self.kit.settle().await;
    }

    /// How many letters lie in the mail folder.
    pub fn mails(&self) -> usize {
        std::fs::read_dir(self.mail.path()).unwrap().count()
    }

    pub async fn public(&self, number: ReportNumber) -> cases::public::PublicReport {
        self.kit.read(move |read| cases::public::find(read, number)).await.unwrap()
    }
}

fn found_city(tx: &Tx<'_>, offered: &[Service]) -> Result<()> {
    let units = [("zd", "Zarząd Dróg"), ("zz", "Zarząd Zieleni"), ("old", "Dawna jednostka")].map(|(key, name)| pack_unit(key, name));
    staff::actions::take_over_units(tx, &units)?;
    // The next pack does not name the last one any more: it gets no more work.
    staff::actions::take_over_units(tx, &units[..2])?;
    let group = Group { key: "street".into(), name: wording("Ulica", "Вулиця", "Street") };
    services::actions::take_over(tx, &[group], offered)
}

fn pack_unit(key: &str, name: &str) -> PackUnit {
    toml::from_str(&format!("key = '{key}'\nemail = '{key}@city.example'\nshort = '{name}'\nname = {{ pl = '{name}' }}")).unwrap()
}

/// Makes an account and signs it in. The session is put where staff would put it: hashing passwords is not our subject.
async fn hire(kit: &Kit, name: &str, role_word: &str, unit_id: Option<Id>) -> Person {
    let permissions = role(role_word).unwrap();
    let viewer = Viewer { account_id: Id::new(), name: name.into(), unit_id, permissions: permissions.clone() };
    let login = format!("{role_word}{}", viewer.account_id).parse().unwrap();
    let account = NewAccount { id: viewer.account_id, login, name: name.into(), unit_id, permissions };
    let session = base::secret::token();
    let hash = base::secret::sha256(session.as_bytes());
    let sign_in = move |tx: &Tx<'_>| {
        staff::actions::create_account(tx, &account)?;
        let ends_at = tx.now().plus_seconds(3_600);
        let sql = "insert into sessions (token_hash, account_id, created_at, used_at, ends_at) values ($1, $2, $3, $3, $4)";
        tx.execute(sql, params![hash, account.id, tx.now(), ends_at]).map(drop)
    };
    kit.write(sign_in).await.unwrap();
    Person { viewer, session }
}
