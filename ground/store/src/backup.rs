//! Backup and restore in one engine-neutral form, which is also the way from SQLite to PostgreSQL.
