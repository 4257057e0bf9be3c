package dev.dragoman.benchmarks.programs;

import dev.dragoman.config.Experiment;
import dev.dragoman.data.CorpusIndex;
import dev.dragoman.data.CorpusIndexer;
import dev.dragoman.data.CorpusSource;
import dev.dragoman.data.EncodedPairs;
import dev.dragoman.data.HoldOut;
import dev.dragoman.data.IndexPlace;
import dev.dragoman.data.PairFilter;
import dev.dragoman.data.Parts;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenization;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A corpus of tokens that is trained on from its index. All is done that the command line does
 * before the first update, but in the end the ids are those of given vocabularies: a corpus that
 * has grown would have larger ones, and the model would be another.
 *
 * @param tsv source, tab, target on each line, tokens parted by blanks
 * @param index where its index is kept
 */
record IndexedCorpus(Path tsv, Path index) {
  /** The training pairs as ids. */
  EncodedPairs read(Experiment experiment, PreparedText.Job job) {
    long begin = System.nanoTime();
    CorpusIndex indexed =
        new CorpusIndexer(filter(experiment), "tokens " + experiment.filter())
            .in(IndexPlace.keptIn(index))
            .index(new CorpusSource.TabSeparatedFile(tsv, 1, 2), InputStream.nullInputStream());
    Program.out()
        .println(
            Program.format(
                "index of %d pairs %s in %.1f s: %d MB",
                indexed.size(),
                indexed.origin().found() ? "found" : "made",
                (System.nanoTime() - begin) / 1e9,
                indexed.bytes() >> 20));
    Parts parts = new HoldOut(experiment.holdOut(), experiment.training().seed()).split(indexed);
    Program.out().println(vocabularies(experiment, indexed, parts));
    return indexed.encode(parts.train(), job.source(), job.target());
  }

  private static PairFilter filter(Experiment experiment) {
    Tokenizer whitespace = Tokenizer.of(new TextSettings(false, false, Tokenization.WHITESPACE));
    return new PairFilter(experiment.filter(), whitespace, whitespace);
  }

  private static String vocabularies(Experiment experiment, CorpusIndex indexed, Parts parts) {
    TokenCounts sources = new TokenCounts();
    TokenCounts targets = new TokenCounts();
    indexed.countSources(parts.train(), sources);
    indexed.countTargets(parts.train(), targets);
    return Program.format(
        "its own vocabularies would have %d and %d entries",
        Vocabulary.build(sources, experiment.sourceVocabulary()).size(),
        Vocabulary.build(targets, experiment.targetVocabulary()).size());
  }
}
