package dev.dragoman.word2vec;

import java.nio.file.Path;

/**
 * Reads and writes vectors in the formats that other tools use. What is wrong with a file is said
 * with its name and line, or place in bytes; nothing is skipped.
 */
public final class WordVectorFiles {

  private WordVectorFiles() {}

  /**
   * Reads a file or folder of any of the formats, gzip or not: its beginning tells which.
   *
   * @throws Word2VecException if the file is none of them or is damaged
   */
  public static WordVectors read(Path file) {
    return read(file, Integer.MAX_VALUE);
  }

  /**
   * Reads the first vectors of a file: the most frequent words, in a file sorted by frequency.
   *
   * @param limit most vectors to read, ≥ 1; what comes after them is not looked at
   * @throws Word2VecException if the file is no vector file or is damaged
   */
  public static WordVectors read(Path file, int limit) {
    return read(file, detect(file), limit);
  }

  /**
   * The format of a file, told by its beginning. fastText's is not told apart from word2vec's text,
   * since nothing in it says so.
   *
   * @throws Word2VecException if it cannot be read
   */
  public static WordVectorFormat detect(Path file) {
    if (ProjectorFolder.isOne(file)) {
      return WordVectorFormat.PROJECTOR;
    }
    if (NumpyFile.isOne(file)) {
      return WordVectorFormat.NUMPY;
    }
    try (VectorFileReader reader = VectorFileReader.open(file, 1)) {
      return reader.detect();
    }
  }

  /**
   * Reads a file of this format, gzip or not.
   *
   * @param limit most vectors to read, ≥ 1; what comes after them is not looked at
   * @throws Word2VecException if the file has another format or is damaged
   */
  public static WordVectors read(Path file, WordVectorFormat format, int limit) {
    return switch (format) {
      case PROJECTOR -> ProjectorFolder.read(file, limit);
      case NUMPY -> NumpyFile.read(file, NumpyFile.tokensOf(file), limit);
      case WORD2VEC_TEXT, WORD2VEC_BINARY, GLOVE, FASTTEXT -> {
        try (VectorFileReader reader = VectorFileReader.open(file, limit)) {
          yield reader.read(format);
        }
      }
    };
  }

  /**
   * Fails where a file could not be read, so that this is known before long work.
   *
   * @throws Word2VecException if it is missing, a folder, or may not be read
   */
  public static void requireReadable(Path file) {
    InputFile.open(file).close();
  }

  /**
   * Fails where vectors could not be written, so that this is known before a long training.
   *
   * @throws Word2VecException if a folder has the file's name, or its own folder cannot be written
   *     to
   */
  public static void requireWritable(Path file, WordVectorFormat format) {
    if (format == WordVectorFormat.PROJECTOR) {
      ProjectorFolder.requireWritable(file);
    } else {
      WholeFile.requireWritable(file);
    }
  }

  /**
   * Writes all vectors; a name that ends with {@code .gz} is compressed. The file appears when it
   * is complete, and replaces one of the same name. Text keeps every bit of a float.
   *
   * @throws Word2VecException if the file cannot be written, or a word has blanks in it or is empty
   */
  public static void write(WordVectors vectors, Path file, WordVectorFormat format) {
    VectorFileWriter.write(vectors, file, format);
  }
}
