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
