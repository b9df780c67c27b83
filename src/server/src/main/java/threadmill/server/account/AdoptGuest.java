package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Gives an account what its owner started as a guest.
@ApplicationScoped
class AdoptGuest {
  private final EntityManager database;

  AdoptGuest(EntityManager database) {
    this.database = database;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void adopt(UUID guest, UUID account) {
    for (var kind : new String[] {"Run", "Experiment"}) {
      database
          .createQuery(
              "update "
                  + kind
                  + " set owner.accountId = ?1, owner.guestId = null where owner.guestId = ?2")
          .setParameter(1, account)
          .setParameter(2, guest)
          .executeUpdate();
    }
  }
}
