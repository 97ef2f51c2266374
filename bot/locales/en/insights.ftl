button-raise = 📈 What would raise it
button-ask = 🎤 What to ask in interview

insight-loading = ⏳ The model is still loading. The answer will come into this message.
insight-raise-working = 🔬 Changing the resume this way and that, and asking the model each time…
insight-ask-working = 🔬 Looking for the words that the score rests on…

raise-title =
    📈 <b>What would raise it</b>
    Now it is { $score } of 100. I changed the resume this way and that and asked the model each time. This helped:
raise-line = <b>+{ NUMBER($points, maximumFractionDigits: 0) }</b> · { $advice }
raise-list_skills = Add to your skills what your job descriptions name already: <b>{ $skills }</b>.
raise-drop_skills = Take out the skills that no job mentions: <b>{ $skills }</b>. Or tell in your experience where you used them.
raise-describe_job = The description of “{ $job }” has none of these skills of your own list: <b>{ $skills }</b>. If you used them there, say so.
raise-name_position = Name the position as your latest job does: <b>{ $position }</b>.
raise-claim_less = Apply as <b>{ $position }</b>: you have not held the grade that you claim now.
raise-give_months = Give months where your jobs have years only. I don't know yours and took the middle of the year.
raise-say_city = Name your city. It helped with every city that I tried.
raise-say_salary = Name the salary that you expect. It helped with every sum that I tried.
raise-shorten_jobs = Cut each job's description to about { $characters } characters: now the model can't see all of your experience.
raise-stay_on = { $time } more in your current job: “{ $job }”.
raise-grow = A promotion to <b>{ $position }</b> where you work now, and a year in it. Write so only once it is true.
raise-truth =
    <i>Each change was tried alone, in { $wordings ->
        [one] { $wordings } wording
       *[other] { $wordings } wordings
    } of the text; the points don't add up. Write nothing but the truth: the interview will check it.</i>
raise-nothing =
    📈 <b>What would raise it</b>
    Now it is { $score } of 100. I tried { $tried ->
        [one] { $tried } change
       *[other] { $tried } changes
    } that can be made honestly: none raised the score by { NUMBER($least, maximumFractionDigits: 0) } { $balls ->
        [one] point
       *[other] points
    } or more (less is what other words for the same may do).

    Don't make anything up: the interview will check it. If a field was read wrongly, correct it and score again.

ask-title =
    🎤 <b>What to ask in the interview</b>
    The score of { $score } of 100 rests on these words. Check them when you meet.
ask-nothing =
    🎤 <b>What to ask in the interview</b>
    The resume says too little: it has no position, no jobs and no skills to ask about.
ask-question =
    <b>{ $number }. { $claim }</b>
    { $question }
ask-why = <i>Without this the score would be { NUMBER($without, maximumFractionDigits: 0) }, not { NUMBER($score, maximumFractionDigits: 0) }.</i>
ask-job-name = { $title }{ $rest }
ask-claim-job = { $job }
ask-question-job = { $turn ->
    [again] The resume says: “{ $quote }”. What was your own share in this? What would you do otherwise today?
   *[first] The resume says: “{ $quote }”. What of this did you do yourself, how did you go about it, and how did you measure the result?
}
ask-claim-bare_job = { $job }
ask-question-bare_job = { $turn ->
    [again] Not a word about the work here either. Which task was the hardest, and how did it end?
   *[first] Not a word about the work here. Tell about the last thing you did: what were you responsible for, what did you decide, what came of it?
}
ask-claim-position = Position: { $position }
ask-question-position = Which task of this level did you do without help from seniors? How did you begin, and what went wrong?
ask-claim-skill = Skill: { $skill }
ask-question-skill = { $place ->
    [jobs] When did you last use it? Take that task apart step by step.
   *[nowhere] No job mentions it. Where did you use it? Take one task apart step by step.
}
ask-claim-salary = Expects: { $salary }
ask-question-salary = For which tasks and responsibility is this sum? Which of them have you done already?
ask-claim-unbacked_skill = Skills without a job: { $skills }
ask-question-unbacked_skill = No job's description has them. Where did you use them, and for what?
ask-claim-gap = A gap in the dates: { $time }
ask-question-gap = No work is named between “{ $earlier }” and “{ $later }”. What did you do in your profession, and what did you learn? Don't ask why there was a gap.
ask-claim-overlap = Two jobs at once: { $time }
ask-question-overlap = “{ $earlier }” and “{ $later }” run side by side. Which was the main one, and how did you share your time?
ask-claim-jump = A fast rise: { $time }
ask-question-jump = From “{ $earlier }” to “{ $later }”. What changed in your duties, and who can confirm it?
ask-law = <i>Don't ask about age, family, children, health or where the person lives: these are no grounds for a refusal (art. 64 of the Russian Labour Code).</i>
