package threadmill.server.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/// Describes in OpenAPI what [Refuses] says, so that a resource need not spell out a response for
/// every status.
@OpenAPIDefinition(
    info = @Info(title = "Threadmill", version = "1"),
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescribeRefusals implements OASFilter {
  private static final Map<Integer, String> WORDS =
      Map.of(
          400, "Fields have to change",
          401, "Sign in first, or the credentials are no good",
          403, "Not permitted, or sent by another site's page",
          404, "No such thing, or not for you",
          409, "Not possible as things stand",
          413, "Too large",
          415, "Not of the right type",
          429, "Too many; Retry-After says when to try again",
          503, "Not now");

  private final IndexView index;

  public DescribeRefusals(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    for (var use : index.getAnnotations(Refuses.class)) {
      var method = use.target().asMethod();
      for (var path : api.getPaths().getPathItems().values()) {
        path.getOperations().values().stream()
            .filter(it -> isOf(it, method))
            .forEach(it -> describe(it, use.value().asIntArray()));
      }
    }
  }

  private static boolean isOf(Operation operation, MethodInfo method) {
    var id = method.declaringClass().simpleName() + "_" + method.name();
    return id.equals(operation.getOperationId());
  }

  private static void describe(Operation operation, int[] statuses) {
    for (int status : statuses) {
      operation
          .getResponses()
          .addAPIResponse(
              Integer.toString(status),
              OASFactory.createAPIResponse()
                  .description(WORDS.getOrDefault(status, "Refused"))
                  .content(
                      OASFactory.createContent()
                          .addMediaType(
                              Problem.MEDIA_TYPE,
                              OASFactory.createMediaType()
                                  .schema(
                                      OASFactory.createSchema()
                                          .ref("#/components/schemas/Problem")))));
    }
  }
}
