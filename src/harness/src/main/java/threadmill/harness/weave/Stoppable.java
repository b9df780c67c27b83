package threadmill.harness.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes a method stoppable: whatever it does, it polls within a bounded number of steps.
///
/// **Entry.** A method that calls or loops polls first, so that no recursion escapes.
///
/// **Loops.** Every loop is strip-mined: it counts down a local variable, and polls when it enters
/// and after each strip of [#STRIP] rounds. To the JIT compiler the strip is a counted loop without
/// calls or barriers, which it unrolls as ever.
///
/// ```
///        …                       …
///                         outer: poll
///                                k = STRIP
///  head: body              head: body
///        goto head               k -= 1
///                                if (k > 0) goto head
///                                goto outer
/// ```
///
/// **Handlers.** A stop is thrown as an error, and a program could catch it. So every handler polls
/// before anything else, and while the run is stopped that throws again. The poll lies behind the
/// method's own code, where no handler of the method's covers it, but those that leave a monitor:
/// the handlers that javac writes for `synchronized`, which do that and nothing else, and need no
/// poll.
final class Stoppable implements CodeTransform {
  static final int STRIP = 1024;

  private final CodeMap map;
  private final CodeTransform inner;
  private final Map<Label, Loop> loops = new HashMap<>();
  private final List<Guarded> guarded = new ArrayList<>();
  private int at = -1;

  /// A loop that is strip-mined.
  ///
  /// @param outer where a strip begins
  /// @param back where jumps back go that are not plain
  /// @param left the local variable that counts down
  private record Loop(Label head, Label outer, Label back, int left) {}

  /// A handler, and the poll before it.
  private record Guarded(Label poll, Label handler) {}

  /// @param inner weaves the instructions that are neither jumps nor handlers
  Stoppable(CodeMap map, CodeTransform inner) {
    this.map = map;
    this.inner = inner;
  }

  @Override
  public void atStart(CodeBuilder code) {
    if (!map.isBounded()) {
      Here.poll(code);
    }
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    at++;
    if (map.monitorAt(at)) {
      Here.monitor(code);
    }
    switch (element) {
      case LabelTarget target when map.isLoopHead(target.label()) -> begin(code, target.label());
      case ExceptionCatch caught when !map.leavesMonitorOnly(caught.handler()) ->
          guard(code, caught);
      case BranchInstruction branch when map.isLoopHead(branch.target()) -> jump(code, branch);
      case TableSwitchInstruction table ->
          code.tableswitch(
              table.lowValue(),
              table.highValue(),
              target(code, table.defaultTarget()),
              cases(code, table.cases()));
      case LookupSwitchInstruction lookup ->
          code.lookupswitch(target(code, lookup.defaultTarget()), cases(code, lookup.cases()));
      default -> inner.accept(code, element);
    }
  }

  private void begin(CodeBuilder code, Label head) {
    var loop = loop(code, head);
    code.labelBinding(loop.outer());
    Here.poll(code).loadConstant(STRIP).istore(loop.left()).labelBinding(head);
  }

  private Loop loop(CodeBuilder code, Label head) {
    return loops.computeIfAbsent(
        head,
        _ -> new Loop(head, code.newLabel(), code.newLabel(), code.allocateLocal(TypeKind.INT)));
  }

  private void jump(CodeBuilder code, BranchInstruction branch) {
    boolean plain = branch.opcode() == Opcode.GOTO || branch.opcode() == Opcode.GOTO_W;
    if (plain && map.isBackward(at, branch.target())) {
      nextRound(code, loop(code, branch.target()));
    } else {
      code.branch(branch.opcode(), target(code, branch.target()));
    }
  }

  private static void nextRound(CodeBuilder code, Loop loop) {
    code.iinc(loop.left(), -1).iload(loop.left()).ifgt(loop.head()).goto_(loop.outer());
  }

  /// Where a jump from here to this label goes.
  private Label target(CodeBuilder code, Label label) {
    if (!map.isLoopHead(label)) {
      return label;
    }
    var loop = loop(code, label);
    return map.isBackward(at, label) ? loop.back() : loop.outer();
  }

  private List<SwitchCase> cases(CodeBuilder code, List<SwitchCase> cases) {
    return cases.stream()
        .map(it -> SwitchCase.of(it.caseValue(), target(code, it.target())))
        .toList();
  }

  private void guard(CodeBuilder code, ExceptionCatch caught) {
    var poll =
        guarded.stream()
            .filter(it -> it.handler().equals(caught.handler()))
            .findFirst()
            .orElseGet(() -> {
              var fresh = new Guarded(code.newLabel(), caught.handler());
              guarded.add(fresh);
              return fresh;
            })
            .poll();
    var type = caught.catchType();
    if (type.isPresent()) {
      code.exceptionCatch(caught.tryStart(), caught.tryEnd(), poll, type.get());
    } else {
      code.exceptionCatchAll(caught.tryStart(), caught.tryEnd(), poll);
    }
  }

  @Override
  public void atEnd(CodeBuilder code) {
    for (var loop : loops.values()) {
      code.labelBinding(loop.back());
      nextRound(code, loop);
    }
    for (var guard : guarded) {
      code.labelBinding(guard.poll());
      Here.poll(code);
      var end = code.newBoundLabel();
      for (var monitor : map.monitorsAround(guard.handler())) {
        code.exceptionCatchAll(guard.poll(), end, monitor.handler());
      }
      var handler = guard.handler();
      code.goto_(map.isLoopHead(handler) ? loop(code, handler).outer() : handler);
    }
  }
}
