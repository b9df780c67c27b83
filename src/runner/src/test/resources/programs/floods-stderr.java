// verdict: OUTPUT_LIMIT
// explains: to stderr
import java.io.IOException;

void main() throws IOException {
  byte[] binary = new byte[1 << 16];
  while (true) System.err.write(binary);
}
