package threadmill.server.exercise;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.access.Right;
import threadmill.server.access.Who;
import threadmill.server.account.Visitors;
import threadmill.server.course.Course;
import threadmill.server.course.Courses;
import threadmill.server.exercise.store.ExerciseView;
import threadmill.server.exercise.store.ImportExercise;
import threadmill.server.exercise.store.KeepDraft;
import threadmill.server.exercise.store.PublishExercise;
import threadmill.server.exercise.store.ReadExercises;
import threadmill.server.exercise.store.ReadExercises.Shown;
import threadmill.server.judging.CheckExercise;
import threadmill.server.judging.JudgeQueue;
import threadmill.server.judging.Judging.Purpose;
import threadmill.server.judging.JudgingView;
import threadmill.server.judging.ReadJudging;
import threadmill.server.judging.StartJudging;
import threadmill.server.problem.Body;
import threadmill.server.problem.Refuses;
import threadmill.server.problem.RequestRefused;
import threadmill.server.run.CheckRequest;
import threadmill.server.run.RunRequest;

/// The exercises of a course: to read, to work on, to author.
@Path("/api/v1/courses/{course}/exercises")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "exercises")
class ExerciseResource {
  private static final String ZIP = "application/zip";
  private static final int MOST_REPEATS = 20;

  private final Visitors visitors;
  private final Access access;
  private final Courses courses;
  private final ReadExercises exercises;
  private final ImportExercise importExercise;
  private final PublishExercise publish;
  private final KeepDraft drafts;
  private final StartJudging start;
  private final ReadJudging judgings;
  private final CheckExercise check;
  private final JudgeQueue queue;
  private final CheckRequest checkRequest;
  private final InstantSource clock;

  ExerciseResource(
      Visitors visitors,
      Access access,
      Courses courses,
      ReadExercises exercises,
      ImportExercise importExercise,
      PublishExercise publish,
      KeepDraft drafts,
      StartJudging start,
      ReadJudging judgings,
      CheckExercise check,
      JudgeQueue queue,
      CheckRequest checkRequest,
      InstantSource clock) {
    this.visitors = visitors;
    this.access = access;
    this.courses = courses;
    this.exercises = exercises;
    this.importExercise = importExercise;
    this.publish = publish;
    this.drafts = drafts;
    this.start = start;
    this.judgings = judgings;
    this.check = check;
    this.queue = queue;
    this.checkRequest = checkRequest;
    this.clock = clock;
  }

  /// What somebody has written.
  record Files(@Nullable List<RunRequest.@Nullable File> files) {}

  /// A version of an exercise that was imported.
  ///
  /// @param version from 1
  record Imported(String slug, int version, String title, int points) {}

  @GET
  @Operation(summary = "The exercises of a course; students see what is published and open")
  @APIResponse(
      responseCode = "200",
      description = "In the course's order",
      content = @Content(schema = @Schema(implementation = ExerciseView.Page.class)))
  @Refuses({401, 404})
  public ExerciseView.Page all(@PathParam("course") String course, @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var in = courses.require(who, Right.SEE_COURSE, course);
    var mine = judgings.done(in.id, access.member(who).account());
    return new ExerciseView.Page(exercises.all(who, in, mine));
  }

  @POST
  @Consumes(ZIP)
  @Operation(summary = "Imports an exercise: makes it, or another version of the one of its slug")
  @APIResponse(
      responseCode = "200",
      description = "The version that these files are",
      content = @Content(schema = @Schema(implementation = Imported.class)))
  @Refuses({400, 401, 403, 404, 413, 415})
  public Imported importZip(
      @PathParam("course") String course,
      @Schema(type = SchemaType.STRING, format = "binary") byte[] zip,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var in = courses.require(who, Right.AUTHOR, course);
    var made =
        importExercise.fromZip(in, new ByteArrayInputStream(zip), access.member(who).account());
    return new Imported(
        made.slug(), made.version().number, made.version().title, made.version().points);
  }

  @GET
  @Path("{exercise}")
  @Operation(summary = "An exercise: statement, starter, what earns points, one's draft")
  @APIResponse(
      responseCode = "200",
      description = "The published version; the newest for who authors",
      content = @Content(schema = @Schema(implementation = ExerciseView.class)))
  @Refuses({401, 404})
  public ExerciseView exercise(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var in = courses.require(who, Right.SEE_COURSE, course);
    var account = access.member(who).account();
    var shown = exercises.shown(who, in, slug);
    boolean closing =
        access.may(who, Right.SEE_CLASS, in.id) || judgings.solved(shown.exercise().id, account);
    var images = "/api/v1/courses/" + in.slug + "/exercises/" + slug + "/images/";
    return exercises.view(account, shown, images, closing);
  }

  @GET
  @Path("{exercise}/images/{name}")
  @Produces({"image/png", "image/jpeg", "image/svg+xml"})
  @Operation(summary = "A picture of an exercise's statement")
  @APIResponse(responseCode = "200", description = "The picture")
  @Refuses({401, 404})
  public Response image(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @PathParam("name") String name,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var shown = exercises.shown(who, courses.require(who, Right.SEE_COURSE, course), slug);
    return exercises
        .image(shown, name)
        .map(it ->
            Response.ok(it, type(name))
                // An SVG may hold script: here it has no origin and runs nothing.
                .header(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("Cache-Control", "private, max-age=300")
                .build())
        .orElseThrow(() -> RequestRefused.with(404, "There is no such picture."));
  }

  @GET
  @Path("{exercise}/folder")
  @Produces(ZIP)
  @Operation(summary = "Exports an exercise, hidden tests and solution included")
  @APIResponse(
      responseCode = "200",
      description = "Its newest version as a zip",
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @Refuses({401, 403, 404})
  public Response export(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Context HttpHeaders headers) {
    var shown = authored(course, slug, visitors.who(headers));
    return Response.ok(exercises.zip(shown))
        .header("Content-Disposition", "attachment; filename=\"" + slug + ".zip\"")
        .build();
  }

  @PUT
  @Path("{exercise}/draft")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Keeps what one has in the editor")
  @APIResponse(responseCode = "204", description = "Kept")
  @Refuses({400, 401, 403, 404, 413, 415})
  public void draft(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Nullable Files files,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var shown = exercises.shown(who, courses.require(who, Right.HAND_IN, course), slug);
    drafts.keep(shown.exercise().id, access.member(who).account(), sources(files));
  }

  @POST
  @Path("{exercise}/trials")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tries the visible tests; counts for nothing")
  @APIResponse(
      responseCode = "202",
      description = "Queued",
      content = @Content(schema = @Schema(implementation = JudgingView.class)))
  @Refuses({400, 401, 403, 404, 413, 415, 429})
  public Response tryOut(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Nullable Files files,
      @Context HttpHeaders headers) {
    return judge(course, slug, files, headers, Purpose.TRIAL);
  }

  @POST
  @Path("{exercise}/submissions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Hands in; the best result counts, so handing in again makes nothing worse")
  @APIResponse(
      responseCode = "202",
      description = "Queued",
      content = @Content(schema = @Schema(implementation = JudgingView.class)))
  @Refuses({400, 401, 403, 404, 409, 413, 415, 429})
  public Response handIn(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Nullable Files files,
      @Context HttpHeaders headers) {
    return judge(course, slug, files, headers, Purpose.SUBMISSION);
  }

  @GET
  @Path("{exercise}/submissions")
  @Operation(summary = "One's submissions")
  @APIResponse(
      responseCode = "200",
      description = "Newest first",
      content = @Content(schema = @Schema(implementation = JudgingView.Page.class)))
  @Refuses({401, 404})
  public JudgingView.Page submissions(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var in = courses.require(who, Right.SEE_COURSE, course);
    var shown = exercises.shown(who, in, slug);
    return new JudgingView.Page(
        judgings.of(
            shown.exercise().id,
            access.member(who).account(),
            access.may(who, Right.SEE_CLASS, in.id)));
  }

  @PUT
  @Path("{exercise}/terms")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sets when and where students see an exercise")
  @APIResponse(responseCode = "204", description = "Set")
  @Refuses({400, 401, 403, 404, 415})
  public void terms(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      PublishExercise.@Nullable Terms terms,
      @Context HttpHeaders headers) {
    var shown = authored(course, slug, visitors.who(headers));
    publish.set(shown.exercise().id, Body.required(terms));
  }

  @POST
  @Path("{exercise}/check")
  @Operation(
      summary =
          "Checks the newest version: solution, starter and wrong answers are judged, again and again")
  @APIResponse(
      responseCode = "202",
      description = "Queued",
      content = @Content(schema = @Schema(implementation = CheckExercise.Report.class)))
  @Refuses({400, 401, 403, 404})
  public Response check(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @QueryParam("repeats") @DefaultValue("3") int repeats,
      @Context HttpHeaders headers) {
    var shown = authored(course, slug, visitors.who(headers));
    if (repeats < 1 || repeats > MOST_REPEATS) {
      throw RequestRefused.field("repeats", "must be from 1 to " + MOST_REPEATS);
    }
    check.begin(shown.version(), repeats);
    queue.look();
    return Response.accepted(check.report(shown.version())).build();
  }

  @GET
  @Path("{exercise}/check")
  @Operation(summary = "Where the check of the newest version stands, or how it ended")
  @APIResponse(
      responseCode = "200",
      description = "The check",
      content = @Content(schema = @Schema(implementation = CheckExercise.Report.class)))
  @Refuses({401, 403, 404})
  public CheckExercise.Report checked(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Context HttpHeaders headers) {
    return check.report(authored(course, slug, visitors.who(headers)).version());
  }

  @POST
  @Path("{exercise}/publication")
  @Operation(summary = "Gives students the newest version, which must have passed its check")
  @APIResponse(responseCode = "204", description = "Published")
  @Refuses({401, 403, 404, 409})
  public void publish(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Context HttpHeaders headers) {
    var shown = authored(course, slug, visitors.who(headers));
    if (check.report(shown.version()).state() != CheckExercise.Standing.PASSED) {
      throw RequestRefused.with(
          409,
          "Version %d has not passed its check; run that first.".formatted(shown.version().number));
    }
    publish.publish(shown.exercise().id, shown.version().id);
  }

  @DELETE
  @Path("{exercise}/publication")
  @Operation(summary = "Takes an exercise away from students; what they handed in stays")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @Refuses({401, 403, 404})
  public void withdraw(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Context HttpHeaders headers) {
    publish.withdraw(authored(course, slug, visitors.who(headers)).exercise().id);
  }

  private static String type(String name) {
    var ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "png" -> "image/png";
      case "svg" -> "image/svg+xml";
      default -> "image/jpeg";
    };
  }

  private Response judge(
      String course, String slug, @Nullable Files files, HttpHeaders headers, Purpose purpose) {
    var who = visitors.who(headers);
    var in = courses.require(who, Right.HAND_IN, course);
    var shown = exercises.shown(who, in, slug);
    if (purpose == Purpose.SUBMISSION) {
      refuseLate(in, shown);
    }
    var account = access.member(who).account();
    var sources = sources(files);
    drafts.keep(shown.exercise().id, account, sources);
    var judging = start.start(account, shown.version(), purpose, sources);
    queue.look();
    return Response.accepted(judgings.view(who, judging.id.toString())).build();
  }

  private void refuseLate(Course course, Shown shown) {
    var due = shown.exercise().dueAt;
    if (course.archivedAt != null) {
      throw RequestRefused.with(409, "This course is over; trying out still works.");
    } else if (due != null && clock.instant().isAfter(due)) {
      throw RequestRefused.with(409, "This was due %s; trying out still works.".formatted(due));
    }
  }

  private Shown authored(String course, String slug, Who who) {
    return exercises.shown(who, courses.require(who, Right.AUTHOR, course), slug);
  }

  private List<threadmill.runner.SourceFile> sources(@Nullable Files files) {
    return checkRequest.files(Body.required(files).files());
  }
}
