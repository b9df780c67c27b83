import threadmill.lab.ExecutorKind;
import threadmill.lab.Lab;
import threadmill.lab.LabExecutor;

// One lock for all work, as the interpreter lock of some languages: threads take turns and gain
// nothing from a second core. Each process has a lock of its own, so processes work side by side.

static final ReentrantLock GLOBAL_LOCK = new ReentrantLock();

void main() throws Exception {
  IO.println("threads:   " + millis("threads", ExecutorKind.FIXED) + " ms");
  IO.println("processes: " + millis("processes", ExecutorKind.PROCESS) + " ms");
}

long millis(String phase, ExecutorKind kind) throws Exception {
  try (LabExecutor pool = kind.open(2)) {
    pool.map(n -> n, List.of(0, 0)).toList(); // starts the workers before the clock
    Lab.phase(phase);
    long begin = System.nanoTime();
    pool.map(n -> work(n), List.of(1, 2)).toList();
    return (System.nanoTime() - begin) / 1_000_000;
  }
}

long work(long seed) {
  long x = seed;
  for (int round = 0; round < 300; round++) {
    GLOBAL_LOCK.lock();
    try {
      for (int i = 0; i < 1_000_000; i++) {
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
      }
    } finally {
      GLOBAL_LOCK.unlock();
    }
  }
  return x;
}
