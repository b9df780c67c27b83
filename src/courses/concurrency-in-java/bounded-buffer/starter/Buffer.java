/// A queue with an end. Who puts into a full one waits until there is room; who takes from an empty
/// one waits until there is something.
class Buffer {
  private final Object[] items;
  private int first; // where the oldest item is
  private int count; // how many there are

  Buffer(int capacity) {
    items = new Object[capacity];
  }

  void put(Object item) throws InterruptedException {
    // To do: wait while it is full.
    if (count == items.length) {
      return;
    }
    items[(first + count) % items.length] = item;
    count++;
  }

  Object take() throws InterruptedException {
    // To do: wait while it is empty.
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
