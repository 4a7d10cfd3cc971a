import pytest

from wayproof.story.text.language import reads_as_english

ENGLISH = [
    "The lieutenant left Kaliningrad on Thursday and was seen in Vilnius a week later by two guards who had no idea.",
    "VILNIUS, Aug. 11 - Police said on Friday that a man of 30 had walked over the border with a dog and a blanket.",
    "Ann Field left Vilnius on 3 May 2022.",
]
OTHERS = [
    "Der Leutnant verließ Kaliningrad und wurde eine Woche später von zwei Wachen in Wilna gesehen.",
    "Le lieutenant a quitté Kaliningrad jeudi et a été vu une semaine plus tard à Vilnius par deux gardes.",
    "Лейтенант покинул Калининград в четверг и через неделю был замечен в Вильнюсе двумя охранниками.",
    "El teniente salió de Kaliningrado el jueves y una semana después fue visto en Vilna por dos guardias.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_reads_as_english(text):
    assert reads_as_english(text)


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_do_not(text):
    assert not reads_as_english(text)
