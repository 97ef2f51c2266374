history-title = 🗂 <b>Your scores</b> · { $total } in all
history-empty = 🗂 No scores yet. Send a resume as a file or fill in the form: /score
history-no-position = No position
history-deleted = Deleted
history-found = Found: { $found }
history-line =
    <b>{ $number }.</b> <b>{ $score }</b> · { $position }
    <i>{ $facts }</i>
history-line-file = 📄 { $name }
history-line-vacancy = 💼 { $title }
history-open-hint = A button with a number opens that score. To find one, just write a word.
history-nothing = 🤷 Nothing found.
history-widen-words = Try the beginning of a word (“develop” finds the developer), or one word instead of several.
history-widen-filters = Or take the filter away: the button “All scores”.
history-no-words = Write a word to look for: it needs at least one letter or digit.

history-filters =
    🔎 <b>Search your scores</b>

    { $where }

    <b>Now:</b> { $conditions }
    <b>Found:</b> { $found }
history-where = Write words from the position, city, company or file name, or press a button. Another press takes it off.
history-where-blind = Write words from the position, company or file name, or press a button. Another press takes it off. Blind mode is on: I don't search by city.
history-all = all scores
history-filter-words = 🔎 “{ $words }”
history-filter-today = 📅 today
history-filter-week = 📅 7 days
history-filter-month = 📅 30 days
history-filter-high = 📊 from 70
history-filter-middle = 📊 50–69
history-filter-low = 📊 below 50
history-filter-vacancy = 💼 { $title }
history-vacancy-gone = a deleted vacancy
history-any-vacancy = All vacancies
history-which-vacancy = 💼 Scores for which vacancy?

history-answer-when = 🗂 Score · { $when }
history-scoring-again = Scoring again. The answer will appear below.
history-scored-again = This model has scored it again already: the answer is below in the chat
history-interview = 🎤 What did the interview show: <b>{ $label }</b>?
history-delete-sure =
    Delete this score together with its resume? It can't be brought back.

    <b>{ $score }</b> · { $label }
    <i>{ $when }</i>

button-to-list = ⬅️ To the list
button-delete = 🗑 Delete
button-delete-yes = 🗑 Yes, delete
button-delete-no = ⬅️ No, keep
button-page-back = ⬅️
button-page-on = ➡️
button-page = { $page } of { $pages }
button-filters = 🔎 Search
button-widen = ↩️ All scores
button-show = 👀 Show ({ $found })
button-forget-words = ✖️ Not “{ $words }”
button-filter-today = Today
button-filter-week = 7 days
button-filter-month = 30 days
button-filter-high = From 70
button-filter-middle = 50–69
button-filter-low = Below 50
button-filter-vacancy = 💼 { $title }
button-order-newest = Newest first
button-order-best = Best first
button-score-again = 🔁 Score again
button-with-picture = 🖼 As a picture

time-today = today, { $time } UTC
time-yesterday = yesterday, { $time } UTC
time-day = { $day }, { $time } UTC
time-date = { $day }
