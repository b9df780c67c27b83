package threadmill.runner.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Diagnostic;
import threadmill.runner.Diagnostic.Severity;
import threadmill.runner.Judgement;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.runner.compile.Compilation;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.judge.JudgeReport.Result;

/// Judges one submission: compiles all there is, then takes entry by entry.
///
/// What decides stands in the grader and here; the student's code lives in subjects, which are told
/// inputs and asked for answers.
///
/// Implementation note: used once, by one thread.
public final class Judging {
  private static final Compilation NOTHING = new Compiled("", Map.of(), List.of());

  private final JudgeOrder order;
  private final JudgeListener listener;
  private final Workshop workshop;
  private final List<Result> results = new ArrayList<>();
  private List<Diagnostic> diagnostics = List.of();

  public Judging(JudgeOrder order, JudgeListener listener, Workshop workshop) {
    this.order = order;
    this.listener = listener;
    this.workshop = workshop;
  }

  /// Judges to the end, or until it is stopped.
  public JudgeReport report() throws InterruptedException {
    try {
      return compiled();
    } catch (StoppedException _) {
      return over(Verdict.CANCELLED, "Stopped by its user.");
    }
  }

  private JudgeReport compiled() throws InterruptedException {
    var taken = taken();
    if (!taken.isEmpty()) {
      diagnostics = taken;
      return over(Verdict.COMPILE_ERROR, taken.getFirst().message());
    }
    var exercise = order.exercise();
    return switch (workshop.compile(both(order.files()))) {
      case Compilation.Stopped(var why) -> over(Verdict.COMPILE_ERROR, why + ".");
      case Compilation.Refused(var found) -> refused(found);
      case Compiled program -> {
        diagnostics = ofStudent(program.warnings());
        var offence = workshop.offence(program);
        if (offence.isPresent()) {
          yield over(offence.get().verdict(), offence.get().explanation());
        }
        var submission = Submission.of(order.files(), exercise.subject(), program);
        var shadowed = ShadowedNames.find(submission.own(), Submission.types(exercise.solution()));
        yield shadowed.isPresent()
            ? over(
                Verdict.COMPILE_ERROR,
                "Your class %s takes the place of the one of java.lang; give it another name."
                    .formatted(shadowed.get()))
            : withTests(submission);
      }
    };
  }

  /// Files of the student's at a driver's path.
  private List<Diagnostic> taken() {
    var paths =
        order.exercise().subject().stream().map(SourceFile::path).collect(Collectors.toSet());
    return order.files().stream()
        .map(SourceFile::path)
        .filter(paths::contains)
        .map(path ->
            new Diagnostic(
                path,
                0,
                0,
                Severity.ERROR,
                "The tests have a file %s of their own; give yours another name.".formatted(path)))
        .toList();
  }

  private List<SourceFile> both(List<SourceFile> files) {
    return Stream.concat(files.stream(), order.exercise().subject().stream()).toList();
  }

  private List<Diagnostic> ofStudent(List<Diagnostic> found) {
    var paths = order.files().stream().map(SourceFile::path).collect(Collectors.toSet());
    return found.stream().filter(it -> paths.contains(it.path())).toList();
  }

  /// Where only the drivers do not compile, they miss something in the student's files.
  private JudgeReport refused(List<Diagnostic> found) {
    diagnostics = ofStudent(found);
    if (diagnostics.stream().anyMatch(it -> it.severity() == Severity.ERROR)) {
      return over(Verdict.COMPILE_ERROR, Judgement.refused(diagnostics).explanation());
    }
    var first = found.stream().filter(it -> it.severity() == Severity.ERROR).findFirst();
    return over(
        Verdict.COMPILE_ERROR,
        "The tests use what your files do not have: %s."
            .formatted(first.map(Judging::inOneLine).orElse("")));
  }

  private static String inOneLine(Diagnostic diagnostic) {
    return diagnostic.message().lines().map(String::strip).collect(Collectors.joining("; "));
  }

  private JudgeReport withTests(Submission submission) throws InterruptedException {
    var grader = order.exercise().grader();
    var tests = ours("tests", grader.isEmpty() ? NOTHING : workshop.compileTests(grader));
    if (tests.program() == null) {
      return over(Verdict.INTERNAL_ERROR, tests.problem());
    }
    Compiled reference = null;
    if (entries().stream().anyMatch(Grading.Performance.class::isInstance)) {
      var solution =
          ours("reference solution", workshop.compile(both(order.exercise().solution())));
      if (solution.program() == null) {
        return over(Verdict.INTERNAL_ERROR, solution.problem());
      }
      reference = solution.program();
    }
    try (var exam = new Exam(workshop, tests.program().classes())) {
      judge(new Case(workshop, submission, exam, new Seeds(order.seed())), reference);
    }
    return judged();
  }

  /// What came of compiling what the exercise itself brings.
  ///
  /// @param problem a sentence for the author where there is no program
  private record Ours(@Nullable Compiled program, String problem) {}

  private static Ours ours(String what, Compilation compilation) {
    return switch (compilation) {
      case Compiled program -> new Ours(program, "");
      case Compilation.Stopped(var why) ->
          new Ours(null, "The exercise's %s cannot be compiled: %s.".formatted(what, why));
      case Compilation.Refused(var found) ->
          new Ours(
              null,
              "The exercise's %s do%s not compile: %s"
                  .formatted(
                      what,
                      what.endsWith("s") ? "" : "es",
                      found.stream()
                          .filter(it -> it.severity() == Severity.ERROR)
                          .limit(3)
                          .map(it -> "%s:%d: %s".formatted(it.path(), it.line(), inOneLine(it)))
                          .collect(Collectors.joining(" | "))));
    };
  }

  private List<Grading> entries() {
    return order.exercise().gradings().stream()
        .filter(it -> !(order.visibleOnly() && it.head().hidden()))
        .toList();
  }

  private void judge(Case it, @Nullable Compiled reference) throws InterruptedException {
    var entries = entries();
    for (var grading : entries) {
      workshop.checkpoint();
      listener.progress(results.size(), entries.size(), grading.head().title());
      results.add(
          switch (grading) {
            case Grading.Output output -> new JudgeOutput(it, output).result();
            case Grading.UnitTests tests -> new JudgeTests(it, tests).result();
            case Grading.Repeat repeat -> new JudgeRepeat(it, repeat).result();
            case Grading.Liveness liveness -> new JudgeLiveness(it, liveness).result();
            case Grading.Performance performance -> performed(it, performance, reference);
            case Grading.Structure rules ->
                DecideStructure.check(
                    rules, workshop.read(order.files(), order.exercise().subject()));
          });
    }
    listener.progress(results.size(), entries.size(), "");
  }

  private static Result performed(
      Case it, Grading.Performance performance, @Nullable Compiled reference)
      throws InterruptedException {
    if (reference == null) {
      throw new IllegalStateException("the reference solution was not compiled");
    }
    return new JudgePerformance(it, performance, reference).result();
  }

  private JudgeReport judged() {
    var entries = entries();
    for (int i = 0; i < results.size(); i++) {
      var result = results.get(i);
      if (!result.passed()) {
        return over(result.verdict(), explained(result, entries.get(i).head()));
      }
    }
    return over(Verdict.OK, "All tests passed.");
  }

  /// Of a hidden entry no more than that it did not pass.
  private static String explained(Result failed, Grading.Head head) {
    if (head.hidden()) {
      return "A hidden test did not pass: " + head.title() + ".";
    }
    return failed.explanation().isEmpty()
        ? head.title() + ": did not pass."
        : head.title() + ": " + failed.explanation();
  }

  private JudgeReport over(Verdict verdict, String explanation) {
    return new JudgeReport(
        verdict,
        explanation,
        diagnostics,
        results,
        results.stream().mapToInt(Result::points).sum());
  }
}
