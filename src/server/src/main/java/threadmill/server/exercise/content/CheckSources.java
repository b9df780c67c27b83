package threadmill.server.exercise.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import threadmill.runner.SourceFile;
import threadmill.server.exercise.complaint.Complaints;

/// Checks that starter and answers are what a student could hand in.
final class CheckSources {
  private final Places places;
  private final ExerciseBounds bounds;
  private final Complaints complaints;

  private CheckSources(Places places, ExerciseBounds bounds, Complaints complaints) {
    this.places = places;
    this.bounds = bounds;
    this.complaints = complaints;
  }

  static void check(Places places, ExerciseBounds bounds, Complaints complaints) {
    new CheckSources(places, bounds, complaints).check();
  }

  private void check() {
    if (places.starter().isEmpty()) {
      complaints.add("starter", "is missing or empty; put in what the student begins with");
    }
    if (!places.hasAnswer(Places.SOLUTION)) {
      complaints.add(Places.SOLUTION, "is missing or empty; put in a right answer");
    }
    fits("starter", places.starter());
    var solution = places.answer(Places.SOLUTION);
    fits(Places.SOLUTION, solution);
    for (var name : places.wrong()) {
      var place = "wrong/" + name;
      var answer = places.answer(place);
      fits(place, answer);
      if (answer.equals(solution)) {
        complaints.add(place, "is the same as the solution; change it, or leave it out");
      }
    }
    apart("starter");
    apart(Places.SOLUTION);
    places.wrong().forEach(name -> apart("wrong/" + name));
  }

  private void fits(String place, List<SourceFile> files) {
    if (files.size() > bounds.files()) {
      complaints.add(
          place,
          "has %,d files with the starter's; a submission may have %,d"
              .formatted(files.size(), bounds.files()));
    }
    long bytes =
        files.stream().mapToLong(f -> f.content().getBytes(StandardCharsets.UTF_8).length).sum();
    if (bytes > bounds.sourceBytes()) {
      complaints.add(
          place,
          "has %,d bytes with the starter's files; a submission may have %,d"
              .formatted(bytes, bounds.sourceBytes()));
    }
  }

  /// A student may not hand in a file whose path is one of `tests/subject`.
  private void apart(String place) {
    var folder = places.folder();
    for (var path : folder.below(place).paths()) {
      if (folder.has("tests/subject/" + path)) {
        complaints.add(place + "/" + path, "is in tests/subject, too; rename one of them");
      }
    }
  }
}
