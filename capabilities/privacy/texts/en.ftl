# Personal data: requests, erasure, retention, looks.
privacy-nav-requests = Data requests
privacy-nav-retention = Retention
privacy-nav-looks = Looks at data
privacy-yes = yes
privacy-no = no
privacy-saved = Saved.
privacy-back = Back to the request
privacy-requests-text = There is one month from the day of receipt. A term that ends on a Saturday or a day off moves to the next working day (to be confirmed by the city's lawyer).
privacy-request-new = New request
privacy-request-register = Register the request
privacy-requests-open = Open
privacy-requests-ended = Ended
privacy-requests-none = There are no open requests.
privacy-request-title = Request { $number }: { $kind }
privacy-kind = What is asked for?
privacy-kind-access = access to data and a copy
privacy-kind-rectification = rectification
privacy-kind-restriction = restriction of processing
privacy-kind-erasure = erasure
privacy-kind-objection = objection
privacy-kind-portability = portability
privacy-kind-missing = Choose what is asked for.
privacy-channel = How did it come?
privacy-channel-choose = Choose
privacy-channel-missing = Choose how the request came.
privacy-channel-post = by post
privacy-channel-email = by e-mail
privacy-channel-counter = in person
privacy-channel-phone = by phone
privacy-channel-web = by the website
privacy-channel-other = otherwise
privacy-received-on = Day of receipt
privacy-received-hint = The term is counted from this day.
privacy-day-wrong = Write a date such as 2026-11-20.
privacy-day-ahead = This day has not come yet.
privacy-who = Who asks
privacy-who-missing = Write who asks.
privacy-contact = Where to answer
privacy-contact-hint = An address, e-mail or telephone.
privacy-contact-missing = Write where to send the answer.
privacy-scope = Scope
privacy-scope-hint = Which data or matters it is about.
privacy-text-long = The text is too long. Shorten it to 4000 characters.
privacy-reason-missing = Write the text. It cannot be saved without.
privacy-state-received = received
privacy-state-identity_checked = identity checked
privacy-state-in_progress = in progress
privacy-state-answered = answered
privacy-state-refused = refused
privacy-due-was = was due on { $day }
privacy-identity = Identity
privacy-identity-none = not checked yet
privacy-identity-how = How was identity established?
privacy-identity-missing = Choose how identity was established.
privacy-identity-save = Save identity
privacy-identity-document = a document shown at the office
privacy-identity-signature = a qualified or trusted signature
privacy-identity-known_address = an answer from the address we know
privacy-identity-questions = answers to checking questions
privacy-identity-proxy = a proxy with a power of attorney
privacy-begin = Begin to work on it
privacy-extended = Why the term is longer
privacy-said = What we answered
privacy-answer = Answer
privacy-answer-hint = The person gets these words. You see the whole letter before it is saved.
privacy-extension = Two months more: the reason
privacy-extension-hint = Once, and before the term ends. The reason stands in the letter.
privacy-refusal = Refusal: the reason
privacy-refusal-hint = The letter also says how to complain.
privacy-refused-ended = This request has ended. Nothing was saved.
privacy-refused-unknown = Establish identity first.
privacy-refused-done = That was saved before.
privacy-refused-late = The term is over and cannot be made longer.
privacy-letter = Letter to the person
privacy-letter-text = Read it before you save. You send the letter the way the person asked for.
privacy-letter-show = Show the letter
privacy-letter-keep = Save, the letter is ready
privacy-person = One person's data
privacy-person-text = Looking at this page is noted.
privacy-person-open = This person's data
privacy-person-find = Whose data is it?
privacy-person-find-hint = E-mail, telephone or the number of a report. The search is noted.
privacy-person-link = Link to the request
privacy-person-unknown = We have no data with this address or number.
privacy-person-several = Several people use this address or number. Enter the number of a report.
privacy-export-json = Download JSON
privacy-export-tar = Download files (TAR)
privacy-export-title = Personal data that we keep
privacy-export-made = As of { $when }.
privacy-room-residents = Person and addresses
privacy-room-interactions = Conversations
privacy-room-notices = Messages from us
privacy-room-cases = Reports
privacy-room-privacy = Data requests
privacy-field-name = name
privacy-field-controller = data controller
privacy-field-language = language
privacy-field-kind = kind
privacy-field-address = address
privacy-field-channel = channel
privacy-field-begun-at = begun
privacy-field-number = number
privacy-field-received-at = received
privacy-field-place = place
privacy-field-words = words
privacy-field-title = title
privacy-field-body = text
privacy-field-state = state
privacy-field-interactions-ended-at = ended
privacy-field-notices-ended-at = sent or ended
privacy-field-notices-begun-at = prepared
privacy-field-at = when
privacy-field-until = until
privacy-field-topic = topic
privacy-field-disposition = outcome of the conversation
privacy-field-questions = questions asked
privacy-field-question = question
privacy-field-given = consent given
privacy-field-purpose = purpose
privacy-field-how = how it was said
privacy-field-text-version = version of the text
privacy-field-nip = NIP (tax number)
privacy-field-regon = REGON (register number)
privacy-field-languages = other languages
privacy-field-needs = needs
privacy-field-need-in-words = another need
privacy-field-role = role
privacy-field-service = service
privacy-field-outcome = outcome
privacy-field-closed-at = closed
privacy-word-person = person
privacy-word-firm = firm
privacy-word-email = e-mail
privacy-word-phone = phone
privacy-word-post = post
privacy-word-sms = text message
privacy-word-web = the city’s site
privacy-word-chat = chat
privacy-word-app = app
privacy-word-open311 = another program
privacy-word-counter = office counter
privacy-word-other = other
privacy-word-call = call
privacy-word-none = no way
privacy-word-pl = Polish
privacy-word-uk = Ukrainian
privacy-word-en = English
privacy-word-text-only = text only
privacy-word-sign-language = sign language
privacy-word-slow-speech = slow speech
privacy-word-large-print = large print
privacy-word-easy-read = easy to read
privacy-word-calls-only = calls only
privacy-word-no-email = no e-mail
privacy-word-queued = waits to be sent
privacy-word-sent = sent
privacy-word-failed = not sent
privacy-word-received = received
privacy-word-dispatched = with a unit
privacy-word-accepted = taken on
privacy-word-in-progress = in progress
privacy-word-closed = closed
privacy-word-identity-checked = identity checked
privacy-word-answered = answered
privacy-word-refused = refused
privacy-word-fixed = fixed
privacy-word-implemented = implemented
privacy-word-not-found = not found
privacy-word-not-ours = not ours
privacy-word-deferred = deferred
privacy-word-duplicate = duplicate
privacy-word-withdrawn = withdrawn
privacy-word-unclassified = without an outcome
privacy-word-survey = questions about satisfaction
privacy-word-campaign = information campaigns
privacy-word-events = events and consultations
privacy-word-informed = informed
privacy-word-case-opened = a case was opened
privacy-word-passed-on = passed on
privacy-word-access = access
privacy-word-rectification = rectification
privacy-word-restriction = restriction
privacy-word-erasure = erasure
privacy-word-objection = objection
privacy-word-portability = portability
privacy-word-full-name = full name
privacy-word-report-number = number of a report
privacy-word-report-date = day of a report
privacy-word-report-place = place of a report
privacy-word-nip = NIP
privacy-field-queued-at = prepared
privacy-field-ended-at = sent
privacy-field-who = who asks
privacy-field-contact = where to answer
privacy-field-scope = scope
privacy-field-received-on = day of receipt
privacy-field-due-on = due
privacy-field-answer = answer
privacy-field-extended-because = reason of the extension
privacy-subject-resident = person
privacy-subject-case = case
privacy-subject-look = looks at data
privacy-subject-interaction = conversation
privacy-restricted = Processing restricted
privacy-restriction = Restriction of processing
privacy-restriction-text = The data is only kept: other people do not see it and nothing is sent.
privacy-restriction-place = Restrict processing
privacy-restriction-lift = Lift the restriction
privacy-holds = Legal holds
privacy-holds-text = While it lasts, neither a request nor retention removes the data.
privacy-hold-line = { $reason } ({ $who }, { $when })
privacy-hold-release = Release
privacy-hold-on = What does it hold?
privacy-hold-person = All data of this person
privacy-hold-reason = Reason
privacy-hold-place = Place a hold
privacy-hold-released = This hold was released before.
privacy-erasure = Erasure
privacy-not-founded = Data is given out and erased only at the request of its person. Register the request, link it to them, and check who they are.
privacy-erasure-done = What may go was erased.
privacy-erasure-refused = Nothing can be erased now. Hold: { $reason }
privacy-erasure-held = Nothing was erased: there is a legal hold.
privacy-erasure-cases = This person's cases
privacy-erasure-warning = This cannot be undone, not even from a backup.
privacy-erasure-sure = I know what goes, and erase it.
privacy-erasure-unsure = Tick that you know what goes.
privacy-erasure-do = Erase
privacy-identity-stays = Name and addresses stay: open or held matters need them.
privacy-identity-goes = Name and addresses go.
privacy-stays = stays
privacy-goes = goes
privacy-gone = gone
privacy-why-open = The matter is open. It can go when it has ended.
privacy-why-held = Legal hold: { $reason }
privacy-why-unread = The archive category { $category } cannot be read. Ask the archive.
privacy-retention-text = The rules stand in the city pack. You see what would go now before anything happens. Figures do not change.
privacy-retention-none = The city pack has no rules yet (retention.toml).
privacy-retention-rules = Rules
privacy-rule-basis = Basis
privacy-rule-now = Would go now
privacy-what-interaction = A conversation's link to the person
privacy-what-report = Words of a report
privacy-what-case = Place and answers of a case that is not public
privacy-what-notice = Address and text of a message
privacy-what-resident = Name and addresses of a person
privacy-what-caller-number = The number that somebody called from (hidden every hour)
privacy-what-look = Notes of looks at data
privacy-what-session = Ended sessions of staff
privacy-retention-changed = The rules have changed. Look at the preview and try again.
privacy-retention-on = The daily run is on ({ $who }, { $when }).
privacy-retention-off = The daily run is off. Switch it on only after reading the preview above.
privacy-switch-on = Switch the daily run on
privacy-switch-off = Switch the daily run off
privacy-run-text = Removes once what the preview shows.
privacy-run-now = Run now
privacy-run-daily = daily
privacy-run-going = Under way.
privacy-run-nothing = There was nothing to remove.
privacy-runs = Latest runs
privacy-looks = Looks
privacy-changes = Changes
privacy-looks-text = Notes are kept for at least two years. This search is noted, too.
privacy-looks-person = Login of a member of staff
privacy-looks-subject = Number of a report, or an id
privacy-looks-until = Until
privacy-looks-find = Show
privacy-looks-csv = Download CSV
privacy-looks-subject-hint = Also an id, or the e-mail address or phone of a resident: then with their matters and conversations.
privacy-looks-since = From day
privacy-looks-words = Words that somebody searched for
privacy-looks-any = any purpose
privacy-looks-older = Older looks
privacy-changes-older = Older changes
privacy-looks-cut = This is not all: a file has at most 200,000 rows. Ask for fewer days.
privacy-purpose-unknown = Choose a purpose from the list.
privacy-actor-system = the program
privacy-actor-resident = a resident
privacy-actor-key = another program
privacy-actor-import = an import
privacy-subject-report = report
privacy-subject-notice = message
privacy-subject-errand = message to be told
privacy-subject-account = staff account
privacy-subject-privacy-request = request about data
privacy-told-other = another change ({ $kind })
privacy-told-report-received = a report was taken
privacy-told-report-erased = the words of a report were erased
privacy-told-case-opened = a case was opened
privacy-told-case-dispatched = a case was handed to a unit
privacy-told-case-accepted = a unit took a case on
privacy-told-case-progressed = progress of a case was told
privacy-told-case-closed = a case was closed
privacy-told-case-shown = a sensitive case was shown
privacy-told-case-hidden = showing a case was taken back
privacy-told-resident-met = somebody new was written down
privacy-told-resident-details-changed = the details of a person were changed
privacy-told-resident-ways-changed = the addresses or numbers of a person were changed
privacy-told-resident-needs-changed = the needs of a person were changed
privacy-told-resident-consent-noted = a consent was noted, given or withdrawn
privacy-told-resident-verified = an identity was checked
privacy-told-resident-check-ended = a check of identity ended
privacy-told-resident-merged = records were joined
privacy-told-resident-unmerged = records were parted
privacy-told-resident-erased = the data of a person was erased
privacy-told-interaction-begun = a conversation began
privacy-told-interaction-held = a conversation was recorded
privacy-told-interaction-noted = a note of a conversation
privacy-told-interaction-ended = a conversation ended
privacy-told-interaction-resident-named = a conversation was linked to a person
privacy-told-interaction-erased = the notes of a conversation were erased
privacy-told-interaction-number-hidden = the number of a caller was hidden
privacy-told-notice-queued = a message was prepared
privacy-told-notice-sent = a message was sent
privacy-told-notice-failed = a message did not go out
privacy-told-errand-begun = a message waits to be told
privacy-told-errand-done = a message was told
privacy-told-privacy-request-registered = a request was registered
privacy-told-privacy-request-linked = a request was linked to a person
privacy-told-privacy-request-identified = the identity behind a request was noted
privacy-told-privacy-request-begun = work on a request began
privacy-told-privacy-request-extended = the term of a request was extended
privacy-told-privacy-request-answered = a request was answered
privacy-told-privacy-request-refused = a request was refused
privacy-told-legal-hold-placed = a legal hold was placed
privacy-told-legal-hold-released = a legal hold was released
privacy-told-restriction-placed = processing was restricted
privacy-told-restriction-lifted = a restriction was lifted
privacy-told-erasure-done = data was erased at a request
privacy-told-account-signed-in = signing in
privacy-told-account-signed-out = signing out
privacy-told-account-changed = an account was changed
privacy-told-account-created = an account was made
privacy-told-account-deactivated = an account was deactivated
privacy-looks-none = Nothing was found.
privacy-login-unknown = Nobody has this login.
privacy-subject-unknown = There is no such number or id.
privacy-look-when = When
privacy-look-who = Who
privacy-look-what = What
privacy-look-why = What for
privacy-act-read = looked
privacy-act-search = searched
privacy-act-export = took a copy
privacy-purpose-conversation = conversation
privacy-purpose-matter = work on a matter
privacy-purpose-privacy-request = a data request
privacy-purpose-complaint = a complaint
privacy-purpose-audit = audit
privacy-purpose-upkeep = upkeep
privacy-due = { $n ->
    [0] due today
    [one] due { $day }, 1 day left
   *[other] due { $day }, { $n } days left
}
privacy-due-soon = { $n ->
    [0] urgent: due today
    [one] urgent: due { $day }, 1 day left
   *[other] urgent: due { $day }, { $n } days left
}
privacy-due-over = { $n ->
    [one] overdue since { $day }, 1 day
   *[other] overdue since { $day }, { $n } days
}
privacy-why-archive = { $until ->
    [ever] Archive category { $category }: kept for ever.
    [judged] Archive category { $category }: the archive judges it, not before { $day }.
   *[day] Archive category { $category }: kept until { $day }.
}
privacy-retention-count = { $n ->
    [0] nothing
   *[other] { $n }
}
privacy-retention-long = { $unit ->
    [days] days: { $n }
    [months] months: { $n }
   *[years] years: { $n }
} { $after ->
    [created] since it was made
    [ended] since it ended
    [closed] since the case was closed
   *[last_contact] since the last contact
}
privacy-letter-request =
    Good morning,

    this is about: { $kind }, a request received on { $received }.

    { $step ->
        [extend] We need more time. We will answer by { $due }. The reason:
        [refuse] We cannot do what was asked for. The reason:
       *[answer] Our answer:
    }

    { $words }

    Not satisfied? You may complain to the President of the Personal Data Protection Office (Prezes UODO) or go to court.

    { $city }
privacy-letter-erasure =
    Good morning,

    { $kind ->
        [refused] We cannot erase your data now, because we have to keep it. We will tell you when that changes.
        [none] We cannot erase your data now, because these matters need it:
        [all] We have erased your data: name, addresses, the words of reports and messages. Figures stay, with nothing that points to you.
       *[part] We have erased your data apart from what we have to keep:
    }

    { $stays }

    Do you disagree? You may complain to the President of the Personal Data Protection Office (Prezes UODO) or go to court.

    { $city }
privacy-field-added-at = added
privacy-field-file = picture
privacy-field-reason = reason
privacy-word-waiting = waits for a decision
privacy-word-published = published
privacy-word-withheld = not published
