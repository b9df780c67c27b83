// verdict: THREAD_LIMIT
// never: threads hide from the count in groups of their own, or as daemons
void main() throws Exception {
  for (var group = new ThreadGroup("g"); ; group = new ThreadGroup(group, "g")) {
    var thread = new Thread(group, () -> {
      while (true) java.util.concurrent.locks.LockSupport.park();
    });
    thread.setDaemon(true);
    thread.start();
  }
}
