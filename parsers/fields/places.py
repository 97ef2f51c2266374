"""Words for places that are not cities, and cities whose names are everyday words."""

from typing import Final

AMBIGUOUS_CITIES: Final = """
academy allen anderson angle arnold aurora bar bath best bryan burton carol carson center
central champion chandler charlotte clifton cloud college commerce concord crosby data date
davis delta derby design eagle enterprise florence franklin garland gary general hamilton hope
independence international irving jackson java jefferson kent lawrence lead liberty lincoln lodi
logan madison male man manager marathon march marion mentor mission mobile most nice normal of
opportunity oracle orange park python reading sale salem sandy sierra summit surprise taylor
troy tyler union university victoria warren wells windsor young азов александров анди анна артем
бада бар белов беляев бор буй ван восход гагарин гвардейск горки дмитров дно домна дружба дубки
жуков заря зима игра калинин карла киров ключи комсомольский королев космос лебедев лида лиман
липки лира лист ломоносов лоне любим майна малина манас мари маркс мена мир мира михайловка
николаев новый октябрьский ола орда орлов павлово пал петров пионерский питер пласт победа подол
пост поти прогресс пушкин радость реж роза ростов рудня сале самба свободный северный сирт
советский сокол солнечный сосны союз спутник степанов строитель суда тара титов труд удачный
узел уральский фокино центральный чапаев чехов энгельс энергетик южный юрга яр
"""
"""Towns that need a label or "г.": their names are also words or people's names."""

COUNTRIES: Final = """
Albania,Argentina,Armenia,Australia,Austria,Azerbaijan,Bahrain,Bangladesh,Belarus,Belgium,
Bosnia,Brazil,Bulgaria,Canada,Chile,China,Colombia,Croatia,Cyprus,Czech Republic,Czechia,
Denmark,Egypt,England,Estonia,Finland,France,Georgia,Germany,Ghana,Greece,Hungary,Iceland,India,
Indonesia,Iran,Iraq,Ireland,Israel,Italy,Japan,Jordan,Kazakhstan,Kenya,Korea,Kuwait,Kyrgyzstan,
Latvia,Lebanon,Lithuania,Luxembourg,Malaysia,Malta,Mexico,Moldova,Montenegro,Morocco,Nepal,
Netherlands,New Zealand,Nigeria,Norway,Oman,Pakistan,Peru,Philippines,Poland,Portugal,Qatar,
Romania,Russia,Russian Federation,Saudi Arabia,Scotland,Serbia,Slovakia,Slovenia,South Africa,
South Korea,Spain,Sri Lanka,Sweden,Switzerland,Taiwan,Tajikistan,Thailand,The Netherlands,
Tunisia,Turkey,Turkiye,U S A,UAE,UK,US,USA,Ukraine,United Arab Emirates,United Kingdom,
United States,United States of America,Uzbekistan,Vietnam,Австралия,Австрия,Азербайджан,
Аргентина,Армения,Бали,Беларусь,Белоруссия,Болгария,Бразилия,Великобритания,Венгрия,Вьетнам,
Германия,Греция,Грузия,Дания,Израиль,Индия,Индонезия,Ирландия,Испания,Италия,Казахстан,Канада,
Кипр,Киргизия,Китай,Кыргызстан,Латвия,Литва,Мексика,Молдавия,Молдова,Нидерланды,Норвегия,ОАЭ,
Польша,Португалия,РФ,Республика Беларусь,Российская Федерация,Россия,Румыния,США,Сербия,
Словакия,Словения,Таджикистан,Таиланд,Туркменистан,Турция,Узбекистан,Украина,Финляндия,Франция,
Хорватия,Черногория,Чехия,Швейцария,Швеция,Эстония,Южная Корея,Япония
"""

US_STATE_CODES: Final = """
AB AK AL AR AZ BC CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MB MD ME MI MN MO MS MT NC ND
NE NH NJ NM NS NSW NT NV NY OH OK ON OR PA QC QLD RI SC SD TAS TN TX UT VA VIC VT WA WI WV WY
"""
"""With the codes of Canadian provinces and Australian states."""

SHORT_CITIES: Final = (
    (r"С-?Пб|Ст?\.?\s?-?\s?Петербург|Санкт\s-\s?Петербург|Санкт\s?-\sПетербург", "Санкт-Петербург"),
    (r"Н\.?[\s-]?Новгород", "Нижний Новгород"),
    (r"В\.?[\s-]?Новгород", "Великий Новгород"),
    (r"Ростов[\s-]*н[./]?\s?[Дд](?:ону)?\.?|Ростов\s?-\s?на\s?-\s?Дону", "Ростов-на-Дону"),
    (r"Наб(?:\.|ер)\s?Челны", "Набережные Челны"),
    (r"Екб|Е-бург", "Екатеринбург"),
    (r"(?<!по\s)Мск(?!\s?[+\d])", "Москва"),
    (r"Нск", "Новосибирск"),
    (r"Питер(?=\s*(?:$|[,;|]))", "Санкт-Петербург"),
    (r"К-на-А", "Комсомольск-на-Амуре"),
)
"""How people shorten names of cities, and the whole names."""

STATE_NAMES: Final = """
Alabama,Alaska,Alberta,Andhra Pradesh,Arizona,Arkansas,Bavaria,Bihar,British Columbia,
California,Colorado,Connecticut,Delaware,Delhi,Florida,Georgia,Gujarat,Haryana,Hawaii,Idaho,
Illinois,Indiana,Iowa,Kansas,Karnataka,Kentucky,Kerala,Louisiana,Madhya Pradesh,Maharashtra,
Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,
New Hampshire,New Jersey,New Mexico,New South Wales,North Carolina,North Dakota,Odisha,Ohio,
Oklahoma,Ontario,Oregon,Pennsylvania,Punjab,Quebec,Queensland,Rajasthan,Rhode Island,
South Carolina,South Dakota,Tamil Nadu,Telangana,Tennessee,Texas,Utah,Uttar Pradesh,Vermont,
Victoria,Virginia,Washington,West Bengal,West Virginia,Wisconsin,Wyoming
"""
