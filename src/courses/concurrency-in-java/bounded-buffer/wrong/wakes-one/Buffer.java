/// Wakes one waiter, which may be one that waits for something else.
class Buffer {
  private final Object[] items;
  private int first; // where the oldest item is
  private int count; // how many there are

  Buffer(int capacity) {
    items = new Object[capacity];
  }

  synchronized void put(Object item) throws InterruptedException {
    while (count == items.length) {
      wait();
    }
    items[(first + count) % items.length] = item;
    count++;
    notify();
  }

  synchronized Object take() throws InterruptedException {
    while (count == 0) {
      wait();
    }
    var item = items[first];
    items[first] = null;
    first = (first + 1) % items.length;
    count--;
    notify();
    return item;
  }
}
