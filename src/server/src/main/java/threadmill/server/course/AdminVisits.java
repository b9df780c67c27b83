package threadmill.server.course;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import threadmill.server.access.Right;
import threadmill.server.account.Accounts;
import threadmill.server.audit.Audit;

/// Writes down that a site administrator used a course that they are not in: once an hour for each
/// right, since an open page asks again and again.
@ApplicationScoped
class AdminVisits {
  private final Accounts accounts;
  private final Audit audit;
  private final Cache<Visit, Boolean> noted =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

  AdminVisits(Accounts accounts, Audit audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  private record Visit(UUID admin, UUID course, Right right) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void note(UUID admin, Course course, Right right) {
    if (noted.asMap().putIfAbsent(new Visit(admin, course.id, right), true) == null) {
      var words = right.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      audit.wrote(admin, accounts.findById(admin).login, "as administrator: " + words, course.slug);
    }
  }
}
