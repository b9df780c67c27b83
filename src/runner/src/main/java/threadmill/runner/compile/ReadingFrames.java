package threadmill.runner.compile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import threadmill.runner.SourceFile;
import threadmill.runner.judge.Grading.Usage;

/// The encoding of what the compiler's process is asked and answers about what files use; both ends
/// are this class.
final class ReadingFrames {
  private ReadingFrames() {}

  /// What is asked.
  ///
  /// @param beside files that they are compiled with, whose own uses do not count
  record Request(List<SourceFile> files, List<SourceFile> beside) {
    Request {
      files = List.copyOf(files);
      beside = List.copyOf(beside);
    }
  }

  static void writeRequest(DataOutputStream out, Request request) throws IOException {
    putFiles(out, request.files());
    putFiles(out, request.beside());
    out.flush();
  }

  private static void putFiles(DataOutputStream out, List<SourceFile> files) throws IOException {
    out.writeInt(files.size());
    for (var file : files) {
      CompilerFrames.putString(out, file.path());
      CompilerFrames.putString(out, file.content());
    }
  }

  static Request readRequest(DataInputStream in) throws IOException {
    return new Request(files(in), files(in));
  }

  private static List<SourceFile> files(DataInputStream in) throws IOException {
    int count = CompilerFrames.count(in.readInt(), CompilerFrames.MOST);
    var files = new ArrayList<SourceFile>();
    for (int i = 0; i < count; i++) {
      files.add(new SourceFile(CompilerFrames.string(in), CompilerFrames.string(in)));
    }
    return files;
  }

  static void writeAnswer(DataOutputStream out, Reading reading) throws IOException {
    switch (reading) {
      case Reading.Read(var uses) -> {
        out.writeBoolean(true);
        out.writeInt(uses.size());
        for (var use : uses) {
          CompilerFrames.putString(out, use.usage().name());
          CompilerFrames.putString(out, use.name());
          CompilerFrames.putString(out, use.written());
          CompilerFrames.putString(out, use.path());
          out.writeInt(use.line());
        }
      }
      case Reading.Unread(var why) -> {
        out.writeBoolean(false);
        CompilerFrames.putString(out, why);
      }
    }
    out.flush();
  }

  static Reading readAnswer(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new Reading.Read(uses(in))
        : new Reading.Unread(CompilerFrames.string(in));
  }

  private static List<Use> uses(DataInputStream in) throws IOException {
    int count = CompilerFrames.count(in.readInt(), CompilerFrames.MOST);
    var uses = new ArrayList<Use>();
    for (int i = 0; i < count; i++) {
      uses.add(
          new Use(
              Usage.valueOf(CompilerFrames.string(in)),
              CompilerFrames.string(in),
              CompilerFrames.string(in),
              CompilerFrames.string(in),
              in.readInt()));
    }
    return uses;
  }
}
