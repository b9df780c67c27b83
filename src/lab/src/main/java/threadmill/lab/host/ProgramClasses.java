package threadmill.lab.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// The program in a worker: its main class's name, and what loads its classes.
record ProgramClasses(String mainClass, ClassLoader loader) {

  /// What a worker is told first.
  static byte[] message(Host host) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(host.mainClass());
      out.writeInt(host.classes().size());
      for (var file : host.classes().entrySet()) {
        out.writeUTF(file.getKey());
        out.writeInt(file.getValue().length);
        out.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static ProgramClasses read(byte[] message) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(message));
    var mainClass = in.readUTF();
    int count = in.readInt();
    var classes = new HashMap<String, byte[]>();
    for (int i = 0; i < count; i++) {
      var name = in.readUTF();
      classes.put(name, in.readNBytes(in.readInt()));
    }
    var system = ClassLoader.getSystemClassLoader();
    return new ProgramClasses(mainClass, count == 0 ? system : new Loader(classes, system));
  }

  /// An instance as the launcher makes it.
  Object newMain() {
    try {
      var constructor = Class.forName(mainClass, true, loader).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a worker cannot make its own instance of " + mainClass, e);
    }
  }

  /// Defines the program's classes on demand.
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes, ClassLoader parent) {
      super(parent);
      this.classes = classes;
    }

    static {
      registerAsParallelCapable();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      var bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
