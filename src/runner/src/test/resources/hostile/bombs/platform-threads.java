// verdict: THREAD_LIMIT
// explains: Had more than 512 threads at the same time
// never: the host or a neighbour lacks threads because one program took them all
void main() {
  while (true) {
    try {
      new Thread(() -> {
        while (true) java.util.concurrent.locks.LockSupport.park();
      }).start();
    } catch (Throwable e) {
      // Tries again, for ever.
    }
  }
}
