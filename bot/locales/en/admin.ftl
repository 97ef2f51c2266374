error-act-refused = { $reason ->
    [unknown] 🤷 The bot has never met this person: check the id. The list: /users
    [self] ✋ Not on yourself: ask another admin.
    [operator] ✋ This id is in ADMIN_IDS on the server: the bot can't ban it or take its rights away.
    [no_number] 🔢 An id is needed here: one whole number, such as 123456789. It is in /users
    [over] ✋ This has ended or was cancelled before.
   *[nothing_to_compare] 🤷 There is nothing to compare on: the history needs at least { 3 } scores.
}
