package threadmill.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Who;
import threadmill.server.account.Account;
import threadmill.server.account.Accounts;
import threadmill.server.audit.Audit;

/// Writes down what staff did to students, and tells who they are.
@ApplicationScoped
class StaffDeeds {
  private static final String GONE = "somebody who left";

  private final Accounts accounts;
  private final Audit audit;

  StaffDeeds(Accounts accounts, Audit audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void wrote(Who.Member by, String action, String subject) {
    audit.wrote(by.account(), login(by.account()), action, subject);
  }

  String login(UUID account) {
    return accounts.findById(account).login;
  }

  /// The name of who did something.
  String name(@Nullable UUID account) {
    return account == null ? GONE : accounts.findById(account).name;
  }

  /// The accounts of students, by id.
  Map<UUID, Account> accounts(List<UUID> ids) {
    Map<UUID, Account> byId = new HashMap<>();
    accounts.list("id in ?1", ids).forEach(it -> byId.put(Objects.requireNonNull(it).id, it));
    return byId;
  }
}
