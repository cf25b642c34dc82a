# Sprawy: strony jednostek, stany, wyniki i powiadomienia. Na stronach „ty” małą literą, w listach wielką.
cases-nav = Sprawy
cases-all-units = Sprawy wszystkich jednostek
cases-nav-undispatched = Bez jednostki
cases-tabs = Które sprawy
cases-open = Otwarte ({ $n })
cases-late = Po terminie ({ $n })
cases-closed = Zamknięte
cases-list = Lista spraw
cases-none-open = Jednostka nie ma otwartych spraw. Nowe pojawią się tutaj.
cases-none-late = Żadna sprawa nie jest po terminie.
cases-none-closed = Jednostka nie ma jeszcze zamkniętych spraw.
cases-no-unit = Twoje konto nie należy do żadnej jednostki, więc nie ma tu swoich spraw.
cases-new = Nowe sprawy:
cases-changed = Lista mogła się zmienić.
cases-reload = Odśwież
cases-due = termin: { $when }
cases-no-due = bez terminu
cases-late-by = opóźnienie: { $time }

cases-case = Sprawa
cases-number = Numer
cases-place = Miejsce
cases-navigate = Nawiguj
cases-kind = Rodzaj
cases-unit = Jednostka
cases-unit-none = jeszcze żadna
cases-unit-choose = Wybierz jednostkę
cases-reports = Co pisze mieszkaniec
cases-words-hidden = Słowa mieszkańca widzi jednostka, która ma sprawę. Zobaczysz je, gdy ta osoba pokaże, kim jest.
cases-words-check = Sprawdź, kto mówi
cases-no-words = Nie ma treści: nie znamy jej albo została usunięta.
cases-came = Kiedy i jak
cases-answer = Odpowiedź
cases-answer-email = Dostanie e-mail
cases-answer-page = Zobaczy ją na stronie zgłoszenia. Adresu e-mail nie mamy
cases-story = Co się działo
cases-told-received = Sprawa otwarta
cases-told-dispatched = Przekazana do jednostki: { $unit }
cases-told-accepted = Przyjęta przez jednostkę
cases-told-progressed = Wiadomość do mieszkańca
cases-told-closed = Zakończona: { $outcome }
cases-yes = Tak
cases-no = Nie
cases-answer-erased = Odpowiedź usunięta
cases-because = Bo: { $reasons }.
cases-because-own-unit = Bo to jednostka tej usługi.
cases-because-owner = ta jednostka opiekuje się zgłoszoną rzeczą
cases-because-row = Bo tak mówi wiersz { $row } tabeli usługi.
cases-by-resident = mieszkaniec
cases-by-staff = pracownik
cases-by-system = program
cases-by-import = poprzedni system
cases-by-key = inny program

cases-accept = Przyjmij sprawę
cases-progress = Dodaj postęp
cases-progress-send = Wyślij wiadomość
cases-close = Zakończ sprawę
cases-outcome = Wynik
cases-outcome-choose = Wybierz wynik
cases-words = Wiadomość do mieszkańca
cases-words-hint = Co zrobiliście i co sprawdziliście. Wyślemy dokładnie to.
cases-news-hint = Co już wiadomo i co będzie dalej. Wyślemy dokładnie to.
cases-preview-show = Pokaż wiadomość przed wysłaniem
cases-preview = Wiadomość przed wysłaniem
cases-preview-outcome = Wynik: { $outcome }.
cases-preview-readers = { $n ->
    [one] Dostanie ją e-mailem 1 osoba.
    [few] Dostaną ją e-mailem { $n } osoby.
   *[many] Dostanie ją e-mailem { $n } osób.
  }
cases-preview-nobody = Nikt nie zostawił adresu e-mail. Wiadomość będzie na stronie zgłoszenia:
cases-close-send = Wyślij i zakończ
cases-close-mend = Popraw wiadomość
cases-dispatch = Przekaż do innej jednostki
cases-dispatch-do = Przekaż sprawę
cases-saved = Zapisane
cases-not-saved = Nic nie zapisaliśmy
cases-unsent = Twoja wiadomość, niewysłana
cases-handed = Sprawa { $number } jest w jednostce.
cases-undispatched-why = Usługa nie ma swojej jednostki albo jednostka nie przyjmuje spraw. Zdecyduj, kto się tym zajmie.
cases-undispatched-more = Pokazujemy najstarsze. Następne pojawią się, gdy te przekażesz.
cases-none-undispatched = Każda sprawa ma swoją jednostkę.

stage-received = Przyjęta
stage-dispatched = Przekazana
stage-accepted = W jednostce
stage-in-progress = W toku
stage-closed = Zakończona: { $outcome }
stage-late = Po terminie
outcome-fixed = naprawione
outcome-answered = odpowiedź udzielona
outcome-accepted = pomysł przyjęty
outcome-implemented = pomysł zrealizowany
outcome-not_found = na miejscu niczego nie ma
outcome-not_ours = nie należy do miasta
outcome-deferred = zrobimy później
outcome-refused = odmowa
outcome-duplicate = zajmuje się tym inna sprawa
outcome-withdrawn = wycofane przez mieszkańca
kind-intervention = interwencja
kind-question = pytanie
kind-idea = uwaga lub propozycja
kind-complaint = skarga
kind-compliment = pochwała
channel-phone = telefon
channel-sms = SMS
channel-email = e-mail
channel-chat = czat
channel-web = strona miasta
channel-app = aplikacja
channel-open311 = inny program (Open311)
channel-counter = okienko w urzędzie
channel-post = list
channel-other = inny system

report-body-missing = Napisz, co się dzieje
report-body-long = Skróć opis do 5000 znaków
report-place-missing = Wpisz ulicę i numer albo nazwę przystanku
report-place-long = Skróć nazwę miejsca do 300 znaków
case-words-missing = Napisz, co zrobiliście i co sprawdziliście
case-words-long = Skróć wiadomość do 4000 znaków
case-outcome-missing = Wybierz wynik z listy
case-unit-unknown = Wybierz z listy jednostkę, która przyjmuje sprawy
case-service-without-unit = Usługa nie ma jednostki. Przekaż sprawę ręcznie.
case-refused-closed = Ta sprawa jest już zakończona.
case-refused-already-there = Ta jednostka już ma tę sprawę.
case-refused-already-accepted = Ta sprawa jest już przyjęta.
case-refused-not-dispatched = Tej sprawy nie ma jeszcze żadna jednostka. Najpierw ją przekaż.

notice-received-title = Zgłoszenie { $number } ({ $service }): przyjęte
notice-received-body =
    Dzień dobry,

    mamy Twoje zgłoszenie. Numer: { $number }. Sprawa: { $service }.

    Przekażemy je jednostce, która się tym zajmuje, i napiszemy, która to.
    { $promise ->
        [ahead] Obiecany termin: { $due }.
        [over] Termin minął: { $due }.
       *[none] Termin nie jest wyznaczony. O wszystkim, co się wydarzy, napiszemy.
    }

    Co dzieje się ze sprawą, zobaczysz tutaj:
    { $link }
    Ten adres jest tylko dla Ciebie: pokazuje też Twoje słowa.

    Wolisz rozmowę? Zadzwoń: { $phone }. Podaj numer { $number }.

    { $centre }
    { $city }
notice-dispatched-title = Zgłoszenie { $number } ({ $service }): ma je jednostka
notice-dispatched-body =
    Dzień dobry,

    Twoja sprawa { $number } ({ $service }) jest teraz w jednostce: { $unit }.

    { $promise ->
        [ahead] Obiecany termin: { $due }. Napiszemy, gdy coś się zmieni.
        [over] Termin minął: { $due }. Przepraszamy. Napiszemy, gdy coś się zmieni.
       *[none] Termin nie jest wyznaczony. Napiszemy, gdy coś się zmieni.
    }

    Co dzieje się ze sprawą, zobaczysz tutaj:
    { $link }

    Wolisz rozmowę? Zadzwoń: { $phone }. Podaj numer { $number }.

    { $centre }
    { $city }
notice-progressed-title = Zgłoszenie { $number } ({ $service }): nowa wiadomość
notice-progressed-body =
    Dzień dobry,

    w Twojej sprawie { $number } ({ $service }) jest wiadomość od jednostki { $unit }:

    { $words }

    { $promise ->
        [ahead] Sprawa trwa. Obiecany termin: { $due }.
        [over] Sprawa trwa. Termin minął: { $due }. Przepraszamy.
       *[none] Sprawa trwa. Termin nie jest wyznaczony.
    }

    Co dzieje się ze sprawą, zobaczysz tutaj:
    { $link }

    Wolisz rozmowę? Zadzwoń: { $phone }. Podaj numer { $number }.

    { $centre }
    { $city }
notice-closed-title = Zgłoszenie { $number } ({ $service }): zakończone
notice-closed-body =
    Dzień dobry,

    Twoja sprawa { $number } ({ $service }) jest zakończona. Wynik: { $outcome }.

    { $by ->
        [unit] Odpowiedź jednostki { $unit }:
       *[centre] Nasza odpowiedź:
    }

    { $words }

    Coś się nie zgadza? Zadzwoń: { $phone }. Podaj numer { $number } i powiedz, co jest nie tak.

    Cała sprawa jest tutaj:
    { $link }

    { $centre }
    { $city }

cases-nearby = Sprawy poza listą jednostki
cases-sensitive = Sprawa wrażliwa. Wie o niej tylko jednostka, która ją prowadzi, i osoby, którym ją udostępniono.
cases-guests = Udostępnij sprawę
cases-guests-text = Wskazana osoba zobaczy całą sprawę. Udostępnienie zapisujemy w historii.
cases-guest-login = Login osoby
cases-guest-show = Udostępnij
cases-guest-without = Cofnij dostęp
case-guest-unknown = Nie ma osoby o takim loginie. Sprawdź pisownię.

cases-ask = Zapytaj zgłaszającego
cases-question = Twoje pytanie
cases-question-hint = Wyślemy dokładnie to. Termin biegnie dalej.
cases-ask-send = Wyślij pytanie
cases-schedule = Zaplanuj pracę na dzień
cases-day = Dzień
cases-plan-hint = Co wtedy zrobicie. Wyślemy dokładnie to.
cases-schedule-send = Zaplanuj i powiadom
cases-return = Odeślij: to nie nasza sprawa
cases-reason = Powód
cases-reason-hint = Czyja to sprawa i skąd to wiesz. Przeczyta to osoba, która przekazuje sprawy.
cases-return-send = Odeślij sprawę
cases-told-returned = Odesłana przez jednostkę
cases-told-scheduled = Praca zaplanowana: { $day }
cases-told-asked = Pytanie do zgłaszającego
cases-told-answered = Odpowiedź zgłaszającego
cases-told-reopened = Wznowiona: zgłaszający mówi, że nie zrobione
stage-scheduled = Zaplanowana: { $day }
stage-waiting = Czeka na odpowiedź
stage-reopened = Wznowiona
case-refused-not-asked = Nikt o nic nie pytał w tej sprawie.
case-refused-open = Ta sprawa trwa, nie trzeba jej wznawiać.
case-day-missing = Wpisz dzień
case-day-over = Wybierz dzisiaj albo późniejszy dzień
notice-scheduled-title = Zgłoszenie { $number } ({ $service }): zaplanowane
notice-scheduled-body =
    Dzień dobry,

    praca w Twojej sprawie { $number } ({ $service }) jest zaplanowana: { $day }. Zajmuje się nią jednostka { $unit }.
    { $said ->
        [yes] Jednostka pisze: { $words }
       *[no] {""}
    }

    Co dzieje się ze sprawą, zobaczysz tutaj:
    { $link }

    Wolisz rozmowę? Zadzwoń: { $phone }. Podaj numer { $number }.

    { $centre }
    { $city }
notice-asked-title = Zgłoszenie { $number } ({ $service }): mamy pytanie
notice-asked-body =
    Dzień dobry,

    jednostka { $unit } pyta w Twojej sprawie { $number } ({ $service }):

    { $words }

    Odpowiedz na tej stronie:
    { $link }

    Wolisz rozmowę? Zadzwoń: { $phone }. Podaj numer { $number }.

    { $centre }
    { $city }
cases-nav-disputed = Niezgoda na zakończenie
cases-none-disputed = Nikt drugi raz nie zgłosił, że sprawa nie jest zrobiona.
cases-disputed-why = Zgłaszający mówi kolejny raz, że nie zrobione. Zdecyduj, czy sprawa wraca do jednostki.
cases-disputed-closing = Co napisała jednostka
cases-disputed-words = Co pisze zgłaszający
cases-disputed-reopen = Wznów sprawę
cases-disputed-answer = Odpowiedź, jeśli sprawa zostaje zakończona
cases-disputed-answer-hint = Wyślemy dokładnie to.
cases-disputed-decline = Zostaw zakończoną i odpowiedz
cases-disputed-more = Pokazujemy najstarsze. Następne pojawią się, gdy te rozstrzygniesz.
cases-disputed-decided = Rozstrzygnięcie zapisane.
case-decided = Ktoś już to rozstrzygnął.
case-judged = Twoja odpowiedź już jest zapisana.
case-judged-late = Minęło 30 dni od zakończenia sprawy. Zgłoś ją jeszcze raz.
notice-declined-title = Zgłoszenie { $number } ({ $service }): sprawa zostaje zakończona
notice-declined-body =
    Dzień dobry,

    piszesz, że w sprawie { $number } ({ $service }) nie jest zrobione. Sprawdziliśmy to jeszcze raz i sprawa zostaje zakończona:

    { $words }

    Cała sprawa jest tutaj:
    { $link }

    Nie zgadzasz się? Zadzwoń: { $phone }. Podaj numer { $number }.

    { $centre }
    { $city }
cases-given-back = { $n ->
    [one] Odesłana przez jednostkę { $unit }:
    [few] Odesłana { $n } razy, ostatnio przez jednostkę { $unit }:
   *[many] Odesłana { $n } razy, ostatnio przez jednostkę { $unit }:
  }
case-reason-missing = Napisz, czyja to sprawa
case-question-missing = Napisz pytanie
case-answer-missing = Napisz odpowiedź
case-wrong-missing = Napisz, co jest nie tak
notice-received-easy =
    Dzień dobry.
    Mamy Twoje zgłoszenie.
    Numer: { $number }.
    Sprawa: { $service }.

    Przekażemy je jednostce.
    Potem napiszemy, która to jednostka.
    { $promise ->
        [ahead] Termin: { $due }.
        [over] Termin minął: { $due }. Przepraszamy.
       *[none] Nie ma terminu.
    }

    Tu zobaczysz swoją sprawę:
    { $link }
    Ten adres jest tylko dla Ciebie.

    Masz pytanie? Zadzwoń: { $phone }.
    Podaj numer { $number }.

    { $centre }
    { $city }
notice-dispatched-easy =
    Dzień dobry.
    Twoją sprawą zajmuje się jednostka.
    To { $unit }.
    Numer: { $number }.
    Sprawa: { $service }.

    { $promise ->
        [ahead] Termin: { $due }.
        [over] Termin minął: { $due }. Przepraszamy.
       *[none] Nie ma terminu.
    }
    Napiszemy, gdy coś się zmieni.

    Tu zobaczysz swoją sprawę:
    { $link }

    Masz pytanie? Zadzwoń: { $phone }.
    Podaj numer { $number }.

    { $centre }
    { $city }
notice-progressed-easy =
    Dzień dobry.
    Jest wiadomość o Twojej sprawie.
    Pisze { $unit }:

    { $words }

    Numer: { $number }.
    Sprawa: { $service }.
    Sprawa jeszcze trwa.
    { $promise ->
        [ahead] Termin: { $due }.
        [over] Termin minął: { $due }. Przepraszamy.
       *[none] Nie ma terminu.
    }

    Tu zobaczysz swoją sprawę:
    { $link }

    Masz pytanie? Zadzwoń: { $phone }.
    Podaj numer { $number }.

    { $centre }
    { $city }
notice-closed-easy =
    Dzień dobry.
    Twoja sprawa się skończyła.
    Wynik: { $outcome }.
    Numer: { $number }.
    Sprawa: { $service }.

    { $by ->
        [unit] Tak pisze { $unit }:
       *[centre] To nasza odpowiedź:
    }

    { $words }

    Coś się nie zgadza? Zadzwoń: { $phone }.
    Podaj numer { $number }.

    Tu zobaczysz swoją sprawę:
    { $link }

    { $centre }
    { $city }
notice-scheduled-easy =
    Dzień dobry.
    Twoja sprawa ma wyznaczony dzień.
    Dzień pracy: { $day }.
    Robi to { $unit }.
    Numer: { $number }.
    Sprawa: { $service }.
    { $said ->
        [yes] Jednostka pisze: { $words }
       *[no] {""}
    }

    Tu zobaczysz swoją sprawę:
    { $link }

    Masz pytanie? Zadzwoń: { $phone }.
    Podaj numer { $number }.

    { $centre }
    { $city }
notice-asked-easy =
    Dzień dobry.
    Mamy pytanie o Twoją sprawę.
    Pyta { $unit }:

    { $words }

    Numer: { $number }.
    Sprawa: { $service }.

    Odpowiedz na tej stronie:
    { $link }

    Możesz też zadzwonić: { $phone }.
    Podaj numer { $number }.

    { $centre }
    { $city }
notice-declined-easy =
    Dzień dobry.
    Piszesz, że nie jest zrobione.
    Sprawdziliśmy jeszcze raz.
    Sprawa zostaje zakończona.
    To nasza odpowiedź:

    { $words }

    Numer: { $number }.
    Sprawa: { $service }.

    Nie zgadzasz się? Zadzwoń: { $phone }.
    Podaj numer { $number }.

    Tu zobaczysz swoją sprawę:
    { $link }

    { $centre }
    { $city }

photos-nav = Zdjęcia
photos-none = Żadne zdjęcie nie czeka na decyzję. Nowe pojawią się tutaj.
photos-why = Zdjęcie zobaczą wszyscy dopiero po publikacji. Najpierw zakryj twarze i tablice rejestracyjne.
photos-more = To najstarsze zdjęcia. Następne pojawią się po decyzji o tych.
photos-decided = Decyzja o zdjęciu jest zapisana.
photos-covered-saved = Obraz jest zmieniony. Oryginał widzi tylko jednostka.
photos-one = Zdjęcie do sprawy
photos-case = Zobacz sprawę
photos-back = Wróć do zdjęć
photos-look = Obejrzyj i zakryj
photos-original = Zobacz bez zakrycia
photos-publish = Opublikuj zdjęcie
photos-publish-text = Wszyscy zobaczą je tak, jak tutaj: z tym, co zakryto.
photos-withhold = Nie publikuj
photos-reason = Powód
photos-reason-hint = Przeczyta go osoba, która przysłała zdjęcie.
photos-cover = Zakryj część zdjęcia
photos-cover-text = Podaj miejsce w procentach zdjęcia: 0 to lewy albo górny brzeg, 50 to środek.
photos-drag = Zaznacz prostokąt na zdjęciu, potem wybierz „Zakryj”.
photos-left = Od lewej, %
photos-top = Od góry, %
photos-width = Szerokość, %
photos-height = Wysokość, %
photos-cover-do = Zakryj
photos-undo = Cofnij ostatnie zakrycie
photos-undo-all = Odkryj całe zdjęcie
photos-areas = { $n ->
    [0] Nic nie jest zakryte.
    [one] Zakryte { $n } miejsce.
    [few] Zakryte { $n } miejsca.
   *[other] Zakryte { $n } miejsc.
  }
photos-after-label = Zdjęcie tego, co zrobiono
photos-after-hint = JPEG, PNG albo WebP, do 20 MB, najwyżej 3. Zobaczy je osoba, która zgłosiła sprawę.
photos-before-label = Zdjęcie sprzed pracy
photos-no-photo = Bez zdjęcia: dlaczego
photos-no-photo-hint = Potrzebne, gdy praca jest zrobiona, a zdjęcia nie ma. Przeczyta to osoba, która zgłosiła sprawę.
photo-reported = Zdjęcie od mieszkańca
photo-before = Zdjęcie sprzed pracy
photo-after = Zdjęcie po pracy
photo-waiting = Czeka na decyzję o publikacji
photo-published = Opublikowane
photo-withheld = Nie jest publikowane
photo-erased = Usunięte
photo-changed = Ktoś właśnie zmienił to zdjęcie. Obejrzyj je jeszcze raz.
photo-reason-missing = Napisz, dlaczego zdjęcie nie będzie publikowane
photo-reason-long = Skróć powód do 500 znaków
photo-area-wrong = Wpisz cztery liczby od 0 do 100, szerokość i wysokość większe od zera
photo-areas-many = Można zakryć najwyżej 20 miejsc
photo-too-large = Zdjęcie jest za duże. Wybierz takie do 20 MB
photo-too-many = Zdjęć może być najwyżej 3
photo-heic = Zdjęcie jest w formacie HEIC. Ustaw w aparacie JPEG („najbardziej zgodny”) albo wyślij zrzut ekranu
photo-unknown = Ten plik nie jest zdjęciem. Wybierz JPEG, PNG albo WebP
photo-broken = Zdjęcia nie da się odczytać. Wybierz inne albo dodaj je jeszcze raz
photo-busy = Właśnie przychodzi dużo zdjęć. Dodaj je jeszcze raz za chwilę
photo-not-stored = Nie udało się zapisać zdjęcia. Dodaj je jeszcze raz za chwilę
case-evidence-missing = Dodaj zdjęcie tego, co zrobiono, albo napisz, dlaczego go nie ma
case-evidence-long = Skróć powód braku zdjęcia do 500 znaków
notice-no-photo = Bez zdjęcia: { $why }
notice-with-photo = Zdjęcie jest na stronie sprawy.
