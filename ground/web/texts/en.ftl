# The frame of the pages, failures, forms, days and hours. Plain British English.
skip = Skip to content
main-nav = Main navigation
work-nav = Work navigation
language-nav = Language of the page
call = Call us:
send-sms = Text us:
send-email = Write to us:
sign-out = Sign out
foot-questions = Any questions?
foot-about = About this site
foot-look = Look of the page
foot-fictional = The city of { $city } is made up.
foot-program = This site is run by Hejnał, an open program under the EUPL-1.2 licence.
look-system = As on your device
look-light = Light
look-dark = Dark
look-contrast = High contrast

form-error = Error:
form-errors = { $n ->
    [one] Put one thing right
   *[other] Put { $n } things right
  }
form-optional = (optional)
form-sending = Sending…
phone-invalid = Enter a phone number with nine digits. Start foreign numbers with + and the country code
phone-extension = Enter a number that can be called directly, without an extension
nip-invalid = Check the tax number (NIP): it has ten digits, and this one does not add up
regon-invalid = Check the REGON number: it has nine or fourteen digits, and this one does not add up
email-invalid = Enter the whole address, for example anna@poczta.example
live-topics = Say in the address what you want to hear about: ?topics=

fault-home = Go to the home page
fault-call = Would you rather talk? Call us:
fault-number = If you call, give us this number. It helps us to find the cause:
fault-not-found = There’s no such page
fault-not-found-text = The address may have changed or has a typing mistake. Check it, or start from the home page.
fault-forbidden = This page isn’t open to you
fault-forbidden-text = Your account has no right to see it. If you need it, ask your shift supervisor.
fault-invalid = Something is missing
fault-invalid-text = Nothing was changed. Go back, put it right and send it again.
fault-conflict = This cannot be done now
fault-conflict-text = The case changed before what you sent arrived. Open it again and see how it is now.
fault-limited = Too many tries at once
fault-limited-text = { $n ->
    [one] Wait a second and try again.
   *[other] Wait { $n } seconds and try again.
  }
fault-busy = We’re very busy right now
fault-busy-text = We haven’t saved anything yet. Please try again in a moment.
fault-late = This is taking too long
fault-late-text = We don’t know whether everything is saved. Check in a moment, or call us.
fault-unavailable = Something of ours isn’t answering
fault-unavailable-text = We haven’t saved anything yet. Try again in a few minutes, or call us.
fault-internal = Something broke on our side
fault-internal-text = We can see it already. We don’t know whether everything was saved in time. Try again, or call us.
fault-too-large = That’s too much at once
fault-too-large-text = Send less text or a smaller file.
fault-unreadable = We can’t read this
fault-unreadable-text = The address or the form is damaged. Go back and try again.
fault-not-allowed = That can’t be done here
fault-not-allowed-text = This page doesn’t take such commands. Start from the home page.
fault-cross-site = This command came from another site
fault-cross-site-text = We didn’t carry it out, because somebody may be posing as us. Open our site and do it there.
fault-stale-form = This form is no longer valid
fault-stale-form-text = Somebody has signed in or out on this computer. Go back, copy your text, reload the page and send it again.

pager-nav = Pages of the list
pager-previous = Previous page
pager-next = Next page
pager-here = Page { $n }

demo = A demo. Nothing here reaches an office.
no-mail = This installation sends no e-mail
no-mail-text = No mail server was given. Notices wait on a list, and nobody receives them.

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
moment-today = today at { $time }
moment-yesterday = yesterday at { $time }
moment-tomorrow = tomorrow at { $time }
duration-moment = less than a minute
duration-minutes = { $n ->
    [one] a minute
   *[other] { $n } minutes
  }
duration-hours = { $n ->
    [one] an hour
   *[other] { $n } hours
  }
duration-days = { $n ->
    [one] a day
   *[other] { $n } days
  }
