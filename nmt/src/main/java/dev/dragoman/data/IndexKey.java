package dev.dragoman.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What an index depends on, line by line: the content of the corpus files, whatever they are
 * called, and the settings by which pairs were split and filtered.
 *
 * @param lines a word for what it is, then what it is
 */
record IndexKey(List<String> lines) {
  private static final int BUFFER = 1 << 20;

  IndexKey {
    lines = List.copyOf(lines);
  }

  /** The key of files as they are now. */
  static IndexKey of(CorpusSource source, String settings) {
    List<String> lines = new ArrayList<>();
    for (Path file : files(source)) {
      lines.add("files " + fingerprint(file));
    }
    if (source instanceof CorpusSource.TabSeparatedFile tsv) {
      lines.add("columns " + tsv.sourceColumn() + " and " + tsv.targetColumn());
    }
    lines.add("settings " + settings.replace("\\", "\\\\").replace("\n", "\\n"));
    return new IndexKey(lines);
  }

  /** In words, how another key differs; empty where it does not. */
  Optional<String> difference(IndexKey other) {
    for (int i = 0; i < lines.size(); i++) {
      if (i >= other.lines.size() || !lines.get(i).equals(other.lines.get(i))) {
        return Optional.of("other " + lines.get(i).substring(0, lines.get(i).indexOf(' ')));
      }
    }
    return lines.size() == other.lines.size() ? Optional.empty() : Optional.of("other files");
  }

  /** The files of a corpus, standard input among them. */
  static List<Path> files(CorpusSource source) {
    return switch (source) {
      case CorpusSource.ParallelFiles files -> List.of(files.source(), files.target());
      case CorpusSource.TabSeparatedFile tsv -> List.of(tsv.file());
    };
  }

  private static String fingerprint(Path file) {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
      }
      return size + " bytes " + HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new CorpusException(file + ": cannot be read (" + e.getMessage() + ")", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * What tells cheaply that a file was changed while it was read.
   *
   * @param file which one
   * @param size in bytes
   * @param changed when
   */
  record Stamp(Path file, long size, FileTime changed) {
    static List<Stamp> of(List<Path> files) {
      List<Stamp> stamps = new ArrayList<>();
      for (Path file : files) {
        try {
          stamps.add(new Stamp(file, Files.size(file), Files.getLastModifiedTime(file)));
        } catch (IOException e) {
          // Reading it will say what is wrong.
        }
      }
      return stamps;
    }
  }
}
