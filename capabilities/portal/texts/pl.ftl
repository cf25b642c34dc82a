# Strony dla mieszkańców: zgłoszenie, sprawa, wyszukiwanie. Zwracamy się na „ty” małą literą.
portal-nav-report = Zgłoś
portal-nav-case = Moja sprawa
portal-nav-services = Usługi

portal-home-heading = Powiedz, co się dzieje. Resztą zajmie się miasto.
portal-home-lede = Jeden kontakt wystarczy. Nie odsyłamy od okienka do okienka, a każda sprawa kończy się odpowiedzią.
portal-task-report = Zgłoś sprawę
portal-task-report-text = Latarnia, dziura w jezdni, dzikie wysypisko. Trzy krótkie kroki, bez zakładania konta.
portal-task-case = Sprawdź sprawę
portal-task-case-text = Wpisz numer i zobacz, kto się nią zajmuje i na kiedy.
portal-task-call = Zadzwoń
portal-ways = Wybierz, jak wolisz z nami rozmawiać
portal-way-phone = Telefon
portal-way-email = E-mail
portal-way-person = Osobiście
portal-done = Ostatnio zrobione
portal-done-on = Koniec sprawy: { $day }.

portal-search = Szukaj
portal-search-label = Czego potrzebujesz?
portal-search-hint = Na przykład: latarnia, wywóz śmieci, ul. Polna 6
portal-search-do = Szukaj
portal-search-services = Usługi
portal-search-places = Miejsca
portal-search-report-at = Zgłoś coś w miejscu:
portal-search-nothing = Nie mamy o tym karty. Zapytaj nas: zadzwoń albo napisz
portal-search-report = Możesz też zgłosić sprawę

portal-services = Usługi
portal-services-lede = Tym zajmuje się miasto. Wybierz usługę, żeby zgłosić sprawę.
portal-services-days = { $n ->
    [one] Obiecany termin: 1 dzień roboczy.
    [few] Obiecany termin: { $n } dni robocze.
   *[many] Obiecany termin: { $n } dni roboczych.
  }
portal-services-first = { $n ->
    [one] Pierwsza odpowiedź: 1 dzień roboczy.
    [few] Pierwsza odpowiedź: { $n } dni robocze.
   *[many] Pierwsza odpowiedź: { $n } dni roboczych.
  }
portal-services-unit = Zajmuje się tym:

portal-call = Zadzwoń do nas
portal-call-number-unknown = Numeru tej linii nie znamy. Zapytaj pod numerem głównym:
portal-today-instead = Dziś inaczej: { $hours }.
portal-call-open = Odbieramy
portal-call-closed = Teraz nie odbieramy
portal-call-until = Do kiedy: { $when }.
portal-call-always = Przez całą dobę.
portal-call-next = Znowu od: { $when }.
portal-call-hours = Godziny dziś
portal-call-all-day = przez całą dobę
portal-call-day-off = nieczynne
portal-call-holiday = dzień wolny
portal-call-languages = Języki
portal-call-topics = Sprawy
portal-call-unit = W czyim imieniu
portal-call-write = Nie słyszysz albo wolisz pisać?
portal-call-write-text = Napisz do nas. Odpowiemy też na piśmie.
portal-call-sms = SMS
portal-call-email = E-mail
portal-call-about = O czym możesz porozmawiać
portal-call-orders = Dla kogo pracujemy
portal-call-orders-text = W tych sprawach odpowiadamy w imieniu jednostek miasta.

portal-cards = Poradnik
portal-cards-lede = O tym możemy ci powiedzieć. Jeśli czegoś potrzebujesz już teraz, zadzwoń:
portal-cards-none = Nie ma tu jeszcze żadnej karty.
portal-cards-residents = Dla wszystkich
portal-cards-seniors = Dla seniorów
portal-cards-past = Z poprzednich lat
portal-card-from = od
portal-card-to = do
portal-card-unwritten = Treść karty w przygotowaniu.
portal-card-allows = Przez telefon możesz: { $what }.
portal-allow-inform = zapytać
portal-allow-take-reports = zgłosić sprawę
portal-allow-register-people = zapisać się
portal-allow-register-tickets = zamówić bilet
portal-allow-book-visits = umówić wizytę
portal-allow-call-out = zamówić przyjazd
portal-services-cards = Poradnik: o czym jeszcze możemy ci powiedzieć
portal-way-phone-more = Wszystkie numery i godziny

portal-lookup = Sprawdź sprawę
portal-lookup-do = Pokaż sprawę
portal-lookup-lost = Nie masz numeru? Zadzwoń, znajdziemy sprawę razem:
portal-number = Numer sprawy
portal-number-hint = Na przykład 4821-907-5. Kreski i odstępy nie są potrzebne.
portal-number-missing = Wpisz numer, który widać na stronie zgłoszenia i w e-mailu od nas
portal-number-wrong = Nie mamy zgłoszenia o tym numerze. Ostatnia cyfra nie zgadza się z resztą, więc jest w nim pomyłka: porównaj cyfra po cyfrze
portal-number-length = Nie mamy zgłoszenia o tym numerze. Numer ma od 8 do 10 cyfr: sprawdź, czy nic nie brakuje
portal-number-unknown = Nie mamy zgłoszenia o tym numerze. Porównaj go z numerem, który od nas masz

portal-steps = Kroki zgłoszenia
portal-step-1 = 1. Gdzie
portal-step-2 = 2. Co się dzieje
portal-step-3 = 3. Jak odpowiedzieć
portal-step-done = (gotowe)
portal-step-title = Krok { $step } z 3: { $heading }
portal-next = Dalej
portal-back = Wróć
portal-yes = Tak
portal-no = Nie
portal-change = Zmień
portal-change-place = miejsce
portal-change-service = rodzaj sprawy
portal-change-answer = odpowiedź na pytanie:
portal-change-body = opis

portal-emergency = Ktoś jest w niebezpieczeństwie?
portal-emergency-text = Nie pisz tutaj. Zadzwoń pod
portal-place-heading = Gdzie to jest?
portal-place-label = Adres
portal-place-hint = Ulica i numer, „róg Polnej i Młyńskiej”, nazwa parku albo numer z latarni. Polskie znaki nie są potrzebne.
portal-place-find = Znajdź
portal-place-blank = Wpisz ulicę i numer. Jeśli ich nie znasz, opisz miejsce własnymi słowami
portal-place-unchosen = Wybierz jedno z miejsc albo „Żadne z nich”
portal-place-which = Które miejsce?
portal-place-found = { $n ->
    [one] Pasuje 1 miejsce.
    [few] Pasują { $n } miejsca.
   *[many] Pasuje { $n } miejsc.
  }
portal-place-whole-street = cała ulica
portal-place-nearest = najbliższy numer, który znamy
portal-place-other-letter = ten numer, ale z inną literą albo bez niej
portal-place-area = cała okolica, więc ekipa będzie szukać; jeśli możesz, podaj ulicę
portal-place-stop = przystanek
portal-place-none = Żadne z nich
portal-place-none-hint = Opiszesz miejsce własnymi słowami w następnym kroku.
portal-place-nothing = Nie znamy takiego miejsca
portal-place-outside = To miejsce leży poza miastem
portal-place-nothing-text = Sprawdź, czy nie ma literówki, i spróbuj jeszcze raz. Możesz też opisać miejsce tak, żeby ekipa je znalazła.
portal-place-no-list = Nie mamy spisu adresów tego miasta.
portal-place-no-list-text = Opisz miejsce własnymi słowami.
portal-place-unknown = Nie znasz adresu?
portal-place-describe = Opisz miejsce własnymi słowami
portal-place-call = Możesz też zadzwonić. Znajdziemy je razem:

portal-what-heading = Co się dzieje?
portal-place = Miejsce:
portal-place-change = Zmień miejsce
portal-place-words = Miejsce własnymi słowami
portal-place-words-hint = Tak, żeby ekipa je znalazła: „park nad rzeką, druga ławka od mostu”. Miejsce mogą zobaczyć wszyscy, więc nie podawaj nazwisk.
portal-service = Sprawa:
portal-service-change = Zmień rodzaj sprawy
portal-service-which = Czego to dotyczy?
portal-service-hint = Jeśli wybierzesz źle, my to poprawimy.
portal-danger-hint = Odsuń się i zadzwoń. Pokażemy numer od razu.
portal-body = Opis
portal-body-hint = Co i od kiedy. Nie podawaj nazwisk ani numerów rejestracyjnych.

portal-danger-heading = Zadzwoń teraz pod { $number }
portal-danger-call = Zadzwoń: { $number }
portal-danger-text = Odsuń się w bezpieczne miejsce. Powiedz, gdzie to jest i co się dzieje.
portal-danger-nothing-sent = Niczego nie wysłaliśmy. Zgłoszenie w internecie nie wezwie pomocy.
portal-danger-back = Nikomu nic nie grozi, wróć do zgłoszenia

portal-stop-heading = Tego nie przyjmiemy na tej stronie
portal-stop-nothing-sent = Niczego nie wysłaliśmy.
portal-stop-back = To pomyłka, wróć do zgłoszenia
portal-question-more = Mamy jeszcze pytania w tej sprawie.
portal-question-go = Przejdź do nich
portal-answer-list = Wybierz z listy
portal-answer-date-hint = Dzień, miesiąc, rok. Na przykład 27.3.2026

portal-reply-heading = Jak mamy odpowiedzieć?
portal-nothing-lost = Nic nie zginęło. Reszta formularza jest bez zmian.
portal-reply-where = Gdzie wysłać odpowiedź?
portal-reply-email = Na e-mail
portal-reply-none = Nigdzie
portal-reply-none-hint = Dostaniesz numer i sprawdzisz sprawę na tej stronie.
portal-email = Adres e-mail
portal-email-hint = Wyślemy na niego tylko wiadomości o tej sprawie. Jeśli wybierzesz „Nigdzie”, zostaw to pole puste.
portal-check = Sprawdź zgłoszenie
portal-check-where = Gdzie
portal-check-what = Co
portal-check-who = Kto to zobaczy
portal-check-public = Rodzaj sprawy, miejsce i to, co z nią robimy, zobaczą wszyscy.
portal-check-hidden = Rodzaj sprawy i to, co z nią robimy, zobaczy każdy, kto zna jej numer. Miejsca nie pokazujemy.
portal-check-own = Opis i adres e-mail zobaczą tylko centrum kontaktu i jednostka, która się tym zajmie. Ty zobaczysz swój opis pod adresem, który dostaniesz po wysłaniu.
portal-check-answers = Odpowiedzi na pytania zobaczą tylko centrum kontaktu i jednostka.
portal-send = Wyślij zgłoszenie
portal-not-sent = Zgłoszenie nie doszło
portal-not-sent-text = Coś się u nas zepsuło i zgłoszenie nie doszło. Wyślij je jeszcze raz, nie powstanie podwójne.
portal-not-sent-limited = { $n ->
    [one] Z twojego adresu przyszło dużo zgłoszeń naraz. Odczekaj sekundę i wyślij jeszcze raz.
    [few] Z twojego adresu przyszło dużo zgłoszeń naraz. Odczekaj { $n } sekundy i wyślij jeszcze raz.
   *[many] Z twojego adresu przyszło dużo zgłoszeń naraz. Odczekaj { $n } sekund i wyślij jeszcze raz.
  }
portal-not-sent-call = Albo zadzwoń:

portal-case = Sprawa
portal-report-title = { $matter } – sprawa { $number }
portal-new = Zgłoszenie przyjęte. Numer { $number }
portal-new-text = Zapisz numer albo adres tej strony. Tylko pod tym adresem widać twój opis, więc pokazuj go tylko tym, którym ufasz.
portal-changed = Ta sprawa mogła się zmienić.
portal-reload = Odśwież stronę
portal-due-none = { $day }
portal-due-ahead = Obiecany termin: { $day }
portal-due-late = Termin minął: { $day }
portal-due-kept = { $day }, w terminie
portal-due-missed = { $day }, po terminie

portal-story = Co się wydarzyło
portal-story-received = Sprawa przyjęta.
portal-story-own = Twój opis:
portal-story-dispatched = Przekazaliśmy sprawę jednostce:
portal-story-accepted = Sprawę przyjęła jednostka:
portal-story-progressed = Wiadomość od jednostki:
portal-story-closed = Sprawa zakończona: { $outcome }.
portal-ahead-due = Obiecujemy zakończyć sprawę najpóźniej tego dnia.
portal-ahead-late-when = po terminie
portal-ahead-late = Termin minął, a sprawa nie jest zakończona. Dalej jest otwarta. Zadzwoń i podaj jej numer, powiemy, co się dzieje.
portal-ahead-open-when = dalej
portal-ahead-open = Tu zobaczysz, co dzieje się ze sprawą.
portal-facts = W skrócie
portal-fact-number = Numer do podania przez telefon
portal-fact-place = Miejsce
portal-fact-unit = Kto się zajmuje
portal-fact-no-unit = Centrum kontaktu. Wybieramy jednostkę
portal-fact-due = Termin
portal-ask = Masz pytanie?
portal-ask-text = Zadzwoń w tej sprawie i podaj jej numer:
portal-ask-own = To twoje zgłoszenie? Swój opis zobaczysz pod adresem z e-maila albo z chwili wysłania.

portal-a11y-title = Deklaracja dostępności
portal-a11y-commits = zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą z 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Ta deklaracja dotyczy strony
portal-a11y-published = Data publikacji strony
portal-a11y-updated = Data ostatniej istotnej aktualizacji
portal-a11y-status = Stan zgodności z ustawą
portal-a11y-full = Strona jest w pełni zgodna z ustawą o dostępności cyfrowej.
portal-a11y-partial = Strona jest częściowo zgodna z ustawą o dostępności cyfrowej. Niżej piszemy, co nie jest dostępne.
portal-a11y-none = Strona nie jest zgodna z ustawą o dostępności cyfrowej. Niżej piszemy, co nie jest dostępne.
portal-a11y-not = Co nie jest dostępne
portal-a11y-exempt = Co jest wyłączone z obowiązku
portal-a11y-burden = Analiza nadmiernego obciążenia
portal-a11y-prepared-title = Przygotowanie deklaracji
portal-a11y-prepared = Data sporządzenia deklaracji
portal-a11y-reviewed = Data ostatniego przeglądu deklaracji
portal-a11y-self = Deklarację sporządzono na podstawie samooceny podmiotu publicznego.
portal-a11y-audited = Deklarację sporządzono na podstawie badania. Przeprowadził je podmiot zewnętrzny:
portal-a11y-keys = Skróty klawiaturowe
portal-a11y-keys-text = Strona nie ma własnych skrótów. Działają zwykłe skróty przeglądarki, a pierwszym klawiszem Tab można przejść prosto do treści.
portal-a11y-contact = Informacje zwrotne i dane kontaktowe
portal-a11y-contact-text = Jeśli coś na stronie jest niedostępne, napisz albo zadzwoń.
portal-a11y-person = Kto odpowiada
portal-a11y-email = E-mail
portal-a11y-phone = Telefon
portal-a11y-procedure = Jak zażądać dostępności
portal-a11y-procedure-ask = Każdy ma prawo zażądać dostępności cyfrowej strony albo jej części. Można też poprosić o tę samą informację w innej formie, na przykład o odczytanie dokumentu. Podaj swoje dane kontaktowe, wskaż stronę lub jej część i napisz, co ma się zmienić albo jaka forma jest dla ciebie wygodna.
portal-a11y-procedure-time = Odpowiadamy od razu, najpóźniej w ciągu 7 dni. Jeśli to niemożliwe, zapewniamy dostęp w ciągu 2 miesięcy od żądania i mówimy o tym wcześniej. Gdy dostępności zapewnić się nie da, proponujemy inny sposób dostępu do informacji.
portal-a11y-procedure-complain = Jeśli odmówimy albo proponowany sposób jest nie do przyjęcia, można złożyć do nas skargę. Potem można zwrócić się do:
portal-a11y-ombudsman = Rzecznika Praw Obywatelskich
portal-a11y-architecture = Dostępność architektoniczna
portal-a11y-apps = Aplikacje mobilne
portal-a11y-no-apps = Nie mamy aplikacji mobilnej. Strona działa na telefonie.
portal-a11y-more = Informacje dodatkowe
portal-a11y-missing = Deklaracji jeszcze tu nie ma. W sprawie dostępności zadzwoń:

portal-privacy-title = Co się dzieje z twoimi danymi
portal-privacy-lede = Najpierw krótko, a po otwarciu informacji w całości. To informacja, a nie prośba o zgodę.
portal-privacy-missing = Tych informacji jeszcze tu nie ma. Zapytaj nas: zadzwoń
portal-privacy-since = Obowiązuje od:
portal-privacy-former = To wcześniejsza wersja. Obowiązywała od:
portal-privacy-controller = Administrator danych
portal-privacy-officer = Inspektor ochrony danych
portal-privacy-purpose = Po co nam dane
portal-privacy-basis = Podstawa prawna
portal-privacy-recipients = Komu je przekazujemy
portal-privacy-kept = Jak długo je mamy
portal-privacy-duty = Czy musisz je podać
portal-privacy-rights = Twoje prawa
portal-privacy-rights-text = Możesz zobaczyć swoje dane, poprawić je, zażądać ich usunięcia lub ograniczenia i wnieść sprzeciw, tak jak mówi RODO (art. 15–21). Możesz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych. Nie podejmujemy decyzji automatycznie i nie profilujemy.
portal-privacy-versions = Inne wersje
portal-privacy-version-of = Wersja z dnia:
portal-privacy-full = Pełna informacja o danych

portal-easy-title = Czym się zajmujemy: tekst łatwy do czytania
portal-easy-readers = Tekst sprawdziły osoby:
portal-easy-missing = Tego tekstu jeszcze tu nie ma. Opowiemy o wszystkim przez telefon:
portal-film = Film w polskim języku migowym
portal-film-text = Tekst filmu
portal-film-missing = Filmu jeszcze tu nie ma. Żeby umówić pomoc tłumacza, napisz do nas albo poproś kogoś o telefon:
portal-nav-map = Mapa
portal-map = Mapa zgłoszeń
portal-map-lede = Mapa i lista pokazują te same sprawy i te same numery. Wybierz, co wolisz.
portal-map-filter = Wybierz sprawy
portal-map-group = Rodzaj
portal-map-any-group = Wszystkie
portal-map-state = Stan
portal-map-all = Wszystkie
portal-map-open = Otwarte
portal-map-late = Po terminie
portal-map-closed = Zakończone
portal-map-area = Część miasta
portal-map-any-area = Całe miasto
portal-map-period = Zgłoszone
portal-map-any-period = Kiedykolwiek
portal-map-days = { $n ->
    [one] W ostatnim dniu
    [few] W ostatnich { $n } dniach
   *[many] W ostatnich { $n } dniach
  }
portal-map-do = Pokaż
portal-map-map = Mapa
portal-map-to-list = Przejdź do listy
portal-map-to-map = Przejdź do mapy
portal-map-list = Lista: { $shown } z { $n }
portal-map-none = Nie ma takich spraw. Wybierz mniej warunków, a jeśli coś trzeba naprawić:
portal-map-report = zgłoś sprawę
portal-map-not-on-map = opisane słowami, nie ma na mapie
portal-map-opened-on = Przyjęta: { $day }.
portal-map-closed-on = Koniec sprawy: { $day }.
portal-map-no-script = Mapa potrzebuje JavaScriptu. Lista obok pokazuje te same sprawy.
portal-map-not-built = Na tej stronie nie ma teraz mapy. Lista pokazuje wszystkie sprawy.
portal-map-show = Pokaż mapę
portal-map-failed = Mapa się nie wczytała. Lista pokazuje te same sprawy.
portal-map-no-webgl = Ta przeglądarka nie rysuje map. Lista pokazuje te same sprawy.
portal-map-saving = Mapa to około 450 kB danych. Lista pokazuje te same sprawy bez niej.
portal-map-canvas = Mapa. Strzałki przesuwają, plus i minus zmieniają skalę
portal-map-count-one = Na mapie widać # sprawę.
portal-map-count-few = Na mapie widać # sprawy.
portal-map-count-many = Na mapie widać # spraw.
portal-map-legend = Kółka z numerami są na tej stronie listy. Jasne kółka mówią, ile spraw jest w okolicy.
portal-map-chosen = Wybrana sprawa: numer #.
portal-map-zoom-in = Przybliż
portal-map-zoom-out = Oddal
portal-map-on-map = Pokaż na mapie numer #
portal-map-picked = Sprawdzamy adres wskazanego miejsca…
portal-map-pick = Możesz też wskazać miejsce na mapie: dotknij jej albo ustaw środek strzałkami i naciśnij Enter.

portal-story-returned = Jednostka odesłała sprawę. Szukamy właściwej.
portal-story-scheduled = Praca zaplanowana: { $day }.
portal-story-asked = Pytanie od jednostki:
portal-story-answered = Odpowiedź zgłaszającego.
portal-story-reopened = Zgłaszający mówi, że nie zrobione. Sprawa wróciła do jednostki.
portal-answer = Odpowiedz na pytanie
portal-answer-words = Twoja odpowiedź
portal-answer-hint = Przeczyta ją jednostka, która pyta. Inni jej nie zobaczą.
portal-answer-send = Wyślij odpowiedź
portal-verdict = Czy to jest zrobione?
portal-verdict-ask = Sprawdź na miejscu i powiedz nam
portal-verdict-fixed = Tak, zrobione
portal-verdict-not-fixed = Nie, nie zrobione
portal-verdict-words = Co jest nie tak
portal-verdict-hint = Napisz, jeśli nie zrobione. Sprawa wróci do jednostki z twoimi słowami.
portal-verdict-send = Wyślij
portal-verdict-missing = Wybierz, czy zrobione
portal-verdict-confirmed = Dziękujemy. Wiemy, że to jest zrobione.
portal-verdict-undecided = Mamy twoją odpowiedź: nie zrobione. Ta sprawa już raz wracała, więc decyduje kierownik. Napiszemy.
portal-verdict-declined = Sprawa zostaje zakończona
portal-suggest = Podpowiedz rodzaj sprawy z opisu
portal-suggested = Z opisu wygląda na to
portal-turn-unsent = Tego nie wysłaliśmy
portal-story-promised = Nowy obiecany termin: { $day }.
portal-story-waited = Po czekaniu na odpowiedź nowy termin to: { $day }.
portal-story-missed = Obiecany termin minął, a sprawa dalej jest otwarta.
portal-story-formed = Sprawa jest prowadzona jako: { $form }.
portal-story-extended = Zawiadomienie o przedłużeniu. Nowy termin ustawowy: { $day }.
portal-form-skarga = Możesz złożyć skargę tutaj, e-mailem, listem, przez e-Doręczenia albo ustnie do protokołu w urzędzie. Podaj imię, nazwisko i adres do odpowiedzi. Napisz, na kogo jest skarga: ta jednostka nie będzie jej rozpatrywać.
portal-form-wniosek = Możesz złożyć wniosek tutaj, e-mailem, listem, przez e-Doręczenia albo ustnie do protokołu w urzędzie. Podaj imię, nazwisko i adres do odpowiedzi.
portal-form-petition = Możesz wysłać petycję tutaj, e-mailem, listem albo przez e-Doręczenia. Napisz, kto ją składa, jego adres i czego dotyczy. Petycji nie przyjmiemy przez telefon.
portal-form-public_information = O informację publiczną możesz zapytać tutaj, e-mailem albo listem. Napisz, jakiej informacji potrzebujesz i w jakiej postaci ma przyjść.
portal-form-accessibility_demand = Napisz, która strona, aplikacja albo jej część jest niedostępna, jak mamy to zmienić i jak mamy się z Tobą skontaktować.
portal-form-gdpr_request = Napisz, o które dane chodzi i czego chcesz: wglądu, poprawienia czy usunięcia. Przed odpowiedzią sprawdzimy, kim jesteś. Przez telefon ani e-mailem danych nie podamy.
portal-form-interpellation = To forma dla radnych. Jeśli piszesz jako mieszkaniec, wybierz inną sprawę.
portal-body-hint-form = Co się stało albo o co prosisz. Napisz też to, o co prosimy wyżej.
portal-story-stood = Termin ustawowy stoi: { $ground }.
portal-story-resumed = Termin ustawowy biegnie dalej, do: { $day }.

portal-story-split-off = Sprawa wydzielona z innej.
portal-story-reported = Twoje zgłoszenie trafiło do nas.
portal-story-joined = { $n ->
    [one] Do sprawy dołączyło zgłoszenie o tym samym.
    [few] Do sprawy dołączyły { $n } zgłoszenia o tym samym.
   *[many] Do sprawy dołączyło { $n } zgłoszeń o tym samym.
  }
portal-story-parted = Część zgłoszeń prowadzimy teraz jako osobną sprawę.
portal-story-merged = Sprawa połączona z inną.
portal-story-unmerged = Sprawa znowu prowadzona osobno.

portal-known = Ta sprawa należy do większego zdarzenia, o którym wiemy
portal-others = { $n ->
    [one] Dotyczy to jeszcze 1 osoby.
    [few] Dotyczy to jeszcze { $n } osób.
   *[many] Dotyczy to jeszcze { $n } osób.
  }
portal-follow = Mnie też to dotyczy
portal-follow-hint = Napiszemy, gdy coś się zmieni. Bez adresu tylko policzymy, że to dotyczy także ciebie.
portal-follow-send = Mnie też to dotyczy
portal-followed-counted = Dziękujemy. Wiemy, że dotyczy to także ciebie.
portal-followed-asked = Dziękujemy. Zajrzyj do poczty: wyślemy e-mail z pytaniem, czy pisać o tej sprawie. Bez twojej zgody nie napiszemy nic więcej.
portal-following = Obserwowanie sprawy
portal-following-asked = Czy mamy pisać e-maile, gdy w tej sprawie coś się zmieni?
portal-following-confirmed = Piszemy do ciebie, gdy w tej sprawie coś się zmieni.
portal-following-ended = Nie piszemy do ciebie o tej sprawie.
portal-following-yes = Tak, piszcie do mnie
portal-following-no = Nie piszcie do mnie
portal-following-case = Zobacz sprawę
portal-same-heading = Czy to już nam zgłoszono?
portal-same-lede = W pobliżu mamy podobne sprawy. Jeśli jedna z nich to ta sama rzecz, nie musisz zgłaszać jej jeszcze raz.
portal-same-which = Czy to jedna z tych spraw?
portal-same-here = W tym miejscu
portal-same-far = { $metres } m stąd
portal-same-see = Zobacz sprawę
portal-same-none = Żadna z tych. Zgłaszam nową rzecz
portal-same-none-hint = Wybierz to także wtedy, gdy sprawa jest zakończona, a problem wrócił.
portal-same-missing = Wybierz sprawę albo „Żadna z tych”
portal-same-back = Wróć do opisu

portal-photo = Zdjęcie
portal-photo-hint = JPEG, PNG albo WebP, do 20 MB, najwyżej 3. Usuwamy z niego dane o telefonie i położeniu. Nikt obcy nie zobaczy zdjęcia, zanim go nie sprawdzimy.
portal-photo-not = Tego zdjęcia nie dodaliśmy.
portal-photo-go-on = Zgłoszenie możesz wysłać bez niego.
portal-photo-place = Zdjęcie zrobiono tutaj:
portal-photo-place-use = Użyj tego miejsca
portal-photo-yours = Twoje zdjęcia
portal-photo-number = Twoje zdjęcie { $n }
portal-photo-drop = Usuń zdjęcie
portal-photo-waiting = Na razie widzisz je ty i jednostka. Inni zobaczą je, gdy je sprawdzimy.
portal-photo-published = Widzą je wszyscy.
portal-photo-private = Widzisz je ty i jednostka.
portal-photo-withheld = Nie pokazujemy go innym. Powód: { $why }
portal-lookup-mine = Nie masz numeru? Zobacz wszystkie swoje zgłoszenia, za pomocą kodu z e-maila
portal-mine = Moje zgłoszenia
portal-mine-lede = Podaj adres e-mail ze swoich zgłoszeń. Wyślemy na niego kod, który otworzy ich listę. Konto nie jest potrzebne.
portal-mine-email = Adres e-mail
portal-mine-email-hint = Ten sam, na który odpowiadamy
portal-mine-ask = Wyślij kod
portal-mine-by-number = Mam numer sprawy
portal-mine-no-email = Nie podano nam adresu e-mail? Zadzwoń, znajdziemy sprawę razem:
portal-mine-code-title = Wpisz kod z e-maila
portal-mine-code-lede = Jeśli na adres { $email } odpowiadamy jednej osobie, za chwilę przyjdzie na niego kod. Nie zamykaj tej strony.
portal-mine-code = Kod
portal-mine-code-hint = { $n ->
    [one] Sześć cyfr. Kod działa { $n } minutę.
    [few] Sześć cyfr. Kod działa { $n } minuty.
   *[many] Sześć cyfr. Kod działa { $n } minut.
  }
portal-mine-enter = Pokaż moje zgłoszenia
portal-mine-code-missing = Wpisz kod z e-maila, sześć cyfr
portal-mine-code-wrong = To nie jest ten kod. Porównaj cyfra po cyfrze z ostatnim e-mailem od nas
portal-mine-code-over = Ten kod już nie działa: minęło 10 minut, został użyty albo zbyt wiele razy wpisano inny. Poproś o nowy
portal-mine-none-came = Kod nie przychodzi
portal-mine-none-came-text = Zajrzyj do folderu ze spamem. Kodu nie wysyłamy, gdy nie znamy adresu, gdy używa go kilka osób, gdy poproszono nas, by nie pisać e-maili albo gdy w ciągu godziny wysłaliśmy już kilka kodów. Każdą sprawę otwiera też link z naszych wiadomości.
portal-mine-again = Podaj adres jeszcze raz
portal-mine-until = Lista jest otwarta w tej przeglądarce do godziny { $time }.
portal-mine-received = Zgłoszenie: { $day }.
portal-mine-turn-answer = Jednostka czeka na Twoją odpowiedź.
portal-mine-turn-judge = Powiedz, czy to jest zrobione.
portal-mine-nothing = Nie mamy zgłoszeń z tym adresem.
portal-mine-left-out = Spraw poufnych i zgłoszeń bez adresu e-mail tu nie ma. Sprawę poufną otwiera tylko link z wiadomości o niej.
portal-mine-end = Zapomnij mnie na tym urządzeniu
portal-nav-figures = Jak nam idzie
portal-figures = Jak nam idzie
portal-figures-lede = Zgłoszenia mieszkańców i to, jak się kończą. Dwanaście miesięcy, { $period }.
portal-figures-main = Najważniejsze liczby
portal-figures-whole = Razem
portal-figures-received = Zgłoszenia
portal-figures-received-text = przyjęte w tym czasie
portal-figures-ended = Zakończone sprawy
portal-figures-on-time = W terminie
portal-figures-on-time-text = obietnic, których termin minął
portal-figures-fixed = Potwierdzone przez mieszkańców
portal-figures-fixed-text = zakończeń, które ocenili zgłaszający
portal-figures-days = Dni do końca
portal-figures-days-text = w tyle dni kończy się połowa spraw
portal-figures-open = Otwarte teraz
portal-figures-open-text = spraw, nad którymi pracujemy
portal-figures-open-of = { $n }, otwarte teraz: { $name }
portal-figures-chart-reports = Zgłoszenia i zakończone sprawy w kolejnych miesiącach
portal-figures-chart-reports-text = Słupki: zgłoszenia. Linia z kółkami: zakończone sprawy. Liczby mniejsze niż 5 są narysowane jako zero.
portal-figures-chart-shares = Ile na sto w terminie i ile potwierdzonych w kolejnych miesiącach
portal-figures-chart-shares-text = Słupki: obietnice dotrzymane w terminie, procent. Linia z kółkami: zakończenia potwierdzone przez mieszkańców, procent. Gdzie nic nie narysowano, danych jest za mało.
portal-figures-to-table = Te same liczby w tabeli
portal-figures-by-month = Według miesięcy
portal-figures-by-group = Według rodzaju
portal-figures-by-district = Według części miasta
portal-figures-month = Miesiąc
portal-figures-elsewhere = Bez wskazanej części miasta
portal-figures-fewer = mniej niż { $n }
portal-figures-csv = Pobierz tabelę (CSV)
portal-figures-how = Jak to liczymy
portal-figures-how-public = Liczymy tylko sprawy publiczne, te same, które są na mapie. Zgłoszenie liczymy w miesiącu, w którym przyszło, a sprawę w miesiącu, w którym się skończyła. Kilka zgłoszeń może być jedną sprawą.
portal-figures-how-on-time = W terminie: obietnice dotrzymane, podzielone przez wszystkie, których pierwszy obiecany termin minął w tym miesiącu. Sprawa otwarta po terminie liczy się jako niedotrzymana. Przesunięty termin niczego nie poprawia.
portal-figures-how-fixed = Potwierdzone przez mieszkańców: zakończenia, o których wszyscy oceniający zgłaszający powiedzieli „zrobione”, podzielone przez wszystkie zakończenia, które ktoś ze zgłaszających ocenił. Liczymy je w miesiącu oceny.
portal-figures-how-days = Dni do końca: mediana dni od otwarcia do zakończenia sprawy, rozpoczęty dzień to dzień.
portal-figures-how-small = Liczb od 1 do 4 nie podajemy dokładnie, a procentów i median z mniej niż 5 spraw wcale („–”), żeby nie wskazywać nikogo.
portal-figures-at = Policzone: { $when }. Nowe liczby są co 10 minut.
portal-same-only-counted = Jeśli wybierzesz sprawę, policzymy, że dotyczy także ciebie. Twój opis i zdjęcia nie będą wysłane.
portal-same-ended = Zakończona niedawno w pobliżu:
portal-same-closed = Ta sprawa właśnie się zakończyła. Wybierz inną albo zgłoś nową rzecz
