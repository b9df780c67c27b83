package threadmill.runner.compile;

import java.util.List;

/// What came of looking for what source files use.
public sealed interface Reading {

  /// The files could be read.
  ///
  /// @param uses the first place of each
  record Read(List<Use> uses) implements Reading {
    public Read {
      uses = List.copyOf(uses);
    }
  }

  /// javac refused the source, or had to be stopped; nothing is known of it.
  ///
  /// @param why a sentence for the student
  record Unread(String why) implements Reading {}
}
