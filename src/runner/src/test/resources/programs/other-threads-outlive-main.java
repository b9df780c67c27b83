// verdict: OK
// stdout: worker done
import java.util.concurrent.locks.LockSupport;

void main() {
  new Thread(() -> {
    LockSupport.parkNanos(300_000_000);
    IO.println("worker done");
  }).start();
}
