field-position = Position
field-work_experience = Work experience
field-key_skills = Key skills
field-age = Age
field-city = City
field-salary = Salary
field-client_name = Client company

field-short-position = Position
field-short-work_experience = Experience
field-short-key_skills = Skills
field-short-age = Age
field-short-city = City
field-short-salary = Salary
field-short-client_name = Client

value-missing = —
value-hidden = 🙈 hidden
value-text = { $text }
value-age = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
value-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
value-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
value-more = and { $count } more
value-more-jobs = … and { $count ->
    [one] { $count } more job
   *[other] { $count } more jobs
}
value-job = • { $period }: { $what }
value-job-undated = • { $what }
value-period = { $start } — { $end }
value-period-open = { $start } — now

question-position = { $role ->
    [candidate] Which position are you applying for?
   *[recruiter] Which position is the candidate applying for?
}
question-work_experience = { $role ->
    [candidate] Where have you worked? Begin each job with its dates, then the position and the company; what you did goes on the next line. Newest first. If you have no experience, just say so.
   *[recruiter] Where has the candidate worked? Begin each job with its dates, then the position and the company; what they did goes on the next line. Newest first. If there is no experience, just say so.
}
question-key_skills = { $role ->
    [candidate] What are your key skills? Separate them with commas.
   *[recruiter] What are the candidate's key skills? Separate them with commas.
}
question-age = { $role ->
    [candidate] How old are you, in full years?
   *[recruiter] How old is the candidate, in full years?
}
question-city = { $role ->
    [candidate] Which city do you live in?
   *[recruiter] Which city does the candidate live in?
}
question-salary = { $role ->
    [candidate] What monthly salary do you want? A range and a currency are welcome, and the grade that you claim: “from 4,000 EUR, grade Senior”.
   *[recruiter] What monthly salary does the candidate expect? A range and a currency are welcome, and the grade that they claim: “from 4,000 EUR, grade Senior”.
}
question-client_name = { $role ->
    [candidate] Which company do you want to join? If the interview will be at a client's, name the client.
   *[recruiter] Which company is the candidate considered for?
}
question-no-client = Skip this if there is none yet.

example-position = Senior data analyst
example-work_experience =
    2021-03 - now: Data analyst, Lighthouse
    Built sales data marts and reports
    2018-06 - 2021-02: Junior analyst, Sail Ltd
    Checked and cleaned data
example-key_skills = SQL, Python, Tableau, A/B tests
example-age = 34
example-city = Berlin
example-salary = from 4,000 EUR net
example-client_name = Example Bank

question-example =
    For example:
    <i>{ $example }</i>
question-now =
    <b>Now:</b>
    { $value }
question-add = ➕ <b>{ $field }</b>: one more job
question-hidden = 🙈 Blind mode: what was read is kept from you and from the model.
question-edit = ✏️ <b>{ $field }</b>

error-invalid-answer = ⚠️ { $reason ->
    [empty] The answer is empty. Please type it.
    [too_long] The answer is too long. Keep what matters most.
    [not_a_number] A number in digits is needed here.
    [out_of_range] That value does not fit: an age is 14 to 100 years, a salary is above zero.
    [no_letters] Words are needed here, and the answer has no letter in it.
    [no_jobs] I found no job in the answer. Begin each line with its dates, as in the example.
    [bad_dates] I could not read the dates. Write them as 2021-03 or 03.2021, the start before the end.
    [no_such_date] There is no such date: check the month and the day.
    [end_before_start] The job ends before it begins. Check the dates.
    [in_the_future] That date is still to come. If you work there now, write “present”.
   *[other] That answer does not fit. Please look at the example.
}
