package threadmill.grader;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.GraderCommand;
import threadmill.harness.wire.GraderFrames;
import threadmill.harness.wire.GraderReport;

/// Entry point of a grader: does what its runner tells until that goes.
///
/// It speaks over standard input and output; what tests print there goes to standard error, which
/// nobody reads but for a few last words.
public final class GraderMain {
  private final RunTests tests;

  private GraderMain(Channel channel) {
    this.tests = new RunTests(channel);
  }

  /// Serves commands.
  public static void main(String[] args) throws IOException {
    var channel =
        new Channel(
            new DataInputStream(new BufferedInputStream(System.in)),
            new DataOutputStream(new BufferedOutputStream(System.out)));
    System.setIn(InputStream.nullInputStream());
    System.setOut(System.err);
    var grader = new GraderMain(channel);
    channel.send(new GraderReport.Hello());
    for (var command = channel.receive(); command != null; command = channel.receive()) {
      channel.send(grader.answer(command));
    }
    Runtime.getRuntime().halt(0);
  }

  private GraderReport answer(GraderCommand command) {
    return switch (command) {
      case GraderCommand.Load(var classes) -> {
        tests.load(classes);
        yield new GraderReport.Loaded();
      }
      case GraderCommand.Find(var type, var method) ->
          new GraderReport.Found(tests.find(type, method));
      case GraderCommand.Run run -> tests.run(run);
      case GraderCommand.Match(var regex, var text) -> matched(regex, text);
      case GraderCommand.Answered _, GraderCommand.SubjectEnded _ ->
          throw new IllegalStateException("an answer without a call");
    };
  }

  private static GraderReport matched(String regex, String text) {
    try {
      return new GraderReport.Matched(
          Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches(), "");
    } catch (PatternSyntaxException e) {
      return new GraderReport.Matched(false, String.valueOf(e.getMessage()));
    } catch (StackOverflowError _) {
      return new GraderReport.Matched(false, "the expression takes too much to match this output");
    }
  }

  /// The way to the runner.
  ///
  /// Implementation note: used by the main thread between tests; during a test by whichever of its
  /// threads calls the subject, one at a time ([LiveSubject]'s lock).
  record Channel(DataInputStream in, DataOutputStream out) {
    void send(GraderReport report) throws IOException {
      GraderFrames.write(out, report);
    }

    /// The next command, or null when the runner has gone.
    @Nullable GraderCommand receive() throws IOException {
      return GraderFrames.readCommand(in);
    }
  }
}
