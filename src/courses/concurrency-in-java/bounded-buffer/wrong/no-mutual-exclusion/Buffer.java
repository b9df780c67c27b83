import java.util.concurrent.Semaphore;

/// Semaphores count rooms and items, but nothing keeps two producers out of the same room.
class Buffer {
  private final Object[] items;
  private final Semaphore rooms;
  private final Semaphore filled = new Semaphore(0);
  private volatile int first;
  private volatile int last;

  Buffer(int capacity) {
    items = new Object[capacity];
    rooms = new Semaphore(capacity);
  }

  void put(Object item) throws InterruptedException {
    rooms.acquire();
    items[last] = item;
    last = (last + 1) % items.length;
    filled.release();
  }

  Object take() throws InterruptedException {
    filled.acquire();
    var item = items[first];
    first = (first + 1) % items.length;
    rooms.release();
    return item;
  }
}
