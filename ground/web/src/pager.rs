//! Long lists in pages: links to the one before and after, without counting all rows.

use axum::http::Uri;

use crate::Ctx;

/// The last page that can be asked for; who looks further should search.
pub const MAX_PAGE: u32 = 1000;
const NAME: &str = "page";

/// Where in a list the visitor is; shown by `partials/pager.html`.
#[derive(Debug, Clone)]
pub struct Pager {
    uri: Uri,
    number: u32,
    size: u32,
    more: bool,
}

impl Pager {
    /// The page asked for by `?page=`, with `size` rows on each; anything else than a number is the first.
    pub fn of(ctx: &Ctx, size: u32) -> Self {
        let query = ctx.visit.uri.query().unwrap_or_default();
        let asked = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(name, _)| *name == NAME);
        let number = asked.and_then(|(_, value)| value.parse().ok()).unwrap_or(1);
        Self { uri: ctx.visit.uri.clone(), number: number.clamp(1, MAX_PAGE), size, more: false }
    }

    /// How many rows to leave out.
    pub fn offset(&self) -> i64 {
        i64::from(self.number - 1) * i64::from(self.size)
    }

    /// How many rows to load: one more than is shown tells whether there is a next page.
    pub fn limit(&self) -> i64 {
        i64::from(self.size) + 1
    }

    /// Cuts the loaded rows to what is shown.
    #[must_use]
    pub fn cut<R>(mut self, rows: &mut Vec<R>) -> Self {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        self.more = rows.len() > size && self.number < MAX_PAGE;
        rows.truncate(size);
        self
    }

    /// The page's number, from 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Whether there is a page before.
    pub fn has_previous(&self) -> bool {
        self.number > 1
    }

    /// Whether there is a page after.
    pub fn has_next(&self) -> bool {
        self.more
    }

    /// The address of the page before.
    pub fn previous(&self) -> String {
        self.address(self.number.saturating_sub(1).max(1))
    }

    /// The address of the page after.
    pub fn next(&self) -> String {
        self.address(self.number + 1)
    }

    fn address(&self, number: u32) -> String {
        let others =
            self.uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(NAME));
        let mut address = format!("{}?", self.uri.path());
        for pair in others {
            address.push_str(pair);
            address.push('&');
        }
        address + &format!("{NAME}={number}")
    }
}
