package threadmill.server.event;

import java.util.UUID;

/// Told inside the CDI container once a transaction that stored events has committed.
record EventsStored(UUID run) {}
