package dev.dragoman.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
  private static final String OURS = "dev.dragoman..";
  private static final List<String> MODULES = List.of("engine", "nmt", "app");
  private static final Set<String> EMPTY_NAMES =
      Set.of("util", "utils", "common", "helper", "helpers", "manager", "impl");

  private static final Pattern ROW_OF_THE_TABLE =
      Pattern.compile("\\| `(?<room>[a-z0-9]+)` \\| .* \\| (?<imports>[^|]+) \\|");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.dragoman");

  @Test
  void aClassWasSeenForEverySourceFile() throws IOException {
    long sources = 0;
    for (String module : MODULES) {
      long inModule = sourceFilesOf(module);
      assertThat(inModule).as("source files of " + module).isPositive();
      sources += inModule;
    }
    assertThat(CLASSES.size()).as("classes seen").isGreaterThanOrEqualTo((int) sources);
  }

  @Test
  void everyRoomImportsOnlyWhatThePlanNames() {
    assertThat(CLASSES.stream().flatMap(ArchitectureTest::arrowsAgainstThePlan)).isEmpty();
  }

  @Test
  void thePlanItselfPointsDownwards() {
    for (Room room : Room.HOUSE) {
      for (String name : room.imports()) {
        assertThat(Room.named(name).orElseThrow().floor())
            .as("floor of " + name + ", imported by " + room.name())
            .isLessThan(room.floor());
      }
    }
  }

  @Test
  void thePlanIsTheOneInTheDocuments() throws IOException {
    Map<String, Set<String>> documented = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("docs", "house.md"))) {
      Matcher row = ROW_OF_THE_TABLE.matcher(line);
      if (row.matches()) {
        documented.put(row.group("room"), importsIn(row.group("imports"), row.group("room")));
      }
    }
    assertThat(documented).isEqualTo(Room.HOUSE.stream().collect(toMap(Room::name, Room::imports)));
  }

  @Test
  void roomsFormNoCycles() {
    check(slices().matching("dev.dragoman.(*)..").should().beFreeOfCycles());
  }

  @Test
  void onlyTheTensorRoomImportsKernels() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(Room.packages("kernels", "tensor"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Room.packages("kernels")));
  }

  @Test
  void onlyKernelsUseTheVectorModule() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(Room.packages("kernels"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.."));
  }

  @ParameterizedTest
  @CsvSource({
    "serve, training",
    "translate, training",
    "model, data",
    "text, tensor",
    "vocab, tensor",
    "metrics, tensor",
    "grammar, tensor",
    "settings, tensor",
    "history, tensor"
  })
  void neverReachesEvenByDetours(String from, String to) {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(Room.packages(from))
            .should()
            .transitivelyDependOnClassesThat(resideInAnyPackage(Room.packages(to))));
  }

  @Test
  void onlyServeSpeaksHttp() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(Room.packages("serve"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "com.sun.net.httpserver..", "java.net.http..", "org.eclipse.jetty..", "jakarta.."));
  }

  @Test
  void onlyTheCommandLineTouchesStandardStreams() {
    check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, Room.packages("cli"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(Room.packages("cli"))
            .should()
            .accessField(System.class, "in")
            .orShould()
            .callMethod(System.class, "console")
            .orShould()
            .callMethod(System.class, "exit", int.class));
  }

  @Test
  void everyRoomHasAMarkedPackageInfo() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      JavaPackage home = type.getPackage();
      if (!home.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(home.getName());
      }
    }
    assertThat(unmarked).as("packages without @NullMarked in a package-info.java").isEmpty();
  }

  @Test
  void stateIsNeverStaticAndMutable() {
    check(fields().that().areStatic().should().beFinal());
    check(noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class));
  }

  @Test
  void nothingIsSerialisedTheJavaWay() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectOutputStream"));
  }

  @Test
  void failuresHaveTypesOfTheirOwn() {
    check(NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
  }

  @Test
  void namesSaySomething() {
    assertThat(CLASSES.stream().filter(ArchitectureTest::hasAnEmptyName).map(JavaClass::getName))
        .isEmpty();
  }

  private static Set<String> importsIn(String cell, String room) {
    return switch (cell) {
      case "–" -> Set.of();
      case "all but kernels" ->
          Room.HOUSE.stream()
              .map(Room::name)
              .filter(name -> !name.equals("kernels") && !name.equals(room))
              .collect(toSet());
      default -> Set.of(cell.split(", "));
    };
  }

  private static void check(ArchRule rule, String... exceptIn) {
    JavaClasses subjects =
        exceptIn.length == 0
            ? CLASSES
            : CLASSES.that(not(resideInAnyPackage(exceptIn)).and(resideInAPackage(OURS)));
    rule.allowEmptyShould(true).check(subjects);
  }

  private static Stream<String> arrowsAgainstThePlan(JavaClass type) {
    String name = Room.nameOf(type);
    return Room.named(name)
        .map(room ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isAgainst(room, dependency))
                .map(Dependency::getDescription))
        .orElseGet(() -> Stream.of(type.getName() + ": the plan has no room '" + name + "'"));
  }

  private static boolean isAgainst(Room room, Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    return Room.isOurs(target) && !room.mayUse(target);
  }

  private static boolean hasAnEmptyName(JavaClass type) {
    String simple = type.getSimpleName().toLowerCase(Locale.ROOT);
    return EMPTY_NAMES.stream().anyMatch(simple::endsWith)
        || Stream.of(type.getPackageName().split("\\.")).anyMatch(EMPTY_NAMES::contains);
  }

  private static long sourceFilesOf(String module) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(module, "src", "main", "java"))) {
      return files
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> name.endsWith(".java") && !name.equals("module-info.java"))
          .count();
    }
  }
}
