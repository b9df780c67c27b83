import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who has which seat tonight. Every ticket desk is a thread of its own.
///
/// @param <S> a seat
class Bookings<S> {
  private final Map<S, String> holders = new ConcurrentHashMap<>();

  /// Books a seat, if nobody has it yet.
  ///
  /// @return whether `who` has got it now
  boolean book(S seat, String who) {
    return holders.putIfAbsent(seat, who) == null;
  }

  /// The one who has the seat, or null.
  String holder(S seat) {
    return holders.get(seat);
  }
}
