error-batch-not-found = 🗑 This batch is gone. Send the files again, as an album or a ZIP.

batch-collecting = 📥 Taking the files…
batch-progress-opening = 📦 <b>Batch</b>: looking inside…
batch-progress-queued = 📦 The <b>batch</b> is waiting for others to end. There is nothing to do.
batch-progress-title = 📦 <b>Batch: { $count ->
    [one] { $count } file
   *[other] { $count } files
}</b>
batch-progress-read = 🔎 Read: { $done } of { $total }
batch-progress-scored = 📊 Scored: { $done }
batch-progress-failed = ⚠️ Failed: { $count }
batch-progress-duplicates = 👥 Duplicates: { $count }
batch-progress-model = ⏳ The model is still loading; scoring starts right after.
batch-progress-note = The table will appear here, and I will write when it is ready. You can send single resumes meanwhile.
button-batch-stop = ✖️ Stop
batch-stopping = Stopping…
batch-ended = This batch has ended already

batch-photos-question =
    🖼 You sent { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }. What do they show?
button-batch-photos-one = 📄 Pages of one resume
button-batch-photos-many = 👥 Different people

batch-for-recruiters =
    📦 This has { $count ->
        [one] { $count } file
       *[other] { $count } files
    }. You said that you are a candidate, and for candidates I score up to { NUMBER($limit) } files at once. If you hire people, change your role: /settings

batch-title = 📊 <b>Ranking: { $count ->
    [one] { $count } resume
   *[other] { $count } resumes
}</b>
batch-title-stopped = ✋ <b>Stopped. Scored so far: { $count ->
    [one] { $count } resume
   *[other] { $count } resumes
}</b>
batch-title-none = 😕 <b>Not one resume could be scored</b>
batch-vacancy = 💼 Vacancy: { $title }
batch-merged = 👥 { $count ->
    [one] { $count } duplicate is merged
   *[other] { $count } duplicates are merged
} with the first resume like it
batch-failed-count = ⚠️ Without a score: { $count ->
    [one] { $count } file
   *[other] { $count } files
}
batch-unfinished = ⏸ Not reached: { $count ->
    [one] { $count } file
   *[other] { $count } files
}
batch-row = <b>{ $number }.</b> <b>{ $score }</b>{ $tie } · { $about }
batch-row-file = { "    " }📄 { $name }
batch-row-more = { " " }(+{ $count })
batch-row-tie = { " " }≈{ $best }–{ $worst }
batch-no-position = no position
batch-no-name = unnamed
batch-ties = ≈ is the place as far as noise lets it be told: the same facts in other words change a score as much, so the order within these places means nothing.
batch-hidden = 🙈 Hidden from the model: { $fields }.
batch-demo = 🧪 Demo model: trained on made-up careers, its scores say nothing about people.
batch-hint = <i>Scores go from 0 to 100: a suggestion for a person, not a decision. A number opens the whole answer.</i>
batch-page = Page { $page } of { $pages }
batch-ready = { $failed ->
    [0] ✅ The ranking is ready: { $count ->
        [one] { $count } resume
       *[other] { $count } resumes
    }.
   *[other] ✅ The ranking is ready: { $count ->
        [one] { $count } resume
       *[other] { $count } resumes
    }. Without a score: { $failed }.
}
batch-ready-none = 😕 The batch has ended, but nothing could be scored. “Without a score” tells why.

batch-failures-title = ⚠️ <b>Without a score: { $count }</b>
batch-failure =
    📄 <b>{ $name }</b>
    { $reason }

button-batch-first = ⏮
button-batch-previous = ⬅️
button-batch-next = ➡️
button-batch-last = ⏭
button-batch-failures = ⚠️ Without a score: { $count }
button-batch-table = ⬅️ To the ranking
button-batch-compare = 🆚 Compare the first { $count }
button-batch-xlsx = 📗 XLSX
button-batch-csv = 📄 CSV
batch-export-xlsx = 📗 The ranking with its evidence: what was read and where, what mattered, what the model saw. The third sheet tells what each column means.
batch-export-csv = 📄 The ranking as one sheet, without failures and explanations.
batch-export-none = There are no scores to export

sheet-ranking = Ranking
sheet-failures = Without a score
sheet-meaning = What columns mean
sheet-yes = yes
sheet-column-name = Column
sheet-column-meaning = What it means
sheet-of-field = { $field }: { $what }
sheet-number = No.
sheet-number-meaning = The place by probability, the first is the best.
sheet-places = Place within noise
sheet-places-meaning = From which to which place this resume could be if the same facts were put in other words. Within it the order means nothing.
sheet-score = Score
sheet-score-meaning = From 0 to 100; 50 is the middle of the resumes that the model was checked on.
sheet-probability = Probability, %
sheet-probability-meaning = The probability that an interview confirms the claimed grade.
sheet-percentile = Higher than, %
sheet-percentile-meaning = The share of the resumes that the model was checked on with a lower score.
sheet-noise = Noise, pp
sheet-noise-meaning = By how many percentage points the same facts in other words change the probability. A contribution of no more than that means nothing. Empty: there was nothing to reword.
sheet-file = File
sheet-file-meaning = The file's name as it was sent; for tables, the number of the row.
sheet-repeats = Duplicates
sheet-repeats-meaning = Other files with the same bytes or the same content.
sheet-value = value
sheet-value-meaning = As it was read. The vacancy's company and grade are in it already.
sheet-experience-months = Experience, months
sheet-experience-months-meaning = As the resume says, else the sum of the jobs without overlaps.
sheet-doubtful = doubtful
sheet-doubtful-meaning = "Yes" where the field was read with doubt: check it against the file.
sheet-confidence = confidence
sheet-confidence-meaning = How reliable the rule is that the field was read by: 1 is a labelled value, 0.5 a guess from position. It is no probability.
sheet-place = where
sheet-place-meaning = The page and line of the file that the field was read from.
sheet-page-line = page { NUMBER($page, useGrouping: 0) }, line { NUMBER($line, useGrouping: 0) }
sheet-page = page { NUMBER($page, useGrouping: 0) }
sheet-contribution = contribution, pp
sheet-contribution-meaning = By how many percentage points the field raised (+) or lowered (−) the probability.
sheet-seen = seen, %
sheet-seen-meaning = What share of the field's text the model saw: a long one may not fit.
sheet-warnings = Warnings
sheet-warnings-meaning = What the reader noticed: hidden text, a recognised picture and more.
sheet-vacancy = Vacancy
sheet-vacancy-meaning = The vacancy that was scored for.
sheet-hidden = Hidden from the model
sheet-hidden-meaning = Fields that the model did not see: blind mode.
sheet-model = Model
sheet-model-meaning = Name, revision and prompt template. "Demo" was trained on made-up careers and says nothing about people.
sheet-model-value = { $name } { $revision }, { $template }
sheet-model-demo = { $model }, demo
sheet-scored-at = Scored (UTC)
sheet-scored-at-meaning = When the score was computed.
sheet-reason = Why
