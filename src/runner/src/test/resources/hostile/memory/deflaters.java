// verdict: MEMORY_LIMIT
// never: native memory behind Java objects escapes the limits
import java.util.zip.Deflater;

void main() {
  var all = new java.util.ArrayList<Deflater>();
  byte[] some = new byte[1 << 16];
  while (true) {
    var deflater = new Deflater(9);
    deflater.setInput(some);
    deflater.deflate(new byte[16]);
    all.add(deflater);
  }
}
