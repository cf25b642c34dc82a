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
notice-no-photo = No photo: { $why }
notice-with-photo = A photo is on the page of the case.
