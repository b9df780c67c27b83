package threadmill.server.exercise.yaml;

import java.io.Serial;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import threadmill.server.exercise.complaint.Complaints;

/// Makes a tree of one YAML document, without tags, anchors and aliases: nothing in it can name a
/// type or grow.
///
/// It reads the library's events, below all that would make objects or guess what `no` or `010`
/// might mean. Each value is read as what its key wants.
public final class ParseYaml {
  private static final int MOST_DEPTH = 12;

  private final Iterator<Event> events;
  private final String file;
  private final Complaints complaints;

  private ParseYaml(String file, String text, Complaints complaints) {
    this.file = file;
    this.complaints = complaints;
    this.events = new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator();
  }

  /// The keys of a file's outermost mapping; empty where it cannot be read, with a complaint.
  ///
  /// @param file what complaints call it
  /// @param mostChars how long it may be
  public static Optional<Keys> parse(
      String file, String text, int mostChars, Complaints complaints) {
    if (text.length() > mostChars) {
      complaints.add(file, "is longer than %,d characters; shorten it".formatted(mostChars));
      return Optional.empty();
    }
    try {
      var root = new ParseYaml(file, text, complaints).document();
      if (root instanceof Node.Mapping mapping) {
        return Optional.of(new Keys(mapping, "", file, complaints));
      }
      complaints.add(file, 1, "must be a list of keys with values, such as title: Lost update");
    } catch (GivenUp e) {
      complaints.add(file, e.line, e.advice);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      int line = mark == null ? 1 : mark.getLine() + 1;
      complaints.add(file, line, "is not YAML here: " + Complaints.quote(e.getProblem()));
    } catch (YAMLException e) {
      complaints.add(file, "is not YAML: " + Complaints.quote(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private @Nullable Node document() {
    var event = skipStarts();
    if (event instanceof StreamEndEvent) {
      return null;
    }
    var root = node(event, 0);
    var next = events.next();
    if (next instanceof DocumentEndEvent && !(events.next() instanceof StreamEndEvent)) {
      throw new GivenUp(line(next), "must hold one document: remove the --- and what follows");
    }
    return root;
  }

  private Event skipStarts() {
    var event = events.next();
    while (!(event instanceof NodeEvent || event instanceof StreamEndEvent)) {
      event = events.next();
    }
    return event;
  }

  private Node node(Event event, int depth) {
    if (depth > MOST_DEPTH) {
      throw new GivenUp(line(event), "is nested more than " + MOST_DEPTH + " deep");
    }
    refuseReferences(event);
    return switch (event) {
      case ScalarEvent scalar -> new Node.Scalar(line(scalar), scalar.getValue(), scalar.isPlain());
      case MappingStartEvent start -> mapping(start, depth);
      case CollectionStartEvent start -> sequence(start, depth);
      default -> throw new GivenUp(line(event), "is not YAML here");
    };
  }

  private Node sequence(CollectionStartEvent start, int depth) {
    var items = new ArrayList<Node>();
    for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      items.add(node(event, depth + 1));
    }
    return new Node.Sequence(line(start), items);
  }

  private Node mapping(MappingStartEvent start, int depth) {
    var entries = new LinkedHashMap<String, Node.Entry>();
    for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      if (!(node(event, depth + 1) instanceof Node.Scalar key)) {
        throw new GivenUp(line(event), "has a key that is not a word");
      }
      var entry = new Node.Entry(key.line(), node(events.next(), depth + 1));
      var first = entries.putIfAbsent(key.text(), entry);
      if (first != null) {
        complaints.add(
            file,
            key.line(),
            "%s: is there twice, first in line %d; leave one out"
                .formatted(Complaints.quote(key.text()), first.line()));
      }
    }
    return new Node.Mapping(line(start), entries);
  }

  private static void refuseReferences(Event event) {
    var tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent start -> start.getTag();
          default -> null;
        };
    if (tag != null) {
      throw new GivenUp(line(event), "must not have types: remove " + Complaints.quote(tag));
    } else if (event instanceof NodeEvent referable && referable.getAnchor() != null) {
      throw new GivenUp(line(event), "must not have anchors (&) and aliases (*); write it out");
    }
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }

  /// The rest of the file would not be what its writer meant.
  private static final class GivenUp extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final int line;
    private final String advice;

    GivenUp(int line, String advice) {
      super(advice, null, false, false);
      this.line = line;
      this.advice = advice;
    }
  }
}
