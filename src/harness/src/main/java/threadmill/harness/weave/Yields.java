package threadmill.harness.weave;

import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Lets a program's threads go in many orders: before every access to a field or an element of an
/// array, every call and every monitor that is entered, and after every one that is left, it calls
/// [threadmill.harness.yields.Yield#here]. What the program does and the lines it tells stay the
/// same.
public final class Yields {
  private static final String CALLED = "threadmill.harness.yields";
  private static final ClassDesc YIELD = ClassDesc.of(CALLED, "Yield");

  private final Hierarchy hierarchy;
  private final ClassFile files;

  private Yields(Map<String, byte[]> classes) {
    this.hierarchy = new Hierarchy(classes);
    this.files = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy.resolver()));
  }

  /// The class files to define instead of a program's.
  ///
  /// @param classes all of them, by binary name
  /// @param types the names of those that are woven; the others stay as they are
  public static Map<String, byte[]> into(Map<String, byte[]> classes, Set<String> types) {
    var woven = new HashMap<>(classes);
    var yields = new Yields(classes);
    for (var name : types) {
      woven.computeIfPresent(name, (_, bytes) -> yields.woven(name, bytes));
    }
    return woven;
  }

  /// Has the classes of a loader reach what woven classes call.
  public static void openTo(ClassLoader loader) {
    Yields.class.getModule().addExports(CALLED, loader.getUnnamedModule());
  }

  private byte[] woven(String name, byte[] bytes) {
    try {
      return files.transformClass(
          hierarchy.get(name),
          ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Accesses::new)));
    } catch (IllegalArgumentException _) {
      // A method would be larger than 64 KiB, or a class is not there: it runs as it is.
      return bytes;
    }
  }

  /// Weaves one method.
  ///
  /// Leaving a monitor comes first and the call after, outside what the handlers of javac's
  /// `synchronized` cover: they cover themselves, and a stack that overflows there would have them
  /// begin again for ever.
  private static final class Accesses implements CodeTransform {
    private boolean leftMonitor;

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof Instruction instruction) {
        if (leftMonitor || isAccess(instruction)) {
          code.invokestatic(YIELD, "here", MTD_void);
        }
        leftMonitor = instruction.opcode() == Opcode.MONITOREXIT;
      }
      code.with(element);
    }

    private static boolean isAccess(Instruction instruction) {
      return switch (instruction) {
        case FieldInstruction _, ArrayLoadInstruction _, ArrayStoreInstruction _ -> true;
        case InvokeInstruction call -> !call.name().equalsString(INIT_NAME);
        default -> instruction.opcode() == Opcode.MONITORENTER;
      };
    }
  }
}
