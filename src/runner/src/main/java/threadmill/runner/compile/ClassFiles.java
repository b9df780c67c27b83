package threadmill.runner.compile;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/// Keeps class files in memory.
final class ClassFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, ByteArrayOutputStream> made = new HashMap<>();

  ClassFiles(StandardJavaFileManager files) {
    super(files);
  }

  /// By binary name, what was written since [#clear].
  Map<String, byte[]> made() {
    var classes = new HashMap<String, byte[]>();
    made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  void clear() {
    made.clear();
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) {
    return new SimpleJavaFileObject(URI.create("class:///" + className.replace('.', '/')), kind) {
      @Override
      public OutputStream openOutputStream() {
        var bytes = new ByteArrayOutputStream();
        made.put(className, bytes);
        return bytes;
      }
    };
  }

  /// Both managers outlive a compilation.
  @Override
  public void close() {}
}
