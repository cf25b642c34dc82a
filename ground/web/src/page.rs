//! What a layout shows around the content: title, language, look, navigation, banners, foot.

use std::sync::Arc;

use askama::filters::HtmlSafeOutput;
use base::Language;

use crate::{App, Audience, Banner, Ctx, Form, Link, Look, T, Visit, html};

/// The frame of a page; every template that extends a layout has it as its field `page`.
#[derive(Clone)]
pub struct Page {
    /// The texts in the page's language.
    pub t: T,
    /// The hidden token of this session's forms; empty without a session.
    pub token: String,
    app: App,
    visit: Arc<Visit>,
    title: String,
    has_errors: bool,
    live: String,
    work: Option<Work>,
    told: Vec<Banner>,
}

#[derive(Clone)]
struct Work {
    nav: Vec<Link>,
    who: String,
}

impl Page {
    /// A page of the portal, for `layout.html`.
    pub fn public(ctx: &Ctx, title: impl Into<String>) -> Self {
        Self {
            t: ctx.t.clone(),
            token: ctx.form_token(),
            app: ctx.app.clone(),
            visit: Arc::clone(&ctx.visit),
            title: title.into(),
            has_errors: false,
            live: String::new(),
            work: None,
            told: Vec::new(),
        }
    }

    /// A page of the staff, for `work.html`; `who` is shown in the bar.
    pub fn work(ctx: &Ctx, title: impl Into<String>, nav: &[Link], who: impl Into<String>) -> Self {
        Self { work: Some(Work { nav: nav.to_vec(), who: who.into() }), ..Self::public(ctx, title) }
    }

    /// The same page; when the form has something to mend, its title says so.
    #[must_use]
    pub fn with_form(self, form: &Form) -> Self {
        Self { has_errors: !form.errors().is_empty(), ..self }
    }

    /// The same page, listening to these topics of the hub.
    #[must_use]
    pub fn live(self, topics: &[&str]) -> Self {
        Self { live: topics.join(","), ..self }
    }

    /// The same page with notices of its own above the content.
    #[must_use]
    pub fn telling(self, told: Vec<Banner>) -> Self {
        Self { told, ..self }
    }

    /// The title of the window: "Błąd: Jak mamy odpowiedzieć? – Lipogród".
    pub fn window_title(&self) -> String {
        let owner = if self.work.is_some() { "Hejnał" } else { self.city_name() };
        let error = if self.has_errors { self.t.get("form-error") } else { "" };
        let gap = if self.has_errors { " " } else { "" };
        format!("{error}{gap}{} – {owner}", self.title)
    }

    /// The language of the page.
    pub fn language(&self) -> Language {
        self.visit.language
    }

    /// The languages that the city offers.
    pub fn languages(&self) -> &[Language] {
        &self.app.city.languages
    }

    /// Whether the page is in this language.
    pub fn speaks(&self, language: &Language) -> bool {
        *language == self.visit.language
    }

    /// `data-theme` of the page; empty for the system's.
    pub fn theme(&self) -> &'static str {
        match self.visit.look {
            Look::Light => "light",
            Look::Dark => "dark",
            Look::System | Look::Contrast => "",
        }
    }

    /// Whether the visitor has chosen high contrast.
    pub fn more_contrast(&self) -> bool {
        self.visit.look == Look::Contrast
    }

    /// The looks on offer, with the key of their words.
    pub fn looks(&self) -> [(Look, &'static str); 4] {
        [(Look::System, "look-system"), (Look::Light, "look-light"), (Look::Dark, "look-dark"), (Look::Contrast, "look-contrast")]
    }

    /// Whether the visitor has chosen this look.
    pub fn looks_like(&self, look: &Look) -> bool {
        *look == self.visit.look
    }

    /// Path and query of this page, for links that come back to it.
    pub fn here(&self) -> &str {
        self.visit.uri.path_and_query().map_or("/", |path| path.as_str())
    }

    /// `aria-current` of a link in the navigation; empty when the page is elsewhere, or a longer link leads nearer to it.
    pub fn current(&self, link: &Link) -> &'static str {
        let path = self.visit.uri.path();
        let below = |link: &Link| path.strip_prefix(&*link.href).is_some_and(|rest| rest.starts_with('/'));
        let nearer = |other: &Link| other.href.len() > link.href.len() && (path == &*other.href || below(other));
        if path == &*link.href {
            return "page";
        }
        if below(link) && !self.nav().iter().any(nearer) { "true" } else { "" }
    }

    /// The text with each number in groups (`4821-907-5`, `10 000 83 11`) kept on one line.
    pub fn unbroken(&self, text: impl AsRef<str>) -> HtmlSafeOutput<String> {
        html::unbroken(text.as_ref())
    }

    /// The main navigation: the portal's, or that of the working page.
    pub fn nav(&self) -> &[Link] {
        self.work.as_ref().map_or(&self.app.settings.nav, |work| &work.nav)
    }

    /// The links at the foot.
    pub fn foot(&self) -> &[Link] {
        &self.app.settings.foot
    }

    /// Who is signed in.
    pub fn who(&self) -> &str {
        self.work.as_ref().map_or("", |work| &work.who)
    }

    /// Where the sign-out button posts to; empty when there is none.
    pub fn sign_out_path(&self) -> &str {
        self.app.settings.sign_out_path.as_deref().unwrap_or_default()
    }

    /// Where the name in the bar leads; empty when nowhere.
    pub fn account_path(&self) -> &str {
        self.app.settings.account_path.as_deref().unwrap_or_default()
    }

    /// The notices above the content.
    pub fn banners(&self) -> impl Iterator<Item = &Banner> {
        let staff = self.work.is_some();
        self.app.settings.banners.iter().filter(move |banner| staff || banner.audience == Audience::Everyone).chain(&self.told)
    }

    /// Whether the city is a show.
    pub fn demo(&self) -> bool {
        self.app.settings.demo
    }

    /// Whether city and people are made up.
    pub fn fictional(&self) -> bool {
        self.app.city.fictional
    }

    /// The city's name.
    pub fn city_name(&self) -> &str {
        self.app.city.name.of(self.language())
    }

    /// The contact centre's name.
    pub fn centre_name(&self) -> &str {
        self.app.city.centre.of(self.language())
    }

    /// Whether the city's name is Polish on a page that is not, so that it is read aloud rightly.
    pub fn city_name_is_foreign(&self) -> bool {
        !self.app.city.name.has(self.language())
    }

    /// The same of the centre's name.
    pub fn centre_name_is_foreign(&self) -> bool {
        !self.app.city.centre.has(self.language())
    }

    /// How the city is reached.
    pub fn contact(&self) -> &base::Contact {
        &self.app.city.contact
    }

    /// The topics of the hub to which the page listens, with commas between; empty for most.
    pub fn topics(&self) -> &str {
        &self.live
    }

    /// The address of a file among the assets.
    pub fn asset(&self, name: &str) -> &str {
        self.app.assets.url(name)
    }
}
