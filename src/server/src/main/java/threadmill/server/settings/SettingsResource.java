package threadmill.server.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import threadmill.server.settings.SettingsView.LimitsView;
import threadmill.server.settings.SettingsView.Most;
import threadmill.server.settings.SettingsView.Range;

@Path("/api/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settings")
class SettingsResource {
  private final ServerConfig config;
  private final Machine machine;

  SettingsResource(ServerConfig config, Machine machine) {
    this.config = config;
    this.machine = machine;
  }

  @GET
  @Operation(summary = "Defaults and maxima of a run on this server")
  public SettingsView settings() {
    var limits = config.limits();
    return new SettingsView(
        new Range(limits.cores().preset(), machine.mostCores()),
        new LimitsView(
            Range.of(limits.wallMillis()),
            Range.of(limits.heapMib()),
            Range.of(limits.stdoutBytes()),
            Range.of(limits.stderrBytes()),
            Range.of(limits.threads())),
        new Most(limits.parallelism().most()),
        ExecutorKinds.ALL,
        List.of("process", "pool"),
        config.request().sourceBytes(),
        config.request().stdinBytes(),
        experiment());
  }

  private SettingsView.ExperimentBounds experiment() {
    var bounds = config.experiment();
    return new SettingsView.ExperimentBounds(
        Range.of(bounds.repeats()),
        Range.of(bounds.warmUp()),
        bounds.cells(),
        bounds.runs(),
        bounds.longest().toMinutes());
  }
}
