package threadmill.harness.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;

/// A call as it stands in a class file, be it in an instruction or in a method handle.
record Call(Opcode opcode, ClassDesc owner, String name, MethodTypeDesc type, boolean ofInterface) {

  static Call of(InvokeInstruction call) {
    return new Call(
        call.opcode(),
        call.owner().asSymbol(),
        call.name().stringValue(),
        call.typeSymbol(),
        call.isInterface());
  }

  /// The call that a method handle stands for; fields and arrays' methods are none.
  static Call of(MethodHandleEntry handle) {
    var method = handle.reference();
    return new Call(
        Check.opcode(handle),
        method.owner().asSymbol(),
        method.name().stringValue(),
        MethodTypeDesc.ofDescriptor(method.type().stringValue()),
        handle.asSymbol().isOwnerInterface());
  }

  boolean isStatic() {
    return opcode == Opcode.INVOKESTATIC;
  }

  boolean makes() {
    return name.equals(ConstantDescs.INIT_NAME);
  }

  Call on(ClassDesc other) {
    return new Call(opcode, other, name, type, ofInterface);
  }

  Call with(MethodTypeDesc other) {
    return new Call(opcode, owner, name, other, ofInterface);
  }

  /// What it takes from the stack and leaves there, as the type of a static method.
  MethodTypeDesc effect() {
    return isStatic() ? type : type.insertParameterTypes(0, owner);
  }

  void emit(CodeBuilder code) {
    code.invoke(opcode, owner, name, type, ofInterface);
  }

  /// A handle of it.
  MethodHandleDesc handle() {
    var kind =
        switch (opcode) {
          case INVOKESTATIC ->
              ofInterface
                  ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
                  : DirectMethodHandleDesc.Kind.STATIC;
          case INVOKEINTERFACE -> DirectMethodHandleDesc.Kind.INTERFACE_VIRTUAL;
          default -> DirectMethodHandleDesc.Kind.VIRTUAL;
        };
    return MethodHandleDesc.ofMethod(kind, owner, name, type);
  }

  /// Returns what the call left, from a method of its [#effect].
  void returns(CodeBuilder code) {
    code.return_(TypeKind.from(type.returnType()));
  }
}
