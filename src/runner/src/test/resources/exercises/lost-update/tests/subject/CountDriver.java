class CountDriver {
  static long count(int threads, int each) throws InterruptedException {
    var counter = new Counter();
    var workers = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      workers[t] =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < each; i++) {
                  counter.increment();
                }
              });
    }
    for (var worker : workers) {
      worker.join();
    }
    return counter.value();
  }
}
