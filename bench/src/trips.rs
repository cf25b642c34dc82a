//! The two trips that matter, measured on one engine: a report comes in, and its page is looked at.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};

use crate::{
    city::{City, Opening, Program},
    floor::Floor,
    kernel::{self, Spent, Watch},
    load::{Answers, Load, Pace},
    questions::Question,
    sheet::{Bar, Figure, Sheet},
};

/// Connections that send reports: some of them wait for the disk together.
const REPORTING: usize = 64;
/// Connections that look at pages.
const LOOKING: usize = 16;
/// How long each load lasts.
const TIME: Duration = Duration::from_secs(5);
/// How long each load is tried before it counts, and side loads last.
const WARM_UP: Duration = Duration::from_millis(1_000);
/// Cores on which the bar of confirmed reports is to be met, the load client included.
const BAR_CORES: f64 = 2.0;
/// Confirmed reports in a second, at least.
const BAR_REPORTS: f64 = 2_000.0;

/// An engine and where its cities live.
pub struct Engine<'a> {
    /// Its name in the table.
    pub name: &'static str,
    /// Gives each city a database: PostgreSQL's address, or nothing for SQLite.
    pub database: &'a (dyn Fn() -> Option<String> + Sync),
    /// Folder for data folders.
    pub home: PathBuf,
    /// The raw limit of the rows of a report.
    pub floor: Floor,
    /// Whether bars are set for this engine.
    pub judged: bool,
}

/// What one load cost and reached.
struct Measured {
    answers: Answers,
    spent: Spent,
}

/// Measures both trips, on three cities: no measure works off what the one before has left.
///
/// # Errors
/// The first answer that is not the one expected.
pub async fn measure(sheet: &mut Sheet, program: &Program, engine: &Engine<'_>) -> Result<()> {
    let city = engine.open(program, "peak", false).await?;
    let live = live(sheet, engine, &city).await?;
    let peak = peak(sheet, program, engine, &city).await.with_context(|| city.log_end())?;
    city.close().await?;

    let city = engine.open(program, "half", false).await?;
    let paths = half(sheet, program, engine, &city, peak.answers.rate() / 2.0).await.with_context(|| city.log_end())?;
    pages(sheet, engine, &city, paths, live).await.with_context(|| city.log_end())?;
    by_email(sheet, program, engine, &city).await.with_context(|| city.log_end())?;
    sheet.add(Figure::told("resident memory afterwards", kernel::resident_bytes(city.pid)? / 1e6, "MB"));
    city.close().await?;

    let city = engine.open(program, "door", true).await?;
    door_alone(sheet, program, engine, &city, peak.server_ms()).await.with_context(|| city.log_end())?;
    city.close().await
}

impl Engine<'_> {
    async fn open(&self, program: &Program, folder: &str, web_only: bool) -> Result<City> {
        City::open(program, &self.home.join(folder), &Opening { database: (self.database)(), web_only }).await
    }
}

/// The door with nothing behind it: the limit of every page. Gives its answers in a second.
async fn live(sheet: &mut Sheet, engine: &Engine<'_>, city: &City) -> Result<f64> {
    sheet.part(format!("{}: the door alone, GET /health/live", engine.name));
    let live = measured(city, Arc::new(Question::Live), LOOKING).await?;
    sheet.add(Figure::told("answers", live.answers.rate(), "/s"));
    sheet.add(Figure::told("server CPU each", live.server_ms(), "ms"));
    Ok(live.answers.rate())
}

/// Reports at full speed.
async fn peak(sheet: &mut Sheet, program: &Program, engine: &Engine<'_>, city: &City) -> Result<Measured> {
    sheet.part(format!("{}: confirmed reports, POST /report, worker on", engine.name));
    let done_before = city.jobs_done().await?;
    let peak = measured(city, Arc::new(Question::report(&program.pack, false)?), REPORTING).await?;
    let jobs = city.jobs_done().await? - done_before;
    let (rate, others) = (peak.answers.rate(), peak.spent.others_share);
    let judged = |figure: Figure| figure.only_if(engine.judged);
    sheet.add(judged(Figure::pace("reports", rate, "/s", Bar::AtLeast(BAR_REPORTS), others)));
    let (ratio, others) = (rate / engine.floor.rate, others.max(engine.floor.others_share));
    sheet.add(judged(Figure::pace("ratio to the raw rows", ratio, "", Bar::AtLeast(0.25), others)));
    let both = peak.server_ms() + peak.own_ms();
    sheet.add(judged(Figure::cost("CPU each, server and client", both, "ms", Bar::AtMost(BAR_CORES * 1000.0 / BAR_REPORTS))));
    sheet.add(Figure::told("CPU each, server", peak.server_ms(), "ms"));
    sheet.add(Figure::told("wait, median", peak.answers.wait_ms(0.5), "ms"));
    sheet.add(Figure::told("wait, 99 of 100", peak.answers.wait_ms(0.99), "ms"));
    sheet.add(Figure::told("jobs done meanwhile", jobs / (TIME + WARM_UP).as_secs_f64(), "/s"));
    Ok(peak)
}

/// Reports at half of that rate, paced, and then what follows from them. Gives the addresses of their pages.
async fn half(sheet: &mut Sheet, program: &Program, engine: &Engine<'_>, city: &City, rate: f64) -> Result<Vec<String>> {
    sheet.part(format!("{}: the same, paced at half of that rate, {rate:.0}/s", engine.name));
    let question = Arc::new(Question::report(&program.pack, false)?);
    let before = kernel::seconds_of(city.pid)?;
    let load = Load { question, connections: REPORTING, pace: Pace::PerSecond(rate), time: TIME };
    let half = watched(city, load).await?;
    let (wait, others) = (half.answers.wait_ms(0.99), half.spent.others_share);
    sheet.add(Figure::pace("wait, 99 of 100", wait, "ms", Bar::Below(50.0), others).only_if(engine.judged));
    sheet.add(Figure::told("wait, median", half.answers.wait_ms(0.5), "ms"));
    sheet.add(Figure::told("wait, longest", half.answers.wait_ms(1.0), "ms"));
    sheet.add(Figure::told("CPU each, server", half.server_ms(), "ms"));
    sheet.add(Figure::told("jobs done meanwhile", city.jobs_done().await? / TIME.as_secs_f64(), "/s"));
    rest(sheet, city).await?;
    sheet.add(Figure::told("jobs for each report", city.jobs_done().await? / half.answers.count, ""));
    let seconds = kernel::seconds_of(city.pid)? - before;
    sheet.add(Figure::told("CPU each, server, with all that follows", seconds * 1000.0 / half.answers.count, "ms"));
    Ok(half.answers.kept)
}

/// Pages of these reports, at random.
async fn pages(sheet: &mut Sheet, engine: &Engine<'_>, city: &City, paths: Vec<String>, live: f64) -> Result<()> {
    sheet.part(format!("{}: report page, GET /reports/{{number}}?key=…, {} reports", engine.name, paths.len()));
    let plain = Arc::new(Question::Page { paths: paths.clone(), gzip: false });
    let peak = measured(city, plain, LOOKING).await?;
    let judged = |figure: Figure| figure.only_if(engine.judged);
    sheet.add(judged(Figure::cost("server CPU each", peak.server_ms(), "ms", Bar::AtMost(0.2))));
    sheet.add(judged(Figure::pace("pages", peak.answers.rate(), "/s", Bar::AtLeast(8_000.0), peak.spent.others_share)));
    sheet.add(Figure::told("ratio to the door alone", peak.answers.rate() / live, ""));
    sheet.add(Figure::told("wait, 99 of 100", peak.answers.wait_ms(0.99), "ms"));
    let gzip = measured(city, Arc::new(Question::Page { paths, gzip: true }), LOOKING).await?;
    sheet.add(Figure::told("compressed: server CPU each", gzip.server_ms(), "ms"));
    sheet.add(Figure::told("compressed: pages", gzip.answers.rate(), "/s"));
    Ok(())
}

/// Reports whose authors wish for an answer: each makes a resident and letters.
async fn by_email(sheet: &mut Sheet, program: &Program, engine: &Engine<'_>, city: &City) -> Result<()> {
    sheet.part(format!("{}: confirmed reports with an answer by e-mail", engine.name));
    let question = Arc::new(Question::report(&program.pack, true)?);
    let before = (kernel::seconds_of(city.pid)?, city.jobs_done().await?);
    let load = Load { question, connections: REPORTING, pace: Pace::AfterAnswer, time: WARM_UP };
    let answers = load.run(city.address).await?;
    sheet.add(Figure::told("reports", answers.rate(), "/s"));
    rest(sheet, city).await?;
    let after = (kernel::seconds_of(city.pid)?, city.jobs_done().await?);
    sheet.add(Figure::told("jobs for each report", (after.1 - before.1) / answers.count, ""));
    sheet.add(Figure::told("CPU each, server, with all that follows", (after.0 - before.0) * 1000.0 / answers.count, "ms"));
    Ok(())
}

/// A city without its worker: what the confirmation costs before anything follows from it.
async fn door_alone(sheet: &mut Sheet, program: &Program, engine: &Engine<'_>, city: &City, with_worker: f64) -> Result<()> {
    sheet.part(format!("{}: confirmed reports, POST /report, worker off (--roles web)", engine.name));
    let peak = measured(city, Arc::new(Question::report(&program.pack, false)?), REPORTING).await?;
    sheet.add(Figure::told("reports", peak.answers.rate(), "/s"));
    sheet.add(Figure::told("ratio to the raw rows", peak.answers.rate() / engine.floor.rate, ""));
    sheet.add(Figure::told("CPU each, server", peak.server_ms(), "ms"));
    sheet.add(Figure::told("share of the cost with the worker on", peak.server_ms() / with_worker, ""));
    Ok(())
}

/// Waits until what follows from the load is done, and tells how long that took and how fast it went.
async fn rest(sheet: &mut Sheet, city: &City) -> Result<()> {
    let (started, before) = (Instant::now(), (city.jobs_done().await?, city.jobs_put_off().await?));
    let rested = city.rest().await?;
    let seconds = rested.unwrap_or_else(|| started.elapsed().as_secs_f64()).max(0.5);
    let done = if rested.is_some() { "until all that follows is done" } else { "not all that follows is done after" };
    sheet.add(Figure::told(format!("afterwards, {done}"), seconds, "s"));
    sheet.add(Figure::told("jobs done afterwards", (city.jobs_done().await? - before.0) / seconds, "/s"));
    sheet.add(Figure::told("jobs put off afterwards", city.jobs_put_off().await? - before.1, ""));
    Ok(())
}

async fn measured(city: &City, question: Arc<Question>, connections: usize) -> Result<Measured> {
    let load = |time| Load { question: question.clone(), connections, pace: Pace::AfterAnswer, time };
    load(WARM_UP).run(city.address).await?;
    watched(city, load(TIME)).await
}

async fn watched(city: &City, load: Load) -> Result<Measured> {
    let watch = Watch::begin(Some(city.pid));
    let answers = load.run(city.address).await?;
    Ok(Measured { answers, spent: watch.end()? })
}

impl Measured {
    fn server_ms(&self) -> f64 {
        self.spent.server * 1000.0 / self.answers.count
    }

    fn own_ms(&self) -> f64 {
        self.spent.own * 1000.0 / self.answers.count
    }
}
