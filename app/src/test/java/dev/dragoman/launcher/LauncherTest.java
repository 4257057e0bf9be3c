package dev.dragoman.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real script beside a JDK and a Maven that only note down what they were asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {
  private static final List<String> MODULES = List.of("engine", "nmt", "app");

  private static final String QUICK = "-Ddragoman.kernels=scalar-first";

  /**
   * Says what it was given, one argument a line, and ends as told. Asked for an AOT cache, it makes
   * one, unless told not to, and leaves a line in a file.
   */
  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      for argument; do
        case $argument in
          -XX:AOTMode=create) echo rehearsal >>"${0%/*}/rehearsals" ;;
          -XX:AOTCache=*) cache=${argument#*=} ;;
        esac
      done
      case " $* " in
        *" -XX:AOTMode=record "*) until [ -z "${FAKE_WAIT:-}" ] || [ -e "$FAKE_WAIT" ]; do sleep 0.1; done; exit 0 ;;
        *" -XX:AOTMode=create "*) [ -n "${FAKE_NO_CACHE:-}" ] || echo cache >"$cache"; exit 0 ;;
      esac
      printf '%s\\n' "$0" "$@"
      exit "${FAKE_EXIT:-0}"
      """;

  /** Makes an empty file where a jar is wanted. */
  private static final String FAKE_JAR =
      """
      #!/bin/sh
      while [ "$1" != --file ]; do shift; done
      echo jar >"$2"
      """;

  /** Leaves behind what a build does, and a line in a file for each build. */
  private static final String FAKE_MAVEN =
      """
      #!/bin/sh
      root=${0%/*}
      echo build >>"$root/builds"
      [ -z "${FAKE_FAILURE:-}" ] || { printf '%s\\n' "$FAKE_FAILURE"; exit 1; }
      [ -z "${FAKE_EDIT:-}" ] || { sleep 0.1; touch "$root/$FAKE_EDIT"; }
      for module in engine nmt app; do
        mkdir -p "$root/$module/target/classes"
        touch "$root/$module/target/built"
      done
      printf %s "$root/library.jar" >"$root/app/target/classpath"
      """;

  @TempDir Path folder;
  private Path root;
  private Path jdk;

  private record Outcome(int exitCode, String out, String err) {}

  @BeforeEach
  void layOutAProject() throws IOException {
    root = Files.createDirectories(folder.toRealPath().resolve("a project"));
    Files.copy(Path.of("dragoman"), root.resolve("dragoman"), StandardCopyOption.COPY_ATTRIBUTES);
    executable(root.resolve("mvnw"), FAKE_MAVEN);
    Files.createFile(root.resolve("library.jar"));
    Files.createFile(root.resolve("pom.xml"));
    for (String module : MODULES) {
      Files.createDirectories(root.resolve(module).resolve("src/main"));
      Files.createFile(root.resolve(module).resolve("pom.xml"));
      Files.createFile(root.resolve(module).resolve("src/main/Source.java"));
    }
    jdk = fakeJdk("jdk", "25.0.1");
  }

  @Test
  void startsTheProgramWithTheVectorModule() throws Exception {
    Outcome outcome = launch();

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
        .startsWith(jdk.resolve("bin/java").toString())
        .containsSequence("--add-modules", "jdk.incubator.vector")
        .containsSequence(
            "-cp",
            Stream.of("engine/target/classes", "nmt/target/classes", "app/target/classes")
                    .map(classes -> root.toString() + "/" + classes + ":")
                    .reduce("", String::concat)
                + root.resolve("library.jar"))
        .endsWith("dev.dragoman.cli.Dragoman");
  }

  @Test
  void passesArgumentsAndExitCodeThrough() throws Exception {
    Outcome outcome = launch(Map.of("FAKE_EXIT", "7"), "translate", "--model", "a b", "*", "");

    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.out()).endsWith("Dragoman\ntranslate\n--model\na b\n*\n\n");
  }

  @Test
  void splitsFurtherOptionsAtBlanksAndLeavesTheCollectorToThem() throws Exception {
    Outcome outcome = launch(Map.of("DRAGOMAN_JAVA_OPTS", "-Xmx1g -XX:+UseSerialGC"));

    assertThat(outcome.out().lines())
        .containsSequence("-Xmx1g", "-XX:+UseSerialGC")
        .doesNotContain("-XX:+UseParallelGC");
  }

  @Test
  void passesOverAJdkThatIsTooOld() throws Exception {
    Path old = fakeJdk("old", "17.0.15");
    String path = jdk.resolve("bin") + ":" + System.getenv("PATH");

    Outcome outcome = launch(Map.of("JAVA_HOME", old.toString(), "PATH", path));

    assertThat(outcome.out()).startsWith(jdk.resolve("bin/java").toString());
  }

  @Test
  void worksThroughSymbolicLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("dragoman"));
    Path linkToLink = Files.createSymbolicLink(folder.resolve("link2"), link.getFileName());

    assertThat(finish(start(linkToLink, Map.of())).exitCode()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsOnceWhenNothingChanges() throws Exception {
    launch();
    launch();

    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    launch();
    Files.setLastModifiedTime(
        root.resolve("nmt/target/built"), FileTime.from(Instant.now().minusSeconds(60)));

    launch();

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void buildsAgainWhenAJarHasGone() throws Exception {
    launch();
    Files.delete(root.resolve("library.jar"));

    launch();

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void takesASourceThatWasSavedDuringTheBuildForNewer() throws Exception {
    launch(Map.of("FAKE_EDIT", "engine/src/main/Source.java"));

    launch();

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void letsOneLauncherBuildWhileOthersWait() throws Exception {
    Map<String, String> slowly = Map.of("FAKE_EDIT", "slow");
    List<Process> together =
        List.of(
            start(root.resolve("dragoman"), slowly),
            start(root.resolve("dragoman"), slowly),
            start(root.resolve("dragoman"), slowly));

    for (Process process : together) {
      assertThat(finish(process).exitCode()).isZero();
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void takesAwayTheLockOfALauncherThatDied() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path work = Files.createDirectories(root.resolve("target/launcher"));
    Files.createSymbolicLink(work.resolve("lock"), Path.of(Long.toString(dead.pid())));

    assertThat(launch().exitCode()).isZero();

    assertThat(builds()).isEqualTo(1);
    assertThat(Files.isSymbolicLink(work.resolve("lock"))).isFalse();
  }

  @Test
  void saysInOneLineWhyABuildFailedAndWhereItsLogIs() throws Exception {
    String log = "[INFO] Building\n[ERROR] COMPILATION ERROR : \n[ERROR] A.java:[3,4] no such type";

    Outcome outcome = launch(Map.of("FAKE_FAILURE", log));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .containsExactly(
            "dragoman: the build failed: A.java:[3,4] no such type; the whole log is "
                + root.resolve("target/launcher/build.log"));
    assertThat(Files.isSymbolicLink(root.resolve("target/launcher/lock"))).isFalse();
  }

  @Test
  void translatesFromAJarAndACacheThatItsFirstRunMakes() throws Exception {
    Outcome first = launch("translate", "--model", "m");
    Outcome second = launch("translate", "--model", "m");

    for (Outcome outcome : List.of(first, second)) {
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.out().lines())
          .contains(QUICK, "-XX:AOTCache=" + launcherFile("translate.aot"))
          .containsSequence("--add-modules", "jdk.incubator.vector")
          .containsSequence(
              "-cp", launcherFile("translate.jar") + ":" + root.resolve("library.jar"))
          .endsWith("dev.dragoman.cli.Dragoman", "translate", "--model", "m");
    }
    assertThat(rehearsals()).isEqualTo(1);
    assertThat(launcherFile("translate.new")).doesNotExist();
    assertThat(Files.isSymbolicLink(launcherFile("lock"))).isFalse();
  }

  @Test
  void startsOtherCommandsAndAJvmWithOptionsOfOnesOwnAsEver() throws Exception {
    launch("translate");

    assertThat(launch("train").out().lines()).doesNotContain(QUICK);
    assertThat(launch().out().lines()).doesNotContain(QUICK);
    assertThat(launch(Map.of("DRAGOMAN_JAVA_OPTS", "-Xmx1g"), "translate").out().lines())
        .contains("-Xmx1g")
        .doesNotContain(QUICK)
        .noneMatch(argument -> argument.startsWith("-XX:AOT"));
  }

  @Test
  void makesTheCacheAgainForAnotherBuildAndForAnotherJdk() throws Exception {
    launch("translate");
    Files.setLastModifiedTime(
        launcherFile("translate.for"), FileTime.from(Instant.now().minusSeconds(60)));
    launch("translate");
    launch("translate");
    assertThat(rehearsals()).isEqualTo(2);

    Files.writeString(
        jdk.resolve("release"), "JAVA_RUNTIME_VERSION=\"25.0.1+9\"\n", StandardOpenOption.APPEND);
    launch("translate");
    assertThat(rehearsals()).isEqualTo(3);
  }

  @Test
  void doesNotTryAgainWhatFailedForThisBuild() throws Exception {
    for (int start = 0; start < 2; start++) {
      Outcome outcome = launch(Map.of("FAKE_NO_CACHE", "1"), "translate");

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.out().lines()).doesNotContain(QUICK);
    }
    assertThat(rehearsals()).isEqualTo(1);
  }

  @Test
  void startsAsEverWhereTheJarHasGone() throws Exception {
    launch("translate");
    Files.delete(launcherFile("translate.jar"));

    assertThat(launch("translate").out().lines()).doesNotContain(QUICK);
  }

  @Test
  void startsAsEverWhereNothingCanBeWritten() throws Exception {
    launch();
    // No folder can be made where a file stands, not even by root, who may write to any folder.
    Path work = root.resolve("target");
    try (Stream<Path> files = Files.walk(work)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    Files.createFile(work);

    Outcome outcome = launch("translate");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines()).doesNotContain(QUICK);
    assertThat(jdk.resolve("bin/rehearsals")).doesNotExist();
  }

  @Test
  @Timeout(60)
  void startsAsEverWhileAnotherLauncherMakesTheCache() throws Exception {
    launch();
    Path goOn = folder.resolve("go on");
    Map<String, String> slowly = Map.of("FAKE_WAIT", goOn.toString());
    Process first = start(root.resolve("dragoman"), slowly, "translate");
    while (!Files.exists(launcherFile("translate.new"))) {
      Thread.onSpinWait();
    }

    assertThat(launch("translate").out().lines()).doesNotContain(QUICK);

    Files.createFile(goOn);
    assertThat(finish(first).out().lines()).contains(QUICK);
    assertThat(rehearsals()).isEqualTo(1);
  }

  private Path launcherFile(String name) {
    return root.resolve("target/launcher").resolve(name);
  }

  private long rehearsals() throws IOException {
    return Files.readAllLines(jdk.resolve("bin/rehearsals")).size();
  }

  private Path fakeJdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    executable(home.resolve("bin/java"), FAKE_JAVA);
    executable(home.resolve("bin/javac"), FAKE_JAVA);
    executable(home.resolve("bin/jar"), FAKE_JAR);
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Fake\"\nJAVA_VERSION=\""
            + version
            + "\"\nMODULES=\"java.base jdk.incubator.vector\"\n");
    return home;
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome launch(String... arguments) throws Exception {
    return launch(Map.of(), arguments);
  }

  private Outcome launch(Map<String, String> environment, String... arguments) throws Exception {
    return finish(start(root.resolve("dragoman"), environment, arguments));
  }

  private Process start(Path script, Map<String, String> environment, String... arguments)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of(arguments));
    builder.directory(folder.toFile());
    builder.environment().remove("DRAGOMAN_JAVA_OPTS");
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Outcome finish(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private long builds() throws IOException {
    return Files.readAllLines(root.resolve("builds")).size();
  }
}
