# Справи: сторінки підрозділів, стани, результати й сповіщення. Звертаємося на «ви» з малої літери.
cases-nav = Справи
cases-all-units = Справи всіх підрозділів
cases-nav-undispatched = Без підрозділу
cases-tabs = Які справи
cases-open = Відкриті ({ $n })
cases-late = Прострочені ({ $n })
cases-closed = Закриті
cases-list = Список справ
cases-none-open = Підрозділ не має відкритих справ. Нові з’являться тут.
cases-none-late = Жодну справу не прострочено.
cases-none-closed = Підрозділ ще не має закритих справ.
cases-no-unit = Ваш обліковий запис не належить до жодного підрозділу, тому власних справ тут немає.
cases-new = Нові справи:
cases-changed = Список міг змінитися.
cases-reload = Оновити
cases-due = термін: { $when }
cases-no-due = без терміну
cases-late-by = запізнення: { $time }

cases-case = Справа
cases-number = Номер
cases-place = Місце
cases-navigate = Прокласти шлях
cases-kind = Вид
cases-unit = Підрозділ
cases-unit-none = ще жоден
cases-unit-choose = Виберіть підрозділ
cases-reports = Що пише мешканець
cases-words-hidden = Слова мешканця бачить підрозділ, який має справу. Ви побачите їх, коли ця особа покаже, хто вона.
cases-words-check = Перевірте, хто говорить
cases-no-words = Тексту немає: ми його не знаємо або його видалено.
cases-came = Коли і як
cases-answer = Відповідь
cases-answer-email = Отримає листа на e-mail
cases-answer-page = Побачить її на сторінці звернення. Адреси e-mail у нас немає
cases-story = Що відбувалося
cases-told-received = Справу відкрито
cases-told-dispatched = Передано підрозділу: { $unit }
cases-told-accepted = Підрозділ узяв справу
cases-told-progressed = Повідомлення мешканцю
cases-told-closed = Завершено: { $outcome }
cases-yes = Так
cases-no = Ні
cases-answer-erased = Відповідь видалено
cases-because = Бо: { $reasons }.
cases-because-own-unit = Бо це підрозділ цієї послуги.
cases-because-owner = цей підрозділ дбає про річ, про яку повідомили
cases-because-row = Бо так каже рядок { $row } таблиці послуги.
cases-by-resident = мешканець
cases-by-staff = працівник
cases-by-system = програма
cases-by-import = попередня система
cases-by-key = інша програма

cases-accept = Узяти справу
cases-progress = Повідомити про хід
cases-progress-send = Надіслати повідомлення
cases-close = Завершити справу
cases-outcome = Результат
cases-outcome-choose = Виберіть результат
cases-words = Повідомлення мешканцю
cases-words-hint = Що ви зробили і що перевірили. Ми надішлемо саме це.
cases-news-hint = Що вже відомо і що буде далі. Ми надішлемо саме це.
cases-preview-show = Показати повідомлення перед надсиланням
cases-preview = Повідомлення перед надсиланням
cases-preview-outcome = Результат: { $outcome }.
cases-preview-readers = { $n ->
    [one] На e-mail його отримає { $n } людина.
    [few] На e-mail його отримають { $n } людини.
   *[many] На e-mail його отримають { $n } людей.
  }
cases-preview-nobody = Ніхто не залишив адреси e-mail. Повідомлення буде на сторінці звернення:
cases-close-send = Надіслати й завершити
cases-close-mend = Виправити повідомлення
cases-dispatch = Передати іншому підрозділу
cases-dispatch-do = Передати справу
cases-saved = Збережено
cases-not-saved = Ми нічого не зберегли
cases-unsent = Ваше повідомлення, не надіслане
cases-handed = Справа { $number } тепер у підрозділі.
cases-undispatched-why = Послуга не має свого підрозділу або підрозділ не приймає справ. Вирішіть, хто цим займеться.
cases-undispatched-more = Показано найстаріші. Наступні з’являться, коли ви передасте ці.
cases-none-undispatched = Кожна справа має свій підрозділ.

stage-received = Прийнято
stage-dispatched = Передано
stage-accepted = У підрозділі
stage-in-progress = У роботі
stage-closed = Завершено: { $outcome }
stage-late = Прострочено
outcome-fixed = виправлено
outcome-answered = відповідь надано
outcome-accepted = пропозицію прийнято
outcome-implemented = пропозицію втілено
outcome-not_found = на місці нічого немає
outcome-not_ours = не належить місту
outcome-deferred = зробимо пізніше
outcome-refused = відмова
outcome-duplicate = цим займається інша справа
outcome-withdrawn = мешканець відкликав
kind-intervention = втручання
kind-question = запитання
kind-idea = зауваження або пропозиція
kind-complaint = скарга
kind-compliment = подяка
channel-phone = телефон
channel-sms = SMS
channel-email = e-mail
channel-chat = чат
channel-web = сайт міста
channel-app = застосунок
channel-open311 = інша програма (Open311)
channel-counter = віконце в установі
channel-post = лист
channel-other = інша система

report-body-missing = Напишіть, що відбувається
report-body-long = Скоротіть опис до 5000 знаків
report-place-missing = Введіть вулицю й номер або назву зупинки
report-place-long = Скоротіть назву місця до 300 знаків
case-words-missing = Напишіть, що ви зробили і що перевірили
case-words-long = Скоротіть повідомлення до 4000 знаків
case-outcome-missing = Виберіть результат зі списку
case-unit-unknown = Виберіть зі списку підрозділ, який приймає справи
case-service-without-unit = Послуга не має підрозділу. Передайте справу вручну.
case-refused-closed = Цю справу вже завершено.
case-refused-already-there = Цей підрозділ уже має цю справу.
case-refused-already-accepted = Цю справу вже взято.
case-refused-not-dispatched = Цієї справи ще не має жоден підрозділ. Спершу передайте її.

notice-received-title = Звернення { $number } ({ $service }): прийнято
notice-received-body =
    Добрий день,

    ми отримали ваше звернення. Номер: { $number }. Справа: { $service }.

    Ми передамо його підрозділу, який цим займається, і напишемо, якому саме.
    { $promise ->
        [ahead] Обіцяний термін: { $due }.
        [over] Термін минув: { $due }.
       *[none] Терміну не визначено. Про все, що станеться, ми напишемо.
    }

    Що відбувається зі справою, видно тут:
    { $link }
    Ця адреса лише для вас: там видно й ваші слова.

    Хочете поговорити? Зателефонуйте: { $phone }. Назвіть номер { $number }.

    { $centre }
    { $city }
notice-dispatched-title = Звернення { $number } ({ $service }): його має підрозділ
notice-dispatched-body =
    Добрий день,

    ваша справа { $number } ({ $service }) тепер у підрозділі: { $unit }.

    { $promise ->
        [ahead] Обіцяний термін: { $due }. Напишемо, коли щось зміниться.
        [over] Термін минув: { $due }. Перепрошуємо. Напишемо, коли щось зміниться.
       *[none] Терміну не визначено. Напишемо, коли щось зміниться.
    }

    Що відбувається зі справою, видно тут:
    { $link }

    Хочете поговорити? Зателефонуйте: { $phone }. Назвіть номер { $number }.

    { $centre }
    { $city }
notice-progressed-title = Звернення { $number } ({ $service }): нове повідомлення
notice-progressed-body =
    Добрий день,

    у вашій справі { $number } ({ $service }) є повідомлення від підрозділу { $unit } (польською мовою):

    { $words }

    { $promise ->
        [ahead] Справа триває. Обіцяний термін: { $due }.
        [over] Справа триває. Термін минув: { $due }. Перепрошуємо.
       *[none] Справа триває. Терміну не визначено.
    }

    Що відбувається зі справою, видно тут:
    { $link }

    Хочете поговорити? Зателефонуйте: { $phone }. Назвіть номер { $number }.

    { $centre }
    { $city }
notice-closed-title = Звернення { $number } ({ $service }): завершено
notice-closed-body =
    Добрий день,

    вашу справу { $number } ({ $service }) завершено. Результат: { $outcome }.

    { $by ->
        [unit] Відповідь підрозділу { $unit } (польською мовою):
       *[centre] Наша відповідь (польською мовою):
    }

    { $words }

    Щось не так? Зателефонуйте: { $phone }. Назвіть номер { $number } і скажіть, що саме.

    Уся справа тут:
    { $link }

    { $centre }
    { $city }

cases-nearby = Справи поза списком підрозділу
cases-sensitive = Чутлива справа. Про неї знає лише підрозділ, який її веде, і ті, кому її показано.
cases-guests = Покажи справу іншій особі
cases-guests-text = Ця особа побачить усю справу. Запис про це залишиться в історії.
cases-guest-login = Логін особи
cases-guest-show = Показати
cases-guest-without = Скасувати доступ
case-guest-unknown = Немає особи з таким логіном. Перевір написання.

cases-ask = Запитати автора
cases-question = Ваше запитання
cases-question-hint = Ми надішлемо саме це. Строк триває далі.
cases-ask-send = Надіслати запитання
cases-schedule = Запланувати роботу на день
cases-day = День
cases-plan-hint = Що ви тоді зробите. Ми надішлемо саме це.
cases-schedule-send = Запланувати й повідомити
cases-return = Повернути: це не наша справа
cases-reason = Причина
cases-reason-hint = Чия це справа і звідки ви це знаєте. Це прочитає той, хто передає справи.
cases-return-send = Повернути справу
cases-told-returned = Підрозділ повернув справу
cases-told-scheduled = Роботу заплановано: { $day }
cases-told-asked = Запитання до автора
cases-told-answered = Відповідь автора
cases-told-reopened = Відновлено: автор каже, що не зроблено
stage-scheduled = Заплановано: { $day }
stage-waiting = Чекає на відповідь
stage-reopened = Відновлено
case-refused-not-asked = У цій справі ніхто ні про що не питав.
case-refused-open = Ця справа триває, її не треба відновлювати.
case-day-missing = Впишіть день
case-day-over = Виберіть сьогодні або пізніший день
notice-scheduled-title = Звернення { $number } ({ $service }): заплановано
notice-scheduled-body =
    Добрий день,

    роботу у вашій справі { $number } ({ $service }) заплановано: { $day }. Нею займається підрозділ { $unit }.
    { $said ->
        [yes] Підрозділ пише (польською мовою): { $words }
       *[no] {""}
    }

    Що відбувається зі справою, ви побачите тут:
    { $link }

    Волієте поговорити? Телефонуйте: { $phone }. Назвіть номер { $number }.

    { $centre }
    { $city }
notice-asked-title = Звернення { $number } ({ $service }): маємо запитання
notice-asked-body =
    Добрий день,

    підрозділ { $unit } питає у вашій справі { $number } ({ $service }) польською мовою:

    { $words }

    Дайте відповідь на цій сторінці:
    { $link }

    Волієте поговорити? Телефонуйте: { $phone }. Назвіть номер { $number }.

    { $centre }
    { $city }
cases-nav-disputed = Незгода із завершенням
cases-none-disputed = Ніхто вдруге не повідомив, що справу не зроблено.
cases-disputed-why = Автор знову каже, що не зроблено. Вирішіть, чи справа повертається до підрозділу.
cases-disputed-closing = Що написав підрозділ
cases-disputed-words = Що пише автор
cases-disputed-reopen = Відновити справу
cases-disputed-answer = Відповідь, якщо справа залишається завершеною
cases-disputed-answer-hint = Ми надішлемо саме це.
cases-disputed-decline = Залишити завершеною й відповісти
cases-disputed-more = Показуємо найстаріші. Наступні з’являться, коли ви вирішите ці.
cases-disputed-decided = Рішення збережено.
case-decided = Хтось уже це вирішив.
case-judged = Вашу відповідь уже записано.
case-judged-late = Минуло 30 днів від завершення справи. Повідомте про неї ще раз.
notice-declined-title = Звернення { $number } ({ $service }): справа залишається завершеною
notice-declined-body =
    Добрий день,

    ви пишете, що у справі { $number } ({ $service }) не зроблено. Ми перевірили ще раз, і справа залишається завершеною. Наша відповідь (польською мовою):

    { $words }

    Уся справа тут:
    { $link }

    Не погоджуєтеся? Телефонуйте: { $phone }. Назвіть номер { $number }.

    { $centre }
    { $city }
cases-given-back = { $n ->
    [one] Повернув підрозділ { $unit }:
    [few] Повернута { $n } рази, востаннє підрозділом { $unit }:
   *[many] Повернута { $n } разів, востаннє підрозділом { $unit }:
  }
case-reason-missing = Напишіть, чия це справа
case-question-missing = Напишіть запитання
case-answer-missing = Напишіть відповідь
case-wrong-missing = Напишіть, що не так
notice-received-easy =
    Добрий день.
    Ми маємо ваше звернення.
    Номер: { $number }.
    Справа: { $service }.

    Ми передамо його підрозділу.
    Потім напишемо, який це підрозділ.
    { $promise ->
        [ahead] Термін: { $due }.
        [over] Термін минув: { $due }. Перепрошуємо.
       *[none] Терміну немає.
    }

    Тут видно вашу справу:
    { $link }
    Ця адреса лише для вас.

    Маєте запитання? Телефонуйте: { $phone }.
    Назвіть номер { $number }.

    { $centre }
    { $city }
notice-dispatched-easy =
    Добрий день.
    Вашою справою займається підрозділ.
    Це { $unit }.
    Номер: { $number }.
    Справа: { $service }.

    { $promise ->
        [ahead] Термін: { $due }.
        [over] Термін минув: { $due }. Перепрошуємо.
       *[none] Терміну немає.
    }
    Напишемо, коли щось зміниться.

    Тут видно вашу справу:
    { $link }

    Маєте запитання? Телефонуйте: { $phone }.
    Назвіть номер { $number }.

    { $centre }
    { $city }
notice-progressed-easy =
    Добрий день.
    Є повідомлення про вашу справу.
    Пише { $unit } (польською мовою):

    { $words }

    Номер: { $number }.
    Справа: { $service }.
    Справа ще триває.
    { $promise ->
        [ahead] Термін: { $due }.
        [over] Термін минув: { $due }. Перепрошуємо.
       *[none] Терміну немає.
    }

    Тут видно вашу справу:
    { $link }

    Маєте запитання? Телефонуйте: { $phone }.
    Назвіть номер { $number }.

    { $centre }
    { $city }
notice-closed-easy =
    Добрий день.
    Вашу справу завершено.
    Результат: { $outcome }.
    Номер: { $number }.
    Справа: { $service }.

    { $by ->
        [unit] Так пише { $unit } (польською мовою):
       *[centre] Ось наша відповідь (польською мовою):
    }

    { $words }

    Щось не так? Телефонуйте: { $phone }.
    Назвіть номер { $number }.

    Тут видно вашу справу:
    { $link }

    { $centre }
    { $city }
notice-scheduled-easy =
    Добрий день.
    Ваша справа має призначений день.
    День роботи: { $day }.
    Це робить { $unit }.
    Номер: { $number }.
    Справа: { $service }.
    { $said ->
        [yes] Підрозділ пише (польською мовою): { $words }
       *[no] {""}
    }

    Тут видно вашу справу:
    { $link }

    Маєте запитання? Телефонуйте: { $phone }.
    Назвіть номер { $number }.

    { $centre }
    { $city }
notice-asked-easy =
    Добрий день.
    Ми маємо запитання про вашу справу.
    Питає { $unit } (польською мовою):

    { $words }

    Номер: { $number }.
    Справа: { $service }.

    Дайте відповідь на цій сторінці:
    { $link }

    Можна також зателефонувати: { $phone }.
    Назвіть номер { $number }.

    { $centre }
    { $city }
notice-declined-easy =
    Добрий день.
    Ви пишете, що не зроблено.
    Ми перевірили ще раз.
    Справа залишається завершеною.
    Ось наша відповідь (польською мовою):

    { $words }

    Номер: { $number }.
    Справа: { $service }.

    Не погоджуєтеся? Телефонуйте: { $phone }.
    Назвіть номер { $number }.

    Тут видно вашу справу:
    { $link }

    { $centre }
    { $city }
cases-ending = Закінчуються ({ $n })
cases-none-ending = У жодної справи термін зараз не закінчується.
cases-ends = Інший термін закінчується: { $when }
cases-clocks = Терміни
clock-first_answer = перша відповідь
clock-work = запланована робота
clock-fix = завершення справи
clock-legal = строк за законом
clock-state-runs = триває
clock-state-ends = закінчується
clock-state-late = минув
clock-state-stands = стоїть, чекаємо на відповідь
clock-state-kept = дотримано
clock-state-broken = не дотримано
cases-clock-first = перша обіцянка: { $day }
cases-deadline = Змінити обіцяний термін
cases-deadline-now = Зараз обіцяний день: { $day }.
cases-deadline-none = Зараз немає обіцяного дня.
cases-deadline-day = Новий день
cases-deadline-day-hint = День, коли підрозділ працює. Обіцянка дійсна до кінця його робочих годин.
cases-deadline-reason = Причина зміни
cases-deadline-reason-hint = Чому треба почекати і що ви зробите до цього дня. Надішлемо саме це й покажемо на сторінці звернення.
cases-deadline-send = Змінити термін і повідомити
cases-told-promised = Новий обіцяний термін: { $day }
cases-told-waited = Термін після очікування відповіді: { $day }
cases-told-missed = Обіцяний термін минув
cases-warning-title = { $sensitive ->
    [yes] Справа підрозділу: закінчується термін
   *[no] Справа { $number } ({ $service }): закінчується термін
  }
cases-warning-body =
    Добрий день,

    { $sensitive ->
        [yes] в одній зі справ підрозділу закінчується термін ({ $clock }): { $due }.
       *[no] у справі { $number } ({ $service }) закінчується термін ({ $clock }): { $due }.
    }

    Справа тут:
    { $link }

    Якщо не встигаєте, змініть обіцяний термін і напишіть причину. Мешканець отримає її одразу.
case-late-reason-missing = Напишіть, чому термін змінюється
case-day-not-worked = Виберіть день, коли підрозділ працює
case-day-same = Цей день уже обіцяно. Виберіть інший
notice-promised-title = Звернення { $number } ({ $service }): новий термін
notice-promised-body =
    Добрий день,

    у Вашій справі { $number } ({ $service }) змінився обіцяний термін. Новий термін: { $due }.

    Підрозділ { $unit } пише польською, чому:

    { $words }

    Що відбувається зі справою, побачите тут:
    { $link }

    Зручніше поговорити? Телефонуйте: { $phone }. Назвіть номер { $number }.

    { $centre }
    { $city }
notice-promised-easy =
    Добрий день.
    Ваша справа має новий термін.
    Термін: { $due }.
    Так пише польською { $unit }:

    { $words }

    Номер: { $number }.
    Справа: { $service }.

    Тут Ви побачите свою справу:
    { $link }

    Маєте питання? Телефонуйте: { $phone }.
    Назвіть номер { $number }.

    { $centre }
    { $city }
notice-late-title = Звернення { $number } ({ $service }): ми запізнюємося
notice-late-body =
    Добрий день,

    { $promise ->
        [ahead] у Вашій справі { $number } ({ $service }) минув обіцяний термін. Вибачте. Новий термін: { $due }.
        [over] у Вашій справі { $number } ({ $service }) минув обіцяний термін: { $due }. Вибачте. Справа досі відкрита.
       *[none] у Вашій справі { $number } ({ $service }) минув обіцяний термін. Вибачте. Справа досі відкрита.
    }

    { $by ->
        [unit] Нею займається підрозділ { $unit }. Коли він назве причину або новий термін, ми напишемо.
       *[centre] Ми шукаємо підрозділ, який нею займеться. Коли знайдемо, напишемо.
    }

    Що відбувається зі справою, побачите тут:
    { $link }

    Зручніше поговорити? Телефонуйте: { $phone }. Назвіть номер { $number }.

    { $centre }
    { $city }
notice-late-easy =
    Добрий день.
    Ми запізнюємося з Вашою справою.
    Вибачте.
    Номер: { $number }.
    Справа: { $service }.
    { $promise ->
        [ahead] Новий термін: { $due }.
        [over] Термін був такий: { $due }.
       *[none] Обіцяний термін минув.
    }
    Справа досі відкрита.

    Тут Ви побачите свою справу:
    { $link }

    Маєте питання? Телефонуйте: { $phone }.
    Назвіть номер { $number }.

    { $centre }
    { $city }
cases-question-hint-stands = Ми надішлемо саме це. Обіцяний термін стоїть, доки не прийде відповідь.
cases-nav-figures = Дотримання термінів
cases-figures = Дотримання термінів
cases-figures-formula = Відсоток = справи, завершені в перший обіцяний термін, поділені на всі, у яких цей термін минув за місяць. Справи, відкриті після терміну, рахуємо як запізнені, а зміна терміну тут нічого не виправляє. Час очікування відповіді додається лише там, де так каже послуга. Чутливих справ тут немає.
cases-figures-by = Поділ
cases-figures-by-unit = За підрозділами
cases-figures-by-service = За послугами
cases-figures-by-month = Місяць за місяцем
cases-figures-service = Послуга
cases-figures-month = Місяць
cases-figures-before = Попередній місяць
cases-figures-after = Наступний місяць
cases-figures-none = Тут немає справ.
cases-figures-percent = Вчасно, відсотків
cases-figures-csv = Завантажити таблицю (CSV)
on-time-due = Обіцянки, термін яких минув
on-time-kept = Вчасно
on-time-closed_late = Завершені після терміну
on-time-open_late = Відкриті після терміну

cases-mine = Мої ({ $n })
cases-none-mine = Зараз ви не ведете жодної відкритої справи й нікого не заміщаєте.
cases-none-such = Тут нічого не підходить. Змініть те, що шукаєте.
cases-path = Де ви
cases-search = Пошук і фільтри
cases-search-words = Номер, шифр справи, місце або слова
cases-search-hint = Знайдемо й без діакритичних знаків та дефісів.
cases-search-service = Послуга
cases-search-area = Район
cases-search-any = усі
cases-search-do = Шукати
cases-search-clear = Очистити
cases-order = Порядок
cases-order-due = спершу найближчий термін
cases-order-newest = спершу найновіші
cases-order-oldest = спершу найстаріші
cases-person = Веде
cases-person-nobody = ніхто поіменно
cases-person-gone = не працює
cases-person-choose = Хто веде справу
cases-person-do = Зберегти
cases-views = Збережені вигляди
cases-view-units = (підрозділу)
cases-view-name = Назва вигляду
cases-view-shared = Видно всьому підрозділу
cases-view-keep = Зберегти цей вигляд
cases-view-forget = Видалити вигляд
cases-view-saved = Вигляд стоїть над списком.
cases-csv = Завантажити список (CSV)
cases-load = Хто скільки веде
cases-load-text = Відкриті справи за людьми. Число веде до списку.
cases-load-open = Відкриті
cases-load-due = Найближчий термін
cases-tick = Позначити:
cases-ticked = Позначено:
cases-batch = З позначеними
cases-batch-choose = Виберіть, що зробити
cases-batch-all = усі, що підходять до списку (щонайбільше 500)
cases-batch-go = Далі
cases-batch-accept = Прийняти справи
cases-batch-assign = Передати людині
cases-batch-schedule = Запланувати роботу
cases-batch-progress = Надіслати повідомлення
cases-batch-print = Друкувати робочі картки
cases-batch-lede = { $n ->
    [one] Це стосується однієї справи.
    [few] Це стосується { $n } справ. Кожну збережемо окремо.
   *[many] Це стосується { $n } справ. Кожну збережемо окремо.
  }
cases-batch-done = { $n ->
    [0] Нічого не збережено
    [one] Збережено: одна справа
    [few] Збережено: { $n } справи
   *[many] Збережено: { $n } справ
  }
cases-batch-undone = { $n ->
    [one] Одна справа лишилася, як була:
    [few] { $n } справи лишилися, як були:
   *[many] { $n } справ лишилося, як було:
  }
cases-batch-gone = Цієї справи в підрозділі вже немає.
cases-sheet-text = Робочих карток: { $n }. Друкуйте їх із браузера (Ctrl+P). На них немає даних людини, яка повідомила.
cases-sheet-qr = Код, що відкриває цю справу в телефоні
cases-sheet-done = Виконав(ла)
cases-sheet-when = дня
cases-marks = Шифр справи
cases-mark = Шифр справи в управлінні
cases-mark-hint = Наприклад, Or-II.0003.1.107.2017.
cases-mark-do = Зберегти шифр
cases-mark-without = Видалити шифр
case-person-elsewhere = Виберіть людину, яка працює в підрозділі, що веде справу
case-mark-wrong = Введіть шифр справи, щонайбільше 80 знаків
case-marks-many = Ця справа вже має 20 шифрів
case-view-unnamed = Назвіть вигляд, щонайбільше 80 знаків
case-views-many = У вас уже 30 виглядів. Видаліть якийсь.
case-batch-empty = Позначте щонайменше одну справу
case-batch-act = Виберіть, що зробити з позначеними справами
cases-form = Правова форма
cases-form-change = змінити
cases-form-of = на підрозділ: { $unit }
cases-form-why = Що це за правом, підтверджує людина. Строк за законом триває від надходження й не зупиняється, коли чекаємо на відповідь заявника.
cases-form-proposed = Послуга пропонує: { $form }
cases-form-which = Що це
cases-form-rule = { $term } від надходження, тобто не пізніше { $day } ({ $source })
cases-form-rule-unsure = { $term } від надходження, тобто не пізніше { $day } ({ $source }). Цей строк має підтвердити юрист міста.
cases-form-days = { $n ->
    [one] { $n } день
    [few] { $n } дні
   *[many] { $n } днів
  }
cases-form-months = { $n ->
    [one] { $n } місяць
    [few] { $n } місяці
   *[many] { $n } місяців
  }
cases-form-about = На кого скарга
cases-form-about-hint = Тільки для скарги. Цей підрозділ і його відділи не отримають справу на розгляд.
cases-form-about-choose = Виберіть підрозділ
cases-form-about-none = Не стосується підрозділу з цього списку
cases-form-until = Інший останній день строку
cases-form-until-hint = Залиште порожнім, якщо строк має випливати з правила.
cases-form-save = Зберегти правову форму
cases-form-returned = To skarga na tę jednostkę, dlatego rozpatrzy ją kto inny.
cases-notice = Повідомлення про продовження
cases-notice-do = Підготувати повідомлення про продовження
cases-notice-task = Строк за законом закінчується. Завершіть справу або надішліть повідомлення.
cases-notice-term = { $form }, строк за законом: { $day }.
cases-notice-longest = Найпізніше його можна перенести на день: { $day }.
cases-notice-day = Новий останній день строку
cases-notice-text = Текст повідомлення
cases-notice-hint = Перевірте текст і впишіть причину замість […]. Підписує уповноважена особа. Надішлемо саме це.
cases-notice-send = Надіслати повідомлення
cases-notice-prepared =
    Повідомляємо, що справу { $number } (правова форма: { $form }) не буде вирішено в строк, що минає: { $day }.

    Причина: { $blank }

    { $name }
cases-told-formed = Правова форма: { $form }
cases-told-extended = Повідомлення про продовження, новий строк за законом: { $day }
legal-form-none = без правової форми
legal-form-skarga = скарга
legal-form-wniosek = пропозиція (wniosek)
legal-form-petition = петиція
legal-form-public_information = запит на публічну інформацію
legal-form-accessibility_demand = вимога забезпечити доступність
legal-form-gdpr_request = запит щодо персональних даних
legal-form-interpellation = інтерпеляція депутата ради
case-form-missing = Виберіть, що це
case-about-missing = Виберіть підрозділ або скажіть, що його немає в списку
case-unit-complained-of = Це скарга на цей підрозділ, тож він не може її розглядати. Виберіть інший
case-without-legal-term = Ця справа не має строку за законом.
case-day-not-later = Виберіть день, пізніший за теперішній строк
case-day-beyond-law = Виберіть день, який дозволяє закон
case-notice-blank = Впишіть причину замість […]
notice-extended-title = Звернення { $number } ({ $service }): повідомлення про продовження
notice-extended-body =
    Добрий день,

    надсилаємо повідомлення у Вашій справі { $number } ({ $service }), написане польською. Новий строк: { $due }.

    { $words }

    Що відбувається зі справою, побачите тут:
    { $link }

    Зручніше поговорити? Телефонуйте: { $phone }. Назвіть номер { $number }.

    { $centre }
    { $city }
notice-extended-easy =
    Добрий день.
    Ваша справа триватиме довше.
    Новий строк: { $due }.
    Це повідомлення польською:

    { $words }

    Номер: { $number }.
    Справа: { $service }.

    Тут Ви побачите свою справу:
    { $link }

    Маєте питання? Телефонуйте: { $phone }.
    Назвіть номер { $number }.

    { $centre }
    { $city }
cases-pause = Зупинити строк за законом
cases-pause-end = Відновити строк за законом
cases-pause-why = Строк за законом зупиняється лише на правовій підставі. Те, що чекаємо на відповідь мешканця, нею не є. Перелік підстав (art. 35 § 5 KPA) має підтвердити юрист міста.
cases-pause-end-why = Строк триватиме далі й буде довшим на стільки днів, скільки стояв.
cases-pause-ground = Підстава
cases-pause-reason = Обґрунтування
cases-pause-reason-hint = Заявник прочитає його на сторінці звернення.
ground-act = строк, передбачений законом для певної дії
ground-suspension = зупинення провадження
ground-party = затримка з вини сторони
ground-beyond_office = причина, що не залежить від установи
clock-state-ground = стоїть на правовій підставі
cases-told-stood = Строк за законом зупинено: { $ground }
cases-told-resumed = Строк за законом відновлено: { $day }
case-ground-missing = Виберіть підставу
case-ground-reason-missing = Напишіть обґрунтування
case-not-standing = Строк за законом цієї справи не зупинено.

cases-told-split-off = Справу виділено з іншої
cases-told-reported = Звернення
cases-told-joined = { $n ->
    [one] Долучено { $n } звернення з іншої справи
    [few] Долучено { $n } звернення з іншої справи
   *[many] Долучено { $n } звернень з іншої справи
  }
cases-told-parted = Частину звернень тепер ведемо як окрему справу
cases-told-merged = Об’єднано з іншою справою
cases-told-unmerged = Об’єднання скасовано
cases-merge = Об’єднати з іншою справою
cases-merge-text = Звернення з цієї справи перейдуть до вибраної. Номери звернень діють далі, а їхні автори отримають повідомлення. Це можна скасувати.
cases-merge-into = З якою справою
cases-merge-near = { $distance }, { $when }
cases-merge-origin = з цієї справи виділено звернення
cases-merge-number = Номер іншої справи
cases-merge-number-hint = Номер будь-якого її звернення, наприклад 4821-907-5.
cases-merge-send = Об’єднати справи
cases-merged-here = Долучені справи
cases-merged-away = Звернення з цієї справи ведемо в іншій справі:
cases-unmerge = Скасувати об’єднання
cases-split = Розділити звернення
cases-split-text = Вибране звернення стане окремою справою. Його номер діє далі, а автор отримає повідомлення. Щоб скасувати це, об’єднайте нову справу з цією.
cases-split-report = Звернення
cases-split-service = Послуга нової справи
cases-split-send = Виділити звернення
case-merge-same = Це одна й та сама справа.
case-merge-closed = Одну зі справ завершено. Об’єднувати можна лише відкриті справи.
case-merge-sensitive = Чутливу справу не об’єднують з іншою.
case-merge-controller = У справ різні розпорядники даних, тому їх не можна об’єднати.
case-merge-formal = Одна зі справ є окремою за законом (скарга, заява, петиція…) і має власний строк. Таких не об’єднують.
case-merge-hidden = Цю справу бачать усі, а ту ні. Об’єднайте ту з цією.
case-merge-many = Справа має забагато звернень, щоб перенести їх одразу.
case-merge-unknown = Виберіть справу зі списку або впишіть номер, який знаєте
case-not-merged = Цю справу не об’єднано з іншою.
case-unmerge-moved = Одне зі звернень уже в іншій справі, тому об’єднання не можна скасувати.
case-split-only = Це єдине звернення в цій справі.
case-split-missing = Виберіть звернення
case-split-controller = Ця послуга має іншого розпорядника даних. Виберіть іншу.
case-split-sensitive = Чутливу та звичайну справи так розділити не можна. Виберіть іншу послугу.
notice-moved-title = { $why ->
    [joined] Звернення { $number } ({ $service }): разом з іншими
   *[apart] Звернення { $number } ({ $service }): окрема справа
  }
notice-moved-body =
    Добрий день,

    { $why ->
        [joined] про те саме, що й у вашому зверненні { $number }, повідомив ще хтось. Ці звернення ми ведемо як одну справу ({ $service }).
       *[apart] ваше звернення { $number } ми тепер ведемо як окрему справу ({ $service }).
    }
    { $by ->
        [unit] Нею займається підрозділ: { $unit }.
       *[centre] Ми передамо її підрозділу, який цим займається.
    }
    { $promise ->
        [ahead] Обіцяний термін: { $due }.
        [over] Термін минув: { $due }. Перепрошуємо.
       *[none] Терміну не визначено.
    }

    Ваш номер не змінюється. Що відбувається зі справою, видно тут:
    { $link }

    Щось не так? Зателефонуйте: { $phone }. Назвіть номер { $number }.

    { $centre }
    { $city }
notice-moved-easy =
    Добрий день.
    { $why ->
        [joined] Хтось іще повідомив про те саме. Тепер це одна справа.
       *[apart] Ваше звернення тепер окрема справа.
    }
    Номер: { $number }.
    Справа: { $service }.
    { $by ->
        [unit] Це робить { $unit }.
       *[centre] Ми передамо її підрозділу.
    }
    { $promise ->
        [ahead] Термін: { $due }.
        [over] Термін минув: { $due }. Перепрошуємо.
       *[none] Терміну немає.
    }

    Тут видно вашу справу:
    { $link }

    Маєте запитання? Телефонуйте: { $phone }.
    Назвіть номер { $number }.

    { $centre }
    { $city }

follower-ended = Це стеження вже завершено.
notice-following-title = { $service }: чи писати вам про цю справу?
notice-following-body =
    Добрий день,

    хтось указав цю адресу e-mail у справі { $number } ({ $service }) і написав, що вона стосується й вас.

    Якщо нам писати, коли щось зміниться, підтвердьте це тут:
    { $following }

    Якщо це не ви, нічого не робіть. Ми більше не напишемо, а адресу видалимо через 14 днів.

    { $centre }
    { $city }
notice-following-easy =
    Добрий день.
    Хтось дав нам вашу адресу.
    Ідеться про справу { $number }: { $service }.
    Чи писати вам про цю справу?

    Якщо так, натисніть тут:
    { $following }

    Якщо ні, нічого не робіть.

    { $centre }
    { $city }
notice-followed-title = { $what ->
    [closed] Справа { $number } ({ $service }): завершено
    [scheduled] Справа { $number } ({ $service }): заплановано
   *[progressed] Справа { $number } ({ $service }): нове повідомлення
  }
notice-followed-body =
    Добрий день,

    { $what ->
        [closed] справу { $number } ({ $service }), за якою ви стежите, завершено. Результат: { $outcome }.
        [scheduled] роботу у справі { $number } ({ $service }), за якою ви стежите, заплановано: { $day }.
       *[progressed] у справі { $number } ({ $service }), за якою ви стежите, є нове повідомлення.
    }
    { $said ->
        [yes] { $by ->
            [unit] Підрозділ { $unit } пише (польською мовою): { $words }
           *[centre] Ми пишемо (польською мовою): { $words }
        }
       *[no] {""}
    }

    Уся справа тут:
    { $link }

    { $mail ->
        [yes] Не хочете більше повідомлень про цю справу? { $following }
       *[no] Запитання? Телефонуйте: { $phone }.
    }

    { $centre }
    { $city }
notice-followed-easy =
    Добрий день.
    { $what ->
        [closed] Цю справу завершено. Результат: { $outcome }.
        [scheduled] Ця справа має призначений день: { $day }.
       *[progressed] Є повідомлення про цю справу.
    }
    Номер: { $number }.
    Справа: { $service }.
    { $said ->
        [yes] Підрозділ пише (польською мовою): { $words }
       *[no] {""}
    }

    Тут видно справу:
    { $link }

    { $mail ->
        [yes] Не хочете більше повідомлень? Натисніть тут: { $following }
       *[no] Маєте запитання? Телефонуйте: { $phone }.
    }

    { $centre }
    { $city }

photos-nav = Фотографії
photos-none = Жодна фотографія не чекає на рішення. Нові з’являться тут.
photos-why = Усі побачать фотографію лише після публікації. Спочатку закрийте обличчя й номерні знаки.
photos-more = Це найстаріші фотографії. Наступні з’являться після рішення щодо цих.
photos-decided = Рішення щодо фотографії збережено.
photos-covered-saved = Зображення змінено. Оригінал бачить лише підрозділ.
photos-one = Фотографія до справи
photos-case = Переглянути справу
photos-back = Назад до фотографій
photos-look = Переглянути й закрити
photos-original = Переглянути без закриття
photos-publish = Опублікувати фотографію
photos-publish-text = Усі побачать її такою, як тут: із закритими місцями.
photos-withhold = Не публікувати
photos-reason = Причина
photos-reason-hint = Її прочитає людина, яка надіслала фотографію.
photos-cover = Закрити частину фотографії
photos-cover-text = Вкажіть місце у відсотках фотографії: 0 – лівий або верхній край, 50 – середина.
photos-drag = Позначте прямокутник на фотографії, потім виберіть «Закрити».
photos-left = Зліва, %
photos-top = Згори, %
photos-width = Ширина, %
photos-height = Висота, %
photos-cover-do = Закрити
photos-undo = Скасувати останнє закриття
photos-undo-all = Відкрити всю фотографію
photos-areas = { $n ->
    [0] Нічого не закрито.
    [one] Закрито { $n } місце.
    [few] Закрито { $n } місця.
   *[other] Закрито { $n } місць.
  }
photos-after-label = Фотографія зробленого
photos-after-hint = JPEG, PNG або WebP, до 20 МБ, щонайбільше 3. Її побачить людина, яка повідомила про справу.
photos-before-label = Фотографія до роботи
photos-no-photo = Без фотографії: чому
photos-no-photo-hint = Потрібно, коли роботу зроблено, а фотографії немає. Це прочитає людина, яка повідомила про справу.
photo-reported = Фотографія від мешканця
photo-before = Фотографія до роботи
photo-after = Фотографія після роботи
photo-waiting = Чекає на рішення про публікацію
photo-published = Опубліковано
photo-withheld = Не публікується
photo-erased = Видалено
photo-changed = Хтось щойно змінив цю фотографію. Перегляньте її ще раз.
photo-reason-missing = Напишіть, чому фотографію не буде опубліковано
photo-reason-long = Скоротіть причину до 500 знаків
photo-area-wrong = Введіть чотири числа від 0 до 100, ширина й висота більші за нуль
photo-areas-many = Можна закрити щонайбільше 20 місць
photo-too-large = Фотографія завелика. Виберіть меншу за 20 МБ
photo-too-many = Фотографій може бути щонайбільше 3
photo-heic = Фотографія у форматі HEIC. Виберіть у камері JPEG («найсумісніший») або надішліть знімок екрана
photo-unknown = Цей файл не є фотографією. Виберіть JPEG, PNG або WebP
photo-broken = Фотографію неможливо прочитати. Виберіть іншу або додайте її ще раз
photo-busy = Зараз надходить багато фотографій. Додайте її ще раз за хвилину
photo-not-stored = Не вдалося зберегти фотографію. Додайте її ще раз за хвилину
case-evidence-missing = Додайте фотографію зробленого або напишіть, чому її немає
case-evidence-long = Скоротіть причину відсутності фотографії до 500 знаків
photos-without = Без фотографії:
notice-no-photo = Без фотографії: { $why }
notice-with-photo = Фотографія – на сторінці справи.
cases-batch-close = Завершити справи
cases-batch-words-hint = Те саме речення отримають усі, хто повідомив про ці справи.
cases-batch-after = Фото після роботи
cases-batch-no-photo = Без фото напишіть, чому його немає
case-batch-many = Завершуйте щонайбільше 30 справ водночас: кожна потребує свого фото або причини
cases-batch-photos = За один раз приймемо 6 фото. Справа, фото якої не приймемо, лишиться відкритою.

draft-service-missing = Виберіть, чого це стосується. Якщо не впевнені, виберіть найближче
draft-danger-missing = Дайте відповідь, чи комусь щось загрожує
draft-answer-choose = Виберіть відповідь: { $question }
draft-answer-write = Напишіть відповідь: { $question }
draft-answer-number = Введіть число, наприклад 3 або 2,5: { $question }
draft-answer-date = Введіть день, наприклад 27.3.2026: { $question }
draft-answer-long = Скоротіть відповідь до 1000 знаків: { $question }
draft-reply-missing = Виберіть, куди надіслати відповідь
draft-email-missing = Введіть адресу e-mail або виберіть «Нікуди»

intake-nav = Нове повідомлення
intake-title = Повідомлення за когось
intake-lede = Запишіть те, що каже ця людина, її словами. Справу отримає підрозділ, так само як зі сторінки міста.
intake-taken = Збережено. Номер повідомлення:
intake-taken-text = Назвіть його цій людині. Можна одразу записати наступне повідомлення.
intake-channel = Як це до нас надійшло
intake-language = Мова цієї людини
intake-body = Слова цієї людини
intake-body-hint = Без даних людей, про яких вона говорить. Цей текст побачить підрозділ.
intake-service-choose = Виберіть послугу
intake-place-hint = Вулиця і номер, перехрестя, зупинка або номер ліхтаря.
intake-place-chosen = Вибране місце:
intake-place-which = Яке це місце
intake-look = Знайти місце й показати запитання
intake-same = Схожі справи поруч. Чи це одна з них?
intake-same-none = Жодна з них: це нова річ
intake-reply = Як ми відповімо
intake-reply-email = E-mail
intake-reply-call = Передзвонимо
intake-reply-letter = Лист
intake-reply-none = Без відповіді
intake-phone = Номер телефону
intake-post = Адреса для листа
intake-send = Зберегти повідомлення
intake-call = Нехай ця людина телефонує одразу: { $number }.
intake-channel-missing = Виберіть, як це до нас надійшло
intake-stopped = Після такої відповіді повідомлення не записуємо. Скажіть, що робити тепер.
intake-question-new = Поставте ще це запитання
cases-code-title = Код до звернень
cases-code-body =
    Добрий день!

    Код до сторінки з вашими зверненнями:

    { $code }

    Код діє { $minutes } хвилин і лише один раз. Не кажіть його нікому, навіть тим, хто нібито телефонує від міста.

    Якщо ви не просили про код, нічого не робіть: без нього ніхто не побачить ваших звернень.

# Incidents.
cases-nav-incidents = Події
incident = Масова подія
incident-lede = Одна причина багатьох справ: буря, аварія, затоплена вулиця. Спільний текст, одна відповідь і завершення, яке питає про кожну справу.
incident-new = Нова подія
incident-none = Подій немає.
incident-on-tag = триває
incident-ended-tag = завершено
incident-ended-when = Завершено: { $when }
incident-since-when = З: { $when }
incident-missing-uk = Немає тексту українською: буде показано польський текст.
incident-missing-en = Немає тексту англійською: буде показано польський текст.
incident-name = Назва
incident-name-hint = Наприклад: Буря 20 листопада, Ольшина. Без даних осіб.
incident-since = Відколи
incident-text = Текст для мешканців
incident-text-pl = Текст польською
incident-text-uk = Текст українською
incident-text-en = Текст англійською
incident-text-hint = Що сталося, що ми робимо і коли повідомимо. Це побачить кожен, хто відкриє сторінку однієї з цих справ.
incident-services = Чого стосуються справи
incident-areas = Де
incident-areas-hint = Якщо не позначити: у всьому місті.
incident-everywhere = усе місто
incident-open = Відкрити подію
incident-followers = Хочуть знати, як закінчиться
incident-followers-count = { $n ->
    [one] { $n } особа
    [few] { $n } особи
   *[many] { $n } осіб
  }
incident-candidates = { $n ->
    [one] { $n } справа відповідає події
    [few] { $n } справи відповідають події
   *[many] { $n } справ відповідають події
  }
incident-candidates-text = Ті самі послуги й місця, відкриті від початку події. Зніміть позначку з тих, що мають іншу причину.
incident-attach = Додати позначені
incident-cases = { $n ->
    [one] { $n } справа в події
    [few] { $n } справи в події
   *[many] { $n } справ у події
  }
incident-cases-none = До події ще не належить жодна справа.
incident-detach = Вилучити
incident-earlier = Попередні тексти
incident-say = Змінити текст
incident-say-do = Зберегти текст
incident-answer = Одна відповідь для всіх
incident-answer-hint = Повідомлення потрапить до кожної відкритої справи події як новина про роботу. Ми надішлемо саме це.
incident-answer-do = { $n ->
    [one] Надіслати до { $n } справи
    [few] Надіслати до { $n } справ
   *[many] Надіслати до { $n } справ
  }
incident-follow = Додати особу, що телефонує
incident-phone = Номер телефону
incident-phone-hint = Ми зателефонуємо після завершення. Номер зникає через 30 днів, якщо ми не знаємо цю особу з іншої справи.
incident-language = Мова розмови
incident-follow-do = Додати
incident-end = Завершити подію
incident-end-text = Біля кожної відкритої справи позначте, що вона завершується разом із подією, або напишіть, чому залишається відкритою.
incident-end-hint = Потрапить до справ, що завершуються, і до осіб, які залишили номер телефону.
incident-end-cases = { $n ->
    [one] { $n } відкрита справа
    [few] { $n } відкриті справи
   *[many] { $n } відкритих справ
  }
incident-ends = Завершується разом із подією
incident-stays = Або залишається відкритою, бо (надішлемо це як повідомлення)
incident-end-do = Завершити подію й надіслати відповіді
incident-kept = Усі обіцянки виконано: відкритих справ немає, і кожен знає, чим усе закінчилося.
incident-unkept = Ще не виконані обіцянки
incident-untold-followers = { $n ->
    [one] { $n } особа з номером телефону ще не знає
    [few] { $n } особи з номером телефону ще не знають
   *[many] { $n } осіб із номером телефону ще не знають
  }
incident-untold-authors = { $n ->
    [one] { $n } заявник чекає на дзвінок або лист
    [few] { $n } заявники чекають на дзвінок або лист
   *[many] { $n } заявників чекають на дзвінок або лист
  }
incident-judge = Позначте, що справа завершується, або напишіть, чому залишається відкритою. Одне з двох.
incident-outcome-missing = Виберіть результат.
incident-back = Повернутися до події
incident-ended = Цю подію вже завершено.
incident-sensitive = Чутливі справи не належать до подій.
incident-other-controller = Це справи іншого розпорядника даних.
incident-of-another = Ця справа вже належить до іншої події.
incident-cases-changed = З’явилася справа, якої немає в цьому списку. Перевірте ще раз.
incident-name-wrong = Укажіть назву, щонайбільше 120 знаків.
incident-since-wrong = Укажіть день, не пізніший за сьогодні.
incident-services-missing = Позначте, чого стосуються справи.
incident-text-wrong = Напишіть текст, щонайбільше 4000 знаків.
notice-incident-title = Ми завершили роботу щодо події, про яку запитували
notice-incident-body =
    Добрий день!

    Справа, про яку ми мали повідомити, завершена.

    Ми писали:
    { $text }

    Тепер (польською):
    { $words }

    Запитання? Телефонуйте: { $phone }.

    { $centre }
    { $city }
notice-incident-easy =
    Добрий день.
    Ця справа закінчилася:
    { $text }

    Наша відповідь (польською):
    { $words }

    Маєте запитання? Телефонуйте: { $phone }.

    { $centre }
    { $city }
intake-same-gone = Цієї справи серед схожих уже немає. Перевірте ще раз.
case-formal-alone = Цю справу закон велить вирішити окремо (скарга, заява, петиція…). Завершіть її на її сторінці.
case-until-late = Строк за законом продовжує лише повідомлення або записана правова підстава. Виберіть раніший день
case-day-far = Виберіть день у межах двох років
