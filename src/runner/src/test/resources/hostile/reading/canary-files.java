// verdict: OK
// args: CANARY
// args: HOME_FILE
// stdout: denied
// never: a file of the host is read, changed or even seen
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

interface Attack { Object on(String file) throws Exception; }

void main(String[] args) {
  Attack[] attacks = {
    file -> Files.readString(Path.of(file)),
    file -> new RandomAccessFile(file, "rw").readLine(),
    file -> FileChannel.open(Path.of(file), StandardOpenOption.READ, StandardOpenOption.WRITE).size(),
    file -> URI.create("file://" + file).toURL().openStream().readAllBytes().length,
    file -> Files.size(Path.of(file)),
    file -> Files.list(Path.of(file).getParent()).toList(),
    file -> new ProcessBuilder("/jdk/bin/java", file).redirectInput(new java.io.File(file)).start(),
    file -> Files.writeString(Path.of(file), "changed", StandardOpenOption.WRITE),
    file -> Files.copy(Path.of(file), Path.of("/tmp/copy")),
    file -> new java.io.File(file).exists() ? "there" : bad(),
    file -> new java.util.zip.ZipFile(file)
  };
  for (var file : args) {
    for (int i = 0; i < attacks.length; i++) {
      try {
        IO.println("ESCAPED " + i + " " + attacks[i].on(file));
      } catch (Exception e) {
        IO.println("denied " + i + ": " + e);
      }
    }
  }
}

Object bad() throws Exception {
  throw new java.io.FileNotFoundException("not there");
}
