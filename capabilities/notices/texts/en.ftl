# The mailbox of the demo.
notices-mailbox = Demo mailbox
notices-mailbox-lede = Here are the e-mails that the city would have sent to residents. Only the demo has this mailbox: nobody gets them.
notices-mailbox-letters = E-mails, newest first
notices-mailbox-empty = There is no e-mail here yet. Send a report with any address: the confirmation will come here.
notices-mailbox-limit = { $n ->
    [one] We show the newest one only.
   *[other] We show the newest { $n }.
  }
notices-mailbox-back = Back to the mailbox
notices-letter-note = This e-mail was not sent. Only the demo has this mailbox.
notices-from = From
notices-to = To
notices-when = When
