package threadmill.runner.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import threadmill.runner.Verdict;
import threadmill.runner.compile.Reading;
import threadmill.runner.compile.Use;
import threadmill.runner.judge.JudgeReport.Result;

/// Decides the rules of a structure entry by what the student's files use.
final class DecideStructure {
  private DecideStructure() {}

  /// A rule that is broken, in the words of a result.
  private record Broken(String expected, String got, String why) {}

  /// Judges an entry.
  ///
  /// @param reading of the student's files alone, with the drivers beside them
  static Result check(Grading.Structure entry, Reading reading) {
    return switch (reading) {
      case Reading.Read(var uses) -> decide(entry, uses);
      case Reading.Unread(var why) -> failed(entry, Verdict.COMPILE_ERROR, "", "", why);
    };
  }

  private static Result decide(Grading.Structure entry, List<Use> uses) {
    var broken = entry.rules().stream().flatMap(rule -> broken(rule, uses).stream()).toList();
    if (broken.isEmpty()) {
      var head = entry.head();
      return new Result(head.name(), Verdict.OK, head.points(), "", "", "", "", null, null);
    }
    return failed(
        entry,
        Verdict.WRONG_ANSWER,
        lines(broken.stream().map(Broken::expected)),
        lines(broken.stream().map(Broken::got)),
        lines(broken.stream().map(Broken::why)));
  }

  private static Optional<Broken> broken(Grading.Rule rule, List<Use> uses) {
    var what = rule.what();
    var found =
        uses.stream()
            .filter(use -> use.usage() == rule.usage() && use.name().equals(what))
            .findFirst();
    if (rule.must()) {
      return found.isPresent()
          ? Optional.empty()
          : Optional.of(
              new Broken(
                  "uses " + what,
                  "nothing uses " + what,
                  "Nothing uses %s, which this exercise asks for".formatted(what)));
    }
    return found.map(use -> {
      var got = "%s:%d uses %s".formatted(use.path(), use.line(), words(use));
      return new Broken("does not use " + what, got, got + ", which this exercise rules out");
    });
  }

  private static String words(Use use) {
    return use.written().isEmpty() || use.written().equals(use.name())
        ? use.name()
        : "%s (by %s)".formatted(use.name(), use.written());
  }

  private static String lines(Stream<String> parts) {
    return parts.collect(Collectors.joining("\n"));
  }

  private static Result failed(
      Grading.Structure entry, Verdict verdict, String expected, String got, String why) {
    return new Result(entry.head().name(), verdict, 0, "", expected, got, why, null, null);
  }
}
