status-reading = 📥 Getting the file “{ $name }”…
status-parsing = 🔎 Reading the resume…
status-scoring = ⏳ Working out the score…
status-model-loading = ⏳ The model is still loading. The score will arrive here, no need to wait at the screen.
status-queue = ⏳ In the queue: { $ahead ->
    [one] { $ahead } resume
   *[other] { $ahead } resumes
} before yours. The score will appear here.
status-cancelled = ✖️ Cancelled.
file-unnamed = unnamed
file-photo = photo
button-form = ✍️ Fill in the form
button-history = 🗂 History
button-new = ➕ New resume
button-edit-again = ✏️ Edit and score again
button-newer = ⬅️ Newer
button-older = Older ➡️
button-close = ✖️ Close
history-page = Page { $page } of { $pages }
