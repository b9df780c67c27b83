package threadmill.server.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Fingerprint;

/// Fingerprint of the machine that measured: numbers of different ones do not compare.
///
/// @param cpu model name of the processor
/// @param cores cores that are switched on
/// @param usableCores numbers of those that runs may have
/// @param governor frequency governor of the cores, absent where the kernel does not tell
/// @param jdk version of the JVM that programs run in
/// @param flags what that JVM was started with
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MachineView(
    String cpu,
    int cores,
    List<Integer> usableCores,
    @Nullable String governor,
    long memoryBytes,
    String kernel,
    String jdk,
    List<String> flags) {
  static MachineView of(Fingerprint machine) {
    return new MachineView(
        machine.cpu(),
        machine.cores(),
        machine.usableCores(),
        machine.governor(),
        machine.memoryBytes(),
        machine.kernel(),
        machine.jdk(),
        machine.flags());
  }
}
