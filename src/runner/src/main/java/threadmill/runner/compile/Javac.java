package threadmill.runner.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
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
/// Implementation note: one thread; a file manager is not safe for more.
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

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);

  Javac(String classPath) throws IOException {
    files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(Path.of(classPath)));
  }

  Compilation compile(List<SourceFile> sources) {
    var findings = new DiagnosticCollector<JavaFileObject>();
    var classes = new ClassFiles(files);
    var units = sources.stream().map(Source::new).toList();
    boolean compiled;
    try {
      compiled = compiler.getTask(null, classes, findings, OPTIONS, null, units).call();
    } catch (StackOverflowError | OutOfMemoryError | IllegalStateException e) {
      return new Compilation.Stopped(
          "javac ran out of resources (" + e.getClass().getSimpleName() + "); simplify the source");
    }
    var diagnostics = diagnostics(findings);
    if (compiled) {
      var made = classes.made();
      if (made.values().stream().mapToLong(bytes -> bytes.length).sum() > MOST_CLASS_BYTES) {
        return new Compilation.Stopped(
            "The class files come to more than %d MiB; simplify the source"
                .formatted(MOST_CLASS_BYTES >> 20));
      }
      return new Compilation.Compiled(MainClass.find(sources, made), made, diagnostics);
    }
    if (diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR)) {
      return new Compilation.Stopped("javac gave up on this source without saying why");
    }
    return new Compilation.Refused(diagnostics);
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
