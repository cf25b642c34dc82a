# Сторінка, з якої починається робота, і список того, що програмі не вдалося.
desk-home = Ваша робота
desk-nothing = Ваш обліковий запис ще не має жодних прав. Попросіть про них керівника зміни.
desk-cases = Справи вашого підрозділу
desk-cases-text = Прийміть справу, напишіть, що зроблено, і закрийте її з результатом.
desk-all-cases = Справи
desk-all-cases-text = Подивіться, що відбувається зі справами всіх підрозділів.
desk-people = Люди й підрозділи
desk-people-text = Перевірте, хто може увійти. Вимкніть обліковий запис людини, яка звільнилася.
desk-mailbox = Поштова скринька показу
desk-mailbox-text = Прочитайте листи, які отримали б мешканці. Така скринька є лише в показі.

desk-jobs = Невдалі завдання
desk-jobs-count = { $n ->
    [0] Усе вдалося. На вас тут нічого не чекає.
    [one] { $n } завдання не вдалося. З’ясуйте причину й спробуйте ще раз.
    [few] { $n } завдання не вдалися. З’ясуйте причину й спробуйте ще раз.
   *[many] { $n } завдань не вдалося. З’ясуйте причину й спробуйте ще раз.
  }
desk-jobs-lede = Цих завдань програма не змогла виконати. Усуньте причину, а тоді спробуйте ще раз.
desk-jobs-empty = Усе вдалося: жодне завдання не чекає на ваше рішення.
desk-jobs-waiting = { $n ->
    [0] У черзі нічого немає.
    [one] У черзі чекає { $n } завдання.
    [few] У черзі чекають { $n } завдання.
   *[many] У черзі чекає { $n } завдань.
  }
desk-jobs-limit = Показуємо { $n } найновіших. Усього їх { $all }.
desk-job-failed = { $n ->
    [one] Програма припинила спроби: { $when }, після { $n } спроби.
    [few] Програма припинила спроби: { $when }, після { $n } спроб.
   *[many] Програма припинила спроби: { $when }, після { $n } спроб.
  }
desk-job-error = Остання помилка
desk-job-case = Відкрити справу
desk-job-retry = Спробувати ще раз
desk-task-other = Завдання «{ $kind }»
desk-job-retried = Завдання повернулося в чергу
desk-job-retried-text = Якщо знову не вдасться, ви знайдете його в цьому списку.
desk-job-gone = Цього завдання вже немає в списку: хтось повторив його раніше за вас.

desk-task-notices-send = Надіслати мешканцеві лист про його справу
desk-task-cases-dispatch = Передати справу підрозділу
desk-task-cases-tell = Підготувати повідомлення про справу
desk-task-privacy-sweep = Видалити файли листів після видалення даних
desk-task-privacy-retain = Видалити дані, строк зберігання яких минув
desk-task-privacy-forget-looks = Видалити старі записи про перегляд даних

desk-talk = Нова розмова
desk-talk-text = Запишіть дзвінок, візит або лист. Профіль мешканця не створюється.
desk-residents = Мешканці
desk-residents-text = Знайдіть особу або фірму. Кожен пошук записуємо з метою.
desk-errands = Треба передати
desk-errands-text = Зателефонуйте або напишіть тим, кому не можна надсилати e-mail.

errands = Треба передати
errands-lede = Ці повідомлення програма не надсилає через потреби мешканця. Передайте їх і позначте як зроблені.
errands-empty = Нічого не чекає: усі повідомлення надіслано.
errands-call = Зателефонуйте: { $to }
errands-sms = Надішліть SMS: { $to }
errands-letter = Надішліть лист: { $to }
errands-email = Надішліть e-mail: { $to }
errands-none = Немає дозволеного способу. Зачекайте, доки ця особа звернеться.
errands-since = Чекає від: { $when }
errands-what = Що передати
errands-done = Готово
errand-done = Хтось це вже передав.

talk-new = Нова розмова
talk-lede = Запишіть, про що йшлося. Номер лишається при розмові й не створює профілю.
talk-channel = Звідки
talk-channel-missing = Виберіть, звідки ця розмова
talk-channel-phone = телефон
talk-channel-sms = SMS
talk-channel-email = e-mail
talk-channel-chat = чат
talk-channel-web = сайт
talk-channel-app = застосунок
talk-channel-open311 = інша програма
talk-channel-counter = віконце в уряді
talk-channel-post = лист
talk-channel-other = інакше
talk-number = Номер телефону
talk-number-hint = Залиште порожнім, якщо номер прихований. Через { $n } днів від нього лишиться тільки код для підрахунку.
talk-topic = Тема
talk-note = Нотатка
talk-note-hint = Тільки те, що буде потрібно. Без зайвих даних.
talk-note-add = Додати нотатку
talk-result = Чим закінчилося
talk-informed = надано інформацію
talk-going = розмова триває
talk-case-opened = прийнято звернення
talk-passed-on = розмову перейняв хтось інший
talk-one = Розмова
talk-over = Розмову записано й завершено
talk-over-text = Перевірка особи теж закінчилася.
talk-who = Хто говорить
talk-resident = Відкрити дані мешканця
talk-nobody = Розмова ні з ким не пов’язана: особу не встановлено.
talk-withheld = Номер прихований. Запитайте, якщо справа цього потребує.
talk-unknown = Ніхто з відомих нам не користується цим номером.
talk-search = Знайти мешканця
talk-report = Відкрити форму звернення
talk-notes = Нотатки
talk-notes-none = Нотаток ще немає.
talk-end = Завершити розмову
interaction-topic-missing = Виберіть тему розмови
interaction-topic-unknown = Виберіть тему зі списку
interaction-note-missing = Впишіть текст нотатки
interaction-note-long = Скоротіть нотатку до 4000 знаків
interaction-ended = Ця розмова вже закінчилася.
interaction-of-another = Ця розмова вже пов’язана з іншою особою.

residents-nav = Мешканці
residents-lede = Спершу виберіть мету. Ми записуємо кожен пошук, навіть без результату.
residents-purpose = Навіщо
residents-purpose-hint = Мету бачить інспектор із захисту даних.
residents-purpose-conversation = розмовляю з цією особою
residents-purpose-matter = працюю над справою
residents-purpose-privacy = відповідаю на запит про персональні дані
residents-purpose-complaint = розглядаю скаргу
residents-purpose-audit = перевіряю, як використовуються дані
residents-purpose-upkeep = впорядковую записи
residents-no-purpose = Виберіть, навіщо ви відкриваєте дані
residents-choose = Виберіть
residents-words = Кого шукаєте
residents-words-hint = Номер телефону, e-mail, прізвище, фірма або номер звернення
residents-words-short = Впишіть щонайменше 3 знаки
residents-search = Шукати
residents-open = Відкрити
residents-none = Нікого такого ми не знаємо.
residents-more = Показуємо перші 20. Впишіть більше, щоб звузити.
residents-unconfirmed = Дані збігаються, але ми ще не знаємо, хто говорить. Запитайте ім’я та прізвище.
residents-candidate = Особа { $n }: не підтверджена
residents-somebody = Хтось із цим номером або адресою
residents-nameless = Без імені
residents-language = Мова
residents-languages = Інші мови
residents-shared = ним користуються кілька осіб
residents-share = Ним користуються кілька осіб
residents-unshare = Ним користується одна особа
residents-remove = Вилучити
residents-add = Додати мешканця або фірму
residents-add-lede = Записуйте лише тих, хто про це просить. Щоб надати інформацію, профіль не потрібен.
residents-back = Назад до даних мешканця
residents-saved = Збережено
residents-save = Зберегти
residents-hidden = Решта прихована
residents-hidden-text = Номер або адреса збігається, але це не доказ. Перевірте, хто говорить, перш ніж побачити історію.
residents-check = Перевірити, хто говорить
residents-check-ask = Поставте щонайменше { $n } запитання. Відповіді ви побачите потім.
residents-check-show = Відповіді вже є: показати записані
residents-check-right = Які відповіді збігаються
residents-check-least = Потрібні щонайменше { $n } правильні відповіді.
residents-check-done = Особу підтверджено
residents-check-ask-all = Поставте ці запитання. Відповіді ви побачите лише потім.
residents-check-all = Правильними мають бути всі відповіді, яких вимагає справа.
residents-check-papers = Цього вимагає справа: { $service }. Відповідь є в документах. Не знаєте її? Запитайте підрозділ.
resident-check-required = Позначте всі відповіді, яких вимагає справа. Якщо їх немає, не показуйте історію
residents-not-shown = Спершу покажіть записані відповіді й порівняйте їх із тим, що чуєте.
residents-no-pair = Ці записи не можна зіставити. Вони мусять мати ту саму адресу чи номер, або обидві особи мають показати, хто вони.
residents-check-none = У нас немає даних, про які можна запитати. Допоможіть без перегляду історії.
resident-check-too-few = Позначте щонайменше дві правильні відповіді. Якщо їх немає, не показуйте історію
residents-not-verified = Спершу перевірте, хто говорить.
residents-verified-until = Особу підтверджено. Дані видно до { $time } або до кінця розмови.
residents-details = Дані
residents-kind = Хто це
residents-kind-person = особа
residents-kind-firm = фірма або установа
residents-name = Назва або ім’я та прізвище
residents-name-hint = Так, як називає себе ця особа
resident-name-missing = Впишіть ім’я та прізвище або назву фірми
resident-name-long = Скоротіть назву до 200 знаків
residents-firm-only = Тільки для фірм
residents-firm-person = Говорить від імені фірми
residents-firm-people = Хто говорить від імені фірми
residents-firm-people-hint = Кожна особа з нового рядка: ім’я та прізвище, роль
residents-ways = Номери й адреси
residents-way-email = E-mail
residents-way-phone = Телефон
residents-way-post = Адреса для листів
residents-way-add = Додати номер або адресу
residents-way-missing = Впишіть номер, e-mail або адресу
residents-phone-hint = У будь-якому записі, закордонний із плюсом і кодом країни
post-invalid = Впишіть вулицю, номер будинку й місто, щонайбільше 300 знаків
residents-edit-details = Виправити дані
residents-edit-ways = Змінити номери й адреси
residents-edit-needs = Змінити потреби у спілкуванні
residents-edit-consents = Записати згоду або її відкликання
residents-needs = Потреби у спілкуванні
residents-needs-none = Особливих потреб не записано.
residents-needs-lede = Ці потреби визначають кожен контакт, також автоматичний.
residents-need-text-only = Тільки письмово: не дзвонити
residents-need-sign-language = Жестова мова (PJM): не дзвонити, перекладача замовити за { $days } робочі дні
residents-need-slow-speech = Говорити повільно й чітко
residents-need-large-print = Листи великим шрифтом
residents-need-easy-read = Писати просто: короткі речення
residents-need-calls-only = Тільки дзвонити: не писати
residents-need-no-email = Без e-mail
residents-need-other = Інша потреба
resident-need-long = Скоротіть опис потреби до 300 знаків
resident-needs-contradict = Виберіть одне: тільки письмово або тільки телефон
residents-consents = Згоди
residents-consents-none = Згод немає. Про власні справи повідомляємо без згоди.
residents-consents-lede = Згода потрібна лише для опитувань і кампаній. Про власні справи повідомляємо на підставі завдань міста, без згоди.
residents-consent-purpose = На що
residents-consent-channel = Як можна звертатися
residents-consent-what = Що каже ця особа
residents-agrees = погоджується
residents-withdraws = не погоджується або відкликає згоду
residents-consent-how = Де це сказано
residents-consent-version = Версія тексту згоди
residents-consent-version-hint = Позначення тексту, який ця особа почула або прочитала
residents-consent-given = { $when }: згода на { $purpose } ({ $channel }), текст { $version }
residents-consent-withdrawn = { $when }: немає згоди на { $purpose } ({ $channel }), текст { $version }
residents-by-email = e-mail
residents-by-sms = SMS
residents-by-phone = телефон
residents-by-post = лист
consent-purpose-unknown = Виберіть, на що дано згоду
consent-channel-unknown = Виберіть, як можна звертатися
consent-how-unknown = Виберіть, де це сказано
consent-version-missing = Впишіть версію тексту згоди
residents-reports = Звернення
residents-reports-none = Немає звернень, які ви можете бачити.
residents-talks = Розмови
residents-talks-none = Записаних розмов немає.
residents-story = Зміни в записі
residents-told-met = запис створено
residents-told-details = змінено дані
residents-told-ways = змінено номери або адреси
residents-told-needs = змінено потреби
residents-told-consent = записано згоду або її відкликання
residents-told-verified = підтверджено особу
residents-told-check-ended = перевірка закінчилася з розмовою
residents-told-merged = запис поєднано з іншим
residents-told-unmerged = запис роз’єднано
residents-told-other = запис змінено
residents-merged = Поєднані записи
residents-part = Роз’єднати
residents-twins = Записи, які можуть бути однією особою
residents-twins-lede = Програма нічого не поєднує сама. Порівняйте записи й вирішіть.
residents-twins-none = Таких записів немає.
residents-twins-pair = Пара { $n }
residents-twins-email = та сама адреса e-mail
residents-twins-phone = той самий номер і прізвище
residents-merge = Поєднати два записи
residents-merge-lede = Нічого не зникне: поєднання можна скасувати на сторінці мешканця.
residents-merge-both = Обидва записи
residents-merge-what = Що
residents-merge-stays = Лишається
residents-merge-joins = Буде приєднано
residents-merge-swap = Поміняти місцями
residents-merge-reason = Звідки відомо, що це одна особа
residents-merge-said-so = ця особа так каже, а її підтверджено
residents-merge-same-details = збігається кілька даних, не лише номер
residents-merge-entered-twice = ту саму особу записано двічі
resident-merge-reason = Виберіть, звідки це відомо
residents-merge-do = Поєднати
resident-merged-already = Ці записи вже поєднано.
resident-not-merged = Цей запис не поєднано з іншим.
resident-erased = Дані цієї особи вилучено.
residents-found = { $n ->
    [0] Нікого
    [one] { $n } можлива особа.
    [few] { $n } можливі особи.
   *[many] { $n } можливих осіб.
  }
