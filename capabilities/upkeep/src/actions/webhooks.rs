//! Webhooks: changes.
