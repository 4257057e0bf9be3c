"""Writes own-cases.json: sentences of our own, scored by sacreBLEU 2.6.0 (pip install sacrebleu==2.6.0).

Run it in this folder, with Python 3.11: python make_cases.py
"""

import json
import logging

import sacrebleu
from sacrebleu.metrics import BLEU, CHRF

logging.disable(logging.CRITICAL)

# (hypotheses, reference streams); null says that a translator left the sentence out.
CORPORA = {
    "german": (
        ["Der Hund schläft unter dem Tisch.", "Das kostet 1.250,50 Euro - oder 20-mal mehr!"],
        [["Ein Hund schläft unter einem Tisch.", "Es kostet 1.250,50 Euro, also 20-mal mehr."]],
    ),
    "french, narrow no-break spaces": (
        ["Où est-il\u202f? « Là-bas\u00a0», dit l’homme.", "Il est 10\u202fh\u202f30."],
        [["Où est-elle\u202f? «\u202fLà-bas\u202f», dit l'homme.", "Il est 10 h 30."]],
    ),
    "entities and skipped": (
        ["Tom &amp; Jerry said &quot;no&quot; <skipped> 3 &lt; 4", "AT&amp;amp;T &QUOT; end-\nof line"],
        [['Tom & Jerry said "no" 3 < 4', 'AT&amp;T " endof line']],
    ),
    "numbers and ends": (
        ["It was in 1999.", "He is no. 5.", "v2.0,1 (x-5) 5-x 7.", "Really?!..."],
        [["It was in 1999 .", "He is no 5 .", "v2.0, 1 (x -5) 5 -x 7", "Really ? ! ..."]],
    ),
    "blanks": (
        ["a\u00a0b\u2003c\td\u0085e\u200bf", "\ufefftrailing\u3000 ", "one\u001ctwo\u180ethree", " lead"],
        [["a b c d e f", "\ufefftrailing", "one two three", "lead"]],
    ),
    "greek sigma": (
        ["Ο ΟΔΟΣ ΤΗΣ ΠΟΛΗΣ.", "Σ ΑΣ'Α Α.Σ. Α..Σ ΣΑΣ:", "ΆΣΜΑ Σ\u0301Α ΟΣ\u00ad ΑΣΑ"],
        [["ο οδος της πολης.", "σ ασ'α α.ς. α..ς σας:", "άσμα σ\u0301α ος\u00ad ασα"]],
    ),
    "turkish and others": (
        ["İstanbul IĞDIR'da ışık", "STRAẞE ǅ Ǆ ﬁ Ⅷ Å"],
        [["i\u0307stanbul ığdır'da ışık", "straße ǆ ǆ ﬁ ⅷ å"]],
    ),
    "scripts without blanks": (
        ["我喜欢喝茶，不喜欢咖啡。", "ฉันชอบดื่มชา", "मैं चाय पीता हूँ।"],
        [["我爱喝茶，不爱咖啡。", "ฉันชอบดื่มกาแฟ", "मैं कॉफ़ी पीता हूँ।"]],
    ),
    "beyond the basic plane": (
        ["ok 👍🏽 𝒳𝟗! 👨‍👩‍👧", "𐐀𐐁 €5 ½+¼ §3 ²"],
        [["ok 👍 𝒳 𝟗 ! 👨‍👩‍👦", "𐐨𐐁 € 5 ½ + ¼ § 3 ²"]],
    ),
    "right to left": (
        ["أين الكتاب؟ ١٢٫٥", "איפה הספר?"],
        [["أين كتابي ؟ ١٢٫٥", "איפה הספר ?"]],
    ),
    "two translators": (
        ["the cat sat on the mat", "the the the the", "rain", "(he said: “go”)."],
        [
            ["the cat is on the mat", "the cat the dog", "it rains", "(he said, “go!”)"],
            ["a cat sat on a mat", "the the", "it is raining today", "“go,” he said."],
        ],
    ),
    "missing and empty references": (
        ["one two three four five", "six", "seven eight"],
        [["one two three four six", None, "seven"], ["one three", "six seven", ""]],
    ),
    "punctuation at word borders": (
        ["(hi) 'tis 'no' -- - ...end a, ,b !! ?", "«x» ¿y? z´ [1]."],
        [["(hi ) ' tis no -- ... end a , b ! ?", "« x » ¿ y ? z [ 1 ] ."]],
    ),
    "empty hypothesis": (["", "a"], [["something was said", "a"]]),
    "nothing matches": (["aa bb cc dd"], [["ee ff gg hh"]]),
}

BLEU_OPTIONS = (
    [{"tokenize": tokenize, "lowercase": lowercase} for tokenize in ("13a", "intl", "char", "none") for lowercase in (False, True)]
    + [{"smooth_method": method, "smooth_value": value, "effective_order": effective}
       for method, value in (("none", None), ("floor", None), ("floor", 0.125), ("add-k", None), ("add-k", 0.5), ("exp", None))
       for effective in (False, True)]
    + [{"max_ngram_order": order, "effective_order": True} for order in (1, 2, 6)]
)
CHRF_OPTIONS = [
    {},
    {"lowercase": True},
    {"eps_smoothing": True},
    {"whitespace": True},
    {"word_order": 2},
    {"word_order": 2, "eps_smoothing": True, "lowercase": True},
    {"word_order": 1, "beta": 1, "char_order": 3},
    {"char_order": 0, "word_order": 2},
    {"beta": 3, "whitespace": True, "word_order": 3},
]


def case(metric_name, metric, hypotheses, references, options):
    score = metric.corpus_score(hypotheses, references)
    return {
        "metric": metric_name,
        "options": options,
        "score": score.score,
        "text": score.format(width=4),
        "signature": str(metric.get_signature()).split("|version")[0],
    }


corpora = []
for name, (hypotheses, references) in CORPORA.items():
    cases = [case("BLEU", BLEU(**o), hypotheses, references, o) for o in BLEU_OPTIONS]
    cases += [case("chrF", CHRF(**o), hypotheses, references, o) for o in CHRF_OPTIONS]
    corpora.append({"name": name, "hypotheses": hypotheses, "references": references, "cases": cases})

NOTE = f"Scores of sentences of our own by sacreBLEU {sacrebleu.__version__}; written by make_cases.py"
with open("own-cases.json", "w", encoding="utf-8") as file:
    file.write('{"provenance": ' + json.dumps(NOTE) + ',\n "corpora": [\n')
    for i, corpus in enumerate(corpora):
        cases = corpus.pop("cases")
        file.write(",\n" if i else "")
        file.write(json.dumps(corpus)[:-1] + ', "cases": [\n  ')
        file.write(",\n  ".join(map(json.dumps, cases)) + "]}")
    file.write("]}\n")
