package threadmill.runner.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import threadmill.harness.wire.GraderCommand;
import threadmill.harness.wire.GraderFrames;
import threadmill.harness.wire.GraderReport;
import threadmill.harness.wire.GraderReport.Finished;
import threadmill.runner.Alarm;
import threadmill.runner.RunnerException;
import threadmill.runner.sandbox.Aot;
import threadmill.runner.sandbox.Bounds;
import threadmill.runner.sandbox.NotStartedException;
import threadmill.runner.sandbox.Sandbox;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;

/// A sandbox that holds the tests of one exercise, and no code of a student's.
///
/// Implementation note: used by one thread at a time; [#kill] by any.
public final class GraderJvm implements AutoCloseable {
  private static final int HEAP_MIB = 256;
  private static final int THREADS = 64;

  /// What a test may take between two calls of the code under test.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Sandbox sandbox;
  private final DataInputStream in;
  private final DataOutputStream out;

  private GraderJvm(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.in = new DataInputStream(new BufferedInputStream(sandbox.stdout()));
    this.out = new DataOutputStream(new BufferedOutputStream(sandbox.stdin()));
  }

  private static SandboxSpec spec(Sandboxes sandboxes) {
    var java =
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--illegal-native-access=deny",
            "-cp",
            sandboxes.testClassPath(),
            "threadmill.grader.GraderMain");
    return new SandboxSpec(java, new Bounds(HEAP_MIB, THREADS, null), false, new Aot.None());
  }

  /// Starts one and waits until it is up.
  public static GraderJvm start(Sandboxes sandboxes) {
    try {
      return sandboxes.start(spec(sandboxes), GraderJvm::come);
    } catch (NotStartedException e) {
      throw new RunnerException("the grader does not start: " + e.said(), e);
    }
  }

  private static GraderJvm come(Sandbox sandbox) throws IOException {
    var grader = new GraderJvm(sandbox);
    try (var _ = Alarm.after(PATIENCE, sandbox::kill)) {
      if (!(GraderFrames.readReport(grader.in) instanceof GraderReport.Hello)) {
        throw new IOException("the grader did not say hello");
      }
    }
    sandbox.answered();
    Thread.ofVirtual().start(grader::drain);
    return grader;
  }

  /// What tests print is nobody's to read, but must not fill the pipe.
  private void drain() {
    try {
      sandbox.stderr().transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // It has ended.
    }
  }

  /// Answers a call of a test.
  @FunctionalInterface
  public interface Answering {
    /// Gives the answer, or tells that there will be none.
    ///
    /// @return [GraderCommand.Answered] or [GraderCommand.SubjectEnded]
    GraderCommand answer(GraderReport.Call call) throws InterruptedException;
  }

  /// Hands over compiled tests.
  public void load(Map<String, byte[]> classes) throws LostGraderException {
    if (!(ask(new GraderCommand.Load(classes)) instanceof GraderReport.Loaded)) {
      throw lost();
    }
  }

  /// Looks for tests.
  ///
  /// @param method empty for all of the class
  public List<GraderReport.Test> find(String type, String method) throws LostGraderException {
    if (ask(new GraderCommand.Find(type, method)) instanceof GraderReport.Found(var tests)) {
      return tests;
    }
    throw lost();
  }

  /// Matches a whole text with a regular expression.
  public GraderReport.Matched match(String regex, String text) throws LostGraderException {
    if (ask(new GraderCommand.Match(regex, text)) instanceof GraderReport.Matched matched) {
      return matched;
    }
    throw lost();
  }

  /// Runs a test to its end.
  public Finished run(GraderCommand.Run test, Answering answering)
      throws LostGraderException, InterruptedException {
    var report = ask(test);
    while (report instanceof GraderReport.Call call) {
      report = ask(answering.answer(call));
    }
    if (report instanceof Finished finished) {
      return finished;
    }
    throw lost();
  }

  private GraderReport ask(GraderCommand command) throws LostGraderException {
    try (var _ = Alarm.after(PATIENCE, sandbox::kill)) {
      GraderFrames.write(out, command);
      var report = GraderFrames.readReport(in);
      if (report == null) {
        throw lost();
      }
      return report;
    } catch (IOException _) {
      throw lost();
    }
  }

  private LostGraderException lost() {
    sandbox.kill();
    return new LostGraderException();
  }

  /// Ends it; whoever waits for it finds it lost.
  public void kill() {
    sandbox.kill();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
