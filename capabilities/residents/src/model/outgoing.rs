//! How somebody is reached: chosen from their ways by their needs and consents, and by nothing else.

use base::{Email, Id, Language, PhoneNumber};

use super::{Basis, Consent, ConsentChannel, KeptWay, Needs, PostalAddress, Style, Way, standing};

/// Where something goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlet {
    /// An e-mail.
    Email(Email),
    /// A text message.
    Sms(PhoneNumber),
    /// A letter on paper.
    Letter(PostalAddress),
    /// A call by a person.
    Call(PhoneNumber),
}

impl Outlet {
    /// The channel on which consent is given for it.
    pub fn channel(&self) -> ConsentChannel {
        match self {
            Self::Email(_) => ConsentChannel::Email,
            Self::Sms(_) => ConsentChannel::Sms,
            Self::Letter(_) => ConsentChannel::Post,
            Self::Call(_) => ConsentChannel::Phone,
        }
    }
}

/// A contact that may go out. Only [`crate::way_to`] makes one, so that none goes out against a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    resident_id: Id,
    outlet: Outlet,
    language: Language,
    style: Style,
}

impl Outgoing {
    /// Who is reached.
    pub fn resident_id(&self) -> Id {
        self.resident_id
    }

    /// Where it goes.
    pub fn outlet(&self) -> &Outlet {
        &self.outlet
    }

    /// The language they prefer.
    pub fn language(&self) -> Language {
        self.language
    }

    /// How it has to look and sound.
    pub fn style(&self) -> Style {
        self.style
    }

    /// The address, when it is an e-mail.
    pub fn email(&self) -> Option<&Email> {
        match &self.outlet {
            Outlet::Email(email) => Some(email),
            _ => None,
        }
    }
}

/// Why somebody cannot be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undeliverable {
    /// They left no way, or it was erased.
    NoWay,
    /// Their needs forbid every way that they left.
    Needs,
    /// They have not agreed to it, or not any more.
    NoConsent,
}

impl Undeliverable {
    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoWay => "no_way",
            Self::Needs => "needs",
            Self::NoConsent => "no_consent",
        }
    }
}

/// How somebody can be reached, if at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Like this.
    Way(Outgoing),
    /// Not at all.
    Undeliverable(Undeliverable),
}

/// All that decides how somebody is reached.
pub(crate) struct Known {
    pub resident_id: Id,
    pub language: Language,
    /// The newest first.
    pub ways: Vec<KeptWay>,
    pub needs: Needs,
    /// The oldest first.
    pub consents: Vec<Consent>,
}

/// The best way: e-mail, text message, letter, call, the newest of each first.
pub(crate) fn choose(known: &Known, basis: &Basis) -> Reach {
    let all = outlets(&known.ways);
    if all.is_empty() {
        return Reach::Undeliverable(Undeliverable::NoWay);
    }
    let fitting: Vec<Outlet> = all.into_iter().filter(|outlet| known.needs.allow(outlet)).collect();
    if fitting.is_empty() {
        return Reach::Undeliverable(Undeliverable::Needs);
    }
    let agreed = fitting.into_iter().find(|outlet| standing(&known.consents, basis, outlet.channel()));
    match agreed {
        Some(outlet) => {
            let (resident_id, language, style) = (known.resident_id, known.language, known.needs.style());
            Reach::Way(Outgoing { resident_id, outlet, language, style })
        }
        None => Reach::Undeliverable(Undeliverable::NoConsent),
    }
}

fn outlets(ways: &[KeptWay]) -> Vec<Outlet> {
    let emails = ways.iter().filter_map(|kept| match &kept.way {
        Way::Email(email) => Some(Outlet::Email(email.clone())),
        _ => None,
    });
    let numbers = || {
        ways.iter().filter_map(|kept| match &kept.way {
            Way::Phone(number) => Some(number.clone()),
            _ => None,
        })
    };
    let letters = ways.iter().filter_map(|kept| match &kept.way {
        Way::Post(address) => Some(Outlet::Letter(address.clone())),
        _ => None,
    });
    emails.chain(numbers().filter(PhoneNumber::takes_sms).map(Outlet::Sms)).chain(letters).chain(numbers().map(Outlet::Call)).collect()
}

#[cfg(test)]
mod tests {
    use base::Moment;

    use super::*;
    use crate::model::{Given, Need};

    const EMAIL: &str = "anna@poczta.example";
    const MOBILE: &str = "+48601234567";
    const LANDLINE: &str = "+48616463344";
    const POST: &str = "ul. Olszowa 14";

    fn known(ways: &[(&str, &str)], needs: &[Need]) -> Known {
        let resident_id = Id::new();
        let kept = |(kind, address): &(&str, &str)| KeptWay {
            id: Id::new(),
            resident_id,
            way: Way::kept(kind, address).unwrap(),
            shared: false,
            created_at: Moment(0),
        };
        let needs = Needs::new(needs.iter().copied(), "").unwrap();
        Known { resident_id, language: Language::Uk, ways: ways.iter().map(kept).collect(), needs, consents: Vec::new() }
    }

    fn check(ways: &[(&str, &str)], needs: &[Need], wanted: Result<&str, Undeliverable>) {
        let found = match choose(&known(ways, needs), &Basis::OwnMatter) {
            Reach::Way(way) => Ok(format!("{:?}", way.channel_and_address())),
            Reach::Undeliverable(why) => Err(why),
        };
        assert_eq!(found, wanted.map(|wanted| format!("{wanted:?}")), "{ways:?} {needs:?}");
    }

    impl Outgoing {
        fn channel_and_address(&self) -> String {
            match &self.outlet {
                Outlet::Email(email) => format!("email {email}"),
                Outlet::Sms(number) => format!("sms {number}"),
                Outlet::Letter(address) => format!("post {}", address.as_str()),
                Outlet::Call(number) => format!("call {number}"),
            }
        }
    }

    #[test]
    fn needs_choose_among_the_ways() {
        let all = [("phone", MOBILE), ("email", EMAIL), ("post", POST)];
        check(&all, &[], Ok("email anna@poczta.example"));
        check(&all, &[Need::NoEmail], Ok("sms +48601234567"));
        check(&all, &[Need::CallsOnly], Ok("call +48601234567"));
        check(&all, &[Need::TextOnly], Ok("email anna@poczta.example"));
        check(&[("phone", LANDLINE), ("post", POST)], &[], Ok("post ul. Olszowa 14"));
        check(&[("phone", LANDLINE)], &[], Ok("call +48616463344"));
        check(&[("phone", LANDLINE)], &[Need::TextOnly], Err(Undeliverable::Needs));
        check(&[("phone", LANDLINE)], &[Need::SignLanguage], Err(Undeliverable::Needs));
        check(&[("email", EMAIL)], &[Need::CallsOnly], Err(Undeliverable::Needs));
        check(&[], &[], Err(Undeliverable::NoWay));
    }

    #[test]
    fn other_purposes_need_consent_on_that_very_channel() {
        let mut anna = known(&[("email", EMAIL), ("phone", MOBILE)], &[]);
        let survey = Basis::Consent("survey".into());
        assert_eq!(choose(&anna, &survey), Reach::Undeliverable(Undeliverable::NoConsent));
        anna.consents.push(Consent::new("survey", "sms", Given::Given, "phone", "1").unwrap());
        assert!(matches!(choose(&anna, &survey), Reach::Way(way) if matches!(way.outlet(), Outlet::Sms(_))));
    }
}
