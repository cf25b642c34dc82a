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
notice-no-photo = Без фотографії: { $why }
notice-with-photo = Фотографія – на сторінці справи.
