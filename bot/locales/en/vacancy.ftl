vacancies-title = 💼 <b>Your vacancies</b>
vacancies-empty = Describe a vacancy once: company, grade, salary. From then on I put them into every new resume.
vacancies-chosen = New resumes go to the vacancy with the ✓. Press a vacancy to open it.
vacancies-idle = No vacancy is chosen: new resumes are scored as they are. Press a vacancy to open and choose it.
vacancies-closed =
    🔒 <b>Closed vacancies</b>

    They take no new resumes. Press a vacancy to look at it or open it again.
vacancy-title = 💼 <b>{ $title }</b>
vacancy-field = <b>{ $field }</b>: { $value }
vacancy-field-title = Title
vacancy-field-client_name = Company
vacancy-field-grade = Grade
vacancy-field-salary = Salary
vacancy-scored = { $count ->
    [0] No scores for it yet.
   *[other] Scores for it: { $count }.
}
vacancy-state-chosen = ✅ New resumes go to this vacancy.
vacancy-state-idle = New resumes don't go here at the moment.
vacancy-state-closed = 🔒 The vacancy is closed: it takes no new resumes.
vacancy-link = 🔗 A link for you (nobody else can open it): https://t.me/{ $username }?start=vacancy_{ $id }
vacancy-progress = 💼 <b>New vacancy</b> · question { $number } of { $total }
vacancy-question-title =
    What shall the vacancy be called? Only you see the title.

    For example: <i>Data analyst, Example Bank</i>
vacancy-question-client_name =
    Which company is it for? It takes the place of the target company in every resume.

    For example: <i>Example Bank</i>
vacancy-question-grade = Which grade do the candidates claim? Press a button or write it in your own words.
vacancy-question-salary =
    What salary a month does the vacancy offer? It goes into resumes whose candidate named none.

    For example: <i>from 3,000 to 3,500 EUR net</i>
vacancy-untitled = Vacancy of { $day }
vacancy-chosen = New resumes will go to this vacancy
vacancy-none = New resumes go to no vacancy
vacancy-closed = The vacancy is closed
vacancy-reopened = The vacancy is open again
vacancy-too-many = You have { $limit } open vacancies. Close those that are done with.
vacancy-close-question =
    Close the vacancy <b>{ $title }</b>?

    No new resumes will go to it. Its scores stay in the history.
recruiters-only = This is for recruiters. If you hire people, change your role in /settings. Your scores are in /history

button-vacancy-new = ➕ New vacancy
button-vacancies-closed = 🔒 Closed ({ $closed })
button-vacancy-none = 🚫 No vacancy
button-vacancy-choose = ✅ Choose this vacancy
button-vacancy-drop = 🚫 Stop using it
button-vacancy-history = 🗂 Its history ({ $scored })
button-vacancy-close = 🔒 Close the vacancy
button-vacancy-close-yes = 🔒 Yes, close
button-vacancy-reopen = 🔓 Open it again
button-vacancy-title = ✏️ Title
button-vacancy-client_name = ✏️ Company
button-vacancy-grade = ✏️ Grade
button-vacancy-salary = ✏️ Salary
command-vacancy = Vacancies
