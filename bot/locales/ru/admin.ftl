error-act-refused = { $reason ->
    [unknown] 🤷 Такого человека бот не видел: проверьте id. Список — /users
    [self] ✋ Себя так не меняют: попросите другого администратора.
    [operator] ✋ Этот id записан в ADMIN_IDS на сервере: бот не может лишить его прав или заблокировать.
    [banned] ✋ Этот человек заблокирован: сначала снимите блокировку.
    [no_number] 🔢 Здесь нужен id: одно целое число, например 123456789. Он есть в /users
    [invite_bounds] 🔢 Приглашение — на срок от 1 до 365 дней и для 1–1000 человек. Например: /invite 7 5 для отдела продаж
    [over] ✋ Это уже закончено или отменено.
   *[nothing_to_compare] 🤷 Сравнивать не на чем: нужно хотя бы три оценки в истории.
}

command-admin = Панель администратора
command-users = Люди
command-ban = Заблокировать человека
command-unban = Снять блокировку
command-invite = Приглашения
command-broadcast = Рассылка
command-model = Модели
command-export = Выгрузка всех данных
command-backup = Копия базы
command-health = Здоровье бота
command-log = Журнал администраторов

admin-menu =
    🛠 <b>Панель администратора</b>

    Каждое действие записывается в журнал: кто, что и когда сделал.
admin-users = 👥 Люди
admin-invites = ✉️ Приглашения
admin-broadcast = 📣 Рассылка
admin-model = 🤖 Модель
admin-stats = 📊 Статистика
admin-audit = ⚖️ Аудит
admin-contested = 🚩 Оспоренные
admin-export = 📦 Выгрузка
admin-backup = 💾 Копия базы
admin-health = 🩺 Здоровье
admin-log = 📜 Журнал
admin-to-menu = ⬅️ В панель
admin-yes = ✅ Да
admin-no = ⬅️ Нет

admin-people-title = 👥 <b>Люди</b> · всего { $total }
admin-people-line =
    { $id }{ $marks } · { $role ->
        [recruiter] рекрутер
        [candidate] кандидат
       *[none] роль не выбрана
    }
    { $count ->
        [one] { $count } оценка
        [few] { $count } оценки
       *[many] { $count } оценок
    } · с { $joined } · на связи { $seen }
admin-people-hint =
    👑 админ, 🚫 заблокирован, 📵 сам заблокировал бота, ✉️ по приглашению
    Чтобы найти человека, напишите его id.
admin-person-title = 👤 <b>Человек</b> { $id }
admin-person-role = Роль: { $role ->
    [recruiter] рекрутер
    [candidate] кандидат
   *[none] не выбрана
}
admin-person-language = Язык: { $language ->
    [ru] русский
    [en] английский
   *[none] не выбран
}
admin-person-joined = Впервые написал: { $when } UTC
admin-person-seen = Последний раз: { $when } UTC
admin-person-analyses = Оценок в истории: { $count }
admin-person-consent = Согласие: { $version ->
    [none] нет
   *[other] версия { $version }
}
admin-mark-operator = 👑 Администратор из ADMIN_IDS: права меняются только на сервере
admin-mark-admin = 👑 Администратор: назначен в боте
admin-mark-banned = 🚫 Заблокирован { $when } UTC. { $reason ->
    [none] Без причины
   *[other] Причина: { $reason }
}
admin-mark-blocked = 📵 Заблокировал бота { $when } UTC
admin-mark-invited = ✉️ Пришёл по приглашению №{ $number }
admin-ban = 🚫 Блокировать
admin-unban = ✅ Разблокировать
admin-grant = 👑 Сделать админом
admin-revoke = 👑 Снять права
admin-cancel-work = ✖️ Отменить его задачи
admin-ban-silently = 🚫 Блокировать без причины
admin-ban-question =
    Заблокировать { $id }? Бот перестанет ему отвечать, начатые задачи отменятся, права администратора снимутся.

    Напишите причину (человек её увидит) или нажмите кнопку.
admin-grant-question = Сделать { $id } администратором? Он увидит всех людей и сможет делать всё, что есть в панели.
admin-revoke-question = Снять с { $id } права администратора?
admin-work-cancelled = { $count ->
    [0] Начатых задач не было
    [one] Отменена { $count } задача
    [few] Отменены { $count } задачи
   *[many] Отменено { $count } задач
}
admin-told-banned = 🚫 Администратор закрыл вам доступ к боту.{ $reason ->
    [none] { "" }
   *[other] { " " }Причина: { $reason }
}
admin-told-unbanned = ✅ Администратор снова открыл вам доступ. Пришлите резюме, когда захотите.
admin-told-admin = 👑 Вас сделали администратором. Панель: /admin
admin-ban-how = Кого? Напишите id и, если нужно, причину: <code>/ban 123456789 спам</code>. Список людей — /users
admin-unban-how = Кого? Напишите id: <code>/unban 123456789</code>. Список людей — /users
admin-banned = 🚫 { $id } заблокирован. { $cancelled ->
    [0] Начатых задач не было.
    [one] Отменена { $cancelled } задача.
    [few] Отменены { $cancelled } задачи.
   *[many] Отменено { $cancelled } задач.
}
admin-banned-before = 🚫 { $id } уже заблокирован, ничего не изменилось.
admin-unbanned = ✅ { $id } снова может пользоваться ботом.
admin-not-banned = ✅ { $id } и так не заблокирован.

admin-invites-title = ✉️ <b>Приглашения</b> · { $count ->
    [0] открытых нет
    [one] { $count } открытое
    [few] { $count } открытых
   *[many] { $count } открытых
}
admin-invites-open = ℹ️ Сейчас ACCESS=open: боту пишет кто угодно, и приглашения ничего не ограничивают.
admin-invites-line =
    №{ $number } · вошли { $used } из { $all } · до { $until } UTC{ $note ->
        [none] { "" }
       *[other] { " " }· { $note }
    }
admin-invites-hint = ✖️ отзывает приглашение: кто уже вошёл, останется. Быстро: <code>/invite 7 5 для отдела</code> — на 7 дней, 5 человек.
admin-invite-new = ➕ Новое приглашение
admin-invite-make = 🔗 Создать ссылку
admin-invite-terms =
    ✉️ <b>Новое приглашение</b>

    Срок, дней: { $days }
    Сколько человек: { $uses }
    Заметка: { $note ->
        [none] нет; напишите её сообщением, если нужна
       *[other] { $note }
    }
admin-invite-link =
    ✉️ Приглашение №{ $number } · до { $until } UTC · { $uses ->
        [one] { $uses } человек
        [few] { $uses } человека
       *[many] { $uses } человек
    }

    { $link }

    Перешлите эту ссылку. Второй раз её не показать: бот хранит только отпечаток.
admin-invite-revoked = Приглашение №{ $number } отозвано

admin-log-title = 📜 <b>Журнал администраторов</b> · всего { $total }
admin-log-when = { $when } UTC · { $admin }
admin-log-text = { $text }
admin-log-detail = { $name ->
    [reason] причина
    [days] дней
    [uses] человек
    [note] заметка
    [audience] кому
    [recipients] получателей
    [count] резюме
    [period] период
    [part] часть
   *[other] { $name }
}: { $value }
admin-log-period = { $period ->
    [day] сутки
    [week] неделя
    [month] месяц
   *[other] { $period }
}
admin-log-table = 📄 Весь журнал в CSV
admin-act = { $act ->
    [stats] смотрел статистику
    [users] смотрел людей
    [ban] заблокировал
    [unban] разблокировал
    [grant_admin] сделал администратором
    [revoke_admin] снял права администратора
    [cancel_work] отменил задачи
    [invite] создал приглашение
    [revoke_invite] отозвал приглашение
    [broadcast] начал рассылку
    [cancel_broadcast] остановил рассылку
    [model_load] загрузил модель
    [model_switch] сменил модель на
    [model_unload] выгрузил модель
    [model_compare] сравнил с моделью
    [audit] запустил аудит
    [export] выгрузил данные
    [backup] снял копию базы
    [health] смотрел здоровье
    [log] смотрел журнал
    [contest_upheld] оставил оспоренную оценку
    [contest_withdrawn] отозвал оспоренную оценку
   *[other] { $act }
}

admin-broadcast-write =
    📣 <b>Рассылка</b>

    Пришлите или перешлите сообщение: текст с оформлением, фото, файл, видео. Я покажу, как его увидят люди, и спрошу, кому отправить.
admin-broadcast-album = Альбом разослать нельзя: пришлите одно сообщение.
admin-broadcast-uncopied = Такое сообщение Telegram не даёт копировать. Пришлите другое.
admin-broadcast-check =
    ⬆️ Так сообщение увидят люди.

    Кому: <b>{ $audience ->
        [all] всем
        [recruiters] рекрутерам
        [candidates] кандидатам
        [ru] тем, кто выбрал русский
       *[en] тем, кто выбрал английский
    }</b> · { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }
    Заблокированные, не давшие согласия и заблокировавшие бота не считаются.
admin-audience = { $audience ->
    [all] Все
    [recruiters] Рекрутеры
    [candidates] Кандидаты
    [ru] По-русски
   *[en] По-английски
}
admin-broadcast-send = 📣 Отправить · { $count }
admin-broadcast-stop = ✋ Остановить рассылку
admin-broadcast-sending = 📣 Рассылаю: { $done } из { $all }
admin-broadcast-ended = { $state ->
    [cancelled] ✋ Рассылка остановлена: { $done } из { $all }
   *[done] ✅ Рассылка закончена: { $done } из { $all }
}
admin-broadcast-figures =
    Доставлено: { $delivered }
    Заблокировали бота: { $blocked }
    Не дошло: { $failed }
admin-broadcast-stopping = Останавливаю
admin-broadcast-over = Рассылка уже закончена

admin-export-working = 📦 Собираю выгрузку…
admin-export-caption =
    📦 Всё, что хранит бот: { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }, { $analyses ->
        [one] { $analyses } оценка
        [few] { $analyses } оценки
       *[many] { $analyses } оценок
    }.{ $missing ->
        [0] { "" }
       *[other] { " " }Не поместились или не читаются: { $missing }, самые старые.
    }

    ⚠️ Внутри персональные данные (резюме, id людей): не пересылайте файл и удалите его, когда он не нужен. Выгрузка записана в журнал.
admin-export-done = 📦 Выгрузка готова.
admin-backup-working = 💾 Снимаю копию базы…
admin-backup-caption =
    💾 Копия базы: проверена и сжата.

    ⚠️ Внутри персональные данные. Храните её в надёжном месте. Как восстановить — docs/admin.md.
admin-backup-done = 💾 Копия базы готова. На сервере её больше нет.
admin-backup-left = 💾 Копия базы готова, но { NUMBER($megabytes, maximumFractionDigits: 1) } МБ — больше, чем Telegram берёт от бота (50 МБ). Она осталась на сервере: <code>{ $path }</code>. Заберите её оттуда и удалите.

admin-models-title = 🤖 <b>Модели</b> · процесс занимает { NUMBER($memory, maximumFractionDigits: 0) } МБ памяти
admin-models-line = { $state ->
    [live] 🟢 <b>{ $name }</b> — отвечает людям
    [loaded] 🔵 { $name } — в памяти
    [missing] ⚪️ { $name } — веса не скачаны
   *[idle] ⚪️ { $name } — на диске
}{ $state ->
    [missing] { "" }
   *[other] { " " }· { NUMBER($megabytes, maximumFractionDigits: 0) } МБ
}
admin-models-chosen = { $by ->
    [admin] Выбрана администратором: <b>{ $name }</b>. Выбор переживает перезапуск, пока в .env не сменят BUNDLE.
   *[settings] Выбрана в .env: <b>{ $name }</b>.
}
admin-models-trouble = ⚠️ Выбранная модель не загрузилась при запуске, вместо неё работает модель из .env. Причина: { $reason }
admin-models-hint = Нажмите на модель. Другую можно назвать путём к её папке на сервере: <code>/model /путь/к/папке</code>
admin-model-title = 🤖 <b>{ $name }</b> · версия { $revision }
admin-model-state = { $state ->
    [live] 🟢 Отвечает людям
    [loaded] 🔵 В памяти, но людям не отвечает
    [missing] ⚪️ Веса не скачаны
   *[idle] ⚪️ На диске, не загружена
}
admin-model-missing = Нужны веса { $source }. Скачайте их на сервере: <code>python -m inference fetch</code>
admin-model-demo = { $demo ->
    [yes] 🎓 Демо-модель: училась на придуманных карьерах, для решений о людях не годится.
   *[no] Не демо-модель: для каких решений она годится, сказано в карточке.
}
admin-model-facts =
    Архитектура: { $architecture }, { $weights }
    Шаблон: { $template }, до { $tokens } токенов
    Файлы: { NUMBER($megabytes, maximumFractionDigits: 1) } МБ
    Лицензия: { $licence }
admin-model-auc = ROC-AUC по её манифесту: { NUMBER($auc, minimumFractionDigits: 2, maximumFractionDigits: 3) }. На чём измерено, сказано в карточке.
admin-model-verdicts = Дообучена из { $began_as } на отметках рекрутеров. На { $count ->
        [one] { $count } новейшей отметке
       *[many] { $count } новейших отметках
    } разница ROC-AUC { $difference } (95 %: от { $low } до { $high }): { $finding ->
        [better] ✅ она лучше исходной.
        [worse] ⛔ она хуже исходной, переключиться на неё нельзя.
       *[no] разница не доказана, нужно больше отметок.
    }
admin-model-card = 📄 Карточка модели
admin-model-load = ⬇️ Загрузить
admin-model-unload = ⬆️ Выгрузить
admin-model-switch = 🔀 В работу
admin-model-compare = ⚖️ Сравнить с рабочей
admin-switch-question =
    Сделать рабочей <b>{ $name }</b>? Новые резюме пойдут к ней, прежние оценки не изменятся, и сравнивать старые с новыми будет нельзя.{ $demo ->
        [yes] { " " }Это демо-модель.
       *[no] { "" }
    }
admin-compare-question =
    ⚖️ Оценить последние резюме рабочей моделью и моделью <b>{ $name }</b>. В историю ничего не попадёт.

    Сколько резюме взять?
admin-model-working = ⏳ Модель { $name }: работаю. Большая модель загружается минуты.
admin-model-loaded = 🔵 Модель { $name } в памяти. Людям отвечает прежняя.
admin-model-switched = 🟢 Теперь людям отвечает { $name } (версия { $revision }). Выбор сохранён и переживёт перезапуск.
admin-model-unloaded = ⚪️ Модель { $name } выгружена из памяти.
admin-bundle-not-found = 🤷 Модели «{ $name }» нет: ни среди поставленных, ни папки с manifest.json по этому пути на сервере.
admin-bundle-unavailable = ⚪️ Модели { $name } не хватает весов { $source }. Там, где есть сеть, выполните: <code>python -m inference fetch { $name }</code>
admin-bundle-code = ✋ Модель { $name } выполняет код на Python из { $source }. Прочтите его; если доверяете, задайте ALLOW_REMOTE_CODE=1 и перезапустите бота.
admin-bundle-large = 📦 Модель { $name } не помещается: нужно { $needed } МиБ, на { $device } свободно { $available } МиБ. Выгрузите другую модель или возьмите меньшую.
admin-bundle-mismatch = 💔 Модель { $name } испорчена: { $part } — ожидалось { $expected }, а там { $found }. Скопируйте её папку заново.
admin-bundle-worse = ⛔ Модель { $name } на новейших отметках хуже, чем { $began_as }: переключаться на неё нельзя.
admin-bundle-in-use = ✋ Модель { $name } отвечает людям: сначала сделайте рабочей другую.
admin-bundle-not-loaded = 🤷 Модели { $name } уже нет в памяти.
admin-bundle-other = 🔧 Модель не загрузилась: { $reason }
admin-comparing = ⚖️ Сравниваю с { $name }: { $done } из { $total }
admin-compared-title = ⚖️ <b>{ $old } → { $new }</b> · { $count ->
    [one] { $count } резюме
    [few] { $count } резюме
   *[many] { $count } резюме
}
admin-compared-rank = { $known ->
    [yes] Порядок совпадает на { NUMBER($rank, minimumFractionDigits: 2, maximumFractionDigits: 2) } (корреляция Спирмена: 1 — тот же порядок, 0 — никакой связи).
   *[no] Одна из моделей ставит всем одну оценку: порядки не сравнить.
} Пар, которые поменялись местами: { $swapped } из { $pairs }.
admin-compared-points = В среднем оценка меняется на { NUMBER($mean, maximumFractionDigits: 1) } балла (сдвиг { $shift }). Больше всего: №{ $number }, { NUMBER($old, maximumFractionDigits: 0) } → { NUMBER($new, maximumFractionDigits: 0) }.
admin-compared-up = ⬆️ <b>Обгоняют других:</b>
admin-compared-down = ⬇️ <b>Пропускают других:</b>
admin-compared-move = №{ $number }: место { NUMBER($before) } → { NUMBER($after) }, оценка { NUMBER($old, maximumFractionDigits: 0) } → { NUMBER($new, maximumFractionDigits: 0) }
admin-compared-failed = Не оценены: { $count }.
admin-compared-hint = Номера — из истории. Кто прав, покажут только собеседования.
admin-points-up = +{ NUMBER($points, maximumFractionDigits: 1) }
admin-points-down = −{ NUMBER($points, maximumFractionDigits: 1) }

admin-health-title = { $light } <b>{ $level ->
    [good] Всё в порядке
    [warn] Работает, но есть на что посмотреть
   *[bad] Нужна помощь
}</b>
admin-health-again = 🔄 Посмотреть ещё раз
admin-health-telegram = <b>Telegram</b>: { $ago ->
    [-1] ответа ещё не было.
   *[other] ответил { $ago } с назад, сообщения приходят через { $lag } с.
}{ $waiting ->
    [-1] { "" }
   *[other] { " " }Вебхук: ещё не доставлено { $waiting }.
}{ $level ->
    [good] { "" }
   *[warn] { " " }Последняя ошибка: { $error ->
        [none] нет
       *[other] «{ $error }»
    }. Проверьте { $waiting ->
        [-1] сеть сервера и TELEGRAM_API_URL.
       *[other] прокси, его сертификат, WEBHOOK_URL и сеть сервера.
    }
}
admin-health-updates = <b>Сообщения</b>: ждут { $count }{ $level ->
    [good] .
   *[warn] , самое старое { $seconds } с. Посмотрите журнал программы; если не проходит, перезапустите бота.
}
admin-health-tasks = <b>Задачи</b>: в работе { $count }{ $kinds ->
    [none] { "" }
   *[other] { " " }({ $kinds })
}. За сутки: готово { $done }, не вышло { $failed }, отложено { $aside }.{ $level ->
    [good] { "" }
   *[warn] { " " }Самая старая ждёт { $seconds } с. Отложенные дважды роняли бота: посмотрите журнал программы.
}
admin-health-model = <b>Модель</b>: { $level ->
    [bad] не загружена, оценки ждут. Если бот запущен давно, посмотрите журнал программы.
   *[good] { $name }, версия { $revision }, { $by ->
        [admin] выбрана администратором
       *[settings] из .env
    }; в памяти моделей: { $loaded }.{ $demo ->
        [yes] { " " }🎓 Демо.
       *[no] { "" }
    }
}{ $trouble ->
    [none] { "" }
   *[other] { " " }Выбранная { $chosen } не загрузилась. { $trouble } Выберите модель заново: /model
}
admin-health-database = <b>База</b>: { NUMBER($megabytes, maximumFractionDigits: 1) } МБ, журнал WAL { NUMBER($wal, maximumFractionDigits: 1) } МБ, { $sound ->
    [yes] цела.
    [unknown] проверяется при каждой копии: /backup
   *[no] ПОВРЕЖДЕНА. Остановите бота и восстановите последнюю копию: docs/admin.md
}{ $level ->
    [warn] { " " }WAL велик: перезапустите бота в спокойное время.
   *[other] { "" }
}
admin-health-sqlite = <b>SQLite</b> { $version }{ $level ->
    [good] .
   *[warn] : в этой версии два процесса могут потерять записи. Бот держит одно соединение; не открывайте файл базы другими программами, пока он работает.
}
admin-health-backup = <b>Копия базы</b>: { $days ->
    [-1] ещё не снималась.
    [0] сегодня.
    [one] { $days } день назад.
    [few] { $days } дня назад.
   *[many] { $days } дней назад.
}{ $level ->
    [good] { "" }
   *[warn] { " " }Снимите: /backup
}
admin-health-memory = <b>Память</b>: процесс { NUMBER($rss, maximumFractionDigits: 0) } МБ, свободно { NUMBER($free, maximumFractionDigits: 0) } МБ; работает { NUMBER($hours, maximumFractionDigits: 1) } ч.{ $level ->
    [good] { "" }
   *[warn] { " " }Памяти мало: выгрузите лишние модели (/model) или добавьте её.
}
admin-health-disk = <b>Диск</b>: свободно { NUMBER($free, maximumFractionDigits: 0) } МБ.{ $level ->
    [good] { "" }
   *[warn] { " " }Места мало: без него бот не сможет сохранять. Удалите старые копии из data/backups.
}
admin-health-readers = <b>Чтение файлов</b>: { $level ->
    [good] сканы (tesseract) и DOC (antiword) читаются.
   *[warn] нет программ { $missing }: сканы или старые DOC не читаются. Установите их на сервере: apt install tesseract-ocr tesseract-ocr-rus antiword
}
