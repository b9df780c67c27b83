package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Memberships;
import threadmill.server.access.Role;
import threadmill.server.problem.RequestRefused;

/// All that is stored about somebody: to be taken along, or deleted.
@ApplicationScoped
class MyData {
  private final Accounts accounts;
  private final Memberships memberships;
  private final EntityManager database;

  MyData(Accounts accounts, Memberships memberships, EntityManager database) {
    this.accounts = accounts;
    this.memberships = memberships;
    this.database = database;
  }

  /// All that is stored about somebody.
  record Everything(
      AccountView account,
      List<InCourse> courses,
      List<Program> runs,
      List<Measurement> experiments) {}

  /// What somebody is in a course.
  record InCourse(String course, Role role, @Nullable String studentNumber, Instant joinedAt) {}

  /// A program that somebody ran.
  record Program(String id, Instant at, @Nullable String verdict, List<File> files) {}

  /// An experiment that somebody had made; its repetitions are not among the runs.
  ///
  /// @param request how it was asked for, as JSON
  record Measurement(String id, Instant at, String title, String request) {}

  /// A file of it.
  record File(String path, String content) {}

  @Transactional
  Everything everything(UUID id) {
    var courses =
        memberships.ofAccount(id).stream()
            .map(it -> new InCourse(title(it.courseId), it.role, it.studentNumber, it.joinedAt))
            .toList();
    var runs =
        database
            .createQuery(
                "select id, createdAt, cast(verdict as String) from Run where owner.accountId = ?1"
                    + " and experimentId is null order by createdAt",
                Object[].class)
            .setParameter(1, id)
            .getResultStream()
            .map(it ->
                new Program(it[0].toString(), (Instant) it[1], (String) it[2], files((UUID) it[0])))
            .toList();
    return new Everything(AccountView.of(accounts.findById(id)), courses, runs, experiments(id));
  }

  /// Deletes an account with all that belongs to it. Who alone runs the site or a course has to
  /// hand it on first.
  @Transactional
  void delete(UUID id) {
    var account = accounts.findById(id);
    if (account.siteAdmin && accounts.admins() == 1) {
      throw RequestRefused.with(
          409, "You are the only administrator; appoint another one before you go.");
    }
    for (var membership : memberships.ofAccount(id)) {
      if (membership.role == Role.INSTRUCTOR && memberships.instructors(membership.courseId) == 1) {
        throw RequestRefused.with(
            409,
            "You are the only instructor of “%s”; make somebody else one before you go."
                .formatted(title(membership.courseId)));
      }
    }
    for (var kind : new String[] {"Experiment", "Run"}) {
      database
          .createQuery("delete from " + kind + " where owner.accountId = ?1")
          .setParameter(1, id)
          .executeUpdate();
    }
    accounts.delete(account);
  }

  private String title(UUID course) {
    return (String)
        database
            .createNativeQuery("select title from courses where id = ?1", String.class)
            .setParameter(1, course)
            .getSingleResult();
  }

  private List<Measurement> experiments(UUID id) {
    var rows =
        database
            .createNativeQuery(
                "select cast(id as text), created_at, title, cast(request as text)"
                    + " from experiments where account_id = ?1 order by created_at",
                Tuple.class)
            .setParameter(1, id)
            .getResultList();
    var experiments = new ArrayList<Measurement>();
    for (var row : rows) {
      var it = (Tuple) row;
      experiments.add(
          new Measurement(
              it.get(0, String.class),
              it.get(1, Instant.class),
              it.get(2, String.class),
              it.get(3, String.class)));
    }
    return experiments;
  }

  private List<File> files(UUID run) {
    return database
        .createQuery(
            "select path, content from RunFile where key.runId = ?1 order by key.position",
            Object[].class)
        .setParameter(1, run)
        .getResultStream()
        .map(it -> new File((String) it[0], (String) it[1]))
        .toList();
  }
}
