package threadmill.server.exercise.content;

import java.util.Optional;
import java.util.regex.Pattern;
import threadmill.runner.judge.Grading.TestName;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.Value;

/// Finds the tests of the grader that entries name.
final class Tests {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");
  private static final int MOST_CHARS = 200;

  private final Places places;

  Tests(Places places) {
    this.places = places;
  }

  Optional<TestName> required(Keys keys, String key) {
    return keys.required(key).flatMap(this::find);
  }

  /// `CounterTest`, or `CounterTest.method`.
  Optional<TestName> find(Value value) {
    return value
        .matching(NAME, MOST_CHARS, "a test class, or a class and a method: CounterTest.method")
        .flatMap(name -> find(value, name));
  }

  private Optional<TestName> find(Value value, String name) {
    if (places.hasTest(name)) {
      return Optional.of(new TestName(name, null));
    }
    int dot = name.lastIndexOf('.');
    var type = dot < 0 ? name : name.substring(0, dot);
    if (dot >= 0 && places.hasTest(type)) {
      return Optional.of(new TestName(type, name.substring(dot + 1)));
    }
    value.complain(
        "tests/grader has no %s.java; add it, or name another".formatted(type.replace('.', '/')));
    return Optional.empty();
  }
}
