mydata-caption =
    🗃 Everything that is stored about you, as a JSON file: { $total ->
        [one] { $total } record
       *[other] { $total } records
    }. The bot does not keep the resume files themselves.
    To delete all of it: /deletedata
mydata-none = 🗃 Nothing is stored about you but your id and settings: they are in the file.
mydata-tables-caption = 🗃 The same as files: CSV tables by kind of record, and each resume on its own.
mydata-too-large = 🗃 There is more than Telegram lets me send as one file. Delete some scores in /history, or ask an admin for an export.

deletedata-question =
    🧹 <b>Delete everything that is stored about you?</b>

    { $list }

    This can't be undone. Unfinished work is cancelled. Backups on the bot's server are replaced by new ones without you within a day{ $sealed ->
        [yes] { "" }, and in the old ones nobody can read you from now on: the key is deleted with the data
       *[no] { "" }
    }. The bot can't erase a copy that an admin has taken away.
    What stays, without you: what an admin did and when (without your id and words), the numbers of handled messages and, if you are banned, the ban with your id.
deletedata-question-nothing =
    🧹 There are no scores, vacancies or consents. Erase your id and settings?
deletedata-done =
    🧹 <b>Done: everything is deleted</b>

    { $list }

    The messages in this chat are yours to delete: the bot can't. To come back: /start
deletedata-done-nothing = 🧹 Done: nothing is stored any more. To come back: /start
deletedata-kept = All right, everything stays.
button-deletedata-yes = 🧹 Yes, delete all
button-deletedata-no = ⬅️ No, keep it

stored-analyses = { $count ->
    [one] • { $count } score with its resume
   *[other] • { $count } scores with their resumes
}
stored-verdicts = { $count ->
    [one] • { $count } mark of yours on a score
   *[other] • { $count } marks of yours on scores
}
stored-contests = { $count ->
    [one] • { $count } contested score
   *[other] • { $count } contested scores
}
stored-batches = { $count ->
    [one] • { $count } batch of resumes
   *[other] • { $count } batches of resumes
}
stored-vacancies = { $count ->
    [one] • { $count } vacancy
   *[other] • { $count } vacancies
}
stored-consents = { $count ->
    [one] • { $count } record of consent
   *[other] • { $count } records of consent
}
stored-tasks = { $count ->
    [one] • { $count } job: reading, scoring or a report
   *[other] • { $count } jobs: reading, scoring or reports
}
stored-insights = { $count ->
    [one] • { $count } hint on a score
   *[other] • { $count } hints on scores
}
stored-batch_items = { $count ->
    [one] • { $count } file in batches
   *[other] • { $count } files in batches
}
stored-updates = { $count ->
    [one] • { $count } message that waits for its answer
   *[other] • { $count } messages that wait for their answers
}
stored-invites = { $count ->
    [one] • { $count } invitation: yours, or the one that you came by
   *[other] • { $count } invitations: yours, or the one that you came by
}
stored-broadcasts = { $count ->
    [one] • { $count } broadcast of yours
   *[other] • { $count } broadcasts of yours
}
stored-acts = { $count ->
    [one] • { $count } line of the admins' log: by you or about you
   *[other] • { $count } lines of the admins' log: by you or about you
}
stored-dialogs = { $count ->
    [one] • { $count } record of open windows
   *[other] • { $count } records of open windows
}

myfile-ask =
    🔎 <b>Is your resume stored here?</b>
    Send the file just as you sent it to them: I know it by its fingerprint (SHA-256) and will not read it. Changed your mind? /cancel
myfile-none = 🔎 Nothing is stored of this file. If you sent another version of it, check that one too: /myfile
myfile-found =
    🔎 Of this file there is stored here:

    { $list }

    Erase it together with the resume?
myfile-analyses = { $analyses ->
    [one] • { $analyses } score
   *[other] • { $analyses } scores
} with { $people ->
    [one] { $people } person
   *[other] { $people } people
}
myfile-cards = { $count ->
    [one] • { $count } open card or file of a batch
   *[other] • { $count } open cards or files of batches
}
myfile-tasks = { $count ->
    [one] • { $count } unfinished score
   *[other] • { $count } unfinished scores
}
button-myfile-erase = 🧹 Erase
button-myfile-keep = ⬅️ Keep
myfile-erased =
    🧹 Done, erased together with the resume:

    { $list }
admin-log-erased = deleted
command-mydata = What is stored about me
command-deletedata = Delete everything about me
command-myfile = Find and erase my resume
