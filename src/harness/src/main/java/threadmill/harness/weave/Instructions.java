package threadmill.harness.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;

/// Gives a program its own of what the JVM shares, and looks before it takes much memory: weaves
/// calls, fields and what makes objects.
final class Instructions implements CodeTransform {
  private static final int REFERENCE_BYTES = 4;

  private final Calls calls;
  private final Replacements replacements;
  private final Accessors accessors;

  Instructions(Calls calls, Replacements replacements, Accessors accessors) {
    this.calls = calls;
    this.replacements = replacements;
    this.accessors = accessors;
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    switch (element) {
      case InvokeInstruction call -> invoke(code, call);
      case InvokeDynamicInstruction call -> link(code, call);
      case FieldInstruction field when field.opcode() == Opcode.GETSTATIC -> read(code, field);
      case NewObjectInstruction made -> make(code, made);
      case NewPrimitiveArrayInstruction array -> {
        Here.room(code, bytes(array.typeKind()));
        code.with(array);
      }
      case NewReferenceArrayInstruction array -> {
        Here.room(code, REFERENCE_BYTES);
        code.with(array);
      }
      case NewMultiArrayInstruction array -> makeAll(code, array);
      default -> code.with(element);
    }
  }

  private void invoke(CodeBuilder code, InvokeInstruction instruction) {
    var call = Call.of(instruction);
    if (calls.changes(call)) {
      calls.weave(code, call);
    } else {
      code.with(instruction);
    }
  }

  /// A lambda or method reference may stand for a call that is woven: then for a method of ours
  /// that makes that call.
  private void link(CodeBuilder code, InvokeDynamicInstruction call) {
    var bootstrap = call.invokedynamic().bootstrap();
    if (bootstrap.arguments().stream().noneMatch(this::changes)) {
      code.with(call);
      return;
    }
    var arguments = bootstrap.arguments().stream().map(this::woven).toArray(ConstantDesc[]::new);
    code.invokedynamic(
        DynamicCallSiteDesc.of(
            bootstrap.bootstrapMethod().asSymbol(),
            call.name().stringValue(),
            call.typeSymbol(),
            arguments));
  }

  private boolean changes(LoadableConstantEntry argument) {
    return argument instanceof MethodHandleEntry handle
        && handle.asSymbol().kind().refKind >= 5
        && calls.changes(Call.of(handle));
  }

  private ConstantDesc woven(LoadableConstantEntry argument) {
    if (!(argument instanceof MethodHandleEntry handle) || !changes(argument)) {
      return argument.constantValue();
    }
    var call = Call.of(handle);
    return call.makes()
        ? accessors.handle(call.type().changeReturnType(call.owner()), code -> made(code, call))
        : accessors.handle(
            call.effect(),
            code -> {
              Accessors.parameters(code, call.effect());
              calls.weave(code, call);
              call.returns(code);
            });
  }

  private void made(CodeBuilder code, Call constructor) {
    var type = substitute(constructor.owner());
    code.new_(type).dup();
    Accessors.parameters(code, constructor.type());
    calls.weave(code, constructor);
    code.areturn();
  }

  private void read(CodeBuilder code, FieldInstruction field) {
    var replacement = replacements.field(Hierarchy.name(field.owner()), field.name().stringValue());
    if (replacement.isPresent()) {
      var method = replacement.get();
      Here.run(code).invokestatic(method.owner(), method.name(), method.type());
    } else {
      code.with(field);
    }
  }

  private void make(CodeBuilder code, NewObjectInstruction made) {
    code.new_(substitute(made.className().asSymbol()));
  }

  private ClassDesc substitute(ClassDesc type) {
    return replacements.substitute(Hierarchy.name(type)).orElse(type);
  }

  /// An array of arrays takes the product of its lengths.
  private void makeAll(CodeBuilder code, NewMultiArrayInstruction array) {
    int dimensions = array.dimensions();
    var type = array.arrayType().asSymbol();
    var lengths = Collections.nCopies(dimensions, ConstantDescs.CD_int);
    accessors.call(
        code,
        MethodTypeDesc.of(type, lengths),
        body -> {
          body.loadConstant(8L);
          for (int i = 0; i < dimensions; i++) {
            Here.times(body.iload(i));
          }
          Here.roomForAll(body);
          for (int i = 0; i < dimensions; i++) {
            body.iload(i);
          }
          body.multianewarray(type, dimensions).areturn();
        });
  }

  private static int bytes(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN, BYTE -> 1;
      case CHAR, SHORT -> 2;
      case INT, FLOAT -> 4;
      default -> 8;
    };
  }
}
