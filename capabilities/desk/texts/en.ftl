# The page where work begins, and the list of what the program could not do.
desk-home = Your work
desk-nothing = Your account has no permissions yet. Ask your supervisor for them.
desk-cases = Your unit’s cases
desk-cases-text = Accept a case, write what was done, and close it with an outcome.
desk-all-cases = Cases
desk-all-cases-text = See how the cases of all units are going.
desk-people = People and units
desk-people-text = See who can sign in. Switch off the account of somebody who has left.
desk-mailbox = Demo mailbox
desk-mailbox-text = Read the e-mails that residents would have got. Only the demo has this mailbox.

desk-jobs = Failed jobs
desk-jobs-count = { $n ->
    [0] All went well. Nothing is waiting for you here.
    [one] One job failed. Find the cause and try again.
   *[other] { $n } jobs failed. Find the cause and try again.
  }
desk-jobs-lede = The program could not do these jobs. Mend the cause, then try again.
desk-jobs-empty = All went well: no job is waiting for your decision.
desk-jobs-waiting = { $n ->
    [0] Nothing is waiting in the queue.
    [one] One job is waiting in the queue.
   *[other] { $n } jobs are waiting in the queue.
  }
desk-jobs-limit = We show the newest { $n } of { $all }.
desk-job-failed = { $n ->
    [one] The program stopped trying { $when }, after one attempt.
   *[other] The program stopped trying { $when }, after { $n } attempts.
  }
desk-job-error = Last error
desk-job-case = Open the case
desk-job-retry = Try again
desk-task-other = Job “{ $kind }”
desk-job-retried = The job is back in the queue
desk-job-retried-text = If it fails again, you will find it on this list.
desk-job-gone = This job is not on the list any more: somebody retried it before you.

desk-task-notices-send = Send a resident an e-mail about their matter
desk-task-cases-dispatch = Dispatch a case to its unit
desk-task-cases-tell = Prepare the notices about a case
desk-task-privacy-sweep = Remove files of letters after an erasure
desk-task-privacy-retain = Remove data whose time is over
desk-task-privacy-forget-looks = Remove old notes of looks at data
