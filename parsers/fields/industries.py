"""hh.ru's own names of industries and professional areas: they stand between company and title."""

from typing import Final

from parsers.layouts.normalise import words_key

_INDUSTRIES: Final = """Автомобильный бизнес
Гостиницы, рестораны, общепит, кейтеринг
Государственные организации
Добывающая отрасль
ЖКХ
Информационные технологии, системная интеграция, интернет
Искусство, культура
Лесная промышленность, деревообработка
Медицина, фармацевтика, аптеки
Металлургия, металлообработка
Нефть и газ
Образовательные учреждения
Общественная деятельность, партии, благотворительность, НКО
Перевозки, логистика, склад, ВЭД
Продукты питания
Промышленное оборудование, техника, станки и комплектующие
Розничная торговля
СМИ, маркетинг, реклама, BTL, PR, дизайн, продюсирование
Сельское хозяйство
Строительство, недвижимость, эксплуатация, проектирование
Телекоммуникации, связь
Товары народного потребления (непищевые)
Тяжелое машиностроение
Управление многопрофильными активами
Услуги для бизнеса
Услуги для населения
Финансовый сектор
Химическое производство, удобрения
Электроника, приборостроение, бытовая техника, компьютеры и оргтехника
Энергетика
Automotive Business
Hotels, Restaurants, Food Service, Catering
Government, Public Administration
Government Organizations
Mining
Utilities
Housing and Utilities
IT, System Integration, Internet
Information Technologies, System Integration, Internet
Information Technology, System Integration, Internet
Arts, Culture
Timber Industry, Woodworking
Healthcare, Pharmaceuticals
Medicine, Pharmaceuticals, Pharmacies
Metallurgy, Metalworking
Oil and Gas
Educational Institutions
Education
Public Activity, Political Parties, Charity, NGO
Transportation, Logistics, Warehouse, Foreign Trade
Food Products
Industrial Equipment, Machinery, Tools and Components
Retail
Mass Media, Marketing, Advertising, BTL, PR, Design, Production
Agriculture
Construction, Real Estate, Operation, Design
Telecommunications
Consumer Goods (Non-Food)
Heavy Engineering
Business Services
Services to Business
Services to Population
Financial Sector
Finance
Chemical Production, Fertilizers
Electronics, Instrument Engineering, Home Appliances, Computers and Office Equipment
Energy"""
_AREAS: Final = """Информационные технологии, интернет, телеком
Начало карьеры, студенты
Автомобильный бизнес
Административный персонал
Банки, инвестиции, лизинг
Безопасность
Бухгалтерия, управленческий учет, финансы предприятия
Высший менеджмент
Государственная служба, некоммерческие организации
Добыча сырья
Домашний персонал
Закупки
Инсталляция и сервис
Искусство, развлечения, масс-медиа
Консультирование
Маркетинг, реклама, PR
Медицина, фармацевтика
Наука, образование
Продажи
Производство
Производство, сельское хозяйство
Рабочий персонал
Спортивные клубы, фитнес, салоны красоты
Страхование
Строительство, недвижимость
Транспорт, логистика
Туризм, гостиницы, рестораны
Управление персоналом, тренинги
Юристы
Information technologies, internet, telecom
Career starters, students
Sales
Marketing, advertising, PR
Administrative personnel
Banks, investments, leasing
Accounting, management accounting, corporate finance
Science, education
Top management"""

_INDUSTRY_KEYS: Final = frozenset(words_key(name) for name in _INDUSTRIES.splitlines())
_AREA_KEYS: Final = frozenset(words_key(name) for name in _AREAS.splitlines())
_MIN_PREFIX: Final = 14


def is_industry(text: str) -> bool:
    """A whole industry line, or the first part of one that wraps."""
    key = words_key(text)
    if key in _INDUSTRY_KEYS:
        return True
    return len(key) >= _MIN_PREFIX and any(name.startswith(key) for name in _INDUSTRY_KEYS)


def completes_industry(first: str, second: str) -> bool:
    """Do two lines together make one industry name?"""
    return (
        words_key(f"{first} {second}") in _INDUSTRY_KEYS and words_key(first) not in _INDUSTRY_KEYS
    )


def is_professional_area(text: str) -> bool:
    """hh.ru's professional areas stood under the position until 2021."""
    return words_key(text) in _AREA_KEYS or words_key(text.removesuffix("руб.")) in _AREA_KEYS
