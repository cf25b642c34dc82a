# Cases: the pages of units, stages, outcomes and notices. Plain British English.
cases-nav = Cases
cases-all-units = Cases of all units
cases-nav-undispatched = Without a unit
cases-tabs = Which cases
cases-open = Open ({ $n })
cases-late = Overdue ({ $n })
cases-closed = Closed
cases-list = List of cases
cases-none-open = Your unit has no open cases. New ones will appear here.
cases-none-late = No case is overdue.
cases-none-closed = Your unit has no closed cases yet.
cases-no-unit = Your account doesn’t belong to a unit, so it has no cases of its own here.
cases-new = New cases:
cases-changed = The list may have changed.
cases-reload = Refresh
cases-due = due: { $when }
cases-no-due = no date promised
cases-late-by = late by { $time }

cases-case = Case
cases-number = Number
cases-place = Place
cases-navigate = Navigate
cases-kind = Kind
cases-unit = Unit
cases-unit-none = none yet
cases-unit-choose = Choose a unit
cases-reports = What the resident says
cases-words-hidden = The unit that has the case sees what the resident said. You see it once they have shown who they are.
cases-words-check = Check who is speaking
cases-no-words = There are no words: we don’t know them, or they were erased.
cases-came = When and how
cases-answer = Answer
cases-answer-email = They get an e-mail
cases-answer-page = They see it on the page of the report. We have no e-mail address
cases-story = What happened
cases-told-received = Case opened
cases-told-dispatched = Handed to the unit: { $unit }
cases-told-accepted = Taken on by the unit
cases-told-progressed = Message to the resident
cases-told-closed = Closed: { $outcome }
cases-yes = Yes
cases-no = No
cases-answer-erased = Answer removed
cases-because = Because: { $reasons }.
cases-because-own-unit = Because it is the unit of this service.
cases-because-owner = this unit looks after the reported thing
cases-because-row = Because row { $row } of the service’s table says so.
cases-by-resident = the resident
cases-by-staff = a member of staff
cases-by-system = the program
cases-by-import = the system before this one
cases-by-key = another program

cases-accept = Accept the case
cases-progress = Tell of progress
cases-progress-send = Send the message
cases-close = Close the case
cases-outcome = Outcome
cases-outcome-choose = Choose an outcome
cases-words = Message to the resident
cases-words-hint = What you did and what you checked. We send exactly this.
cases-news-hint = What is known and what comes next. We send exactly this.
cases-preview-show = Show the message before it’s sent
cases-preview = The message before it’s sent
cases-preview-outcome = Outcome: { $outcome }.
cases-preview-readers = { $n ->
    [one] { $n } person gets it by e-mail.
   *[other] { $n } people get it by e-mail.
  }
cases-preview-nobody = Nobody left an e-mail address. The message will be on the page of the report:
cases-close-send = Send and close
cases-close-mend = Change the message
cases-dispatch = Hand to another unit
cases-dispatch-do = Hand over the case
cases-saved = Saved
cases-not-saved = We saved nothing
cases-unsent = Your message, not sent
cases-handed = Case { $number } is with a unit now.
cases-undispatched-why = The service has no unit of its own, or the unit takes no cases. Decide who deals with it.
cases-undispatched-more = These are the oldest. The next ones appear when you have handed these over.
cases-none-undispatched = Every case has its unit.

stage-received = Received
stage-dispatched = Handed over
stage-accepted = Accepted
stage-in-progress = In progress
stage-closed = Closed: { $outcome }
stage-late = Overdue
outcome-fixed = fixed
outcome-answered = answered
outcome-accepted = idea accepted
outcome-implemented = idea carried out
outcome-not_found = nothing found at the place
outcome-not_ours = not the city’s
outcome-deferred = to be done later
outcome-refused = refused
outcome-duplicate = another case deals with it
outcome-withdrawn = withdrawn by the resident
kind-intervention = intervention
kind-question = question
kind-idea = remark or proposal
kind-complaint = complaint
kind-compliment = praise
channel-phone = phone
channel-sms = text message
channel-email = e-mail
channel-chat = chat
channel-web = the city’s site
channel-app = app
channel-open311 = another program (Open311)
channel-counter = counter in an office
channel-post = letter
channel-other = another system

report-body-missing = Write what is happening
report-body-long = Shorten the description to 5000 characters
report-place-missing = Enter the street and number, or the name of a stop
report-place-long = Shorten the place to 300 characters
case-words-missing = Write what you did and what you checked
case-words-long = Shorten the message to 4000 characters
case-outcome-missing = Choose an outcome from the list
case-unit-unknown = Choose a unit that takes cases from the list
case-service-without-unit = The service has no unit. Hand the case over yourself.
case-refused-closed = This case is closed already.
case-refused-already-there = This unit has the case already.
case-refused-already-accepted = This case was accepted already.
case-refused-not-dispatched = No unit has this case yet. Hand it to one first.

notice-received-title = Report { $number } ({ $service }): received
notice-received-body =
    Hello,

    we have your report. Its number: { $number }. It’s about: { $service }.

    We’ll hand it to the unit that deals with this, and write to you which one it is.
    { $promise ->
        [ahead] The promised date: { $due }.
        [over] The promised date is over: { $due }.
       *[none] No date is promised. We’ll write to you about all that happens.
    }

    See what is happening with the case here:
    { $link }
    This address is for you only: it also shows your own words.

    Would you rather talk? Call us: { $phone }. Give us the number { $number }.

    { $centre }
    { $city }
notice-dispatched-title = Report { $number } ({ $service }): a unit has it
notice-dispatched-body =
    Hello,

    your case { $number } ({ $service }) is now with the unit: { $unit }.

    { $promise ->
        [ahead] The promised date: { $due }. We’ll write when something changes.
        [over] The promised date is over: { $due }. We’re sorry. We’ll write when something changes.
       *[none] No date is promised. We’ll write when something changes.
    }

    See what is happening with the case here:
    { $link }

    Would you rather talk? Call us: { $phone }. Give us the number { $number }.

    { $centre }
    { $city }
notice-progressed-title = Report { $number } ({ $service }): a new message
notice-progressed-body =
    Hello,

    there’s a message in your case { $number } ({ $service }) from the unit { $unit } (in Polish):

    { $words }

    { $promise ->
        [ahead] The case goes on. The promised date: { $due }.
        [over] The case goes on. The promised date is over: { $due }. We’re sorry.
       *[none] The case goes on. No date is promised.
    }

    See what is happening with the case here:
    { $link }

    Would you rather talk? Call us: { $phone }. Give us the number { $number }.

    { $centre }
    { $city }
notice-closed-title = Report { $number } ({ $service }): closed
notice-closed-body =
    Hello,

    your case { $number } ({ $service }) is closed. Outcome: { $outcome }.

    { $by ->
        [unit] The answer of the unit { $unit } (in Polish):
       *[centre] Our answer (in Polish):
    }

    { $words }

    Is something wrong? Call us: { $phone }. Give us the number { $number } and tell us what it is.

    The whole case is here:
    { $link }

    { $centre }
    { $city }

cases-nearby = Cases outside the unit's list
cases-sensitive = A sensitive case. Only the unit that deals with it and people it was shown to know of it.
cases-guests = Show the case to somebody
cases-guests-text = The person will see the whole case. That it was shown is kept in its history.
cases-guest-login = The person's login
cases-guest-show = Show
cases-guest-without = Take access back
case-guest-unknown = Nobody has this login. Check the spelling.

cases-ask = Ask the author
cases-question = Your question
cases-question-hint = We send exactly this. The deadline goes on.
cases-ask-send = Send the question
cases-schedule = Set the work for a day
cases-day = Day
cases-plan-hint = What you will do then. We send exactly this.
cases-schedule-send = Set the day and tell the author
cases-return = Send back: not ours
cases-reason = Reason
cases-reason-hint = Whose case it is and how you know. Whoever hands cases on reads it.
cases-return-send = Send the case back
cases-told-returned = Sent back by the unit
cases-told-scheduled = Work set for { $day }
cases-told-asked = Question to the author
cases-told-answered = The author’s answer
cases-told-reopened = Reopened: its author says that it is not done
stage-scheduled = Set for { $day }
stage-waiting = Waits for an answer
stage-reopened = Reopened
case-refused-not-asked = Nobody asked anything in this case.
case-refused-open = This case is open and need not be reopened.
case-day-missing = Enter a day
case-day-over = Choose today or a later day
notice-scheduled-title = Report { $number } ({ $service }): planned
notice-scheduled-body =
    Hello,

    work on your case { $number } ({ $service }) is set for { $day }. The unit { $unit } deals with it.
    { $said ->
        [yes] The unit writes (in Polish): { $words }
       *[no] {""}
    }

    What happens to the case you see here:
    { $link }

    Would you rather talk? Call { $phone } and give the number { $number }.

    { $centre }
    { $city }
notice-asked-title = Report { $number } ({ $service }): we have a question
notice-asked-body =
    Hello,

    the unit { $unit } asks about your case { $number } ({ $service }), in Polish:

    { $words }

    Answer on this page:
    { $link }

    Would you rather talk? Call { $phone } and give the number { $number }.

    { $centre }
    { $city }
cases-nav-disputed = Disputed ends
cases-none-disputed = Nobody has said a second time that a case is not done.
cases-disputed-why = Its author says once more that it is not done. Decide whether the case goes back to its unit.
cases-disputed-closing = What the unit wrote
cases-disputed-words = What the author writes
cases-disputed-reopen = Reopen the case
cases-disputed-answer = The answer, if the case stays ended
cases-disputed-answer-hint = We send exactly this.
cases-disputed-decline = Leave it ended and answer
cases-disputed-more = The oldest are shown. Others appear when these are decided.
cases-disputed-decided = The decision is saved.
case-decided = Somebody has decided this already.
case-judged = Your answer is saved already.
case-judged-late = The case ended more than 30 days ago. Report it again.
notice-declined-title = Report { $number } ({ $service }): the case stays ended
notice-declined-body =
    Hello,

    you write that in case { $number } ({ $service }) it is not done. We have checked once more, and the case stays ended. Our answer (in Polish):

    { $words }

    The whole case is here:
    { $link }

    You do not agree? Call { $phone } and give the number { $number }.

    { $centre }
    { $city }
cases-given-back = { $n ->
    [one] Sent back by { $unit }:
   *[other] Sent back { $n } times, last by { $unit }:
  }
case-reason-missing = Write whose case it is
case-question-missing = Write your question
case-answer-missing = Write your answer
case-wrong-missing = Write what is wrong
notice-received-easy =
    Hello.
    We have your report.
    Number: { $number }.
    Matter: { $service }.

    We give it to a unit.
    Then we write which unit that is.
    { $promise ->
        [ahead] Deadline: { $due }.
        [over] The deadline is over: { $due }. We are sorry.
       *[none] There is no deadline.
    }

    Here you see your matter:
    { $link }
    This address is only for you.

    Do you have a question? Call { $phone }.
    Give the number { $number }.

    { $centre }
    { $city }
notice-dispatched-easy =
    Hello.
    A unit deals with your matter.
    It is { $unit }.
    Number: { $number }.
    Matter: { $service }.

    { $promise ->
        [ahead] Deadline: { $due }.
        [over] The deadline is over: { $due }. We are sorry.
       *[none] There is no deadline.
    }
    We write when something changes.

    Here you see your matter:
    { $link }

    Do you have a question? Call { $phone }.
    Give the number { $number }.

    { $centre }
    { $city }
notice-progressed-easy =
    Hello.
    There is news of your matter.
    { $unit } writes (in Polish):

    { $words }

    Number: { $number }.
    Matter: { $service }.
    The matter still goes on.
    { $promise ->
        [ahead] Deadline: { $due }.
        [over] The deadline is over: { $due }. We are sorry.
       *[none] There is no deadline.
    }

    Here you see your matter:
    { $link }

    Do you have a question? Call { $phone }.
    Give the number { $number }.

    { $centre }
    { $city }
notice-closed-easy =
    Hello.
    Your matter is closed.
    Result: { $outcome }.
    Number: { $number }.
    Matter: { $service }.

    { $by ->
        [unit] { $unit } writes (in Polish):
       *[centre] This is our answer (in Polish):
    }

    { $words }

    Is something wrong? Call { $phone }.
    Give the number { $number }.

    Here you see your matter:
    { $link }

    { $centre }
    { $city }
notice-scheduled-easy =
    Hello.
    There is a day for your matter.
    The day of work: { $day }.
    { $unit } does it.
    Number: { $number }.
    Matter: { $service }.
    { $said ->
        [yes] The unit writes (in Polish): { $words }
       *[no] {""}
    }

    Here you see your matter:
    { $link }

    Do you have a question? Call { $phone }.
    Give the number { $number }.

    { $centre }
    { $city }
notice-asked-easy =
    Hello.
    We have a question about your matter.
    { $unit } asks (in Polish):

    { $words }

    Number: { $number }.
    Matter: { $service }.

    Answer on this page:
    { $link }

    You can also call { $phone }.
    Give the number { $number }.

    { $centre }
    { $city }
notice-declined-easy =
    Hello.
    You write that it is not done.
    We have checked once more.
    The matter stays closed.
    This is our answer (in Polish):

    { $words }

    Number: { $number }.
    Matter: { $service }.

    You do not agree? Call { $phone }.
    Give the number { $number }.

    Here you see your matter:
    { $link }

    { $centre }
    { $city }
cases-ending = Ending ({ $n })
cases-none-ending = No case has a term that ends now.
cases-ends = Another term ends: { $when }
cases-clocks = Terms
clock-first_answer = first answer
clock-work = planned work
clock-fix = end of the case
clock-legal = statutory term
clock-state-runs = running
clock-state-ends = ends soon
clock-state-late = over
clock-state-stands = standing, we wait for an answer
clock-state-kept = kept
clock-state-broken = not kept
cases-clock-first = first promise: { $day }
cases-deadline = Change the promised day
cases-deadline-now = Promised now: { $day }.
cases-deadline-none = No day is promised now.
cases-deadline-day = New day
cases-deadline-day-hint = A day on which the unit works. The promise holds until the end of its hours.
cases-deadline-reason = Reason for the change
cases-deadline-reason-hint = Why it takes longer and what you will do by that day. We send exactly this and show it on the page of the report.
cases-deadline-send = Change the day and tell
cases-told-promised = New promised day: { $day }
cases-told-waited = Promised day after waiting for an answer: { $day }
cases-told-missed = The promised day is over
cases-warning-title = { $sensitive ->
    [yes] A case of the unit: a term ends
   *[no] Case { $number } ({ $service }): a term ends
  }
cases-warning-body =
    Good day,

    { $sensitive ->
        [yes] in one of the cases of the unit a term ends ({ $clock }): { $due }.
       *[no] in case { $number } ({ $service }) a term ends ({ $clock }): { $due }.
    }

    The case is here:
    { $link }

    If you will not make it, change the promised day and give the reason. The resident gets it at once.
case-late-reason-missing = Write why the day changes
case-day-not-worked = Choose a day on which the unit works
case-day-same = This day is promised already. Choose another
notice-promised-title = Report { $number } ({ $service }): a new day
notice-promised-body =
    Good day,

    the promised day in your case { $number } ({ $service }) has changed. New promise: { $due }.

    { $unit } writes why, in Polish:

    { $words }

    What happens with the case you see here:
    { $link }

    You would rather talk? Call { $phone } and give the number { $number }.

    { $centre }
    { $city }
notice-promised-easy =
    Good day.
    Your case has a new day.
    Day: { $due }.
    This is what { $unit } writes in Polish:

    { $words }

    Number: { $number }.
    Case: { $service }.

    Here you see your case:
    { $link }

    You have a question? Call { $phone }.
    Give the number { $number }.

    { $centre }
    { $city }
notice-late-title = Report { $number } ({ $service }): we are late
notice-late-body =
    Good day,

    { $promise ->
        [ahead] the promised day in your case { $number } ({ $service }) is over. We are sorry. New promise: { $due }.
        [over] the promised day in your case { $number } ({ $service }) is over: { $due }. We are sorry. The case is still open.
       *[none] the promised day in your case { $number } ({ $service }) is over. We are sorry. The case is still open.
    }

    { $by ->
        [unit] { $unit } deals with it. When they give the reason or a new day, we will write.
       *[centre] We are looking for the unit that will deal with it. When we find it, we will write.
    }

    What happens with the case you see here:
    { $link }

    You would rather talk? Call { $phone } and give the number { $number }.

    { $centre }
    { $city }
notice-late-easy =
    Good day.
    We are late with your case.
    We are sorry.
    Number: { $number }.
    Case: { $service }.
    { $promise ->
        [ahead] New day: { $due }.
        [over] The day was: { $due }.
       *[none] The promised day is over.
    }
    The case is still open.

    Here you see your case:
    { $link }

    You have a question? Call { $phone }.
    Give the number { $number }.

    { $centre }
    { $city }
cases-question-hint-stands = We send exactly this. The promised term stands until the answer comes.
cases-nav-figures = On time
cases-figures = On time
cases-figures-formula = Per cent = cases ended by the first promised day, divided by all whose first promised day was over in the month. Cases open after it count as late, and promising anew mends nothing here. The time of waiting for an answer is added only where the service says so. Sensitive cases are not here.
cases-figures-by = Counted by
cases-figures-by-unit = By unit
cases-figures-by-service = By service
cases-figures-by-month = Month by month
cases-figures-service = Service
cases-figures-month = Month
cases-figures-before = Month before
cases-figures-after = Month after
cases-figures-none = There are no cases here.
cases-figures-percent = On time, per cent
cases-figures-csv = Download the table (CSV)
on-time-due = Promises that fell due
on-time-kept = On time
on-time-closed_late = Ended late
on-time-open_late = Open and late

cases-mine = Mine ({ $n })
cases-none-mine = You have no open case in hand now and stand in for nobody.
cases-none-such = Nothing here fits. Change what you look for.
cases-path = Where you are
cases-search = Search and filter
cases-search-words = Number, file mark, place or words
cases-search-hint = Found without diacritics and hyphens, too.
cases-search-service = Service
cases-search-area = Area
cases-search-any = all
cases-search-do = Search
cases-search-clear = Clear
cases-order = Order
cases-order-due = what is due first
cases-order-newest = newest first
cases-order-oldest = oldest first
cases-person = In the hands of
cases-person-nobody = nobody by name
cases-person-gone = does not work here any more
cases-person-choose = Who deals with the case
cases-person-do = Save
cases-views = Saved views
cases-view-units = (of the unit)
cases-view-name = Name of the view
cases-view-shared = For all of the unit
cases-view-keep = Save this view
cases-view-forget = Remove the view
cases-view-saved = The view stands above the list.
cases-csv = Download the list (CSV)
cases-load = Who has how many
cases-load-text = Open cases by person. The number leads to the list.
cases-load-open = Open
cases-load-due = First promise
cases-tick = Select:
cases-ticked = Selected:
cases-batch = With those selected
cases-batch-choose = Choose what to do
cases-batch-all = all that fit the list (500 at most)
cases-batch-go = Continue
cases-batch-accept = Accept the cases
cases-batch-assign = Give to a person
cases-batch-schedule = Set the work for a day
cases-batch-progress = Send a message
cases-batch-print = Print work sheets
cases-batch-lede = { $n ->
    [one] This is about one case.
   *[other] This is about { $n } cases. Each is saved by itself.
  }
cases-batch-done = { $n ->
    [0] Nothing was saved
    [one] Saved: one case
   *[other] Saved: { $n } cases
  }
cases-batch-undone = { $n ->
    [one] One case stayed as it was:
   *[other] { $n } cases stayed as they were:
  }
cases-batch-gone = The unit does not have this case any more.
cases-sheet-text = Work sheets: { $n }. Print them from the browser (Ctrl+P). Nothing on them tells who reported.
cases-sheet-qr = A code that opens this case on a phone
cases-sheet-done = Done by
cases-sheet-when = on
cases-marks = File mark
cases-mark = Mark of the file in the office
cases-mark-hint = For example Or-II.0003.1.107.2017.
cases-mark-do = Save the mark
cases-mark-without = Remove the mark
case-person-elsewhere = Choose somebody who works in the unit that has the case
case-mark-wrong = Enter the mark of the file, 80 characters at most
case-marks-many = This case has 20 marks already
case-view-unnamed = Name the view, 80 characters at most
case-views-many = You have 30 views already. Remove one.
case-batch-empty = Select at least one case
case-batch-act = Choose what to do with the selected cases
cases-form = Legal form
cases-form-change = change
cases-form-of = about: { $unit }
cases-form-why = A person confirms what this is in law. The statutory term runs from the receipt and does not stand while we wait for the author.
cases-form-proposed = The service proposes: { $form }
cases-form-which = What it is
cases-form-rule = { $term } from the receipt, which is { $day } at the latest ({ $source })
cases-form-rule-unsure = { $term } from the receipt, which is { $day } at the latest ({ $source }). A lawyer of the city has to confirm this term.
cases-form-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
  }
cases-form-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
  }
cases-form-about = Whom the complaint is about
cases-form-about-hint = For a skarga only. This unit and those below it will not get the case to decide.
cases-form-about-choose = Choose a unit
cases-form-about-none = It is about no unit of this list
cases-form-until = Another last day of the term
cases-form-until-hint = Leave it empty when the term follows from the rule.
cases-form-save = Save the legal form
cases-form-returned = To skarga na tę jednostkę, dlatego rozpatrzy ją kto inny.
cases-notice = Notice of a longer term
cases-notice-do = Prepare a notice of a longer term
cases-notice-task = The statutory term ends. Close the case or send a notice.
cases-notice-term = { $form }, statutory term: { $day }.
cases-notice-longest = It can be moved to this day at the latest: { $day }.
cases-notice-day = New last day of the term
cases-notice-text = Text of the notice
cases-notice-hint = Check the text and put the reason in the place of […]. Whoever is entitled to signs it. We send exactly this.
cases-notice-send = Send the notice
cases-notice-prepared =
    We inform you that case { $number } (legal form: { $form }) will not be settled in its term, which ends: { $day }.

    Reason: { $blank }

    { $name }
cases-told-formed = Legal form: { $form }
cases-told-extended = Notice of a longer term, new statutory term: { $day }
legal-form-none = no legal form
legal-form-skarga = complaint (skarga)
legal-form-wniosek = proposal (wniosek)
legal-form-petition = petition
legal-form-public_information = request for public information
legal-form-accessibility_demand = demand for accessibility
legal-form-gdpr_request = request about personal data
legal-form-interpellation = councillor’s interpellation
case-form-missing = Choose what it is
case-about-missing = Choose a unit, or say that it is not in the list
case-unit-complained-of = The complaint is about this unit, so it cannot decide. Choose another
case-without-legal-term = This case has no statutory term.
case-day-not-later = Choose a day later than the present term
case-day-beyond-law = Choose a day that the law allows
case-notice-blank = Put the reason in the place of […]
notice-extended-title = Report { $number } ({ $service }): notice of a longer term
notice-extended-body =
    Good day,

    this is a notice in your case { $number } ({ $service }), written in Polish. New term: { $due }.

    { $words }

    What happens with the case you see here:
    { $link }

    You would rather talk? Call { $phone } and give the number { $number }.

    { $centre }
    { $city }
notice-extended-easy =
    Good day.
    Your case takes longer.
    New term: { $due }.
    This is the notice, in Polish:

    { $words }

    Number: { $number }.
    Case: { $service }.

    Here you see your case:
    { $link }

    You have a question? Call { $phone }.
    Give the number { $number }.

    { $centre }
    { $city }
cases-pause = Let the statutory term stand
cases-pause-end = Let the statutory term go on
cases-pause-why = A statutory term stands on a legal ground only. That we wait for the resident’s answer is none. A lawyer of the city has to confirm the list of grounds (art. 35 § 5 KPA).
cases-pause-end-why = The term goes on and is as many days longer as it stood.
cases-pause-ground = Ground
cases-pause-reason = Reason
cases-pause-reason-hint = The author reads it on the page of the report.
ground-act = a term that the law gives for a certain act
ground-suspension = suspended proceedings
ground-party = a delay by the party’s fault
ground-beyond_office = a cause that does not depend on the office
clock-state-ground = standing on a legal ground
cases-told-stood = Statutory term stands: { $ground }
cases-told-resumed = Statutory term goes on: { $day }
case-ground-missing = Choose a ground
case-ground-reason-missing = Write the reason
case-not-standing = The statutory term of this case does not stand.

cases-told-split-off = Case split off from another
cases-told-reported = Report
cases-told-joined = { $n ->
    [one] A report of another case was added
   *[other] { $n } reports of another case were added
  }
cases-told-parted = Some of the reports are now a case of their own
cases-told-merged = Merged with another case
cases-told-unmerged = The merging was undone
cases-merge = Merge with another case
cases-merge-text = The reports of this case move to the one you choose. Their numbers still work, and their authors get a message. You can undo it.
cases-merge-into = With which case
cases-merge-near = { $distance }, { $when }
cases-merge-origin = the report was split off from this case
cases-merge-number = Number of another case
cases-merge-number-hint = The number of any of its reports, for example 4821-907-5.
cases-merge-send = Merge the cases
cases-merged-here = Cases merged into this one
cases-merged-away = The reports of this case are now dealt with in another case:
cases-unmerge = Undo the merging
cases-split = Split the reports
cases-split-text = The report you choose becomes a case of its own. Its number still works, and its author gets a message. To undo it, merge the new case with this one.
cases-split-report = Report
cases-split-service = Service of the new case
cases-split-send = Split the report off
case-merge-same = This is one and the same case.
case-merge-closed = One of the cases is closed. Only open cases can be merged.
case-merge-sensitive = A sensitive case cannot be merged with another.
case-merge-controller = The cases have different data controllers, so they cannot be merged.
case-merge-formal = One of the cases is a matter of its own in law (a complaint, an application, a petition…) with its own term. Such cases are not merged.
case-merge-hidden = Everybody sees this case, but not the other one. Merge the other one with this.
case-merge-many = The case has too many reports to move at once.
case-merge-unknown = Choose a case from the list or enter a number that you know
case-not-merged = This case is not merged with another.
case-unmerge-moved = One of the reports is in yet another case now, so the merging cannot be undone.
case-split-only = This is the only report of the case.
case-split-missing = Choose a report
case-split-controller = This service has another data controller. Choose another one.
case-split-sensitive = A sensitive case and an ordinary one cannot be split like this. Choose another service.
notice-moved-title = { $why ->
    [joined] Report { $number } ({ $service }): together with others
   *[apart] Report { $number } ({ $service }): a case of its own
  }
notice-moved-body =
    Hello,

    { $why ->
        [joined] somebody else has reported the same as your report { $number }. We deal with these reports as one case ({ $service }).
       *[apart] we now deal with your report { $number } as a case of its own ({ $service }).
    }
    { $by ->
        [unit] The unit that has it: { $unit }.
       *[centre] We’ll hand it to the unit that deals with this.
    }
    { $promise ->
        [ahead] The promised date: { $due }.
        [over] The promised date is over: { $due }. We’re sorry.
       *[none] No date is promised.
    }

    Your number stays the same. See what is happening with the case here:
    { $link }

    Is something wrong? Call us: { $phone }. Give us the number { $number }.

    { $centre }
    { $city }
notice-moved-easy =
    Hello.
    { $why ->
        [joined] Somebody else reported the same. It is one matter now.
       *[apart] Your report is a matter of its own now.
    }
    Number: { $number }.
    Matter: { $service }.
    { $by ->
        [unit] { $unit } does it.
       *[centre] We give it to a unit.
    }
    { $promise ->
        [ahead] Deadline: { $due }.
        [over] The deadline is over: { $due }. We are sorry.
       *[none] There is no deadline.
    }

    Here you see your matter:
    { $link }

    Do you have a question? Call { $phone }.
    Give the number { $number }.

    { $centre }
    { $city }

follower-ended = This following has ended already.
notice-following-title = { $service }: shall we write to you about this case?
notice-following-body =
    Hello,

    somebody entered this e-mail address at case { $number } ({ $service }) and said that it concerns you, too.

    If we are to write when something changes, confirm it here:
    { $following }

    If it wasn’t you, do nothing. We won’t write again, and we’ll remove the address after 14 days.

    { $centre }
    { $city }
notice-following-easy =
    Hello.
    Somebody gave us your address.
    It is about case { $number }: { $service }.
    Shall we write to you about this case?

    If yes, click here:
    { $following }

    If not, do nothing.

    { $centre }
    { $city }
notice-followed-title = { $what ->
    [closed] Case { $number } ({ $service }): closed
    [scheduled] Case { $number } ({ $service }): planned
   *[progressed] Case { $number } ({ $service }): a new message
  }
notice-followed-body =
    Hello,

    { $what ->
        [closed] case { $number } ({ $service }), which you follow, is closed. Outcome: { $outcome }.
        [scheduled] work on case { $number } ({ $service }), which you follow, is set for { $day }.
       *[progressed] there’s a new message in case { $number } ({ $service }), which you follow.
    }
    { $said ->
        [yes] { $by ->
            [unit] The unit { $unit } writes (in Polish): { $words }
           *[centre] We write (in Polish): { $words }
        }
       *[no] {""}
    }

    The whole case is here:
    { $link }

    { $mail ->
        [yes] You don’t want more messages about this case? { $following }
       *[no] Questions? Call us: { $phone }.
    }

    { $centre }
    { $city }
notice-followed-easy =
    Hello.
    { $what ->
        [closed] This case is closed. Result: { $outcome }.
        [scheduled] There is a day for this case: { $day }.
       *[progressed] There is news of this case.
    }
    Number: { $number }.
    Matter: { $service }.
    { $said ->
        [yes] The unit writes (in Polish): { $words }
       *[no] {""}
    }

    Here you see the case:
    { $link }

    { $mail ->
        [yes] You don’t want more messages? Click here: { $following }
       *[no] Do you have a question? Call { $phone }.
    }

    { $centre }
    { $city }

photos-nav = Photos
photos-none = No photo waits for a decision. New ones will appear here.
photos-why = Everybody sees a photo only once it’s published. Cover faces and number plates first.
photos-more = These are the oldest. The next ones appear when you have decided about these.
photos-decided = The decision about the photo is saved.
photos-covered-saved = The picture has changed. Only the unit sees the original.
photos-one = Photo of a case
photos-case = See the case
photos-back = Back to photos
photos-look = Look and cover
photos-original = See it uncovered
photos-publish = Publish the photo
photos-publish-text = Everybody will see it as it is here, with what is covered.
photos-withhold = Don’t publish
photos-reason = Reason
photos-reason-hint = Whoever sent the photo reads it.
photos-cover = Cover a part of the photo
photos-cover-text = Say where, in percent of the photo: 0 is the left or the upper edge, 50 is the middle.
photos-drag = Draw a rectangle on the photo, then choose “Cover”.
photos-left = From the left, %
photos-top = From the top, %
photos-width = Width, %
photos-height = Height, %
photos-cover-do = Cover
photos-undo = Take the last cover back
photos-undo-all = Uncover the whole photo
photos-areas = { $n ->
    [0] Nothing is covered.
    [one] { $n } place is covered.
   *[other] { $n } places are covered.
  }
photos-after-label = Photo of what you did
photos-after-hint = JPEG, PNG or WebP, up to 20 MB, at most 3. Whoever reported the case sees it.
photos-before-label = Photo from before the work
photos-no-photo = No photo: why
photos-no-photo-hint = Needed when the work is done and there’s no photo. Whoever reported the case reads it.
photo-reported = Photo from the resident
photo-before = Photo from before the work
photo-after = Photo after the work
photo-waiting = Waits for a decision on publishing
photo-published = Published
photo-withheld = Not published
photo-erased = Erased
photo-changed = Somebody has just changed this photo. Look at it once more.
photo-reason-missing = Write why the photo won’t be published
photo-reason-long = Shorten the reason to 500 characters
photo-area-wrong = Enter four numbers from 0 to 100, with width and height above zero
photo-areas-many = At most 20 places can be covered
photo-too-large = The photo is too large. Choose one of up to 20 MB
photo-too-many = There can be at most 3 photos
photo-heic = The photo is in the HEIC format. Choose JPEG (“most compatible”) in the camera’s settings, or send a screenshot
photo-unknown = This file is no photo. Choose JPEG, PNG or WebP
photo-broken = The photo can’t be read. Choose another one, or add it once more
photo-busy = Many photos are coming in right now. Add it once more in a moment
photo-not-stored = We couldn’t save the photo. Add it once more in a moment
case-evidence-missing = Add a photo of what you did, or write why there is none
case-evidence-long = Shorten the reason for having no photo to 500 characters
photos-without = No photo:
notice-no-photo = No photo: { $why }
notice-with-photo = A photo is on the page of the case.
cases-batch-close = Close the cases
cases-batch-words-hint = All who reported these cases get the same sentence.
cases-batch-after = Photo after the work
cases-batch-no-photo = Without a photo write why there is none
case-batch-many = Close 30 cases at most at once: each needs a photo of its own or a reason
cases-batch-photos = We take 6 photos at a time. A case whose photo we cannot take stays open.

draft-service-missing = Choose what it is about. If you aren’t sure, choose what comes closest
draft-danger-missing = Tell us whether anybody is in danger
draft-answer-choose = Choose an answer: { $question }
draft-answer-write = Write an answer: { $question }
draft-answer-number = Enter a number, such as 3 or 2.5: { $question }
draft-answer-date = Enter a day, such as 27.3.2026: { $question }
draft-answer-long = Shorten the answer to 1000 characters: { $question }
draft-reply-missing = Choose where to send the reply
draft-email-missing = Enter your e-mail address or choose “Nowhere”

intake-nav = New report
intake-title = A report for somebody
intake-lede = Write down what they say, in their own words. The unit gets the case as it does from the city’s page.
intake-taken = Saved. Number of the report:
intake-taken-text = Tell them the number. You can write down the next report at once.
intake-channel = How it reached us
intake-language = Their language
intake-body = Their words
intake-body-hint = Without data of people they talk about. The unit will read this.
intake-service-choose = Choose a service
intake-place-hint = Street and number, corner, stop or the number of a lamp.
intake-place-chosen = Chosen place:
intake-place-which = Which place is it
intake-look = Find the place and show the questions
intake-same = Similar cases nearby. Is it one of them?
intake-same-none = None of them: it is something new
intake-reply = How we answer
intake-reply-email = E-mail
intake-reply-call = We call back
intake-reply-letter = Letter
intake-reply-none = No answer
intake-phone = Telephone number
intake-post = Address for the letter
intake-send = Save the report
intake-call = Let them call at once: { $number }.
intake-channel-missing = Choose how it reached us
intake-stopped = After this answer no report is taken. Say what to do now.
intake-question-new = Ask this question, too
cases-code-title = Code for your reports
cases-code-body =
    Hello,

    the code for the page with your reports is:

    { $code }

    It works for { $minutes } minutes and only once. Give it to nobody, not even to people who say they are calling from the city.

    If you did not ask for a code, do nothing: without it nobody can see your reports.

# Incidents.
cases-nav-incidents = Incidents
incident = Incident
incident-lede = One cause behind many cases: a storm, an outage, a flooded street. One text, one answer, and an end that asks about each case.
incident-new = New incident
incident-none = There are no incidents.
incident-on-tag = ongoing
incident-ended-tag = ended
incident-ended-when = Ended: { $when }
incident-since-when = Since: { $when }
incident-missing-uk = There is no Ukrainian text: the Polish one is shown.
incident-missing-en = There is no English text: the Polish one is shown.
incident-name = Name
incident-name-hint = For example: Storm of 20 November, Olszyna. No personal data.
incident-since = Since
incident-text = Text for residents
incident-text-pl = Text in Polish
incident-text-uk = Text in Ukrainian
incident-text-en = Text in English
incident-text-hint = What happened, what we do, and when we will tell more. Everyone who opens the page of one of these cases sees it.
incident-services = What the cases are about
incident-areas = Where
incident-areas-hint = With none ticked: the whole city.
incident-everywhere = the whole city
incident-open = Open the incident
incident-followers = Want to hear how it ends
incident-followers-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
  }
incident-candidates = { $n ->
    [one] { $n } case fits the incident
   *[other] { $n } cases fit the incident
  }
incident-candidates-text = The same services and places, opened since it began. Untick those with another cause.
incident-attach = Add those ticked
incident-cases = { $n ->
    [one] { $n } case of the incident
   *[other] { $n } cases of the incident
  }
incident-cases-none = No case belongs to the incident yet.
incident-detach = Remove
incident-earlier = Earlier texts
incident-say = Change the text
incident-say-do = Save the text
incident-answer = One answer for all
incident-answer-hint = It goes to every open case of the incident as news of the work. We send exactly this.
incident-answer-do = { $n ->
    [one] Send to { $n } case
   *[other] Send to { $n } cases
  }
incident-follow = Add somebody who calls
incident-phone = Phone number
incident-phone-hint = We call back when it has ended. The number goes 30 days later unless we know the person from another matter.
incident-language = Language of the call
incident-follow-do = Add
incident-end = End the incident
incident-end-text = For each open case, tick that it ends with the incident, or say why it stays open.
incident-end-hint = It goes to the cases that end and to those who left a phone number.
incident-end-cases = { $n ->
    [one] { $n } open case
   *[other] { $n } open cases
  }
incident-ends = Ends with the incident
incident-stays = Or stays open, because (sent as a message)
incident-end-do = End the incident and send the answers
incident-kept = Every promise is kept: no case is open, and everybody knows how it ended.
incident-unkept = Promises not kept yet
incident-untold-followers = { $n ->
    [one] { $n } person with a phone number has not heard yet
   *[other] { $n } people with a phone number have not heard yet
  }
incident-untold-authors = { $n ->
    [one] { $n } reporter waits for a call or letter
   *[other] { $n } reporters wait for a call or letter
  }
incident-judge = Tick that the case ends, or say why it stays open: one of the two.
incident-outcome-missing = Choose an outcome.
incident-back = Back to the incident
incident-ended = This incident has ended.
incident-sensitive = Sensitive cases do not belong to incidents.
incident-other-controller = These cases are another data controller’s.
incident-of-another = This case belongs to another incident already.
incident-cases-changed = A case was added that is not in this list. Check once more.
incident-name-wrong = Give it a name of at most 120 characters.
incident-since-wrong = Give a day that is not later than today.
incident-services-missing = Tick what the cases are about.
incident-text-wrong = Write a text of at most 4,000 characters.
notice-incident-title = The problem you asked about has ended
notice-incident-body =
    Hello,

    the problem of which we promised to tell you has ended.

    We wrote:
    { $text }

    Now (in Polish):
    { $words }

    Questions? Call us: { $phone }.

    { $centre }
    { $city }
notice-incident-easy =
    Hello.
    This problem has ended:
    { $text }

    Our answer (in Polish):
    { $words }

    Do you have a question? Call { $phone }.

    { $centre }
    { $city }
intake-same-gone = This case is not among the similar ones any more. Look again.
case-formal-alone = The law wants this one answered by itself (a complaint, an application, a petition…). Close it on its own page.
case-until-late = Only a notice or a recorded legal ground makes the statutory term longer. Choose an earlier day
case-day-far = Choose a day within two years
