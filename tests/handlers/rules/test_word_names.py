"""Names and initials that are words are known as such, and ordinary names are not taken for words."""

import pytest

from handlers.rules.word_names import is_word


@pytest.mark.parametrize(
    "word", "will grace rose chase hope june mark art may ok it am he so be to a i an in ot pt iep".split()
)
def test_a_word_is_a_word(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("phrase", ["will read", "grace page", "may i", "so am i"])
def test_a_phrase_of_words_is_words(phrase: str) -> None:
    assert is_word(phrase)


@pytest.mark.parametrize("name", ["maya", "zadie", "oksana", "will marrow", "june t", "zp", "", "ødegaard"])
def test_a_name_is_no_word(name: str) -> None:
    assert not is_word(name)
