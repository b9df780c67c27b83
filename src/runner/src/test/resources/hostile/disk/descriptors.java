// verdict: OK
// stdout: denied
// never: a process has more open files than 1,024
import java.io.FileInputStream;

void main() {
  var open = new java.util.ArrayList<FileInputStream>();
  try {
    while (open.size() < 2000) open.add(new FileInputStream("/dev/null"));
    IO.println("ESCAPED " + open.size());
  } catch (java.io.IOException e) {
    IO.println("denied after " + open.size() + ": " + e.getMessage());
  }
}
