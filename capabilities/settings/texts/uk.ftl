# Налаштування міста: розділи пакета, їхні записи й форми.
settings-nav = Налаштування
settings-title = Налаштування міста
settings-lede = Усе, що програма знає про місто. Кожну зміну видно до збереження, а попередні значення лишаються в історії.
settings-path = Шлях
settings-entries = { $n ->
    [one] { $n } запис.
    [few] { $n } записи.
   *[many] { $n } записів.
  }
settings-entries-edited = { $n ->
    [0] На сторінках нічого не змінено.
    [one] { $n } змінено на сторінці.
    [few] { $n } змінено на сторінках.
   *[many] { $n } змінено на сторінках.
  }
settings-values-edited = { $n ->
    [one] { $n } значення інше, ніж у пакеті.
    [few] { $n } значення інші, ніж у пакеті.
   *[many] { $n } значень інших, ніж у пакеті.
  }
settings-file = Файл пакета: { $file }.
settings-new = Додати запис
settings-empty = Тут ще немає жодного запису.
settings-from-pack = з пакета
settings-edited = змінено на сторінці
settings-own = додано на сторінці
settings-removed = вимкнено
settings-by-pack = пакет міста
settings-saved = Збережено
settings-saved-text = Зміна вже діє. Попереднє значення є в історії внизу сторінки.
settings-preview = Що зміниться
settings-preview-do = Показати, що зміниться
settings-more = Додати ще рядок
settings-save = Зберегти зміну
settings-nothing-changed = Нічого не змінюється.
settings-changes = Змінені значення
settings-value = Що
settings-before = Було
settings-after = Стало
settings-differs = Інакше, ніж у пакеті
settings-differs-text = Діє значення зі сторінки. Можна повернутися до того, що каже пакет.
settings-pack-says = Пакет
settings-page-says = Сторінка
settings-take-pack = Взяти з пакета
settings-remove = Вимкнення
settings-remove-text = Запис перестає діяти. Те, що ним уже скористалося, лишається. Його можна повернути, зберігши ще раз.
settings-remove-do = Вимкнути запис
settings-history = Історія
settings-begins = Запис додано.
settings-differences = Відмінності між сторінками й пакетом
settings-differences-text = Що змінено на сторінках.
settings-differences-lede = Діє те, що збережено на сторінках. Пакет може змінюватися, а ці значення лишаються, доки не взяти значення з пакета.
settings-differences-empty = Усе так, як каже пакет.
settings-translations = Тексти для перекладу
settings-translations-text = Чого бракує іншими мовами й що старше за польський текст.
settings-translations-lede = Де бракує перекладу, мешканці бачать польський текст. Переклад застарів, якщо польський текст змінено після нього.
settings-translations-empty = Усі тексти перекладено, вони актуальні.
settings-translation-old = старше за польський текст
settings-translation-missing = бракує
settings-missing = Введіть це значення
settings-polish-missing = Введіть також польський текст: ми покажемо його, коли бракує інших
settings-no-number = Введіть число, наприклад 5
settings-no-words = Пишіть у кожному рядку: ключ = текст
settings-no-json = Виправте запис: це має бути JSON
settings-key-bad = Пишіть малими латинськими літерами, цифрами й дефісами
settings-key-taken = Виберіть інший ключ, цей зайнято
settings-in-use = Цю зміну зараз не можна зберегти: цим записом користується щось інше. Спершу змініть те, що ним користується.
settings-lines-hint = Кожна позиція в окремому рядку.
settings-words-hint = У кожному рядку: ключ = текст.
settings-json-hint = У форматі JSON. Лишіть порожнім, якщо не потрібно.
entry-changed-meanwhile = Хтось змінив цей запис, поки його читали. Поверніться на сторінку запису, перегляньте зміну й збережіть свою ще раз.

settings-section-city = Місто
settings-section-city-text = Назва, мови, межі, розпорядники даних, екстрені номери, контакт.
settings-section-units = Підрозділи
settings-section-units-text = Частини міста й міські компанії, які виконують роботу.
settings-section-hours = Години
settings-section-hours-text = Тиждень, свята, вихідні й винятки, за якими рахуємо терміни.
settings-section-accessibility = Декларація доступності
settings-section-accessibility-text = Що доступне, хто за це відповідає і коли це перевірено.
settings-section-privacy = Інформація про дані
settings-section-privacy-text = Що відбувається з даними в кожному виді справ. Версії лишаються в історії.
settings-section-retention = Зберігання
settings-section-retention-text = Як довго зберігаються дані про людей і що з ними стається потім.
settings-section-centre = Легкий текст і фільм
settings-section-centre-text = Чим займається центр: текст, який легко читати, і фільм жестовою мовою.
