// verdict: OUTPUT_LIMIT
import threadmill.lab.ProcessPool;

void main() throws Exception {
  try (var pool = new ProcessPool(1)) {
    pool.submit(() -> {
      while (true) {
        IO.println("from a worker");
      }
    }).get();
  }
}
