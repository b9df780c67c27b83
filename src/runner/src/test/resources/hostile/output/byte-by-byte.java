// verdict: OUTPUT_LIMIT | TIME_LIMIT
// wall: 3000
// never: a flood of tiny writes becomes a flood of events that nobody can keep up with
import java.io.FileDescriptor;
import java.io.FileOutputStream;

void main() throws Exception {
  var out = new FileOutputStream(FileDescriptor.out);
  while (true) out.write('x');
}
