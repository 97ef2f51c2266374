error-batch-not-found = 🗑 Этого пакета больше нет. Пришлите файлы ещё раз: альбомом или архивом ZIP.

batch-collecting = 📥 Принимаю файлы…
batch-progress-opening = 📦 <b>Пакет</b>: смотрю, что внутри…
batch-progress-queued = 📦 <b>Пакет</b> ждёт: сейчас обрабатываются другие. Ничего делать не нужно.
batch-progress-title = 📦 <b>Пакет: { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}</b>
batch-progress-read = 🔎 Прочитано: { $done } из { $total }
batch-progress-scored = 📊 Оценено: { $done }
batch-progress-failed = ⚠️ Не получилось: { $count }
batch-progress-duplicates = 👥 Повторов: { $count }
batch-progress-model = ⏳ Модель ещё загружается, оценки начнутся сразу после этого.
batch-progress-note = Таблица появится здесь, а я напишу, когда она готова. Одиночные резюме можно присылать и сейчас.
button-batch-stop = ✖️ Остановить
batch-stopping = Останавливаю…
batch-ended = Этот пакет уже закончен

batch-photos-question =
    🖼 Пришло { $count ->
        [one] { $count } фото
        [few] { $count } фото
       *[many] { $count } фото
    }. Что на них?
button-batch-photos-one = 📄 Страницы одного резюме
button-batch-photos-many = 👥 Разные люди

batch-for-recruiters =
    📦 Здесь { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[many] { $count } файлов
    }. Вы указали, что вы кандидат, а кандидатам я оцениваю не больше { NUMBER($limit) } файлов сразу. Если подбираете людей, смените роль: /settings

batch-title = 📊 <b>Рейтинг: { $count } резюме</b>
batch-title-stopped = ✋ <b>Остановлено. Успел оценить: { $count } резюме</b>
batch-title-none = 😕 <b>Ни одного резюме оценить не удалось</b>
batch-vacancy = 💼 Вакансия: { $title }
batch-merged = 👥 { $count ->
    [one] { $count } повтор объединён
    [few] { $count } повтора объединены
   *[many] { $count } повторов объединены
} с первым таким же резюме
batch-failed-count = ⚠️ Без оценки: { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
batch-unfinished = ⏸ Не дошла очередь: { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
batch-row = <b>{ $number }.</b> <b>{ $score }</b>{ $tie } · { $about }
batch-row-file = { "    " }📄 { $name }
batch-row-more = { " " }(+{ $count })
batch-row-tie = { " " }≈{ $best }–{ $worst }
batch-no-position = без должности
batch-no-name = без названия
batch-ties = ≈ — место с учётом шума: те же факты другими словами меняют оценку не меньше, поэтому порядок в этих пределах ничего не значит.
batch-hidden = 🙈 Скрыто от модели: { $fields }.
batch-demo = 🧪 Демо-модель: обучена на вымышленных карьерах, по её оценкам нельзя судить о людях.
batch-hint = <i>Оценка — от 0 до 100, подсказка для человека, а не решение. Номер откроет оценку целиком.</i>
batch-page = Страница { $page } из { $pages }
batch-ready = { $failed ->
    [0] ✅ Рейтинг готов: { $count } резюме.
   *[other] ✅ Рейтинг готов: { $count } резюме. Без оценки: { $failed }.
}
batch-ready-none = 😕 Пакет закончен, но оценить ничего не удалось. Почему — по кнопке «Без оценки».

batch-failures-title = ⚠️ <b>Без оценки: { $count }</b>
batch-failure =
    📄 <b>{ $name }</b>
    { $reason }

button-batch-first = ⏮
button-batch-previous = ⬅️
button-batch-next = ➡️
button-batch-last = ⏭
button-batch-failures = ⚠️ Без оценки: { $count }
button-batch-table = ⬅️ К рейтингу
button-batch-compare = 🆚 Сравнить первых: { $count }
button-batch-xlsx = 📗 XLSX
button-batch-csv = 📄 CSV
batch-export-xlsx = 📗 Рейтинг с основаниями: что прочитано и где, что повлияло, что модель увидела. На третьем листе — что значит каждый столбец.
batch-export-csv = 📄 Рейтинг одним листом, без листов с ошибками и пояснениями.
batch-export-none = Выгружать нечего: оценок нет

sheet-ranking = Рейтинг
sheet-failures = Без оценки
sheet-meaning = Что значат столбцы
sheet-yes = да
sheet-column-name = Столбец
sheet-column-meaning = Что он значит
sheet-of-field = { $field }: { $what }
sheet-number = №
sheet-number-meaning = Место по вероятности, первое — лучшее.
sheet-places = Место с учётом шума
sheet-places-meaning = От и до какого места могло бы быть это резюме, если написать те же факты другими словами. Внутри этих пределов порядок ничего не значит.
sheet-score = Оценка
sheet-score-meaning = От 0 до 100; 50 — середина резюме, на которых модель проверяли.
sheet-probability = Вероятность, %
sheet-probability-meaning = Вероятность, что на собеседовании подтвердят заявленный грейд.
sheet-percentile = Выше, чем у, %
sheet-percentile-meaning = Доля резюме, на которых модель проверяли, с оценкой ниже этой.
sheet-noise = Шум, п. п.
sheet-noise-meaning = На сколько процентных пунктов меняют вероятность те же факты другими словами. Вклад не больше шума ничего не значит. Пусто: переписать было нечего.
sheet-file = Файл
sheet-file-meaning = Имя файла, как его прислали; для таблиц — номер строки.
sheet-repeats = Повторы
sheet-repeats-meaning = Другие файлы с теми же байтами или с тем же содержанием.
sheet-value = значение
sheet-value-meaning = Как прочитано. Компания и грейд вакансии уже подставлены.
sheet-experience-months = Опыт, месяцев
sheet-experience-months-meaning = Как указано в резюме, а если не указано — сумма мест работы без наложений.
sheet-doubtful = сомнение
sheet-doubtful-meaning = «Да», если поле прочитано неуверенно: проверьте его по файлу.
sheet-confidence = уверенность
sheet-confidence-meaning = Насколько надёжно правило, которым поле прочитано: 1 — подписанное значение, 0,5 — догадка по месту. Это не вероятность.
sheet-place = где
sheet-place-meaning = Страница и строка файла, откуда поле прочитано.
sheet-page-line = стр. { NUMBER($page, useGrouping: 0) }, строка { NUMBER($line, useGrouping: 0) }
sheet-page = стр. { NUMBER($page, useGrouping: 0) }
sheet-contribution = вклад, п. п.
sheet-contribution-meaning = На сколько процентных пунктов поле подняло (+) или снизило (−) вероятность.
sheet-seen = увидено, %
sheet-seen-meaning = Какую долю текста поля увидела модель: длинное может не поместиться.
sheet-warnings = Предупреждения
sheet-warnings-meaning = На что обратил внимание чтец: скрытый текст, распознанная картинка и другое.
sheet-vacancy = Вакансия
sheet-vacancy-meaning = Вакансия, для которой считали.
sheet-hidden = Скрыто от модели
sheet-hidden-meaning = Поля, которых модель не видела: слепой режим.
sheet-model = Модель
sheet-model-meaning = Имя, версия и шаблон запроса. «Демо» — обучена на вымышленных карьерах, по ней нельзя судить о людях.
sheet-model-value = { $name } { $revision }, { $template }
sheet-model-demo = { $model }, демо
sheet-scored-at = Оценено (UTC)
sheet-scored-at-meaning = Когда посчитана оценка.
sheet-reason = Почему
