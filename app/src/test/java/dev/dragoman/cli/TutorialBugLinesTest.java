package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.inspect.PaddedReading;
import dev.dragoman.inspect.PaddingProbe;
import dev.dragoman.inspect.RowShift;
import dev.dragoman.translate.Translation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TutorialBugLinesTest {
  private static final String RIGHT = "one two three four five";
  private static final String WRONG = "one two three four six";
  private static final RowShift STAYED = new RowShift(0, 9, 9);
  private static final RowShift MOVED = new RowShift(1.5, 2, 9);

  private static Translation translation(String text, int padding) {
    List<String> source = new ArrayList<>(List.of("un", "</s>"));
    source.addAll(Collections.nCopies(padding, "<s>"));
    float[][] attention = new float[1][source.size()];
    attention[0][source.size() - 1] = 1;
    return new Translation("un", source, text, List.of(text), -1, -1, attention, true);
  }

  private static List<PaddedReading> read(int padding, String... texts) {
    return List.of(texts).stream()
        .map(text -> new PaddedReading(padding, translation(text, padding)))
        .toList();
  }

  /** Two sentences that the correct model gets right; the twin unpadded, then otherwise. */
  private static TutorialBugFindings findings(String[] asTrained, String[] unpadded, RowShift row) {
    PaddingProbe probe = new PaddingProbe(translation(RIGHT, 0), List.of());
    List<List<PaddedReading>> padded = new ArrayList<>();
    for (int padding : TutorialBugFindings.PADDINGS) {
      padded.add(read(padding, padding == 0 ? unpadded : asTrained));
    }
    return new TutorialBugFindings(
        List.of(RIGHT, RIGHT),
        List.of(probe, probe),
        read(3, asTrained),
        padded,
        STAYED,
        row,
        Optional.of(2.0),
        Optional.of(1.5),
        false);
  }

  private static String said(TutorialBugFindings findings) {
    List<String> lines = new TutorialBugLines(findings, 0.4, 80).lines();
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    return String.join(" ", lines).replaceAll("\\s+", " ");
  }

  @Test
  void harmIsTold() {
    String[] right = {RIGHT, RIGHT};
    String[] wrong = {RIGHT, WRONG};
    assertThat(said(findings(right, wrong, MOVED)))
        .contains("this befalls 1 of 2 sentences")
        .contains("it gets 2 right (BLEU 100.0), and 1 (BLEU 83.8) where nobody pads")
        .contains("the correct model gets 2 (BLEU 100.0). The correct model's text")
        .contains("0 <s> " + WRONG)
        .contains("The row of <s> was trained on it")
        .contains("reports the better perplexity and translates worse");
  }

  @Test
  void whereOnlyThePaddingMattersThatIsTold() {
    PaddingProbe wrong = new PaddingProbe(translation(WRONG, 0), List.of());
    TutorialBugFindings found =
        findings(new String[] {RIGHT, RIGHT}, new String[] {RIGHT, WRONG}, MOVED);
    TutorialBugFindings noWorse =
        new TutorialBugFindings(
            found.references(),
            List.of(found.correct().getFirst(), wrong),
            found.asTrained(),
            found.padded(),
            STAYED,
            MOVED,
            Optional.empty(),
            Optional.empty(),
            false);
    assertThat(said(noWorse))
        .contains("the correct model gets 1 (BLEU 83.8). So in quality the bug cost nothing here")
        .doesNotContain("perplexity");
  }

  @Test
  void whereThereIsNoHarmNoneIsTold() {
    String[] right = {RIGHT, RIGHT};
    assertThat(said(findings(right, right, STAYED)))
        .contains("the bug did no harm that these sentences show")
        .contains("it gets 2 right (BLEU 100.0), and 2 (BLEU 100.0) where nobody pads")
        .contains("The row of <s> did not move even so")
        .doesNotContain("befalls")
        .doesNotContain("translates worse");
  }
}
