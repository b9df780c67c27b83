package threadmill.runner;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Yielding;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.judge.Grading.Setting;
import threadmill.runner.judge.Station;
import threadmill.runner.judge.SubjectJvm;

/// Cores of this machine that a judging has.
///
/// Implementation note: used by the judging's thread; its subjects have threads of their own.
final class LocalStation implements Station {
  private final LocalWorkshop workshop;
  private final Execute.Place place;
  private int subjects;

  LocalStation(LocalWorkshop workshop, Execute.Place place) {
    this.workshop = workshop;
    this.place = place;
  }

  @Override
  public SubjectJvm subject(Compiled program, Setting setting, @Nullable Yielding yielding) {
    var calls = new Calls();
    var run = new ActiveRun();
    var order = order(setting, List.of(), "");
    var job = new Job(order, calls, yielding, run, new Events(_ -> {}), program, Duration.ZERO);
    var subject = new LocalSubject(setting.limits(), calls, run);
    var known = workshop.stopping(subject::cancel);
    subject.start(
        "subject of " + order.id(),
        () -> {
          try (known;
              var reserved = workshop.reserve(order)) {
            return workshop.execute().on(place, job, reserved);
          }
        });
    return subject;
  }

  @Override
  public Ran run(Compiled program, Setting setting, List<String> args, String stdin)
      throws InterruptedException {
    var run = new ActiveRun();
    var job =
        new Job(order(setting, args, stdin), run, new Events(_ -> {}), program, Duration.ZERO);
    if (program.mainClass().isEmpty()) {
      return new Ran(job.notRun(Judgement.NO_MAIN), "", "", 0);
    }
    try (var _ = workshop.stopping(() -> run.end(new Ending.Cancelled()));
        var reserved = workshop.reserve(job.order())) {
      var executed = workshop.execute().on(place, job, reserved);
      return new Ran(
          executed.result(), job.stdout().told(), job.stderr().told(), executed.mostThreads());
    }
  }

  private RunOrder order(Setting setting, List<String> args, String stdin) {
    return new RunOrder(
        workshop.id() + " " + ++subjects,
        1,
        List.of(),
        setting.executor(),
        setting.parallelism(),
        setting.cores(),
        stdin,
        args,
        setting.limits(),
        setting.web(),
        place.lease().exclusive(),
        Isolation.PROCESS);
  }

  @Override
  public void close() {
    place.close();
  }
}
