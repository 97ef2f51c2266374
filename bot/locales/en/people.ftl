contact-hello =
    Hello! I read a resume and rate how likely it is that an interview confirms the grade that it claims.
    I explain each score: what raised it and what lowered it.
contact-renewed = The text of the consent has changed. Please read it and agree again.
contact-consent =
    <b>First I need your consent to process data</b>
    🎯 Why: to score resumes and to keep your history.
    🗂 What is kept: your Telegram id and settings, the resume's fields, the scores. The file itself is not kept.
    ⏳ How long: until you delete it, one by one in /history or all at once: /deletedata{ $days ->
        [0] { "" }
        [one] . What is older than { $days } day is erased by itself
       *[other] . What is older than { $days } days is erased by itself
    }
    🔎 What is kept about you: /mydata
    🧠 To make the model better, a resume's fields with what the interview showed may be used, without name, contacts and ids.
    ↩️ You can withdraw the consent at any time: /settings
    🤖 A score is a machine's suggestion; a person decides. Don't agree with it? Contest it with the button below it.
contact-kept = 📎 No need to send anything twice: I take what you sent right after this.
contact-role =
    <b>Who are you?</b>
    👔 <b>A recruiter</b> — many resumes at once, vacancies, candidates side by side, questions for the interview.
    🙂 <b>A candidate</b> — a score of your own resume and what could raise it.
contact-role-later = You can change the role: /settings
contact-taken = 👍 All set, thank you. I am taking what you sent.
contact-taken-first = 👍 All set, thank you. I am taking the album's first file; please send the others once more.

consent-text =
    <b>Consent to the processing of personal data</b>

    I give the owner of this bot my consent to process my personal data as follows.

    <b>Purpose.</b> To rate the expertise in a resume, to show the score with its reasons, to keep my history, and to check whether scores come true. To make the model better, a resume's fields together with whether an interview confirmed the grade may be used, but <b>without name, contacts, file names and ids</b>. The data is not used for advertising.

    <b>Which data</b>
    • my Telegram id, language, role and settings;
    • from a resume: age, city, position, skills, target company, salary, work experience, warnings about the file, and the file's name;
    • the scores, my marks on them, and what I write to the bot.
    The file itself is not kept: it is read in memory. There are no fields for the name, phone, e-mail or photo in a resume.

    <b>What is done with it.</b> It is collected, recorded, kept, corrected at my wish, scored automatically, shown to me and deleted, on the bot's own server. It is given to nobody else; Telegram carries the messages. The bot's admins see the scores that I contest, and make exports and backups.

    <b>How long.</b> Until it is deleted; the owner of the bot may set a time after which what is old is erased by itself. One score with its resume can be deleted in /history, everything at once with /deletedata. What is unfinished is erased when I close it: /cancel

    <b>Withdrawal.</b> At any time: /settings → “Consent” → “Withdraw”. From then on the bot reads and scores nothing, and erases what is unfinished. What is kept already is erased by /deletedata

    <b>A score is a machine's suggestion.</b> It can be wrong, and a person decides. Any score can be contested with the button below it: an admin looks at it.

    <b>My rights.</b> To know what is kept about me (/mydata), to have it corrected, to erase it (/deletedata), to find and erase my resume where others keep it (/myfile), and to complain to Roskomnadzor or to the supervisory authority of my country.

    Grounds: article 9 of the Russian law 152-FZ and article 6(1)(a) of the GDPR.
consent-candidates = ☑️ By choosing “I'm a recruiter” you confirm that the candidates whose resumes you send agree to this bot processing and scoring them; they know that a score can be contested, and that a resume's fields with what the interview showed, without name and contacts, may help to make the model better.

button-agree = ✅ I agree
button-consent-text = 📄 Whole text
button-consent-brief = ⬅️ In brief
button-other-language = 🌐 Русский
button-role-recruiter = 👔 I'm a recruiter
button-role-candidate = 🙂 I'm a candidate

start-greeting-recruiter =
    Hello! You can begin.

    📎 Send a resume as a file of up to 20 MB: <b>PDF, DOCX, DOC, RTF, ODT, HTML or TXT</b>; a scan or a photo will do. Or paste it as text.
    ✍️ No file? Answer seven short questions.
    📦 Many resumes? Send an album, a ZIP of up to 200 files or rows of JSON: I answer with one ranking.

    I show you what I read, you correct it, then I give a score and say why.
start-greeting-candidate =
    Hello! You can begin.

    📎 Send your resume as a file of up to 20 MB: <b>PDF, DOCX, DOC, RTF, ODT, HTML or TXT</b>; a scan or a photo will do. Or paste it as text.
    ✍️ No file? Answer seven short questions.

    I show you what I read, you correct it, then I give a score and say what would raise it.

help-recruiter =
    <b>How to get a score</b>
    1. Send a resume as a file (PDF, DOCX, DOC, RTF, ODT, HTML, TXT, a scan or a photo, up to 20 MB), paste it as text, or fill in the form.
    2. Check the card. A field marked ❔ is one that I was not sure of.
    3. Press “Score”.
    📦 Many resumes at once: an album, a ZIP of up to 200 files, or rows of JSON. You get a ranking, also as XLSX and CSV.
help-candidate =
    <b>How to get a score</b>
    1. Send your resume as a file (PDF, DOCX, DOC, RTF, ODT, HTML, TXT, a scan or a photo, up to 20 MB), paste it as text, or fill in the form.
    2. Check the card. A field marked ❔ is one that I was not sure of.
    3. Press “Score”.
help-score =
    <b>How to read it</b>
    The score is 0 to 100; 50 is the middle resume of those that the model was checked on. It shows how likely it is that an interview confirms the grade that the candidate claims. It is a suggestion for a person, not a decision.
help-commands = <b>Commands</b>
help-admin-commands = <b>For admins</b>
help-command = /{ $name } — { $does }
cancel-done = Done: closed and cancelled. Send a new resume whenever you like.
cancel-nothing = Nothing to cancel: nothing is open. Send a resume or fill in the form.
hint-command = There is no such command. There are: { $commands }
group-hint = Hello! I score resumes in private chats, where nobody else sees them.
access-closed = This bot is closed: only invited people can use it. Ask an admin for an invitation link.
access-used-up = This link does not open the bot: its invitation is used up, out of date or revoked. Ask an admin for a new one.
flood-wait = ✋ I can't keep up with you. Wait { $seconds } s and repeat the last thing: what is too much, I let be.
access-banned = You can't use this bot any more. If that is a mistake, write to whoever gave you the link to it.
button-private-chat = 💬 Open a private chat
command-start = Begin
command-score = Score a resume
command-history = Earlier scores
command-settings = Settings and consent
command-help = Help
command-cancel = Close and cancel

profile-description =
    I read a resume and rate how likely it is that an interview confirms the grade that it claims. I say what raised the score and what lowered it.

    Send a file (PDF, DOCX, a photo), paste the text or answer seven questions. A score is a suggestion for a person, not a decision.
profile-short = Rates the expertise in a resume and says why. A file, a photo, a text or a form.

settings-title = ⚙️ <b>Settings</b>
settings-language = 🌐 Language: English
settings-role = 👤 Role: { $role ->
    [recruiter] recruiter
    [candidate] candidate
   *[none] not chosen
}
settings-vacancy = 💼 Vacancy: { $title }
settings-vacancy-none = 💼 No vacancy is chosen
settings-consent = 📄 You agreed on { $date }, version { $version }
settings-consent-old = 📄 You agreed on { $date }, version { $version }; the text has changed since
settings-consent-none = 📄 There is no consent: the bot reads and scores nothing
settings-blind = 🙈 Blind mode is { $state ->
    [on] <b>on</b>: age and city are hidden from the model and can't move the score
   *[off] <b>off</b>. With it age and city are hidden from the model: by law they are no ground for a refusal (Russian Labour Code, art. 64)
}.
settings-withdraw-question =
    <b>Withdraw the consent?</b>

    The bot will read and score no more resumes. What is unfinished (cards, forms, files in the queue) is erased at once.
    Earlier scores stay in /history. They too can be erased, before or after: /deletedata
settings-withdrawn =
    The consent is withdrawn. I read and score nothing more, and have erased what was unfinished.

    To erase what is kept already: /deletedata
    To come back: /start

button-role = 👤 Role
button-vacancy = 💼 Vacancy
button-blind-on = 🙈 Turn blind mode on
button-blind-off = 👁 Turn blind mode off
button-consent = 📄 Consent
button-withdraw = ↩️ Withdraw the consent
button-withdraw-yes = ↩️ Yes, withdraw
button-withdraw-no = ⬅️ No, keep it
button-to-settings = ⬅️ To the settings
