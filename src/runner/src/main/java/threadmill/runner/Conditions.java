package threadmill.runner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Under which conditions a timed run was timed.
///
/// @param cores numbers of the cores that it was bound to
/// @param exclusive whether nothing else of ours was on them; the server may have been, where it is
///   `sharedWithServer`
/// @param sharedWithServer whether there was no other core for the server
/// @param busyNanos time in which anything ran on its cores from the release of `main` to the end
///   of the program, itself included; in ticks of 10 ms
/// @param stealNanos time of its cores that the hypervisor gave to others, in ticks of 10 ms
/// @param load how many tasks of the machine ran or wanted to in the minute before
public record Conditions(
    List<Integer> cores,
    boolean exclusive,
    boolean sharedWithServer,
    long busyNanos,
    long stealNanos,
    @Nullable Double load,
    Fingerprint machine) {
  public Conditions {
    cores = List.copyOf(cores);
  }
}
