package threadmill.server.run;

import java.util.List;
import threadmill.runner.SourceFile;

/// A request in which every value was checked and every default filled in.
public record CheckedRequest(List<SourceFile> files, String stdin, RunSettings settings) {
  public CheckedRequest {
    files = List.copyOf(files);
  }
}
