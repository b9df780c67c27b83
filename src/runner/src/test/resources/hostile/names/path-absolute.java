// verdict: OK
// stdout: only compiled
// never: an absolute path is opened or written
void main() {
  IO.println(new Etc().say() + new Unc().say());
}
// file: /etc/cron.d/Etc.java
class Etc {
  String say() {
    return "only ";
  }
}
// file: //host/share/Unc.java
class Unc {
  String say() {
    return "compiled";
  }
}
