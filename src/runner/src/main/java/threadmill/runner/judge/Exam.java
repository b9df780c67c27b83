package threadmill.runner.judge;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.GraderCommand;
import threadmill.harness.wire.GraderReport;
import threadmill.harness.wire.GraderReport.Finished;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.Thrown;
import threadmill.runner.Verdict;
import threadmill.runner.child.GraderJvm;
import threadmill.runner.child.LostGraderException;
import threadmill.runner.judge.Grading.Setting;
import threadmill.runner.judge.Grading.TestName;

/// The tests of an exercise in their grader, which is started when the first is needed, serves all
/// of a judging, and is replaced when a test breaks it.
///
/// Implementation note: used by one thread.
final class Exam implements AutoCloseable {
  private final Workshop workshop;
  private final Map<String, byte[]> classes;
  private @Nullable GraderJvm grader;

  Exam(Workshop workshop, Map<String, byte[]> classes) {
    this.workshop = workshop;
    this.classes = classes;
  }

  private GraderJvm grader() throws LostGraderException {
    if (grader == null) {
      grader = workshop.grader();
      grader.load(classes);
    }
    return grader;
  }

  /// The tests that a name means.
  ///
  /// @throws UnusableTestException when there is none
  List<GraderReport.Test> find(TestName name) throws UnusableTestException {
    try {
      var method = name.method() == null ? "" : name.method();
      var tests = grader().find(name.type(), method);
      if (tests.isEmpty()) {
        throw new UnusableTestException(
            "There is no test %s%s in tests/grader."
                .formatted(name.type(), method.isEmpty() ? "" : "." + method));
      }
      return tests;
    } catch (LostGraderException e) {
      throw unusable(e);
    }
  }

  /// Has a test call a subject.
  Sitting sit(GraderReport.Test test, long seed, Setting setting, SubjectJvm subject)
      throws InterruptedException {
    workshop.checkpoint();
    subject.beginTest();
    var calls = new Calls(subject);
    Finished finished = null;
    var lost = "";
    try {
      finished =
          grader()
              .run(
                  new GraderCommand.Run(
                      test.id(), seed, setting.cores(), setting.parallelism(), null),
                  calls);
    } catch (LostGraderException e) {
      lost = unusable(e).why();
    }
    workshop.checkpoint();
    var ended = subject.ended();
    if (ended.isPresent()) {
      var why = ended.get();
      return new Sitting(why.verdict(), test.name(), "", "", why.explanation(), calls.nanos);
    }
    return finished == null
        ? Sitting.unusable(test.name(), lost)
        : sitting(test, finished, calls, subject);
  }

  private static Sitting sitting(
      GraderReport.Test test, Finished finished, Calls calls, SubjectJvm subject) {
    return switch (finished.outcome()) {
      case PASSED -> new Sitting(Verdict.OK, test.name(), "", "", "", calls.nanos);
      case FAILED -> failed(test, finished, calls.nanos);
      case UNUSABLE -> Sitting.unusable(test.name(), finished.message());
      case SUBJECT_THREW -> {
        var thrown = calls.thrown;
        if (thrown == null) {
          yield Sitting.unusable(test.name(), "It throws a SubjectException of its own.");
        }
        var judgement = subject.left(thrown, calls.method);
        yield new Sitting(
            judgement.verdict(), test.name(), "", "", judgement.explanation(), calls.nanos);
      }
    };
  }

  private static Sitting failed(GraderReport.Test test, Finished finished, long nanos) {
    return new Sitting(
        Verdict.WRONG_ANSWER,
        test.name(),
        finished.expected(),
        finished.got(),
        finished.message(),
        nanos);
  }

  /// Has a checker look at what a program printed.
  Sitting check(GraderReport.Test test, long seed, Setting setting, GraderCommand.Printed printed)
      throws InterruptedException {
    workshop.checkpoint();
    try {
      var finished =
          grader()
              .run(
                  new GraderCommand.Run(
                      test.id(), seed, setting.cores(), setting.parallelism(), printed),
                  _ -> new GraderCommand.SubjectEnded());
      return switch (finished.outcome()) {
        case PASSED -> new Sitting(Verdict.OK, test.name(), "", "", "", 0);
        case FAILED -> failed(test, finished, 0);
        case SUBJECT_THREW, UNUSABLE -> Sitting.unusable(test.name(), finished.message());
      };
    } catch (LostGraderException e) {
      workshop.checkpoint();
      return Sitting.unusable(test.name(), unusable(e).why());
    }
  }

  /// Whether a whole text matches a regular expression, which may be an evil one.
  boolean matches(String regex, String text) throws UnusableTestException {
    try {
      var matched = grader().match(regex, text);
      if (!matched.problem().isEmpty()) {
        throw new UnusableTestException(
            "The regular expression cannot be used: "
                + matched.problem().lines().collect(Collectors.joining(" ")));
      }
      return matched.matches();
    } catch (LostGraderException e) {
      throw unusable(e);
    }
  }

  private UnusableTestException unusable(LostGraderException e) {
    workshop.checkpoint();
    close();
    return new UnusableTestException("The tests cannot be run: " + e.getMessage() + ".");
  }

  @Override
  public void close() {
    var used = grader;
    grader = null;
    if (used != null) {
      used.close();
    }
  }

  /// Answers the calls of one test, and adds up their times.
  private static final class Calls implements GraderJvm.Answering {
    private final SubjectJvm subject;
    private String method = "";
    private @Nullable Thrown thrown;
    private long nanos;

    Calls(SubjectJvm subject) {
      this.subject = subject;
    }

    @Override
    public GraderCommand answer(GraderReport.Call call) throws InterruptedException {
      var answered = subject.call(call.method(), call.arguments());
      if (answered.isEmpty()) {
        return new GraderCommand.SubjectEnded();
      }
      nanos += answered.get().nanos();
      if (answered.get().reply() instanceof Report.Threw threw) {
        method = call.method();
        thrown = threw.thrown();
      }
      return new GraderCommand.Answered(answered.get().reply());
    }
  }
}
