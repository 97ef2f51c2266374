score-ways =
    Send a resume as a file (<b>PDF, DOCX or TXT</b>, up to 20 MB) or paste it as text.
    Or fill in the form: seven questions, any of which you may skip.

hint-start = Send a resume as a file (PDF, DOCX or TXT), paste it as text, or fill in the form. Help: /help
hint-other = I can't read this. Send the resume as a file: PDF, DOCX or TXT.
hint-being-scored = This card is being scored already

status-reading = 📥 Getting the file “{ $name }”…
status-parsing = 🔎 Reading the resume…
status-scoring = ⏳ Working out the score…
status-model-loading = ⏳ The model is still loading. The score will arrive here, no need to wait at the screen.
status-queue = ⏳ In the queue: { $ahead ->
    [one] { $ahead } resume
   *[other] { $ahead } resumes
} before yours. The score will come as a new message.
status-scored = ✅ Scored.
status-cancelled = ✖️ Cancelled.
file-unnamed = unnamed
file-photo = photo

button-form = ✍️ Fill in the form
button-history = 🗂 History
button-new = ➕ New resume
button-edit-again = ✏️ Edit and score again
button-score = 📊 Score
button-cancel = ✖️ Cancel
button-field = ✏️ { $field }{ $mark }
button-to-card = ⬅️ To the card
button-clear = 🗑 Clear the field
button-back = ⬅️ Back
button-skip = Skip ➡️
button-keep = Keep ➡️
button-newer = ⬅️ Newer
button-older = Older ➡️
button-close = ✖️ Close
button-to-list = ⬅️ To the list
button-delete = 🗑 Delete
button-delete-yes = 🗑 Yes, delete
button-delete-no = ⬅️ No, keep

card-title = <b>This is what I read</b>
card-title-form = <b>The resume's card</b>
card-file = 📄 { $name }
card-field = <b>{ $field }</b>{ $mark }: { $value }
card-field-long =
    <b>{ $field }</b>{ $mark }:
    { $value }
card-doubt-mark = { " " }❔
card-doubtful = ❔ { $count ->
    [one] I was not sure of { $count } field: please check it.
   *[other] I was not sure of { $count } fields: please check them.
}
card-footer = All correct? Press “Score”. If not, use a field's button to correct it.
card-text-hint = To correct a field, first press the button with its name. Send a new resume as a file.
card-replaced = ⤵️ A newer card below has taken this one's place. Send that resume again to come back to it.
card-cancelled = The card is closed. Send another resume whenever you like.

warning-hidden_text = 🕵️ The file has hidden text. I leave it out.
warning-zero_width = 🕵️ There were invisible characters inside words. I removed them.
warning-look_alike_letters = 🕵️ Words mixed look-alike letters of different alphabets. I brought them to one.
warning-addressed_to_model = 🕵️ The text speaks to a language model. The score does not obey it, but it is an attempt to sway it.
warning-mojibake_repaired = 🔤 The text's encoding was broken. I repaired it, please check the fields.
warning-read_by_ocr = 📷 This is a picture: I recognised its text, which may have slips. Please check the fields.
warning-other = ⚠️ The file could not be read in quite the usual way: please check the fields with care.

form-progress = ✍️ <b>Form</b> · question { $number } of { $total }
form-cancelled = The form is closed. Send a resume as a file, or begin the form anew.

history-title = 🗂 <b>Your scores</b> · { $total } in all
history-page = Page { $page } of { $pages }
history-empty = 🗂 No scores yet. Send a resume as a file or fill in the form: /score
history-answer-date = 🗂 Score of { $date } UTC
history-no-position = No position
history-delete-question =
    Delete this score together with its resume? It can't be brought back.

    <b>{ $label }</b>
history-deleted = Deleted
