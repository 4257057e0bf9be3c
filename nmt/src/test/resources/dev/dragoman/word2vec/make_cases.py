#!/usr/bin/python3
"""Wrote vectors.txt, questions.txt, pairs.tsv and gensim-expected.json beside it: random vectors, questions and pairs
whose words differ from the vectors' in case or have none, and what gensim 4.2.0 says of them.
Usage: make_cases.py (needs gensim, for example Debian's python3-gensim)"""
import json, os
import numpy as np
from gensim import __version__
from gensim.models import KeyedVectors

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(2026)
SIZE, GROUPS = 8, 15
words, rows = [], []
for g in range(GROUPS):
    base = rng.normal(size=SIZE)
    for kind in range(4):
        word = "%s%d" % ("aBcD"[kind], g)
        words.append(word)
        rows.append(base + 1.3 * kind * np.eye(SIZE)[kind] + 0.25 * rng.normal(size=SIZE))
    if g % 3 == 0:  # the same word in another case, rarer and elsewhere
        words.append(words[-1].swapcase())
        rows.append(rows[-1] + 0.1 * rng.normal(size=SIZE))
order = rng.permutation(len(words))
words = [words[i] for i in order]
rows = np.array(rows, dtype=np.float32)[order]
kv = KeyedVectors(SIZE)
kv.add_vectors(words, rows)
kv.save_word2vec_format(here + "/vectors.txt")

with open(here + "/questions.txt", "w") as f:
    for section, (p, q) in (("first", (0, 1)), ("gram second", (2, 3)), ("third", (3, 0))):
        f.write(": %s\n" % section)
        for a in range(GROUPS + 2):  # the last two groups have no vectors
            for b in range(GROUPS + 2):
                if a != b and rng.random() < 0.3:
                    f.write("A%d b%d A%d B%d\n".replace("A", "aBcD"[p]).replace("b", "AbCd"[q]).replace("B", "AbCd"[q]) % (a, a, b, b))
        f.write("only three words\n")
with open(here + "/pairs.tsv", "w") as f:
    f.write("# comment\nword\tword\tscore\n")
    for i in range(120):
        a, b = rng.integers(0, GROUPS + 1, 2)
        x, y = rng.integers(0, 4, 2)
        if (a, x) != (b, y):  # gensim's cosine of a word and itself is 1 give or take a float's last bit
            f.write("%s%d\t%s%d\t%.1f\n" % ("abcd"[x], a, "ABCD"[y], b, rng.uniform(0, 10)))

kv = KeyedVectors.load_word2vec_format(here + "/vectors.txt")
expected = {"gensim": __version__, "analogies": [], "pairs": []}
for restrict in (300000, 50):
    for insensitive in (True, False):
        for dummy in (False, True):
            where = {"mostFrequent": restrict, "ignoreCase": insensitive, "countUnknown": dummy}
            options = dict(restrict_vocab=restrict, case_insensitive=insensitive, dummy4unknown=dummy)
            score, sections = kv.evaluate_word_analogies(here + "/questions.txt", **options)
            expected["analogies"].append(where | {"score": score, "sections": [
                {"name": s["section"], "correct": len(s["correct"]), "incorrect": len(s["incorrect"])} for s in sections]})
            pearson, spearman, oov = kv.evaluate_word_pairs(here + "/pairs.tsv", **options)
            expected["pairs"].append(where | {"pearson": float(pearson[0]), "spearman": float(spearman[0]), "oov": oov})
expected["answers"] = []
for a, b, c in (("a1", "B1", "a2"), ("B5", "c5", "B9"), ("D3", "a3", "D7")):
    for method, find in (("COS_ADD", kv.most_similar), ("COS_MUL", kv.most_similar_cosmul)):
        expected["answers"].append({"question": [a, b, c], "method": method,
                                    "answers": [[w, s] for w, s in find(positive=[b, c], negative=[a], topn=7)]})
expected["neighbours"] = [[w, s] for w, s in kv.most_similar("a4", topn=9)]
json.dump(expected, open(here + "/gensim-expected.json", "w"), indent=1)
