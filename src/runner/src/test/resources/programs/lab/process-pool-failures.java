// verdict: OK
// stdout: exits: WorkerLostException: process-pool-1-worker-1 ended before its task had a result (exit code 3)
// stdout: throws: IllegalStateException: an example at call
// stdout: odd: RemoteTaskException: Main$Odd
// stdout: garbles: WorkerLostException: process-pool-1-worker-1 wrote to descriptor 1
// stdout: forbidden result: NotSendableException: The result has an object that may not travel between processes (java.net.URL)
// stdout: memory: OutOfMemoryError
// stdout: not serialisable: The task refers to a java.lang.Object, which is not Serializable
// stdout: plain lambda: The task is a lambda of a type that is not Serializable
// stdout: nested: IllegalStateException: A task in a worker
// stdout: still there: 42
import threadmill.lab.NotSendableException;
import threadmill.lab.ProcessPool;
import threadmill.lab.Task;

static class Odd extends RuntimeException {
  final transient Object lost = new Object();

  @Override
  public String getMessage() {
    throw new IllegalStateException("no message");
  }

  @Override
  public String toString() {
    throw new IllegalStateException("no words");
  }

  @Override
  public boolean equals(Object other) {
    throw new IllegalStateException("nothing is equal");
  }

  @Override
  public int hashCode() {
    throw new IllegalStateException("no hash");
  }

  private void writeObject(ObjectOutputStream out) {
    throw new IllegalStateException("not for others");
  }
}

void main() throws Exception {
  try (var pool = new ProcessPool(1)) {
    tell("exits", pool, () -> {
      System.exit(3);
      return 0;
    });
    tell("throws", pool, () -> {
      throw new IllegalStateException("an example");
    });
    tell("odd", pool, () -> {
      throw new Odd();
    });
    tell("garbles", pool, () -> {
      new FileOutputStream(FileDescriptor.out).write("no message".getBytes());
      return 0;
    });
    tell("forbidden result", pool, () -> URI.create("http://localhost/").toURL());
    tell("memory", pool, () -> {
      var all = new ArrayList<byte[]>();
      while (true) {
        all.add(new byte[1 << 20]);
      }
    });
    var object = new Object();
    try {
      pool.submit(() -> object.hashCode());
    } catch (NotSendableException e) {
      IO.println("not serialisable: " + e.getMessage());
    }
    Callable<Integer> plain = () -> 42;
    try {
      pool.submit(plain);
    } catch (NotSendableException e) {
      IO.println("plain lambda: " + e.getMessage());
    }
    tell("nested", pool, () -> {
      try (var inner = new ProcessPool(1)) {
        return inner.submit(() -> 1).get();
      } catch (ExecutionException e) {
        throw (Exception) e.getCause();
      }
    });
    ExecutorService known = pool;
    IO.println("still there: " + known.submit(Task.of(() -> 42)).get());
  }
}

static void tell(String what, ProcessPool pool, Task<?> task) throws InterruptedException {
  try {
    IO.println(what + ": " + pool.submit(task).get());
  } catch (ExecutionException e) {
    var cause = e.getCause();
    String message = cause.getMessage();
    IO.println(what + ": " + cause.getClass().getSimpleName() + ": " + message
        + (what.equals("throws") ? " at " + place(cause) : ""));
  }
}

static String place(Throwable thrown) {
  return Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getMethodName).anyMatch("call"::equals) ? "call" : "?";
}
