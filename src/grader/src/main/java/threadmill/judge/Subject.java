package threadmill.judge;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The student's code, in a JVM of its own; a test has it as a parameter.
///
/// ```java
/// @Test void no_update_is_lost(Subject subject) {
///   int each = subject.random().nextInt(500, 1_000);
///   long value = subject.call("CountDriver.count", 4, each).asLong();
///   assertEquals(4L * each, value, "4 threads added 1 " + each + " times each");
/// }
/// ```
public interface Subject {

  /// Calls a static method of the student or of a driver, and waits for its answer.
  ///
  /// Arguments and answer are plain data: null, `Boolean`, `Integer`, `Long`, `Double`, `String`,
  /// `int[]`, `long[]`, `double[]`, and lists and maps (string keys) of these; at most 16 MiB. An
  /// `Integer` also goes to a parameter of type `long` or `double`, a `Long` to a `double`.
  ///
  /// Calls are made one after another; where several threads of a test call, each waits for its
  /// turn. When the subject has ended, by a limit, a deadlock, a crash or `System.exit`, the test
  /// has failed, whatever it does then.
  ///
  /// @param method such as `CountDriver.count`; the class by its binary name
  /// @throws SubjectException when the method threw, or there is none that takes these arguments
  /// @throws AssertionError when it returned something that is no plain data
  Answer call(String method, @Nullable Object... arguments);

  /// Random numbers for inputs: the same in each call of a test, others in each judging.
  RandomGenerator random();

  /// Cores that the student's code has.
  int cores();

  /// Workers that the student's code is asked to use.
  int parallelism();
}
