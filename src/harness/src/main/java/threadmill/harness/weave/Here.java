package threadmill.harness.weave;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// The class by which woven classes know the run that they belong to: each run's loader defines one
/// of its own.
///
/// ```java
/// public final class Here {
///   public static final Run RUN = Run.of(Here.class);
///   public static void poll() {
///     if (RUN.stop) RUN.stopped();
///   }
/// }
/// ```
///
/// `RUN` is a constant to the JIT compiler, so a poll is one load and one branch, whichever thread
/// comes by.
public final class Here {
  public static final String NAME = "threadmill.run.Here";

  static final ClassDesc HERE = ClassDesc.of(NAME);
  static final ClassDesc RUN = runtime("Run");

  private static final ClassDesc SIZES = runtime("Sizes");
  private static final ClassDesc NUMERALS = runtime("Numerals");
  private static final ClassDesc MONITORS = runtime("Monitors");

  private Here() {}

  static ClassDesc runtime(String name) {
    return ClassDesc.of("threadmill.harness.pool", name);
  }

  /// Its class file.
  public static byte[] classFile() {
    return ClassFile.of()
        .build(
            HERE,
            type ->
                type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL)
                    .withField(
                        "RUN",
                        RUN,
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL)
                    .withMethodBody(
                        CLASS_INIT_NAME,
                        MTD_void,
                        ClassFile.ACC_STATIC,
                        code ->
                            code.loadConstant(HERE)
                                .invokestatic(RUN, "of", MethodTypeDesc.of(RUN, CD_Class))
                                .putstatic(HERE, "RUN", RUN)
                                .return_())
                    .withMethodBody(
                        "poll",
                        MTD_void,
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        code -> {
                          var go = code.newLabel();
                          run(code).getfield(RUN, "stop", CD_boolean).ifeq(go);
                          run(code)
                              .invokevirtual(RUN, "stopped", MTD_void)
                              .labelBinding(go)
                              .return_();
                        }));
  }

  /// Pushes the run.
  static CodeBuilder run(CodeBuilder code) {
    return code.getstatic(HERE, "RUN", RUN);
  }

  /// Ends the thread's work here when the run has been stopped.
  static CodeBuilder poll(CodeBuilder code) {
    return code.invokestatic(HERE, "poll", MTD_void);
  }

  /// Looks whether the run has room for as many elements as the number on top of the stack says.
  static void room(CodeBuilder code, int elementBytes) {
    run(code.dup().loadConstant(elementBytes))
        .invokestatic(SIZES, "room", MethodTypeDesc.of(CD_void, CD_int, CD_int, RUN));
  }

  /// Multiplies the number of elements below by the length on top.
  static void times(CodeBuilder code) {
    code.invokestatic(SIZES, "times", MethodTypeDesc.of(CD_long, CD_long, CD_int));
  }

  /// Takes the number of elements on top of the stack and looks whether there is room for them.
  static void roomForAll(CodeBuilder code) {
    run(code).invokestatic(SIZES, "room", MethodTypeDesc.of(CD_void, CD_long, RUN));
  }

  /// Looks whether the text on top of the stack is a number that is not too large.
  static void numeral(CodeBuilder code) {
    code.dup().invokestatic(NUMERALS, "fits", MethodTypeDesc.of(CD_void, ConstantDescs.CD_String));
  }

  /// Replaces the object on top of the stack by the one whose monitor stands for it in this run.
  static void monitor(CodeBuilder code) {
    var object = ConstantDescs.CD_Object;
    run(code).invokestatic(MONITORS, "of", MethodTypeDesc.of(object, object, RUN));
  }
}
