// verdict: OK
// stdout: denied
// never: native code is loaded into the JVM that the harness lives in
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

interface Attack { Object make() throws Throwable; }

static native void evil();

void main() throws Exception {
  Files.copy(Path.of("/jdk/lib/libzip.so"), Path.of("/tmp/libevil.so"));
  var linker = Linker.nativeLinker();
  Attack[] attacks = {
    () -> { System.load("/tmp/libevil.so"); return 1; },
    () -> { System.loadLibrary("evil"); return 1; },
    () -> { Runtime.getRuntime().load("/tmp/libevil.so"); return 1; },
    () -> SymbolLookup.libraryLookup(Path.of("/tmp/libevil.so"), Arena.global()),
    () -> linker.downcallHandle(linker.defaultLookup().findOrThrow("getpid"), FunctionDescriptor.of(ValueLayout.JAVA_INT)),
    () -> linker.upcallStub(java.lang.invoke.MethodHandles.constant(int.class, 1), FunctionDescriptor.of(ValueLayout.JAVA_INT), Arena.global()),
    () -> MemorySegment.ofAddress(0x400000).reinterpret(8),
    () -> { evil(); return 1; },
    () -> Linker.class.getMethod("downcallHandle", FunctionDescriptor.class, Linker.Option[].class)
        .invoke(linker, FunctionDescriptor.ofVoid(), new Linker.Option[0]),
    () -> ModuleLayer.defineModulesWithOneLoader(ModuleLayer.boot().configuration().resolve(
        java.lang.module.ModuleFinder.of(), java.lang.module.ModuleFinder.of(), java.util.Set.of()),
        java.util.List.of(ModuleLayer.boot()), null).enableNativeAccess(Object.class.getModule())
  };
  for (int i = 0; i < attacks.length; i++) {
    try {
      IO.println("ESCAPED " + i + " " + attacks[i].make());
    } catch (Throwable e) {
      IO.println("denied " + i + ": " + (e.getCause() == null ? e : e.getCause()));
    }
  }
}
