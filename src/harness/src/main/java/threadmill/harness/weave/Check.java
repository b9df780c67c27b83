package threadmill.harness.weave;

import java.lang.classfile.Attributes;
import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.DynamicConstantPoolEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.reflect.AccessFlag;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides whether a program may share a JVM with others, before any of it is defined.
///
/// A class can do nothing to others but through members that it names: in its instructions, in the
/// arguments of its bootstrap methods, as what it extends. All of those are in its constant pool.
/// So the instructions are read first, for the sake of line numbers, and then the whole pool:
/// nothing gets by that is written in an unusual way.
public final class Check {
  /// What javac has the JVM call to link lambdas, records, concatenations and switches.
  private static final Set<String> BOOTSTRAPS =
      Set.of(
          "java.lang.invoke.LambdaMetafactory.metafactory",
          "java.lang.invoke.LambdaMetafactory.altMetafactory",
          "java.lang.invoke.StringConcatFactory.makeConcatWithConstants",
          "java.lang.runtime.ObjectMethods.bootstrap",
          "java.lang.runtime.SwitchBootstraps.typeSwitch",
          "java.lang.runtime.SwitchBootstraps.enumSwitch",
          "java.lang.invoke.ConstantBootstraps.invoke",
          "java.lang.invoke.ConstantBootstraps.primitiveClass");

  private final Hierarchy hierarchy;
  private final AllowList allowed;
  private final Replacements replacements;

  public Check(Hierarchy hierarchy, AllowList allowed, Replacements replacements) {
    this.hierarchy = hierarchy;
    this.allowed = allowed;
    this.replacements = replacements;
  }

  /// The first offence, in the order of class names and lines.
  public Checked check() {
    return hierarchy
        .classes()
        .sorted(Comparator.comparing(model -> Hierarchy.name(model.thisClass())))
        .map(this::check)
        .flatMap(Optional::stream)
        .findFirst()
        .<Checked>map(refused -> refused)
        .orElseGet(Checked.Allowed::new);
  }

  private Optional<Checked.Refused> check(ClassModel model) {
    for (var parent : Hierarchy.parents(model)) {
      if (!hierarchy.owns(parent) && !allowed.knows(parent)) {
        return refused(model, 0, parent);
      }
    }
    for (var method : model.methods()) {
      var offence = check(model, method);
      if (offence.isPresent()) {
        return offence;
      }
    }
    return pool(model);
  }

  private Optional<Checked.Refused> check(ClassModel model, MethodModel method) {
    var name = method.methodName().stringValue();
    if (method.flags().has(AccessFlag.NATIVE)) {
      return refused(model, 0, "native " + name);
    }
    if (name.equals("finalize") && method.methodType().stringValue().equals("()V")) {
      // The JVM's finalizer thread, which all share, would run it.
      return refused(model, 0, "java.lang.Object.finalize");
    }
    int line = 0;
    for (var element : method.code().map(code -> code.elementList()).orElse(List.of())) {
      if (element instanceof LineNumber number) {
        line = number.line();
      }
      var offence = check(element);
      if (offence.isPresent()) {
        return refused(model, line, offence.get());
      }
    }
    return Optional.empty();
  }

  /// What an instruction names and may not.
  private Optional<String> check(CodeElement element) {
    return switch (element) {
      case InvokeInstruction call -> member(call.opcode(), call.method());
      case FieldInstruction access -> member(access.opcode(), access.field());
      case InvokeDynamicInstruction call -> bootstrap(call.invokedynamic().bootstrap());
      case ConstantInstruction.LoadConstantInstruction load -> constant(load.constantEntry());
      default -> Optional.empty();
    };
  }

  private Optional<String> constant(LoadableConstantEntry constant) {
    return switch (constant) {
      case MethodHandleEntry handle -> member(handle);
      case ConstantDynamicEntry dynamic -> bootstrap(dynamic.bootstrap());
      default -> Optional.empty();
    };
  }

  private Optional<String> bootstrap(BootstrapMethodEntry bootstrap) {
    var method = bootstrap.bootstrapMethod().reference();
    var name = Hierarchy.name(method.owner()) + "." + method.name().stringValue();
    if (!BOOTSTRAPS.contains(name)) {
      return Optional.of(name);
    }
    return bootstrap.arguments().stream().map(this::constant).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> member(MethodHandleEntry handle) {
    return member(opcode(handle), handle.reference());
  }

  /// The instruction that a method handle stands for, as far as replacements tell them apart.
  static Opcode opcode(MethodHandleEntry handle) {
    return switch (handle.asSymbol().kind().refKind) {
      case 1, 3 -> Opcode.GETFIELD;
      case 2, 4 -> Opcode.GETSTATIC;
      case 6 -> Opcode.INVOKESTATIC;
      case 7, 8 -> Opcode.INVOKESPECIAL;
      case 9 -> Opcode.INVOKEINTERFACE;
      default -> Opcode.INVOKEVIRTUAL;
    };
  }

  /// Whether a member may be named; if not, what is to be told.
  private Optional<String> member(Opcode opcode, MemberRefEntry member) {
    var owner = Hierarchy.name(member.owner());
    var name = member.name().stringValue();
    var descriptor = member.type().stringValue();
    if (owner.startsWith("[") || hierarchy.declares(owner, name, descriptor)) {
      return Optional.empty();
    }
    boolean method = descriptor.startsWith("(");
    var signature = method ? name + descriptor : name;
    var foundations = hierarchy.foundations(owner);
    if (method
        ? replacements.call(opcode, foundations, name, descriptor).isPresent()
        : replacements.field(owner, name).isPresent()) {
      return Optional.empty();
    }
    boolean fine =
        hierarchy.owns(owner)
            ? foundations.stream()
                .filter(type -> Hierarchy.has(type, name) || name.equals("<init>"))
                .filter(type -> !(name.equals("<init>") && type.isInterface()))
                .allMatch(type -> allowed.allows(type.getName(), signature))
            : allowed.allows(owner, signature);
    return fine ? Optional.empty() : Optional.of(owner + "." + name);
  }

  /// Everything that the class names, wherever it does.
  private Optional<Checked.Refused> pool(ClassModel model) {
    var bootstraps = new HashSet<PoolEntry>();
    for (int i = 0; i < model.constantPool().bootstrapMethodCount(); i++) {
      var bootstrap = model.constantPool().bootstrapMethodEntry(i);
      var offence = bootstrap(bootstrap);
      if (offence.isPresent()) {
        return refused(model, 0, offence.get());
      }
      bootstraps.add(bootstrap.bootstrapMethod());
      bootstraps.add(bootstrap.bootstrapMethod().reference());
    }
    for (var entry : model.constantPool()) {
      if (bootstraps.contains(entry)) {
        continue;
      }
      var offence =
          switch (entry) {
            case MethodHandleEntry handle -> member(handle);
            case MemberRefEntry member -> either(member);
            case DynamicConstantPoolEntry dynamic -> bootstrap(dynamic.bootstrap());
            default -> Optional.<String>empty();
          };
      if (offence.isPresent()) {
        return refused(model, 0, offence.get());
      }
    }
    return Optional.empty();
  }

  /// The pool does not say whether a method is called on an object or on its class.
  private Optional<String> either(MemberRefEntry member) {
    return member(Opcode.INVOKEVIRTUAL, member).isPresent()
        ? member(Opcode.INVOKESTATIC, member)
        : Optional.empty();
  }

  private static Optional<Checked.Refused> refused(ClassModel model, int line, String member) {
    var name = Hierarchy.name(model.thisClass());
    var source =
        model
            .findAttribute(Attributes.sourceFile())
            .map(SourceFileAttribute::sourceFile)
            .map(Object::toString)
            .orElse(name);
    return Optional.of(new Checked.Refused(name, source, line, member));
  }
}
