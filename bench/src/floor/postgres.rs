//! The raw limit on PostgreSQL: as many connections as the city has, each report a commit of its own, its statements
//! sent together. The server lets commits of several connections share one sync.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use anyhow::{Context as _, Result};
use futures_util::future::try_join_all;
use rusqlite::types::Value;
use tokio::{
    task::JoinSet,
    time::{Duration, Instant},
};
use tokio_postgres::{Client, NoTls, Statement, types::ToSql};
use uuid::Uuid;

use super::{Floor, MAX_REPORTS, TIME, Template, TemplateRow};
use crate::kernel::Watch;

/// Connections, as many as the city has unless told otherwise.
const CONNECTIONS: usize = 8;
/// How long the last commit may take.
const LAST_COMMIT: Duration = Duration::from_secs(10);

/// Inserts copies into a database whose tables a city has made.
///
/// # Errors
/// When a row does not go in.
pub async fn insert(template: Arc<Template>, url: &str) -> Result<Floor> {
    let done = Arc::new(AtomicI64::new(0));
    let mut tasks = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
        tokio::spawn(connection);
        let mut statements = Vec::new();
        for row in &template.rows {
            statements.push(client.prepare(&insertion(&client, row).await?).await?);
        }
        tasks.spawn(insert_on(client, statements, template.clone(), done.clone()));
    }
    let watch = Watch::begin(None);
    let all = async {
        while let Some(outcome) = tasks.join_next().await {
            outcome??;
        }
        anyhow::Ok(())
    };
    tokio::time::timeout(TIME + LAST_COMMIT, all).await.context("the raw limit did not end")??;
    Ok(Floor::of(done.load(Ordering::Relaxed), &watch.end()?))
}

async fn insert_on(client: Client, statements: Vec<Statement>, template: Arc<Template>, done: Arc<AtomicI64>) -> Result<()> {
    let started = Instant::now();
    while started.elapsed() < TIME && done.load(Ordering::Relaxed) < MAX_REPORTS {
        let copy = done.fetch_add(1, Ordering::Relaxed) + 1;
        let rows: Vec<Vec<Option<String>>> = template.copy(copy).zip(&template.rows).map(texts).collect();
        let begin = async { client.batch_execute("begin").await.map(|()| 0) };
        let params: Vec<Vec<&(dyn ToSql + Sync)>> = rows.iter().map(|row| row.iter().map(|text| text as _).collect()).collect();
        let inserts = statements.iter().zip(&params).map(|(statement, params)| client.execute(statement, params));
        let (begun, inserted) = tokio::join!(begin, try_join_all(inserts));
        begun?;
        inserted.context("a row of the raw limit")?;
        client.batch_execute("commit").await?;
    }
    Ok(())
}

/// Values as texts, which the statement casts to the type of the column.
fn texts((values, row): (Vec<Value>, &TemplateRow)) -> Vec<Option<String>> {
    let text = |(value, column): (Value, &String)| match value {
        // On PostgreSQL the relay numbers the journal later.
        _ if column == "position" => None,
        Value::Null => None,
        Value::Integer(number) => Some(number.to_string()),
        Value::Real(number) => Some(number.to_string()),
        Value::Text(text) => Some(text),
        Value::Blob(bytes) => Uuid::from_slice(&bytes).ok().map(|id| id.to_string()),
    };
    values.into_iter().zip(&row.columns).map(text).collect()
}

async fn insertion(client: &Client, row: &TemplateRow) -> Result<String> {
    let sql = "select column_name::text, udt_name::text from information_schema.columns where table_name = $1";
    let types = client.query(sql, &[&row.table]).await?;
    let type_of = |column: &str| types.iter().find(|found| found.get::<_, String>(0) == column).map(|found| found.get::<_, String>(1));
    let mut places = Vec::new();
    for (column, number) in row.columns.iter().zip(1..) {
        places.push(format!("${number}::text::{}", type_of(column).with_context(|| format!("no column {column}"))?));
    }
    Ok(format!("insert into {} ({}) values ({})", row.table, row.columns.join(", "), places.join(", ")))
}
