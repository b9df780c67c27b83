// verdict: OK
// stdout: all 500 met
import java.util.concurrent.CyclicBarrier;

void main() throws Exception {
  var barrier = new CyclicBarrier(501);
  for (int i = 0; i < 500; i++) {
    new Thread(() -> {
      try {
        barrier.await();
      } catch (Exception e) {
      }
    }).start();
  }
  barrier.await();
  IO.println("all 500 met");
}
