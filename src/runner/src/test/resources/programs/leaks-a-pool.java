// verdict: THREAD_LEAK
// explains: pool-1-thread-1
// stdout: done
import java.util.concurrent.Executors;

void main() throws Exception {
  var pool = Executors.newFixedThreadPool(1);
  IO.println(pool.submit(() -> "done").get());
}
