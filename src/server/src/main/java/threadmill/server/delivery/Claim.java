package threadmill.server.delivery;

import java.time.Duration;
import java.util.UUID;
import threadmill.runner.RunOrder;

/// A run that was taken from the queue, and the number of the attempt that may write about it.
///
/// @param queued how long it waited
record Claim(UUID run, int attempt, Duration queued, RunOrder order) {}
