package threadmill.harness;

import threadmill.lab.host.Worker;

/// Entry point of a process pool's workers: in this module, because the ahead-of-time cache serves
/// no other.
final class WorkerMain {
  private WorkerMain() {}

  /// Does tasks until the program goes.
  ///
  /// @param args the worker's name
  public static void main(String[] args) throws Exception {
    NativeAccess.deny();
    Worker.main(args);
  }
}
