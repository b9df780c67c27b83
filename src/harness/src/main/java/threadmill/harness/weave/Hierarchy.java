package threadmill.harness.weave;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A program's classes as they stand above those of the JDK.
public final class Hierarchy {
  private static final ClassHierarchyResolver JDK =
      ClassHierarchyResolver.ofClassLoading(ClassLoader.getSystemClassLoader()).cached();

  private final Map<String, ClassModel> program = new HashMap<>();

  /// @param classes class files by binary name
  /// @throws IllegalArgumentException when one is not a class file, or not of that name
  public Hierarchy(Map<String, byte[]> classes) {
    var reader = ClassFile.of();
    classes.forEach((name, bytes) -> {
      var model = reader.parse(bytes);
      if (!name(model.thisClass()).equals(name)) {
        throw new IllegalArgumentException(name + " holds " + name(model.thisClass()));
      }
      program.put(name, model);
    });
  }

  /// Binary name of a class entry.
  static String name(ClassEntry entry) {
    return entry.asInternalName().replace('/', '.');
  }

  /// Binary name of a class that is no array.
  static String name(ClassDesc type) {
    var descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  Stream<ClassModel> classes() {
    return program.values().stream();
  }

  /// A class of the program.
  ClassModel get(String name) {
    return Objects.requireNonNull(program.get(name), name);
  }

  boolean owns(String name) {
    return program.containsKey(name);
  }

  /// The classes of the JDK that a class of the program stands on: those that its own classes
  /// extend and implement. Of a class of the JDK, itself.
  Set<Class<?>> foundations(String name) {
    var found = new HashSet<Class<?>>();
    collect(name, found, new HashSet<>());
    return found;
  }

  private void collect(String name, Set<Class<?>> found, Set<String> seen) {
    var model = program.get(name);
    if (model == null) {
      loaded(name).ifPresent(found::add);
    } else if (seen.add(name)) {
      parents(model).forEach(parent -> collect(parent, found, seen));
    }
  }

  /// Whether a class of the program, or one of its own ancestors, declares this member.
  boolean declares(String name, String member, String descriptor) {
    return declares(name, member, descriptor, new HashSet<>());
  }

  private boolean declares(String name, String member, String descriptor, Set<String> seen) {
    var model = program.get(name);
    if (model == null || !seen.add(name)) {
      return false;
    }
    boolean here =
        Stream.concat(
                model.methods().stream()
                    .map(m -> m.methodName().stringValue() + m.methodType().stringValue()),
                model.fields().stream()
                    .map(f -> f.fieldName().stringValue() + f.fieldType().stringValue()))
            .anyMatch((member + descriptor)::equals);
    return here || parents(model).stream().anyMatch(p -> declares(p, member, descriptor, seen));
  }

  static List<String> parents(ClassModel model) {
    var parents = new ArrayList<String>();
    model.superclass().map(Hierarchy::name).ifPresent(parents::add);
    model.interfaces().stream().map(Hierarchy::name).forEach(parents::add);
    return parents;
  }

  /// Whether a class of the JDK has a member of this name, inherited ones included.
  static boolean has(Class<?> type, String member) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (Arrays.stream(at.getDeclaredMethods()).anyMatch(m -> m.getName().equals(member))
          || Arrays.stream(at.getDeclaredFields()).anyMatch(f -> f.getName().equals(member))) {
        return true;
      }
    }
    return Arrays.stream(type.getMethods()).anyMatch(m -> m.getName().equals(member));
  }

  static Optional<Class<?>> loaded(String name) {
    try {
      return Optional.of(Class.forName(name, false, ClassLoader.getSystemClassLoader()));
    } catch (ClassNotFoundException | LinkageError _) {
      return Optional.empty();
    }
  }

  /// For the verifier's frames.
  ClassHierarchyResolver resolver() {
    return this::info;
  }

  private @Nullable ClassHierarchyInfo info(ClassDesc type) {
    var model = type.isClassOrInterface() ? program.get(name(type)) : null;
    if (model == null) {
      return JDK.getClassInfo(type);
    } else if (model.flags().has(java.lang.reflect.AccessFlag.INTERFACE)) {
      return ClassHierarchyInfo.ofInterface();
    }
    return ClassHierarchyInfo.ofClass(
        model.superclass().map(ClassEntry::asSymbol).orElse(ConstantDescs.CD_Object));
  }
}
