package threadmill.grader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import threadmill.grader.GraderMain.Channel;
import threadmill.harness.wire.GarbledFrameException;
import threadmill.harness.wire.GraderCommand;
import threadmill.harness.wire.GraderReport;
import threadmill.harness.wire.PlainData;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.UnsendableException;
import threadmill.judge.Answer;
import threadmill.judge.Subject;
import threadmill.judge.SubjectException;

/// The subject of one test, reached through the runner.
///
/// Implementation note: `this` guards the channel and `state`, and is held from a call to its
/// answer, so that calls take turns. Closed when its test is over: a thread that a test left behind
/// then calls in vain.
final class LiveSubject implements Subject, AutoCloseable {
  private final Channel channel;
  private final GraderCommand.Run run;
  private final RandomGenerator random;
  private State state = State.ALIVE;

  private enum State {
    ALIVE,
    ENDED,
    CLOSED
  }

  LiveSubject(Channel channel, GraderCommand.Run run) {
    this.channel = channel;
    this.run = run;
    this.random = new SplittableRandom(run.seed());
  }

  @Override
  public synchronized Answer call(String method, @Nullable Object... arguments) {
    switch (state) {
      case ALIVE -> {}
      case ENDED -> throw new SubjectEndedError();
      case CLOSED -> throw new IllegalStateException("the test is over");
    }
    if (run.printed() != null) {
      throw new IllegalStateException("a checker has a Transcript to look at, and nothing to call");
    }
    try {
      channel.send(new GraderReport.Call(method, PlainData.encode(Arrays.asList(arguments))));
      return answer(method);
    } catch (UnsendableException e) {
      throw new IllegalArgumentException("an argument is " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer answer(String method) throws IOException {
    if (channel.receive() instanceof GraderCommand.Answered(var reply)) {
      return switch (reply) {
        case Report.Returned(_, var answer) -> new Answer(method, decoded(answer));
        case Report.Threw(_, var thrown) ->
            throw new SubjectException(thrown.type(), thrown.message(), thrown.place());
        case Report.Unanswerable(_, var what) ->
            throw new AssertionError(method + " returned " + what);
        case Report.TooLarge _ -> throw ended();
      };
    }
    throw ended();
  }

  private static @Nullable Object decoded(byte[] answer) {
    try {
      return PlainData.decode(answer);
    } catch (GarbledFrameException e) {
      throw new IllegalStateException("the runner lets only plain data through", e);
    }
  }

  private SubjectEndedError ended() {
    state = State.ENDED;
    return new SubjectEndedError();
  }

  @Override
  public synchronized void close() {
    state = State.CLOSED;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public int cores() {
    return run.cores();
  }

  @Override
  public int parallelism() {
    return run.parallelism();
  }
}
