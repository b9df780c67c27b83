// verdict: MEMORY_LIMIT | TIME_LIMIT
// wall: 4000
// never: millions of virtual threads take more than the heap has
void main() {
  while (true) {
    Thread.startVirtualThread(() -> {
      while (true) java.util.concurrent.locks.LockSupport.park();
    });
  }
}
