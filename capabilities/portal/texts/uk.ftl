# Сторінки для мешканців: повідомлення, справа, пошук. Звертаємося на «ви» з малої літери.
portal-nav-report = Повідомити
portal-nav-case = Моя справа
portal-nav-services = Послуги

portal-home-heading = Скажіть, що сталося. Решту зробить місто.
portal-home-lede = Достатньо звернутися один раз. Ми не ганяємо вас від віконця до віконця, і кожна справа закінчується відповіддю.
portal-task-report = Повідомити про проблему
portal-task-report-text = Ліхтар, яма на дорозі, стихійне звалище. Три короткі кроки, без облікового запису.
portal-task-case = Перевірити справу
portal-task-case-text = Введіть номер і побачите, хто нею займається та до якого дня.
portal-task-call = Зателефонувати
portal-ways = Оберіть, як вам зручніше говорити з нами
portal-way-phone = Телефон
portal-way-email = E-mail
portal-way-person = Особисто
portal-done = Нещодавно зроблено
portal-done-on = Справу завершено: { $day }.

portal-search = Пошук
portal-search-label = Що вам потрібно?
portal-search-hint = Наприклад: ліхтар, вивезення сміття, ul. Polna 6
portal-search-do = Шукати
portal-search-services = Послуги
portal-search-places = Місця
portal-search-report-at = Повідомити про щось за адресою:
portal-search-nothing = Картки про це в нас немає. Запитайте нас: зателефонуйте або напишіть
portal-search-report = Можна також повідомити про проблему

portal-services = Послуги
portal-services-lede = Цим займається місто. Оберіть послугу, щоб повідомити про проблему.
portal-services-days = { $n ->
    [one] Обіцяний термін: { $n } робочий день.
    [few] Обіцяний термін: { $n } робочі дні.
   *[many] Обіцяний термін: { $n } робочих днів.
  }
portal-services-first = { $n ->
    [one] Перша відповідь: { $n } робочий день.
    [few] Перша відповідь: { $n } робочі дні.
   *[many] Перша відповідь: { $n } робочих днів.
  }
portal-services-unit = Цим займається:

portal-call = Зателефонуйте нам
portal-call-number-unknown = Номера цієї лінії ми не знаємо. Запитайте за головним номером:
portal-today-instead = Сьогодні інакше: { $hours }.
portal-call-open = Відповідаємо
portal-call-closed = Зараз не відповідаємо
portal-call-until = До: { $when }.
portal-call-always = Цілодобово.
portal-call-next = Знову від: { $when }.
portal-call-hours = Години сьогодні
portal-call-all-day = цілодобово
portal-call-day-off = зачинено
portal-call-holiday = вихідний день
portal-call-languages = Мови
portal-call-topics = Справи
portal-call-unit = Від чийого імені
portal-call-write = Не чуєте або волієте писати?
portal-call-write-text = Напишіть нам. Ми теж відповімо письмово.
portal-call-sms = SMS
portal-call-email = Електронна пошта
portal-call-about = Про що можна поговорити
portal-call-orders = Для кого ми працюємо
portal-call-orders-text = У цих справах ми відповідаємо від імені підрозділів міста.

portal-cards = Порадник
portal-cards-lede = Про це ми можемо вам розповісти. Якщо щось потрібно вже зараз, зателефонуйте:
portal-cards-none = Тут ще немає жодної картки.
portal-cards-residents = Для всіх
portal-cards-seniors = Для літніх людей
portal-cards-past = З попередніх років
portal-card-from = від
portal-card-to = до
portal-card-unwritten = Текст картки готується.
portal-card-allows = Телефоном можна: { $what }.
portal-allow-inform = запитати
portal-allow-take-reports = повідомити про справу
portal-allow-register-people = записатися
portal-allow-register-tickets = замовити квиток
portal-allow-book-visits = домовитися про візит
portal-allow-call-out = замовити приїзд
portal-services-cards = Порадник: про що ще ми можемо розповісти
portal-way-phone-more = Усі номери й години

portal-lookup = Перевірити справу
portal-lookup-do = Показати справу
portal-lookup-lost = Немає номера? Зателефонуйте, знайдемо справу разом:
portal-number = Номер справи
portal-number-hint = Наприклад 4821-907-5. Риски й пробіли не потрібні.
portal-number-missing = Введіть номер: він є на сторінці повідомлення і в нашому листі
portal-number-wrong = У нас немає повідомлення з таким номером. Остання цифра не збігається з рештою, тож у ньому є помилка: порівняйте цифру за цифрою
portal-number-length = У нас немає повідомлення з таким номером. Номер має від 8 до 10 цифр: перевірте, чи нічого не бракує
portal-number-unknown = У нас немає повідомлення з таким номером. Порівняйте його з номером, який ви отримали від нас

portal-steps = Кроки повідомлення
portal-step-1 = 1. Де
portal-step-2 = 2. Що сталося
portal-step-3 = 3. Як відповісти
portal-step-done = (готово)
portal-step-title = Крок { $step } з 3: { $heading }
portal-next = Далі
portal-back = Назад
portal-yes = Так
portal-no = Ні
portal-change = Змінити
portal-change-place = місце
portal-change-service = вид справи
portal-change-answer = відповідь на питання:
portal-change-body = опис

portal-emergency = Хтось у небезпеці?
portal-emergency-text = Не пишіть тут. Телефонуйте
portal-place-heading = Де це?
portal-place-label = Адреса
portal-place-hint = Вулиця й номер, як на табличці, назва парку або номер на ліхтарі. Польські літери не обов’язкові.
portal-place-find = Знайти
portal-place-blank = Введіть вулицю й номер. Якщо ви їх не знаєте, опишіть місце своїми словами
portal-place-unchosen = Виберіть одне з місць або «Жодне з них»
portal-place-which = Яке це місце?
portal-place-found = { $n ->
    [one] Підходить { $n } місце.
    [few] Підходять { $n } місця.
   *[many] Підходить { $n } місць.
  }
portal-place-whole-street = уся вулиця
portal-place-nearest = найближчий номер, який ми знаємо
portal-place-other-letter = цей номер, але з іншою літерою або без неї
portal-place-area = уся околиця, тож бригада шукатиме; якщо можете, вкажіть вулицю
portal-place-stop = зупинка
portal-place-none = Жодне з них
portal-place-none-hint = Ви опишете місце своїми словами на наступному кроці.
portal-place-nothing = Ми не знаємо такого місця
portal-place-outside = Це місце за межами міста
portal-place-nothing-text = Перевірте, чи немає описки, і спробуйте ще раз. Можна також описати місце так, щоб бригада його знайшла.
portal-place-no-list = У нас немає переліку адрес цього міста.
portal-place-no-list-text = Опишіть місце своїми словами.
portal-place-unknown = Не знаєте адреси?
portal-place-describe = Описати місце своїми словами
portal-place-call = Можна також зателефонувати. Знайдемо його разом:

portal-what-heading = Що сталося?
portal-place = Місце:
portal-place-change = Змінити місце
portal-place-words = Місце своїми словами
portal-place-words-hint = Так, щоб бригада його знайшла: «парк над річкою, друга лавка від мосту». Місце можуть побачити всі, тому не вказуйте прізвищ.
portal-service = Справа:
portal-service-change = Змінити вид справи
portal-service-which = Чого це стосується?
portal-service-hint = Якщо виберете не те, ми виправимо.
portal-danger-hint = Відійдіть і зателефонуйте. Ми одразу покажемо номер.
portal-body = Опис
portal-body-hint = Що сталося і відколи. Не вказуйте прізвищ і номерів автомобілів.

portal-danger-heading = Телефонуйте зараз: { $number }
portal-danger-call = Зателефонувати: { $number }
portal-danger-text = Відійдіть у безпечне місце. Скажіть, де це і що сталося.
portal-danger-nothing-sent = Ми нічого не надіслали. Повідомлення в інтернеті не викличе допомоги.
portal-danger-back = Нікому нічого не загрожує, повернутися до повідомлення

portal-stop-heading = Цього ми не приймемо на цій сторінці
portal-stop-nothing-sent = Ми нічого не надіслали.
portal-stop-back = Це помилка, повернутися до звернення
portal-question-more = У нас є ще питання в цій справі.
portal-question-go = Перейти до них
portal-answer-list = Виберіть зі списку
portal-answer-date-hint = День, місяць, рік. Наприклад 27.3.2026

portal-reply-heading = Як нам відповісти?
portal-nothing-lost = Нічого не втрачено. Решта форми без змін.
portal-reply-where = Куди надіслати відповідь?
portal-reply-email = На e-mail
portal-reply-none = Нікуди
portal-reply-none-hint = Ви отримаєте номер і перевірите справу на цьому сайті.
portal-email = Адреса e-mail
portal-email-hint = Надсилатимемо тільки повідомлення про цю справу. Якщо виберете «Нікуди», залиште поле порожнім.
portal-check = Перевірте повідомлення
portal-check-where = Де
portal-check-what = Що
portal-check-who = Хто це побачить
portal-check-public = Вид справи, місце і те, що ми робимо, побачать усі.
portal-check-hidden = Вид справи і те, що ми робимо, побачить кожен, хто знає її номер. Місця ми не показуємо.
portal-check-own = Опис і адресу e-mail побачать тільки контактний центр і служба, яка цим займеться. Ви побачите свій опис за адресою, яку отримаєте після надсилання.
portal-check-answers = Відповіді на питання побачать лише контактний центр і підрозділ.
portal-send = Надіслати повідомлення
portal-not-sent = Повідомлення не дійшло
portal-not-sent-text = У нас щось зламалося, і повідомлення не дійшло. Надішліть його ще раз, подвійного не буде.
portal-not-sent-limited = { $n ->
    [one] З вашої адреси надійшло багато повідомлень одразу. Зачекайте { $n } секунду і надішліть ще раз.
    [few] З вашої адреси надійшло багато повідомлень одразу. Зачекайте { $n } секунди і надішліть ще раз.
   *[many] З вашої адреси надійшло багато повідомлень одразу. Зачекайте { $n } секунд і надішліть ще раз.
  }
portal-not-sent-call = Або зателефонуйте:

portal-case = Справа
portal-report-title = { $matter } – справа { $number }
portal-new = Повідомлення прийнято. Номер { $number }
portal-new-text = Збережіть номер або адресу цієї сторінки. Ваш опис видно тільки за цією адресою, тож показуйте її лише тим, кому довіряєте.
portal-changed = Ця справа могла змінитися.
portal-reload = Оновити сторінку
portal-due-none = { $day }
portal-due-ahead = Обіцяний термін: { $day }
portal-due-late = Термін минув: { $day }
portal-due-kept = { $day }, вчасно
portal-due-missed = { $day }, після терміну

portal-story = Що відбулося
portal-story-received = Справу прийнято.
portal-story-own = Ваш опис:
portal-story-dispatched = Ми передали справу службі:
portal-story-accepted = Справу прийняла служба:
portal-story-progressed = Повідомлення від служби:
portal-story-closed = Справу завершено: { $outcome }.
portal-ahead-due = Обіцяємо завершити справу не пізніше цього дня.
portal-ahead-late-when = після терміну
portal-ahead-late = Термін минув, а справу не завершено. Вона досі відкрита. Зателефонуйте і назвіть її номер, ми скажемо, що відбувається.
portal-ahead-open-when = далі
portal-ahead-open = Тут ви побачите, що відбувається зі справою.
portal-facts = Коротко
portal-fact-number = Номер, який треба назвати телефоном
portal-fact-place = Місце
portal-fact-unit = Хто займається
portal-fact-no-unit = Контактний центр. Обираємо службу
portal-fact-due = Термін
portal-ask = Маєте запитання?
portal-ask-text = Зателефонуйте щодо цієї справи і назвіть її номер:
portal-ask-own = Це ваше повідомлення? Свій опис ви побачите за адресою з листа або з моменту надсилання.

portal-a11y-title = Декларація доступності
portal-a11y-commits = зобов’язується забезпечити доступність свого сайту згідно з польським законом від 4 квітня 2019 р. про цифрову доступність сайтів і мобільних застосунків публічних установ. Ця декларація стосується сайту
portal-a11y-published = Дата публікації сайту
portal-a11y-updated = Дата останньої істотної зміни
portal-a11y-status = Відповідність закону
portal-a11y-full = Сайт повністю відповідає закону про цифрову доступність.
portal-a11y-partial = Сайт частково відповідає закону про цифрову доступність. Нижче пишемо, що недоступне.
portal-a11y-none = Сайт не відповідає закону про цифрову доступність. Нижче пишемо, що недоступне.
portal-a11y-not = Що недоступне
portal-a11y-exempt = Що звільнено від обов’язку
portal-a11y-burden = Аналіз надмірного навантаження
portal-a11y-prepared-title = Підготовка декларації
portal-a11y-prepared = Дата складення декларації
portal-a11y-reviewed = Дата останнього перегляду декларації
portal-a11y-self = Декларацію складено на основі самооцінки публічної установи.
portal-a11y-audited = Декларацію складено на основі дослідження. Його провела зовнішня організація:
portal-a11y-keys = Клавіатурні скорочення
portal-a11y-keys-text = Сайт не має власних скорочень. Діють звичайні скорочення браузера, а першим натисканням Tab можна перейти просто до змісту.
portal-a11y-contact = Зворотний зв’язок і контакти
portal-a11y-contact-text = Якщо щось на сайті недоступне, напишіть або зателефонуйте.
portal-a11y-person = Хто відповідає
portal-a11y-email = E-mail
portal-a11y-phone = Телефон
portal-a11y-procedure = Як вимагати доступності
portal-a11y-procedure-ask = Кожен має право вимагати цифрової доступності сайту або його частини. Можна також попросити ту саму інформацію в іншій формі, наприклад прочитати документ уголос. Подайте свої контакти, вкажіть сторінку або її частину й напишіть, що має змінитися або яка форма вам зручна.
portal-a11y-procedure-time = Відповідаємо відразу, щонайпізніше за 7 днів. Якщо це неможливо, забезпечуємо доступ за 2 місяці від вимоги й повідомляємо про це раніше. Якщо доступність забезпечити не можна, пропонуємо інший спосіб доступу до інформації.
portal-a11y-procedure-complain = Якщо ми відмовимо або запропонований спосіб не підходить, можна подати нам скаргу. Потім можна звернутися до:
portal-a11y-ombudsman = Уповноваженого з прав громадян (Rzecznik Praw Obywatelskich)
portal-a11y-architecture = Архітектурна доступність
portal-a11y-apps = Мобільні застосунки
portal-a11y-no-apps = Ми не маємо мобільного застосунку. Сайт працює на телефоні.
portal-a11y-more = Додаткова інформація
portal-a11y-missing = Декларації тут ще немає. Щодо доступності телефонуйте:

portal-privacy-title = Що відбувається з вашими даними
portal-privacy-lede = Спочатку коротко, а після відкриття інформації – повністю. Це інформація, а не прохання про згоду.
portal-privacy-missing = Цієї інформації тут ще немає. Запитайте нас: телефонуйте
portal-privacy-since = Діє від:
portal-privacy-former = Це попередня версія. Діяла від:
portal-privacy-controller = Розпорядник даних
portal-privacy-officer = Інспектор із захисту даних
portal-privacy-purpose = Навіщо нам дані
portal-privacy-basis = Правова підстава
portal-privacy-recipients = Кому ми їх передаємо
portal-privacy-kept = Як довго ми їх маємо
portal-privacy-duty = Чи мусите ви їх надати
portal-privacy-rights = Ваші права
portal-privacy-rights-text = Ви можете побачити свої дані, виправити їх, вимагати видалення чи обмеження та заперечити, як каже GDPR (ст. 15–21). Ви можете подати скаргу до Голови Управління захисту персональних даних (UODO). Ми не приймаємо автоматичних рішень і не профілюємо.
portal-privacy-versions = Інші версії
portal-privacy-version-of = Версія від:
portal-privacy-full = Повна інформація про дані

portal-easy-title = Чим ми займаємося: текст, який легко читати
portal-easy-readers = Текст перевірили:
portal-easy-missing = Цього тексту тут ще немає. Ми розповімо про все телефоном:
portal-film = Фільм польською жестовою мовою
portal-film-text = Текст фільму
portal-film-missing = Фільму тут ще немає. Щоб домовитися про перекладача, напишіть нам або попросіть когось зателефонувати:
portal-nav-map = Карта
portal-map = Карта звернень
portal-map-lede = Карта і список показують ті самі справи й ті самі номери. Оберіть, що вам зручніше.
portal-map-filter = Оберіть справи
portal-map-group = Вид
portal-map-any-group = Усі
portal-map-state = Стан
portal-map-all = Усі
portal-map-open = Відкриті
portal-map-late = Після терміну
portal-map-closed = Завершені
portal-map-area = Частина міста
portal-map-any-area = Усе місто
portal-map-period = Коли повідомлено
portal-map-any-period = Будь-коли
portal-map-days = { $n ->
    [one] За останній { $n } день
    [few] За останні { $n } дні
   *[many] За останні { $n } днів
  }
portal-map-do = Показати
portal-map-map = Карта
portal-map-to-list = Перейти до списку
portal-map-to-map = Перейти до карти
portal-map-list = Список: { $shown } з { $n }
portal-map-none = Таких справ немає. Оберіть менше умов, а якщо щось треба полагодити:
portal-map-report = повідомте про це
portal-map-not-on-map = описано словами, на карті немає
portal-map-opened-on = Прийнято: { $day }.
portal-map-closed-on = Справу завершено: { $day }.
portal-map-no-script = Для карти потрібен JavaScript. Список поруч показує ті самі справи.
portal-map-not-built = Зараз на цій сторінці карти немає. Список показує всі справи.
portal-map-show = Показати карту
portal-map-failed = Карта не завантажилася. Список показує ті самі справи.
portal-map-no-webgl = Цей браузер не малює карт. Список показує ті самі справи.
portal-map-saving = Карта — це близько 450 кБ даних. Список показує ті самі справи без неї.
portal-map-canvas = Карта. Стрілки пересувають, плюс і мінус змінюють масштаб
portal-map-count-one = На карті видно # справу.
portal-map-count-few = На карті видно # справи.
portal-map-count-many = На карті видно # справ.
portal-map-legend = Кола з номерами є на цій сторінці списку. Світлі кола кажуть, скільки справ поблизу.
portal-map-chosen = Обрана справа: номер #.
portal-map-zoom-in = Наблизити
portal-map-zoom-out = Віддалити
portal-map-on-map = Показати на карті номер #
portal-map-picked = Перевіряємо адресу вказаного місця…
portal-map-pick = Місце можна також вказати на карті: торкніться її або наведіть середину стрілками й натисніть Enter.

portal-story-returned = Підрозділ повернув справу. Шукаємо відповідний.
portal-story-scheduled = Роботу заплановано: { $day }.
portal-story-asked = Запитання від підрозділу:
portal-story-answered = Відповідь автора.
portal-story-reopened = Автор каже, що не зроблено. Справа повернулася до підрозділу.
portal-answer = Дайте відповідь на запитання
portal-answer-words = Ваша відповідь
portal-answer-hint = Її прочитає підрозділ, який питає. Інші її не побачать.
portal-answer-send = Надіслати відповідь
portal-verdict = Чи це зроблено?
portal-verdict-ask = Перевірте на місці й скажіть нам
portal-verdict-fixed = Так, зроблено
portal-verdict-not-fixed = Ні, не зроблено
portal-verdict-words = Що не так
portal-verdict-hint = Напишіть, якщо не зроблено. Справа повернеться до підрозділу з вашими словами.
portal-verdict-send = Надіслати
portal-verdict-missing = Виберіть, чи зроблено
portal-verdict-confirmed = Дякуємо. Ми знаємо, що це зроблено.
portal-verdict-undecided = Маємо вашу відповідь: не зроблено. Ця справа вже поверталася, тож вирішує керівник. Ми напишемо.
portal-verdict-declined = Справа залишається завершеною
portal-suggest = Підкажіть вид справи за описом
portal-suggested = З опису схоже на це
portal-turn-unsent = Цього ми не надіслали
portal-story-promised = Новий обіцяний термін: { $day }.
portal-story-waited = Після очікування відповіді новий термін: { $day }.
portal-story-missed = Обіцяний термін минув, а справа досі відкрита.
portal-story-formed = Справа ведеться як: { $form }.
portal-story-extended = Повідомлення про продовження. Новий строк за законом: { $day }.
portal-form-skarga = Скаргу можна подати тут, електронною поштою, листом, через e-Doręczenia або усно до протоколу в установі. Вкажіть ім’я, прізвище й адресу для відповіді. Напишіть, на кого скарга: цей підрозділ її не розглядатиме.
portal-form-wniosek = Пропозицію можна подати тут, електронною поштою, листом, через e-Doręczenia або усно до протоколу в установі. Вкажіть ім’я, прізвище й адресу для відповіді.
portal-form-petition = Петицію можна надіслати тут, електронною поштою, листом або через e-Doręczenia. Напишіть, хто її подає, його адресу і чого вона стосується. Телефоном петицію не приймемо.
portal-form-public_information = Про публічну інформацію можна запитати тут, електронною поштою або листом. Напишіть, яка інформація Вам потрібна і в якому вигляді.
portal-form-accessibility_demand = Напишіть, яка сторінка, застосунок або їх частина недоступні, як це змінити і як з Вами зв’язатися.
portal-form-gdpr_request = Напишіть, про які дані йдеться і чого Ви хочете: ознайомлення, виправлення чи видалення. Перед відповіддю перевіримо, хто Ви. Телефоном і електронною поштою даних не повідомляємо.
portal-form-interpellation = Це форма для депутатів ради. Якщо Ви пишете як мешканець, виберіть іншу справу.
portal-body-hint-form = Що сталося або про що Ви просите. Напишіть також те, про що просимо вище.
portal-story-stood = Строк за законом стоїть: { $ground }.
portal-story-resumed = Строк за законом триває далі, до: { $day }.

portal-story-split-off = Справу виділено з іншої.
portal-story-reported = Ми отримали ваше звернення.
portal-story-joined = { $n ->
    [one] До справи долучилося { $n } звернення про те саме.
    [few] До справи долучилися { $n } звернення про те саме.
   *[many] До справи долучилося { $n } звернень про те саме.
  }
portal-story-parted = Частину звернень тепер ведемо як окрему справу.
portal-story-merged = Справу об’єднано з іншою.
portal-story-unmerged = Справу знову ведемо окремо.

portal-known = Ця справа є частиною більшої події, про яку ми знаємо
portal-others = { $n ->
    [one] Це стосується ще { $n } людини.
    [few] Це стосується ще { $n } людей.
   *[many] Це стосується ще { $n } людей.
  }
portal-follow = Мене це теж стосується
portal-follow-hint = Ми напишемо, коли щось зміниться. Без адреси лише врахуємо, що це стосується й вас.
portal-follow-send = Мене це теж стосується
portal-followed-counted = Дякуємо. Ми знаємо, що це стосується й вас.
portal-followed-asked = Дякуємо. Перевірте пошту: ми надішлемо листа із запитанням, чи писати вам про цю справу. Без вашої згоди більше нічого не напишемо.
portal-following = Стеження за справою
portal-following-asked = Чи писати вам листи, коли в цій справі щось зміниться?
portal-following-confirmed = Ми пишемо вам, коли в цій справі щось змінюється.
portal-following-ended = Ми не пишемо вам про цю справу.
portal-following-yes = Так, пишіть мені
portal-following-no = Не пишіть мені
portal-following-case = Переглянути справу
portal-same-heading = Чи нам про це вже повідомили?
portal-same-lede = Поруч є схожі справи. Якщо одна з них про те саме, повідомляти ще раз не треба.
portal-same-which = Чи це одна з цих справ?
portal-same-here = У цьому місці
portal-same-far = { $metres } м звідси
portal-same-see = Переглянути справу
portal-same-none = Жодна з них. Повідомляю про нове
portal-same-none-hint = Виберіть це й тоді, коли справу завершено, а проблема повернулася.
portal-same-missing = Виберіть справу або «Жодна з них»
portal-same-back = Назад до опису

portal-photo = Фотографія
portal-photo-hint = JPEG, PNG або WebP, до 20 МБ, щонайбільше 3. Ми видаляємо з неї дані про телефон і місце. Ніхто сторонній не побачить фотографії, доки ми її не перевіримо.
portal-photo-not = Цю фотографію ми не додали.
portal-photo-go-on = Повідомлення можна надіслати без неї.
portal-photo-place = Фотографію зроблено тут:
portal-photo-place-use = Вибрати це місце
portal-photo-yours = Ваші фотографії
portal-photo-number = Ваша фотографія { $n }
portal-photo-drop = Видалити фотографію
portal-photo-waiting = Поки що її бачите ви й підрозділ. Інші побачать її після перевірки.
portal-photo-published = Її бачать усі.
portal-photo-private = Її бачите ви й підрозділ.
portal-photo-withheld = Ми не показуємо її іншим. Причина: { $why }
portal-lookup-mine = Не маєте номера? Перегляньте всі свої звернення за допомогою коду з листа
portal-mine = Мої звернення
portal-mine-lede = Вкажіть адресу ел. пошти зі своїх звернень. Ми надішлемо на неї код, який відкриє їхній список. Обліковий запис не потрібен.
portal-mine-email = Адреса ел. пошти
portal-mine-email-hint = Та сама, на яку ми відповідаємо
portal-mine-ask = Надіслати код
portal-mine-by-number = Я маю номер справи
portal-mine-no-email = Ви не залишали нам адреси? Зателефонуйте, знайдемо справу разом:
portal-mine-code-title = Введіть код із листа
portal-mine-code-lede = Якщо на адресу { $email } ми відповідаємо одній особі, за мить на неї надійде код. Не закривайте цієї сторінки.
portal-mine-code = Код
portal-mine-code-hint = { $n ->
    [one] Шість цифр. Код діє { $n } хвилину.
    [few] Шість цифр. Код діє { $n } хвилини.
   *[many] Шість цифр. Код діє { $n } хвилин.
  }
portal-mine-enter = Показати мої звернення
portal-mine-code-missing = Введіть код із листа, шість цифр
portal-mine-code-wrong = Це не той код. Порівняйте цифру за цифрою з нашим останнім листом
portal-mine-code-over = Цей код уже не діє: минуло 10 хвилин, його використано або забагато разів введено інший. Попросіть новий
portal-mine-none-came = Код не надходить
portal-mine-none-came-text = Перевірте папку зі спамом. Ми не надсилаємо коду, якщо не знаємо адреси, якщо нею користується кілька осіб, якщо нас просили не писати ел. листів або якщо протягом години ми вже надіслали кілька кодів. Кожну справу відкриває також посилання з наших повідомлень.
portal-mine-again = Вказати адресу ще раз
portal-mine-until = Список відкрито в цьому браузері до { $time }.
portal-mine-received = Звернення: { $day }.
portal-mine-turn-answer = Підрозділ чекає на вашу відповідь.
portal-mine-turn-judge = Скажіть, чи це зроблено.
portal-mine-nothing = У нас немає звернень із цією адресою.
portal-mine-left-out = Конфіденційних справ і звернень без адреси ел. пошти тут немає. Конфіденційну справу відкриває лише посилання з повідомлення про неї.
portal-mine-end = Забути мене на цьому пристрої
portal-nav-figures = Як нам іде
portal-figures = Як нам іде
portal-figures-lede = Звернення мешканців і те, як вони завершуються. Дванадцять місяців, { $period }.
portal-figures-main = Найважливіші числа
portal-figures-whole = Разом
portal-figures-received = Звернення
portal-figures-received-text = прийнято за цей час
portal-figures-ended = Завершені справи
portal-figures-on-time = Вчасно
portal-figures-on-time-text = обіцянок, термін яких минув
portal-figures-fixed = Підтверджено мешканцями
portal-figures-fixed-text = завершень, які оцінили заявники
portal-figures-days = Днів до кінця
portal-figures-days-text = за стільки днів завершується половина справ
portal-figures-open = Відкриті зараз
portal-figures-open-text = справ, над якими працюємо
portal-figures-open-of = { $n }, відкриті зараз: { $name }
portal-figures-chart-reports = Звернення та завершені справи за місяцями
portal-figures-chart-reports-text = Стовпці: звернення. Лінія з кружками: завершені справи. Числа, менші за 5, намальовано як нуль.
portal-figures-chart-shares = Скільки зі ста вчасно і скільки підтверджено за місяцями
portal-figures-chart-shares-text = Стовпці: обіцянки, виконані вчасно, відсотків. Лінія з кружками: завершення, підтверджені мешканцями, відсотків. Де нічого не намальовано, даних замало.
portal-figures-to-table = Ті самі числа в таблиці
portal-figures-by-month = За місяцями
portal-figures-by-group = За видом
portal-figures-by-district = За частиною міста
portal-figures-month = Місяць
portal-figures-elsewhere = Без указаної частини міста
portal-figures-fewer = менше ніж { $n }
portal-figures-csv = Завантажити таблицю (CSV)
portal-figures-how = Як ми рахуємо
portal-figures-how-public = Рахуємо лише публічні справи, ті самі, що на мапі. Звернення рахуємо в місяці, коли воно надійшло, а справу в місяці, коли вона завершилася. Кілька звернень можуть бути однією справою.
portal-figures-how-on-time = Вчасно: дотримані обіцянки, поділені на всі, чий перший обіцяний термін минув цього місяця. Справа, відкрита після терміну, вважається недотриманою. Перенесений термін нічого не поліпшує.
portal-figures-how-fixed = Підтверджено мешканцями: завершення, про які всі заявники, що їх оцінили, сказали «зроблено», поділені на всі завершення, які хтось із заявників оцінив. Рахуємо їх у місяці оцінки.
portal-figures-how-days = Днів до кінця: медіана днів від відкриття до завершення справи, розпочатий день вважається днем.
portal-figures-how-small = Чисел від 1 до 4 точно не подаємо, а відсотків і медіан із менш ніж 5 справ не подаємо зовсім («–»), щоб ні на кого не вказувати.
portal-figures-at = Пораховано: { $when }. Нові числа кожні 10 хвилин.
portal-same-only-counted = Якщо виберете справу, ми порахуємо, що вона стосується й вас. Ваш опис і фото не буде надіслано.
portal-same-ended = Недавно завершена поруч:
portal-same-closed = Ця справа щойно завершилася. Виберіть іншу або повідомте про нову річ
