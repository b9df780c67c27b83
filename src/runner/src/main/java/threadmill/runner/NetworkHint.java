package threadmill.runner;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Thrown;

/// What a student can do whose program looked for a network: a sandbox has none but its own.
final class NetworkHint {
  private static final String NO_NETWORK =
      "A sandbox has no network; switch the virtual web on in the settings (\"web\": {} in a request)"
          + " to load http:// addresses.";
  private static final String NO_HTTPS =
      "The virtual web speaks http:// only; use http:// in place of https://.";

  private NetworkHint() {}

  /// @param web whether the virtual web was there
  /// @param httpsTried whether the program asked it for an `https://` address
  /// @param thrown what left `main`, if anything did
  /// @param said the last that the program wrote
  static Optional<String> on(
      boolean web, boolean httpsTried, @Nullable Thrown thrown, String said) {
    if (web) {
      return httpsTried ? Optional.of(NO_HTTPS) : Optional.empty();
    }
    boolean looked =
        Stream.of(
                "java.net.UnknownHostException",
                "java.net.ConnectException",
                "java.nio.channels.UnresolvedAddressException")
            .anyMatch(
                name -> said.contains(name) || (thrown != null && thrown.type().equals(name)));
    return looked ? Optional.of(NO_NETWORK) : Optional.empty();
  }
}
