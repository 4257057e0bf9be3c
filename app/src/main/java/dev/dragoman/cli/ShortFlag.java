package dev.dragoman.cli;

import java.util.List;

/**
 * A short name for a key of the experiment that people change often.
 *
 * @param name with its dashes
 * @param key the dotted key that it sets
 */
record ShortFlag(String name, String key, String valueLabel, String description) {
  static final List<ShortFlag> ALL =
      List.of(
          new ShortFlag("--source", "corpus.source", "F", "Source sentences, one a line."),
          new ShortFlag("--target", "corpus.target", "F", "Target sentences, one a line."),
          new ShortFlag("--tsv", "corpus.tsv", "F", "Both in one file, parted by tabs."),
          new ShortFlag(
              "--valid-source", "corpus.valid-source", "F", "Source sentences to validate with."),
          new ShortFlag(
              "--valid-target", "corpus.valid-target", "F", "Target sentences to validate with."),
          new ShortFlag("--out", "out", "DIR", "Folder to write to (default: runs/ and a name)."),
          new ShortFlag(
              "--source-vectors", "vectors.source", "V", "Vectors that source words begin with."),
          new ShortFlag(
              "--target-vectors", "vectors.target", "V", "Vectors that target words begin with."),
          new ShortFlag("--freeze", "vectors.freeze", "", "Leave those vectors as they are."),
          new ShortFlag("--record", "recorder.record", "", "Write down what every embedding does."),
          new ShortFlag(
              "--record-precision",
              "recorder.precision",
              "P",
              "Recorded vectors: float32 or float16 (default)."),
          new ShortFlag("--watch", "recorder.watch", "W,…", "Words recorded after every update."),
          new ShortFlag("--epochs", "training.epochs", "N", "Times the corpus is read."),
          new ShortFlag(
              "--max-updates", "training.max-updates", "N", "Updates after which to stop."),
          new ShortFlag("--threads", "training.threads", "N", "Threads to train with."),
          new ShortFlag("--seed", "training.seed", "N", "Where every random choice begins."));
}
