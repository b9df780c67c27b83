import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A lock around the act alone: what was checked before it may have changed.
class Bookings<S> {
  private final Map<S, String> holders = new ConcurrentHashMap<>();

  boolean book(S seat, String who) {
    if (holders.containsKey(seat)) {
      return false;
    }
    synchronized (this) {
      holders.put(seat, who);
    }
    return true;
  }

  String holder(S seat) {
    return holders.get(seat);
  }
}
