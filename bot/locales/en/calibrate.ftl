command-calibrate = Did the scores come true

calibrate-working = ⏳ Setting the scores beside your interviews…
calibrate-not-yours = This command is for recruiters: it sets scores beside interviews. Change your role in /settings
calibrate-too-few =
    🎯 <b>Did the scores come true: too few to tell</b>
    You told of { $count ->
        [one] { $count } interview
       *[other] { $count } interviews
    }: the grade was confirmed in { $confirmed }, not confirmed in { $refuted }.
calibrate-missing = { $count ->
    [one] { $count } more interview is
   *[other] { $count } more interviews are
} needed: at least { $least } in all.
calibrate-missing-confirmed = { $count ->
    [one] { $count } more confirmed grade is
   *[other] { $count } more confirmed grades are
} needed: else there is nothing to compare.
calibrate-missing-refuted = { $count ->
    [one] { $count } more grade that was not confirmed is
   *[other] { $count } more grades that were not confirmed are
} needed: else there is nothing to compare.
calibrate-how = Tell of an interview below each score: “🤝 After the interview…”. Past scores are in /history

calibrate-title = Did the scores come true
calibrate-promised = promised by the model, %
calibrate-confirmed = confirmed, %
calibrate-ideal = as promised
calibrate-counts = interviews
calibrate-footer = The lines are 95% intervals: the true share is most likely inside.
calibrate-caption =
    🎯 <b>Did the scores come true</b>
    Interviews: { $count }. The grade was confirmed in { NUMBER($share, maximumFractionDigits: 0) }% (interval { NUMBER($low, maximumFractionDigits: 0) }–{ NUMBER($high, maximumFractionDigits: 0) }%); the model promised { NUMBER($promised, maximumFractionDigits: 0) }% on average.
calibrate-honest = ✅ The promises are within what your interviews showed.
calibrate-shy = 📉 The model is shy: grades are confirmed more often than it promises.
calibrate-bold = 📈 The model promises more than is confirmed: go by the order of candidates, not by the percentages.
calibrate-order = Who had the grade confirmed stood above in { NUMBER($percent, maximumFractionDigits: 0) }% of pairs (50% is chance, 100% is perfect).
calibrate-brier = Error of the promises (Brier): { NUMBER($brier, maximumFractionDigits: 3) }; always naming the mean share gives { NUMBER($plain, maximumFractionDigits: 3) }. Less is better.
calibrate-models = These are scores of { $count ->
    [one] { $count } model
   *[other] { $count } different models together
}.
