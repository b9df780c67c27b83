package threadmill.server.judging;

import threadmill.runner.Fingerprint;
import threadmill.server.exercise.content.Exercise;

/// What a judging was carried out with: results of different machines or settings need not agree.
///
/// @param cpu model name of the processor
/// @param machineCores cores that were switched on
/// @param jdk version of the JVM that the student's code ran in
/// @param executor what `Lab.executor()` was
/// @param cores that the code had
/// @param wallMillis the limit on time, for each test
public record JudgedWith(
    String cpu,
    int machineCores,
    String kernel,
    String jdk,
    String executor,
    int parallelism,
    int cores,
    long wallMillis,
    int heapMib,
    int threads) {

  static JudgedWith of(Fingerprint machine, Exercise exercise) {
    var setting = exercise.setting();
    var limits = setting.limits();
    return new JudgedWith(
        machine.cpu(),
        machine.cores(),
        machine.kernel(),
        machine.jdk(),
        setting.executor().word(),
        setting.parallelism(),
        setting.cores(),
        limits.wall().toMillis(),
        limits.heapMiB(),
        limits.threads());
  }
}
