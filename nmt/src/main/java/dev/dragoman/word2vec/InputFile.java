package dev.dragoman.word2vec;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file to read, gzip or not (told by its first two bytes), whose problems are said in one line.
 */
final class InputFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_FIRST = 0x1F;
  private static final int GZIP_SECOND = 0x8B;

  private final String name;
  private final InputStream in;

  private InputFile(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  static InputFile open(Path file) {
    if (Files.isDirectory(file)) {
      throw new Word2VecException(file + ": expected a file, got a folder; name a file in it");
    }
    try {
      return decompressing(file.toString(), Files.newInputStream(file));
    } catch (IOException e) {
      throw cannotRead(file.toString(), e);
    }
  }

  /** Of a stream that is open already; who opened it closes it. */
  static InputFile of(String name, InputStream open) {
    try {
      return decompressing(name, open);
    } catch (IOException e) {
      throw cannotRead(name, e);
    }
  }

  private static InputFile decompressing(String name, InputStream raw) throws IOException {
    try {
      InputStream in = new BufferedInputStream(raw, BUFFER);
      in.mark(2);
      boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
      in.reset();
      if (!gzip && name.endsWith(".gz")) {
        throw new Word2VecException(
            name + ": named .gz, but it is not gzip; rename it or compress it again");
      }
      return new InputFile(name, gzip ? new GZIPInputStream(in, BUFFER) : in);
    } catch (IOException | Word2VecException e) {
      raw.close();
      throw e;
    }
  }

  /** How errors call the file. */
  String name() {
    return name;
  }

  /** Fills as much of the array as there is; returns how many bytes, 0 at the end of the file. */
  int read(byte[] bytes, int offset, int length) {
    try {
      return in.readNBytes(bytes, offset, length);
    } catch (IOException e) {
      throw cannotRead(name, e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw cannotRead(name, e);
    }
  }

  private static Word2VecException cannotRead(String name, IOException e) {
    String why =
        switch (e) {
          case NoSuchFileException none -> "no such file; check the name";
          case AccessDeniedException denied -> "reading it is not permitted";
          case EOFException cut -> "the gzip data is cut; fetch the file again";
          case ZipException damaged ->
              "the gzip data is damaged (" + damaged.getMessage() + "); fetch the file again";
          default -> "cannot be read (" + e.getMessage() + ")";
        };
    return new Word2VecException(name + ": " + why, e);
  }
}
