package threadmill.server.operator;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Runner;
import threadmill.server.operator.OperatorPage.Entry;
import threadmill.server.run.QueueEstimate;
import threadmill.server.run.RunRepository;
import threadmill.server.settings.Machine;
import threadmill.server.web.Theme;

/// The operators' page. It names no path, no address and nobody, since there are no accounts yet
/// that could keep others out.
@Path("/operator")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OperatorPages {
  private final Runner runner;
  private final RunRepository runs;
  private final QueueEstimate estimate;
  private final Machine machine;
  private final String version;

  OperatorPages(
      Runner runner,
      RunRepository runs,
      QueueEstimate estimate,
      Machine machine,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.runner = runner;
    this.runs = runs;
    this.estimate = estimate;
    this.machine = machine;
    this.version = version;
  }

  @GET
  @Operation(hidden = true)
  @Transactional
  public TemplateInstance operator(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return new OperatorPage(
        Theme.of(theme).word(),
        "operator",
        runner.unavailable(),
        figures(),
        runner.layers(),
        versions());
  }

  private List<Entry> figures() {
    return List.of(
        new Entry("Runs that wait", Long.toString(runs.queueLength())),
        new Entry("Runs under way", Integer.toString(runs.underWay().size())),
        new Entry("Runs at the same time, at most", Integer.toString(machine.workers())),
        new Entry("Time from taken to verdict, median of the last 50", human(estimate.median())));
  }

  private List<Entry> versions() {
    return List.of(
        new Entry("Threadmill", version),
        new Entry("Java", Runtime.version().toString()),
        new Entry("Linux", System.getProperty("os.version", "unknown")),
        new Entry("PostgreSQL", database()));
  }

  private String database() {
    return (String)
        runs.getEntityManager().createNativeQuery("show server_version").getSingleResult();
  }

  private static String human(@Nullable Duration time) {
    return time == null ? "no run yet" : time.toMillis() + " ms";
  }
}
