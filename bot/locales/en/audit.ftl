command-audit = Check for bias

audit-working = ⏳ Checking the scores for bias…
audit-swap-working = ⏳ Swapping age and city in the latest resumes and asking the model…
audit-title = Scores by age and city
audit-score = Score
audit-rate = Shortlisted
audit-too-few = too few
audit-by-age = By age
audit-by-city = By city
audit-band = { $end ->
    [0] from { $start }
   *[other] { $start ->
        [0] up to { $end }
       *[other] { $start }–{ $end }
    }
}
audit-other-cities = Other cities
audit-note-model = Model { $model }, revision { $revision }; { $count ->
    [one] { $count } resume
   *[other] { $count } resumes
}, corrected and repeated ones counted once.
audit-note-shortlist = Shortlisted is a score of { $score } or more: the middle of the reference set and above.
audit-note-interval = The dot is the mean, the line a 95% bootstrap interval. Groups below { $least } resumes are not shown.
audit-note-law = Age and residence are no grounds for a refusal (art. 64 of the Russian Labour Code). This is a measurement, not a finding about causes.
audit-caption =
    ⚖️ <b>Scores by age and city</b>
    Model { $model }, { $count ->
        [one] { $count } resume
       *[other] { $count } resumes
    } (corrected and repeated ones count once).
audit-empty = Fewer than { $least } resumes: too early to tell.
audit-no-group-age = By age: no group of { $least } resumes yet.
audit-no-group-city = By city: no group of { $least } resumes yet.
audit-one-group-age = By age: only one group of { $least } resumes yet, nothing to compare with.
audit-one-group-city = By city: only one group of { $least } resumes yet, nothing to compare with.
audit-even-age = By age: every group is shortlisted at least 80% as often as the best one.
audit-even-city = By city: every group is shortlisted at least 80% as often as the best one.
audit-uneven-age = ⚠️ By age, shortlisted less than four fifths as often as the best group: { $groups }.
audit-uneven-city = ⚠️ By city, shortlisted less than four fifths as often as the best group: { $groups }.
audit-maybe-age = By age, shortlisted less than four fifths as often as the best group: { $groups }; but the intervals overlap, it may be chance.
audit-maybe-city = By city, shortlisted less than four fifths as often as the best group: { $groups }; but the intervals overlap, it may be chance.
audit-group = { $name } ({ NUMBER($percent, maximumFractionDigits: 0) }%)
audit-nobody-age = By age: nobody was shortlisted.
audit-nobody-city = By city: nobody was shortlisted.
audit-read = A difference of groups does not yet mean that the model looks at age or city: the people differ. The swap tells whether it does.
audit-pdf = 📄 PDF
audit-swap = 🔁 Swap
audit-pdf-name = audit.pdf
audit-swap-text =
    🔁 <b>Age and city swapped</b>
    { $count ->
        [one] The latest resume was taken
       *[other] The latest { $count } resumes were taken
    }, and only age and city were changed. The mean score:
audit-swap-cell = { $city }, { $age ->
    [one] { $age } year
   *[other] { $age } years
}: <b>{ NUMBER($score, maximumFractionDigits: 1, minimumFractionDigits: 1) }</b>
audit-swap-hidden = city hidden
audit-swap-within = ✅ On average the swap moves one resume's score by { NUMBER($largest, maximumFractionDigits: 1) } points, and other words for the same by { NUMBER($neutral, maximumFractionDigits: 1) }. No more than noise.
audit-swap-above = ⚠️ On average the swap moves one resume's score by { NUMBER($largest, maximumFractionDigits: 1) } points, and other words for the same by { NUMBER($neutral, maximumFractionDigits: 1) }. That is more than noise.
audit-swap-nothing = 🔁 Nothing to swap yet: this model has no scores.
