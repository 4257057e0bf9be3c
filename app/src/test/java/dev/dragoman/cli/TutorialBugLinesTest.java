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
    PaddingProbe probe = new PaddingProbe(translation("one", 0), List.of());
    List<List<PaddedReading>> padded = new ArrayList<>();
    for (int padding : TutorialBugFindings.PADDINGS) {
      padded.add(read(padding, padding == 0 ? unpadded : asTrained));
    }
    return new TutorialBugFindings(
        List.of("one", "one"),
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
    String[] right = {"one", "one"};
    String[] wrong = {"one", "two"};
    assertThat(said(findings(right, wrong, MOVED)))
        .contains("this befalls 1 of 2 sentences")
        .contains("it gets 2 right, and 1 where nobody pads")
        .contains("the correct model gets 2. The correct model's text")
        .contains("0 <s> two")
        .contains("The row of <s> was trained on it")
        .contains("reports the better perplexity and translates worse");
  }

  @Test
  void whereOnlyThePaddingMattersThatIsTold() {
    PaddingProbe wrong = new PaddingProbe(translation("two", 0), List.of());
    TutorialBugFindings found =
        findings(new String[] {"one", "one"}, new String[] {"one", "two"}, MOVED);
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
        .contains("the correct model gets 1. So in sentences that are right the bug cost nothing")
        .doesNotContain("perplexity");
  }

  @Test
  void whereThereIsNoHarmNoneIsTold() {
    String[] right = {"one", "one"};
    assertThat(said(findings(right, right, STAYED)))
        .contains("the bug did no harm that these sentences show")
        .contains("It gets 2 right padded as in its training, and as many unpadded; the correct")
        .contains("The row of <s> did not move even so")
        .doesNotContain("befalls")
        .doesNotContain("translates worse");
  }
}
