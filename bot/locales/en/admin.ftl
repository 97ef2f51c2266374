error-act-refused = { $reason ->
    [unknown] 🤷 The bot has never met this person: check the id. The list: /users
    [self] ✋ Not on yourself: ask another admin.
    [operator] ✋ This id is in ADMIN_IDS on the server: the bot can't ban it or take its rights away.
    [banned] ✋ This person is banned: lift the ban first.
    [no_number] 🔢 An id is needed here: one whole number, such as 123456789. It is in /users
    [invite_bounds] 🔢 An invitation is for 1 to 365 days and for 1 to 1000 people. For example: /invite 7 5 for the sales team
    [over] ✋ This has ended or was cancelled before.
   *[nothing_to_compare] 🤷 There is nothing to compare on: the history needs at least three scores.
}

command-admin = Admin panel
command-users = People
command-ban = Ban a person
command-unban = Lift a ban
command-invite = Invitations
command-broadcast = Send a message to many
command-model = Models
command-export = Export all data
command-backup = Copy of the database
command-health = Health of the bot
command-log = Log of the admins

admin-menu =
    🛠 <b>Admin panel</b>

    Every act is written to the log: who did what, and when.
admin-users = 👥 People
admin-invites = ✉️ Invitations
admin-broadcast = 📣 Broadcast
admin-model = 🤖 Model
admin-stats = 📊 Statistics
admin-audit = ⚖️ Audit
admin-contested = 🚩 Contested
admin-export = 📦 Export
admin-backup = 💾 Backup
admin-health = 🩺 Health
admin-log = 📜 Log
admin-to-menu = ⬅️ To the panel
admin-yes = ✅ Yes
admin-no = ⬅️ No

admin-people-title = 👥 <b>People</b> · { $total } in all
admin-people-line =
    { $id }{ $marks } · { $role ->
        [recruiter] recruiter
        [candidate] candidate
       *[none] no role yet
    }
    { $count ->
        [one] { $count } score
       *[other] { $count } scores
    } · since { $joined } · seen { $seen }
admin-people-hint =
    👑 admin, 🚫 banned, 📵 has blocked the bot, ✉️ came by invitation
    To find a person, write their id.
admin-person-title = 👤 <b>Person</b> { $id }
admin-person-role = Role: { $role ->
    [recruiter] recruiter
    [candidate] candidate
   *[none] not chosen
}
admin-person-language = Language: { $language ->
    [ru] Russian
    [en] English
   *[none] not chosen
}
admin-person-joined = First wrote: { $when } UTC
admin-person-seen = Last seen: { $when } UTC
admin-person-analyses = Scores in the history: { $count }
admin-person-consent = Consent: { $version ->
    [none] none
   *[other] version { $version }
}
admin-mark-operator = 👑 Admin by ADMIN_IDS: the rights change only on the server
admin-mark-admin = 👑 Admin: made one in the bot
admin-mark-banned = 🚫 Banned { $when } UTC. { $reason ->
    [none] No reason given
   *[other] Reason: { $reason }
}
admin-mark-blocked = 📵 Blocked the bot { $when } UTC
admin-mark-invited = ✉️ Came by invitation No. { $number }
admin-ban = 🚫 Ban
admin-unban = ✅ Lift the ban
admin-grant = 👑 Make admin
admin-revoke = 👑 Take rights
admin-cancel-work = ✖️ Cancel their tasks
admin-ban-silently = 🚫 Ban without a reason
admin-ban-question =
    Ban { $id }? The bot will not answer them any more, their tasks are cancelled, and admin rights are taken away.

    Write the reason (the person will read it) or press the button.
admin-grant-question = Make { $id } an admin? They will see everybody and can do all that is in the panel.
admin-revoke-question = Take the admin rights of { $id } away?
admin-work-cancelled = { $count ->
    [0] There were no tasks
    [one] { $count } task cancelled
   *[other] { $count } tasks cancelled
}
admin-told-banned = 🚫 An admin has closed the bot to you.{ $reason ->
    [none] { "" }
   *[other] { " " }Reason: { $reason }
}
admin-told-unbanned = ✅ An admin has opened the bot to you again. Send a resume whenever you like.
admin-told-admin = 👑 You are an admin now. The panel: /admin
admin-ban-how = Whom? Write the id and, if you like, a reason: <code>/ban 123456789 spam</code>. The people: /users
admin-unban-how = Whom? Write the id: <code>/unban 123456789</code>. The people: /users
admin-banned = 🚫 { $id } is banned. { $cancelled ->
    [0] There were no tasks.
    [one] { $cancelled } task was cancelled.
   *[other] { $cancelled } tasks were cancelled.
}
admin-banned-before = 🚫 { $id } was banned before: nothing has changed.
admin-unbanned = ✅ { $id } may use the bot again.
admin-not-banned = ✅ { $id } is not banned anyway.

admin-invites-title = ✉️ <b>Invitations</b> · { $count ->
    [0] none open
    [one] { $count } open
   *[other] { $count } open
}
admin-invites-open = ℹ️ ACCESS=open just now: anybody may write to the bot, and invitations limit nothing.
admin-invites-line =
    No. { $number } · { $used } of { $all } came in · until { $until } UTC{ $note ->
        [none] { "" }
       *[other] { " " }· { $note }
    }
admin-invites-hint = ✖️ revokes an invitation; who came in stays. The quick way: <code>/invite 7 5 for the team</code> is 7 days, 5 people.
admin-invite-new = ➕ New invitation
admin-invite-make = 🔗 Make the link
admin-invite-terms =
    ✉️ <b>New invitation</b>

    Days: { $days }
    People: { $uses }
    Note: { $note ->
        [none] none; write it as a message if you need one
       *[other] { $note }
    }
admin-invite-link =
    ✉️ Invitation No. { $number } · until { $until } UTC · { $uses ->
        [one] { $uses } person
       *[other] { $uses } people
    }

    { $link }

    Forward this link. It can't be shown again: the bot keeps only its fingerprint.
admin-invite-revoked = Invitation No. { $number } is revoked

admin-log-title = 📜 <b>Log of the admins</b> · { $total } in all
admin-log-when = { $when } UTC · { $admin }
admin-log-text = { $text }
admin-log-detail = { $name ->
    [reason] reason
    [days] days
    [uses] people
    [note] note
    [audience] to
    [recipients] recipients
    [count] resumes
    [period] period
    [part] part
   *[other] { $name }
}: { $value }
admin-log-period = { $period ->
    [day] day
    [week] week
    [month] month
   *[other] { $period }
}
admin-log-table = 📄 The whole log as CSV
admin-act = { $act ->
    [stats] looked at the statistics
    [users] looked at people
    [ban] banned
    [unban] lifted the ban of
    [grant_admin] made an admin
    [revoke_admin] took the admin rights of
    [cancel_work] cancelled the tasks of
    [invite] made an invitation
    [revoke_invite] revoked invitation
    [broadcast] began broadcast
    [cancel_broadcast] stopped broadcast
    [model_load] loaded the model
    [model_switch] switched to the model
    [model_unload] unloaded the model
    [model_compare] compared with the model
    [audit] ran the audit
    [export] exported data
    [backup] backed up the database
    [health] looked at the health
    [log] looked at the log
    [contest_upheld] upheld the contested score
    [contest_withdrawn] withdrew the contested score
   *[other] { $act }
}

admin-broadcast-write =
    📣 <b>Broadcast</b>

    Send or forward the message: text with its formatting, a photo, a file, a video. I will show how people see it, and ask whom to send it to.
admin-broadcast-album = An album can't be sent to many: send one message.
admin-broadcast-uncopied = Telegram does not let this kind of message be copied. Send another one.
admin-broadcast-check =
    ⬆️ This is how people will see it.

    To: <b>{ $audience ->
        [all] everybody
        [recruiters] recruiters
        [candidates] candidates
        [ru] those who chose Russian
       *[en] those who chose English
    }</b> · { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
    Not counted: the banned, those who have not agreed, those who have blocked the bot.
admin-audience = { $audience ->
    [all] Everybody
    [recruiters] Recruiters
    [candidates] Candidates
    [ru] In Russian
   *[en] In English
}
admin-broadcast-send = 📣 Send · { $count }
admin-broadcast-stop = ✋ Stop the broadcast
admin-broadcast-sending = 📣 Sending: { $done } of { $all }
admin-broadcast-ended = { $state ->
    [cancelled] ✋ The broadcast was stopped: { $done } of { $all }
   *[done] ✅ The broadcast is over: { $done } of { $all }
}
admin-broadcast-figures =
    Delivered: { $delivered }
    Have blocked the bot: { $blocked }
    Not delivered: { $failed }
admin-broadcast-stopping = Stopping
admin-broadcast-over = The broadcast is over already

admin-export-working = 📦 Putting the export together…
admin-export-caption =
    📦 All that the bot keeps: { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $analyses ->
        [one] { $analyses } score
       *[other] { $analyses } scores
    }.{ $missing ->
        [0] { "" }
       *[other] { " " }Did not fit or can't be read: { $missing }, the oldest ones.
    }

    ⚠️ It holds personal data (resumes, people's ids): don't forward the file, and delete it when it is not needed any more. The export is in the log.
admin-export-done = 📦 The export is ready.
admin-backup-working = 💾 Copying the database…
admin-backup-caption =
    💾 A copy of the database, checked and compressed.

    ⚠️ It holds personal data. Keep it in a safe place. How to restore it: docs/admin.md.
admin-backup-done = 💾 The copy of the database is ready. The server keeps none.
admin-backup-left = 💾 The copy of the database is ready, but its { NUMBER($megabytes, maximumFractionDigits: 1) } MB are more than Telegram takes of a bot (50 MB). It stays on the server: <code>{ $path }</code>. Fetch it from there and delete it.

admin-models-title = 🤖 <b>Models</b> · the process holds { NUMBER($memory, maximumFractionDigits: 0) } MB of memory
admin-models-line = { $state ->
    [live] 🟢 <b>{ $name }</b> answers people
    [loaded] 🔵 { $name } is in memory
    [missing] ⚪️ { $name }: weights not fetched
   *[idle] ⚪️ { $name } is on the disk
}{ $state ->
    [missing] { "" }
   *[other] { " " }· { NUMBER($megabytes, maximumFractionDigits: 0) } MB
}
admin-models-chosen = { $by ->
    [admin] Chosen by an admin: <b>{ $name }</b>. The choice outlives a restart, until BUNDLE in .env is changed.
   *[settings] Chosen in .env: <b>{ $name }</b>.
}
admin-models-trouble = ⚠️ The chosen model did not load at start, the one of .env stands in. Why: { $reason }
admin-models-hint = Press a model. Another one is named by the path of its folder on the server: <code>/model /path/to/folder</code>
admin-model-title = 🤖 <b>{ $name }</b> · revision { $revision }
admin-model-state = { $state ->
    [live] 🟢 Answers people
    [loaded] 🔵 In memory, but answers nobody
    [missing] ⚪️ Its weights were not fetched
   *[idle] ⚪️ On the disk, not loaded
}
admin-model-missing = It needs the weights { $source }. Fetch them on the server: <code>python -m inference fetch</code>
admin-model-demo = { $demo ->
    [yes] 🎓 A demo model: it has learned from made-up careers and is no basis for decisions about people.
   *[no] No demo model: its card says what decisions it is fit for.
}
admin-model-facts =
    Architecture: { $architecture }, { $weights }
    Template: { $template }, up to { $tokens } tokens
    Files: { NUMBER($megabytes, maximumFractionDigits: 1) } MB
    Licence: { $licence }
admin-model-auc = ROC-AUC by its manifest: { NUMBER($auc, minimumFractionDigits: 2, maximumFractionDigits: 3) }. Its card says on what that was measured.
admin-model-verdicts = Adapted from { $began_as } to recruiters' verdicts. On the { $count ->
        [one] { $count } newest verdict
       *[other] { $count } newest verdicts
    } ROC-AUC differs by { $difference } (95 %: { $low } to { $high }): { $finding ->
        [better] ✅ it is better than what it began as.
        [worse] ⛔ it is worse than what it began as; nobody may switch to it.
       *[no] no difference is shown; more verdicts are needed.
    }
admin-model-card = 📄 Model card
admin-model-load = ⬇️ Load
admin-model-unload = ⬆️ Unload
admin-model-switch = 🔀 Switch to it
admin-model-compare = ⚖️ Compare with the live one
admin-switch-question =
    Switch to <b>{ $name }</b>? New resumes will go to it; earlier scores stay as they are, and old and new ones can't be compared.{ $demo ->
        [yes] { " " }It is a demo model.
       *[no] { "" }
    }
admin-compare-question =
    ⚖️ Score the newest resumes with the live model and with <b>{ $name }</b>. Nothing enters the history.

    How many resumes?
admin-model-working = ⏳ Model { $name }: working. A large model takes minutes to load.
admin-model-loaded = 🔵 The model { $name } is in memory. The earlier one still answers people.
admin-model-switched = 🟢 { $name } (revision { $revision }) answers people now. The choice is stored and outlives a restart.
admin-model-unloaded = ⚪️ The model { $name } is out of memory.
admin-bundle-not-found = 🤷 There is no model “{ $name }”: neither among the shipped ones nor a folder with manifest.json at this path on the server.
admin-bundle-unavailable = ⚪️ The model { $name } lacks the weights { $source }. Where there is a network, run: <code>python -m inference fetch { $name }</code>
admin-bundle-code = ✋ The model { $name } runs Python code of { $source }. Read it; if you trust it, set ALLOW_REMOTE_CODE=1 and restart the bot.
admin-bundle-large = 📦 The model { $name } does not fit: it needs { $needed } MiB, { $device } has { $available } MiB left. Unload another model or take a smaller one.
admin-bundle-mismatch = 💔 The model { $name } is broken: { $part } should be { $expected }, but is { $found }. Copy its folder again.
admin-bundle-worse = ⛔ On the newest verdicts the model { $name } is worse than { $began_as }: nobody may switch to it.
admin-bundle-in-use = ✋ The model { $name } answers people: switch to another one first.
admin-bundle-not-loaded = 🤷 The model { $name } is not in memory any more.
admin-bundle-other = 🔧 The model did not load: { $reason }
admin-comparing = ⚖️ Comparing with { $name }: { $done } of { $total }
admin-compared-title = ⚖️ <b>{ $old } → { $new }</b> · { $count ->
    [one] { $count } resume
   *[other] { $count } resumes
}
admin-compared-rank = { $known ->
    [yes] The orders agree by { NUMBER($rank, minimumFractionDigits: 2, maximumFractionDigits: 2) } (Spearman's correlation: 1 is the same order, 0 no relation).
   *[no] One of the models gives everybody the same score: the orders can't be compared.
} Pairs that change places: { $swapped } of { $pairs }.
admin-compared-points = A score changes by { NUMBER($mean, maximumFractionDigits: 1) } points on average (shift { $shift }). The most: No. { $number }, { NUMBER($old, maximumFractionDigits: 0) } → { NUMBER($new, maximumFractionDigits: 0) }.
admin-compared-up = ⬆️ <b>Overtake others:</b>
admin-compared-down = ⬇️ <b>Fall behind others:</b>
admin-compared-move = No. { $number }: place { NUMBER($before) } → { NUMBER($after) }, score { NUMBER($old, maximumFractionDigits: 0) } → { NUMBER($new, maximumFractionDigits: 0) }
admin-compared-failed = Not scored: { $count }.
admin-compared-hint = The numbers are those of the history. Only interviews show which model is right.
admin-points-up = +{ NUMBER($points, maximumFractionDigits: 1) }
admin-points-down = −{ NUMBER($points, maximumFractionDigits: 1) }

admin-health-title = { $light } <b>{ $level ->
    [good] All is well
    [warn] It works, but something needs a look
   *[bad] Help is needed
}</b>
admin-health-again = 🔄 Look again
admin-health-telegram = <b>Telegram</b>: { $ago ->
    [-1] no answer yet.
   *[other] answered { $ago } s ago, messages come within { $lag } s.
}{ $waiting ->
    [-1] { "" }
   *[other] { " " }Webhook: { $waiting } not brought yet.
}{ $level ->
    [good] { "" }
   *[warn] { " " }Last error: { $error ->
        [none] none
       *[other] “{ $error }”
    }. Check { $waiting ->
        [-1] the server's network and TELEGRAM_API_URL.
       *[other] the proxy, its certificate, WEBHOOK_URL and the server's network.
    }
}
admin-health-updates = <b>Messages</b>: { $count } waiting{ $level ->
    [good] .
   *[warn] , the oldest for { $seconds } s. Look at the program's log; if it does not pass, restart the bot.
}
admin-health-tasks = <b>Tasks</b>: { $count } in work{ $kinds ->
    [none] { "" }
   *[other] { " " }({ $kinds })
}. Last 24 hours: { $done } done, { $failed } failed, { $aside } set aside.{ $level ->
    [good] { "" }
   *[warn] { " " }The oldest has waited { $seconds } s. What is set aside has ended the bot twice: look at the program's log.
}
admin-health-model = <b>Model</b>: { $level ->
    [bad] not loaded, scores wait. If the bot was started long ago, look at the program's log.
   *[good] { $name }, revision { $revision }, { $by ->
        [admin] chosen by an admin
       *[settings] from .env
    }; models in memory: { $loaded }.{ $demo ->
        [yes] { " " }🎓 Demo.
       *[no] { "" }
    }
}{ $trouble ->
    [none] { "" }
   *[other] { " " }The chosen { $chosen } did not load. { $trouble } Choose a model again: /model
}
admin-health-database = <b>Database</b>: { NUMBER($megabytes, maximumFractionDigits: 1) } MB, WAL { NUMBER($wal, maximumFractionDigits: 1) } MB, { $sound ->
    [yes] sound.
    [unknown] checked with every copy: /backup
   *[no] DAMAGED. Stop the bot and restore the newest copy: docs/admin.md
}{ $level ->
    [warn] { " " }The WAL is large: restart the bot at a quiet time.
   *[other] { "" }
}
admin-health-sqlite = <b>SQLite</b> { $version }{ $level ->
    [good] .
   *[warn] : in this version two processes can lose each other's writes. The bot keeps one connection; don't open its file with other programs while it runs.
}
admin-health-backup = <b>Backup</b>: { $days ->
    [-1] none yet.
    [0] today.
    [one] { $days } day ago.
   *[other] { $days } days ago.
}{ $level ->
    [good] { "" }
   *[warn] { " " }Make one: /backup
}
admin-health-memory = <b>Memory</b>: the process { NUMBER($rss, maximumFractionDigits: 0) } MB, { NUMBER($free, maximumFractionDigits: 0) } MB free; running for { NUMBER($hours, maximumFractionDigits: 1) } h.{ $level ->
    [good] { "" }
   *[warn] { " " }Memory is short: unload models that you don't need (/model) or add some.
}
admin-health-disk = <b>Disk</b>: { NUMBER($free, maximumFractionDigits: 0) } MB free.{ $level ->
    [good] { "" }
   *[warn] { " " }Room is short: without it the bot can't save. Delete old copies in data/backups.
}
admin-health-readers = <b>Reading files</b>: { $level ->
    [good] scans (tesseract) and DOC (antiword) are read.
   *[warn] the programs { $missing } are missing: scans or old DOC files are not read. Install them on the server: apt install tesseract-ocr tesseract-ocr-rus antiword
}
