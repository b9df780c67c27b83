package threadmill.server.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// How much the machine disturbed a measurement. What could not be measured is absent.
///
/// @param lostShare share of its core time, 0 to 1, in which the program had a thread ready to run
///   and a core of its own, and was not on it: the run-queue delay that others cause
/// @param foreignShare share of its core time in which something else ran on its cores
/// @param stealShare share of its core time that the hypervisor gave to other machines
/// @param involuntarySwitches how often a thread was taken off a core that it wanted to keep, in a
///   second of wall time
@JsonInclude(JsonInclude.Include.NON_NULL)
record Noise(
    @Nullable Double lostShare,
    @Nullable Double foreignShare,
    @Nullable Double stealShare,
    @Nullable Double involuntarySwitches) {}
