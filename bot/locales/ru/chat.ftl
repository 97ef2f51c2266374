score-ways =
    Пришлите резюме файлом (<b>PDF, DOCX или TXT</b>, до 20 МБ) или вставьте его текстом.
    Или заполните анкету: семь вопросов, любой можно пропустить.

hint-start = Пришлите резюме файлом (PDF, DOCX или TXT), вставьте его текстом или заполните анкету. Справка — /help
hint-other = Это я читать не умею. Пришлите резюме файлом: PDF, DOCX или TXT.
hint-being-scored = Эта карточка уже в работе

status-reading = 📥 Скачиваю файл «{ $name }»…
status-parsing = 🔎 Читаю резюме…
status-scoring = ⏳ Считаю оценку…
status-model-loading = ⏳ Модель ещё загружается. Оценка придёт сюда, ждать у экрана не нужно.
status-queue = ⏳ В очереди: перед вами { $ahead } резюме. Оценка придёт новым сообщением.
status-scored = ✅ Оценка посчитана.
status-cancelled = ✖️ Отменено.
file-unnamed = без названия
file-photo = фото

button-form = ✍️ Заполнить анкету
button-history = 🗂 История
button-new = ➕ Новое резюме
button-edit-again = ✏️ Исправить и пересчитать
button-score = 📊 Оценить
button-cancel = ✖️ Отмена
button-field = ✏️ { $field }{ $mark }
button-to-card = ⬅️ К карточке
button-clear = 🗑 Очистить поле
button-back = ⬅️ Назад
button-skip = Пропустить ➡️
button-keep = Оставить ➡️
button-newer = ⬅️ Новее
button-older = Старше ➡️
button-close = ✖️ Закрыть
button-to-list = ⬅️ К списку
button-delete = 🗑 Удалить
button-delete-yes = 🗑 Да, удалить
button-delete-no = ⬅️ Нет, оставить

card-title = <b>Вот что я прочитал</b>
card-title-form = <b>Карточка резюме</b>
card-file = 📄 { $name }
card-field = <b>{ $field }</b>{ $mark }: { $value }
card-field-long =
    <b>{ $field }</b>{ $mark }:
    { $value }
card-doubt-mark = { " " }❔
card-doubtful = ❔ { $count ->
    [one] { $count } поле я прочитал неуверенно: проверьте его.
    [few] { $count } поля я прочитал неуверенно: проверьте их.
   *[many] { $count } полей я прочитал неуверенно: проверьте их.
}
card-footer = Всё верно? Нажмите «Оценить». Если нет, исправьте поле кнопкой.
card-text-hint = Чтобы исправить поле, сначала нажмите на кнопку с его названием. Новое резюме пришлите файлом.
card-replaced = ⤵️ Эту карточку сменила новая, ниже. Чтобы вернуться к ней, пришлите это резюме ещё раз.
card-cancelled = Карточку закрыл. Пришлите другое резюме, когда захотите.

warning-hidden_text = 🕵️ В файле есть скрытый текст. Я его не учитываю.
warning-zero_width = 🕵️ Внутри слов были невидимые символы. Я их убрал.
warning-look_alike_letters = 🕵️ В словах смешаны похожие буквы разных алфавитов. Я привёл их к одному.
warning-addressed_to_model = 🕵️ В тексте есть обращение к нейросети. На оценку оно не действует, но это попытка на неё повлиять.
warning-mojibake_repaired = 🔤 Кодировка текста была испорчена. Я её восстановил, проверьте поля.
warning-read_by_ocr = 📷 Это картинка: текст я распознал, в нём могут быть опечатки. Проверьте поля.
warning-other = ⚠️ Файл прочитан не полностью обычным способом: проверьте поля внимательнее.

form-progress = ✍️ <b>Анкета</b> · вопрос { $number } из { $total }
form-cancelled = Анкету закрыл. Пришлите резюме файлом или начните анкету заново.

history-title = 🗂 <b>Ваши оценки</b> · всего { $total }
history-page = Страница { $page } из { $pages }
history-empty = 🗂 Оценок пока нет. Пришлите резюме файлом или заполните анкету: /score
history-answer-date = 🗂 Оценка от { $date } UTC
history-no-position = Без должности
history-delete-question =
    Удалить эту оценку вместе с резюме? Вернуть её будет нельзя.

    <b>{ $label }</b>
history-deleted = Удалено
