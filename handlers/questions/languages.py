"""Tells whether words are in another language than English, by their script and by their small words."""

import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from handlers.rules.folding import fold

# Only what no English sentence has, without accents. Names are taken out before.
_FOREIGN = frozenset(
    fold(
        """
quien quienes que cual cuales cuando donde como esta estan estudiante alumno alumna responsable encargado encargada
por con del los las una uno tiene tienen hace llama llamar familia seguimiento maestra maestro hola gracias favor
necesito quiero saber puedes puede podria decir decirme cuidado cargo mi su sus esto este ella ellos el la es son fue
hay muy pero porque sobre quién qué cómo cuándo qui quoi quand comment pourquoi est sont le les des une dans pour avec
chez sur eleve élève suivi responsable appelle famille parents bonjour merci s'il vous plaît nous vous elle ils elles
cette ce ces mon ma mes notre votre fait doit voudrais savoir peux peut occupe c'est qu'est quel quelle quels quelles
wer wen wem wie wann warum ist sind der das den dem ein eine einen einer für fuer mit von zu zur zum auf bei nach
schüler schueler schülerin eltern verantwortlich zuständig kümmert sich ruft hallo danke bitte und oder nicht ich wir
ihr mein meine unser wessen macht hat haben wird sino siya niya nila kay ang ng mga sa may hawak nag para bakit kailan
paano saan ano sino'ng kumusta po opo salamat magulang bata estudyante guro tumatawag namin natin ako ikaw kami tayo
nasa wala sila hindi ai là la phụ trách phu trach của cho với học sinh hoc gia đình dinh gì khi nào không khong thế
nào bao giờ giup tôi em cô thầy ơi xin chào cảm ơn người nguoi theo dõi liên lạc quem qual quando onde pelo pela
responsavel reuniao aos das dos uma esse essa ele ela eu acompanha fala liga família mãe pai você voce não nao está
aluno aluna acompanhamento obrigado obrigada pais ligar chi cosa quando il lo gli della questo questa chi si occupa
dove perché perche chiama famiglia studente alunno della degli sono grazie ciao kto jest kogo dla zajmuje sie ktos
opiekuje odpowiada odpowiedzialny odpowiedzialna rodzina dzwoni dziękuję dzień dobry czy nie jak kim kiyes kiyès ki
moun responsab pou elev lekol lekòl fanmi rele mwen nou yo kimdir kimin sorumlulugunda sorumlu öğrenci nasıl için ve
cine este pentru elev eleva părinți parinti kush eshte është per për ko je odgovoran odgovorna za učenik ucenik kuka
vastaa oppilas siapa yang untuk murid siswa dengan orang tua nani anawajibika mwanafunzi wa vem är ansvarig för eleven
hvem er ansvarlig elev ki felelős felelos diák leej twg ua rau tus menyuam kub quis alumni kas yra atsakingas hver ber
ábyrgð ba kiu estas kung pwede bang malaman kausap ni magulang paki naman yung iyong yaa mas'uul ka ah ardayga waa wie
is verantwoordelijk voor leerling ouders belt heeft
"""
    ).split()
)
_ENGLISH = frozenset(
    """
who whos whose what whats which when whens how hows where why is are was were the a an of for to on in at with about
and or do does did has have had own owns owner follow followup up this that these those my our your their her his
any anyone anybody someone nobody no not can could will would should case manager home family contact data kid kids
student students meeting huddle latest update i me we you he she they it tell show please need there if so
""".split()
) | frozenset(("overdue", "said", "calls", "call", "means", "mean", "stands", "know", "been", "doing", "be", "am"))
_BOTH = _FOREIGN & _ENGLISH
_SIGNS = ("¿", "¡")


def is_other_language(text: str, words: Iterable[str], strange: Collection[str] = ()) -> bool:
    """`words` are folded, without the names in them; `strange`: those no English question has, as typed."""
    words = list(words)
    if _is_other_script("".join(words) or text):
        return True
    counted = [word for word in words if word not in _BOTH]
    foreign = sum(word in _FOREIGN for word in counted)
    english = sum(word in _ENGLISH for word in counted)
    if any(sign in text for sign in _SIGNS):
        return foreign >= english and foreign > 0
    if not english and len(strange) > 1 and len(strange) * 3 >= len(counted) * 2:
        return foreign > 0 or not "".join(strange).isascii()
    return foreign > english and (foreign > 1 or len(counted) <= 3)


def _is_other_script(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    others = sum(not _is_latin(char) for char in letters)
    return others * 2 > len(letters)


@lru_cache(maxsize=2048)
def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith(("LATIN", "MODIFIER", "FULLWIDTH LATIN"))
