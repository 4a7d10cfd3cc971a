"""Short passages from everywhere, read with the shipped gazetteer: each name with its country, or None for no place.

None means that the words may be a people, a firm or somebody's name, but are no place that anybody could be at.
"""

from __future__ import annotations

import pytest

from wayproof.story.geoparsing.mentions import MentionKind, find_mentions
from wayproof.story.geoparsing.toponyms import resolve
from wayproof.story.text.document import Story
from wayproof.world.gazetteer import open_gazetteer
from wayproof.world.places import Kind

PASSAGES: tuple[tuple[str, dict[str, str | None]], ...] = (
    (
        (
            "He left Turin in a borrowed Mercedes, changed to his Lincoln at Parma and sold her Lancia in Bologna. "
            "He flew to Lincoln, Nebraska, in May."
        ),
        {"Mercedes": None, "Lancia": None, "Parma": "IT", "Bologna": "IT"},
    ),
    (
        (
            "SPRINGFIELD, Ill. — Governor Dale Lincoln of the Chicago Bears' fan club drove home to Peoria on Friday. "
            "The Sangamon County sheriff was waiting."
        ),
        {"SPRINGFIELD": "US", "Lincoln": None, "Chicago": None, "Peoria": "US", "Sangamon County": "US"},
    ),
    (
        (
            "The bus left Nairobi at dawn, stopped in Nakuru and Eldoret and reached the Ugandan border at Malaba. "
            "By night she was in Kampala."
        ),
        {"Nairobi": "KE", "Nakuru": "KE", "Eldoret": "KE", "Ugandan": None, "Malaba": "KE", "Kampala": "UG"},
    ),
    (
        (
            "He flew from Chennai to Kolkata, took the train to Siliguri and walked into Nepal at Kakarbhitta. "
            "A cousin in Thiruvananthapuram paid."
        ),
        {"Chennai": "IN", "Kolkata": "IN", "Siliguri": "IN", "Nepal": "NP", "Thiruvananthapuram": "IN"},
    ),
    (
        (
            "From Cúcuta they crossed the Simón Bolívar bridge to San Antonio del Táchira in Venezuela, "
            "and went on to San Cristóbal and Caracas."
        ),
        {"Cúcuta": "CO", "Venezuela": "VE", "San Cristóbal": "VE", "Caracas": "VE", "San Antonio del Táchira": "VE"},
    ),
    (
        (
            "Jordan Sydney, a midfielder with Bristol Rovers, said Orlando Bloom had sent him a shirt. "
            "He was born in Leicester and lives in Bath."
        ),
        {"Jordan": None, "Sydney": None, "Bristol": None, "Orlando": None, "Leicester": "GB", "Bath": "GB"},
    ),
    (
        (
            "The frigate HMS Lancaster and the destroyer USS Chancellorsville left Gibraltar for the Strait of Hormuz. "
            "The tanker Stena Paris stayed behind."
        ),
        {"Lancaster": None, "Chancellorsville": None, "Gibraltar": "GI", "Paris": None},
    ),
    (
        (
            "Beijing warned Washington on Tuesday. In Shanghai, traders at the Bank of China tower shrugged; "
            "flights from Pudong went as usual."
        ),
        {"Beijing": None, "Washington": None, "Shanghai": "CN"},
    ),
    (
        (
            "The Rhine was closed between Mainz and Koblenz, and barges waited as far up as Basel. "
            "German officials blamed Swiss dams."
        ),
        {"Mainz": "DE", "Koblenz": "DE", "Basel": "CH", "German": None, "Swiss": None},
    ),
    (
        "She landed at Heathrow from Lagos, changed to a train at Paddington station and was in Cardiff by nine.",
        {"Heathrow": "GB", "Lagos": "NG", "Cardiff": "GB"},
    ),
    (
        "MOSUL, Iraq (AP) — Fighters left Tal Afar for the Syrian border on Sunday, villagers in Sinjar say.",
        {"MOSUL": "IQ", "Iraq": "IQ", "Tal Afar": "IQ", "Syrian": None, "Sinjar": "IQ"},
    ),
    (
        (
            "Поезд вышел из Минска. The night train from Minsk to Hrodna no longer stops at Lida; "
            "Belarusian railways gave no reason."
        ),
        {"Minsk": "BY", "Hrodna": "BY", "Lida": "BY", "Belarusian": None},
    ),
    (
        (
            "The University of Melbourne and Perth Scorchers declined to comment. Paris Jackson, a lawyer, "
            "said the flight from Darwin to Dili took an hour."
        ),
        {"Paris": None, "Perth": None, "Darwin": "AU", "Dili": "TL"},
    ),
    (
        "Three men from Ouagadougou were stopped near Bobo-Dioulasso and sent back to Sikasso, in Mali.",
        {"Ouagadougou": "BF", "Bobo-Dioulasso": "BF", "Sikasso": "ML", "Mali": "ML"},
    ),
    (
        "Toronto Star reporters followed him from London, Ont., to Windsor and over the bridge into Detroit.",
        {"Toronto": None, "London": "CA", "Windsor": "CA", "Detroit": "US"},
    ),
    (
        "The ferry from Dover was late into Calais. Kent police said that lorries were queuing back to Ashford.",
        {"Dover": "GB", "Calais": "FR", "Ashford": "GB"},
    ),
    (
        "He took the Shinkansen from Shin-Osaka to Hakata and a ferry to Busan. The Japanese consulate knew nothing.",
        {"Shin-Osaka": "JP", "Busan": "KR", "Japanese": None},
    ),
    (
        "Brooklyn Beckham and Georgia May Foote were photographed in Marbella, a short drive from Málaga airport.",
        {"Brooklyn": None, "Georgia": None, "Marbella": "ES", "Málaga airport": "ES"},
    ),
    (
        (
            "Delta Air Lines flew them from Anchorage to Minneapolis. Northwest of Duluth, in St. Louis County, "
            "they bought a truck."
        ),
        {"Delta": None, "Anchorage": "US", "Minneapolis": "US", "Duluth": "US", "St. Louis County": "US"},
    ),
    (
        (
            "From Puerto Montt the road runs to Bariloche in Argentina. Chilean guards at Cardenal Samoré turned "
            "him back to Osorno."
        ),
        {"Puerto Montt": "CL", "Argentina": "AR", "Chilean": None, "Osorno": "CL"},
    ),
    (
        "Colonel Tripoli Hassan left Benghazi for Tobruk, and by Friday he was in Alexandria, say Egyptian officials.",
        {"Tripoli": None, "Benghazi": "LY", "Tobruk": "LY", "Alexandria": "EG", "Egyptian": None},
    ),
    (
        "The convoy passed Przemyśl, crossed at Medyka and was in Lviv by noon; the rest waited in Rzeszów.",
        {"Przemyśl": "PL", "Medyka": "PL", "Lviv": "UA", "Rzeszów": "PL"},
    ),
    (
        "Israel Adesanya trains in Auckland. Chad Smith, his coach, once lived in Hamilton and in Tauranga.",
        {"Israel": None, "Auckland": "NZ", "Chad": None, "Hamilton": "NZ", "Tauranga": "NZ"},
    ),
    (
        (
            "In Almaty the Kazakh driver said that the road over the Torugart pass to Kashgar was shut, "
            "so they went by Khorgos to Urumqi."
        ),
        {"Almaty": "KZ", "Kazakh": None, "Kashgar": "CN", "Urumqi": "CN"},
    ),
    (
        "São Paulo's mayor flew to Manaus; a boat took her up the Rio Negro to São Gabriel da Cachoeira.",
        {"São Paulo": "BR", "Manaus": "BR", "São Gabriel da Cachoeira": "BR"},
    ),
    (
        (
            "The Suez Canal Authority said the ship had left Port Said for Djibouti. Aden and Hodeidah stay closed, "
            "the Houthis said from Sanaa."
        ),
        {"Port Said": "EG", "Djibouti": "DJ", "Aden": "YE", "Hodeidah": "YE", "Sanaa": "YE"},
    ),
    (
        "Pope Francis left Rome for Kinshasa and Juba. Lord Durham and the Duke of York did not travel.",
        {"Rome": "IT", "Kinshasa": "CD", "Juba": "SS", "Durham": None, "York": None},
    ),
    (
        "A jet from Sydney to Santiago turned back and landed in Auckland. The Times of India reported it from Mumbai.",
        {"Sydney": "AU", "Santiago": "CL", "Auckland": "NZ", "India": None, "Mumbai": "IN"},
    ),
    (
        "He ran along the Thames from Oxford Circus to Greenwich and reached Dartford, Kent, by six.",
        {"Thames": "GB", "Oxford": None, "Greenwich": "GB", "Dartford": "GB", "Kent": "GB"},
    ),
    (
        "She flew from Raleigh-Durham airport to LaGuardia. They went from Tabatinga in Brazil to Santa Rosa in Peru.",
        {"Raleigh-Durham airport": "US", "LaGuardia": "US", "Tabatinga": "BR", "Santa Rosa": "PE", "Peru": "PE"},
    ),
    (
        "KYIV, Ukraine — In Odesa and Kharkiv sirens wailed. Kiev has lost Bakhmut. Washington said nothing.",
        {"KYIV": "UA", "Odesa": "UA", "Kharkiv": "UA", "Kiev": "UA", "Bakhmut": "UA", "Washington": None},
    ),
    (
        "He went on foot from Jerusalem to Jericho and over the Allenby Bridge to Amman in Jordan. Mr. Jordan stayed.",
        {"Jerusalem": "IL", "Jericho": "PS", "Amman": "JO"},
    ),
)
WATERS = (
    ("The plane turned back over the Pacific Ocean.", "Pacific Ocean"),
    ("The Rhine was closed to barges.", "Rhine"),
    ("The tanker crossed the Barents Sea.", "Barents Sea"),
    ("The Dnieper froze early.", "Dnieper"),
)
HERE = {MentionKind.PLACE, MentionKind.DATELINE}


@pytest.mark.parametrize(("text", "expected"), PASSAGES, ids=[text[:30] for text, _ in PASSAGES])
def test_names_of_a_passage(text: str, expected: dict[str, str | None]) -> None:
    gazetteer = open_gazetteer()
    story = Story(text)
    mentions, _ = find_mentions(story, gazetteer)
    toponyms, _ = resolve(mentions, story, gazetteer)
    places = {t.mention.text: t.place.country for t in toponyms if t.place and t.mention.kind in HERE}
    assert {name: places.get(name) for name in expected} == expected


@pytest.mark.parametrize(("text", "name"), WATERS)
def test_waters_are_found_behind_their_article(text: str, name: str) -> None:
    gazetteer = open_gazetteer()
    story = Story(text)
    mentions, _ = find_mentions(story, gazetteer)
    found = {t.mention.text: t.place.kind for t in resolve(mentions, story, gazetteer)[0] if t.place}
    assert found == {name: Kind.WATER}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She left Nuku'alofa by plane.", {"Nuku'alofa": "TO"}),
        ("He flew from Sana'a to Mo'orea.", {"Sana'a": "YE", "Mo'orea": "PF"}),
        ("The Paris-based firm has a branch in Port-au-Prince.", {"Paris": "FR", "Port-au-Prince": "HT"}),
    ],
)
def test_words_tied_by_a_mark_are_one_name(text: str, found: dict[str, str]) -> None:
    story, gazetteer = Story(text), open_gazetteer()
    toponyms, _ = resolve(find_mentions(story, gazetteer)[0], story, gazetteer)
    assert {one.mention.text: one.place.country for one in toponyms if one.place is not None} == found
