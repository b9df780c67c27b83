package threadmill.runner.timeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import threadmill.runner.timeline.Lane.Kind;

/// What HotSpot (25.0.3, tried) makes of a Java thread's name for the kernel: its first 15 bytes in
/// UTF-8. A name given by another thread does not reach the kernel, nor does `main`.
final class NativeName {
  private static final int BYTES = 15;

  private static final Pattern GC =
      Pattern.compile(
          "(GC Thread#|G1 |Shenandoah|ZWorker|ZDriver|ZDirector|ZUncommitter|ZStat|RuntimeWorker#).*");

  /// The JVM's own threads, by their full names.
  private static final List<String> VM =
      List.of(
          "VM Thread",
          "VM Periodic Task Thread",
          "Reference Handler",
          "Finalizer",
          "Signal Dispatcher",
          "Service Thread",
          "Monitor Deflation Thread",
          "Notification Thread",
          "Common-Cleaner",
          "Attach Listener",
          "DestroyJavaVM",
          "VirtualThread-unblocker",
          "VirtualThread-unparker",
          "VirtualThread-spin-loop");

  private static final List<String> VM_STARTS =
      List.of("threadmill", "C1 CompilerThre", "C2 CompilerThre", "JFR ", "SIG", "process reaper ");

  private NativeName() {}

  static String of(String javaName) {
    var bytes = javaName.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, 0, Math.min(BYTES, bytes.length), StandardCharsets.UTF_8)
        .replace("\ufffd", "");
  }

  /// Kind of a thread that only the kernel told of.
  static Kind kindOfNative(String comm) {
    if (GC.matcher(comm).matches()) {
      return Kind.GC;
    }
    boolean vm =
        VM.stream().anyMatch(name -> of(name).equals(comm))
            || VM_STARTS.stream().anyMatch(comm::startsWith);
    return vm ? Kind.VM : Kind.THREAD;
  }

  /// Kind of a thread that the JVM told of as a Java thread; it may be named like a GC thread.
  static Kind kindOfJava(String name, boolean carrier) {
    if (carrier) {
      return Kind.CARRIER;
    }
    return VM.contains(name) || VM_STARTS.stream().anyMatch(name::startsWith)
        ? Kind.VM
        : Kind.THREAD;
  }
}
