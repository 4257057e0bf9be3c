import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DocumentationTool;
import javax.tools.FileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Writes one module's Javadoc and fails on every complaint of it: a missing comment, a broken link,
 * a malformed tag.
 *
 * <p>Only missing {@code @param}, {@code @return} and {@code @throws} tags pass: a first sentence
 * often says it all, and a tag that repeats it is noise. Javadoc's own {@code -Xdoclint} groups
 * cannot tell these from a missing comment.
 *
 * <p>Maven's verify phase runs this file as {@code java checks/Javadoc.java SOURCES OUT [javadoc
 * option…]} on the JDK that it selected.
 */
final class Javadoc {
  private static final List<String> TAGS_OF_CHOICE =
      List.of("no @param", "no @return", "no @throws");

  private Javadoc() {}

  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[0]);
    if (!Files.exists(sources)) {
      return;
    }
    Path out = Files.createDirectories(Path.of(arguments[1]));
    List<String> extraOptions = List.of(arguments).subList(2, arguments.length);

    List<String> complaints = complaintsAbout(sources, out, extraOptions);
    complaints.forEach(System.err::println);
    if (!complaints.isEmpty()) {
      System.err.printf("Javadoc of %s: mend the %d places above%n", sources, complaints.size());
      System.exit(1);
    }
  }

  private static List<String> complaintsAbout(Path sources, Path out, List<String> extraOptions)
      throws IOException {
    List<String> options = new ArrayList<>(List.of("-quiet", "-protected", "-d", out.toString()));
    // The tags of choice count against the maximum too: with the usual 100 they hide the rest.
    options.addAll(List.of("-Xdoclint:all", "-Xmaxwarns", "1000000"));
    options.addAll(extraOptions);

    List<String> complaints = new ArrayList<>();
    DocumentationTool tool = ToolProvider.getSystemDocumentationTool();
    try (StandardJavaFileManager files = tool.getStandardFileManager(null, null, null)) {
      boolean written =
          tool.getTask(
                  null,
                  files,
                  diagnostic -> {
                    if (isComplaint(diagnostic)) {
                      complaints.add(describe(diagnostic));
                    }
                  },
                  null,
                  options,
                  files.getJavaFileObjectsFromPaths(javaFilesIn(sources)))
              .call();
      if (!written && complaints.isEmpty()) {
        complaints.add("javadoc failed without saying why");
      }
    }
    return complaints;
  }

  private static List<Path> javaFilesIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static boolean isComplaint(Diagnostic<? extends FileObject> diagnostic) {
    String message = diagnostic.getMessage(Locale.ENGLISH);
    return diagnostic.getKind() != Diagnostic.Kind.NOTE
        && TAGS_OF_CHOICE.stream().noneMatch(message::startsWith);
  }

  private static String describe(Diagnostic<? extends FileObject> diagnostic) {
    FileObject source = diagnostic.getSource();
    String where = source == null ? "" : source.getName() + ":" + diagnostic.getLineNumber() + ": ";
    return where + diagnostic.getMessage(Locale.ENGLISH);
  }
}
