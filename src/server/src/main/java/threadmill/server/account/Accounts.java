package threadmill.server.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// All accounts.
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {

  /// The account that one signs in to with a name, written in any case.
  public Optional<Account> byLogin(String login) {
    return find("login", login.strip().toLowerCase(Locale.ROOT)).firstResultOptional();
  }

  boolean nicknameTaken(String nickname, UUID except) {
    return count("lower(nickname) = lower(?1) and id <> ?2", nickname, except) > 0;
  }

  boolean anyAdmin() {
    return count("siteAdmin and closedAt is null and passwordHash is not null") > 0;
  }

  long admins() {
    return count("siteAdmin and closedAt is null");
  }

  /// Open accounts whose login, name or address has a text in it.
  List<Account> search(String text, int most) {
    var like = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
    return find(
            "closedAt is null and (login like ?1 or lower(name) like ?1 or lower(email) like ?1)"
                + " order by login",
            like)
        .page(0, most)
        .list();
  }

  /// Makes the requests of one account follow each other until the caller's transaction ends.
  @Transactional(Transactional.TxType.MANDATORY)
  public void oneAtATime(UUID account) {
    findById(account, LockModeType.PESSIMISTIC_WRITE);
  }
}
