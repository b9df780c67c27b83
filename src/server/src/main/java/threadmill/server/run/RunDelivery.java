package threadmill.server.run;

import java.util.UUID;

/// Carries queued runs to whatever runs them. What is to be done stands in the database; these
/// calls only hurry it, and may get lost without harm. The runner may be in another process.
public interface RunDelivery {

  /// There may be a queued run to take.
  void queued();

  /// A run under way was asked to stop.
  void cancelRequested(UUID run);

  /// Why no run could be taken now, in a sentence that says what to change; empty when one could.
  String unavailable();
}
