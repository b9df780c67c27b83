package threadmill.harness;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.PlainData;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.Report.Reply;
import threadmill.harness.wire.Thrown;
import threadmill.harness.wire.UnsendableException;

/// Serves the calls of a judging on the program's main thread, one after another, as they come.
final class ServeCalls {
  private final Program program;
  private final StaticMethods methods;
  private final Disturbance disturbance;
  private final Link link;

  ServeCalls(Program program, Disturbance disturbance, Link link) {
    this.program = program;
    this.disturbance = disturbance;
    this.methods = new StaticMethods(program);
    this.link = link;
  }

  /// Returns when there will be no more calls. When the runner has gone, the JVM goes too.
  void untilFinished() throws IOException {
    Thread.currentThread().setContextClassLoader(program.loader());
    for (var command = link.receive();
        !(command instanceof Command.Finish);
        command = link.receive()) {
      if (!(command instanceof Command.Call call)) {
        Runtime.getRuntime().halt(0);
        return;
      }
      link.send(reply(call));
    }
  }

  private Reply reply(Command.Call call) {
    try {
      if (!(PlainData.decode(call.arguments()) instanceof List<?> arguments)) {
        throw new IllegalArgumentException("arguments are no list");
      }
      return new Report.Returned(call.id(), answer(call, arguments));
    } catch (NoSuchMethodException e) {
      return new Report.Threw(
          call.id(), new Thrown(e.getClass().getName(), String.valueOf(e.getMessage()), ""));
    } catch (UnsendableException e) {
      return e.tooLarge()
          ? new Report.TooLarge(call.id())
          : new Report.Unanswerable(call.id(), String.valueOf(e.getMessage()));
    } catch (InvocationTargetException e) {
      return new Report.Threw(call.id(), program.describe(e.getTargetException()));
    } catch (Throwable thrown) {
      // A list of the student's own may throw while it is read.
      return new Report.Threw(call.id(), program.describe(thrown));
    }
  }

  private byte[] answer(Command.Call call, List<? extends @Nullable Object> arguments)
      throws ReflectiveOperationException, UnsendableException {
    var found = methods.find(call.method(), arguments);
    disturbance.begin(call.id());
    return PlainData.encode(found.method().invoke(null, found.arguments().toArray()));
  }
}
