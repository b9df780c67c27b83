package threadmill.harness.pool;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import threadmill.harness.weave.Here;
import threadmill.harness.weave.Hierarchy;
import threadmill.harness.weave.Replacements;
import threadmill.harness.weave.UnusualCodeException;
import threadmill.harness.weave.Weave;
import threadmill.lab.Lab;

/// Defines the classes of one run: the program's, woven; the lab's, woven too, so that its threads
/// and settings are the run's own; and [Here], by which they know their run.
///
/// Of all others it gives only what the JVM's own loader has in `java` packages, and what woven
/// classes call.
final class RunLoader extends ClassLoader {
  private static final String LAB = "threadmill.lab.";
  private static final String CALLED = "threadmill.harness.pool.";

  /// Woven once; the classes are the same for all runs.
  private static final Map<String, byte[]> WOVEN_LAB = new ConcurrentHashMap<>();

  private final Run run;
  private final Map<String, byte[]> classes;
  private final Weave weave;
  private final Replacements replacements;

  static {
    registerAsParallelCapable();
  }

  RunLoader(Run run, Map<String, byte[]> classes, Hierarchy hierarchy, Replacements replacements) {
    super(ClassLoader.getSystemClassLoader());
    this.run = run;
    this.classes = classes;
    this.replacements = replacements;
    this.weave = new Weave(hierarchy, replacements);
    RunLoader.class.getModule().addExports(RunLoader.class.getPackageName(), getUnnamedModule());
  }

  Run run() {
    return run;
  }

  boolean owns(String className) {
    return classes.containsKey(className);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (classes.containsKey(name) || name.startsWith(LAB) || name.equals(Here.NAME)) {
      synchronized (getClassLoadingLock(name)) {
        var loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
    if (name.startsWith("java.") || name.startsWith(CALLED)) {
      return super.loadClass(name, resolve);
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      var bytes =
          name.equals(Here.NAME)
              ? Here.classFile()
              : classes.containsKey(name) ? weave.weave(name) : lab(name);
      return defineClass(name, bytes, 0, bytes.length);
    } catch (UnusualCodeException e) {
      throw new ClassFormatError(
          e.getMessage() + "; isolation \"process\" runs the program as it is");
    }
  }

  private byte[] lab(String name) throws ClassNotFoundException, UnusualCodeException {
    var woven = WOVEN_LAB.get(name);
    if (woven == null) {
      var bytes = labClass(name).orElseThrow(() -> new ClassNotFoundException(name));
      woven = new Weave(new Hierarchy(Map.of(name, bytes)), replacements).weave(name);
      WOVEN_LAB.put(name, woven);
    }
    return woven;
  }

  private static Optional<byte[]> labClass(String name) {
    try (var file = Lab.class.getModule().getResourceAsStream(name.replace('.', '/') + ".class")) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
