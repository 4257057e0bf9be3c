package dev.dragoman.word2vec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes vectors with the words among them: word2vec's, GloVe's and fastText's formats. */
final class VectorFileWriter {

  private final WordVectors vectors;
  private final OutputStream out;

  private VectorFileWriter(WordVectors vectors, OutputStream out) {
    this.vectors = vectors;
    this.out = out;
  }

  static void write(WordVectors vectors, Path file, WordVectorFormat format) {
    switch (format) {
      case NUMPY -> NumpyFile.write(vectors, file);
      case PROJECTOR -> ProjectorFolder.write(vectors, file);
      case WORD2VEC_TEXT, WORD2VEC_BINARY, GLOVE, FASTTEXT -> {
        vectors.words().forEach(VectorFileWriter::requireWritable);
        WholeFile.write(file, out -> new VectorFileWriter(vectors, out).write(format));
      }
    }
  }

  private static void requireWritable(String word) {
    if (word.isEmpty() || word.indexOf(' ') >= 0 || word.indexOf('\n') >= 0) {
      throw new Word2VecException(
          "the word '" + word + "' is empty or has a blank in it; vector files cannot hold it");
    }
  }

  private void write(WordVectorFormat format) throws IOException {
    if (format != WordVectorFormat.GLOVE) {
      out.write(utf8(vectors.count() + " " + vectors.size() + "\n"));
    }
    if (format == WordVectorFormat.WORD2VEC_BINARY) {
      writeBinary();
    } else {
      writeText(format == WordVectorFormat.FASTTEXT ? " \n" : "\n");
    }
  }

  private void writeText(String lineEnd) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int index = 0; index < vectors.count(); index++) {
      line.setLength(0);
      line.append(vectors.words().get(index));
      for (float value : vectors.vector(index)) {
        line.append(' ').append(value);
      }
      out.write(utf8(line.append(lineEnd).toString()));
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

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
