package threadmill.runner.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import threadmill.runner.judge.Grading.Usage;

/// Keeps the first place of each use, and counts a use of a class as one of all that it stands on.
final class FirstUses {
  private final Elements elements;
  private final Types types;
  private final Map<Named, Use> first = new LinkedHashMap<>();
  private final Map<TypeElement, Set<TypeElement>> ancestries = new HashMap<>();

  private record Named(Usage usage, String name) {}

  /// Where something is used.
  ///
  /// @param line from 1
  record Place(String path, int line) {}

  FirstUses(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  List<Use> all() {
    return List.copyOf(first.values());
  }

  void keyword(String word, Place place) {
    add(Usage.KEYWORD, word, word, place);
  }

  void type(TypeElement type, Place place) {
    for (var ancestor : ancestry(type)) {
      add(Usage.TYPE, name(ancestor), name(type), place);
    }
  }

  /// @param of the class that the source takes the method from, which may have inherited it
  void method(ExecutableElement method, TypeElement of, Place place) {
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      add(Usage.METHOD, name(of) + "#new", name(of) + "#new", place);
      return;
    }
    var name = "#" + method.getSimpleName();
    for (var ancestor : ancestry(of)) {
      if (has(ancestor, method, of)) {
        add(Usage.METHOD, name(ancestor) + name, name(of) + name, place);
      }
    }
  }

  /// Whether a class inherits a method, declares it, or declares one that it overrides.
  private boolean has(TypeElement type, ExecutableElement method, TypeElement of) {
    return (method.getEnclosingElement() instanceof TypeElement owner && standsOn(type, owner))
        || type.getEnclosedElements().stream()
            .anyMatch(other ->
                other instanceof ExecutableElement overridden
                    && overridden.getSimpleName().equals(method.getSimpleName())
                    && elements.overrides(method, overridden, of));
  }

  boolean standsOn(TypeElement type, TypeElement other) {
    return ancestry(type).contains(other);
  }

  /// A class and all that it extends and implements.
  private Set<TypeElement> ancestry(TypeElement type) {
    var known = ancestries.get(type);
    if (known == null) {
      known = new LinkedHashSet<>();
      var next = new ArrayList<>(List.of(type));
      while (!next.isEmpty()) {
        var one = next.removeFirst();
        if (known.add(one)) {
          types.directSupertypes(one.asType()).stream().map(FirstUses::element).forEach(next::add);
        }
      }
      ancestries.put(type, known);
    }
    return known;
  }

  private static TypeElement element(TypeMirror type) {
    return (TypeElement) ((DeclaredType) type).asElement();
  }

  private static String name(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  private void add(Usage usage, String name, String written, Place place) {
    if (name.isEmpty() || name.startsWith("#")) {
      // A class without a name.
      return;
    }
    first.merge(
        new Named(usage, name),
        new Use(usage, name, written, place.path(), place.line()),
        (before, now) ->
            now.path().equals(before.path()) && now.line() < before.line() ? now : before);
  }
}
