operator-sandbox = BOT_TOKEN is not set: running the bot in the sandbox, without Telegram. For Telegram put the token into .env
operator-no-sandbox = The sandbox does not start: { $reason }
operator-settings = Wrong setting { $name }: { $reason }
operator-token = Telegram does not accept BOT_TOKEN. Check it with @BotFather
operator-unreachable = The Bot API server does not answer: { $url }
operator-database-busy = The database file { $path } is in use by another process: stop that one or set another DATABASE_URL
operator-database = The database can't be opened: { $reason }
operator-bundle-missing = There is no model “{ $name }”: set BUNDLE to a folder of inference/bundles/ or to a path
operator-bundle-unfetched = The model “{ $name }” needs the weights { $source }, which are not here. Where there is a network, run: python -m inference fetch { $name }
operator-bundle-absent = The model “{ $name }” needs what is not here: { $source }
operator-bundle-code = The model “{ $name }” runs Python code of { $source }. Read it; if you trust it, set ALLOW_REMOTE_CODE=1
operator-bundle-large = The model “{ $name }” does not fit: it needs { $needed } MiB, { $device } has { $available } MiB left. Take a smaller one (BUNDLE) or another device (DEVICE)
operator-bundle = The model can't be loaded: { $reason }
operator-reader = The reader of files does not start: { $reason }
operator-port = { $setting }: can't listen on the port { $port } ({ $reason }). Stop whoever has it, or set another one
operator-webhook = Telegram does not take WEBHOOK_URL: { $reason }. Correct it, or leave it empty to ask for updates instead
operator-sealed = DATA_KEY does not open what is encrypted already ({ $column }). Put the earlier key back; to change it, put the new one before it, with a comma between
