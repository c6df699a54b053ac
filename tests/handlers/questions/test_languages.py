"""Another language is told from English with foreign names in it."""

import pytest

from handlers.questions.question import Asked
from tests.handlers.questions.asked_questions import ask


@pytest.mark.parametrize(
    "text",
    [
        "¿Quién llama a la familia de Zadie?",
        "quien es el encargado de Zadie",
        "qui s'occupe de Zadie",
        "wer kümmert sich um Zadie",
        "sino ang tumatawag sa magulang ni Zadie",
        "ai gọi cho gia đình của Zadie",
        "quem liga para a família de Zadie",
        "من يتصل بعائلة Zadie",
        "谁给 Zadie 的家长打电话",
        "Zadie 담당자가 누구예요",
        "кто звонит родителям Zadie",
    ],
)
def test_another_language_is_said_to_be_one(text: str) -> None:
    assert ask(text).asked is Asked.OTHER_LANGUAGE


@pytest.mark.parametrize(
    "text",
    [
        "who owns follow-up for José Luis Marrón Vega",
        "latest on Zoë Ødegaard-Pell",
        "who is Łukasz's case manager",
        "what does Sofía de la Vega have for An",
        "who has Nguyễn",
        "who calls home for مايا",
    ],
)
def test_an_english_question_with_a_name_from_elsewhere_is_english(text: str) -> None:
    assert ask(text).asked is not Asked.OTHER_LANGUAGE
