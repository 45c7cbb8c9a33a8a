"""The splitter: what it splits and with which mark, what it leaves alone, and what it only proposes."""

from __future__ import annotations

import functools

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.passes.fused_words import FusedWords
from cleanup.protect import protected_spans
from cleanup.resources import Resources

REPAIRED = [
    ("A channel on YouTubewas closed by the court.", "A channel on YouTube was closed by the court."),
    ("The office of Gordon Brownreplies that he is ill.", "The office of Gordon Brown replies that he is ill."),
    ("President Nicușor Danwho won the vote resigned.", "President Nicușor Dan, who won the vote resigned."),
    (
        "Three years after the flood, Antakyais a city of cranes.",
        "Three years after the flood, Antakya is a city of cranes.",
    ),
    ("The vote in the OICoffice in Jeddah was put off.", "The vote in the OIC office in Jeddah was put off."),
    ("In Zonguldakalone, nine pits were closed.", "In Zonguldak alone, nine pits were closed."),
    ("The mayor of Arezzohas refused to sign.", "The mayor of Arezzo has refused to sign."),
    (
        "The volcano near Cataniaerupted again on Sunday night.",
        "The volcano near Catania erupted again on Sunday night.",
    ),
    (
        "The striker left Sevillefor a fee of twelve million euros.",
        "The striker left Seville for a fee of twelve million euros.",
    ),
    ("In Warschauthe price of bread rose by a third.", "In Warschau, the price of bread rose by a third."),
    ("The ministers met in Lisbonato discuss the budget.", "The ministers met in Lisbona to discuss the budget."),
    ("The vaccine was tested inArgentina and in Chile.", "The vaccine was tested in Argentina and in Chile."),
    (
        "The court in Den Haagwhich hears such cases adjourned.",
        "The court in Den Haag, which hears such cases adjourned.",
    ),
    ("The festival opens with a film byAlmodóvar on Friday.", "The festival opens with a film by Almodóvar on Friday."),
    ("The company lost half of itsvalue in a week.", "The company lost half of its value in a week."),
    ("The strikers say thatthe offer is too low.", "The strikers say that the offer is too low."),
    ("The museum will reopen inthe spring.", "The museum will reopen in the spring."),
    (
        "The research was led by Anna Nowakowskawho teaches in Poznań.",
        "The research was led by Anna Nowakowska, who teaches in Poznań.",
    ),
    (
        "The head of the central bank, Christine Lagardewarned of a new wave of inflation.",
        "The head of the central bank, Christine Lagarde, warned of a new wave of inflation.",
    ),
    (
        "Production has moved to Slovacchiawhere wages are lower.",
        "Production has moved to Slovacchia, where wages are lower.",
    ),
    ("The tour goes through BelgioOlanda and Germany.", "The tour goes through Belgio, Olanda and Germany."),
    ("After the earthquake inTurkey, prices doubled.", "After the earthquake in Turkey, prices doubled."),
    (
        "The Portuguese police arrested two men in Portoand seized the painting.",
        "The Portuguese police arrested two men in Porto and seized the painting.",
    ),
    ("The satellite was built in Tolosaby a team of sixty.", "The satellite was built in Tolosa by a team of sixty."),
    (
        "The mayor of Bucarestnicknamed the engineer, resigned.",
        "The mayor of Bucarest, nicknamed the engineer, resigned.",
    ),
    ("According to Eurostatthe rate fell in May.", "According to Eurostat, the rate fell in May."),
    ("The drought has reached Andalusiabut not the coast.", "The drought has reached Andalusia, but not the coast."),
    (
        "The writer lives in Saloniccothe city of her grandparents.",
        "The writer lives in Salonicco, the city of her grandparents.",
    ),
    ("The factory in Győrclosed in March.", "The factory in Győr closed in March."),
    (
        "The Dutch cyclist was injured in Strasburgoduring the second stage.",
        "The Dutch cyclist was injured in Strasburgo during the second stage.",
    ),
    ("The UN envoy flew to Tripolion Thursday.", "The UN envoy flew to Tripoli on Thursday."),
    ("The doctors atthe hospital refused.", "The doctors at the hospital refused."),
    ("NATOhas promised more ammunition.", "NATO has promised more ammunition."),
    (
        "The rover landed on Martewhere it will look for water.",
        "The rover landed on Marte, where it will look for water.",
    ),
    ("The farmers ofBretagne blocked the motorway.", "The farmers of Bretagne blocked the motorway."),
    ("The film won in Cannesdespite poor reviews.", "The film won in Cannes despite poor reviews."),
    ("The airline flies from Zurigoto Boston.", "The airline flies from Zurigo to Boston."),
    (
        "The trainer, who arrived from Monacohas signed for two years.",
        "The trainer, who arrived from Monaco, has signed for two years.",
    ),
    (
        "The museum in Colognehome of the treasure, is closed.",
        "The museum in Cologne, home of the treasure, is closed.",
    ),
    ("The envoy spoke in Genevahowever nobody listened.", "The envoy spoke in Geneva, however, nobody listened."),
    (
        "The Finnish government told Ankarathat the matter was closed.",
        "The Finnish government told Ankara that the matter was closed.",
    ),
    ("The chemist Ewa Zielonkabelieves the alloy is stable.", "The chemist Ewa Zielonka believes the alloy is stable."),
    ("In Helsinkithe temperature fell to minus thirty.", "In Helsinki, the temperature fell to minus thirty."),
    (
        "The trial of the former banker, Sergio Maldonadobegins on Monday.",
        "The trial of the former banker, Sergio Maldonado, begins on Monday.",
    ),
    ("Police inLyon have found the stolen violin.", "Police in Lyon have found the stolen violin."),
    ("Barcelonawon thanks to a late penalty.", "Barcelona won thanks to a late penalty."),
    (
        "The striker, bought from Ajaxfor ten million, has scored twice.",
        "The striker, bought from Ajax for ten million, has scored twice.",
    ),
    ("Warsaw and Viennaagree on the route.", "Warsaw and Vienna agree on the route."),
    (
        "The thieves fled to Belgiumleaving the paintings behind.",
        "The thieves fled to Belgium, leaving the paintings behind.",
    ),
    (
        "The pianist grew up in Bukaresztwhere her father taught.",
        "The pianist grew up in Bukareszt, where her father taught.",
    ),
    ("The Turkish lira fell after the speech inAnkara.", "The Turkish lira fell after the speech in Ankara."),
    ("The bank in Frankfurtkept its rates unchanged.", "The bank in Frankfurt kept its rates unchanged."),
    ("Half of theprisoners were released.", "Half of the prisoners were released."),
    ("The patients ofthe clinic were moved.", "The patients of the clinic were moved."),
    ("The letter arrived fromthe ministry.", "The letter arrived from the ministry."),
    ("The region ofMazowsze is flooded.", "The region of Mazowsze is flooded."),
    ("The novelist Orhan Pamukwho won the prize was there.", "The novelist Orhan Pamuk, who won the prize was there."),
    ("The talks in Dohaended on Friday.", "The talks in Doha ended on Friday."),
    ("The president of Chileannounced an election.", "The president of Chile announced an election."),
    ("The virus was found in Wuhanin December.", "The virus was found in Wuhan in December."),
    ("The team came from Edynburgto play a friendly.", "The team came from Edynburg to play a friendly."),
    ("In 2024the rules changed.", "In 2024, the rules changed."),
    ("The road A4which links the two towns is closed.", "The road A4, which links the two towns is closed."),
    ("«It is over»says the coach.", "«It is over», says the coach."),
    ("The treaty (signed in 1998)is still in force.", "The treaty (signed in 1998) is still in force."),
    ("The Romanian minister met Merkelbefore the summit.", "The Romanian minister met Merkel before the summit."),
    ("GermanyAustria and Switzerland will share the costs.", "Germany, Austria and Switzerland will share the costs."),
    ("Half oftheprofits went to the state.", "Half of the profits went to the state."),
    ("The minister flew to Tunisiand met the president.", "The minister flew to Tunisi and met the president."),
    ("They come from theSenegal and the Mali.", "They come from the Senegal and the Mali."),
    ("The prices inItalyand Spain rose.", "The prices in Italy and Spain rose."),
    (
        "The visit of the Pope toIndonesiawhich begins on Monday was confirmed.",
        "The visit of the Pope to Indonesia, which begins on Monday was confirmed.",
    ),
    (
        "The leader of the party, Jarosław Kaczyńskisaid that the vote was a warning.",
        "The leader of the party, Jarosław Kaczyński, said that the vote was a warning.",
    ),
    ("The mayor of Timișoaraannounced the works.", "The mayor of Timișoara announced the works."),
    (
        "The Dutch prime minister, Mark Ruttewho led four governments, will move to NATO.",
        "The Dutch prime minister, Mark Rutte, who led four governments, will move to NATO.",
    ),
    ("The floods in Karachikilled eleven people.", "The floods in Karachi killed eleven people."),
    ("The cyclist won in Liègeahead of two Belgians.", "The cyclist won in Liège ahead of two Belgians."),
    ("The EUwants to cut emissions.", "The EU wants to cut emissions."),
    ("In Lyon, Francethe tram drivers are on strike.", "In Lyon, France, the tram drivers are on strike."),
    ("The film, shot in Marrakechreceived two awards.", "The film, shot in Marrakech, received two awards."),
    (
        "The opposition leader, arrested in Minskhas been released.",
        "The opposition leader, arrested in Minsk, has been released.",
    ),
    ("The company, based in Eindhovenmakes the machines.", "The company, based in Eindhoven, makes the machines."),
    ("For the first time since 1990 the Ajaxlost at home.", "For the first time since 1990 the Ajax lost at home."),
    ("The strike begins on Mondayin all the airports.", "The strike begins on Monday in all the airports."),
    ("The negotiators of Berlinand Paris agreed.", "The negotiators of Berlin and Paris agreed."),
    ("The ministers of France, Germanyand Poland signed.", "The ministers of France, Germany and Poland signed."),
    ("The scientists ofCERNhave found a new particle.", "The scientists of CERN have found a new particle."),
    ("Inflation in Turchiahas reached sixty percent.", "Inflation in Turchia has reached sixty percent."),
    ("The envoy told Reutersthat the talks had failed.", "The envoy told Reuters that the talks had failed."),
    ("The stadium of Napoliis sold out.", "The stadium of Napoli is sold out."),
    ("From Madridthe train takes two hours.", "From Madrid, the train takes two hours."),
    ("With the victory over Sevillethe team is third.", "With the victory over Seville, the team is third."),
    ("After the meeting in Genfthe ministers were silent.", "After the meeting in Genf, the ministers were silent."),
    ("When the war in Gazabegan, the port was closed.", "When the war in Gaza began, the port was closed."),
    ("If Ankararefuses, the talks will end.", "If Ankara refuses, the talks will end."),
    (
        "The researcher at the University of Leuvenexplains the result.",
        "The researcher at the University of Leuven explains the result.",
    ),
    (
        "The sentence against the former minister, Luis Pereirawas suspended.",
        "The sentence against the former minister, Luis Pereira, was suspended.",
    ),
    ("The train from Łódźto Warsaw was late.", "The train from Łódź to Warsaw was late."),
    ("The shepherds ofŚląsk are worried.", "The shepherds of Śląsk are worried."),
    ("The refugees went toŞanlıurfa on foot.", "The refugees went to Şanlıurfa on foot."),
    ("The factory inČeské Budějovice closed.", "The factory in České Budějovice closed."),
    ("The museum in Iașiwhich reopened in May is free.", "The museum in Iași, which reopened in May is free."),
    ("The union ofŽilina refuses.", "The union of Žilina refuses."),
    (
        "The Polish foreign minister, Radosław Sikorskiarrived in Kyiv.",
        "The Polish foreign minister, Radosław Sikorski, arrived in Kyiv.",
    ),
    ("The Romanian handball team beat Ungariain the final.", "The Romanian handball team beat Ungaria in the final."),
    ("The Dutch train to Antwerpenleaves at noon.", "The Dutch train to Antwerpen leaves at noon."),
    ("The price of gas inPolonia has doubled since January.", "The price of gas in Polonia has doubled since January."),
    (
        "Russia’sinvasion changed the mood in Oslo’squiet suburbs.",
        "Russia’s invasion changed the mood in Oslo’s quiet suburbs.",
    ),
    ("The houses were built in 2018The trial began later.", "The houses were built in 2018. The trial began later."),
    (
        "The plan was rejected by Donald TuskHe left the hall.",
        "The plan was rejected by Donald Tusk. He left the hall.",
    ),
    ("She says that I’mcrazy, but we’llsee, and he’dgone.", "She says that I’m crazy, but we’ll see, and he’d gone."),
]

UNTOUCHED = [
    "The volunteers mapped the valley on OpenStreetMap and put the code on GitHub.",
    "MarineTraffic showed the tanker off Malta; its owner, a fan of McDonald’s, types his letters in LaTeX.",
    "BioNTech and AstraZeneca share a patent, and YouTube and TikTok share an audience.",
    "He left his iPhone in the eBay warehouse next to the PlayStation.",
    "The sculptor Jean Court met the painter Paul Durand and the singer Olivia Newton in Hollywood.",
    "The judges Kowalczyk, Wiśniewska and Szymborska read the verdict in Białystok.",
    "The Bundesverfassungsgericht in Karlsruhe and the Rundfunkanstalt in Köln disagree.",
    "The footballers Hakan Çalhanoğlu and Arda Güler come from Mannheim and Ankara.",
    "The overtourism of the islands and the geofencing of scooters were on the agenda.",
    "The Zanzibaris of the old town and the Kashmiris of the valley exchanged letters.",
    "Matthew Frankland and Darline Nordone opened the Popemobile museum near Bluefields.",
    "The 3rd edition, 20km long and 5ft wide, starts at 7am (and s/he who loses pays the pupil(s)).",
    "The think-tank wrote that “Gleichschaltung” was no word for it.",
    "Witherspoon, Fitzwilliam, DiCaprio, LeBron and O’Connor signed the petition.",
    "The letter to anna@lakeandriver.example mentions www.theriverand.example and #savetheriver.",
]

PROPOSED = [
    ("The reform was explained by Ursel Brackeland on the radio.", "Brackeland"),
    ("Engineers from Toyotasay the battery lasts ten years.", "Toyotasay"),
    ("On the square, Venezuelansprayed for the sick.", "Venezuelansprayed"),
    ("The warzone was marked in red on the flowerplans of the gardener.", "flowerplans"),
]


@functools.cache
def splitter() -> FusedWords:
    return FusedWords(Resources())


def edits(text: str) -> list[Edit]:
    words = Resources().words
    return list(splitter()(Article(text, text, (), protected_spans(text, words))))


def repaired(text: str) -> str:
    safe = [edit for edit in edits(text) if edit.applicability is Applicability.SAFE]
    return Article(text, text).apply(safe).text


@pytest.mark.parametrize(("garbled", "expected"), REPAIRED)
def test_repairs(garbled: str, expected: str) -> None:
    assert repaired(garbled) == expected


@pytest.mark.parametrize("expected", [expected for _, expected in REPAIRED])
def test_repaired_text_is_left_alone(expected: str) -> None:
    assert repaired(expected) == expected


@pytest.mark.parametrize("text", UNTOUCHED)
def test_leaves_names_and_words_alone(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(("text", "token"), PROPOSED)
def test_does_not_apply_what_may_be_one_word(text: str, token: str) -> None:
    assert token in repaired(text)


def test_offers_the_other_mark_next() -> None:
    (edit,) = edits("The envoys met in Genevawhere the archive is kept.")
    assert edit.replacements[:2] == ("Geneva, where", "Geneva where")
    assert "relative clause" in edit.message


def test_sees_the_comma_of_the_split_before() -> None:
    text = "The mine in Silesiawhich feeds Warsawhas to close."
    assert repaired(text) == "The mine in Silesia, which feeds Warsaw, has to close."


def test_a_name_elsewhere_in_the_article_is_proof() -> None:
    text = "Hrbalova won the first set. In the second one Hrbalovaserved better."
    assert "Hrbalova served better" in repaired(text)


def test_a_token_that_stands_twice_is_a_word() -> None:
    text = "The Drovandwas lost. Nobody found the Drovandwas again."
    assert repaired(text) == text


def test_a_name_that_the_article_repeats_is_not_even_a_suggestion() -> None:
    once = "The final was lost by Elsa Lindmark."
    again = " The serve of Lindmark was weak. The coach praised Lindmark."
    assert [edit.original for edit in edits(once)] == ["Lindmark"]
    assert edits(once + again) == []


def test_touches_no_protected_span() -> None:
    text = "The page https://news.example/Genevawhere was shared."
    assert edits(text) == []


@pytest.mark.parametrize(
    "text", ["He taught at the Colegio Labarthe in Santiago until 1920.", "They met Anna Labarthe, who left."]
)
def test_no_article_is_split_off_where_no_noun_follows(text: str) -> None:
    article = Article(text, text, source_language="it")
    assert [edit for edit in FusedWords(Resources())(article) if edit.applicability is Applicability.SAFE] == []


@pytest.mark.parametrize(
    ("garbled", "expected"),
    [
        ("Varsóviafor its part sees a chance.", "Varsóvia, for its part, sees a chance."),
        ("He was arrested in Varsóviawhile he was asleep.", "He was arrested in Varsóvia while he was asleep."),
        ("They trust Olga Kuznetsovthough she has lost.", "They trust Olga Kuznetsov, though she has lost."),
        ("The guests have waitedlonger than planned.", "The guests have waited longer than planned."),
        ("It was a layer of biocharagainst the frost.", "It was a layer of biochar against the frost."),
        ("Born on 8October 1961, she sings.", "Born on 8 October 1961, she sings."),
        ("UNESCO’sTentative list is long.", "UNESCO’s Tentative list is long."),
        ("ATurkish court ruled on it.", "A Turkish court ruled on it."),
        ("The boats lie intoscana for good.", "The boats lie in Toscana for good."),
    ],
)
def test_reads_what_follows(garbled: str, expected: str) -> None:
    assert repaired(garbled) == expected


@pytest.mark.parametrize("text", ["He sold the fundraiser a screenview.", "A class in Kutupalong was hit."])
def test_compounds_and_names_stay(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("garbled", "expected"),
    [
        ("The explosionburied two barns.", "The explosion buried two barns."),
        ("The abbot Scarmellinclosed the gate.", "The abbot Scarmellin closed the gate."),
        ("The train from Cazorvallato Úbeda is late.", "The train from Cazorvalla to Úbeda is late."),
        ("The fee is estimatedat two crowns.", "The fee is estimated at two crowns."),
        ("The shop was found near Fontanellatoby a monk.", "The shop was found near Fontanellato by a monk."),
    ],
)
def test_the_clause_proves_the_border(garbled: str, expected: str) -> None:
    assert repaired(garbled) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A sunbleached terrace of a hotel.",
        "In Sorgenfriby a barn burned.",
        "The abbot met Scarmellinclosed.",
        "The poet Vellebrand sat down.",
    ],
)
def test_what_the_clause_does_not_prove_stays(text: str) -> None:
    assert repaired(text) == text
