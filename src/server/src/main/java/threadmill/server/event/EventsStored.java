package threadmill.server.event;

import java.util.UUID;

/// Told inside the CDI container once a transaction that stored events has committed.
///
/// @param subject whose they are: a run or an experiment
public record EventsStored(UUID subject) {}
