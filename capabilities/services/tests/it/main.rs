//! Packs with services and orders: their faults, and what the database gives back.

mod faults;
mod taking_over;

use std::collections::BTreeSet;

use packs::{Fault, Keys};
use services::{
    Group, Service,
    pack::{self, GroupRow, ServiceRow},
};

/// A lamp with questions that branch and stop, and a table of routes.
pub const LAMP: &str = r#"
[[group]]
key = "street"
name = { pl = "Ulica", uk = "Вулиця", en = "Street" }

[[service]]
key = "lamp"
group = "street"
kind = "intervention"
unit = "roads"
public = true
sensitive = true
deadline = { working_days = 5 }
first_answer = { working_days = 1 }
archive = "BE5"
retention = "short"
name.pl = "Latarnia"

[[service.verify]]
key = "post"
ask.pl = "Jaki numer ma słup?"

[[service.question]]
key = "what"
kind = "choice"
required = true
ask.pl = "Co się dzieje?"
options = [
  { key = "dark", name.pl = "Nie świeci" },
  { key = "leaning", name.pl = "Przechyla się" },
  { key = "fallen", name.pl = "Leży", stop = { say.pl = "Odejdź od słupa.", call = "112" } },
]

[[service.question]]
key = "wires"
kind = "yes_no"
required = true
ask.pl = "Czy wiszą przewody?"
when = { question = "what", is = ["leaning"] }
options = [{ key = "yes", name.pl = "Tak", stop = { say.pl = "Odejdź i zadzwoń.", call = "991" } }]

[[service.question]]
key = "since"
kind = "date"
required = false
ask.pl = "Od kiedy?"

[[service.route]]
unit = "greens"
areas = ["park"]

[[service.route]]
owner = "asset"
when = { question = "what", is = ["leaning"] }
"#;

pub fn keys() -> Keys {
    let set = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<BTreeSet<_>>();
    Keys { units: set(&["roads", "greens"]), areas: Some(set(&["park"])), retention: Some(set(&["short"])), ..Keys::default() }
}

/// The groups and services of a `services.toml`, or every fault.
pub fn read(text: &str, keys: &Keys) -> Result<(Vec<Group>, Vec<Service>), Vec<String>> {
    let entries = testkit::pack_entries(&[pack::GROUPS, pack::SERVICES], text)?;
    let (groups, services): (Vec<GroupRow>, Vec<ServiceRow>) =
        (entries.values("groups", &mut Vec::new()), entries.values("services", &mut Vec::new()));
    let faults = pack::check(&groups, &services, keys);
    if !faults.is_empty() {
        return Err(faults.iter().map(Fault::to_string).collect());
    }
    Ok((groups.iter().map(GroupRow::group).collect(), services.iter().map(ServiceRow::service).collect()))
}
