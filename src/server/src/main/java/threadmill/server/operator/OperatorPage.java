package threadmill.server.operator;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import threadmill.runner.Layer;

/// How the server stands: whether it takes runs, how many wait, what holds programs in.
///
/// @param theme the visitor's, in a word
/// @param page which page this is, for its scripts and styles
/// @param unavailable why no run is taken, or empty
/// @param figures of the queue
/// @param layers none where no run is taken
/// @param versions of what is at work
record OperatorPage(
    String theme,
    String page,
    String unavailable,
    List<Entry> figures,
    List<Layer> layers,
    List<Entry> versions)
    implements TemplateInstance {

  /// A name and what there is to say of it.
  record Entry(String name, String value) {}
}
