// verdict: THREAD_LEAK
// explains: process-pool-1-worker-1
// stdout: 42
import threadmill.lab.ProcessPool;

void main() throws Exception {
  IO.println(new ProcessPool(1).submit(() -> 42).get());
}
