//! What the migrations say about the tables: which there are, what they refer to, and which columns hold JSON.
//! SQLite keeps JSON as text, so only the story knows.

use std::collections::BTreeSet;

use crate::migrations::{Migration, migrations};

/// A table as the story tells it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    name: &'static str,
    json: Vec<&'static str>,
    refers_to: Vec<&'static str>,
}

/// All tables, so that what is referred to comes first.
pub(crate) fn tables() -> Vec<&'static str> {
    let mut left = told(migrations());
    let mut ordered = Vec::new();
    while !left.is_empty() {
        let known: BTreeSet<&str> = ordered.iter().copied().collect();
        let ready = |table: &Told| table.refers_to.iter().all(|name| known.contains(name) || *name == table.name);
        let (now, later): (Vec<_>, Vec<_>) = left.into_iter().partition(ready);
        assert!(!now.is_empty(), "tables refer to each other in a circle: {later:?}");
        ordered.extend(now.iter().map(|table| table.name));
        left = later;
    }
    ordered
}

/// The columns of `table` that were declared to hold JSON.
pub(crate) fn json_columns(table: &str) -> Vec<&'static str> {
    told(migrations()).into_iter().find(|told| told.name == table).map(|told| told.json).unwrap_or_default()
}

fn told(story: &[Migration]) -> Vec<Told> {
    let mut tables: Vec<Told> = Vec::new();
    let mut current = None;
    for line in story.iter().flat_map(|migration| migration.sql.lines()) {
        let line = line.split("--").next().unwrap_or_default().trim_end();
        if let Some(name) = line.strip_prefix("create table ").and_then(|rest| rest.strip_suffix(" (")) {
            current = Some(name);
            tables.push(Told { name, ..Told::default() });
        } else if let Some(rest) = line.strip_prefix("alter table ") {
            let (name, change) = rest.split_once(' ').unwrap_or((rest, ""));
            if let Some(gone) = change.strip_prefix("drop column ") {
                let table = tables.iter_mut().find(|table| table.name == name);
                table.into_iter().for_each(|table| table.json.retain(|column| *column != gone.trim_end_matches(';')));
                continue;
            }
            let change = change.strip_prefix("add ").unwrap_or(change);
            column(&mut tables, name, change.strip_prefix("column ").unwrap_or(change));
        } else if let Some(name) = line.strip_prefix("drop table ") {
            tables.retain(|table| table.name != name.trim_end_matches(';'));
        } else if let Some(name) = current {
            column(&mut tables, name, line);
        }
        if line.ends_with(");") && !line.starts_with(' ') {
            current = None;
        }
    }
    tables
}

fn column(tables: &mut [Told], table: &str, line: &'static str) {
    let Some(told) = tables.iter_mut().find(|told| told.name == table) else { return };
    let mut words = line.split([' ', ',', ';', '(']).filter(|word| !word.is_empty());
    if let (Some(name), Some("JSONB")) = (words.next(), words.next()) {
        told.json.push(name);
    }
    let mut words = line.split([' ', ',', ';', '(']).skip_while(|word| *word != "references").skip(1);
    told.refers_to.extend(words.next());
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{Database, Db, Folder, Options, catalogue};

    fn one(sql: &'static str) -> Vec<Told> {
        told(&[Migration { name: "a", sql }])
    }

    #[test]
    fn the_story_is_understood() {
        let tables = one("-- JSONB of all\ncreate table a (\n    id UUID not null, -- JSONB\n    facts JSONB not null\n);\n\
             create index a_facts on a (facts);\n\
             create table b (\n    a_id UUID constraint b_a references a (id),\n    constraint b_pk primary key (a_id)\n);\n\
             alter table a add column more JSONB;\nalter table a add column short JSONB;\n\
             alter table a drop column short;\nalter table a add b_id UUID references b (id);\n\
             create table gone (\n    id UUID\n);\ndrop table gone;");
        let a = Told { name: "a", json: vec!["facts", "more"], refers_to: vec!["b"] };
        let b = Told { name: "b", json: vec![], refers_to: vec!["a"] };
        assert_eq!(tables, [a, b]);
    }

    #[test]
    fn every_table_comes_after_those_it_refers_to() {
        let order = tables();
        assert!(order.contains(&"events") && order.len() == told(migrations()).len(), "{order:?}");
        for table in told(migrations()) {
            let place = |name: &str| order.iter().position(|one| *one == name).unwrap();
            assert!(table.refers_to.iter().all(|other| place(other) <= place(table.name)), "{table:?}");
        }
    }

    #[test]
    fn no_rule_is_checked_only_at_the_commit() {
        // A commit on SQLite serves many closures: one that breaks a deferred rule would take its neighbours with it.
        assert!(migrations().iter().all(|migration| !migration.sql.to_lowercase().contains("deferrable")));
    }

    #[tokio::test]
    async fn the_story_agrees_with_the_database_it_makes() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::open(home.path()).unwrap();
        let postgres = Database::Postgres { url: testkit::Server::shared().database(), threads: 1 };
        for database in [Database::Sqlite, postgres] {
            let db = Db::open_and_migrate(&folder, Options::new(database, Arc::new(base::SystemClock))).await.unwrap();
            db.read(|read| {
                let mut expected: Vec<String> = tables().into_iter().map(str::to_owned).collect();
                expected.push("migrations".to_owned());
                expected.sort();
                assert_eq!(catalogue::tables(read)?, expected);
                for table in tables() {
                    catalogue::shape(read, table).expect("every table has a primary key");
                    if read.is_postgres() {
                        assert_eq!(catalogue::json_columns(read, table)?, json_columns(table), "{table}");
                    }
                }
                Ok(())
            })
            .await
            .unwrap();
        }
    }
}
