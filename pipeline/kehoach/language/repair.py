"""Safe repairs of recognition errors: a word is read anew where its neighbours know what it must have been.

Most errors of a good engine are real syllables with one diacritic too few ("thành phó"), so no list of syllables
finds them; the phrases of administrative writing do, and so do better readings of the same passage elsewhere in the
document. Digits, symbols and names are never touched, and every change is noted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf, log, log1p
from statistics import median

from kehoach.language import readings
from kehoach.language.tokens import Token, cased, tokens
from kehoach.model.text import Text
from kehoach.orthography.numerals import ROMANS
from kehoach.rules.company import Company
from kehoach.rules.phrases import Phrases

KNOWN_PAIR = 4.2
"""Gain of a pair of neighbours that the phrases know, in nats. Measured on nine plans: the phrases know two thirds of
all pairs, and a wrong word makes one in about a fiftieth of its places."""
CLOSE_PAIR = ((3, 1.5), (8, 0.8))
"""Further gain where one of the two stands with at most so many others ("tinh thần", "chi tiết")."""
WORD = 1.0
"""Further gain where the two are a word by themselves ("nền nếp")."""
KNOWN_TRIPLE = 1.4
PLACE = 9.8
"""Gain of the name of a place behind its kind ("tỉnh Hà Giang"): that of its pairs and the three."""
SEEN = 0.5
"""Gain of a pair that was read surely elsewhere in the document, times the logarithm of how often."""
SEEN_WORD = 0.2
BROKEN = 3.0
"""Loss of leaving a word that is no syllable."""
ASTRAY = 6.0
"""Loss of a word that cannot stand where it does ("đề tổng hợp", "chỉ tiết"): more than any change of one mark that
engines often make costs, less than a change that nothing else speaks for."""
CHANGE = 5.0
"""Loss of any change: about one word in a hundred of a good scan is read with wrong diacritics."""
USUAL_BROKEN = 0.0015
"""Share of words that are no syllables in good scans; where it is higher, so is that of wrong real syllables."""
MOST_EAGER = 1.7
PER_MARK = 0.5
NAME = 4.0
"""Further loss of changing a word with a capital beside another inside a sentence: names are not to be mended."""
CAPITAL = 1.0
"""The same of a single word with a capital ("Tố quốc"): hardly a name."""
DOUBT = ((0.010, -1.6), (0.03, 0.5), (0.07, 1.0), (0.12, 1.8), (1.0, 2.7))
"""What the engine's doubt says: (up to so much below the document's median confidence, gain of a change).
Measured on eight scans: 85 % of right words but 17 % of wrong ones lie within 0.01 of the median."""
SLIPS: Mapping[tuple[str, str], float] = {("\u0301\u0302", "\u0302\u0309"): 3.0}
"""Gain of a change by the marks of a letter, as read and as meant: of a stack of two the upper is the smallest ink of a
page. Measured on 80 scans: of letters read with circumflex and acute 3.7 % had a hook, of no other more than 1 % but the
i of a few words."""
SUPPORTED = 2.5
"""Least loss of such a change: more than nothing, so that a neighbour must ask for it."""
SEEN_LETTERS = 0.7
"""Further loss of a word that the engine too saw in the ink, other letters or not."""
OTHER_LETTERS = 2.0
"""Further loss of a word of other letters that it did not see."""
_SURE = 0.9
_Chain = tuple[()] | tuple[str, "_Chain"]
"""The words of a reading, the last first."""
MOST = 6
"""Readings of one word that are weighed."""


@dataclass(frozen=True)
class Change:
    """One repaired word: where it stood in the text before, what was read, what is meant."""

    start: int
    end: int
    old: str
    new: str


@dataclass(frozen=True)
class Evidence:
    """What decides: the phrases, what was read surely in this document, and how well it was read as a whole."""

    phrases: Phrases
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    parted: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Those of the pairs that a comma or a dash stands between."""
    words: Counter[str] = field(default_factory=Counter)
    usual: float = 0.97
    """The document's median confidence."""
    change: float = CHANGE
    confusions: Mapping[tuple[str, str], float] = field(default_factory=dict)
    company: Mapping[str, Company] = field(default_factory=dict)
    slips: Mapping[tuple[str, str], float] = field(default_factory=lambda: SLIPS)

    def known(self, read: str, meant: str, loss: float) -> float:
        """How much more likely than any error this one is; ``loss`` is what it costs else."""
        made = readings.slip(read, meant)
        often = self.slips.get(made, 0.0) if made is not None else 0.0
        return max(self.confusions.get((read, meant), 0.0), min(often, loss - SUPPORTED))

    def doubt(self, confidence: float) -> float:
        return next(gain for below, gain in DOUBT if self.usual - confidence <= below)

    def pair(self, one: str, other: str) -> float:
        seen = SEEN * log1p(self.pairs[one, other])
        if (one, other) not in self.phrases.pairs:
            return seen
        company = self.phrases.company(one, other)
        seen += WORD if (one, other) in self.phrases.compounds else 0.0
        return KNOWN_PAIR + next((gain for most, gain in CLOSE_PAIR if company <= most), 0.0) + seen

    def one_word(self, one: str, other: str) -> bool:
        """Whether two syllables stand together as a word: in this document, or else in the phrases."""
        together, parted = self.pairs[one, other], self.parted[one, other]
        return 2 * parted < together if together else (one, other) in self.phrases.compounds

    def word(self, word: str) -> float:
        return SEEN_WORD * log1p(self.words[word])


def evidence(
    texts: Sequence[Text],
    phrases: Phrases,
    confusions: Mapping[tuple[str, str], float],
    company: Mapping[str, Company],
) -> Evidence:
    """The evidence of a document's own texts."""
    pairs: list[tuple[str, str]] = []
    parted: list[tuple[str, str]] = []
    words: list[str] = []
    broken = small = 0
    for text in texts:
        last: Token | None = None
        for token in tokens(text):
            valid = token.valid
            if len(token.text) > 1 and token.text.islower():
                small += 1
                broken += not valid
            if not valid or token.confidence < _SURE:
                last = None
                continue
            words.append(token.normal)
            if last is not None and token.linked:
                pairs.append((last.normal, token.normal))
                if text.value[last.end : token.start] != " ":
                    parted.append(pairs[-1])
            last = token
    share = broken / small if small >= 200 else USUAL_BROKEN
    eager = min(max(log(share / USUAL_BROKEN), 0.0), MOST_EAGER) if share else 0.0
    usual = usual_confidence(texts)
    return Evidence(
        phrases, Counter(pairs), Counter(parted), Counter(words), usual, CHANGE - eager, confusions, company
    )


def usual_confidence(texts: Sequence[Text]) -> float:
    """The median confidence of the recognized words."""
    found = [word.confidence for text in texts for word in dict.fromkeys(text.origin) if word and word.confidence < 1]
    return median(found) if found else 1.0


def changes(text: Text, evidence: Evidence) -> list[Change]:
    """The repairs that the words around ask for."""
    found: list[Change] = []
    for run in _runs(tokens(text)):
        for token, new in zip(run, _best(run, evidence), strict=True):
            if new != token.normal:
                found.append(Change(token.start, token.end, token.text, cased(new, token.text)))
    return found


def applied(text: Text, found: Sequence[Change]) -> Text:
    for change in reversed(found):
        text = text.replace(change.start, change.end, change.new)
    return text


def _runs(found: Sequence[Token]) -> list[list[Token]]:
    """Tokens that stand together without a full stop, number or bracket between."""
    runs: list[list[Token]] = []
    for token in found:
        if runs and token.linked:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _readings(run: Sequence[Token], n: int, evidence: Evidence) -> list[tuple[str, float]]:
    """The readings of one token with their cost; the one that was read comes first."""
    token = run[n]
    if not _changeable(token):
        return [(token.normal, 0.0)]
    own = (0.0 if token.valid or not token.normal.isalpha() else BROKEN) - evidence.word(token.normal)
    fixed = evidence.change - evidence.doubt(token.confidence)
    if n > 0 and token.capital:
        fixed += NAME if _is_in_name(run, n) else CAPITAL
    found = _same_letters(token, fixed, evidence)
    for other, marks in () if _abbreviated(token) else readings.seen(token, evidence.phrases):
        found[other] = min(found.get(other, inf), fixed + SEEN_LETTERS + PER_MARK * marks)
    if not found and not token.valid and token.normal.isalpha() and token.text[1:].islower():
        before, after = (run[at].normal if 0 <= at < len(run) else "" for at in (n - 1, n + 1))
        found = dict.fromkeys(readings.near(token.normal, before, after, evidence.phrases), fixed + OTHER_LETTERS)
    likely = sorted((loss, other) for other, loss in found.items())[:MOST]
    return [(token.normal, own), *((other, loss - evidence.word(other)) for loss, other in likely)]


def _same_letters(token: Token, fixed: float, evidence: Evidence) -> dict[str, float]:
    """What else may stand written with the same letters, and what taking it costs."""
    found: dict[str, float] = {}
    for other in readings.candidates(token.normal, evidence.phrases):
        if (marks := readings.distance(token.normal, other)) < 5:
            loss = fixed + PER_MARK * marks
            found[other] = loss - evidence.known(token.normal, other, loss)
    return found


def _changeable(token: Token) -> bool:
    if token.word is None or token.confidence >= 1.0 or len(token.text) < 2 or token.text.isdigit():
        return False
    if any(c.isdigit() for c in token.text[1:-1]) and not token.text[0].isalpha():
        return False
    if token.symbol or (token.text in ROMANS and not token.valid):
        return False
    return not (token.text.isupper() and not token.valid and len(token.text) <= 2)


def _abbreviated(token: Token) -> bool:
    """Whether a word is an abbreviation for all that its letters tell ("TTYT"): capitals without marks, no syllable."""
    return not token.valid and token.text.isascii() and sum(map(str.isupper, token.text)) > 1


def _is_in_name(run: Sequence[Token], n: int) -> bool:
    """Whether a word and one beside it begin with capitals, as names do ("Vũ Văn Đề"): any syllable may stand there."""
    return run[n].capital and any(token.capital for token in (*run[max(0, n - 1) : n], *run[n + 1 : n + 2]))


def _best(run: Sequence[Token], evidence: Evidence) -> list[str]:
    """The cheapest chain of readings (Viterbi over pairs of neighbours)."""
    options = [_readings(run, n, evidence) for n in range(len(run))]
    if all(len(option) == 1 for option in options):
        return [token.normal for token in run]
    triples = evidence.phrases.triples
    states: dict[tuple[str, str], tuple[float, _Chain]] = {("", ""): (0.0, ())}
    for n, option in enumerate(options):
        judged = n > 0 and not _is_in_name(run, n - 1)
        named = n > 0 and run[n - 1].text[0].isupper() and run[n].text[0].isupper()
        tied: dict[tuple[str, str], float] = {}
        following: dict[tuple[str, str], tuple[float, _Chain]] = {}
        for (before, last), (cost, chain) in states.items():
            known = evidence.company.get(last) if judged else None
            for word, own in option:
                key = (last, word)
                if (loss := tied.get(key)) is None:
                    loss = tied[key] = own - evidence.pair(last, word)
                total = cost + loss
                if (before, last, word) in triples:
                    total -= KNOWN_TRIPLE
                if named and (before, last, word) in evidence.phrases.named:
                    total -= PLACE
                if known is not None and known.wrong(before, word):
                    total += ASTRAY
                if key not in following or total < following[key][0] - 1e-9:
                    following[key] = (total, (word, chain))
        states = dict(sorted(following.items(), key=lambda entry: entry[1][0])[:24])
    return _unrolled(min(states.values(), key=lambda entry: entry[0])[1])


def _unrolled(chain: _Chain) -> list[str]:
    words: list[str] = []
    while chain:
        word, chain = chain
        words.append(word)
    return words[::-1]
