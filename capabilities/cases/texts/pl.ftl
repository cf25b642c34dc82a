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
cases-ending = Kończą się ({ $n })
cases-none-ending = Żadnej sprawie nie kończy się teraz termin.
cases-ends = Inny termin kończy się: { $when }
cases-clocks = Terminy
clock-first_answer = pierwsza odpowiedź
clock-work = zaplanowana praca
clock-fix = koniec sprawy
clock-legal = termin ustawowy
clock-state-runs = biegnie
clock-state-ends = kończy się
clock-state-late = minął
clock-state-stands = stoi, czekamy na odpowiedź
clock-state-kept = dotrzymany
clock-state-broken = niedotrzymany
cases-clock-first = pierwsza obietnica: { $day }
cases-deadline = Zmień obiecany termin
cases-deadline-now = Teraz obiecany dzień: { $day }.
cases-deadline-none = Teraz nie ma obiecanego dnia.
cases-deadline-day = Nowy dzień
cases-deadline-day-hint = Dzień, w którym jednostka pracuje. Obietnica jest ważna do końca jej godzin pracy.
cases-deadline-reason = Powód zmiany
cases-deadline-reason-hint = Dlaczego trzeba poczekać i co zrobicie do tego dnia. Wyślemy dokładnie to i pokażemy na stronie zgłoszenia.
cases-deadline-send = Zmień termin i powiadom
cases-told-promised = Nowy obiecany termin: { $day }
cases-told-waited = Termin po czekaniu na odpowiedź: { $day }
cases-told-missed = Obiecany termin minął
cases-warning-title = { $sensitive ->
    [yes] Sprawa jednostki: kończy się termin
   *[no] Sprawa { $number } ({ $service }): kończy się termin
  }
cases-warning-body =
    Dzień dobry,

    { $sensitive ->
        [yes] w jednej ze spraw jednostki kończy się termin ({ $clock }): { $due }.
       *[no] w sprawie { $number } ({ $service }) kończy się termin ({ $clock }): { $due }.
    }

    Sprawa jest tutaj:
    { $link }

    Jeśli nie zdążycie, zmieńcie obiecany termin i napiszcie powód. Mieszkaniec dostanie go od razu.
case-late-reason-missing = Napisz, dlaczego termin się zmienia
case-day-not-worked = Wybierz dzień, w którym jednostka pracuje
case-day-same = Ten dzień jest już obiecany. Wybierz inny
notice-promised-title = Zgłoszenie { $number } ({ $service }): nowy termin
notice-promised-body =
    Dzień dobry,

    w Twojej sprawie { $number } ({ $service }) zmienił się obiecany termin. Nowy termin: { $due }.

    Jednostka { $unit } pisze, dlaczego:

    { $words }

    Co dzieje się ze sprawą, zobaczysz tutaj:
    { $link }

    Wolisz rozmowę? Zadzwoń: { $phone }. Podaj numer { $number }.

    { $centre }
    { $city }
notice-promised-easy =
    Dzień dobry.
    Twoja sprawa ma nowy termin.
    Termin: { $due }.
    Tak pisze { $unit }:

    { $words }

    Numer: { $number }.
    Sprawa: { $service }.

    Tu zobaczysz swoją sprawę:
    { $link }

    Masz pytanie? Zadzwoń: { $phone }.
    Podaj numer { $number }.

    { $centre }
    { $city }
notice-late-title = Zgłoszenie { $number } ({ $service }): spóźniamy się
notice-late-body =
    Dzień dobry,

    { $promise ->
        [ahead] w Twojej sprawie { $number } ({ $service }) minął obiecany termin. Przepraszamy. Nowy termin: { $due }.
        [over] w Twojej sprawie { $number } ({ $service }) minął obiecany termin: { $due }. Przepraszamy. Sprawa dalej jest otwarta.
       *[none] w Twojej sprawie { $number } ({ $service }) minął obiecany termin. Przepraszamy. Sprawa dalej jest otwarta.
    }

    { $by ->
        [unit] Zajmuje się nią jednostka { $unit }. Gdy poda powód albo nowy termin, napiszemy.
       *[centre] Szukamy jednostki, która się nią zajmie. Gdy ją znajdziemy, napiszemy.
    }

    Co dzieje się ze sprawą, zobaczysz tutaj:
    { $link }

    Wolisz rozmowę? Zadzwoń: { $phone }. Podaj numer { $number }.

    { $centre }
    { $city }
notice-late-easy =
    Dzień dobry.
    Spóźniamy się z Twoją sprawą.
    Przepraszamy.
    Numer: { $number }.
    Sprawa: { $service }.
    { $promise ->
        [ahead] Nowy termin: { $due }.
        [over] Termin był taki: { $due }.
       *[none] Obiecany termin minął.
    }
    Sprawa dalej jest otwarta.

    Tu zobaczysz swoją sprawę:
    { $link }

    Masz pytanie? Zadzwoń: { $phone }.
    Podaj numer { $number }.

    { $centre }
    { $city }
cases-question-hint-stands = Wyślemy dokładnie to. Obiecany termin stoi, aż przyjdzie odpowiedź.
cases-nav-figures = Terminowość
cases-figures = Terminowość
cases-figures-formula = Procent = sprawy zakończone w pierwszym obiecanym terminie, podzielone przez wszystkie, którym ten termin minął w miesiącu. Sprawy otwarte po terminie liczą się jako spóźnione, a zmiana terminu niczego tu nie poprawia. Czas czekania na odpowiedź dolicza się tylko tam, gdzie usługa tak mówi. Spraw wrażliwych tu nie ma.
cases-figures-by = Podział
cases-figures-by-unit = Według jednostek
cases-figures-by-service = Według usług
cases-figures-by-month = Miesiąc po miesiącu
cases-figures-service = Usługa
cases-figures-month = Miesiąc
cases-figures-before = Poprzedni miesiąc
cases-figures-after = Następny miesiąc
cases-figures-none = Nie ma tu spraw.
cases-figures-percent = W terminie, procent
cases-figures-csv = Pobierz tabelę (CSV)
on-time-due = Obietnice, których termin minął
on-time-kept = W terminie
on-time-closed_late = Zakończone po terminie
on-time-open_late = Otwarte po terminie

cases-mine = Moje ({ $n })
cases-none-mine = Nie prowadzisz teraz żadnej otwartej sprawy ani nikogo nie zastępujesz.
cases-none-such = Nic tu nie pasuje. Zmień to, czego szukasz.
cases-path = Gdzie jesteś
cases-search = Szukaj i filtruj
cases-search-words = Numer, znak sprawy, miejsce albo słowa
cases-search-hint = Bez polskich znaków i łączników też znajdziemy.
cases-search-service = Usługa
cases-search-area = Obszar
cases-search-any = wszystkie
cases-search-do = Szukaj
cases-search-clear = Wyczyść
cases-order = Kolejność
cases-order-due = najpierw najbliższy termin
cases-order-newest = najpierw najnowsze
cases-order-oldest = najpierw najstarsze
cases-person = Prowadzi
cases-person-nobody = nikt imiennie
cases-person-gone = nie pracuje
cases-person-choose = Kto prowadzi sprawę
cases-person-do = Zapisz
cases-views = Zapisane widoki
cases-view-units = (jednostki)
cases-view-name = Nazwa widoku
cases-view-shared = Widoczny dla całej jednostki
cases-view-keep = Zapisz ten widok
cases-view-forget = Usuń widok
cases-view-saved = Widok stoi nad listą.
cases-csv = Pobierz listę (CSV)
cases-load = Kto ile prowadzi
cases-load-text = Otwarte sprawy według osób. Liczba prowadzi do listy.
cases-load-open = Otwarte
cases-load-due = Najbliższy termin
cases-tick = Zaznacz:
cases-ticked = Zaznaczono:
cases-batch = Z zaznaczonymi
cases-batch-choose = Wybierz, co zrobić
cases-batch-all = wszystkie pasujące do listy (najwyżej 500)
cases-batch-go = Dalej
cases-batch-accept = Przyjmij sprawy
cases-batch-assign = Przydziel osobie
cases-batch-schedule = Zaplanuj pracę
cases-batch-progress = Wyślij wiadomość
cases-batch-print = Drukuj karty pracy
cases-batch-lede = { $n ->
    [one] To dotyczy jednej sprawy.
    [few] To dotyczy { $n } spraw. Każdą zapiszemy osobno.
   *[many] To dotyczy { $n } spraw. Każdą zapiszemy osobno.
  }
cases-batch-done = { $n ->
    [0] Nic nie zapisaliśmy
    [one] Zapisane: jedna sprawa
    [few] Zapisane: { $n } sprawy
   *[many] Zapisane: { $n } spraw
  }
cases-batch-undone = { $n ->
    [one] Jedna sprawa została, jak była:
    [few] { $n } sprawy zostały, jak były:
   *[many] { $n } spraw zostało, jak było:
  }
cases-batch-gone = Tej sprawy nie ma już w jednostce.
cases-sheet-text = Kart pracy: { $n }. Drukuj je z przeglądarki (Ctrl+P). Nie ma na nich danych osoby, która zgłosiła.
cases-sheet-qr = Kod, który otwiera tę sprawę w telefonie
cases-sheet-done = Wykonał(a)
cases-sheet-when = dnia
cases-marks = Znak sprawy
cases-mark = Znak sprawy w urzędzie
cases-mark-hint = Na przykład Or-II.0003.1.107.2017.
cases-mark-do = Zapisz znak
cases-mark-without = Usuń znak
case-person-elsewhere = Wybierz osobę, która pracuje w jednostce prowadzącej sprawę
case-mark-wrong = Wpisz znak sprawy, najwyżej 80 znaków
case-marks-many = Ta sprawa ma już 20 znaków
case-view-unnamed = Nazwij widok, najwyżej 80 znaków
case-views-many = Masz już 30 widoków. Usuń któryś.
case-batch-empty = Zaznacz co najmniej jedną sprawę
case-batch-act = Wybierz, co zrobić z zaznaczonymi sprawami
cases-form = Forma prawna
cases-form-change = zmień
cases-form-of = na jednostkę: { $unit }
cases-form-why = Co to jest w świetle prawa, potwierdza człowiek. Termin ustawowy biegnie od wpływu i nie staje, gdy czekamy na odpowiedź zgłaszającego.
cases-form-proposed = Usługa proponuje: { $form }
cases-form-which = Co to jest
cases-form-rule = { $term } od wpływu, czyli najpóźniej { $day } ({ $source })
cases-form-rule-unsure = { $term } od wpływu, czyli najpóźniej { $day } ({ $source }). Ten termin musi potwierdzić prawnik miasta.
cases-form-days = { $n ->
    [one] { $n } dzień
    [few] { $n } dni
   *[many] { $n } dni
  }
cases-form-months = { $n ->
    [one] { $n } miesiąc
    [few] { $n } miesiące
   *[many] { $n } miesięcy
  }
cases-form-about = Na kogo jest skarga
cases-form-about-hint = Tylko przy skardze. Ta jednostka i jej działy nie dostaną sprawy do rozpatrzenia.
cases-form-about-choose = Wybierz jednostkę
cases-form-about-none = Nie dotyczy jednostki z tej listy
cases-form-until = Inny ostatni dzień terminu
cases-form-until-hint = Zostaw puste, jeśli termin ma wynikać z reguły.
cases-form-save = Zapisz formę prawną
cases-form-returned = To skarga na tę jednostkę, dlatego rozpatrzy ją kto inny.
cases-notice = Zawiadomienie o przedłużeniu
cases-notice-do = Przygotuj zawiadomienie o przedłużeniu
cases-notice-task = Termin ustawowy kończy się. Zakończ sprawę albo wyślij zawiadomienie.
cases-notice-term = { $form }, termin ustawowy: { $day }.
cases-notice-longest = Najpóźniej można go przesunąć na dzień: { $day }.
cases-notice-day = Nowy ostatni dzień terminu
cases-notice-text = Treść zawiadomienia
cases-notice-hint = Sprawdź tekst i wpisz powód w miejscu […]. Podpisuje osoba do tego upoważniona. Wyślemy dokładnie to.
cases-notice-send = Wyślij zawiadomienie
cases-notice-prepared =
    Zawiadamiamy, że sprawa { $number } (forma prawna: { $form }) nie zostanie załatwiona w terminie, który mija: { $day }.

    Powód: { $blank }

    { $name }
cases-told-formed = Forma prawna: { $form }
cases-told-extended = Zawiadomienie o przedłużeniu, nowy termin ustawowy: { $day }
legal-form-none = bez formy prawnej
legal-form-skarga = skarga
legal-form-wniosek = wniosek
legal-form-petition = petycja
legal-form-public_information = wniosek o informację publiczną
legal-form-accessibility_demand = żądanie zapewnienia dostępności
legal-form-gdpr_request = żądanie w sprawie danych osobowych
legal-form-interpellation = interpelacja radnego
case-form-missing = Wybierz, co to jest
case-about-missing = Wybierz jednostkę albo powiedz, że nie ma jej na liście
case-unit-complained-of = To skarga na tę jednostkę, więc nie może jej rozpatrzyć. Wybierz inną
case-without-legal-term = Ta sprawa nie ma terminu ustawowego.
case-day-not-later = Wybierz dzień późniejszy niż obecny termin
case-day-beyond-law = Wybierz dzień, na który prawo pozwala
case-notice-blank = Wpisz powód w miejscu […]
notice-extended-title = Zgłoszenie { $number } ({ $service }): zawiadomienie o przedłużeniu
notice-extended-body =
    Dzień dobry,

    wysyłamy zawiadomienie w Twojej sprawie { $number } ({ $service }). Nowy termin: { $due }.

    { $words }

    Co dzieje się ze sprawą, zobaczysz tutaj:
    { $link }

    Wolisz rozmowę? Zadzwoń: { $phone }. Podaj numer { $number }.

    { $centre }
    { $city }
notice-extended-easy =
    Dzień dobry.
    Twoja sprawa potrwa dłużej.
    Nowy termin: { $due }.
    To jest zawiadomienie:

    { $words }

    Numer: { $number }.
    Sprawa: { $service }.

    Tu zobaczysz swoją sprawę:
    { $link }

    Masz pytanie? Zadzwoń: { $phone }.
    Podaj numer { $number }.

    { $centre }
    { $city }
cases-pause = Wstrzymaj termin ustawowy
cases-pause-end = Wznów termin ustawowy
cases-pause-why = Termin ustawowy staje tylko z podstawą prawną. To, że czekamy na odpowiedź mieszkańca, nią nie jest. Listę podstaw (art. 35 § 5 KPA) musi potwierdzić prawnik miasta.
cases-pause-end-why = Termin pobiegnie dalej i będzie dłuższy o tyle dni, ile stał.
cases-pause-ground = Podstawa
cases-pause-reason = Uzasadnienie
cases-pause-reason-hint = Zgłaszający przeczyta je na stronie zgłoszenia.
ground-act = termin przewidziany w przepisach na określoną czynność
ground-suspension = zawieszenie postępowania
ground-party = opóźnienie z winy strony
ground-beyond_office = przyczyna niezależna od urzędu
clock-state-ground = stoi z podstawą prawną
cases-told-stood = Termin ustawowy wstrzymany: { $ground }
cases-told-resumed = Termin ustawowy wznowiony: { $day }
case-ground-missing = Wybierz podstawę
case-ground-reason-missing = Napisz uzasadnienie
case-not-standing = Termin ustawowy tej sprawy nie jest wstrzymany.

cases-told-split-off = Sprawa wydzielona z innej
cases-told-reported = Zgłoszenie
cases-told-joined = { $n ->
    [one] Dołączono zgłoszenie z innej sprawy
    [few] Dołączono { $n } zgłoszenia z innej sprawy
   *[many] Dołączono { $n } zgłoszeń z innej sprawy
  }
cases-told-parted = Część zgłoszeń prowadzimy teraz w osobnej sprawie
cases-told-merged = Połączona z inną sprawą
cases-told-unmerged = Połączenie cofnięte
cases-merge = Połącz z inną sprawą
cases-merge-text = Zgłoszenia z tej sprawy przejdą do wybranej. Numery zgłoszeń nadal działają, a zgłaszający dostaną wiadomość. Połączenie można cofnąć.
cases-merge-into = Z którą sprawą
cases-merge-near = { $distance }, { $when }
cases-merge-origin = z tej sprawy wydzielono zgłoszenie
cases-merge-number = Numer innej sprawy
cases-merge-number-hint = Numer dowolnego zgłoszenia z tej sprawy, na przykład 4821-907-5.
cases-merge-send = Połącz sprawy
cases-merged-here = Dołączone sprawy
cases-merged-away = Zgłoszenia z tej sprawy prowadzimy w innej sprawie:
cases-unmerge = Cofnij połączenie
cases-split = Rozdziel zgłoszenia
cases-split-text = Wybrane zgłoszenie stanie się osobną sprawą. Jego numer nadal działa, a zgłaszający dostanie wiadomość. Aby to cofnąć, połącz nową sprawę z tą.
cases-split-report = Zgłoszenie
cases-split-service = Usługa nowej sprawy
cases-split-send = Wydziel zgłoszenie
case-merge-same = To jedna i ta sama sprawa.
case-merge-closed = Jedna ze spraw jest zakończona. Łączymy tylko sprawy otwarte.
case-merge-sensitive = Sprawy wrażliwej nie łączymy z inną.
case-merge-controller = Sprawy mają różnych administratorów danych, więc nie można ich połączyć.
case-merge-formal = Jedna ze spraw jest w prawie osobna (skarga, wniosek, petycja…) i ma własny termin. Takich nie łączymy.
case-merge-hidden = Tę sprawę widzą wszyscy, a tamtej nie. Połącz tamtą z tą.
case-merge-many = Sprawa ma za dużo zgłoszeń, aby przenieść je naraz.
case-merge-unknown = Wybierz sprawę z listy albo wpisz numer, który znasz
case-not-merged = Ta sprawa nie jest połączona z inną.
case-unmerge-moved = Jedno ze zgłoszeń jest już w innej sprawie, więc połączenia nie można cofnąć.
case-split-only = To jedyne zgłoszenie w tej sprawie.
case-split-missing = Wybierz zgłoszenie
case-split-controller = Ta usługa ma innego administratora danych. Wybierz inną.
case-split-sensitive = Sprawy wrażliwej i zwykłej nie można tak rozdzielić. Wybierz inną usługę.
notice-moved-title = { $why ->
    [joined] Zgłoszenie { $number } ({ $service }): razem z innymi
   *[apart] Zgłoszenie { $number } ({ $service }): osobna sprawa
  }
notice-moved-body =
    Dzień dobry,

    { $why ->
        [joined] to samo co w Twoim zgłoszeniu { $number } zgłosił ktoś jeszcze. Prowadzimy te zgłoszenia jako jedną sprawę ({ $service }).
       *[apart] Twoje zgłoszenie { $number } prowadzimy teraz jako osobną sprawę ({ $service }).
    }
    { $by ->
        [unit] Zajmuje się nią jednostka: { $unit }.
       *[centre] Przekażemy ją jednostce, która się tym zajmuje.
    }
    { $promise ->
        [ahead] Obiecany termin: { $due }.
        [over] Termin minął: { $due }. Przepraszamy.
       *[none] Termin nie jest wyznaczony.
    }

    Twój numer się nie zmienia. Co dzieje się ze sprawą, zobaczysz tutaj:
    { $link }

    Coś się nie zgadza? Zadzwoń: { $phone }. Podaj numer { $number }.

    { $centre }
    { $city }
notice-moved-easy =
    Dzień dobry.
    { $why ->
        [joined] Ktoś jeszcze zgłosił to samo. To teraz jedna sprawa.
       *[apart] Twoje zgłoszenie to teraz osobna sprawa.
    }
    Numer: { $number }.
    Sprawa: { $service }.
    { $by ->
        [unit] Robi to { $unit }.
       *[centre] Przekażemy ją jednostce.
    }
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

follower-ended = To obserwowanie jest już zakończone.
notice-following-title = { $service }: czy pisać do Ciebie o tej sprawie?
notice-following-body =
    Dzień dobry,

    ktoś podał ten adres e-mail przy sprawie { $number } ({ $service }) i napisał, że dotyczy ona także Ciebie.

    Jeśli mamy pisać, gdy coś się zmieni, potwierdź to tutaj:
    { $following }

    Jeśli to nie Ty, nic nie rób. Nie napiszemy więcej, a adres usuniemy po 14 dniach.

    { $centre }
    { $city }
notice-following-easy =
    Dzień dobry.
    Ktoś podał nam Twój adres.
    Chodzi o sprawę { $number }: { $service }.
    Czy mamy pisać do Ciebie o tej sprawie?

    Jeśli tak, kliknij tutaj:
    { $following }

    Jeśli nie, nic nie rób.

    { $centre }
    { $city }
notice-followed-title = { $what ->
    [closed] Sprawa { $number } ({ $service }): zakończona
    [scheduled] Sprawa { $number } ({ $service }): zaplanowana
   *[progressed] Sprawa { $number } ({ $service }): nowa wiadomość
  }
notice-followed-body =
    Dzień dobry,

    { $what ->
        [closed] sprawa { $number } ({ $service }), którą obserwujesz, jest zakończona. Wynik: { $outcome }.
        [scheduled] praca w sprawie { $number } ({ $service }), którą obserwujesz, jest zaplanowana: { $day }.
       *[progressed] w sprawie { $number } ({ $service }), którą obserwujesz, jest nowa wiadomość.
    }
    { $said ->
        [yes] { $by ->
            [unit] Jednostka { $unit } pisze: { $words }
           *[centre] Piszemy: { $words }
        }
       *[no] {""}
    }

    Cała sprawa jest tutaj:
    { $link }

    { $mail ->
        [yes] Nie chcesz więcej wiadomości o tej sprawie? { $following }
       *[no] Pytania? Zadzwoń: { $phone }.
    }

    { $centre }
    { $city }
notice-followed-easy =
    Dzień dobry.
    { $what ->
        [closed] Ta sprawa się skończyła. Wynik: { $outcome }.
        [scheduled] Ta sprawa ma wyznaczony dzień: { $day }.
       *[progressed] Jest wiadomość o tej sprawie.
    }
    Numer: { $number }.
    Sprawa: { $service }.
    { $said ->
        [yes] Jednostka pisze: { $words }
       *[no] {""}
    }

    Tu zobaczysz sprawę:
    { $link }

    { $mail ->
        [yes] Nie chcesz więcej wiadomości? Kliknij tutaj: { $following }
       *[no] Masz pytanie? Zadzwoń: { $phone }.
    }

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
photos-without = Bez zdjęcia:
notice-no-photo = Bez zdjęcia: { $why }
notice-with-photo = Zdjęcie jest na stronie sprawy.
cases-batch-close = Zakończ sprawy
cases-batch-words-hint = To samo zdanie dostaną wszyscy, którzy zgłosili te sprawy.
cases-batch-after = Zdjęcie po pracy
cases-batch-no-photo = Bez zdjęcia napisz, dlaczego go nie ma
case-batch-many = Zakończ najwyżej 30 spraw naraz: każda potrzebuje swojego zdjęcia albo powodu
cases-batch-photos = Jednym razem przyjmiemy 6 zdjęć. Sprawa, której zdjęcia nie przyjmiemy, zostanie otwarta.

draft-service-missing = Wybierz, czego to dotyczy. Jeśli nie masz pewności, wybierz to, co najbliższe
draft-danger-missing = Odpowiedz, czy komuś coś grozi
draft-answer-choose = Wybierz odpowiedź: { $question }
draft-answer-write = Napisz odpowiedź: { $question }
draft-answer-number = Wpisz liczbę, na przykład 3 albo 2,5: { $question }
draft-answer-date = Wpisz dzień, na przykład 27.3.2026: { $question }
draft-answer-long = Skróć odpowiedź do 1000 znaków: { $question }
draft-reply-missing = Wybierz, gdzie wysłać odpowiedź
draft-email-missing = Wpisz adres e-mail albo wybierz „Nigdzie”

intake-nav = Nowe zgłoszenie
intake-title = Zgłoszenie za kogoś
intake-lede = Zapisz to, co mówi ta osoba, jej słowami. Sprawę dostanie jednostka, tak samo jak ze strony miasta.
intake-taken = Zapisane. Numer zgłoszenia:
intake-taken-text = Podaj go tej osobie. Możesz od razu zapisać następne zgłoszenie.
intake-channel = Jak to do nas trafiło
intake-language = Język tej osoby
intake-body = Słowa tej osoby
intake-body-hint = Bez danych osób, o których mówi. Tę treść zobaczy jednostka.
intake-service-choose = Wybierz usługę
intake-place-hint = Ulica i numer, skrzyżowanie, przystanek albo numer lampy.
intake-place-chosen = Wybrane miejsce:
intake-place-which = Które to miejsce
intake-look = Szukaj miejsca i pokaż pytania
intake-same = Podobne sprawy w pobliżu. Czy to jedna z nich?
intake-same-none = Żadna z nich: to nowa rzecz
intake-reply = Jak odpowiemy
intake-reply-email = E-mail
intake-reply-call = Oddzwonimy
intake-reply-letter = List
intake-reply-none = Bez odpowiedzi
intake-phone = Numer telefonu
intake-post = Adres do listu
intake-send = Zapisz zgłoszenie
intake-call = Niech ta osoba dzwoni od razu: { $number }.
intake-channel-missing = Wybierz, jak to do nas trafiło
intake-stopped = Po tej odpowiedzi zgłoszenia nie zapisujemy. Powiedz, co teraz zrobić.
intake-question-new = Zadaj jeszcze to pytanie
cases-code-title = Kod do zgłoszeń
cases-code-body =
    Dzień dobry,

    kod do strony z Twoimi zgłoszeniami:

    { $code }

    Kod działa { $minutes } minut i tylko raz. Nie podawaj go nikomu, także osobom, które mówią, że dzwonią z miasta.

    Jeśli to nie Ty prosisz o kod, nic nie rób: bez niego nikt nie zobaczy Twoich zgłoszeń.

# Incidents.
cases-nav-incidents = Zdarzenia
incident = Zdarzenie masowe
incident-lede = Jedna przyczyna wielu spraw: burza, awaria, zalana ulica. Wspólny tekst, jedna odpowiedź i zakończenie, które pyta o każdą sprawę.
incident-new = Nowe zdarzenie
incident-none = Nie ma żadnych zdarzeń.
incident-on-tag = trwa
incident-ended-tag = zakończone
incident-ended-when = Zakończone: { $when }
incident-since-when = Od: { $when }
incident-missing-uk = Brak tekstu po ukraińsku: zostanie pokazany tekst po polsku.
incident-missing-en = Brak tekstu po angielsku: zostanie pokazany tekst po polsku.
incident-name = Nazwa
incident-name-hint = Na przykład: Burza 20 listopada, Olszyna. Bez danych osób.
incident-since = Od kiedy
incident-text = Tekst dla mieszkańców
incident-text-pl = Tekst po polsku
incident-text-uk = Tekst po ukraińsku
incident-text-en = Tekst po angielsku
incident-text-hint = Co się stało, co robimy i kiedy damy znać. Zobaczy to każdy, kto otworzy stronę jednej z tych spraw.
incident-services = Czego dotyczą sprawy
incident-areas = Gdzie
incident-areas-hint = Bez zaznaczenia: w całym mieście.
incident-everywhere = całe miasto
incident-open = Otwórz zdarzenie
incident-followers = Chcą wiedzieć, jak się skończy
incident-followers-count = { $n ->
    [one] { $n } osoba
    [few] { $n } osoby
   *[many] { $n } osób
  }
incident-candidates = { $n ->
    [one] { $n } sprawa pasuje do zdarzenia
    [few] { $n } sprawy pasują do zdarzenia
   *[many] { $n } spraw pasuje do zdarzenia
  }
incident-candidates-text = Te same usługi i miejsca, otwarte od początku zdarzenia. Odznacz te, które mają inną przyczynę.
incident-attach = Dołącz zaznaczone
incident-cases = { $n ->
    [one] { $n } sprawa w zdarzeniu
    [few] { $n } sprawy w zdarzeniu
   *[many] { $n } spraw w zdarzeniu
  }
incident-cases-none = Do zdarzenia nie należy jeszcze żadna sprawa.
incident-detach = Odłącz
incident-earlier = Wcześniejsze teksty
incident-say = Zmień tekst
incident-say-do = Zapisz tekst
incident-answer = Jedna odpowiedź dla wszystkich
incident-answer-hint = Wiadomość trafi do każdej otwartej sprawy zdarzenia jako postęp prac. Wyślemy dokładnie to.
incident-answer-do = { $n ->
    [one] Wyślij do { $n } sprawy
    [few] Wyślij do { $n } spraw
   *[many] Wyślij do { $n } spraw
  }
incident-follow = Dopisz osobę, która dzwoni
incident-phone = Numer telefonu
incident-phone-hint = Oddzwonimy po zakończeniu. Numer znika 30 dni później, jeśli nie znamy tej osoby z innej sprawy.
incident-language = Język rozmowy
incident-follow-do = Dopisz
incident-end = Zakończ zdarzenie
incident-end-text = Przy każdej otwartej sprawie zaznacz, że kończy się razem ze zdarzeniem, albo napisz, dlaczego zostaje otwarta.
incident-end-hint = Trafi do spraw, które się kończą, i do osób, które zostawiły numer telefonu.
incident-end-cases = { $n ->
    [one] { $n } otwarta sprawa
    [few] { $n } otwarte sprawy
   *[many] { $n } otwartych spraw
  }
incident-ends = Kończy się razem ze zdarzeniem
incident-stays = Albo zostaje otwarta, bo (wyślemy to jako wiadomość)
incident-end-do = Zakończ zdarzenie i wyślij odpowiedzi
incident-kept = Wszystkie obietnice są dotrzymane: nie ma otwartych spraw i każdy wie, jak się skończyło.
incident-unkept = Obietnice jeszcze niedotrzymane
incident-untold-followers = { $n ->
    [one] { $n } osoba z numerem telefonu jeszcze nie wie
    [few] { $n } osoby z numerem telefonu jeszcze nie wiedzą
   *[many] { $n } osób z numerem telefonu jeszcze nie wie
  }
incident-untold-authors = { $n ->
    [one] { $n } zgłaszająca osoba czeka na rozmowę lub list
    [few] { $n } zgłaszające osoby czekają na rozmowę lub list
   *[many] { $n } zgłaszających osób czeka na rozmowę lub list
  }
incident-judge = Zaznacz, że sprawa się kończy, albo napisz, dlaczego zostaje otwarta. Jedno z dwóch.
incident-outcome-missing = Wybierz wynik.
incident-back = Wróć do zdarzenia
incident-ended = To zdarzenie jest już zakończone.
incident-sensitive = Sprawy wrażliwe nie należą do zdarzeń.
incident-other-controller = To sprawy innego administratora danych.
incident-of-another = Ta sprawa należy już do innego zdarzenia.
incident-cases-changed = Doszła sprawa, której nie ma na tej liście. Sprawdź jeszcze raz.
incident-name-wrong = Podaj nazwę, najwyżej 120 znaków.
incident-since-wrong = Podaj dzień, nie późniejszy niż dziś.
incident-services-missing = Zaznacz, czego dotyczą sprawy.
incident-text-wrong = Napisz tekst, najwyżej 4000 znaków.
notice-incident-title = Zakończyliśmy pracę przy zdarzeniu, o które było pytanie
notice-incident-body =
    Dzień dobry,

    sprawa, o której mieliśmy dać znać, jest zakończona.

    Pisaliśmy:
    { $text }

    Teraz:
    { $words }

    Pytania? Prosimy o telefon: { $phone }.

    { $centre }
    { $city }
notice-incident-easy =
    Dzień dobry.
    To koniec tej sprawy:
    { $text }

    Nasza odpowiedź:
    { $words }

    Masz pytanie? Zadzwoń: { $phone }.

    { $centre }
    { $city }
intake-same-gone = Tej sprawy wśród podobnych już nie ma. Sprawdź jeszcze raz.
case-formal-alone = To sprawa, którą prawo każe załatwić osobno (skarga, wniosek, petycja…). Zakończ ją na jej stronie.
case-until-late = Termin z przepisu wydłuża tylko zawiadomienie albo zapisana podstawa prawna. Wybierz wcześniejszy dzień
case-day-far = Wybierz dzień w ciągu dwóch lat
