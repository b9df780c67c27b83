package threadmill.server.timeline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class RunTimelineRepository implements PanacheRepositoryBase<RunTimeline, UUID> {}
