error-unsupported = { $kind ->
    [archive] 🗜 I don't open this archive: I know ZIP only, without passwords and without archives inside. Send the files as a ZIP or one by one.
   *[other] 🤷 I can't read this kind of file. Save the resume as PDF, DOCX or TXT and send it again.
}
error-too-large = 📦 The file is larger than { $megabytes } MB. Send a smaller one: a PDF export without pictures is usually enough.
error-encrypted = 🔒 The file is protected by a password. Remove the protection (for example “Print” → “Save as PDF”) and send it again.
error-damaged = 💔 The file is damaged and could not be read. Open it on your side, save it anew and send it again.
error-empty = { $ocr ->
    [yes] 🫥 The file has no text, and its pictures have none either. Send a resume whose text can be selected, or fill in the form.
   *[no] 🫥 The file has no text: it seems to be a scan, or empty. Send a resume whose text can be selected, or fill in the form.
}
error-not-a-resume = 🧐 This does not look like a resume: I see no experience, no skills and no position. Send a resume or fill in the form.
error-timeout = ⌛ Reading took too long ({ NUMBER($limit_seconds, maximumFractionDigits: 0) } s), so I stopped. Save the resume in a simpler way, such as TXT or DOCX without pictures, and send it again.
error-too-complex = { $what ->
    [batch_items] 📦 That is too many: a batch can have up to { NUMBER($limit) } files. Split them into several archives and send one at a time.
    [pages] 📚 The file has too many pages: I read at most { NUMBER($limit) }. Send only the resume.
   *[other] 📚 The file is too complex to read. Save the resume as a plain PDF, DOCX or TXT and send it again.
}
error-bundle = 🔧 The model is not available right now; the administrator can see it in the log. Please try later.
error-queue-full = 🚦 Too many resumes are being worked on. Wait a minute and try again: nothing is lost.
error-scoring-failed = 😕 The model could not cope with this resume. Correct the fields that look odd and try again.
error-nothing-to-score = ✋ There is nothing to score yet: all fields are empty. Fill in the position or the work experience at least.
error-analysis-not-found = 🗑 That score is no longer in your history. The list: /history
error-vacancy-not-found = 🗑 You have no such vacancy. The list is in /vacancy
error-task-closed = ✖️ That score was cancelled. Send the resume again if you need it.
error-storage = 🔧 It could not be saved. Try again in a minute: your earlier scores are safe.
error-download = 📡 Telegram did not hand the file over. Please send it again.
error-task-set-aside = 🛑 This resume broke me twice, so I set it aside. Send it in another form (PDF, DOCX, TXT) or fill in the form.
error-update-set-aside = 🛑 Your last action broke me again and again, so I skipped it. Try another way or begin anew: /start
error-unexpected = 😳 Something broke on my side, but the bot works. Please try again; if it happens again, tell the administrator the number { $incident }.
error-old-button = This button is out of date
error-too-many-files-an-hour = ✋ I read at most { $limit } { $limit ->
    [one] file
   *[other] files
} an hour for one person, and have read them. Send this one again in { $minutes } min. For many resumes at once a ZIP archive is better.
error-too-many-files = ✋ I am reading { $limit ->
    [one] { $limit } file
   *[other] { $limit } files
} of yours already and take no more at once. Wait for the cards, then send this one again. For many resumes a ZIP archive is better.
admin-set-aside = 🛑 { $kind ->
    [update] Update No. { $task }
   *[other] Task No. { $task } ({ $kind })
} stopped the bot again and again and was set aside. The bot's log tells more.
