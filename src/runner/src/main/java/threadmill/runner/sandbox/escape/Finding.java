package threadmill.runner.sandbox.escape;

import java.util.Optional;

/// How one attempt to break out ended.
///
/// @param wall what has to stop it
/// @param attempt in words that go on after "it could"
/// @param stopped whether it was stopped
/// @param evidence what the kernel answered
public record Finding(Wall wall, String attempt, boolean stopped, String evidence) {
  private static final String TAG = "finding";

  /// As a line that [#parse] reads.
  String line() {
    return String.join(
        "\t", TAG, wall.name(), attempt, stopped ? "stopped" : "out", evidence.replace('\n', ' '));
  }

  /// The finding of a line, or nothing where the line is none.
  static Optional<Finding> parse(String line) {
    var words = line.split("\t", -1);
    return words.length == 5 && words[0].equals(TAG)
        ? Optional.of(
            new Finding(Wall.valueOf(words[1]), words[2], words[3].equals("stopped"), words[4]))
        : Optional.empty();
  }
}
