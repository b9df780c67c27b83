package threadmill.server.guest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class GuestRepository implements PanacheRepositoryBase<Guest, UUID> {

  Optional<Guest> byTokenHash(byte[] hash) {
    return find("tokenHash", (Object) hash).firstResultOptional();
  }
}
