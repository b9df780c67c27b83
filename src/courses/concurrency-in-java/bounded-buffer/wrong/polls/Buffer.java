/// Asks again and again instead of waiting to be told.
class Buffer {
  private final Object[] items;
  private int first;
  private int count;

  Buffer(int capacity) {
    items = new Object[capacity];
  }

  void put(Object item) throws InterruptedException {
    while (!offer(item)) {
      Thread.sleep(1);
    }
  }

  Object take() throws InterruptedException {
    var item = poll();
    while (item == null) {
      Thread.sleep(1);
      item = poll();
    }
    return item;
  }

  private synchronized boolean offer(Object item) {
    if (count == items.length) {
      return false;
    }
    items[(first + count) % items.length] = item;
    count++;
    return true;
  }

  private synchronized Object poll() {
    if (count == 0) {
      return null;
    }
    var item = items[first];
    items[first] = null;
    first = (first + 1) % items.length;
    count--;
    return item;
  }
}
