package threadmill.runner.timeline;

import java.util.List;
import threadmill.runner.kernel.TaskFiles;

/// The processes of a sandbox that are the program's, at the release: the first JVM, or else the
/// innermost process, and all that it started. Shells and sandboxing tools around it are not.
final class Program {
  private Program() {}

  /// The program's processes, the JVM first.
  ///
  /// @param pid the sandbox's first process
  static List<Integer> processes(int pid) {
    var family = TaskFiles.family(pid);
    for (int member : family) {
      for (int tid : TaskFiles.threads(member)) {
        if (TaskFiles.comm(member, tid).filter("VM Thread"::equals).isPresent()) {
          return TaskFiles.family(member);
        }
      }
    }
    return family.subList(family.size() - 1, family.size());
  }

  /// Takes in the threads that are there.
  static void find(int pid, Tracks tracks) {
    for (int process : processes(pid)) {
      tracks.process(process);
      var leader = TaskFiles.comm(process, process).orElse("");
      boolean main = false;
      for (int tid : TaskFiles.threads(process)) {
        var comm = TaskFiles.comm(process, tid);
        if (comm.isPresent()) {
          boolean isMain = !main && tid != process && comm.get().equals(leader);
          main |= isMain;
          tracks.found(process, tid, comm.get(), isMain);
        }
      }
    }
  }
}
