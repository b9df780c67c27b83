package threadmill.server.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The catalogue of samples in the order of `samples/index.json`, read once at start; a faulty
/// catalogue stops the start.
@Startup
@ApplicationScoped
public class Samples {
  private static final String INDEX = "/samples/index.json";

  private final List<Sample> samples = entries().stream().map(CatalogueEntry::toSample).toList();

  public List<Sample> all() {
    return samples;
  }

  public Optional<Sample> find(String slug) {
    return samples.stream().filter(sample -> sample.slug().equals(slug)).findFirst();
  }

  static List<CatalogueEntry> entries() {
    try (var in = Samples.class.getResourceAsStream(INDEX)) {
      List<CatalogueEntry> entries = new ObjectMapper().readValue(in, new TypeReference<>() {});
      Set<String> slugs = new HashSet<>();
      for (CatalogueEntry entry : entries) {
        if (!slugs.add(entry.slug())) {
          throw new IllegalStateException("two samples are called " + entry.slug());
        }
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + INDEX, e);
    }
  }
}
