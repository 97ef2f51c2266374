answer-position = <b>{ $position }</b>
answer-score = 📊 <b>Score: { $score } of 100</b>
answer-change = 🔁 It was { $before } → now { $after }: { $sign }{ $points }
answer-changed-fields = Changed: { $fields }
answer-changed-value = { $field } ({ $before } → { $after })
answer-changed-more = and { $count } more
answer-not-comparable = The model or the hidden fields differ too, so the difference is not from your changes alone.
answer-figures = 50 is the middle of the resumes that the model was checked on; this score is higher than { NUMBER($percentile) }% of them. Probability that the claimed grade is confirmed: <b>{ NUMBER($percent, maximumFractionDigits: 1) }%</b>; for the middle resume it is { NUMBER($typical, maximumFractionDigits: 1) }%.
answer-raised = 🔼 { $field ->
    [position] The position
    [work_experience] The work experience
    [key_skills] The key skills
    [age] The age
    [city] The city
    [salary] The salary
   *[client_name] The client company
} raised the probability: +{ NUMBER($points, maximumFractionDigits: 1) } pp
answer-lowered = 🔽 { $field ->
    [position] The position
    [work_experience] The work experience
    [key_skills] The key skills
    [age] The age
    [city] The city
    [salary] The salary
   *[client_name] The client company
} lowered the probability: −{ NUMBER($points, maximumFractionDigits: 1) } pp
answer-small = ▫️ Hardly mattered: { $fields }
answer-noise = ▫️ Within the noise (±{ NUMBER($points, maximumFractionDigits: 1) } pp): { $fields }
answer-demo = 🧪 Demo model: trained on made-up careers, its scores must not be used to judge people.
answer-uncalibrated = ⚖️ The model is not calibrated: compare scores with each other, not with the truth.
answer-contested = ⚖️ This score is contested; an admin is looking at it.
answer-upheld = ⚖️ This score was contested; an admin let it stand.
answer-withdrawn = ⚖️ An admin took this score back: do not rely on it.
answer-suggestion = <i>This is a suggestion for a person, not a decision.</i>
answer-ready = ✅ The score is ready.

answer-details-title = ℹ️ <b>How this score came about</b>
answer-fifty = 50 is the middle: half of the resumes that the model was checked on are below, half above.
answer-seen-all = 👁 The model read every filled field in full.
answer-seen-cut = 👁 The model did not see everything: { $fields }. The rest did not fit.
answer-seen-part = { $field } — { NUMBER($percent) }%
answer-hidden = 🙈 Kept from the model: { $fields }.
answer-measure = 📐 What a field brings is how much the probability would fall or rise if the resume did not have this field. pp are percentage points.
answer-noise-meaning = 〰️ Noise of ±{ NUMBER($points, maximumFractionDigits: 1) } pp: the same facts in other words move the probability as much.
answer-noise-little = 〰️ Noise of less than ±0.1 pp: the same facts in other words hardly move the probability.
answer-noise-unknown = 〰️ The noise was not measured: nothing in this resume can be put in other words.
answer-uncalibrated-why = ⚖️ No labelled resumes were published with this model, so the probability follows from its published quality.
answer-model = ⚙️ Model { $name }, revision { $revision }, template { $template }.
answer-number = 🔢 The number of this score: { $number }.
answer-number-inline = 🔢 The number of this score: { $number }. To show it in another chat, type @{ $username } { $number } there

answer-picture-of-hundred = of 100
answer-picture-change = it was { $before }, { $sign }{ $points }
answer-picture-place = Place among the check resumes
answer-picture-you = higher than { NUMBER($percentile) }%
answer-picture-middle = the middle
answer-picture-reasons = What moves the probability, pp
answer-picture-noise = The grey band is noise: ±{ NUMBER($points, maximumFractionDigits: 1) } pp.
answer-picture-demo = Demo model: do not judge people by it.
answer-picture-uncalibrated = The model is not calibrated.
answer-picture-withdrawn = An admin took this score back.
answer-picture-suggestion = A suggestion for a person, not a decision.

button-details = ℹ️ Details
button-essentials = ⬅️ In short
button-contest = ⚖️ Contest
button-contested = ⚖️ Contested
button-useful = 👍
button-not-useful = 👎
button-chosen = { $label } ✓
button-interview = 🤝 After the interview…
button-interview-confirmed = 🤝 Grade confirmed ✓
button-interview-not-confirmed = 🤝 Grade not confirmed ✓
button-grade-confirmed = Grade confirmed
button-grade-not-confirmed = Grade not confirmed
button-interview-forget = No interview yet
button-back-to-answer = ⬅️ To the score
button-share = ↗️ Show in another chat

hint-rated-useful = Thank you! Glad it helped
hint-rated-not-useful = Thank you, noted. If the score is wrong, you can contest it
hint-rating-taken-back = Taken back
hint-interview-kept = Noted. Thank you!
hint-interview-forgotten = Taken back

contest-question =
    ⚖️ <b>Contest the score { $score } of 100</b>
    { $position }

    An admin will see this resume and its score, and decide whether to let it stand or take it back. I will send you the answer.

    Write in one message what is wrong, or send it without a word.
contest-too-long = ✂️ Too long: please keep it under { $limit } characters.
contest-sent = ⚖️ Passed on to the admins. The answer will come here.
contest-sent-before = ⚖️ You have contested this score before. No admin has answered yet.
contest-upheld-before = ⚖️ You have contested this score before: an admin let it stand. { $reply }
contest-withdrawn-before = ⚖️ You have contested this score before: an admin took it back. { $reply }
button-contest-send = ⚖️ Send without a word
button-contest-cancel = ✖️ Don't contest

contest-upheld = ⚖️ An admin has looked at your objection: the score <b>{ $score } of 100</b> ({ $position }) stands.
contest-withdrawn = ⚖️ An admin agrees with you and took back the score <b>{ $score } of 100</b> ({ $position }).
contest-reply = The answer: <i>{ $reply }</i>

contested-news = ⚖️ The score { $score } of 100 is contested. There { $count ->
    [one] is { $count } objection
   *[other] are { $count } objections
} in the queue: /contested
contested-empty = ⚖️ No score is contested.
contested-title = ⚖️ <b>Objection { $place } of { $total }</b> · { $date } UTC
contested-reason = 💬 <i>{ $reason }</i>
contested-no-reason = 💬 Without a word.
contested-resume = <b>The resume</b>
contested-word =
    What shall the person be told? Write it in one message, or decide without a word.
contested-word-upheld = ✅ <b>The score stands</b>
contested-word-withdrawn = ↩️ <b>The score is taken back</b>
button-contested-uphold = ✅ Let it stand
button-contested-withdraw = ↩️ Take it back
button-contested-silent = Decide without a word
button-contested-back = ⬅️ To the objection
button-contested-earlier = ⬅️ Earlier
button-contested-later = Later ➡️
hint-contested-settled = Done, the person will know

inline-title = { $score } of 100 · { $position }
inline-card =
    📊 <b>{ $score } of 100</b> · { $about }
    Higher than { NUMBER($percentile) }% of the resumes that the model was checked on.
inline-about = { $position }, { $city }

error-contest-not-found = 🗑 This objection is gone: its author deleted the score with the resume.
error-contest-decided = ⚖️ Another admin has settled this objection already.

command-contested = Contested scores
