package threadmill.harness.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Frames.Frame;
import threadmill.harness.wire.PoolReport.Limit;

/// The encoding of what a runner and a harness that serves many runs tell each other: frames as
/// [Frames] has them.
public final class PoolFrames {
  private PoolFrames() {}

  public static void write(DataOutputStream out, PoolCommand command) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var frame = new DataOutputStream(bytes);
    switch (command) {
      case PoolCommand.Start(
              int run,
              var mainClass,
              var args,
              var classes,
              var stdin,
              var allowance) -> {
        frame.writeByte('S');
        frame.writeInt(run);
        Frames.putString(frame, mainClass);
        Frames.putList(frame, args, Frames::putString);
        Frames.putClasses(frame, classes);
        Frames.putBytes(frame, stdin);
        putAllowance(frame, allowance);
      }
      case PoolCommand.Stop(int run) -> {
        frame.writeByte('X');
        frame.writeInt(run);
      }
      case PoolCommand.Ping(int number) -> {
        frame.writeByte('P');
        frame.writeInt(number);
      }
    }
    Frames.send(out, bytes);
  }

  public static void write(DataOutputStream out, PoolReport report) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var frame = new DataOutputStream(bytes);
    switch (report) {
      case PoolReport.Hello() -> frame.writeByte('H');
      case PoolReport.Crowded() -> frame.writeByte('C');
      case PoolReport.Pong(int number) -> {
        frame.writeByte('P');
        frame.writeInt(number);
      }
      case PoolReport.Began(int run) -> {
        frame.writeByte('B');
        frame.writeInt(run);
      }
      case PoolReport.Refused(int run, var place, var member) -> {
        frame.writeByte('R');
        frame.writeInt(run);
        Frames.putString(frame, place);
        Frames.putString(frame, member);
      }
      case PoolReport.NotStarted(int run, var reason) -> {
        frame.writeByte('N');
        frame.writeInt(run);
        Frames.putString(frame, reason);
      }
      case PoolReport.Wrote(int run, boolean toStderr, var text) -> {
        frame.writeByte('W');
        frame.writeInt(run);
        frame.writeBoolean(toStderr);
        Frames.putBytes(frame, text);
      }
      case PoolReport.Said(int run, var said) -> {
        frame.writeByte('I');
        frame.writeInt(run);
        var inner = new ByteArrayOutputStream();
        Frames.write(new DataOutputStream(inner), said);
        Frames.putBytes(frame, inner.toByteArray());
      }
      case PoolReport.Over(int run, var limit, long amount) -> {
        frame.writeByte('O');
        frame.writeInt(run);
        Frames.putString(frame, limit.name());
        frame.writeLong(amount);
      }
      case PoolReport.Ended(
              int run,
              int exitCode,
              long cpuNanos,
              long allocatedBytes,
              int threads,
              boolean stuck) -> {
        frame.writeByte('E');
        frame.writeInt(run);
        frame.writeInt(exitCode);
        frame.writeLong(cpuNanos);
        frame.writeLong(allocatedBytes);
        frame.writeInt(threads);
        frame.writeBoolean(stuck);
      }
    }
    Frames.send(out, bytes);
  }

  /// Reads the next command, or null at the end of the stream.
  public static @Nullable PoolCommand readCommand(DataInputStream in) throws IOException {
    var frame = Frames.receive(in, Frames.MAX_COMMAND);
    return frame == null ? null : frame.whole(PoolFrames::command);
  }

  /// Reads the next report, or null at the end of the stream.
  public static @Nullable PoolReport readReport(DataInputStream in) throws IOException {
    var frame = Frames.receive(in, Frames.MAX_REPORT);
    return frame == null ? null : frame.whole(PoolFrames::report);
  }

  private static PoolCommand command(Frame frame) throws IOException {
    var in = frame.in();
    return switch (in.readByte()) {
      case 'S' ->
          new PoolCommand.Start(
              in.readInt(),
              frame.string(),
              frame.list(Frame::string),
              frame.classes(),
              frame.bytes(),
              allowance(frame));
      case 'X' -> new PoolCommand.Stop(in.readInt());
      case 'P' -> new PoolCommand.Ping(in.readInt());
      default -> throw new GarbledFrameException("unknown tag");
    };
  }

  private static PoolReport report(Frame frame) throws IOException {
    var in = frame.in();
    return switch (in.readByte()) {
      case 'H' -> new PoolReport.Hello();
      case 'C' -> new PoolReport.Crowded();
      case 'P' -> new PoolReport.Pong(in.readInt());
      case 'B' -> new PoolReport.Began(in.readInt());
      case 'R' -> new PoolReport.Refused(in.readInt(), frame.string(), frame.string());
      case 'N' -> new PoolReport.NotStarted(in.readInt(), frame.string());
      case 'W' -> new PoolReport.Wrote(in.readInt(), in.readBoolean(), frame.bytes());
      case 'I' -> new PoolReport.Said(in.readInt(), said(frame.bytes()));
      case 'O' -> new PoolReport.Over(in.readInt(), limit(frame.string()), in.readLong());
      case 'E' ->
          new PoolReport.Ended(
              in.readInt(),
              in.readInt(),
              in.readLong(),
              in.readLong(),
              in.readInt(),
              in.readBoolean());
      default -> throw new GarbledFrameException("unknown tag");
    };
  }

  private static Report said(byte[] bytes) throws IOException {
    var report = Frames.readReport(new DataInputStream(new ByteArrayInputStream(bytes)));
    if (report == null) {
      throw new GarbledFrameException("half a report");
    }
    return report;
  }

  private static Limit limit(String name) throws IOException {
    try {
      return Limit.valueOf(name);
    } catch (IllegalArgumentException _) {
      throw new GarbledFrameException("unknown limit");
    }
  }

  private static void putAllowance(DataOutputStream frame, Allowance allowance) throws IOException {
    frame.writeInt(allowance.cores());
    frame.writeInt(allowance.parallelism());
    Frames.putString(frame, allowance.executor());
    frame.writeLong(allowance.cpuNanos());
    frame.writeLong(allowance.heapBytes());
    frame.writeInt(allowance.stdoutBytes());
    frame.writeInt(allowance.stderrBytes());
    frame.writeInt(allowance.threads());
  }

  private static Allowance allowance(Frame frame) throws IOException {
    var in = frame.in();
    return new Allowance(
        in.readInt(),
        in.readInt(),
        frame.string(),
        in.readLong(),
        in.readLong(),
        in.readInt(),
        in.readInt(),
        in.readInt());
  }
}
