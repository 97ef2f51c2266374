card-title = <b>This is what I read</b>
card-title-form = <b>The resume's card</b>
card-file = 📄 { $name }
card-vacancy = 💼 Vacancy: { $title }
card-field = <b>{ $field }</b>{ $mark }: { $value }
card-field-long =
    <b>{ $field }</b>{ $mark }:
    { $value }
card-doubt-mark = { " " }❔
card-vacancy-mark = { " " }💼
card-doubtful = ❔ { $count ->
    [one] I was not sure of { $count } field: please check it.
   *[other] I was not sure of { $count } fields: please check them.
}
card-from-vacancy = 💼 is taken from the vacancy.
card-hidden = 🙈 Blind mode: kept from you and from the model: { $fields }.
card-footer = All correct? Press “Score”. If not, use a field's button to correct it.
card-text-hint = ☝️ To correct a field, first press the button with its name. Send another resume as a file.
card-nameless = resume
card-replaced = ⤵️ The card “{ $name }” gave its place to what is below.
card-waits = ⏸ The card “{ $name }” waits. It comes back when you close what is below, or with the button.
card-closed = ✖️ The card “{ $name }” is closed.
card-gone = I have this card no longer. Please send the resume again.

button-score = 📊 Score
button-cancel = ✖️ Cancel
button-field = ✏️ { $field }{ $mark }
button-to-card = ⬅️ To the card
button-clear = 🗑 Clear
button-back = ⬅️ Back
button-no-vacancy = 💼 Remove the vacancy
button-card-back = ↩️ Bring the card back

# Where a field was read
button-place = 🔍 Show in the document
button-place-short = 🔍 In the file
place-title = 🔍 <b>{ $field }</b>
place-page = Page { $page }. This is where I read it.
place-quote =
    I read it in this line:
    <blockquote>{ $quote }</blockquote>
place-now = <b>Now:</b> { $value }
place-answer = If that is wrong, type what is right.
place-add-skill = Type the skills that are missing: I will add them.
place-add-job = Type the job that is missing: I will add it.
place-gone = I can't show it: Telegram has this file no longer, or it does not open.
place-too-slow = The page takes too long to draw. Please try a little later.
doubt-by-place = ❔ Not sure: nothing names this field, only its place in the document speaks for it.
doubt-guessed = ❔ Not sure: the words look like this field but may be about something else.

# Jobs one by one
jobs-title = ✏️ <b>Work experience</b> · { $count ->
    [one] { $count } job
   *[other] { $count } jobs
}
jobs-hint = Press a job to correct or delete it. To add one, just type it.
button-job-add = ➕ Add a job
button-jobs-all = ✍️ Start over
button-job-undo = ↩️ Bring back what was deleted
job-title = ✏️ <b>Job { $number } of { $total }</b>
job-copy =
    Press the line to copy it:
    <code>{ $line }</code>
job-description =
    <b>What was done:</b>
    { $description }
job-ask = Correct the line and send it. The description stays unless you type a new one below.
job-now = now

# Skills one by one
skills-title = ✏️ <b>Key skills</b> · { $count }
skills-hint = Remove a skill with its button. Type new ones, separated by commas, and I will add them.
button-skill = ✖️ { $skill }
button-skills-all = ✍️ Type them all anew

# What the reader noticed
warning-hidden_text = 🕵️ The file has hidden text. I leave it out.
warning-zero_width = 🕵️ There were invisible characters inside words. I removed them.
warning-look_alike_letters = 🕵️ Words mixed look-alike letters of different alphabets. I brought them to one.
warning-addressed_to_model = 🕵️ The text speaks to a language model. The score does not obey it, but it is an attempt to sway it.
warning-mojibake_repaired = 🔤 The text's encoding was broken. I repaired it, please check the fields.
warning-read_by_ocr = 📷 This is a picture: I recognised its text, which may have slips. Please check the fields.
warning-other = ⚠️ The file could not be read in quite the usual way: please check the fields with care.
