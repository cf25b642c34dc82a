//! The ways in which mail leaves.

use std::path::PathBuf;

use super::{Delivery, Letter, Undelivered, folder, session};
use crate::model::Smtp;

/// The way in which mail leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mailer {
    /// Through a mail server.
    Smtp(Smtp),
    /// Into a folder, as files: for the demo, where nobody is written to.
    Folder(PathBuf),
    /// None: notices wait, are tried again, and in the end stand failed on the supervisor's list.
    Missing,
}

impl Mailer {
    pub(crate) async fn deliver(&self, letter: &Letter) -> Delivery {
        match self {
            Self::Smtp(smtp) => session::send(smtp, letter).await,
            Self::Folder(folder) => folder::put(folder, letter).await,
            Self::Missing => {
                Err(Undelivered::Later("no mail server is configured: set --smtp, for example smtps://user:password@mail.example".into()))
            }
        }
    }
}
