package threadmill.harness.weave;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What must be known of a method's code before its first instruction is woven: where its loops
/// begin, which handlers only leave a monitor, where monitors are entered.
final class CodeMap {
  /// Leaves a monitor when an exception passes: what javac writes for `synchronized`, to the
  /// letter.
  private static final List<Opcode> LEAVES_MONITOR =
      List.of(Opcode.ASTORE, Opcode.ALOAD, Opcode.MONITOREXIT, Opcode.ALOAD, Opcode.ATHROW);

  private final List<CodeElement> elements;
  private final Map<Label, Integer> positions = new HashMap<>();
  private final Set<Label> loopHeads = new HashSet<>();
  private final Set<Label> monitorHandlers = new HashSet<>();
  private final List<ExceptionCatch> catches = new ArrayList<>();
  private final Set<Integer> monitors = new HashSet<>();
  private boolean calls;

  CodeMap(CodeModel code) throws UnusualCodeException {
    elements = code.elementList();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof LabelTarget target) {
        positions.put(target.label(), i);
      }
    }
    for (int i = 0; i < elements.size(); i++) {
      look(i, elements.get(i));
    }
  }

  private void look(int at, CodeElement element) throws UnusualCodeException {
    for (var target : targets(element)) {
      if (isBackward(at, target)) {
        loopHeads.add(target);
      }
    }
    switch (element) {
      case InvokeInstruction _, InvokeDynamicInstruction _ -> calls = true;
      case ExceptionCatch caught -> {
        catches.add(caught);
        if (caught.catchType().isEmpty() && leavesMonitor(caught.handler())) {
          monitorHandlers.add(caught.handler());
        }
      }
      case Instruction instruction when instruction.opcode() == Opcode.MONITORENTER ->
          monitors.add(entered(at));
      default -> {}
    }
  }

  static List<Label> targets(CodeElement element) {
    return switch (element) {
      case BranchInstruction branch -> List.of(branch.target());
      case TableSwitchInstruction table -> all(table.defaultTarget(), table.cases());
      case LookupSwitchInstruction lookup -> all(lookup.defaultTarget(), lookup.cases());
      default -> List.of();
    };
  }

  private static List<Label> all(Label otherwise, List<SwitchCase> cases) {
    return Stream.concat(Stream.of(otherwise), cases.stream().map(SwitchCase::target)).toList();
  }

  private boolean leavesMonitor(Label handler) {
    return instructions(position(handler))
        .limit(LEAVES_MONITOR.size())
        .map(CodeMap::kind)
        .toList()
        .equals(LEAVES_MONITOR);
  }

  private Stream<Instruction> instructions(int from) {
    return elements.subList(from, elements.size()).stream()
        .filter(Instruction.class::isInstance)
        .map(Instruction.class::cast);
  }

  /// An instruction's kind, whichever of its short forms it has.
  private static Opcode kind(Instruction instruction) {
    return switch (instruction) {
      case StoreInstruction store when store.typeKind() == java.lang.classfile.TypeKind.REFERENCE ->
          Opcode.ASTORE;
      case java.lang.classfile.instruction.LoadInstruction load
          when load.typeKind() == java.lang.classfile.TypeKind.REFERENCE ->
          Opcode.ALOAD;
      default -> instruction.opcode();
    };
  }

  /// Where the object whose monitor is entered has just been computed: javac writes `dup`,
  /// `astore`, `monitorenter`, and leaves the monitor of what it has stored.
  private int entered(int monitorEnter) throws UnusualCodeException {
    var before = new ArrayList<Integer>();
    for (int i = monitorEnter - 1; i >= 0 && before.size() < 2; i--) {
      if (elements.get(i) instanceof Instruction) {
        before.add(i);
      } else if (elements.get(i) instanceof LabelTarget) {
        break;
      }
    }
    if (before.size() == 2
        && elements.get(before.get(0)) instanceof StoreInstruction
        && ((Instruction) elements.get(before.get(1))).opcode() == Opcode.DUP) {
      return before.get(1);
    }
    throw new UnusualCodeException("a monitor is entered in an unusual way");
  }

  int position(Label label) {
    return positions.getOrDefault(label, elements.size());
  }

  boolean isBackward(int from, Label target) {
    return position(target) <= from;
  }

  /// Labels that are jumped back to.
  boolean isLoopHead(Label label) {
    return loopHeads.contains(label);
  }

  boolean leavesMonitorOnly(Label handler) {
    return monitorHandlers.contains(handler);
  }

  /// The handlers that leave the monitors which are held where this label is.
  List<ExceptionCatch> monitorsAround(Label label) {
    int at = position(label);
    return catches.stream()
        .filter(it -> leavesMonitorOnly(it.handler()) && !it.handler().equals(label))
        .filter(it -> position(it.tryStart()) <= at && at < position(it.tryEnd()))
        .toList();
  }

  /// Whether the object on top of the stack will have its monitor entered.
  boolean monitorAt(int position) {
    return monitors.contains(position);
  }

  /// Whether it neither calls nor loops: then it takes no longer than its text is long.
  boolean isBounded() {
    return !calls && loopHeads.isEmpty();
  }
}
