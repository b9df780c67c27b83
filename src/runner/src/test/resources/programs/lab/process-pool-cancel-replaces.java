// verdict: OK
// stdout: cancelled, then 42
import threadmill.lab.ProcessPool;

static final Path STARTED = Path.of("/tmp/started");

void main() throws Exception {
  try (var pool = new ProcessPool(1)) {
    var endless = pool.submit(() -> {
      Files.createFile(STARTED);
      while (true) {
        Thread.onSpinWait();
      }
    });
    while (!Files.exists(STARTED)) {
      Thread.onSpinWait();
    }
    endless.cancel(true);
    IO.println((endless.isCancelled() ? "cancelled" : "not cancelled") + ", then " + pool.submit(() -> 42).get());
  }
}
