package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTest {
  private static final Terminal TWENTY = new Terminal(true, false, 20);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Output output(Terminal terminal) {
    return new Output("standard output", bytes, terminal);
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void textIsUtf8WhateverThePlatformThinks() {
    output(Terminal.NONE).line("é – 日本 😀");
    assertThat(bytes.toByteArray()).isEqualTo("é – 日本 😀\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aLiveLineIsOverwrittenAndThenClearedForTheNextLine() {
    Output output = output(TWENTY);
    output.live("1 of 3");
    output.live("2 of 3");
    output.line("a result");
    output.line("another");
    assertThat(written())
        .isEqualTo("\r\u001b[K1 of 3\r\u001b[K2 of 3\r\u001b[Ka result\nanother\n");
  }

  @Test
  void aLiveLineIsCutToTheWidth() {
    output(TWENTY).live("a line of more than twenty columns\nin two");
    assertThat(written()).isEqualTo("\r\u001b[Ka line of more tha…");
  }

  @Test
  void aLiveLineIsLeftStandingOnce() {
    Output output = output(TWENTY);
    output.live("half way");
    output.keepLive();
    output.keepLive();
    assertThat(written()).isEqualTo("\r\u001b[Khalf way\n");
  }

  @Test
  void aComplaintDoesNotStandBehindALiveLine() {
    Output output = output(TWENTY);
    output.live("half way");
    new Console(InputStream.nullInputStream(), output, output).complain("no more");
    assertThat(written()).isEqualTo("\r\u001b[Khalf way\ndragoman: no more\n");
  }

  @Test
  void inAPipeThereIsNoLiveLine() {
    Output output = output(Terminal.NONE);
    output.live("half way");
    output.keepLive();
    assertThat(written()).isEmpty();
  }

  @Test
  void progressIsRedrawnTenTimesASecondOnATerminal() {
    AtomicLong clock = new AtomicLong(-5);
    LiveLine line = new LiveLine(output(TWENTY), clock::get, Duration.ofSeconds(10));
    for (int i = 0; i < 5; i++) {
      line.show(Integer.toString(i));
      clock.addAndGet(Duration.ofMillis(60).toNanos());
    }
    assertThat(written()).isEqualTo("\r\u001b[K0\r\u001b[K2\r\u001b[K4");
  }

  @Test
  void progressIsAPlainLineNowAndThenInAPipe() {
    AtomicLong clock = new AtomicLong();
    LiveLine line = new LiveLine(output(Terminal.NONE), clock::get, Duration.ofSeconds(10));
    for (int i = 0; i < 5; i++) {
      line.show(Integer.toString(i));
      clock.addAndGet(Duration.ofSeconds(6).toNanos());
    }
    assertThat(written()).isEqualTo("0\n2\n4\n");
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 6, abcdef",
    "abcdef, 5, abcd…",
    "日本語, 6, 日本語",
    "日本語, 5, 日本…",
    "日本語, 4, 日…",
    "e\u0301e\u0301e\u0301, 3, e\u0301e\u0301e\u0301",
    "a\tb, 3, a b",
    "abc, 1, …",
  })
  void textIsCutByColumns(String text, int width, String cut) {
    assertThat(Columns.cut(text, width)).isEqualTo(cut);
  }

  @Test
  void textIsWrappedAtBlanks() {
    assertThat(Columns.wrapped("one two three fourteen", 8))
        .containsExactly("one two", "three", "fourteen");
    assertThat(Columns.wrapped("unbreakable", 4)).containsExactly("unbreakable");
  }

  private static Terminal terminal(String told, Map<String, String> environment) {
    Properties properties = new Properties();
    properties.setProperty("dragoman.terminal.out", told);
    return Terminal.of(Terminal.Stream.OUT, properties, environment);
  }

  @Test
  void whatTheLauncherSaysAboutTheTerminalHolds() {
    Map<String, String> xterm = Map.of("TERM", "xterm", "COLUMNS", "133");
    assertThat(terminal("true", xterm)).isEqualTo(new Terminal(true, true, 133));
    assertThat(terminal("false", xterm)).isEqualTo(Terminal.NONE);
    assertThat(terminal("true", Map.of("TERM", "xterm"))).isEqualTo(new Terminal(true, true, 80));
  }

  @Test
  void coloursAreLeftOutWhereTheyAreNotWelcome() {
    assertThat(terminal("true", Map.of("TERM", "xterm", "NO_COLOR", "1")))
        .isEqualTo(new Terminal(true, false, 80));
    assertThat(terminal("true", Map.of("TERM", "xterm", "NO_COLOR", "")).coloured()).isTrue();
    assertThat(terminal("true", Map.of("TERM", "dumb"))).isEqualTo(Terminal.NONE);
    assertThat(terminal("true", Map.of())).isEqualTo(Terminal.NONE);
  }

  @Test
  void theLaunchersWidthComesBeforeTheEnvironments() {
    Properties properties = new Properties();
    properties.setProperty("dragoman.terminal.err", "true");
    properties.setProperty("dragoman.terminal.columns", "97");
    Map<String, String> environment = Map.of("TERM", "xterm", "COLUMNS", "12");
    assertThat(Terminal.of(Terminal.Stream.ERR, properties, environment).width()).isEqualTo(97);
    properties.setProperty("dragoman.terminal.columns", "3");
    assertThat(Terminal.of(Terminal.Stream.ERR, properties, environment).width()).isEqualTo(40);
  }
}
