// verdict: OK | DEADLOCK
// never: a lock that lies about its owner stops the harness
static class Lying extends java.util.concurrent.locks.AbstractOwnableSynchronizer {
  void owner(Thread thread) { setExclusiveOwnerThread(thread); }

  @Override public boolean equals(Object other) { throw new Error(); }

  @Override public int hashCode() { throw new Error(); }

  @Override public String toString() { throw new Error(); }
}

void main() throws Exception {
  var lock = new Lying();
  lock.owner(Thread.currentThread());
  var waiting = Thread.ofPlatform().daemon().start(() -> {
    while (true) java.util.concurrent.locks.LockSupport.park(lock);
  });
  Thread.sleep(1300);
  lock.owner(waiting);
  IO.println("done");
}
