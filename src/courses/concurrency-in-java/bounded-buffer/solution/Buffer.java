/// A queue with an end. Who puts into a full one waits until there is room; who takes from an empty
/// one waits until there is something. All of it is guarded by this.
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
    notifyAll();
  }

  synchronized Object take() throws InterruptedException {
    while (count == 0) {
      wait();
    }
    var item = items[first];
    items[first] = null;
    first = (first + 1) % items.length;
    count--;
    notifyAll();
    return item;
  }
}
