operator-sandbox = BOT_TOKEN не задан: запускаю бота в песочнице, без Telegram. Токен для Telegram впишите в .env
operator-no-sandbox = Песочница не запускается: { $reason }
operator-settings = Неверная настройка { $name }: { $reason }
operator-token = Telegram не принимает BOT_TOKEN. Проверьте его у @BotFather
operator-unreachable = Сервер Bot API не отвечает: { $url }
operator-database-busy = Файл базы { $path } занят другим процессом: остановите его или задайте другой DATABASE_URL
operator-database = База данных не открывается: { $reason }
operator-bundle-missing = Нет модели «{ $name }»: задайте в BUNDLE папку из inference/bundles/ или путь
operator-bundle-unfetched = Модели «{ $name }» нужны веса { $source }, которых здесь нет. Где есть сеть, выполните: python -m inference fetch { $name }
operator-bundle-absent = Модели «{ $name }» нужно то, чего здесь нет: { $source }
operator-bundle-code = Модель «{ $name }» выполняет код на Python из { $source }. Прочтите его; если доверяете ему, задайте ALLOW_REMOTE_CODE=1
operator-bundle-large = Модель «{ $name }» не помещается: нужно { $needed } МиБ, на { $device } свободно { $available } МиБ. Возьмите меньшую (BUNDLE) или другое устройство (DEVICE)
operator-bundle = Модель не загружается: { $reason }
operator-reader = Чтение файлов не запускается: { $reason }
operator-port = { $setting }: порт { $port } не открывается ({ $reason }). Остановите того, кто его занял, или задайте другой
operator-webhook = Telegram не принимает WEBHOOK_URL: { $reason }. Исправьте его или оставьте пустым, тогда бот сам спрашивает обновления
operator-sealed = DATA_KEY не открывает то, что уже зашифровано ({ $column }). Верните прежний ключ; чтобы сменить его, поставьте новый перед прежним через запятую
