package threadmill.grader;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import threadmill.grader.GraderMain.Channel;
import threadmill.grader.JudgeParameters.Sitting;
import threadmill.harness.wire.GraderCommand;
import threadmill.harness.wire.GraderReport;
import threadmill.harness.wire.GraderReport.Finished;
import threadmill.harness.wire.GraderReport.Outcome;
import threadmill.judge.Transcript;

/// Finds and runs an exercise's tests with JUnit, one at a time.
final class RunTests {
  /// Quiet and predictable: one engine, no extensions but ours and those that tests name.
  private static final LauncherConfig CONFIG =
      LauncherConfig.builder()
          .enableTestEngineAutoRegistration(false)
          .addTestEngines(new JupiterTestEngine())
          .enableTestExecutionListenerAutoRegistration(false)
          .enableLauncherDiscoveryListenerAutoRegistration(false)
          .enableLauncherSessionListenerAutoRegistration(false)
          .enablePostDiscoveryFilterAutoRegistration(false)
          .build();

  private final Channel channel;
  private final Launcher launcher = LauncherFactory.create(CONFIG);
  private ClassLoader classes = RunTests.class.getClassLoader();

  RunTests(Channel channel) {
    this.channel = channel;
  }

  void load(Map<String, byte[]> files) {
    classes = new TestClasses(files);
    Thread.currentThread().setContextClassLoader(classes);
  }

  /// The tests of a class, in the order of their names.
  ///
  /// @param method empty for all
  List<GraderReport.Test> find(String type, String method) {
    try {
      var selected = DiscoverySelectors.selectClass(Class.forName(type, false, classes));
      var plan = launcher.discover(request().selectors(selected).build());
      return plan.getRoots().stream()
          .flatMap(root -> plan.getDescendants(root).stream())
          .filter(test -> method(test).filter(it -> matches(it, method)).isPresent())
          .sorted(Comparator.comparing(TestIdentifier::getUniqueId))
          .map(test -> new GraderReport.Test(test.getUniqueId(), name(test)))
          .toList();
    } catch (ClassNotFoundException | LinkageError _) {
      return List.of();
    }
  }

  private static boolean matches(MethodSource source, String method) {
    return method.isEmpty() || source.getMethodName().equals(method);
  }

  private static Optional<MethodSource> method(TestIdentifier test) {
    return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
  }

  private static String name(TestIdentifier test) {
    return method(test)
        .map(it ->
            it.getClassName().substring(it.getClassName().lastIndexOf('.') + 1)
                + "."
                + it.getMethodName())
        .orElseGet(test::getDisplayName);
  }

  /// Runs a test, and its invocations where it has several, to its end.
  Finished run(GraderCommand.Run run) {
    var request = request().selectors(DiscoverySelectors.selectUniqueId(run.id())).build();
    try (var subject = new LiveSubject(channel, run)) {
      JudgeParameters.current = new Sitting(subject, transcript(run.printed()));
      return executed(request);
    } finally {
      JudgeParameters.current = null;
    }
  }

  private Finished executed(LauncherDiscoveryRequest request) {
    var outcomes = new Outcomes();
    try {
      launcher.execute(request, outcomes);
    } catch (RuntimeException | LinkageError e) {
      return Outcomes.finished(Outcome.UNUSABLE, e);
    }
    return outcomes.finished();
  }

  private static LauncherDiscoveryRequestBuilder request() {
    return LauncherDiscoveryRequestBuilder.request()
        .enableImplicitConfigurationParameters(false)
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true");
  }

  private static @Nullable Transcript transcript(GraderCommand.@Nullable Printed it) {
    return it == null
        ? null
        : new Transcript(
            it.stdout(),
            it.stderr(),
            it.exitCode(),
            it.args(),
            it.stdin(),
            it.wallNanos(),
            it.cpuNanos(),
            it.mostThreads());
  }
}
