//! Photos of cases: who sees them, who decides of them, what is covered, and what is left of them in the end.

use base::{Error, Id};
use cases::{
    Closing, KeptPhoto, NewReport, Outcome,
    actions::{self, Opened, PhotoDecision},
    shell,
};
use testkit::{Page, taken_by_a_phone};
use web::Sent;

use crate::cast::{Person, SAID, World, on_both};

/// The page on which photos wait.
const QUEUE: &str = "/cases/photos";

impl World {
    /// A picture that was taken in.
    async fn kept(&self) -> KeptPhoto {
        let content = taken_by_a_phone([52, 24, 0], [16, 54, 0]);
        shell::take_in(&self.app, Sent::of("photo", content)).await.unwrap().kept
    }

    /// A report of a lamp with a photo, in the hands of the roads.
    async fn with_photo(&self) -> (Opened, Id) {
        let opened = self.opened(&NewReport { photos: vec![self.kept().await], ..self.report() }).await;
        (opened, self.photo_of(opened.case_id).await)
    }

    async fn photo_of(&self, case_id: Id) -> Id {
        let sql = "select id from photos where case_id = $1";
        self.kit.read(move |read| read.value(sql, store::params![case_id])).await.unwrap()
    }

    async fn state(&self, id: Id) -> String {
        let sql = "select state || ' ' || reason from photos where id = $1";
        self.kit.read(move |read| read.value(sql, store::params![id])).await.unwrap()
    }

    /// The files of the city, by name.
    async fn files(&self) -> Vec<String> {
        let mut names = Vec::new();
        let look = |file: files::Stored| {
            names.push(file.name);
            async { Ok(()) }
        };
        self.app.files.each("photos", look).await.unwrap();
        names
    }

    async fn picture(&self, person: &Person, case_id: Id, id: Id) -> u16 {
        self.browser(person).get(&format!("/cases/{case_id}/photos/{id}?size=small")).await.status.as_u16()
    }
}

fn waiting(page: &Page) -> usize {
    page.html.matches("/publication\"").count()
}

#[tokio::test]
async fn a_unit_sees_the_photo_decides_of_it_and_nobody_elses_unit_does() {
    on_both(async |world: &World| {
        let (opened, id) = world.with_photo().await;
        let (case, mut crew) = (format!("/cases/{}", opened.case_id), world.browser(&world.crew));
        crew.get(&case).await.is(200).has(&format!("{case}/photos/{id}")).says("Zdjęcie od mieszkańca. Czeka na decyzję o publikacji");
        assert_eq!(world.picture(&world.crew, opened.case_id, id).await, 200);
        assert_eq!(world.picture(&world.gardener, opened.case_id, id).await, 404);
        assert_eq!(world.picture(&world.agent, opened.case_id, id).await, 404, "what a resident sent is their unit's");
        assert_eq!(world.picture(&world.crew, Id::new(), id).await, 404);

        let queue = crew.get(QUEUE).await;
        assert_eq!(waiting(queue.is(200)), 1);
        assert_eq!(waiting(&world.browser(&world.gardener).get(QUEUE).await), 0);
        assert_eq!(waiting(&world.browser(&world.supervisor).get(QUEUE).await), 1, "the centre decides, too");
        world.browser(&world.agent).get(QUEUE).await.is(403);
        for (person, status) in [(&world.gardener, 404), (&world.agent, 404)] {
            let done = world.browser(person).post(&format!("{QUEUE}/{id}/publication"), &[("edits", "0")]).await;
            done.is(status);
        }
        assert_eq!(world.state(id).await, "waiting ");
        crew.press(&queue.form_to(&format!("{QUEUE}/{id}/publication")), "Opublikuj").await.leads_to(&format!("{QUEUE}?saved=1"));
        assert_eq!(world.state(id).await, "published ");
        assert_eq!(world.picture(&world.agent, opened.case_id, id).await, 200, "everybody sees it");
        assert_eq!(waiting(&crew.get(QUEUE).await), 0);
        assert_eq!(world.kit.told(id).await, ["photo.added", "photo.published"]);
    })
    .await;
}

#[tokio::test]
async fn a_photo_is_withheld_with_a_reason_and_nobody_decides_of_another_picture_than_they_saw() {
    on_both(async |world: &World| {
        let (_, id) = world.with_photo().await;
        let (page, mut crew) = (format!("{QUEUE}/{id}"), world.browser(&world.crew));
        let seen = crew.get(&page).await;
        let withhold = |words: &str| seen.form_to(&format!("{page}/withholding")).type_in("reason", words);
        crew.press(&withhold(" "), "Nie publikuj").await.is(422).says("Napisz, dlaczego zdjęcie nie będzie publikowane");
        crew.press(&withhold("Widać czyjeś dziecko."), "Nie publikuj").await.is(303);
        assert_eq!(world.state(id).await, "withheld Widać czyjeś dziecko.");
        let late = crew.press(&seen.form_to(&format!("{page}/publication")), "Opublikuj").await;
        late.is(409).says("Ktoś właśnie zmienił to zdjęcie").says("Nie jest publikowane");
        assert_eq!(world.state(id).await, "withheld Widać czyjeś dziecko.");
        let told = world.kit.read(move |read| store::journal::of_subject(read, id)).await.unwrap();
        assert!(told.iter().all(|event| !event.facts.to_string().contains("dziecko")), "the journal holds no words");
    })
    .await;
}

#[tokio::test]
async fn parts_are_covered_by_numbers_and_what_is_uncovered_waits_again() {
    on_both(async |world: &World| {
        let (opened, id) = world.with_photo().await;
        let (page, mut crew) = (format!("{QUEUE}/{id}"), world.browser(&world.crew));
        let areas = format!("{page}/areas");
        let form = crew.get(&page).await.is(200).says("Nic nie jest zakryte").form_to(&areas);
        let wrong = crew.press(&form.clone().type_in("left", "10").type_in("top", "abc"), "Zakryj").await;
        wrong.is(422).says("Wpisz cztery liczby").has("value=\"abc\"");
        let typed = [("left", "10"), ("top", "12,5"), ("width", "30"), ("height", "50")];
        let form = typed.iter().fold(form, |form, (name, value)| form.type_in(name, value));
        crew.press(&form, "Zakryj").await.leads_to(&format!("{page}?saved=1"));
        let covered = crew.get(&page).await;
        covered.is(200).says("Zakryte 1 miejsce");
        assert_eq!(world.kit.value::<String>("select cast(areas as text) from photos").await.replace(' ', ""), "[[100,125,300,500]]");
        assert_eq!(world.files().await.len(), 4, "the original and the covered picture, large and small");
        assert!(world.is_covered(id).await);
        crew.get(&format!("/cases/{}", opened.case_id)).await.has("?original=1").says("Zobacz bez zakrycia");

        crew.press(&covered.form_to(&format!("{page}/publication")), "Opublikuj").await.is(303);
        let original = format!("/cases/{}/photos/{id}?original=1", opened.case_id);
        crew.get(&original).await.is(200);
        let mut agent = world.browser(&world.agent);
        agent.get(&format!("/cases/{}", opened.case_id)).await.is(200).says("Opublikowane").never_says("original=1");
        agent.get(&original).await.is(404);
        let published = crew.get(&page).await;
        crew.press(&published.form_to(&areas), "Cofnij").await.is(303);
        assert_eq!(world.state(id).await, "waiting ", "nobody has decided of the picture as it is now");
        assert!(!world.is_covered(id).await);
        crew.get(&page).await.says("Nic nie jest zakryte").never_says("Cofnij");
    })
    .await;
}

impl World {
    /// Whether the picture that is shown has lost its fine stripes where the test covers them, and nowhere else.
    async fn is_covered(&self, id: Id) -> bool {
        let sql = "select coalesce(covered, original) from photos where id = $1";
        let file: Id = self.kit.read(move |read| read.value(sql, store::params![id])).await.unwrap();
        let bytes = self.app.files.get(&format!("photos/{file}/whole.jpg")).await.unwrap();
        let picture = image::load_from_memory(&bytes).unwrap().into_luma8();
        let contrast = |from: u32, y: u32| {
            let row: Vec<u8> = (from..from + 32).map(|x| picture.get_pixel(x, y)[0]).collect();
            row.iter().max().unwrap() - row.iter().min().unwrap()
        };
        assert!(contrast(200, 100) > 200, "the premise: stripes");
        contrast(60, 100) < 60
    }
}

#[tokio::test]
async fn work_that_is_done_is_shown_or_it_is_told_why_not() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (case, mut crew) = (format!("/cases/{}", opened.case_id), world.browser(&world.crew));
        let form = crew.get(&case).await.is(200).form_to(&format!("{case}/closure")).choose("outcome", "fixed").type_in("words", SAID);
        crew.press(&form, "Pokaż wiadomość").await.is(422).says("Dodaj zdjęcie tego, co zrobiono, albo napisz, dlaczego go nie ma");
        let files = |content: Vec<u8>| [("after", "po.jpg", content), ("before", "przed.jpg", taken_by_a_phone([1, 1, 1], [1, 1, 1]))];
        let broken = crew.press_with(&form, "Pokaż wiadomość", &files(b"GIF89a".to_vec())).await;
        broken.is(422).says("Ten plik nie jest zdjęciem").has("bezpiecznik");
        assert!(!broken.form_to(&format!("{case}/closure")).value("before_kept").is_empty(), "the other one is carried");

        let preview = crew.press_with(&form, "Pokaż wiadomość", &files(taken_by_a_phone([1, 1, 1], [1, 1, 1]))).await;
        preview.is(200).says("Zdjęcie jest na stronie sprawy.").has("/cases/drafts/");
        crew.press(&preview.form_to(&format!("{case}/closure")), "Wyślij i").await.leads_to(&format!("{case}?saved=1"));
        world.kit.settle().await;
        crew.get(&case).await.says("Zdjęcie po pracy").says("Zdjęcie sprzed pracy");
        let kinds: String = world.kit.value("select min(kind) || ' ' || max(kind) || ' ' || count(*) from photos").await;
        assert_eq!(kinds, "after before 2");
        assert!(world.letters(opened.report_id).await["closed"].body.contains("Zdjęcie jest na stronie sprawy."));
        let public = world.public(opened.number).await;
        assert!(public.story.iter().all(|told| told.photos.is_empty()), "strangers see what was published");
        assert_eq!(own_photos(world, opened.number).await, 2, "its author sees at once what was done");
    })
    .await;
}

async fn own_photos(world: &World, number: base::ReportNumber) -> usize {
    let now = testkit::TestClock::START;
    let own = world.kit.read(move |read| cases::public::find_own(read, number, now)).await.unwrap();
    own.report.story.iter().map(|told| told.photos.len()).sum()
}

#[tokio::test]
async fn the_reason_why_there_is_no_photo_reaches_its_author() {
    on_both(async |world: &World| {
        let opened = world.opened(&world.report()).await;
        let (case, mut crew) = (format!("/cases/{}", opened.case_id), world.browser(&world.crew));
        let fields = [("outcome", "fixed"), ("words", SAID), ("no_photo", " Było ciemno. "), ("step", "send")];
        crew.post(&format!("{case}/closure"), &fields).await.is(303);
        world.kit.settle().await;
        let letter = &world.letters(opened.report_id).await["closed"];
        assert!(letter.body.contains("Bez zdjęcia: Było ciemno."), "{}", letter.body);
        crew.get(&case).await.says("Bez zdjęcia: Było ciemno.");
        let told = world.public(opened.number).await.story;
        assert_eq!(told.last().unwrap().no_photo.as_deref(), Some("Było ciemno."));
        // What claims no work needs no evidence.
        let other = world.opened(&world.report()).await;
        let answered = Closing::new(Outcome::Answered, SAID);
        world.by(&world.crew, move |tx| actions::close(tx, other.case_id, &answered)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_photo_of_a_sensitive_matter_is_its_units_alone() {
    on_both(async |world: &World| {
        let new = NewReport { photos: vec![world.kept().await], service_id: world.hushed.id, ..world.report() };
        let opened = world.opened(&new).await;
        let id = world.photo_of(opened.case_id).await;
        assert_eq!(world.picture(&world.gardener, opened.case_id, id).await, 200);
        for other in [&world.crew, &world.supervisor, &world.agent] {
            assert_eq!(world.picture(other, opened.case_id, id).await, 404);
            world.browser(other).get(&format!("{QUEUE}/{id}")).await.is(404);
        }
        for person in [&world.supervisor, &world.gardener] {
            assert_eq!(waiting(&world.browser(person).get(QUEUE).await), 0, "it is never to be published");
        }
        world.browser(&world.gardener).post(&format!("{QUEUE}/{id}/publication"), &[("edits", "0")]).await.is(403);
        let stranger = world.kit.read(move |read| cases::public::photo(read, opened.number, id, cases::public::Asker::Stranger)).await;
        assert!(matches!(stranger, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn whoever_is_forgotten_leaves_no_picture_behind() {
    on_both(async |world: &World| {
        let (opened, id) = world.with_photo().await;
        let resident_id: Id = world.kit.value("select resident_id from reports").await;
        let cover = PhotoDecision::Cover(vec![photos::Area { left: 0, top: 0, width: 500, height: 500 }], Some(Id::new()));
        world.by(&world.crew, move |tx| actions::decide_photo(tx, id, 0, PhotoDecision::Withhold("Anna".into()))).await.unwrap();
        world.by(&world.crew, move |tx| actions::decide_photo(tx, id, 1, cover.clone())).await.unwrap();
        let export = world.kit.read(move |read| cases::personal::export(read, resident_id)).await.unwrap();
        let file = export[0]["photos"][0]["file"].as_str().unwrap().to_owned();
        assert!(world.app.files.has(&file).await.unwrap(), "what is exported is there");

        world.kit.write(move |tx| cases::personal::erase(tx, resident_id)).await.unwrap();
        world.kit.settle().await;
        assert_eq!(world.state(id).await, "erased ");
        assert_eq!(world.files().await, Vec::<String>::new());
        world.browser(&world.crew).get(&format!("/cases/{}", opened.case_id)).await.is(200).never_says(&format!("/photos/{id}"));
        assert_eq!(world.picture(&world.crew, opened.case_id, id).await, 404);
        let late = world.by(&world.crew, move |tx| actions::decide_photo(tx, id, 3, PhotoDecision::Publish)).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_picture_that_two_reports_name_stays_until_both_are_forgotten() {
    on_both(async |world: &World| {
        let kept = world.kept().await;
        let new = NewReport { photos: vec![kept], ..world.report() };
        let (one, other) = (world.opened(&new).await, world.opened(&new).await);
        for (report, left) in [(one, 2), (other, 0)] {
            world.kit.write(move |tx| cases::personal::forget_report(tx, report.report_id)).await.unwrap();
            world.kit.settle().await;
            assert_eq!(world.files().await.len(), left);
        }
    })
    .await;
}

#[tokio::test]
async fn pictures_that_nothing_names_are_swept_and_missing_ones_are_told_of() {
    on_both(async |world: &World| {
        let (_, id) = world.with_photo().await;
        world.kept().await;
        let sweep = |tx: &store::Tx<'_>| actions::begin_day(tx);
        world.kit.write(sweep).await.unwrap();
        world.kit.settle().await;
        assert_eq!(world.files().await.len(), 4, "a form may yet name it");
        // Files have the moments of the machine, which the clock of the test is behind of.
        world.kit.clock.pass_seconds(100 * 365 * 86_400);
        world.kit.write(sweep).await.unwrap();
        world.kit.settle().await;
        assert_eq!(world.files().await.len(), 2, "only the photo's own are left");
        assert_eq!(shell::missing(&world.kit.db, &world.app.files).await.unwrap(), Vec::<String>::new());
        world.app.files.remove_below("photos").await.unwrap();
        let missing = shell::missing(&world.kit.db, &world.app.files).await.unwrap();
        assert!(missing.len() == 1 && missing[0].contains(&id.to_string()), "{missing:?}");
    })
    .await;
}

#[tokio::test]
async fn a_photo_whose_row_was_changed_behind_the_journal_is_named() {
    on_both(async |world: &World| {
        let (_, id) = world.with_photo().await;
        for (change, undo) in [
            ("update photos set state = 'published'", "update photos set state = 'waiting'"),
            ("update photos set kind = 'after'", "update photos set kind = 'reported'"),
            ("update photos set areas = '[[1,1,1,1]]'", "update photos set areas = '[]'"),
            ("update photos set edits = 1", "update photos set edits = 0"),
        ] {
            world.kit.write(move |tx| tx.execute(change, &[])).await.unwrap();
            assert_eq!(world.faults().await, [format!("photo {id}: its row is not what the journal says")], "{change}");
            world.kit.write(move |tx| tx.execute(undo, &[])).await.unwrap();
        }
    })
    .await;
}
