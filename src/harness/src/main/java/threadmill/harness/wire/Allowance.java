package threadmill.harness.wire;

/// What one run may have of a JVM that it shares.
///
/// @param cores what it is told to have; the width of its own common pool
/// @param parallelism what `Lab.parallelism()` answers
/// @param executor the kind that `Lab.executor()` opens, in lower case
/// @param cpuNanos CPU time of all its threads together
/// @param heapBytes above this it is to blame when the heap is full; no single array is larger
/// @param threads platform threads alive at the same time, those of its pools included
public record Allowance(
    int cores,
    int parallelism,
    String executor,
    long cpuNanos,
    long heapBytes,
    int stdoutBytes,
    int stderrBytes,
    int threads) {}
