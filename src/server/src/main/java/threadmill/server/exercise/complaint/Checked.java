package threadmill.server.exercise.complaint;

import java.util.List;

/// What came of reading something that others wrote.
public sealed interface Checked<T> {

  /// Nothing is wrong with it.
  record Good<T>(T value) implements Checked<T> {}

  /// Some of it has to change first.
  ///
  /// @param complaints at least one
  record Faulty<T>(List<Complaint> complaints) implements Checked<T> {
    public Faulty {
      complaints = List.copyOf(complaints);
    }
  }
}
