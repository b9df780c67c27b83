package threadmill.harness.weave;

import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What stands in a program's classes for members of the JDK that programs would share.
///
/// @see Replaces
public final class Replacements {
  private final Map<String, List<Replacement>> bySignature = new HashMap<>();
  private final Map<String, ClassDesc> substitutes = new HashMap<>();
  private final Class<?> run;

  /// A method that is called instead.
  ///
  /// @param of the class of the JDK whose member is replaced
  /// @param owner of the method
  /// @param type its parameters, the run last
  record Replacement(
      Class<?> of, boolean isStatic, ClassDesc owner, String name, MethodTypeDesc type) {}

  /// @param run the type of every replacing method's last parameter
  /// @param holders classes that bear [Replaces]
  /// @param substitutes subclasses of classes of the JDK, with the same constructors, that programs
  ///   make and extend in their place
  public Replacements(Class<?> run, List<Class<?>> holders, List<Class<?>> substitutes) {
    this.run = run;
    holders.forEach(this::add);
    for (var substitute : substitutes) {
      this.substitutes.put(substitute.getSuperclass().getName(), desc(substitute));
    }
  }

  private void add(Class<?> holder) {
    var of = holder.getAnnotation(Replaces.class).value();
    for (var method : holder.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers())) {
        add(of, method);
      }
    }
  }

  private void add(Class<?> of, Method method) {
    var parameters = Arrays.asList(method.getParameterTypes());
    if (!parameters.getLast().equals(run)) {
      throw new IllegalArgumentException(method + " does not take the run last");
    }
    var own = parameters.subList(0, parameters.size() - 1);
    var replacement = replacement(of, method, own);
    var replaced = isField(of, method.getName(), own) ? "" : signature(replacement, own);
    bySignature
        .computeIfAbsent(method.getName() + replaced, _ -> new ArrayList<>())
        .add(replacement);
  }

  private Replacement replacement(Class<?> of, Method method, List<Class<?>> own) {
    boolean isStatic = isField(of, method.getName(), own) || declares(of, method, own);
    if (!isStatic
        && !(own.getFirst().isAssignableFrom(of)
            && declares(of, method, own.subList(1, own.size())))) {
      throw new IllegalArgumentException(method + " replaces nothing of " + of);
    }
    return new Replacement(
        of, isStatic, desc(method.getDeclaringClass()), method.getName(), type(method));
  }

  private static boolean isField(Class<?> of, String name, List<Class<?>> own) {
    return own.isEmpty()
        && Arrays.stream(of.getDeclaredFields())
            .anyMatch(
                field -> field.getName().equals(name) && Modifier.isPublic(field.getModifiers()));
  }

  private static boolean declares(Class<?> of, Method method, List<Class<?>> parameters) {
    try {
      var found = of.getMethod(method.getName(), parameters.toArray(Class<?>[]::new));
      return found.getReturnType().equals(method.getReturnType());
    } catch (NoSuchMethodException _) {
      return false;
    }
  }

  /// The descriptor of the replaced method.
  private static String signature(Replacement replacement, List<Class<?>> own) {
    var type = replacement.type().dropParameterTypes(own.size(), own.size() + 1);
    return (replacement.isStatic() ? type : type.dropParameterTypes(0, 1)).descriptorString();
  }

  private static MethodTypeDesc type(Method method) {
    var parameters = Arrays.stream(method.getParameterTypes()).map(Replacements::desc).toList();
    return MethodTypeDesc.of(desc(method.getReturnType()), parameters);
  }

  static ClassDesc desc(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }

  /// What replaces a call.
  ///
  /// @param foundations the classes of the JDK that its owner stands on
  Optional<Replacement> call(
      Opcode opcode, Set<Class<?>> foundations, String name, String descriptor) {
    if (opcode == Opcode.INVOKESPECIAL) {
      return Optional.empty();
    }
    boolean isStatic = opcode == Opcode.INVOKESTATIC;
    return bySignature.getOrDefault(name + descriptor, List.of()).stream()
        .filter(it -> it.isStatic() == isStatic)
        .filter(it -> foundations.stream().anyMatch(it.of()::isAssignableFrom))
        .findFirst();
  }

  /// What replaces reading a static field.
  Optional<Replacement> field(String owner, String name) {
    return bySignature.getOrDefault(name, List.of()).stream()
        .filter(it -> it.of().getName().equals(owner))
        .findFirst();
  }

  /// What a program makes and extends in place of this class.
  Optional<ClassDesc> substitute(String className) {
    return Optional.ofNullable(substitutes.get(className));
  }
}
