package threadmill.server.run;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;

/// How a run was asked for, every default filled in and every value checked.
///
/// @param executorKind one of [threadmill.server.settings.ExecutorKinds#ALL]
/// @param web null for none
@Embeddable
public record RunSettings(
    String isolation,
    String executorKind,
    int parallelism,
    int cores,
    int wallMillis,
    int heapMib,
    int stdoutBytes,
    int stderrBytes,
    int threads,
    @JdbcTypeCode(SqlTypes.JSON) List<String> args,
    @JdbcTypeCode(SqlTypes.JSON) @Nullable VirtualWeb web) {}
