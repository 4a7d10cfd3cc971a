"""Crafts and machines by the words that name them."""

import pytest

from wayproof.story.vocabulary.modes import means_in


@pytest.mark.parametrize(
    ("told", "mode"),
    [
        ("lifted off in a home-made hot-air balloon", "balloon"),
        ("crossed the lake under a cluster of balloons", "balloon"),
        ("the balloonist came down in a field", "balloon"),
        ("boarded the zeppelin", "airship"),
        ("the rocket carrying him rose at nine", "spacecraft"),
        ("was launched into orbit", "spacecraft"),
        ("came back in a Soyuz capsule", "spacecraft"),
        ("a small airship took her over", "airship"),
        ("soared away in his glider", "glider"),
        ("a sailplane", "glider"),
        ("by tandem paraglider", "glider"),
        ("launched his hang-glider", "glider"),
        ("took off in a microlight", "light_aircraft"),
        ("an autogyro", "light_aircraft"),
        ("pedalled the human-powered aircraft to the beach", "light_aircraft"),
        ("flew the Beaver", "light_aircraft"),
        ("in a borrowed Auster", "light_aircraft"),
        ("at the controls of his old Tiger Moth", "light_aircraft"),
        ("in a King Air", "light_aircraft"),
        ("in an An-2", "light_aircraft"),
        ("boarded Concorde", "supersonic"),
        ("a supersonic airliner", "supersonic"),
        ("left in a Harrier at nine", "military_jet"),
        ("on a balsa raft", "raft"),
        ("drifted on two inner tubes", "raft"),
        ("in an amphibious jeep", "boat"),
        ("in a truck with a propeller", "boat"),
        ("on a jet ski", "boat"),
        ("in a pedal boat", "kayak"),
        ("on a windsurfer", "sail"),
        ("by kitesurf", "sail"),
        ("on a paddleboard", "kayak"),
        ("in a rowing boat", "rowing"),
        ("by camel train", "horse"),
        ("with a mule train", "horse"),
        ("rode an elephant", "horse"),
        ("by ox-cart", "horse"),
        ("by road train", "car"),
        ("on a unicycle", "bicycle"),
        ("rode a tricycle", "bicycle"),
        ("by motor scooter", "motorcycle"),
        ("on a kick scooter", "skates"),
        ("on roller skates", "skates"),
        ("skateboarded on", "skates"),
        ("by wheelchair", "wheelchair"),
        ("pushed her wheelchair to the coast", "wheelchair"),
        ("in the dining car", "rail"),
    ],
)
def test_craft_has_its_mode(told: str, mode: str) -> None:
    assert means_in(told) == (mode,)


@pytest.mark.parametrize(
    "told",
    [
        "released a weather balloon",
        "held a red balloon",
        "the children let go of a balloon",
        "saw a beaver",
        "a Falkland Islander",
        "the Robin Hood of the hills",
        "on the Place de la Concorde",
        "the Goose Bay hotel",
        "sat in a wheelchair",
    ],
)
def test_other_things_are_no_craft(told: str) -> None:
    assert means_in(told) == ()
