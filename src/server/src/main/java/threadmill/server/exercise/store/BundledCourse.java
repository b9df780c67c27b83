package threadmill.server.exercise.store;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import threadmill.server.course.BundleCourse;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.content.CourseFolder;
import threadmill.server.exercise.content.ReadCourse;
import threadmill.server.exercise.file.Folder;
import threadmill.server.exercise.file.FolderBounds;
import threadmill.server.exercise.file.Layout;
import threadmill.server.exercise.file.ReadDirectory;
import threadmill.server.settings.ServerConfig;

/// The course that comes with Threadmill, loaded where the database has none of its slug. What
/// instructors make of it afterwards is theirs: later starts leave it alone.
@ApplicationScoped
class BundledCourse {
  private static final String FOLDER = "/courses/concurrency-in-java";

  private final BundleCourse courses;
  private final KeepExercise keep;
  private final PublishExercise publish;
  private final Bounds bounds;
  private final ServerConfig config;

  BundledCourse(
      BundleCourse courses,
      KeepExercise keep,
      PublishExercise publish,
      Bounds bounds,
      ServerConfig config) {
    this.courses = courses;
    this.keep = keep;
    this.publish = publish;
    this.bounds = bounds;
    this.config = config;
  }

  @Startup
  void start() {
    if (config.bundledCourse()) {
      load();
    }
  }

  @Transactional
  void load() {
    var folder = read();
    if (courses.has(folder.slug())) {
      return;
    }
    var glossary = folder.folder().text("glossary.yaml");
    var course = courses.make(folder.slug(), folder.title(), folder.description(), glossary);
    int position = 0;
    for (var part : folder.parts()) {
      for (var slug : part.exercises()) {
        var exercise = Objects.requireNonNull(folder.exercises().get(slug), slug);
        var place = new KeepExercise.Place(course.id, part.title(), position++);
        var version = keep.keep(exercise, glossary, place, null);
        publish.publish(version.exerciseId, version.id);
      }
    }
    Log.infof("the course “%s” with %d exercises was loaded", folder.title(), position);
  }

  /// What does not read is a fault of ours: a test reads it too.
  private CourseFolder read() {
    return good(ReadCourse.read(good(folder()), bounds.exercise()));
  }

  private static Checked<Folder> folder() {
    try {
      var head =
          Objects.requireNonNull(BundledCourse.class.getResource(FOLDER + "/course.yaml")).toURI();
      if (!head.getScheme().equals("jar")) {
        return folder(Path.of(head));
      }
      try (var jar = FileSystems.newFileSystem(head, Map.of())) {
        return folder(jar.getPath(FOLDER + "/course.yaml"));
      }
    } catch (IOException | URISyntaxException broken) {
      throw new IllegalStateException("the bundled course cannot be read", broken);
    }
  }

  private static Checked<Folder> folder(Path head) throws IOException {
    return ReadDirectory.read(
        Objects.requireNonNull(head.getParent()), Layout.COURSE, FolderBounds.course());
  }

  private static <T> T good(Checked<T> checked) {
    return switch (checked) {
      case Checked.Good<T>(var value) -> value;
      case Checked.Faulty<T>(var complaints) ->
          throw new IllegalStateException("the bundled course: " + complaints.getFirst());
    };
  }
}
