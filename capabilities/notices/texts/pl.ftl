# Skrzynka pokazu.
notices-mailbox = Skrzynka pokazu
notices-mailbox-lede = Tu leżą e-maile, które miasto wysłałoby mieszkańcom. Ta skrzynka jest tylko w pokazie: nikt ich nie dostaje.
notices-mailbox-letters = E-maile od najnowszego
notices-mailbox-empty = Nie ma tu jeszcze żadnego e-maila. Wyślij zgłoszenie i podaj dowolny adres: potwierdzenie trafi tutaj.
notices-mailbox-limit = { $n ->
    [one] Pokazujemy tylko najnowszy.
    [few] Pokazujemy { $n } najnowsze.
   *[many] Pokazujemy { $n } najnowszych.
  }
notices-mailbox-back = Wróć do skrzynki
notices-letter-note = Ten e-mail nie został wysłany. Skrzynka jest tylko w pokazie.
notices-from = Od
notices-to = Do
notices-when = Kiedy
