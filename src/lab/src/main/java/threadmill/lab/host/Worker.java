package threadmill.lab.host;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// A process of a process pool, seen from inside: does one task after the other.
///
/// Implementation note: the main thread reads messages into `tasks`, so that it sees at once when
/// the program that they come from has gone; then it halts this JVM, whatever a task is about. One
/// other thread does the tasks and owns `main`. Both that and what a task prints, in any thread, go
/// out through `out`, whose lock is held for one message.
public final class Worker {
  private final ProgramClasses program;
  private final LinkedBlockingQueue<byte[]> tasks = new LinkedBlockingQueue<>();
  private final OutputStream out;
  private @Nullable Object main;

  private Worker(ProgramClasses program, OutputStream out) {
    this.program = program;
    this.out = out;
  }

  /// Runs in a process of its own.
  ///
  /// @param args the worker's name
  public static void main(String[] args) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    var out = new FileOutputStream(FileDescriptor.out);
    System.setIn(InputStream.nullInputStream());
    System.setOut(new PrintStream(new Printed(out), true, StandardCharsets.UTF_8));
    var first = Message.read(in);
    if (first == null) {
      return;
    }
    var program = ProgramClasses.read(first.body());
    Hosts.install(new WorkerHost(program, (nanoTime, name) -> phase(out, nanoTime, name)));
    var worker = new Worker(program, out);
    var thread = new Thread(worker::work, args[0]);
    thread.setContextClassLoader(program.loader());
    thread.start();
    try {
      for (var message = Message.read(in); message != null; message = Message.read(in)) {
        worker.tasks.add(message.body());
      }
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private void work() {
    try {
      while (true) {
        var task = tasks.take();
        Message.Kind kind;
        byte[] answer;
        try {
          answer = Parcel.pack("result", call(task), "");
          kind = Message.Kind.RESULT;
        } catch (Throwable thrown) {
          answer = Failure.pack(thrown, program.loader());
          kind = Message.Kind.FAILURE;
        }
        System.out.flush();
        send(out, kind, answer);
      }
    } catch (InterruptedException | IOException _) {
      // A task interrupted its own thread, or nobody listens: this worker is of no more use.
      Runtime.getRuntime().halt(1);
    }
  }

  private @Nullable Object call(byte[] packed) throws Exception {
    var task = Parcel.unpack("task", packed, program.loader(), this::main);
    if (task instanceof Callable<?> callable) {
      return callable.call();
    }
    throw new IllegalArgumentException("what came is no task");
  }

  /// This worker's own instance of the program's main class.
  private Object main() {
    var instance = main;
    if (instance == null) {
      instance = program.newMain();
      main = instance;
    }
    return instance;
  }

  private static void phase(OutputStream out, long nanoTime, String name) {
    try {
      send(out, Message.Kind.PHASE, (nanoTime + " " + name).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(OutputStream out, Message.Kind kind, byte[] body) throws IOException {
    synchronized (out) {
      Message.write(out, kind, body);
    }
  }

  /// What is printed travels between the other messages, so that it is there before the result.
  private static final class Printed extends OutputStream {
    private static final int MOST = 1 << 16;
    private final OutputStream out;

    Printed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int at = from; at < from + length; at += MOST) {
        int to = Math.min(from + length, at + MOST);
        send(out, Message.Kind.OUTPUT, Arrays.copyOfRange(bytes, at, to));
      }
    }
  }
}
