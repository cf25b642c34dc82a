//! The wording of all capabilities in three languages, parsed once at the start (Project Fluent's format).

use std::{borrow::Cow, collections::HashMap};

use base::{Error, Language, Result};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::texts_check::messages;

/// A value put into a message: a number (it also chooses the plural) or a text; made with `.into()`.
pub type Value<'a> = FluentValue<'a>;

/// The wording of one capability, as its `texts/` folder has it; made with [`bundle!`](crate::bundle).
#[derive(Debug, Clone, Copy)]
pub struct Bundle {
    /// `texts/pl.ftl`.
    pub pl: &'static str,
    /// `texts/uk.ftl`.
    pub uk: &'static str,
    /// `texts/en.ftl`.
    pub en: &'static str,
}

impl Bundle {
    /// The source in one language.
    pub fn source(&self, language: Language) -> &'static str {
        match language {
            Language::Pl => self.pl,
            Language::Uk => self.uk,
            Language::En => self.en,
        }
    }
}

/// The [`Bundle`](crate::Bundle) of the crate that calls it: its `texts/{pl,uk,en}.ftl`.
#[macro_export]
macro_rules! bundle {
    () => {
        $crate::Bundle {
            pl: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/pl.ftl")),
            uk: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/uk.ftl")),
            en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/en.ftl")),
        }
    };
}

/// A message that a city says in its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnText {
    /// The key of the program's message.
    pub key: String,
    /// The language that it is in.
    pub language: Language,
    /// The words, in Fluent's format, with the arguments of the program's message or fewer.
    pub text: String,
}

impl OwnText {
    /// Why it cannot stand in the place of the program's message, if it cannot.
    pub fn fault(&self, bundles: &[Bundle]) -> Option<String> {
        let sources = std::iter::once(&crate::TEXTS).chain(bundles).map(|bundle| bundle.source(self.language));
        let Some(known) = sources.flat_map(messages).find(|message| message.key == self.key) else {
            return Some(format!("the program has no text {:?}", self.key));
        };
        let (source, wanted) = (self.source(), known.arguments);
        if FluentResource::try_new(source.clone()).is_err() || messages(&source).len() != 1 {
            return Some("it cannot be read: write words, and { $name } for what the program puts in".to_owned());
        }
        let unknown =
            messages(&source).into_iter().flat_map(|message| message.arguments).find(|name| !wanted.contains(name)).map(str::to_owned);
        unknown.map(|name| format!("the program puts no {{ ${name} }} into this text, but {wanted:?}"))
    }

    fn source(&self) -> String {
        format!("{} =\n    {}\n", self.key, self.text.trim().lines().collect::<Vec<_>>().join("\n    "))
    }
}

/// All messages by language and key. Messages without arguments are formatted once, at the start.
pub struct Texts {
    spoken: [Spoken; 3],
}

struct Spoken {
    plain: HashMap<String, Box<str>>,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Parses the bundles; web's own wording is added to them.
    ///
    /// # Errors
    /// [`Error::Internal`] naming the language and the place: a syntax error, a key given twice.
    pub fn new(bundles: &[Bundle]) -> Result<Self> {
        Self::with_own(bundles, &[])
    }

    /// The same, with messages that a city says in its own words; those that have an [`OwnText::fault`] are left out.
    ///
    /// # Errors
    /// As [`Texts::new`].
    pub fn with_own(bundles: &[Bundle], own: &[OwnText]) -> Result<Self> {
        let [pl, uk, en] = Language::ALL.map(|language| Spoken::new(language, bundles, own));
        Ok(Self { spoken: [pl?, uk?, en?] })
    }

    /// The message without arguments.
    ///
    /// # Panics
    /// In debug builds, when there is no such message; a release shows the key.
    pub fn get<'a>(&'a self, language: Language, key: &'a str) -> &'a str {
        self.find(language, key).unwrap_or_else(|| {
            missing(language, key);
            key
        })
    }

    /// The message without arguments, if there is one of this key.
    pub fn find(&self, language: Language, key: &str) -> Option<&str> {
        self.spoken(language).plain.get(key).map(AsRef::as_ref)
    }

    /// The message with its arguments put in, plural forms chosen by the rules of the language.
    ///
    /// # Panics
    /// In debug builds, when the message or one of its arguments is missing; a release shows the key.
    pub fn with(&self, language: Language, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        let spoken = self.spoken(language);
        let Some(pattern) = spoken.bundle.get_message(key).and_then(|message| message.value()) else {
            missing(language, key);
            return key.to_owned();
        };
        let mut given = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            given.set(*name, value.clone());
        }
        let mut faults = Vec::new();
        let text = spoken.bundle.format_pattern(pattern, Some(&given), &mut faults).into_owned();
        if !faults.is_empty() {
            debug_assert!(faults.is_empty(), "text {key} in {}: {faults:?}", language.tag());
            tracing::error!(key, language = language.tag(), ?faults, "a text could not be put together");
        }
        text
    }

    fn spoken(&self, language: Language) -> &Spoken {
        &self.spoken[language as usize]
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({} plain)", self.spoken[0].plain.len())
    }
}

impl Spoken {
    fn new(language: Language, bundles: &[Bundle], own: &[OwnText]) -> Result<Self> {
        let tag = language.tag();
        let identifier = tag.parse().map_err(|_| Error::internal("a language tag of ours is not one"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        if language == Language::Pl {
            bundle.set_transform(Some(hard_spaces));
        }
        let sources = std::iter::once(&crate::TEXTS).chain(bundles).map(|bundle| bundle.source(language));
        for source in sources.clone() {
            let resource = FluentResource::try_new(source.to_owned())
                .map_err(|(_, faults)| Error::internal(format!("texts in {tag}: {}", place_of(source, &faults))))?;
            bundle.add_resource(resource).map_err(|faults| Error::internal(format!("texts in {tag}: {faults:?}")))?;
        }
        for text in own.iter().filter(|text| text.language == language && text.fault(bundles).is_none()) {
            let resource = FluentResource::try_new(text.source()).map_err(|_| Error::internal("a checked text cannot be read"))?;
            bundle.add_resource_overriding(resource);
        }
        let keys = sources.flat_map(|source| messages(source).into_iter().map(|message| message.key));
        let plain = keys.filter_map(|key| plain(&bundle, key)).collect();
        Ok(Self { plain, bundle })
    }
}

/// The message as it always is, or `None` when it takes arguments.
fn plain(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<(String, Box<str>)> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, None, &mut faults);
    faults.is_empty().then(|| (key.to_owned(), text.into()))
}

fn place_of(source: &str, faults: &[impl std::fmt::Debug]) -> String {
    let first = source.lines().next().unwrap_or_default();
    format!("file beginning with {first:?}: {faults:?}")
}

fn missing(language: Language, key: &str) {
    debug_assert!(false, "no text {key} in {}", language.tag());
    tracing::error!(key, language = language.tag(), "a text is missing");
}

/// Words that stand for themselves, such as a tag: with a capital letter at their beginning.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Polish texts: a word of one letter (a, i, o, u, w, z) never stands alone at the end of a line, so the space after it
/// becomes a hard one.
pub fn hard_spaces(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let lonely = |at: usize| {
        bytes[at] == b' '
            && at > 0
            && matches!(bytes[at - 1].to_ascii_lowercase(), b'a' | b'i' | b'o' | b'u' | b'w' | b'z')
            && (at == 1 || matches!(bytes[at - 2], b' ' | b'(' | b'\n' | b'"' | 0x9e | 0xa0))
    };
    if !(1..bytes.len()).any(lonely) {
        return Cow::Borrowed(text);
    }
    let mut hard = String::with_capacity(text.len() + 8);
    for (at, letter) in text.char_indices() {
        hard.push(if letter == ' ' && lonely(at) { '\u{a0}' } else { letter });
    }
    Cow::Owned(hard)
}
