package threadmill.server.run;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The `after` of an event socket: the number of the last event that the client saw.
public final class After {
  private After() {}

  /// 0 where none is given; empty where it is no number from 0 up.
  public static OptionalInt parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return OptionalInt.of(0);
    }
    try {
      int number = Integer.parseInt(text);
      return number >= 0 ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (NumberFormatException unreadable) {
      return OptionalInt.empty();
    }
  }

  /// The value in a query such as `after=7`, null where it has none.
  public static @Nullable String of(@Nullable String query) {
    return query == null
        ? null
        : new QueryStringDecoder(query, false)
            .parameters()
            .getOrDefault("after", List.of(""))
            .getFirst();
  }
}
