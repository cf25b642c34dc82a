# Personal data: requests, erasure, retention, looks.
privacy-nav-requests = Запити про дані
privacy-nav-retention = Зберігання
privacy-nav-looks = Перегляди даних
privacy-yes = так
privacy-no = ні
privacy-saved = Збережено.
privacy-back = Повернутися до запиту
privacy-requests-text = На відповідь є місяць від дня надходження. Строк, що закінчується в суботу або вихідний, переходить на наступний робочий день (має підтвердити юрист міста).
privacy-request-new = Новий запит
privacy-request-register = Зареєструвати запит
privacy-requests-open = Відкриті
privacy-requests-ended = Завершені
privacy-requests-none = Немає відкритих запитів.
privacy-request-title = Запит { $number }: { $kind }
privacy-kind = Чого стосується запит?
privacy-kind-access = доступ до даних і копія
privacy-kind-rectification = виправлення даних
privacy-kind-restriction = обмеження обробки
privacy-kind-erasure = видалення даних
privacy-kind-objection = заперечення
privacy-kind-portability = перенесення даних
privacy-kind-missing = Вибери, чого стосується запит.
privacy-channel = Як надійшов?
privacy-channel-choose = Вибери
privacy-channel-missing = Вибери, як надійшов запит.
privacy-channel-post = листом
privacy-channel-email = електронною поштою
privacy-channel-counter = особисто
privacy-channel-phone = телефоном
privacy-channel-web = через сайт
privacy-channel-other = інакше
privacy-received-on = День надходження
privacy-received-hint = Від цього дня рахуємо строк.
privacy-day-wrong = Введи дату, наприклад 2026-11-20.
privacy-day-ahead = Цей день ще не настав.
privacy-who = Хто запитує
privacy-who-missing = Напиши, хто запитує.
privacy-contact = Куди відповісти
privacy-contact-hint = Адреса, e-mail або телефон.
privacy-contact-missing = Напиши, куди надіслати відповідь.
privacy-scope = Обсяг
privacy-scope-hint = Про які дані або справи йдеться.
privacy-text-long = Текст задовгий. Скороти його до 4000 знаків.
privacy-reason-missing = Напиши текст. Без нього не можна зберегти.
privacy-state-received = прийнятий
privacy-state-identity_checked = особу підтверджено
privacy-state-in_progress = у роботі
privacy-state-answered = виконаний
privacy-state-refused = відмова
privacy-due-was = строк був до { $day }
privacy-identity = Особа
privacy-identity-none = ще не підтверджена
privacy-identity-how = Як підтверджено особу?
privacy-identity-missing = Вибери, як підтверджено особу.
privacy-identity-save = Зберегти
privacy-identity-document = документ, показаний в установі
privacy-identity-signature = кваліфікований або довірений підпис
privacy-identity-known_address = відповідь з відомої нам адреси
privacy-identity-questions = відповіді на контрольні питання
privacy-identity-proxy = представник з довіреністю
privacy-begin = Почати роботу над запитом
privacy-extended = Чому строк довший
privacy-said = Що ми відповіли
privacy-answer = Відповідь
privacy-answer-hint = Особа отримає ці слова. Перед збереженням побачиш увесь лист.
privacy-extension = Продовження на два місяці: причина
privacy-extension-hint = Можна продовжити один раз, до кінця строку. Причина буде в листі.
privacy-refusal = Відмова: причина
privacy-refusal-hint = Лист скаже також, як подати скаргу.
privacy-refused-ended = Цей запит уже завершено. Нічого не збережено.
privacy-refused-unknown = Спочатку підтверди особу.
privacy-refused-done = Це вже збережено.
privacy-refused-late = Строк минув, тому його не можна продовжити.
privacy-letter = Лист до особи
privacy-letter-text = Прочитай перед збереженням. Лист надсилаєш тим шляхом, про який особа просила.
privacy-letter-show = Показати лист
privacy-letter-keep = Зберегти, лист готовий
privacy-person = Дані однієї особи
privacy-person-text = Перегляд цієї сторінки записується.
privacy-person-open = Дані цієї особи
privacy-person-find = Чиї це дані?
privacy-person-find-hint = E-mail, телефон або номер звернення. Пошук записується.
privacy-person-link = Поєднати із запитом
privacy-person-unknown = Немає даних з такою адресою чи номером.
privacy-person-several = Цією адресою чи номером користуються кілька осіб. Впишіть номер звернення.
privacy-export-json = Завантажити JSON
privacy-export-tar = Завантажити файли (TAR)
privacy-export-title = Персональні дані, які ми зберігаємо
privacy-export-made = Станом на: { $when }.
privacy-room-residents = Особа та адреси
privacy-room-interactions = Контакти
privacy-room-notices = Наші повідомлення
privacy-room-cases = Звернення
privacy-room-privacy = Запити про дані
privacy-field-name = ім'я та прізвище
privacy-field-controller = володілець персональних даних
privacy-field-language = мова
privacy-field-kind = вид
privacy-field-address = адреса
privacy-field-channel = канал
privacy-field-begun-at = початок
privacy-field-number = номер
privacy-field-received-at = надійшло
privacy-field-place = місце
privacy-field-words = текст
privacy-field-title = тема
privacy-field-body = текст
privacy-field-state = стан
privacy-field-interactions-ended-at = кінець
privacy-field-notices-ended-at = надіслано або завершено
privacy-field-notices-begun-at = підготовлено
privacy-field-at = коли
privacy-field-until = до якого часу
privacy-field-topic = тема
privacy-field-disposition = результат розмови
privacy-field-questions = контрольні запитання
privacy-field-question = запитання
privacy-field-given = згода
privacy-field-purpose = мета
privacy-field-how = як висловлена
privacy-field-text-version = версія тексту згоди
privacy-field-nip = NIP
privacy-field-regon = REGON
privacy-field-languages = інші мови
privacy-field-needs = потреби
privacy-field-need-in-words = інша потреба
privacy-field-role = роль
privacy-field-service = послуга
privacy-field-outcome = результат
privacy-field-closed-at = завершено
privacy-word-person = особа
privacy-word-firm = фірма
privacy-word-email = e-mail
privacy-word-phone = телефон
privacy-word-post = пошта
privacy-word-sms = SMS
privacy-word-web = сайт міста
privacy-word-chat = чат
privacy-word-app = застосунок
privacy-word-open311 = інша програма
privacy-word-counter = установа
privacy-word-other = інше
privacy-word-call = телефонна розмова
privacy-word-none = немає шляху
privacy-word-pl = польська
privacy-word-uk = українська
privacy-word-en = англійська
privacy-word-text-only = лише текст
privacy-word-sign-language = жестова мова
privacy-word-slow-speech = повільна мова
privacy-word-large-print = великий шрифт
privacy-word-easy-read = простий текст
privacy-word-calls-only = лише дзвінки
privacy-word-no-email = без e-mail
privacy-word-queued = чекає на надсилання
privacy-word-sent = надіслано
privacy-word-failed = не надіслано
privacy-word-received = прийнято
privacy-word-dispatched = у підрозділі
privacy-word-accepted = узято в роботу
privacy-word-in-progress = триває
privacy-word-closed = завершено
privacy-word-identity-checked = особу підтверджено
privacy-word-answered = відповідь надано
privacy-word-refused = відмова
privacy-word-fixed = виправлено
privacy-word-implemented = запроваджено
privacy-word-not-found = не знайдено
privacy-word-not-ours = місто цим не займається
privacy-word-deferred = відкладено
privacy-word-duplicate = повтор
privacy-word-withdrawn = відкликано
privacy-word-unclassified = без результату
privacy-word-survey = запитання про задоволення
privacy-word-campaign = інформаційні кампанії
privacy-word-events = події та консультації
privacy-word-informed = надано інформацію
privacy-word-case-opened = відкрито справу
privacy-word-passed-on = передано далі
privacy-word-access = доступ до даних
privacy-word-rectification = виправлення даних
privacy-word-restriction = обмеження обробки
privacy-word-erasure = видалення даних
privacy-word-objection = заперечення
privacy-word-portability = перенесення даних
privacy-word-full-name = ім’я та прізвище
privacy-word-report-number = номер звернення
privacy-word-report-date = день звернення
privacy-word-report-place = місце звернення
privacy-word-nip = NIP
privacy-field-queued-at = підготовлено
privacy-field-ended-at = надіслано
privacy-field-who = хто запитує
privacy-field-contact = куди відповісти
privacy-field-scope = обсяг
privacy-field-received-on = день надходження
privacy-field-due-on = строк
privacy-field-answer = відповідь
privacy-field-extended-because = причина продовження
privacy-subject-resident = особа
privacy-subject-case = справа
privacy-subject-look = перегляди даних
privacy-subject-interaction = контакт
privacy-restricted = Обробку обмежено
privacy-restriction = Обмеження обробки
privacy-restriction-text = Дані лише зберігаємо: інші їх не бачать, і ми нічого не надсилаємо.
privacy-restriction-place = Обмежити обробку
privacy-restriction-lift = Зняти обмеження
privacy-holds = Заборона видалення
privacy-holds-text = Поки діє, дані не видалить ні запит, ні строк зберігання.
privacy-hold-line = { $reason } ({ $who }, { $when })
privacy-hold-release = Зняти
privacy-hold-on = Чого стосується?
privacy-hold-person = Усіх даних цієї особи
privacy-hold-reason = Причина
privacy-hold-place = Заборонити видалення
privacy-hold-released = Цю заборону вже знято.
privacy-erasure = Видалення даних
privacy-not-founded = Дані видаємо й видаляємо лише на заяву цієї особи. Зареєструйте заяву, поєднайте її з особою й підтвердьте, хто вона.
privacy-erasure-done = Видалено те, що можна видалити.
privacy-erasure-refused = Зараз нічого не можна видалити. Заборона: { $reason }
privacy-erasure-held = Нічого не видалено: діє заборона видалення.
privacy-erasure-cases = Справи цієї особи
privacy-erasure-warning = Це не можна скасувати, навіть із резервної копії.
privacy-erasure-sure = Знаю, що зникне, і видаляю.
privacy-erasure-unsure = Познач, що знаєш, що зникне.
privacy-erasure-do = Видалити дані
privacy-identity-stays = Прізвище й адреси лишаються, бо потрібні у відкритих або заборонених до видалення справах.
privacy-identity-goes = Прізвища й адрес більше не буде.
privacy-stays = лишається
privacy-goes = зникне
privacy-gone = видалено
privacy-why-open = Справа відкрита. Можна видалити після її завершення.
privacy-why-held = Заборона видалення: { $reason }
privacy-why-unread = Архівна категорія { $category } незрозуміла. З'ясуй її з архівом.
privacy-retention-text = Правила є в пакеті міста. Бачиш, що зникне зараз, перш ніж щось станеться. Числа у статистиці не змінюються.
privacy-retention-none = Пакет міста ще не має правил (retention.toml).
privacy-retention-rules = Правила
privacy-rule-basis = Підстава
privacy-rule-now = До видалення зараз
privacy-what-interaction = Зв'язок контакту з особою
privacy-what-report = Текст звернення
privacy-what-case = Місце й відповіді в непублічній справі
privacy-what-notice = Адреса і текст повідомлення
privacy-what-resident = Прізвище й адреси особи
privacy-what-caller-number = Номер, з якого дзвонили (приховується щогодини)
privacy-what-look = Записи про перегляд даних
privacy-what-session = Завершені сесії працівників
privacy-retention-changed = Правила змінилися. Перевір перегляд і спробуй ще раз.
privacy-retention-on = Щоденне видалення увімкнено ({ $who }, { $when }).
privacy-retention-off = Щоденне видалення вимкнено. Увімкни його після перевірки перегляду вище.
privacy-switch-on = Увімкнути щоденне видалення
privacy-switch-off = Вимкнути щоденне видалення
privacy-run-text = Один раз видаляє те, що видно в перегляді.
privacy-run-now = Видалити зараз
privacy-run-daily = щоденне
privacy-run-going = Триває.
privacy-run-nothing = Нічого було видаляти.
privacy-runs = Останні видалення
privacy-looks = Хто переглядав
privacy-changes = Хто змінював
privacy-looks-text = Записи зберігаємо щонайменше два роки. Цей пошук теж записується.
privacy-looks-person = Логін працівника
privacy-looks-subject = Номер звернення або ідентифікатор
privacy-looks-until = До дня
privacy-looks-find = Показати
privacy-looks-csv = Завантажити CSV
privacy-looks-subject-hint = Також ідентифікатор, e-mail або телефон мешканця: тоді разом із його справами й контактами.
privacy-looks-since = Від дня
privacy-looks-words = Слова, які хтось шукав
privacy-looks-any = будь-яка мета
privacy-looks-older = Старіші перегляди
privacy-changes-older = Старіші зміни
privacy-looks-cut = Це не все: у файлі щонайбільше 200 000 рядків. Запитайте про коротший період.
privacy-purpose-unknown = Оберіть мету зі списку.
privacy-actor-system = програма
privacy-actor-resident = мешканець
privacy-actor-key = інша програма
privacy-actor-import = імпорт
privacy-subject-report = звернення
privacy-subject-notice = повідомлення
privacy-subject-errand = повідомлення для передання
privacy-subject-account = обліковий запис працівника
privacy-subject-privacy-request = заява про дані
privacy-told-other = інша зміна ({ $kind })
privacy-told-report-received = звернення прийнято
privacy-told-report-erased = зміст звернення видалено
privacy-told-case-opened = справу відкрито
privacy-told-case-dispatched = справу передано підрозділу
privacy-told-case-accepted = підрозділ прийняв справу
privacy-told-case-progressed = повідомлення про перебіг справи
privacy-told-case-closed = справу завершено
privacy-told-case-shown = чутливу справу показано
privacy-told-case-hidden = показ справи скасовано
privacy-told-resident-met = записано нову особу
privacy-told-resident-details-changed = змінено дані особи
privacy-told-resident-ways-changed = змінено адреси чи номери особи
privacy-told-resident-needs-changed = змінено потреби особи
privacy-told-resident-consent-noted = записано згоду або її відкликання
privacy-told-resident-verified = особу підтверджено
privacy-told-resident-check-ended = підтвердження особи закінчилося
privacy-told-resident-merged = записи поєднано
privacy-told-resident-unmerged = записи роз’єднано
privacy-told-resident-erased = дані особи видалено
privacy-told-interaction-begun = розмову розпочато
privacy-told-interaction-held = контакт записано
privacy-told-interaction-noted = нотатка про розмову
privacy-told-interaction-ended = розмову закінчено
privacy-told-interaction-resident-named = розмову пов’язано з особою
privacy-told-interaction-erased = нотатки про розмову видалено
privacy-told-interaction-number-hidden = номер співрозмовника приховано
privacy-told-notice-queued = повідомлення підготовлено
privacy-told-notice-sent = повідомлення надіслано
privacy-told-notice-failed = повідомлення не надіслано
privacy-told-errand-begun = повідомлення чекає на передання
privacy-told-errand-done = повідомлення передано
privacy-told-privacy-request-registered = заяву зареєстровано
privacy-told-privacy-request-linked = заяву пов’язано з особою
privacy-told-privacy-request-identified = особу в заяві підтверджено
privacy-told-privacy-request-begun = роботу над заявою розпочато
privacy-told-privacy-request-extended = термін заяви продовжено
privacy-told-privacy-request-answered = на заяву відповіли
privacy-told-privacy-request-refused = відмова
privacy-told-legal-hold-placed = видалення призупинено
privacy-told-legal-hold-released = призупинення видалення завершено
privacy-told-restriction-placed = обробку обмежено
privacy-told-restriction-lifted = обмеження обробки знято
privacy-told-erasure-done = дані видалено на заяву
privacy-told-account-signed-in = вхід
privacy-told-account-signed-out = вихід
privacy-told-account-changed = зміна облікового запису
privacy-told-account-created = створення облікового запису
privacy-told-account-deactivated = вимкнення облікового запису
privacy-looks-none = Нічого не знайдено.
privacy-login-unknown = Немає особи з таким логіном.
privacy-subject-unknown = Немає такого номера чи ідентифікатора.
privacy-look-when = Коли
privacy-look-who = Хто
privacy-look-what = Що
privacy-look-why = Навіщо
privacy-act-read = перегляд
privacy-act-search = пошук
privacy-act-export = копія
privacy-purpose-conversation = розмова
privacy-purpose-matter = робота над справою
privacy-purpose-privacy-request = запит про дані
privacy-purpose-complaint = скарга
privacy-purpose-audit = контроль
privacy-purpose-upkeep = виправлення даних
privacy-due = { $n ->
    [0] строк сьогодні
    [one] до { $day }, ще { $n } день
   *[other] до { $day }, ще днів: { $n }
}
privacy-due-soon = { $n ->
    [0] терміново: строк закінчується сьогодні
    [one] терміново: до { $day }, ще { $n } день
   *[other] терміново: до { $day }, ще днів: { $n }
}
privacy-due-over = { $n ->
    [one] прострочено з { $day }, { $n } день
   *[other] прострочено з { $day }, днів: { $n }
}
privacy-why-archive = { $until ->
    [ever] Архівна категорія { $category }: зберігаємо вічно.
    [judged] Архівна категорія { $category }: не раніше { $day } це оцінить архів.
   *[day] Архівна категорія { $category }: зберігаємо до { $day }.
}
privacy-retention-count = { $n ->
    [0] нічого
   *[other] { $n }
}
privacy-retention-long = { $unit ->
    [days] дні: { $n }
    [months] місяці: { $n }
   *[years] роки: { $n }
} { $after ->
    [created] від створення
    [ended] від кінця
    [closed] від закриття справи
   *[last_contact] від останнього контакту
}
privacy-letter-request =
    Добрий день,

    стосується: { $kind }, запит отримано { $received }.

    { $step ->
        [extend] Нам потрібно більше часу. Відповімо не пізніше { $due }. Причина:
        [refuse] Ми не можемо виконати цей запит. Причина:
       *[answer] Наша відповідь:
    }

    { $words }

    Відповідь тебе не влаштовує? Можеш подати скаргу до голови Управління захисту персональних даних (Prezes UODO) або звернутися до суду.

    { $city }
privacy-letter-erasure =
    Добрий день,

    { $kind ->
        [refused] Зараз ми не можемо видалити твої дані, бо мусимо їх зберегти. Повідомимо, коли це зміниться.
        [none] Зараз ми не можемо видалити твої дані, бо вони потрібні в цих справах:
        [all] Ми видалили твої дані: прізвище, адреси, тексти звернень і повідомлень. Лишаються числа у статистиці, без нічого, що вказувало б на тебе.
       *[part] Ми видалили твої дані, крім того, що мусимо зберегти:
    }

    { $stays }

    Не погоджуєшся? Можеш подати скаргу до голови Управління захисту персональних даних (Prezes UODO) або звернутися до суду.

    { $city }
privacy-field-added-at = додано
privacy-field-file = зображення
privacy-field-reason = причина
privacy-word-waiting = чекає на рішення
privacy-word-published = опубліковано
privacy-word-withheld = не публікується
