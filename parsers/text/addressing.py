"""Sentences that speak to a language model and not to a person: `ignore previous instructions`.

The wording follows the injections that OWASP lists as LLM01 (https://genai.owasp.org/llmrisk/).
People who work with language models write about prompts too, so only sentences that command, or
that call the reader a machine, count.
"""

import re
from typing import Final

ADDRESSED_TO_MODEL: Final = "addressed_to_model"

_MODEL = (
    r"(?:an?\s+)?(?:ai|llm|gpt|chat\s?gpt|ats|(?:large\s+)?language\s+model|chat\s?bot|"
    r"neural\s+net\w*)"
)
_MODEL_RU = (
    r"(?:ии|llm|gpt|chatgpt|ats|нейросет\w*|языков\w+\s+модел\w*|чат-?бот\w*|"
    r"искусственн\w+\s+интеллект\w*)"
)
_HIGHEST = (
    r"(?:highest|maximum|max(?:imal)?|top|perfect|full|best|100|10\s*/\s*10|five\s+stars|excellent)"
)
_HIGHEST_RU = (
    r"(?:высш\w+|наивысш\w+|максимальн\w+|максимум|самы\w+\s+высок\w+|самую\s+высокую|отличн\w+|"
    r"100|10\s*/\s*10|лучш\w+)"
)
_THIS_PERSON = r"(?:this|the|my)\s+(?:candidate|applicant|resume|résumé|cv|application|profile)"
_THIS_PERSON_RU = (
    r"(?:этого|данного|этому|данному|это|данное)\s+(?:кандидат\w*|резюме|соискател\w*)"
)
_IGNORE = ("ignore", "disregard", "forget", "overrid")
_IGNORE_RU = ("игнорируй", "забудь", "отбрось", "отмени")
_ORDERS = ("instruct", "prompt", "rule", "direction", "command", "context", "criteria", "guideline")
_ORDERS_RU = ("инструкц", "указани", "команд", "правил", "промпт", "запрос", "сообщени", "выше")
_PERSON = ("candidate", "applicant", "resume", "résumé", " cv", "application", "profile")
_MODELS = ("ai", "llm", "gpt", "ats", "language model", "chatbot", "chat bot", "neural net")
_MODELS_RU = ("ии", "llm", "gpt", "ats", "нейросет", "языков", "чат", "искусственн")
_BEST = (
    *("highest", "maximum", "maximal", "max", "top", "perfect", "full", "best", "100"),
    *("10/10", "10 / 10", "five stars", "excellent"),
)
_MARKS_RU = ("балл", "оценк", "рейтинг", "скор", "вероятност", "грейд")
_MARKS = ("score", "rating", "mark", "grade", "probability")

_COMMANDS: Final[tuple[tuple[tuple[tuple[str, ...], ...], str], ...]] = (
    (
        (_IGNORE, _ORDERS),
        r"\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+)*(?:of\s+)?"
        r"(?:the\s+|your\s+|these\s+)?"
        r"(?:previous|prior|above|earlier|preceding|other|existing)\s+"
        r"(?:instructions?|prompts?|rules|directions|commands|context|criteria)",
    ),
    (
        (_IGNORE, _ORDERS),
        r"\b(?:ignore|disregard|forget)\s+(?:all\s+)?(?:your|the)\s+(?:system\s+)?"
        r"(?:instructions|prompt|rules|guidelines)",
    ),
    (
        (("you are",),),
        rf"\byou\s+are\s+(?:now\s+)?"
        rf"(?:{_MODEL}|an?\s+(?:helpful\s+)?(?:assistant|recruiter|grader))\b",
    ),
    (
        (("note", "message", "instruction", "attention"), _MODELS),
        rf"\b(?:note|message|instructions?)\s+(?:to|for)\s+(?:the\s+|any\s+|all\s+)?{_MODEL}\s*[:—–]"
        rf"|\battention\s*[:,]?\s+(?:all\s+)?{_MODEL}\b",
    ),
    ((("dear", "hello", "hey"), _MODELS), rf"\b(?:dear|hello|hey)\s*,?\s+{_MODEL}\b"),
    ((("if you are",), _MODELS), rf"\bif\s+you\s+are\s+{_MODEL}\b"),
    (
        (("your ",), ("prompt", "instructions")),
        r"\b(?:reveal|print|output|repeat|show)\s+(?:me\s+)?your\s+(?:system\s+)?"
        r"(?:prompt|instructions)",
    ),
    (
        (("this ", "the ", "my "), _PERSON, _BEST),
        rf"\b(?:give|assign|award|rate|score|rank|grade|evaluate|mark|consider|recommend|approve)"
        rf"\s+{_THIS_PERSON}\b[^.\n]{{0,60}}\b{_HIGHEST}\b",
    ),
    (
        (("recommend", "approve", "shortlist", "hire"), _PERSON),
        rf"\b(?:recommend|approve|shortlist|hire)\s+{_THIS_PERSON}\b",
    ),
    (
        (("give", "assign", "award"), _BEST, _MARKS),
        rf"\b(?:give|assign|award)\s+(?:me|him|her|it|a|an|the)\b[^.\n]{{0,30}}\b{_HIGHEST}\s+"
        r"(?:possible\s+)?(?:score|rating|mark|grade|probability)",
    ),
    (
        (_IGNORE_RU, _ORDERS_RU),
        r"\b(?:игнорируй|проигнорируй|забудь|отбрось|отмени)(?:те)?\s+(?:все\s+|всё\s+|любые\s+)?"
        r"(?:предыдущ\w+|прежн\w+|прошл\w+|ранн\w+|сво\w+|данные\s+тебе|системн\w+|"
        r"вышеуказанн\w+)\s+"
        r"(?:инструкц\w+|указани\w+|команд\w+|правил\w*|промпт\w*|запрос\w*|сообщени\w+)",
    ),
    (
        (_IGNORE_RU, _ORDERS_RU),
        r"\b(?:игнорируй|проигнорируй|забудь)(?:те)?\s+(?:все\s+|всё\s+)?(?:инструкц\w+|"
        r"указани\w+|промпт\w*|написанное\s+выше|что\s+(?:было|написано)\s+выше)",
    ),
    (
        (("поставь", "выставь", "дай", "присвой", "назначь", "оцени"), _MARKS_RU),
        rf"\b(?:поставь|выставь|дай|присвой|назначь|оцени)(?:те)?\s+[^.\n]{{0,60}}\b{_HIGHEST_RU}"
        r"(?:\s+\w+)?\s+(?:балл\w*|оценк\w+|рейтинг\w*|скор\w*|вероятност\w+|грейд\w*)",
    ),
    (
        (("оцени", "рекомендуй", "одобри", "считай", "выбери"), ("кандидат", "резюме", "соискат")),
        rf"\b(?:оцени|порекомендуй|рекомендуй|одобри|считай|выбери)(?:те)?\s+{_THIS_PERSON_RU}",
    ),
    (
        (("ты ", "ты—", "ты-"), (*_MODELS_RU, "ассистент", "помощник")),
        rf"\bты\s*[—–-]?\s*(?:теперь\s+)?(?:{_MODEL_RU}|ассистент|помощник\s+рекрутера)\b",
    ),
    (
        (("внимание", "сообщение", "инструкция", "обращение", "примечание"), _MODELS_RU),
        rf"\b(?:внимание|сообщение|инструкция|обращение|примечание)\s*(?:для|к|:|,)?\s+"
        rf"{_MODEL_RU}\b",
    ),
    (
        (("если ", "уважаем"), _MODELS_RU),
        rf"\b(?:если\s+(?:ты|вы)\s*[—–-]?\s*|уважаем\w+\s+){_MODEL_RU}\b",
    ),
    (
        (("<|", "[inst", "[/inst", "<<sys", "<</sys", "_of_turn>", "###"),),
        r"<\|im_(?:start|end)\|>|<\|(?:system|user|assistant|endoftext)\|>|\[/?INST\]|<</?SYS>>|"
        r"<(?:start|end)_of_turn>|###\s*(?:instruction|system|инструкция)\s*:",
    ),
)
"""What a text must hold, one word of each group, before the pattern is worth trying."""
_COMPILED: Final = [(words, re.compile(command, re.IGNORECASE)) for words, command in _COMMANDS]
_SPACES: Final = re.compile(r"\s+")


def is_addressed_to_model(text: str) -> bool:
    """Lines may break anywhere within a sentence."""
    flat = _SPACES.sub(" ", text)
    small = flat.lower()
    return any(
        command.search(flat)
        for groups, command in _COMPILED
        if all(any(word in small for word in group) for group in groups)
    )
