// verdict: RUNTIME_ERROR
// explains: ConnectException left main
// args: PORT
import java.net.Socket;

void main(String[] args) throws Exception {
  new Socket("127.0.0.1", Integer.parseInt(args[0])).close();
  IO.println("connected");
}
