//! `staff create`, `staff take` and `apikey create`: the first people and programs of a city.

use std::{path::PathBuf, sync::Arc};

use anyhow::Context as _;
use base::{Actor, City, Id, SystemClock};
use clap::{Args, Subcommand};
use jiff::{civil::Date, tz::TimeZone};
use staff::{
    Permissions,
    model::{NewAccount, Profile, Role, end_of_day},
};
use store::{Db, Folder, Options};

use crate::{
    settings::{self, Place},
    wiring,
};

/// People who work in the city.
#[derive(Subcommand)]
pub enum Staff {
    /// Make an account and print the one-time link by which its owner sets a password
    #[command(after_help = "Example: hejnal staff create --admin --login anna.k --name 'Anna Kowalska' --data data")]
    Create(Create),
    /// Make the accounts that a pack lists in staff.toml and print the one-time link of each; those that exist stay as they are
    #[command(after_help = "Example: hejnal staff take --city town --data data")]
    Take(Take),
}

/// The accounts of a pack.
#[derive(Args)]
pub struct Take {
    /// The folder of the pack
    #[arg(long, value_name = "FOLDER")]
    city: PathBuf,
    /// Where residents find the portal, for the links
    #[arg(long, env = "HEJNAL_PUBLIC_URL", default_value = "http://localhost:8311", value_parser = settings::web_address)]
    public_url: String,
    #[command(flatten)]
    place: Place,
}

/// A new account.
#[derive(Args)]
pub struct Create {
    /// An administrator: accounts, units and settings
    #[arg(long)]
    admin: bool,
    /// Roles of other accounts
    #[arg(long, value_delimiter = ',', value_name = "ROLE,…")]
    roles: Vec<String>,
    /// The key of the unit they work in
    #[arg(long, value_name = "KEY")]
    unit: Option<String>,
    /// What they sign in with
    #[arg(long)]
    login: String,
    /// What they are called [default: the login]
    #[arg(long)]
    name: Option<String>,
    /// The last day of the account, such as 2027-06-30; roles that are only for a time need one
    #[arg(long, value_name = "DAY")]
    ends_on: Option<Date>,
    /// The city's time zone, by which the last day ends
    #[arg(long, value_name = "ZONE", default_value = "Europe/Warsaw")]
    time_zone: String,
    /// Where residents find the portal, for the link
    #[arg(long, env = "HEJNAL_PUBLIC_URL", default_value = "http://localhost:8311", value_parser = settings::web_address)]
    public_url: String,
    #[command(flatten)]
    place: Place,
}

/// Keys of other programs.
#[derive(Subcommand)]
pub enum Apikey {
    /// Make a key and print it, this once
    #[command(after_help = "Example: hejnal apikey create --name 'Lipogród app' --data data")]
    Create {
        /// What the key is for
        #[arg(long)]
        name: String,
        #[command(flatten)]
        place: Place,
    },
}

impl Staff {
    pub async fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Create(create) => create.run().await,
            Self::Take(take) => take.run().await,
        }
    }
}

impl Take {
    async fn run(self) -> anyhow::Result<()> {
        let db = beside(&self.place).await?;
        let entries = db.read(packs::entries).await?;
        let city: City = entries.value("city", &mut Vec::new()).context("this city has not been opened yet: start `hejnal serve` once")?;
        let accounts = staff::pack::read_accounts(&self.city, &entries).map_err(|faults| anyhow::anyhow!(faults.join("\n")))?;
        let zone = TimeZone::get(&city.time_zone)?;
        let invited = db.write(Actor::SYSTEM, move |tx| staff::actions::take_over_people(tx, &accounts, &zone)).await?;
        if invited.is_empty() {
            println!("Everybody in staff.toml has an account already.");
        } else {
            println!("Give each of them their link. It works once, for 24 hours; later ones are made at /people:");
        }
        for (login, token) in invited {
            println!("{login}\t{}/invitation/{token}", self.public_url.trim_end_matches('/'));
        }
        db.close();
        Ok(())
    }
}

impl Create {
    async fn run(self) -> anyhow::Result<()> {
        let create = self;
        let db = beside(&create.place).await?;
        let account = create.account()?;
        let words = create.words();
        anyhow::ensure!(!words.is_empty(), "say what the account may do: --admin, or --roles agent,unit_staff");
        // A city that was never opened has no roles yet.
        db.write(Actor::SYSTEM, staff::actions::settle_roles).await?;
        let known = db.read(staff::actions::roles).await?;
        if let Some(unknown) = words.iter().find(|word| !known.iter().any(|role| role.key == **word)) {
            let words: Vec<&str> = known.iter().map(|role| role.key.as_str()).collect();
            anyhow::bail!("--roles: there is no role {unknown}, but {}", words.join(", "));
        }
        let profile = create.profile(&account)?;
        let roles = words.iter().map(|word| Role::id_of(word)).collect();
        let token = db
            .write(Actor::SYSTEM, move |tx| {
                staff::actions::hire(tx, &account, &profile, &roles)?;
                staff::actions::invite(tx, account.id)
            })
            .await?;
        println!("Give this link to {}. It works once, for 24 hours:", create.login);
        println!("{}/invitation/{token}", create.public_url.trim_end_matches('/'));
        db.close();
        Ok(())
    }

    /// The words of the roles.
    fn words(&self) -> Vec<String> {
        let admin = self.admin.then(|| "administrator".to_owned());
        self.roles.iter().cloned().chain(admin).collect()
    }

    fn account(&self) -> anyhow::Result<NewAccount> {
        Ok(NewAccount {
            id: Id::new(),
            login: self.login.parse()?,
            name: self.name.clone().unwrap_or_else(|| self.login.clone()),
            unit_id: self.unit.as_deref().map(staff::Unit::id_of),
            permissions: Permissions::default(),
        })
    }

    fn profile(&self, account: &NewAccount) -> anyhow::Result<Profile> {
        let ends_at = match (self.ends_on, &self.time_zone) {
            (None, _) => None,
            (Some(day), zone) => end_of_day(day, &TimeZone::get(zone)?),
        };
        let email = self.login.contains('@').then(|| account.login.as_str().to_owned());
        Ok(Profile { name: account.name.clone(), unit_id: account.unit_id, email, ends_at, ..Profile::default() })
    }
}

impl Apikey {
    pub async fn run(self) -> anyhow::Result<()> {
        let Self::Create { name, place } = self;
        let db = beside(&place).await?;
        let key = db.write(Actor::SYSTEM, move |tx| staff::actions::create_key(tx, &name)).await?;
        println!("{}", key.key);
        db.close();
        Ok(())
    }
}

/// The database of a city that may be running. A data folder that does not exist is a slip of the pen, and not made.
pub async fn beside(place: &Place) -> anyhow::Result<Db> {
    let folder = Folder::visit(&place.data())?;
    let reaction = jobs::reaction(wiring::follow_ups);
    Ok(Db::open(&folder, Options { database: place.database(), clock: Arc::new(SystemClock), reaction }).await?)
}
