history-title = 🗂 <b>Ваши оценки</b> · всего { $total }
history-empty = 🗂 Оценок пока нет. Пришлите резюме файлом или заполните анкету: /score
history-no-position = Без должности
history-deleted = Удалено
history-found = Найдено: { $found }
history-line =
    <b>{ $number }.</b> <b>{ $score }</b> · { $position }
    <i>{ $facts }</i>
history-line-file = 📄 { $name }
history-line-vacancy = 💼 { $title }
history-open-hint = Кнопка с номером откроет оценку. Чтобы найти, просто напишите слово.
history-nothing = 🤷 Ничего не нашлось.
history-widen-words = Попробуйте начало слова («разраб» найдёт разработчика) или одно слово вместо нескольких.
history-widen-filters = Или уберите фильтр: кнопка «Все оценки».
history-no-words = Напишите слово, которое искать: в нём нужна хотя бы одна буква или цифра.

history-filters =
    🔎 <b>Поиск по вашим оценкам</b>

    { $where }

    <b>Сейчас:</b> { $conditions }
    <b>Найдено:</b> { $found }
history-where = Напишите слова из должности, города, компании или имени файла — или нажмите кнопку. Ещё одно нажатие её снимет.
history-where-blind = Напишите слова из должности, компании или имени файла — или нажмите кнопку. Ещё одно нажатие её снимет. Слепой режим включён: по городу не ищу.
history-all = все оценки
history-filter-words = 🔎 «{ $words }»
history-filter-today = 📅 сегодня
history-filter-week = 📅 7 дней
history-filter-month = 📅 30 дней
history-filter-high = 📊 от 70
history-filter-middle = 📊 50–69
history-filter-low = 📊 ниже 50
history-filter-vacancy = 💼 { $title }
history-vacancy-gone = удалённая вакансия
history-any-vacancy = Все вакансии
history-which-vacancy = 💼 По какой вакансии показать оценки?

history-answer-when = 🗂 Оценка · { $when }
history-scoring-again = Пересчитываю. Ответ появится ниже.
history-scored-again = Эта модель уже пересчитала: ответ ниже в чате
history-interview = 🎤 Что показало собеседование: <b>{ $label }</b>?
history-delete-sure =
    Удалить эту оценку вместе с резюме? Вернуть её будет нельзя.

    <b>{ $score }</b> · { $label }
    <i>{ $when }</i>

button-to-list = ⬅️ К списку
button-delete = 🗑 Удалить
button-delete-yes = 🗑 Да, удалить
button-delete-no = ⬅️ Нет, оставить
button-page-back = ⬅️
button-page-on = ➡️
button-page = { $page } из { $pages }
button-filters = 🔎 Поиск
button-widen = ↩️ Все оценки
button-show = 👀 Показать ({ $found })
button-forget-words = ✖️ Не искать «{ $words }»
button-filter-today = Сегодня
button-filter-week = 7 дней
button-filter-month = 30 дней
button-filter-high = От 70
button-filter-middle = 50–69
button-filter-low = Ниже 50
button-filter-vacancy = 💼 { $title }
button-order-newest = Сначала новые
button-order-best = Сначала лучшие
button-score-again = 🔁 Пересчитать
button-with-picture = 🖼 Картинкой

time-today = сегодня, { $time } UTC
time-yesterday = вчера, { $time } UTC
time-day = { $day }, { $time } UTC
time-date = { $day }
