# Ustawienia miasta: sekcje paczki, ich wpisy i formularze.
settings-nav = Ustawienia
settings-title = Ustawienia miasta
settings-lede = Wszystko, co program wie o mieście. Każdą zmianę zobaczysz przed zapisaniem, a poprzednie wartości zostają w historii.
settings-path = Ścieżka
settings-entries = { $n ->
    [one] Jeden wpis.
    [few] { $n } wpisy.
   *[many] { $n } wpisów.
  }
settings-entries-edited = { $n ->
    [0] Nic nie zmieniono na stronach.
    [one] Jeden zmieniono na stronie.
    [few] { $n } zmieniono na stronach.
   *[many] { $n } zmieniono na stronach.
  }
settings-values-edited = { $n ->
    [one] Jedna wartość inna niż w paczce.
    [few] { $n } wartości inne niż w paczce.
   *[many] { $n } wartości innych niż w paczce.
  }
settings-file = Plik paczki: { $file }.
settings-new = Dodaj wpis
settings-empty = Nie ma tu jeszcze żadnego wpisu.
settings-from-pack = z paczki
settings-edited = zmieniony na stronie
settings-own = dodany na stronie
settings-removed = wyłączony
settings-by-pack = paczka miasta
settings-saved = Zapisane
settings-saved-text = Zmiana już działa. Poprzednia wartość jest w historii na dole strony.
settings-preview = Co się zmieni
settings-preview-do = Pokaż, co się zmieni
settings-more = Dodaj następny wiersz
settings-save = Zapisz zmianę
settings-nothing-changed = Nic się nie zmienia.
settings-changes = Zmienione wartości
settings-value = Co
settings-before = Było
settings-after = Jest
settings-differs = Inaczej niż w paczce
settings-differs-text = Obowiązuje wartość ze strony. Możesz wrócić do tego, co mówi paczka.
settings-pack-says = Paczka
settings-page-says = Strona
settings-take-pack = Weź z paczki
settings-remove = Wyłączenie
settings-remove-text = Wpis przestaje obowiązywać. To, co już z niego skorzystało, zostaje. Możesz go przywrócić, zapisując jeszcze raz.
settings-remove-do = Wyłącz wpis
settings-history = Historia
settings-begins = Wpis dodany.
settings-differences = Różnice między stronami a paczką
settings-differences-text = Co zmieniono na stronach.
settings-differences-lede = Obowiązuje to, co zapisano na stronach. Paczka może się zmieniać, a te wartości zostają, dopóki nie weźmiesz wartości z paczki.
settings-differences-empty = Wszystko jest takie, jak mówi paczka.
settings-translations = Teksty do przetłumaczenia
settings-translations-text = Czego brakuje w innych językach i co jest starsze niż polski tekst.
settings-translations-lede = Gdy brakuje tłumaczenia, mieszkaniec widzi polski tekst. Tłumaczenie jest nieaktualne, gdy polski tekst zmieniono po nim.
settings-translations-empty = Wszystkie teksty są przetłumaczone i aktualne.
settings-translation-old = starsze niż polski tekst
settings-translation-missing = brakuje
settings-missing = Wpisz tę wartość
settings-polish-missing = Wpisz też polski tekst: pokażemy go, gdy brakuje innych
settings-no-number = Wpisz liczbę, na przykład 5
settings-no-words = Wpisz w każdym wierszu: klucz = tekst
settings-no-json = Popraw zapis: to ma być JSON
settings-key-bad = Użyj małych liter bez polskich znaków, cyfr i łączników
settings-key-taken = Wybierz inny klucz, ten jest zajęty
settings-in-use = Tej zmiany nie można teraz zapisać: coś innego korzysta z tego wpisu. Najpierw zmień to, co z niego korzysta.
settings-lines-hint = Każda pozycja w osobnym wierszu.
settings-words-hint = W każdym wierszu: klucz = tekst.
settings-json-hint = Zapis w formacie JSON. Zostaw puste, jeśli nie jest potrzebne.
entry-changed-meanwhile = Ktoś zmienił ten wpis, gdy go czytano. Wróć na stronę wpisu, zobacz zmianę i zapisz swoją jeszcze raz.

settings-section-city = Miasto
settings-section-city-text = Nazwa, języki, granice, administratorzy danych, numery alarmowe, kontakt.
settings-section-units = Jednostki
settings-section-units-text = Części miasta i spółki miejskie, które wykonują pracę.
settings-section-hours = Godziny
settings-section-hours-text = Tydzień, święta, dni wolne i wyjątki, według których liczymy terminy.
settings-section-accessibility = Deklaracja dostępności
settings-section-accessibility-text = Co jest dostępne, kto za to odpowiada i kiedy to sprawdzono.
settings-section-privacy = Informacje o danych
settings-section-privacy-text = Co się dzieje z danymi w każdym rodzaju spraw. Wersje zostają w historii.
settings-section-retention = Przechowywanie
settings-section-retention-text = Jak długo zostają dane o ludziach i co się z nimi potem dzieje.
settings-section-centre = Łatwy tekst i film
settings-section-centre-text = Czym zajmuje się centrum: tekst łatwy do czytania i film w języku migowym.
