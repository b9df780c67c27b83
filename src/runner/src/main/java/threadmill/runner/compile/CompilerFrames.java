package threadmill.runner.compile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import threadmill.runner.Diagnostic;
import threadmill.runner.Diagnostic.Severity;
import threadmill.runner.SourceFile;

/// The encoding of what goes to and from the compiler's process; both ends are this class.
///
/// A request is a count and that many pairs of path and content. An answer is whether there are
/// class files, the main class, the class files, and the diagnostics.
final class CompilerFrames {
  /// Longest text or class file; beyond it an answer is not believed.
  private static final int LONGEST = 64 << 20;

  static final int MOST = 100_000;

  private CompilerFrames() {}

  static void writeRequest(DataOutputStream out, List<SourceFile> files) throws IOException {
    out.writeInt(files.size());
    for (var file : files) {
      putString(out, file.path());
      putString(out, file.content());
    }
    out.flush();
  }

  static List<SourceFile> readRequest(DataInputStream in) throws IOException {
    int count = count(in.readInt(), MOST);
    var files = new ArrayList<SourceFile>();
    for (int i = 0; i < count; i++) {
      files.add(new SourceFile(string(in), string(in)));
    }
    return files;
  }

  static void writeAnswer(DataOutputStream out, Compilation answer) throws IOException {
    switch (answer) {
      case Compilation.Compiled(var mainClass, var classes, var warnings) -> {
        out.writeByte('C');
        putString(out, mainClass);
        out.writeInt(classes.size());
        for (var entry : classes.entrySet()) {
          putString(out, entry.getKey());
          out.writeInt(entry.getValue().length);
          out.write(entry.getValue());
        }
        putDiagnostics(out, warnings);
      }
      case Compilation.Refused(var diagnostics) -> {
        out.writeByte('R');
        putDiagnostics(out, diagnostics);
      }
      case Compilation.Stopped(var why) -> {
        out.writeByte('S');
        putString(out, why);
      }
    }
    out.flush();
  }

  static Compilation readAnswer(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 'C' -> compiled(in);
      case 'R' -> new Compilation.Refused(diagnostics(in));
      case 'S' -> new Compilation.Stopped(string(in));
      default -> throw new IOException("garbled answer of the compiler");
    };
  }

  private static Compilation compiled(DataInputStream in) throws IOException {
    var mainClass = string(in);
    int count = count(in.readInt(), MOST);
    var classes = new HashMap<String, byte[]>();
    long total = 0;
    for (int i = 0; i < count; i++) {
      var name = string(in);
      var bytes = bytes(in);
      total += bytes.length;
      count((int) Math.min(total, Integer.MAX_VALUE), LONGEST);
      classes.put(name, bytes);
    }
    return new Compilation.Compiled(mainClass, classes, diagnostics(in));
  }

  private static void putDiagnostics(DataOutputStream out, List<Diagnostic> diagnostics)
      throws IOException {
    out.writeInt(diagnostics.size());
    for (var diagnostic : diagnostics) {
      putString(out, diagnostic.path());
      out.writeInt(diagnostic.line());
      out.writeInt(diagnostic.column());
      putString(out, diagnostic.severity().name());
      putString(out, diagnostic.message());
    }
  }

  private static List<Diagnostic> diagnostics(DataInputStream in) throws IOException {
    int count = count(in.readInt(), MOST);
    var diagnostics = new ArrayList<Diagnostic>();
    for (int i = 0; i < count; i++) {
      diagnostics.add(
          new Diagnostic(
              string(in), in.readInt(), in.readInt(), Severity.valueOf(string(in)), string(in)));
    }
    return diagnostics;
  }

  static void putString(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String string(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    var bytes = new byte[count(in.readInt(), LONGEST)];
    in.readFully(bytes);
    return bytes;
  }

  static int count(int said, int most) throws IOException {
    if (said < 0 || said > most) {
      throw new IOException("garbled answer of the compiler");
    }
    return said;
  }
}
