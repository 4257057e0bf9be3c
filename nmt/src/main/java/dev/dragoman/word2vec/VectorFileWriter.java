package dev.dragoman.word2vec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** Writes vectors to a file beside the wanted one, and renames it when it is complete. */
final class VectorFileWriter {

  private static final int BUFFER = 1 << 16;

  private final WordVectors vectors;
  private final OutputStream out;

  private VectorFileWriter(WordVectors vectors, OutputStream out) {
    this.vectors = vectors;
    this.out = out;
  }

  /** Whether the file's place allows it to be written. */
  static void check(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new Word2VecException(
          file + ": expected the name of a file to write, got a folder; add a file's name");
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw new Word2VecException(
          file + ": the folder " + folder + " does not exist; make it first");
    }
    if (folder != null && !Files.isWritable(folder)) {
      throw new Word2VecException(
          file + ": writing into the folder " + folder + " is not permitted");
    }
  }

  static void write(WordVectors vectors, Path file, WordVectorFormat format) {
    check(file);
    vectors.words().forEach(VectorFileWriter::requireWritable);
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      try (OutputStream out = open(partial, file.toString().endsWith(".gz"))) {
        new VectorFileWriter(vectors, out).write(format);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(partial, e);
      throw new Word2VecException(file + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private static OutputStream open(Path file, boolean gzip) throws IOException {
    OutputStream plain = Files.newOutputStream(file);
    return gzip ? new GZIPOutputStream(plain, BUFFER) : new BufferedOutputStream(plain, BUFFER);
  }

  private static void discard(Path partial, IOException reason) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private static void requireWritable(String word) {
    if (word.isEmpty() || word.indexOf(' ') >= 0 || word.indexOf('\n') >= 0) {
      throw new Word2VecException(
          "the word '" + word + "' is empty or has a blank in it; vector files cannot hold it");
    }
  }

  private void write(WordVectorFormat format) throws IOException {
    switch (format) {
      case WORD2VEC_TEXT -> {
        writeHeader();
        writeText();
      }
      case WORD2VEC_BINARY -> {
        writeHeader();
        writeBinary();
      }
      case GLOVE -> writeText();
    }
  }

  private void writeHeader() throws IOException {
    out.write(utf8(vectors.count() + " " + vectors.size() + "\n"));
  }

  private void writeText() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int index = 0; index < vectors.count(); index++) {
      line.setLength(0);
      line.append(vectors.words().get(index));
      for (float value : vectors.vector(index)) {
        line.append(' ').append(value);
      }
      out.write(utf8(line.append('\n').toString()));
    }
  }

  private void writeBinary() throws IOException {
    ByteBuffer row =
        ByteBuffer.allocate(vectors.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int index = 0; index < vectors.count(); index++) {
      out.write(utf8(vectors.words().get(index) + " "));
      row.asFloatBuffer().put(vectors.vector(index));
      out.write(row.array());
      out.write('\n');
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
