package dev.dragoman.checkpoint;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWriterTest {
  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void nameTheFolder() {
    folder = parent.resolve("model");
  }

  private static Map<String, FileContent> files(String version) {
    Map<String, FileContent> files = new LinkedHashMap<>();
    files.put("one.txt", FileContent.of("one " + version));
    files.put("two.txt", FileContent.of("two " + version));
    return files;
  }

  private void save(Disk disk, String version) {
    new FolderWriter(disk).write(folder, files(version));
  }

  private void save(String version) {
    save(Disk.REAL, version);
  }

  /** The version that both files agree on. */
  private String load() {
    return FolderReader.read(
        folder,
        open -> {
          String one = new String(open.bytes("one.txt"), StandardCharsets.UTF_8);
          String two = new String(open.bytes("two.txt"), StandardCharsets.UTF_8);
          assertThat(one.substring(4)).isEqualTo(two.substring(4));
          return one.substring(4);
        });
  }

  private List<String> names(Path of) throws IOException {
    try (Stream<Path> list = Files.list(of)) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFolderIsWrittenWithItsManifestAndNothingIsLeftBesideIt() throws IOException {
    save("a");
    assertThat(load()).isEqualTo("a");
    assertThat(names(parent)).containsExactly("model");
    assertThat(names(folder)).containsExactly("manifest.json", "one.txt", "two.txt");
  }

  @Test
  void missingParentsAreMade() {
    folder = parent.resolve("runs").resolve("first").resolve("model");
    save("a");
    assertThat(load()).isEqualTo("a");
  }

  @Test
  void aPathMayBeRelativeOrHaveDots() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    assumeThat(here.getRoot()).isEqualTo(parent.getRoot());
    folder = here.relativize(parent).resolve("sub").resolve("..").resolve("model");
    Files.createDirectory(parent.resolve("sub"));
    save("a");
    save("b");
    assertThat(load()).isEqualTo("b");
    assertThat(names(parent)).containsExactly("model", "sub");
  }

  @Test
  void namesThatMeanSomethingInPatternsAreJustNames() throws IOException {
    folder = parent.resolve("mo{d,e}l[1]*");
    save("a");
    save("b");
    assertThat(load()).isEqualTo("b");
    assertThat(names(parent)).containsExactly("mo{d,e}l[1]*");
  }

  @Test
  void anOlderModelIsReplacedWithoutATrace() throws IOException {
    Map<String, FileContent> more = files("a");
    more.put("three.txt", FileContent.of("three"));
    new FolderWriter(Disk.REAL).write(folder, more);
    save("b");
    assertThat(load()).isEqualTo("b");
    assertThat(names(folder)).containsExactly("manifest.json", "one.txt", "two.txt");
    assertThat(names(parent)).containsExactly("model");
  }

  @Test
  void anEmptyFolderIsFilled() throws IOException {
    Files.createDirectory(folder);
    save("a");
    assertThat(load()).isEqualTo("a");
    assertThat(names(parent)).containsExactly("model");
  }

  @Test
  void aFolderThatIsNoModelIsNeverTouched() throws IOException {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("thesis.tex"), "years of work");
    assertThatThrownBy(() -> save("a"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("is no Dragoman model folder (it has no manifest.json)")
        .hasMessageContaining("choose another folder");
    assertThat(folder.resolve("thesis.tex")).hasContent("years of work");
    assertThat(names(parent)).containsExactly("model");
  }

  @Test
  void aFolderWithSomebodyElsesManifestIsNeverTouched() throws IOException {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("manifest.json"), "{\"name\": \"a browser extension\"}");
    assertThatThrownBy(() -> save("a"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("not a Dragoman manifest");
    assertThat(names(folder)).containsExactly("manifest.json");
  }

  @Test
  void aFileInTheWayIsNeverTouched() throws IOException {
    Files.writeString(folder, "notes");
    assertThatThrownBy(() -> save("a"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("is a file; choose another folder");
    assertThat(folder).hasContent("notes");
  }

  @Test
  void aParentThatIsAFileIsNamed() throws IOException {
    Files.writeString(parent.resolve("file"), "notes");
    folder = parent.resolve("file").resolve("model");
    assertThatThrownBy(() -> save("a"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("could not be saved")
        .hasMessageContaining("file");
  }

  @Test
  void aParentWithoutPermissionIsNamed() throws IOException {
    assumeThat(parent.toFile().setWritable(false) && !Files.isWritable(parent))
        .as("this user may write everywhere")
        .isTrue();
    try {
      assertThatThrownBy(() -> save("a"))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("no permission for");
    } finally {
      assertThat(parent.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void theRootOfTheFileSystemIsNoPlaceForAModel() {
    folder = parent.getRoot();
    assertThatThrownBy(() -> save("a"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("root of the file system");
  }

  @Test
  void aLinkToAModelKeepsPointingToIt() throws IOException {
    save("a");
    Path link = Files.createSymbolicLink(parent.resolve("link"), folder);
    folder = link;
    save("b");
    assertThat(load()).isEqualTo("b");
    assertThat(link).isSymbolicLink();
    folder = parent.resolve("model");
    assertThat(load()).isEqualTo("b");
  }

  @Test
  void aLinkToNothingIsRefused() throws IOException {
    Files.createSymbolicLink(folder, parent.resolve("gone"));
    assertThatThrownBy(() -> save("a"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("is a link to something that does not exist");
  }

  @Test
  void notesThatSomebodyPutIntoTheFolderMoveToTheNewModel() throws IOException {
    save("a");
    Files.writeString(folder.resolve("README"), "my best one");
    Files.createDirectory(folder.resolve("logs"));
    Files.writeString(folder.resolve("logs").resolve("1.log"), "…");
    save("b");
    assertThat(load()).isEqualTo("b");
    assertThat(folder.resolve("README")).hasContent("my best one");
    assertThat(folder.resolve("logs").resolve("1.log")).hasContent("…");
    assertThat(names(parent)).containsExactly("model");
  }

  @Test
  void notesUnderANameThatTheModelNeedsAreNotOverwritten() throws IOException {
    new FolderWriter(Disk.REAL).write(folder, Map.of("one.txt", FileContent.of("one a")));
    Files.writeString(folder.resolve("two.txt"), "mine");
    assertThatThrownBy(() -> save("b"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("two.txt")
        .hasMessageContaining("move it out of the folder");
    assertThat(folder.resolve("two.txt")).hasContent("mine");
  }

  @Test
  void aFailureAtAnyPointLeavesTheOldModelOrTheWholeNewOneAndNoRemains() throws IOException {
    int changes = changesOfASave();
    for (int change = 0; change < changes; change++) {
      save("old");
      String outcome = "new";
      try {
        save(FailingDisk.failingOnce(change), "new");
      } catch (CheckpointException e) {
        outcome = e.toString().contains("the disk does not confirm it") ? "new" : "old";
        assertThat(e.getMessage())
            .contains(folder.getFileName().toString())
            .contains("No space left on device")
            .doesNotContain("\n");
      }
      assertThat(load()).as("failure at change %d", change).isEqualTo(outcome);
      assertThat(folder).isDirectory();
      save("next");
      assertThat(load()).isEqualTo("next");
      assertThat(names(parent)).as("failure at change %d", change).containsExactly("model");
    }
  }

  @Test
  void aFullDiskLeavesNothingBesideTheOldModel() throws IOException {
    save("old");
    for (int write = 1; write <= 3; write++) {
      FailingDisk full = FailingDisk.failingOnce(write);
      assertThatThrownBy(() -> save(full, "new"))
          .isInstanceOf(CheckpointException.class)
          .hasMessage(
              folder
                  + ": the model could not be saved: No space left on device; nothing there was"
                  + " changed");
      assertThat(load()).isEqualTo("old");
      assertThat(names(parent)).containsExactly("model");
    }
  }

  @Test
  void aFullDiskLeavesNothingWhereNoModelWas() throws IOException {
    FailingDisk full = FailingDisk.failingOnce(2);
    assertThatThrownBy(() -> save(full, "new")).isInstanceOf(CheckpointException.class);
    assertThat(names(parent)).isEmpty();
  }

  @Test
  void aFailureOfTheContentItselfLeavesNothing() throws IOException {
    save("old");
    Map<String, FileContent> broken = files("new");
    broken.put(
        "three.txt",
        out -> {
          throw new IllegalStateException("no memory for this");
        });
    assertThatThrownBy(() -> new FolderWriter(Disk.REAL).write(folder, broken))
        .hasMessage("no memory for this");
    assertThat(load()).isEqualTo("old");
    assertThat(names(parent)).containsExactly("model");
  }

  @Test
  void aDeathAtAnyPointLeavesTheOldModelOrTheNewOneLoadable() throws IOException {
    int changes = changesOfASave();
    List<String> outcomes = new ArrayList<>();
    for (int change = 0; change < changes; change++) {
      save("old");
      Files.writeString(folder.resolve("notes"), "kept");
      try {
        save(FailingDisk.dyingAt(change), "new");
      } catch (CheckpointException e) {
        assertThat(e.getMessage()).contains("No space left on device");
      }
      outcomes.add(load());
      save("next");
      assertThat(load()).isEqualTo("next");
      assertThat(folder.resolve("notes")).hasContent("kept");
      assertThat(names(parent)).as("death at change %d", change).containsExactly("model");
    }
    assertThat(outcomes)
        .isSortedAccordingTo(reverseOrder())
        .isSubsetOf("old", "new")
        .contains("old", "new");
  }

  /** How many changes replacing a model makes. */
  private int changesOfASave() throws IOException {
    save("old");
    Files.writeString(folder.resolve("notes"), "kept");
    FailingDisk disk = FailingDisk.failingOnce(Integer.MAX_VALUE);
    save(disk, "new");
    return disk.changes();
  }

  @Test
  void aDraftWhoseWriterIsAliveIsNotSweptAway() throws IOException {
    Path lock = Files.createFile(parent.resolve(".model.saving-1.lock"));
    Path draft = Files.createDirectory(parent.resolve(".model.saving-1.new"));
    Files.writeString(draft.resolve("one.txt"), "half");
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      channel.lock();
      save("a");
      assertThat(draft.resolve("one.txt")).hasContent("half");
    }
    save("b");
    assertThat(names(parent)).containsExactly("model");
  }

  @Test
  void aCheckBeforeTheWorkFailsWhereSavingWouldFailAndChangesNothing() throws IOException {
    FolderWriter writer = new FolderWriter(Disk.REAL);
    assertThatCode(() -> writer.check(folder)).doesNotThrowAnyException();
    assertThat(names(parent)).isEmpty();
    save("a");
    assertThatCode(() -> writer.check(folder)).doesNotThrowAnyException();
    assertThat(names(parent)).containsExactly("model");
    assertThatThrownBy(() -> writer.check(parent)).isInstanceOf(CheckpointException.class);
    assertThatThrownBy(() -> writer.check(folder.resolve("one.txt")))
        .isInstanceOf(CheckpointException.class);
    assertThatThrownBy(() -> writer.check(folder.resolve("one.txt").resolve("model")))
        .isInstanceOf(CheckpointException.class);
  }

  @Test
  void aCheckLeavesNoFolderBehindThatWasMissing() throws IOException {
    FolderWriter writer = new FolderWriter(Disk.REAL);
    writer.check(parent.resolve("runs").resolve("mine").resolve("model"));
    assertThat(names(parent)).isEmpty();
    Path runs = Files.createDirectory(parent.resolve("runs"));
    writer.check(runs.resolve("mine").resolve("model"));
    assertThat(names(runs)).isEmpty();
    Files.writeString(runs.resolve("notes"), "kept");
    assertThatThrownBy(() -> writer.check(runs.resolve("notes").resolve("mine").resolve("model")))
        .isInstanceOf(CheckpointException.class);
    assertThat(names(parent)).containsExactly("runs");
    assertThat(names(runs)).containsExactly("notes");
  }

  @Test
  void whoLoadsWhileAnotherSavesAlwaysFindsAWholeModel() throws Exception {
    save("0");
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<Integer>> loads = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        loads.add(
            threads.submit(() -> {
              int count = 0;
              int latest = 0;
              while (!done.get()) {
                int got = Integer.parseInt(load());
                assertThat(got).isGreaterThanOrEqualTo(latest);
                latest = got;
                count++;
              }
              return count;
            }));
      }
      try {
        for (int version = 1; version <= 60; version++) {
          save(Integer.toString(version));
        }
      } finally {
        done.set(true);
      }
      for (Future<Integer> load : loads) {
        assertThat(load.get()).isPositive();
      }
    }
    assertThat(names(parent)).containsExactly("model");
  }

  @Test
  void severalWhoSaveAtOnceEachLeaveAWholeModelAndNoRemains() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> saves = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        String version = "from thread " + thread;
        saves.add(
            threads.submit(() -> {
              for (int i = 0; i < 10; i++) {
                save(version);
                assertThat(load()).startsWith("from thread");
              }
            }));
      }
      for (Future<?> save : saves) {
        save.get();
      }
    }
    save("last");
    assertThat(load()).isEqualTo("last");
    assertThat(names(parent)).containsExactly("model");
  }
}
