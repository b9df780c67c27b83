package threadmill.runner.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
                finding.getMessage(Locale.ENGLISH)));
      }
    }
    return diagnostics;
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
      super(URI.create("source:///" + file.path()), Kind.SOURCE);
      this.path = file.path();
      this.content = file.content();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }
}
