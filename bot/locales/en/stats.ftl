command-stats = The bot's statistics

stats-working = ⏳ Counting…
stats-title = { $period ->
    [day] The bot in a day, by hours of UTC
    [week] The bot in a week, by days of UTC
   *[month] The bot in a month, by days of UTC
}
stats-nothing = no data
stats-people = People
stats-people-active = scored
stats-people-joined = came first
stats-people-summary = { $active } · new { $joined }
stats-analyses = Scores
stats-analyses-summary = { $count } in all
stats-waits = Wait for a score, seconds
stats-waits-median = median
stats-waits-p95 = 95th percentile
stats-waits-summary = { $median } / { $high }
stats-failed = Failed tasks
stats-failed-summary = { $count } in all
stats-queue = Longest queue of tasks
stats-queue-summary = up to { $count }
stats-caption =
    📊 <b>{ $title }</b>
    Waiting now: { $waiting ->
        [0] nothing
        [one] { $waiting } task
       *[other] { $waiting } tasks
    }.
    Of all time: { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $analyses ->
        [one] { $analyses } score
       *[other] { $analyses } scores
    }. Blocked the bot: { $blocked }.
stats-errors = What failed most: { $errors }.
stats-error = { $name ->
    [NotAResumeError] not a resume
    [UnsupportedFileError] format that is not read
    [FileTooLargeError] file too large
    [EncryptedFileError] file with a password
    [DamagedFileError] damaged file
    [EmptyDocumentError] no text
    [ReadingTimeoutError] reading took too long
    [TooComplexError] file too complex
    [FileUnavailableError] file could not be downloaded
    [ScoringFailedError] scoring failed
    [NothingToScoreError] nothing to score
    [TelegramForbiddenError] blocked by the person
    [SetAside] set aside after two crashes
   *[other] { $name }
} ({ $count })
stats-error-other = unnamed
stats-day = Day
stats-week = Week
stats-month = Month
