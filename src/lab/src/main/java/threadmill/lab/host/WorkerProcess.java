package threadmill.lab.host;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import threadmill.lab.WorkerLostException;

/// A process of a process pool, seen from the program that started it.
///
/// Implementation note: one thread uses it; [#kill] alone may be called by any. Its end of the pipe
/// is the end of the process, so a call never waits for one that has gone.
public final class WorkerProcess implements AutoCloseable {
  private static final int SIGNALLED = 128;

  /// A process that has closed its output is about to be gone.
  private static final int EXIT_PATIENCE_SECONDS = 5;

  private static final Set<Long> PIDS = ConcurrentHashMap.newKeySet();

  private final String name;
  private final Host host;
  private final Process process;
  private final DataInputStream in;
  private final OutputStream out;
  private boolean usable = true;

  private WorkerProcess(String name, Host host, Process process) {
    this.name = name;
    this.host = host;
    this.process = process;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.out = process.getOutputStream();
    PIDS.add(process.pid());
  }

  /// Whether a process is, or was, a worker of this program's.
  public static boolean is(long pid) {
    return PIDS.contains(pid);
  }

  /// Starts one and sends it the program; it comes up while that is on its way.
  public static WorkerProcess start(String name, int heapMiB) {
    var host = Hosts.current();
    var builder = new ProcessBuilder(host.worker(heapMiB, name));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new WorkerLostException(
          "%s cannot be started: %s. Are there too many processes or threads?"
              .formatted(name, e.getMessage()));
    }
    var worker = new WorkerProcess(name, host, process);
    try {
      Message.write(worker.out, Message.Kind.PROGRAM, ProgramClasses.message(host));
    } catch (IOException e) {
      throw worker.lost("did not come up");
    }
    return worker;
  }

  /// Packs a task for any worker.
  ///
  /// @throws threadmill.lab.NotSendableException when it cannot be sent
  public static byte[] pack(Object task) {
    return Parcel.pack("task", task, Hosts.current().mainClass());
  }

  /// Whether it can take a task.
  public boolean usable() {
    return usable && process.isAlive();
  }

  /// Has it do a task and waits for the result.
  ///
  /// @throws ExecutionException with what left the task as its cause
  /// @throws WorkerLostException when the process ended meanwhile
  public @Nullable Object call(byte[] task) throws ExecutionException {
    try {
      Message.write(out, Message.Kind.TASK, task);
      while (true) {
        var message = Message.read(in);
        if (message == null) {
          throw lost("ended");
        }
        switch (message.kind()) {
          case OUTPUT -> print(message.body());
          case PHASE -> phase(message.body());
          case RESULT -> {
            return unpacked("result", message.body());
          }
          case FAILURE ->
              throw new ExecutionException(
                  unpacked("exception", message.body()) instanceof Throwable thrown
                      ? thrown
                      : new WorkerLostException(name + " sent a failure that is none"));
          case PROGRAM, TASK -> throw new Message.GarbledException("a message out of turn");
        }
      }
    } catch (Message.GarbledException e) {
      kill();
      usable = false;
      throw new WorkerLostException(
          "%s wrote to descriptor 1 what is no message of a worker (%s); a process that a task starts must not inherit its output. The worker was ended and another takes its place."
              .formatted(name, e.getMessage()));
    } catch (IOException _) {
      throw lost("ended");
    }
  }

  private @Nullable Object unpacked(String what, byte[] body) {
    return Parcel.unpack(what, body, host.loader(), () -> MainInstance.OF_THE_WORKER);
  }

  private static void print(byte[] text) {
    System.out.write(text, 0, text.length);
    System.out.flush();
  }

  private void phase(byte[] body) throws IOException {
    var parts = new String(body, StandardCharsets.UTF_8).split(" ", 2);
    try {
      host.phase(Long.parseLong(parts[0]), parts[1]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
      throw new Message.GarbledException("a mark without a time");
    }
  }

  private WorkerLostException lost(String what) {
    usable = false;
    int code = awaitExit();
    var how = code > SIGNALLED ? "killed by signal " + (code - SIGNALLED) : "exit code " + code;
    return new WorkerLostException(
        "%s %s before its task had a result (%s); its other tasks go to a new worker."
            .formatted(name, what, how));
  }

  private int awaitExit() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (!process.waitFor(EXIT_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill();
          } else {
            return process.exitValue();
          }
        } catch (InterruptedException _) {
          interrupted = true;
          kill();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Ends it at once, with whatever it does.
  public void kill() {
    process.destroyForcibly();
  }

  /// Ends it and takes in what it still has printed.
  @Override
  public void close() {
    try (out) {
      usable = false;
    } catch (IOException _) {
      // It has ended already.
    }
    try {
      for (var message = Message.read(in); message != null; message = Message.read(in)) {
        if (message.kind() == Message.Kind.OUTPUT) {
          print(message.body());
        }
      }
    } catch (IOException _) {
      kill();
    } catch (UncheckedIOException e) {
      kill();
      throw e;
    }
    awaitExit();
  }
}
