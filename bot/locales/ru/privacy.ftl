mydata-caption =
    🗃 Всё, что о вас хранится, одним файлом JSON: { $total ->
        [one] { $total } запись
        [few] { $total } записи
       *[many] { $total } записей
    }. Сами файлы резюме бот не хранит.
    Удалить всё: /deletedata
mydata-none = 🗃 О вас ничего не хранится, кроме id и настроек — они в файле.
mydata-too-large = 🗃 Данных больше, чем Telegram позволяет прислать одним файлом. Удалите часть оценок в /history или попросите администратора прислать выгрузку.

deletedata-question =
    🧹 <b>Удалить всё, что о вас хранится?</b>

    { $list }

    Вернуть это будет нельзя. Незаконченное отменится. Из резервных копий данные уйдут, когда копии сменятся новыми{ $sealed ->
        [yes] { "" }, но прочесть их там нельзя уже сразу: ключ удаляется вместе с ними
       *[no] { "" }
    }.
deletedata-question-nothing =
    🧹 Оценок, вакансий и согласий нет. Стереть id и настройки?
deletedata-done =
    🧹 <b>Готово: удалено всё</b>

    { $list }

    Сообщения в этом чате удалите сами: бот их стереть не может. Захотите вернуться — /start
deletedata-done-nothing = 🧹 Готово: больше ничего не хранится. Захотите вернуться — /start
deletedata-kept = Хорошо, всё на месте.
button-deletedata-yes = 🧹 Да, удалить всё
button-deletedata-no = ⬅️ Нет, оставить

stored-analyses = { $count ->
    [one] • { $count } оценка с резюме
    [few] • { $count } оценки с резюме
   *[many] • { $count } оценок с резюме
}
stored-verdicts = { $count ->
    [one] • { $count } ваша отметка к оценке
    [few] • { $count } ваши отметки к оценкам
   *[many] • { $count } ваших отметок к оценкам
}
stored-contests = { $count ->
    [one] • { $count } оспоренная оценка
    [few] • { $count } оспоренные оценки
   *[many] • { $count } оспоренных оценок
}
stored-batches = { $count ->
    [one] • { $count } пачка резюме
    [few] • { $count } пачки резюме
   *[many] • { $count } пачек резюме
}
stored-vacancies = { $count ->
    [one] • { $count } вакансия
    [few] • { $count } вакансии
   *[many] • { $count } вакансий
}
stored-consents = { $count ->
    [one] • { $count } запись о согласии
    [few] • { $count } записи о согласии
   *[many] • { $count } записей о согласии
}
stored-unfinished = { $count ->
    [one] • { $count } незаконченное дело
    [few] • { $count } незаконченных дела
   *[many] • { $count } незаконченных дел
}
stored-dialogs = { $count ->
    [one] • { $count } запись открытых окон
    [few] • { $count } записи открытых окон
   *[many] • { $count } записей открытых окон
}

myfile-ask =
    🔎 <b>Хранится ли здесь ваше резюме?</b>
    Пришлите файл тем же, каким вы его отправляли: я узнаю его по отпечатку (SHA-256), читать не буду. Передумали — /cancel
myfile-none = 🔎 По этому файлу здесь ничего не хранится. Если вы отправляли другую его версию, проверьте и её: /myfile
myfile-found =
    🔎 По этому файлу здесь { $analyses ->
        [one] хранится { $analyses } оценка
        [few] хранятся { $analyses } оценки
       *[many] хранится { $analyses } оценок
    } у { $people ->
        [one] { $people } человека
       *[many] { $people } человек
    }. Стереть их вместе с резюме?
button-myfile-erase = 🧹 Стереть
button-myfile-keep = ⬅️ Оставить
myfile-erased =
    🧹 Готово: { $analyses ->
        [one] стёрта { $analyses } оценка
        [few] стёрты { $analyses } оценки
       *[many] стёрто { $analyses } оценок
    } вместе с резюме.
command-mydata = Что обо мне хранится
command-deletedata = Удалить всё обо мне
command-myfile = Найти и стереть своё резюме
