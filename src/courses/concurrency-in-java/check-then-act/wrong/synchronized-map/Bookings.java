import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/// A map that locks each call: the lock is let go between the check and the act.
class Bookings<S> {
  private final Map<S, String> holders = Collections.synchronizedMap(new HashMap<>());

  boolean book(S seat, String who) {
    if (holders.get(seat) != null) {
      return false;
    }
    holders.put(seat, who);
    return true;
  }

  String holder(S seat) {
    return holders.get(seat);
  }
}
