package threadmill.grader;

import java.util.Map;

/// Defines the classes of an exercise's tests on demand.
final class TestClasses extends ClassLoader {
  private final Map<String, byte[]> classes;

  static {
    registerAsParallelCapable();
  }

  TestClasses(Map<String, byte[]> classes) {
    super(TestClasses.class.getClassLoader());
    this.classes = classes;
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
