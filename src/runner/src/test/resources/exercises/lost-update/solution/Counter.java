class Counter {
  private long value;

  synchronized void increment() {
    value++;
  }

  synchronized long value() {
    return value;
  }
}
