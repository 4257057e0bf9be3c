package dev.dragoman.cli;

import dev.dragoman.word2vec.WordVectorFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The formats of vector files as the command line calls them. */
final class VectorFormatWord extends Words<WordVectorFormat> {
  VectorFormatWord() {
    super(List.of(WordVectorFormat.values()));
  }

  @Override
  String word(WordVectorFormat format) {
    return wordOf(format);
  }

  /** How people write a format. */
  static String wordOf(WordVectorFormat format) {
    return switch (format) {
      case WORD2VEC_TEXT -> "text";
      case WORD2VEC_BINARY -> "binary";
      case GLOVE -> "glove";
      case FASTTEXT -> "fasttext";
      case NUMPY -> "numpy";
      case PROJECTOR -> "projector";
    };
  }

  /**
   * The format that a file's name stands for: {@code .bin} binary, {@code .vec} fastText's, {@code
   * .npy} NumPy's, compressed or not; else text.
   */
  static WordVectorFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
      case "bin" -> WordVectorFormat.WORD2VEC_BINARY;
      case "vec" -> WordVectorFormat.FASTTEXT;
      case "npy" -> WordVectorFormat.NUMPY;
      default -> WordVectorFormat.WORD2VEC_TEXT;
    };
  }
}
