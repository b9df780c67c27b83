// verdict: THREAD_LIMIT | MEMORY_LIMIT | TIME_LIMIT
import threadmill.lab.ProcessPool;

void main() throws Exception {
  try (var pool = new ProcessPool(2)) {
    pool.submit(() -> {
      while (true) {
        try {
          new ProcessBuilder("/jdk/bin/java", "-Xmx16m", "-version").start();
        } catch (IOException e) {
          Thread.yield();
        }
      }
    }).get();
  }
}
