command-calibrate = Сбылись ли оценки

calibrate-working = ⏳ Сверяю оценки с вашими собеседованиями…
calibrate-not-yours = Эта команда — для рекрутеров: она сверяет оценки с собеседованиями. Роль меняется в /settings
calibrate-too-few =
    🎯 <b>Сбылись ли оценки: пока рано судить</b>
    Отмечено { $count ->
        [one] { $count } собеседование
        [few] { $count } собеседования
       *[many] { $count } собеседований
    }: грейд подтвердился в { $confirmed }, не подтвердился в { $refuted }.
calibrate-missing = Не хватает ещё { $count ->
    [one] { $count } собеседования
   *[other] { $count } собеседований
}: нужно хотя бы { $least }.
calibrate-missing-confirmed = Не хватает ещё { $count ->
    [one] { $count } подтверждённого грейда
   *[other] { $count } подтверждённых грейдов
}: без них нечего сравнивать.
calibrate-missing-refuted = Не хватает ещё { $count ->
    [one] { $count } неподтверждённого грейда
   *[other] { $count } неподтверждённых грейдов
}: без них нечего сравнивать.
calibrate-how = Отметить собеседование можно под каждой оценкой: кнопка «🤝 После собеседования…». Прошлые оценки — /history

calibrate-title = Сбылись ли оценки
calibrate-promised = обещано моделью, %
calibrate-confirmed = подтвердилось, %
calibrate-ideal = как обещано
calibrate-counts = собеседований
calibrate-footer = Чёрточки — 95-процентные интервалы: настоящая доля скорее всего внутри.
calibrate-caption =
    🎯 <b>Сбылись ли оценки</b>
    Собеседований: { $count }. Грейд подтвердился в { NUMBER($share, maximumFractionDigits: 0) } % (интервал { NUMBER($low, maximumFractionDigits: 0) }–{ NUMBER($high, maximumFractionDigits: 0) } %), модель обещала в среднем { NUMBER($promised, maximumFractionDigits: 0) } %.
calibrate-honest = ✅ Обещания в пределах того, что показали собеседования.
calibrate-shy = 📉 Модель осторожнее жизни: подтверждается чаще, чем она обещает.
calibrate-bold = 📈 Модель обещает больше, чем подтверждается: смотрите на порядок кандидатов, а не на проценты.
calibrate-order = Кто подтвердил грейд, стоял выше в { NUMBER($percent, maximumFractionDigits: 0) } % пар (50 % — наугад, 100 % — безошибочно).
calibrate-brier = Ошибка обещаний (Брайер): { NUMBER($brier, maximumFractionDigits: 3) }; если всегда называть среднюю долю — { NUMBER($plain, maximumFractionDigits: 3) }. Меньше — лучше.
calibrate-models = Здесь оценки { $count ->
    [one] { $count } модели
   *[other] { $count } разных моделей
} вместе.
