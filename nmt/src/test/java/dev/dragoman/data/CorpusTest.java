package dev.dragoman.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.data.CorpusSource.ParallelFiles;
import dev.dragoman.data.CorpusSource.TabSeparatedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Corpus read(CorpusSource source) {
    return Corpus.read(source, InputStream.nullInputStream());
  }

  private static InputStream typed(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void twoFilesArePairedLineByLine() throws IOException {
    Path source = file("a.fr", "un\r\ndeux\n\n");
    Path target = file("a.en", "\uFEFFone\n\ntwo");
    assertThat(read(new ParallelFiles(source, target)).pairs())
        .containsExactly(
            new SentencePair("un", "one"),
            new SentencePair("deux", ""),
            new SentencePair("", "two"));
  }

  @Test
  void unequalLineCountsAreRefusedWithBothCountsAndNames() throws IOException {
    Path source = file("a.fr", "x\n".repeat(1_200));
    Path target = file("a.en", "x\n".repeat(1_199));
    assertThatThrownBy(() -> read(new ParallelFiles(source, target)))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            source
                + " has 1,200 lines but "
                + target
                + " has 1,199; the files must translate each other line by line");
  }

  @Test
  void anEmptyFileIsRefusedByName() throws IOException {
    Path empty = file("a.fr", "");
    Path target = file("a.en", "x\n");
    assertThatThrownBy(() -> read(new ParallelFiles(empty, target)))
        .isInstanceOf(CorpusException.class)
        .hasMessage(empty + ": empty; expected one sentence a line");
    assertThatThrownBy(() -> read(new TabSeparatedFile(empty, 1, 2))).hasMessageContaining("empty");
  }

  @Test
  void columnsAreCountedFromOneAndComeInAnyOrder() throws IOException {
    Path tsv = file("a.tsv", "Go.\tVa !\tCC-BY\r\nHi.\tSalut !\tCC-BY\n");
    assertThat(read(new TabSeparatedFile(tsv, 2, 1)).pairs())
        .containsExactly(new SentencePair("Va !", "Go."), new SentencePair("Salut !", "Hi."));
    assertThat(read(new TabSeparatedFile(tsv, 3, 2)).pairs().getFirst())
        .isEqualTo(new SentencePair("CC-BY", "Va !"));
  }

  @Test
  void emptyColumnsAreEmptySides() throws IOException {
    Path tsv = file("a.tsv", "Go.\t\n\tVa !\n\nHi.\tSalut !");
    assertThat(read(new TabSeparatedFile(tsv, 1, 2)).pairs())
        .containsExactly(
            new SentencePair("Go.", ""),
            new SentencePair("", "Va !"),
            new SentencePair("", ""),
            new SentencePair("Hi.", "Salut !"));
  }

  @Test
  void aLineThatLacksAColumnIsNamedWithHowManyItHas() throws IOException {
    Path tsv = file("a.tsv", "Go.\tVa !\nHi. Salut !\n");
    assertThatThrownBy(() -> read(new TabSeparatedFile(tsv, 1, 2)))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            tsv
                + ", line 2: expected at least 2 columns separated by tabs, got 1; are the source and"
                + " target columns (1 and 2) right?");
  }

  @Test
  void impossibleColumnsAreRefused() {
    Path tsv = Path.of("a.tsv");
    assertThatThrownBy(() -> new TabSeparatedFile(tsv, 0, 1))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("counted from 1");
    assertThatThrownBy(() -> new TabSeparatedFile(tsv, 2, 2)).hasMessageContaining("both column 2");
  }

  @Test
  void standardInputCanBeOneOfTwoFilesOrATable() throws IOException {
    Path target = file("a.en", "one\n");
    assertThat(
            Corpus.read(new ParallelFiles(CorpusSource.STANDARD_INPUT, target), typed("un\n"))
                .pairs())
        .containsExactly(new SentencePair("un", "one"));
    Corpus table =
        Corpus.read(new TabSeparatedFile(CorpusSource.STANDARD_INPUT, 1, 2), typed("un\tone"));
    assertThat(table.pairs()).containsExactly(new SentencePair("un", "one"));
    assertThat(table.name()).isEqualTo("standard input");
  }

  @Test
  void standardInputCannotBeBothFiles() {
    assertThatThrownBy(
            () -> new ParallelFiles(CorpusSource.STANDARD_INPUT, CorpusSource.STANDARD_INPUT))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("both '-'");
  }
}
