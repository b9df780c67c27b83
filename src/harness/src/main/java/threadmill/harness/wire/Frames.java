package threadmill.harness.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.ThreadState.Activity;
import threadmill.harness.wire.ThreadState.Wait;

/// The encoding of commands and reports: a length, a tag, fields in order.
///
/// A frame is a 32-bit length of what follows it, an 8-bit tag, and the record's components;
/// strings and lists are preceded by 32-bit lengths. Whatever does not fit that is a
/// [GarbledFrameException].
public final class Frames {
  /// Longest frame from a runner, in bytes; class files are the bulk of it.
  static final int MAX_COMMAND = 64 << 20;

  /// Longest frame from a sandbox but for answers, in bytes.
  static final int MAX_REPORT = 4 << 20;

  /// Longest frame with an answer, in bytes.
  static final int MAX_ANSWER = PlainData.MOST_BYTES + 64;

  /// Longest name of a thread, lock or method in a sample, in bytes.
  static final int MAX_LABEL = 1 << 10;

  private static final byte ANSWER = 'A';

  private Frames() {}

  public static void write(DataOutputStream out, Command command) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var frame = new DataOutputStream(bytes);
    switch (command) {
      case Command.Prepare(
              var task,
              var mainClass,
              var classes,
              int cores,
              var executor,
              int parallelism,
              var web,
              var yielding) -> {
        frame.writeByte('P');
        putTask(frame, task);
        putString(frame, mainClass);
        putClasses(frame, classes);
        frame.writeInt(cores);
        putString(frame, executor);
        frame.writeInt(parallelism);
        putWeb(frame, web);
        putYielding(frame, yielding);
      }
      case Command.Call(long id, var method, var arguments) -> {
        frame.writeByte('C');
        frame.writeLong(id);
        putString(frame, method);
        putBytes(frame, arguments);
      }
      case Command.Finish() -> frame.writeByte('F');
      case Command.Go() -> frame.writeByte('G');
    }
    send(out, bytes);
  }

  public static void write(DataOutputStream out, Report report) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var frame = new DataOutputStream(bytes);
    switch (report) {
      case Report.Hello() -> frame.writeByte('H');
      case Report.Ready() -> frame.writeByte('R');
      case Report.NoMain(var reason) -> {
        frame.writeByte('N');
        putString(frame, reason);
      }
      case Report.Sample(long nanoTime, var unchanged, var changed) -> {
        frame.writeByte('S');
        frame.writeLong(nanoTime);
        putList(frame, unchanged, DataOutputStream::writeLong);
        putList(frame, changed, Frames::putThread);
      }
      case Report.MainReturned() -> frame.writeByte('E');
      case Report.MainThrew(var thrown) -> {
        frame.writeByte('X');
        putThrown(frame, thrown);
      }
      case Report.Phase(var nanoTime, var name) -> {
        frame.writeByte('F');
        frame.writeLong(nanoTime);
        putString(frame, name);
      }
      case Report.Deadlock(var cycle) -> {
        frame.writeByte('D');
        putList(frame, cycle, Frames::putWaiter);
      }
      case Report.ThreadLeak(var threads) -> {
        frame.writeByte('L');
        putList(frame, threads, Frames::putString);
      }
      case Report.HttpsTried() -> frame.writeByte('T');
      case Report.Returned(long id, var answer) -> {
        frame.writeByte(ANSWER);
        frame.writeLong(id);
        putBytes(frame, answer);
      }
      case Report.Threw(long id, var thrown) -> {
        frame.writeByte('W');
        frame.writeLong(id);
        putThrown(frame, thrown);
      }
      case Report.Unanswerable(long id, var what) -> {
        frame.writeByte('U');
        frame.writeLong(id);
        putString(frame, what);
      }
      case Report.TooLarge(long id) -> {
        frame.writeByte('B');
        frame.writeLong(id);
      }
    }
    send(out, bytes);
  }

  /// Reads the next command, or null at the end of the stream.
  public static @Nullable Command readCommand(DataInputStream in) throws IOException {
    var frame = receive(in, MAX_COMMAND);
    return frame == null ? null : frame.whole(Frames::command);
  }

  /// Reads the next report, or null at the end of the stream.
  public static @Nullable Report readReport(DataInputStream in) throws IOException {
    var frame = receive(in, MAX_ANSWER);
    return frame == null ? null : frame.whole(Frames::report);
  }

  private static Command command(Frame frame) throws IOException {
    return switch (frame.in().readByte()) {
      case 'P' ->
          new Command.Prepare(
              frame.task(),
              frame.string(),
              frame.classes(),
              frame.in().readInt(),
              frame.string(),
              frame.in().readInt(),
              frame.web(),
              frame.yielding());
      case 'G' -> new Command.Go();
      case 'C' -> new Command.Call(frame.in().readLong(), frame.string(), frame.bytes());
      case 'F' -> new Command.Finish();
      default -> throw new GarbledFrameException("unknown tag");
    };
  }

  private static Report report(Frame frame) throws IOException {
    int length = frame.in().available();
    byte tag = frame.in().readByte();
    if (length > MAX_REPORT && tag != ANSWER) {
      throw new GarbledFrameException("length " + length);
    }
    return switch (tag) {
      case 'H' -> new Report.Hello();
      case 'R' -> new Report.Ready();
      case 'N' -> new Report.NoMain(frame.string());
      case 'S' ->
          new Report.Sample(
              frame.in().readLong(), frame.list(f -> f.in().readLong()), frame.list(Frame::thread));
      case 'E' -> new Report.MainReturned();
      case 'X' -> new Report.MainThrew(frame.thrown());
      case 'F' -> new Report.Phase(frame.in().readLong(), frame.string());
      case 'D' -> new Report.Deadlock(frame.list(Frame::waiter));
      case 'L' -> new Report.ThreadLeak(frame.list(Frame::string));
      case 'T' -> new Report.HttpsTried();
      case ANSWER -> new Report.Returned(frame.in().readLong(), frame.bytes());
      case 'W' -> new Report.Threw(frame.in().readLong(), frame.thrown());
      case 'U' -> new Report.Unanswerable(frame.in().readLong(), frame.string());
      case 'B' -> new Report.TooLarge(frame.in().readLong());
      default -> throw new GarbledFrameException("unknown tag");
    };
  }

  /// One write, so that a process which ends meanwhile seldom leaves half a frame behind.
  static void send(DataOutputStream out, ByteArrayOutputStream frame) throws IOException {
    var whole = ByteBuffer.allocate(Integer.BYTES + frame.size());
    whole.putInt(frame.size()).put(frame.toByteArray());
    out.write(whole.array());
    out.flush();
  }

  /// The next frame; null at the end of the stream, also where that comes within a frame: a JVM may
  /// exit while one of its threads still reports.
  static @Nullable Frame receive(DataInputStream in, int longest) throws IOException {
    try {
      int length = in.readInt();
      if (length < 1 || length > longest) {
        throw new GarbledFrameException("length " + length);
      }
      var bytes = in.readNBytes(length);
      return bytes.length < length
          ? null
          : new Frame(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (EOFException _) {
      return null;
    }
  }

  static void putString(DataOutputStream frame, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    frame.writeInt(bytes.length);
    frame.write(bytes);
  }

  static void putBytes(DataOutputStream frame, byte[] bytes) throws IOException {
    frame.writeInt(bytes.length);
    frame.write(bytes);
  }

  static void putClasses(DataOutputStream frame, Map<String, byte[]> classes) throws IOException {
    frame.writeInt(classes.size());
    for (var entry : classes.entrySet()) {
      putString(frame, entry.getKey());
      putBytes(frame, entry.getValue());
    }
  }

  static void putThrown(DataOutputStream frame, Thrown thrown) throws IOException {
    putString(frame, thrown.type());
    putString(frame, thrown.message());
    putString(frame, thrown.place());
  }

  private static void putTask(DataOutputStream frame, Command.Task task) throws IOException {
    switch (task) {
      case Command.RunMain(var args) -> {
        frame.writeByte('M');
        putList(frame, args, Frames::putString);
      }
      case Command.ServeCalls() -> frame.writeByte('C');
    }
  }

  private static void putYielding(DataOutputStream frame, @Nullable Yielding yielding)
      throws IOException {
    frame.writeBoolean(yielding != null);
    if (yielding != null) {
      frame.writeLong(yielding.seed());
      putList(frame, List.copyOf(yielding.types()), Frames::putString);
    }
  }

  private static void putThread(DataOutputStream frame, ThreadState thread) throws IOException {
    frame.writeLong(thread.id());
    putString(frame, thread.name());
    frame.writeBoolean(thread.carrier());
    putString(frame, thread.activity().name());
    frame.writeLong(thread.cpuNanos());
    var waits = thread.waits();
    frame.writeBoolean(waits != null);
    if (waits != null) {
      frame.writeBoolean(waits.timed());
      putString(frame, waits.on());
      frame.writeLong(waits.owner());
      putString(frame, waits.at());
    }
  }

  private static void putWeb(DataOutputStream frame, @Nullable VirtualWeb web) throws IOException {
    frame.writeBoolean(web != null);
    if (web != null) {
      frame.writeInt(web.latencyMillis());
      frame.writeInt(web.bytes());
      frame.writeDouble(web.errorRate());
      frame.writeInt(web.seed());
    }
  }

  private static void putWaiter(DataOutputStream frame, Report.Waiter waiter) throws IOException {
    putString(frame, waiter.thread());
    frame.writeBoolean(waiter.joins());
    putString(frame, waiter.waitsFor());
    putString(frame, waiter.at());
  }

  static <T> void putList(DataOutputStream frame, List<T> list, Put<T> put) throws IOException {
    frame.writeInt(list.size());
    for (var item : list) {
      put.put(frame, item);
    }
  }

  interface Put<T> {
    void put(DataOutputStream frame, T item) throws IOException;
  }

  interface Get<T> {
    T get(Frame frame) throws IOException;
  }

  /// The content of one frame, read field by field.
  record Frame(DataInputStream in) {

    <T> T whole(Get<T> get) throws IOException {
      T value;
      try {
        value = get.get(this);
      } catch (EOFException _) {
        throw new GarbledFrameException("too short");
      }
      if (in.available() > 0) {
        throw new GarbledFrameException("too long");
      }
      return value;
    }

    String string() throws IOException {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() throws IOException {
      return in.readNBytes(count());
    }

    ThreadState thread() throws IOException {
      long id = in.readLong();
      var name = label();
      boolean carrier = in.readBoolean();
      var activity = activity();
      long cpuNanos = in.readLong();
      var waits =
          in.readBoolean() ? new Wait(in.readBoolean(), label(), in.readLong(), label()) : null;
      return new ThreadState(id, name, carrier, activity, waits, cpuNanos);
    }

    /// A name of a thread, lock or method.
    String label() throws IOException {
      var bytes = bytes();
      if (bytes.length > MAX_LABEL) {
        throw new GarbledFrameException("label of " + bytes.length + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }

    Activity activity() throws IOException {
      try {
        return Activity.valueOf(string());
      } catch (IllegalArgumentException _) {
        throw new GarbledFrameException("unknown activity");
      }
    }

    Thrown thrown() throws IOException {
      return new Thrown(string(), string(), string());
    }

    Command.Task task() throws IOException {
      return switch (in.readByte()) {
        case 'M' -> new Command.RunMain(list(Frame::string));
        case 'C' -> new Command.ServeCalls();
        default -> throw new GarbledFrameException("unknown task");
      };
    }

    @Nullable Yielding yielding() throws IOException {
      return in.readBoolean() ? new Yielding(in.readLong(), Set.copyOf(list(Frame::string))) : null;
    }

    @Nullable VirtualWeb web() throws IOException {
      return in.readBoolean()
          ? new VirtualWeb(in.readInt(), in.readInt(), in.readDouble(), in.readInt())
          : null;
    }

    Report.Waiter waiter() throws IOException {
      return new Report.Waiter(string(), in.readBoolean(), string(), string());
    }

    Map<String, byte[]> classes() throws IOException {
      int count = count();
      var classes = new HashMap<String, byte[]>();
      for (int i = 0; i < count; i++) {
        classes.put(string(), bytes());
      }
      return classes;
    }

    <T> List<T> list(Get<T> get) throws IOException {
      int count = count();
      var list = new ArrayList<T>();
      for (int i = 0; i < count; i++) {
        list.add(get.get(this));
      }
      return list;
    }

    /// A length or count; never more than what is left, so that a lie cannot exhaust memory.
    private int count() throws IOException {
      int count = in.readInt();
      if (count < 0 || count > in.available()) {
        throw new GarbledFrameException("count " + count);
      }
      return count;
    }
  }
}
