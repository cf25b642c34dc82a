# Personal data: requests, erasure, retention, looks.
privacy-nav-requests = Wnioski o dane
privacy-nav-retention = Przechowywanie
privacy-nav-looks = Wgląd w dane
privacy-yes = tak
privacy-no = nie
privacy-saved = Zapisane.
privacy-back = Wróć do wniosku
privacy-requests-text = Na odpowiedź jest miesiąc od dnia wpływu. Termin, który kończy się w sobotę albo w dzień wolny, przechodzi na następny dzień roboczy (do potwierdzenia przez prawnika miasta).
privacy-request-new = Nowy wniosek
privacy-request-register = Zarejestruj wniosek
privacy-requests-open = Otwarte
privacy-requests-ended = Zakończone
privacy-requests-none = Nie ma otwartych wniosków.
privacy-request-title = Wniosek { $number }: { $kind }
privacy-kind = Czego dotyczy wniosek?
privacy-kind-access = dostęp do danych i kopia
privacy-kind-rectification = poprawienie danych
privacy-kind-restriction = ograniczenie przetwarzania
privacy-kind-erasure = usunięcie danych
privacy-kind-objection = sprzeciw
privacy-kind-portability = przeniesienie danych
privacy-kind-missing = Wybierz, czego dotyczy wniosek.
privacy-channel = Jak wpłynął?
privacy-channel-choose = Wybierz
privacy-channel-missing = Wybierz, jak wniosek wpłynął.
privacy-channel-post = listem
privacy-channel-email = e-mailem
privacy-channel-counter = osobiście
privacy-channel-phone = telefonicznie
privacy-channel-web = przez stronę
privacy-channel-other = inaczej
privacy-received-on = Dzień wpływu
privacy-received-hint = Od tego dnia liczymy termin.
privacy-day-wrong = Wpisz datę, na przykład 2026-11-20.
privacy-day-ahead = Ten dzień jeszcze nie nastąpił.
privacy-who = Kto pyta
privacy-who-missing = Wpisz, kto pyta.
privacy-contact = Dokąd odpowiedzieć
privacy-contact-hint = Adres, e-mail albo telefon.
privacy-contact-missing = Wpisz, dokąd wysłać odpowiedź.
privacy-scope = Zakres
privacy-scope-hint = O jakie dane albo sprawy chodzi.
privacy-text-long = Tekst jest za długi. Skróć go do 4000 znaków.
privacy-reason-missing = Napisz treść. Bez niej nie można zapisać.
privacy-state-received = przyjęty
privacy-state-identity_checked = tożsamość potwierdzona
privacy-state-in_progress = w toku
privacy-state-answered = załatwiony
privacy-state-refused = odmowa
privacy-due-was = termin był do { $day }
privacy-identity = Tożsamość
privacy-identity-none = jeszcze niepotwierdzona
privacy-identity-how = Jak tożsamość została potwierdzona?
privacy-identity-missing = Wybierz, jak tożsamość została potwierdzona.
privacy-identity-save = Zapisz tożsamość
privacy-identity-document = dokument okazany w urzędzie
privacy-identity-signature = podpis kwalifikowany albo zaufany
privacy-identity-known_address = odpowiedź ze znanego nam adresu
privacy-identity-questions = odpowiedzi na pytania sprawdzające
privacy-identity-proxy = pełnomocnik z pełnomocnictwem
privacy-begin = Rozpocznij pracę nad wnioskiem
privacy-extended = Dlaczego termin jest dłuższy
privacy-said = Co odpowiedzieliśmy
privacy-answer = Odpowiedź
privacy-answer-hint = Osoba dostanie te słowa. Przed zapisaniem zobaczysz cały list.
privacy-extension = Przedłużenie o dwa miesiące: powód
privacy-extension-hint = Można przedłużyć raz, przed końcem terminu. Powód trafi do listu.
privacy-refusal = Odmowa: powód
privacy-refusal-hint = List powie też, jak złożyć skargę.
privacy-refused-ended = Ten wniosek jest już zakończony. Nic nie zapisaliśmy.
privacy-refused-unknown = Najpierw potwierdź tożsamość.
privacy-refused-done = To już jest zapisane.
privacy-refused-late = Termin minął, więc nie można go przedłużyć.
privacy-letter = List do osoby
privacy-letter-text = Przeczytaj, zanim zapiszesz. List wysyłasz tą drogą, o którą osoba prosiła.
privacy-letter-show = Pokaż list
privacy-letter-keep = Zapisz, list jest gotowy
privacy-person = Dane jednej osoby
privacy-person-text = Zaglądanie tutaj jest zapisywane.
privacy-person-open = Dane tej osoby
privacy-person-find = Czyje to dane?
privacy-person-find-hint = E-mail, telefon albo numer zgłoszenia. Wyszukiwanie jest zapisywane.
privacy-person-link = Połącz z wnioskiem
privacy-person-unknown = Nie mamy danych z takim adresem ani numerem.
privacy-person-several = Z tego adresu lub numeru korzysta kilka osób. Wpisz numer zgłoszenia.
privacy-export-json = Pobierz JSON
privacy-export-tar = Pobierz pliki (TAR)
privacy-export-title = Dane osobowe, które przechowujemy
privacy-export-made = Stan: { $when }.
privacy-room-residents = Osoba i adresy
privacy-room-interactions = Kontakty
privacy-room-notices = Wiadomości od nas
privacy-room-cases = Zgłoszenia
privacy-room-privacy = Wnioski o dane
privacy-field-name = imię i nazwisko
privacy-field-controller = administrator danych
privacy-field-language = język
privacy-field-kind = rodzaj
privacy-field-address = adres
privacy-field-channel = kanał
privacy-field-begun-at = początek
privacy-field-number = numer
privacy-field-received-at = wpłynęło
privacy-field-place = miejsce
privacy-field-words = treść
privacy-field-title = tytuł
privacy-field-body = treść
privacy-field-state = stan
privacy-field-interactions-ended-at = koniec
privacy-field-notices-ended-at = wysłano albo zakończono
privacy-field-notices-begun-at = przygotowano
privacy-field-at = kiedy
privacy-field-until = do kiedy
privacy-field-topic = temat
privacy-field-disposition = wynik rozmowy
privacy-field-questions = pytania sprawdzające
privacy-field-question = pytanie
privacy-field-given = zgoda
privacy-field-purpose = cel
privacy-field-how = jak wyrażona
privacy-field-text-version = wersja tekstu zgody
privacy-field-nip = NIP
privacy-field-regon = REGON
privacy-field-languages = inne języki
privacy-field-needs = potrzeby
privacy-field-need-in-words = inna potrzeba
privacy-field-role = rola
privacy-field-service = usługa
privacy-field-outcome = wynik
privacy-field-closed-at = zakończono
privacy-word-person = osoba
privacy-word-firm = firma
privacy-word-email = e-mail
privacy-word-phone = telefon
privacy-word-post = poczta
privacy-word-sms = SMS
privacy-word-web = strona miasta
privacy-word-chat = czat
privacy-word-app = aplikacja
privacy-word-open311 = inny program
privacy-word-counter = urząd
privacy-word-other = inne
privacy-word-call = rozmowa telefoniczna
privacy-word-none = nie ma drogi
privacy-word-pl = polski
privacy-word-uk = ukraiński
privacy-word-en = angielski
privacy-word-text-only = tylko tekst
privacy-word-sign-language = język migowy
privacy-word-slow-speech = powolna mowa
privacy-word-large-print = duży druk
privacy-word-easy-read = prosty tekst
privacy-word-calls-only = tylko rozmowy
privacy-word-no-email = bez e-maili
privacy-word-queued = czeka na wysłanie
privacy-word-sent = wysłana
privacy-word-failed = nie wyszła
privacy-word-received = przyjęte
privacy-word-dispatched = w jednostce
privacy-word-accepted = przyjęte do pracy
privacy-word-in-progress = w toku
privacy-word-closed = zakończone
privacy-word-identity-checked = tożsamość potwierdzona
privacy-word-answered = załatwione odpowiedzią
privacy-word-refused = odmowa
privacy-word-fixed = naprawione
privacy-word-implemented = wprowadzone
privacy-word-not-found = nie znaleziono
privacy-word-not-ours = nie zajmuje się tym miasto
privacy-word-deferred = odłożone
privacy-word-duplicate = powtórzone
privacy-word-withdrawn = wycofane
privacy-word-unclassified = bez wyniku
privacy-word-survey = pytania o zadowolenie
privacy-word-campaign = akcje informacyjne
privacy-word-events = wydarzenia i konsultacje
privacy-word-informed = udzielono informacji
privacy-word-case-opened = otwarto sprawę
privacy-word-passed-on = przekazano dalej
privacy-word-access = dostęp do danych
privacy-word-rectification = poprawienie danych
privacy-word-restriction = ograniczenie przetwarzania
privacy-word-erasure = usunięcie danych
privacy-word-objection = sprzeciw
privacy-word-portability = przeniesienie danych
privacy-word-full-name = imię i nazwisko
privacy-word-report-number = numer zgłoszenia
privacy-word-report-date = dzień zgłoszenia
privacy-word-report-place = miejsce zgłoszenia
privacy-word-nip = NIP
privacy-field-queued-at = przygotowano
privacy-field-ended-at = wysłano
privacy-field-who = kto pyta
privacy-field-contact = dokąd odpowiedzieć
privacy-field-scope = zakres
privacy-field-received-on = dzień wpływu
privacy-field-due-on = termin
privacy-field-answer = odpowiedź
privacy-field-extended-because = powód przedłużenia
privacy-subject-resident = osoba
privacy-subject-case = sprawa
privacy-subject-look = wgląd w dane
privacy-subject-interaction = kontakt
privacy-restricted = Przetwarzanie ograniczone
privacy-restriction = Ograniczenie przetwarzania
privacy-restriction-text = Dane tylko przechowujemy: znikają z pracy innych osób i nic nie wysyłamy.
privacy-restriction-place = Ogranicz przetwarzanie
privacy-restriction-lift = Zakończ ograniczenie
privacy-holds = Wstrzymanie usuwania
privacy-holds-text = Dopóki trwa, danych nie usunie ani wniosek, ani okres przechowywania.
privacy-hold-line = { $reason } ({ $who }, { $when })
privacy-hold-release = Zakończ
privacy-hold-on = Czego dotyczy?
privacy-hold-person = Wszystkich danych tej osoby
privacy-hold-reason = Powód
privacy-hold-place = Wstrzymaj usuwanie
privacy-hold-released = To wstrzymanie już się zakończyło.
privacy-erasure = Usunięcie danych
privacy-not-founded = Dane wydajemy i usuwamy tylko na wniosek tej osoby. Zarejestruj wniosek, połącz go z nią i potwierdź jej tożsamość.
privacy-erasure-done = Usunięto to, co można usunąć.
privacy-erasure-refused = Niczego nie można teraz usunąć. Wstrzymanie: { $reason }
privacy-erasure-held = Niczego nie usunęliśmy: trwa wstrzymanie usuwania.
privacy-erasure-cases = Sprawy tej osoby
privacy-erasure-warning = Tego nie można cofnąć, także z kopii zapasowej.
privacy-erasure-sure = Wiem, co zniknie, i usuwam.
privacy-erasure-unsure = Zaznacz, że wiesz, co zniknie.
privacy-erasure-do = Usuń dane
privacy-identity-stays = Nazwisko i adresy zostają, bo są potrzebne w otwartych albo wstrzymanych sprawach.
privacy-identity-goes = Nazwiska i adresów już nie będzie.
privacy-stays = zostaje
privacy-goes = zniknie
privacy-gone = usunięte
privacy-why-open = Sprawa jest otwarta. Można usunąć po jej zakończeniu.
privacy-why-held = Wstrzymanie usuwania: { $reason }
privacy-why-unread = Kategoria archiwalna { $category } jest niezrozumiała. Wyjaśnij ją z archiwum.
privacy-retention-text = Zasady są w paczce miasta. Widzisz, co zniknie teraz, zanim cokolwiek się stanie. Liczby w statystykach się nie zmieniają.
privacy-retention-none = Paczka miasta nie ma jeszcze zasad (retention.toml).
privacy-retention-rules = Zasady
privacy-rule-basis = Podstawa
privacy-rule-now = Do usunięcia teraz
privacy-what-interaction = Powiązanie kontaktu z osobą
privacy-what-report = Treść zgłoszenia
privacy-what-case = Miejsce i odpowiedzi w niepublicznej sprawie
privacy-what-notice = Adres i treść wiadomości
privacy-what-resident = Nazwisko i adresy osoby
privacy-what-caller-number = Numer, z którego ktoś dzwonił (ukrywany co godzinę)
privacy-what-look = Zapisy o zaglądaniu do danych
privacy-what-session = Zakończone sesje pracowników
privacy-retention-changed = Zasady się zmieniły. Sprawdź podgląd i spróbuj ponownie.
privacy-retention-on = Codzienne usuwanie jest włączone ({ $who }, { $when }).
privacy-retention-off = Codzienne usuwanie jest wyłączone. Włącz je dopiero po sprawdzeniu podglądu powyżej.
privacy-switch-on = Włącz codzienne usuwanie
privacy-switch-off = Wyłącz codzienne usuwanie
privacy-run-text = Jednorazowo usuwa to, co widać w podglądzie.
privacy-run-now = Usuń teraz
privacy-run-daily = codzienne
privacy-run-going = Trwa.
privacy-run-nothing = Nie było nic do usunięcia.
privacy-runs = Ostatnie usuwania
privacy-looks = Kto zaglądał
privacy-changes = Kto zmieniał
privacy-looks-text = Zapisy trzymamy co najmniej dwa lata. To wyszukiwanie też jest zapisywane.
privacy-looks-person = Login pracownika
privacy-looks-subject = Numer zgłoszenia albo identyfikator
privacy-looks-until = Do dnia
privacy-looks-find = Pokaż
privacy-looks-csv = Pobierz CSV
privacy-looks-subject-hint = Także identyfikator, e-mail albo telefon mieszkańca: wtedy razem z jego sprawami i kontaktami.
privacy-looks-since = Od dnia
privacy-looks-words = Słowa, których ktoś szukał
privacy-looks-any = każdy cel
privacy-looks-older = Starsze wglądy
privacy-changes-older = Starsze zmiany
privacy-looks-cut = To nie wszystko: plik ma najwyżej 200 000 wierszy. Zapytaj o krótszy okres.
privacy-purpose-unknown = Wybierz cel z listy.
privacy-actor-system = program
privacy-actor-resident = mieszkaniec
privacy-actor-key = inny program
privacy-actor-import = import
privacy-subject-report = zgłoszenie
privacy-subject-notice = wiadomość
privacy-subject-errand = wiadomość do przekazania
privacy-subject-account = konto pracownika
privacy-subject-privacy-request = wniosek o dane
privacy-told-other = inna zmiana ({ $kind })
privacy-told-report-received = przyjęcie zgłoszenia
privacy-told-report-erased = usunięcie treści zgłoszenia
privacy-told-case-opened = otwarcie sprawy
privacy-told-case-dispatched = przekazanie sprawy jednostce
privacy-told-case-accepted = przyjęcie sprawy przez jednostkę
privacy-told-case-progressed = wiadomość o postępie sprawy
privacy-told-case-closed = zakończenie sprawy
privacy-told-case-shown = udostępnienie sprawy wrażliwej
privacy-told-case-hidden = cofnięcie udostępnienia sprawy
privacy-told-resident-met = zapisanie nowej osoby
privacy-told-resident-details-changed = zmiana danych osoby
privacy-told-resident-ways-changed = zmiana adresów albo numerów osoby
privacy-told-resident-needs-changed = zmiana potrzeb osoby
privacy-told-resident-consent-noted = zapisanie zgody albo jej cofnięcia
privacy-told-resident-verified = potwierdzenie tożsamości
privacy-told-resident-check-ended = koniec potwierdzenia tożsamości
privacy-told-resident-merged = połączenie wpisów
privacy-told-resident-unmerged = rozłączenie wpisów
privacy-told-resident-erased = usunięcie danych osoby
privacy-told-interaction-begun = początek rozmowy
privacy-told-interaction-held = zapisanie kontaktu
privacy-told-interaction-noted = notatka z rozmowy
privacy-told-interaction-ended = koniec rozmowy
privacy-told-interaction-resident-named = przypisanie rozmowy osobie
privacy-told-interaction-erased = usunięcie notatek z rozmowy
privacy-told-interaction-number-hidden = ukrycie numeru rozmówcy
privacy-told-notice-queued = przygotowanie wiadomości
privacy-told-notice-sent = wysłanie wiadomości
privacy-told-notice-failed = wiadomość nie wyszła
privacy-told-errand-begun = wiadomość czeka na przekazanie
privacy-told-errand-done = przekazanie wiadomości
privacy-told-privacy-request-registered = rejestracja wniosku
privacy-told-privacy-request-linked = połączenie wniosku z osobą
privacy-told-privacy-request-identified = potwierdzenie tożsamości we wniosku
privacy-told-privacy-request-begun = początek pracy nad wnioskiem
privacy-told-privacy-request-extended = przedłużenie terminu wniosku
privacy-told-privacy-request-answered = odpowiedź na wniosek
privacy-told-privacy-request-refused = odmowa
privacy-told-legal-hold-placed = wstrzymanie usuwania
privacy-told-legal-hold-released = koniec wstrzymania usuwania
privacy-told-restriction-placed = ograniczenie przetwarzania
privacy-told-restriction-lifted = koniec ograniczenia przetwarzania
privacy-told-erasure-done = usunięcie danych na wniosek
privacy-told-account-signed-in = zalogowanie
privacy-told-account-signed-out = wylogowanie
privacy-told-account-changed = zmiana konta
privacy-told-account-created = utworzenie konta
privacy-told-account-deactivated = wyłączenie konta
privacy-looks-none = Nic nie znaleziono.
privacy-login-unknown = Nie ma osoby o takim loginie.
privacy-subject-unknown = Nie ma takiego numeru ani identyfikatora.
privacy-look-when = Kiedy
privacy-look-who = Kto
privacy-look-what = Co
privacy-look-why = Po co
privacy-act-read = zajrzenie
privacy-act-search = wyszukiwanie
privacy-act-export = kopia
privacy-purpose-conversation = rozmowa
privacy-purpose-matter = praca nad sprawą
privacy-purpose-privacy-request = wniosek o dane
privacy-purpose-complaint = skarga
privacy-purpose-audit = kontrola
privacy-purpose-upkeep = poprawianie danych
privacy-due = { $n ->
    [0] termin dziś
    [one] do { $day }, jeszcze 1 dzień
   *[other] do { $day }, jeszcze { $n } dni
}
privacy-due-soon = { $n ->
    [0] pilne: termin kończy się dziś
    [one] pilne: do { $day }, jeszcze 1 dzień
   *[other] pilne: do { $day }, jeszcze { $n } dni
}
privacy-due-over = { $n ->
    [one] po terminie od { $day }, 1 dzień
   *[other] po terminie od { $day }, { $n } dni
}
privacy-why-archive = { $until ->
    [ever] Kategoria archiwalna { $category }: przechowujemy wieczyście.
    [judged] Kategoria archiwalna { $category }: najwcześniej { $day } oceni to archiwum.
   *[day] Kategoria archiwalna { $category }: przechowujemy do { $day }.
}
privacy-retention-count = { $n ->
    [0] nic
   *[other] { $n }
}
privacy-retention-long = { $unit ->
    [days] dni: { $n }
    [months] miesiące: { $n }
   *[years] lata: { $n }
} { $after ->
    [created] od utworzenia
    [ended] od końca
    [closed] od zamknięcia sprawy
   *[last_contact] od ostatniego kontaktu
}
privacy-letter-request =
    Dzień dobry,

    dotyczy: { $kind }, wniosek otrzymany { $received }.

    { $step ->
        [extend] Potrzebujemy więcej czasu. Odpowiemy najpóźniej { $due }. Powód:
        [refuse] Nie możemy zrobić tego, o co chodzi we wniosku. Powód:
       *[answer] Nasza odpowiedź:
    }

    { $words }

    Odpowiedź ci nie wystarcza? Możesz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych albo pójść do sądu.

    { $city }
privacy-letter-erasure =
    Dzień dobry,

    { $kind ->
        [refused] Nie możemy teraz usunąć twoich danych, bo musimy je zachować. Powiemy ci, gdy to się zmieni.
        [none] Nie możemy teraz usunąć twoich danych, bo są potrzebne w tych sprawach:
        [all] Usunęliśmy twoje dane: nazwisko, adresy, treść zgłoszeń i wiadomości. Zostają liczby w statystykach, bez niczego, co by na ciebie wskazywało.
       *[part] Usunęliśmy twoje dane poza tym, co musimy zachować:
    }

    { $stays }

    Nie zgadzasz się? Możesz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych albo pójść do sądu.

    { $city }
privacy-field-added-at = dodane
privacy-field-file = obraz
privacy-field-reason = powód
privacy-word-waiting = czeka na decyzję
privacy-word-published = opublikowane
privacy-word-withheld = nie jest publikowane
