score-ways =
    Send a resume: <b>PDF, DOCX, DOC, RTF, ODT, HTML, TXT, a photo or a scan</b>, up to 20 MB. You may paste it as text.
    Or fill in the form: seven questions, any of which you may skip.
score-ways-unfinished =
    { $unfinished }

    Go on with it, start over, or just send a resume as a file or as text.

hint-start = Send a resume as a file (PDF, DOCX, a photo: nearly anything will do), paste it as text, or fill in the form. Help: /help
hint-link = I don't open links. Download the resume and send it as a file: hh.ru has a “Download” button, and PDF or DOC will do. Or copy the page's text and paste it here.
hint-buttons = A window is open that needs no typing: please use its buttons. A resume can be sent at any moment, as a file or as text.
hint-other = I can't read this. A file will do (PDF, DOCX, DOC, RTF, ODT, HTML, TXT), a photo of a resume, or its text.
hint-being-scored = This card is being scored already

form-progress = ✍️ <b>Form</b> · question { $number } of { $total }
form-paused = ⏸ The form waits at question { $number } of { $total }. Your answers are kept.
form-closed = ✖️ The form is closed.
form-cancelled = The form is closed, its answers are deleted. Send a resume as a file, or begin anew.
form-leave = You have answered { $count ->
    [one] { $count } question
   *[other] { $count } questions
} already. What shall become of the answers?
button-skip = Skip ➡️
button-keep = Keep ➡️
button-form-later = ⏸ Later
button-form-throw = 🗑 Delete the answers
button-form-stay = ⬅️ Back to the form
button-form-continue = ▶️ Continue the form ({ $number } of { $total })
button-form-new = 🔄 Start over
