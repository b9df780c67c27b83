package threadmill.server.run;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import threadmill.runner.SourceFile;

/// The source of runs.
@ApplicationScoped
public class RunFileRepository implements PanacheRepositoryBase<RunFile, RunFile.Key> {

  /// The files of a run, in the order of its request.
  public List<SourceFile> sources(UUID run) {
    return list("key.runId = ?1 order by key.position", run).stream().map(RunFile::source).toList();
  }

  void store(UUID run, List<SourceFile> sources) {
    for (int i = 0; i < sources.size(); i++) {
      var file = new RunFile();
      file.key = new RunFile.Key(run, i);
      file.path = sources.get(i).path();
      file.content = sources.get(i).content();
      persist(file);
    }
  }
}
