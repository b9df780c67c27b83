// verdict: TIME_LIMIT | OK | THREAD_LEAK
// wall: 2500
// never: a program that holds locks of the JDK makes the supervisor wait
void main() throws Exception {
  var group = Thread.currentThread().getThreadGroup();
  for (Object lock : new Object[] {group, group.getParent(), Thread.class, ThreadGroup.class, Runtime.class, System.class,
      System.out, System.err, ClassLoader.getSystemClassLoader(), Object.class, String.class, Class.forName("java.lang.Shutdown")}) {
    Thread.ofPlatform().daemon().start(() -> {
      synchronized (lock) {
        while (true) java.util.concurrent.locks.LockSupport.park();
      }
    });
  }
  Thread.sleep(200);
}
