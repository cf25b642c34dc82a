# Pages for residents: reporting, a case, search. Plain British English.
portal-nav-report = Report
portal-nav-case = My case
portal-nav-services = Services

portal-home-heading = Tell us what’s happening. The city will do the rest.
portal-home-lede = One contact is enough. We don’t send you from desk to desk, and every case ends with an answer.
portal-task-report = Report something
portal-task-report-text = A street lamp, a pothole, dumped rubbish. Three short steps, no account.
portal-task-case = Check a case
portal-task-case-text = Enter the number and see who deals with it and by when.
portal-task-call = Call us
portal-ways = Choose how you’d like to talk to us
portal-way-phone = Phone
portal-way-email = E-mail
portal-way-person = In person
portal-done = Done lately
portal-done-on = Closed: { $day }.

portal-search = Search
portal-search-label = What do you need?
portal-search-hint = For example: street lamp, waste collection, ul. Polna 6
portal-search-do = Search
portal-search-services = Services
portal-search-places = Places
portal-search-report-at = Report something at:
portal-search-nothing = We have no card about this. Ask us: call or write
portal-search-report = You can also report something

portal-services = Services
portal-services-lede = This is what the city deals with. Choose a service to report something.
portal-services-days = { $n ->
    [one] Promised within 1 working day.
   *[other] Promised within { $n } working days.
  }
portal-services-first = { $n ->
    [one] First answer: 1 working day.
   *[other] First answer: { $n } working days.
  }
portal-services-unit = Dealt with by:

portal-call = Call us
portal-call-number-unknown = We do not know the number of this line. Ask on the main number:
portal-today-instead = Different today: { $hours }.
portal-call-open = Answering now
portal-call-closed = Not answering now
portal-call-until = Until: { $when }.
portal-call-always = Day and night.
portal-call-next = Again from: { $when }.
portal-call-hours = Hours today
portal-call-all-day = day and night
portal-call-day-off = closed
portal-call-holiday = day off
portal-call-languages = Languages
portal-call-topics = Matters
portal-call-unit = On whose behalf
portal-call-write = Deaf, or would rather write?
portal-call-write-text = Write to us. We answer in writing, too.
portal-call-sms = Text message
portal-call-email = E-mail
portal-call-about = What you can talk to us about
portal-call-orders = For whom we work
portal-call-orders-text = In these matters we answer on behalf of the city’s units.

portal-cards = Guide
portal-cards-lede = This is what we can tell you about. If you need something right now, call:
portal-cards-none = There is no card here yet.
portal-cards-residents = For everybody
portal-cards-seniors = For older people
portal-cards-past = From past years
portal-card-from = from
portal-card-to = until
portal-card-unwritten = The text of this card is being written.
portal-card-allows = By phone you can: { $what }.
portal-allow-inform = ask
portal-allow-take-reports = report something
portal-allow-register-people = sign up
portal-allow-register-tickets = order a ticket
portal-allow-book-visits = book a visit
portal-allow-call-out = have somebody come
portal-services-cards = Guide: what else we can tell you about
portal-way-phone-more = All numbers and hours

portal-lookup = Check a case
portal-lookup-do = Show the case
portal-lookup-lost = No number? Call us and we’ll find the case together:
portal-number = Case number
portal-number-hint = For example 4821-907-5. You can leave out dashes and spaces.
portal-number-missing = Enter the number shown on the report’s page and in our e-mail
portal-number-wrong = We have no report with this number. Its last digit doesn’t fit the others, so there’s a mistake in it: compare it digit by digit
portal-number-length = We have no report with this number. A number has 8 to 10 digits: check that none is missing
portal-number-unknown = We have no report with this number. Compare it with the number you have from us

portal-steps = Steps of the report
portal-step-1 = 1. Where
portal-step-2 = 2. What’s happening
portal-step-3 = 3. How to reply
portal-step-done = (done)
portal-step-title = Step { $step } of 3: { $heading }
portal-next = Next
portal-back = Back
portal-yes = Yes
portal-no = No
portal-change = Change
portal-change-place = the place
portal-change-service = what it’s about
portal-change-answer = the answer to:
portal-change-body = the description

portal-emergency = Is somebody in danger?
portal-emergency-text = Don’t write here. Call
portal-place-heading = Where is it?
portal-place-label = Address
portal-place-hint = Street and number as on the sign, both streets of a corner, the name of a park or the number on a lamp post. You can leave out Polish accents.
portal-place-find = Find
portal-place-blank = Enter the street and number. If you don’t know them, describe the place in your own words
portal-place-unchosen = Choose one of the places, or “None of them”
portal-place-which = Which place?
portal-place-found = { $n ->
    [one] 1 place fits.
   *[other] { $n } places fit.
  }
portal-place-whole-street = the whole street
portal-place-nearest = the nearest number we know
portal-place-other-letter = this number, but with another letter or none
portal-place-area = the whole neighbourhood, so the crew will have to search; give a street if you can
portal-place-stop = stop
portal-place-none = None of these
portal-place-none-hint = You’ll describe the place in your own words in the next step.
portal-place-nothing = We don’t know this place
portal-place-outside = This place is outside the city
portal-place-nothing-text = Check the spelling and try again. You can also describe the place so that the crew can find it.
portal-place-no-list = We don’t have a list of addresses for this city.
portal-place-no-list-text = Describe the place in your own words.
portal-place-unknown = Don’t know the address?
portal-place-describe = Describe the place in your own words
portal-place-call = You can also call us. We’ll find it together:

portal-what-heading = What’s happening?
portal-place = Place:
portal-place-change = Change the place
portal-place-words = The place in your own words
portal-place-words-hint = So that the crew can find it: “the park by the river, second bench from the bridge”. Everybody may see the place, so don’t give names.
portal-service = Case:
portal-service-change = Change what it’s about
portal-service-which = What is it about?
portal-service-hint = If you choose wrongly, we’ll put it right.
portal-service-missing = Choose what it is about. If you aren’t sure, choose what comes closest
portal-danger-hint = Step back and call. We’ll show you the number at once.
portal-danger-missing = Tell us whether anybody is in danger
portal-body = Description
portal-body-hint = What, and since when. Don’t give names or number plates.

portal-danger-heading = Call { $number } now
portal-danger-call = Call { $number }
portal-danger-text = Move to a safe place. Say where it is and what’s happening.
portal-danger-nothing-sent = We haven’t sent anything. A report on this site doesn’t bring help.
portal-danger-back = Nobody is in danger, back to the report

portal-stop-heading = We cannot take this on this page
portal-stop-nothing-sent = We have sent nothing.
portal-stop-back = That was a slip, back to the report
portal-question-more = We have more questions about this.
portal-question-go = Go to them
portal-answer-list = Choose from the list
portal-answer-date-hint = Day, month, year. For example 27.3.2026
portal-answer-choose = Choose an answer: { $question }
portal-answer-write = Write an answer: { $question }
portal-answer-number = Enter a number, such as 3 or 2.5: { $question }
portal-answer-date = Enter a day, such as 27.3.2026: { $question }
portal-answer-long = Shorten the answer to 1000 characters: { $question }

portal-reply-heading = How should we reply?
portal-nothing-lost = Nothing is lost. The rest of the form is as it was.
portal-reply-where = Where should we send the reply?
portal-reply-email = By e-mail
portal-reply-none = Nowhere
portal-reply-none-hint = You’ll get a number and can check the case on this site.
portal-reply-missing = Choose where to send the reply
portal-email = E-mail address
portal-email-hint = We’ll only send messages about this case. If you choose “Nowhere”, leave it empty.
portal-email-missing = Enter your e-mail address or choose “Nowhere”
portal-check = Check your report
portal-check-where = Where
portal-check-what = What
portal-check-who = Who will see it
portal-check-public = Everybody can see what it’s about, the place, and what we do about it.
portal-check-hidden = Whoever knows its number can see what it’s about and what we do about it. We don’t show the place.
portal-check-own = Only the contact centre and the unit that deals with it see your description and e-mail address. You’ll see your description under the address that you get after sending.
portal-check-answers = Only the contact centre and the unit will see your answers to the questions.
portal-send = Send the report
portal-not-sent = Your report didn’t arrive
portal-not-sent-text = Something broke on our side and your report didn’t arrive. Send it again, it won’t be there twice.
portal-not-sent-limited = { $n ->
    [one] Many reports came from your address at once. Wait a second and send it again.
   *[other] Many reports came from your address at once. Wait { $n } seconds and send it again.
  }
portal-not-sent-call = Or call us:

portal-case = Case
portal-report-title = { $matter } – case { $number }
portal-new = We have your report. Its number is { $number }
portal-new-text = Keep the number or the address of this page. Your description is shown under this address only, so share it only with people you trust.
portal-changed = This case may have changed.
portal-reload = Reload the page
portal-due-none = { $day }
portal-due-ahead = Promised by: { $day }
portal-due-late = The deadline has passed: { $day }
portal-due-kept = { $day }, on time
portal-due-missed = { $day }, late

portal-story = What happened
portal-story-received = We have the report.
portal-story-own = Your description:
portal-story-dispatched = We handed the case to this unit:
portal-story-accepted = The unit took the case on:
portal-story-progressed = A message from the unit:
portal-story-closed = Case closed: { $outcome }.
portal-ahead-due = We promise to close the case by this day.
portal-ahead-late-when = late
portal-ahead-late = The deadline has passed and the case isn’t closed. It’s still open. Call us with its number and we’ll tell you what’s happening.
portal-ahead-open-when = next
portal-ahead-open = You’ll see here what happens to the case.
portal-facts = In short
portal-fact-number = Number to give us on the phone
portal-fact-place = Place
portal-fact-unit = Who deals with it
portal-fact-no-unit = The contact centre. We’re choosing a unit
portal-fact-due = Deadline
portal-ask = Any questions?
portal-ask-text = Call us about this case and give its number:
portal-ask-own = Is this your report? You’ll see your description under the address in our e-mail, or the one you got on sending.

portal-a11y-title = Accessibility statement
portal-a11y-commits = commits itself to making its website accessible, in accordance with the Polish act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies. This statement applies to
portal-a11y-published = Published on
portal-a11y-updated = Last substantial change
portal-a11y-status = Compliance with the act
portal-a11y-full = The site fully complies with the act on digital accessibility.
portal-a11y-partial = The site partly complies with the act on digital accessibility. What is not accessible is listed below.
portal-a11y-none = The site does not comply with the act on digital accessibility. What is not accessible is listed below.
portal-a11y-not = What is not accessible
portal-a11y-exempt = What the act exempts
portal-a11y-burden = Analysis of the disproportionate burden
portal-a11y-prepared-title = Preparation of this statement
portal-a11y-prepared = Prepared on
portal-a11y-reviewed = Last reviewed on
portal-a11y-self = The statement is based on the public body’s own assessment.
portal-a11y-audited = The statement is based on an audit. It was done by:
portal-a11y-keys = Keyboard shortcuts
portal-a11y-keys-text = The site has no shortcuts of its own. Those of the browser work, and the first press of Tab leads straight to the content.
portal-a11y-contact = Feedback and contact
portal-a11y-contact-text = If something on the site is not accessible, write or call.
portal-a11y-person = Who answers
portal-a11y-email = E-mail
portal-a11y-phone = Phone
portal-a11y-procedure = How to demand accessibility
portal-a11y-procedure-ask = Everybody may demand that the site or a part of it is made accessible. You may also ask for the same information in another form, for example to have a document read to you. Give your contact details, name the page or part, and say what is to change or which form suits you.
portal-a11y-procedure-time = We answer at once, at the latest within 7 days. If that is not possible, we provide access within 2 months of the demand and tell you so before. If it cannot be made accessible, we offer another way to the information.
portal-a11y-procedure-complain = If we refuse, or the other way does not suit you, you may complain to us. After that you may turn to the
portal-a11y-ombudsman = Commissioner for Human Rights (Rzecznik Praw Obywatelskich)
portal-a11y-architecture = Accessibility of the building
portal-a11y-apps = Mobile applications
portal-a11y-no-apps = We have no mobile application. The site works on a phone.
portal-a11y-more = More information
portal-a11y-missing = There is no statement here yet. About accessibility, call

portal-privacy-title = What happens with your data
portal-privacy-lede = First in short, and in full when you open the notice. This is information, not a request for consent.
portal-privacy-missing = These notices are not here yet. Ask us: call
portal-privacy-since = In force since:
portal-privacy-former = This is an earlier version. It was in force from:
portal-privacy-controller = Data controller
portal-privacy-officer = Data protection officer
portal-privacy-purpose = What we need the data for
portal-privacy-basis = Legal basis
portal-privacy-recipients = Who else gets it
portal-privacy-kept = How long we keep it
portal-privacy-duty = Whether you have to give it
portal-privacy-rights = Your rights
portal-privacy-rights-text = You may see your data, have it corrected, erased or restricted, and object to its use, as the GDPR says (art. 15–21). You may complain to the President of the Personal Data Protection Office (UODO). We take no automated decisions and do no profiling.
portal-privacy-versions = Other versions
portal-privacy-version-of = Version of
portal-privacy-full = Full information on data

portal-easy-title = What we do: easy to read
portal-easy-readers = The text was tried by:
portal-easy-missing = This text is not here yet. We will tell you everything on the phone:
portal-film = Film in Polish sign language
portal-film-text = Text of the film
portal-film-missing = There is no film here yet. To arrange an interpreter, write to us or ask somebody to call
portal-nav-map = Map
portal-map = Map of reports
portal-map-lede = The map and the list show the same cases and the same numbers. Use whichever you like.
portal-map-filter = Choose cases
portal-map-group = Kind
portal-map-any-group = All
portal-map-state = State
portal-map-all = All
portal-map-open = Open
portal-map-late = Late
portal-map-closed = Closed
portal-map-area = Part of the city
portal-map-any-area = The whole city
portal-map-period = Reported
portal-map-any-period = At any time
portal-map-days = { $n ->
    [one] In the last day
   *[other] In the last { $n } days
  }
portal-map-do = Show
portal-map-map = Map
portal-map-to-list = Go to the list
portal-map-to-map = Go to the map
portal-map-list = List: { $shown } of { $n }
portal-map-none = There are no such cases. Choose fewer conditions, and if something needs mending:
portal-map-report = report it
portal-map-not-on-map = described in words, not on the map
portal-map-opened-on = Received: { $day }.
portal-map-closed-on = Case ended: { $day }.
portal-map-no-script = The map needs JavaScript. The list beside it shows the same cases.
portal-map-not-built = There is no map on this page at present. The list shows all cases.
portal-map-show = Show the map
portal-map-failed = The map did not load. The list shows the same cases.
portal-map-no-webgl = This browser does not draw maps. The list shows the same cases.
portal-map-saving = The map is about 450 kB of data. The list shows the same cases without it.
portal-map-canvas = Map. Arrow keys move it, plus and minus change the scale
portal-map-count-one = The map shows # case.
portal-map-count-few = The map shows # cases.
portal-map-count-many = The map shows # cases.
portal-map-legend = Circles with numbers are on this page of the list. Light circles say how many cases are around.
portal-map-chosen = Chosen case: number #.
portal-map-zoom-in = Zoom in
portal-map-zoom-out = Zoom out
portal-map-on-map = Show number # on the map
portal-map-picked = Looking up the address of that place…
portal-map-pick = You can also point at the place on the map: tap it, or move its middle there by arrow keys and press Enter.

portal-story-returned = The unit sent the case back. We look for the right one.
portal-story-scheduled = Work set for { $day }.
portal-story-asked = A question from the unit:
portal-story-answered = The author’s answer.
portal-story-reopened = Its author says that it is not done. The case is back with the unit.
portal-answer = Answer the question
portal-answer-words = Your answer
portal-answer-hint = The unit that asks reads it. Nobody else will see it.
portal-answer-send = Send the answer
portal-verdict = Is it done?
portal-verdict-ask = Look at the place and tell us
portal-verdict-fixed = Yes, it is done
portal-verdict-not-fixed = No, it is not
portal-verdict-words = What is wrong
portal-verdict-hint = Write if it is not done. The case goes back to the unit with your words.
portal-verdict-send = Send
portal-verdict-missing = Choose whether it is done
portal-verdict-confirmed = Thank you. We know that it is done.
portal-verdict-undecided = We have your answer: not done. The case came back once already, so a supervisor decides. We will write.
portal-verdict-declined = The case stays ended
portal-suggest = Suggest what it is about from my words
portal-suggested = From your words it looks like
portal-turn-unsent = This was not sent
portal-story-promised = New promised day: { $day }.
portal-story-waited = After waiting for an answer the new day is: { $day }.
portal-story-missed = The promised day is over, and the case is still open.
portal-story-formed = The case is dealt with as: { $form }.
portal-story-extended = Notice of a longer term. New statutory term: { $day }.
portal-form-skarga = You can make a complaint here, by e-mail, by letter, by e-Doręczenia, or by word of mouth for the record at an office. Give your name and the address for the answer. Say whom it is about: that unit will not decide on it.
portal-form-wniosek = You can make a proposal here, by e-mail, by letter, by e-Doręczenia, or by word of mouth for the record at an office. Give your name and the address for the answer.
portal-form-petition = You can send a petition here, by e-mail, by letter or by e-Doręczenia. Write who makes it, their address and what it is about. We take no petition by phone.
portal-form-public_information = You can ask for public information here, by e-mail or by letter. Write which information you need and in what shape.
portal-form-accessibility_demand = Write which page, app or part of it cannot be used, how we should change it, and how to reach you.
portal-form-gdpr_request = Write which data it is about and what you want: to see, mend or erase it. Before we answer we check who you are. We give no data by phone or e-mail.
portal-form-interpellation = This form is for councillors. If you write as a resident, choose another matter.
portal-body-hint-form = What happened, or what you ask for. Write what we ask for above, too.
portal-story-stood = The statutory term stands: { $ground }.
portal-story-resumed = The statutory term goes on, until: { $day }.

portal-story-split-off = The case was split off from another.
portal-story-reported = We received your report.
portal-story-joined = { $n ->
    [one] A report of the same thing joined the case.
   *[other] { $n } reports of the same thing joined the case.
  }
portal-story-parted = Some of the reports are now a case of their own.
portal-story-merged = The case was merged with another.
portal-story-unmerged = The case stands on its own again.

portal-known = This case is part of a wider problem that we know about
portal-others = { $n ->
    [one] This concerns { $n } other person, too.
   *[other] This concerns { $n } other people, too.
  }
portal-follow = This concerns me, too
portal-follow-hint = We’ll write when something changes. Without an address we only count that it concerns you, too.
portal-follow-send = This concerns me, too
portal-followed-counted = Thank you. We know that it concerns you, too.
portal-followed-asked = Thank you. Look into your mailbox: we’ll send an e-mail that asks whether to write to you of this case. Without your yes we write nothing more.
portal-following = Following a case
portal-following-asked = Shall we write e-mails to you when something changes in this case?
portal-following-confirmed = We write to you when something changes in this case.
portal-following-ended = We don’t write to you about this case.
portal-following-yes = Yes, write to me
portal-following-no = Don’t write to me
portal-following-case = See the case
portal-same-heading = Do we know of it already?
portal-same-lede = There are similar cases nearby. If one of them is about the same thing, you needn’t report it again.
portal-same-which = Is it one of these cases?
portal-same-here = At this place
portal-same-far = { $metres } m from here
portal-same-see = See the case
portal-same-none = None of these. I’m reporting something new
portal-same-none-hint = Choose this, too, when the case is closed and the problem has come back.
portal-same-missing = Choose a case or “None of these”
portal-same-back = Back to the description
