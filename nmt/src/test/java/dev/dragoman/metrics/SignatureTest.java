package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final Signature SIGNATURE = new Bleu(BleuSettings.defaults()).signature(1);

  @Test
  void givesEachSettingByItsSacreBleuName() {
    assertThat(SIGNATURE.fields())
        .extracting(Signature.Field::key)
        .containsExactly("nrefs", "case", "eff", "tok", "smooth", "version");
    assertThat(SIGNATURE.value("tok")).isEqualTo("13a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SIGNATURE.value("nc"))
        .withMessageContaining("\"nc\"");
  }

  @Test
  void carriesTheVersionOfTheProject() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"), StandardCharsets.UTF_8);
    Matcher version = Pattern.compile("<version>([0-9.]+)(-SNAPSHOT)?</version>").matcher(pom);
    assertThat(version.find()).isTrue();
    assertThat(Signature.VERSION).isEqualTo("dragoman-" + version.group(1));
  }
}
