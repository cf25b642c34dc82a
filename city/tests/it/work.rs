//! What the centre works with: further files of a pack, each of which may be missing.

use std::path::Path;

use testkit::Engine;

use crate::{
    home::{Home, copy_pack},
    program::{hejnal, said},
    visitor::Visitor,
};

/// Orders, topics, lines, calendars, cards, and a service whose cases go where they are answered.
const FILES: [(&str, &str); 5] = [
    (
        "orders.toml",
        "[[order]]\nkey = 'zima'\nunit = 'zarzad-drog'\ntitle.pl = 'Akcja zima'\nscope.pl = 'Odśnieżanie'\nfrom = '2020-01-01'\nlines = ['glowna']\n",
    ),
    ("topics.toml", "[[topic]]\nkey = 'drogi'\nname.pl = 'Drogi'\n"),
    (
        "lines.toml",
        "[[line]]\nkey = 'glowna'\nnumber = '+48100008311'\nnumber_shown = '10 000 83 11'\nname.pl = 'Wszystkie sprawy'\n\
         unit = 'zarzad-drog'\nhours = 'doba'\ntopics = ['drogi']\n",
    ),
    ("cards.toml", "[[card]]\nkey = 'odsniezanie'\ntitle.pl = 'Odśnieżanie chodników'\norder = 'zima'\naudience = 'residents'\n"),
    (
        "services.toml",
        "\n[[service]]\nkey = 'wrona'\ngroup = 'inne'\nkind = 'intervention'\nunit = 'zarzad-drog'\npublic = true\n\
         deadline = { working_days = 2 }\nname.pl = 'Wrona na drodze'\n\
         [[service.question]]\nkey = 'lata'\nkind = 'yes_no'\nrequired = true\nask.pl = 'Czy lata?'\n\
         [[service.route]]\nunit = 'mpo'\nwhen = { question = 'lata', is = ['no'] }\n",
    ),
];
const CALENDAR: &str = "\n[calendar.doba]\non_holidays = 'as_usual'\n[calendar.doba.week]\n";

fn write(pack: &Path) {
    let append = |name: &str, text: &str| {
        let before = std::fs::read_to_string(pack.join(name)).unwrap_or_default();
        std::fs::write(pack.join(name), before + text).unwrap();
    };
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| format!("{day} = ['00:00-24:00']\n"));
    append("hours.toml", &format!("{CALENDAR}{}", days.concat()));
    for (name, text) in FILES {
        match name {
            "services.toml" => append(name, text),
            _ => std::fs::write(pack.join(name), text).unwrap(),
        }
    }
}

#[test]
fn what_one_file_names_another_has_to_give() {
    let home = Home::new(Engine::Sqlite);
    let check = |name: &str, from: &str, to: &str, wanted: &str| {
        let pack = home.beside("pack");
        copy_pack(&pack);
        write(&pack);
        said(hejnal(&["pack", "check"]).arg(&pack)).well();
        let text = std::fs::read_to_string(pack.join(name)).unwrap();
        assert!(text.contains(from), "{name} has {from}");
        std::fs::write(pack.join(name), text.replacen(from, to, 1)).unwrap();
        said(hejnal(&["pack", "check"]).arg(&pack)).refused(1, &[name, wanted]);
    };
    check("orders.toml", "'glowna'", "'nocna'", "zima: lines: there is no nocna");
    check("lines.toml", "'doba'", "'noc'", "glowna: hours: there is no noc");
    check("lines.toml", "['drogi']", "['woda']", "glowna: topics: there is no woda");
    check("cards.toml", "'zima'", "'lato'", "odsniezanie: order: there is no lato");
    check("services.toml", "unit = 'mpo'", "unit = 'mpo'\nareas = ['ksiezyc']", "route[0].areas: there is no area ksiezyc");
    check("hours.toml", CALENDAR, &CALENDAR.replace("doba", "'Cała doba'"), "calendar \"Cała doba\"");
}

#[tokio::test]
async fn a_city_tells_and_does_what_its_pack_says() {
    let home = Home::new(Engine::Sqlite);
    let pack = home.beside("pack");
    copy_pack(&pack);
    write(&pack);
    let mut command = home.command(&["serve", "--demo", "--listen", "127.0.0.1:0"]);
    let city = crate::program::Running::start(command.arg("--city").arg(&pack));
    let visitor = Visitor::new(city.address());
    visitor.get("/call").await.is(200).says("10 000 83 11").says("Przez całą dobę.").says("Akcja zima").says("Drogi");
    visitor.get("/cards").await.is(200).says("Odśnieżanie chodników");
    visitor.get("/search?q=od%C5%9Bnie%C5%BCanie").await.is(200).says("/cards#card-odsniezanie");
    let fields = [("place", "rynek"), ("service", "wrona"), ("answer-lata", "no"), ("body", "Siedzi i nie ucieka")];
    visitor.post("/report", &fields).await.is(303);
    let greens = "select count(*) from cases c join units u on u.id = c.unit_id where u.key = 'mpo'";
    crate::home::until("the case is where its answer leads", async || home.count(greens).await == 1).await;
    assert!(home.run(&["verify"]).well().contains("and the rows agree"));
    city.stop();
}
