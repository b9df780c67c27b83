package threadmill.harness.weave;

import static java.lang.constant.ConstantDescs.CD_MethodHandle;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Weaves calls of the JDK's methods, by four rules.
///
/// 1. What is replaced is called in its stead ([Replaces]).
/// 2. A stage of a future that names no executor is given the run's own pool.
/// 3. What would work in the common pool of the JVM works in the run's: a parallel stream, a task
///    that is forked, a parallel sort.
/// 4. Who makes a collection or a number of a certain size asks first whether there is room.
final class Calls {
  private static final ClassDesc EXECUTOR = Replacements.desc(Executor.class);
  private static final ClassDesc IN_POOL = Here.runtime("InPool");

  private static final Set<Class<?>> STREAMS =
      Set.of(Stream.class, IntStream.class, LongStream.class, DoubleStream.class);

  /// Methods of streams that neither end them nor make others of them.
  private static final Set<String> NOT_TERMINAL =
      Set.of("iterator", "spliterator", "isParallel", "close");

  private static final Set<String> FORKS = Set.of("fork", "invoke", "invokeAll");

  /// Classes whose constructor with one `int` takes so much memory.
  private static final Set<String> SIZED =
      Set.of(
          "java.util.ArrayList",
          "java.util.Vector",
          "java.util.ArrayDeque",
          "java.util.PriorityQueue",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.Hashtable",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.util.BitSet",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.io.StringWriter",
          "java.io.CharArrayWriter",
          "java.io.ByteArrayOutputStream",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ArrayBlockingQueue",
          "java.util.concurrent.PriorityBlockingQueue",
          "java.util.concurrent.atomic.AtomicIntegerArray",
          "java.util.concurrent.atomic.AtomicLongArray",
          "java.util.concurrent.atomic.AtomicReferenceArray");

  private static final int REFERENCE_BYTES = 4;

  private final Hierarchy hierarchy;
  private final Replacements replacements;
  private final Accessors accessors;

  Calls(Hierarchy hierarchy, Replacements replacements, Accessors accessors) {
    this.hierarchy = hierarchy;
    this.replacements = replacements;
    this.accessors = accessors;
  }

  /// Whether it becomes anything else than it was.
  boolean changes(Call call) {
    return !call.owner().isArray()
        && (replacement(call).isPresent()
            || lacksExecutor(call)
            || usesCommonPool(call)
            || isSized(call)
            || isNumeral(call)
            || !substitute(call).equals(call));
  }

  void weave(CodeBuilder code, Call call) {
    var replacement = call.owner().isArray() ? null : replacement(call).orElse(null);
    if (replacement != null) {
      Here.run(code).invokestatic(replacement.owner(), replacement.name(), replacement.type());
    } else if (call.owner().isArray()) {
      call.emit(code);
    } else if (lacksExecutor(call)) {
      Here.run(code).invokevirtual(Here.RUN, "pool", MethodTypeDesc.of(EXECUTOR));
      withExecutor(call).emit(code);
    } else if (usesCommonPool(call)) {
      accessors.call(code, call.effect(), body -> inPool(body, call));
    } else {
      if (isSized(call)) {
        Here.room(code, REFERENCE_BYTES);
      } else if (isNumeral(call)) {
        Here.numeral(code);
      }
      substitute(call).emit(code);
    }
  }

  private java.util.Optional<Replacements.Replacement> replacement(Call call) {
    var owner = Hierarchy.name(call.owner());
    if (hierarchy.declares(owner, call.name(), call.type().descriptorString())
        && hierarchy.owns(owner)
        && call.isStatic()) {
      return java.util.Optional.empty();
    }
    return replacements.call(
        call.opcode(), hierarchy.foundations(owner), call.name(), call.type().descriptorString());
  }

  private boolean standsOn(Call call, Class<?> type) {
    return hierarchy.foundations(Hierarchy.name(call.owner())).stream()
        .anyMatch(type::isAssignableFrom);
  }

  private boolean lacksExecutor(Call call) {
    return call.name().endsWith("Async")
        && standsOn(call, CompletionStage.class)
        && !Arrays.asList(call.type().parameterArray()).contains(EXECUTOR);
  }

  private static Call withExecutor(Call call) {
    int last = call.type().parameterCount();
    return call.with(call.type().insertParameterTypes(last, EXECUTOR));
  }

  private boolean usesCommonPool(Call call) {
    if (call.opcode() == java.lang.classfile.Opcode.INVOKESPECIAL) {
      return false;
    }
    return endsStream(call)
        || (FORKS.contains(call.name()) && standsOn(call, ForkJoinTask.class))
        || (call.name().startsWith("parallel") && standsOn(call, Arrays.class))
        || (standsOn(call, ConcurrentHashMap.class)
            && call.type().descriptorString().startsWith("(J")
            && call.name().matches("(forEach|reduce|search).*"));
  }

  private boolean endsStream(Call call) {
    var owner = Hierarchy.loaded(Hierarchy.name(call.owner()));
    return owner.filter(STREAMS::contains).isPresent()
        && !call.isStatic()
        && !NOT_TERMINAL.contains(call.name())
        && !isStream(call.type().returnType());
  }

  private static boolean isStream(ClassDesc type) {
    return type.isClassOrInterface()
        && Hierarchy.loaded(Hierarchy.name(type))
            .filter(BaseStream.class::isAssignableFrom)
            .isPresent();
  }

  /// Calls directly where that stays in the run's own threads, or else from one of its pool.
  private static void inPool(CodeBuilder code, Call call) {
    var away = code.newLabel();
    if (call.isStatic()) {
      code.aconst_null();
    } else {
      code.aload(0);
    }
    Here.run(code)
        .invokestatic(IN_POOL, "leaves", MethodTypeDesc.of(CD_boolean, CD_Object, Here.RUN))
        .ifne(away);
    Accessors.parameters(code, call.effect());
    call.emit(code);
    call.returns(code);
    code.labelBinding(away).loadConstant(call.handle());
    boxed(code, call.effect());
    Here.run(code)
        .invokestatic(
            IN_POOL,
            "call",
            MethodTypeDesc.of(CD_Object, CD_MethodHandle, CD_Object.arrayType(), Here.RUN));
    unboxed(code, call.type().returnType());
    call.returns(code);
  }

  private static void boxed(CodeBuilder code, MethodTypeDesc type) {
    code.loadConstant(type.parameterCount()).anewarray(CD_Object);
    for (int i = 0; i < type.parameterCount(); i++) {
      var kind = TypeKind.from(type.parameterType(i));
      code.dup().loadConstant(i).loadLocal(kind, code.parameterSlot(i));
      if (kind != TypeKind.REFERENCE) {
        var box = box(kind);
        code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type.parameterType(i)));
      }
      code.aastore();
    }
  }

  private static void unboxed(CodeBuilder code, ClassDesc type) {
    var kind = TypeKind.from(type);
    if (kind == TypeKind.VOID) {
      code.pop();
    } else if (kind == TypeKind.REFERENCE) {
      code.checkcast(type);
    } else {
      var unbox = type.displayName() + "Value";
      code.checkcast(box(kind)).invokevirtual(box(kind), unbox, MethodTypeDesc.of(type));
    }
  }

  private static ClassDesc box(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException("no box for " + kind);
    };
  }

  private static boolean isSized(Call call) {
    return call.makes()
        && call.type().parameterCount() == 1
        && call.type().parameterType(0).equals(CD_int)
        && SIZED.contains(Hierarchy.name(call.owner()));
  }

  /// Whether it makes a number of any size from a text.
  private static boolean isNumeral(Call call) {
    return call.makes()
        && call.owner().packageName().equals("java.math")
        && call.type().descriptorString().equals("(Ljava/lang/String;)V");
  }

  private Call substitute(Call call) {
    return call.makes()
        ? replacements.substitute(Hierarchy.name(call.owner())).map(call::on).orElse(call)
        : call;
  }
}
