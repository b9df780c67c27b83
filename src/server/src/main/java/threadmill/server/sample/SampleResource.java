package threadmill.server.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The samples over HTTP.
@Path("/api/v1/samples")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "samples")
public class SampleResource {
  private final Samples samples;

  SampleResource(Samples samples) {
    this.samples = samples;
  }

  /// The answer.
  ///
  /// @param samples in the order in which they teach
  public record SampleList(List<Sample> samples) {}

  @GET
  @Operation(
      operationId = "listSamples",
      summary = "Ready-made programs with settings",
      description =
          "Files, cores, executor, stdin and args have the form that the body of a run takes.")
  public SampleList list() {
    return new SampleList(samples.all());
  }
}
