# Rama stron, błędy, formularze, dni i godziny. Zwracamy się na „ty” małą literą.
skip = Przejdź do treści
main-nav = Główna nawigacja
work-nav = Nawigacja pracy
language-nav = Język strony
call = Zadzwoń:
send-sms = Wyślij SMS:
send-email = Napisz:
sign-out = Wyloguj
foot-questions = Masz pytanie?
foot-about = O tej stronie
foot-look = Wygląd strony
foot-fictional = Miasto { $city } jest wymyślone.
foot-program = Stronę prowadzi Hejnał, program otwarty na licencji EUPL-1.2.
look-system = Jak w systemie
look-light = Jasny
look-dark = Ciemny
look-contrast = Wysoki kontrast

form-error = Błąd:
form-errors = { $n ->
    [one] Popraw jedną rzecz
    [few] Popraw { $n } rzeczy
   *[many] Popraw { $n } rzeczy
  }
form-optional = (nieobowiązkowe)
form-sending = Wysyłamy…
phone-invalid = Wpisz numer telefonu z dziewięcioma cyframi. Przed zagranicznym dodaj + i kod kraju
phone-extension = Wpisz numer, na który można zadzwonić wprost, bez numeru wewnętrznego
nip-invalid = Sprawdź NIP: ma dziesięć cyfr, a ten się nie zgadza
regon-invalid = Sprawdź REGON: ma dziewięć albo czternaście cyfr, a ten się nie zgadza
email-invalid = Wpisz cały adres, na przykład anna@poczta.example
live-topics = Podaj w adresie, o czym mamy powiadamiać: ?topics=

fault-home = Przejdź na stronę główną
fault-call = Wolisz porozmawiać? Zadzwoń:
fault-number = Gdy zadzwonisz, podaj ten numer. Dzięki niemu znajdziemy przyczynę:
fault-not-found = Nie ma takiej strony
fault-not-found-text = Adres mógł się zmienić albo ma literówkę. Sprawdź go albo zacznij od strony głównej.
fault-forbidden = Ta strona nie jest dla ciebie otwarta
fault-forbidden-text = Twoje konto nie ma do niej prawa. Jeśli jest ci potrzebna, poproś kierownika zmiany.
fault-invalid = Czegoś tu brakuje
fault-invalid-text = Nic nie zostało zmienione. Wróć, popraw i wyślij jeszcze raz.
fault-conflict = Tego nie da się teraz zrobić
fault-conflict-text = Sprawa zmieniła się, zanim doszło to, co wysyłasz. Otwórz ją jeszcze raz i zobacz, co jest teraz.
fault-limited = Za dużo prób naraz
fault-limited-text = { $n ->
    [one] Odczekaj sekundę i spróbuj jeszcze raz.
    [few] Odczekaj { $n } sekundy i spróbuj jeszcze raz.
   *[many] Odczekaj { $n } sekund i spróbuj jeszcze raz.
  }
fault-busy = Mamy teraz bardzo dużo pracy
fault-busy-text = Nic jeszcze nie zapisaliśmy. Spróbuj za chwilę jeszcze raz.
fault-late = To trwa za długo
fault-late-text = Nie wiemy, czy wszystko już się zapisało. Sprawdź to za chwilę albo zadzwoń.
fault-unavailable = Coś u nas nie odpowiada
fault-unavailable-text = Nic jeszcze nie zapisaliśmy. Spróbuj za kilka minut albo zadzwoń.
fault-internal = Coś się u nas zepsuło
fault-internal-text = Już to widzimy. Nie wiemy, czy zdążyliśmy wszystko zapisać. Spróbuj jeszcze raz albo zadzwoń.
fault-too-large = To za dużo na jeden raz
fault-too-large-text = Wyślij mniej tekstu albo mniejszy plik.
fault-unreadable = Nie umiemy tego odczytać
fault-unreadable-text = Adres lub formularz jest uszkodzony. Wróć i spróbuj jeszcze raz.
fault-not-allowed = Tak się tu nie da
fault-not-allowed-text = Ta strona nie przyjmuje takich poleceń. Zacznij od strony głównej.
fault-cross-site = To polecenie przyszło z innej strony
fault-cross-site-text = Nie wykonaliśmy go, bo ktoś może podszywać się pod nas. Otwórz naszą stronę i zrób to na niej.
fault-stale-form = Ten formularz jest już nieważny
fault-stale-form-text = Ktoś się na tym komputerze zalogował albo wylogował. Wróć, skopiuj tekst, odśwież stronę i wyślij jeszcze raz.

pager-nav = Strony listy
pager-previous = Poprzednia strona
pager-next = Następna strona
pager-here = Strona { $n }

demo = To jest pokaz. Nic stąd nie trafi do urzędu.
no-mail = Ta instalacja nie wysyła e-maili
no-mail-text = Nie podano serwera poczty. Powiadomienia czekają na liście, nikt ich nie dostaje.

weekday-1 = poniedziałek
weekday-2 = wtorek
weekday-3 = środa
weekday-4 = czwartek
weekday-5 = piątek
weekday-6 = sobota
weekday-7 = niedziela
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia
moment-today = dziś o { $time }
moment-yesterday = wczoraj o { $time }
moment-tomorrow = jutro o { $time }
duration-moment = mniej niż minuta
duration-minutes = { $n ->
    [one] minuta
    [few] { $n } minuty
   *[many] { $n } minut
  }
duration-hours = { $n ->
    [one] godzina
    [few] { $n } godziny
   *[many] { $n } godzin
  }
duration-days = { $n ->
    [one] jeden dzień
    [few] { $n } dni
   *[many] { $n } dni
  }
