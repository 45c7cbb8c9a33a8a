"""Word lists of the light parser: which verbs need no object, which nouns tell a time, which introduce a clause."""

from __future__ import annotations

from typing import Final

from cleanup.lexicon.tokens import word_set

_IRREGULAR = (
    "rise rises rose risen rising|fall falls fell fallen falling|go goes went gone going|come comes came coming|"
    "become becomes became becoming|arise arises arose arisen arising|lie lies lay lain lying|"
    "sleep sleeps slept sleeping|"
    "die dies died dying|shrink shrinks shrank shrunk shrinking|sink sinks sank sunk sinking|"
    "stand stands stood standing|grow grows grew grown growing|begin begins began begun beginning|"
    "fly flies flew flown flying|sit sits sat sitting|flee flees fled fleeing|feel feels felt feeling|"
    "swim swims swam swum swimming|crash crashes crashed crashing|cost costs costing"
)
_REGULAR = (
    "arrive happen remain emerge appear disappear exist vanish collapse consist belong depend occur rely resign retire "
    "succeed decline deteriorate worsen soar plunge plummet surge drop intervene cost insist hesitate hasten reply "
    "proceed participate differ last persist prevail react respond suffice seem tend thrive travel work play compete "
    "wait stay struggle live originate amount"
)


def _regular(verb: str) -> tuple[str, str, str, str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    doubled = stem + verb[-1] if verb in ("drop", "occur", "refer") else stem
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return verb, verb + ending, doubled + "ed", doubled + "ing"


def _forms(irregular: str, regular: str) -> frozenset[str]:
    return frozenset(irregular.replace("|", " ").split()) | {
        form for verb in regular.split() for form in _regular(verb)
    }


INTRANSITIVE: Final = _forms(_IRREGULAR, _REGULAR) - {"play", "plays", "played", "playing", "costed"}
"""Forms of verbs that leave no gap for an object."""

IMPERSONAL: Final = _forms(
    "speak speaks spoke spoken speaking|write writes wrote written writing|win wins won winning|run runs ran running|"
    "sing sings sang sung singing|build builds built building|read reads reading|swim swims swam swum swimming",
    "study graduate perform debut earn publish compose score finish open close sail land escape vote vanish play "
    "walk specialise specialize enrol enroll volunteer campaign practise converse emigrate migrate immigrate",
) | word_set("enrols")
"""Forms of verbs whose object is no person, if they have one: `who he studied in Vienna` leaves no gap for `who`."""

OPEN_VERBS: Final = _forms(
    "give gives gave given giving|tell tells told telling|make makes made making|leave leaves left leaving|"
    "keep keeps kept keeping|find finds found finding|send sends sent sending|teach teaches taught teaching|"
    "lend lends lent lending|choose chooses chose chosen choosing|see sees saw seen seeing|hear hears heard hearing|"
    "get gets got gotten getting|let lets letting|do does did done doing|put puts putting",
    "call name consider show offer ask deem declare render label brand dub rename term appoint elect award owe grant "
    "promise charge believe regard describe treat nickname entitle style title allow wish envy refuse want like need "
    "designate view order prefer help encourage urge force cause enable permit require lead invite compel expect",
)
"""Forms of verbs that take two objects, or an object and a complement: one behind them proves nothing."""

NEVER_REFLEXIVE: Final = _forms(
    "meet meets met meeting|kneel kneels knelt kneeling|flee flees fled fleeing|"
    "quarrel quarrels quarrelled quarrelling",
    "smile laugh giggle chuckle grin sigh blush yawn lament happen occur hurry hasten queue graduate emigrate rejoice "
    "despair repent marry divorce specialise specialize retire gather",
)
"""Forms of verbs that are reflexive in other languages and never in English: laughs, meet, hurried."""

NEVER_REFLEXIVE_OF_THINGS: Final = _forms(
    "rise rises rose risen rising|fall falls fell fallen falling|lie lies lay lain lying|arise arises arose arisen|"
    "begin begins began begun beginning|shrink shrinks shrank shrunk shrinking|sink sinks sank sunk sinking|"
    "grow grows grew grown growing|drop drops dropped dropping",
    "worsen deteriorate increase decrease double triple approach crash collapse evaporate melt disappear continue end "
    "last intensify qualify multiply accumulate deepen occur happen diminish originate vanish aggravate",
)
"""Forms of verbs that take no reflexive when a thing does it: the situation has worsened."""

HARDLY_REFLEXIVE: Final = _forms(
    "spread spreads spreading|break breaks broke broken breaking|freeze freezes froze frozen freezing",
    "open close change move develop extend expand improve flood stabilise stabilize complicate argue stretch start",
)
"""Forms of verbs whose reflexive is mostly carried over: the shop opens itself at nine."""

REFLEXIVE_WITH: Final = {
    **dict.fromkeys(_forms("", "complain"), word_set("about over of that at to")),
    **dict.fromkeys(_forms("", "refer"), word_set("to")),
    **dict.fromkeys(_forms("", "concentrate"), word_set("on in at")),
    **dict.fromkeys(_forms("", "agree"), word_set("on about over to with that")),
    **dict.fromkeys(_forms("", "argue"), word_set("about over with")),
    **dict.fromkeys(_forms("", "decide"), word_set("to for against")),
    **dict.fromkeys(_forms("", "rely"), word_set("on")),
    **dict.fromkeys(_forms("", "differ"), word_set("from in by")),
    **dict.fromkeys(_forms("", "apologise apologize"), word_set("for to with")),
    **dict.fromkeys(_forms("", "participate"), word_set("in to")),
    **dict.fromkeys(_forms("deal deals dealt dealing", ""), word_set("with")),
    **dict.fromkeys(_forms("", "resign"), word_set(". , ; in on after over because yesterday")),
    **dict.fromkeys(_forms("", "manage cope"), word_set("with without to")),
}
"""Forms of verbs whose reflexive is carried over before one of these words: refers himself to the law."""

INFINITIVE_VERBS: Final = _forms(
    "have has had having|begin begins began begun beginning|go goes went gone going|be is are was were been being|"
    "ought|used|able|seek seeks sought seeking",
    "want intend plan hope expect try seem need fail refuse decide manage continue start agree propose promise aim "
    "attempt like prefer threaten tend wish hesitate hasten struggle aspire prepare undertake pretend choose",
)
"""Forms of verbs whose infinitive is the clause's real verb: wants to arrive."""

SPEECH: Final = _forms(
    "say says said saying|think thinks thought thinking|know knows knew known knowing|feel feels felt feeling|"
    "mean means meant meaning|understand understands understood understanding|hear hears heard hearing|"
    "find finds found finding|see sees saw seen seeing|tell tells told telling|swear swears swore sworn swearing|"
    "show shows showed shown showing|make makes made making|teach teaches taught teaching|"
    "admit admits admitted admitting|deny denies denied denying|write writes wrote written writing|wish wishes wished|"
    "forget forgets forgot forgotten forgetting|let lets letting|prove proves proved proven proving|"
    "bet bets betting|ensure ensures ensured ensuring|foresee foresees foresaw foreseen",
    "believe claim hope fear suggest insist argue warn report announce confirm expect suppose guess doubt promise "
    "state note declare decide realise realize learn assume estimate conclude predict agree signal indicate reveal "
    "explain add "
    "acknowledge stress recall reply answer complain joke imagine suspect reckon maintain assert contend allege inform "
    "remind assure persuade convince notify caution imply remember notice discover observe demonstrate determine "
    "propose "
    "recommend request demand pretend figure concede boast speculate hint threaten vow pledge dream intend post tweet",
)
"""Forms of verbs after which a clause can follow without `that`."""

TIME_NOUNS: Final = word_set(
    "time times moment moments instant second seconds minute minutes hour hours day days night nights morning "
    "mornings afternoon afternoons evening evenings week weeks weekend weekends month months year years decade "
    "decades century centuries season seasons career spring summer autumn fall winter today tomorrow yesterday "
    "tonight date age period quarter christmas easter ramadan ago later earlier before after midnight noon midday "
    "dawn dusk occasion occasions era while right monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december millennium term terms "
    "round rounds stage holiday holidays anniversary eve halftime interval tenure reign generation generations "
    "half lap birthday long"
)
"""Nouns that stand before a clause as an adverb does: last week she left."""

CLAUSE_NOUNS: Final = word_set(
    "way ways manner reason reasons place places extent degree direction distance speed rate fact facts claim "
    "claims idea view belief beliefs hope hopes fear fears news evidence report reports rumour rumours rumor "
    "rumors suggestion chance chances possibility odds conviction case point sign signs doubt doubts feeling "
    "impression sense thing things amount thought thoughts conclusion notion proof promise sooner word truth "
    "shame pity wonder bet kind sort type number everything anything something nothing all none assumption "
    "allegation allegations accusation accusations assertion statement argument confidence certainty likelihood "
    "probability risk danger threat theory hypothesis suspicion warning understanding realisation realization "
    "recognition agreement confirmation announcement assurance assurances guarantee condition concern concerns "
    "complaint complaints message decision order demand request requirement rule principle admission revelation "
    "discovery finding findings indication prediction forecast estimate expectation expectations information "
    "knowledge awareness acknowledgement acknowledgment insistence proposal proposition recommendation contrary "
    "result story stories explanation objection coincidence irony surprise position stance opinion opinions "
    "perception saying testimony vow pledge oath dream illusion intention excuse grounds basis effect event "
    "provided step move course line part side end thanks form shape home much little bit lot lots means much more "
    "less conclusions clue clues guess suspicions prospect prospects lie lies myth legend joke question questions "
    "circumstances situation situations situation level levels score scores figure figures answer honour honor "
    "glad"
)
"""Nouns after which a clause can follow without a gap: the fact (that) it rains, the way they play."""

LINKING_ADVERBS: Final = word_set(
    "however instead too also meanwhile moreover nevertheless nonetheless indeed though therefore then still "
    "similarly likewise furthermore consequently surprisingly rightly obviously clearly unfortunately fortunately "
    "naturally apparently finally ultimately perhaps certainly"
)
"""Adverbs that stand between commas after a subject."""

MIDDLE_ADVERBS: Final = word_set(
    "still also often now already sometimes never always rarely usually just soon almost probably perhaps "
    "generally recently currently normally otherwise then even actually really again finally simply increasingly "
    "hardly only not immediately quickly slowly certainly clearly"
)
"""Adverbs that stand between a subject and its verb."""

QUANTITIES: Final = word_set("part number amount lot lots bit majority share percentage half side end line form")
"""Of the clause nouns, those that count something: a large part of the wheat."""

TELL: Final = _forms(
    "tell tells told telling|show shows showed shown showing|teach teaches taught teaching",
    "assure convince inform remind warn promise persuade notify advise ask",
) | {"so", "such"}
"""Forms of verbs that name their hearer before the clause (told the court it was), and words that announce a clause."""

QUANTIFIERS: Final = word_set("few many others everyone everybody nobody someone somebody none")
"""Quantities that can be a subject by themselves."""

RELATIONAL: Final = word_set(
    "administrative agricultural agrarian alpine ambulatory anatomical antitrust archaeological architectural "
    "astronomical atmospheric atomic autobiographical ballistic biological botanical bureaucratic cardiac "
    "cerebral chemical climatic clinical colonial commercial communist confederal constitutional continental "
    "contractual criminological cultural demographic dental dialectal diplomatic ecclesiastical ecological "
    "economic educational electoral electric electrical electronic environmental epidemiological episcopal ethnic "
    "federal feudal fiscal financial forensic geographic geographical geological geopolitical governmental "
    "hormonal hydraulic hydroelectric ideological imperial industrial infrastructural institutional insular "
    "intercontinental intergovernmental interministerial international interreligious islamic journalistic "
    "judicial juridical jurisdictional legislative linguistic literary liturgical logistical marine maritime "
    "mathematical medical medicinal melodic metallurgical meteorological metropolitan migratory ministerial "
    "missionary monetary multinational municipal muscular musical naval nuclear nutritional oceanic oncological "
    "orchestral organisational organizational palliative papal paramilitary parliamentary pastoral paternal "
    "pedagogical pediatric penal penitentiary petrochemical pharmaceutical philharmonic photographic photovoltaic "
    "postcolonial presidential prenatal prosecutorial provincial psychiatric psychological pulmonary regional "
    "regulatory residential respiratory rural salarial sanitary satirical scientific secretarial sectoral seismic "
    "senatorial sociological solar statistical statutory surgical symphonic syndical tactical technological "
    "technical telephonic terrestrial territorial theatrical theological thermal thermonuclear transatlantic "
    "ultraviolet undersea universitary urban vascular veterinary viral volcanic wartime zoological bilateral "
    "multilateral trilateral patrimonial budgetary customs military paralympic olympic cinematic cinematographic "
    "editorial political religious social national socialist orthodox "
    "historic historical strategic academic artistic ministerial peasant "
    "secular civil digital aerospace automotive aeronautical audiovisual biomedical coastal communal consular dietary "
    "doctoral entrepreneurial extraparliamentary gastronomic geothermal glacial humanitarian interregional jihadist "
    "lunar macroeconomic managerial maternal molecular monastic neurological notarial occupational orbital postal "
    "reproductive scholastic sporting supranational terrorist tribal vocational civilian"
)
"""Adjectives that say what a thing belongs to: they stand before their noun and are hardly ever a predicate."""

POSTPOSITIVE: Final = word_set(
    "available possible present alive asleep responsible involved concerned proper elect galore due able unable "
    "aware free full open closed ready likely unlikely worth strong long high deep wide old tall thick away apart "
    "ago large else enough alone short late early low left right abroad overseas overnight online offline live "
    "daily weekly monthly yearly annual afraid dead bare wrong straight hard fast clear near next outright "
    "upright general martial laureate designate emeritus immemorial incarnate par big small good bad great new "
    "same other such equal similar different familiar capable incapable typical native adjacent worthy eager "
    "anxious happy sorry glad proud subject ill sick awake adrift aboard ashore aground intact empty angry shut "
    "tight loose warm hot cold cool dry wet red blue green white black yellow brown pink orange purple gold "
    "silver inclusive exclusive plus minus square cubic visible invisible imaginable conceivable inside outside "
    "opposite relevant necessary pending sufficient close safe sure certain true false real firm flat square "
    "solid single double prior previous mean former latter main total multiple round fit pregnant absent public "
    "private easy difficult rich poor young worse better best worst older younger higher lower larger smaller "
    "more less most least sole whole entire only very far further contrary conditional vacant prone akin common "
    "east west north south northeast northwest southeast southwest guilty okay dependent superior inferior dead "
    "supportive critical popular specific devoid consistent first second third last unique important crucial "
    "vital essential original final initial offensive nearby upfront imperative intensive"
)
"""Adjectives that can stand behind their noun, or as a predicate beside it, in good English."""

COMPLEMENT_VERBS: Final = _forms(
    "make makes made making|keep keeps kept keeping|leave leaves left leaving|find finds found finding|"
    "hold holds held holding|get gets got getting|feel feels felt feeling|set sets setting|cut cuts cutting|"
    "think thinks thought thinking|see sees saw seen seeing|let lets letting|put puts putting|"
    "buy buys bought buying|sell sells sold selling|drive drives drove driving|break breaks broke broken breaking",
    "consider call declare deem render name turn label judge prove paint push force beat pull want like need prefer "
    "deliver serve play regard describe treat return",
)
"""Forms of verbs that take an object with its adjective: made the bill light."""

PLAIN_QUALITIES: Final = word_set(
    "recent significant considerable substantial modest massive enormous gigantic immense numerous various "
    "successive subsequent definitive decisive gradual progressive excessive extensive intensive intense repeated "
    "incessant continuous permanent temporary provisional partial drastic radical tragic dramatic spectacular "
    "mysterious curious precious prestigious ambitious controversial scandalous modern ancient medieval "
    "contemporary domestic foreign internal traditional conventional powerful peaceful bloody violent serious "
    "severe grave fundamental preliminary preventive voluntary compulsory mandatory secret clandestine anonymous "
    "unanimous unprecedented fresh"
)
"""Adjectives that stand before their noun unless a verb stands between, and take no phrase of their own behind them."""

MEMBERS: Final = word_set(
    "countries states nations members troops forces officials experts inspectors soldiers peacekeepers leaders "
    "ministers diplomats envoys governments officials observers aid sanctions missions summit regulations rules "
    "funds"
)
"""Nouns before which the acronym of an organisation stands: CIS countries."""

ALSO_RIVERS: Final = word_set(
    "Niger Jordan Paraguay Uruguay Senegal Congo Gambia Colorado Ohio Missouri Delaware Tennessee Amur Minho"
)
"""Names of countries and regions that rivers bear too: with an article they may mean the river."""

ADJECTIVES_WITH_COMPLEMENT: Final = word_set(
    "independent similar guilty aware capable incapable typical representative characteristic critical supportive "
    "worthy thick thin heavy rife awash laden replete "
    "full free responsible necessary available equal subsequent prior relative contrary due exempt distinct different "
    "dependent ready eager open close near hostile loyal sensitive vulnerable favourable favorable accessible common "
    "essential vital central crucial important relevant identical parallel adjacent native bound rich poor short proud"
)
"""Adjectives that stand behind their noun where a complement follows: an inquiry independent of the ministry."""

COMPLEMENTS: Final = word_set("of from to with on for in by")
"""What opens such a complement."""

FIXED_BEHIND: Final = word_set(
    "code_red code_orange code_yellow code_blue code_black code_green notary_public body_politic sum_total "
    "time_immemorial court_martial heir_apparent poet_laureate attorney_general secretary_general "
    "director_general governor_general auditor_general solicitor_general surgeon_general inspector_general "
    "consul_general battle_royal proof_positive knights_templar devil_incarnate line_astern force_majeure "
    "blood_royal heir_presumptive letters_patent accounts_payable accounts_receivable light_fantastic"
)
"""Phrases that have their adjective behind, joined with an underscore."""

BE: Final = word_set("is are was were")
HAVE: Final = word_set("has have had")
DO: Final = word_set("do does did")
MODALS: Final = word_set("can could will would should must may might shall")
"""Finite forms of the helping verbs."""
