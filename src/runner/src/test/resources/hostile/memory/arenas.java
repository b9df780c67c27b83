// verdict: MEMORY_LIMIT
// never: memory segments escape the limits
import java.lang.foreign.Arena;

void main() {
  while (true) Arena.global().allocate(16 << 20).fill((byte) 1);
}
