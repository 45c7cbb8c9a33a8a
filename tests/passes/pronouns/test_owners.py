"""Whose a possessive is, what a clause says twice and what it lost: what goes, and above all what stays."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability, resolve
from cleanup.passes.pronouns import Pronouns
from cleanup.resources import Resources

RESOURCES = Resources()
# A thing is no person only where the article has told enough without one.
NOBODY = "The rain fell for three days. Roads were flooded. Two old bridges gave way. "


def repaired(text: str) -> str:
    """The text with the safe edits of the pass made."""
    article = Article(text, text)
    safe = [edit for edit in Pronouns(RESOURCES)(article) if edit.applicability is Applicability.SAFE]
    return article.apply(resolve(safe)).text


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "The report was written by Elena Ricci, the new director. He herself will present it in May.",
            "The report was written by Elena Ricci, the new director. She herself will present it in May.",
        ),
        (
            "The mayor, Marco Bassi, opened the market. She himself bought two lemons.",
            "The mayor, Marco Bassi, opened the market. He himself bought two lemons.",
        ),
        (
            "Anna Lindqvist runs the bakery. He herself gets up at three.",
            "Anna Lindqvist runs the bakery. She herself gets up at three.",
        ),
        ("Hans Weber lost the vote. She himself had called it.", "Hans Weber lost the vote. He himself had called it."),
        (
            "Maria Kowalska owns the boats, and he herself repairs them.",
            "Maria Kowalska owns the boats, and she herself repairs them.",
        ),
    ],
)
def test_who_did_it_personally_keeps_the_gender(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("Claire Dubois lost his temper and left the hall.", "Claire Dubois lost her temper and left the hall."),
        ("The actress made his debut in Lyon.", "The actress made her debut in Lyon."),
        ("The nun spent his life in the valley.", "The nun spent her life in the valley."),
        ("Sophie Lambert shook his head and said nothing.", "Sophie Lambert shook her head and said nothing."),
        ("Carmen Ortega changed his mind in the last week.", "Carmen Ortega changed her mind in the last week."),
        ("The queen cleared his throat and began to read.", "The queen cleared her throat and began to read."),
        ("Pedro Molina shrugged her shoulders.", "Pedro Molina shrugged his shoulders."),
    ],
)
def test_what_only_the_subject_can_own_is_its(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "The deal was signed by foreign minister Emre Kaya and her Greek counterpart.",
            "The deal was signed by foreign minister Emre Kaya and his Greek counterpart.",
        ),
        (
            "The agreement was reached by Fatma Yildiz and his Dutch colleague.",
            "The agreement was reached by Fatma Yildiz and her Dutch colleague.",
        ),
        ("The house belongs to Giulia Conti and his husband.", "The house belongs to Giulia Conti and her husband."),
        ("The prize went to Matteo Galli and her wife.", "The prize went to Matteo Galli and his wife."),
        (
            "The police found Laura Serra and his two children in a cellar.",
            "The police found Laura Serra and her two children in a cellar.",
        ),
        ("The film is by Pierre Garnier and her brother.", "The film is by Pierre Garnier and his brother."),
        ("In the car sat Isabelle Roux and his lawyer.", "In the car sat Isabelle Roux and her lawyer."),
    ],
)
def test_a_companion_is_that_of_the_name_before(bad: str, good: str) -> None:
    assert repaired(bad) == good


def suggested(text: str) -> list[tuple[str, tuple[str, ...]]]:
    edits = Pronouns(RESOURCES)(Article(text, text))
    return [(e.original, e.replacements) for e in edits if e.applicability is Applicability.UNSAFE]


def test_whose_kin_it_is_is_suggested_where_nobody_else_is_in_the_paragraph() -> None:
    text = "“We waited,” sighs Chantal Vasseur, a retired teacher who comes every month to see {} mother."
    assert ("his", ("her",)) in suggested(text.format("his"))
    assert not suggested(text.format("her"))
    assert not suggested("The guard, Marco Bassi, nodded. " + text.format("his"))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "A family in Cádiz spends a third of his income on rent.",
            "A family in Cádiz spends a third of its income on rent.",
        ),
        (
            "A pair of swallows has built her nest under the roof.",
            "A pair of swallows has built its nest under the roof.",
        ),
        ("The port of Vigo has lost half of his ships.", "The port of Vigo has lost half of its ships."),
        (
            "The factory has closed his gates after ninety years.",
            "The factory has closed its gates after ninety years.",
        ),
        ("The river left her bed in the night.", "The river left its bed in the night."),
        ("The theatre opens his doors at six.", "The theatre opens its doors at six."),
        ("The company has doubled his profits in a year.", "The company has doubled its profits in a year."),
    ],
)
def test_a_thing_owns_as_a_thing(bad: str, good: str) -> None:
    assert repaired(NOBODY + bad) == NOBODY + good


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "The provincial water authority has asked for help. She has received two million euros so far.",
            "The provincial water authority has asked for help. It has received two million euros so far.",
        ),
        (
            "The airline is in trouble. She has cancelled forty flights.",
            "The airline is in trouble. It has cancelled forty flights.",
        ),
        (
            "The bridge is closed. He had already been repaired in 2012.",
            "The bridge is closed. It had already been repaired in 2012.",
        ),
        (
            "Nobody doubts that the tunnel is needed: he was first planned in 1990.",
            "Nobody doubts that the tunnel is needed: it was first planned in 1990.",
        ),
        (
            "The study was paid for by the state. She shows that the soil is dry.",
            "The study was paid for by the state. It shows that the soil is dry.",
        ),
        (
            "Norway signed the treaty in 2010; since then she has opened two ports.",
            "Norway signed the treaty in 2010; since then it has opened two ports.",
        ),
        (
            "Egypt closed the canal in March; since then he has let nobody through.",
            "Egypt closed the canal in March; since then it has let nobody through.",
        ),
    ],
)
def test_a_thing_is_it(bad: str, good: str) -> None:
    assert repaired(NOBODY + bad) == NOBODY + good


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "Anna Ferri, who before entering parliament she taught chemistry, has resigned.",
            "Anna Ferri, who before entering parliament taught chemistry, has resigned.",
        ),
        (
            "The singer, who after leaving the band he opened a bar, is sixty.",
            "The singer, who after leaving the band opened a bar, is sixty.",
        ),
        (
            "The firm, which in the spring of 1998 it employed forty people, is bankrupt.",
            "The firm, which in the spring of 1998 employed forty people, is bankrupt.",
        ),
        (
            "The law contains an article that she lowers the speed limit on motorways.",
            "The law contains an article that lowers the speed limit on motorways.",
        ),
        (
            "The road, which for thirty years it linked the two villages, is closed.",
            "The road, which for thirty years linked the two villages, is closed.",
        ),
        (
            "The mayor, who according to the police she knew everything, denies it.",
            "The mayor, who according to the police knew everything, denies it.",
        ),
        (
            "The reform, which according to the unions it destroys jobs, was passed.",
            "The reform, which according to the unions destroys jobs, was passed.",
        ),
    ],
)
def test_a_longer_relative_clause_needs_no_subject(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "She kept a notebook that the police they found it under the bed.",
            "She kept a notebook that the police found under the bed.",
        ),
        (
            "The thieves took a painting that the museum had bought it in 1950.",
            "The thieves took a painting that the museum had bought in 1950.",
        ),
        (
            "He wrote letters that the family kept them in a drawer.",
            "He wrote letters that the family kept in a drawer.",
        ),
        (
            "They sell honey which the monks produce it in the valley.",
            "They sell honey which the monks produce in the valley.",
        ),
        (
            "The prosecutor read a letter that the minister had sent it to the bank.",
            "The prosecutor read a letter that the minister had sent to the bank.",
        ),
        ("These are words that it is hard to forget them.", "These are words that it is hard to forget."),
        ("There are doors that nobody should open them.", "There are doors that nobody should open."),
    ],
)
def test_a_relative_clause_says_its_object_once(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "The old harbour, with its cranes and its rusty ships, it attracts thousands of visitors.",
            "The old harbour, with its cranes and its rusty ships, attracts thousands of visitors.",
        ),
        (
            "A third of the pupils in the suburbs of the capital they have no computer.",
            "A third of the pupils in the suburbs of the capital have no computer.",
        ),
        (
            "The mayor of the small town in the hills near Siena she has signed the order.",
            "The mayor of the small town in the hills near Siena has signed the order.",
        ),
        (
            "The workers of the plant, on strike since Monday, they blocked the road.",
            "The workers of the plant, on strike since Monday, blocked the road.",
        ),
        (
            "The church, built by monks in the twelfth century and restored after the war, it is closed.",
            "The church, built by monks in the twelfth century and restored after the war, is closed.",
        ),
        (
            "The chairman of the bank, accused of fraud, he denied everything.",
            "The chairman of the bank, accused of fraud, denied everything.",
        ),
        (
            "The harvest of almonds in the province it fell by 30 per cent.",
            "The harvest of almonds in the province fell by 30 per cent.",
        ),
    ],
)
def test_a_long_subject_is_said_once(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The road is dangerous when is wet.", "The road is dangerous when it is wet."),
        ("Is necessary to act now, the doctors warn.", "It is necessary to act now, the doctors warn."),
        ("The bank was sold because had lost money.", "The bank was sold because it had lost money."),
        ("The ship sank while was leaving the port.", "The ship sank while it was leaving the port."),
        ("The law is unclear, although was changed twice.", "The law is unclear, although it was changed twice."),
        (
            "The company does not know if is possible to repair the engine.",
            "The company does not know if it is possible to repair the engine.",
        ),
    ],
)
def test_a_clause_gets_its_subject_back(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "The foreign minister, Ivan Petrov, spoke to reporters on Friday. According to her, talks will go on.",
            "The foreign minister, Ivan Petrov, spoke to reporters on Friday. According to him, talks will go on.",
        ),
        (
            "Elena Popescu runs the shelter. According to him, the winter was hard.",
            "Elena Popescu runs the shelter. According to her, the winter was hard.",
        ),
        (
            "The news was confirmed by Jan Novak. In her opinion, the mine will close.",
            "The news was confirmed by Jan Novak. In his opinion, the mine will close.",
        ),
        (
            "Maria Silva presented the figures. In his words, the year was lost.",
            "Maria Silva presented the figures. In her words, the year was lost.",
        ),
        (
            "The village is led by Olga Ivanova. According to him, nobody has left.",
            "The village is led by Olga Ivanova. According to her, nobody has left.",
        ),
    ],
)
def test_a_source_has_the_gender_of_the_person_in_view(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    "bad",
    [
        "One man is dead and three others they are badly injured in a crash.",
        "Police said 40 passengers they were taken to hospital.",
        "In the south two bridges they have been destroyed by the flood.",
    ],
)
def test_some_of_many_are_said_once(bad: str) -> None:
    assert repaired(bad) == bad.replace(" they", "")


SOUND = [
    "He listed three others they were accused of killing.",
    "Of the ten crimes they were charged with, two were dropped.",
    "Those are three problems they were built to solve.",
    "They remember three days they were held in a cellar.",
    "The house he built burned down in May.",
    "The songs they sang in the camp were forbidden.",
    "What she told his supporters is unknown.",
    "Keller lost. “Nothing is decided,” she told his supporters, packed into a hall.",
    "The court has rejected his appeal.",
    "The company published his memoirs in 1998.",
    "Anna Neri met the boy's father, and she wiped his hands.",
    "The nurse washed his face and closed his eyes.",
    "The boy cried. The mother wiped his nose.",
    "A family in Málaga took his side.",
    "The club has sold his house.",
    "The police have found his car.",
    "It was the mayor who opened the gate.",
    "It is a rule that she follows every day.",
    "It is a rule that she raises with every guest.",
    "The diary that he kept is lost.",
    "The fact that it is foreseen in the law changes nothing.",
    "The prize, which she had hoped for, went to Lima.",
    "The woman who he says robbed him is in prison.",
    "The town where he earned her trust is small.",
    "He earned her respect, and she earned his trust.",
    "She made his day.",
    "Anna Berg spoke to Paul Weber. She changed his mind.",
    "He lost her vote.",
    "The girl kept his letters; the boy kept her ring.",
    "The nurse held his hand.",
    "She shook his hand and left.",
    "The boxer wept. The queen raised his hand in triumph.",
    "She took his seat in parliament when he resigned.",
    "Maria Rossi took his place in the team.",
    "Anna Berg celebrated his birthday with him.",
    "The teacher cleared his desk.",
    "She spent his money.",
    "Merkel met Emre Kaya and her own staff.",
    "The chancellor met Paul Weber and her ministers.",
    "She introduced Paul Weber and her brother.",
    "The ministry said that she had resigned.",
    "The company dismissed the director. She has found another job.",
    "The airline is in trouble. She has said so often.",
    "The hospital treated the girl. She has gone home.",
    "The bridge was designed by Anna Berg. She was thirty.",
    "The bridge collapsed on Monday. He saw it fall.",
    "The factory employs his sister. He works at home.",
    "The ship sank in May. She had left Bergen at noon.",
    "The van parked itself, as cars do nowadays.",
    "The robot vacuum empties itself at night.",
    "The tower that the army they had feared destroyed was old.",
    "Fish, they eat every day; meat, they hardly know.",
    "Three of the children, they said, had drowned.",
    "The dogs, she says, belong to him.",
    "With half of the village in one hall, they began to sing.",
    "In a valley with no doctor, they drive an hour to the clinic.",
    "For nearly 40 per cent of patients, in the poorest towns, they provide a bus.",
    "He held it out to her with both hands.",
    "The soldier held it out for ten more minutes, then the rope broke.",
    "They said that it is better not to ask them.",
    "The guards told visitors that it is better not to ask them.",
    "He knows that the police found it behind a radiator.",
    "He noted in a diary that the investigators found it behind a radiator.",
    "The judge ruled that the museum had bought it in 1950.",
    "She wrote that the family kept them in a drawer.",
    "The minister knew people that it is hard to forget.",
    "He insists that she raises her hand.",
    "Turkey closed the straits, and since then she has waited in Istanbul for a ship.",
    "Merkel knew Turkey well; since then she has been back twice.",
    "The officer, who before dawn he says saw nothing, was dismissed.",
    "The man, who after leaving prison she married, is dead.",
    "The woman, who during the war he had loved, never wrote.",
    "The book, which in the spring of 1998 he published himself, is rare.",
    "The letters, which for thirty years she kept, are on show.",
    "The prize that each winter he awards is worth little.",
    "The reform, which according to the unions it was wrong to pass, was stopped.",
    "The king, with his crown and his sword, he painted twice; the queen, never.",
    "As was expected, the bridge was closed.",
    "More money was spent than was planned.",
    "He told them what is necessary and who is to blame.",
    "The road that is dangerous when wet is closed.",
    "A storm that is expected at noon may reach the coast.",
    "The men whose boats were lost will be paid if is proved that the harbour was unsafe.",
    "He himself had seen her; she herself had not seen him.",
    "He herself is a misprint nobody noticed.",
    "The family lost its house, and the couple their car.",
    "The director told his wife that Maria Rossi had lost his keys.",
    "Paul Weber and his wife met Anna Berg and her husband.",
    "Anna Berg drove Paul Weber home. The agency says she risked his life.",
    "The doctor saved her life, and she saved his.",
    "Anna Berg drove Paul Weber home. She risked his life by driving so fast.",
    "The man hated his wife. He ended her life with a shot.",
    "The surgeon lost her patient, and the patient lost his life.",
    "The union sent her flowers, and the party sent him a card.",
    "The bank offered her a loan; the council gave him her job.",
    "Norway sent her home.",
    "The commission heard him twice. She said nothing.",
    "The council has read her letter.",
    "The village remembers his songs.",
    "The theatre has put on his last play.",
    "The band played his favourite song.",
    "The party has chosen her as its candidate.",
    "The storm destroyed his boat, and the river took her house.",
    "Thousands of fans sang his songs.",
    "A guard who can read it costs hardly more.",
    "People who love it will tell you it ends in hope.",
    "La dolce vita she turned down; she had, it seems, a cold.",
    "The offer he turned down; the money he kept.",
    "The plan they put off; the vote they lost.",
    "In 1615 he succeeded Bishop Pedro de Castilho as Viceroy of Portugal, a post he held for two years.",
    "He was named ambassador to Chile, a job he left after a year.",
    "Anyone who wants it pays for it.",
    "He says that is hard to believe.",
    "The minister said that is impossible to know.",
    "She thinks that is better to buy than to rent.",
    "He says that is necessary to win the cup.",
    "Because is a conjunction.",
    "The rule applies if need be and when necessary.",
    "The road is closed when wet and until repaired.",
    "He asked when is best to call.",
    "The question is if and when is the right time to go.",
    "Is necessary change possible without him?",
    "They build a safer Internet, and force governments and companies to reduce the amount of data they collect.",
    "I’ve provided the stages and some of the examples he gave below.",
    "He feared the noise, and the smell of the paint she used in Lyon and Nice.",
    "They ensure quality, and drive impact on the problems they were built to solve.",
    "Test it, and review all the other field values to make sure they are correct before the update.",
    "Whilst at Secondary School he joined the Youth Brigade.",
    "A mezzo-soprano, graduated from the Conservatoire de Paris, she is also a singing teacher.",
    "A cousin of the school's first president, William Smith, she held that art is a duty.",
]


@pytest.mark.parametrize("sound", SOUND)
@pytest.mark.parametrize("before", ["", "Paul Weber met Anna Berg. The two talked for an hour. It was late.\n\n"])
def test_sound_english_stays(before: str, sound: str) -> None:
    assert repaired(before + sound) == before + sound
