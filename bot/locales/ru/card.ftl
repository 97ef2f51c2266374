card-title = <b>Вот что я прочитал</b>
card-title-form = <b>Карточка резюме</b>
card-file = 📄 { $name }
card-vacancy = 💼 Вакансия: { $title }
card-field = <b>{ $field }</b>{ $mark }: { $value }
card-field-long =
    <b>{ $field }</b>{ $mark }:
    { $value }
card-doubt-mark = { " " }❔
card-vacancy-mark = { " " }💼
card-doubtful = ❔ { $count ->
    [one] { $count } поле я прочитал неуверенно: проверьте его.
    [few] { $count } поля я прочитал неуверенно: проверьте их.
   *[many] { $count } полей я прочитал неуверенно: проверьте их.
}
card-from-vacancy = 💼 — взято из вакансии.
card-hidden = 🙈 Слепой режим: от вас и от модели скрыто — { $fields }.
card-footer = Всё верно? Нажмите «Оценить». Если нет, исправьте поле кнопкой.
card-text-hint = ☝️ Чтобы исправить поле, сначала нажмите на кнопку с его названием. Другое резюме пришлите файлом.
card-nameless = резюме
card-replaced = ⤵️ Карточку «{ $name }» сменило то, что ниже.
card-waits = ⏸ Карточка «{ $name }» ждёт. Она вернётся, когда закроете то, что ниже, или по кнопке.
card-closed = ✖️ Карточка «{ $name }» закрыта.
card-gone = Этой карточки у меня уже нет. Пришлите резюме ещё раз.

button-score = 📊 Оценить
button-cancel = ✖️ Отмена
button-field = ✏️ { $field }{ $mark }
button-to-card = ⬅️ К карточке
button-clear = 🗑 Очистить
button-back = ⬅️ Назад
button-no-vacancy = 💼 Убрать вакансию
button-card-back = ↩️ Вернуть карточку

# Where a field was read
button-place = 🔍 Показать в документе
button-place-short = 🔍 В документе
place-title = 🔍 <b>{ $field }</b>
place-page = Страница { $page }. Отсюда я это прочитал.
place-quote =
    Я прочитал это в строке:
    <blockquote>{ $quote }</blockquote>
place-now = <b>Сейчас:</b> { $value }
place-answer = Если неверно, напишите, как правильно.
place-add-skill = Напишите навыки, которых не хватает: я добавлю их.
place-add-job = Напишите место работы, которого не хватает: я добавлю его.
place-gone = Показать не могу: этого файла в Telegram больше нет или он не открывается.
place-too-slow = Страница рисуется слишком долго. Попробуйте чуть позже.
doubt-by-place = ❔ Не уверен: поле не подписано, я узнал его только по месту в документе.
doubt-guessed = ❔ Не уверен: слова похожи на это поле, но могут быть о другом.

# Jobs one by one
jobs-title = ✏️ <b>Опыт работы</b> · { $count ->
    [one] { $count } место
    [few] { $count } места
   *[many] { $count } мест
}
jobs-hint = Нажмите на место работы, чтобы исправить или удалить его. Новое можно просто написать.
button-job-add = ➕ Добавить
button-jobs-all = ✍️ Заново
button-job-undo = ↩️ Вернуть удалённое
job-title = ✏️ <b>Место работы { $number } из { $total }</b>
job-copy =
    Нажмите на строку, чтобы её скопировать:
    <code>{ $line }</code>
job-description =
    <b>Чем занимался:</b>
    { $description }
job-ask = Исправьте строку и пришлите. Описание останется, если не напишете под ней новое.
job-now = сейчас

# Skills one by one
skills-title = ✏️ <b>Ключевые навыки</b> · { $count }
skills-hint = Лишний навык уберите кнопкой. Новые напишите через запятую: я добавлю их.
button-skill = ✖️ { $skill }
button-skills-all = ✍️ Написать все заново

# What the reader noticed
warning-hidden_text = 🕵️ В файле есть скрытый текст. Я его не учитываю.
warning-zero_width = 🕵️ Внутри слов были невидимые символы. Я их убрал.
warning-look_alike_letters = 🕵️ В словах смешаны похожие буквы разных алфавитов. Я привёл их к одному.
warning-addressed_to_model = 🕵️ В тексте есть обращение к нейросети. На оценку оно не действует, но это попытка на неё повлиять.
warning-mojibake_repaired = 🔤 Кодировка текста была испорчена. Я её восстановил, проверьте поля.
warning-read_by_ocr = 📷 Это картинка: текст я распознал, в нём могут быть опечатки. Проверьте поля.
warning-other = ⚠️ Файл прочитан не полностью обычным способом: проверьте поля внимательнее.
