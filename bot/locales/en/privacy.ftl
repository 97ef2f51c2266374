mydata-caption =
    🗃 Everything that is stored about you, as one JSON file: { $total ->
        [one] { $total } record
       *[other] { $total } records
    }. The bot does not keep the resume files themselves.
    To delete all of it: /deletedata
mydata-none = 🗃 Nothing is stored about you but your id and settings: they are in the file.
mydata-too-large = 🗃 There is more than Telegram lets me send as one file. Delete some scores in /history, or ask an admin for an export.

deletedata-question =
    🧹 <b>Delete everything that is stored about you?</b>

    { $list }

    This can't be undone. Unfinished work is cancelled. Backups lose the data when newer ones replace them{ $sealed ->
        [yes] { "" }, but nobody can read it there from now on: its key is deleted too
       *[no] { "" }
    }.
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
stored-unfinished = { $count ->
    [one] • { $count } unfinished job
   *[other] • { $count } unfinished jobs
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
    🔎 Of this file { $analyses ->
        [one] { $analyses } score is
       *[other] { $analyses } scores are
    } stored, with { $people ->
        [one] { $people } person
       *[other] { $people } people
    }. Erase them together with the resume?
button-myfile-erase = 🧹 Erase
button-myfile-keep = ⬅️ Keep
myfile-erased =
    🧹 Done: { $analyses ->
        [one] { $analyses } score is
       *[other] { $analyses } scores are
    } erased together with the resume.
command-mydata = What is stored about me
command-deletedata = Delete everything about me
command-myfile = Find and erase my resume
