// verdict: TIME_LIMIT
// wall: 1500
// never: a wait that cannot be interrupted cannot be ended
void main() {
  var lock = new java.util.concurrent.locks.ReentrantLock();
  Thread.ofPlatform().daemon().start(() -> {
    lock.lock();
    while (true) java.util.concurrent.locks.LockSupport.park();
  });
  while (true) java.util.concurrent.locks.LockSupport.park();
}
