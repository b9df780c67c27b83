package threadmill.harness.weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Private static methods that a class gets beside its own, for what does not fit in the place of
/// one instruction.
final class Accessors {
  private final ClassDesc owner;
  private final boolean ofInterface;
  private final List<Accessor> made = new ArrayList<>();

  private record Accessor(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {}

  Accessors(ClassDesc owner, boolean ofInterface) {
    this.owner = owner;
    this.ofInterface = ofInterface;
  }

  /// A new method; its body finds the parameters in its local variables.
  private Accessor add(MethodTypeDesc type, Consumer<CodeBuilder> body) {
    var accessor = new Accessor("threadmill$" + made.size(), type, body);
    made.add(accessor);
    return accessor;
  }

  /// Makes a method and calls it.
  void call(CodeBuilder code, MethodTypeDesc type, Consumer<CodeBuilder> body) {
    code.invokestatic(owner, add(type, body).name(), type, ofInterface);
  }

  /// Makes a method and gives a handle of it.
  DirectMethodHandleDesc handle(MethodTypeDesc type, Consumer<CodeBuilder> body) {
    var kind =
        ofInterface
            ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
            : DirectMethodHandleDesc.Kind.STATIC;
    return MethodHandleDesc.ofMethod(kind, owner, add(type, body).name(), type);
  }

  /// Pushes all parameters.
  static void parameters(CodeBuilder code, MethodTypeDesc type) {
    for (int i = 0; i < type.parameterCount(); i++) {
      var kind = java.lang.classfile.TypeKind.from(type.parameterType(i));
      code.loadLocal(kind, code.parameterSlot(i));
    }
  }

  /// Writes all that were asked for; a body may ask for more.
  void write(ClassBuilder type) {
    for (int i = 0; i < made.size(); i++) {
      var accessor = made.get(i);
      type.withMethodBody(
          accessor.name(),
          accessor.type(),
          ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
          accessor.body());
    }
  }
}
