package threadmill.server.event;

import jakarta.persistence.Embeddable;

/// Where the time of a run went, in nanoseconds; only `wall` and `cpu` are the program's own.
///
/// @param queuedNanos from being queued until it was taken; of the last attempt
/// @param compileNanos from the order to its class files
/// @param jvmStartNanos from starting the sandbox until the program could be released
/// @param wallNanos from the release of `main` to the program's end
/// @param cpuNanos CPU time of the whole sandbox in that time
@Embeddable
public record RunTimings(
    long queuedNanos, long compileNanos, long jvmStartNanos, long wallNanos, long cpuNanos) {}
