package threadmill.harness;

import jdk.internal.misc.Unsafe;
import jdk.internal.module.ModuleBootstrap;
import jdk.internal.module.ModuleBootstrap.IllegalNativeAccess;

/// Denies native access to the program, as the switch `--illegal-native-access=deny` would.
///
/// That switch makes HotSpot leave the module graph out of its ahead-of-time cache, which more than
/// doubles the CPU time of a JVM's start. So the policy is set in place, before a class of the
/// program's exists. A courtesy to programs, which get an exception where they would meet the
/// sandbox's walls; it is not a wall itself.
public final class NativeAccess {
  private NativeAccess() {}

  public static void deny() throws NoSuchFieldException {
    var unsafe = Unsafe.getUnsafe();
    var policy = ModuleBootstrap.class.getDeclaredField("ILLEGAL_NATIVE_ACCESS");
    unsafe.putReferenceVolatile(
        unsafe.staticFieldBase(policy), unsafe.staticFieldOffset(policy), IllegalNativeAccess.DENY);
  }
}
