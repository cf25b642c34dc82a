# Strona, od której zaczyna się praca, i lista tego, co się programowi nie udało.
desk-home = Twoja praca
desk-nothing = Twoje konto nie ma jeszcze żadnych uprawnień. Poproś o nie kierownika zmiany.
desk-cases = Sprawy twojej jednostki
desk-cases-text = Przyjmij sprawę, napisz, co zrobiono, i zakończ ją wynikiem.
desk-all-cases = Sprawy
desk-all-cases-text = Sprawdź, co dzieje się ze sprawami wszystkich jednostek.
desk-people = Ludzie i jednostki
desk-people-text = Sprawdź, kto może się zalogować. Wyłącz konto osoby, która odeszła.
desk-mailbox = Skrzynka pokazu
desk-mailbox-text = Przeczytaj e-maile, które dostaliby mieszkańcy. Skrzynka jest tylko w pokazie.

desk-jobs = Nieudane zadania
desk-jobs-count = { $n ->
    [0] Wszystko się udało. Nic tu na ciebie nie czeka.
    [one] Jedno zadanie się nie udało. Sprawdź przyczynę i spróbuj ponownie.
    [few] { $n } zadania się nie udały. Sprawdź przyczynę i spróbuj ponownie.
   *[many] { $n } zadań się nie udało. Sprawdź przyczynę i spróbuj ponownie.
  }
desk-jobs-lede = Tych zadań program nie zdołał wykonać. Usuń przyczynę, a potem spróbuj ponownie.
desk-jobs-empty = Wszystko się udało: żadne zadanie nie czeka na twoją decyzję.
desk-jobs-waiting = { $n ->
    [0] W kolejce nic nie czeka.
    [one] W kolejce czeka jedno zadanie.
    [few] W kolejce czekają { $n } zadania.
   *[many] W kolejce czeka { $n } zadań.
  }
desk-jobs-limit = Pokazujemy { $n } najnowszych. Wszystkich jest { $all }.
desk-job-failed = { $n ->
    [one] Program przestał próbować { $when }, po jednej próbie.
    [few] Program przestał próbować { $when }, po { $n } próbach.
   *[many] Program przestał próbować { $when }, po { $n } próbach.
  }
desk-job-error = Ostatni błąd
desk-job-case = Otwórz sprawę
desk-job-retry = Spróbuj ponownie
desk-task-other = Zadanie „{ $kind }”
desk-job-retried = Zadanie wróciło do kolejki
desk-job-retried-text = Jeśli znów się nie uda, znajdziesz je na tej liście.
desk-job-gone = Tego zadania nie ma już na liście: ktoś ponowił je przed tobą.

desk-task-notices-send = Wysłać mieszkańcowi e-mail o jego sprawie
desk-task-cases-dispatch = Przekazać sprawę jednostce
desk-task-cases-tell = Przygotować powiadomienia o sprawie
desk-task-privacy-sweep = Usunąć pliki listów po usuniętych danych
desk-task-privacy-retain = Usunąć dane, których okres przechowywania minął
desk-task-privacy-forget-looks = Usunąć stare zapisy o wglądzie w dane

desk-talk = Nowa rozmowa
desk-talk-text = Zapisz telefon, wizytę albo list. Profil mieszkańca nie powstanie.
desk-residents = Mieszkańcy
desk-residents-text = Znajdź osobę albo firmę. Każde wyszukanie zapisujemy z celem.
desk-errands = Do przekazania
desk-errands-text = Zadzwoń albo napisz do osób, którym nie wolno wysłać e-maila.

errands = Do przekazania
errands-lede = Tych wiadomości nie wyśle program, bo takie są potrzeby mieszkańca. Przekaż je i zaznacz, że gotowe.
errands-empty = Nic nie czeka: wszystkie wiadomości wyszły same.
errands-call = Zadzwoń: { $to }
errands-sms = Wyślij SMS: { $to }
errands-letter = Wyślij list: { $to }
errands-email = Wyślij e-mail: { $to }
errands-none = Nie ma dozwolonego sposobu. Zaczekaj, aż ta osoba się odezwie.
errands-since = Czeka od: { $when }
errands-what = Co przekazać
errands-done = Gotowe
errand-done = Ktoś już to przekazał.

talk-new = Nowa rozmowa
talk-lede = Zapisz, o co chodziło. Numer zostaje przy rozmowie i nie tworzy profilu.
talk-channel = Skąd
talk-channel-missing = Wybierz, skąd jest ta rozmowa
talk-channel-phone = telefon
talk-channel-sms = SMS
talk-channel-email = e-mail
talk-channel-chat = czat
talk-channel-web = strona
talk-channel-app = aplikacja
talk-channel-open311 = inny program
talk-channel-counter = okienko w urzędzie
talk-channel-post = list
talk-channel-other = inaczej
talk-number = Numer telefonu
talk-number-hint = Zostaw puste, gdy numer jest ukryty. Po { $n } dniach zostanie z niego tylko skrót do liczenia.
talk-topic = Temat
talk-note = Notatka
talk-note-hint = Tylko to, co będzie potrzebne. Bez danych, o które nikt nie pytał.
talk-note-add = Dopisz notatkę
talk-result = Jak się skończyło
talk-informed = udzielono informacji
talk-going = rozmowa trwa
talk-case-opened = przyjęto zgłoszenie
talk-passed-on = rozmowę przejął ktoś inny
talk-one = Rozmowa
talk-over = Rozmowa zapisana i zakończona
talk-over-text = Sprawdzanie tożsamości też się skończyło.
talk-who = Kto mówi
talk-resident = Otwórz dane mieszkańca
talk-nobody = Rozmowa nie jest niczyja: nikt nie podał, kim jest.
talk-withheld = Numer jest ukryty. Zapytaj, jeśli sprawa tego wymaga.
talk-unknown = Nikt znajomy nie używa tego numeru.
talk-search = Wyszukaj mieszkańca
talk-report = Otwórz formularz zgłoszenia
talk-notes = Notatki
talk-notes-none = Nie ma jeszcze notatek.
talk-end = Zakończ rozmowę
interaction-topic-missing = Wybierz temat rozmowy
interaction-topic-unknown = Wybierz temat z listy
interaction-note-missing = Wpisz treść notatki
interaction-note-long = Skróć notatkę do 4000 znaków
interaction-ended = Ta rozmowa już się skończyła.
interaction-of-another = Ta rozmowa należy już do kogoś innego.

residents-nav = Mieszkańcy
residents-lede = Najpierw wybierz cel. Zapisujemy każde wyszukanie, także bez wyniku.
residents-purpose = Po co
residents-purpose-hint = Cel widzi inspektor ochrony danych.
residents-purpose-conversation = rozmawiam z tą osobą
residents-purpose-matter = pracuję nad sprawą
residents-purpose-privacy = odpowiadam na wniosek o dane osobowe
residents-purpose-complaint = wyjaśniam skargę
residents-purpose-audit = sprawdzam, jak używamy danych
residents-purpose-upkeep = porządkuję wpisy
residents-no-purpose = Wybierz, po co otwierasz dane
residents-choose = Wybierz
residents-words = Kogo szukasz
residents-words-hint = Numer telefonu, e-mail, nazwisko, firma albo numer zgłoszenia
residents-words-short = Wpisz co najmniej 3 znaki
residents-search = Szukaj
residents-open = Otwórz
residents-none = Nikogo takiego nie znamy.
residents-more = Pokazujemy 20 pierwszych. Wpisz więcej, żeby zawęzić.
residents-unconfirmed = Dane się zgadzają, ale nie wiemy jeszcze, kto mówi. Zapytaj o imię i nazwisko.
residents-candidate = Osoba { $n }: tożsamość niepotwierdzona
residents-somebody = Ktoś z tym numerem lub adresem
residents-nameless = Bez nazwiska
residents-language = Język
residents-languages = Inne języki
residents-shared = używa go kilka osób
residents-share = Używa go kilka osób
residents-unshare = Używa go jedna osoba
residents-remove = Usuń
residents-add = Dodaj mieszkańca lub firmę
residents-add-lede = Zapisz tylko kogoś, kto o to prosi. Do udzielenia informacji profil nie jest potrzebny.
residents-back = Wróć do danych mieszkańca
residents-saved = Zapisane
residents-save = Zapisz
residents-hidden = Reszta jest ukryta
residents-hidden-text = Numer lub adres się zgadza, ale to nie dowód. Sprawdź, kto mówi, zanim zobaczysz historię.
residents-check = Sprawdź, kto mówi
residents-check-ask = Zadaj co najmniej { $n } pytania. Odpowiedzi zobaczysz dopiero potem.
residents-check-show = Odpowiedzi już są: pokaż zapisane
residents-check-right = Które odpowiedzi się zgadzają
residents-check-least = Potrzebne są co najmniej { $n } dobre odpowiedzi.
residents-check-done = Tożsamość potwierdzona
residents-check-ask-all = Zadaj te pytania. Odpowiedzi zobaczysz dopiero potem.
residents-check-all = Dobre muszą być wszystkie odpowiedzi, których wymaga sprawa.
residents-check-papers = Wymaga tego sprawa: { $service }. Odpowiedź jest w aktach. Nie znasz jej? Zapytaj jednostkę.
resident-check-required = Zaznacz wszystkie odpowiedzi, których wymaga sprawa. Jeśli ich nie ma, nie pokazuj historii
residents-not-shown = Najpierw pokaż zapisane odpowiedzi i porównaj je z tym, co słyszysz.
residents-no-pair = Tych wpisów nie można zestawić. Muszą mieć ten sam adres albo numer, albo obie osoby muszą pokazać, kim są.
residents-check-none = Nie mamy danych, o które można zapytać. Pomóż bez zaglądania w historię.
resident-check-too-few = Zaznacz co najmniej dwie dobre odpowiedzi. Jeśli ich nie ma, nie pokazuj historii
residents-not-verified = Najpierw sprawdź, kto mówi.
residents-verified-until = Tożsamość potwierdzona. Dane widać do { $time } albo do końca rozmowy.
residents-details = Dane
residents-kind = Kto to jest
residents-kind-person = osoba
residents-kind-firm = firma lub instytucja
residents-name = Nazwa albo imię i nazwisko
residents-name-hint = Tak, jak podaje ta osoba
resident-name-missing = Wpisz imię i nazwisko albo nazwę firmy
resident-name-long = Skróć nazwę do 200 znaków
residents-firm-only = Tylko dla firm
residents-firm-person = Mówi w imieniu firmy
residents-firm-people = Kto mówi w imieniu firmy
residents-firm-people-hint = Każda osoba w nowym wierszu: imię i nazwisko, rola
residents-ways = Numery i adresy
residents-way-email = E-mail
residents-way-phone = Telefon
residents-way-post = Adres do listów
residents-way-add = Dodaj numer lub adres
residents-way-missing = Wpisz numer, e-mail albo adres
residents-phone-hint = W dowolnym zapisie, zagraniczny z plusem i kodem kraju
post-invalid = Wpisz ulicę, numer domu i miejscowość, najwyżej 300 znaków
residents-edit-details = Popraw dane
residents-edit-ways = Zmień numery i adresy
residents-edit-needs = Zmień potrzeby w kontakcie
residents-edit-consents = Zapisz zgodę albo jej wycofanie
residents-needs = Potrzeby w kontakcie
residents-needs-none = Nie zapisaliśmy szczególnych potrzeb.
residents-needs-lede = Te potrzeby rządzą każdym kontaktem, także automatycznym.
residents-need-text-only = Tylko pisemnie: nie dzwonić
residents-need-sign-language = Język migowy (PJM): nie dzwonić, tłumacza zamówić { $days } dni robocze wcześniej
residents-need-slow-speech = Mówić powoli i wyraźnie
residents-need-large-print = Listy dużym drukiem
residents-need-easy-read = Pisać łatwo: krótkie zdania
residents-need-calls-only = Tylko dzwonić: nie pisać
residents-need-no-email = Bez e-maili
residents-need-other = Inna potrzeba
resident-need-long = Skróć opis potrzeby do 300 znaków
resident-needs-contradict = Wybierz jedno: tylko pisemnie albo tylko telefon
residents-consents = Zgody
residents-consents-none = Nie ma zgód. O własnych sprawach powiadamiamy bez zgody.
residents-consents-lede = Zgoda jest potrzebna tylko do ankiet i akcji. O własnych sprawach powiadamiamy na podstawie zadań miasta, bez zgody.
residents-consent-purpose = Na co
residents-consent-channel = Jak wolno się odezwać
residents-consent-what = Co mówi ta osoba
residents-agrees = zgadza się
residents-withdraws = nie zgadza się albo wycofuje zgodę
residents-consent-how = Gdzie to padło
residents-consent-version = Wersja tekstu zgody
residents-consent-version-hint = Oznaczenie tekstu, który ta osoba usłyszała lub przeczytała
residents-consent-given = { $when }: zgoda na { $purpose } ({ $channel }), tekst { $version }
residents-consent-withdrawn = { $when }: brak zgody na { $purpose } ({ $channel }), tekst { $version }
residents-by-email = e-mail
residents-by-sms = SMS
residents-by-phone = telefon
residents-by-post = list
consent-purpose-unknown = Wybierz, na co jest zgoda
consent-channel-unknown = Wybierz, jak wolno się odezwać
consent-how-unknown = Wybierz, gdzie to padło
consent-version-missing = Wpisz wersję tekstu zgody
residents-reports = Zgłoszenia
residents-reports-none = Nie ma zgłoszeń, które możesz zobaczyć.
residents-talks = Rozmowy
residents-talks-none = Nie ma zapisanych rozmów.
residents-story = Zmiany we wpisie
residents-told-met = wpis powstał
residents-told-details = zmieniono dane
residents-told-ways = zmieniono numery lub adresy
residents-told-needs = zmieniono potrzeby
residents-told-consent = zapisano zgodę lub jej wycofanie
residents-told-verified = potwierdzono tożsamość
residents-told-check-ended = sprawdzenie wygasło z końcem rozmowy
residents-told-merged = wpis połączono z innym
residents-told-unmerged = wpis rozłączono
residents-told-other = wpis zmieniono
residents-merged = Połączone wpisy
residents-part = Rozłącz
residents-twins = Wpisy, które mogą być jedną osobą
residents-twins-lede = Program niczego nie łączy sam. Porównaj oba wpisy i zdecyduj.
residents-twins-none = Nie ma takich wpisów.
residents-twins-pair = Para { $n }
residents-twins-email = ten sam adres e-mail
residents-twins-phone = ten sam numer i nazwisko
residents-merge = Połącz dwa wpisy
residents-merge-lede = Nic nie zginie: połączenie można cofnąć na stronie mieszkańca.
residents-merge-both = Oba wpisy
residents-merge-what = Co
residents-merge-stays = Zostaje
residents-merge-joins = Zostanie dołączony
residents-merge-swap = Zamień miejscami
residents-merge-reason = Skąd wiadomo, że to jedna osoba
residents-merge-said-so = ta osoba tak mówi, a tożsamość jest potwierdzona
residents-merge-same-details = zgadza się kilka danych, nie tylko numer
residents-merge-entered-twice = ta sama osoba została wpisana dwa razy
resident-merge-reason = Wybierz, skąd to wiadomo
residents-merge-do = Połącz
resident-merged-already = Te wpisy są już połączone.
resident-not-merged = Ten wpis nie jest połączony z innym.
resident-erased = Dane tej osoby zostały usunięte.
residents-found = { $n ->
    [0] Nikogo
    [one] Jedna możliwa osoba.
    [few] { $n } możliwe osoby.
   *[many] { $n } możliwych osób.
  }
