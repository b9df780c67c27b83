package threadmill.runner.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import threadmill.runner.Diagnostic;
import threadmill.runner.Diagnostic.Severity;
import threadmill.runner.SourceFile;

/// javac in this process, kept warm; sources and class files stay in memory.
///
/// What javac has read of the JDK and of our library outlives a compilation: reading it anew would
/// be most of the work that a small program makes. The pool, which is javac's own and JShell's,
/// takes a program's classes out of those tables afterwards. It has to do so only in the plain
/// case: after anything but success, and after a program that has packages or modules, the tables
/// are thrown away.
///
/// Implementation note: one thread; neither a file manager nor the pool's tables are safe for more.
final class Javac implements AutoCloseable {
  /// `-proc:none`: no code of anybody's runs while compiling. `stringConcat=inline`: spares
  /// programs the bootstrap of `invokedynamic` at their first string concatenation. `-g`: names of
  /// locals.
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:none", "-g", "-XDstringConcat=inline", "-Xlint:all,-path");

  /// More are of no use to anybody.
  private static final int MOST_DIAGNOSTICS = 100;

  /// A type of 30 letters can print itself in millions.
  private static final int MOST_MESSAGE_CHARS = 2_000;

  /// The largest programs of courses have a hundredth of this.
  private static final int MOST_CLASS_BYTES = 16 << 20;

  /// Source that uses the same tables, in chars: the names in it are never taken out. Hundreds of
  /// programs, or a few that are all names.
  private static final int MOST_SEEN = 1 << 20;

  private final StandardJavaFileManager files =
      ToolProvider.getSystemJavaCompiler()
          .getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);

  /// One for all compilations: parts of javac that outlive them go on writing to it.
  private final ClassFiles classes = new ClassFiles(files);

  private JavacTaskPool tables = new JavacTaskPool(1);

  /// What the tables were used for, in chars; 0 for new ones.
  private long seen;

  Javac(String classPath) throws IOException {
    files.setLocationFromPaths(
        StandardLocation.CLASS_PATH,
        Arrays.stream(classPath.split(":", -1)).map(Path::of).toList());
  }

  /// Compiles a program.
  Compilation compile(List<SourceFile> sources) {
    return ask(
        sources, (task, findings) -> compile(task, sources, findings), Compilation.Stopped::new);
  }

  /// Reads what files use.
  Reading read(ReadingFrames.Request request) {
    var files = request.files();
    var sources = Stream.concat(files.stream(), request.beside().stream()).toList();
    return ask(sources, (task, findings) -> read(task, files, findings), Reading.Unread::new);
  }

  /// What javac is to do with a task.
  @FunctionalInterface
  private interface Work<T> {
    Answer<T> with(JavacTask task, DiagnosticCollector<JavaFileObject> findings);
  }

  /// What came of it.
  ///
  /// @param plain whether the tables can serve the next task
  private record Answer<T>(T value, boolean plain) {}

  /// @param stopped makes an answer of why there is none
  private <T> T ask(List<SourceFile> sources, Work<T> work, Function<String, T> stopped) {
    var answer = answer(sources, work, stopped);
    seen += sources.stream().mapToLong(source -> source.content().length()).sum();
    if (!answer.plain() || seen > MOST_SEEN) {
      tables = new JavacTaskPool(1);
      seen = 0;
    }
    return answer.value();
  }

  /// Fills tables that are empty with what programs need; at once where they are not.
  ///
  /// @param typical a program that uses much of the JDK
  void prepare(List<SourceFile> typical) {
    if (seen == 0) {
      compile(typical);
    }
  }

  private <T> Answer<T> answer(
      List<SourceFile> sources, Work<T> work, Function<String, T> stopped) {
    classes.clear();
    var findings = new DiagnosticCollector<JavaFileObject>();
    var units = sources.stream().map(Source::new).toList();
    try {
      return tables.getTask(
          null, classes, findings, OPTIONS, null, units, task -> work.with(task, findings));
    } catch (StackOverflowError | OutOfMemoryError | IllegalStateException e) {
      return new Answer<>(
          stopped.apply(
              "javac ran out of resources (%s); simplify the source"
                  .formatted(e.getClass().getSimpleName())),
          false);
    }
  }

  private Answer<Compilation> compile(
      JavacTask task, List<SourceFile> sources, DiagnosticCollector<JavaFileObject> findings) {
    boolean compiled = task.call();
    var made = classes.made();
    var diagnostics = diagnostics(findings);
    if (compiled) {
      if (made.values().stream().mapToLong(bytes -> bytes.length).sum() > MOST_CLASS_BYTES) {
        return new Answer<>(
            new Compilation.Stopped(
                "The class files come to more than %d MiB; simplify the source"
                    .formatted(MOST_CLASS_BYTES >> 20)),
            false);
      }
      return new Answer<>(
          new Compilation.Compiled(MainClass.find(sources, made), made, diagnostics),
          made.keySet().stream().allMatch(SourceVersion::isIdentifier));
    }
    if (diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR)) {
      return new Answer<>(
          new Compilation.Stopped("javac gave up on this source without saying why"), false);
    }
    return new Answer<>(new Compilation.Refused(diagnostics), false);
  }

  /// @param files the first of the sources, whose uses count
  private static Answer<Reading> read(
      JavacTask task, List<SourceFile> files, DiagnosticCollector<JavaFileObject> findings) {
    try {
      var units = new LinkedHashMap<String, CompilationUnitTree>();
      boolean plain = true;
      // In the order of the sources.
      for (var unit : task.parse()) {
        plain &= unit.getPackage() == null && unit.getModule() == null;
        if (units.size() < files.size()) {
          units.put(files.get(units.size()).path(), unit);
        }
      }
      task.analyze();
      boolean refused =
          findings.getDiagnostics().stream()
              .anyMatch(finding -> severity(finding.getKind()) == Severity.ERROR);
      return refused
          ? new Answer<>(new Reading.Unread("javac refuses the source"), false)
          : new Answer<>(new Reading.Read(FindUses.in(task, units)), plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Diagnostic> diagnostics(DiagnosticCollector<JavaFileObject> findings) {
    var diagnostics = new ArrayList<Diagnostic>();
    for (var finding : findings.getDiagnostics()) {
      if (diagnostics.size() < MOST_DIAGNOSTICS) {
        diagnostics.add(
            new Diagnostic(
                finding.getSource() instanceof Source source ? source.path : "",
                (int) Math.max(0, finding.getLineNumber()),
                (int) Math.max(0, finding.getColumnNumber()),
                severity(finding.getKind()),
                shortened(finding.getMessage(Locale.ENGLISH))));
      }
    }
    return diagnostics;
  }

  private static String shortened(String message) {
    return message.length() <= MOST_MESSAGE_CHARS
        ? message
        : message.substring(0, MOST_MESSAGE_CHARS) + "…";
  }

  private static Severity severity(javax.tools.Diagnostic.Kind kind) {
    return switch (kind) {
      case ERROR -> Severity.ERROR;
      case WARNING, MANDATORY_WARNING -> Severity.WARNING;
      case NOTE, OTHER -> Severity.NOTE;
    };
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A source file in memory.
  private static final class Source extends SimpleJavaFileObject {
    private final String path;
    private final String content;

    Source(SourceFile file) {
      super(uri(file.path()), Kind.SOURCE);
      this.path = file.path();
      this.content = file.content();
    }

    /// A name only, whatever the path is: nothing is ever opened by it.
    private static URI uri(String path) {
      try {
        return new URI("source", "", "/" + path, null);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException("no path: " + path, e);
      }
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }
}
