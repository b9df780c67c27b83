// verdict: TIME_LIMIT
// wall: 2500
// never: threads named as the JVM's or the harness's own are overlooked for ever, or long names exhaust the server
void main() {
  for (var name : new String[] {"DestroyJavaVM", "threadmill-watch", "main", "\0\u001b[2J\n", "n".repeat(20 << 20), "\u202egnol"}) {
    new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L); }, name).start();
  }
}
