// One big sum, three ways: by one thread, by a parallel stream, and by the splitting that a
// parallel stream does inside: divide the range, fork one half, compute the other, join.

static final int SIZE = 6_000_000;
static final int SMALL = 100_000;

void main() {
  timed("one thread", () -> sum(0, SIZE));
  timed("parallel stream", () -> IntStream.range(0, SIZE).parallel().mapToLong(i -> hash(i)).sum());
  timed("fork and join", () -> ForkJoinPool.commonPool().invoke(new Sum(0, SIZE)));
}

class Sum extends RecursiveTask<Long> {
  final int from;
  final int to;

  Sum(int from, int to) {
    this.from = from;
    this.to = to;
  }

  @Override
  protected Long compute() {
    if (to - from <= SMALL) {
      return sum(from, to);
    }
    int middle = (from + to) / 2;
    Sum left = new Sum(from, middle);
    left.fork(); // another worker may steal it
    long right = new Sum(middle, to).compute();
    return left.join() + right;
  }
}

long sum(int from, int to) {
  long sum = 0;
  for (int i = from; i < to; i++) {
    sum += hash(i);
  }
  return sum;
}

// Some rounds of work for each number, so that splitting pays.
static int hash(int x) {
  x++;
  for (int round = 0; round < 24; round++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
  }
  return x & 0xff;
}

void timed(String how, Supplier<Long> work) {
  long begin = System.nanoTime();
  long result = work.get();
  long millis = (System.nanoTime() - begin) / 1_000_000;
  IO.println("%-15s sum %d in %d ms".formatted(how, result, millis));
}
