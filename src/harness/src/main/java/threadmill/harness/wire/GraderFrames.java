package threadmill.harness.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Frames.Frame;
import threadmill.harness.wire.GraderCommand.Printed;
import threadmill.harness.wire.GraderReport.Outcome;
import threadmill.harness.wire.GraderReport.Test;

/// The encoding of what a runner and a grader tell each other: frames as [Frames] has them.
public final class GraderFrames {
  private GraderFrames() {}

  public static void write(DataOutputStream out, GraderCommand command) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var frame = new DataOutputStream(bytes);
    switch (command) {
      case GraderCommand.Load(var classes) -> {
        frame.writeByte('L');
        Frames.putClasses(frame, classes);
      }
      case GraderCommand.Find(var type, var method) -> {
        frame.writeByte('F');
        Frames.putString(frame, type);
        Frames.putString(frame, method);
      }
      case GraderCommand.Run(var id, long seed, int cores, int parallelism, var printed) -> {
        frame.writeByte('R');
        Frames.putString(frame, id);
        frame.writeLong(seed);
        frame.writeInt(cores);
        frame.writeInt(parallelism);
        frame.writeBoolean(printed != null);
        if (printed != null) {
          putPrinted(frame, printed);
        }
      }
      case GraderCommand.Answered(var reply) -> {
        frame.writeByte('A');
        var inner = new ByteArrayOutputStream();
        Frames.write(new DataOutputStream(inner), reply);
        Frames.putBytes(frame, inner.toByteArray());
      }
      case GraderCommand.SubjectEnded() -> frame.writeByte('E');
      case GraderCommand.Match(var regex, var text) -> {
        frame.writeByte('M');
        Frames.putString(frame, regex);
        Frames.putString(frame, text);
      }
    }
    Frames.send(out, bytes);
  }

  public static void write(DataOutputStream out, GraderReport report) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var frame = new DataOutputStream(bytes);
    switch (report) {
      case GraderReport.Hello() -> frame.writeByte('H');
      case GraderReport.Loaded() -> frame.writeByte('L');
      case GraderReport.Found(var tests) -> {
        frame.writeByte('F');
        Frames.putList(frame, tests, GraderFrames::putTest);
      }
      case GraderReport.Call(var method, var arguments) -> {
        frame.writeByte('C');
        Frames.putString(frame, method);
        Frames.putBytes(frame, arguments);
      }
      case GraderReport.Finished(var outcome, var message, var expected, var got) -> {
        frame.writeByte('E');
        Frames.putString(frame, outcome.name());
        Frames.putString(frame, message);
        Frames.putString(frame, expected);
        Frames.putString(frame, got);
      }
      case GraderReport.Matched(boolean matches, var problem) -> {
        frame.writeByte('M');
        frame.writeBoolean(matches);
        Frames.putString(frame, problem);
      }
    }
    Frames.send(out, bytes);
  }

  /// Reads the next command, or null at the end of the stream.
  public static @Nullable GraderCommand readCommand(DataInputStream in) throws IOException {
    var frame = Frames.receive(in, Frames.MAX_COMMAND);
    return frame == null ? null : frame.whole(GraderFrames::command);
  }

  /// Reads the next report, or null at the end of the stream.
  public static @Nullable GraderReport readReport(DataInputStream in) throws IOException {
    var frame = Frames.receive(in, Frames.MAX_ANSWER);
    return frame == null ? null : frame.whole(GraderFrames::report);
  }

  private static GraderCommand command(Frame frame) throws IOException {
    return switch (frame.in().readByte()) {
      case 'L' -> new GraderCommand.Load(frame.classes());
      case 'F' -> new GraderCommand.Find(frame.string(), frame.string());
      case 'R' ->
          new GraderCommand.Run(
              frame.string(),
              frame.in().readLong(),
              frame.in().readInt(),
              frame.in().readInt(),
              frame.in().readBoolean() ? printed(frame) : null);
      case 'A' -> new GraderCommand.Answered(reply(frame.bytes()));
      case 'E' -> new GraderCommand.SubjectEnded();
      case 'M' -> new GraderCommand.Match(frame.string(), frame.string());
      default -> throw new GarbledFrameException("unknown tag");
    };
  }

  private static GraderReport report(Frame frame) throws IOException {
    return switch (frame.in().readByte()) {
      case 'H' -> new GraderReport.Hello();
      case 'L' -> new GraderReport.Loaded();
      case 'F' ->
          new GraderReport.Found(frame.list(test -> new Test(test.string(), test.string())));
      case 'C' -> new GraderReport.Call(frame.string(), frame.bytes());
      case 'E' ->
          new GraderReport.Finished(outcome(frame), frame.string(), frame.string(), frame.string());
      case 'M' -> new GraderReport.Matched(frame.in().readBoolean(), frame.string());
      default -> throw new GarbledFrameException("unknown tag");
    };
  }

  private static void putTest(DataOutputStream frame, Test test) throws IOException {
    Frames.putString(frame, test.id());
    Frames.putString(frame, test.name());
  }

  private static void putPrinted(DataOutputStream frame, Printed printed) throws IOException {
    Frames.putString(frame, printed.stdout());
    Frames.putString(frame, printed.stderr());
    frame.writeInt(printed.exitCode());
    Frames.putList(frame, printed.args(), Frames::putString);
    Frames.putString(frame, printed.stdin());
    frame.writeLong(printed.wallNanos());
    frame.writeLong(printed.cpuNanos());
    frame.writeInt(printed.mostThreads());
  }

  private static Printed printed(Frame frame) throws IOException {
    return new Printed(
        frame.string(),
        frame.string(),
        frame.in().readInt(),
        frame.list(Frame::string),
        frame.string(),
        frame.in().readLong(),
        frame.in().readLong(),
        frame.in().readInt());
  }

  private static Report.Reply reply(byte[] inner) throws IOException {
    var report = Frames.readReport(new DataInputStream(new ByteArrayInputStream(inner)));
    if (report instanceof Report.Reply reply) {
      return reply;
    }
    throw new GarbledFrameException("no reply");
  }

  private static Outcome outcome(Frame frame) throws IOException {
    try {
      return Outcome.valueOf(frame.string());
    } catch (IllegalArgumentException _) {
      throw new GarbledFrameException("unknown outcome");
    }
  }
}
