command-audit = Проверка на перекосы

audit-working = ⏳ Проверяю оценки на перекосы…
audit-swap-working = ⏳ Меняю в последних резюме возраст и город и спрашиваю модель…
audit-title = Оценки по возрасту и городу
audit-score = Оценка
audit-rate = В шорт-листе
audit-too-few = мало данных
audit-by-age = По возрасту
audit-by-city = По городу
audit-band = { $end ->
    [0] от { $start }
   *[other] { $start ->
        [0] до { $end }
       *[other] { $start }–{ $end }
    }
}
audit-other-cities = Другие города
audit-note-model = Модель { $model }, версия { $revision }; { $count } резюме, исправленные и повторные — по одному разу.
audit-note-shortlist = В шорт-листе — оценка от { $score }, то есть не ниже середины эталонного набора.
audit-note-interval = Точка — среднее, черта — 95-процентный бутстреп-интервал. Группы меньше { $least } резюме не показаны.
audit-note-law = Возраст и место жительства не могут быть причиной отказа (ст. 64 ТК РФ). Это измерение, а не вывод о причинах.
audit-caption =
    ⚖️ <b>Оценки по возрасту и городу</b>
    Модель { $model }, { $count ->
        [one] { $count } резюме
       *[other] { $count } резюме
    } (исправленные и повторные — по одному разу).
audit-empty = Резюме меньше { $least }: считать рано.
audit-no-group-age = По возрасту: пока нет ни одной группы из { $least } резюме.
audit-no-group-city = По городу: пока нет ни одной группы из { $least } резюме.
audit-one-group-age = По возрасту: группа из { $least } резюме пока одна, сравнивать не с чем.
audit-one-group-city = По городу: группа из { $least } резюме пока одна, сравнивать не с чем.
audit-even-age = По возрасту: каждая группа проходит в шорт-лист хотя бы на 80 % от самой успешной.
audit-even-city = По городу: каждая группа проходит в шорт-лист хотя бы на 80 % от самой успешной.
audit-uneven-age = ⚠️ По возрасту: реже четырёх пятых от самой успешной группы проходят: { $groups }.
audit-uneven-city = ⚠️ По городу: реже четырёх пятых от самой успешной группы проходят: { $groups }.
audit-maybe-age = По возрасту: реже четырёх пятых от самой успешной группы проходят { $groups }, но интервалы перекрываются: это может быть случайностью.
audit-maybe-city = По городу: реже четырёх пятых от самой успешной группы проходят { $groups }, но интервалы перекрываются: это может быть случайностью.
audit-group = { $name } ({ NUMBER($percent, maximumFractionDigits: 0) } %)
audit-nobody-age = По возрасту: в шорт-лист не попал никто.
audit-nobody-city = По городу: в шорт-лист не попал никто.
audit-read = Разница групп ещё не значит, что модель смотрит на возраст или город: люди в группах разные. Смотрит ли она, покажет подмена.
audit-pdf = 📄 PDF
audit-swap = 🔁 Подмена
audit-pdf-name = audit.pdf
audit-swap-text =
    🔁 <b>Подмена возраста и города</b>
    { $count ->
        [one] Взято { $count } последнее резюме, и менялись
        [few] Взяты { $count } последних резюме, и менялись
       *[many] Взяты { $count } последних резюме, и менялись
    } только возраст и город. Средняя оценка:
audit-swap-cell = { $city }, { $age ->
    [one] { $age } год
    [few] { $age } года
   *[many] { $age } лет
}: <b>{ NUMBER($score, maximumFractionDigits: 1, minimumFractionDigits: 1) }</b>
audit-swap-hidden = город скрыт
audit-swap-within = ✅ В среднем подмена двигает оценку одного резюме на { NUMBER($largest, maximumFractionDigits: 1) } балла, другие слова о том же — на { NUMBER($neutral, maximumFractionDigits: 1) }. Больше шума не видно.
audit-swap-above = ⚠️ В среднем подмена двигает оценку одного резюме на { NUMBER($largest, maximumFractionDigits: 1) } балла, а другие слова о том же — на { NUMBER($neutral, maximumFractionDigits: 1) }. Это больше шума.
audit-swap-nothing = 🔁 Подменять пока нечего: у этой модели нет ни одной оценки.
