answer-position = <b>{ $position }</b>
answer-score = 📊 <b>Оценка: { $score } из 100</b>
answer-change = 🔁 Было { $before } → стало { $after }: { $sign }{ $points }
answer-changed-fields = Изменено: { $fields }
answer-changed-value = { $field } ({ $before } → { $after })
answer-changed-more = и ещё { $count }
answer-not-comparable = Модель или скрытые поля тоже другие, так что разница не только от правок.
answer-figures = 50 — середина резюме, на которых модель проверяли; эта оценка выше, чем у { NUMBER($percentile) } % из них. Вероятность, что заявленный грейд подтвердят: <b>{ NUMBER($percent, maximumFractionDigits: 1) } %</b>; у середины — { NUMBER($typical, maximumFractionDigits: 1) } %.
answer-raised = 🔼 { $field ->
    [position] Должность подняла
    [work_experience] Опыт работы поднял
    [key_skills] Ключевые навыки подняли
    [age] Возраст поднял
    [city] Город поднял
    [salary] Зарплата подняла
   *[client_name] Компания-заказчик подняла
} вероятность: +{ NUMBER($points, maximumFractionDigits: 1) } п. п.
answer-lowered = 🔽 { $field ->
    [position] Должность снизила
    [work_experience] Опыт работы снизил
    [key_skills] Ключевые навыки снизили
    [age] Возраст снизил
    [city] Город снизил
    [salary] Зарплата снизила
   *[client_name] Компания-заказчик снизила
} вероятность: −{ NUMBER($points, maximumFractionDigits: 1) } п. п.
answer-small = ▫️ Почти не повлияли: { $fields }
answer-noise = ▫️ В пределах шума (±{ NUMBER($points, maximumFractionDigits: 1) } п. п.): { $fields }
answer-demo = 🧪 Демо-модель: обучена на вымышленных карьерах, по её оценкам нельзя судить о людях.
answer-uncalibrated = ⚖️ Модель не откалибрована: сравнивайте оценки между собой, а не с истиной.
answer-contested = ⚖️ Оценка оспорена, администратор разбирает.
answer-upheld = ⚖️ Оценку оспорили; администратор оставил её в силе.
answer-withdrawn = ⚖️ Администратор отозвал эту оценку: не опирайтесь на неё.
answer-suggestion = <i>Это подсказка для человека, а не решение.</i>
answer-ready = ✅ Оценка готова.

answer-details-title = ℹ️ <b>Как получилась эта оценка</b>
answer-fifty = 50 — середина: половина резюме, на которых модель проверяли, ниже, половина выше.
answer-seen-all = 👁 Модель прочла все заполненные поля целиком.
answer-seen-cut = 👁 Модель увидела не всё: { $fields }. Остальное не поместилось.
answer-seen-part = { $field } — { NUMBER($percent) } %
answer-hidden = 🙈 Скрыто от модели: { $fields }.
answer-measure = 📐 Вклад поля — насколько упала бы или выросла вероятность, если бы этого поля в резюме не было. П. п. — процентные пункты.
answer-noise-meaning = 〰️ Шум ±{ NUMBER($points, maximumFractionDigits: 1) } п. п.: настолько меняют вероятность те же факты, сказанные другими словами.
answer-noise-little = 〰️ Шум меньше ±0,1 п. п.: те же факты, сказанные другими словами, вероятность почти не меняют.
answer-noise-unknown = 〰️ Шум не измеряли: переставлять и пересказывать в этом резюме нечего.
answer-uncalibrated-why = ⚖️ Размеченных резюме к этой модели не публиковали, поэтому вероятность рассчитана по её опубликованному качеству.
answer-model = ⚙️ Модель { $name }, версия { $revision }, шаблон { $template }.
answer-number = 🔢 Номер этой оценки: { $number }.
answer-number-inline = 🔢 Номер этой оценки: { $number }. Чтобы показать её в другом чате, наберите там @{ $username } { $number }

answer-picture-of-hundred = из 100
answer-picture-change = было { $before }, { $sign }{ $points }
answer-picture-place = Место среди проверочных резюме
answer-picture-you = выше, чем у { NUMBER($percentile) } %
answer-picture-middle = середина
answer-picture-reasons = Что меняет вероятность, п. п.
answer-picture-noise = Серая полоса — шум ±{ NUMBER($points, maximumFractionDigits: 1) } п. п.
answer-picture-demo = Демо-модель: не судите по ней о людях.
answer-picture-uncalibrated = Модель не откалибрована.
answer-picture-withdrawn = Администратор отозвал эту оценку.
answer-picture-suggestion = Подсказка для человека, а не решение.

button-details = ℹ️ Подробнее
button-essentials = ⬅️ Коротко
button-contest = ⚖️ Оспорить
button-contested = ⚖️ Оспорено
button-useful = 👍
button-not-useful = 👎
button-chosen = { $label } ✓
button-interview = 🤝 После собеседования…
button-interview-confirmed = 🤝 Грейд подтвердили ✓
button-interview-not-confirmed = 🤝 Грейд не подтвердили ✓
button-grade-confirmed = Грейд подтвердили
button-grade-not-confirmed = Грейд не подтвердили
button-interview-forget = Собеседования ещё не было
button-back-to-answer = ⬅️ К оценке
button-share = ↗️ Показать в другом чате

hint-rated-useful = Спасибо! Рад, что пригодилось
hint-rated-not-useful = Спасибо, учту. Если оценка неверна, её можно оспорить
hint-rating-taken-back = Отметку убрал
hint-interview-kept = Записал. Спасибо!
hint-interview-forgotten = Отметку убрал

contest-question =
    ⚖️ <b>Оспорить оценку { $score } из 100</b>
    { $position }

    Администратор увидит это резюме и оценку и решит, оставить её или отозвать. Я пришлю вам ответ.

    Напишите одним сообщением, что не так, или отправьте без слов.
contest-too-long = ✂️ Слишком длинно: уложитесь в { $limit } знаков.
contest-sent = ⚖️ Передал администраторам. Ответ придёт сюда.
contest-sent-before = ⚖️ Эту оценку вы уже оспорили. Администратор ещё не ответил.
contest-upheld-before = ⚖️ Вы уже оспаривали эту оценку: администратор оставил её в силе. { $reply }
contest-withdrawn-before = ⚖️ Вы уже оспаривали эту оценку: администратор её отозвал. { $reply }
button-contest-send = ⚖️ Отправить без слов
button-contest-cancel = ✖️ Не оспаривать

contest-upheld = ⚖️ Администратор рассмотрел ваше возражение: оценка <b>{ $score } из 100</b> ({ $position }) остаётся в силе.
contest-withdrawn = ⚖️ Администратор согласился с вами и отозвал оценку <b>{ $score } из 100</b> ({ $position }).
contest-reply = Ответ: <i>{ $reply }</i>

contested-news = ⚖️ Оспорена оценка { $score } из 100. В очереди { $count ->
    [one] { $count } возражение
    [few] { $count } возражения
   *[many] { $count } возражений
}: /contested
contested-empty = ⚖️ Оспоренных оценок нет.
contested-title = ⚖️ <b>Возражение { $place } из { $total }</b> · { $date } UTC
contested-reason = 💬 <i>{ $reason }</i>
contested-no-reason = 💬 Без объяснения.
contested-resume = <b>Резюме</b>
contested-word =
    Что ответить человеку? Напишите одним сообщением или решите без слов.
contested-word-upheld = ✅ <b>Оценка остаётся в силе</b>
contested-word-withdrawn = ↩️ <b>Оценка отзывается</b>
button-contested-uphold = ✅ Оставить в силе
button-contested-withdraw = ↩️ Отозвать оценку
button-contested-silent = Решить без слов
button-contested-back = ⬅️ К возражению
button-contested-earlier = ⬅️ Раньше
button-contested-later = Позже ➡️
hint-contested-settled = Готово, человек узнает

inline-title = { $score } из 100 · { $position }
inline-card =
    📊 <b>{ $score } из 100</b> · { $about }
    Выше, чем у { NUMBER($percentile) } % резюме, на которых модель проверяли.
inline-about = { $position }, { $city }

error-contest-not-found = 🗑 Этого возражения больше нет: автор удалил оценку вместе с резюме.
error-contest-decided = ⚖️ Это возражение уже разобрал другой администратор.

command-contested = Оспоренные оценки
