package threadmill.runner.compile;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import threadmill.runner.SourceFile;

/// Chooses the class to start: `Main` if that has a `main`, else the first file's class that has
/// one.
///
/// A `main` is what JEP 512 launches: named so, not private, with no parameter or a `String[]`.
final class MainClass {
  private static final String PREFERRED = "Main";

  private MainClass() {}

  /// Binary name of the class to start, or empty.
  static String find(List<SourceFile> sources, Map<String, byte[]> classes) {
    var launchable = new HashMap<String, String>();
    for (var entry : classes.entrySet()) {
      var model = ClassFile.of().parse(entry.getValue());
      if (hasMain(model)) {
        launchable.put(entry.getKey(), sourceFile(entry.getKey(), model));
      }
    }
    if (launchable.containsKey(PREFERRED)) {
      return PREFERRED;
    }
    return sources.stream()
        .flatMap(source ->
            launchable.entrySet().stream()
                .filter(entry -> entry.getValue().equals(source.path()))
                .map(Map.Entry::getKey)
                .sorted())
        .findFirst()
        .or(() -> launchable.keySet().stream().sorted().findFirst())
        .orElse("");
  }

  private static boolean hasMain(ClassModel model) {
    return model.methods().stream()
        .anyMatch(method ->
            method.methodName().equalsString("main")
                && !method.flags().has(AccessFlag.PRIVATE)
                && (method.methodType().equalsString("()V")
                    || method.methodType().equalsString("([Ljava/lang/String;)V")));
  }

  /// Path of the file that a class came from, as a package and a file name give it.
  private static String sourceFile(String className, ClassModel model) {
    int dot = className.lastIndexOf('.');
    var folder = dot < 0 ? "" : className.substring(0, dot + 1).replace('.', '/');
    return model
        .findAttribute(Attributes.sourceFile())
        .map(SourceFileAttribute::sourceFile)
        .map(name -> folder + name.stringValue())
        .orElse("");
  }
}
