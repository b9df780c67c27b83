package threadmill.harness.pool;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Class files of a source, as javac writes them.
public final class Compiled {
  private Compiled() {}

  /// By binary name.
  public static Map<String, byte[]> of(String source) {
    var javac = ToolProvider.getSystemJavaCompiler();
    var made = new HashMap<String, ByteArrayOutputStream>();
    var files =
        new ForwardingJavaFileManager<JavaFileManager>(
            javac.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("class:///" + name), kind) {
              @Override
              public OutputStream openOutputStream() {
                return made.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
              }
            };
          }
        };
    var file =
        new SimpleJavaFileObject(URI.create("string:///Main.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    var options = List.of("-proc:none", "-XDstringConcat=inline");
    if (!javac.getTask(null, files, null, options, null, List.of(file)).call()) {
      throw new IllegalArgumentException("does not compile");
    }
    var classes = new HashMap<String, byte[]>();
    made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }
}
