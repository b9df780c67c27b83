/// Looks once: whoever is woken takes it for granted that there is something for him.
class Buffer {
  private final Object[] items;
  private int first; // where the oldest item is
  private int count; // how many there are

  Buffer(int capacity) {
    items = new Object[capacity];
  }

  synchronized void put(Object item) throws InterruptedException {
    if (count == items.length) {
      wait();
    }
    items[(first + count) % items.length] = item;
    count++;
    notifyAll();
  }

  synchronized Object take() throws InterruptedException {
    if (count == 0) {
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
