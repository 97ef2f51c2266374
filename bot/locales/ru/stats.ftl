command-stats = Статистика бота

stats-working = ⏳ Считаю статистику…
stats-title = { $period ->
    [day] Бот за сутки, по часам UTC
    [week] Бот за неделю, по дням UTC
   *[month] Бот за месяц, по дням UTC
}
stats-nothing = нет данных
stats-people = Люди
stats-people-active = оценивали
stats-people-joined = пришли впервые
stats-people-summary = { $active } · новых { $joined }
stats-analyses = Оценки
stats-analyses-summary = всего { $count }
stats-waits = Ожидание оценки, секунд
stats-waits-median = медиана
stats-waits-p95 = 95-й перцентиль
stats-waits-summary = { $median } / { $high }
stats-failed = Задачи с ошибкой
stats-failed-summary = всего { $count }
stats-queue = Очередь задач, наибольшая
stats-queue-summary = до { $count }
stats-caption =
    📊 <b>{ $title }</b>
    Сейчас в очереди: { $waiting ->
        [0] пусто
        [one] { $waiting } задача
        [few] { $waiting } задачи
       *[many] { $waiting } задач
    }.
    За всё время: { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }, { $analyses ->
        [one] { $analyses } оценка
        [few] { $analyses } оценки
       *[many] { $analyses } оценок
    }. Бота заблокировали: { $blocked }.
stats-errors = Чаще всего не вышло: { $errors }.
stats-error = { $name ->
    [NotAResumeError] не резюме
    [UnsupportedFileError] формат не читается
    [FileTooLargeError] файл слишком большой
    [EncryptedFileError] файл под паролем
    [DamagedFileError] файл повреждён
    [EmptyDocumentError] нет текста
    [ReadingTimeoutError] чтение слишком долгое
    [TooComplexError] файл слишком сложный
    [FileUnavailableError] файл не скачался
    [ScoringFailedError] оценка не посчиталась
    [NothingToScoreError] нечего оценивать
    [TelegramForbiddenError] бот заблокирован человеком
    [SetAside] отложено после двух сбоев
   *[other] { $name }
} ({ $count })
stats-error-other = без названия
stats-day = Сутки
stats-week = Неделя
stats-month = Месяц
