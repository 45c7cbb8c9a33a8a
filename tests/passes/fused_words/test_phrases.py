"""The marks before phrases and clauses that begin where words ran together: the clause around says which."""

from __future__ import annotations

import functools

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.fused_words import FusedWords
from cleanup.protect import protected_spans
from cleanup.resources import Resources


@functools.cache
def splitter() -> FusedWords:
    return FusedWords(Resources())


def repaired(text: str) -> str:
    article = Article(text, text, (), protected_spans(text, Resources().words))
    for edit in sorted(splitter()(article), key=lambda edit: -edit.start):
        if edit.applicability is Applicability.SAFE:
            text = text[: edit.start] + edit.replacements[0] + text[edit.end :]
    return text


CLOSED = [
    ("The port of Bari", "the oldest there, has shut.", "The port of Bari, the oldest there, has shut."),
    ("The bank UBS", "that watches it, expects a fall.", "The bank UBS, which watches it, expects a fall."),
    ("Norway", "with its full coffers, cannot complain.", "Norway, with its full coffers, cannot complain."),
    ("The airline KLM", "close to a merger, wants planes.", "The airline KLM, close to a merger, wants planes."),
    ("The minister", "who had promised calm, sent tanks.", "The minister, who had promised calm, sent tanks."),
    ("The drivers", "according to the union, have left.", "The drivers, according to the union, have left."),
    ("When the school bus", "the blue one, stops, they wave.", "When the school bus, the blue one, stops, they wave."),
]


@pytest.mark.parametrize(("left", "right", "expected"), CLOSED)
def test_a_comma_before_the_verb_closes_what_begins_at_the_border(left: str, right: str, expected: str) -> None:
    assert repaired(left + right) == expected


@pytest.mark.parametrize(
    ("garbled", "expected"),
    [
        ("Viennaannounced on Monday a plan, it costs a lot.", "Vienna announced on Monday a plan, it costs a lot."),
        ("The city of Turinbought the site, sold it and left.", "The city of Turin bought the site, sold it and left."),
        ("Hungaryno longer wants to pay.", "Hungary no longer wants to pay."),
        ("The team beat Portugaltwo to one.", "The team beat Portugal two to one."),
        ("The bank of Lyon and the one of Turinboth refused.", "The bank of Lyon and the one of Turin both refused."),
        ("The road from Ankaraleads to Konya, says Ana.", "The road from Ankara leads to Konya, says Ana."),
    ],
)
def test_no_comma_between_subject_and_verb(garbled: str, expected: str) -> None:
    assert repaired(garbled) == expected


@pytest.mark.parametrize(
    ("garbled", "expected"),
    [
        (
            "Of the forty, thirty-one were savedfour are missing.",
            "Of the forty, thirty-one were saved, four are missing.",
        ),
        ("The roof was repairedthe walls were painted.", "The roof was repaired, the walls were painted."),
        ("He was namedthe best player of the year.", "He was named the best player of the year."),
        ("The match was playedthe day after the fire.", "The match was played the day after the fire."),
        ("Brest were robbedsaid Roy, whose side had won.", "Brest were robbed, said Roy, whose side had won."),
        (
            "The gas would drive them abroadwhere it costs less.",
            "The gas would drive them abroad, where it costs less.",
        ),
        ("The minister presented on Wednesdaythe plan.", "The minister presented on Wednesday the plan."),
        (
            "The strike begins on Mondaythe first day of school.",
            "The strike begins on Monday, the first day of school.",
        ),
        ("They live in BydgoszczPoland.", "They live in Bydgoszcz, Poland."),
        ("Halfthe hazelnuts that are eaten grow here.", "Half the hazelnuts that are eaten grow here."),
    ],
)
def test_what_begins_or_ends_at_the_border_decides_the_mark(garbled: str, expected: str) -> None:
    assert repaired(garbled) == expected


@pytest.mark.parametrize(
    ("garbled", "expected"),
    [
        ("The director, Anna Brownhe did not call.", "The director, Anna Brown, did not call."),
        ("The minister, Nancy Faeserwants to check it.", "The minister, Nancy Faeser, wants to check it."),
        ("The lawyer, Teresa Scibellispoke of a scandal.", "The lawyer, Teresa Scibelli, spoke of a scandal."),
        ("They live in Rotterdamnot far from the port.", "They live in Rotterdam, not far from the port."),
        ("They had left Romeit was too hot for them.", "They had left Rome. It was too hot for them."),
        ("They fly to Rome: Milan, Veniceit is not said.", "They fly to Rome: Milan, Venice. It is not said."),
        ("The president told Parishe was ready.", "The president told Paris he was ready."),
        ("It took him to Rometo Vienna and then to Lima.", "It took him to Rome, to Vienna and then to Lima."),
        ("The road has two bridgesMarconi and San Pietro.", "The road has two bridges, Marconi and San Pietro."),
        ("They left last summerits crew stayed behind.", "They left last summer, its crew stayed behind."),
        ("It has nine wrecks in the Balticmore than in any.", "It has nine wrecks in the Baltic, more than in any."),
        ("Founded in 1908 in Turinthe company makes pens.", "Founded in 1908 in Turin, the company makes pens."),
        ("From Gdyniaonce the ice melts, ships will sail.", "From Gdynia, once the ice melts, ships will sail."),
        ("The text is readyseventeen pages, none long.", "The text is ready: seventeen pages, none long."),
        ("It was sung by a young singerDionisio Lind.", "It was sung by a young singer, Dionisio Lind."),
        ("The party AfDwhich governs there, voted against.", "The party AfD, which governs there, voted against."),
        ("The president Lula da Silvaex-metalworker, won.", "The president Lula da Silva, ex-metalworker, won."),
        ("They were in MassachusettsSaturday.", "They were in Massachusetts Saturday."),
        ("The director Ana Pereirawhich runs it sang.", "The director Ana Pereira, who runs it sang."),
        ("It hid the arrest of Ana Pereirawhich stunned us.", "It hid the arrest of Ana Pereira, which stunned us."),
        (
            "They moved the trial to BremenAnd has named a judge.",
            "They moved the trial to Bremen and has named a judge.",
        ),
        ("The cyclist Jan Mulderthat had won, fell.", "The cyclist Jan Mulder, who had won, fell."),
        ("They praise Bolognathat has no debts.", "They praise Bologna, which has no debts."),
        ("It is praised in the Bolognathat I know.", "It is praised in the Bologna that I know."),
        ("He met Ivo, a teacher from Genoawho had no shop.", "He met Ivo, a teacher from Genoa who had no shop."),
        ("It was in Augustwhen nobody is there.", "It was in August, when nobody is there."),
        ("It has cost, according to the Timesabout 9 euros.", "It has cost, according to the Times, about 9 euros."),
        ("They climbed the Fedrazaat 1,957 metres.", "They climbed the Fedraza, at 1,957 metres."),
        ("The cellist Ugo Vezzanohad been in Rome.", "The cellist Ugo Vezzano had been in Rome."),
        ("The keeper, Lundbyewhose gloves tore, left.", "The keeper, Lundbye, whose gloves tore, left."),
        ("He wants for Ana Robledaeleven years.", "He wants for Ana Robleda, eleven years."),
        ("He knows Sardiniaan old island.", "He knows Sardinia, an old island."),
        ("It makes Ugandaone of the driest countries.", "It makes Uganda one of the driest countries."),
        ("A letter by Heidi Shinoriginally appeared there.", "A letter by Heidi Shin originally appeared there."),
        ("Shortly afterwards, the BBCwas sold.", "Shortly afterwards, the BBC was sold."),
    ],
)
def test_reads_the_clause_around_the_border(garbled: str, expected: str) -> None:
    assert repaired(garbled) == expected


@pytest.mark.parametrize(
    ("garbled", "expected"),
    [
        ("Anna Bergman38, runs the bakery.", "Anna Bergman, 38, runs the bakery."),
        ("The winner was Anna Bergman19.", "The winner was Anna Bergman, 19."),
        ("The driver, Anna Bergman54 was arrested.", "The driver, Anna Bergman, 54, was arrested."),
        ("The Leopard22 and the Anna Mk13 stand there.", "The Leopard22 and the Anna Mk13 stand there."),
    ],
)
def test_parts_an_age_from_the_surname(garbled: str, expected: str) -> None:
    assert repaired(garbled) == expected


@pytest.mark.parametrize(
    "sound",
    [
        "The painter Lundbeck and the singer Varnhagen met Tarazon in Schwerin.",
        "In the hamlet of Labarthe in Gascony the novelist Brignone nine times lost his way.",
        "The physicist Farhad had been asked by Jihad Haddad about the Kazaan at Groningen.",
        "The firm Whitaker, according to Fairweather, sells Petersfield jam and Umbra lamps.",
        "The Bologna that I know has no Olympics and no NATO office.",
        "The driver Sandwich is what the menu of the Nantwich inn calls its Coleslawe.",
    ],
)
def test_names_that_end_like_a_word_stay(sound: str) -> None:
    assert repaired(sound) == sound


BESIDE = [
    ("The barnshe says, was built by her father.", "The barn, she says, was built by her father."),
    ("She had bought a hatnot a scarf.", "She had bought a hat, not a scarf."),
    ("The shop shut on Tuesdaynot because of the rent but out of pride.", None),
    ("The parish wants to finish the organthe first of the valley.", None),
    ("Last year such repairsmostly in Norway, cost 3 million crowns.", None),
    ("“It floats,” said its captainMajor Peter Hansen, without smiling.", None),
    ("One of themAnna Rossi, counts the boats.", "One of them, Anna Rossi, counts the boats."),
    ("The NorwegiansOn the other hand, are calling for time.", None),
    ("He is mocked by everybodyby the cooks, by the maids and by his wife.", None),
    ("The growers’ association, Agronaannounced that it would leave.", None),
    ("The judge there, Nuria Ruiz Tobarrahas sent for the files.", None),
]
EXPECTED = {
    "Tuesdaynot": "Tuesday, not", "organthe": "organ, the", "repairsmostly": "repairs, mostly",
    "captainMajor": "captain, Major", "NorwegiansOn": "Norwegians, on", "everybodyby": "everybody, by",
    "Agronaannounced": "Agrona, announced", "Tobarrahas": "Tobarra, has",
}  # fmt: skip


@pytest.mark.parametrize(("garbled", "expected"), BESIDE)
def test_what_is_set_beside_a_noun_has_its_commas(garbled: str, expected: str | None) -> None:
    for token, apart in EXPECTED.items():
        expected = expected or (garbled.replace(token, apart) if token in garbled else None)
    assert repaired(garbled) == expected


@pytest.mark.parametrize(
    ("garbled", "expected"),
    [
        ("“We are not Hungarynobody here wanted a bypass.”", "“We are not Hungary; nobody here wanted a bypass.”"),
        ("The clinic cannot helpits own beds are full.", "The clinic cannot help; its own beds are full."),
        (
            "The smoke reached Bergenand the port was closed.",
            "The smoke reached Bergen, and the port was closed.",
        ),
        ("The loanthe bank gave to farmers is repaid.", "The loan the bank gave to farmers is repaid."),
        ("In 2022 a house in Genevaput up for sale a vase.", "In 2022 a house in Geneva put up for sale a vase."),
    ],
)
def test_a_second_main_clause_never_follows_without_a_mark(garbled: str, expected: str) -> None:
    assert repaired(garbled) == expected


@pytest.mark.parametrize(
    ("garbled", "expected"),
    [
        ("It came from the church of SanLorenzoin a village.", "It came from the church of San Lorenzo in a village."),
        ("They met a deputy of the partyofEvo Morales.", "They met a deputy of the party of Evo Morales."),
        ("The American envoyTom Barrack telephoned twice.", "The American envoy Tom Barrack telephoned twice."),
        ("They shut the Merdarecrossing and left.", "They shut the Merdare crossing and left."),
        (
            "The firm moved to SanDisk and OpenStreetMap.",
            "The firm moved to SanDisk and OpenStreetMap.",
        ),
    ],
)
def test_names_of_several_words(garbled: str, expected: str) -> None:
    assert repaired(garbled) == expected
