//! Where something of a person is planted, and which columns hold words of the program.

/// Every column of text that a person's own data may stand in: with the statement that plants their name there.
pub const PLANTED: [(&str, &str); 32] = [
    ("residents.name", "update residents set name = 'Znacznikowska Zofia' where id = HER"),
    ("residents.folded", "update residents set folded = 'znacznikowska zofia' where id = HER"),
    ("residents.nip", "update residents set nip = 'Znacznikowska' where id = HER"),
    ("residents.regon", "update residents set regon = 'Znacznikowska' where id = HER"),
    ("ways.address", "-- the report has left the e-mail address"),
    (
        "needs.words",
        "insert into needs (resident_id, kind, words, noted_at) select id, 'other', 'Znacznikowska Zofia', 0 from residents where id = HER",
    ),
    (
        "firm_people.name",
        "insert into firm_people (id, resident_id, name, role) select id, id, 'Znacznikowska Zofia', '' from residents where id = HER",
    ),
    ("firm_people.role", "update firm_people set role = 'za: Znacznikowska Zofia' where resident_id = HER"),
    (
        "consents.text_version",
        "insert into consents (id, resident_id, purpose, channel, given, at, how, text_version)
         select id, id, 'news', 'email', id = id, 0, 'web', 'Znacznikowska Zofia' from residents where id = HER",
    ),
    ("interactions.caller_number", "update interactions set caller_number = 'Znacznikowska Zofia' where resident_id = HER"),
    ("interactions.caller_hash", "update interactions set caller_hash = 'Znacznikowska Zofia' where resident_id = HER"),
    (
        "interaction_notes.body",
        "insert into interaction_notes (id, interaction_id, body, at)
         select id, id, 'Znacznikowska Zofia', begun_at from interactions where resident_id = HER",
    ),
    (
        "answers.value",
        "insert into answers (report_id, place, question, kind, value, asked)
         select id, 99, 'x', 'text', 'Znacznikowska Zofia', '{\"ask\": {\"pl\": \"Kto?\"}}' from reports where resident_id = HER",
    ),
    ("errands.title", "update errands set title = title || ' Znacznikowska Zofia' where resident_id = HER"),
    ("errands.body", "update errands set body = body || ' Znacznikowska Zofia' where resident_id = HER"),
    ("reports.body", "update reports set body = body || ' Znacznikowska Zofia' where resident_id = HER"),
    (
        "cases.place",
        "update cases set place = place || ' u Znacznikowska Zofia' where id in (select case_id from reports where resident_id = HER)",
    ),
    (
        "case_words.body",
        "update case_words set body = body || ' Znacznikowska Zofia' where case_id in (select case_id from reports where resident_id = HER)",
    ),
    (
        "case_words.no_photo",
        "update case_words set no_photo = 'Znacznikowska Zofia' where case_id in (select case_id from reports where resident_id = HER)",
    ),
    ("photos.reason", "update photos set reason = 'Znacznikowska Zofia'"),
    ("notices.address", "update notices set address = 'zofia.znacznikowska@poczta.example'"),
    ("notices.title", "update notices set title = title || ' Znacznikowska Zofia'"),
    ("notices.body", "update notices set body = body || ' Znacznikowska Zofia'"),
    ("jobs.last_error", "update jobs set last_error = '550 zofia.znacznikowska@poczta.example' where kind = 'notices.send'"),
    ("looks.words", "update looks set words = 'znacznikowska zofia' where act = 'search'"),
    ("privacy_requests.who", "update privacy_requests set who = 'Znacznikowska Zofia'"),
    ("privacy_requests.contact", "update privacy_requests set contact = 'zofia.znacznikowska@poczta.example'"),
    ("privacy_requests.scope", "update privacy_requests set scope = 'Znacznikowska Zofia'"),
    ("privacy_requests.said", "update privacy_requests set said = 'Znacznikowska Zofia'"),
    ("privacy_requests.extended_because", "update privacy_requests set extended_because = 'Znacznikowska Zofia'"),
    ("legal_holds.reason", "update legal_holds set reason = 'Znacznikowska Zofia'"),
    ("erasures.residents", "-- ids"),
];
/// Columns that hold words of the program in tables that speak of a person.
pub const PROGRAMS_WORDS: [&str; 26] = [
    "residents.controller",
    "interactions.controller",
    "privacy_requests.controller",
    "followers.language",
    "residents.language",
    "ways.kind",
    "reports.language",
    "cases.kind",
    "cases.state",
    "cases.outcome",
    "cases.controller",
    "cases.archive",
    "cases.turn",
    // A day.
    "cases.scheduled_on",
    "verdicts.ruling",
    "case_words.language",
    "notices.template",
    "notices.channel",
    "notices.language",
    "notices.state",
    "interactions.channel",
    "interactions.language",
    "interactions.disposition",
    "privacy_requests.kind",
    "privacy_requests.channel",
    "privacy_requests.state",
];
/// More of them, with a sentence on each that is not plain.
pub const FURTHER_WORDS: [&str; 5] = [
    // What the case is in law.
    "cases.legal_form",
    // Civil dates.
    "privacy_requests.received_on",
    "privacy_requests.due_on",
    // A word of how identity was established.
    "privacy_requests.identity",
    "legal_holds.subject_kind",
];
/// Those of needs, conversations, answers and errands.
pub const LATER_WORDS: [&str; 24] = [
    "residents.kind",
    // Tags of languages.
    "residents.languages",
    "interactions.direction",
    "interactions.line",
    "interactions.topic",
    "interactions.topics",
    "needs.kind",
    "consents.purpose",
    "consents.channel",
    "consents.how",
    // Keys of questions.
    "verifications.questions",
    "answers.question",
    "answers.kind",
    // The city's wording of that day.
    "answers.asked",
    "errands.template",
    "errands.language",
    "errands.wish",
    "errands.reason",
    // An author's own words: the journal knows each verdict, so none can be planted here; a test of `cases` erases them.
    "verdicts.body",
    // Name and key of another system, by which a ticket is not taken over twice.
    "interactions.source",
    "interactions.source_key",
    "photos.kind",
    "photos.state",
    // Numbers.
    "photos.areas",
];
/// Tables that hang on a person without a column `resident_id`.
pub const HANGING: [&str; 8] = ["residents", "cases", "case_words", "legal_holds", "interaction_notes", "answers", "verdicts", "photos"];
