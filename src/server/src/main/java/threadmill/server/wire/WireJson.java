package threadmill.server.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import threadmill.runner.Diagnostic;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Timeline;

/// Makes JSON strict in what it takes, and the runner's types look as the contract says.
@Singleton
public class WireJson implements ObjectMapperCustomizer {

  @Override
  @SuppressWarnings("deprecation") // Features of a finished mapper have no other switch.
  public void customize(ObjectMapper json) {
    // "2" for 2, 1.5 for 1 or a field twice are a client's mistakes; say so, don't guess.
    json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    for (var shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      json.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
    }
    json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    json.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS);
    json.registerModule(
        new SimpleModule("threadmill")
            .addSerializer(new LowerCase<>(Lane.Kind.class))
            .addSerializer(new LowerCase<>(Timeline.Source.class))
            .addSerializer(new LowerCase<>(Diagnostic.Severity.class)));
    json.addMixIn(Slice.class, WithoutNulls.class);
    json.addMixIn(Slice.Detail.class, WithoutNulls.class);
  }

  /// Slices come by the hundred thousand; a `null` in each would be most of their size.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private interface WithoutNulls {}

  private static final class LowerCase<E extends Enum<E>> extends StdSerializer<E> {
    @Serial private static final long serialVersionUID = 1;

    LowerCase(Class<E> type) {
      super(type);
    }

    @Override
    public void serialize(E value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.name().toLowerCase(Locale.ROOT));
    }
  }
}
