"""Word classes for capitals: offices and what modifies them, and words near the names of prizes."""

from __future__ import annotations

from cleanup.lexicon.tokens import word_set

# “The Regional Governor, Ada Lima,”: titles that newspapers write small before a name after a comma.
OFFICES = word_set(
    "governor mayor councillor councilor commander engineer director prosecutor coordinator manager delegate inspector "
    "commissioner spokesman spokeswoman spokesperson rector dean coach trainer doctor physician conductor curator "
    "superintendent chairman chairwoman chairperson president secretary officer editor treasurer lawyer adviser "
    "advisor architect judge notary head deputy assessor alderman alderwoman prefect warden"
)
OFFICE_MODIFIERS = word_set(
    "regional provincial municipal local deputy chief general vice civil technical sporting sports artistic scientific "
    "managing executive administrative medical financial commercial legal press town city district village club team "
    "police fire protection public health education culture cultural museum school university hospital acting outgoing "
    "former assistant senior head first second honorary permanent departmental cantonal"
)
# “the Provincial governorship”: adjectives of administration that no English name has before a noun in lower case.
PLAIN_ADJECTIVES = word_set(
    "provincial regional municipal governmental ministerial parliamentary judicial diplomatic military criminal civil "
    "administrative economic financial industrial agricultural cultural scientific technical medical urban rural "
    "maritime archaeological historic historical environmental annual prefectural departmental cantonal communal "
    "episcopal penitentiary educational electoral legislative fiscal commercial seismic meteorological forensic"
)
POSSESSIVES = word_set("its his her their our my your")
# Before “polish” these make it a noun or part of one: nail polish; behind it they do: a polish remover.
BESIDE_POLISH = word_set(
    "nail shoe furniture floor boot wax silver car metal final to and remover job cloth brand paste"
)
PRIZES = word_set(
    "won wins win awarded received receive receives prize award awards took nominated called named titled entitled "
    "dubbed nicknamed model brand"
)
