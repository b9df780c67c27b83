// verdict: THREAD_LIMIT | TIME_LIMIT
// wall: 2500
// never: threads that live shorter than the supervisor's looks escape limit and wall time
void main() {
  breed();
  java.util.concurrent.locks.LockSupport.park();
}

static void breed() {
  for (int i = 0; i < 2; i++) {
    try {
      new Thread(() -> breed()).start();
    } catch (Throwable e) {
      // Refused; others breed on.
    }
  }
}
