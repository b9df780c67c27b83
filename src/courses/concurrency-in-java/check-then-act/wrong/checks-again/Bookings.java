import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Checks, acts and checks again: both desks may pass the last check, one after the other.
class Bookings<S> {
  private final Map<S, String> holders = new ConcurrentHashMap<>();

  boolean book(S seat, String who) {
    if (holders.containsKey(seat)) {
      return false;
    }
    holders.put(seat, who);
    return who.equals(holders.get(seat));
  }

  String holder(S seat) {
    return holders.get(seat);
  }
}
