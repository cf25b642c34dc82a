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
privacy-rule-what = Co
privacy-rule-long = Jak długo
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
privacy-looks-text = Zapisy trzymamy dwa lata. To wyszukiwanie też jest zapisywane.
privacy-looks-person = Login pracownika
privacy-looks-subject = Numer zgłoszenia albo identyfikator
privacy-looks-until = Do dnia
privacy-looks-find = Pokaż
privacy-looks-csv = Pobierz CSV
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
